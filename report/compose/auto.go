package compose

import (
	"strings"

	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/facts"
)

// fromFactsAlone writes a full briefing where the author wrote no sections:
// judgements, key figures, each measure, timeline, exchange, table.
func (c *composer) fromFactsAlone() []doc.Block {
	var out []doc.Block
	add := func(id, key string, blocks ...doc.Block) {
		if len(blocks) > 0 {
			out = append(out, &doc.Section{ID: c.anchor(id), Title: c.l.Say(key), Blocks: blocks})
		}
	}
	if len(c.f.Judgements) > 0 {
		add("judgements", "doc.judgements", c.judgements(nil, facts.Marking{}))
	}
	add("key-figures", "doc.keyfigures", c.keyFigures()...)
	add("estimates", "auto.estimates", c.measureSections()...)
	if c.any(claim.Timeline) {
		add("timeline", "auto.timeline", c.figure(&facts.Chart{Kind: claim.Timeline, ID: "figure-timeline"}, facts.Marking{}))
	}
	if c.any(claim.Exchange) {
		add("exchange", "auto.exchange", c.figure(&facts.Chart{Kind: claim.Exchange, ID: "figure-exchange"}, facts.Marking{}))
	}
	if c.any("") {
		add("facts", "auto.facts", c.table(&facts.Table{}, facts.Marking{}))
	}
	return out
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
			t := c.table(&facts.Table{Select: transfers}, facts.Marking{})
			t.Title = c.l.Cap(c.w.Line(m.Name))
			s.Blocks = append(s.Blocks, t)
		case len(given) > 1:
			s.Blocks = append(s.Blocks, c.figure(&facts.Chart{Kind: claim.Bars, ID: "bars-" + m.ID, Select: transfers}, facts.Marking{}))
		}
		if len(s.Blocks) > shown {
			out = append(out, s)
		}
	}
	return out
}

// estimates shows what is claimed of a measure: a sentence where it is a single claim, a
// table where nobody contests any of the claims, else one figure, ranges or a trend by
// what the claims are. Its title is how they stand to each other.
func (c *composer) estimates(m *facts.Measure) []doc.Block {
	by := facts.Selection{Measure: []string{m.ID}, Type: []claim.FactType{claim.Estimate}}
	all := c.f.Select(claim.Ranges, by)
	groups := c.comparable(all)
	switch {
	case len(all) == 0:
		return nil
	case len(all) == 1:
		return []doc.Block{&doc.Paragraph{Inlines: c.single(all[0])}}
	}
	title := c.l.Say("finding.groups", c.l.Cap(c.w.Line(m.Name)), c.l.Count("finding.claims", len(all)))
	if len(groups) == len(all) {
		t := c.table(&facts.Table{Select: by}, facts.Marking{})
		t.Title = title
		return []doc.Block{t}
	}
	b := &facts.Chart{Kind: claim.Ranges, ID: "figure-" + m.ID, Select: by}
	if len(groups) > 1 {
		b.Group = byGroup
	} else {
		title = c.finding(all, c.w.Unit(m.ID))
		but := withoutEmpty(c.reservations(all))
		if len(c.unrefuted(all)) > len(c.current(all)) {
			but = append([]string{c.l.Say("chart.latest")}, but...)
		}
		if title != "" && len(but) > 0 {
			title = c.l.Say("chart.said", title, strings.Join(but, ", "))
		}
		if moves(all) {
			b.Kind = claim.Trend
		}
	}
	if title == "" {
		title = c.l.Cap(c.w.Line(m.Name))
	}
	return []doc.Block{c.titledFigure(b, facts.Marking{}, title, nil)}
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
