package chart

import (
	"math"
	"slices"

	"sitrep/report/theme"
)

// The measures of the panels of a trend, in points.
const (
	panelHeight = 84.0 // of the plot
	panelGap    = 5.0
	panelTicks  = 4 // about so many on the axis of amounts
)

// groups returns the headings of the rows, in their order.
func (t *Trend) groups() []string {
	var all []string
	seen := map[string]bool{}
	for i := range t.Rows {
		if g := t.Rows[i].Group; !seen[g] {
			seen[g] = true
			all = append(all, g)
		}
	}
	return all
}

// group returns the trend of one group, without events.
func (t *Trend) group(name string) *Trend {
	part := &Trend{Log: t.Log, silence: t.silence}
	for i := range t.Rows {
		if t.Rows[i].Group == name {
			part.Rows = append(part.Rows, t.Rows[i])
		}
	}
	return part
}

// together is the trend with one measure of silence for all of its groups: what breaks a line in one breaks it in the others.
func (t *Trend) together(groups []string) *Trend {
	var gaps []float64
	for _, name := range groups {
		part := t.group(name)
		pairs, _ := part.pairs()
		gaps = append(gaps, part.gaps(pairs)...)
	}
	all := *t
	all.silence = t.longSilence(gaps)
	return &all
}

// panels draws each group in a plot of its own (small multiples), all over one time and one scale of
// amounts and equally high, so that they can be compared. Events cross all of them. Origins have one shape in all of them, and their
// names stand at the lines; in a narrow figure, and of every status, in the key above.
func (t *Trend) panels(c *Chart, f Frame, groups []string) []*Scene {
	t = t.together(groups)
	whole := newTrendLayout(c, t, f)
	whole.named, whole.breaks = maxNames, nil
	for _, name := range groups {
		whole.breaks = append(whole.breaks, t.group(name).breaks()...)
	}
	slices.Sort(whole.breaks)
	whole.breaks = slices.Compact(whole.breaks)
	whole.y0 = whole.head(&whole.pen)
	in := Frame{Width: f.Width, Theme: f.Theme, Fonts: f.Fonts, Loose: f.Loose / float64(len(groups))}
	edge, high := whole.width, 0.0
	for _, name := range groups {
		g := t.panel(c, in, whole, name)
		g.draw()
		edge, high = min(edge, g.x1), max(high, g.y1-g.y0)
	}
	bare, dated := make([]*Scene, len(groups)), make([]*Scene, len(groups))
	draw := func(high float64) (over float64) {
		for i, name := range groups {
			for _, p := range []struct {
				scenes []*Scene
				bare   bool
			}{{bare, true}, {dated, false}} {
				g := t.panel(c, in, whole, name)
				g.edge, g.high, g.silent, g.bare = edge, high, i < len(groups)-1, p.bare
				g.trend.Events = t.Events
				g.chooseEvents()
				p.scenes[i] = g.draw()
			}
			over = max(over, dated[i].Height-f.limit(1))
		}
		return over
	}
	if over := draw(high); f.MaxHeight > 0 && over > 0 { // lower, where the highest is higher than a page
		high = max(high-over, panelHeight/3)
		draw(high)
	}
	pages, room := whole.stack(f, bare, dated)
	if len(pages) > 2 && room > 1 && !f.Compact && !f.Part { // higher, so that the pages between are full
		draw(high + room - 1)
		if again, left := whole.stack(f, bare, dated); left >= 0 && len(again) <= len(pages) {
			pages = again
		}
	}
	return pages
}

// stack puts panels under the key and one above the other, on as many pages as they take: each with its dates where it is the last of
// a page, else without. It returns by how much each panel of the pages that are not the last might be higher.
func (g *trendLayout) stack(f Frame, bare, dated []*Scene) (pages []*Scene, room float64) {
	page, y, n := pen{fonts: g.fonts, shapes: slices.Clone(g.shapes)}, g.y0, 0
	room = math.Inf(1)
	for i := range bare {
		limit := f.limit(len(pages))
		if limit > 0 && y+dated[i].Height > limit && n > 0 {
			room = min(room, (limit-y+panelGap)/float64(n))
			pages = append(pages, page.scene(g.width, y-panelGap))
			page, y, n, limit = pen{fonts: f.Fonts}, 0, 0, f.limit(len(pages))
		}
		s := bare[i]
		if i == len(bare)-1 || limit > 0 && y+s.Height+panelGap+dated[i+1].Height > limit { // the dates stand under the last of a page
			s = dated[i]
		}
		for _, shape := range s.Shapes {
			page.shapes = append(page.shapes, shifted(shape, 0, y))
		}
		y, n = y+s.Height+panelGap, n+1
	}
	if limit := f.limit(len(pages)); limit > 0 {
		room = min(room, limit-y+panelGap)
	}
	return append(pages, page.scene(g.width, y-panelGap)), room
}

// panel makes the layout of one group, with the axes of the whole.
func (t *Trend) panel(c *Chart, f Frame, whole *trendLayout, name string) *trendLayout {
	g := newTrendLayout(c, t.group(name), f)
	g.axisRows, g.lo, g.hi, g.panel = t.Rows, whole.lo, whole.hi, name
	g.series = whole.alike(g.series)
	return g
}

// alike gives the series of a panel the colours and shapes that they have in the whole.
func (g *trendLayout) alike(part []Series) []Series {
	for i := range part {
		for _, s := range g.series {
			if s.Origin == part[i].Origin && s.Name == part[i].Name {
				part[i].Token, part[i].glyph = s.Token, s.glyph
			}
		}
	}
	return part
}

// panelHead draws the heading of a panel, with the names that found no place beside its lines.
func (g *trendLayout) panelHead(p *pen) float64 {
	p.text("group", boldFace, Start, 0, boldFace.base(), p.cut(boldFace, g.panel, g.width))
	y := bodyLead + 3
	var key []sample
	for _, n := range g.keyed {
		key = append(key, seriesSample(g.series[n]))
	}
	if g.beside {
		key = append(key, sample{text: g.chart.Language.Say("chart.key.beside"), width: 14, draw: func(p *pen, x, y float64) {
			p.dot("key", disc, theme.Muted, state{}, x-3, y, 2.6)
			p.dot("key", disc, theme.Muted, state{}, x+3, y, 2.6)
		}})
	}
	if key != nil {
		k := pen{fonts: p.fonts}
		h := k.key(key, g.width)
		for _, shape := range k.shapes {
			p.shapes = append(p.shapes, shifted(shape, 0, y))
		}
		y += h
	}
	if len(g.events) > 0 && !g.silent {
		y += flagSize + 6
	}
	return y + 3
}
