package html

import (
	"sitrep/report/chart"
	"sitrep/report/doc"
)

// frameWidth is the width that charts are laid out in, in points. The page
// draws a point as up to 1.42 CSS pixels; on a telephone the interactive twin
// lays itself out anew, and without script the picture scrolls in its own box.
const frameWidth = 520

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
	p.raw("<div class=\"plot\">\n")
	scenes := p.scenes(c, join(" ", f.Label, c.Title))
	p.raw("</div>\n")
	if t := newTwin(c, scenes); t != nil {
		p.block("application/json", "", "twin", t)
	}
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

// scenes lays the chart out and writes it as SVG.
func (p *page) scenes(c *chart.Chart, name string) []*chart.Scene {
	scenes := c.Layout(chart.Frame{Width: frameWidth, Theme: p.options.Theme, Fonts: p.options.Fonts})
	p.open("div", "class", "still", "role", "region", "tabindex", "0", "aria-label", name)
	alt := c.Alt()
	for _, s := range scenes {
		p.picture(s, alt)
	}
	p.raw("</div>\n")
	return scenes
}
