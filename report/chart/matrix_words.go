package chart

import (
	"sitrep/report/lang"
)

func (m *Matrix) table(c *Chart) Table {
	l := c.Language
	out := Table{Head: []string{l.Say("column.claim")}}
	for _, h := range m.Hypotheses {
		out.Head = append(out.Head, clean(h.Name)+" ("+l.Count("chart.matrix.score", h.Against, l.Number(tenth(h.Score)))+")")
	}
	for _, key := range []string{"chart.matrix.tells", "column.date", "column.status", "column.grade", "column.sources"} {
		out.Head = append(out.Head, l.Say(key))
	}
	out.Numeric = make([]bool, len(out.Head))
	for i := range m.Claims {
		w := &m.Claims[i]
		row := []string{w.Text}
		for k := range m.Hypotheses {
			row = append(row, Sign(w.Weights[k]))
		}
		row = append(row, l.Number(tenth(w.Diagnosticity)), w.DateText, w.StatusText, w.Grade, w.Sources)
		out.Rows, out.IDs = append(out.Rows, row), append(out.IDs, w.ID)
		out.Values = append(out.Values, nil)
	}
	return out.trim()
}

// alt says which hypothesis is contradicted least and by how much, and then each other one's score.
func (m *Matrix) alt(c *Chart) string {
	l := c.Language
	if len(m.Claims) == 0 {
		return l.Say("chart.alt.empty")
	}
	claims, hypotheses := l.Count("chart.claims", len(m.Claims)), l.Count("chart.hypotheses", len(m.Hypotheses))
	head := l.Say("chart.alt.matrix", claims, hypotheses) + ". " + m.Finding(c)
	var said []string
	alike := 0
	for _, h := range m.Hypotheses {
		if !h.Least {
			said = append(said, sentence(h.Name)+": "+l.Number(tenth(h.Score))+".")
		}
	}
	for i := range m.Claims {
		if m.Claims[i].Diagnosticity == 0 {
			alike++
		}
	}
	if alike > 0 {
		said = append(said, l.Count("chart.matrix.alikes", alike)+".")
	}
	return brief(head, said, func(n int) string { return l.Count("chart.more.hypotheses", n) })
}

// least names the hypotheses that are contradicted least, and says how much speaks against them.
func (m *Matrix) least() (names []string, score float64) {
	for _, h := range m.Hypotheses {
		if h.Least {
			names, score = append(names, sentence(h.Name)), h.Score
		}
	}
	return names, score
}

// Headline names the hypotheses that are contradicted least, for a title; empty where no claim is weighed.
func (m *Matrix) Headline(l *lang.Language) string {
	switch least, _ := m.least(); {
	case len(m.Claims) == 0 || len(least) == 0:
		return ""
	case len(least) == len(m.Hypotheses):
		return l.Say("chart.matrix.title.even")
	default:
		return l.Say("chart.matrix.title", l.List(least))
	}
}

// Finding says which hypothesis is contradicted least, and by how much less than the next.
func (m *Matrix) Finding(c *Chart) string {
	l := c.Language
	least, score := m.least()
	switch {
	case len(least) == 0:
		return ""
	case len(least) == len(m.Hypotheses):
		return l.Say("chart.matrix.even", l.Number(tenth(score))) + "."
	case len(least) > 1:
		return l.Say("chart.matrix.tied", l.List(least), l.Number(tenth(score)), l.Number(tenth(m.Lead))) + "."
	}
	return l.Say("chart.matrix.finding", least[0], l.Number(tenth(score)), l.Number(tenth(m.Lead))) + "."
}

func (m *Matrix) marks(*Chart) []Mark {
	var all []Mark
	for i := range m.Claims {
		w := &m.Claims[i]
		all = append(all, Mark{ID: w.ID, Name: w.Text, Origin: w.Origin, Status: w.Status})
	}
	return all
}
