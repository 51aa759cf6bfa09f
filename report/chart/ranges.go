package chart

import (
	"math"
	"slices"

	"sitrep/report/lang"
)

// openLength is how long the arrow of a one-sided bound is, in points.
const openLength = 24.0

func (r *Ranges) layout(c *Chart, f Frame) []*Scene {
	b := &board{pen: pen{fonts: f.Fonts}, chart: c, frame: f, rows: r.Rows, reach: rangeReach, mark: rangeMark, state: rangeState, key0: rowKey(c, r.Rows)}
	return b.lay(r.Log)
}

// An extent is what a claim covers: from low to high, or open on a side.
type extent struct {
	low, high         float64
	openLow, openHigh bool
	best              *float64
	none              bool // no number at all
}

// extent returns what the row claims. Bounds in the wrong order are exchanged.
func (r *Row) extent() extent {
	low, best, high := finite(r.Low), finite(r.Best), finite(r.High)
	e := extent{best: best, openLow: low == nil && high != nil, openHigh: high == nil && low != nil}
	first, last := low, high
	for _, v := range []*float64{best, high} {
		if first == nil {
			first = v
		}
	}
	for _, v := range []*float64{best, low} {
		if last == nil {
			last = v
		}
	}
	if first == nil {
		e.none = true
		return e
	}
	e.low, e.high = min(*first, *last), max(*first, *last)
	return e
}

// point reports whether the claim is one value and no range.
func (e extent) point() bool { return !e.openLow && !e.openHigh && e.low == e.high }

// rangeReach returns how far left and right a row's mark reaches.
func rangeReach(b *board, r *Row) (left, right float64) {
	e := r.extent()
	if e.none {
		return b.x0, b.x0
	}
	left, right = b.x(e.low)-1, b.x(e.high)+1
	if e.best != nil || e.point() {
		x := b.x(e.mid())
		left, right = min(left, x-markRadius-2.4), max(right, x+markRadius+2.4)
	}
	if e.openHigh {
		right += openLength
	}
	if e.openLow {
		left = min(left, max(b.x(e.low)-openLength, b.x0-4))
	}
	return left, right
}

// mid is where a point stands.
func (e extent) mid() float64 {
	if e.best != nil {
		return *e.best
	}
	return e.low
}

// rangeMark draws one estimate: a bar from low to high, an arrow where a side is open, a mark at the best value.
func rangeMark(b *board, r *Row, y float64) {
	e, t, s := r.extent(), StatusToken(r.Status), r.state()
	if e.none {
		return
	}
	x0, x1 := b.x(e.low), b.x(e.high)
	if x1-x0 > 0.5 {
		b.bar("range", t, s, x0, x1, y, barHeight)
	}
	cap := stem(t, s)
	cap.dash = nil
	if e.openHigh {
		b.line("bound", cap, x0, y-4.2, x0, y+4.2)
		b.arrow(t, s, x1, y, x1+openLength, y)
	}
	if e.openLow {
		left, _ := rangeReach(b, r)
		b.line("bound", cap, x1, y-4.2, x1, y+4.2)
		if x0-left > 4 {
			b.arrow(t, s, x0, y, left, y)
		}
	}
	if e.best != nil || e.point() {
		b.dot("dot", statusGlyph(r.Status), t, s, b.x(e.mid()), y, markRadius)
	}
}

// counted reports whether a row takes part when ranges are compared: what its
// own origin replaced, what is denied and what is only planned does not.
func (r *Row) counted() bool {
	return !r.Superseded && r.Status != "denied" && r.Status != "planned" && !r.extent().none
}

// rangeState says of a group whether its ranges overlap, and where.
func rangeState(b *board, rows []Row) (string, *band) {
	text, o := agreement(b.chart.Language, b.chart.Unit, rows)
	if o == nil || o.low > o.high || o.low == o.high && o.points == o.n {
		return text, nil
	}
	return text, &band{o.low, o.high}
}

// An overlap is where n claims agree: from the highest low to the lowest high.
// Where low is above high they do not.
type overlap struct {
	low, high float64 // infinite where every claim is open on that side
	n, points int
	min, max  float64 // the lowest and highest number given
	approx    bool    // an approximate point is among them
}

// agreement says in words whether origins agree. Of fewer than two origins, or
// of rows that count different things (in other places, say), it says nothing; of
// an origin that spoke more than once it takes the latest claim, and says so.
func agreement(l *lang.Language, unit string, rows []Row) (string, *overlap) {
	o := overlap{low: math.Inf(-1), high: math.Inf(1), min: math.Inf(1), max: math.Inf(-1)}
	current, earlier := latest(rows)
	if origins(current) < 2 {
		return "", nil
	}
	for i := range current {
		if current[i].Detail != current[0].Detail {
			return "", nil
		}
		o.add(current[i].extent())
		o.approx = o.approx || current[i].Approx && current[i].extent().point()
	}
	text := o.said(l, unit)
	if earlier {
		text = l.Say("chart.latest", text)
	}
	return text, &o
}

// latest returns each origin's counted rows of its latest date, and whether it left others out.
func latest(rows []Row) (kept []Row, earlier bool) {
	last := map[string]int{} // day, by origin
	for i := range rows {
		if r := &rows[i]; r.counted() {
			if day, ok := last[r.claimant()]; !ok || r.Date.Last() > day {
				last[r.claimant()] = r.Date.Last()
			}
		}
	}
	for i := range rows {
		switch r := &rows[i]; {
		case !r.counted():
		case r.Date.Last() == last[r.claimant()]:
			kept = append(kept, *r)
		default:
			earlier = true
		}
	}
	return kept, earlier
}

// said words an overlap. Where there is none, it speaks of ranges only if every claim is one.
func (o *overlap) said(l *lang.Language, unit string) string {
	switch {
	case o.low > o.high && o.points == o.n:
		return l.Say("chart.differ", amount(l, o.min, o.max, "", false))
	case o.low > o.high && o.points > 0:
		return l.Say("chart.unfit")
	case o.low > o.high:
		return l.Say("chart.apart")
	case o.points == o.n:
		return l.Say("chart.same")
	}
	return l.Say("chart.overlap", amount(l, o.low, o.high, unit, o.approx))
}

func (o *overlap) add(e extent) {
	o.n++
	if e.point() {
		o.points++
	}
	if !e.openLow {
		o.low = max(o.low, e.low)
	}
	if !e.openHigh {
		o.high = min(o.high, e.high)
	}
	o.min, o.max = min(o.min, e.low), max(o.max, e.high)
}

// amount words a span; infinite ends are open.
func amount(l *lang.Language, low, high float64, unit string, approx bool) string {
	a := lang.Amount{Approx: approx}
	if !math.IsInf(low, 0) {
		a.Low = &low
	}
	if !math.IsInf(high, 0) {
		a.High = &high
	}
	a.Unit = unit
	return l.Words(a)
}

func (r *Ranges) table(c *Chart) Table { return rowTable(c, r.Rows) }

func (r *Ranges) alt(c *Chart) string {
	var text string
	if !slices.ContainsFunc(r.Rows, func(row Row) bool { return row.Group != r.Rows[0].Group }) {
		text, _ = agreement(c.Language, c.Unit, r.Rows)
	}
	return altRows(c, "chart.alt.ranges", r.Rows, text)
}
