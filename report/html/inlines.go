package html

import (
	"bytes"
	"net/url"

	"sitrep/report/doc"
	"sitrep/report/font"
)

// Text writes letters.
func (p *page) Text(n doc.Text) { p.text(string(n)) }

// Emphasis writes em.
func (p *page) Emphasis(n *doc.Emphasis) {
	p.italic = true
	p.wrap("em", n.Inlines)
}

// Strong writes strong.
func (p *page) Strong(n *doc.Strong) { p.wrap("strong", n.Inlines) }

// Foreign writes a span in its language, or a link that is nothing else; the
// style keeps its direction to itself.
func (p *page) Foreign(n *doc.Foreign) {
	if len(n.Inlines) == 1 {
		if l, ok := n.Inlines[0].(*doc.Link); ok {
			p.link(l, n.Tag)
			return
		}
	}
	p.tongue("span", n.Inlines, n.Tag)
}

// tongue writes an element in a language, or in that around it where none is told, and says how it runs where that is not as
// the text around it.
func (p *page) tongue(tag string, inlines []doc.Inline, lang string, attributes ...string) {
	dir, before, back := "", p.lang, p.back
	if lang != "" {
		p.lang = lang
		switch p.back = runsBack(inlines); {
		case p.back:
			dir = "rtl"
		case back:
			dir = "ltr"
		}
	}
	p.wrap(tag, inlines, append([]string{"lang", lang, "dir", dir}, attributes...)...)
	p.lang, p.back = before, back
}

func runsBack(inlines []doc.Inline) bool {
	return font.Leftward(doc.Own(inlines))
}

// direction is that of a block whose text is one piece from right to left: its lines end at the right edge.
func direction(inlines []doc.Inline) string {
	if len(inlines) == 1 {
		if f, ok := inlines[0].(*doc.Foreign); ok && runsBack(f.Inlines) {
			return "rtl"
		}
	}
	return ""
}

// apart is the direction of a value or number of a note: its own, where the text around it or some of it runs from right to left.
// It is found here (UAX #9, P2 and P3) and not by the browser, whose "auto" looks into isolates: "A → B" of two names from right to
// left would point from B to A.
func (p *page) apart(s string) string {
	switch {
	case !p.back && !font.RunsBack(s):
		return ""
	case font.Leftward(s):
		return "rtl"
	}
	return "ltr"
}

// Link writes a link, or only its text where the address is none that a page may open.
func (p *page) Link(n *doc.Link) { p.link(n, "") }

func (p *page) link(n *doc.Link, tag string) {
	u := address(n.URL)
	switch {
	case u != "":
		p.tongue("a", n.Inlines, tag, "href", u)
	case tag != "":
		p.tongue("span", n.Inlines, tag)
	default:
		doc.VisitInlines(p, n.Inlines)
	}
}

// Value writes a value as a link to its card.
func (p *page) Value(n *doc.Value) {
	if !p.cards[n.Card] {
		if dir := p.apart(n.Text); dir != "" {
			p.element("span", n.Text, "dir", dir)
			return
		}
		p.text(n.Text)
		return
	}
	p.element("a", n.Text, "class", "value", "href", "#"+cardAnchor(n.Card), "dir", p.apart(n.Text))
}

// endOfRef ends what a reference to a note writes.
const endOfRef = "</a></sup>"

// NoteRef writes a raised number that links to its endnote and can be linked back to. Numbers that follow each
// other stand in one element, with commas between them, so that those who copy the text or hear it can tell them apart.
func (p *page) NoteRef(n *doc.NoteRef) {
	label := n.Numbers()
	if n.Locator != "" {
		label = p.say("doc.locator", label, n.Locator)
	}
	href := ""
	if id := p.noteAnchor(n.Number); id != "" {
		href = "#" + id
	}
	id := ""
	if p.noted = true; !p.quiet {
		p.references[n.Number]++
		id = referenceAnchor(n.Number, p.references[n.Number])
	}
	if bytes.HasSuffix(p.b, []byte(endOfRef)) {
		p.b = append(p.b[:len(p.b)-len("</sup>")], ", "...)
	} else {
		p.open("sup")
	}
	for i := n.Number + 1; i <= n.Through && !p.quiet; i++ { // the notes between lead back here
		p.references[i]++
		p.element("span", "", "id", referenceAnchor(i, p.references[i]))
	}
	p.element("a", label, "id", id, "href", href, "dir", p.apart(label))
	p.close("sup")
}

// Abbreviation writes abbr; where the short form is used first, the meaning before it.
func (p *page) Abbreviation(n *doc.Abbreviation) {
	if n.First {
		p.text(n.Meaning + " (")
	}
	p.element("abbr", n.Short, "title", n.Meaning)
	if n.First {
		p.text(")")
	}
}

// Reference writes a link to a place in the page.
func (p *page) Reference(n *doc.Reference) {
	to := p.anchors[n.Anchor]
	if to == "" {
		to = documentAnchor(n.Anchor)
	}
	p.wrap("a", n.Inlines, "href", "#"+to)
}

// Break writes a line break.
func (p *page) Break(doc.Break) { p.raw("<br>") }

func (p *page) wrap(tag string, inlines []doc.Inline, attributes ...string) {
	p.open(tag, attributes...)
	doc.VisitInlines(p, inlines)
	p.close(tag)
}

// noteAnchor returns the anchor of the note with that number, "" where there is none.
func (p *page) noteAnchor(n int) string {
	if n < 1 || n > len(p.doc.Notes) {
		return ""
	}
	note := p.doc.Notes[n-1]
	if note.Number != n {
		return ""
	}
	return "_note-" + number(n)
}

func referenceAnchor(note, nth int) string { return "_r" + number(note) + "-" + number(nth) }

func cardAnchor(id string) string { return "_card-" + anchor(id) }

// beside returns the address of a file in the page's own folder.
func beside(base string) string { return "./" + url.PathEscape(base+".html") }
