package html

import "sitrep/report/doc"

// notes writes the endnotes, each with links back to where it is referred to.
func (p *page) notes() {
	if len(p.doc.Notes) == 0 {
		return
	}
	p.open("ol", "class", "notes", "id", notesID, "aria-label", p.say("doc.notes"))
	p.raw("\n")
	for i, n := range p.doc.Notes {
		value := ""
		if n.Number != i+1 {
			value = number(n.Number)
		}
		p.open("li", "id", p.noteAnchor(n.Number), "value", value)
		p.badge(n.Marking)
		p.source(n)
		p.entries(n.Details)
		p.backLinks(n.Number)
		p.raw("</li>\n")
	}
	p.raw("</ol>\n")
}

// source writes title, publisher and addresses of a note's source.
func (p *page) source(n doc.Note) {
	tag := n.Language
	if tag == p.doc.Language.Tag {
		tag = ""
	}
	p.raw("<p><cite>")
	p.link(&doc.Link{URL: n.URL, Inlines: []doc.Inline{doc.Text(n.Title)}}, tag)
	p.close("cite")
	if n.Publisher != "" {
		p.raw(" · ")
		p.text(n.Publisher)
	}
	if u := address(n.Archived); u != "" {
		p.raw(" · ")
		p.element("a", p.say("html.archived"), "href", u)
	}
	p.raw("</p>")
}

// backLinksShown is how many links back a note shows; the rest are folded away,
// for a source that much rests on has dozens.
const backLinksShown = 5

func (p *page) backLinks(note int) {
	count := p.references[note]
	if count == 0 {
		return
	}
	shown := count
	if count > backLinksShown+1 { // a fold of one link would be longer than the link
		shown = backLinksShown
	}
	p.raw("<div class=\"back\">")
	for i := 1; i <= shown; i++ {
		p.backLink(note, i, count)
	}
	if shown < count {
		p.raw("<details><summary>")
		p.text(p.doc.Language.Count("html.moreRefs", count-shown))
		p.raw("</summary>")
		for i := shown + 1; i <= count; i++ {
			p.backLink(note, i, count)
		}
		p.raw("</details>")
	}
	p.raw("</div>")
}

func (p *page) backLink(note, i, count int) {
	label := " ↩"
	if count > 1 {
		label += "\u00a0" + number(i)
	}
	p.element("a", label, "href", "#"+referenceAnchor(note, i))
}

// evidence writes the cards that values link to.
func (p *page) evidence() {
	if len(p.doc.Cards) == 0 {
		return
	}
	p.quiet = true
	defer func() { p.quiet = false }()
	p.open("section", "class", "evidence", "id", evidenceID, "aria-labelledby", evidenceID+"-title")
	p.element("h2", p.say("html.evidence"), "id", evidenceID+"-title")
	p.element("p", p.say("html.evidenceIntro"), "class", "intro")
	p.raw("<details open><summary>")
	p.text(p.doc.Language.Count("html.cards", len(p.doc.Cards)))
	p.raw("</summary>\n<div class=\"cards\">\n")
	for _, c := range p.doc.Cards {
		p.card(c)
	}
	p.raw("</div></details></section>\n")
}

func (p *page) card(c doc.Card) {
	id := cardAnchor(c.ID)
	if p.used[id] {
		return
	}
	p.used[id] = true
	p.open("article", "id", id)
	p.element("h3", c.Claim)
	p.noted = false
	p.entries(c.Entries)
	if a := p.noteAnchor(c.Note); a != "" && !p.noted {
		p.open("p", "class", "noted")
		p.element("a", p.say("html.noteref", number(c.Note)), "href", "#"+a)
		p.raw("</p>")
	}
	p.raw("</article>\n")
}
