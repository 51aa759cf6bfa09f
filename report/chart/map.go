package chart

import (
	"math"
	"slices"

	"sitrep/report/atlas"
	"sitrep/report/claim"
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
// highest; where its numbers are of several things, there is neither. A mark has the colour and outline of the status of what is claimed at
// its place or, where places share a mark, at all of them; where these claims
// differ in it, a mark of its own, and each row says its status.
type Map struct {
	Places []Place  // each with one claim at least
	Actors []string // the briefing's, by name: those that are countries are named where they are in view
}

// The measures of a map, in points and, where said so, in radii of the globe.
const (
	mapLow, mapHigh = 0.42, 0.8 // height in parts of the width
	mapLeast        = 120.0     // the least height
	mapMargin       = 24.0      // between places and the edge
	discRadius      = 15.0      // of the largest number
	pinRadius       = 2.8       // of the mark of a place
	pinReach        = 4.4       // how far its outline reaches
	cluster         = 6.0       // places nearer than this share a mark
	labelRows       = 2         // values in a label; with more, they stand under the map
)

// A mapLayout is a map being laid out: one panel, or one for each cluster of places where clusters lie far apart.
type mapLayout struct {
	pen
	chart   *Chart
	frame   Frame
	width   float64
	world   *atlas.World
	flat    []float64 // a line of the base map on the page
	whole   bool      // and all of it in the window
	most    float64   // the highest number
	lower   float64   // how much lower windows are than they would be
	actors  []string  // as [Map] has them
	panels  []*mapPanel
	listed  []listing // what stands under the map, by its numbers
	dropped int       // places that are named neither beside their marks nor under the map
	// nameless are countries that hold a mark, and noRoom those of actors in view, whose names found no room.
	nameless, noRoom []string
	room             float64 // left for the list
}

// A mapPanel is a window on the globe with the places in it.
type mapPanel struct {
	*mapLayout
	letter     string // its name where there are several
	places     []*Place
	seen       simplifier
	projection atlas.Projection
	window     patch   // on the page
	scale      float64 // points in a radius of the globe
	midX, midY float64 // of the window, projected
	pins       []pin
	disputed   []Segment // boundaries, which labels keep clear of where they can
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
	s := m.drawn(c, f, 0)
	if over := s.Height - f.MaxHeight; f.Whole && f.MaxHeight > 0 && over > 0 { // the window yields to what stands under it
		s = m.drawn(c, f, over)
	}
	return []*Scene{s}
}

// drawn draws the map in a window that is so much lower than it would be.
func (m *Map) drawn(c *Chart, f Frame, lower float64) *Scene {
	g := &mapLayout{pen: pen{fonts: f.Fonts}, lower: lower, world: atlas.Read(), flat: make([]float64, 0, 8192), chart: c, frame: f,
		actors: m.Actors, width: max(f.Width, narrowest)}
	g.measureUp(m)
	top := (&pen{fonts: f.Fonts, dry: true}).key(g.samples(m.statuses(), true), g.width) // the most that the key may take
	g.part(m, top)
	for _, p := range g.panels {
		p.seen = p.simplifier()
		p.pin()
	}
	g.moveUp(top - g.key(g.samples(g.statuses(), g.disputed()), g.width))
	for _, p := range g.panels {
		p.base()
		p.marks()
	}
	g.room = math.Inf(1)
	if limit := f.limit(0); limit > 0 && !f.Whole {
		drawn := len(g.shapes)
		g.room = limit - g.foot(g.bottom()+6) - 2*smallLead - 2
		g.shapes = g.shapes[:drawn]
	}
	for _, p := range g.panels {
		p.labels()
	}
	y := g.list(g.foot(g.bottom() + 6))
	return g.scene(g.width, y+2)
}

// bottom is where the lowest panel ends.
func (g *mapLayout) bottom() float64 {
	y := 0.0
	for _, p := range g.panels {
		y = max(y, p.window.y1)
	}
	return y
}

// disputed reports whether a disputed boundary is in view.
func (g *mapLayout) disputed() bool {
	return slices.ContainsFunc(g.panels, func(p *mapPanel) bool { return p.borders(true) != nil })
}

// measureUp finds the highest number of a place that has a disc or a ring, for the size of these.
func (g *mapLayout) measureUp(m *Map) {
	for i := range m.Places {
		if !m.Places[i].oneThing() {
			continue
		}
		for _, v := range numbers(slices.DeleteFunc(slices.Clone(m.Places[i].Rows), func(r Row) bool { return !r.counted() })) {
			g.most = max(g.most, v)
		}
	}
}

// mixed stands for the status of a mark whose claims are of several: it bears none of them.
const mixed claim.Status = "mixed"

// Status returns the status of what is claimed at the place, and not replaced where anything is not; "mixed" where the
// claims differ in it, and nothing where there are none.
func (p *Place) Status() claim.Status {
	var status claim.Status
	old := !slices.ContainsFunc(p.Rows, func(r Row) bool { return !r.Superseded })
	for i := range p.Rows {
		if old || !p.Rows[i].Superseded {
			status = both(status, p.Rows[i].Status)
		}
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
	for _, p := range g.panels {
		for i := range p.pins {
			all = append(all, p.pins[i].status)
		}
	}
	return all
}

// moveUp moves the map up.
func (g *mapLayout) moveUp(d float64) {
	for _, p := range g.panels {
		p.window.y0, p.window.y1 = p.window.y0-d, p.window.y1-d
		for i := range p.pins {
			p.pins[i].y -= d
		}
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

// lon and lat keep coordinates on the globe.
func (p *Place) lon() float64 { return clamp(p.Lon, -180, 180) }
func (p *Place) lat() float64 { return clamp(p.Lat, -90, 90) }

// at returns where a point lies on the page.
func (g *mapPanel) at(lon, lat float64) (x, y float64) {
	x, y = g.projection.Project(lon, lat)
	return (g.window.x0+g.window.x1)/2 + (x-g.midX)*g.scale, (g.window.y0+g.window.y1)/2 - (y-g.midY)*g.scale
}

// pin makes the marks; places whose marks would lie on each other share one.
func (g *mapPanel) pin() {
	for _, p := range g.places {
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
func (p *pin) add(place *Place, g *mapPanel) {
	p.places = append(p.places, place)
	if len(place.Rows) > 0 {
		p.status = both(p.status, place.Status())
	}
	if !place.oneThing() {
		return
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
		if p.high == nil || e.high > *p.high { // of "at least" its number, which is given
			p.high = &e.high
		}
	}
	for _, v := range []*float64{p.low, p.high} {
		if v != nil {
			p.r = max(p.r, g.radius(*v))
		}
	}
}

// oneThing reports whether all numbers of the place are of one thing, so that one of them is the lowest.
func (p *Place) oneThing() bool {
	var first *Row
	for i := range p.Rows {
		r := &p.Rows[i]
		if r.extent().none || !r.counted() {
			continue
		}
		if first == nil {
			first = r
		}
		if !first.rival(r) {
			return false
		}
	}
	return true
}

// radius makes areas stand for numbers.
func (g *mapLayout) radius(v float64) float64 {
	if g.most <= 0 || v <= 0 {
		return 0
	}
	return discRadius * math.Sqrt(v/g.most)
}

// marks draws discs and rings, the largest first.
func (g *mapPanel) marks() {
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
