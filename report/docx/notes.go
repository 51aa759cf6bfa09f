package docx

import (
	"fmt"
	"strconv"
	"strings"

	"sitrep/report/doc"
	"sitrep/report/marking"
	"sitrep/report/pattern"
)

// Endnotes stand here: Word sets them at the end of the section that ends here.
// Those that nothing above refers to get a mark of their own.
func (w *writer) Endnotes(*doc.Endnotes) {
	w.leftNotes()
	w.b.WriteString(`<w:p><w:pPr>` + w.page(true) + `</w:pPr></w:p>`)
}

// leftNotes refers to the notes that nothing refers to, so that none is missing.
func (w *writer) leftNotes() {
	var list []doc.Inline
	for i := range w.doc.Notes {
		if n := &w.doc.Notes[i]; !w.cited[n.Number] {
			list = append(list, &doc.NoteRef{Number: n.Number})
		}
	}
	if len(list) > 0 {
		w.paragraph(styleSource, "", w.inlines(list))
	}
}

// endnotesPart writes the notes, after the two separators that Word wants.
func (w *writer) endnotesPart() []byte {
	body := w.b
	w.b, w.current = strings.Builder{}, w.noteRelations
	w.b.WriteString(xmlHead + `<w:endnotes` + namespaces + `>` +
		`<w:endnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:endnote>` +
		`<w:endnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:endnote>`)
	for i := range w.doc.Notes {
		if n := &w.doc.Notes[i]; w.cited[n.Number] {
			fmt.Fprintf(&w.b, `<w:endnote w:id="%d">`, n.Number)
			w.paragraph(styleNote, "", w.note(n))
			w.b.WriteString(`</w:endnote>`)
		}
	}
	w.b.WriteString(`</w:endnotes>`)
	out := []byte(strings.ReplaceAll(w.b.String(), noteEnd, ""))
	w.b, w.current = body, w.relations
	return out
}

// counted reports whether the word processor's own count gives the notes the
// numbers of the other outputs: they are met in that order.
func (w *writer) counted() bool {
	for i, n := range w.notes {
		if n != i+1 {
			return false
		}
	}
	return true
}

var (
	ownMarks = pattern.Of(ownText + `(\d+)` + ownEnd)
	ownRuns  = pattern.Of(`<w:rPr>[^\n]{0,60}</w:rPr>(<w:endnoteReference )` + ownMark + `(w:id="\d+"/>)` + ownText + `(\d+)` + ownEnd)
)

// marked leaves the numbers of notes to the word processor, or where it would count
// otherwise makes each the own mark of its note, in raised digits: LibreOffice does not
// raise own marks by their style.
func (w *writer) marked(body string) string {
	if w.counted() {
		body = strings.ReplaceAll(ownMarks().ReplaceAllString(body, ""), ownMark, "")
		return strings.ReplaceAll(body, noteEnd, "")
	}
	body = ownRuns().ReplaceAllStringFunc(body, func(run string) string {
		m := ownRuns().FindStringSubmatch(run)
		return m[1] + `w:customMarkFollows="1" ` + m[2] + `<w:t>` + raised(m[3]) + `</w:t>`
	})
	return strings.ReplaceAll(body, noteEnd, "")
}

// raised writes digits as superscripts (Unicode, chapter 22.4).
func raised(digits string) string {
	return strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9",
		"⁹").Replace(digits)
}

// noteMarking is the marking that stands before a note: also that of the whole, where it
// is not open, for LibreOffice sets endnotes, from their second page, in its style "Endnote" without header and footer.
func (w *writer) noteMarking(n *doc.Note) doc.Marking {
	if n.Marking != "" || w.doc.Marking == doc.Marking(marking.TLP().Labels()[0]) {
		return n.Marking
	}
	return w.doc.Marking
}

func (w *writer) note(n *doc.Note) string {
	title := []doc.Inline{doc.Text(n.Title)}
	if n.Language != "" {
		title = []doc.Inline{&doc.Foreign{Tag: n.Language, Inlines: title}}
	}
	if n.URL != "" {
		title = []doc.Inline{&doc.Link{URL: n.URL, Inlines: title}}
	}
	out := `<w:r><w:rPr><w:rStyle w:val="EndnoteReference"/></w:rPr><w:endnoteRef/></w:r>` + run(" ", "")
	if !w.counted() {
		out = run(strconv.Itoa(n.Number)+" ", `<w:rStyle w:val="EndnoteReference"/>`)
	}
	out += portion(w.noteMarking(n)) + w.inlines(title)
	parts := []string{run(n.Publisher, "")}
	for _, e := range n.Details {
		detail := w.inlines(e.Value)
		if e.Label != "" {
			detail = run(e.Label+": ", "") + detail
		}
		parts = append(parts, detail)
	}
	if n.Archived != "" {
		parts = append(parts, w.inlines([]doc.Inline{&doc.Link{URL: n.Archived,
			Inlines: []doc.Inline{doc.Text(w.doc.Language.Say("note.archived"))}}}))
	}
	for _, p := range parts {
		if p != "" {
			out += run(" · ", "") + p
		}
	}
	return out
}
