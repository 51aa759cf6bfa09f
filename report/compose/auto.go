package compose

import (
	"strings"

	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/lang"
)

// fromFactsAlone writes a full briefing where the author wrote no sections:
// judgements, key figures, a figure per measure, timeline, exchange, table.
func (c *composer) fromFactsAlone() []doc.Block {
	var out []doc.Block
	add := func(id, key string, blocks ...doc.Block) {
		if len(blocks) > 0 {
			out = append(out, &doc.Section{ID: c.anchor(id), Title: c.l.Say(key), Blocks: blocks})
		}
	}
	if len(c.f.Judgements) > 0 {
		add("judgements", "doc.judgements", c.judgements(nil))
	}
	add("key-figures", "doc.keyfigures", c.keyFigures()...)
	add("estimates", "auto.estimates", c.measureSections()...)
	if c.any(claim.Timeline) {
		add("timeline", "auto.timeline", c.figure(&facts.Chart{Kind: claim.Timeline, ID: "figure-timeline"}, facts.Clear))
	}
	if c.any(claim.Exchange) {
		add("exchange", "auto.exchange", c.figure(&facts.Chart{Kind: claim.Exchange, ID: "figure-exchange"}, facts.Clear))
	}
	if len(c.f.Facts) > 0 {
		add("facts", "auto.facts", c.table(&facts.Table{}, facts.Clear))
	}
	return out
}

func (c *composer) any(kind claim.ChartKind) bool {
	return len(c.f.Select(kind, facts.Selection{})) > 0
}

// keyFigures shows the newest estimate of each measure, eight at most, in the file's order.
func (c *composer) keyFigures() []doc.Block {
	out := &doc.KeyFigures{}
	for i := range c.f.Measures {
		m := &c.f.Measures[i]
		chosen := c.f.Select(claim.Ranges, facts.Selection{Measure: []string{m.ID}})
		if len(chosen) == 0 || len(out.Items) == 8 {
			continue
		}
		newest := chosen[0]
		for _, f := range chosen {
			if f.When().Compare(newest.When()) > 0 {
				newest = f
			}
		}
		out.Items = append(out.Items, c.keyFigure(m, newest, chosen))
	}
	if len(out.Items) == 0 {
		return nil
	}
	return []doc.Block{out}
}

// keyFigure shows one estimate: its best value large, its range behind what is counted.
func (c *composer) keyFigure(m *facts.Measure, f *facts.Fact, all []*facts.Fact) doc.KeyFigure {
	unit, what := m.Unit.Line(c.tag), c.l.Cap(m.Name.Line(c.tag))
	if strings.HasPrefix(strings.ToLower(what), strings.ToLower(unit)) {
		unit = ""
	}
	value := c.w.Amount(f)
	if value.Best != nil && (value.Low != nil || value.High != nil) {
		what += c.inBrackets(c.l.Short(lang.Amount{Low: value.Low, High: value.High}))
		value.Low, value.High = nil, nil
	}
	who := []doc.Inline{doc.Text(c.w.Origin(f.Origin) + c.inBrackets(c.l.ShortDate(f.When())))}
	return doc.KeyFigure{Value: []doc.Inline{c.valueOf(f, c.l.Short(value))}, Unit: unit, What: what,
		Who: append(append(who, c.refs(f)...), c.rivals(f, all)...), Marking: c.own(f.Marking)}
}

// rivals names what other origins last said of the same measure, three at most.
func (c *composer) rivals(newest *facts.Fact, all []*facts.Fact) []doc.Inline {
	var said []string
	for _, f := range c.latest(all) {
		if f.Origin != newest.Origin && len(said) < 3 {
			said = append(said, c.w.Origin(f.Origin)+" "+c.w.Short(f)+c.inBrackets(c.l.ShortDate(f.When())))
		}
	}
	if said == nil {
		return nil
	}
	return c.text("; " + c.l.Say("figure.others", strings.Join(said, "; ")))
}

// measureSections shows each measure: its definition, the rival estimates and,
// where one origin spoke more than once, how they moved.
func (c *composer) measureSections() []doc.Block {
	var out []doc.Block
	for i := range c.f.Measures {
		m := &c.f.Measures[i]
		by := facts.Selection{Measure: []string{m.ID}}
		s := &doc.Section{ID: c.anchor("measure-" + m.ID), Title: c.l.Cap(m.Name.Line(c.tag))}
		if def := m.Definition.In(c.tag); len(def) > 0 {
			for _, p := range def {
				s.Blocks = append(s.Blocks, &doc.Paragraph{Inlines: c.text(p)})
			}
		}
		estimates := c.f.Select(claim.Ranges, by)
		if len(estimates) > 0 {
			s.Blocks = append(s.Blocks, c.figure(&facts.Chart{Kind: claim.Ranges, ID: "figure-" + m.ID, Select: by}, facts.Clear))
		}
		if repeated(estimates) {
			s.Blocks = append(s.Blocks, c.figure(&facts.Chart{Kind: claim.Trend, ID: "trend-" + m.ID, Select: by}, facts.Clear))
		}
		by.Type = []claim.FactType{claim.Transfer}
		if len(c.f.Select(claim.Bars, by)) > 0 {
			s.Blocks = append(s.Blocks, c.figure(&facts.Chart{Kind: claim.Bars, ID: "bars-" + m.ID, Select: by}, facts.Clear))
		}
		if len(s.Blocks) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// repeated reports whether an origin gave estimates for two dates.
func repeated(all []*facts.Fact) bool {
	first := map[string]*facts.Fact{}
	for _, f := range all {
		if g := first[f.Origin]; g != nil && g.When() != f.When() {
			return true
		}
		first[f.Origin] = f
	}
	return false
}
