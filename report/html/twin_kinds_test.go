package html

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/date"
	"sitrep/report/theme"
)

// owners are the items of a scene in the order in which a role is drawn.
func owners(s *chart.Scene, roles ...string) []string {
	var ids []string
	for _, shape := range s.Shapes {
		role, id := "", chart.Owner(shape)
		switch k := shape.(type) {
		case *chart.Path:
			role = k.Role
		case *chart.Text:
			role = k.Role
		}
		if id != "" && slices.Contains(roles, role) && !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids
}

func ids(marks []*readMark) []string {
	var all []string
	for _, m := range marks {
		all = append(all, m.ID)
	}
	return all
}

func same[T comparable](t *testing.T, what string, scene, twin []T) {
	t.Helper()
	if !slices.Equal(scene, twin) {
		t.Fatalf("%s of the scene: %v\nof the twin:      %v", what, scene, twin)
	}
}

// board compares ranges and bars: order, groups, labels, values, row ends, and each mark against the axis.
func (r *reading) board(t *testing.T, c *chart.Chart, s *chart.Scene, words map[string]float64) {
	marks := r.inOrder()
	same(t, "order", owners(s, "label", "detail", "end", "value", "range", "dot", "bar", "bound", "arrow"), ids(marks))
	a := across(t, s, words, r.Log)
	r.Read = a.ok
	group, groups := "", map[string]string{}
	for _, shape := range s.Shapes {
		if w, ok := shape.(*chart.Text); ok && w.Role == "group" {
			group = w.S
		} else if id := chart.Owner(shape); id != "" {
			groups[id] = group
		}
	}
	sums, parts := map[string]float64{}, map[string]int{}
	for _, m := range marks {
		parts[m.Stack]++
	}
	for _, m := range marks {
		d := &reader{T: t, scene: s, m: m, token: r.token(m), glyph: seriesMark(r.series(m))}
		if m.Stack != "" && parts[m.Stack] > 1 {
			v := d.span(0)
			if math.IsNaN(v.best) {
				v.best = v.from
			}
			d.part(sums[m.Stack], sums[m.Stack]+v.best, a)
			sums[m.Stack] += v.best
			continue
		}
		d.says("label", d.text("label"), m.Name)
		d.says("detail", d.text("detail"), m.Detail)
		d.says("end", d.text("end"), m.End)
		d.says("value", d.text("value"), m.Text)
		if m.Stack == "" {
			d.says("group", groups[m.ID], m.Group)
		}
		if r.Kind == "bars" {
			d.amount(d.span(0), a)
		} else {
			d.row(d.span(0), a)
		}
	}
	r.bands(t, s, a)
}

// bands compares what is said of the groups and what is shaded.
func (r *reading) bands(t *testing.T, s *chart.Scene, a axis) {
	all := paths(s, "", "band")
	said, group := map[string]string{}, ""
	for _, shape := range s.Shapes {
		if w, ok := shape.(*chart.Text); ok && w.Role == "group" {
			group = w.S
		} else if ok && w.Role == "statement" {
			said[group] = strings.TrimSpace(said[group] + " " + w.S)
		}
	}
	for _, told := range r.Said {
		if said[told.Group] != told.Text {
			t.Errorf("the scene says of %q %q, the twin %q", told.Group, said[told.Group], told.Text)
		}
		if told.Band == nil || len(all) == 0 {
			continue
		}
		x0, x1, _, _ := bounds(all[0])
		all = all[1:]
		for i, x := range []float64{x0, x1} {
			if v, ok := told.Band[i].(float64); ok && math.Abs(a.at(v)-x) > 0.9 {
				t.Errorf("a band's end stands at %.2f, its place is %.2f", x, a.at(v))
			}
		}
	}
	if len(all) > 0 || len(said) != len(r.Said) {
		t.Errorf("%d bands are the scene's alone; of %d groups something is said, in the twin of %d", len(all), len(said), len(r.Said))
	}
}

// trend compares claims, the lines that join them, and the events on the axis.
func (r *reading) trend(t *testing.T, c *chart.Chart, s *chart.Scene, words map[string]float64) {
	var marks []*readMark
	glyphs := map[string]string{}
	for i, k := range r.Option.Series {
		if k.RenderItem == "point" {
			for _, m := range k.Data {
				marks = append(marks, m)
				glyphs[m.ID] = seriesMark(i)
			}
		}
	}
	same(t, "order", owners(s, "dot", "end"), ids(marks))
	values := upwards(t, s, words, r.Log)
	r.Read = values.ok
	days := along(t, s, calendar{l: c.Language, common: commonOf(marks)})
	r.Read = r.Read && days.ok
	start, end := math.NaN(), math.NaN()
	for _, p := range paths(s, "", "axis") {
		if x0, x1, y0, y1 := bounds(p); y0 == y1 {
			start, end = x0, x1
		}
	}
	beside := slices.ContainsFunc(s.Shapes, func(k chart.Shape) bool {
		w, ok := k.(*chart.Text)
		return ok && w.S == c.Language.Say("chart.key.beside")
	})
	place := map[string][4]float64{}
	for _, m := range marks {
		d := &reader{T: t, scene: s, m: m, token: r.token(m), glyph: glyphs[m.ID], start: start, end: end}
		near := slices.ContainsFunc(marks, func(o *readMark) bool {
			return o != m && days.ok && math.Abs(days.at(o.number(0)/millis)-days.at(m.number(0)/millis)) < 36
		})
		aside := 0.0
		switch {
		case near && beside:
			aside = 13.3 // two marks
		case near:
			aside = 3.75 // it still stands over its date
		}
		d.point(d.span(1), values, days, aside)
		place[m.ID] = bounds4(d.paths("dot", "end"))
	}
	lines := paths(s, "", "line")
	if len(lines) != len(r.Links) {
		t.Fatalf("the scene joins %d pairs, the twin %d", len(lines), len(r.Links))
	}
	for i, k := range r.Links {
		x0, _, x1, _ := ends(lines[i])
		a, b := place[r.Order[k[0]]], place[r.Order[k[1]]]
		if math.Abs((a[0]+a[1])/2-x0) > offBy || math.Abs((b[0]+b[1])/2-x1) > offBy {
			t.Errorf("the twin joins %s and %s, the scene not", r.Order[k[0]], r.Order[k[1]])
		}
	}
	r.flags(t, s, days, start, end, marks)
}

func bounds4(all []*chart.Path) [4]float64 {
	if len(all) == 0 {
		return [4]float64{}
	}
	x0, x1, y0, y1 := bounds(all[0])
	return [4]float64{x0, x1, y0, y1}
}

// commonOf is the precision that all dates share, if it is the month or the year.
func commonOf(marks []*readMark) date.Precision {
	var all date.Precision
	for _, m := range marks {
		p := date.Day
		if d := (m.Span[1] - m.Span[0]) / millis; d > 99 {
			p = date.Year
		} else if d > 0 {
			p = date.Month
		}
		if p == date.Day || all != 0 && p != all {
			return 0
		}
		all = p
	}
	return all
}

// flags compares the events that have a number: those that trend.js keeps, in its order.
func (r *reading) flags(t *testing.T, s *chart.Scene, days axis, start, end float64, marks []*readMark) {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, m := range marks {
		lo, hi = min(lo, m.number(0)), max(hi, m.number(0))
	}
	pad := max((hi-lo)*0.03, 2*millis)
	var all []*readMark
	for _, k := range r.Option.Series {
		for _, m := range k.Data {
			if at := m.number(0); k.RenderItem == "flag" && at >= lo-pad && at <= hi+pad {
				all = append(all, m)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b *readMark) int { return cmp.Compare(a.number(0), b.number(0)) })
	firm := func(m *readMark) int {
		if m.Status == "confirmed" {
			return 0
		}
		return 1
	}
	kept := slices.Clone(all)
	slices.SortStableFunc(kept, func(a, b *readMark) int { return firm(a) - firm(b) })
	kept = kept[:min(14, len(kept))]
	if r.holdsMore(t, s, len(all)-len(kept)); len(kept) == 0 {
		return
	}
	all = slices.DeleteFunc(all, func(m *readMark) bool { return !slices.Contains(kept, m) })
	same(t, "events", owners(s, "event"), ids(all))
	for _, m := range all {
		d := &reader{T: t, scene: s, m: m, start: start, end: end}
		d.says("event", d.text("event-text"), m.End+": "+m.Name)
		_, _, x, _ := ends(d.paths("event")[0])
		if days.ok {
			d.at("event", x, min(max(days.at(m.number(0)/millis), start), end), offBy)
		}
		spans := d.paths("event-span")
		lasted := slices.ContainsFunc(spans, func(p *chart.Path) bool { return p.Fill == theme.Panel })
		if x0, x1, _, _ := bounds(append(spans, &chart.Path{})[0]); len(spans) > 0 {
			d.lasts("day of an event", x0, x1, days)
			d.holds("lasted", lasted, m.Lasted)
		}
		d.holds("planned", d.paths("flag")[0].Dash != nil, m.Status == "planned")
		d.holds("denied", len(d.paths("flag")) > 2, m.Status == "denied")
	}
}

func (r *reading) holdsMore(t *testing.T, s *chart.Scene, more int) {
	t.Helper()
	said := slices.ContainsFunc(texts(s, "event-text"), func(w *chart.Text) bool { return w.Owner == "" })
	if said != (more > 0) || said != (r.More != "") {
		t.Errorf("%d events are left out; said in the scene: %t, in the twin: %q", more, said, r.More)
	}
}
