package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/font"
	"sitrep/report/linebreak"
	"sitrep/report/sanitize"
)

// A paragraph is what is known of the runes of spans as a whole, where that takes more than looking at neighbours:
// their levels (Unicode Standard Annex 9) and where lines may end (Annex 14). Text in Latin, Greek, Cyrillic and Hangul
// alone has none of it.
type paragraph struct {
	base   font.Direction
	runes  []rune
	levels []uint8
	breaks []bool // before the rune
}

// consider looks at spans as a whole; nil where that is not needed.
func (m *Metrics) consider(spans []Span) *paragraph {
	needed := m.Direction == font.RightToLeft
	for i := range spans {
		for _, r := range spans[i].Text {
			needed = needed || !linebreak.BySpaces(r)
		}
	}
	if !needed {
		return nil
	}
	p := &paragraph{}
	var all []rune
	p.runes, all = joined(spans)
	p.base = font.Base(string(all), m.Direction)
	p.breaks = linebreak.Opportunities(p.runes)
	p.level(all)
	return p
}

const (
	isolate    = sanitize.FirstStrong
	popIsolate = sanitize.PopIsolate
	hardBreak  = '\u2028'
)

// isolated makes spans of their own of what stands between marks of isolates, without the marks.
func isolated(spans []Span) []Span {
	if !slices.ContainsFunc(spans, func(p Span) bool { return strings.ContainsRune(p.Text, isolate) }) {
		return spans
	}
	var out []Span
	var inside []*Isolate
	add := func(p Span, text string) {
		if p.Text = text; len(inside) > 0 {
			p.Isolate = inside[len(inside)-1]
		}
		if text != "" {
			out = append(out, p)
		}
	}
	for _, p := range spans {
		from := 0
		for i, r := range p.Text {
			if r != isolate && r != popIsolate {
				continue
			}
			add(p, p.Text[from:i])
			from = i + utf8.RuneLen(r)
			switch {
			case r == isolate && len(inside) > 0:
				inside = append(inside, &Isolate{Around: inside[len(inside)-1]})
			case r == isolate:
				inside = append(inside, &Isolate{Around: p.Isolate})
			case len(inside) > 0:
				inside = inside[:len(inside)-1]
			}
		}
		add(p, p.Text[from:])
	}
	return out
}

// joined returns the runes of spans, and the same with isolates round what stands for itself.
func joined(spans []Span) (runes, isolated []rune) {
	var open []*Isolate
	for i := range spans {
		path := spans[i].Isolate.path()
		n := 0
		for n < len(open) && n < len(path) && open[n] == path[n] {
			n++
		}
		isolated = append(isolated, slices.Repeat([]rune{popIsolate}, len(open)-n)...)
		isolated = append(isolated, slices.Repeat([]rune{isolate}, len(path)-n)...)
		open = path
		for _, r := range spans[i].Text {
			if r == '\n' {
				r = hardBreak
			}
			runes, isolated = append(runes, r), append(isolated, r)
		}
	}
	return runes, append(isolated, slices.Repeat([]rune{popIsolate}, len(open))...)
}

// level finds the levels of runes, and leaves out those of the isolates that were put in.
func (p *paragraph) level(isolated []rune) {
	for i, l := range font.Levels(isolated, p.base) {
		if r := isolated[i]; r != isolate && r != popIsolate {
			p.levels = append(p.levels, l)
		}
	}
}

// level of the i-th rune.
func (p *paragraph) at(i int) uint8 {
	switch {
	case p == nil:
		return 0
	case i < len(p.levels):
		return p.levels[i]
	}
	return p.floor()
}

// floor is the level of the paragraph, and of spaces at the ends of its lines (rule L1).
func (p *paragraph) floor() uint8 {
	if p != nil && p.base == font.RightToLeft {
		return 1
	}
	return 0
}

// ends reports whether a line may end before the i-th rune, next, which stands behind last.
func (p *paragraph) ends(i int, last, next rune) bool {
	if p == nil || linebreak.BySpaces(last) && linebreak.BySpaces(next) {
		return false
	}
	return p.breaks[i] && !unicode.Is(unicode.M, next)
}
