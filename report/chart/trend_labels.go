package chart

import (
	"slices"
	"strings"

	"sitrep/report/theme"
)

// A label names a series at its end.
type label struct {
	series int
	lines  []string
	value  string
	height float64
	x, y   float64 // where it stands in the plot
	leader []point // from its mark to it; nil where it stands next to the mark
}

// The least width of what is said of names left out, in points, and the most lines.
const (
	moreWidth = 76.0
	moreLines = 6
)

// makeLabels breaks the names into lines and returns the plot's height, which
// grows a little if the names need it, at most to most, and where the plot ends.
func (g *trendLayout) makeLabels(height, most float64) (high, right float64) {
	room := g.width * 0.27
	widest, total := 0.0, 0.0
	wrap := func(name string) []string { return g.wrap(smallBold, name, room-12, 2) }
	var names []string
	for _, s := range g.series {
		names = append(names, s.Name)
	}
	shown := tellable(names, func(name string) string { return strings.Join(wrap(name), " ") })
	for i, s := range g.series {
		if slices.Contains(g.keyed, i) {
			continue
		}
		l := label{series: i, lines: wrap(shown[s.Name])}
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
	high = min(clamp(total, height, trendHigh*1.5), most)
	if total > high {
		widest = max(widest, min(moreWidth, room-12))
	}
	return high, g.width - widest - 22
}

// last returns the row at the end of a series.
func (g *trendLayout) last(s Series) *Row {
	for i := len(s.Rows) - 1; i >= 0; i-- {
		if r := &g.trend.Rows[s.Rows[i]]; !r.Superseded && !r.Date.IsZero() && !r.extent().none {
			return r
		}
	}
	return nil
}

// name writes the names of the series: beside the end of the series where it
// lies well within the plot and there is room, or a little off with a line to it,
// on a patch of paper that interrupts the grid. Series that end near the end of
// the plot are named in a column to the right, with a line too: no line is
// longer than a fifth of the plot, and a name without room within that stands in the
// key, or if there are too many of them is left out and counted. A name never stands off its mark without a line. It writes the column,
// before the marks, which cover its lines, and returns the names in the plot.
func (g *trendLayout) name(names placement) (inside []label) {
	g.labels, g.dropped = names.column, g.dropped+len(names.lost)
	g.column(g.fitLabels(g.y1 - g.y0 + 8))
	g.dim(slices.Concat(names.inside, g.labels))
	return names.inside
}

// dim takes their colours from the series that have no name, in the plot or in the key: what is not named
// is not drawn as if it were.
func (g *trendLayout) dim(named []label) {
	for i := range g.series {
		plain := !slices.ContainsFunc(named, func(l label) bool { return l.series == i }) && !slices.Contains(g.keyed, i)
		if g.narrow {
			plain = slices.ContainsFunc(g.unnamed, func(s Series) bool { return s.Rows[0] == g.series[i].Rows[0] })
		}
		if plain {
			g.series[i].Token = theme.Axis
		}
	}
}

// A placement says which names stand in the plot, which in the column beside it, and which found no place.
type placement struct{ inside, column, lost []label }

// bestPlacement places the names in a few orders and returns the one in which fewest found no place.
func (g *trendLayout) bestPlacement() placement {
	taken := slices.Clip(g.obstacles())
	best := g.placeLabels(g.labels, taken)
	order := slices.Clone(g.labels)
	for try := 0; try < 2 && len(best.lost) > 0; try++ { // those that found no room choose before the others
		slices.Reverse(order)
		slices.SortStableFunc(order, func(a, b label) int { return isPlaced(best.inside, a) - isPlaced(best.inside, b) })
		if p := g.placeLabels(order, taken); len(p.lost) < len(best.lost) {
			best = p
		}
	}
	return best
}

// isPlaced is 1 for a name that stands in the plot.
func isPlaced(inside []label, l label) int {
	if slices.ContainsFunc(inside, func(in label) bool { return in.series == l.series }) {
		return 1
	}
	return 0
}

// placeLabels finds places for names, the first first: in the plot beside what is taken, or for those that
// end near its end in the column.
func (g *trendLayout) placeLabels(labels []label, taken []patch) (p placement) {
	var events []patch
	for _, e := range g.events {
		x := g.px(e.Date.Middle())
		events = append(events, patch{x - 2, g.y0 - 10, x + 2, g.y1})
	}
	for _, l := range labels {
		b, ok := g.inside(l, taken, events)
		if !ok {
			b, ok = g.inside(l, taken, nil) // across the line of an event, if it must be
		}
		if !ok {
			b, l.leader, ok = g.aside(l, taken)
		}
		switch {
		case !ok && g.end(l).x < g.far():
			p.lost = append(p.lost, l)
			continue
		case !ok:
			p.column = append(p.column, l)
			continue
		}
		l.x, l.y = b.x0, b.y0
		p.inside, taken = append(p.inside, l), append(taken, b)
		if l.leader != nil {
			taken = appendLine(taken, l.leader[0], l.leader[1])
		}
	}
	return p
}

// nameInside writes the names that stand in the plot.
func (g *trendLayout) nameInside(inside []label) {
	for _, l := range inside {
		w, s := max(g.widest(smallBold, l.lines), g.measure(smallFace, l.value)), g.series[l.series]
		g.owner = g.owned(l)
		g.rect("backing", look{fill: theme.Paper}, l.x-2, l.y-1, w+4, l.height-2)
		if l.leader != nil {
			g.line("leader", leaderLook(s), l.leader[0].x, l.leader[0].y, l.leader[1].x, l.leader[1].y)
		}
		g.write(l, l.x, l.y)
	}
	g.owner = ""
}

// leaderLook is the line from a series' last mark to its name.
func leaderLook(s Series) look {
	return look{stroke: s.Token, width: 0.5, dash: []float64{0.8, 1.6}}
}

// fitLabels drops names that have no room beside the plot: of the origins with
// the fewest claims, the last to appear goes first. It returns what is to be said of them.
func (g *trendLayout) fitLabels(height float64) (more []string) {
	total := 0.0
	for _, l := range g.labels {
		total += l.height
	}
	if total > height || g.dropped > 0 {
		most := g.wrap(smallFace, g.more(g.dropped+len(g.labels)), g.width-g.x1-14, moreLines)
		height -= float64(len(most)) * smallLead
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
	if g.dropped == 0 || g.narrow {
		return nil
	}
	return g.wrap(smallFace, g.more(g.dropped), g.width-g.x1-14, moreLines)
}

// more says how many origins are not named.
func (g *trendLayout) more(n int) string { return g.chart.Language.Count("chart.more.origins", n) }

// column writes names to the right of the plot, each as near as can be to the
// end of its series, and under them what is said of those left out.
func (g *trendLayout) column(more []string) {
	want := make([]float64, len(g.labels))
	slices.SortStableFunc(g.labels, func(a, b label) int {
		return compare(g.end(a).y, g.end(b).y)
	})
	heights := make([]float64, len(g.labels))
	for i, l := range g.labels {
		want[i], heights[i] = g.end(l).y, l.height
	}
	bottom := g.y1 + 6 - float64(len(more))*smallLead
	for i, top := range spread(want, heights, g.y0-4, bottom) {
		g.label(g.labels[i], top)
	}
	g.lines("more", smallFace, Start, g.x1+14, bottom+2, more)
}

// end returns the last point of a label's series; one that was superseded if there is no other.
func (g *trendLayout) end(l label) point {
	end := point{x: g.x1, y: g.y1}
	s := g.series[l.series]
	for _, i := range slices.Backward(s.Rows) {
		p := g.points[i]
		if p.drawn && !g.trend.Rows[i].Superseded {
			return p
		}
		if p.drawn && !end.drawn {
			end = p
		}
	}
	return end
}

// label writes a name in the column, with a line to the end of its series.
func (g *trendLayout) label(l label, top float64) {
	s, p := g.series[l.series], g.end(l)
	g.owner = g.owned(l)
	x, mid := g.x1+14, top+2+smallLead/2
	if p.drawn {
		g.line("leader", leaderLook(s), p.x+markRadius+2, p.y, max(g.x1+2, p.x+markRadius+2), p.y, x-6, mid)
	}
	g.dot("label-mark", s.glyph, s.Token, state{}, x, mid, 2.8)
	g.write(l, x+7, top+2)
	g.owner = ""
}

// owned returns the id of the claim that a name belongs to: the last of its origin.
func (g *trendLayout) owned(l label) string {
	s := g.series[l.series]
	if r := g.last(s); r != nil {
		return r.ID
	}
	return g.trend.Rows[s.Rows[len(s.Rows)-1]].ID
}

// write sets a name and, under it, the last value.
func (g *trendLayout) write(l label, x, y float64) {
	g.lines("label", smallBold, Start, x, y, l.lines)
	g.text("value", smallFace, Start, x, y+float64(len(l.lines))*smallLead+smallFace.base(), l.value)
}

// far is how far to the right a series must end for its name to stand in the column with a line to it.
func (g *trendLayout) far() float64 { return g.x1 - (g.x1-g.x0)*0.2 }
