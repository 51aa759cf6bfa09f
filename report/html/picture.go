package html

import (
	"slices"
	"strings"

	"sitrep/report/chart"
	"sitrep/report/theme"
)

// What a picture's shapes need not tell: the size and colour of most texts, and
// the width of most lines. The picture's own element tells them.
const (
	commonSize   = 7.5
	commonStroke = 0.8
	commonColor  = theme.Muted
	largeSize    = "8.5" // of the texts that name and value marks
	styledWidths = 15    // tenths of a point: the widest line for which the style has a class
)

// picture writes a scene as SVG inside the page. Shapes bear the theme's light colours as attributes,
// so that the figure survives where the style is refused, and classes beside them, by
// which the style gives them the colours of the reader's scheme. What it shows is said by
// the element about it. What is drawn of one mark stands in groups that name it, which
// is how the script finds it.
//
// Why not with [chart.Scene.SVG], which writes figures that stand alone: a
// picture in the page is read at one size, so its paths go from point to point
// in whole tenths of a point, circles are arcs, and lines that look alike are
// one outline, which makes the figures of a briefing a third lighter.
//
// A double of a picture, or one whose words stand beside it, is hidden from readers that do not see: also from the
// reader modes of browsers, which drop what is hidden so and keep the rest.
func (p *page) picture(s *chart.Scene, hidden bool) {
	aria := ""
	if hidden {
		aria = "true"
	}
	p.open("svg", "viewBox", "0 0 "+decimal(s.Width)+" "+decimal(s.Height), "aria-hidden", aria, "class", "f-"+string(commonColor),
		"fill", p.light(commonColor), "stroke-width", decimal(commonStroke), "font-size", decimal(commonSize))
	owner := ""
	for i := 0; i < len(s.Shapes); i++ {
		shape := s.Shapes[i]
		if o := chart.Owner(shape); o != owner {
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
			n := alike(shape, s.Shapes[i:])
			p.path(shape, s.Shapes[i:i+n])
			i += n - 1
		case *chart.Text:
			p.line(shape)
		}
	}
	if owner != "" {
		p.close("g")
	}
	p.close("svg")
	p.raw("\n")
}

// alike counts how many of the shapes, of which p is the first, can be drawn as
// one outline: lines of one look and one owner. What is filled stays apart,
// because outlines that are filled together cut holes.
func alike(p *chart.Path, shapes []chart.Shape) int {
	n := 1
	for p.Fill == "" && n < len(shapes) {
		next, ok := shapes[n].(*chart.Path)
		if !ok || next.Fill != "" || next.Stroke != p.Stroke || next.Width != p.Width || next.Owner != p.Owner ||
			!slices.Equal(next.Dash, p.Dash) {
			break
		}
		n++
	}
	return n
}

// path writes the outlines of paths that look like s as one.
func (p *page) path(s *chart.Path, all []chart.Shape) {
	width, dash := "", ""
	if s.Stroke != "" && s.Width != commonStroke {
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
	fill, class := p.light(s.Fill), paints(s.Fill, s.Stroke)
	switch tenths := whole(s.Width); {
	case !p.styled && s.Fill == "":
		fill = "none"
	case p.styled && width != "" && tenths <= styledWidths && decimal(float64(tenths)/10) == width:
		class, width = join(" ", class, "w"+number(tenths)), ""
	}
	p.open("path", "class", class, "fill", fill, "stroke", p.light(s.Stroke), "stroke-width", width, "stroke-dasharray",
		dash, "d", string(pen.b))
	p.b = append(p.b[:len(p.b)-1], "/>"...)
}

// light is the colour of a token by day; empty for none, and in a picture that has its colours from the style.
func (p *page) light(t theme.Token) string {
	if t == "" || p.styled {
		return ""
	}
	return p.options.Theme.Light[t].String()
}

func (p *page) line(t *chart.Text) {
	class, fill, size, weight, slant, anchor := "", "", "", "", "", ""
	if t.Color != commonColor {
		class, fill = paints(t.Color, ""), p.light(t.Color)
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
	if p.styled { // what the style says of it need not stand here
		class, size, weight, anchor = styledText(class, size, weight, anchor)
	}
	bold := p.bold
	if t.Bold {
		p.bold++
	}
	p.element("text", t.S, "class", class, "fill", fill, "x", decimal(float64(whole(t.X))/10), "y", decimal(float64(whole(t.Y))/10),
		"font-size", size, "font-weight", weight, "font-style", slant, "text-anchor", anchor)
	p.bold = bold
}

// styledText puts classes in the place of the attributes for which [styleRules] has some.
func styledText(class, size, weight, anchor string) (c, s, w, a string) {
	if size == largeSize {
		class, size = join(" ", class, "z"), ""
	}
	if weight != "" {
		class = join(" ", class, "b")
	}
	if anchor != "" {
		class = join(" ", class, anchor[:1])
	}
	return class, size, "", ""
}

// paints names the classes of [styleRules] for a filling and a stroke.
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

// styleRules returns the style that pictures need to follow the reader's scheme: a class
// f-TOKEN that fills and a class s-TOKEN that strokes with the custom property
// --TOKEN, for every token of a theme. A path of a picture that no class fills is empty; the other classes are
// those of [styledText].
func styleRules() string {
	var b strings.Builder
	b.WriteString(":where(.f-" + string(commonColor) + " path){fill:none}")
	b.WriteString(".z{font-size:" + largeSize + "px}.b{font-weight:600}.m{text-anchor:middle}.e{text-anchor:end}\n")
	for w := 1; w <= styledWidths; w++ {
		b.WriteString(".w" + number(w) + "{stroke-width:" + decimal(float64(w)/10) + "px}")
	}
	for _, t := range theme.Tokens() {
		b.WriteString(".f-" + string(t) + "{fill:var(--" + string(t) + ")}.s-" + string(t) + "{stroke:var(--" + string(t) + ")}\n")
	}
	return b.String()
}
