package chart

import (
	"fmt"
	"math"
	"strings"

	"sitrep/report/font"
)

// A letter is a glyph of a face: its outline is written once, and used wherever it stands.
type letter struct {
	face  *font.Face
	glyph int
}

// outline draws a text by its letters' outlines: programs for slides read no
// fonts from a picture, and would set the words in one of their own, which has
// other widths. Each letter is an SVG 1.1 "use" of an outline, in thousandths of an em.
func (w *svgWriter) outline(t *Text) {
	face := w.o.Outline.Regular
	switch {
	case t.Bold:
		face = w.o.Outline.Bold
	case t.Italic:
		face = w.o.Outline.Italic
	}
	runs := w.o.Outline.Line(face, t.S, t.Size, "")
	x, width := t.X, 0.0
	for i := range runs {
		width += runs[i].Width
	}
	switch t.Anchor {
	case Middle:
		x -= width / 2
	case End:
		x -= width
	}
	fmt.Fprintf(&w.b, `<g transform="translate(%s %s)scale(%s)"`, number(round(x)), number(t.Y), number(t.Size/1000))
	w.paint(t.Color, "")
	w.b.WriteByte('>')
	at := 0 // thousandths of an em
	for i := range runs {
		at = w.run(&runs[i], at)
	}
	w.b.WriteString("</g>\n")
}

// run draws the glyphs of a run that begins at so many thousandths of an em, and returns where it ends.
func (w *svgWriter) run(r *font.Run, at int) int {
	for i := range r.Clusters {
		c := &r.Clusters[i]
		for _, p := range c.Parts {
			n := w.letter(letter{r.Face.Origin(), p.Glyph})
			if n < 0 {
				continue
			}
			x, y := at+r.Face.Thousandths(p.X), -r.Face.Thousandths(p.Y)
			switch {
			case p.Scale != 0:
				fmt.Fprintf(&w.b, `<use xlink:href="#g%d" transform="translate(%d %d)scale(%s)"/>`, n, x, y, number(float64(p.Scale)/(1<<14)))
			case y != 0:
				fmt.Fprintf(&w.b, `<use xlink:href="#g%d" x="%d" y="%d"/>`, n, x, y)
			default:
				fmt.Fprintf(&w.b, `<use xlink:href="#g%d" x="%d"/>`, n, x)
			}
		}
		at += r.Face.Thousandths(c.Advance)
	}
	return at
}

// letter returns the number of a letter's outline, and writes it when it first appears; -1 for what leaves no ink.
func (w *svgWriter) letter(l letter) int {
	if n, ok := w.letters[l]; ok {
		return n
	}
	if w.letters == nil {
		w.letters = map[letter]int{}
	}
	n := -1
	if d := outlined(l.face.GlyphOutline(l.glyph)); d != "" {
		n = w.outlines
		w.outlines++
		fmt.Fprintf(&w.defs, `<path id="g%d" d="%s"/>`+"\n", n, d)
	}
	w.letters[l] = n
	return n
}

// outlined writes an outline as a path in thousandths of an em, y downwards, in
// steps from point to point, without the separators that SVG can do without.
func outlined(outline []font.Stroke) string {
	var b strings.Builder
	px, py := 0, 0
	steps := func(op byte, values ...int) {
		b.WriteByte(op)
		for i, v := range values {
			if i > 0 && v >= 0 {
				b.WriteByte(' ')
			}
			fmt.Fprint(&b, v)
		}
	}
	for _, s := range outline {
		x, y := thousandths(s.X), thousandths(-s.Y)
		switch s.Op {
		case 'M':
			steps('M', x, y)
		case 'L':
			steps('l', x-px, y-py)
		case 'Q':
			steps('q', thousandths(s.CX)-px, thousandths(-s.CY)-py, x-px, y-py)
		case 'C':
			steps('c', thousandths(s.CX)-px, thousandths(-s.CY)-py, thousandths(s.DX)-px, thousandths(-s.DY)-py, x-px, y-py)
		case 'Z':
			b.WriteByte('z')
			continue
		}
		px, py = x, y
	}
	return b.String()
}

func thousandths(ems float64) int { return int(math.Round(ems * 1000)) }
