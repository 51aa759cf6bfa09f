package flow

import (
	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
)

// A writer writes blocks as slices. It is the document's visitor.
type writer struct {
	doc       *doc.Document
	o         Options
	geo       geometry
	m         *text.Metrics
	sanitizer *text.Sanitizer
	tree      *tag.Tree
	slices    []slice
	x         float64 // left edge and width of the column that is written in
	width     float64
	frame     *frame
	elem      *tag.Element // what blocks join
	body      style        // of paragraphs
	gap       float64      // space wanted above the next slice
	hugged    bool         // gap is fixed
	order     int
	depth     int // of sections
	tables    int
	nesting   int  // of lists, quotes and callouts
	block     int  // number of the outermost block
	leads     bool // the last paragraph leads up to what follows: it ends with a colon
	anchors   []string
	marked    *tag.Element   // of the document's marking, on the first page; nil where it has none
	label     *item          // stands at the first line of the next block
	passes    bool           // what is written may come before a figure that it follows
	float     bool           // a figure or picture is written
	figure    *figure        // the figure that is written
	leadAt    int            // the slice that the figure of the first page is drawn in, whole; 0: none
	known     *anchors       // what links can lead to
	notes     map[string]int // number of the first endnote by card
}

func newWriter(d *doc.Document, o Options) *writer {
	m := text.NewMetrics(o.Fonts)
	geo := geometryOf(o.Size)
	tree := tag.NewTree(d.Language.Tag)
	w := &writer{doc: d, o: o, geo: geo, m: m, sanitizer: &text.Sanitizer{Fonts: o.Fonts}, tree: tree,
		x: geo.left, width: geo.width, elem: tree.Root, body: bodyStyle(),
		known: findAnchors(d), notes: map[string]int{}}
	for i := range d.Cards {
		w.notes[d.Cards[i].ID] = d.Cards[i].Note
	}
	return w
}

// next returns the place of the next block in the order of reading.
func (w *writer) next() int { w.order++; return w.order }

// begin begins a block, if it stands in no other.
func (w *writer) begin() {
	if w.nesting == 0 {
		w.block++
	}
	w.leads = false
}

// space asks for room above the next slice; of several wishes the largest counts.
func (w *writer) space(v float64) {
	if !w.hugged {
		w.gap = max(w.gap, v)
	}
}

// hug sets the room above the next slice, whatever is asked for until then.
func (w *writer) hug(v float64) { w.gap, w.hugged = v, true }

// emit appends a slice to the column.
func (w *writer) emit(s slice) {
	s.space += w.gap
	w.gap, w.hugged = 0, false
	s.frame, s.block, s.passes, s.float, s.figure = w.frame, w.block, w.passes, w.float, w.figure
	s.anchors = append(s.anchors, w.anchors...)
	w.anchors = nil
	if w.label != nil {
		s.items = append(s.items, *w.label)
		w.label = nil
	}
	w.slices = append(w.slices, s)
}

// keepLast forbids a page to end after what was written last.
func (w *writer) keepLast() {
	if n := len(w.slices); n > 0 {
		w.slices[n-1].keep = true
	}
}

// together keeps what was written since from on one page, if it is not higher
// than that share of a page.
func (w *writer) together(from int, share float64) {
	height := 0.0
	for i := from; i < len(w.slices); i++ {
		height += w.slices[i].space + w.slices[i].height
	}
	for i := from; i < len(w.slices)-1 && height <= share*(w.geo.bottom-w.geo.top); i++ {
		w.slices[i].keep = true
	}
}

// within writes in a column that is narrower by left and right.
func (w *writer) within(left, right float64, write func()) {
	x, width := w.x, w.width
	w.x, w.width = x+left, max(width-left-right, 60)
	write()
	w.x, w.width = x, width
}

// inside writes into a structure element.
func (w *writer) inside(e *tag.Element, write func()) {
	outer := w.elem
	w.elem = e
	write()
	w.elem = outer
}

// framed writes in a box; padding is top, right, bottom, left.
func (w *writer) framed(f frame, padding [4]float64, write func()) {
	f.x, f.width, f.parent = w.x, w.width, w.frame
	f.top, f.bottom = padding[0], padding[2]
	if w.frame != nil {
		f.depth = w.frame.depth
	}
	f.depth++
	outer := w.frame
	w.frame = &f
	w.within(padding[3], padding[1], write)
	w.frame = outer
}

// lines appends lines of text as slices. No page ends after the first or
// before the last line of several (no orphans, no widows).
func (w *writer) lines(lines []text.Line, st style) {
	order := w.next()
	for i := range lines {
		s := slice{height: st.leading}
		w.line(&s, &lines[i], w.x, st.baseline(), order)
		s.keep = i < len(lines)-1 && (i == 0 || i == len(lines)-2)
		w.emit(s)
	}
}

// baseline is how far the baseline stands below the top of a line: capitals
// are centred in it.
func (s style) baseline() float64 { return s.leading/2 + s.Size*0.363 }

// line puts a line of text into s, at x, on baseline y.
func (w *writer) line(s *slice, l *text.Line, x, y float64, order int) {
	for i := range l.Runs {
		r := &l.Runs[i]
		if st := r.Span.Style; st.Chip != "" {
			s.boxes = append(s.boxes, page.Box{X: x + r.X, Y: y - st.Size*0.98, W: r.Width, H: st.Size * 1.26, Fill: st.Chip})
		}
		s.items = append(s.items, item{page.Item{X: x + r.X, Y: y, Run: r, Elem: r.Span.Elem}, order})
	}
}

// plain makes a span of text in a style, of words that are said as they are written.
func (w *writer) plain(s string, st style, e *tag.Element) text.Span {
	return text.Span{Text: w.sanitizer.Clean(s), Style: st.Style, Elem: e}
}

// chip makes the spans of a marking that differs from its surroundings.
func (w *writer) chip(m doc.Marking, size float64, e *tag.Element) []text.Span {
	if m == "" {
		return nil
	}
	ink, ground := w.doc.Colours(m)
	st := text.Style{Face: text.Bold, Size: size, Color: ink, Chip: ground}
	return []text.Span{{Text: "\u00a0" + w.sanitizer.Clean(string(m)) + "\u00a0", Style: st, Elem: w.labelElem(m, e)},
		{Text: " ", Style: st.Plain(), Elem: e}}
}

// measure is the width of a span.
func (w *writer) measure(p text.Span) float64 {
	return w.m.Width(p.Style.Face, p.Text, p.Style.Size)
}
