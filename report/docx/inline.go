package docx

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep/report/doc"
)

// inlines writes running text as runs.
func (w *writer) inlines(list []doc.Inline) string {
	p := &inline{w: w}
	doc.VisitInlines(p, list)
	return p.b.String()
}

// An inline writes runs with the properties that are open.
type inline struct {
	w                      *writer
	b                      strings.Builder
	bold, italic, anchored bool
	language               string
}

var _ doc.InlineVisitor = (*inline)(nil)

// run is a stretch of text with its properties (ECMA-376, part 1, 17.3.2).
func run(text, properties string) string {
	if text == "" {
		return ""
	}
	if properties != "" {
		properties = "<w:rPr>" + properties + "</w:rPr>"
	}
	return `<w:r>` + properties + `<w:t xml:space="preserve">` + escape(strings.Join(strings.FieldsFunc(text, isBreak), " ")) + `</w:t></w:r>`
}

func isBreak(r rune) bool { return r == '\n' || r == '\r' || r == '\t' }

func (p *inline) properties() string {
	out := ""
	if p.anchored {
		out += `<w:rStyle w:val="Hyperlink"/>`
	}
	if p.bold {
		out += `<w:b/>`
	}
	if p.italic {
		out += `<w:i/>`
	}
	if p.language != "" {
		out += languageOf(p.language)
	}
	return out
}

func (p *inline) Text(n doc.Text) {
	text := string(n)
	if strings.Trim(text, " ") == "" && text != "" {
		p.b.WriteString(`<w:r><w:t xml:space="preserve"> </w:t></w:r>`)
		return
	}
	lead, trail := "", ""
	if strings.HasPrefix(text, "\n") {
		lead = " "
	}
	if strings.HasSuffix(text, "\n") {
		trail = " "
	}
	p.b.WriteString(run(lead+text+trail, p.properties()))
}

func (p *inline) Emphasis(n *doc.Emphasis) {
	before := p.italic
	p.italic = true
	doc.VisitInlines(p, n.Inlines)
	p.italic = before
}

func (p *inline) Strong(n *doc.Strong) {
	before := p.bold
	p.bold = true
	doc.VisitInlines(p, n.Inlines)
	p.bold = before
}

func (p *inline) Foreign(n *doc.Foreign) {
	before := p.language
	p.language = n.Tag
	doc.VisitInlines(p, n.Inlines)
	p.language = before
}

func (p *inline) Abbreviation(n *doc.Abbreviation) {
	text := n.Short
	if n.First {
		text = n.Meaning + " (" + n.Short + ")"
	}
	p.Text(doc.Text(text))
}

func (p *inline) Link(n *doc.Link) {
	if p.anchored || n.URL == "" {
		doc.VisitInlines(p, n.Inlines)
		return
	}
	p.anchor(`r:id="`+p.w.current.add("hyperlink", n.URL, true)+`"`, n.Inlines)
}

func (p *inline) Reference(n *doc.Reference) {
	if p.anchored {
		doc.VisitInlines(p, n.Inlines)
		return
	}
	p.anchor(`w:anchor="`+p.w.place(n.Anchor)+`"`, n.Inlines)
}

// anchor writes a hyperlink; one holds no other.
func (p *inline) anchor(target string, list []doc.Inline) {
	p.anchored = true
	p.b.WriteString(`<w:hyperlink ` + target + ` w:history="1">`)
	doc.VisitInlines(p, list)
	p.b.WriteString(`</w:hyperlink>`)
	p.anchored = false
}

func (p *inline) Value(n *doc.Value) { p.Text(doc.Text(n.Text)) }

func (p *inline) Break(doc.Break) { p.b.WriteString(`<w:r><w:br/></w:r>`) }

// NoteRef is an endnote where its number is met first; later it is a link to that
// place.
func (p *inline) NoteRef(n *doc.NoteRef) {
	w := p.w
	label := strconv.Itoa(n.Number)
	style := `<w:rStyle w:val="EndnoteReference"/>`
	locator := ""
	if n.Locator != "" {
		locator = run(", "+n.Locator, style)
	}
	if text := p.b.String(); strings.HasSuffix(text, noteEnd) {
		p.b.WriteString(run(" ", style))
	}
	switch {
	case w.current != w.relations || p.anchored: // within a note, or a link
		p.b.WriteString(run(label, style) + locator + noteEnd)
	case w.cited[n.Number] || !w.hasNote(n.Number):
		p.b.WriteString(`<w:hyperlink w:anchor="` + w.place(noteAnchor(n.Number)) + `" w:history="1">` + run(label, style) + `</w:hyperlink>` +
			locator + noteEnd)
	default:
		w.cited[n.Number] = true
		w.notes = append(w.notes, n.Number)
		mark := fmt.Sprintf(`<w:r><w:rPr>%s</w:rPr><w:endnoteReference %sw:id="%d"/>%s%d%s</w:r>`, style, ownMark, n.Number, ownText, n.Number,
			ownEnd)
		p.b.WriteString(w.bookmark(noteAnchor(n.Number), mark) + locator + noteEnd)
	}
}

// What stands for an own mark of a note until it is known whether one is needed.
const (
	ownMark = `<!--m-->`
	ownText = `<!--t-->`
	ownEnd  = `<!--e-->`
)

// noteEnd marks the end of a reference, so that the next one stands off; XML
// readers pass over it.
const noteEnd = `<!--n-->`

func noteAnchor(number int) string { return "note/" + strconv.Itoa(number) }

func (w *writer) hasNote(number int) bool {
	for i := range w.doc.Notes {
		if w.doc.Notes[i].Number == number {
			return true
		}
	}
	return false
}
