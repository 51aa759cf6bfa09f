package chart

import (
	"slices"

	"sitrep/report/theme"
)

// arrows lead from origins to those that repeat them: solid ones from that under which a strand stands, also across
// pages; dashed ones from further origins, where both are on the page.
func (g *lineageLayout) arrows(strands []*strand, top, foot float64) {
	g.stems(top, foot)
	by := map[string]*strand{}
	for _, s := range strands {
		by[s.node.ID] = s
	}
	for _, s := range strands {
		for _, id := range s.node.further() {
			if p := by[id]; p != nil && p != s {
				tip, dashed := arrow, look{stroke: theme.Muted, width: 0.9, dash: []float64{2.4, 1.8}}
				if slices.Contains(s.node.Circle, id) {
					tip.stroke, dashed.stroke, dashed.width = theme.Caution, theme.Caution, 1.3
				}
				g.line("leader", dashed, g.x(p)-nodeRadius-0.5, p.y, 3, p.y, 3, s.y, g.x(s)-nodeRadius-1, s.y)
				g.head(tip, g.x(s)-nodeRadius-1, s.y)
			}
		}
	}
}

// arrow is how arrows are drawn.
var arrow = look{stroke: theme.Muted, width: 0.9}

// stems lead from an origin down to what repeats it: from the page's top where the origin stands on a page before, and to
// its foot where what repeats it comes on a page after.
func (g *lineageLayout) stems(top, foot float64) {
	type place struct {
		*strand
		page int // before this one, it, after it
	}
	by := map[string]place{}
	on := -1
	var all []place
	for _, s := range g.strands {
		if s.onThis {
			on = 0
		} else if on == 0 {
			on = 1
		}
		all = append(all, place{s, on})
		by[s.node.ID] = all[len(all)-1]
	}
	passed := map[float64]bool{} // what leaves the page is drawn once
	for _, s := range all {
		if len(s.node.From) == 0 {
			continue
		}
		p, ok := by[s.node.From[0]]
		if !ok || g.x(p.strand) >= g.x(s.strand) || s.page < 0 || p.page > 0 {
			continue
		}
		from := top
		if p.page == 0 {
			from = p.y + nodeRadius + 0.5
		}
		if x := g.x(p.strand); s.page == 0 {
			g.line("leader", arrow, x, from, x, s.y, g.x(s.strand)-nodeRadius-1, s.y)
			g.head(arrow, g.x(s.strand)-nodeRadius-1, s.y)
		} else if !passed[x] {
			passed[x] = true
			g.line("leader", arrow, x, from, x, foot)
		}
	}
}

// head draws the tip of an arrow to the right.
func (g *lineageLayout) head(l look, x, y float64) {
	const a = 2.4
	g.line("leader", l, x-a, y-a, x, y, x-a, y+a)
}
