// Package font knows the widths, coverage and kerning of the embedded fonts.
//
// Lengths of the font itself are in thousandths of an em, rounded as PDF wants them (ISO 32000-1, 9.2.4), so a line measured here is as long
// as the line a reader's program draws. Widths of text are in the unit of the size given: points in, points out.
//
// Why our own: all that is needed is six tables of a known kind, read in place. Opening a face allocates one struct and takes microseconds,
// where a general reader parses outlines and layout rules first; and none at hand reads the widths with the PDF writer's rounding.
package font

import (
	"errors"
	"fmt"
	"unicode/utf8"
)

// Face is one font. It never changes, so any number of goroutines may use it. The zero value covers nothing.
type Face struct {
	data             string
	cmap, hmtx, kern string
	perEm            int // font units to the em
	widths           int // entries in hmtx that have a width
	ascii            [utf8.RuneSelf]uint16

	// Name is the PostScript-like name of the face, as the caller gave it to Open.
	Name string
	// Ascent and Descent reach from the baseline to the top and the bottom of a line (Descent is negative); CapHeight and XHeight are those
	// of capitals and of small letters. Thousandths of an em.
	Ascent, Descent, CapHeight, XHeight int
	// Underline is the top of an underline, below the baseline and so negative; Stroke is how thick it is. Thousandths of an em.
	Underline, Stroke int
	// Box holds every glyph: left, bottom, right, top. Thousandths of an em.
	Box [4]int
}

// Open reads a TrueType font. Fonts with other outlines (CFF) are refused: the PDF writer cannot embed them.
func Open(name, data string) (*Face, error) {
	f := &Face{Name: name, data: data, hmtx: table(data, "hmtx"), kern: table(data, "kern")}
	head, hhea, os2, post := table(data, "head"), table(data, "hhea"), table(data, "OS/2"), table(data, "post")
	f.perEm, f.widths = u16(head, 18), u16(hhea, 34)
	var err error
	switch {
	case table(data, "glyf") == "":
		err = errors.New("not a font with TrueType outlines")
	case f.perEm < 16 || f.perEm > 16384: // the range that head allows
		err = fmt.Errorf("%d units to the em", f.perEm)
	case f.widths == 0 || len(f.hmtx) < 4*f.widths:
		err = errors.New("no widths")
	case len(os2) < 90 || len(post) < 12:
		err = errors.New("no height of capitals or no place for underlines")
	default:
		if f.cmap, err = unicodeMap(table(data, "cmap")); err == nil {
			err = checkKern(f.kern)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	f.Ascent, f.Descent = f.thousandths(i16(hhea, 4)), f.thousandths(i16(hhea, 6))
	f.XHeight, f.CapHeight = f.thousandths(i16(os2, 86)), f.thousandths(i16(os2, 88))
	f.Underline, f.Stroke = f.thousandths(i16(post, 8)), f.thousandths(i16(post, 10))
	for i := range f.Box {
		f.Box[i] = f.thousandths(i16(head, 36+2*i))
	}
	for r := range f.ascii {
		f.ascii[r] = uint16(glyph(f.cmap, rune(r)))
	}
	return f, nil
}

// thousandths turns font units into thousandths of an em, halves away from zero.
func (f *Face) thousandths(units int) int {
	switch {
	case f.perEm == 0: // the zero Face
		return 0
	case units < 0:
		return -f.thousandths(-units)
	}
	return (2000*units + f.perEm) / (2 * f.perEm)
}

// TrueType returns a copy of the font file. gofpdf writes into the bytes it is given, hence a new copy every time.
func (f *Face) TrueType() []byte { return []byte(f.data) }

// Glyph is the number of the glyph that draws r, 0 if there is none.
func (f *Face) Glyph(r rune) int {
	if r >= 0 && r < utf8.RuneSelf {
		return int(f.ascii[r])
	}
	return glyph(f.cmap, r)
}

// Covers reports whether the face can draw r.
func (f *Face) Covers(r rune) bool { return f.Glyph(r) != 0 }

// Advance is how far r moves the pen, in thousandths of an em. For a rune not covered it is the width of the box drawn instead.
func (f *Face) Advance(r rune) int { return f.advance(f.Glyph(r)) }

// advance is the width of a glyph: the last width holds for all glyphs after it (OpenType 1.9, "hmtx").
func (f *Face) advance(glyph int) int {
	return f.thousandths(u16(f.hmtx, 4*min(glyph, f.widths-1)))
}

// Kern is how far b moves when it follows a, in thousandths of an em: mostly 0, negative where they close up.
// Figures are never kerned: they all have one width, so columns and dates line up.
func (f *Face) Kern(a, b rune) int {
	return f.thousandths(pair(f.kern, f.Glyph(a), f.Glyph(b)))
}

// Width is the length of s without kerning, in the unit of size: what gofpdf's GetStringWidth says.
func (f *Face) Width(s string, size float64) float64 {
	total := 0
	for _, r := range s {
		total += f.Advance(r)
	}
	return float64(total) * size / 1000
}

// Kerned is the length of s with kerning, in the unit of size.
func (f *Face) Kerned(s string, size float64) float64 {
	total, last := 0, 0
	for _, r := range s {
		next := f.Glyph(r)
		total += f.advance(next) + f.thousandths(pair(f.kern, last, next))
		last = next
	}
	return float64(total) * size / 1000
}
