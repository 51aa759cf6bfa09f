package chart

import (
	"math"

	"sitrep/report/atlas"
	"sitrep/report/theme"
)

// A simplifier says which points of the base map matter at a scale: those further
// than a step from the one before, and far from the window only those many degrees apart.
type simplifier struct {
	step                 float64 // degrees
	all                  bool
	west, east           float64 // of the middle
	middle, south, north float64
}

// The steps, in points on the page and in degrees, and what is kept of the globe round the window.
const (
	nearStep = 0.8
	farStep  = 3.0
	seam     = 2.0
)

// simplifier finds what of the globe lies in the window: from the places along its
// edges, and all longitudes if a pole does.
func (g *mapPanel) simplifier() simplifier {
	s := simplifier{step: nearStep / g.scale * 180 / math.Pi, all: g.projection.World, south: 90, north: -90, west: 180, east: -180}
	s.middle, _ = g.projection.Middle()
	const samples = 16
	w, h := (g.window.x1-g.window.x0)/g.scale, (g.window.y1-g.window.y0)/g.scale
	for i := range 4 * samples {
		f := float64(i%samples)/samples - 0.5
		at := [4][2]float64{{f, -0.5}, {0.5, f}, {-f, 0.5}, {-0.5, -f}}[i/samples]
		lon, lat, ok := g.projection.Invert(g.midX+at[0]*w, g.midY+at[1]*h)
		if s.all = s.all || !ok; s.all {
			return s
		}
		d := math.Remainder(lon-s.middle, 360)
		s.south, s.north, s.west, s.east = min(s.south, lat), max(s.north, lat), min(s.west, d), max(s.east, d)
	}
	for _, pole := range []float64{-90, 90} {
		if x, y := g.at(0, pole); x > g.window.x0 && x < g.window.x1 && y > g.window.y0 && y < g.window.y1 {
			s.south, s.north, s.west, s.east = min(s.south, pole), max(s.north, pole), -180, 180
		}
	}
	if s.north > 85 || s.south < -85 {
		s.west, s.east = -180, 180
	}
	s.south, s.north, s.west, s.east = s.south-seam, s.north+seam, s.west-seam, s.east+seam
	return s
}

// near reports whether a point may be seen.
func (s simplifier) near(lon, lat float64) bool {
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

// sees reports whether any of a line may be seen.
func (s simplifier) sees(l atlas.Line) bool {
	if s.all {
		return true
	}
	half := (l.East - l.West) / 2
	d := math.Remainder(l.West+half-s.middle, 360)
	return l.North >= s.south && l.South <= s.north && (half >= 90 || d+half >= s.west && d-half <= s.east)
}

// projectLine places points on the page, without those that do not matter; ok is false
// where all lie beyond one edge of the window. A degree is so many ones. What it
// returns is overwritten by the next call, as is whether all of it lies in the window.
func projectLine[T int16 | float64](g *mapPanel, s simplifier, points []T, one float64) (out []float64, ok bool) {
	out = g.flat[:0]
	box, outside := g.window.box(), [4]int{}
	lastX, lastY := math.Inf(1), math.Inf(1)
	for i := 0; i+1 < len(points); i += 2 {
		lon, lat, step := float64(points[i])/one, float64(points[i+1])/one, s.step
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
	g.flat, g.whole = out, outside == [4]int{}
	for _, n := range outside {
		if 2*n == len(out) {
			return nil, false
		}
	}
	return out, true
}

// base draws land and boundaries, cut to the window.
func (g *mapPanel) base() {
	s := g.seen
	land := make([]Segment, 0, 4096)
	for _, ring := range g.world.Land {
		if s.sees(ring) {
			land = g.ring(s, ring, land)
		}
	}
	g.some("land", look{fill: theme.Grid}, land)
	g.drawGraticule()
	g.some("border", look{stroke: theme.Paper, width: 0.8}, g.borders(false))
	g.disputed = g.borders(true)
	g.some("border", disputedLook, g.disputed)
	w := g.window
	g.rect("border", look{stroke: theme.Rule, width: 0.6}, w.x0, w.y0, w.x1-w.x0, w.y1-w.y0)
}

// borders returns the boundaries in view, those that are disputed or the others.
func (g *mapPanel) borders(disputed bool) []Segment {
	var all []Segment
	s := g.seen
	for _, b := range g.world.Borders {
		if b.Disputed != disputed || !s.sees(b.Line) {
			continue
		}
		if !g.projection.World {
			line, ok := projectLine(g, s, b.Hundredths(), 100)
			all = g.within(all, line, ok)
			continue
		}
		for _, strip := range atlas.Strips(b.Degrees(), s.middle) {
			line, ok := projectLine(g, s, strip, 1)
			all = g.within(all, line, ok)
		}
	}
	return all
}

// within adds what of the line that was placed last lies in the window, if any does.
func (g *mapPanel) within(all []Segment, line []float64, ok bool) []Segment {
	switch {
	case !ok:
		return all
	case g.whole:
		return append(all, polyline(line, false)...)
	}
	for _, l := range atlas.ClipLine(line, g.window.box()) {
		all = append(all, polyline(l, false)...)
	}
	return all
}

// some draws what there is, if anything.
func (g *mapLayout) some(role string, l look, segs []Segment) {
	if len(segs) > 0 {
		g.path(role, l, segs)
	}
}

// ring adds what can be seen of a ring. On a map of the whole world it may fall apart
// at the edges; on any other, what holds the far side of the globe would be drawn inside out and is left out.
func (g *mapPanel) ring(s simplifier, ring atlas.Line, land []Segment) []Segment {
	add := func(line []float64, ok bool) {
		if !ok || len(line) < 6 {
			return
		}
		if cut := atlas.ClipRing(line, g.window.box()); cut != nil {
			land = append(land, polygon(cut...)...)
		}
	}
	if g.projection.World {
		for _, sheet := range atlas.Sheets(atlas.Unroll(ring.Degrees()), s.middle) {
			add(projectLine(g, s, sheet, 1))
		}
		return land
	}
	lon, lat := g.projection.Middle()
	lon, lat = math.Remainder(lon+180, 360), -lat
	if ring.South <= lat && lat <= ring.North && atlas.Holds(atlas.Unroll(ring.Degrees()), lon, lat) {
		return land
	}
	add(projectLine(g, s, ring.Hundredths(), 100))
	return land
}
