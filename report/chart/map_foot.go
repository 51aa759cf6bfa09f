package chart

import (
	"math"
	"slices"

	"sitrep/report/atlas"
	"sitrep/report/quantity"
	"sitrep/report/theme"
)

// earthRadius is the mean radius of the globe, in kilometres.
const earthRadius = 6371.0

// coarse is how wide a window is, in kilometres, in which the base map's lines may be seen to be off.
const coarse = 400.0

// foot draws what explains the map under it: the scales of distances, true in the middle of each panel, that of discs, where
// on the globe the panels lie, and what the base map is worth.
func (g *mapLayout) foot(y float64) float64 {
	l := g.chart.Language
	var right float64
	for i, p := range g.panels {
		x := p.window.x0 - 0.3
		if i > 0 && x == g.panels[0].window.x0-0.3 {
			y += 14
		}
		right = p.distances(x, y)
	}
	if len(g.panels) > 1 {
		y += 16
		right = -18
	}
	h := 12.0
	if size := niceStep(g.most / 2.5); g.most > 0 {
		r := g.radius(size)
		h = max(h, 2*r+2)
		x, mid := right+18, y+h/2
		g.path("scale", look{fill: theme.Soft(theme.Muted), stroke: theme.Muted, width: 0.9}, circle(x+r+0.5, mid, r))
		g.text("scale", smallFace, Start, x+2*r+4, mid+smallSize*0.36, g.cut(smallFace, l.Quantity(quantity.Round(size, 6), g.chart.Unit),
			max(10, g.width-x-2*r-4)))
	}
	width, end := g.width, y
	if len(g.panels) > 1 {
		if end = g.locator(y, h); g.width < besides {
			h = end - y
		} else {
			width -= locatorWidth + 16
		}
	}
	note := l.Say("chart.map.borders")
	if g.isCoarse() {
		note += " " + l.Say("chart.map.coarse")
	}
	lines := g.wrap(smallFace, note, width, 6)
	g.pen.lines("note", smallFace, Start, 0, y+h+3, lines)
	return max(end, y+h+3+float64(len(lines))*smallLead) + 3
}

// distances draws the panel's scale of distances at a point, and returns where it ends.
func (g *mapPanel) distances(x, y float64) float64 {
	perKm := g.scale / earthRadius
	width := g.window.x1 - g.window.x0
	km := niceStep(width * 0.12 / perKm)
	if km*perKm > width*0.4 {
		km /= 5
	}
	if g.letter != "" {
		g.letterAt(x, y+0.5)
		x += panelLetter + 4
	}
	w, mid := km*perKm, y+6
	if g.letter == "" && g.most > 0 {
		mid = y + max(12, 2*g.radius(niceStep(g.most/2.5))+2)/2
	}
	g.line("scale", look{stroke: theme.Muted, width: 0.9}, x+1, mid-2.5, x+1, mid+2.5, x+1, mid, x+1+w, mid, x+1+w, mid-2.5, x+1+w, mid+2.5)
	text := g.chart.Language.Number(km) + " km"
	g.text("scale", smallFace, Start, x+w+6, mid+smallSize*0.36, text)
	return x + w + 6 + g.measure(smallFace, text)
}

// isCoarse reports whether a panel is so near that the base map is not exact.
func (g *mapLayout) isCoarse() bool {
	for _, p := range g.panels {
		if (p.window.x1-p.window.x0)/p.scale*earthRadius < coarse {
			return true
		}
	}
	return false
}

// The locator's width in points, and what of the world it shows: rings whose box has more square degrees, points so many degrees
// apart.
const (
	locatorWidth = 116.0
	locatorRing  = 40.0
	locatorStep  = 3.0
)

// locator draws the world with the place of each panel, right of what has that height, or below; it returns where the drawing ends.
func (g *mapLayout) locator(y, h float64) float64 {
	const halfWidth, halfHeight = 2.7066, 1.3173 // of Equal Earth
	k := locatorWidth / 2 / halfWidth
	high := 2 * halfHeight * k
	left := g.width - locatorWidth
	if g.width < besides {
		y += h + 4
		left = 0
	}
	middle := g.locatorMiddle()
	at := func(lon, lat float64) (x, y1 float64) {
		u, v := atlas.Projection{World: true}.Project(lon, lat)
		return left + locatorWidth/2 + u*k, y + high/2 - v*k
	}
	g.path("locator", look{fill: theme.Panel, stroke: theme.Rule, width: 0.5}, g.outlineOfWorld(at))
	g.path("locator", look{fill: theme.Axis}, g.smallWorld(middle, at))
	g.located(patch{left, y, left + locatorWidth, y + high}, func(lon, lat float64) (x, y float64) {
		return at(math.Remainder(lon-middle, 360), lat)
	})
	return y + high
}

// located marks where each panel lies on the locator, with its letter beside the mark, or further off where another has that place.
func (g *mapLayout) located(within patch, at func(lon, lat float64) (x, y float64)) {
	var taken []patch
	dot := map[*mapPanel][2]float64{}
	for _, p := range g.panels {
		if lon, lat, ok := p.projection.Invert(p.midX, p.midY); ok {
			x, y := at(lon, lat)
			dot[p] = [2]float64{x, y}
			taken = append(taken, patch{x - 1.5, y - 1.5, x + 1.5, y + 1.5})
			g.path("locator", look{fill: theme.Ink}, circle(x, y, 1.5))
		}
	}
	for _, p := range g.panels {
		d, ok := dot[p]
		if !ok {
			continue
		}
		for i := range 12 {
			side, far := i%4, 2.5+float64(i/4)*(panelLetter+1)
			x := d[0] + [4]float64{far, -far - panelLetter, -panelLetter / 2, -panelLetter / 2}[side]
			y := d[1] + [4]float64{-panelLetter / 2, -panelLetter / 2, -far - panelLetter, far}[side]
			b := patch{x, y, x + panelLetter, y + panelLetter}
			in := b.x0 >= within.x0 && b.x1 <= within.x1 && b.y0 >= within.y0 && b.y1 <= within.y1
			if in && !slices.ContainsFunc(taken, b.meets) || i == 11 {
				p.letterAt(x, y)
				taken = append(taken, b)
				break
			}
		}
	}
}

// locatorMiddle is the meridian, in whole degrees, about which the panels lie.
func (g *mapLayout) locatorMiddle() float64 {
	var at []float64
	for _, p := range g.panels {
		if lon, lat, ok := p.projection.Invert(p.midX, p.midY); ok {
			at = append(at, lon, lat)
		}
	}
	return math.Round(atlas.Between(at))
}

// outlineOfWorld is the edge of the map of the world.
func (g *mapLayout) outlineOfWorld(at func(lon, lat float64) (x, y float64)) []Segment {
	const n = 24
	var line []float64
	for _, side := range []float64{-1, 1} {
		for i := range n + 1 {
			x, y := at(180*side, (90-180*float64(i)/n)*-side)
			line = append(line, x, y)
		}
	}
	return polygon(line...)
}

// smallWorld is all large land, about a meridian.
func (g *mapLayout) smallWorld(middle float64, at func(lon, lat float64) (x, y float64)) []Segment {
	var land []Segment
	for _, ring := range g.world.Land {
		if (ring.East-ring.West)*(ring.North-ring.South) < locatorRing {
			continue
		}
		points := ring.Degrees()
		for i := 0; i < len(points); i += 2 {
			points[i] -= middle
		}
		for _, sheet := range atlas.Sheets(atlas.Unroll(points), 0) {
			var line []float64
			lastX, lastY := math.Inf(1), math.Inf(1)
			for i := 0; i+1 < len(sheet); i += 2 {
				if math.Abs(sheet[i]-lastX) < locatorStep && math.Abs(sheet[i+1]-lastY) < locatorStep {
					continue
				}
				lastX, lastY = sheet[i], sheet[i+1]
				x, y := at(lastX, lastY)
				line = append(line, x, y)
			}
			if len(line) > 6 {
				land = append(land, polygon(line...)...)
			}
		}
	}
	return land
}
