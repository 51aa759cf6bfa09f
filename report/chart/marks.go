package chart

import (
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/theme"
)

// Firmness ranks a status in the order of [claim.Statuses]; an unknown one comes last.
func Firmness(status claim.Status) int {
	if i := slices.Index(claim.Statuses(), status); i >= 0 {
		return i
	}
	return len(claim.Statuses())
}

// StatusToken is the colour of a mark of that status.
func StatusToken(status claim.Status) theme.Token {
	if slices.Contains(claim.Statuses(), status) {
		return theme.Token(status)
	}
	return theme.Muted
}

// A glyph is the outline of a mark, so that colour is never alone.
type glyph int

const (
	disc glyph = iota // circle
	square
	diamond
	up // triangle
	down
	star
	hourglass
	slab
	cross
	glyphs = 8 // those that tell origins apart; the cross means denied
)

// seriesGlyph is the mark of the n-th series. Tints come round after
// [theme.SeriesCount] series, then with the next mark: no two of 32 look alike.
func seriesGlyph(n int) glyph { return glyph((n + n/theme.SeriesCount) % glyphs) }

// statusGlyph is the outline of a mark of that status.
func statusGlyph(status claim.Status) glyph {
	switch status {
	case claim.Reported:
		return square
	case claim.Claimed:
		return diamond
	case claim.Assessed:
		return up
	case claim.Denied:
		return cross
	case claim.Forecast:
		return down
	case mixed:
		return hourglass
	}
	return disc
}

// outline draws the glyph round a point; r is half its height.
func (g glyph) outline(x, y, r float64) []Segment {
	switch g {
	case square:
		r *= 0.88
		return rectangle(x-r, y-r, 2*r, 2*r)
	case diamond:
		r *= 1.2
		return polygon(x, y-r, x+r, y, x, y+r, x-r, y)
	case up:
		return polygon(x, y-1.15*r, x+1.1*r, y+0.85*r, x-1.1*r, y+0.85*r)
	case down:
		return polygon(x, y+1.15*r, x+1.1*r, y-0.85*r, x-1.1*r, y-0.85*r)
	case star:
		return starred(x, y, 1.3*r)
	case hourglass:
		return polygon(x-1.05*r, y-1.1*r, x+1.05*r, y-1.1*r, x+0.2*r, y, x+1.05*r, y+1.1*r, x-1.05*r, y+1.1*r, x-0.2*r, y)
	case slab:
		return rectangle(x-1.35*r, y-0.55*r, 2.7*r, 1.1*r)
	case cross:
		r *= 0.9
		return append(polyline([]float64{x - r, y - r, x + r, y + r}, false), polyline([]float64{x - r, y + r, x + r, y - r}, false)...)
	}
	return circle(x, y, r)
}

// starred is a star of five points, which lie r from the middle.
func starred(x, y, r float64) []Segment {
	var points []float64
	for i := range 10 {
		sin, cos := math.Sincos(float64(i)*math.Pi/5 - math.Pi/2)
		d := r
		if i%2 == 1 {
			d *= 0.42
		}
		points = append(points, x+d*cos, y+0.1*r+d*sin)
	}
	return polygon(points...)
}

// A state is what a mark says of a claim beside its value.
type state struct {
	status     claim.Status
	approx     bool
	superseded bool
}

func (r *Row) state() state { return state{r.Status, r.Approx, r.Superseded} }

// markRadius is half the height of a mark.
const markRadius = 3.3

// ringGap is how much further the ring of an approximate value reaches.
const ringGap = 1.9

// dot draws a mark: filled for what is said to be so, hollow for what is
// planned, a cross for what is denied, thin and hollow for what was superseded,
// with a ring about it for what is only approximate.
func (p *pen) dot(role string, g glyph, t theme.Token, s state, x, y, r float64) {
	if s.approx && !s.superseded {
		p.path(role+"-approx", look{fill: theme.Paper, stroke: t, width: 0.7}, circle(x, y, r+ringGap))
	}
	switch {
	case g == cross || s.status == claim.Denied:
		p.path(role, look{stroke: fade(t, s), width: 1.5}, cross.outline(x, y, r))
	case s.superseded:
		p.path(role, look{fill: theme.Paper, stroke: theme.Axis, width: 0.7}, g.outline(x, y, r-0.5))
	case s.status.Future():
		p.path(role, look{fill: theme.Paper, stroke: t, width: 1.2}, g.outline(x, y, r-0.2))
	default:
		p.path(role, look{fill: t, stroke: theme.Paper, width: 0.8}, g.outline(x, y, r+0.4))
	}
}

func fade(t theme.Token, s state) theme.Token {
	if s.superseded {
		return theme.Axis
	}
	return t
}

// stem is the line of a one-sided bound, a whisker or a leader.
func stem(t theme.Token, s state) look {
	l := look{stroke: fade(t, s), width: 1.5}
	if s.superseded {
		l.width = 0.7
	}
	if s.status.Future() {
		l.dash = dashes(s.status)
	}
	return l
}

// dashes are those of what has not happened: short for a plan, dots for a forecast.
func dashes(status claim.Status) []float64 {
	if status == claim.Forecast {
		return []float64{0.9, 1.5}
	}
	return []float64{2.4, 1.8}
}

// barLook is how a bar of that state is filled: solid where confirmed, tinted
// with an edge where somebody says so, a dashed edge where planned, a dotted one where forecast, an edge alone where denied.
func barLook(t theme.Token, s state) look {
	switch {
	case s.superseded:
		return look{fill: theme.Paper, stroke: theme.Axis, width: 0.6}
	case s.status == claim.Confirmed:
		return look{fill: t, stroke: t, width: 0.8}
	case s.status.Future():
		return look{fill: theme.Paper, stroke: t, width: 0.9, dash: dashes(s.status)}
	case s.status == claim.Denied:
		return look{fill: theme.Paper, stroke: t, width: 0.9}
	}
	return look{fill: theme.Soft(t), stroke: t, width: 0.9}
}

// bar draws a bar from x0 to x1 about y. What is claimed is ruled along, what is assessed hatched, what is denied struck through: in
// print without colours no two statuses look alike.
func (p *pen) bar(role string, t theme.Token, s state, x0, x1, y, h float64) {
	p.rect(role, barLook(t, s), x0, y-h/2, x1-x0, h)
	switch s.status {
	case claim.Claimed:
		p.ruled(look{stroke: fade(t, s), width: 0.5}, x0, y-h/2, x1-x0, h)
	case claim.Assessed:
		p.hatch(look{stroke: fade(t, s), width: 0.5}, x0, y-h/2, x1-x0, h)
	case claim.Denied:
		p.line(role+"-denied", look{stroke: fade(t, s), width: 0.9}, x0, y+h/2+1.5, x1, y-h/2-1.5)
	}
}

// ruleStep is about the way between the lines along a bar, in points.
const ruleStep = 3.5

// ruled draws lines along a box: one in its middle, or more at equal distances.
func (p *pen) ruled(l look, x, y, w, h float64) {
	n := max(math.Round(h/ruleStep), 2)
	var segs []Segment
	for i := 1.0; i < n; i++ {
		segs = append(segs, polyline([]float64{x, y + h*i/n, x + w, y + h*i/n}, false)...)
	}
	p.path("hatch", l, segs)
}

// hatchStep is the way between the lines of a hatching, in points.
const hatchStep = 5.0

// hatch fills a box with slanting lines.
func (p *pen) hatch(l look, x, y, w, h float64) {
	var segs []Segment
	for d := hatchStep; d < w+h; d += hatchStep {
		a, b := max(0, d-h), min(d, w) // where the line enters at the bottom or left and leaves
		segs = append(segs, polyline([]float64{x + a, y + d - a, x + b, y + d - b}, false)...)
	}
	if segs != nil {
		p.path("hatch", l, segs)
	}
}

// arrow draws a line that ends in an open head: the claim has no bound on that side. What is denied bears its cross.
func (p *pen) arrow(t theme.Token, s state, x0, y0, x1, y1 float64) {
	p.line("arrow", stem(t, s), x0, y0, x1, y1)
	if s.status == claim.Denied {
		p.path("arrow-denied", look{stroke: fade(t, s), width: 1.2}, cross.outline((x0+x1)/2, (y0+y1)/2, markRadius))
	}
	l := stem(t, s)
	l.dash = nil
	const a = 3.2
	if y0 == y1 {
		d := a
		if x1 < x0 {
			d = -a
		}
		p.line("arrow-head", l, x1-d, y1-a, x1, y1, x1-d, y1+a)
		return
	}
	d := a
	if y1 < y0 {
		d = -a
	}
	p.line("arrow-head", l, x1-a, y1-d, x1, y1, x1+a, y1-d)
}
