package chart

import (
	"math"
	"slices"

	"sitrep/report/atlas"
	"sitrep/report/theme"
)

// Measures of panels. Lengths on the globe are in radii of it, those on the page in points.
const (
	mostPanels    = 3
	mostClustered = 200
	farApart      = 0.45  // clusters are further from each other than that part of the map's whole extent
	closeBy       = 0.35  // and none is wider than that part of it
	leastApart    = 0.35  // about 2,200 km: what lies within that stays on one map
	onePlace      = 0.08  // about 500 km from edge to edge round a place that stands alone: it has no scale of its own
	leastSpan     = 0.006 // about 40 km: the least for several places
	panelAir      = 8.0
	besides       = 330.0 // the least width in which panels stand beside each other
	panelHigh     = 0.44  // of panels, in parts of the map's width
	mapFoot       = 90.0  // what stands under a map
	panelFoot     = 210.0 // the most that stands under panels one above the other
	panelLetter   = 11.0  // edge of the square that holds a panel's letter
)

// part makes the panels and gives each its window. A page that is too low for panels one above the other has one map.
func (g *mapLayout) part(m *Map, top float64) {
	clusters := clustered(m.Places)
	limit := g.frame.limit(0)
	if n := float64(len(clusters)); n > 1 && g.width < besides && limit > 0 && top+n*(mapLeast+panelAir)+panelFoot > limit {
		clusters = [][]*Place{everyPlace(m.Places)}
	}
	for i, c := range clusters {
		p := &mapPanel{mapLayout: g, places: c}
		if len(clusters) > 1 {
			p.letter = string(rune('A' + i))
		}
		g.panels = append(g.panels, p)
	}
	y, n := top, float64(len(g.panels))
	for i, p := range g.panels {
		x, width := 0.0, g.width
		if n > 1 && g.width >= besides {
			width = (g.width - panelAir*(n-1)) / n
			x = float64(i) * (width + panelAir)
		}
		below := 0.0 // the least that other panels take under it
		if n > 1 && g.width < besides {
			below = (n-1-float64(i))*(mapLeast+panelAir) + panelFoot - mapFoot
		}
		p.fitWindow(patch{x, y, x + width, y}, below)
		if n > 1 && g.width < besides {
			y = p.window.y1 + panelAir
		}
	}
}

// clustered groups places where groups lie far apart for the size of each: the links of the shortest tree between all places
// that are longest are cut (single linkage). Groups and places keep their order. Of very many places all are one group.
func clustered(all []Place) [][]*Place {
	whole := everyPlace(all)
	if len(all) < 2 || len(all) > mostClustered {
		return [][]*Place{whole}
	}
	links, far := shortestTree(whole), breadth(whole)
	slices.SortStableFunc(links, func(a, b link) int { return compare(b.length, a.length) })
	for n := min(mostPanels, len(whole)); n > 1 && far > leastApart; n-- {
		if links[n-2].length <= farApart*far {
			continue
		}
		groups := joined(whole, links[n-1:])
		if !slices.ContainsFunc(groups, func(c []*Place) bool { return breadth(c) > closeBy*far }) {
			return groups
		}
	}
	return [][]*Place{whole}
}

func everyPlace(all []Place) []*Place {
	var out []*Place
	for i := range all {
		out = append(out, &all[i])
	}
	return out
}

// A link is one of a tree: places by their position, and their distance.
type link struct {
	a, b   int
	length float64 // radii
}

// shortestTree links all places by the shortest tree (Prim's algorithm).
func shortestTree(all []*Place) []link {
	var tree []link
	next := make([]link, len(all)) // the nearest place of the tree, for each that is not in it
	for i := range next {
		next[i] = link{0, i, distance(all[0], all[i])}
	}
	left := next[1:]
	for len(left) > 0 {
		k := 0
		for i := range left {
			if left[i].length < left[k].length {
				k = i
			}
		}
		at := left[k]
		tree, left = append(tree, at), slices.Delete(left, k, k+1)
		for i := range left {
			if d := distance(all[at.b], all[left[i].b]); d < left[i].length {
				left[i] = link{at.b, left[i].b, d}
			}
		}
	}
	return tree
}

// joined returns the groups that links make of places.
func joined(all []*Place, links []link) [][]*Place {
	group := make([]int, len(all))
	for i := range group {
		group[i] = i
	}
	for _, l := range links {
		from, to := max(group[l.a], group[l.b]), min(group[l.a], group[l.b])
		for i := range group {
			if group[i] == from {
				group[i] = to
			}
		}
	}
	var out [][]*Place
	place := map[int]int{}
	for i, k := range group {
		if _, known := place[k]; !known {
			place[k] = len(out)
			out = append(out, nil)
		}
		out[place[k]] = append(out[place[k]], all[i])
	}
	return out
}

// breadth is the greatest distance between two of the places.
func breadth(c []*Place) float64 {
	most := 0.0
	for i, a := range c {
		for _, b := range c[i+1:] {
			most = max(most, distance(a, b))
		}
	}
	return most
}

// distance is the length of the great circle between two places, in radii (haversine formula).
func distance(p, q *Place) float64 {
	const rad = math.Pi / 180
	u, v := math.Sin((q.lat()-p.lat())*rad/2), math.Sin((q.lon()-p.lon())*rad/2)
	h := u*u + math.Cos(p.lat()*rad)*math.Cos(q.lat()*rad)*v*v
	return round(2*math.Asin(math.Sqrt(min(1, h)))*1e6) / 1e6
}

// fitWindow fits the panel's places into a window that hangs from that line, and leaves room below it.
func (g *mapPanel) fitWindow(line patch, below float64) {
	left, top, width := line.x0, line.y0, line.x1-line.x0
	var at []float64
	for _, p := range g.places {
		at = append(at, p.lon(), p.lat())
	}
	g.projection = atlas.Centred(at)
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := 0; i < len(at); i += 2 {
		x, y := g.projection.Project(at[i], at[i+1])
		x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
	}
	if at == nil {
		x0, y0, x1, y1 = 0, 0, 0, 0
	}
	g.midX, g.midY = (x0+x1)/2, (y0+y1)/2
	least := leastSpan
	if max(x1-x0, y1-y0) < 1e-4 {
		least = onePlace
	}
	w, h := max(x1-x0, least), max(y1-y0, least/2)
	inner := width - 2*mapMargin - 2*discRadius
	height := g.windowHeight(inner*h/w+2*mapMargin+2*discRadius, top+below)
	g.window = patch{left + 0.3, top + 0.3, left + width - 0.3, top + height}
	g.scale = min(inner/w, (height-2*mapMargin-2*discRadius)/h)
}

// windowHeight is how high a window is that would have that height: panels beside each other are as high as each other.
func (g *mapPanel) windowHeight(wanted, top float64) float64 {
	n := float64(len(g.panels))
	height := clamp(clamp(wanted, g.width*mapLow, g.width*mapHigh)+plotStep*g.frame.Loose/2, g.width*mapLow, g.width*mapHigh)
	if n > 1 {
		height = g.width * panelHigh
		if g.width < besides {
			height = clamp(wanted, g.width*mapLow, g.width*mapLow*1.5)
		}
	}
	if limit := g.frame.limit(0); limit > 0 {
		height = min(height, limit-top-mapFoot)
	}
	return max(mapLeast, height-g.lower/g.stacked())
}

// stacked is how many windows stand one above the other.
func (g *mapLayout) stacked() float64 {
	if g.width < besides {
		return float64(len(g.panels))
	}
	return 1
}

// lettered draws the panel's letter in its corner, and returns what that takes.
func (g *mapPanel) lettered() []patch {
	if g.letter == "" {
		return nil
	}
	b := patch{g.window.x0, g.window.y0, g.window.x0 + panelLetter, g.window.y0 + panelLetter}
	g.letterAt(b.x0, b.y0)
	return []patch{b}
}

// letterAt draws the panel's letter with its upper left corner there.
func (g *mapPanel) letterAt(x, y float64) {
	g.rect("panel", look{fill: theme.Ink}, x, y, panelLetter, panelLetter)
	g.text("panel", face{size: smallSize, bold: true, color: theme.Paper}, Middle, x+panelLetter/2, y+panelLetter/2+smallSize*0.36, g.letter)
}
