package chart

import (
	"math"
	"slices"
	"strconv"

	"sitrep/report/date"
	"sitrep/report/theme"
)

// period finds the days that the axis spans.
func (t *Trend) period(notes ...Event) (lo, hi float64) {
	lo, hi = math.Inf(1), math.Inf(-1)
	mixed := t.common() == 0 // a line shows the month or year that a claim is of, and ends within the axis
	for i := range t.Rows {
		r := &t.Rows[i]
		switch {
		case r.Date.IsZero() || r.extent().none:
		case mixed && r.Date.Precision() < date.Day:
			lo, hi = min(lo, float64(r.Date.First())), max(hi, float64(r.Date.Last()))
		default:
			lo, hi = min(lo, r.Date.Middle()), max(hi, r.Date.Middle())
		}
	}
	for _, n := range notes {
		lo, hi = min(lo, n.Date.Middle()), max(hi, n.Date.Middle())
	}
	if lo > hi {
		lo, hi = 0, 1
	}
	pad := max((hi-lo)*0.03, 2)
	return lo - pad, hi + pad
}

// vertical fixes the plot's height, then its sides: value labels to the left, names to the right.
func (g *trendLayout) vertical(top, foot float64) {
	height := max(clamp(g.width*trendHeight, trendLow, trendHigh)+plotStep*g.frame.Loose, trendLeast)
	if g.panel != "" {
		height = max(panelHeight+plotStep*g.frame.Loose, panelHeight*0.75)
	}
	right := g.width - 8
	most := math.Inf(1)
	if limit := g.frame.limit(0); limit > 0 {
		most = max(trendLeast, limit-top-foot-4)
	}
	height = min(height, most)
	if !g.narrow {
		height, right = g.makeLabels(height, most)
	}
	if g.edge > 0 {
		right, height = min(right, g.edge), g.high
	}
	g.y0, g.y1 = top, top+height
	n := int(clamp(height/34, 2, 7))
	if g.panel != "" {
		n = panelTicks
	}
	g.y = axis{g.chart.Unit.Kind, g.trend.Log}.scale(numbers(g.axisRows), n)
	g.ticks = tickLabels(g.chart.Language, g.chart.Unit.Kind, g.y.ticks)
	g.x0 = g.widest(smallFace, g.ticks) + 7
	g.x1 = max(right, g.x0+40)
	for i := range g.trend.Rows {
		if e := g.trend.Rows[i].extent(); e.openHigh && g.py(e.high) < g.y0+arrowLength {
			g.above = arrowLength
		}
	}
}

// px returns where a day stands.
func (g *trendLayout) px(day float64) float64 {
	return g.x0 + clamp((day-g.lo)/(g.hi-g.lo), 0, 1)*(g.x1-g.x0)
}

// py returns where a value stands.
func (g *trendLayout) py(v float64) float64 { return g.y1 - g.y.at(v)*(g.y1-g.y0-g.above) }

func (g *trendLayout) grid() {
	for _, v := range g.y.ticks {
		y, l, role := g.py(v.at), look{stroke: theme.Grid, width: 0.6}, "grid"
		if v.at == 0 && !g.y.log {
			l.stroke, role = theme.Axis, "axis"
		}
		if y < g.y1-0.1 {
			g.line(role, l, g.x0, y, g.x1, y)
		}
	}
	g.line("axis", look{stroke: theme.Axis, width: 0.6}, g.x0, g.y1, g.x1, g.y1) // where the dates stand
	g.axisNumbers()
	g.timeAxis()
}

// axisNumbers writes the numbers of the value axis. Of numbers that would touch,
// the last of all stays, and of the others the first.
func (g *trendLayout) axisNumbers() {
	end, last := math.Inf(1), len(g.ticks)-1
	for i, v := range g.y.ticks {
		y := g.py(v.at)
		if i < last && (y > end-smallLead || y < g.py(g.y.ticks[last].at)+smallLead) {
			continue
		}
		g.text("tick", smallFace, End, g.x0-6, y+smallSize*0.36, g.ticks[i])
		end = y
	}
}

func (g *trendLayout) timeAxis() {
	end, subEnd := math.Inf(-1), math.Inf(-1)
	for _, t := range g.dates() {
		x := g.px(t.day)
		g.line("axis", look{stroke: theme.Axis, width: 0.6}, x, g.y1, x, g.y1+3)
		if g.bare {
			continue
		}
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

// half is about how many days there are from the beginning of a year or month to its middle.
func half(p date.Precision) float64 {
	switch p {
	case date.Year:
		return 183
	case date.Month:
		return 15
	}
	return 0
}

// dates returns as many ticks as have room. Where every claim is of a whole
// month or year, ticks stand in its middle, as the marks do.
func (g *trendLayout) dates() []timeTick {
	all := g.trend.common()
	ticks := timeTicks(g.chart.Language, g.lo-half(all), g.hi, int(clamp((g.x1-g.x0)/34, 2, 14)))
	for i, t := range ticks {
		d := date.FromDays(int(t.day))
		switch {
		case all == date.Year && t.label == strconv.Itoa(d.Year):
			ticks[i].day = date.Date{Year: d.Year}.Middle()
		case all == date.Month && t.label == g.chart.Language.MonthShort(d.Month):
			ticks[i].day = date.Date{Year: d.Year, Month: d.Month}.Middle()
		}
	}
	for len(ticks) > 1 && ticks[0].day < g.lo { // its month and year are those of the next
		if ticks[1].sub == "" {
			ticks[1].sub = ticks[0].sub
		}
		ticks = ticks[1:]
	}
	return slices.DeleteFunc(ticks, func(t timeTick) bool { return t.day < g.lo || t.day > g.hi })
}

// common returns the precision that all dates share, if it is the month or the year; else zero.
func (t *Trend) common() date.Precision {
	var all date.Precision
	for i := range t.Rows {
		d := t.Rows[i].Date
		switch p := d.Precision(); {
		case d.IsZero():
		case p == date.Day || all != 0 && p != all:
			return 0
		default:
			all = p
		}
	}
	return all
}
