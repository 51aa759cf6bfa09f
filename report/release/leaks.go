package release

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"sitrep/report/facts"
	"sitrep/report/integrity"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// leaks returns what the author's words in g, the release of f, still tell of what
// was left out. What something left gives as well is no leak. Not found are
// numbers under ten, those under a hundred without the unit behind them, what is
// only computed from a number (a share, a rounded form), months and years, and
// names of places and actors.
func leaks(f, g *facts.File, d *facts.Draft, warnings []facts.Problem) []facts.Problem {
	l := &leak{f: f, g: g, draft: d}
	l.phrases()
	l.numbers()
	l.dates(warnings)
	slices.SortStableFunc(l.out, func(a, b facts.Problem) int { return cmp.Or(a.Line-b.Line, a.Col-b.Col) })
	return slices.CompactFunc(l.out, func(a, b facts.Problem) bool { return a.Line == b.Line && a.Col == b.Col })
}

type leak struct {
	f, g  *facts.File
	draft *facts.Draft
	out   []facts.Problem
}

// tell notes a leak at a byte of a passage.
func (l *leak) tell(p facts.Passage, off int, what string) {
	line, col := l.g.LocateIn(p.Pointer, max(off, 0))
	l.add(line, col, p.Pointer, what)
}

func (l *leak) add(line, col int, pointer, what string) {
	hint := "write it without"
	if strings.HasPrefix(pointer, "/sections/") || strings.HasPrefix(pointer, "/judgements/") {
		hint = "mark this text as high as what it tells of, or write it without"
	}
	l.out = append(l.out, facts.Problem{File: l.g.Name, Line: line, Col: col, Code: "E602", Pointer: l.draft.Written(pointer),
		Message: "the text still tells of what is left out: " + what, Hint: hint})
}

// record reports whether a passage belongs to a fact or a source, whose words are
// its own, under its own marking.
func record(p facts.Passage) bool {
	return strings.HasPrefix(p.Pointer, "/facts/") || strings.HasPrefix(p.Pointer, "/sources/")
}

// named reports whether a passage is the name of what a fact refers to; a name
// cannot be marked, and stays as long as something refers to it.
func named(p facts.Passage) bool {
	for _, table := range []string{"/origins/", "/actors/", "/places/", "/measures/"} {
		if strings.HasPrefix(p.Pointer, table) && p.Key != "definition" {
			return true
		}
	}
	return false
}

// told gives the passages of g in which the author tells the briefing, and the ids
// that readers see as anchors and names of files.
func (l *leak) told(yield func(facts.Passage) bool) {
	for p := range integrity.Printed(l.g) {
		if !record(p) && !named(p) && !yield(p) {
			return
		}
	}
	ids := []facts.Passage{{S: l.g.Briefing.ID, Key: "id", Pointer: "/briefing/id"}}
	each(l.g.Sections, func(s *facts.Section) {
		ids = append(ids, facts.Passage{S: s.ID, Key: "id", Pointer: s.Pointer + "/id"})
		for i := range s.Body {
			if id := blockID(&s.Body[i]); id != "" {
				ids = append(ids, facts.Passage{S: id, Key: "id", Pointer: s.Body[i].Pointer + "/id"})
			}
		}
	})
	for _, p := range ids {
		if !yield(p) {
			return
		}
	}
}

// own gives what is left of the record: what facts and sources say, and names.
func (l *leak) own(yield func(facts.Passage) bool) {
	for p := range integrity.Printed(l.g) {
		if (record(p) || named(p)) && !yield(p) {
			return
		}
	}
	for i := range l.g.Sources {
		s := &l.g.Sources[i]
		if !yield(facts.Passage{S: s.URL + "\n" + s.Archived, Pointer: "/sources/" + s.ID}) {
			return
		}
	}
}

// phrases searches for wordings that only what was left out gives.
func (l *leak) phrases() {
	x := index{}
	for _, p := range l.secrets() {
		x.add(p)
	}
	x = x.without(l.own)
	for p := range l.told {
		for found, off := range x.in(words(p)) {
			l.tell(p, off, "the "+found.of)
		}
	}
}

// gone reports whether the fact, source or judgement of a passage of f is left out.
func (l *leak) gone(p facts.Passage) bool {
	t := strings.Split(p.Pointer, "/")
	if len(t) < 3 {
		return false
	}
	i, _ := strconv.Atoi(t[2])
	switch t[1] {
	case "facts":
		return l.g.Fact(l.f.Facts[i].ID) == nil
	case "judgements":
		return l.g.Judgement(l.f.Judgements[i].ID) == nil
	case "sources":
		return l.g.Source(t[2]) == nil
	}
	return false
}

// shortest is how many letters a wording has at least that is searched for; a
// name is found however short.
const shortest = 12

// secrets lists the wordings of what was left out.
func (l *leak) secrets() []*phrase {
	var out []*phrase
	add := func(p facts.Passage, of string, name bool) {
		if w := words(p); name && len(w) > 0 || utf8.RuneCountInString(p.S) >= shortest {
			out = append(out, &phrase{w, of, name})
		}
	}
	for p := range integrity.Printed(l.f) {
		if l.gone(p) {
			what, _, _ := strings.Cut(p.Pointer[1:], "s/")
			publisher := strings.HasSuffix(p.Pointer, "/publisher")
			key := cmp.Or(p.Key, p.Pointer[strings.LastIndexByte(p.Pointer, '/')+1:])
			add(p, key+" of the "+what+" "+p.Owner, publisher)
		}
	}
	for i := range l.f.Facts {
		x := &l.f.Facts[i]
		for _, c := range x.Sources {
			if l.g.Fact(x.ID) == nil || l.g.Source(c.Source) == nil {
				add(facts.Passage{S: c.Quote}, "quote from the source "+c.Source, false)
			}
		}
		if l.g.Fact(x.ID) == nil && strings.Contains(x.ID, "-") {
			add(facts.Passage{S: x.ID}, "id of the fact "+x.ID, false)
		}
	}
	for i := range l.f.Sources {
		if s := &l.f.Sources[i]; l.g.Source(s.ID) == nil {
			add(facts.Passage{S: strings.TrimRight(s.URL, "/")}, "address of the source "+s.ID, false)
			add(facts.Passage{S: strings.TrimRight(s.Archived, "/")}, "address of the source "+s.ID, false)
		}
	}
	for i := range l.f.Origins {
		o := &l.f.Origins[i]
		if l.g.Origin(o.ID) != nil {
			continue
		}
		for _, tag := range l.f.Briefing.Languages {
			add(facts.Passage{S: o.Name.Line(tag)}, "name of the origin "+o.ID, true)
			add(facts.Passage{S: o.Short.Line(tag)}, "name of the origin "+o.ID, true)
		}
	}
	return out
}

// numbers searches for the numbers that only facts that are left out give.
func (l *leak) numbers() {
	units := map[float64][]string{} // of a number left out, what it counts
	for i := range l.f.Facts {
		x := &l.f.Facts[i]
		for _, v := range amounts(x) {
			if l.g.Fact(x.ID) == nil && v >= 10 {
				units[v] = append(units[v], l.units(x.Measure)...)
			}
		}
	}
	for i := range l.g.Facts {
		for _, v := range amounts(&l.g.Facts[i]) {
			delete(units, v)
		}
	}
	if len(units) == 0 {
		return
	}
	for _, n := range reading.Numbers(l.g, l.own) {
		delete(units, n.Value)
	}
	for p, n := range reading.Numbers(l.g, l.told) {
		for _, v := range []float64{n.Value, n.Alt} {
			if of, ok := units[v]; ok && (v >= 100 || slices.Contains(of, n.Next)) {
				l.tell(p, n.Off, "a number that nothing else gives")
				break
			}
		}
	}
}

func amounts(f *facts.Fact) []float64 {
	var out []float64
	for _, v := range []*float64{quantity.FloatOf(f.Low), quantity.FloatOf(f.Best), quantity.FloatOf(f.High)} {
		if v != nil {
			out = append(out, *v)
		}
	}
	return out
}

// units returns the first words of a measure's unit, in every language.
func (l *leak) units(measure string) []string {
	m := l.f.Measure(measure)
	if m == nil {
		return nil
	}
	var out []string
	for _, tag := range l.f.Briefing.Languages {
		if first, _, _ := strings.Cut(m.Unit.Line(tag), " "); first != "" {
			out = append(out, strings.ToLower(first))
		}
	}
	return out
}

// dates searches for days that only what was left out gives: dates that are
// unknown now, as the warnings about what is left say, and were not before.
func (l *leak) dates(warnings []facts.Problem) {
	known := map[[2]int]bool{}
	for _, w := range judged(l.f.Draft()) {
		known[[2]int{w.Line, w.Col}] = known[[2]int{w.Line, w.Col}] || w.Code == "W304" || w.Code == "W305"
	}
	for _, w := range warnings {
		if (w.Code == "W304" || w.Code == "W305") && !known[[2]int{w.Line, w.Col}] && toTheDay(w.Message) {
			l.add(w.Line, w.Col, w.Pointer, w.Message)
		}
	}
}

// toTheDay reports whether a message quotes a date with its day.
func toTheDay(message string) bool {
	_, quoted, _ := strings.Cut(message, `"`)
	quoted, _, _ = strings.Cut(quoted, `"`)
	return slices.ContainsFunc(words(facts.Passage{S: quoted}), func(w word) bool {
		n, err := strconv.Atoi(strings.TrimRight(w.low, "stndrh"))
		return err == nil && n <= 31 && len(w.low) <= 4
	})
}
