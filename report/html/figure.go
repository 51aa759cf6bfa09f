package html

import (
	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/pool"
)

// Widths that charts are laid out in, in points. The page draws a point as up to
// 1.42 CSS pixels, so a wide picture has a column of text on a desk, and paper;
// a narrow one has a telephone of 360 pixels, where its smallest type is as big.
//
// Why both stand in the page: the style can choose between pictures but cannot lay one out. A wide
// one in a telephone's width has letters five pixels high, or scrolls sideways.
const (
	frameWidth  = 520
	narrowWidth = 236
)

// A drawn is a chart at one of the widths, in points.
type drawn struct {
	chart *chart.Chart
	width float64
}

// layOut lays the figures of the text out, two at once: they are a fifth of a page's time, and one does not ask another.
func (p *page) layOut() {
	var all []drawn
	doc.Each(p.doc.Body, "", func(b doc.Block, _ doc.Marking) {
		if f, ok := b.(*doc.Figure); ok && f.Chart != nil && f.Chart.Plot != nil {
			all = append(all, drawn{f.Chart, frameWidth}, drawn{f.Chart, narrowWidth})
		}
	})
	out := make([][]*chart.Scene, len(all))
	errs := pool.Each(2, len(all), func(i int) error {
		out[i] = all[i].chart.Layout(chart.Frame{Width: all[i].width, Theme: p.options.Theme, Fonts: p.options.Fonts})
		return nil
	})
	p.scenes = map[drawn][]*chart.Scene{}
	for i, d := range all {
		if errs[i] == nil { // else it is laid out where it stands, and says there what is wrong
			p.scenes[d] = out[i]
		}
	}
}

// Figure writes the caption, the chart as SVG, the source line and the data.
func (p *page) Figure(f *doc.Figure) {
	c := f.Chart
	if c == nil || c.Plot == nil {
		return
	}
	p.open("figure", "id", p.id(f.ID))
	p.raw("\n")
	p.open("figcaption")
	p.badge(f.Marking)
	p.label(f.Label)
	p.wrap("span", doc.Titled(c.Title, f.Heading), "class", "title")
	if c.Subtitle != "" {
		p.raw(" ")
		p.element("span", c.Subtitle, "class", "subtitle")
	}
	p.close("figcaption")
	p.raw("\n")
	marks := c.Marks()
	p.controls(c, marks)
	p.raw("<div class=\"plot\">\n")
	p.open("div", "class", "stills", "role", "img", "aria-label", c.Alt())
	p.still(c, chart.Frame{Width: frameWidth}, "still wide")
	p.still(c, chart.Frame{Width: narrowWidth}, "still narrow")
	p.raw("</div></div>\n")
	p.figures = append(p.figures, live(c, marks))
	if len(f.Source) > 0 {
		p.wrap("p", f.Source, "class", "source")
		p.raw("\n")
	}
	if len(f.Note) > 0 {
		p.wrap("p", f.Note, "class", "source")
		p.raw("\n")
	}
	p.raw("<div class=\"tools\"></div>")
	p.fold(c.Table(), join(" ", f.Label, c.Title))
	p.raw("</figure>\n")
}

// Names that make a row of chips: of one there is nothing to tell apart, and of more than that no one finds any.
const fewestChips, mostChips = 2, 16

// controls leaves the room for what the script puts above a figure: chips that hide and show marks, by what there is to
// tell apart, and on a map the buttons that enlarge it. With its room there from the start, and that of the tools below, a
// figure that comes to life moves nothing.
func (p *page) controls(c *chart.Chart, marks []chart.Mark) {
	by := ""
	for _, what := range []struct {
		key  string
		name func(*chart.Mark) string
	}{
		{"group", func(m *chart.Mark) string { return m.Group }}, {"origin", func(m *chart.Mark) string { return m.Origin }},
		{"status", func(m *chart.Mark) string { return string(m.Status) }},
	} {
		names := map[string]bool{}
		for i := range marks {
			names[what.name(&marks[i])] = true
		}
		delete(names, "")
		if len(names) >= fewestChips && len(names) <= mostChips {
			by = join(" ", by, what.key)
		}
	}
	zoom := ""
	if _, ok := c.Plot.(*chart.Map); ok {
		zoom = "yes"
	}
	if by+zoom != "" {
		p.open("div", "class", "controls", "data-by", by, "data-zoom", zoom)
		p.raw("</div>\n")
	}
}

// still lays the chart out and writes it as SVG. The narrow one is shown by the style alone, so that where that is refused the
// figure stands there once; its colours are in classes alone.
func (p *page) still(c *chart.Chart, f chart.Frame, class string) {
	narrow := f.Width == narrowWidth
	attributes := []string{"class", class}
	if narrow {
		attributes = append(attributes, "hidden", "hidden")
	}
	p.open("div", attributes...)
	f.Theme, f.Fonts = p.options.Theme, p.options.Fonts
	p.styled = narrow
	scenes, found := p.scenes[drawn{c, f.Width}]
	if !found || f.Compact {
		scenes = c.Layout(f)
	}
	for i, s := range scenes {
		if i > 0 && p.part != "" {
			p.element("p", p.part, "class", "source")
			break
		}
		p.picture(s, narrow)
	}
	p.styled = false
	p.raw("</div>")
}
