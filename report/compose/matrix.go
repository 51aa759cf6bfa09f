package compose

import (
	"sitrep/report/chart"
	"sitrep/report/facts"
	"sitrep/report/reasoning"
)

// matrix weighs the chosen claims on the hypotheses.
func (c *composer) matrix(chosen []*facts.Fact) *chart.Matrix {
	var ids []string
	by := map[string]*facts.Fact{}
	for _, f := range chosen {
		ids, by[f.ID] = append(ids, f.ID), f
	}
	if len(ids) == 0 {
		return &chart.Matrix{}
	}
	m := reasoning.New(c.f, c.lines, ids...)
	apart := differ(chosen, func(f *facts.Fact) string { return f.Measure + string(f.Type) })
	out := &chart.Matrix{Lead: m.Lead}
	least := set(m.Least)
	for i, s := range m.Scores {
		out.Hypotheses = append(out.Hypotheses, chart.Hypothesis{ID: s.Hypothesis, Name: c.w.Line(c.f.Hypotheses[i].Name),
			Score: s.Inconsistency, Against: s.Against, Least: least[s.Hypothesis]})
	}
	for _, r := range m.Rows {
		f := by[r.Fact]
		day := c.l.ShortDate(f.When())
		out.Claims = append(out.Claims, chart.WeighedClaim{ID: f.ID, Text: c.weighed(f, apart),
			Meta:   dotted(day, c.w.Status(f.Status), c.w.Grade(f)),
			Origin: c.w.Origin(f.Origin), Status: f.Status, StatusText: c.w.Status(f.Status), DateText: day, Grade: c.w.Grade(f),
			Sources: c.publishers(f), Weights: r.Weights, Diagnosticity: r.Diagnosticity})
		c.stands(f)
	}
	return out
}

// weighed tells shortly who claims what; where the claims are not all of one measure, also of what.
func (c *composer) weighed(f *facts.Fact, apart bool) string {
	what := c.w.Claim(f)
	if f.HasAmount() && !apart {
		what = c.w.Value(f)
	}
	return c.w.Origin(f.Origin) + ": " + what
}

// set holds words for quick asking.
func set(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}
