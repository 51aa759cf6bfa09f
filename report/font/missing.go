package font

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// frame is the glyph round the number of a rune that no face has.
const frame = '□'

// full is the scale of a part that is as large as its glyph.
const full = 1 << 14

// missing sets a box with the rune's number (four to six hexadecimal figures in two rows) for each rune of text. The
// face has the frame and the figures.
func missing(f *Face, text string) []Cluster {
	var out []Cluster
	for i, r := range text {
		n := utf8.RuneLen(r)
		if r == utf8.RuneError {
			_, n = utf8.DecodeRuneInString(text[i:])
		}
		out = append(out, numbered(f, text[i:i+n], r))
	}
	return out
}

// numbered is the box of one rune.
func numbered(f *Face, text string, r rune) Cluster {
	box := f.Glyph(frame)
	wide := f.Width(box)
	c := Cluster{Text: text, Parts: []Part{{Glyph: box, Scale: full}}, Advance: wide}
	digits := fmt.Sprintf("%04X", r)
	rows := []string{digits[:len(digits)/2], digits[len(digits)/2:]}
	for row, figures := range rows {
		scale := full * 36 / 100
		if len(figures) > 2 {
			scale = full * 27 / 100
		}
		length := 0
		for _, d := range figures {
			length += f.Width(f.Glyph(d)) * scale / full
		}
		x := (wide - length) / 2
		for _, d := range figures {
			g := f.Glyph(d)
			c.Parts = append(c.Parts, Part{Glyph: g, X: x, Y: f.perEm * (40 - 34*row) / 100, Scale: scale})
			x += f.Width(g) * scale / full
		}
	}
	return c
}

// mark reports whether r stands over, under or after the letter before it.
func mark(r rune) bool { return r >= firstMark && unicode.Is(unicode.M, r) }
