package subset

import (
	"encoding/binary"
	"math"
	"slices"
)

// A Step is one step of an outline in font units: 'M', 'L' to X, Y; 'Q' a quadratic, 'C' a cubic curve with its
// handles. Others are left out.
type Step struct {
	Op                   byte    // 'M', 'L', 'Q' or 'C'
	CX, CY, DX, DY, X, Y float64 // font units
}

// A Drawn is a glyph by its outline. Its code is what a PDF calls it by.
type Drawn struct {
	Code  int    // one byte, or two
	Width int    // font units
	Steps []Step // the outline; empty for a space
}

// CFF returns a font of outlines in the Compact Font Format (Adobe Technical Note 5176), by codes (CID-keyed), for a
// PDF (ISO 32000-1, 9.9). Codes rise. Glyph 0, the sign for what is missing, is put before them.
//
// The outlines are written anew, without subroutines and hints, so that those of any font are cut the same way.
func CFF(name string, perEm int, glyphs []Drawn) []byte {
	programs := [][]byte{charString(Drawn{Width: perEm})}
	for _, g := range glyphs {
		programs = append(programs, charString(g))
	}
	head := append([]byte{1, 0, 4, 4}, index([][]byte{[]byte(name)})...)
	private := append(append(number(0), 20), append(number(0), 21)...) // default and nominal width: 0
	parts := [][]byte{
		append(index([][]byte{[]byte("Adobe"), []byte("UCS")}), index(nil)...), // strings and global subroutines
		charset(glyphs),
		binary.BigEndian.AppendUint16([]byte{3, 0, 1, 0, 0, 0}, uint16(len(programs))), // all glyphs are of the one font
		index(programs),
		private,
		nil,
	}
	at := len(head) + len(topDict(perEm, [4]int{}))
	var places []int // of the parts
	for i := range parts {
		places = append(places, at)
		at += len(parts[i])
	}
	parts[5] = index([][]byte{append(append(number(len(private)), number(places[4])...), 18)})
	out := slices.Concat(head, topDict(perEm, [4]int{places[1], places[2], places[3], places[5]}))
	for _, part := range parts {
		out = append(out, part...)
	}
	return out
}

// charset writes the codes of the glyphs from the first on, as ranges (section 13, format 2).
func charset(glyphs []Drawn) []byte {
	out := []byte{2}
	for i := 0; i < len(glyphs); {
		k := i + 1
		for k < len(glyphs) && glyphs[k].Code == glyphs[i].Code+k-i {
			k++
		}
		out = binary.BigEndian.AppendUint16(out, uint16(glyphs[i].Code))
		out = binary.BigEndian.AppendUint16(out, uint16(k-i-1))
		i = k
	}
	return out
}

// topDict writes the dictionary of the font (section 9): that it is CID-keyed, units to the em, and where charset,
// selection, programs and fonts are.
func topDict(perEm int, places [4]int) []byte {
	p := &pen{}
	p.operand(391).operand(392).operand(0) // Adobe, UCS, as short as can be: readers know such a font from its first bytes
	d := slices.Concat(p.out, []byte{12, 30})
	if perEm != 1000 {
		zero := number(0)
		for _, v := range [][]byte{real(1 / float64(perEm)), zero, zero, real(1 / float64(perEm)), zero, zero, {12, 7}} {
			d = append(d, v...)
		}
	}
	d = append(append(d, number(0x10000)...), 12, 34) // how many characters there may be
	d = append(append(d, number(places[0])...), 15)
	d = append(append(d, number(places[1])...), 12, 37)
	d = append(append(d, number(places[2])...), 17)
	d = append(append(d, number(places[3])...), 12, 36)
	return index([][]byte{d})
}

// number writes an integer of a dictionary, always in five bytes: offsets are known only when all lengths are.
func number(v int) []byte { return binary.BigEndian.AppendUint32([]byte{29}, uint32(int32(v))) }

// real writes a fraction of a dictionary in decimal figures (table 5).
func real(v float64) []byte {
	out := []byte{30}
	digits := []byte{0xa} // the point; one over the units to the em is below one
	for range 10 {
		v *= 10
		digits = append(digits, byte(v))
		v -= math.Floor(v)
	}
	digits = append(digits, 0xf)
	if len(digits)%2 == 1 {
		digits = append(digits, 0xf)
	}
	for i := 0; i < len(digits); i += 2 {
		out = append(out, digits[i]<<4|digits[i+1])
	}
	return out
}

// index writes pieces of data with their places (section 5).
func index(all [][]byte) []byte {
	out := binary.BigEndian.AppendUint16(nil, uint16(len(all)))
	if len(all) == 0 {
		return out
	}
	out = append(out, 4)
	at := 1
	for _, d := range all {
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		at += len(d)
	}
	out = binary.BigEndian.AppendUint32(out, uint32(at))
	for _, d := range all {
		out = append(out, d...)
	}
	return out
}

// A pen writes a charstring (Adobe Technical Note 5177).
type pen struct {
	out  []byte
	x, y int // rounded
}

// charString writes width and outline.
func charString(g Drawn) []byte {
	p := &pen{}
	p.operand(g.Width) // the nominal width is 0
	for _, s := range g.Steps {
		x, y := round(s.X), round(s.Y)
		switch s.Op {
		case 'M':
			p.to(x, y)
			p.out = append(p.out, 21)
		case 'L':
			p.to(x, y)
			p.out = append(p.out, 5)
		case 'Q': // the same curve with two handles
			cx, cy := s.CX, s.CY
			fx, fy := float64(p.x), float64(p.y)
			p.curve(fx+(cx-fx)*2/3, fy+(cy-fy)*2/3, s.X+(cx-s.X)*2/3, s.Y+(cy-s.Y)*2/3, x, y)
		case 'C':
			p.curve(s.CX, s.CY, s.DX, s.DY, x, y)
		}
	}
	return append(p.out, 14)
}

func (p *pen) curve(cx, cy, dx, dy float64, x, y int) {
	p.to(round(cx), round(cy))
	p.to(round(dx), round(dy))
	p.to(x, y)
	p.out = append(p.out, 8)
}

// to writes the way from the last point.
func (p *pen) to(x, y int) {
	p.operand(x - p.x)
	p.operand(y - p.y)
	p.x, p.y = x, y
}

func (p *pen) operand(v int) *pen {
	switch {
	case v >= -107 && v <= 107:
		p.out = append(p.out, byte(v+139))
	case v >= 108 && v <= 1131:
		v -= 108
		p.out = append(p.out, byte(v>>8+247), byte(v))
	case v >= -1131 && v <= -108:
		v = -v - 108
		p.out = append(p.out, byte(v>>8+251), byte(v))
	default:
		p.out = append(p.out, 28, byte(v>>8), byte(v))
	}
	return p
}

func round(v float64) int { return int(math.Floor(v + 0.5)) }
