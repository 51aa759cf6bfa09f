package release

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/facts"
)

// strayCodes are the warnings about numbers and dates that no fact gives.
var strayCodes = map[string]bool{"W301": true, "W303": true, "W304": true, "W305": true}

// LeakHint says what to do about a leak.
const LeakHint = "mark this text as high as what it tells of, or write it without"

// leaks returns what the words of g, the release of f, still tell of what was
// left out. A number or wording that something left gives as well is no leak.
func leaks(f, g *facts.File, d *facts.Draft) []facts.Problem {
	var out []facts.Problem
	known := map[[2]int]bool{}
	for _, w := range judged(f.Draft()) {
		if strayCodes[w.Code] {
			known[[2]int{w.Line, w.Col}] = true
		}
	}
	for _, w := range judged(d) {
		if strayCodes[w.Code] && !known[[2]int{w.Line, w.Col}] {
			out = append(out, facts.Problem{File: w.File, Line: w.Line, Col: w.Col, Code: "E602", Pointer: d.Written(w.Pointer),
				Message: "the text still tells of what is left out: " + w.Message, Hint: LeakHint})
		}
	}
	secrets := telling(f, g)
	for p := range g.Texts() {
		if carries(g, p.Owner) {
			continue
		}
		for _, s := range secrets {
			if i := s.in(p.S); i >= 0 {
				line, col := g.LocateIn(p.Pointer, i)
				out = append(out, facts.Problem{File: g.Name, Line: line, Col: col, Code: "E602", Pointer: d.Written(p.Pointer),
					Message: "the text still tells of what is left out: the " + s.of, Hint: LeakHint})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b facts.Problem) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	return out
}

// carries reports whether the thing of an id is a fact or a source: what it says
// is its own, under its own marking.
func carries(f *facts.File, id string) bool { return f.Fact(id) != nil || f.Source(id) != nil }

// A secret is a wording that was left out.
type secret struct {
	text, of string
	name     bool // found as it is written: a name may be a common noun in small letters
}

// shortest is how many letters a wording has at least that is searched for; a
// name is found as whole words, however short.
const shortest = 12

// telling lists the wordings that only what was left out gives.
func telling(f, g *facts.File) []secret {
	var own strings.Builder // what is left says of itself
	for p := range g.Texts() {
		if carries(g, p.Owner) {
			own.WriteString(strings.ToLower(p.S) + "\n")
		}
	}
	for i := range g.Sources {
		s := &g.Sources[i]
		own.WriteString(strings.ToLower(strings.Join([]string{s.Title, s.Publisher, s.URL, s.Archived}, "\n")) + "\n")
	}
	var out []secret
	add := func(text, of string) {
		text = strings.ToLower(strings.TrimSpace(text))
		if utf8.RuneCountInString(text) >= shortest && !strings.Contains(own.String(), text) {
			out = append(out, secret{text: text, of: of})
		}
	}
	for p := range f.Texts() {
		if f.Fact(p.Owner) != nil && g.Fact(p.Owner) == nil {
			add(p.S, p.Key+" of the fact "+p.Owner)
		}
	}
	for i := range f.Facts {
		for _, c := range f.Facts[i].Sources {
			if g.Fact(f.Facts[i].ID) == nil || g.Source(c.Source) == nil {
				add(c.Quote, "quote from the source "+c.Source)
			}
		}
	}
	for i := range f.Sources {
		if s := &f.Sources[i]; g.Source(s.ID) == nil {
			add(s.Title, "title of the source "+s.ID)
			add(s.URL, "address of the source "+s.ID)
			add(s.Archived, "address of the source "+s.ID)
		}
	}
	return append(out, nameless(f, g)...)
}

// nameless lists the names of origins that gave facts, none of which is left.
func nameless(f, g *facts.File) []secret {
	var out []secret
	gave := map[string]bool{}
	for i := range f.Facts {
		gave[f.Facts[i].Origin] = true
	}
	for i := range f.Origins {
		o := &f.Origins[i]
		if !gave[o.ID] || g.Origin(o.ID) != nil {
			continue
		}
		for _, tag := range f.Briefing.Languages {
			for _, name := range []string{o.Name.Line(tag), o.Short.Line(tag)} {
				s := secret{name, "name of the origin " + o.ID, true}
				if utf8.RuneCountInString(name) > 3 && !slices.Contains(out, s) {
					out = append(out, s)
				}
			}
		}
	}
	return out
}

// in returns where a text says the wording, as whole words; -1 where it does not.
func (s secret) in(text string) int {
	low := text
	if small := strings.ToLower(text); !s.name && len(small) == len(text) { // there are letters whose small form is longer
		low = small
	}
	for from := 0; ; {
		i := strings.Index(low[from:], s.text)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(low[:i])
		after, _ := utf8.DecodeRuneInString(low[i+len(s.text):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return i
		}
		from = i + 1
	}
}
