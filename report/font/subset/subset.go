// Package subset makes small fonts of a few glyphs, for PDF.
//
// The glyphs of a subset are numbered as they are given, from 1; 0 is the sign for what is missing. One glyph may be made of
// several of the font's, each at its place: a letter with its marks is then one sign for whoever reads the file.
//
// Why our own: none of the libraries at hand that are allowed here writes fonts, and none combines glyphs.
package subset

import (
	"encoding/binary"
	"errors"

	"sitrep/report/font/sfnt"
)

// A Glyph is one glyph of a subset. Lengths are font units.
type Glyph struct {
	Parts []Part // none where it has an outline of its own
	Width int    // its advance
}

// A Part is a glyph of the font and where it stands; Scale is in parts of 16384, 0 is its own size.
type Part struct {
	Glyph, X, Y, Scale int // number of the glyph in the font, and its place and size
}

// alone reports whether a glyph is one of the font's, as it is.
func (g *Glyph) alone() bool {
	return len(g.Parts) == 1 && g.Parts[0].X == 0 && g.Parts[0].Y == 0 && (g.Parts[0].Scale == 0 || g.Parts[0].Scale == 1<<14)
}

var errFont = errors.New("subset: a damaged font")

// A cutter copies outlines of glyf.
type cutter struct {
	glyf, loca string
	wide       bool        // loca has numbers of four bytes
	numbers    map[int]int // of the font's glyphs in the subset
	queue      []int       // the font's glyphs that are wanted, as parts of others
	out        []byte
	at         []int // where each glyph begins in out
	left       []int // left side bearings: where ink begins
	err        error
}

// TrueType returns a font of those glyphs, for a PDF: without names, without a character map (ISO 32000-1, 9.9).
func TrueType(data string, glyphs []Glyph) ([]byte, error) {
	head, hhea, maxp := sfnt.Table(data, "head"), sfnt.Table(data, "hhea"), sfnt.Table(data, "maxp")
	c := &cutter{glyf: sfnt.Table(data, "glyf"), loca: sfnt.Table(data, "loca"), wide: sfnt.U16(head, 50) == 1, numbers: map[int]int{}}
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 32 || c.glyf == "" {
		return nil, errFont
	}
	all := append([]Glyph{{Parts: []Part{{}}, Width: sfnt.U16(sfnt.Table(data, "hmtx"), 0)}}, glyphs...)
	for i := range all {
		if all[i].alone() {
			if _, known := c.numbers[all[i].Parts[0].Glyph]; !known {
				c.numbers[all[i].Parts[0].Glyph] = i
			}
		}
	}
	next := len(all)
	for i := range all {
		c.glyph(&all[i], &next)
	}
	for len(c.queue) > 0 { // parts, and parts of parts
		g := c.queue[0]
		c.queue = c.queue[1:]
		all = append(all, Glyph{Parts: []Part{{Glyph: g}}})
		c.glyph(&all[len(all)-1], &next)
	}
	if c.err != nil || len(all) > 0xFFFF {
		return nil, errFont
	}
	return c.font(head, hhea, maxp, all), nil
}

// font writes the tables.
func (c *cutter) font(head, hhea, maxp string, all []Glyph) []byte {
	var hmtx, loca []byte
	for i := range all {
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(all[i].Width))
		hmtx = binary.BigEndian.AppendUint16(hmtx, uint16(c.left[i]))
	}
	for _, at := range append(c.at, len(c.out)) {
		loca = binary.BigEndian.AppendUint32(loca, uint32(at))
	}
	set := func(table string, values ...int) []byte { // pairs of offset and number
		out := []byte(table)
		for i := 0; i+1 < len(values); i += 2 {
			binary.BigEndian.PutUint16(out[values[i]:], uint16(values[i+1]))
		}
		return out
	}
	deepest := 0
	for i := range all {
		deepest = max(deepest, len(all[i].Parts))
	}
	tables := []sfnt.Named{
		{Tag: "glyf", Data: c.out},
		{Tag: "head", Data: set(head[:54], 8, 0, 10, 0, 50, 1)},
		{Tag: "hhea", Data: set(hhea[:36], 34, len(all))},
		{Tag: "hmtx", Data: hmtx},
		{Tag: "loca", Data: loca},
		{Tag: "maxp", Data: set(maxp[:32], 4, len(all), 26, 0, 28, max(deepest, sfnt.U16(maxp, 28)), 30, sfnt.U16(maxp, 30)+1)},
	}
	out := sfnt.Write(sfnt.TrueType, tables)
	at := 12 + 16*len(tables) + (len(c.out)+3)&^3 // where head begins
	binary.BigEndian.PutUint32(out[at+8:], 0xB1B0AFBA-sfnt.Checksum(out))
	return out
}

// data is the record of a glyph of the font; empty where it has no outline.
func (c *cutter) data(id int) string {
	at := func(i int) int {
		if c.wide {
			return sfnt.U32(c.loca, 4*i)
		}
		return 2 * sfnt.U16(c.loca, 2*i)
	}
	from, to := at(id), at(id+1)
	if from < 0 || from >= to || to > len(c.glyf) || to-from < 10 {
		return ""
	}
	return c.glyf[from:to]
}

// number is that of a font's glyph in the subset, which is the next where it is new.
func (c *cutter) number(id int, next *int) int {
	n, ok := c.numbers[id]
	if !ok {
		n = *next
		*next++
		c.numbers[id] = n
		c.queue = append(c.queue, id)
	}
	return n
}

// glyph writes a glyph of the subset.
func (c *cutter) glyph(g *Glyph, next *int) {
	from := len(c.out)
	c.at = append(c.at, from)
	switch {
	case len(g.Parts) == 0:
	case g.alone():
		c.copy(c.data(g.Parts[0].Glyph), next)
	default:
		c.compose(g.Parts, next)
	}
	box := [4]int{}
	if written := string(c.out[from:]); written != "" {
		for i := range box {
			box[i] = sfnt.I16(written, 2+2*i)
		}
	}
	c.left = append(c.left, box[0])
	for len(c.out)%4 != 0 {
		c.out = append(c.out, 0)
	}
}

// The flags of a composite glyph's parts (OpenType 1.9, "glyf", "Composite glyph flags").
const (
	argsAreWords   = 0x0001
	argsAreOffsets = 0x0002
	oneScale       = 0x0008
	moreParts      = 0x0020
	twoScales      = 0x0040
	fullMatrix     = 0x0080
	instructions   = 0x0100
)

// copy writes an outline as the font has it. The parts of a composite one get their new numbers; instructions are left out.
func (c *cutter) copy(g string, next *int) {
	if g == "" {
		return
	}
	if n := sfnt.I16(g, 0); n >= 0 {
		c.simple(g, n)
		return
	}
	c.out = append(c.out, g[:10]...)
	for at := 10; ; {
		flags, id := sfnt.U16(g, at), sfnt.U16(g, at+2)
		size := partSize(flags)
		if at+size > len(g) {
			c.err = errFont
			return
		}
		c.words(flags&^instructions, c.number(id, next))
		c.out = append(c.out, g[at+4:at+size]...)
		if at += size; flags&moreParts == 0 {
			return
		}
	}
}

// simple copies an outline of n contours without its instructions.
func (c *cutter) simple(g string, n int) {
	at := 10 + 2*n
	end := at + 2 + sfnt.U16(g, at)
	if end > len(g) {
		c.err = errFont
		return
	}
	c.out = append(append(append(c.out, g[:at]...), 0, 0), g[end:]...)
}

func (c *cutter) words(values ...int) {
	for _, v := range values {
		c.out = binary.BigEndian.AppendUint16(c.out, uint16(v))
	}
}

// compose writes a glyph made of several.
func (c *cutter) compose(parts []Part, next *int) {
	var drawn []Part
	box := [4]int{1 << 14, 1 << 14, -1 << 14, -1 << 14}
	for _, p := range parts {
		g := c.data(p.Glyph)
		if g == "" {
			continue
		}
		scale := p.Scale
		if scale == 0 {
			scale = 1 << 14
		}
		x0, y0, x1, y1 := sfnt.I16(g, 2)*scale>>14+p.X, sfnt.I16(g, 4)*scale>>14+p.Y, sfnt.I16(g, 6)*scale>>14+p.X, sfnt.I16(g, 8)*scale>>14+p.Y
		box = [4]int{min(box[0], x0), min(box[1], y0), max(box[2], x1), max(box[3], y1)}
		drawn = append(drawn, p)
	}
	if len(drawn) == 0 {
		return
	}
	c.words(-1, box[0], box[1], box[2], box[3])
	for i, p := range drawn {
		flags := argsAreWords | argsAreOffsets
		if i < len(drawn)-1 {
			flags |= moreParts
		}
		scaled := p.Scale != 0 && p.Scale != 1<<14
		if scaled {
			flags |= oneScale
		}
		c.words(flags, c.number(p.Glyph, next), p.X, p.Y)
		if scaled {
			c.words(p.Scale)
		}
	}
}

// Keep returns the tables of a font with the numbers of its glyphs, of which only those given and their parts have outlines.
func Keep(data string, glyphs []int) ([]sfnt.Named, error) {
	head, hhea, maxp, hmtx := sfnt.Table(data, "head"), sfnt.Table(data, "hhea"), sfnt.Table(data, "maxp"), sfnt.Table(data, "hmtx")
	c := &cutter{glyf: sfnt.Table(data, "glyf"), loca: sfnt.Table(data, "loca"), wide: sfnt.U16(head, 50) == 1}
	if len(head) < 54 || len(hhea) < 36 || len(maxp) < 32 || c.glyf == "" {
		return nil, errFont
	}
	n := sfnt.U16(maxp, 4)
	kept := make([]bool, n)
	for queue := append([]int{0}, glyphs...); len(queue) > 0; queue = queue[1:] {
		g := queue[0]
		if g < 0 || g >= n || kept[g] {
			continue
		}
		kept[g] = true
		queue = append(queue, parts(c.data(g))...)
	}
	var glyf, loca []byte
	for g := range n {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		if kept[g] {
			glyf = append(glyf, c.data(g)...)
			for len(glyf)%4 != 0 {
				glyf = append(glyf, 0)
			}
		}
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	wide := []byte(head[:54])
	binary.BigEndian.PutUint16(wide[50:], 1)
	return []sfnt.Named{
		{Tag: "glyf", Data: glyf}, {Tag: "head", Data: wide}, {Tag: "hhea", Data: []byte(hhea)},
		{Tag: "hmtx", Data: []byte(hmtx)}, {Tag: "loca", Data: loca}, {Tag: "maxp", Data: []byte(maxp)},
	}, nil
}

// parts lists the glyphs that a composite one is made of.
func parts(g string) []int {
	if g == "" || sfnt.I16(g, 0) >= 0 {
		return nil
	}
	var out []int
	for at := 10; at+4 <= len(g); {
		flags := sfnt.U16(g, at)
		out = append(out, sfnt.U16(g, at+2))
		if flags&moreParts == 0 {
			break
		}
		at += partSize(flags)
	}
	return out
}

// partSize is the length of the record of a composite glyph's part.
func partSize(flags int) int {
	size := 6
	if flags&argsAreWords != 0 {
		size = 8
	}
	switch {
	case flags&oneScale != 0:
		size += 2
	case flags&twoScales != 0:
		size += 4
	case flags&fullMatrix != 0:
		size += 8
	}
	return size
}
