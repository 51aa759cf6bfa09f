package diff

import (
	"slices"
	"strings"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// credibilities and reliabilities are the Admiralty grades that compare, from the
// weakest.
var (
	credibilities = []string{"5", "4", "3", "2", "1"}
	reliabilities = []string{"E", "D", "C", "B", "A"}
)

// fact compares a fact with the one of its id in the old edition or, where that
// has none, with the one that it supersedes there.
func (p *pair) fact(was, is *facts.Fact) Item {
	f, side := present(p, was, is)
	it := Item{Summary: side.claim(f)}
	var c changes
	if is == nil && p.newID[was.ID] != "" {
		return Item{} // told where it is now
	}
	if is == nil {
		c.ids("contradicts", was.Contradicts, nil)
		it.Kind, it.Changes, it.Judgements = Removed, c, p.wasBasis.on(was.ID)
		if still := revised(p.old, p.new, was); still != nil {
			it.Revises = still.ID
		}
		return it
	}
	if was == nil && p.oldID[is.ID] != "" {
		it.Kind, it.Was = Renamed, p.oldID[is.ID]
		was = p.old.Fact(it.Was)
	}
	if was == nil {
		if was = revised(p.new, p.old, is); was == nil {
			c.ids("contradicts", nil, is.Contradicts)
			it.Kind, it.Changes, it.Judgements = Added, c, p.isBasis.on(is.ID)
			return it
		}
		it.Kind, it.Revises = Revised, was.ID
	}
	it.Changes = p.factChanges(was, is, it.Kind == Revised)
	if it.Kind == "" && len(it.Changes) > 0 {
		it.Kind = Changed
	}
	if it.Kind != "" {
		it.Judgements = p.isBasis.on(is.ID, it.Revises)
	}
	return it
}

// revised finds the fact of the other edition that one of this edition supersedes,
// by way of facts that only this one has too; nil where it supersedes none.
func revised(this, other *facts.File, f *facts.Fact) *facts.Fact {
	for f != nil && f.Supersedes != "" { // never in a circle: the file would not have loaded
		if found := other.Fact(f.Supersedes); found != nil {
			return found
		}
		f = this.Fact(f.Supersedes)
	}
	return nil
}

// factChanges compares all that a fact says. That a revision supersedes what it
// revises goes without saying.
func (p *pair) factChanges(was, is *facts.Fact, revision bool) []Change {
	var c changes
	c.term("type", string(was.Type), string(is.Type))
	c.term("measure", p.moved.measures.now(was.Measure), is.Measure)
	p.value(&c, was, is)
	c.ids("by", coordinates(was.By), coordinates(is.By))
	c.term("period", spanned(was.Period), spanned(is.Period))
	c.text(p.words, "interval", was.Interval, is.Interval)
	c.ids("weighs", weighings(was.Weighs), weighings(is.Weighs))
	c.date("as_of", was.AsOf, is.AsOf)
	c.date("date", was.Date, is.Date)
	c.date("until", was.Until, is.Until)
	c.term("from", p.moved.actors.now(was.From), is.From)
	c.term("to", p.moved.actors.now(was.To), is.To)
	c.text(p.words, "item", was.Item, is.Item)
	c.term("category", string(was.Category), string(is.Category))
	c.term("origin", p.moved.origins.now(was.Origin), is.Origin)
	c.term("status", string(was.Status), string(is.Status))
	c.ranked("credibility", digit(was.Credibility), digit(is.Credibility), credibilities, Upgraded, Downgraded)
	c.text(p.words, "statement", was.Statement, is.Statement)
	c.term("place", p.moved.places.now(was.Place), is.Place)
	c.ids("actors", p.moved.actors.all(was.Actors), is.Actors)
	c.portion(was.Marking, was.Marked, is.Marking, is.Marked)
	if !revision {
		c.term("supersedes", p.now([]string{was.Supersedes})[0], is.Supersedes)
	}
	c.ids("contradicts", p.now(was.Contradicts), is.Contradicts)
	c.ids("derived_from", p.now(was.DerivedFrom), is.DerivedFrom)
	c.citations(p.moved.cited(was.Sources), is.Sources)
	for i, r := range is.Remarks() {
		c.text(p.words, r.Key, *was.Remarks()[i].Text, *r.Text)
	}
	return c
}

// coordinates writes the values of dimensions: "crop wheat".
func coordinates(list []facts.Coordinate) (out []string) {
	for _, c := range list {
		out = append(out, c.Dimension+" "+c.Value)
	}
	return out
}

// weighings writes how a claim fits hypotheses: "leak ++".
func weighings(list []facts.Weighing) (out []string) {
	for _, w := range list {
		out = append(out, w.Hypothesis+" "+string(w.Weight))
	}
	return out
}

// spanned writes a period as ISO 8601 has an interval of time.
func spanned(s date.Span) string {
	switch {
	case s.IsZero():
		return ""
	case s.From == s.To:
		return s.From.String()
	}
	return s.From.String() + "/" + s.To.String()
}

func digit(n int) string {
	if n == 0 {
		return ""
	}
	return string(rune('0' + n))
}

// citations compares the sources of a fact, and where in them it was read.
func (c *changes) citations(was, is []facts.Citation) {
	ids := func(list []facts.Citation) (out []string) {
		for _, s := range list {
			out = append(out, s.Source)
		}
		return out
	}
	c.ids("sources", ids(was), ids(is))
	before, now := passages(was), passages(is)
	for _, s := range is {
		old, new := before[s.Source], now[s.Source]
		delete(before, s.Source) // told once
		if old == nil || slices.Equal(old, new) {
			continue
		}
		*c = append(*c, Change{Field: "sources", Directions: []Direction{Other}, IDs: []string{s.Source}, Old: strings.Join(old, " / "),
			New: strings.Join(new, " / ")})
	}
}

// passages says where in each source something was read, sorted; a citation without
// locator and quote says nothing.
func passages(list []facts.Citation) map[string][]string {
	out := map[string][]string{}
	for _, s := range list {
		at := s.Locator
		if s.Quote != "" {
			at = strings.TrimPrefix(at+", “"+s.Quote+"”", ", ")
		}
		out[s.Source] = append(out[s.Source], at)
	}
	for _, places := range out {
		slices.Sort(places)
	}
	return out
}
