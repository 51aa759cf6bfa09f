package flow

import (
	"strconv"

	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// front writes what a reader of thirty seconds takes away: the bottom line and the
// judgements in short, each with its likelihood and confidence as marks with words.
func (w *writer) front(f *doc.Front) {
	if f == nil {
		return
	}
	if len(f.BottomLine) > 0 {
		body := w.body
		w.body = set(text.Bold, 12, 16.4, theme.Ink)
		doc.Visit(w, f.BottomLine)
		w.body = body
	}
	if len(f.Judgements) == 0 {
		return
	}
	w.begin()
	w.space(paragraphGap)
	list := tag.New(w.elem, tag.L)
	list.Numbering = "Decimal"
	for i := range f.Judgements {
		w.inside(tag.New(list, tag.LI), func() { w.headline(&f.Judgements[i]) })
	}
	w.space(blockGap)
}

// headline writes one judgement in short over its marks.
func (w *writer) headline(h *doc.Headline) {
	const gutter = 20
	st, number := set(text.Regular, 10, 13.6, theme.Ink), set(text.Bold, 11, 13.6, theme.Accent)
	from := len(w.slices)
	w.hug(6)
	w.hang(strconv.Itoa(h.Number), number, w.x)
	w.within(gutter, 0, func() {
		w.inside(tag.New(w.elem, tag.LBody), func() {
			e := tag.New(w.elem, tag.P)
			in := h.Text
			if h.Anchor != "" {
				in = []doc.Inline{&doc.Reference{Anchor: h.Anchor, Inlines: []doc.Inline{doc.Text(doc.Plain(h.Text))}}}
			}
			spans := append(w.chip(h.Marking, 7.5, e), w.spans(in, st, e)...)
			for i := range spans {
				spans[i].Style.Color = st.Color
			}
			w.lines(w.m.Break(spans, w.width), st)
			w.keepLast()
			w.gap = 1
			w.marks(h)
		})
	})
	w.together(from, 0.3)
}

// marks writes likelihood and confidence on one line, each behind a mark: where on the
// scale it lies, and which of three steps it is.
func (w *writer) marks(h *doc.Headline) {
	const bar, step, height, apart = 46.0, 7.0, 5.0, 18.0
	st := set(text.Regular, 8.4, 12, theme.Muted)
	sl := slice{height: st.leading}
	x, y := w.x, st.baseline()-height
	put := func(words string) {
		lines := w.m.Break(w.say(words, st, tag.New(w.elem, tag.P)), w.width)
		if len(lines) > 0 {
			w.line(&sl, &lines[0], x, st.baseline(), w.next())
			x += lines[0].Width + apart
		}
	}
	if l := h.Likelihood; l.Words != "" {
		sl.boxes = append(sl.boxes, page.Box{X: x, Y: y + height/2 - 0.3, W: bar, H: 0.6, Fill: theme.Muted},
			page.Box{X: x + bar*l.Low/100, Y: y, W: max(bar*(l.High-l.Low)/100, 1), H: height, Fill: theme.Ink})
		x += bar + 5
		put(l.Words)
	}
	if c := h.Confidence; c.Words != "" {
		for i := range 3 {
			fill := theme.Rule
			if i < c.Level {
				fill = theme.Ink
			}
			sl.boxes = append(sl.boxes, page.Box{X: x + float64(i)*step, Y: y, W: step - 1.5, H: height, Fill: fill})
		}
		x += 3*step + 4
		put(c.Words)
	}
	if x > w.x {
		w.emit(sl)
	}
}

// lead draws on the first page the figure that shows what the first judgement rests on,
// where there is room for the whole of it. Its source line and notes stand with the figure
// itself, to which its caption leads.
func (w *writer) lead() {
	const caption, least = 50, 120
	if w.doc.Front == nil || w.doc.Front.Lead == nil {
		return
	}
	f, room := w.doc.Front.Lead, w.geo.bottom-w.geo.top-caption
	for i := range w.slices {
		room -= w.slices[i].height + w.slices[i].space
	}
	if room < least {
		return
	}
	scenes := f.Chart.Layout(chart.Frame{Width: w.width, MaxHeight: room, Theme: w.o.Theme, Fonts: w.o.Fonts})
	if len(scenes) != 1 || scenes[0].Height > room {
		return
	}
	from := len(w.slices)
	w.space(blockGap)
	group := tag.New(w.elem, tag.Div)
	title := []doc.Inline{&doc.Reference{Anchor: f.ID, Inlines: []doc.Inline{doc.Text(f.Label)}}, doc.Text(" " + f.Chart.Title)}
	w.caption("", "", title, f.Marking, group)
	e := tag.New(group, tag.Figure)
	e.Alt = w.sanitizer.Clean(w.doc.Language.Voice(f.Chart.Alt()))
	w.gap = 5
	w.emit(slice{height: scenes[0].Height, items: []item{{page.Item{X: w.x, Scene: Sanitized(w.sanitizer, scenes[0]), Elem: e}, w.next()}}})
	w.together(from, 1)
}
