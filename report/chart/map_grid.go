package chart

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/atlas"
	"sitrep/report/theme"
)

// degreeFace is how degrees are set at the edges of a map.
var degreeFace = face{size: 6, color: theme.Muted}

// graticuleLook is faint: parallels and meridians tell where the map lies, and are no data.
var graticuleLook = look{stroke: theme.Rule, width: 0.35}

// A meridian is a line of one longitude, or of one latitude, in view.
type meridian struct {
	degrees  float64
	parallel bool
	lines    [][]float64 // on the page
}

// graticule returns the parallels and meridians in view, at a step that leaves a few of them.
func (g *mapPanel) graticule() []meridian {
	s := g.seen
	west, east, south, north := s.middle+s.west, s.middle+s.east, s.south, s.north
	if s.all {
		if !g.projection.World {
			return nil // what lies behind the globe would be drawn over it
		}
		west, east, south, north = s.middle-179.9, s.middle+179.9, -85, 85
	}
	step := degreeStep(min(north-south, (east-west)*0.7) / 4)
	var all []meridian
	add := func(at float64, parallel bool, line []float64) {
		if cut := atlas.ClipLine(line, g.window.box()); len(cut) > 0 {
			all = append(all, meridian{at, parallel, cut})
		}
	}
	for lat := math.Ceil(max(south, -89)/step) * step; lat <= min(north, 89); lat += step {
		add(lat, true, g.sampled(func(f float64) (lon, l float64) { return west + (east-west)*f, lat }))
	}
	for lon := math.Ceil(west/step) * step; lon <= east; lon += step {
		add(lon, false, g.sampled(func(f float64) (l, lat float64) { return lon, max(south, -89) + (min(north, 89)-max(south, -89))*f }))
	}
	return all
}

// degreeStep is the step of a graticule, in degrees, that is no smaller than asked for.
func degreeStep(least float64) float64 {
	for _, step := range []float64{0.5, 1, 2, 5, 10, 15, 30} {
		if step >= least {
			return step
		}
	}
	return 45
}

// sampled places a line on the page that runs as a function of its part says.
func (g *mapPanel) sampled(at func(f float64) (lon, lat float64)) []float64 {
	const n = 40
	var line []float64
	for i := range n + 1 {
		x, y := g.at(at(float64(i) / n))
		line = append(line, x, y)
	}
	return line
}

// drawGraticule draws the lines; their degrees are written when what is claimed has its place: see [mapPanel.degrees].
func (g *mapPanel) drawGraticule() {
	var segs []Segment
	for _, m := range g.graticule() {
		for _, l := range m.lines {
			segs = append(segs, polyline(l, false)...)
		}
	}
	g.some("graticule", graticuleLook, segs)
}

// degrees writes each line's degrees where it leaves the map, to the left or at the foot, if nothing is there;
// it returns all that is taken then.
func (g *mapPanel) degrees(taken []patch) []patch {
	w := g.window
	for _, m := range g.graticule() {
		text := g.degree(m)
		width, h := g.measure(degreeFace, text), degreeFace.size
		x, y, ok := m.leaves(w)
		if !ok {
			continue
		}
		b := patch{x + 2, y - h - 0.5, x + 2 + width, y - 0.5}
		if !m.parallel {
			b = patch{x + 1.5, w.y1 - h - 1.5, x + 1.5 + width, w.y1 - 1.5}
		}
		wide := patch{b.x0 - 1, b.y0 - 1, b.x1 + 1, b.y1 + 1}
		if wide.x1 > w.x1 || wide.y0 < w.y0 || slices.ContainsFunc(taken, wide.meets) {
			continue
		}
		g.text("degree", degreeFace, Start, b.x0, b.y1-0.8, text)
		taken = append(taken, wide)
	}
	return taken
}

// leaves returns where the line meets the left edge of the window, or for a meridian its lower edge.
func (m meridian) leaves(w patch) (x, y float64, ok bool) {
	const near = 0.6
	for _, l := range m.lines {
		for i := 0; i+1 < len(l); i += 2 {
			if m.parallel && math.Abs(l[i]-w.x0) < near || !m.parallel && math.Abs(l[i+1]-w.y1) < near {
				return l[i], l[i+1], true
			}
		}
	}
	return 0, 0, false
}

// degree names a line: 50° N, 30° E.
func (g *mapLayout) degree(m meridian) string {
	l, at := g.chart.Language, m.degrees
	if !m.parallel {
		at = math.Remainder(at, 360)
	}
	key := [2][2]string{{"chart.map.east", "chart.map.west"}, {"chart.map.north", "chart.map.south"}}
	pair := key[0]
	if m.parallel {
		pair = key[1]
	}
	switch {
	case at == 0 || math.Abs(at) == 180:
		return l.Number(math.Abs(at)) + "°"
	case at > 0:
		return l.Say(pair[0], l.Number(at))
	}
	return l.Say(pair[1], l.Number(-at))
}

// homes are the countries that hold a mark, and those that may: the boundary is nearer than the base map is true. They are places in
// the atlas, in the order of the marks.
func (g *mapPanel) homes() (own, may []int) {
	for _, p := range g.places {
		all := atlas.Holding(p.lon(), p.lat())
		for _, c := range all {
			if len(all) == 1 && !slices.Contains(own, c) {
				own = append(own, c)
			} else if len(all) > 1 && !slices.Contains(may, c) {
				may = append(may, c)
			}
		}
	}
	return own, may
}

// told reports whether a place on the map has the name of a country, which then is not named again for want of room.
func (g *mapPanel) told(country string) bool {
	return slices.ContainsFunc(g.places, func(p *Place) bool { return strings.EqualFold(clean(p.Name), country) })
}

// unnamed says which countries that hold a mark, and which actors in view, have no room for their names.
func (g *mapLayout) unnamed() []string {
	var said []string
	if len(g.nameless) > 0 {
		said = append(said, g.chart.Language.Say("chart.map.alsoin", strings.Join(g.nameless, ", ")))
	}
	if len(g.noRoom) > 0 {
		said = append(said, g.chart.Language.Say("chart.map.alsoseen", strings.Join(g.noRoom, ", ")))
	}
	return said
}
