package flow

import (
	"strings"

	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// looseStrip is how much further apart strips may stand, in points, so that a page is full.
const looseStrip = 12

// The columns of a strip, in parts of the width: value, drawing, and who says it. What is left is between them.
const (
	stripValue = 0.27
	stripMark  = 0.3
	stripWho   = 0.4
)

// KeyFigures writes the claims that a reader in a hurry needs: of each thing that is counted a strip, with a line for every claim.
func (w *writer) KeyFigures(k *doc.KeyFigures) {
	w.begin()
	list := tag.New(w.elem, tag.L)
	list.Numbering = "None"
	w.space(blockGap)
	for i := range k.Items {
		from := len(w.slices)
		w.keyFigure(&k.Items[i], list)
		if i > 0 {
			w.slices[from].loose = looseStrip
		}
		w.together(from, 0.12)
		w.space(11)
	}
	w.space(blockGap)
}

// keyFigure writes what is counted over the claims of it, none larger than another.
func (w *writer) keyFigure(k *doc.KeyFigure, list *tag.Element) {
	body := tag.New(tag.New(list, tag.LI), tag.LBody)
	what, e := set(text.Bold, 9.4, 12.6, theme.Ink), tag.New(body, tag.P)
	w.emit(slice{height: 5, keep: true, boxes: []page.Box{w.rule(0, 0.9, theme.Ink)}})
	title := append(w.chip(k.Marking, 7.5, e), w.say(k.What, what, e)...)
	if k.Unit != "" {
		title = append(title, w.say(" ("+k.Unit+")", smallStyle(), e)...)
	}
	w.lines(w.m.Break(title, w.width), what)
	w.keepLast()
	if k.Finding != "" {
		w.lines(w.m.Break(w.say(k.Finding, smallStyle(), tag.New(body, tag.P)), w.width), smallStyle())
		w.keepLast()
	}
	strips := k.Strips(w.doc.Language, chart.Frame{Width: w.width * stripMark, Theme: w.o.Theme, Fonts: w.o.Fonts})
	w.gap = 2
	for i := range k.Claims {
		if i == len(k.Claims)-1 {
			w.keepLast() // it never stands alone on another page
		}
		w.keyClaim(&k.Claims[i], strips, i, body)
	}
	alt := w.sanitizer.Clean(w.doc.Language.Voice(k.What + after(", ", k.Unit)))
	if n := len(k.Claims); n < len(strips) && strings.TrimSpace(alt) != "" {
		w.keepLast()
		scale := w.strip(strips[n]) // its numbers are text, which must belong to something
		scale.Elem = tag.New(body, tag.Figure)
		scale.Elem.Alt = alt
		w.emit(slice{height: strips[n].Height, items: []item{scale}})
	}
}

// strip is a drawing in the second column, from the top of its line. The words beside it say the same: it is no content of its own.
func (w *writer) strip(sc *chart.Scene) item {
	x := w.x + w.width*(1-stripWho-stripMark)/2 + w.width*stripValue/2
	return item{page.Item{X: x, Scene: Sanitized(w.sanitizer, sc)}, w.next()}
}

// keyClaim writes one claim: its value, its drawing, who says it and how firm it is.
func (w *writer) keyClaim(c *doc.KeyClaim, strips []*chart.Scene, i int, body *tag.Element) {
	value := set(text.Bold, 9.6, 13, theme.Ink)
	e, by := tag.New(body, tag.P), tag.New(body, tag.P)
	spans := append(w.chip(c.Marking, 7.5, e), w.spans(c.Value, value, e)...)
	w.shrink(spans, w.width*stripValue)
	values := w.m.Break(spans, w.width*stripValue)
	st := smallStyle()
	st.leading = value.leading
	valueOrder := w.next()
	var drawing []item
	if i < len(strips) {
		drawing = append(drawing, w.strip(strips[i]))
	}
	who := append(w.spans(c.Who, st, by), w.say(after(" · ", c.Standing), st, by)...)
	names, nameOrder := w.m.Break(who, w.width*stripWho), w.next()
	from := len(w.slices)
	for n := range max(len(values), len(names), 1) {
		row := slice{height: value.leading, items: drawing}
		if n < len(values) {
			w.line(&row, &values[n], w.x, value.baseline(), valueOrder)
		}
		if n < len(names) {
			w.line(&row, &names[n], w.x+w.width*(1-stripWho), st.baseline(), nameOrder)
		}
		w.emit(row)
		drawing = nil
	}
	w.together(from, 0.12)
}

// after is s behind a separator, or nothing where s is.
func after(separator, s string) string {
	if s == "" {
		return ""
	}
	return separator + s
}
