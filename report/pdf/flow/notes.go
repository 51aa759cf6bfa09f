package flow

import (
	"cmp"
	"strconv"
	"strings"

	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// noteGap is the room between endnotes.
const noteGap = 2.4

// Endnotes writes the sources, one note each, in two columns.
func (w *writer) Endnotes(*doc.Endnotes) {
	w.space(paragraphGap)
	from := len(w.slices)
	w.within(0, w.width-w.geo.column(), func() {
		for i := range w.doc.Notes {
			w.note(i)
			w.gap = noteGap
		}
	})
	for i := from; i < len(w.slices); i++ {
		w.slices[i].column = true
	}
}

// balance places the slices again with the endnotes of their last page in two columns of about one height.
func (w *writer) balance(p *placer) *placer {
	last, height, first := -1, 0.0, 0
	for i := range w.slices {
		if s := &w.slices[i]; s.column {
			if p.spots[i].Page != last {
				last, height, first = p.spots[i].Page, 0, i
			}
			height += s.space + s.height
		}
	}
	half := 0.0
	for i := first; i < len(w.slices) && last >= 0; i++ {
		if s := &w.slices[i]; s.note && i > first && half >= height/2 {
			s.turns = true
			return place(w.slices, w.geo, p.early)
		}
		half += w.slices[i].space + w.slices[i].height
	}
	return p
}

// note writes number, title, publisher, details and addresses. A Note has an ID
// (ISO 14289-1, 7.9).
func (w *writer) note(i int) {
	n := &w.doc.Notes[i]
	const gutter = 21
	w.begin()
	place := w.reading(n.At, n.ID)
	st := noteStyle()
	e := tag.New(w.elem, tag.Note)
	e.ID = "note." + strconv.Itoa(i+1)
	lbl := tag.New(e, tag.Lbl)
	number := st
	number.Color = theme.Muted
	span := w.plain(strconv.Itoa(n.Number), number, lbl)
	run := w.m.Single(&span)
	w.anchors = append(w.anchors, n.ID)
	w.label = &item{page.Item{X: w.x + gutter - 6 - run.Width, Y: st.baseline(), Run: run, Elem: lbl}, w.next()}
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
	if title != e {
		name.isolate = &text.Isolate{}
	}
	name.write(n.Title)
	in.append(name.spans...)
	if n.Publisher != "" {
		in.append(w.say(". "+n.Publisher, st, e)...)
	}
	in.append(w.plain(". ", st, e))
	for _, d := range n.Details {
		in.append(w.say(d.Label+": ", small, e)...)
		in.append(w.spans(d.Value, small, e)...)
		stop := ". "
		if strings.HasSuffix(doc.Plain(d.Value), ".") {
			stop = " "
		}
		in.append(w.plain(stop, small, e))
	}
	for _, link := range [][2]string{{n.URL, n.Site}, {n.Archived, n.Archive}} {
		if link[0] != "" { // the whole address stands behind the link, and in the facts file inside
			spans := w.spans([]doc.Inline{&doc.Link{URL: link[0], Inlines: []doc.Inline{doc.Text(cmp.Or(link[1], link[0]))}}}, st, e)
			if len(spans) > 0 && spans[0].Link != nil {
				spans[0].Link.Block = true
			}
			in.append(spans...)
			in.append(w.plain(" ", st, e))
		}
	}
	return in.spans
}
