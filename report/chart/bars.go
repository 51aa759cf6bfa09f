package chart

import (
	"math"
	"slices"

	"sitrep/report/theme"
)

func (b *Bars) layout(c *Chart, f Frame) []*Scene {
	g := &rowsLayout{pen: pen{fonts: f.Fonts}, chart: c, frame: f, rows: b.Rows, reach: barReach, mark: barMark}
	g.legend = barKey(c, b.Rows, b.Log || !c.Unit.Kind.FromZero())
	if stacks := b.Stacks(); stacks != nil && c.Unit.Kind.FromZero() {
		b.stack(g, stacks)
	}
	return g.lay(b.Log)
}

// barKey explains bars as rowKey explains marks; on a bare axis there are marks.
func barKey(c *Chart, rows []Row, bare bool) []sample {
	key := rowKey(c, rows)
	if bare {
		return key
	}
	for i := range key {
		if st := key[i].status; st != "" {
			key[i].width = 18
			key[i].draw = func(p *pen, x, y float64) { p.bar("key", StatusToken(st), state{status: st}, x-6.5, x+6.5, y, 7) }
		}
		if key[i].text == c.Language.Say("chart.key.range") {
			key[i].draw = func(p *pen, x, y float64) {
				p.bar("key", theme.Muted, state{}, x-8, x+2, y, 7)
				l := look{stroke: theme.Ink, width: 1.1}
				p.line("key", l, x-3, y, x+7, y)
				p.line("key", l, x-3, y-2.6, x-3, y+2.6)
				p.line("key", l, x+7, y-2.6, x+7, y+2.6)
			}
		}
		if key[i].approx {
			key[i].width = 18
			key[i].draw = func(p *pen, x, y float64) {
				p.bar("key", theme.Muted, state{}, x-6.5, x+6, y, 7)
				p.torn(theme.Muted, state{}, x+6, y, 7)
			}
		}
	}
	return key
}

// barReach returns how far left and right a bar and its whisker reach.
func barReach(b *rowsLayout, r *Row) (left, right float64) {
	e := r.extent()
	if e.none {
		return b.x0, b.x0
	}
	if b.scale.bare {
		return rangeReach(b, r)
	}
	zero := b.zero()
	left, right = min(zero, b.x(e.low))-1, max(zero, b.x(e.high))+2
	if e.openHigh {
		right = max(right, b.x(e.high)+openLength+2)
	}
	return left, right
}

// zero is where bars begin.
func (b *rowsLayout) zero() float64 { return b.x(0) }

// barMark draws one amount: a bar from zero to the best value, or to the lower
// bound where only a range is claimed, and a whisker over the range. Where the axis has no
// zero from which a length would mean something, because it is logarithmic or of a level, the mark stands alone.
func barMark(b *rowsLayout, r *Row, y float64) {
	e, t, s := r.extent(), StatusToken(r.Status), r.state()
	switch {
	case e.none:
		return
	case b.scale.bare:
		rangeMark(b, r, y)
		return
	case len(r.parts) > 1:
		b.stackMark(r, y)
		return
	case len(r.parts) == 1:
		t = r.parts[0].token
	}
	end := e.low
	if e.best != nil || e.openLow {
		end = e.mid()
	}
	x, zero := b.x(end), b.zero()
	if e.openLow && e.best == nil && x-zero > 0.2 { // "up to": an outline, since nothing is said to be there
		b.rect("bar", look{fill: theme.Paper, stroke: fade(t, s), width: 0.9}, zero, y-4.5, x-zero, 9)
	} else if math.Abs(x-zero) > 0.2 {
		b.bar("bar", t, s, min(zero, x), max(zero, x), y, 9)
		if s.approx && e.point() {
			b.torn(t, s, x, y, 9)
		}
	} else {
		b.line("bar", look{stroke: fade(t, s), width: 1.5}, zero, y-4.5, zero, y+4.5)
	}
	b.whisker(e, s, y)
}

// torn draws the end of a bar of an approximate amount: a ragged edge, halfway over the end.
func (p *pen) torn(t theme.Token, s state, x, y, h float64) {
	const d = 1.5
	top, step := y-h/2, h/4
	edge := []float64{x - d, top, x + d, top + step, x - d, top + 2*step, x + d, top + 3*step, x - d, top + h}
	p.path("torn", look{fill: theme.Paper}, polygon(append(slices.Clone(edge), x+d, top+h+0.6, x+d, top-0.6)...))
	p.line("torn", look{stroke: fade(t, s), width: 0.9}, edge...)
}

// whisker draws the uncertainty over a bar: capped at a bound, an arrow where there is none.
func (b *rowsLayout) whisker(e extent, s state, y float64) {
	if e.point() {
		return
	}
	x0, x1 := b.x(e.low), b.x(e.high)
	l := look{stroke: theme.Ink, width: 1.1}
	if s.superseded {
		l.stroke = theme.Axis
	}
	if x1 > x0 {
		b.line("whisker", l, x0, y, x1, y)
	}
	cap := func(x float64) { b.line("bound", l, x, y-3.2, x, y+3.2) }
	if !e.openLow {
		cap(x0)
	}
	if !e.openHigh {
		cap(x1)
	}
	t := theme.Ink
	if e.openHigh {
		b.arrow(t, s, x1, y, x1+openLength, y)
	}
	if e.openLow && x0-b.zero() > openLength {
		b.arrow(t, s, x0, y, x0-openLength, y)
	}
}

func (b *Bars) table(c *Chart) Table { return rowTable(c, b.Rows) }

func (b *Bars) alt(c *Chart) string { return altRows(c, "chart.alt.bars", b.Rows, "") }
