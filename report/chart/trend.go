package chart

import (
	"slices"

	"sitrep/report/date"
	"sitrep/report/theme"
)

// A Series is the claims of one origin over time.
type Series struct {
	Origin, Name string      // the origin's id, and its name as shown
	Rows         []int       // indices into the trend's rows, by date
	Token        theme.Token // its colour
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
			all = append(all, Series{Origin: r.Origin, Name: r.Label, Token: theme.Series(n), glyph: seriesGlyph(n)})
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
	maxNames    = 12  // in the key of a narrow plot
	maxKeyed    = 6   // in that of a wide one
	axisDrop    = 6.5 // from the axis to its dates: marks at zero reach below it
)

// A trendLayout is a trend being laid out.
type trendLayout struct {
	pen
	chart  *Chart
	trend  *Trend
	frame  Frame
	narrow bool
	width  float64

	series         []Series
	labels         []label
	unnamed        []Series // that a narrow key leaves out
	dropped, named int      // names left out, and kept in the key of a narrow plot
	keyed          []int    // series whose names found no place in a wide one, and stand in its key
	lo, hi         float64  // days
	x0, x1, y0, y1 float64  // the plot
	above          float64  // room over the highest number, for arrows
	y              scale
	ticks          []string
	points         []point // by row
	links          [][2]int
	breaks         []string // why lines are broken: keys of the word list
	beside         bool     // marks of one date stand side by side
	events         []Event
	remarks        []remark
	lostEvents     int
	axisRows       []Row   // that the axis of amounts has room for
	panel          string  // heading of a panel; empty where the plot is the whole figure
	bare           bool    // the dates stand under another panel
	edge, high     float64 // where the plot ends, and how high it is, so that all panels are alike; 0: as its names have it
	silent         bool    // events are lines alone: their numbers and words stand at another panel
}

// A point is where a row stands. A row without a date or a number is not drawn.
type point struct {
	x, y, low, high float64
	r               float64 // of its mark, with a ring if it has one
	extent          extent
	drawn           bool
}

func (t *Trend) layout(c *Chart, f Frame) []*Scene {
	if groups := t.groups(); len(groups) > 1 {
		return t.panels(c, f, groups)
	}
	g := newTrendLayout(c, t, f)
	g.chooseEvents()
	return []*Scene{g.draw()}
}

func newTrendLayout(c *Chart, t *Trend, f Frame) *trendLayout {
	g := &trendLayout{pen: pen{fonts: f.Fonts}, chart: c, trend: t, frame: f, series: t.Series(), axisRows: t.Rows}
	g.width = max(f.Width, narrowest)
	g.narrow = g.width < wideFrom
	g.lo, g.hi = t.period(c.dated()...)
	g.links, g.breaks = t.Links(), t.breaks()
	return g
}

// draw lays out the plot, its key above and its lists below.
func (g *trendLayout) draw() *Scene {
	g.makeRemarks()
	top, list, foot := g.arrange()
	if g.beside { // which the key says
		top, list, foot = g.arrange()
	}
	names := g.bestPlacement()
	if lost := names.lost; len(lost) > 0 {
		for _, l := range lost[:min(len(lost), maxKeyed)] {
			g.keyed = append(g.keyed, l.series)
		}
		top, list, foot = g.arrange()
		names = g.bestPlacement()
	}
	g.head(&g.pen)
	g.spans()
	g.grid()
	g.flags(top)
	inside := g.name(names)
	g.drawLinks()
	g.marks()
	g.nameInside(inside)
	y := g.y1 + g.datesHeight() + 8
	g.listEvents(list, y)
	g.drawRemarks(y + g.listHeight(list))
	return g.scene(g.width, g.y1+foot+4)
}

// arrange divides the height and puts every row in its place; it draws nothing.
func (g *trendLayout) arrange() (top float64, list [][]string, foot float64) {
	g.fitHeight()
	top = g.head(&pen{fonts: g.fonts, dry: true})
	list = g.eventLines()
	foot = g.foot(list)
	g.labels, g.above = nil, 0
	for i := range g.remarks {
		g.remarks[i].box = patch{}
	}
	g.vertical(top, foot)
	g.place()
	g.placeRemarks()
	return top, list, foot
}

// fitHeight makes room for the plot on a low page: events are dropped first, then names from the key.
func (g *trendLayout) fitHeight() {
	g.named = maxNames
	for limit := g.frame.limit(0); limit > 0 && !g.frame.Whole; {
		least := g.head(&pen{fonts: g.fonts, dry: true}) + g.foot(g.eventLines()) + trendLeast + 4
		switch {
		case least <= limit:
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
func (g *trendLayout) foot(list [][]string) float64 {
	return g.datesHeight() + 4 + g.listHeight(list) + g.remarksHeight()
}

// datesHeight is how far the dates reach below the axis.
func (g *trendLayout) datesHeight() float64 {
	if g.bare {
		return 0
	}
	return 2*smallLead + axisDrop
}

// head draws the key and the unit; it returns where the plot's room begins.
func (g *trendLayout) head(p *pen) float64 {
	if g.panel != "" {
		return g.panelHead(p)
	}
	key := upright(g.chart, rowKey(g.chart, g.trend.Rows))
	for i := range key {
		if st := key[i].status; st != "" { // in the plot its shape is that of its origin
			key[i].draw = func(p *pen, x, y float64) { p.dot("key", disc, StatusToken(st), state{status: st}, x, y, 3) }
		}
	}
	key = append(key, g.stretches()...)
	if g.beside {
		key = append(key, sample{text: g.chart.Language.Say("chart.key.beside"), width: 14, draw: func(p *pen, x, y float64) {
			p.dot("key", disc, theme.Muted, state{}, x-3, y, 2.6)
			p.dot("key", disc, theme.Muted, state{}, x+3, y, 2.6)
		}})
	}
	for _, why := range g.breaks {
		key = append(key, sample{text: g.chart.Language.Say(why), width: 17, draw: func(p *pen, x, y float64) {
			p.line("key", look{stroke: theme.Muted, width: 1.4}, x-8, y, x-3, y)
			p.line("key", look{stroke: theme.Muted, width: 1.4}, x+3, y, x+8, y)
		}})
	}
	if g.narrow {
		key = append(g.seriesKey(), key...)
	}
	for i, n := range g.keyed {
		key = slices.Insert(key, i, seriesSample(g.series[n]))
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

// stretches explains the lines of claims that are of a month, a quarter or a year: what was counted over it, or is not known nearer.
func (g *trendLayout) stretches() (key []sample) {
	for _, k := range []struct {
		word    string
		counted bool
	}{{"chart.key.counted", true}, {"chart.key.imprecise", false}} {
		if g.trend.common() == 0 && slices.ContainsFunc(g.trend.Rows, func(r Row) bool {
			return !r.Date.IsZero() && r.Date.Precision() < date.Day && r.Period.Same(date.Span{From: r.Date, To: r.Date}) == k.counted
		}) {
			key = append(key, sample{text: g.chart.Language.Say(k.word), width: 17, draw: func(p *pen, x, y float64) {
				p.line("key", look{stroke: theme.Muted, width: 0.6, dash: []float64{1, 1.5}}, x-8, y, x+8, y)
				p.dot("key", disc, theme.Muted, state{}, x, y, 2.6)
			}})
		}
	}
	return key
}

// seriesKey names the origins where there is no room for names beside the plot:
// those with the most claims, at most so many as fitHeight leaves.
func (g *trendLayout) seriesKey() []sample {
	var key []sample
	all := slices.Clone(g.series)
	slices.SortStableFunc(all, func(a, b Series) int { return len(b.Rows) - len(a.Rows) })
	g.dropped = max(0, len(all)-g.named)
	g.unnamed = all[len(all)-g.dropped:]
	for _, s := range all[:len(all)-g.dropped] {
		key = append(key, seriesSample(s))
	}
	if g.dropped > 0 {
		key = append(key, sample{text: g.chart.Language.Count("chart.more.origins", g.dropped), draw: func(*pen, float64, float64) {}})
	}
	return key
}

// seriesSample explains the mark of an origin in a key.
func seriesSample(s Series) sample {
	return sample{text: s.Name, draw: func(p *pen, x, y float64) { p.dot("key", s.glyph, s.Token, state{}, x, y, 3) }}
}

func (g *trendLayout) marks() {
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
func (g *trendLayout) known(r *Row) (x0, x1 float64) {
	return g.px(float64(r.Date.First())), g.px(float64(r.Date.Last()))
}

// stretched reports whether a line shows between which places a row's date lies.
func (g *trendLayout) stretched(r *Row) bool {
	x0, x1 := g.known(r)
	return x1-x0 > extentFrom && !r.extent().spanOnly() && g.trend.common() == 0
}

// spanOnly reports whether the claim is a range without a best value.
func (e extent) spanOnly() bool {
	return e.best == nil && !e.point() && e.openLow == e.openHigh
}

// spanWidth is the thickness of a range without a best value, in points.
const spanWidth = 2.4

// point draws one claim: the whisker from low to high, an arrow where a
// side is open, the mark at the best value. A range without a best value is a bar with a
// mark at either end, and none between.
func (g *trendLayout) point(s Series, r *Row, p point) {
	st, e := r.state(), p.extent
	l := stem(s.Token, st)
	cap := l
	cap.dash = nil
	if x0, x1 := g.known(r); g.stretched(r) {
		g.line("date-extent", look{stroke: fade(s.Token, st), width: 0.6, dash: []float64{1, 1.5}}, x0, p.y, x1, p.y)
	}
	t := StatusToken(r.Status) // the shape tells the origin, the colour the status, as everywhere
	if s.Token == theme.Axis {
		t = s.Token
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
		g.dot("dot", s.glyph, t, st, p.x, p.y, markRadius)
		return
	}
	g.dot("end", s.glyph, t, st, p.x, p.low, markRadius-0.8)
	g.dot("end", s.glyph, t, st, p.x, p.high, markRadius-0.8)
	if l.dash == nil { // over the ends, which are of one claim
		g.line("whisker", look{stroke: fade(t, st), width: spanWidth}, p.x, p.low, p.x, p.high)
	}
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
	for _, e := range t.shown(c) {
		rows = append(rows, Row{ID: e.ID, Date: e.Date, Label: e.Origin, Detail: e.Text, DateText: e.DateText, StatusText: e.StatusText,
			Grade: e.Grade, Sources: e.Sources})
	}
	return rowTable(c, rows)
}

func (t *Trend) alt(c *Chart) string {
	return altRows(c, "chart.alt.trend", t.Rows, t.directions(c))
}

// undated counts the claims that have no place on the axis, for want of a date or number.
func (t *Trend) undated() int {
	n := 0
	for i := range t.Rows {
		if t.Rows[i].Date.IsZero() || t.Rows[i].extent().none {
			n++
		}
	}
	return n
}
