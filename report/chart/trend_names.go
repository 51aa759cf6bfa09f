package chart

import (
	"math"
	"slices"

	"sitrep/report/atlas"
	"sitrep/report/theme"
)

// A label names a series at its end.
type label struct {
	series int
	lines  []string
	value  string
	height float64
}

// makeLabels breaks the names into lines and returns where the plot ends; the
// plot grows a little if the names need it.
func (g *graph) makeLabels(height *float64) float64 {
	room := g.width * 0.27
	widest, total := 0.0, 0.0
	for i, s := range g.series {
		l := label{series: i, lines: g.wrap(smallBold, s.Name, room-12, 2)}
		if r := g.last(s); r != nil {
			l.value = g.cut(smallFace, clean(r.Value), room-12)
		}
		l.height = float64(len(l.lines))*smallLead + 4
		if l.value != "" {
			l.height += smallLead
		}
		widest = max(widest, g.widest(smallBold, l.lines), g.measure(smallFace, l.value))
		total += l.height
		g.labels = append(g.labels, l)
	}
	*height = clamp(total, *height, trendHigh*1.5)
	return g.width - widest - 22
}

// last returns the row at the end of a series.
func (g *graph) last(s Series) *Row {
	for i := len(s.Rows) - 1; i >= 0; i-- {
		if r := &g.trend.Rows[s.Rows[i]]; !r.Superseded && !r.Date.IsZero() && !r.extent().none {
			return r
		}
	}
	return nil
}

// name writes the names of the series: beside the end of the series where it
// lies well within the plot and there is room, on a patch of paper that
// interrupts the grid; else in a column to the right.
func (g *graph) name() {
	taken := g.obstacles()
	var events []patch
	for _, e := range g.events {
		x := g.px(e.Date.Middle())
		events = append(events, patch{x - 2, g.y0 - 10, x + 2, g.y1})
	}
	column := g.labels[:0]
	for _, l := range g.labels {
		b, ok := g.inside(l, append(slices.Clip(taken), events...))
		if !ok {
			b, ok = g.inside(l, taken) // across the line of an event, if it must be
		}
		if ok {
			taken = append(taken, b)
			g.rect("backing", look{fill: theme.Paper}, b.x0-2, b.y0-1, b.x1-b.x0+4, b.y1-b.y0+2)
			g.write(l, b.x0, b.y0)
		} else {
			column = append(column, l)
		}
	}
	g.labels = column
	g.fitLabels(g.y1 - g.y0 + 8)
	g.column()
}

// fitLabels drops names that have no room beside the plot: of the origins with
// the fewest claims, the last to appear goes first.
func (g *graph) fitLabels(height float64) {
	total := 0.0
	for _, l := range g.labels {
		total += l.height
	}
	for total > height && len(g.labels) > 1 {
		drop := 0
		for i, l := range g.labels {
			if len(g.series[l.series].Rows) <= len(g.series[g.labels[drop].series].Rows) {
				drop = i
			}
		}
		total -= g.labels[drop].height
		g.labels = slices.Delete(g.labels, drop, drop+1)
		g.dropped++
	}
}

// column writes names to the right of the plot, each as near as can be to the end of its series.
func (g *graph) column() {
	want := make([]float64, len(g.labels))
	slices.SortStableFunc(g.labels, func(a, b label) int {
		return compare(g.end(a).y, g.end(b).y)
	})
	heights := make([]float64, len(g.labels))
	for i, l := range g.labels {
		want[i], heights[i] = g.end(l).y, l.height
	}
	for i, top := range spread(want, heights, g.y0-4, g.y1+6) {
		g.label(g.labels[i], top)
	}
	if g.dropped > 0 && !g.narrow {
		text := g.chart.Language.Count("chart.more.origins", g.dropped)
		g.text("more", smallFace, End, g.width, g.y1+axisDrop+smallLead+smallFace.base(), g.cut(smallFace, text, g.width-g.x1-14))
	}
}

// end returns the last point of a label's series.
func (g *graph) end(l label) point {
	s := g.series[l.series]
	for i := len(s.Rows) - 1; i >= 0; i-- {
		if p := g.points[s.Rows[i]]; p.drawn && !g.trend.Rows[s.Rows[i]].Superseded {
			return p
		}
	}
	return point{x: g.x1, y: g.y1}
}

func (g *graph) label(l label, top float64) {
	s, p := g.series[l.series], g.end(l)
	x, mid := g.x1+14, top+2+smallLead/2
	if p.drawn && p.x >= g.far() {
		g.line("leader", look{stroke: s.Token, width: 0.5, dash: []float64{0.8, 1.6}}, p.x+markRadius+2, p.y, max(g.x1+2, p.x+markRadius+2), p.y, x-6, mid)
	}
	g.dot("label-mark", s.glyph, s.Token, state{}, x, mid, 2.8)
	g.write(l, x+7, top+2)
}

// write sets a name and, under it, the last value.
func (g *graph) write(l label, x, y float64) {
	g.lines("label", smallBold, Start, x, y, l.lines)
	g.text("value", smallFace, Start, x, y+float64(len(l.lines))*smallLead+smallFace.base(), l.value)
}

// far is how far to the right a series must end for its name to stand in the column with a line to it.
func (g *graph) far() float64 { return g.x1 - (g.x1-g.x0)*0.2 }

// A patch is a part of the plot that is taken.
type patch struct{ x0, y0, x1, y1 float64 }

func (b patch) box() atlas.Box { return atlas.Box{X0: b.x0, Y0: b.y0, X1: b.x1, Y1: b.y1} }

func (b patch) meets(c patch) bool {
	return b.x0 < c.x1 && c.x0 < b.x1 && b.y0 < c.y1 && c.y0 < b.y1
}

// inside finds a place for a name beside the last mark of its series.
func (g *graph) inside(l label, taken []patch) (patch, bool) {
	p := g.end(l)
	if !p.drawn || p.x >= g.far() {
		return patch{}, false
	}
	w, h := max(g.widest(smallBold, l.lines), g.measure(smallFace, l.value)), l.height-4
	const off = markRadius + 4.5
	above, under := p.high-off-h, p.low+off
	if p.extent.openHigh {
		above -= arrowLength
	}
	if p.extent.openLow {
		under += arrowLength
	}
	for _, at := range [][2]float64{{p.x + off, p.y - h/2}, {p.x - w/2, above}, {p.x - w/2, under}, {p.x - off - w, p.y - h/2}, {p.x + off, p.y + 1}, {p.x + off, p.y - h - 1}} {
		b := patch{at[0], at[1], at[0] + w, at[1] + h}
		free := b.x0 > g.x0+2 && b.x1 < g.x1+4 && b.y0 > g.y0-6 && b.y1 < g.y1-2
		if free && !slices.ContainsFunc(taken, b.meets) {
			return b, true
		}
	}
	return patch{}, false
}

// obstacles returns what names must not cover: marks with their whiskers and
// arrows, and the lines that join them.
func (g *graph) obstacles() []patch {
	var taken []patch
	const r = markRadius + 3
	for _, p := range g.points {
		if !p.drawn {
			continue
		}
		b := patch{p.x - r, p.high - r, p.x + r, p.low + r}
		if p.extent.openHigh {
			b.y0 -= arrowLength
		}
		if p.extent.openLow {
			b.y1 += arrowLength
		}
		taken = append(taken, b)
	}
	for _, s := range g.series {
		rows := g.standing(s)
		for k := 1; k < len(rows); k++ {
			if a, b := rows[k-1], rows[k]; g.bound(a, b) {
				taken = appendLine(taken, g.points[a], g.points[b])
			}
		}
	}
	return taken
}

// appendLine covers a slanting line with small patches.
func appendLine(taken []patch, a, b point) []patch {
	n := math.Ceil(math.Hypot(b.x-a.x, b.y-a.y) / 6)
	for i := range int(n) {
		f, t := float64(i)/n, float64(i+1)/n
		x0, x1, y0, y1 := a.x+(b.x-a.x)*f, a.x+(b.x-a.x)*t, a.y+(b.y-a.y)*f, a.y+(b.y-a.y)*t
		taken = append(taken, patch{min(x0, x1) - 1.5, min(y0, y1) - 1.5, max(x0, x1) + 1.5, max(y0, y1) + 1.5})
	}
	return taken
}
