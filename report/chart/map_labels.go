package chart

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/theme"
)

// A listing is a label that stands under the map.
type listing struct {
	pin   *pin
	lines []string
}

func (l listing) height() float64 { return max(float64(len(l.lines))*smallLead, flagSize) + 2 }

// A mapLine is a line of a label.
type mapLine struct {
	text string
	face face
}

// word makes a pin's label: the name of each place and its values. Where not
// everything fits into a few lines the label is the names alone, with a number.
func (p *pin) word(g *mapPanel) {
	room := min(190, (g.window.x1-g.window.x0)*0.45)
	add := func(f face, s string, most int) {
		lines := g.wrap(f, s, room, 0)
		if len(lines) > most {
			p.short, lines = true, g.wrap(f, s, room, most)
		}
		for _, l := range lines {
			p.lines = append(p.lines, mapLine{l, f})
			p.w = max(p.w, g.measure(f, l))
			p.h += f.lead()
		}
	}
	for _, place := range p.places {
		p.names = append(p.names, g.cut(smallBold, clean(place.Name), room))
		add(smallBold, place.Name, 2)
		p.short = p.short || len(place.Rows) > labelRows || slices.ContainsFunc(place.Rows, func(r Row) bool { return g.chart.note(r.ID) != "" })
		for i := range place.Rows[:min(labelRows, len(place.Rows))] {
			add(smallFace, place.brief(g.chart, i, false, p.status == mixed), 2)
		}
	}
}

// brief says a row of a place in a line: the value and who says so, or the event; and when, if there is room for it or another
// row says the same of another day; its status too, if asked, and that another claim replaced it.
func (p *Place) brief(c *Chart, i int, full, status bool) string {
	r := &p.Rows[i]
	full = full || slices.ContainsFunc(p.Rows, func(o Row) bool { return o.ID != r.ID && o.Label == r.Label && o.Detail == r.Detail })
	said := join(" · ", r.Value, join(", ", r.Label, r.Detail))
	switch {
	case clean(r.Value) == "":
		said = join(" · ", sentence(r.Detail), r.DateText)
	case full:
		said = join(" · ", r.Value, join(", ", r.Label, r.Detail, r.DateText))
	}
	if status {
		said = join(" · ", said, r.StatusText)
	}
	if r.Superseded {
		said = join(" · ", said, c.Language.Say("chart.key.superseded"))
	}
	return said
}

// labels writes beside each mark what is claimed there. Where that has no room,
// a number stands there with the names, or alone, and the text under the map;
// those with the most rows choose first. What has no room for a number, or in the list, is left
// to the table, and how many those are is said.
func (g *mapPanel) labels() {
	taken := g.lettered()
	for _, p := range g.pins {
		taken = append(taken, patch{p.x - p.r - 1, p.y - p.r - 1, p.x + p.r + 1, p.y + p.r + 1})
	}
	order := make([]int, len(g.pins))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return g.pins[b].rows() - g.pins[a].rows() })
	for _, i := range order {
		p := &g.pins[i]
		if p.short {
			continue
		}
		if b, ok := g.placeLabel(p, taken, p.w, p.h); ok {
			taken = append(taken, b)
			p.labelled = true
			g.owner = p.places[0].ID
			anchor, x := Start, b.x0
			if p.x > b.x1-2.5 { // left of its mark: every line ends at it
				anchor, x = End, b.x1
			}
			y := b.y0
			for _, l := range p.lines {
				g.back(l, anchor, x, y)
				g.text("label", l.face, anchor, x, y+l.face.base(), l.text)
				y += l.face.lead()
			}
		}
	}
	g.owner = ""
	g.countries(g.degrees(g.number(taken)))
}

// back lays the colour of land under a line of a label where a disputed boundary would run through it.
func (g *mapPanel) back(l mapLine, anchor Anchor, x, y float64) {
	w := g.measure(l.face, l.text)
	if anchor == End {
		x -= w
	}
	if b := (patch{x - 1, y, x + w + 1, y + l.face.lead()}); g.parted(b) {
		g.rect("backing", look{fill: theme.Grid}, b.x0, b.y0, b.x1-b.x0, b.y1-b.y0)
	}
}

func (p *pin) rows() int {
	n := 0
	for _, place := range p.places {
		n += len(place.Rows)
	}
	return n
}

// placeLabel finds room beside a mark for something of that size: right, left, above, below, then at the corners and further
// off, where a line leads to it. What has no line stands nearer to its own mark than to any other.
func (g *mapPanel) placeLabel(p *pin, taken []patch, w, h float64) (patch, bool) {
	if b, ok := g.roomFor(p, taken, w, h, true); ok {
		return b, true
	}
	return g.roomFor(p, taken, w, h, false)
}

// roomFor is placeLabel that lets a disputed boundary run through what is placed, or does not.
func (g *mapPanel) roomFor(p *pin, taken []patch, w, h float64, clear bool) (patch, bool) {
	window := g.window
	for _, off := range []float64{4, 10, 18, 28, 40, 54, 70} {
		d := p.r + off
		for _, at := range [][2]float64{{d, -h / 2}, {-d - w, -h / 2}, {-w / 2, -d - h}, {-w / 2, d}, {-2, -d - h}, {-2, d}, {2 - w, -d - h},
			{2 - w, d}} {
			b := patch{p.x + at[0], p.y + at[1], p.x + at[0] + w, p.y + at[1] + h}
			free := b.x0 >= window.x0+3 && b.x1 <= window.x1-3 && b.y0 >= window.y0+3 && b.y1 <= window.y1-3
			if free && !(clear && g.parted(b)) && !slices.ContainsFunc(taken, b.meets) && (off > 4 || g.nearest(p, b)) {
				return b, true
			}
		}
		if w > flagSize+1 && off >= 4 {
			return patch{}, false // a label stands next to its mark or not at all
		}
	}
	return patch{}, false
}

// parted reports whether a disputed boundary runs through a patch.
func (g *mapPanel) parted(b patch) bool {
	var x, y float64
	for _, s := range g.disputed {
		n := len(s.Points)
		if n < 2 {
			continue
		}
		fx, fy := x, y
		x, y = s.Points[n-2], s.Points[n-1]
		if s.Op == 'L' && max(fx, x) > b.x0 && min(fx, x) < b.x1 && max(fy, y) > b.y0 && min(fy, y) < b.y1 {
			return true
		}
	}
	return false
}

// nearest reports whether no other mark is as near to a patch as the pin's own.
func (g *mapPanel) nearest(p *pin, b patch) bool {
	own := b.away(p.x, p.y) - p.r
	return !slices.ContainsFunc(g.pins, func(q pin) bool { return (q.x != p.x || q.y != p.y) && b.away(q.x, q.y)-q.r <= own })
}

// number gives the marks without a label their numbers, and returns all that is taken.
func (g *mapPanel) number(taken []patch) []patch {
	for i := range g.pins {
		p := &g.pins[i]
		if p.labelled {
			continue
		}
		w := flagSize + 4 + g.widest(smallBold, p.names)
		b, named := g.placeLabel(p, taken, w, max(flagSize+1, float64(len(p.names))*smallLead))
		ok := named
		if !named {
			b, ok = g.placeLabel(p, taken, flagSize+1, flagSize+1)
		}
		l := listing{p, g.listingOf(p)}
		if !ok || l.height() > g.room {
			g.dropped += len(p.places)
			continue
		}
		taken = append(taken, b)
		g.room -= l.height()
		g.listed = append(g.listed, l)
		g.owner = p.places[0].ID
		y := (b.y0 + b.y1) / 2
		g.numbered(p, b.x0+(flagSize+1)/2, y, !named)
		if named {
			g.pen.lines("label", smallBold, Start, b.x0+flagSize+4, y-float64(len(p.names))*smallLead/2, p.names)
		}
	}
	g.owner = ""
	return taken
}

// numbered draws the last number that was given and, if it is to be led, a line to its mark where they stand apart.
func (g *mapPanel) numbered(p *pin, x, y float64, led bool) {
	if d := math.Hypot(x-p.x, y-p.y); led && d > p.r+flagSize/2+5 {
		g.line("leader", look{stroke: theme.Muted, width: 0.5}, p.x+(x-p.x)*p.r/d, p.y+(y-p.y)*p.r/d, x-(x-p.x)*flagSize/2/d,
			y-(y-p.y)*flagSize/2/d)
	}
	g.path("flag", look{fill: theme.Paper, stroke: theme.Muted, width: 0.7}, circle(x, y, flagSize/2))
	g.text("flag", flagFace, Middle, x, y+flagFace.size*0.36, strconv.Itoa(len(g.listed)))
}

// told says everything that is claimed at a pin.
func (p *pin) told(c *Chart) string {
	var texts []string
	for _, place := range p.places {
		texts = append(texts, place.told(c, p.status == mixed))
	}
	return strings.Join(texts, " — ")
}

func (p *Place) told(c *Chart, status bool) string {
	var rows []string
	for i := range p.Rows {
		rows = append(rows, strings.TrimSpace(p.brief(c, i, true, status || !p.Rows[i].Status.Standing())+" "+paren(c.note(p.Rows[i].ID))))
	}
	return clean(p.Name) + ": " + strings.Join(rows, "; ")
}

// listLines is the most lines that one mark has under a map.
const listLines = 5

// listingOf words what is claimed at a pin in lines. Of places that share it, those without room in the lines are counted.
func (g *mapLayout) listingOf(p *pin) []string {
	for n := len(p.places); ; n-- {
		some := *p
		some.places = p.places[:n]
		text := some.told(g.chart)
		if n < len(p.places) {
			text += " — " + g.chart.Language.Count("chart.more.places", len(p.places)-n)
		}
		if lines := g.wrap(smallFace, text, g.width-18, 0); len(lines) <= listLines || n == 1 {
			return g.wrap(smallFace, text, g.width-18, 2*listLines)
		}
	}
}

// list writes the labels that had no room on the map.
func (g *mapLayout) list(y float64) float64 {
	for n, l := range g.listed {
		g.owner = l.pin.places[0].ID
		g.path("flag", look{fill: theme.Paper, stroke: theme.Muted, width: 0.7}, circle(flagSize/2+1, y+flagSize/2, flagSize/2))
		g.text("flag", flagFace, Middle, flagSize/2+1, y+flagSize/2+flagFace.size*0.36, strconv.Itoa(n+1))
		g.pen.lines("label", smallFace, Start, 18, y+1, l.lines)
		y += l.height()
	}
	g.owner = ""
	for _, s := range g.unnamed() {
		lines := g.wrap(smallFace, s, g.width, 0)
		g.pen.lines("more", smallFace, Start, 0, y, lines)
		y += float64(len(lines)) * smallLead
	}
	if g.dropped > 0 {
		g.text("more", smallFace, Start, 0, y+smallFace.base(), g.cut(smallFace, g.chart.Language.Count("chart.more.places", g.dropped), g.width))
		y += smallLead
	}
	return y
}
