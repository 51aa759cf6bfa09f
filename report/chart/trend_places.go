package chart

import (
	"math"
	"slices"

	"sitrep/report/atlas"
)

// A patch is a part of the plot that is taken.
type patch struct{ x0, y0, x1, y1 float64 }

func (b patch) box() atlas.Box { return atlas.Box{X0: b.x0, Y0: b.y0, X1: b.x1, Y1: b.y1} }

// away returns how far a point is from the nearest place of a patch; 0 within it.
func (b patch) away(x, y float64) float64 {
	return math.Hypot(max(b.x0-x, 0, x-b.x1), max(b.y0-y, 0, y-b.y1))
}

func (b patch) meets(c patch) bool {
	return b.x0 < c.x1 && c.x0 < b.x1 && b.y0 < c.y1 && c.y0 < b.y1
}

// inside finds a place for a name beside the last mark of its series, beside what is taken and, if it can be, events.
func (g *trendLayout) inside(l label, taken, events []patch) (patch, bool) {
	p := g.end(l)
	if !p.drawn || p.x >= g.far() {
		return patch{}, false
	}
	w, h := max(g.widest(smallBold, l.lines), g.measure(smallFace, l.value)), l.height-4
	const off = markRadius + 4.5
	above, under := p.high-off-h, p.low+off
	if p.extent.openHigh {
		above -= arrowLength
	}
	if p.extent.openLow {
		under += arrowLength
	}
	for _, at := range [][2]float64{{p.x + off, p.y - h/2}, {p.x - w/2, above}, {p.x - w/2, under}, {p.x - off - w, p.y - h/2},
		{p.x + off, p.y + 1}, {p.x + off, p.y - h - 1},
		{p.x - off - w, p.y + 1}, {p.x - off - w, p.y - h - 1}, {p.x - markRadius, above}, {p.x + markRadius - w, above},
		{p.x - markRadius, under}, {p.x + markRadius - w, under}, {p.x + off, p.y - h - 4}, {p.x - off - w, p.y - h - 4}} {
		b := patch{at[0], at[1], at[0] + w, at[1] + h}
		if g.free(b, events) && g.free(b, taken) && g.own(b, l) {
			return b, true
		}
	}
	return patch{}, false
}

// own reports whether no mark of another series is nearer to a name than the
// mark that it names: without a line it would be read as the other's.
func (g *trendLayout) own(b patch, l label) bool {
	end := g.end(l)
	mine := b.away(end.x, end.y)
	for i, p := range g.points {
		if p.drawn && b.away(p.x, p.y) <= mine && !slices.Contains(g.series[l.series].Rows, i) {
			return false
		}
	}
	return true
}

// free reports whether a name may stand there.
func (g *trendLayout) free(b patch, taken []patch) bool {
	return b.x0 > g.x0+2 && b.x1 < g.x1+4 && b.y0 > g.y0-6 && b.y1 < g.y1-2 && !slices.ContainsFunc(taken, b.meets)
}

// aside finds a place for a name a little off the last mark of its series, and the ends of a line to it.
func (g *trendLayout) aside(l label, taken []patch) (patch, []point, bool) {
	p := g.end(l)
	if !p.drawn || p.x >= g.far() {
		return patch{}, nil, false
	}
	w, h := max(g.widest(smallBold, l.lines), g.measure(smallFace, l.value)), l.height-4
	own := func(c patch) bool { return c.meets(patch{p.x, p.y, p.x, p.y}) }
	var across []patch // covers the line to a place
	for _, d := range []float64{18, 28, 40, 54, 66} {
		for turn := range 12 {
			if turn == 9 && p.extent.openHigh || turn == 3 && p.extent.openLow {
				continue // along its arrow
			}
			sin, cos := math.Sincos(float64(turn) * math.Pi / 6)
			x, y := p.x+d*cos, p.y+d*sin
			left := x - w/2
			if turn%6 != 3 { // neither straight down nor up
				left = x - w*(1-math.Copysign(1, cos))/2
			}
			top := y - h*(1-sin)/2
			b := patch{left, top, left + w, top + h}
			line := []point{{x: p.x + 9*cos, y: p.y + 9*sin}, {x: x - 3*cos, y: y - 3*sin}}
			if !g.free(b, taken) {
				continue
			}
			across = appendLine(across[:0], line[0], line[1])
			if !slices.ContainsFunc(taken, func(c patch) bool { return slices.ContainsFunc(across, c.meets) && !own(c) }) {
				return b, line, true
			}
		}
	}
	return patch{}, nil, false
}

// obstacles returns what names must not cover: marks with their whiskers and
// arrows, the lines that show how well their dates are known, and the lines that join them.
func (g *trendLayout) obstacles() []patch {
	var taken []patch
	const r = markRadius + 3
	for i, p := range g.points {
		if !p.drawn {
			continue
		}
		if x0, x1 := g.known(&g.trend.Rows[i]); g.stretched(&g.trend.Rows[i]) {
			taken = append(taken, patch{x0, p.y - 1, x1, p.y + 1})
		}
		b := patch{p.x - r, p.high - r, p.x + r, p.low + r}
		if p.extent.openHigh {
			b.y0 -= arrowLength
		}
		if p.extent.openLow {
			b.y1 += arrowLength
		}
		taken = append(taken, b)
	}
	for _, r := range g.remarks {
		if r.box != (patch{}) {
			taken = append(taken, r.box)
		}
	}
	for _, l := range g.links {
		taken = appendLine(taken, g.points[l[0]], g.points[l[1]])
	}
	return taken
}

// appendLine covers a slanting line with small patches.
func appendLine(taken []patch, a, b point) []patch {
	n := math.Ceil(math.Hypot(b.x-a.x, b.y-a.y) / 6)
	taken = slices.Grow(taken, int(n))
	for i := range int(n) {
		f, t := float64(i)/n, float64(i+1)/n
		x0, x1, y0, y1 := a.x+(b.x-a.x)*f, a.x+(b.x-a.x)*t, a.y+(b.y-a.y)*f, a.y+(b.y-a.y)*t
		taken = append(taken, patch{min(x0, x1) - 1.5, min(y0, y1) - 1.5, max(x0, x1) + 1.5, max(y0, y1) + 1.5})
	}
	return taken
}
