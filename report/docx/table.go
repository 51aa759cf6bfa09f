package docx

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"sitrep/report/doc"
)

// Table writes caption, head (said again on every page) and rows, none of which
// breaks over a page.
func (w *writer) Table(t *doc.Table) {
	w.caption(t.ID, t.Label, doc.Titled(t.Title, t.Heading), t.Marking)
	if len(t.Columns) == 0 {
		return
	}
	widths := w.widths(t)
	w.b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="` + styleTable + `"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/>` +
		`<w:tblLook w:val="0020" w:firstRow="1" w:noVBand="1"/>`)
	if title := doc.Plain(doc.Titled(t.Title, t.Heading)); title != "" {
		w.b.WriteString(`<w:tblCaption w:val="` + escape(title) + `"/>`)
	}
	w.b.WriteString(`</w:tblPr><w:tblGrid>`)
	for _, width := range widths {
		fmt.Fprintf(&w.b, `<w:gridCol w:w="%d"/>`, width)
	}
	w.b.WriteString(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, c := range t.Columns {
		w.cell(widths[i], c.Numeric, styleHead, w.inlines(doc.Titled(c.Title, c.Heading)))
	}
	w.b.WriteString(`</w:tr>`)
	for _, r := range t.Rows {
		w.b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		for i, c := range t.Columns {
			content := ""
			if i < len(r.Cells) {
				content = w.inlines(r.Cells[i])
			}
			if i == 0 {
				content = w.bookmark(r.ID, portion(r.Marking)+content)
			}
			w.cell(widths[i], c.Numeric, styleCell, content)
		}
		w.b.WriteString(`</w:tr>`)
	}
	w.b.WriteString(`</w:tbl>`)
	if len(t.Note) == 0 {
		w.b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + styleSource + `"/></w:pPr></w:p>`) // two tables without text between would be one
	}
	w.paragraph(styleSource, "", w.inlines(t.Note))
}

// cell writes one cell; it must hold a paragraph, even an empty one.
func (w *writer) cell(width int, numeric bool, style, content string) {
	right := ""
	if numeric {
		right = `<w:jc w:val="right"/>`
	}
	fmt.Fprintf(&w.b, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="%s"/>%s</w:pPr>%s</w:p></w:tc>`,
		width, style, right, content)
}

// Widths of a letter of a table's head and of its cells, at most and on average, in twentieths of a point, and the letters of
// the longest word of a cell that a column makes room for.
const (
	headLetter, cellLetter = 125, 100
	longestWord            = 14
)

// widths shares the width of the text out by the wishes of the columns, in twentieths
// of a point. None is narrower than the longest word of its head and, as far as there is room, of its cells, or the first than the marks
// of the rows.
func (w *writer) widths(t *doc.Table) []int {
	columns, sum := t.Columns, 0.0
	needs, least := needed(t, true)
	if least > w.textWidth() {
		needs, least = needed(t, false)
	}
	for _, c := range columns {
		sum += weight(c)
	}
	rest := max(0, w.textWidth()-least)
	out := make([]int, len(columns))
	short := 0.0 // of the columns whose wish is more than they need
	for i, c := range columns {
		out[i] = int(float64(w.textWidth()) * weight(c) / sum)
		short += max(0, float64(out[i]-needs[i]))
	}
	if rest == 0 || short == 0 {
		return out
	}
	for i := range columns {
		out[i] = needs[i] + int(float64(rest)*max(0, float64(out[i]-needs[i]))/short)
	}
	return out
}

// needed is the width that each column needs for the words of its head, or of its cells too, and their sum.
func needed(t *doc.Table, cells bool) (needs []int, least int) {
	needs = make([]int, len(t.Columns))
	need := func(i, letter, most int, words string) {
		for word := range strings.FieldsSeq(words) {
			if n := utf8.RuneCountInString(word); n <= most {
				needs[i] = max(needs[i], 140+letter*n)
			}
		}
	}
	for _, r := range t.Rows {
		if r.Marking != "" {
			need(0, headLetter, math.MaxInt, "("+string(r.Marking)+")")
		}
		for i, c := range r.Cells[:min(len(r.Cells), len(needs))] {
			if cells {
				need(i, cellLetter, longestWord, doc.Plain(c))
			}
		}
	}
	for i, c := range t.Columns {
		need(i, headLetter, math.MaxInt, doc.Plain(doc.Titled(c.Title, c.Heading)))
		least += needs[i]
	}
	return needs, least
}

func weight(c doc.Column) float64 {
	if c.Weight <= 0 {
		return 1
	}
	return c.Weight
}

// caption writes the line above a figure or table.
func (w *writer) caption(id, label string, title []doc.Inline, m doc.Marking) {
	if label == "" && len(title) == 0 {
		return
	}
	text := portion(m)
	if label != "" {
		text += run(label, `<w:b/>`)
		if len(title) > 0 {
			text += run(". ", `<w:b/>`)
		}
	}
	w.paragraph(styleCaption, "", w.bookmark(id, text)+w.inlines(title))
}
