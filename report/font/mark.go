package font

import (
	"math"
	"unicode/utf8"

	otfont "github.com/go-text/typesetting/font"
	"golang.org/x/text/unicode/norm"

	"sitrep/report/font/sfnt"
)

// The classes of marks that are told apart (Unicode Standard 4.3, canonical combining classes).
const (
	overlaid      = 1
	attachedBelow = 202
	below         = 220
	doubleBelow   = 233
	doubleAbove   = 234
)

// markGap is the room between a mark and the mark that it stands over or under, in parts of an em.
const markGap = 24

// markClass returns the class of a mark that any letter may bear; 0 for every other rune: marks of one script are for its own rules.
func markClass(r rune) int {
	if r >= 0x300 && r <= 0x36F || r >= 0x1AB0 && r <= 0x1AFF || r >= 0x1DC0 && r <= 0x1DFF || r >= 0x20D0 && r <= 0x20F0 {
		return int(norm.NFD.PropertiesString(string(r)).CCC())
	}
	return 0
}

// A box is what a glyph covers, in font units from the pen.
type box struct{ left, right, bottom, top int }

func boxOf(f *otfont.Face, p Part) box {
	e, ok := f.GlyphExtents(otfont.GID(p.Glyph))
	if !ok {
		return box{p.X, p.X, p.Y, p.Y}
	}
	x, y := p.X+int(e.XBearing), p.Y+int(e.YBearing)
	return box{x, x + int(e.Width), y + int(e.Height), y} // heights run down
}

// placeMarks gives the marks of a cluster that its face has no place for (they stand where the letter ends) one by the boxes of the
// glyphs: in the middle over or under the letter, clear of what stands there.
func placeMarks(face *otfont.Face, f *Face, c *Cluster, loose []int) {
	classes := marksOf(f, c)
	if classes == nil {
		return
	}
	base := boxOf(face, c.Parts[0])
	high := f.lowHeight(face)
	around := base
	for i := 1; i < len(c.Parts); i++ {
		p := &c.Parts[i]
		m := boxOf(face, *p)
		if len(loose) > 0 && loose[0] == i {
			loose = loose[1:]
			p.X += (base.left+base.right)/2 - (m.left+m.right)/2
			switch class := classes[i]; {
			case class == overlaid:
				p.Y += (base.bottom+base.top)/2 - (m.bottom+m.top)/2
			case class == doubleAbove || class == doubleBelow:
				p.X += c.Advance - (base.left+base.right)/2
			case class == below || class == attachedBelow:
				p.Y += min(0, around.bottom)
				if around.bottom < base.bottom { // another mark is there
					p.Y = around.bottom - f.perEm/markGap - m.top
				}
			case around.top > base.top:
				p.Y = around.top + f.perEm/markGap - m.bottom
			default:
				p.Y += max(0, base.top-high)
			}
			m = boxOf(face, *p)
			lean := f.lean(m.bottom + m.top - base.bottom - base.top)
			p.X, m.left, m.right = p.X+lean, m.left+lean, m.right+lean
		}
		around.bottom, around.top = min(around.bottom, m.bottom), max(around.top, m.top)
	}
}

// lean is how far the top of an upright stroke that is half as high as told stands beside its foot in an italic (OpenType, post).
func (f *Face) lean(twice int) int {
	post := sfnt.Table(f.data, "post")
	if len(post) < 8 {
		return 0
	}
	angle := float64(sfnt.I16(post, 4)) + float64(sfnt.U16(post, 6))/65536
	return int(math.Round(-math.Tan(angle*math.Pi/180) * float64(twice) / 2))
}

// marksOf returns the class of each glyph of a cluster but the first, which is its letter; nil where it is no letter with marks.
func marksOf(f *Face, c *Cluster) []int {
	_, size := utf8.DecodeRuneInString(c.Text)
	marks := []rune(c.Text[size:])
	out := make([]int, len(c.Parts))
	for i := 1; i < len(c.Parts); i++ {
		for k, r := range marks {
			if r != 0 && f.Glyph(r) == c.Parts[i].Glyph {
				out[i], marks[k] = markClass(r), 0
				break
			}
		}
		if out[i] == 0 {
			return nil
		}
	}
	return out
}

// lowHeight is how high the small letters are, over which marks stand where they are drawn.
func (f *Face) lowHeight(face *otfont.Face) int { return boxOf(face, Part{Glyph: f.Glyph('x')}).top }
