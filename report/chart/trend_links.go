package chart

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/evidence"
	"sitrep/report/theme"
)

// Where a line is broken: two claims of one origin further apart in time than
// so many times the median of the chart's, and than that part of its axis, are not joined.
const (
	gapTimes = 3.0
	gapPart  = 0.1
)

// Links returns the rows that lines join, as pairs of indices. A line joins the
// claims of one origin that follow each other, and is broken where something else stands between:
//   - a range without a best value or a one-sided bound, which give no point to draw through;
//   - a claim that is denied;
//   - another place, item or stretch of time, which is another series; stretches that follow each other are one, and so are
//     those of a total that runs on;
//   - a long silence: more than three times the median distance of claims that
//     follow each other in the chart, and more than a tenth of its period.
//
// Where a line is broken the key says why: see [Trend.breaks].
//
// What was superseded is passed over: the line runs through what took its place.
// The way to what is planned is dashed.
func (t *Trend) Links() [][2]int {
	pairs, most := t.pairs()
	return slices.DeleteFunc(pairs, func(l [2]int) bool { return t.broken(l[0], l[1], most) != "" })
}

// pairs returns the rows of one origin and series that follow each other in time, and how many days of silence break a line.
func (t *Trend) pairs() (pairs [][2]int, most float64) {
	for _, s := range t.Series() {
		rows := slices.DeleteFunc(s.Rows, func(i int) bool { return t.Rows[i].Superseded || t.Rows[i].Date.IsZero() || t.Rows[i].extent().none })
		of := t.threads(rows)
		for k, i := range rows { // in the order of their second rows
			if of[k] >= 0 {
				pairs = append(pairs, [2]int{rows[of[k]], i})
			}
		}
	}
	if most = t.silence; most == 0 {
		most = t.longSilence(t.gaps(pairs))
	}
	return pairs, most
}

// threads finds, for each of the rows of an origin in order of date, which of them it follows: the last before it of the same series;
// −1 for none.
func (t *Trend) threads(rows []int) []int {
	before := make([]int, len(rows))
	var ends []int
	for k, i := range rows {
		e := slices.IndexFunc(ends, func(at int) bool { return t.Rows[rows[at]].precedes(&t.Rows[i]) })
		if e < 0 {
			before[k], ends = -1, append(ends, k)
		} else {
			before[k], ends[e] = ends[e], k
		}
	}
	return before
}

// gaps are how many days lie between the two of each pair, where any do.
func (t *Trend) gaps(pairs [][2]int) (gaps []float64) {
	for _, p := range pairs {
		if gap := t.gap(p[0], p[1]); gap > 0 {
			gaps = append(gaps, gap)
		}
	}
	return gaps
}

// longSilence is how many days of silence break a line, where those many lie between claims that follow each other.
func (t *Trend) longSilence(gaps []float64) float64 {
	if gaps == nil {
		return math.Inf(1)
	}
	slices.Sort(gaps)
	lo, hi := t.period()
	return max(gapTimes*gaps[(len(gaps)-1)/2], gapPart*(hi-lo))
}

// precedes reports whether the next row is of the same series: it counts the same thing over the same stretch of time, over
// one that follows, or over one that began with it and went on, as a total does that runs on.
func (r *Row) precedes(next *Row) bool {
	runsOn := evidence.Running(r.Period, next.Period) && next.Period.Contains(r.Period)
	return r.Detail == next.Detail || r.Thing == next.Thing && (runsOn || r.Period.Follows(next.Period))
}

// broken says why no line joins two rows that follow each other, as a key of the word list; empty where one does.
func (t *Trend) broken(a, b int, most float64) string {
	switch {
	case t.Rows[a].Status == claim.Denied || t.Rows[b].Status == claim.Denied:
		return "chart.gap.denied"
	case !t.Rows[a].joined() || !t.Rows[b].joined():
		return "chart.gap.bound"
	case t.gap(a, b) > most:
		return "chart.gap.silence"
	}
	return ""
}

// breaks returns the reasons for which lines are broken, for the key: a gap is drawn as a gap.
func (t *Trend) breaks() []string {
	var all []string
	pairs, most := t.pairs()
	for _, p := range pairs {
		if why := t.broken(p[0], p[1], most); why != "" && !slices.Contains(all, why) {
			all = append(all, why)
		}
	}
	slices.Sort(all)
	return all
}

// gap is how many days lie between two rows.
func (t *Trend) gap(a, b int) float64 { return t.Rows[b].Date.Middle() - t.Rows[a].Date.Middle() }

// joined reports whether a line may end at the row's mark.
func (r *Row) joined() bool {
	e := r.extent()
	return r.Status != claim.Denied && (e.best != nil || e.point())
}

// drawLinks joins the values of one origin.
func (g *trendLayout) drawLinks() {
	tokens := make([]theme.Token, len(g.trend.Rows))
	for _, s := range g.series {
		for _, i := range s.Rows {
			tokens[i] = s.Token
		}
	}
	for _, k := range g.links {
		a, b := k[0], k[1]
		l := look{stroke: tokens[a], width: 1.4}
		if g.trend.Rows[b].Status.Future() {
			l.dash = []float64{2.4, 1.8}
		}
		g.owner = g.trend.Rows[b].ID
		g.line("line", l, g.points[a].x, g.points[a].y, g.points[b].x, g.points[b].y)
	}
	g.owner = ""
}

// place puts every row at its date. Marks that would cover each other stand side by
// side, as many before their date as after it: see dodge.
func (g *trendLayout) place() {
	g.points = make([]point, len(g.trend.Rows))
	var order []int
	for i := range g.trend.Rows {
		r := &g.trend.Rows[i]
		e := r.extent()
		if r.Date.IsZero() || e.none {
			continue
		}
		pt := point{x: g.px(r.Date.Middle()), r: markRadius, extent: e, drawn: true, low: g.py(e.low), high: g.py(e.high)}
		if r.Approx && !r.Superseded {
			pt.r += ringGap
		}
		pt.y = (pt.low + pt.high) / 2
		if e.best != nil || e.point() {
			pt.y = g.py(e.mid())
		}
		g.points[i] = pt
		order = append(order, i)
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(g.points[a].x, g.points[b].x) })
	var heaps [][]int // of marks that cover each other
	for _, i := range order {
		k := len(heaps) - 1
		for k >= max(0, len(heaps)-20) && !g.covered(heaps[k], g.points[i]) {
			k--
		}
		if k < max(0, len(heaps)-20) {
			heaps = append(heaps, []int{i})
		} else {
			heaps[k] = append(heaps[k], i)
		}
	}
	for _, h := range heaps {
		g.dodge(h)
	}
}

// dodge moves marks that cover each other apart, together to the side where
// there is room. None goes further from its date than two marks, nor more than half
// of the way to the next event's line, so that before stays before and after stays after.
func (g *trendLayout) dodge(marks []int) {
	if len(marks) < 2 {
		return
	}
	want, sizes := make([]float64, len(marks)), make([]float64, len(marks))
	bounds := make([][2]float64, len(marks))
	lo, hi := math.Inf(-1), math.Inf(1)
	for k, i := range marks {
		p := &g.points[i]
		want[k], sizes[k], bounds[k] = p.x, 2*p.r, g.leeway(p.x)
		lo, hi = max(lo, bounds[k][0]-p.r), min(hi, bounds[k][1]+p.r)
	}
	for k, left := range spread(want, sizes, lo, hi) {
		p := &g.points[marks[k]]
		x := clamp(left+p.r, bounds[k][0], bounds[k][1])
		g.beside = g.beside || math.Abs(x-p.x) > markRadius+0.4 // it no longer stands over its date
		p.x = x
	}
}

// leeway returns between which places a mark at a date may stand.
func (g *trendLayout) leeway(x float64) [2]float64 {
	lo, hi := max(x-4*markRadius, g.x0), min(x+4*markRadius, g.x1)
	for _, e := range g.events {
		at := g.px(e.Date.Middle())
		switch d := at - x; {
		case e.Date.Precision() < date.Day:
		case math.Abs(d) <= 0.5*markRadius: // its line runs through the mark, and still does
			lo, hi = max(lo, x-markRadius), min(hi, x+markRadius)
		case d > 0:
			hi = min(hi, x+d/2)
		default:
			lo = max(lo, x+d/2)
		}
	}
	return [2]float64{lo, hi}
}

// covered reports whether a point's mark or whisker lies on one of those before it, which stand from left to right.
func (g *trendLayout) covered(before []int, p point) bool {
	const part, apart = 0.65, 0.95 // marks that only touch can be told apart
	for _, i := range slices.Backward(before) {
		q := &g.points[i]
		if p.x-q.x >= apart*(markRadius+ringGap+p.r) {
			break // and so do all before it
		}
		if p.x-q.x < apart*(q.r+p.r) && q.high-part*q.r < p.low+part*p.r && p.high-part*p.r < q.low+part*q.r {
			return true
		}
	}
	return false
}
