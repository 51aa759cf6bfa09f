package compose

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/wording"
)

// An aspect is one of the things that say what a number counts.
type aspect struct {
	label string
	of    func(wording.Words, *facts.Fact) string
}

// aspects are what tells a claim from others of its origin.
func (c *composer) aspects() []aspect {
	return []aspect{
		{c.l.Say("since.measure"), func(w wording.Words, f *facts.Fact) string {
			if m := w.File.Measure(f.Measure); m != nil {
				return w.Line(m.Name)
			}
			return ""
		}},
		{c.l.Say("since.place"), func(w wording.Words, f *facts.Fact) string { return w.Place(f.Place) }},
		{c.l.Say("since.part"), func(w wording.Words, f *facts.Fact) string { return w.Parts(f) }},
		{c.l.Say("since.period"), func(w wording.Words, f *facts.Fact) string { return w.ShortPeriod(f) }},
	}
}

// subject names who says something, and of what: an event and a statement by its words, a transfer by its way and item, a
// number by those of its aspects that are to be named.
func (c *composer) subject(w wording.Words, f *facts.Fact, named func(aspect) bool) string {
	parts := []string{w.Origin(f.Origin)}
	switch f.Type {
	case claim.Estimate:
		for _, a := range c.aspects() {
			if named(a) {
				parts = append(parts, a.of(w, f))
			}
		}
	case claim.Transfer:
		parts = append(parts, w.Way(f), w.Line(f.Item))
	default:
		parts = append(parts, c.l.Quote(w.Line(f.Statement)))
	}
	return strings.Join(withoutEmpty(parts...), ", ")
}

// withWhat says a claim that came or went: who says what of what, when, and how firmly.
func (c *composer) withWhat(w wording.Words, f *facts.Fact) string {
	says := strings.Join(withoutEmpty(c.subject(w, f, func(aspect) bool { return true }), w.ShortWhen(f)), ", ")
	if f.HasAmount() {
		says += ": " + w.Value(f)
	}
	return says + "; " + strings.Join(withoutEmpty(w.Status(f.Status), w.Grade(f)), ", ")
}

// titles quotes the titles of sources of an edition, each once, and gives their markings.
func (c *composer) titles(w wording.Words, ids []string) (titles []string, told []facts.Marking) {
	for _, id := range ids {
		source := w.File.Source(id)
		if source == nil { // of the old edition, under the id that it has now
			source = c.f.Source(id)
		}
		if title := c.l.Quote(w.Name(source.Title)); !slices.Contains(titles, title) {
			titles, told = append(titles, title), append(told, evidence.OfNames(w.File, source.Marking)...)
		}
	}
	return titles, told
}
