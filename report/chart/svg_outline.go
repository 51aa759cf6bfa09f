package chart

import (
	"fmt"

	"sitrep/report/font"
)

// outline draws a text as one path: programs for slides read no fonts from a
// picture, and would set the words in one of their own, which has other widths.
func (w *svgWriter) outline(t *Text) {
	face := w.o.Outline.Regular
	switch {
	case t.Bold:
		face = w.o.Outline.Bold
	case t.Italic:
		face = w.o.Outline.Italic
	}
	x := t.X
	switch t.Anchor {
	case Middle:
		x -= w.o.Outline.Kerned(face, t.S, t.Size) / 2
	case End:
		x -= w.o.Outline.Kerned(face, t.S, t.Size)
	}
	w.b.WriteString(`<path d="`)
	for _, run := range w.o.Outline.Runs(face, t.S) {
		last := rune(0)
		for _, r := range run.Text {
			x += float64(run.Face.Kern(last, r)) * t.Size / 1000
			for _, s := range run.Face.Outline(r) {
				w.stroke(s, x, t.Y, t.Size)
			}
			x += float64(run.Face.Advance(r)) * t.Size / 1000
			last = r
		}
	}
	w.b.WriteByte('"')
	w.paint(t.Color, "")
	w.b.WriteString("/>\n")
}

// stroke writes one step of a letter whose origin is at x, y.
func (w *svgWriter) stroke(s font.Stroke, x, y, size float64) {
	w.b.WriteByte(s.Op)
	if s.Op == 'Q' {
		fmt.Fprintf(&w.b, "%s %s ", number(round(x+s.CX*size)), number(round(y-s.CY*size)))
	}
	if s.Op != 'Z' {
		fmt.Fprintf(&w.b, "%s %s", number(round(x+s.X*size)), number(round(y-s.Y*size)))
	}
}
