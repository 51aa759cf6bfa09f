// Package raster paints a laid-out chart as pixels, for programs that show no vectors.
//
// golang.org/x/image/vector fills outlines with smooth edges; strokes are made of
// them: a box for each step and a disc at each end of a step.
package raster

import (
	"bytes"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"math"

	"sitrep/report/chart"
	"sitrep/report/font"
	"sitrep/report/theme"
)

// PNG paints the scene in the theme's light colours, so many pixels to a point.
func PNG(s *chart.Scene, scale float64, t *theme.Theme, fonts *font.Set) ([]byte, error) {
	w, h := int(math.Ceil(s.Width*scale)), int(math.Ceil(s.Height*scale))
	p := &painter{scale: scale, theme: t, fonts: fonts, canvas: image.NewRGBA(image.Rect(0, 0, w, h)), ink: &outline{}}
	draw.Draw(p.canvas, p.canvas.Bounds(), p.color(theme.Paper), image.Point{}, draw.Src)
	for _, shape := range s.Shapes {
		switch shape := shape.(type) {
		case *chart.Path:
			p.path(shape)
		case *chart.Text:
			p.text(shape)
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, p.canvas)
	return b.Bytes(), err
}

type painter struct {
	scale  float64
	theme  *theme.Theme
	fonts  *font.Set
	canvas *image.RGBA
	ink    *outline
}

func (p *painter) color(k theme.Token) *image.Uniform {
	c, ok := p.theme.Light[k]
	if !ok {
		c, _ = theme.LabelColor(k)
	}
	return image.NewUniform(color.RGBA{c.R, c.G, c.B, 255})
}

// flush paints what was outlined.
func (p *painter) flush(k theme.Token) {
	p.ink.paint(p.canvas, p.color(k))
	p.ink = &outline{}
}

func (p *painter) path(s *chart.Path) {
	if s.Fill != "" {
		for _, g := range s.Segments {
			p.step(g)
		}
		p.ink.ClosePath()
		p.flush(s.Fill)
	}
	if s.Stroke != "" && s.Width > 0 {
		for _, line := range flatten(s.Segments) {
			p.stroke(line, s.Width/2, s.Dash)
		}
		p.flush(s.Stroke)
	}
}

// step passes one step of an outline on.
func (p *painter) step(g chart.Segment) {
	at := func(i int) (x, y float32) {
		return float32(g.Points[i] * p.scale), float32(g.Points[i+1] * p.scale)
	}
	switch g.Op {
	case 'M':
		p.ink.ClosePath()
		p.ink.MoveTo(at(0))
	case 'L':
		p.ink.LineTo(at(0))
	case 'C':
		x1, y1 := at(0)
		x2, y2 := at(2)
		x, y := at(4)
		p.ink.CubeTo(x1, y1, x2, y2, x, y)
	case 'Z':
		p.ink.ClosePath()
	}
}

// A point is a place in the scene.
type point struct{ x, y float64 }

// curveSteps is how many straight steps stand for a curve.
const curveSteps = 16

// flatten makes lines of straight steps of a path.
func flatten(segments []chart.Segment) [][]point {
	var lines [][]point
	var line []point
	for _, g := range segments {
		switch g.Op {
		case 'M':
			lines, line = append(lines, line), []point{{g.Points[0], g.Points[1]}}
		case 'L':
			line = append(line, point{g.Points[0], g.Points[1]})
		case 'C':
			if len(line) > 0 {
				line = append(line, curve(line[len(line)-1], g.Points)...)
			}
		case 'Z':
			if len(line) > 0 {
				line = append(line, line[0])
			}
		}
	}
	return append(lines, line)
}

func curve(from point, p []float64) []point {
	var out []point
	for i := 1; i <= curveSteps; i++ {
		t := float64(i) / curveSteps
		u := 1 - t
		a, b, c, d := u*u*u, 3*u*u*t, 3*u*t*t, t*t*t
		out = append(out, point{a*from.x + b*p[0] + c*p[2] + d*p[4], a*from.y + b*p[1] + c*p[3] + d*p[5]})
	}
	return out
}

// stroke outlines a line, in dashes where there are some.
func (p *painter) stroke(line []point, half float64, dash []float64) {
	on, at, left := true, 0, math.Inf(1)
	if len(dash) > 0 {
		left = dash[0]
	}
	for i := 1; i < len(line); i++ {
		a, b := line[i-1], line[i]
		for length := math.Hypot(b.x-a.x, b.y-a.y); length > 0; length = math.Hypot(b.x-a.x, b.y-a.y) {
			step := math.Min(left, length)
			next := point{a.x + (b.x-a.x)*step/length, a.y + (b.y-a.y)*step/length}
			if on {
				p.bar(a, next, half)
			}
			if on && len(dash) == 0 {
				p.disc(next, half)
			}
			if a = next; step == length {
				a = b
			}
			if left -= step; left <= 0 {
				on, at = !on, (at+1)%len(dash)
				left = math.Max(dash[at], 0.01)
			}
		}
	}
}

// bar outlines a step of a stroke. All bars and discs turn the same way, so that
// where they overlap nothing is cut out.
func (p *painter) bar(a, b point, half float64) {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	if length == 0 {
		return
	}
	dx, dy := (b.x-a.x)/length*half, (b.y-a.y)/length*half
	p.polygon(point{a.x - dy, a.y + dx}, point{a.x + dy, a.y - dx}, point{b.x + dy, b.y - dx}, point{b.x - dy, b.y + dx})
}

func (p *painter) disc(c point, r float64) {
	const corners = 12
	var list [corners]point
	for i := range list {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / corners)
		list[i] = point{c.x + r*cos, c.y + r*sin}
	}
	p.polygon(list[:]...)
}

func (p *painter) polygon(list ...point) {
	for i, c := range list {
		if x, y := float32(c.x*p.scale), float32(c.y*p.scale); i == 0 {
			p.ink.MoveTo(x, y)
		} else {
			p.ink.LineTo(x, y)
		}
	}
	p.ink.ClosePath()
}

// text paints the outlines of the letters.
func (p *painter) text(t *chart.Text) {
	face := p.fonts.Regular
	switch {
	case t.Bold:
		face = p.fonts.Bold
	case t.Italic:
		face = p.fonts.Italic
	}
	runs := p.fonts.Line(face, t.S, t.Size, "")
	x, width := t.X, 0.0
	for i := range runs {
		width += runs[i].Width
	}
	switch t.Anchor {
	case chart.Middle:
		x -= width / 2
	case chart.End:
		x -= width
	}
	at := 0 // thousandths of an em
	for i := range runs {
		at = p.run(&runs[i], point{x, t.Y}, at, t.Size)
	}
	p.flush(t.Color)
}

// run outlines the glyphs of a run that begins at so many thousandths of an em
// from the origin, and returns where it ends.
func (p *painter) run(r *font.Run, origin point, at int, size float64) int {
	for i := range r.Clusters {
		c := &r.Clusters[i]
		for _, part := range c.Parts {
			em := size
			if part.Scale != 0 {
				em *= float64(part.Scale) / (1 << 14)
			}
			x := origin.x + float64(at+r.Face.Thousandths(part.X))*size/1000
			y := origin.y - float64(r.Face.Thousandths(part.Y))*size/1000
			p.letter(r.Face.Origin().GlyphOutline(part.Glyph), point{x, y}, em)
		}
		at += r.Face.Thousandths(c.Advance)
	}
	return at
}

// letter outlines one glyph, whose em is so many points.
func (p *painter) letter(strokes []font.Stroke, origin point, em float64) {
	at := func(x, y float64) (float32, float32) {
		return float32((origin.x + x*em) * p.scale), float32((origin.y - y*em) * p.scale)
	}
	for _, s := range strokes {
		x, y := at(s.X, s.Y)
		switch s.Op {
		case 'M':
			p.ink.MoveTo(x, y)
		case 'L':
			p.ink.LineTo(x, y)
		case 'Q':
			cx, cy := at(s.CX, s.CY)
			p.ink.QuadTo(cx, cy, x, y)
		case 'C':
			cx, cy := at(s.CX, s.CY)
			dx, dy := at(s.DX, s.DY)
			p.ink.CubeTo(cx, cy, dx, dy, x, y)
		case 'Z':
			p.ink.ClosePath()
		}
	}
}
