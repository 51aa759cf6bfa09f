package flow

import (
	"sitrep/report/doc"
	"sitrep/report/pdf/tag"
	"sitrep/report/theme"
)

// Image writes the caption of a picture, what is to be seen in it, credit and source.
func (w *writer) Image(m *doc.Image) {
	place := w.sanitizer.Place
	w.sanitizer.Place = m.ID
	w.begin()
	w.space(blockGap)
	group := tag.New(w.elem, tag.Div)
	w.caption(m.ID, m.Label, doc.Titled(m.Title, m.Heading), m.Marking, group)
	w.inside(group, func() {
		w.framed(frame{fill: theme.Panel}, [4]float64{9, 12, 10, 12}, func() {
			e := tag.New(w.elem, tag.P)
			w.lines(w.m.Break(w.say(w.doc.Language.Say("doc.image", m.Alt), smallStyle(), e), w.width), smallStyle())
		})
		for _, line := range [][]doc.Inline{doc.Titled(m.Credit, nil), m.Source} {
			if len(line) > 0 {
				e := tag.New(w.elem, tag.P)
				w.lines(w.m.Break(w.spans(line, smallStyle(), e), w.width), smallStyle())
			}
		}
	})
	w.space(blockGap)
	w.sanitizer.Place = place
}
