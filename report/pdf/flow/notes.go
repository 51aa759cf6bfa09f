package flow

import (
	"strconv"

	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// Endnotes writes the sources, one note each.
func (w *writer) Endnotes(*doc.Endnotes) {
	w.space(paragraphGap)
	for i := range w.doc.Notes {
		w.note(i)
		w.gap = noteGap
	}
}

// note writes number, title, publisher, details and addresses. A Note has an ID
// (ISO 14289-1, 7.9).
func (w *writer) note(i int) {
	n := &w.doc.Notes[i]
	const gutter = 24
	w.begin()
	place := w.sanitizer.Place
	w.sanitizer.Place = n.ID
	st := noteStyle()
	e := tag.New(w.elem, tag.Note)
	e.ID = "note." + strconv.Itoa(i+1)
	lbl := tag.New(e, tag.Lbl)
	number := st
	number.Color = theme.Muted
	span := w.plain(strconv.Itoa(n.Number), number, lbl)
	run := w.m.Single(&span)
	w.anchors = append(w.anchors, n.ID)
	w.label = &item{page.Item{X: w.x + gutter - 8 - run.Width, Y: st.baseline(), Run: run, Elem: lbl}, w.next()}
	from := len(w.slices)
	w.within(gutter, 0, func() {
		w.lines(w.m.Break(w.source(n, tag.New(e, tag.P)), w.width), st)
	})
	if from < len(w.slices) {
		w.slices[from].note = true
	}
	w.sanitizer.Place = place
}

// source writes what a reader needs to find the source again.
func (w *writer) source(n *doc.Note, e *tag.Element) []text.Span {
	st, small := noteStyle(), noteStyle()
	small.Color = theme.Muted
	var in inliner
	in.append(w.chip(n.Marking, 7, e)...)
	title := e
	if n.Language != "" && n.Language != w.doc.Language.Tag {
		title = tag.New(e, tag.Span)
		title.Lang = n.Language
	}
	strong := st
	strong.Face = text.Bold
	name := inliner{w: w, style: strong.Style, elem: title, foreign: title != e}
	name.write(n.Title)
	in.append(name.spans...)
	if n.Publisher != "" {
		in.append(w.say(". "+n.Publisher, st, e)...)
	}
	in.append(w.plain(". ", st, e))
	for _, d := range n.Details {
		in.append(w.plain(d.Label+": ", small, e))
		in.append(w.spans(d.Value, small, e)...)
		in.append(w.plain(". ", small, e))
	}
	for _, url := range []string{n.URL, n.Archived} {
		if url != "" {
			spans := w.spans([]doc.Inline{&doc.Link{URL: url, Inlines: []doc.Inline{doc.Text(url)}}}, st, e)
			if len(spans) > 0 && spans[0].Link != nil {
				spans[0].Link.Block = true
			}
			in.append(spans...)
			in.append(w.plain(" ", st, e))
		}
	}
	return in.spans
}
