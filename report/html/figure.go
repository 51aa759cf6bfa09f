package html

import (
	"sitrep/report/chart"
	"sitrep/report/doc"
)

// Widths of the two layouts of each chart, in points: one for a column of text
// on a desk, one for a telephone. A point is drawn as 4/3 CSS pixels.
const (
	wideFrame   = 520
	narrowFrame = 252
)

// Figure writes the caption, the chart as SVG, the source line and the data.
func (p *page) Figure(f *doc.Figure) {
	c := f.Chart
	if c == nil || c.Plot == nil {
		return
	}
	p.figures++
	p.open("figure", "id", p.id(f.ID))
	p.raw("\n<figcaption>")
	p.badge(f.Marking)
	p.label(f.Label)
	p.element("span", c.Title, "class", "title")
	if c.Subtitle != "" {
		p.raw(" ")
		p.element("span", c.Subtitle, "class", "subtitle")
	}
	p.raw("</figcaption>\n")
	p.open("div", "class", "plot", "role", "img", "aria-label", c.Alt())
	p.scenes("wide", c, wideFrame)
	p.scenes("narrow", c, narrowFrame)
	p.raw("</div>\n")
	if len(f.Source) > 0 {
		p.wrap("p", f.Source, "class", "source")
		p.raw("\n")
	}
	if len(f.Note) > 0 {
		p.wrap("p", f.Note, "class", "source")
		p.raw("\n")
	}
	p.fold(c.Table(), join(" ", f.Label, c.Title))
	p.raw("</figure>\n")
}

func (p *page) scenes(class string, c *chart.Chart, width float64) {
	p.open("div", "class", class)
	p.close("div")
}
