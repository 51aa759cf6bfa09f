package html

import (
	"strconv"

	"sitrep/report/doc"
)

// Section writes a section with its heading; its sections go one level deeper.
func (p *page) Section(s *doc.Section) {
	p.level++
	p.open("section", "id", p.id(s.ID))
	if s.Title != "" {
		h := "h" + strconv.Itoa(min(p.level+1, 6))
		p.open(h)
		p.badge(s.Marking)
		doc.VisitInlines(p, doc.Titled(s.Title, s.Heading))
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
	p.open("p")
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

// KeyFigures writes the numbers as a list of cards.
func (p *page) KeyFigures(k *doc.KeyFigures) {
	p.raw("<ul class=\"keyfigures\">\n")
	for _, f := range k.Items {
		p.open("li")
		p.badge(f.Marking)
		p.open("p", "class", "number")
		doc.VisitInlines(p, f.Value)
		if f.Unit != "" {
			p.raw(" ")
			p.element("span", f.Unit, "class", "unit")
		}
		p.raw("</p>")
		if f.What != "" {
			p.element("p", f.What, "class", "what")
		}
		if len(f.Who) > 0 {
			p.wrap("p", f.Who, "class", "who")
		}
		p.raw("</li>\n")
	}
	p.raw("</ul>\n")
}

// Endnotes marks the place of the notes; see [page.main].
func (p *page) Endnotes(*doc.Endnotes) {
	if p.notesAt == 0 {
		p.notesAt = len(p.b)
	}
}
