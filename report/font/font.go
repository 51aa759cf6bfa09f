// Package font knows the faces that reports are set in: what they cover, how wide text is, and how its letters are shaped and placed.
//
// Lengths of the font itself are in thousandths of an em, rounded as PDF wants them (ISO 32000-1, 9.2.4), so a line
// measured here is as long as the line a reader's program draws. Widths of text are in the unit of the size given: points in, points out.
//
// There are two ways from text to glyphs, with equal results where both can be gone. Scripts whose letters stand one
// after the other (Latin, Greek, Cyrillic, Hangul, kana, Han) take the plain way: a glyph for each rune, its width, and
// the kerning of pairs. Whatever joins, stacks, reorders or bears marks is shaped by github.com/go-text/typesetting,
// which is HarfBuzz in Go.
//
// Why the plain way is our own: all that it needs is six tables of a known kind, read in place. Opening a face takes microseconds, where a
// general reader parses outlines and layout rules first, and shaping Latin letters takes ten times as long as looking them up.
package font

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"sync"
	"unicode/utf8"

	"sitrep/report/font/sfnt"
)

// Face is one font. It never changes, so any number of goroutines may use it. The zero value covers nothing.
type Face struct {
	data             string
	cmap, hmtx, kern string
	origin           *Face  // nil: itself
	variants         string // pairs of rune and glyph that come before the character map
	perEm            int    // font units to the em
	widths           int    // entries in hmtx that have a width
	ascii            [utf8.RuneSelf]uint16
	plain            bool // its runes may be set one by one
	bold             bool // a bold cut
	layout           *layout
	latin            *latin // nil: nothing is remembered
	sum              func() [sha256.Size]byte

	// Name is the PostScript-like name of the face, as the caller gave it to Open.
	Name string
	// Ascent and Descent reach from the baseline to the top and the bottom of a line (Descent is negative); CapHeight and XHeight are those
	// of capitals and of small letters. Thousandths of an em.
	Ascent, Descent, CapHeight, XHeight int
	// Underline is the top of an underline, below the baseline and so negative; Stroke is how thick it is. Thousandths of an em.
	Underline, Stroke int
	// Slant is the angle of the stems in degrees, counter-clockwise from upright: negative where they lean to the right.
	Slant int
	// Box holds every glyph: left, bottom, right, top. Thousandths of an em.
	Box [4]int
	// Cubic says that outlines are those of Adobe (CFF), not of TrueType.
	Cubic bool
}

// Open reads an OpenType font with outlines of TrueType (glyf) or Adobe (CFF).
func Open(name, data string) (*Face, error) {
	f := &Face{Name: name, data: data, hmtx: sfnt.Table(data, "hmtx"), kern: sfnt.Table(data, "kern"), Cubic: sfnt.Table(data, "CFF ") != ""}
	head, hhea := sfnt.Table(data, "head"), sfnt.Table(data, "hhea")
	f.perEm, f.widths = sfnt.U16(head, 18), sfnt.U16(hhea, 34)
	var err error
	switch {
	case sfnt.Table(data, "glyf") == "" && !f.Cubic:
		err = errors.New("no outlines of TrueType or CFF")
	case f.perEm < 16 || f.perEm > 16384: // the range that head allows
		err = fmt.Errorf("%d units to the em", f.perEm)
	case f.widths == 0 || len(f.hmtx) < 4*f.widths:
		err = errors.New("no widths")
	default:
		f.cmap, err = sfnt.UnicodeMap(sfnt.Table(data, "cmap"))
	}
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	if !sfnt.KernClasses(f.kern) {
		f.kern = ""
	}
	f.measure(head, hhea)
	f.layout = newLayout(data)
	f.sum = sync.OnceValue(func() [sha256.Size]byte { return sumOf(data) })
	for r := range f.ascii {
		f.ascii[r] = uint16(sfnt.Glyph(f.cmap, rune(r)))
	}
	return f, nil
}

// sumOf is the SHA-256 of a font file, which is read piece by piece: a copy of it would be as long as it is.
func sumOf(data string) [sha256.Size]byte {
	h, piece := sha256.New(), make([]byte, 8<<10)
	for len(data) > 0 {
		n := copy(piece, data)
		_, _ = h.Write(piece[:n]) // a hash does not fail
		data = data[n:]
	}
	return [sha256.Size]byte(h.Sum(nil))
}

// measure reads the heights. Old fonts say nothing of capitals and underlines: then they get the common shares of the em.
func (f *Face) measure(head, hhea string) {
	os2, post := sfnt.Table(f.data, "OS/2"), sfnt.Table(f.data, "post")
	f.Ascent, f.Descent = f.thousandths(sfnt.I16(hhea, 4)), f.thousandths(sfnt.I16(hhea, 6))
	f.XHeight, f.CapHeight, f.Underline, f.Stroke = 500, 700, -100, 50
	if len(os2) >= 90 && sfnt.U16(os2, 0) >= 2 {
		f.XHeight, f.CapHeight = f.thousandths(sfnt.I16(os2, 86)), f.thousandths(sfnt.I16(os2, 88))
	}
	if len(post) >= 12 {
		f.Slant = sfnt.I16(post, 4)
		f.Underline, f.Stroke = f.thousandths(sfnt.I16(post, 8)), f.thousandths(sfnt.I16(post, 10))
	}
	for i := range f.Box {
		f.Box[i] = f.thousandths(sfnt.I16(head, 36+2*i))
	}
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

// Data is the font file.
func (f *Face) Data() string { return f.data }

// Sum is the SHA-256 of the font file.
func (f *Face) Sum() [sha256.Size]byte { return f.sum() }

// Plain reports whether runes may be set one by one in this face, with the kerning of pairs.
func (f *Face) Plain() bool { return f.plain }

// UnitsPerEm is the number of font units to the em.
func (f *Face) UnitsPerEm() int { return f.perEm }

// Thousandths turns font units into thousandths of an em, as the widths in a PDF are.
func (f *Face) Thousandths(units int) int { return f.thousandths(units) }

// Glyph is the number of the glyph that draws r, 0 if there is none.
func (f *Face) Glyph(r rune) int {
	if r >= 0 && r < utf8.RuneSelf {
		return int(f.ascii[r])
	}
	if f.variants != "" {
		if g := sfnt.Pair(f.variants, r); g != 0 {
			return g
		}
	}
	return sfnt.Glyph(f.cmap, r)
}

// Covers reports whether the face can draw r.
func (f *Face) Covers(r rune) bool { return f.Glyph(r) != 0 }

// Advance is how far r moves the pen, in thousandths of an em. For a rune not covered it is the width of the box drawn instead.
func (f *Face) Advance(r rune) int {
	if f.latin == nil || r < 0 || r > 0xff {
		return f.thousandths(f.Width(f.Glyph(r)))
	}
	return remembered(&f.latin.advance[r], func() int { return f.thousandths(f.Width(f.Glyph(r))) })
}

// Width is the width of a glyph in font units: the last width holds for all glyphs after it (OpenType 1.9, "hmtx").
func (f *Face) Width(glyph int) int { return sfnt.U16(f.hmtx, 4*min(glyph, f.widths-1)) }

// Kern is how far b moves when it follows a, in thousandths of an em: mostly 0, negative where they close up.
// Figures are never kerned: they all have one width, so columns and dates line up.
func (f *Face) Kern(a, b rune) int {
	if f.latin == nil || a < 0 || b < 0 || a > 0xff || b > 0xff {
		return f.thousandths(sfnt.Kern(f.kern, f.Glyph(a), f.Glyph(b)))
	}
	return remembered(&f.latin.kern[a][b], func() int { return f.thousandths(sfnt.Kern(f.kern, f.Glyph(a), f.Glyph(b))) })
}

// pair is the kerning of two glyphs, in font units.
func (f *Face) pair(left, right int) int { return sfnt.Kern(f.kern, left, right) }

// Natural is the length of s without kerning, a glyph for each rune, in the unit of size.
func (f *Face) Natural(s string, size float64) float64 {
	total := 0
	for _, r := range s {
		total += f.Advance(r)
	}
	return float64(total) * size / 1000
}

// Kerned is the length of s with kerning, a glyph for each rune, in the unit of size.
func (f *Face) Kerned(s string, size float64) float64 {
	total, last := 0, 0
	for _, r := range s {
		next := f.Glyph(r)
		total += f.thousandths(f.Width(next)) + f.thousandths(sfnt.Kern(f.kern, last, next))
		last = next
	}
	return float64(total) * size / 1000
}
