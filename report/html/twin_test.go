package html

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/theme"
)

// A reading is what the page's script would read of a twin.
type reading struct {
	Kind   string
	Order  []string
	Option struct {
		Series []struct {
			Name       string
			RenderItem string
			ItemStyle  struct{ Color string }
			Data       []struct {
				ID, Name, Detail, End, Text, Status string
				Stack                               string
				Value                               []any
				Superseded                          bool
			}
		}
	}
}

// An item is one row, event or flow as either of the two shows it.
type item struct {
	id, label, value string
	color            theme.Token
	superseded, part bool
}

// TestTwins reads the items of every figure back from its scene and from its
// option, and holds them to be the same: items and their order, labels, values, colours.
func TestTwins(t *testing.T) {
	for _, b := range figures(t, sample(t).Language).Blocks {
		f := b.(*doc.Figure)
		t.Run(f.ID, func(t *testing.T) {
			scenes := layout(t, f.Chart)
			r, numbers := read(t, f.Chart, scenes)
			fromScene := readScene(scenes, r.Kind)
			var ids []string
			for _, d := range fromScene {
				ids = append(ids, d.id)
			}
			if !slices.Equal(ids, r.Order) {
				t.Fatalf("the scene shows %v\nthe twin      %v", ids, r.Order)
			}
			option := map[string]item{}
			for _, s := range r.Option.Series {
				for _, m := range s.Data {
					if s.RenderItem != "flag" {
						color := strings.TrimSuffix(strings.TrimPrefix(s.ItemStyle.Color, "var(--"), ")")
						option[m.ID] = item{m.ID, m.Name, m.Text, theme.Token(color), m.Superseded, m.Stack != ""}
					}
				}
			}
			for _, d := range fromScene {
				same(t, r.Kind, d, option[d.id])
			}
			affine(t, r.Kind, scenes, numbers)
		})
	}
}

func layout(t *testing.T, c *chart.Chart) []*chart.Scene {
	t.Helper()
	p := &page{}
	if err := p.prepare(Options{}); err != nil {
		t.Fatal(err)
	}
	return c.Layout(chart.Frame{Width: frameWidth, Theme: p.options.Theme, Fonts: p.options.Fonts})
}

// read makes the twin and reads it as JSON, the way that the page does; numbers
// are the values that the figure places, by item.
func read(t *testing.T, c *chart.Chart, scenes []*chart.Scene) (reading, map[string]float64) {
	t.Helper()
	text, err := json.Marshal(newTwin(c, scenes))
	if err != nil {
		t.Fatal(err)
	}
	var r reading
	if err := json.Unmarshal(text, &r); err != nil {
		t.Fatal(err)
	}
	first := map[string]int{"ranges": 0, "bars": 0, "trend": 1, "timeline": -1, "exchange": -1, "map": -1}[r.Kind]
	numbers := map[string]float64{}
	for _, s := range r.Option.Series {
		for _, m := range s.Data {
			if first < 0 || s.RenderItem == "flag" || m.Stack != "" { // a part's place depends on those before it
				continue
			}
			if best, ok := m.Value[first+1].(float64); ok {
				numbers[m.ID] = best
			}
		}
	}
	return r, numbers
}

// readScene reads the items of scenes by the shapes that belong to them, in the order of the table.
func readScene(scenes []*chart.Scene, kind string) []item {
	var all []item
	at := map[string]int{}
	for _, s := range scenes {
		for _, shape := range s.Shapes {
			id := chart.Owner(shape)
			if id == "" || kind == "trend" && strings.HasPrefix(id, "e") { // an event on the axis is no item
				continue
			}
			i, ok := at[id]
			if !ok {
				i = len(all)
				at[id] = i
				all = append(all, item{id: id})
			}
			all[i].take(shape)
		}
	}
	if kind != "ranges" && kind != "bars" && kind != "exchange" && kind != "map" { // these draw in another order than they tell
		rank := map[string]int{}
		for i, c := range claims {
			rank[c.id] = i
		}
		for i, e := range events() {
			rank[e.ID] = i
		}
		slices.SortStableFunc(all, func(a, b item) int { return rank[a.id] - rank[b.id] })
	}
	return all
}

func (d *item) take(shape chart.Shape) {
	switch s := shape.(type) {
	case *chart.Text:
		switch s.Role {
		case "label":
			d.label = strings.TrimSpace(d.label + " " + s.S)
		case "value":
			d.value = strings.TrimSpace(d.value + " " + s.S)
		}
	case *chart.Path:
		for _, token := range []theme.Token{s.Fill, s.Stroke} {
			if mark := theme.Token(strings.TrimSuffix(string(token), "-soft")); colours0(mark) && d.color == "" {
				d.color = mark
			}
		}
	}
}

// colours0 reports whether a token tells items apart.
func colours0(t theme.Token) bool {
	switch t {
	case theme.Confirmed, theme.Reported, theme.Claimed, theme.Assessed, theme.Planned, theme.Denied:
		return true
	}
	return strings.HasPrefix(string(t), "series")
}

// same compares one item. What a scene cannot hold in full it cuts; a trend
// names origins, not items; an exchange colours its bands, and an item by its status.
func same(t *testing.T, kind string, scene, option item) {
	t.Helper()
	cut := func(short, whole string) bool {
		return short == whole || strings.HasSuffix(short, "…") && strings.HasPrefix(whole, strings.TrimRight(short, "… "))
	}
	if kind == "map" || option.part { // a map's labels hold names and values together; a bar's parts have one value
		if scene.color != "" && scene.color != option.color {
			t.Errorf("%s: the scene has colour %s, the twin %s", scene.id, scene.color, option.color)
		}
		return
	}
	if kind != "trend" && !cut(scene.label, option.label) {
		t.Errorf("%s: the scene says %q, the twin %q", scene.id, scene.label, option.label)
	}
	if kind != "trend" && kind != "timeline" && !cut(scene.value, option.value) {
		t.Errorf("%s: the scene gives %q, the twin %q", scene.id, scene.value, option.value)
	}
	if kind != "exchange" && !option.superseded && scene.color != option.color {
		t.Errorf("%s: the scene has colour %s, the twin %s", scene.id, scene.color, option.color)
	}
}

// affine reads the values back from where the scene puts the marks: on a
// linear axis place and value of the twin must stand in one proportion.
func affine(t *testing.T, kind string, scenes []*chart.Scene, numbers map[string]float64) {
	t.Helper()
	place := map[string]float64{}
	for _, s := range scenes {
		for _, shape := range s.Shapes {
			p, ok := shape.(*chart.Path)
			if !ok || numbers[p.Owner] == 0 {
				continue
			}
			x0, x1, y0, y1 := bounds(p)
			switch {
			case kind == "ranges" && p.Role == "dot":
				place[p.Owner] = (x0 + x1) / 2
			case kind == "bars" && p.Role == "bar":
				place[p.Owner] = x1
			case kind == "trend" && p.Role == "dot":
				place[p.Owner] = (y0 + y1) / 2
			}
		}
	}
	var low, high string
	for id := range place {
		if low == "" || numbers[id] < numbers[low] {
			low = id
		}
		if high == "" || numbers[id] > numbers[high] {
			high = id
		}
	}
	for id, at := range place {
		want := place[low] + (numbers[id]-numbers[low])/(numbers[high]-numbers[low])*(place[high]-place[low])
		if math.Abs(at-want) > 1 { // a triangle's middle is a little off its point
			t.Errorf("%s: value %g stands at %.2f, its place is %.2f", id, numbers[id], at, want)
		}
	}
	if (kind == "ranges" || kind == "bars" || kind == "trend") && len(numbers) > 2 && len(place) < 3 {
		t.Errorf("only %d values were read back", len(place))
	}
}

func bounds(p *chart.Path) (x0, x1, y0, y1 float64) {
	x0, y0, x1, y1 = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, g := range p.Segments {
		for i := 0; i+1 < len(g.Points); i += 2 {
			x0, x1 = min(x0, g.Points[i]), max(x1, g.Points[i])
			y0, y1 = min(y0, g.Points[i+1]), max(y1, g.Points[i+1])
		}
	}
	return x0, x1, y0, y1
}

// The exchange's bands have the colours of the twin's series.
func TestTwinBands(t *testing.T) {
	c := figures(t, sample(t).Language).Blocks[4].(*doc.Figure).Chart
	scenes := layout(t, c)
	r, _ := read(t, c, scenes)
	var want, got []string
	for _, s := range scenes {
		for _, shape := range s.Shapes {
			if p, ok := shape.(*chart.Path); ok && p.Role == "flow" {
				if c := colour(theme.Token(strings.TrimSuffix(string(p.Fill), "-soft"))); strings.HasPrefix(c, "var(--series") && !slices.Contains(got, c) {
					got = append(got, c)
				}
			}
		}
	}
	for _, s := range r.Option.Series {
		want = append(want, s.ItemStyle.Color)
	}
	if !slices.Equal(got, want) || len(got) == 0 {
		t.Errorf("bands %v, series %v", got, want)
	}
}

// An option is pure data: it has no function's source, nor go-echarts' marks of one.
func TestOptionIsData(t *testing.T) {
	for _, b := range figures(t, sample(t).Language).Blocks {
		c := b.(*doc.Figure).Chart
		text, err := json.Marshal(newTwin(c, nil))
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range []string{"__f__", "function", "=>", "<", ">"} {
			if strings.Contains(string(text), code) {
				t.Errorf("%s: the option holds %q", c.ID, code)
			}
		}
	}
}
