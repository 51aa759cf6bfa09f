package facts

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts/tree"
)

// A choice is a selection that is to be tried when all facts are known. The
// problem, if there is one, stands at n.
type choice struct {
	n    *tree.Node
	kind claim.ChartKind // empty: a table
	log  *tree.Node      // the scale of the chart, where it is logarithmic; else nil
	s    Selection
}

// choose reports a selection that matches nothing, or more than one measure.
func (l *loader) choose(c choice) {
	if !l.known(&c.s) {
		return
	}
	chosen := l.f.Select(c.kind, c.s)
	if len(chosen) == 0 {
		l.at(c.n, "E503", "the selection matches no fact", l.tooNarrow(c))
		return
	}
	if c.log != nil {
		l.positive(c.log, chosen)
	}
	if !c.kind.OneMeasure() {
		return
	}
	var measures []string
	for _, f := range chosen {
		if f.Measure != "" && !slices.Contains(measures, f.Measure) {
			measures = append(measures, f.Measure)
		}
	}
	if len(measures) > 1 {
		l.at(c.n, "E504", "the selection has more than one measure: "+sentence(measures),
			`choose one, as {"measure": `+quote(measures[0])+"}: different measures never share an axis")
	}
}

// positive reports the first number that a logarithmic axis cannot show. Zero has a place
// of its own on it, where the axis is broken.
func (l *loader) positive(scale *tree.Node, chosen []*Fact) {
	for _, f := range chosen {
		for _, n := range f.Numbers() {
			if n.Sign() < 0 {
				l.at(scale, "E507", "a logarithmic scale shows no number below 0, and "+quote(f.ID)+" has "+n.Text(),
					`leave the key out for a linear scale, or choose other facts with "select"`)
				return
			}
		}
	}
}

// known reports whether all ids of a selection are; those that are not have a
// problem already.
func (l *loader) known(s *Selection) bool {
	all := func(kind string, ids []string) bool {
		for _, id := range ids {
			if _, ok := l.f.index.of(kind)[id]; !ok {
				return false
			}
		}
		return true
	}
	return all("measure", s.Measure) && all("origin", s.Origin) && all("place", s.Place) && all("actor", s.Actor) && all("fact", s.IDs) &&
		l.knownValues(s.By)
}

// knownValues reports whether all values of dimensions are known.
func (l *loader) knownValues(by []Coordinate) bool {
	for _, c := range by {
		if d := l.f.Dimension(c.Dimension); d == nil || d.Value(c.Value) == nil {
			return false
		}
	}
	return true
}

// tooNarrow words the hint for a selection that matches nothing: the first key
// without which it would match, or what that kind of chart shows at all.
func (l *loader) tooNarrow(c choice) string {
	without := []struct {
		key  string
		drop func(*Selection)
	}{
		{"type", func(s *Selection) { s.Type = nil }}, {"measure", func(s *Selection) { s.Measure = nil }},
		{"origin", func(s *Selection) { s.Origin = nil }}, {"place", func(s *Selection) { s.Place = nil }},
		{"actor", func(s *Selection) { s.Actor = nil }}, {"status", func(s *Selection) { s.Status = nil }},
		{"category", func(s *Selection) { s.Category = nil }}, {"from", func(s *Selection) { s.From = date.Date{} }},
		{"to", func(s *Selection) { s.To = date.Date{} }}, {"by", func(s *Selection) { s.By = nil }}, {"ids", func(s *Selection) { s.IDs = nil }},
	}
	for _, w := range without {
		s := c.s
		w.drop(&s)
		if l.spell.budget -= len(l.f.Facts); c.n.Get(w.key) != nil && l.spell.budget > 0 && len(l.f.Select(c.kind, s)) > 0 {
			return "without " + quote(w.key) + " it would match"
		}
	}
	if c.kind == "" {
		return ""
	}
	return string(c.kind) + " shows " + c.kind.Shows()
}

// Select returns the facts that a kind of chart, or where kind is empty a table, shows
// for a selection, in file order: see [claim.ChartKind.Takes]; a table takes all. Facts that
// another supersedes are among them: it is for the chart to mark them.
//
// An empty field of the selection does not restrict. From and To take the facts
// whose time, at its precision, overlaps the span: a fact as of 2024 is in a span
// that begins in 2024-10. A fact without a date is in no span. Actor matches any
// of the fact's actors, and who gives or gets a transfer.
func (f *File) Select(kind claim.ChartKind, s Selection) []*Fact {
	var out []*Fact
	add := func(fact *Fact) {
		if s.matches(fact) && f.shown(kind, fact) {
			out = append(out, fact)
		}
	}
	var at []int
	switch {
	case s.IDs != nil:
		for _, id := range s.IDs {
			if i, ok := f.index.facts[id]; ok {
				at = append(at, i)
			}
		}
	case len(s.Measure) > 0: // most figures are of one measure, and a file may have hundreds
		for _, m := range s.Measure {
			at = append(at, f.References().Counting[m]...)
		}
	default:
		for i := range f.Facts {
			add(&f.Facts[i])
		}
		return out
	}
	slices.Sort(at)
	for _, i := range slices.Compact(at) {
		add(&f.Facts[i])
	}
	return out
}

// shown reports whether that kind of chart can show the fact.
func (f *File) shown(kind claim.ChartKind, fact *Fact) bool {
	p := f.Place(fact.Place)
	return kind == "" || kind.Takes(claim.Nature{Type: fact.Type, Amount: fact.HasAmount(),
		Placed: p != nil && p.Lat != nil && p.Lon != nil, Weighed: len(fact.Weighs) > 0})
}

// matches reports whether the fact is within the selection, its ids aside.
func (s *Selection) matches(f *Fact) bool {
	return in(s.Type, f.Type) && in(s.Measure, f.Measure) && in(s.Origin, f.Origin) && in(s.Place, f.Place) &&
		in(s.Status, f.Status) && in(s.Category, f.Category) && s.cut(f.By) && s.within(f) && (len(s.Actor) == 0 || s.concerns(f))
}

// in reports whether the list, if it restricts at all, has v.
func in[T comparable](list []T, v T) bool { return len(list) == 0 || slices.Contains(list, v) }

// cut reports whether the values of dimensions are among those chosen: of each dimension
// that the selection names, one of its values.
func (s *Selection) cut(by []Coordinate) bool {
	for _, want := range s.By {
		if !slices.ContainsFunc(by, func(c Coordinate) bool { return c.Dimension == want.Dimension && slices.Contains(s.By, c) }) {
			return false
		}
	}
	return true
}

func (s *Selection) concerns(f *Fact) bool {
	for _, a := range s.Actor {
		if f.From == a || f.To == a || slices.Contains(f.Actors, a) {
			return true
		}
	}
	return false
}

// within reports whether the fact's time overlaps the span from From to To.
func (s *Selection) within(f *Fact) bool {
	if s.From.IsZero() && s.To.IsZero() {
		return true
	}
	if f.When().IsZero() {
		return false
	}
	span := f.Span()
	return (s.From.IsZero() || span.Last() >= s.From.First()) && (s.To.IsZero() || span.First() <= s.To.Last())
}
