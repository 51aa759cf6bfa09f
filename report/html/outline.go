package html

import (
	"math"
	"slices"
	"strconv"

	"sitrep/report/chart"
)

// An outline is the data of an SVG path being written (SVG 2, 9.3): relative
// steps in tenths of a point. Every step goes from where the pen truly is, so
// that roundings do not add up. The zero value is an empty outline.
type outline struct {
	b         []byte
	at, start [2]int // the pen, and where the part being drawn began, in tenths
	op        byte   // the last command; 0 where the next must be written
}

// A path of more segments than manySegments is the ground of a map, which has
// more points than the eye can part; its lines may run by as much as slack beside
// where they were.
const (
	manySegments = 100
	slack        = 0.3 // points
)

// draw adds segments.
func (o *outline) draw(segments []chart.Segment) {
	if x, y, r, ok := circle(segments); ok {
		o.circle(x, y, r)
		return
	}
	if len(segments) > manySegments {
		segments = thin(segments)
	}
	for _, s := range segments {
		switch s.Op {
		case 'M':
			o.step('m', s.Points)
			o.start, o.op = o.at, 0
		case 'L':
			o.line(s.Points)
		case 'C':
			o.step('c', s.Points)
		case 'Z':
			o.b, o.at, o.op = append(o.b, 'z'), o.start, 0
		}
	}
}

// line draws a line, which goes straight across or down by a shorter command.
func (o *outline) line(points []float64) {
	dx, dy := whole(points[0])-o.at[0], whole(points[1])-o.at[1]
	switch {
	case dy == 0:
		o.command('h')
		o.number(dx)
		o.at[0] += dx
	case dx == 0:
		o.command('v')
		o.number(dy)
		o.at[1] += dy
	default:
		o.step('l', points)
	}
}

// step writes a command whose points are all counted from where the pen is.
func (o *outline) step(op byte, points []float64) {
	o.command(op)
	to := o.at
	for i := 0; i+1 < len(points); i += 2 {
		to = [2]int{whole(points[i]), whole(points[i+1])}
		o.number(to[0] - o.at[0])
		o.number(to[1] - o.at[1])
	}
	o.at = to
}

func (o *outline) command(op byte) {
	if op != o.op {
		o.b, o.op = append(o.b, op), op
	}
}

// number appends tenths as a decimal number, apart from a number before it: a
// sign parts two numbers, and so does a point where the first has one.
func (o *outline) number(n int) {
	end := len(o.b) - 1
	switch digit := o.b[end] >= '0' && o.b[end] <= '9'; {
	case n < 0:
		o.b, n = append(o.b, '-'), -n
	case digit && !(n > 0 && n < 10 && o.b[end-1] == '.'):
		o.b = append(o.b, ' ')
	}
	if n >= 10 || n == 0 {
		o.b = strconv.AppendInt(o.b, int64(n/10), 10)
	}
	if n%10 != 0 {
		o.b = append(o.b, '.', byte('0'+n%10))
	}
}

// circle writes a circle as an arc that ends a tenth of a point from where it
// began, and is closed there.
func (o *outline) circle(x, y, r float64) {
	o.step('m', []float64{x + r, y})
	o.b = append(o.b, 'a')
	for _, n := range []int{whole(r), whole(r), 0, 10, 10, 0, -1} {
		o.number(n)
	}
	o.b, o.op, o.start = append(o.b, 'z'), 0, o.at
}

// circle reads segments as a circle, where they are one: from its right end,
// four curves whose handles are those of a quarter circle.
func circle(segments []chart.Segment) (x, y, r float64, ok bool) {
	if len(segments) != 6 || segments[5].Op != 'Z' || len(segments[0].Points) != 2 || len(segments[2].Points) != 6 {
		return 0, 0, 0, false
	}
	right, left := segments[0].Points, segments[2].Points[4:]
	x, y, r = (right[0]+left[0])/2, right[1], (right[0]-left[0])/2
	h := 0.5522847498 * r
	for i, want := range [][]float64{{x + r, y}, {x + r, y + h, x + h, y + r, x, y + r}, {x - h, y + r, x - r, y + h, x - r, y},
		{x - r, y - h, x - h, y - r, x, y - r}, {x + h, y - r, x + r, y - h, x + r, y}} {
		if segments[i].Op != "MCCCC"[i] || !slices.EqualFunc(segments[i].Points, want, func(a, b float64) bool { return math.Abs(a-b) < 0.02 }) {
			return 0, 0, 0, false
		}
	}
	return x, y, r, r > 0
}

// thin leaves out points of lines that run straight enough without them.
func thin(segments []chart.Segment) []chart.Segment {
	var kept []chart.Segment
	for len(segments) > 0 {
		n := 1 + slices.IndexFunc(segments[1:], func(s chart.Segment) bool { return s.Op != 'L' })
		if n == 0 {
			n = len(segments)
		}
		if segments[0].Op == 'Z' {
			kept = append(kept, segments[:n]...)
		} else {
			kept = append(kept, thinLine(segments[:n])...)
		}
		segments = segments[n:]
	}
	return kept
}

// thinLine leaves out points of a line from its first to its last, after Douglas
// and Peucker: the point farthest from the straight way stays, and the two halves
// are thinned alike, until no point is farther than slack.
func thinLine(line []chart.Segment) []chart.Segment {
	if len(line) < 3 {
		return line
	}
	end := func(s chart.Segment) (x, y float64) { n := len(s.Points); return s.Points[n-2], s.Points[n-1] }
	x0, y0 := end(line[0])
	x1, y1 := end(line[len(line)-1])
	length := math.Hypot(x1-x0, y1-y0)
	farthest, at := slack, 0
	for i := 1; i < len(line)-1; i++ {
		x, y := end(line[i])
		off := math.Hypot(x-x0, y-y0)
		if length > slack {
			off = math.Abs((x1-x0)*(y-y0)-(x-x0)*(y1-y0)) / length
		}
		if off > farthest {
			farthest, at = off, i
		}
	}
	if at == 0 {
		return []chart.Segment{line[0], line[len(line)-1]}
	}
	return append(slices.Clone(thinLine(line[:at+1])), thinLine(line[at:])[1:]...)
}

func whole(v float64) int { return int(math.Round(v * 10)) }

func decimal(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}
