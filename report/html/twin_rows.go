package html

import (
	"slices"

	"sitrep/report/chart"
	"sitrep/report/theme"
)

// boardOption builds the option of ranges and bars: one series a status. An
// item's value is low, best and high.
func boardOption(c *chart.Chart, by paint, rows []chart.Row) map[string]any {
	var statuses []theme.Token
	items := map[theme.Token][]mark{}
	names := map[theme.Token]string{}
	for i := range rows {
		r := &rows[i]
		t := chart.StatusToken(r.Status)
		if !slices.Contains(statuses, t) {
			statuses = append(statuses, t)
		}
		m := rowMark(r)
		m.Value = []any{given(r.Low), given(r.Best), given(r.High)}
		items[t] = append(items[t], m)
		names[t] = r.StatusText
	}
	e := frame(c)
	for _, t := range statuses {
		e.AddSeries(names[t], nil, drawn(by, t, items[t]))
	}
	return done(e)
}

// barsOption builds the option of bars; where rows are parts of one bar, one
// series a group.
func barsOption(c *chart.Chart, p *chart.Bars) map[string]any {
	stacks := p.Stacks()
	if stacks == nil {
		return boardOption(c, "bar", p.Rows)
	}
	var groups []string
	items := map[string][]mark{}
	tokens := map[string]theme.Token{}
	for i := range p.Rows { // colours and marks in the order in which the rows name their groups
		r := &p.Rows[i]
		if tokens[r.Group] == "" {
			tokens[r.Group] = theme.Series(len(groups))
			if r.Group == r.StatusText || r.Group == "" {
				tokens[r.Group] = chart.StatusToken(r.Status)
			}
			groups = append(groups, r.Group)
		}
	}
	for _, stack := range stacks {
		for _, i := range stack {
			r := &p.Rows[i]
			m := rowMark(r)
			m.Value = []any{given(r.Low), given(r.Best), given(r.High)}
			if m.Stack = p.Rows[stack[0]].ID; r.Group != r.StatusText && r.Group != "" {
				m.Glyph = chart.SeriesMark(slices.Index(groups, r.Group))
			}
			items[r.Group] = append(items[r.Group], m)
		}
	}
	e := frame(c)
	for _, g := range groups {
		e.AddSeries(g, nil, drawn("bar", tokens[g], items[g]))
	}
	return done(e)
}

func rowMark(r *chart.Row) mark {
	name, detail, end := r.Shown()
	m := mark{ID: r.ID, Group: r.Group, Detail: detail, End: end, Text: r.Value,
		Origin: r.Label, Status: r.Status, Approx: r.Approx, Superseded: r.Superseded}
	m.Name = name
	return m
}

// millis is a day of a chart, counted from 1970-01-01, in milliseconds.
const millis = 24 * 60 * 60 * 1000

// trendOption builds the option of a trend: for each origin a line through the
// values that were said one after the other, and the claims themselves. An
// item's value is its moment, low, best and high.
func trendOption(c *chart.Chart, p *chart.Trend) map[string]any {
	e := frame(c)
	for _, s := range p.Series() {
		items := []mark{}
		for _, i := range s.Rows {
			r := &p.Rows[i]
			if r.Date.IsZero() {
				continue
			}
			m := rowMark(r)
			m.Value = []any{int64(r.Date.Middle() * millis), given(r.Low), given(r.Best), given(r.High)}
			m.Span = []int64{int64(r.Date.First()) * millis, int64(r.Date.Last()) * millis}
			items = append(items, m)
		}
		e.AddSeries(s.Name, nil, drawn("point", s.Token, items))
	}
	if len(p.Events) > 0 {
		e.AddSeries("", nil, drawn("flag", theme.Muted, flagMarks(p.Events)))
	}
	return done(e)
}
