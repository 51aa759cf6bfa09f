package flow

import (
	"strings"

	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// Title is a document's title, or what stands for one that has none: a file
// must have a title, and its first heading is of level one (ISO 14289-1, 7.1, 7.4.2).
func Title(d *doc.Document) string {
	for _, s := range []string{d.Title, d.ID} {
		if !blank(strings.Join(strings.Fields(s), "")) {
			return s
		}
	}
	return "—"
}

// masthead writes title, subtitle and the entries under them.
func (w *writer) masthead() {
	w.sanitizer.Place = "title"
	w.logo()
	w.emit(slice{height: 9, keep: true, boxes: []page.Box{{X: w.x, W: 44, H: 4, Fill: theme.Accent}}})
	title := tag.New(w.elem, tag.Heading(1))
	w.documentTitle(title)
	w.keepLast()
	if w.doc.Subtitle != "" {
		w.space(6)
		e := tag.New(w.elem, tag.P)
		w.lines(w.m.Balanced(w.spans(doc.Titled(w.doc.Subtitle, w.doc.Subheading), subtitleStyle(), e), w.width), subtitleStyle())
		w.keepLast()
	}
	w.entries(w.doc.Masthead)
	w.space(blockGap)
	w.sanitizer.Place = ""
}

// documentTitle writes the title in the largest size that takes two lines; one that is longer, in the smallest.
func (w *writer) documentTitle(e *tag.Element) {
	const least = 19
	st := titleStyle()
	in := doc.Titled(Title(w.doc), w.doc.Heading)
	for st.Size > least && len(w.m.Break(w.spans(in, st, tag.New(nil, tag.Heading(1))), w.width)) > 2 {
		st.Size, st.leading = st.Size-1, (st.Size-1)*1.2
	}
	w.lines(w.m.Balanced(w.spans(in, st, e), w.width), st)
}

// entries writes labels over their values in columns between two rules.
func (w *writer) entries(all []doc.Entry) {
	w.space(13)
	w.emit(slice{height: 7, keep: true, boxes: []page.Box{w.rule(0, 0.6, theme.Ink)}})
	columns := 4
	if len(all) < columns { // few have room for a date in one line
		columns = 3
	}
	for len(all) > 0 {
		n := min(len(all), columns)
		cells := make([]cell, n)
		for i, e := range all[:n] {
			cells[i] = cell{w.stack(
				stacked{[]text.Span{w.plain(e.Label, entryLabel(), tag.New(w.elem, tag.P))}, entryLabel(), false},
				stacked{w.spans(e.Value, entryValue(), tag.New(w.elem, tag.P)), entryValue(), true},
			)}
		}
		w.grid(cells, columns, 14)
		w.keepLast()
		w.space(5)
		all = all[n:]
	}
	w.gap = 4
	w.emit(slice{height: 1, boxes: []page.Box{w.rule(0, 0.6, theme.Rule)}})
}

// rule is a line across the column.
func (w *writer) rule(y, h float64, color theme.Token) page.Box {
	return page.Box{X: w.x, Y: y, W: w.width, H: h, Fill: color}
}
