package markdown

import (
	"strconv"
	"strings"

	"sitrep/report/doc"
)

func (w *writer) Table(b *doc.Table) {
	w.put(anchor(b.ID) + portion(b.Marking) + w.caption(b.Label, doc.Titled(b.Title, b.Heading)))
	head := make([]string, len(b.Columns))
	numeric := make([]bool, len(b.Columns))
	for i, c := range b.Columns {
		head[i], numeric[i] = w.cell(doc.Titled(c.Title, c.Heading)), c.Numeric
	}
	rows := make([][]string, len(b.Rows))
	for i, r := range b.Rows {
		for _, c := range r.Cells {
			rows[i] = append(rows[i], w.cell(c))
		}
		if len(rows[i]) > 0 {
			rows[i][0] = portion(r.Marking) + rows[i][0]
		}
	}
	w.put(table(head, numeric, rows))
	w.put(w.inlines(b.Note))
}

// Figure writes the rows that the chart shows, under its caption.
func (w *writer) Figure(b *doc.Figure) {
	title := w.caption(b.Label, doc.Titled(b.Chart.Title, b.Heading))
	if s := line(b.Chart.Subtitle); s != "" {
		title += "\\\n" + s
	}
	w.put(anchor(b.ID) + portion(b.Marking) + title)
	t := b.Chart.Table()
	head, rows := make([]string, len(t.Head)), make([][]string, len(t.Rows))
	for i, s := range t.Head {
		head[i] = line(s)
	}
	for i, r := range t.Rows {
		for _, s := range r {
			rows[i] = append(rows[i], line(s))
		}
	}
	w.put(table(head, t.Numeric, rows))
	for _, s := range b.Chart.Agreements() {
		w.put(line(s))
	}
	var remarks []string
	for _, s := range b.Chart.Remarks() {
		remarks = append(remarks, item("-", line(s)))
	}
	w.putList(remarks)
	w.put(w.inlines(b.Note))
	w.put(w.inlines(b.Source))
}

// caption is "Figure 3. Title".
func (w *writer) caption(label string, title []doc.Inline) string {
	switch said := w.inlines(title); {
	case label == "":
		return strong(said)
	case said == "":
		return strong(line(label))
	default:
		return strong(line(label)+".") + " " + said
	}
}

// table writes a table of GitHub's dialect. Cells are escaped text; a short
// row is filled up, for a row may not be shorter than the head.
func table(head []string, numeric []bool, rows [][]string) string {
	if len(head) == 0 {
		return ""
	}
	rule := make([]string, len(head))
	for i := range rule {
		rule[i] = "---"
		if i < len(numeric) && numeric[i] {
			rule[i] = "--:"
		}
	}
	lines := []string{row(head, len(head)), row(rule, len(head))}
	for _, r := range rows {
		lines = append(lines, row(r, len(head)))
	}
	return strings.Join(lines, "\n")
}

// row writes one line of n cells.
func row(cells []string, n int) string {
	var b strings.Builder
	for i := range n {
		cell := ""
		if i < len(cells) {
			cell = cells[i]
		}
		b.WriteString("| " + cell + " ")
	}
	return b.String() + "|"
}

// noteAnchor is the place of an endnote.
func noteAnchor(n int) string { return "note-" + strconv.Itoa(n) }
