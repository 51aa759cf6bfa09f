package raster

import (
	"image"
	"math"

	"golang.org/x/image/vector"
)

// An outline keeps the steps of what is to be filled, in pixels, so that only the
// room that it takes is painted.
type outline struct {
	steps []step
}

// A step moves the pen: op as in chart.Segment, and 'Q' for a quadratic curve.
type step struct {
	op byte
	at [6]float32
	n  int // of numbers in at
}

func (o *outline) MoveTo(x, y float32) { o.steps = append(o.steps, step{'M', [6]float32{x, y}, 2}) }
func (o *outline) LineTo(x, y float32) { o.steps = append(o.steps, step{'L', [6]float32{x, y}, 2}) }
func (o *outline) ClosePath()          { o.steps = append(o.steps, step{op: 'Z'}) }

func (o *outline) QuadTo(x1, y1, x, y float32) {
	o.steps = append(o.steps, step{'Q', [6]float32{x1, y1, x, y}, 4})
}

func (o *outline) CubeTo(x1, y1, x2, y2, x, y float32) {
	o.steps = append(o.steps, step{'C', [6]float32{x1, y1, x2, y2, x, y}, 6})
}

// bounds is the room that the steps take, within the canvas.
func (o *outline) bounds(within image.Rectangle) image.Rectangle {
	x0, y0, x1, y1 := float32(math.Inf(1)), float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.Inf(-1))
	for _, s := range o.steps {
		for i := 0; i < s.n; i += 2 {
			x0, x1 = min(x0, s.at[i]), max(x1, s.at[i])
			y0, y1 = min(y0, s.at[i+1]), max(y1, s.at[i+1])
		}
	}
	if x0 > x1 {
		return image.Rectangle{}
	}
	const far = 1 << 20
	clamp := func(v float32) int { return int(max(-far, min(far, v))) }
	return image.Rect(clamp(x0)-1, clamp(y0)-1, clamp(x1)+2, clamp(y1)+2).Intersect(within)
}

// paint fills the outline.
func (o *outline) paint(canvas *image.RGBA, ink *image.Uniform) {
	room := o.bounds(canvas.Bounds())
	if room.Empty() {
		return
	}
	r := vector.NewRasterizer(room.Dx(), room.Dy())
	dx, dy := float32(room.Min.X), float32(room.Min.Y)
	for _, s := range o.steps {
		a := s.at
		for i := 0; i < s.n; i += 2 {
			a[i], a[i+1] = a[i]-dx, a[i+1]-dy
		}
		switch s.op {
		case 'M':
			r.MoveTo(a[0], a[1])
		case 'L':
			r.LineTo(a[0], a[1])
		case 'Q':
			r.QuadTo(a[0], a[1], a[2], a[3])
		case 'C':
			r.CubeTo(a[0], a[1], a[2], a[3], a[4], a[5])
		case 'Z':
			r.ClosePath()
		}
	}
	r.Draw(canvas, room, ink, image.Point{})
}
