package flow

import (
	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
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

// KeyFigures writes the claims that a reader in a hurry needs, three things that are counted abreast.
func (w *writer) KeyFigures(k *doc.KeyFigures) {
	const columns = 3
	w.begin()
	list := tag.New(w.elem, tag.L)
	list.Numbering = "None"
	w.space(blockGap)
	for at := 0; at < len(k.Items); at += columns {
		n := min(columns, len(k.Items)-at)
		cells := make([]cell, n)
		for i := range cells {
			cells[i] = w.keyFigure(&k.Items[at+i], list)
		}
		w.emit(slice{height: 7, keep: true, boxes: w.rules(n, columns, 18)})
		w.grid(cells, columns, 18)
		w.space(14)
	}
	w.space(blockGap)
}

// keyFigure stacks what is counted over the claims of it, none larger than another.
func (w *writer) keyFigure(k *doc.KeyFigure, list *tag.Element) cell {
	body := tag.New(tag.New(list, tag.LI), tag.LBody)
	what, value := set(text.Bold, 9, 12.2, theme.Ink), set(text.Bold, 11, 16, theme.Accent)
	p := func() *tag.Element { return tag.New(body, tag.P) }
	e := p()
	title := append(w.chip(k.Marking, 7.5, e), w.say(k.What, what, e)...)
	if k.Unit != "" {
		title = append(title, w.say(" ("+k.Unit+")", smallStyle(), e)...)
	}
	all := []stacked{{title, what, true}}
	if k.Finding != "" {
		all = append(all, stacked{w.say(k.Finding, smallStyle(), p()), smallStyle(), false})
	}
	for i := range k.Claims {
		c := &k.Claims[i]
		e, who := p(), p()
		all = append(all, stacked{append(w.chip(c.Marking, 7.5, e), w.spans(c.Value, value, e)...), value, true},
			stacked{append(w.spans(c.Who, smallStyle(), who), w.say(after(" · ", c.Standing), smallStyle(), who)...), smallStyle(), false})
	}
	return cell{w.stack(all...)}
}

// after is s behind a separator, or nothing where s is.
func after(separator, s string) string {
	if s == "" {
		return ""
	}
	return separator + s
}

// rules are lines above the cells of a grid.
func (w *writer) rules(n, columns int, gap float64) []page.Box {
	width := (w.width - gap*float64(columns-1)) / float64(columns)
	var out []page.Box
	for i := range n {
		out = append(out, page.Box{X: w.x + float64(i)*(width+gap), W: width, H: 0.9, Fill: theme.Ink})
	}
	return out
}
