package flow

import (
	"sitrep/report/pdf/text"
)

// A cell of a grid is a stack of paragraphs in styles of their own.
type cell struct{ stack func(width float64) []setLine }

// A stacked is one paragraph of a stack.
type stacked struct {
	spans   []text.Span
	style   style
	shrinks bool // rather than that a word, or a range of numbers, is broken
}

type setLine struct {
	text.Line
	style style
}

// stack sets paragraphs below each other, in whatever width they will have.
func (w *writer) stack(all ...stacked) func(float64) []setLine {
	return func(width float64) []setLine {
		var out []setLine
		for _, p := range all {
			if p.shrinks {
				w.shrink(p.spans, width)
			}
			for _, l := range w.m.Break(p.spans, width) {
				out = append(out, setLine{l, p.style})
			}
		}
		return out
	}
}

// shrink makes spans smaller until their longest word fits, down to six points.
func (w *writer) shrink(spans []text.Span, width float64) {
	least, _ := w.m.Extent(spans)
	if least <= width {
		return
	}
	for i := range spans {
		s := &spans[i].Style
		s.Size, s.Rise = max(s.Size*width/least*0.999, 6), s.Rise*width/least
	}
}

// grid writes one row of cells of equal width. A row is one slice, or, where it
// would be higher than a third of a page, one slice for each line.
func (w *writer) grid(cells []cell, columns int, gap float64) {
	width := (w.width - gap*float64(columns-1)) / float64(columns)
	var row slice
	for i, c := range cells {
		x, y, order := w.x+float64(i)*(width+gap), 0.0, w.next()
		for _, l := range c.stack(width) {
			w.line(&row, &l.Line, x, y+l.style.baseline(), order)
			y += l.style.leading
		}
		row.height = max(row.height, y)
	}
	if row.height <= (w.geo.bottom-w.geo.top)/3 {
		w.emit(row)
		return
	}
	for _, c := range cells {
		for _, l := range c.stack(w.width) {
			w.lines([]text.Line{l.Line}, l.style)
		}
	}
}
