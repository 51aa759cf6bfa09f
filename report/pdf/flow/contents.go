package flow

import (
	"math"
	"strconv"

	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// looseEntry is how much further apart the sections in the contents may stand, in points, so that a page is full.
const looseEntry = 4

// An entry is one line of the contents that still lacks its page number.
type entry struct {
	anchor string
	right  float64 // where the number ends
	y      float64 // its baseline, from the top of the slice
	style  style
	link   *text.Link
	order  int
}

// insertContents writes the figure of the first page and the list of contents behind the first front slices. Where that list has no room on
// the first page and the summary, which ends before slice summary, begins there, it stands behind the summary.
func (w *writer) insertContents(front, summary int) {
	lead := w.insert(front, w.lead)
	front, summary = front+lead, summary+lead
	room := w.geo.bottom - w.geo.top - w.height(w.slices[:front])
	first := 0.0
	for i := front; i < summary && (i == front || w.slices[i].block == w.slices[front].block); i++ {
		first += w.slices[i].space + w.slices[i].height
	}
	at := front
	if summary > front && first < room && room < w.contentsHeight() {
		at = summary
	}
	w.insert(at, func() {
		toc := tag.New(w.elem, tag.TOC)
		from := len(w.slices)
		w.contentsTitle()
		w.contents(w.doc.Body, toc, 0)
		w.together(from, 0.8)
		if n := len(w.slices); n > from+1 {
			w.slices[n-2].keep = true
		}
	})
}

// height is how high slices are, one below the other.
func (w *writer) height(all []slice) float64 {
	h := 0.0
	for i := range all {
		h += all[i].space + all[i].height
	}
	return h
}

// contentsHeight is about how high the list of contents is.
func (w *writer) contentsHeight() float64 {
	height := 50.0
	for _, b := range w.doc.Body {
		if s, ok := b.(*doc.Section); ok {
			height += 19
			for _, b := range s.Blocks {
				if _, ok := b.(*doc.Section); ok {
					height += 14.4
				}
			}
		}
	}
	return height
}

// insert puts what is written behind the first so many slices, and returns how many slices it is.
// Items keep the order of reading by number: what is inserted comes after what stands before it and before the rest, on
// whatever page they meet.
func (w *writer) insert(at int, write func()) int {
	rest := append([]slice(nil), w.slices[at:]...)
	w.slices = w.slices[:at]
	w.gap, w.depth = 0, 0
	before := w.order
	write()
	moved, first := w.order-before, firstOrder(rest)
	if len(rest) > 0 {
		for i := at; i < len(w.slices); i++ {
			renumber(&w.slices[i], first-1-before)
		}
	}
	for i := range rest {
		renumber(&rest[i], moved)
	}
	n := len(w.slices) - at
	if n > 0 && len(rest) > 0 {
		rest[0].space = max(rest[0].space, 30)
	}
	w.slices = append(w.slices, rest...)
	return n
}

func renumber(s *slice, by int) {
	for i := range s.items {
		s.items[i].order += by
	}
	if s.entry != nil {
		s.entry.order += by
	}
}

// firstOrder is the place of the first item in the order of reading.
func firstOrder(slices []slice) int {
	first := math.MaxInt
	for i := range slices {
		for k := range slices[i].items {
			first = min(first, slices[i].items[k].order)
		}
	}
	return first
}

func (w *writer) contentsTitle() {
	st, above, _ := headingStyle(1)
	e := tag.New(w.elem, tag.Heading(2))
	w.space(above)
	w.lines(w.m.Break([]text.Span{w.plain(w.doc.Language.Say("doc.contents"), st, e)}, w.width), st)
	w.keepLast()
	w.gap = 5
}

// contents writes the sections of two levels.
func (w *writer) contents(blocks []doc.Block, toc *tag.Element, level int) {
	for _, b := range blocks {
		s, ok := b.(*doc.Section)
		if !ok {
			continue
		}
		toci := tag.New(toc, tag.TOCI)
		w.within(float64(level)*indent, 0, func() { w.contentsLine(s, toci, level) })
		if level == 0 {
			w.contents(s.Blocks, tag.New(toci, tag.TOC), level+1)
		}
	}
}

func (w *writer) contentsLine(s *doc.Section, toci *tag.Element, level int) {
	const number = 36 // room at the right
	st := set(text.Regular, 9.4, 14.4, theme.Ink)
	if level == 0 {
		st.Face = text.Bold
		w.space(4.5)
	}
	link := &text.Link{Anchor: s.ID, Label: w.sanitizer.Clean(s.Title)}
	link.Elem = tag.New(tag.New(toci, tag.Reference), tag.Link)
	in := inliner{w: w, style: st.Style, elem: link.Elem, link: link}
	in.write(s.Title + " ")
	lines := w.m.Break(in.spans, w.width-number)
	from := len(w.slices)
	w.lines(lines, st)
	if len(lines) == 0 {
		return
	}
	if level == 0 {
		first := &w.slices[from]
		first.boxes = append(first.boxes, w.rule(-1.8, 0.4, theme.Rule))
		first.loose = looseEntry
	}
	last := &w.slices[len(w.slices)-1]
	last.entry = &entry{anchor: s.ID, right: w.x + w.width, y: st.baseline(), style: st, link: link, order: w.order}
}

// numberContents fills the page numbers in, now that all pages stand.
func (w *writer) numberContents(p *placer, anchors map[string]Spot) {
	for i := range w.slices {
		e := w.slices[i].entry
		to, ok := Spot{}, false
		if e != nil {
			to, ok = anchors[e.anchor]
		}
		if !ok {
			continue
		}
		st := e.style
		st.Face = text.Regular
		span := w.plain(" "+strconv.Itoa(to.Page+1), st, e.link.Elem)
		span.Link = e.link
		run := w.m.Single(&span)
		at := p.spots[i]
		pg := p.pages[at.Page]
		pg.items = append(pg.items, item{page.Item{X: e.right - run.Width, Y: at.Y + e.y, Run: run, Elem: span.Elem}, e.order})
	}
}
