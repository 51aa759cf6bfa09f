package chart

import "sitrep/report/theme"

// earlierDrop is how far under a mark its ghost stands, in points.
const earlierDrop = 6.2

// row is the earlier claim as a row without a name.
func (e *Earlier) row() *Row { return &Row{Low: e.Low, Best: e.Best, High: e.High} }

// ghost draws, faintly under a row's mark, what the claim said in the edition before: a dotted line from low to
// high, a tick at the best value, an open end where no bound was given.
func (b *rowsLayout) ghost(r *Row, y float64) {
	if r.Old == nil {
		return
	}
	e := r.Old.row().extent()
	if e.none {
		return
	}
	y += earlierDrop
	x0, x1 := b.x(e.low), b.x(e.high)
	l := look{stroke: theme.Axis, width: 0.9}
	dotted := l
	dotted.dash = []float64{1.4, 1.4}
	if e.openHigh {
		x1 = min(x1+openLength, b.x1+overhang)
	}
	if e.openLow {
		x0 = max(x0-openLength, b.x0-4)
	}
	if x1-x0 > 0.5 {
		b.line("ghost", dotted, x0, y, x1, y)
	}
	if !e.openLow {
		b.line("ghost", l, x0, y-1.8, x0, y+1.8)
	}
	if !e.openHigh {
		b.line("ghost", l, x1, y-1.8, x1, y+1.8)
	}
	if e.best != nil {
		x := b.x(*e.best)
		b.line("ghost", l, x, y-2.6, x, y+2.6)
	}
}

// earlierSample explains a ghost.
func earlierSample(c *Chart) sample {
	return sample{text: c.Language.Say("chart.key.earlier"), width: 16, draw: func(p *pen, x, y float64) {
		l := look{stroke: theme.Axis, width: 0.9}
		dotted := l
		dotted.dash = []float64{1.4, 1.4}
		p.line("key", dotted, x-7, y, x+7, y)
		p.line("key", l, x-7, y-1.8, x-7, y+1.8)
		p.line("key", l, x+7, y-1.8, x+7, y+1.8)
	}}
}
