package html

import (
	"slices"

	"sitrep/report/chart"
	"sitrep/report/theme"
)

// What a picture's shapes need not tell: the size and colour of most texts, and
// the width of most lines. The style sheet knows the colour.
const (
	commonSize   = 7.5
	commonStroke = 0.8
	commonColor  = theme.Muted
)

// picture writes a scene as SVG inside the page: shapes bear classes for the
// theme's colours, which follow the reader's scheme. What it shows is said by
// the element about it. Where told is true every shape tells its owner and its
// whole look: the twin of a map is drawn from its picture.
//
// Why not with [chart.Scene.SVG], which writes figures that stand alone: a
// picture in the page is read at one size, so its paths go from point to point
// in whole tenths of a point, circles are arcs, and lines that look alike are
// one outline, which makes the figures of a briefing a third lighter.
func (p *page) picture(s *chart.Scene, told bool) {
	p.open("svg", "viewBox", "0 0 "+decimal(s.Width)+" "+decimal(s.Height), "aria-hidden", "true",
		"fill", "none", "stroke-width", decimal(commonStroke), "font-size", decimal(commonSize))
	owner := ""
	for i := 0; i < len(s.Shapes); i++ {
		shape := s.Shapes[i]
		if o := chart.Owner(shape); o != owner && told {
			if owner != "" {
				p.close("g")
			}
			if o != "" {
				p.open("g", "data-id", o)
			}
			owner = o
		}
		switch shape := shape.(type) {
		case *chart.Path:
			n := alike(shape, s.Shapes[i:], told)
			p.path(shape, s.Shapes[i:i+n], told)
			i += n - 1
		case *chart.Text:
			p.line(shape, told)
		}
	}
	if owner != "" {
		p.close("g")
	}
	p.close("svg")
	p.raw("\n")
}

// alike counts how many of the shapes, of which p is the first, can be drawn as
// one outline: lines of one look and, where that is told, one owner. What is filled stays apart,
// because outlines that are filled together cut holes.
func alike(p *chart.Path, shapes []chart.Shape, told bool) int {
	n := 1
	for p.Fill == "" && n < len(shapes) {
		next, ok := shapes[n].(*chart.Path)
		if !ok || next.Fill != "" || next.Stroke != p.Stroke || next.Width != p.Width || told && next.Owner != p.Owner || !slices.Equal(next.Dash, p.Dash) {
			break
		}
		n++
	}
	return n
}

// path writes the outlines of paths that look like s as one.
func (p *page) path(s *chart.Path, all []chart.Shape, told bool) {
	width, dash := "", ""
	if s.Stroke != "" && (told || s.Width != commonStroke) {
		width = decimal(s.Width)
	}
	for i, d := range s.Dash {
		if i > 0 {
			dash += " "
		}
		dash += decimal(d)
	}
	var pen outline
	for _, shape := range all {
		pen.draw(shape.(*chart.Path).Segments)
	}
	p.open("path", "class", paints(s.Fill, s.Stroke), "stroke-width", width, "stroke-dasharray", dash, "d", string(pen.b))
	p.b = append(p.b[:len(p.b)-1], "/>"...)
}

func (p *page) line(t *chart.Text, told bool) {
	class, size, weight, slant, anchor := "", "", "", "", ""
	if told || t.Color != commonColor {
		class = paints(t.Color, "")
	}
	if t.Size != commonSize {
		size = decimal(t.Size)
	}
	if t.Bold {
		weight = "600"
	}
	if t.Italic {
		slant = "italic"
	}
	switch t.Anchor {
	case chart.Middle:
		anchor = "middle"
	case chart.End:
		anchor = "end"
	}
	p.element("text", t.S, "class", class, "x", decimal(float64(whole(t.X))/10), "y", decimal(float64(whole(t.Y))/10), "font-size", size,
		"font-weight", weight, "font-style", slant, "text-anchor", anchor)
}

// paints names the classes of [chart.StyleRules] for a filling and a stroke.
func paints(fill, stroke theme.Token) string {
	classes := ""
	if fill != "" {
		classes = "f-" + string(fill)
	}
	if stroke != "" {
		classes = join(" ", classes, "s-"+string(stroke))
	}
	return classes
}
