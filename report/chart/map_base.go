package chart

import (
	"math"

	"sitrep/report/atlas"
	"sitrep/report/theme"
)

// A sieve says which points of the base map matter at a scale: those further
// than a step from the one before, and far from the window only those many degrees apart.
type sieve struct {
	step                 float64 // degrees
	all                  bool
	west, east           float64 // of the middle
	middle, south, north float64
}

// The steps, in points on the page and in degrees.
const (
	nearStep = 0.8
	farStep  = 3.0
)

func (g *chartlet) sieve() sieve {
	s := sieve{step: nearStep / g.scale * 180 / math.Pi, all: g.projection.World}
	half := math.Hypot(g.window.x1-g.window.x0, g.window.y1-g.window.y0) / 2 / g.scale
	lon, lat := g.projection.Middle()
	reach := degrees(2*math.Asin(min(1, (half+math.Hypot(g.midX, g.midY))/2))) + farStep + 1
	s.middle, s.south, s.north = lon, lat-reach, lat+reach
	far := max(math.Abs(s.south), math.Abs(s.north))
	s.west, s.east = -180, 180
	if far < 85 {
		s.east = reach / math.Cos(far*math.Pi/180)
		s.west = -s.east
	}
	return s
}

func degrees(r float64) float64 { return r * 180 / math.Pi }

// near reports whether a point may be seen.
func (s sieve) near(lon, lat float64) bool {
	if s.all {
		return true
	}
	d := lon - s.middle
	if d > 180 {
		d -= 360
	} else if d < -180 {
		d += 360
	}
	return lat >= s.south && lat <= s.north && d >= s.west && d <= s.east
}

// line0 places points on the page, without those that do not matter; ok is false
// where all lie beyond one edge of the window.
func (g *chartlet) line0(s sieve, points []float64) (out []float64, ok bool) {
	out = make([]float64, 0, 64)
	box, outside := g.window.box(), [4]int{}
	lastX, lastY := math.Inf(1), math.Inf(1)
	for i := 0; i+1 < len(points); i += 2 {
		lon, lat, step := points[i], points[i+1], s.step
		if !s.near(lon, lat) {
			step = max(step, farStep)
		}
		if math.Abs(lon-lastX) < step && math.Abs(lat-lastY) < step && i+3 < len(points) {
			continue
		}
		lastX, lastY = lon, lat
		x, y := g.at(lon, lat)
		out = append(out, x, y)
		for e := range outside {
			if box.Depth(e, x, y) < 0 {
				outside[e]++
			}
		}
	}
	for _, n := range outside {
		if 2*n == len(out) {
			return nil, false
		}
	}
	return out, true
}

// base draws land and boundaries, cut to the window.
func (g *chartlet) base() {
	s := g.sieve()
	var land []Segment
	for _, ring := range g.world.Land {
		for _, line := range g.flat(s, ring) {
			if cut := atlas.ClipRing(line, g.window.box()); cut != nil {
				land = append(land, polygon(cut...)...)
			}
		}
	}
	g.some("land", look{fill: theme.Grid}, land)
	g.some("border", look{stroke: theme.Paper, width: 0.8}, g.borders(false))
	g.some("border", disputedLook, g.borders(true))
	w := g.window
	g.rect("border", look{stroke: theme.Rule, width: 0.6}, w.x0, w.y0, w.x1-w.x0, w.y1-w.y0)
}

// borders returns the boundaries in view, those that are disputed or the others.
func (g *chartlet) borders(disputed bool) []Segment {
	var all []Segment
	s := g.sieve()
	for _, b := range g.world.Borders {
		if b.Disputed != disputed {
			continue
		}
		line, ok := g.line0(s, b.Points)
		if !ok {
			continue
		}
		for _, l := range atlas.ClipLine(line, g.window.box()) {
			all = append(all, polyline(l, false)...)
		}
	}
	return all
}

// some draws what there is, if anything.
func (g *chartlet) some(role string, l look, segs []Segment) {
	if len(segs) > 0 {
		g.path(role, l, segs)
	}
}

// flat places a ring on the page. On a map of the whole world it may fall apart
// at the edges; on any other, what holds the far side of the globe would be drawn inside out and is left out.
func (g *chartlet) flat(s sieve, ring []float64) [][]float64 {
	if !g.projection.World {
		line, ok := g.line0(s, ring)
		lon, lat := g.projection.Middle()
		if !ok || len(line) < 6 || atlas.Holds(atlas.Unroll(ring), math.Remainder(lon+180, 360), -lat) {
			return nil
		}
		return [][]float64{line}
	}
	var all [][]float64
	for _, sheet := range atlas.Sheets(atlas.Unroll(ring)) {
		if line, ok := g.line0(s, sheet); ok && len(line) >= 6 {
			all = append(all, line)
		}
	}
	return all
}
