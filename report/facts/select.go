package facts

import (
	"slices"

	"sitrep/report/date"
	"sitrep/report/facts/tree"
)

// A choice is a selection that is to be tried when all facts are known. The
// problem, if there is one, stands at n.
type choice struct {
	n    *tree.Node
	kind string
	s    Selection
}

// choose reports a selection that matches nothing, or more than one measure.
func (l *loader) choose(c choice) {
	chosen := l.f.Select(c.kind, c.s)
	what := c.kind + " can show"
	if c.kind == "table" {
		what = "a table can list"
	}
	if len(chosen) == 0 {
		l.at(c.n, "E503", "the selection matches no fact", what+" "+shows[c.kind])
		return
	}
	if c.kind != "ranges" && c.kind != "trend" && c.kind != "bars" {
		return
	}
	var measures []string
	for _, f := range chosen {
		if !slices.Contains(measures, f.Measure) {
			measures = append(measures, f.Measure)
		}
	}
	if len(measures) > 1 {
		l.at(c.n, "E504", "the selection has more than one measure: "+sentence(measures),
			`choose one, as {"measure": `+quote(measures[0])+"}: different measures never share an axis")
	}
}

// shows says what a kind of chart, or a table, takes.
var shows = map[string]string{
	"ranges": "estimates", "trend": "estimates", "bars": "estimates and transfers with an amount", "timeline": "events",
	"exchange": "transfers", "map": "facts with a place that has lat and lon", "table": "all facts",
}

// Select returns the facts that a kind of chart, or a table, shows for a
// selection, in file order. Ranges and trend take estimates; bars takes estimates
// and transfers with an amount; timeline takes events; exchange takes transfers;
// map takes facts with a place that has coordinates; table takes all. Facts that
// another supersedes are among them: it is for the chart to mark them.
//
// An empty field of the selection does not restrict. From and To take the facts
// whose time, at its precision, overlaps the span: a fact as of 2024 is in a span
// that begins in 2024-10. A fact without a date is in no span. Actor matches any
// of the fact's actors, and who gives or gets a transfer.
func (f *File) Select(kind string, s Selection) []*Fact {
	var out []*Fact
	add := func(fact *Fact) {
		if f.shown(kind, fact) && s.matches(fact) {
			out = append(out, fact)
		}
	}
	if s.IDs == nil {
		for i := range f.Facts {
			add(&f.Facts[i])
		}
		return out
	}
	var at []int
	for _, id := range s.IDs {
		if i, ok := f.index.facts[id]; ok {
			at = append(at, i)
		}
	}
	slices.Sort(at)
	for _, i := range slices.Compact(at) {
		add(&f.Facts[i])
	}
	return out
}

// shown reports whether that kind of chart can show the fact.
func (f *File) shown(kind string, fact *Fact) bool {
	switch kind {
	case "ranges", "trend":
		return fact.Type == "estimate"
	case "bars":
		return fact.Type == "estimate" || fact.Type == "transfer" && fact.HasAmount()
	case "timeline":
		return fact.Type == "event"
	case "exchange":
		return fact.Type == "transfer"
	case "map":
		p := f.Place(fact.Place)
		return p != nil && p.Lat != nil && p.Lon != nil
	}
	return kind == "table"
}

// matches reports whether the fact is within the selection, its ids aside.
func (s *Selection) matches(f *Fact) bool {
	in := func(list []string, v string) bool { return len(list) == 0 || slices.Contains(list, v) }
	return in(s.Type, f.Type) && in(s.Measure, f.Measure) && in(s.Origin, f.Origin) && in(s.Place, f.Place) &&
		in(s.Status, f.Status) && in(s.Category, f.Category) && s.within(f) && (len(s.Actor) == 0 || s.concerns(f))
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
	begin, end := f.When(), f.Until
	if begin.IsZero() {
		return false
	}
	if end == (date.Date{}) {
		end = begin
	}
	return (s.From.IsZero() || end.Last() >= s.From.First()) && (s.To.IsZero() || begin.First() <= s.To.Last())
}
