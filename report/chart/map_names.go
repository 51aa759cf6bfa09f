package chart

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"sitrep/report/atlas"
	"sitrep/report/theme"
)

// Names of countries tell a reader where the map lies. They say nothing that
// is claimed, so they yield to everything: a name without room is not set.
const (
	mostNames  = 8
	nameTries  = 24   // countries that are tried, by the area seen
	nameCell   = 8.0  // points: the grain in which areas are compared
	nameAir    = 3.0  // points between a name and anything else
	nameSpill  = 0.25 // the part of a name that may stand beyond its country, at each end
	roundTicks = 16   // in a point: rounds are compared in whole numbers, the same on every processor
)

// nameFace is smaller and paler than that of places; capitals keep it apart from what is claimed.
var nameFace = face{size: 6.5, color: theme.Muted}

// A territory says which country each cell of the map belongs to.
type territory struct {
	cols, rows int
	owner      []int16 // the country's place in the atlas and 1; 0: none, or no room
	origin     patch
}

// A view is what is seen of a country.
type view struct {
	country, cells int
	x, y           int // sums of columns and rows
}

// countries writes the names of the countries that hold a mark, of actors, and of those that take most of the map, each
// where it lies deepest within what is seen of its country and clear of what is taken.
func (g *mapPanel) countries(taken []patch) {
	all, t := atlas.Countries(), g.territory()
	views := t.views(len(all))
	own, may := g.homes()
	actor := func(v view) bool { return g.isActor(&all[v.country]) }
	first := func(v view) int {
		return 2*order(slices.Contains(own, v.country) || slices.Contains(may, v.country)) + order(actor(v))
	}
	slices.SortStableFunc(views, func(a, b view) int { return first(b) - first(a) })
	taken = append(slices.Clone(taken), g.leaders()...)
	for _, b := range taken {
		t.clear(b)
	}
	set, named := 0, map[int]bool{}
	for _, v := range views[:min(nameTries, len(views))] {
		if set >= mostNames && first(v) == 0 {
			break
		}
		shown := all[v.country].Name(g.chart.Language.Base())
		name := strings.ToUpper(shown)
		if b, ok := t.placeLabel(v, g.measure(nameFace, name), taken); ok {
			set++
			named[v.country] = true
			taken = append(taken, b)
			g.text("country", nameFace, Middle, (b.x0+b.x1)/2, b.y1-nameAir-descent*nameFace.size, name)
			t.clear(b)
		} else if actor(v) && !slices.Contains(own, v.country) {
			may = append(may, v.country)
		}
	}
	lacking := func(said []string, of []int) []string {
		for _, c := range of {
			shown := all[c].Name(g.chart.Language.Base())
			if !named[c] && !g.told(shown) && !slices.Contains(g.nameless, shown) && !slices.Contains(said, shown) {
				said = append(said, shown)
			}
		}
		return said
	}
	g.nameless = lacking(g.nameless, own)
	g.noRoom = lacking(g.noRoom, may)
}

// isActor reports whether a country is one of the briefing's actors.
func (g *mapLayout) isActor(c *atlas.Country) bool {
	name := c.Name(g.chart.Language.Base())
	return slices.ContainsFunc(g.actors, func(actor string) bool { return strings.EqualFold(actor, name) })
}

// order is 1 for what comes first.
func order(first bool) int {
	if first {
		return 1
	}
	return 0
}

// leaders returns patches along the lines that lead from marks to their numbers.
func (g *mapPanel) leaders() []patch {
	var all []patch
	for _, sh := range g.shapes {
		p, ok := sh.(*Path)
		if !ok || p.Role != "leader" {
			continue
		}
		a, b := p.Segments[0].Points, p.Segments[1].Points
		const n = 6
		for i := range n {
			x0, y0 := a[0]+(b[0]-a[0])*float64(i)/n, a[1]+(b[1]-a[1])*float64(i)/n
			x1, y1 := a[0]+(b[0]-a[0])*float64(i+1)/n, a[1]+(b[1]-a[1])*float64(i+1)/n
			all = append(all, patch{min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)})
		}
	}
	return all
}

// territory lays the rounds of countries on the map.
func (g *mapPanel) territory() *territory {
	w := g.window
	t := &territory{cols: int((w.x1 - w.x0) / nameCell), rows: int((w.y1 - w.y0) / nameCell), origin: w}
	t.owner = make([]int16, t.cols*t.rows)
	degree := math.Pi / 180 * g.scale
	for i, c := range atlas.Countries() {
		for _, r := range c.Rounds {
			if radius := r.Radius * degree; radius >= nameCell/2 && g.seen.nearRound(r) {
				x, y := g.at(r.Lon, r.Lat)
				t.round(x-w.x0, y-w.y0, radius, int16(i+1))
			}
		}
	}
	return t
}

// nearRound reports whether any of a round may be seen.
func (s simplifier) nearRound(r atlas.Round) bool {
	wide := 3 * r.Radius // a degree of longitude is shorter than one of latitude
	s.south, s.north, s.west, s.east = s.south-r.Radius, s.north+r.Radius, s.west-wide, s.east+wide
	return s.near(r.Lon, r.Lat)
}

// round gives a country the cells whose middles lie in a circle.
func (t *territory) round(x, y, radius float64, country int16) {
	if !(x > -radius && x < 1e4 && y > -radius && y < 1e4 && radius < 1e4) || x-radius > float64(t.cols)*nameCell ||
		y-radius > float64(t.rows)*nameCell {
		return
	}
	ticks := func(v float64) int { return int(round(v) * roundTicks) }
	const cell = int(nameCell * roundTicks)
	cx, cy, r := ticks(x), ticks(y), ticks(radius)
	for row := max(0, (cy-r)/cell); row < min(t.rows, (cy+r)/cell+1); row++ {
		for col := max(0, (cx-r)/cell); col < min(t.cols, (cx+r)/cell+1); col++ {
			dx, dy := col*cell+cell/2-cx, row*cell+cell/2-cy
			if o := &t.owner[row*t.cols+col]; *o == 0 && dx*dx+dy*dy <= r*r {
				*o = country
			}
		}
	}
}

// views returns what is seen of the countries, the one of which most is seen first.
func (t *territory) views(n int) []view {
	all := make([]view, n)
	for i, o := range t.owner {
		if o > 0 {
			v := &all[o-1]
			v.country, v.cells, v.x, v.y = int(o-1), v.cells+1, v.x+i%t.cols, v.y+i/t.cols
		}
	}
	all = slices.DeleteFunc(all, func(v view) bool { return v.cells == 0 })
	slices.SortStableFunc(all, func(a, b view) int { return cmp.Compare(b.cells, a.cells) })
	return all
}

// clear takes the cells that a patch touches.
func (t *territory) clear(b patch) {
	b = patch{b.x0 - t.origin.x0, b.y0 - t.origin.y0, b.x1 - t.origin.x0, b.y1 - t.origin.y0}
	for row := max(0, int(b.y0/nameCell)); row < t.rows && float64(row)*nameCell < b.y1; row++ {
		for col := max(0, int(b.x0/nameCell)); col < t.cols && float64(col)*nameCell < b.x1; col++ {
			t.owner[row*t.cols+col] = 0
		}
	}
}

// placeLabel finds the deepest place for a name of that width: the cell about which
// most on every side is the country's; of several, the one nearest to the middle of what is seen.
func (t *territory) placeLabel(v view, w float64, taken []patch) (best patch, ok bool) {
	need := max(1, int(w*(1-2*nameSpill)/2/nameCell+0.5))
	deepest, nearest := -1, 0
	for i, o := range t.owner {
		if int(o) != v.country+1 {
			continue
		}
		row, col := i/t.cols, i%t.cols
		beside, above := min(col, t.cols-1-col), min(row, t.rows-1-row)
		if !t.same(i, 1, beside, deepest+need) || !t.same(i, t.cols, above, deepest) {
			continue
		}
		depth := min(t.clearance(i, 1, beside)-need, t.clearance(i, t.cols, above))
		dx, dy := col*v.cells-v.x, row*v.cells-v.y
		if away := dx*dx + dy*dy; depth > deepest || depth == deepest && away < nearest {
			if b := t.box(col, row, w); t.free(b, taken) {
				best, ok, deepest, nearest = b, true, depth, away
			}
		}
	}
	return best, ok
}

// same reports whether the cells that far to both sides of one are of the same country, within the map.
func (t *territory) same(at, step, most, far int) bool {
	return far <= 0 || far <= most && t.owner[at-far*step] == t.owner[at] && t.owner[at+far*step] == t.owner[at]
}

// clearance counts cells of the same country to both sides of one, up to the nearer end.
func (t *territory) clearance(at, step, most int) int {
	n := 0
	for n < most && t.same(at, step, most, n+1) {
		n++
	}
	return n
}

// box is what a name about that cell takes, with air.
func (t *territory) box(col, row int, w float64) patch {
	x, y := t.origin.x0+(float64(col)+0.5)*nameCell, t.origin.y0+(float64(row)+0.5)*nameCell
	h := (ascent + descent) * nameFace.size
	return patch{x - w/2 - nameAir, y - h/2 - nameAir, x + w/2 + nameAir, y + h/2 + nameAir}
}

// free reports whether a name there is within the frame and meets nothing.
func (t *territory) free(b patch, taken []patch) bool {
	o := t.origin
	return b.x0 > o.x0+1 && b.y0 > o.y0+1 && b.x1 < o.x1-1 && b.y1 < o.y1-1 && !slices.ContainsFunc(taken, b.meets)
}
