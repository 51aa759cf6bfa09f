package page

import (
	"encoding/binary"
	"unicode/utf8"

	"sitrep/report/font"
)

// A Font is a face as the pages use it: its glyphs by the codes that stand in text.
//
// The code of a Latin letter (up to U+00FF) that is a glyph of its own is one byte, its number. All else is numbered in two bytes from
// [FirstWide], as it comes: other letters, and clusters, which are drawn as one glyph made of several, so that whoever copies or searches finds
// them whole and in the order of reading. The archive tells readers so (see there, fonts.go).
type Font struct {
	Number int // its name on the pages: F0, F1 …
	Face   *font.Face
	Latin  [0x100]bool // the codes of one byte that are used
	Wide   []Code      // the others, in the order of their codes

	letters  map[letter]int
	clusters map[string]int
}

// A Code is what a code of two bytes stands for.
type Code struct {
	Text  string
	Parts []font.Part
	Width int // font units
}

// A letter is a rune and the glyph that draws it: lands differ in that.
type letter struct {
	rune  rune
	glyph int
}

// FirstWide is the first code of two bytes. Below A000 there are more than a report
// has signs, and no byte above 9F begins one: it is a letter.
const FirstWide = 0x8000

// font returns the face as a font of the pages.
func (p *painter) font(f *font.Face) *Font {
	f = f.Origin()
	known := p.fonts[f]
	if known == nil {
		known = &Font{Number: len(p.result.Fonts), Face: f, letters: map[letter]int{}, clusters: map[string]int{}}
		p.fonts[f] = known
		p.result.Fonts = append(p.result.Fonts, known)
	}
	return known
}

// letter returns the code of a rune that is a glyph of its own in a face.
func (f *Font) letter(face *font.Face, r rune) int {
	if r >= 0x20 && r <= 0xff {
		f.Latin[r] = true
		return int(r)
	}
	l := letter{r, face.Glyph(r)}
	code, ok := f.letters[l]
	if !ok {
		code = f.add(Code{Text: string(r), Parts: []font.Part{{Glyph: l.glyph}}, Width: face.Width(l.glyph)})
		f.letters[l] = code
	}
	return code
}

// cluster returns the code of a cluster of a face, and the width of its glyph in thousandths of an em.
func (f *Font) cluster(face *font.Face, c *font.Cluster) (code, width int) {
	if r, ok := single(face, c); ok {
		return f.letter(face, r), face.Advance(r)
	}
	natural := c.Advance
	if len(c.Parts) == 1 && c.Parts[0].Scale == 0 {
		natural = face.Width(c.Parts[0].Glyph)
	}
	key := signature(c, natural)
	code, ok := f.clusters[key]
	if !ok {
		code = f.add(Code{c.Text, c.Parts, natural})
		f.clusters[key] = code
	}
	return code, face.Thousandths(natural)
}

// single reports whether a cluster is one rune in its own glyph, where it belongs.
func single(face *font.Face, c *font.Cluster) (rune, bool) {
	if len(c.Parts) != 1 || c.Parts[0].X != 0 || c.Parts[0].Y != 0 || c.Parts[0].Scale != 0 {
		return 0, false
	}
	r, n := utf8.DecodeRuneInString(c.Text)
	return r, n == len(c.Text) && face.Glyph(r) == c.Parts[0].Glyph
}

func (f *Font) add(c Code) int {
	f.Wide = append(f.Wide, c)
	return FirstWide + len(f.Wide) - 1
}

// signature tells clusters apart.
func signature(c *font.Cluster, width int) string {
	out := binary.AppendVarint([]byte(c.Text), int64(width))
	for _, p := range c.Parts {
		for _, v := range []int{p.Glyph, p.X, p.Y, p.Scale} {
			out = binary.AppendVarint(out, int64(v))
		}
	}
	return string(out)
}
