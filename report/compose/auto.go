package compose

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// fromFactsAlone writes a full briefing where the author wrote no sections:
// judgements, key figures, each measure, timeline, exchange, hypotheses, what became of judgements, table.
func (c *composer) fromFactsAlone() []doc.Block {
	var out []doc.Block
	add := func(id, key string, blocks ...doc.Block) {
		if len(blocks) > 0 {
			out = append(out, &doc.Section{ID: c.anchor(id), Title: c.l.Say(key), Blocks: blocks})
		}
	}
	open, past := c.openAndPast()
	if open != nil {
		add("judgements", "doc.judgements", c.judgements(open, c.f.Briefing.Marking))
	}
	add("key-figures", "doc.keyfigures", c.keyFigures()...)
	add("estimates", "auto.estimates", c.measureSections()...)
	if c.any(claim.Timeline) {
		add("timeline", "auto.timeline", c.figure(&facts.Chart{Kind: claim.Timeline, ID: "figure-timeline"}, c.f.Briefing.Marking))
	}
	if c.any(claim.Exchange) {
		add("exchange", "auto.exchange", c.figure(&facts.Chart{Kind: claim.Exchange, ID: "figure-exchange"}, c.f.Briefing.Marking))
	}
	if c.any(claim.Matrix) {
		add("hypotheses", "auto.hypotheses", c.figure(&facts.Chart{Kind: claim.Matrix, ID: "figure-hypotheses"}, c.f.Briefing.Marking))
	}
	if past != nil {
		add("outcomes", "auto.outcomes", c.outcomes(nil, c.f.Briefing.Marking)...)
	}
	if c.any("") {
		add("facts", "auto.facts", c.table(&facts.Table{}, c.f.Briefing.Marking))
	}
	return out
}

// openAndPast are the ids of the judgements that stand open, and of those of which the outcome is known.
func (c *composer) openAndPast() (open, past []string) {
	for i := range c.f.Judgements {
		if j := &c.f.Judgements[i]; j.Past() {
			past = append(past, j.ID)
		} else {
			open = append(open, j.ID)
		}
	}
	return open, past
}

func (c *composer) any(kind claim.ChartKind) bool {
	return len(c.f.Select(kind, facts.Selection{})) > 0
}

// measureSections shows each measure: its definition, and what is claimed of it.
func (c *composer) measureSections() []doc.Block {
	var out []doc.Block
	for i := range c.f.Measures {
		m := &c.f.Measures[i]
		s := &doc.Section{ID: c.anchor("measure-" + m.ID), Title: c.l.Cap(c.w.Line(m.Name))}
		for _, p := range m.Definition.In(c.tag) {
			s.Blocks = append(s.Blocks, &doc.Paragraph{Inlines: c.text(p)})
		}
		shown := len(s.Blocks)
		s.Blocks = append(s.Blocks, c.estimates(m)...)
		transfers := facts.Selection{Measure: []string{m.ID}, Type: []claim.FactType{claim.Transfer}}
		switch given := c.f.Select(claim.Bars, transfers); {
		case len(given) == 1: // a bar alone compares nothing
			t := c.table(&facts.Table{Select: transfers}, c.f.Briefing.Marking)
			t.Title = c.l.Cap(c.w.Line(m.Name))
			s.Blocks = append(s.Blocks, t)
		case len(given) > 1:
			s.Blocks = append(s.Blocks, c.figure(&facts.Chart{Kind: claim.Bars, ID: "bars-" + m.ID, Select: transfers}, c.f.Briefing.Marking))
		}
		if len(s.Blocks) > shown {
			out = append(out, s)
		}
	}
	return out
}

// estimates shows what is claimed of a measure: a sentence where it is a single claim, a
// trend or bars where nobody contests any of the claims and a table of few, else one figure, ranges or a trend by
// what the claims are. Its title is how they stand to each other.
func (c *composer) estimates(m *facts.Measure) []doc.Block {
	by := facts.Selection{Measure: []string{m.ID}, Type: []claim.FactType{claim.Estimate}}
	all := c.f.Select(claim.Ranges, by)
	groups := c.comparable(all)
	switch {
	case len(all) == 0:
		return nil
	case len(all) == 1:
		return []doc.Block{&doc.Paragraph{Inlines: c.single(all[0]), Marking: c.own(evidence.Marked(c.f, all[0]))}}
	}
	title := c.l.Say("finding.groups", c.l.Cap(c.w.Line(m.Name)), c.l.Count("finding.claims", len(all)))
	b := &facts.Chart{Kind: claim.Ranges, ID: "figure-" + m.ID, Select: by}
	switch {
	case len(groups) == len(all) && c.successive(all):
		b.Kind = claim.Trend
	case len(groups) == len(all) && len(all) >= fewBars && c.lengths(m, all):
		b.Kind, b.Group = claim.Bars, claim.GroupOrigin
	case len(groups) == len(all):
		t := c.table(&facts.Table{Select: by}, c.f.Briefing.Marking)
		t.Title = title
		return []doc.Block{t}
	case len(groups) > 1:
		b.Group = byGroup
	default:
		title = c.finding(all, c.w.Unit(m.ID))
		if but := c.reservations(all); title != "" && but != "" {
			title = c.but(title, but)
		}
		if moves(all) {
			b.Kind = claim.Trend
		}
	}
	if title == "" {
		title = c.l.Cap(c.w.Line(m.Name))
	}
	return []doc.Block{c.titledFigure(b, c.f.Briefing.Marking, title, nil)}
}

// fewBars is how many amounts that nobody contests make a figure; fewer are read in a table.
const fewBars = 3

// lengths reports whether the claims are amounts that lengths can stand for, and that are told apart by one thing: by place, by part or
// by stretch of time.
func (c *composer) lengths(m *facts.Measure, all []*facts.Fact) bool {
	n := 0
	for _, of := range []func(*facts.Fact) string{func(f *facts.Fact) string { return f.Place }, c.w.Parts, c.w.ShortPeriod} {
		if differ(all, of) {
			n++
		}
	}
	return n == 1 && m.Kind.FromZero() && !slices.ContainsFunc(all, func(f *facts.Fact) bool { return f.Best == nil || !f.Status.Standing() })
}

// successive reports whether one origin tells of three stretches of time or more of one thing that follow each other, and told
// of each at a later date: a number that moves.
func (c *composer) successive(all []*facts.Fact) bool {
	of := map[string]*facts.Fact{}
	n := map[string]int{}
	byDate := slices.SortedStableFunc(slices.Values(all), func(a, b *facts.Fact) int { return a.When().First() - b.When().First() })
	for _, f := range byDate {
		k := f.Origin + " " + f.Series()
		if last := of[k]; last != nil && (f.When().First() <= last.When().First() || !last.Period.Follows(f.Period)) {
			return false
		}
		of[k] = f
		n[k]++
	}
	most := 0
	for _, k := range n {
		most = max(most, k)
	}
	return most >= fewBars && c.panels(all) != byGroup
}

// moves reports whether claims tell how a number moved: one origin gave it for two
// dates, and there are three dates or more.
func moves(all []*facts.Fact) bool {
	dates, first, again := map[string]bool{}, map[string]*facts.Fact{}, false
	for _, f := range all {
		if f.When().IsZero() {
			return false
		}
		dates[f.When().String()] = true
		if g := first[f.Origin]; g != nil && g.When() != f.When() {
			again = true
		}
		first[f.Origin] = f
	}
	return again && len(dates) > 2
}

// single says the one claim of a measure, how firm it is and where it was read.
func (c *composer) single(f *facts.Fact) []doc.Inline {
	out := []doc.Inline{doc.Text(c.l.Say("auto.single") + " ")}
	out = append(out, c.evidence(f, telling{where: true})...)
	out = append(out, c.text("; "+c.standing(f))...)
	return append(append(out, sorted(c.refs(f))...), doc.Text("."))
}
