package page

import (
	"encoding/binary"
	"unicode"

	"sitrep/report/font"
	"sitrep/report/sanitize"
)

// A Font is a face as the pages use it: its glyphs by the codes that stand in text.
//
// The code of a Latin letter (up to U+00FF) that is a glyph of its own is one byte, its number. All else is numbered in two bytes from
// [FirstWide], as it comes: other letters, and clusters, which are drawn as one glyph made of several. The archive
// tells readers so (see there, fonts.go).
type Font struct {
	Number int         // its name on the pages: F0, F1 …
	Face   *font.Face  // what it is made of
	Latin  [0x100]bool // the codes of one byte that are used
	Wide   []Code      // the others, in the order of their codes

	letters  map[letter]int
	clusters map[string]int
}

// A Code is what a code of two bytes stands for.
type Code struct {
	Text  string      // what it says, for those who copy it
	Parts []font.Part // the glyphs that it is drawn with
	Width int         // font units
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

// cluster returns the code of a cluster of a face that begins with r and is followed by kerning (in thousandths of an
// em), with so much of its width. In a face that is not plain, the kerning is part of the width: readers take letters
// that overlap for the beginning of a new word.
func (f *Font) cluster(face *font.Face, r rune, c *font.Cluster, width int) (code, kerning int) {
	if len(c.Parts) == 1 && c.Parts[0].Scale == 0 && len(string(r)) == len(c.Text) {
		g, own := c.Parts[0], face.Width(c.Parts[0].Glyph)
		if face.Plain() {
			kerning, width = face.Thousandths(width)-face.Thousandths(own), own
		}
		if g.X == 0 && g.Y == 0 && face.Glyph(r) == g.Glyph && width == own {
			return f.letter(face, r), kerning
		}
	}
	return f.known(Code{string(r), c.Parts, width}), kerning
}

// silent returns the code of a rune that is drawn by another's glyph, and has so much of its width.
func (f *Font) silent(r rune, width int) int { return f.known(Code{Text: string(r), Width: width}) }

// shares divides the width of a cluster among its runes: readers that sort by place keep their order so. Marks get next
// to none, since other readers take them to have none.
// They are written into out, which is empty.
func (f *Font) shares(c *font.Cluster, out []int) []int {
	marks, sliver := 0, f.Face.UnitsPerEm()/500
	for i, r := range c.Text {
		if i > 0 && (unicode.Is(unicode.Mn, r) || sanitize.Invisible(r)) {
			out = append(out, sliver)
			marks++
		} else {
			out = append(out, 0)
		}
	}
	if c.Advance < (marks+1)*sliver { // marks alone
		clear(out)
		out[0] = max(c.Advance, 0)
		return out
	}
	rest := c.Advance - marks*sliver
	each := rest / (len(out) - marks)
	for i := range out {
		if out[i] == 0 {
			out[i] = each
			rest -= each
		}
	}
	out[0] += rest
	return out
}

// known returns the number of a code of two bytes.
func (f *Font) known(c Code) int {
	key := c.signature()
	code, ok := f.clusters[key]
	if !ok {
		code = f.add(c)
		f.clusters[key] = code
	}
	return code
}

func (f *Font) add(c Code) int {
	f.Wide = append(f.Wide, c)
	return FirstWide + len(f.Wide) - 1
}

// signature tells codes apart.
func (c *Code) signature() string {
	out := binary.AppendVarint([]byte(c.Text), int64(c.Width))
	for _, p := range c.Parts {
		for _, v := range []int{p.Glyph, p.X, p.Y, p.Scale} {
			out = binary.AppendVarint(out, int64(v))
		}
	}
	return string(out)
}
