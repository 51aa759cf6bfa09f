package html

import (
	"math"
	"strings"
	"testing"

	"sitrep/report/atlas"
	"sitrep/report/chart"
	"sitrep/report/theme"
)

// timeline compares events with their place on the rail and how long they lasted.
func (r *reading) timeline(t *testing.T, c *chart.Chart, s *chart.Scene) {
	marks := r.inOrder()
	same(t, "order", owners(s, "dot"), ids(marks))
	days := down(t, s, calendar{l: c.Language})
	r.Read = days.ok
	for _, m := range marks {
		d := &reader{T: t, scene: s, m: m, token: r.token(m), start: math.Inf(-1), end: math.Inf(1)}
		d.says("date", d.text("date"), m.End)
		d.says("text", d.text("label"), m.Name)
		d.says("meta", d.text("meta"), m.Meta)
		d.looks(statusMark(m.Status), false)
		_, _, y0, y1 := bounds(d.paths("rail-dot")[0])
		if days.ok {
			d.at("first day", (y0+y1)/2, days.at(float64(m.Span[0])/millis), offBy)
		}
		spans := d.paths("span")
		d.holds("lasted", len(spans) > 0 && spans[0].Fill != theme.Paper, m.Lasted && m.Status != "planned")
		if len(spans) > 0 {
			if _, _, y0, y1 = bounds(spans[0]); y1-y0 > 3.02 {
				d.lasts("day", y0, y1, days)
			}
		}
	}
}

// exchange walks through the scene: who gives to whom, what, in which colour, and each item.
func (r *reading) exchange(t *testing.T, s *chart.Scene) {
	marks := r.inOrder()
	same(t, "order", owners(s, "dot"), ids(marks))
	at := map[string][6]string{} // left, right, direction, category, colour, which way
	var now [6]string
	party := ""
	for _, shape := range s.Shapes {
		id := chart.Owner(shape)
		switch k := shape.(type) {
		case *chart.Text:
			switch {
			case k.Role == "party":
				i := map[chart.Anchor]int{chart.Start: 0, chart.End: 1}[k.Anchor]
				if party != "party" {
					now[0], now[1] = "", ""
				}
				now[i] += k.S
			case k.Role == "direction":
				now[2] = k.S
			case k.Role == "category":
				now[3] = k.S
			}
			party = k.Role
		case *chart.Path:
			if k.Role == "flow" && len(k.Segments) == 4 {
				now[4], now[5] = string(k.Fill), "right"
				if k.Segments[1].Points[0] < k.Segments[0].Points[0] {
					now[5] = "left"
				}
			}
		}
		if id != "" {
			at[id] = now
		}
	}
	for _, m := range marks {
		d := &reader{T: t, scene: s, m: m, token: chart.StatusToken(m.Status)}
		got := at[m.ID]
		from, left, right := m.Value[0].(string), m.Value[2].(string), m.Value[3].(string)
		d.says("party on the left", got[0], r.Parties[left])
		d.says("party on the right", got[1], r.Parties[right])
		d.says("direction", got[2], m.Gives)
		d.says("category", got[3], m.Group)
		if got[4] != string(r.token(m)) || got[5] == "left" != (from != left) {
			t.Errorf("%s: the scene's band is %s to the %s, the twin's %s, from %s", m.ID, got[4], got[5], r.token(m), from)
		}
		d.says("item", d.text("label"), m.Name)
		d.says("value", d.text("value"), m.Text)
		if meta := strings.Trim(m.Origin+" · "+m.End, "· "); d.text("meta") != "" || meta != "" {
			d.says("meta", d.text("meta"), meta)
		}
		d.looks(statusMark(m.Status), false)
	}
}

// mapScales reads the scales under a map: how long the radius of the earth is on
// the page, and how large the square of a disc's radius is for each unit counted.
func mapScales(c *chart.Chart, s *chart.Scene, words map[string]float64) (perRadius, perNumber float64) {
	bar := paths(s, "", "scale")[0]
	km := 0.0
	for _, w := range texts(s, "scale") {
		text, isKm := strings.CutSuffix(w.S, " km")
		if v, ok := words[text]; isKm && ok {
			km = v
		} else if v, ok := words[strings.TrimSuffix(w.S, " "+c.Unit)]; !isKm && ok {
			x0, x1, _, _ := bounds(paths(s, "", "scale")[1])
			perNumber = (x1 - x0) * (x1 - x0) / 4 / v
		}
	}
	x0, x1, _, _ := bounds(bar)
	return (x1 - x0) / km * 6371, perNumber
}

// places compares the places of a map with where they are drawn, and discs and
// rings with their numbers: both by the scales under the map.
func (r *reading) places(t *testing.T, c *chart.Chart, s *chart.Scene, words map[string]float64) {
	marks := r.inOrder()
	var at []float64
	for _, m := range marks {
		at = append(at, m.number(0), m.number(1))
	}
	flat := atlas.Centred(at)
	perRadius, perNumber := mapScales(c, s, words)
	var first *[4]float64 // on the page, and flat
	shown := 0
	for _, m := range marks {
		d := &reader{T: t, scene: s, m: m, token: r.token(m)}
		dots := d.paths("dot")
		if len(dots) == 0 { // it shares the mark of another
			continue
		}
		shown++
		b := bounds4(dots)
		x, y := (b[0]+b[1])/2, (b[2]+b[3])/2
		fx, fy := flat.Project(m.number(0), m.number(1))
		if first == nil {
			first = &[4]float64{x, y, fx, fy}
		}
		within := 0.8 + 0.002*math.Hypot(fx-first[2], fy-first[3])*perRadius // the bar is short, its ends are rounded
		d.at("place, from west to east,", x-first[0], (fx-first[2])*perRadius, within)
		d.at("place, from south to north,", first[1]-y, (fy-first[3])*perRadius, within)
		if len(marks) > len(owners(s, "dot")) && glyphOf(dots[0]) == "hourglass" { // it stands for other places too, of another status
			m.Status = "mixed"
			d.m = m
		}
		d.looks(statusMark(m.Status), false)
		for i, role := range []string{"disc", "ring"} {
			circle := d.paths(role)
			v := m.number(2 + i)
			if len(circle) == 0 {
				if !math.IsNaN(v) && v*perNumber > 2.9*2.9 && len(marks) == len(owners(s, "dot")) {
					t.Errorf("%s: the scene has no %s, the twin the number %g", m.ID, role, v)
				}
				continue
			}
			if x0, x1, _, _ := bounds(circle[0]); len(marks) == len(owners(s, "dot")) { // no place shares a mark
				d.at(role, (x1-x0)/2, math.Sqrt(v*perNumber), 0.05*(x1-x0)/2+offBy)
			}
		}
	}
	if shown == 0 {
		t.Error("no place is drawn")
	}
}
