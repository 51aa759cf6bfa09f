package html

import (
	"strconv"

	"sitrep/report/chart"
	"sitrep/report/doc"
)

// front writes what a reader of thirty seconds takes away: the bottom line and the
// judgements in short, each with its likelihood and confidence as marks with words.
func (p *page) front() {
	f := p.doc.Front
	if f == nil {
		return
	}
	p.open("section", "class", "front", "aria-label", p.say("front.title"))
	if len(f.BottomLine) > 0 {
		p.open("div", "class", "bottomline")
		doc.Visit(p, f.BottomLine)
		p.raw("</div>\n")
	}
	if len(f.Judgements) > 0 {
		p.raw("<ol>\n")
		for i := range f.Judgements {
			p.headline(&f.Judgements[i])
		}
		p.raw("</ol>\n")
	}
	p.lead(f.Lead)
	p.raw("</section>\n")
}

// leadWidth is the width, in points, that the lead figure is laid out in: it stands beside the judgements. One that is higher
// than leadHeight, or on a telephone narrowLeadHeight, is shown in part, so that the page's text is not a screen away.
const (
	leadWidth        = 410
	leadHeight       = 380
	narrowLeadHeight = 480
)

// lead shows the figure that the first judgement rests on, as a picture; its caption leads to the figure itself.
func (p *page) lead(f *doc.Figure) {
	if f == nil || p.doc.OnePage() {
		return
	}
	p.open("div", "class", "lead")
	p.raw("<p>")
	p.badge(f.Marking)
	p.open("a", "class", "label", "href", "#"+documentAnchor(f.ID))
	p.text(f.Label)
	p.raw("</a> ")
	p.element("span", f.Chart.Title, "class", "title")
	p.raw("</p>\n<div class=\"plot\">\n")
	p.open("div", "class", "stills", "role", "img", "aria-label", f.Chart.Alt())
	p.part = p.say("front.part", f.Label)
	p.still(f.Chart, chart.Frame{Width: leadWidth, MaxHeight: leadHeight, Compact: true}, "still wide")
	p.still(f.Chart, chart.Frame{Width: narrowWidth, MaxHeight: narrowLeadHeight, Compact: true}, "still narrow")
	p.part = ""
	p.raw("</div></div>\n</div>\n")
}

func (p *page) headline(h *doc.Headline) {
	p.open("li", "value", number(h.Number))
	p.badge(h.Marking)
	if h.Anchor != "" {
		p.wrap("a", []doc.Inline{doc.Text(doc.Plain(h.Text))}, "href", "#"+documentAnchor(h.Anchor))
	} else {
		doc.VisitInlines(p, h.Text)
	}
	if h.Likelihood.Words != "" || h.Confidence.Words != "" {
		p.marks(h)
	}
	p.raw("</li>\n")
}

// marks writes likelihood and confidence on a line of their own.
func (p *page) marks(h *doc.Headline) {
	p.raw(" <span class=\"marks\">")
	if l := h.Likelihood; l.Words != "" {
		p.open("span", "class", "mark")
		p.scale(46, [][2]float64{{l.Low / 100 * 46, max((l.High-l.Low)/100*46, 1)}})
		p.text(l.Words)
		p.raw("</span> ")
	}
	if c := h.Confidence; c.Words != "" {
		p.open("span", "class", "mark")
		var steps [][2]float64
		for i := range c.Level {
			steps = append(steps, [2]float64{float64(i) * 8, 7})
		}
		p.scale(23, steps)
		p.text(c.Words)
		p.raw("</span>")
	}
	p.raw("</span>")
}

// scale draws a line with what lies on it, each from and how wide. The words behind say the
// same, and colours are attributes: they survive where the page's style is refused.
func (p *page) scale(width int, parts [][2]float64) {
	p.open("svg", "width", number(width), "height", "8", "aria-hidden", "true", "focusable", "false")
	p.open("rect", "=x", "0", "y", "3.5", "width", number(width), "height", "1", "fill", "currentColor", "fill-opacity", "0.5")
	p.close("rect")
	for _, part := range parts {
		p.open("rect", "=x", tenth(part[0]), "y", "1", "width", tenth(part[1]), "height", "6", "fill", "currentColor")
		p.close("rect")
	}
	p.close("svg")
	p.raw(" ")
}

func tenth(v float64) string { return strconv.FormatFloat(v, 'f', 1, 64) }
