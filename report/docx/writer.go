package docx

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep/report/doc"
)

var _ doc.Visitor = (*writer)(nil)

// A writer collects the parts of the package.
type writer struct {
	doc           *doc.Document
	options       Options
	b             strings.Builder // the body, or the endnote at hand
	level         int             // of the heading above; the title has 0
	style         string          // of paragraphs
	list          []int           // numberings of the open lists
	item          bool            // the next paragraph begins an item
	numberings    []int           // of each numbering: its first number; -1: bullets
	anchors       map[string]string
	bookmarks     int
	pictures      int
	media         []part
	relations     *relations // of the document
	noteRelations *relations // of the endnotes
	current       *relations // of what is being written
	cited         map[int]bool
	notes         []int // numbers, in the order of their first reference
	err           error
}

func newWriter(d *doc.Document, o Options) *writer {
	w := &writer{doc: d, options: o, style: styleBody, anchors: map[string]string{}, cited: map[int]bool{}, relations: &relations{},
		noteRelations: &relations{}}
	w.current = w.relations
	for _, r := range []struct{ kind, target string }{{"styles", "styles.xml"}, {"numbering", "numbering.xml"}, {"settings", "settings.xml"},
		{"endnotes", "endnotes.xml"}, {"header", "header1.xml"}, {"footer", "footer1.xml"}} {
		w.relations.add(r.kind, r.target, false)
	}
	return w
}

// paragraph writes one paragraph in a style; more are further properties of it.
func (w *writer) paragraph(style, more, content string) {
	if content == "" {
		return
	}
	w.b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/>` + more + w.listed() + `</w:pPr>` + content + `</w:p>`)
}

// listed makes the next paragraph an item of the open list.
func (w *writer) listed() string {
	if len(w.list) == 0 || !w.item {
		return ""
	}
	w.item = false
	return fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, min(len(w.list)-1, 8), w.list[len(w.list)-1])
}

func (w *writer) head() {
	d := w.doc
	w.paragraph(styleTitle, "", w.inlines(doc.Titled(d.Title, d.Heading)))
	w.paragraph(styleSubtitle, "", w.inlines(doc.Titled(d.Subtitle, d.Subheading)))
	for _, e := range d.Masthead {
		w.paragraph(styleMasthead, "", w.entry(e))
	}
}

// front writes the bottom line and the judgements in short.
func (w *writer) front(f *doc.Front) {
	if f == nil {
		return
	}
	for _, b := range f.BottomLine {
		if p, ok := b.(*doc.Paragraph); ok {
			w.paragraph(styleBody, "", portion(p.Marking)+w.inlines([]doc.Inline{&doc.Strong{Inlines: p.Inlines}}))
		}
	}
	for _, h := range f.Judgements {
		text := portion(h.Marking) + run(strconv.Itoa(h.Number)+". ", `<w:b/>`) + w.inlines(h.Text)
		for _, words := range []string{h.Likelihood.Words, h.Confidence.Words} {
			if words != "" {
				text += run(" · "+words, "")
			}
		}
		w.paragraph(styleBody, "", text)
	}
}

// entry is a label and its value.
func (w *writer) entry(e doc.Entry) string {
	if e.Label == "" {
		return w.inlines(e.Value)
	}
	return run(e.Label+": ", `<w:b/>`) + w.inlines(e.Value)
}

func (w *writer) Section(s *doc.Section) { w.section(s.ID, s.Title, s.Heading, s.Marking, s.Blocks) }

func (w *writer) section(id, title string, heading []doc.Inline, m doc.Marking, blocks []doc.Block) {
	w.level++
	w.paragraph(fmt.Sprintf("Heading%d", min(w.level, 6)), "", w.bookmark(id, portion(m)+w.inlines(doc.Titled(title, heading))))
	doc.Visit(w, blocks)
	w.level--
}

// portion marks one part that differs from what encloses it.
func portion(m doc.Marking) string {
	if m == "" {
		return ""
	}
	return run("("+string(m)+") ", `<w:b/>`)
}

// bookmark makes the content a place that references lead to.
func (w *writer) bookmark(anchor, content string) string {
	if anchor == "" || content == "" {
		return content
	}
	w.bookmarks++
	return fmt.Sprintf(`<w:bookmarkStart w:id="%d" w:name="%s"/>%s<w:bookmarkEnd w:id="%d"/>`, w.bookmarks, w.place(anchor), content,
		w.bookmarks)
}

// place is the bookmark of an anchor: its name has 40 characters at most, and only
// letters, digits and underscores.
func (w *writer) place(anchor string) string {
	if w.anchors[anchor] == "" {
		w.anchors[anchor] = fmt.Sprintf("place%d", len(w.anchors)+1)
	}
	return w.anchors[anchor]
}

func (w *writer) Paragraph(p *doc.Paragraph) {
	if content := w.inlines(p.Inlines); content != "" {
		w.paragraph(w.style, "", portion(p.Marking)+content)
	}
}

// List numbers its items as the author did: items that follow each other by one
// share a numbering.
func (w *writer) List(l *doc.List) {
	style := w.style
	w.style = styleList
	id := 0
	for i, blocks := range l.Items {
		switch {
		case l.Numbers == nil && i == 0:
			id = w.numberingFrom(-1)
		case l.Numbers != nil && (i == 0 || l.Numbers[i] != l.Numbers[i-1]+1):
			id = w.numberingFrom(l.Numbers[i])
		}
		w.list, w.item = append(w.list, id), true
		doc.Visit(w, blocks)
		w.list, w.item = w.list[:len(w.list)-1], false
	}
	w.style = style
}

// numberingFrom makes a numbering that begins with a number; -1 has bullets.
func (w *writer) numberingFrom(n int) int {
	w.numberings = append(w.numberings, n)
	return len(w.numberings)
}

func (w *writer) Quote(q *doc.Quote) { w.within(styleQuote, q.Blocks) }

func (w *writer) within(style string, blocks []doc.Block) {
	before := w.style
	w.style = style
	doc.Visit(w, blocks)
	w.style = before
}

func (w *writer) Callout(c *doc.Callout) {
	style := styleCallout
	if c.Caution {
		style = styleCaution
	}
	w.paragraph(style, `<w:keepNext/>`, portion(c.Marking)+run(c.Label, `<w:b/>`))
	w.within(style, c.Blocks)
}

func (w *writer) Judgements(j *doc.Judgements) {
	for i := range j.Items {
		k := &j.Items[i]
		w.list, w.item = append(w.list, w.numberingFrom(k.Number)), true
		blocks := k.Blocks
		if p, ok := first(blocks); ok {
			w.paragraph(styleJudgement, "", w.bookmark(k.ID, portion(k.Marking)+w.inlines(p.Inlines)))
			blocks = blocks[1:]
		}
		w.within(styleDetail, blocks)
		for _, line := range [][]doc.Inline{k.Likelihood, k.Confidence, k.Basis} {
			w.paragraph(styleDetail, "", w.inlines(line))
		}
		w.list, w.item = w.list[:len(w.list)-1], false
	}
}

func first(blocks []doc.Block) (*doc.Paragraph, bool) {
	if len(blocks) == 0 {
		return nil, false
	}
	p, ok := blocks[0].(*doc.Paragraph)
	return p, ok
}

// KeyFigures are a paragraph for each thing that is counted, and one a claim.
func (w *writer) KeyFigures(f *doc.KeyFigures) {
	for i := range f.Items {
		k := &f.Items[i]
		head := run(k.What, `<w:b/>`)
		if k.Unit != "" {
			head += run(" ("+k.Unit+")", "")
		}
		if k.Finding != "" {
			head += run(". "+k.Finding, "")
		}
		w.paragraph(styleBody, `<w:keepNext/>`, portion(k.Marking)+head)
		for j := range k.Claims {
			c := &k.Claims[j]
			text := portion(c.Marking) + w.inlines([]doc.Inline{&doc.Strong{Inlines: c.Value}}) + run(" — ", "") + w.inlines(c.Who)
			if c.Standing != "" {
				text += run(" · "+c.Standing, "")
			}
			w.paragraph(styleFigure, "", text)
		}
	}
}
