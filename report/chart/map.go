package chart

import (
	"math"
	"slices"

	"sitrep/report/atlas"
	"sitrep/report/claim"
	"sitrep/report/quantity"
	"sitrep/report/theme"
)

// A Place is a point on the globe and what is claimed of it.
type Place struct {
	ID, Name string  // the place's id, and its name as shown
	Lat, Lon float64 // degrees, north and east positive
	Rows     []Row   // amounts; an event is a row with a Detail and no numbers
}

// Map shows places with their values, on a base map that is cut to their extent.
// A disc has the area of the lowest number claimed at a place, a ring that of the
// highest. A mark has the colour and outline of the status of what is claimed at
// its place or, where places share a mark, at all of them; where these claims
// differ in it, a mark of its own, and each row says its status.
type Map struct {
	Places []Place // each with one claim at least
}

// The measures of a map, in points and, where said so, in radii of the globe.
const (
	mapLow, mapHigh = 0.42, 0.8 // height in parts of the width
	mapLeast        = 120.0     // the least height
	mapMargin       = 24.0      // between places and the edge
	smallestSpan    = 0.08      // radii: about 500 km from edge to edge
	discRadius      = 15.0      // of the largest number
	pinRadius       = 2.8       // of the mark of a place
	pinReach        = 4.4       // how far its outline reaches
	cluster         = 6.0       // places nearer than this share a mark
	labelRows       = 2         // values in a label; with more, they stand under the map
)

// A mapLayout is a map being laid out.
type mapLayout struct {
	pen
	chart      *Chart
	frame      Frame
	width      float64
	world      *atlas.World
	seen       simplifier
	flat       []float64 // a line of the base map on the page
	whole      bool      // and all of it in the window
	projection atlas.Projection
	window     patch // the map on the page
	scale      float64
	midX, midY float64 // of the map, projected
	most       float64 // the highest number
	pins       []pin
	listed     []listing // what stands under the map, by its numbers
	dropped    int
	nameless   []string // countries that hold a mark, whose names found no room
	room       float64  // left for the list
}

// A pin is a mark: one place, or several that lie too close for marks of their own.
type pin struct {
	places    []*Place
	x, y, r   float64
	status    claim.Status // of all rows, or mixed
	low, high *float64
	lines     []mapLine
	w, h      float64 // of the label
	short     bool    // it does not hold everything
	labelled  bool
	names     []string
}

func (m *Map) layout(c *Chart, f Frame) []*Scene {
	g := &mapLayout{pen: pen{fonts: f.Fonts}, world: atlas.Read(), flat: make([]float64, 0, 8192), chart: c, frame: f,
		width: max(f.Width, narrowest)}
	g.measureUp(m)
	top := (&pen{fonts: f.Fonts}).key(g.samples(m.statuses(), true), g.width) // the most that the key may take
	g.fitWindow(m, top)
	g.seen = g.simplifier()
	g.pin(m)
	g.moveUp(top - g.key(g.samples(g.statuses(), g.borders(true) != nil), g.width))
	g.base()
	g.marks()
	g.room = math.Inf(1)
	if foot, limit := *g, f.limit(0); limit > 0 {
		g.room = limit - foot.foot(g.window.y1+6) - 2*smallLead - 2
	}
	g.labels()
	y := g.list(g.foot(g.window.y1 + 6))
	return []*Scene{g.scene(g.width, y+2)}
}

// measureUp finds the highest number, for the size of discs.
func (g *mapLayout) measureUp(m *Map) {
	for i := range m.Places {
		for _, v := range numbers(m.Places[i].Rows) {
			g.most = max(g.most, v)
		}
	}
}

// mixed stands for the status of a mark whose claims are of several: it bears none of them.
const mixed claim.Status = "mixed"

// Status returns the status of what is claimed at the place; "mixed" where the
// claims differ in it, and nothing where there are none.
func (p *Place) Status() claim.Status {
	var status claim.Status
	for i := range p.Rows {
		status = both(status, p.Rows[i].Status)
	}
	return status
}

// both returns the status of two things together.
func both(a, b claim.Status) claim.Status {
	if a == "" || a == b {
		return b
	}
	return mixed
}

// statuses returns those that marks may have.
func (m *Map) statuses() []claim.Status {
	all := []claim.Status{mixed}
	for i := range m.Places {
		all = append(all, m.Places[i].Status())
	}
	return all
}

// statuses returns those that marks have.
func (g *mapLayout) statuses() []claim.Status {
	var all []claim.Status
	for i := range g.pins {
		all = append(all, g.pins[i].status)
	}
	return all
}

// moveUp moves the map up.
func (g *mapLayout) moveUp(d float64) {
	g.window.y0, g.window.y1 = g.window.y0-d, g.window.y1-d
	for i := range g.pins {
		g.pins[i].y -= d
	}
}

// samples explains discs, rings, the marks of those statuses and, if there is one, the line of a disputed boundary.
func (g *mapLayout) samples(used []claim.Status, disputed bool) []sample {
	l := g.chart.Language
	var key []sample
	if g.most > 0 {
		key = append(key, sample{text: l.Say("chart.map.low"), draw: func(p *pen, x, y float64) {
			p.path("key", look{fill: theme.Soft(theme.Muted), stroke: theme.Muted, width: 0.9}, circle(x, y, 3.4))
		}}, sample{text: l.Say("chart.map.high"), draw: func(p *pen, x, y float64) {
			p.path("key", look{stroke: theme.Muted, width: 0.9}, circle(x, y, 4.6))
		}})
	}
	for _, st := range claim.Statuses() {
		if slices.Contains(used, st) {
			key = append(key, statusSample(st, l.Say("status."+string(st))))
		}
	}
	if slices.Contains(used, mixed) {
		key = append(key, statusSample(mixed, l.Say("chart.map.mixed")))
	}
	if !disputed {
		return key
	}
	return append(key, sample{text: l.Say("chart.map.disputed"), width: 16, draw: func(p *pen, x, y float64) {
		p.line("key", disputedLook, x-8, y, x+8, y)
	}})
}

var disputedLook = look{stroke: theme.Axis, width: 0.8, dash: []float64{2, 1.6}}

// fitWindow fits the places into the window.
func (g *mapLayout) fitWindow(m *Map, top float64) {
	var at []float64
	for _, p := range m.Places {
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
	w, h := max(x1-x0, smallestSpan), max(y1-y0, smallestSpan/2)
	inner := g.width - 2*mapMargin - 2*discRadius
	height := clamp(inner*h/w+2*mapMargin+2*discRadius, g.width*mapLow, g.width*mapHigh)
	if limit := g.frame.limit(0); limit > 0 {
		height = max(mapLeast, min(height, limit-top-90))
	}
	g.window = patch{0.3, top + 0.3, g.width - 0.3, top + height}
	g.scale = min(inner/w, (height-2*mapMargin-2*discRadius)/h)
}

// lon and lat keep coordinates on the globe.
func (p *Place) lon() float64 { return clamp(p.Lon, -180, 180) }
func (p *Place) lat() float64 { return clamp(p.Lat, -90, 90) }

// at returns where a point lies on the page.
func (g *mapLayout) at(lon, lat float64) (x, y float64) {
	x, y = g.projection.Project(lon, lat)
	return (g.window.x0+g.window.x1)/2 + (x-g.midX)*g.scale, (g.window.y0+g.window.y1)/2 - (y-g.midY)*g.scale
}

// pin makes the marks; places whose marks would lie on each other share one.
func (g *mapLayout) pin(m *Map) {
	for i := range m.Places {
		p := &m.Places[i]
		x, y := g.at(p.lon(), p.lat())
		k := slices.IndexFunc(g.pins, func(q pin) bool { return math.Hypot(q.x-x, q.y-y) < cluster })
		if k < 0 {
			k = len(g.pins)
			g.pins = append(g.pins, pin{x: x, y: y, r: pinReach})
		}
		g.pins[k].add(p, g)
	}
	for i := range g.pins {
		g.pins[i].word(g)
	}
}

// add takes a place into a pin.
func (p *pin) add(place *Place, g *mapLayout) {
	p.places = append(p.places, place)
	if len(place.Rows) > 0 {
		p.status = both(p.status, place.Status())
	}
	for i := range place.Rows {
		r := &place.Rows[i]
		e := r.extent()
		if e.none || !r.counted() {
			continue
		}
		if !e.openLow && (p.low == nil || e.low < *p.low) {
			p.low = &e.low
		}
		if !e.openHigh && (p.high == nil || e.high > *p.high) {
			p.high = &e.high
		}
	}
	for _, v := range []*float64{p.low, p.high} {
		if v != nil {
			p.r = max(p.r, g.radius(*v))
		}
	}
}

// radius makes areas stand for numbers.
func (g *mapLayout) radius(v float64) float64 {
	if g.most <= 0 || v <= 0 {
		return 0
	}
	return discRadius * math.Sqrt(v/g.most)
}

// marks draws discs and rings, the largest first.
func (g *mapLayout) marks() {
	order := make([]int, len(g.pins))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return compare(g.pins[b].r, g.pins[a].r) })
	for _, i := range order {
		p := &g.pins[i]
		t := StatusToken(p.status)
		g.owner = p.places[0].ID
		if p.high != nil && g.radius(*p.high) > pinRadius {
			g.path("ring", look{stroke: t, width: 0.9}, circle(p.x, p.y, g.radius(*p.high)))
		}
		if p.low != nil && g.radius(*p.low) > pinRadius {
			g.path("disc", look{fill: theme.Soft(t), stroke: t, width: 0.9}, circle(p.x, p.y, g.radius(*p.low)))
		}
		g.dot("dot", statusGlyph(p.status), t, state{status: p.status}, p.x, p.y, pinRadius)
	}
	g.owner = ""
}

// earthRadius is the mean radius of the globe, in kilometres.
const earthRadius = 6371.0

// foot draws the scales under the map: of distances, true in its middle, and of discs.
func (g *mapLayout) foot(y float64) float64 {
	l := g.chart.Language
	perKm := g.scale / earthRadius
	km := niceStep(g.width * 0.12 / perKm)
	if km*perKm > g.width*0.4 {
		km /= 5
	}
	w := km * perKm
	mid := y + 6
	h := 12.0
	size := niceStep(g.most / 2.5)
	if g.most > 0 {
		h = max(h, 2*g.radius(size)+2)
		mid = y + h/2
	}
	g.line("scale", look{stroke: theme.Muted, width: 0.9}, 1, mid-2.5, 1, mid+2.5, 1, mid, 1+w, mid, 1+w, mid-2.5, 1+w, mid+2.5)
	text := l.Number(km) + " km"
	g.text("scale", smallFace, Start, w+6, mid+smallSize*0.36, text)
	if g.most > 0 {
		x, r := w+6+g.measure(smallFace, text)+18, g.radius(size)
		g.path("scale", look{fill: theme.Soft(theme.Muted), stroke: theme.Muted, width: 0.9}, circle(x+r, mid, r))
		g.text("scale", smallFace, Start, x+2*r+4, mid+smallSize*0.36, g.cut(smallFace, l.Quantity(quantity.Round(size, 6), g.chart.Unit),
			max(10, g.width-x-2*r-4)))
	}
	lines := g.wrap(smallFace, l.Say("chart.map.borders"), g.width, 3)
	g.pen.lines("note", smallFace, Start, 0, y+h+3, lines)
	return y + h + 3 + float64(len(lines))*smallLead + 3
}

func (m *Map) table(c *Chart) Table {
	var rows []Row
	for i := range m.Places {
		for _, r := range m.Places[i].Rows {
			r.Group = m.Places[i].Name
			rows = append(rows, r)
		}
	}
	t := rowTable(c, rows)
	if len(t.Head) > 0 {
		t.Head[0] = c.Language.Say("column.place")
	}
	return t
}

func (m *Map) alt(c *Chart) string {
	l := c.Language
	if len(m.Places) == 0 {
		return l.Say("chart.alt.empty")
	}
	var said []string
	for i := range m.Places {
		said = append(said, sentence(m.Places[i].told(c, false))+".")
	}
	return brief(l.Say("chart.alt.map", l.Count("chart.places", len(m.Places)))+".", said,
		func(n int) string { return l.Count("chart.more.places", n) })
}
