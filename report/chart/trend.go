package chart

import (
	"math"
	"slices"

	"sitrep/report/date"
	"sitrep/report/theme"
)

// A Series is the claims of one origin over time.
type Series struct {
	Origin, Name string
	Rows         []int // indices into the trend's rows, by date
	Token        theme.Token
	glyph        glyph
}

// Series returns the origins in the order in which they first appear, each with its colour.
func (t *Trend) Series() []Series {
	var all []Series
	at := map[string]int{}
	for i := range t.Rows {
		r := &t.Rows[i]
		k := r.claimant()
		n, ok := at[k]
		if !ok {
			n = len(all)
			at[k] = n
			all = append(all, Series{Origin: r.Origin, Name: r.Label, Token: theme.Series(n), glyph: glyph(n % glyphs)})
		}
		all[n].Rows = append(all[n].Rows, i)
	}
	for i := range all {
		slices.SortStableFunc(all[i].Rows, func(a, b int) int { return t.Rows[a].Date.Compare(t.Rows[b].Date) })
	}
	return all
}

// The measures of a trend, in points.
const (
	trendHeight = 0.42  // of the plot, in parts of the width
	trendLow    = 150.0 // the least that it is drawn with
	trendHigh   = 250.0 // the most, but for more labels
	flagSize    = 12.0  // of an event's number
	trendLeast  = 80.0  // the least of all, on a low page
	maxFlags    = 14
	arrowLength = 16.0
	maxNames    = 12  // in a key
	axisDrop    = 6.5 // from the axis to its dates: marks at zero reach below it
)

// A graph is a trend being laid out.
type graph struct {
	pen
	chart  *Chart
	trend  *Trend
	frame  Frame
	narrow bool
	width  float64

	series         []Series
	labels         []label
	dropped, named int     // names left out, and kept in the key
	lo, hi         float64 // days
	x0, x1, y0, y1 float64 // the plot
	above          float64 // room over the highest number, for arrows
	y              scale
	ticks          []string
	points         []point // by row
	events         []Event
	lostEvents     int
}

// A point is where a row stands. A row without a date or a number is not drawn.
type point struct {
	x, y, low, high float64
	extent          extent
	drawn           bool
}

func (t *Trend) layout(c *Chart, f Frame) []*Scene {
	g := &graph{pen: pen{fonts: f.Fonts}, chart: c, trend: t, frame: f, series: t.Series()}
	g.width = max(f.Width, narrowest)
	g.narrow = g.width < wideFrom
	g.lo, g.hi = t.period()
	g.chooseEvents()
	g.economize()
	top := g.head(&g.pen)
	list := g.eventLines()
	foot := g.foot(list)
	g.vertical(top, foot)
	g.place()
	g.grid()
	g.flags(top)
	g.lines0()
	inside := g.name()
	g.marks()
	g.nameInside(inside)
	g.listEvents(list, g.y1+2*smallLead+axisDrop+8)
	return []*Scene{g.scene(g.width, g.y1+foot+4)}
}

// economize makes room for the plot on a low page: events are dropped first, then names from the key.
func (g *graph) economize() {
	g.named = maxNames
	for g.frame.MaxHeight > 0 {
		least := g.head(&pen{fonts: g.fonts}) + g.foot(g.eventLines()) + trendLeast + 4
		switch {
		case least <= g.frame.MaxHeight:
			return
		case len(g.events) > 0:
			g.dropEvent()
		case g.named > 1 && g.narrow:
			g.named--
		default:
			return
		}
	}
}

// foot returns the height of what stands under the plot.
func (g *graph) foot(list [][]string) float64 {
	return 2*smallLead + axisDrop + 4 + g.listHeight(list)
}

// head draws the key and the unit; it returns where the plot's room begins.
func (g *graph) head(p *pen) float64 {
	key := upright(g.chart, rowKey(g.chart, g.trend.Rows))
	key = slices.DeleteFunc(key, func(s sample) bool { return s.status != "" && s.status != "planned" && s.status != "denied" })
	if g.common() == 0 && slices.ContainsFunc(g.trend.Rows, func(r Row) bool { return !r.Date.IsZero() && r.Date.Precision() < date.Day }) {
		key = append(key, sample{text: g.chart.Language.Say("chart.key.imprecise"), width: 17, draw: func(p *pen, x, y float64) {
			p.line("key", look{stroke: theme.Muted, width: 0.6, dash: []float64{1, 1.5}}, x-8, y, x+8, y)
			p.dot("key", disc, theme.Muted, state{}, x, y, 2.6)
		}})
	}
	if g.narrow {
		key = append(g.seriesKey(), key...)
	}
	y := p.key(key, g.width)
	if unit := axisUnit(g.chart, g.trend.Log); unit != "" {
		p.text("unit", smallFace, Start, 0, y+smallFace.base(), g.cut(smallFace, unit, g.width))
		y += smallLead + 3
	}
	if len(g.events) > 0 {
		y += flagSize + 6
	}
	return y + 5
}

// seriesKey names the origins where there is no room for names beside the plot:
// those with the most claims, at most so many as economize leaves.
func (g *graph) seriesKey() []sample {
	var key []sample
	all := slices.Clone(g.series)
	slices.SortStableFunc(all, func(a, b Series) int { return len(b.Rows) - len(a.Rows) })
	g.dropped = max(0, len(all)-g.named)
	for _, s := range all[:len(all)-g.dropped] {
		key = append(key, sample{text: s.Name, draw: func(p *pen, x, y float64) {
			p.dot("key", s.glyph, s.Token, state{}, x, y, 3)
		}})
	}
	if g.dropped > 0 {
		key = append(key, sample{text: g.chart.Language.Count("chart.more.origins", g.dropped), draw: func(*pen, float64, float64) {}})
	}
	return key
}

// place puts every row at its date; marks that would cover each other stand side by side.
func (g *graph) place() {
	g.points = make([]point, len(g.trend.Rows))
	order := make([]int, len(g.points))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return g.trend.Rows[a].Date.Compare(g.trend.Rows[b].Date) })
	for n, i := range order {
		r := &g.trend.Rows[i]
		e := r.extent()
		if r.Date.IsZero() || e.none {
			continue
		}
		pt := point{x: g.px(r.Date.Middle()), extent: e, drawn: true, low: g.py(e.low), high: g.py(e.high)}
		pt.y = (pt.low + pt.high) / 2
		if e.best != nil || e.point() {
			pt.y = g.py(e.mid())
		}
		g.points[i] = pt
		for try := 0; try < 3 && g.covered(order[:n], g.points[i]); try++ {
			g.points[i].x += 2 * markRadius
		}
		g.points[i].x = min(g.points[i].x, g.x1)
	}
}

// covered reports whether a point's mark lies on one that was placed before it.
func (g *graph) covered(before []int, p point) bool {
	for k := len(before) - 1; k >= 0 && k >= len(before)-40; k-- {
		q := g.points[before[k]]
		if q.drawn && math.Abs(q.x-p.x) < 1.9*markRadius && q.high-markRadius < p.low+markRadius && p.high-markRadius < q.low+markRadius {
			return true
		}
	}
	return false
}

// lines0 joins the values of one origin, and says nothing where it said none: a
// range or a one-sided bound, and another place or item interrupt the line. What
// was superseded is passed over: the line runs through what took its place.
func (g *graph) lines0() {
	for _, s := range g.series {
		rows := g.standing(s)
		for k := 1; k < len(rows); k++ {
			a, b := rows[k-1], rows[k]
			if !g.bound(a, b) {
				continue
			}
			l := look{stroke: s.Token, width: 1.4}
			if g.trend.Rows[b].Status == "planned" {
				l.dash = []float64{2.4, 1.8}
			}
			g.line("line", l, g.points[a].x, g.points[a].y, g.points[b].x, g.points[b].y)
		}
	}
}

// standing returns the rows of a series that were not superseded.
func (g *graph) standing(s Series) []int {
	return slices.DeleteFunc(slices.Clone(s.Rows), func(i int) bool { return g.trend.Rows[i].Superseded })
}

// bound reports whether a line joins two rows.
func (g *graph) bound(a, b int) bool {
	return g.joined(a) && g.joined(b) && g.trend.Rows[a].Detail == g.trend.Rows[b].Detail
}

func (g *graph) joined(i int) bool {
	r, p := &g.trend.Rows[i], g.points[i]
	return p.drawn && !r.Superseded && r.Status != "denied" && (p.extent.best != nil || p.extent.point())
}

func (g *graph) marks() {
	for _, s := range g.series {
		for _, i := range s.Rows {
			if g.points[i].drawn {
				g.owner = g.trend.Rows[i].ID
				g.point(s, &g.trend.Rows[i], g.points[i])
			}
		}
	}
	g.owner = ""
}

// extentFrom is how much longer than its mark a claim's date must be for a line to show it, in points.
const extentFrom = 2*markRadius + 4

// known returns between which places a row's date lies: a day, a month or a year.
func (g *graph) known(r *Row) (x0, x1 float64) {
	return g.px(float64(r.Date.First())), g.px(float64(r.Date.Last()))
}

// stretched reports whether a line shows between which places a row's date lies.
func (g *graph) stretched(r *Row) bool {
	x0, x1 := g.known(r)
	return x1-x0 > extentFrom && !r.extent().spanOnly() && g.common() == 0
}

// spanOnly reports whether the claim is a range without a best value.
func (e extent) spanOnly() bool {
	return e.best == nil && !e.point() && e.openLow == e.openHigh
}

// point draws one claim: the whisker from low to high, an arrow where a
// side is open, the mark at the best value. A range without a best value has a
// mark at either end, and none between.
func (g *graph) point(s Series, r *Row, p point) {
	st, e := r.state(), p.extent
	l := stem(s.Token, st)
	cap := l
	cap.dash = nil
	if x0, x1 := g.known(r); g.stretched(r) {
		g.line("date-extent", look{stroke: fade(s.Token, st), width: 0.6, dash: []float64{1, 1.5}}, x0, p.y, x1, p.y)
	}
	if p.low-p.high > 0.5 {
		g.line("whisker", l, p.x, p.low, p.x, p.high)
	}
	tip := func(y float64) { g.line("bound", cap, p.x-3, y, p.x+3, y) }
	switch {
	case e.openHigh:
		tip(p.low)
		g.arrow(s.Token, st, p.x, p.high, p.x, max(p.high-arrowLength, g.y0-2))
	case e.openLow:
		tip(p.high)
		g.arrow(s.Token, st, p.x, p.low, p.x, min(p.low+arrowLength, g.y1))
	case e.best != nil && p.low-p.high > 0.5:
		tip(p.low)
		tip(p.high)
	}
	if !e.spanOnly() {
		g.dot("dot", s.glyph, s.Token, st, p.x, p.y, markRadius)
		return
	}
	g.dot("end", s.glyph, s.Token, st, p.x, p.low, markRadius-0.8)
	g.dot("end", s.glyph, s.Token, st, p.x, p.high, markRadius-0.8)
}

func compare(a, b float64) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// table holds the claims and, after them, the events.
func (t *Trend) table(c *Chart) Table {
	rows := slices.Clone(t.Rows)
	for _, e := range t.within() {
		rows = append(rows, Row{ID: e.ID, Label: e.Origin, Detail: e.Text, DateText: e.DateText, StatusText: e.StatusText, Grade: e.Grade, Sources: e.Sources})
	}
	return rowTable(c, rows)
}

func (t *Trend) alt(c *Chart) string { return altRows(c, "chart.alt.trend", t.Rows, "") }
