package font

// A point of a contour, in font units until it is drawn.
type point struct {
	x, y float64
	on   bool // on the curve; else it is a handle
}

// The flags of a simple glyph's points (OpenType 1.9, "glyf", "Simple Glyph flags").
const (
	onCurve = 1 << iota
	shortX
	shortY
	repeated
	sameX // with shortX: positive
	sameY
)

// simple draws a glyph of n contours.
func (o *outliner) simple(g string, n int, t transform) {
	if n == 0 || 10+2*n+2 > len(g) {
		return
	}
	count := u16(g, 10+2*(n-1)) + 1
	points := readPoints(g, 12+2*n+u16(g, 10+2*n), count)
	first := 0
	for i := range n {
		end := u16(g, 10+2*i) + 1
		if end <= first || end > len(points) {
			return
		}
		o.contour(points[first:end], t)
		first = end
	}
}

// readPoints unpacks flags and coordinates, which begin at an offset; nil where the record is too short.
func readPoints(g string, at, count int) []point {
	flags := make([]byte, 0, count)
	for len(flags) < count {
		if at >= len(g) {
			return nil
		}
		flag, times := g[at], 1
		at++
		if flag&repeated != 0 && at < len(g) {
			times += int(g[at])
			at++
		}
		for range min(times, count-len(flags)) {
			flags = append(flags, flag)
		}
	}
	points := make([]point, count)
	xs, at := readAxis(g, at, flags, shortX, sameX)
	ys, _ := readAxis(g, at, flags, shortY, sameY)
	for i := range points {
		points[i] = point{xs[i], ys[i], flags[i]&onCurve != 0}
	}
	return points
}

// readAxis unpacks one coordinate of every point and returns where it ended.
func readAxis(g string, at int, flags []byte, short, same byte) ([]float64, int) {
	out := make([]float64, len(flags))
	v := 0
	for i, flag := range flags {
		switch {
		case flag&short != 0:
			d := u16(g, at-1) & 0xFF
			if flag&same == 0 {
				d = -d
			}
			v += d
			at++
		case flag&same == 0:
			v += i16(g, at)
			at += 2
		}
		out[i] = float64(v)
	}
	return out, at
}

// contour draws one closed line. It begins at a point on the curve: a given one, or that between the last and the first handle.
func (o *outliner) contour(points []point, t transform) {
	start := 0
	for start < len(points) && !points[start].on {
		start++
	}
	from := middle(points[len(points)-1], points[0])
	if start < len(points) {
		from = points[start]
		points = append(append([]point(nil), points[start+1:]...), points[:start]...)
	}
	o.step('M', point{}, from, t)
	var handle *point
	for i := range points {
		p := points[i]
		switch {
		case p.on && handle == nil:
			o.step('L', point{}, p, t)
		case p.on:
			o.step('Q', *handle, p, t)
			handle = nil
		case handle == nil:
			handle = &points[i]
		default:
			o.step('Q', *handle, middle(*handle, p), t)
			handle = &points[i]
		}
	}
	if handle != nil {
		o.step('Q', *handle, from, t)
	}
	o.out = append(o.out, Stroke{Op: 'Z'})
}

func middle(a, b point) point { return point{(a.x + b.x) / 2, (a.y + b.y) / 2, true} }

func (o *outliner) step(op byte, handle, to point, t transform) {
	s := Stroke{Op: op}
	s.X, s.Y = t.apply(to.x, to.y)
	s.X, s.Y = s.X/o.em, s.Y/o.em
	if op == 'Q' {
		s.CX, s.CY = t.apply(handle.x, handle.y)
		s.CX, s.CY = s.CX/o.em, s.CY/o.em
	}
	o.out = append(o.out, s)
}
