package html

import (
	"slices"

	"sitrep/report/chart"
	"sitrep/report/theme"
)

// timelineOption builds the option of a timeline: one series a status, time
// downwards. An item's value is its moment.
func timelineOption(c *chart.Chart, p *chart.Timeline) map[string]any {
	e := frame(c)
	var statuses []theme.Token
	for i := range p.Events {
		if t := chart.StatusToken(p.Events[i].Status); !slices.Contains(statuses, t) {
			statuses = append(statuses, t)
		}
	}
	for _, t := range statuses {
		var own []chart.Event
		name := ""
		for _, v := range p.Events {
			if chart.StatusToken(v.Status) == t {
				own = append(own, v)
				name = v.StatusText
			}
		}
		e.AddSeries(name, nil, drawn("event", t, eventMarks(own)))
	}
	return done(e)
}

// eventMarks makes items of the events that have a date.
func eventMarks(events []chart.Event) []mark {
	items := []mark{}
	for i := range events {
		v := &events[i]
		if v.Date.IsZero() {
			continue
		}
		m := mark{ID: v.ID, End: v.DateText, Origin: v.Origin, Status: v.Status, Meta: join(" · ", v.Origin, v.StatusText, v.Grade)}
		m.Name = v.Text
		m.Lasted = !v.Until.IsZero() && v.Until != v.Date
		m.Value = []any{int64(v.Date.Middle() * millis)}
		m.Span = []int64{int64(v.Date.First()) * millis, int64(v.Date.Last()) * millis}
		if m.Lasted {
			m.Span[1] = int64(max(v.Until.Last(), v.Date.First())) * millis
		}
		items = append(items, m)
	}
	return items
}

// flagMarks makes items of the events on a trend's axis, which say their status where it is not that they are so.
func flagMarks(events []chart.Event) []mark {
	events = slices.Clone(events)
	for i := range events {
		if e := &events[i]; e.Status != "confirmed" && e.StatusText != "" {
			e.DateText += " (" + e.StatusText + ")"
		}
	}
	return eventMarks(events)
}

// exchangeOption builds the option of an exchange: one series a category, no
// axes. An item's value is who gives, who receives, whose names stand left and
// right, the category, and low, best and high.
func exchangeOption(c *chart.Chart, p *chart.Exchange, order []string) map[string]any {
	e := frame(c)
	flows := map[string]*chart.Flow{}
	for i := range p.Flows {
		flows[p.Flows[i].ID] = &p.Flows[i]
	}
	items := map[theme.Token][]mark{}
	names := map[theme.Token]string{}
	var categories []theme.Token
	left := map[[2]string]string{} // who stands left, by the two parties
	parties := partyNames(p)
	for _, id := range order {
		f := flows[id]
		if left[[2]string{f.From, f.To}] == "" {
			left[[2]string{f.From, f.To}], left[[2]string{f.To, f.From}] = f.From, f.From
		}
		l, r := left[[2]string{f.From, f.To}], f.To
		if l == f.To {
			r = f.From
		}
		m := mark{ID: f.ID, Group: c.Language.Cap(f.CategoryText), Text: f.Value, Origin: f.Origin, Status: f.Status, End: join(" · ", f.DateText, f.Grade),
			Gives: c.Language.Say("chart.gives", parties[f.From], parties[f.To])}
		m.Name = f.Item
		m.Value = []any{f.From, f.To, l, r, f.Category, given(f.Low), given(f.Best), given(f.High)}
		t := chart.CategoryToken(f.Category)
		if items[t] == nil {
			categories = append(categories, t)
		}
		items[t], names[t] = append(items[t], m), f.CategoryText
	}
	for _, t := range categories {
		e.AddSeries(names[t], nil, drawn("flow", t, items[t]))
	}
	return done(e)
}

func partyNames(p *chart.Exchange) map[string]string {
	names := map[string]string{}
	for i := range p.Flows {
		names[p.Flows[i].From], names[p.Flows[i].To] = p.Flows[i].From, p.Flows[i].To
	}
	for _, party := range p.Parties {
		if party.Name != "" {
			names[party.ID] = party.Name
		}
	}
	return names
}
