package html

import (
	"encoding/base64"
	"strconv"

	"sitrep/report/chart"
	"sitrep/report/doc"
)

// Section writes a section with its heading; its sections go one level deeper.
func (p *page) Section(s *doc.Section) {
	p.level++
	p.open("section", "id", p.id(s.ID))
	if s.Title != "" {
		h := "h" + strconv.Itoa(min(p.level+1, 6))
		title := doc.Titled(s.Title, s.Heading)
		p.open(h, "dir", direction(title))
		p.badge(s.Marking)
		doc.VisitInlines(p, title)
		p.close(h)
	} else {
		p.badge(s.Marking)
	}
	p.raw("\n")
	doc.Visit(p, s.Blocks)
	p.raw("</section>\n")
	p.level--
}

// Paragraph writes p.
func (p *page) Paragraph(b *doc.Paragraph) {
	p.open("p", "dir", direction(b.Inlines))
	p.badge(b.Marking)
	doc.VisitInlines(p, b.Inlines)
	p.raw("</p>\n")
}

// List writes ol or ul.
func (p *page) List(l *doc.List) {
	tag, start := "ul", ""
	if l.Numbers != nil {
		tag = "ol"
		if l.Numbers[0] != 1 {
			start = number(l.Numbers[0])
		}
	}
	p.open(tag, "start", start)
	for i, item := range l.Items {
		value := ""
		if i > 0 && l.Numbers != nil && l.Numbers[i] != l.Numbers[i-1]+1 {
			value = number(l.Numbers[i])
		}
		p.open("li", "value", value)
		doc.Visit(p, item)
		p.raw("</li>\n")
	}
	p.close(tag)
	p.raw("\n")
}

// Quote writes blockquote.
func (p *page) Quote(q *doc.Quote) {
	p.open("blockquote")
	doc.Visit(p, q.Blocks)
	p.raw("</blockquote>\n")
}

// Callout writes a note set apart, with its label in front.
func (p *page) Callout(c *doc.Callout) {
	class := "callout"
	if c.Caution {
		class += " caution"
	}
	p.open("div", "class", class, "role", "note", "aria-label", c.Label)
	p.raw("<p class=\"label\">")
	p.badge(c.Marking)
	p.text(c.Label)
	p.raw("</p>\n")
	doc.Visit(p, c.Blocks)
	p.raw("</div>\n")
}

// Judgements writes the conclusions as a numbered list.
func (p *page) Judgements(j *doc.Judgements) {
	p.raw("<ol class=\"judgements\">\n")
	for i, item := range j.Items {
		value := ""
		if item.Number != i+1 {
			value = number(item.Number)
		}
		p.open("li", "id", p.id(item.ID), "value", value)
		p.badge(item.Marking)
		doc.Visit(p, item.Blocks)
		p.judged("likelihood", item.Likelihood)
		p.judged("confidence", item.Confidence)
		p.judged("basis", item.Basis)
		p.raw("</li>\n")
	}
	p.raw("</ol>\n")
}

func (p *page) judged(class string, inlines []doc.Inline) {
	if len(inlines) > 0 {
		p.wrap("p", inlines, "class", class)
		p.raw("\n")
	}
}

// KeyFigures writes each thing that is counted with the claims of it, none larger than another.
func (p *page) KeyFigures(k *doc.KeyFigures) {
	p.raw("<ul class=\"keyfigures\">\n")
	for i := range k.Items {
		p.keyFigure(&k.Items[i])
	}
	p.raw("</ul>\n")
}

func (p *page) keyFigure(f *doc.KeyFigure) {
	p.open("li")
	p.open("p", "class", "what")
	p.badge(f.Marking)
	p.text(f.What)
	if f.Unit != "" {
		p.raw(" ")
		p.element("span", "("+f.Unit+")", "class", "unit")
	}
	p.raw("</p>")
	if f.Finding != "" {
		p.element("p", f.Finding, "class", "finding")
	}
	p.raw("<ul class=\"claims\">")
	strips := f.Strips(p.doc.Language, chart.Frame{Width: stripWidth, Theme: p.options.Theme, Fonts: p.options.Fonts})
	for i := range f.Claims {
		c := &f.Claims[i]
		p.open("li", "class", "status-"+anchor(string(c.Row.Status)))
		p.badge(c.Marking)
		p.wrap("span", c.Value, "class", "number")
		p.raw(" ")
		p.strip(strips, i)
		p.open("span", "class", "who")
		doc.VisitInlines(p, c.Who)
		if c.Standing != "" {
			p.text(" · " + c.Standing)
		}
		p.raw("</span></li>\n")
	}
	if n := len(f.Claims); n < len(strips) {
		p.raw("<li class=\"stripaxis\" aria-hidden=\"true\">")
		p.strip(strips, n)
		p.raw("</li>\n")
	}
	p.raw("</ul></li>\n")
}

// stripWidth is the width, in points, of the drawing of a key figure's claim.
const stripWidth = 170

// strip draws a claim, or the axis of all of them; the words beside it say the same.
func (p *page) strip(strips []*chart.Scene, i int) {
	if i < len(strips) {
		p.picture(strips[i], true)
	}
}

// raster writes the picture itself.
func (p *page) raster(m *doc.Image) {
	if m.Type == "image/png" || m.Type == "image/jpeg" {
		p.open("img", "=src", "data:"+m.Type+";base64,"+base64.StdEncoding.EncodeToString(m.Data), "=alt", m.Alt,
			"width", number(m.Width), "height", number(m.Height))
	}
}

// Image writes the picture with its caption; its bytes are part of the page.
func (p *page) Image(m *doc.Image) {
	p.open("figure", "id", p.id(m.ID), "class", "image")
	if m.Label != "" || m.Title != "" {
		p.open("figcaption")
		p.badge(m.Marking)
		p.label(m.Label)
		p.wrap("span", doc.Titled(m.Title, m.Heading), "class", "title")
		p.close("figcaption")
	}
	p.raster(m)
	if m.Credit != "" {
		p.element("p", m.Credit, "class", "source")
	}
	if len(m.Source) > 0 {
		p.wrap("p", m.Source, "class", "source")
	}
	p.raw("</figure>\n")
}

// Endnotes marks the place of the notes; see [page.main].
func (p *page) Endnotes(*doc.Endnotes) {
	if p.notesAt == 0 {
		p.notesAt = len(p.b)
	}
}
