package flow

import (
	"strconv"
	"strings"

	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// Section writes a titled run of blocks. A title never ends a page.
func (w *writer) Section(s *doc.Section) {
	place, depth := w.reading(s.At, s.ID), w.depth
	w.inside(tag.New(w.elem, tag.Sect), func() {
		w.title(s)
		doc.Visit(w, s.Blocks)
	})
	w.sanitizer.Place, w.depth = place, depth
}

// title writes a section's title. A section without one is no level of its own.
func (w *writer) title(s *doc.Section) {
	w.anchors = append(w.anchors, s.ID)
	title := w.sanitizer.Clean(s.Title)
	if blank(title) {
		return
	}
	w.depth++
	w.begin()
	st, above, below := headingStyle(w.depth)
	e := tag.New(w.elem, tag.Heading(w.depth+1)) // the document's own title is H1
	spans := w.spans(doc.Titled(s.Title, s.Heading), st, e)
	if s.Marking != "" {
		spans = append(spans, text.Span{Text: " ", Style: st.Style, Elem: e})
		spans = append(spans, w.chip(s.Marking, min(st.Size*0.72, 10), e)...)
	}
	w.space(above)
	from := len(w.slices)
	w.lines(w.m.Balanced(spans, w.width), st)
	for i := from; i < len(w.slices); i++ {
		w.slices[i].keep = true
		w.slices[i].title = true
	}
	w.slices[from].heading = &Heading{Level: w.depth, Title: title, Anchor: s.ID}
	w.space(below)
}

// blank reports whether nothing of a text can be seen.
func blank(s string) bool { return strings.Trim(s, " \u00a0") == "" }

// Paragraph writes a run of text, its marking before it where it has one.
func (w *writer) Paragraph(p *doc.Paragraph) {
	place := w.reading(p.At, w.sanitizer.Place)
	defer func() { w.sanitizer.Place = place }()
	w.begin()
	e := tag.New(w.elem, tag.P)
	spans := append(w.chip(p.Marking, w.body.Size*0.8, e), w.spans(p.Inlines, w.body, e)...)
	w.leads = w.nesting == 0 && strings.HasSuffix(doc.Plain(p.Inlines), ":")
	w.space(paragraphGap)
	w.passing(func() { w.lines(w.m.Break(spans, w.width), w.body) })
	w.space(paragraphGap)
}

// passing writes what may come before a figure that it follows.
func (w *writer) passing(write func()) {
	w.passes = true
	write()
	w.passes = false
}

// List writes items, each with a number or a dot before it.
func (w *writer) List(l *doc.List) {
	if w.leads {
		w.keepLast()
	} else {
		w.begin()
	}
	list := tag.New(w.elem, tag.L)
	list.Numbering = "Disc"
	widest := 0.0
	if l.Numbers != nil {
		list.Numbering = "Decimal"
		for _, n := range l.Numbers {
			widest = max(widest, w.measure(w.plain(numbered(n), w.body, nil)))
		}
	}
	w.space(paragraphGap)
	w.nested(func(step float64) {
		if step > 0 {
			step = max(step, widest+labelGap)
		}
		for i, blocks := range l.Items {
			label := "•"
			if l.Numbers != nil {
				label = numbered(l.Numbers[i])
			}
			w.inside(tag.New(list, tag.LI), func() { w.item(label, step, blocks, i == 0) })
		}
	})
	w.space(paragraphGap)
}

// labelGap is the least room between the number of an item and its text, points.
const labelGap = 4

func numbered(n int) string { return strconv.Itoa(n) + "." }

// item writes one item: its label hangs in the margin of its first line.
func (w *writer) item(label string, step float64, blocks []doc.Block, first bool) {
	st := w.body
	st.Color = theme.Muted
	if first {
		w.hug(max(w.gap, itemGap))
	} else {
		w.hug(itemGap)
	}
	w.hang(label, st, w.x)
	w.within(step, 0, func() {
		w.inside(tag.New(w.elem, tag.LBody), func() { doc.Visit(w, blocks) })
	})
	if w.label != nil { // nothing was written
		w.emit(slice{height: st.leading})
	}
	w.gap = 0
}

// hang sets a label at x before the line that is written next.
func (w *writer) hang(label string, st style, x float64) {
	e := tag.New(w.elem, tag.Lbl)
	span := w.plain(label, st, e)
	w.label = &item{page.Item{X: x, Y: w.body.baseline(), Run: w.m.Single(&span), Elem: e}, w.next()}
}

// nested moves the column right for a list, a quotation or a callout.
func (w *writer) nested(write func(step float64)) {
	step := float64(indent)
	if w.nesting >= maxIndents {
		step = 0
	}
	w.nesting++
	write(step)
	w.nesting--
}

// Quote writes quoted text behind a bar.
func (w *writer) Quote(q *doc.Quote) {
	w.begin()
	w.space(paragraphGap)
	w.nested(func(step float64) {
		w.inside(tag.New(w.elem, tag.BlockQuote), func() {
			if step == 0 {
				doc.Visit(w, q.Blocks)
				return
			}
			w.framed(frame{bar: theme.Rule, barWidth: 2}, [4]float64{1, 0, 1, step}, func() {
				w.hug(w.gap)
				doc.Visit(w, q.Blocks)
				w.hug(0)
				w.hugged = false
			})
		})
	})
	w.space(paragraphGap)
}

// Callout writes a note set apart on a panel.
func (w *writer) Callout(c *doc.Callout) {
	bar := theme.Accent
	if c.Caution {
		bar = theme.Caution
	}
	w.begin()
	w.space(blockGap)
	w.nested(func(step float64) {
		w.inside(tag.New(w.elem, tag.Div), func() {
			if step == 0 {
				w.callout(c, bar)
				return
			}
			w.framed(frame{fill: theme.Panel, bar: bar, barWidth: 2.5}, [4]float64{9, 12, 10, 14}, func() { w.callout(c, bar) })
		})
	})
	w.space(blockGap)
}

func (w *writer) callout(c *doc.Callout, color theme.Token) {
	st := labelStyle()
	st.Color = color
	e := tag.New(w.elem, tag.P)
	spans := w.chip(c.Marking, st.Size, e)
	if c.Label != "" {
		spans = append(spans, w.say(c.Label, st, e)...)
	}
	w.passing(func() { w.lines(w.m.Break(spans, w.width), st) })
	w.keepLast()
	w.hug(1)
	doc.Visit(w, c.Blocks)
	w.gap = 0
}

// reading notes where what is written from now on was read, or its anchor where that is not known, and returns what
// was noted before.
func (w *writer) reading(at doc.Place, anchor string) (before string) {
	before, w.sanitizer.Place = w.sanitizer.Place, anchor
	if s := at.String(); s != "" {
		w.sanitizer.Place = s
	}
	return before
}
