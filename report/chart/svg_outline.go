package chart

import (
	"math"
	"strings"

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
			w.letter(run.Face.Outline(r), x, t.Y, t.Size)
			x += float64(run.Face.Advance(r)) * t.Size / 1000
			last = r
		}
	}
	w.b.WriteByte('"')
	w.paint(t.Color, "")
	w.b.WriteString("/>\n")
}

// letter writes an outline whose origin is at x, y. Steps are written from the
// point before them, which halves the file; each is rounded on the page, so
// that errors do not add up.
func (w *svgWriter) letter(outline []font.Stroke, x, y, size float64) {
	px, py := 0.0, 0.0
	for _, s := range outline {
		tx, ty := round(x+s.X*size), round(y-s.Y*size)
		switch s.Op {
		case 'M':
			w.steps("M", tx, ty)
		case 'L':
			w.steps("l", tx-px, ty-py)
		case 'Q':
			w.steps("q", round(x+s.CX*size)-px, round(y-s.CY*size)-py, tx-px, ty-py)
		case 'Z':
			w.b.WriteByte('z')
			continue
		}
		px, py = tx, ty
	}
}

// steps writes a path command, without the separators that SVG can do without.
func (w *svgWriter) steps(op string, values ...float64) {
	w.b.WriteString(op)
	for i, v := range values {
		s := number(round(v))
		if math.Abs(v) < 1 {
			s = strings.Replace(s, "0.", ".", 1)
		}
		if i > 0 && s[0] != '-' {
			w.b.WriteByte(' ')
		}
		w.b.WriteString(s)
	}
}
