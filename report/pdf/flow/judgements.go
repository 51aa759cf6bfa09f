package flow

import (
	"strconv"

	"sitrep/report/doc"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// Judgements writes the conclusions in a box: number, text, then likelihood and
// confidence side by side, never in one sentence, then what they rest on.
func (w *writer) Judgements(j *doc.Judgements) {
	if len(j.Items) == 0 {
		return
	}
	w.begin()
	w.space(blockGap)
	list := tag.New(w.elem, tag.L)
	list.Numbering = "Decimal"
	gutter := 20.0
	if j.Items[len(j.Items)-1].Number > 9 {
		gutter = 27
	}
	w.framed(frame{fill: theme.Panel, bar: theme.Accent, barWidth: 3}, [4]float64{13, 16, 14, 17}, func() {
		for i := range j.Items {
			from := len(w.slices)
			w.inside(tag.New(list, tag.LI), func() { w.judgement(&j.Items[i], gutter) })
			if i > 0 && from < len(w.slices) {
				w.slices[from].loose = looseStrip
			}
			w.gap = 11
		}
		w.gap = 0
	})
	w.space(blockGap)
}

func (w *writer) judgement(j *doc.Judgement, gutter float64) {
	place := w.reading(j.At, j.ID)
	defer func() { w.sanitizer.Place = place }()
	body := w.body
	w.body = set(text.Regular, 10.4, 14.8, theme.Ink)
	w.anchors = append(w.anchors, j.ID)
	from := len(w.slices)
	number := set(text.Bold, 13, 14.8, theme.Accent)
	w.hang(strconv.Itoa(j.Number), number, w.x)
	w.within(gutter, 0, func() {
		w.inside(tag.New(w.elem, tag.LBody), func() {
			w.hug(w.gap)
			doc.Visit(w, w.withMarking(j.Marking, j.Blocks))
			w.hugged = false
			w.gap = 3
			w.keepLast()
			w.pair(j.Likelihood, j.Confidence)
			if len(j.Basis) > 0 {
				w.keepLast()
				w.gap = 1.5
				e := tag.New(w.elem, tag.P)
				w.lines(w.m.Break(w.spans(j.Basis, smallStyle(), e), w.width), smallStyle())
			}
		})
	})
	if w.label != nil {
		w.emit(slice{height: w.body.leading})
	}
	w.together(from, 0.12)
	w.body = body
}

// withMarking puts a marking before the text of the first block.
func (w *writer) withMarking(m doc.Marking, blocks []doc.Block) []doc.Block {
	if m == "" {
		return blocks
	}
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*doc.Paragraph); ok && p.Marking == "" {
			return append([]doc.Block{&doc.Paragraph{Inlines: p.Inlines, Marking: m}}, blocks[1:]...)
		}
	}
	return append([]doc.Block{&doc.Paragraph{Marking: m}}, blocks...)
}

// pair writes two short texts side by side where they fit on one line, else
// below each other. They are paragraphs of their own.
func (w *writer) pair(a, b []doc.Inline) {
	st := set(text.Bold, 8.8, 12.6, theme.Ink)
	const apart = 22
	var at float64
	for _, inlines := range [][]doc.Inline{a, b} {
		lines := w.m.Break(w.spans(inlines, st, tag.New(w.elem, tag.P)), w.width)
		if len(lines) == 0 {
			continue
		}
		if at > 0 && len(lines) == 1 && at+apart+lines[0].Width <= w.width {
			last := &w.slices[len(w.slices)-1]
			w.line(last, &lines[0], w.x+at+apart-lines[0].Left, st.baseline(), w.next())
			continue
		}
		if at > 0 {
			w.keepLast()
		}
		w.lines(lines, st)
		if at = lines[0].Width; len(lines) > 1 {
			at = w.width
		}
		w.gap = 0
	}
}
