package chart

import (
	"math"
	"slices"

	"sitrep/report/font"
	"sitrep/report/theme"
)

// The sizes of a chart's text and the advance from line to line, in points.
const (
	bodySize  = 8.5
	smallSize = 7.5
	bodyLead  = 10.6
	smallLead = 9.4
)

// How far a text's ink may reach above and below its baseline, in parts of its size.
const (
	ascent  = 0.76
	descent = 0.22
)

// A face is how a text is set.
type face struct {
	size         float64
	bold, italic bool
	color        theme.Token
}

// The faces that charts use.
var (
	bodyFace  = face{size: bodySize, color: theme.Ink}
	boldFace  = face{size: bodySize, bold: true, color: theme.Ink}
	smallFace = face{size: smallSize, color: theme.Muted}
	smallBold = face{size: smallSize, bold: true, color: theme.Ink}
	flagFace  = face{size: 7, bold: true, color: theme.Muted}
	dateFace  = face{size: bodySize, bold: true, color: theme.Ink}
)

func (f face) lead() float64 {
	if f.size <= smallSize {
		return smallLead
	}
	return bodyLead * f.size / bodySize
}

// A look is how a path is painted.
type look struct {
	fill, stroke theme.Token
	width        float64
	dash         []float64
}

// A pen draws shapes, one after the other. Shapes get the owner that is set
// when they are drawn.
type pen struct {
	fonts  *font.Set
	owner  string
	shapes []Shape
	dry    bool // it draws nothing: only how far it would come is asked
}

func (p *pen) path(role string, l look, segs []Segment) {
	p.shapes = append(p.shapes, &Path{Segments: segs, Fill: l.fill, Stroke: l.stroke, Width: l.width, Dash: l.dash, Role: role,
		Owner: p.owner})
}

func (p *pen) text(role string, f face, a Anchor, x, y float64, s string) {
	if s == "" || p.dry {
		return
	}
	p.shapes = append(p.shapes, &Text{X: x, Y: y, S: s, Size: f.size, Bold: f.bold, Italic: f.italic, Anchor: a, Color: f.color, Role: role,
		Owner: p.owner})
}

// lines writes one text under another; y is the top of the first line.
func (p *pen) lines(role string, f face, a Anchor, x, y float64, lines []string) {
	for i, s := range lines {
		p.text(role, f, a, x, y+float64(i)*f.lead()+f.base(), s)
	}
}

// base is the way from the top of a line to its baseline.
func (f face) base() float64 { return f.lead()/2 + f.size*0.36 }

func (p *pen) line(role string, l look, points ...float64) {
	p.path(role, l, polyline(points, false))
}

func (p *pen) rect(role string, l look, x, y, w, h float64) {
	p.path(role, l, rectangle(x, y, w, h))
}

// scene rounds what was drawn and makes it a scene.
func (p *pen) scene(width, height float64) *Scene {
	s := &Scene{Width: round(width), Height: round(height), Shapes: p.shapes}
	for _, sh := range s.Shapes {
		switch sh := sh.(type) {
		case *Path:
			sh.Width = round(sh.Width)
			for _, g := range sh.Segments {
				for i := range g.Points {
					g.Points[i] = round(g.Points[i])
				}
			}
		case *Text:
			sh.X, sh.Y, sh.Size = round(sh.X), round(sh.Y), round(sh.Size)
		}
	}
	return s
}

// round keeps two decimals, the same on every processor; what is not a number becomes 0.
func round(v float64) float64 {
	const nudge = 1e-6 // processors that fuse a multiplication and an addition differ in the last bit: not on exact halves
	r := math.Floor(float64(v*100)+0.5+nudge) / 100
	if r == 0 || math.IsNaN(r) || math.IsInf(r, 0) {
		return 0
	}
	return r
}

// polyline joins points, given as x, y pairs.
func polyline(points []float64, closed bool) []Segment {
	segs := make([]Segment, 0, len(points)/2+1)
	own := slices.Clone(points) // one piece of memory for all
	for i := 0; i+1 < len(own); i += 2 {
		op := byte('L')
		if i == 0 {
			op = 'M'
		}
		segs = append(segs, Segment{op, own[i : i+2 : i+2]})
	}
	if closed {
		segs = append(segs, Segment{Op: 'Z'})
	}
	return segs
}

func polygon(points ...float64) []Segment { return polyline(points, true) }

func rectangle(x, y, w, h float64) []Segment {
	return polygon(x, y, x+w, y, x+w, y+h, x, y+h)
}

// circle is drawn by four cubic curves.
func circle(x, y, r float64) []Segment {
	const k = 0.5522847498 // the handle that comes nearest to a quarter circle
	h := r * k
	return []Segment{
		{'M', []float64{x + r, y}},
		{'C', []float64{x + r, y + h, x + h, y + r, x, y + r}},
		{'C', []float64{x - h, y + r, x - r, y + h, x - r, y}},
		{'C', []float64{x - r, y - h, x - h, y - r, x, y - r}},
		{'C', []float64{x + h, y - r, x + r, y - h, x + r, y}},
		{Op: 'Z'},
	}
}
