package chart

import (
	"sitrep/report/claim"
	"sitrep/report/theme"
)

// iconSize is the width and height of an icon, in points.
const iconSize = 8.0

// icon draws the sign of a kind of thing that is given, about a point: what tells categories apart, whose colour
// tells nothing.
func (p *pen) icon(category claim.Category, x, y float64) {
	solid, stroke := look{fill: theme.Ink}, look{stroke: theme.Ink, width: 0.9}
	const r = iconSize / 2
	switch category {
	case claim.Troops: // a head over shoulders
		p.path("icon", solid, circle(x, y-2.1, 1.8))
		p.path("icon", solid, polygon(x-3.4, y+r, x-2.2, y+0.4, x+2.2, y+0.4, x+3.4, y+r))
	case claim.Arms: // a shell
		p.path("icon", solid, polygon(x, y-r, x+1.9, y-1, x+1.9, y+2.2, x-1.9, y+2.2, x-1.9, y-1))
		p.rect("icon", solid, x-1.9, y+2.9, 3.8, 1.1)
	case claim.Technology: // a chip
		p.rect("icon", stroke, x-2.2, y-2.2, 4.4, 4.4)
		for _, d := range []float64{-1.1, 1.1} {
			p.path("icon", stroke, append(polyline([]float64{x + d, y - r, x + d, y - 2.2}, false), polyline([]float64{x + d, y + 2.2, x + d, y + r},
				false)...))
			p.path("icon", stroke, append(polyline([]float64{x - r, y + d, x - 2.2, y + d}, false), polyline([]float64{x + 2.2, y + d, x + r, y + d},
				false)...))
		}
	case claim.Energy: // a bolt
		p.path("icon", solid, polygon(x+1.2, y-r, x-2.6, y+0.7, x-0.3, y+0.7, x-1.2, y+r, x+2.6, y-0.9, x+0.3, y-0.9))
	case claim.Money: // a coin
		p.path("icon", stroke, circle(x, y, 3.5))
		p.line("icon", stroke, x, y-1.9, x, y+1.9)
	case claim.Diplomacy: // two speech bubbles that meet
		p.path("icon", stroke, circle(x-1.5, y, 2.4))
		p.path("icon", stroke, circle(x+1.5, y, 2.4))
	case claim.Goods: // a box
		p.rect("icon", stroke, x-3.4, y-2.6, 6.8, 6)
		p.line("icon", stroke, x-3.4, y-0.6, x+3.4, y-0.6)
	default:
		p.path("icon", stroke, circle(x, y, 2.2))
	}
}
