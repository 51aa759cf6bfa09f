package chart

import (
	"math"
	"slices"
	"strconv"

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
		k := r.Origin + "\x00" + labelIfNoOrigin(r)
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
	trendHeight = 0.5   // of the plot, in parts of the width
	trendLow    = 150.0 // the least that it is drawn with
	trendHigh   = 250.0 // the most, but for more labels
	flagSize    = 12.0  // of an event's number
	trendLeast  = 80.0  // the least of all, on a low page
	maxFlags    = 14
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

// A label names a series at its end.
type label struct {
	series int
	lines  []string
	value  string
	height float64
}

func (t *Trend) layout(c *Chart, f Frame) []*Scene {
	g := &graph{pen: pen{fonts: f.Fonts}, chart: c, trend: t, frame: f, series: t.Series()}
	g.width = max(f.Width, narrowest)
	g.narrow = g.width < wideFrom
	g.period()
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
	g.marks()
	g.name()
	g.listEvents(list, g.y1+2*smallLead+axisDrop+8)
	return []*Scene{g.scene(g.width, g.y1+foot+4)}
}

// period finds the days that the axis spans.
func (g *graph) period() {
	g.lo, g.hi = math.Inf(1), math.Inf(-1)
	for i := range g.trend.Rows {
		r := &g.trend.Rows[i]
		if !r.Date.IsZero() && !r.extent().none {
			g.lo, g.hi = min(g.lo, r.Date.Middle()), max(g.hi, r.Date.Middle())
		}
	}
	if g.lo > g.hi {
		g.lo, g.hi = 0, 1
	}
	pad := max((g.hi-g.lo)*0.03, 2)
	g.lo, g.hi = g.lo-pad, g.hi+pad
}

// chooseEvents keeps the events within the period, so many as have room beside each other.
func (g *graph) chooseEvents() {
	for _, e := range g.trend.Events {
		if m := e.Date.Middle(); !e.Date.IsZero() && m >= g.lo && m <= g.hi {
			g.events = append(g.events, e)
		}
	}
	slices.SortStableFunc(g.events, func(a, b Event) int { return compare(a.Date.Middle(), b.Date.Middle()) })
	for len(g.events) > min(maxFlags, int(g.width/(flagSize+2))) {
		g.dropEvent()
	}
}

// dropEvent leaves one event out: of those that are not confirmed the latest, then of the others the latest.
func (g *graph) dropEvent() {
	drop := len(g.events) - 1
	for i, e := range g.events {
		if firmness(e.Status) >= firmness(g.events[drop].Status) && (i > drop || firmness(e.Status) > firmness(g.events[drop].Status)) {
			drop = i
		}
	}
	g.events = slices.Delete(g.events, drop, drop+1)
	g.lostEvents++
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

func firmness(status string) int {
	if status == "confirmed" {
		return 0
	}
	return 1
}

// head draws the key and the unit; it returns where the plot's room begins.
func (g *graph) head(p *pen) float64 {
	key := rowKey(g.chart, g.trend.Rows)
	key = slices.DeleteFunc(key, func(s sample) bool { return s.origin })
	if g.narrow {
		key = append(g.seriesKey(), key...)
	}
	y := p.key(key, g.width, 0)
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

// vertical fixes the plot's height, then its sides: value labels to the left, names to the right.
func (g *graph) vertical(top, foot float64) {
	height := clamp(g.width*trendHeight, trendLow, trendHigh)
	right := g.width - 8
	if !g.narrow {
		right = g.makeLabels(&height)
	}
	if g.frame.MaxHeight > 0 {
		height = max(trendLeast, min(height, g.frame.MaxHeight-top-foot-4))
	}
	g.fitLabels(height)
	g.y0, g.y1 = top, top+height
	n := int(clamp(height/34, 2, 7))
	if g.trend.Log {
		g.y = logarithmic(numbers(g.trend.Rows), n)
	} else {
		g.y = linear(numbers(g.trend.Rows), n)
	}
	g.ticks = tickLabels(g.chart.Language, g.y.ticks)
	g.x0 = g.widest(smallFace, g.ticks) + 7
	g.x1 = max(right, g.x0+40)
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

// fitLabels drops names that have no room beside the plot: of the origins with
// the fewest claims, the last to appear goes first.
func (g *graph) fitLabels(height float64) {
	total := 0.0
	for _, l := range g.labels {
		total += l.height
	}
	for total > height+8 && len(g.labels) > 1 {
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

// px returns where a day stands.
func (g *graph) px(day float64) float64 {
	return g.x0 + clamp((day-g.lo)/(g.hi-g.lo), 0, 1)*(g.x1-g.x0)
}

// py returns where a value stands.
func (g *graph) py(v float64) float64 { return g.y1 - g.y.at(v)*(g.y1-g.y0) }

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

func (g *graph) grid() {
	for i, v := range g.y.ticks {
		y := g.py(v)
		l, role := look{stroke: theme.Grid, width: 0.6}, "grid"
		if v == 0 || i == 0 {
			l.stroke, role = theme.Axis, "axis"
		}
		g.line(role, l, g.x0, y, g.x1, y)
	}
	g.axisNumbers()
	g.timeAxis()
}

// axisNumbers writes the numbers of the value axis. Of numbers that would touch,
// the last of all stays, and of the others the first.
func (g *graph) axisNumbers() {
	end, last := math.Inf(1), len(g.ticks)-1
	for i, v := range g.y.ticks {
		y := g.py(v)
		if i < last && (y > end-smallLead || y < g.py(g.y.ticks[last])+smallLead) {
			continue
		}
		g.text("tick", smallFace, End, g.x0-6, y+smallSize*0.36, g.ticks[i])
		end = y
	}
}

func (g *graph) timeAxis() {
	end, subEnd := math.Inf(-1), math.Inf(-1)
	for _, t := range g.dates() {
		x := g.px(t.day)
		g.line("axis", look{stroke: theme.Axis, width: 0.6}, x, g.y1, x, g.y1+3)
		w := g.measure(smallFace, t.label)
		left := clamp(x-w/2, 0, g.width-w)
		if left < end+4 {
			continue
		}
		g.text("tick", smallFace, Start, left, g.y1+axisDrop+smallFace.base(), t.label)
		end = left + w
		w = g.measure(smallFace, t.sub)
		left = clamp(x-w/2, 0, g.width-w)
		if t.sub != "" && left >= subEnd+4 {
			g.text("tick", smallFace, Start, left, g.y1+axisDrop+smallLead+smallFace.base(), t.sub)
			subEnd = left + w
		}
	}
}

// dates returns as many ticks as have room.
func (g *graph) dates() []timeTick {
	return timeTicks(g.chart.Language, g.lo, g.hi, int(clamp((g.x1-g.x0)/34, 2, 14)))
}

// lines0 joins the values of one origin, and says nothing where it said none: a
// range or a one-sided bound, another place or item, and a value that was superseded interrupt the line.
func (g *graph) lines0() {
	for _, s := range g.series {
		for k := 1; k < len(s.Rows); k++ {
			a, b := s.Rows[k-1], s.Rows[k]
			ra, rb := &g.trend.Rows[a], &g.trend.Rows[b]
			if !g.joined(a) || !g.joined(b) || ra.Detail != rb.Detail {
				continue
			}
			l := look{stroke: s.Token, width: 1.4}
			if rb.Status == "planned" {
				l.dash = []float64{2.4, 1.8}
			}
			g.line("line", l, g.points[a].x, g.points[a].y, g.points[b].x, g.points[b].y)
		}
	}
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

// point draws one claim: the whisker from low to high, an arrow where a
// side is open, the mark at the best value. A range without a best value has a
// mark at either end, and none between.
func (g *graph) point(s Series, r *Row, p point) {
	st, e := r.state(), p.extent
	l := stem(s.Token, st)
	cap := l
	cap.dash = nil
	x0, x1 := g.px(float64(r.Date.First())), g.px(float64(r.Date.Last()))
	if x1-x0 > 2*markRadius+4 {
		g.line("date-extent", look{stroke: fade(s.Token, st), width: 0.6, dash: []float64{1, 1.5}}, x0, p.y, x1, p.y)
	}
	if p.low-p.high > 0.5 {
		g.line("whisker", l, p.x, p.low, p.x, p.high)
	}
	tip := func(y float64) { g.line("bound", cap, p.x-3, y, p.x+3, y) }
	switch {
	case e.openHigh:
		tip(p.low)
		g.arrow(s.Token, st, p.x, p.high, p.x, max(p.high-16, g.y0-4))
	case e.openLow:
		tip(p.high)
		g.arrow(s.Token, st, p.x, p.low, p.x, min(p.low+16, g.y1))
	case e.best != nil && p.low-p.high > 0.5:
		tip(p.low)
		tip(p.high)
	}
	if e.best != nil || e.point() || e.openLow != e.openHigh {
		g.dot("dot", s.glyph, s.Token, st, p.x, p.y, markRadius)
		return
	}
	g.dot("end", s.glyph, s.Token, st, p.x, p.low, markRadius-0.8)
	g.dot("end", s.glyph, s.Token, st, p.x, p.high, markRadius-0.8)
}

// name writes the names at the ends of the series.
func (g *graph) name() {
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
		g.text("more", smallFace, End, g.width, g.y1+axisDrop+smallLead+smallFace.base(), g.cut(smallFace, text, g.width-g.x1))
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
	if p.drawn {
		g.line("leader", look{stroke: s.Token, width: 0.5, dash: []float64{0.8, 1.6}}, p.x+markRadius+2, p.y, max(g.x1+2, p.x+markRadius+2), p.y, x-6, mid)
	}
	g.dot("label-mark", s.glyph, s.Token, state{}, x, mid, 2.8)
	g.lines("label", smallBold, Start, x+7, top+2, l.lines)
	g.text("value", smallFace, Start, x+7, top+2+float64(len(l.lines))*smallLead+smallFace.base(), l.value)
}

// flags numbers the events above the plot, each with a line down at its date.
func (g *graph) flags(top float64) {
	want := make([]float64, len(g.events))
	sizes := make([]float64, len(g.events))
	for i, e := range g.events {
		want[i], sizes[i] = g.px(e.Date.Middle()), flagSize+2
	}
	for i, left := range spread(want, sizes, 0, g.width) {
		g.owner = g.events[i].ID
		x, y := left+sizes[i]/2, top-5-flagSize/2-3
		g.line("event", look{stroke: theme.Axis, width: 0.5, dash: []float64{1.5, 1.5}}, x, y+flagSize/2, want[i], top-2, want[i], g.y1)
		g.flag(x, y, i)
	}
	g.owner = ""
}

func (g *graph) flag(x, y float64, i int) {
	g.path("flag", look{fill: theme.Paper, stroke: theme.Muted, width: 0.7}, circle(x, y, flagSize/2))
	g.text("flag", flagFace, Middle, x, y+flagFace.size*0.36, strconv.Itoa(i+1))
}

// eventLines words the events for the list under the plot.
func (g *graph) eventLines() [][]string {
	var list [][]string
	for _, e := range g.events {
		list = append(list, g.wrap(smallFace, clean(e.DateText)+": "+clean(e.Text), g.width-18, 2))
	}
	if g.lostEvents > 0 {
		list = append(list, []string{g.cut(smallFace, g.chart.Language.Count("chart.more.events", g.lostEvents), g.width-18)})
	}
	return list
}

func (g *graph) listHeight(list [][]string) float64 {
	h := 0.0
	for _, lines := range list {
		h += max(float64(len(lines))*smallLead, flagSize) + 2
	}
	return h
}

func (g *graph) listEvents(list [][]string, y float64) {
	for i, lines := range list {
		if i < len(g.events) {
			g.owner = g.events[i].ID
			g.flag(flagSize/2+1, y+flagSize/2, i)
		}
		g.lines("event-text", smallFace, Start, 18, y+1, lines)
		y += max(float64(len(lines))*smallLead, flagSize) + 2
		g.owner = ""
	}
}

func (t *Trend) table(c *Chart) Table { return rowTable(c, t.Rows) }

func (t *Trend) alt(c *Chart) string { return altRows(c, "chart.alt.trend", t.Rows, "") }
