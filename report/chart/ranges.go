package chart

import (
	"cmp"
	"slices"
)

// The measures of a range, in points.
const (
	openLength = 24.0 // of the arrow of a one-sided bound
	thinnest   = 1.2  // a range that is shorter on the page is drawn so wide
	capHeight  = 6.0  // half of a bound's, where the mark would hide the range
)

func (r *Ranges) layout(c *Chart, f Frame) []*Scene {
	b := &rowsLayout{pen: pen{fonts: f.Fonts}, chart: c, frame: f, rows: r.Rows, reach: rangeReach, mark: rangeMark, state: rangeState,
		legend: rowKey(c, r.Rows)}
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
	e := extent{openLow: r.Low == nil && r.High != nil, openHigh: r.High == nil && r.Low != nil}
	first := cmp.Or(r.Low, r.Best, r.High)
	if first == nil {
		e.none = true
		return e
	}
	if r.Best != nil {
		best := finite(r.Best)
		e.best = &best
	}
	low, high := finite(first), finite(cmp.Or(r.High, r.Best, r.Low))
	e.low, e.high = min(low, high), max(low, high)
	return e
}

// point reports whether the claim is one value and no range.
func (e extent) point() bool { return !e.openLow && !e.openHigh && e.low == e.high }

// rangeReach returns how far left and right a row's mark reaches.
func rangeReach(b *rowsLayout, r *Row) (left, right float64) {
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
func rangeMark(b *rowsLayout, r *Row, y float64) {
	e, t, s := r.extent(), StatusToken(r.Status), r.state()
	if e.none {
		return
	}
	x0, x1 := b.x(e.low), b.x(e.high)
	cap := stem(t, s)
	cap.dash = nil
	marked := e.best != nil || e.point()
	if x1-x0 > 0.5 || !marked && !e.openLow && !e.openHigh {
		thin := max(0, thinnest-(x1-x0)) / 2
		b.bar("range", t, s, x0-thin, x1+thin, y, barHeight)
	}
	if marked && e.low < e.high && x1-x0 < 2*markRadius+3 && !e.openLow && !e.openHigh { // the mark would hide it
		b.line("bound", cap, x0, y-capHeight, x0, y+capHeight)
		b.line("bound", cap, x1, y-capHeight, x1, y+capHeight)
	}
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
	if marked {
		b.dot("dot", statusGlyph(r.Status), t, s, b.x(e.mid()), y, markRadius)
	}
}

func (r *Ranges) table(c *Chart) Table { return rowTable(c, r.Rows) }

func (r *Ranges) alt(c *Chart) string {
	var text string
	if !slices.ContainsFunc(r.Rows, func(row Row) bool { return row.Group != r.Rows[0].Group }) {
		text, _ = agreement(c.Language, c.Unit, r.Rows)
	}
	return altRows(c, "chart.alt.ranges", r.Rows, text)
}
