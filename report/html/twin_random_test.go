package html

import (
	"fmt"
	"math"
	"math/rand/v2"

	"sitrep/report/chart"
	"sitrep/report/date"
	"sitrep/report/lang"
)

// A source of random charts.
type dice struct {
	*rand.Rand
	l *lang.Language
}

func (d dice) one(items ...string) string { return items[d.IntN(len(items))] }

func (d dice) status() string {
	return d.one("confirmed", "reported", "claimed", "assessed", "planned", "denied")
}

func (d dice) name() string {
	return d.one("Ministry", "Observatory of the northern delta", "Штаб", "Red Cross", "HUR", "NIS") + d.one("", " (South)", " of the provinces")
}

// date is a day, month or year of three years, often the same.
func (d dice) date() date.Date {
	t := date.Date{Year: 2023 + d.IntN(3), Month: 1 + d.IntN(12), Day: 1 + d.IntN(28)}
	switch d.IntN(8) {
	case 0:
		t.Day = 0
	case 1:
		t.Month, t.Day = 0, 0
	case 2, 3:
		return date.Date{Year: 2024, Month: 10, Day: 23}
	}
	return t
}

func (d dice) row(i int, most float64) chart.Row {
	v := func() float64 { return math.Round(math.Pow(10, d.Float64()*most)) * float64(min(d.IntN(8), 1)) }
	a := [3]float64{v(), v(), v()}
	low, high := min(a[0], a[1], a[2]), max(a[0], a[1], a[2])
	best := a[0] + a[1] + a[2] - low - high
	m := lang.Amount{Approx: d.IntN(3) == 0}
	switch d.IntN(6) {
	case 0:
		m.Low = &low
	case 1:
		m.High = &high
	case 2:
		m.Low, m.High = &low, &high
	case 3:
		m.Low, m.Best, m.High = &low, &best, &high
	case 4:
		m.Low, m.Best = &low, &best
	default:
		m.Best = &best
	}
	day, k := d.date(), d.IntN(10)
	return chart.Row{ID: fmt.Sprint("r", i), Label: d.name(), Origin: fmt.Sprint("o", k), Detail: d.one("", "", "in the north"), Date: day, DateText: d.l.ShortDate(day),
		Low: m.Low, Best: m.Best, High: m.High, Approx: m.Approx, Value: d.l.Short(m), Status: d.status(), StatusText: "s", Superseded: d.IntN(6) == 0, Grade: d.one("", "B2")}
}

func (d dice) rows(most float64) []chart.Row {
	rows := make([]chart.Row, 1+d.IntN(14))
	groups := d.IntN(3)
	for i := range rows {
		if rows[i] = d.row(i, most); groups > 0 {
			rows[i].Group = fmt.Sprint("Group ", i*groups/len(rows))
		}
	}
	return rows
}

// parts are rows of few origins and dates, most of which are stacked.
func (d dice) parts() []chart.Row {
	rows := make([]chart.Row, 2+d.IntN(12))
	for i := range rows {
		r := d.row(i, 4)
		v := float64(1 + d.IntN(4000))
		r.Low, r.Best, r.High, r.Approx, r.Value = nil, &v, nil, false, d.l.Number(v)
		r.Origin, r.Label, r.Date, r.DateText = "o", "Observatory", date.Date{Year: 2020 + d.IntN(3)}, ""
		r.DateText, r.Group = d.l.ShortDate(r.Date), fmt.Sprint("Group ", d.IntN(11))
		rows[i] = r
	}
	return rows
}

func (d dice) events() []chart.Event {
	all := make([]chart.Event, 1+d.IntN(20))
	for i := range all {
		t := d.date()
		all[i] = chart.Event{ID: fmt.Sprint("e", i), Date: t, DateText: d.l.ShortDate(t), Text: "Event " + fmt.Sprint(i) + " is told by " + d.name(), Status: d.status(), Origin: d.name(), Grade: "B2"}
		if d.IntN(3) == 0 {
			if u := d.date(); u.Last() > t.Last() {
				all[i].Until, all[i].DateText = u, d.l.ShortSpan(t, u)
			}
		}
	}
	return all
}

func (d dice) exchange() *chart.Exchange {
	x := &chart.Exchange{}
	for i := range 2 + d.IntN(3) {
		x.Parties = append(x.Parties, chart.Party{ID: fmt.Sprint("p", i), Name: fmt.Sprint("Country ", i)})
	}
	for i := range 1 + d.IntN(10) {
		k := d.IntN(len(x.Parties))
		c := d.one("troops", "arms", "technology", "energy", "money", "diplomacy", "goods", "other")
		x.Flows = append(x.Flows, chart.Flow{ID: fmt.Sprint("f", i), From: x.Parties[k].ID, To: x.Parties[(k+1+d.IntN(len(x.Parties)-1))%len(x.Parties)].ID, Item: fmt.Sprint("Item ", i),
			Category: c, CategoryText: c, Status: d.status(), Origin: d.name(), DateText: "2024", Value: d.one("", "5,000 crates")})
	}
	return x
}

func (d dice) places() *chart.Map {
	m := &chart.Map{}
	lon, lat := d.Float64()*300-150, d.Float64()*120-60
	for i := range 2 + d.IntN(6) {
		p := chart.Place{ID: fmt.Sprint("p", i), Name: fmt.Sprint("Place ", i), Lon: lon + d.Float64()*20, Lat: lat + d.Float64()*15}
		for k := range 1 + d.IntN(3) {
			p.Rows = append(p.Rows, d.row(10*i+k, 4))
		}
		m.Places = append(m.Places, p)
	}
	return m
}

func (d dice) chart(i int) *chart.Chart {
	c := &chart.Chart{ID: fmt.Sprint("random-", i), Unit: "soldiers", Language: d.l}
	switch i % 8 {
	case 0:
		c.Plot = &chart.Ranges{Rows: d.rows(1 + 8*d.Float64()), Log: d.IntN(3) == 0}
	case 1, 2:
		c.Plot = &chart.Trend{Rows: d.rows(1 + 5*d.Float64()), Events: d.events(), Log: d.IntN(3) == 0}
	case 3:
		c.Plot = &chart.Bars{Rows: d.rows(1 + 5*d.Float64()), Log: d.IntN(4) == 0}
	case 4:
		c.Plot = &chart.Bars{Rows: d.parts()}
	case 5:
		c.Plot = &chart.Timeline{Events: d.events()}
	case 6:
		c.Plot = d.exchange()
	default:
		c.Plot = d.places()
	}
	return c
}
