package compose

import (
	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/reasoning"
)

// mostLosses is how many losses the trials of a page may tell; beyond, only origins are offered, and if these are
// too many, none.
const mostLosses = 20000

// trials works out what breaks without each origin, source and fact of a briefing with judgements.
func (c *composer) trials() *doc.Trials {
	if len(c.f.Judgements) == 0 {
		return nil
	}
	t := &trialist{c: c, rests: evidence.Rests(c.f, c.lines), things: map[string]int{}, fates: map[string]int{}, here: map[string]bool{}}
	for p := range c.f.Texts() {
		t.here[p.Pointer] = p.Lang == "" || p.Lang == c.l.Tag
	}
	for i := range c.f.Origins {
		id := c.f.Origins[i].ID
		t.try(evidence.KindOrigin, id, func() string { return c.w.Origin(id) })
	}
	if t.told > mostLosses {
		return nil
	}
	origins := len(t.out.Cases)
	for i := range c.f.Sources {
		s := &c.f.Sources[i]
		t.try("source", s.ID, func() string { return dotted(c.w.Name(s.Publisher), c.l.ShortDate(s.Published), c.w.Name(s.Title)) })
	}
	for i := range c.f.Facts {
		id := c.f.Facts[i].ID
		t.try(evidence.KindFact, id, func() string { return c.factName(id) })
	}
	if t.told > mostLosses {
		t.out.Cases = t.out.Cases[:origins]
	}
	return &t.out
}

// A trialist tries one thing after the other.
type trialist struct {
	c             *composer
	rests         *evidence.Reliance
	out           doc.Trials
	things, fates map[string]int  // positions
	here          map[string]bool // JSON pointers of the texts that the page shows: those of its language, or of all
	told          int
}

// try adds a trial, where something breaks by it.
func (t *trialist) try(kind evidence.Kind, id string, name func() string) {
	if t.told > mostLosses {
		return
	}
	impact, _ := t.rests.Without(id)
	var losses [][2]int
	for _, l := range reasoning.Told(t.c.f, impact, t.c.l) {
		if l.Kind == evidence.KindText && !t.here[l.Pointer] {
			continue
		}
		thing, known := t.things[string(l.Kind)+" "+l.ID]
		if !known {
			thing = len(t.out.Things)
			t.things[string(l.Kind)+" "+l.ID] = thing
			t.out.Things = append(t.out.Things, t.c.trialThing(l))
		}
		fate, known := t.fates[l.Says]
		if !known {
			fate = len(t.out.Fates)
			t.fates[l.Says] = fate
			t.out.Fates = append(t.out.Fates, l.Says)
		}
		losses = append(losses, [2]int{thing, fate})
	}
	t.told += len(losses)
	if losses != nil {
		t.out.Cases = append(t.out.Cases, doc.Trial{Kind: string(kind), ID: id, Name: name(), Losses: losses})
	}
}

// trialThing names what loses as the page does.
func (c *composer) trialThing(l evidence.Told) doc.TrialThing {
	out := doc.TrialThing{Kind: string(l.Kind), ID: l.ID}
	switch l.Kind {
	case evidence.KindOrigin:
		out.Name = c.w.Origin(l.ID)
	case evidence.KindFact:
		out.Name = c.factName(l.ID)
	case evidence.KindHypothesis:
		for i := range c.f.Hypotheses {
			if h := &c.f.Hypotheses[i]; h.ID == l.ID {
				out.Name = c.w.Line(h.Name)
			}
		}
	case evidence.KindJudgement, evidence.KindFigure:
		if out.Name = c.labels[l.ID]; c.anchors[l.ID] > 0 {
			out.Anchor = l.ID
		}
	}
	return out
}

// factName tells a fact shortly: who says what.
func (c *composer) factName(id string) string {
	f := c.f.Fact(id)
	what := c.w.Claim(f)
	if f.HasAmount() && f.Measure != "" {
		what = dotted(c.w.Value(f), c.l.ShortDate(f.When()))
	}
	return c.w.Origin(f.Origin) + ": " + what
}
