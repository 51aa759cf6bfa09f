package page

import (
	"math"

	"sitrep/report/chart"
)

// Long outlines, coasts say, are thinned: points that stand nearer than near to
// the line between their neighbours are left out, and the others are written in
// quarters of a point. Both are finer than eye and printer.
const (
	long     = 100  // segments
	near     = 0.35 // points
	most     = 24   // that are left out in one go
	quarters = 4
)

// coast draws a long outline, in whole numbers of a space of its own (ISO 32000-1, 8.3.4).
func (c *content) coast(p *chart.Path, x, y float64) {
	width, dash := c.width, c.dash
	c.op("q")
	c.op("cm", 1.0/quarters, 0, 0, 1.0/quarters, 0, 0)
	if p.Stroke != "" {
		scaled := make([]float64, len(p.Dash))
		for i, v := range p.Dash {
			scaled[i] = v * quarters
		}
		c.pen(p.Width*quarters, scaled)
	}
	c.outline(thin(p.Segments), x, y, quarters)
	c.paint(p)
	c.op("Q")
	c.width, c.dash = width, dash
}

// outline writes the segments of a path that begins at x, y: in points, or in
// whole numbers of so many parts of one.
func (c *content) outline(segments []chart.Segment, x, y, parts float64) {
	for _, s := range segments {
		for i := 0; i+1 < len(s.Points); i += 2 {
			px, py := x+s.Points[i], c.height-y-s.Points[i+1]
			if parts > 1 {
				px, py = Round(px*parts, 1), Round(py*parts, 1)
			}
			c.number(px)
			c.number(py)
		}
		c.op(operator(s.Op))
	}
}

// thin leaves out points of straight runs of lines. The ends of runs stay.
func thin(segments []chart.Segment) []chart.Segment {
	out := make([]chart.Segment, 0, len(segments))
	for i := 0; i < len(segments); {
		out = append(out, segments[i])
		from := i
		i++
		if segments[from].Op != 'M' && segments[from].Op != 'L' || len(segments[from].Points) < 2 {
			continue
		}
		for i+1 < len(segments) && i-from <= most && straight(segments[from:i+2]) {
			i++
		}
	}
	return out
}

// straight reports whether all points between the first and the last of a run
// of lines stand near the line between these two.
func straight(run []chart.Segment) bool {
	for _, s := range run[1:] {
		if s.Op != 'L' || len(s.Points) < 2 {
			return false
		}
	}
	a, b := run[0].Points, run[len(run)-1].Points
	dx, dy := b[0]-a[0], b[1]-a[1]
	length := math.Hypot(dx, dy)
	for _, s := range run[1 : len(run)-1] {
		px, py := s.Points[0]-a[0], s.Points[1]-a[1]
		along, off := px*dx+py*dy, math.Abs(px*dy-py*dx)
		if length == 0 || along < 0 || along > length*length || off > near*length {
			return false
		}
	}
	return true
}
