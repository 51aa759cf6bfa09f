package flow

import (
	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/picture"
	"sitrep/report/pdf/tag"
	"sitrep/report/theme"
)

// Image writes the caption of a picture, the picture, credit and source. Where there is no picture
// that can be painted, what would be seen in it is said in its place.
func (w *writer) Image(m *doc.Image) {
	place := w.reading(m.At, m.ID)
	w.begin()
	w.space(blockGap + 3)
	group := tag.New(w.elem, tag.Div)
	const room = 120 // for caption, credit and source line
	it := w.picture(m, w.width, w.geo.bottom-w.geo.top-room)
	w.float = it != nil
	w.caption(m.ID, m.Label, doc.Titled(m.Title, m.Heading), m.Marking, group)
	w.inside(group, func() {
		if it != nil {
			w.gap = 5
			w.show(it, m.Alt, m.Title, m.Label)
			w.keepLast()
		} else {
			w.framed(frame{fill: theme.Panel}, [4]float64{9, 12, 10, 12}, func() {
				e := tag.New(w.elem, tag.P)
				w.lines(w.m.Break(w.say(w.doc.Language.Say("doc.image", m.Alt), smallStyle(), e), w.width), smallStyle())
			})
		}
		w.credits(m)
	})
	w.float = false
	w.space(blockGap)
	w.sanitizer.Place = place
}

// credits writes whose a picture is, and where it was read, under it.
func (w *writer) credits(m *doc.Image) {
	for _, line := range [][]doc.Inline{doc.Titled(m.Credit, nil), m.Source} {
		if len(line) == 0 {
			continue
		}
		e := tag.New(w.elem, tag.P)
		w.lines(w.m.Break(w.spans(line, smallStyle(), e), w.width), smallStyle())
		w.keepLast()
	}
	if n := len(w.slices); n > 0 {
		w.slices[n-1].keep = false
	}
}

// picture lays a picture out, no larger than asked and than at 96 samples an inch, as pages of the
// web show it; nil where there is none that can be painted.
func (w *writer) picture(m *doc.Image, width, height float64) *page.Item {
	f, err := picture.Decode(m.Data)
	if err != nil {
		return nil
	}
	const sample = 72.0 / 96
	pw, ph := float64(f.Width), float64(f.Height)
	scale := min(sample, width/pw, height/ph)
	it := &page.Item{X: w.x, W: max(page.Round(pw*scale, 100), 0.1), H: max(page.Round(ph*scale, 100), 0.1)}
	if it.Picture, err = f.Picture(it.W); err != nil {
		return nil
	}
	return it
}

// show writes a picture, with the first words of several that say what is to be seen; without any it is an artifact.
func (w *writer) show(it *page.Item, words ...string) {
	for _, s := range words {
		if s = w.sanitizer.Clean(s); !blank(s) && it.Elem == nil {
			it.Elem = tag.New(w.elem, tag.Figure)
			it.Elem.Alt = w.doc.Language.Voice(s)
		}
	}
	w.emit(slice{height: it.H, items: []item{{*it, w.next()}}})
}

// logo writes the sign of the publisher over the title.
func (w *writer) logo() {
	if w.doc.Logo == nil {
		return
	}
	if it := w.picture(w.doc.Logo, min(w.width, 180), 42); it != nil {
		w.inside(tag.New(w.elem, tag.Div), func() { w.show(it, w.doc.Logo.Alt) })
		w.keepLast()
		w.gap = 12
	}
}
