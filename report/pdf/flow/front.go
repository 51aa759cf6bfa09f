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
	marks := w.marksWidth(f.Judgements)
	for i := range f.Judgements {
		w.inside(tag.New(list, tag.LI), func() { w.headline(&f.Judgements[i], marks) })
	}
	w.space(blockGap)
}

// headlineGutter is the room for a judgement's number, and headlineApart that between its text and its marks.
const headlineGutter, headlineApart = 20, 16

func headlineStyle() style { return set(text.Regular, 10, 13.4, theme.Ink) }

// headline writes one judgement in short; to its right stand its marks, likelihood over confidence, in a
// column of their own so that the eye runs down it.
func (w *writer) headline(h *doc.Headline, marks float64) {
	st, number := headlineStyle(), set(text.Bold, 11, 13.4, theme.Accent)
	from := len(w.slices)
	w.hug(6)
	w.hang(strconv.Itoa(h.Number), number, w.x)
	right := 0.0
	if marks > 0 {
		right = marks + headlineApart
	}
	body := tag.New(w.elem, tag.LBody)
	w.within(headlineGutter, right, func() {
		w.inside(body, func() {
			e := tag.New(w.elem, tag.P)
			in := h.Text
			if h.Anchor != "" {
				in = []doc.Inline{&doc.Reference{Anchor: h.Anchor, Inlines: []doc.Inline{doc.Text(doc.Plain(h.Text))}}}
			}
			spans := w.spans(in, st, e)
			for i := range spans { // a link over the whole is known by its place
				spans[i].Style.Color = st.Color
			}
			w.lines(w.m.Break(append(w.chip(h.Marking, 7.5, e), spans...), w.width), st)
		})
	})
	if right > 0 {
		w.within(w.width-marks, 0, func() { w.inside(body, func() { w.marks(h, from) }) })
	}
	w.together(from, 0.3)
}

// markBar is the width of a mark, and markGap the room between it and its words.
const markBar, markGap = 36.0, 6.0

func markStyle() style { return set(text.Regular, 8.2, 13.4, theme.Muted) }

// marksWidth is the width of the column of marks: that of the longest words or, where the judgements are then fewer lines in
// all, narrower, but no more than two fifths of the page. Without marks it is 0.
func (w *writer) marksWidth(all []doc.Headline) float64 {
	widest, narrowest := 0.0, 0.0
	for i := range all {
		for _, words := range []string{all[i].Likelihood.Words, all[i].Confidence.Words} {
			spans := []text.Span{w.plain(words, markStyle(), nil)}
			least, _ := w.m.Extent(spans)
			widest, narrowest = max(widest, w.measure(spans[0])), max(narrowest, least)
		}
	}
	if widest == 0 {
		return 0
	}
	best := min(markBar+markGap+widest+1, w.width*0.4)
	counts := w.headlineCounts(all)
	lines := counts.lines(best, best)
	fewest := counts.lines(best, markBar+markGap+narrowest) // no column between the two needs fewer
	for width := best - 4; width > markBar+markGap+narrowest && lines > fewest; width -= 4 {
		if n := counts.lines(width, width); n < lines {
			best, lines = width, n
		}
	}
	return best
}

// headlineCounts are what judgements in short need of lines: their text, and the words of their marks.
type headlineCounts struct {
	room float64 // for texts and marks together
	text []*text.Count
	says [][2]*text.Count // likelihood and confidence
}

func (w *writer) headlineCounts(all []doc.Headline) headlineCounts {
	c := headlineCounts{room: w.width - headlineGutter - headlineApart}
	count := func(words string, st style) *text.Count { return w.m.Count([]text.Span{w.plain(words, st, nil)}) }
	for i := range all {
		c.text = append(c.text, count(doc.Plain(all[i].Text), headlineStyle()))
		c.says = append(c.says, [2]*text.Count{count(all[i].Likelihood.Words, markStyle()), count(all[i].Confidence.Words, markStyle())})
	}
	return c
}

// lines is how many lines the judgements need where the words of marks stand in one column of marks, and their texts beside
// another.
func (c headlineCounts) lines(marks, beside float64) int {
	n := 0
	for i, own := range c.text {
		said := 0
		for _, words := range c.says[i] {
			said += words.Lines(marks - markBar - markGap)
		}
		n += max(said, own.Lines(c.room-beside))
	}
	return n
}

// marks writes likelihood and confidence beside the slices of a judgement, each behind a mark: where on the scale
// it lies, and which of three steps it is.
func (w *writer) marks(h *doc.Headline, from int) {
	const step, height = markBar / 3, 5.0
	y := markStyle().baseline() - height
	if l := h.Likelihood; l.Words != "" {
		from = w.mark(from, l.Words, []page.Box{{X: w.x, Y: y + height/2 - 0.3, W: markBar, H: 0.6, Fill: theme.Muted},
			{X: w.x + markBar*l.Low/100, Y: y, W: max(markBar*(l.High-l.Low)/100, 1), H: height, Fill: theme.Ink}})
	}
	if c := h.Confidence; c.Words != "" {
		boxes := make([]page.Box, 3)
		for i := range boxes {
			boxes[i] = page.Box{X: w.x + float64(i)*step, Y: y, W: step - 1.4, H: height, Fill: theme.Rule}
			if i < c.Level {
				boxes[i].Fill = theme.Ink
			}
		}
		w.mark(from, c.Words, boxes)
	}
}

// mark puts a mark with its words on the slices from at on, and on slices of its own below the last. It returns the next.
func (w *writer) mark(at int, words string, boxes []page.Box) int {
	st := markStyle()
	for _, l := range w.m.Break(w.say(words, st, tag.New(w.elem, tag.P)), w.width-markBar-markGap) {
		if at >= len(w.slices) {
			w.keepLast()
			w.emit(slice{height: st.leading})
		}
		w.slices[at].boxes = append(w.slices[at].boxes, boxes...)
		w.line(&w.slices[at], &l, w.x+markBar+markGap, st.baseline(), w.next())
		at, boxes = at+1, nil
	}
	return at
}

// lead draws on the first page the figure that shows what the first judgement rests on: all of it where there is
// room, else its beginning. Its source line and notes stand with the figure itself, to which its caption leads, but
// where the page is alone: there another figure that fits whole comes before a part of this one, for a title tells of a whole.
func (w *writer) lead() {
	front := w.doc.Front
	if front == nil || front.Lead == nil {
		return
	}
	if w.doc.OnePage() {
		for _, f := range append([]*doc.Figure{front.Lead}, front.Others...) {
			if w.leadWith(f, false) {
				return
			}
		}
	}
	if !w.leadWith(front.Lead, false) {
		w.leadWith(front.Lead, true)
	}
}

// leastLead is how much room a part of a figure needs on the first page, in points.
const leastLead = 90

// leadWith draws a figure on what is left of the first page: whole or, with part, its beginning. It reports whether it did.
func (w *writer) leadWith(f *doc.Figure, part bool) bool {
	from, anchors := len(w.slices), w.anchors
	group, alone := tag.New(w.elem, tag.Div), w.doc.OnePage()
	w.begin()
	w.space(blockGap)
	w.leadCaption(f, group, alone, part)
	e := tag.New(group, tag.Figure)
	e.Alt = w.sanitizer.Clean(w.doc.Language.Voice(f.Chart.Alt()))
	at := len(w.slices)
	w.gap = 5
	w.emit(slice{items: []item{{page.Item{X: w.x, Elem: e}, w.next()}}})
	if w.inside(group, func() { w.under(f) }); !alone {
		w.slices = w.slices[:at+1]
	}
	room := w.geo.bottom - w.geo.top - 1
	for i := range w.slices {
		room -= w.slices[i].height + w.slices[i].space
	}
	scenes := w.leadScenes(f, room, part)
	if scenes == nil {
		w.slices, w.anchors = w.slices[:from], anchors
		return false
	}
	w.slices[at].height, w.slices[at].items[0].Scene = scenes[0].Height, Sanitized(w.sanitizer, scenes[0])
	if len(scenes) > 1 {
		w.partial(f, at, group)
	} else {
		w.leadAt = at
	}
	w.together(from, 1)
	return true
}

// leadScenes lays a figure out for the room on the first page; nil where it does not fit.
func (w *writer) leadScenes(f *doc.Figure, room float64, part bool) []*chart.Scene {
	scenes := w.layout(f, chart.Frame{MaxHeight: max(room, leastLead)})
	if len(scenes) > 1 || scenes[0].Height > room {
		scenes = w.layout(f, chart.Frame{MaxHeight: max(room, leastLead), Compact: true})
	}
	if len(scenes) > 1 && part && room > leastLead {
		scenes = w.layout(f, chart.Frame{MaxHeight: room - smallStyle().leading - 1, Compact: true})
	}
	if scenes[0].Height > room || len(scenes) > 1 && (!part || room < leastLead) {
		return nil
	}
	return scenes
}

// leadCaption names the figure and leads to it, or, where the page is alone, has the whole of its caption. A part
// of a figure bears what is counted, for the finding may be about the rest.
func (w *writer) leadCaption(f *doc.Figure, group *tag.Element, alone, part bool) {
	if !alone {
		whole := &doc.Reference{Anchor: f.ID, Inlines: []doc.Inline{doc.Text(f.Label)}}
		title := f.Chart.Title
		if part && f.Chart.Subtitle != "" {
			title = f.Chart.Subtitle
		}
		w.caption("", "", []doc.Inline{whole, doc.Text(" " + title)}, f.Marking, group)
		return
	}
	if part && f.Chart.Subtitle != "" {
		w.caption(f.ID, f.Label, []doc.Inline{doc.Text(f.Chart.Subtitle)}, f.Marking, group)
		return
	}
	w.caption(f.ID, f.Label, doc.Titled(f.Chart.Title, f.Heading), f.Marking, group)
	w.subtitle(f, group)
}

// partial says below the slice at that the figure is shown in part.
func (w *writer) partial(f *doc.Figure, at int, group *tag.Element) {
	rest := append([]slice(nil), w.slices[at+1:]...)
	w.slices = w.slices[:at+1]
	w.gap = 1
	words := w.doc.Language.Say("front.part", f.Label)
	if w.doc.OnePage() {
		words = w.doc.Language.Say("front.partAlone")
	}
	w.lines(w.m.Break(w.say(words, smallStyle(), tag.New(group, tag.P)), w.width), smallStyle())
	w.slices = append(w.slices, rest...)
}
