package html

import (
	"math"
	"slices"
	"strings"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/doc"
)

// A livePart is a shape or a text as a twin has it on the screen: its edges, and
// what it belongs to, the id of an item or of what stands about the items.
type livePart struct {
	Of, Type, Text, Align string
	X0, X1, Y0, Y1        float64
}

// A livePlot is what a twin has drawn of one figure.
type livePlot struct {
	ID    string
	Width float64
	Parts []livePart
}

const livePlots = `[...document.querySelectorAll('figure')].map((f) => {
	const chart = echarts.getInstanceByDom(f.querySelector('.canvas')), parts = [];
	const edges = (e) => {
		const s = e.shape || {}, all = s.points || (e.type === 'rect' ? [[s.x, s.y], [s.x + s.width, s.y + s.height]] : e.type === 'circle' ? [[s.cx - s.r, s.cy - s.r], [s.cx + s.r, s.cy + s.r]] : null);
		if (all) return [Math.min(...all.map((p) => p[0])), Math.max(...all.map((p) => p[0])), Math.min(...all.map((p) => p[1])), Math.max(...all.map((p) => p[1]))];
		const b = e.getBoundingRect();
		return e.type === 'text' ? [e.x + b.x, e.x + b.x + b.width, e.y, e.y] : [b.x, b.x + b.width, b.y, b.y + b.height];
	};
	const walk = (of, e, k) => {
		if (e.children) { for (const c of e.children()) walk(of, c, k * e.scaleX); return; }
		const [x0, x1, y0, y1] = edges(e).map((v) => v * k);
		if (e.invisible || e.parent.type === 'text') return;
		parts.push({ Of: of, Type: e.type, Text: e.type === 'text' ? e.style.text : '', Align: e.style.align || '', X0: x0, X1: x1, Y0: y0, Y1: y1 });
	};
	for (const s of chart.getModel().getSeries()) {
		const data = s.getData();
		for (let i = 0; i < data.count(); i++) {
			const of = (data.getRawDataItem(i) || {}).id || s.id;
			if (data.getItemGraphicEl(i)) walk(of, data.getItemGraphicEl(i), 1);
		}
	}
	return { ID: f.id, Width: chart.getWidth(), Parts: parts };
})`

// The live figure draws what its data say: read from the drawing itself, every
// end, bound and mark of an item stands where the twin's own axis has its number or day.
func TestLivePlaces(t *testing.T) {
	ctx := browser(t)
	for _, w := range []struct {
		name  string
		d     *doc.Document
		width int64
	}{{"sample", sample(t), 1280}, {"hard", hard(t, "en"), 360}} {
		t.Run(w.name, func(t *testing.T) {
			b := open(t, ctx, pageFile(t, render(t, w.d)), state{width: w.width})
			b.settle()
			plots := ask[[]livePlot](b, livePlots)
			words := map[string]float64{}
			for s, v := range numerals(w.d.Language) {
				words[strings.ReplaceAll(s, "\u00a0", " ")] = v
			}
			charts := chartsOf(w.d.Body)
			for i, p := range plots {
				t.Run(p.ID, func(t *testing.T) { p.compare(t, charts[i], words) })
			}
			b.check()
		})
	}
}

// compare makes a scene of what stands about the items, to read the axes from it, and then looks for the places of each item.
func (p livePlot) compare(t *testing.T, c *chart.Chart, words map[string]float64) {
	scenes := layout(t, c)
	r, s := read(t, c, scenes), p.scene(words)
	var values, days axis
	switch r.Kind {
	case "ranges", "bars":
		values = across(t, s, words, r.Log)
	case "trend":
		values = upwards(t, s, words, r.Log)
		var all []*readMark
		for _, k := range r.Option.Series {
			if k.RenderItem == "point" {
				all = append(all, k.Data...)
			}
		}
		days = along(t, s, calendar{l: c.Language, common: commonOf(all)})
	case "timeline":
		days = down(t, s, calendar{l: c.Language})
	}
	n := 0
	for _, series := range r.Option.Series {
		for _, m := range series.Data {
			if series.RenderItem != "flag" && m.Stack == "" {
				n += p.item(t, r.Kind, m, values, days)
			}
		}
	}
	p.stacks(t, r, values)
	if r.Kind == "exchange" || r.Kind == "map" {
		p.copied(t, r, scenes[0])
	} else if n == 0 && len(r.inOrder()) > 0 && r.inOrder()[0].Stack == "" {
		t.Error("no place was read")
	}
}

// item looks for the places of one item among the edges and middles of its shapes; it returns how many it found.
func (p livePlot) item(t *testing.T, kind string, m *readMark, values, days axis) int {
	t.Helper()
	var xs, ys []float64
	for _, s := range p.Parts {
		if s.Of == m.ID && s.Type != "text" {
			xs, ys = append(xs, s.X0, (s.X0+s.X1)/2, s.X1), append(ys, s.Y0, (s.Y0+s.Y1)/2, s.Y1)
		}
	}
	n := 0
	at := func(what string, all []float64, want, within float64) {
		t.Helper()
		if n++; !slices.ContainsFunc(all, func(v float64) bool { return math.Abs(v-want) <= within }) {
			t.Errorf("%s: nothing is drawn at %.1f, the place of its %s", m.ID, want, what)
		}
	}
	first := map[string]int{"trend": 1}[kind]
	if kind == "ranges" || kind == "bars" || kind == "trend" {
		s := (&reader{m: m}).span(first)
		along, within := xs, 0.9
		if kind == "trend" {
			along, within = ys, 1.0 // a triangle's middle is a little off its point
		}
		at("low end", along, values.at(s.from), within)
		at("high end", along, values.at(s.to), within)
		if !math.IsNaN(s.best) {
			at("best value", along, values.at(s.best), within)
		}
		if kind == "bars" {
			at("foot", along, values.at(0), within)
		}
	}
	if kind == "trend" && days.ok {
		at("date", xs, days.at(m.number(0)/millis), 19) // marks of one date stand side by side
	}
	if kind == "timeline" && days.ok {
		at("first day", ys, days.at(float64(m.Span[0])/millis), 0.2)
		if m.Lasted {
			at("last day", ys, days.at(float64(m.Span[1])/millis), 0.2)
		}
	}
	return n
}

// stacks looks for the parts of bars, one after the other, among the shapes of their first.
func (p livePlot) stacks(t *testing.T, r *reading, values axis) {
	t.Helper()
	sums := map[string]float64{}
	for _, m := range r.inOrder() {
		if m.Stack == "" {
			continue
		}
		v := m.number(1)
		from, to := values.at(sums[m.Stack]), values.at(sums[m.Stack]+v)
		sums[m.Stack] += v
		if !slices.ContainsFunc(p.Parts, func(s livePart) bool {
			return s.Of == m.Stack && s.Type == "rect" && math.Abs(s.X0-from) < 0.9 && math.Abs(s.X1-to) < 0.9
		}) {
			t.Errorf("%s: no part is drawn from %.1f to %.1f", m.ID, from, to)
		}
	}
}

// copied compares a map with the picture that it is drawn after, and of an exchange which way the bands point.
func (p livePlot) copied(t *testing.T, r *reading, s *chart.Scene) {
	t.Helper()
	for _, m := range r.inOrder() {
		dots := paths(s, m.ID, "dot")
		if r.Kind != "map" || len(dots) == 0 {
			continue
		}
		x0, x1, y0, y1 := bounds(dots[0])
		k := p.Width / s.Width
		if !slices.ContainsFunc(p.Parts, func(a livePart) bool {
			return a.Of == m.ID && math.Abs((a.X0+a.X1)/2-(x0+x1)/2*k) < 1 && math.Abs((a.Y0+a.Y1)/2-(y0+y1)/2*k) < 1
		}) {
			t.Errorf("%s: no mark at %.1f, %.1f", m.ID, (x0+x1)/2*k, (y0+y1)/2*k)
		}
	}
	var scene, live []bool // whether a band's head is at its left
	for _, a := range paths(s, "", "flow") {
		if len(a.Segments) == 4 {
			scene = append(scene, a.Segments[1].Points[0] < a.Segments[0].Points[0])
		}
	}
	for _, a := range p.Parts {
		if a.Of == "bands" && a.Type == "polygon" {
			live = append(live, a.X0 < p.Width/2)
		}
	}
	if r.Kind == "exchange" && (!slices.Equal(scene, live) || len(live) == 0) {
		t.Errorf("bands with their head to the left: in the picture %v, live %v", scene, live)
	}
}

// scene is what stands about the items, with the roles that readers of axes ask for.
func (p livePlot) scene(words map[string]float64) *chart.Scene {
	s := &chart.Scene{}
	for _, a := range p.Parts {
		_, number := words[a.Text]
		line := func(role string) {
			s.Shapes = append(s.Shapes, &chart.Path{Role: role, Segments: []chart.Segment{{Op: 'M', Points: []float64{a.X0, a.Y0}}, {Op: 'L', Points: []float64{a.X1, a.Y1}}}})
		}
		write := func(x float64, anchor chart.Anchor) {
			s.Shapes = append(s.Shapes, &chart.Text{Role: "tick", S: a.Text, X: x, Y: a.Y0, Anchor: anchor})
		}
		switch {
		case a.Of == "ground" && a.Type == "polyline" && a.X1-a.X0 < 0.01:
			line("grid")
		case a.Of == "ground" && number:
			write((a.X0+a.X1)/2, chart.Middle)
		case a.Of == "under" && a.Type == "polyline" && a.X1-a.X0 < 0.01 && a.Y1-a.Y0 < 4.1:
			line("axis")
		case a.Of == "under" && a.Type == "text" && a.Align == "right":
			write(a.X1, chart.End)
		case a.Of == "under" && a.Type == "text" && a.X0 > 0:
			write(a.X0, chart.Start)
		case a.Of == "rail" && a.Type == "polyline" && a.X1-a.X0 > 3 && a.Y1 == a.Y0:
			line("tick-mark")
		case a.Of == "rail" && a.Type == "text":
			write(a.X0, chart.Start)
		}
	}
	return s
}
