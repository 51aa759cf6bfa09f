// Package woff makes small web fonts of what a page shows (WOFF 1.0, W3C Recommendation of 13 December 2012).
//
// A face whose rules the text needs keeps the numbers of its glyphs, and with them the rules of shaping as they are; of its
// outlines only those stay that are shown. Any other is numbered anew. WOFF 1 and not 2, which is a seventh smaller: that would
// take a writer of Brotli.
package woff

import (
	"bytes"
	"encoding/binary"
	"maps"
	"slices"
	"sync"

	"github.com/klauspost/compress/zlib"

	"sitrep/report/font"
	"sitrep/report/font/sfnt"
	"sitrep/report/font/subset"
)

// A Subset is what is shown of a face.
type Subset struct {
	Face   *font.Face   // its origin, see [font.Face.Origin]
	Runes  map[rune]int // runes, and the glyph of each
	Glyphs map[int]bool // the other glyphs, which shaping chose
	Shaped bool         // the rules of the face are needed: not for kerning alone
}

// Add takes the clusters of a run.
func (s *Subset) Add(r *font.Run) {
	for _, v := range r.Text {
		if g := r.Face.Glyph(v); g != 0 {
			s.Runes[v] = g
		}
	}
	for i := range r.Clusters {
		c := &r.Clusters[i]
		n := 0
		for _, v := range c.Text {
			if n < len(c.Parts) && c.Parts[n].Glyph == r.Face.Glyph(v) && c.Parts[n].X == 0 && c.Parts[n].Y == 0 {
				n++
			}
		}
		s.Shaped = s.Shaped || n != 1 || len(c.Parts) != 1
		for _, p := range c.Parts {
			s.Glyphs[p.Glyph] = true
		}
	}
}

// Font returns the subset as a file, and the runes that it has: those shown, and where rules are needed also those that
// they take letters apart into, or put together to.
func (s *Subset) Font() ([]byte, []rune, error) {
	glyphs := map[int]bool{}
	for g := range s.Glyphs {
		glyphs[g] = true
	}
	for _, g := range s.Runes {
		glyphs[g] = true
	}
	delete(glyphs, 0)
	kept := slices.Sorted(maps.Keys(glyphs))
	cmap := map[rune]int{}
	for r, g := range s.Runes {
		if cmap[r] = g; !s.Shaped {
			i, _ := slices.BinarySearch(kept, g)
			cmap[r] = i + 1
		}
	}
	for r := rune(0x300); r <= 0xFFFF && s.Shaped; r++ {
		if g := s.Face.Glyph(r); glyphs[g] {
			cmap[r] = g
		}
	}
	tables, version, err := s.outlines(kept)
	if err != nil {
		return nil, nil, err
	}
	data := s.Face.Data()
	tables = append(tables, sfnt.Named{Tag: "cmap", Data: characterMap(cmap)}, sfnt.Named{Tag: "name", Data: name(s.Face.Name)},
		sfnt.Named{Tag: "post", Data: post(sfnt.Table(data, "post"))})
	copied := []string{"OS/2"}
	if s.Shaped {
		copied = append(copied, "GDEF", "GPOS", "GSUB")
	}
	for _, tag := range copied {
		if t := sfnt.Table(data, tag); t != "" {
			tables = append(tables, sfnt.Named{Tag: tag, Data: []byte(t)})
		}
	}
	slices.SortFunc(tables, func(a, b sfnt.Named) int { return bytes.Compare([]byte(a.Tag), []byte(b.Tag)) })
	return pack(version, tables), slices.Sorted(maps.Keys(cmap)), nil
}

// outlines returns the tables of the glyphs kept, with the numbers that they have in the face where it is shaped, else from 1.
func (s *Subset) outlines(kept []int) ([]sfnt.Named, uint32, error) {
	f := s.Face
	if f.Cubic {
		return s.cubic(kept), sfnt.CFF, nil
	}
	if s.Shaped {
		tables, err := subset.Keep(f.Data(), kept)
		return tables, sfnt.TrueType, err
	}
	glyphs := make([]subset.Glyph, len(kept))
	for i, g := range kept {
		glyphs[i] = subset.Glyph{Parts: []subset.Part{{Glyph: g}}, Width: f.Width(g)}
	}
	cut, err := subset.TrueType(f.Data(), glyphs)
	if err != nil {
		return nil, 0, err
	}
	var out []sfnt.Named
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		out = append(out, sfnt.Named{Tag: tag, Data: []byte(sfnt.Table(string(cut), tag))})
	}
	return out, sfnt.TrueType, nil
}

// cubic returns the tables of outlines in CFF. Where the face is shaped, glyphs that are not kept are there without ink.
func (s *Subset) cubic(kept []int) []sfnt.Named {
	f := s.Face
	numbers := kept
	if s.Shaped {
		numbers = make([]int, kept[len(kept)-1])
		for i := range numbers {
			numbers[i] = i + 1
		}
	}
	em := float64(f.UnitsPerEm())
	drawn := make([]subset.Drawn, len(numbers))
	hmtx := binary.BigEndian.AppendUint32(nil, uint32(f.Width(0))<<16)
	for i, g := range numbers {
		drawn[i] = subset.Drawn{Code: i + 1, Width: f.Width(g)}
		hmtx = binary.BigEndian.AppendUint32(hmtx, uint32(f.Width(g))<<16)
		if _, ink := slices.BinarySearch(kept, g); !ink {
			continue
		}
		for _, p := range f.GlyphOutline(g) {
			if p.Op != 'Z' {
				drawn[i].Steps = append(drawn[i].Steps, subset.Step{Op: p.Op, CX: p.CX * em, CY: p.CY * em,
					DX: p.DX * em, DY: p.DY * em, X: p.X * em, Y: p.Y * em})
			}
		}
	}
	hhea := []byte(sfnt.Table(f.Data(), "hhea")[:36])
	binary.BigEndian.PutUint16(hhea[34:], uint16(len(numbers)+1))
	maxp := binary.BigEndian.AppendUint16([]byte{0, 0, 0x50, 0}, uint16(len(numbers)+1))
	return []sfnt.Named{
		{Tag: "CFF ", Data: subset.CFF(f.Name, f.UnitsPerEm(), drawn)}, {Tag: "head", Data: []byte(sfnt.Table(f.Data(), "head")[:54])},
		{Tag: "hhea", Data: hhea}, {Tag: "hmtx", Data: hmtx}, {Tag: "maxp", Data: maxp},
	}
}

// characterMap writes a table of one subtable of format 12, of all planes (OpenType 1.9, "cmap").
func characterMap(glyphs map[rune]int) []byte {
	var groups []byte
	n := 0
	last, end := rune(-2), -1
	for _, r := range slices.Sorted(maps.Keys(glyphs)) {
		g := glyphs[r]
		if r == last+1 && g == end+1 {
			binary.BigEndian.PutUint32(groups[len(groups)-8:], uint32(r))
		} else {
			for _, v := range []int{int(r), int(r), g} {
				groups = binary.BigEndian.AppendUint32(groups, uint32(v))
			}
			n++
		}
		last, end = r, g
	}
	out := []byte{0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0}
	for _, v := range []int{16 + len(groups), 0, n} {
		out = binary.BigEndian.AppendUint32(out, uint32(v))
	}
	return append(out, groups...)
}

// name writes the names of a face: family, style, full name and PostScript's ("name", format 0; platform 3, in English).
func name(ps string) []byte {
	records, texts := []byte{}, []byte{}
	all := []struct {
		id   uint16
		text string
	}{{1, ps}, {2, "Regular"}, {4, ps}, {6, ps}}
	for _, n := range all {
		var wide []byte
		for _, r := range n.text {
			wide = binary.BigEndian.AppendUint16(wide, uint16(r))
		}
		for _, v := range []uint16{3, 1, 0x409, n.id, uint16(len(wide)), uint16(len(texts))} {
			records = binary.BigEndian.AppendUint16(records, v)
		}
		texts = append(texts, wide...)
	}
	out := binary.BigEndian.AppendUint16([]byte{0, 0, 0, byte(len(all))}, uint16(6+len(records)))
	return append(append(out, records...), texts...)
}

// post is a table without names of glyphs (version 3).
func post(of string) []byte {
	out := make([]byte, 32)
	copy(out, of)
	copy(out, []byte{0, 3, 0, 0})
	return out
}

// pack compresses tables, sorted by their tags, each by itself.
func pack(version uint32, tables []sfnt.Named) []byte {
	whole := 12 + 16*len(tables)
	directory, body := []byte{}, []byte{}
	at := 44 + 20*len(tables)
	for _, t := range tables {
		packed := compressed(t.Data)
		tag, place := binary.BigEndian.Uint32([]byte(t.Tag)), uint32(at+len(body))
		for _, v := range []uint32{tag, place, uint32(len(packed)), uint32(len(t.Data)), sum(t)} {
			directory = binary.BigEndian.AppendUint32(directory, v)
		}
		body = append(body, packed...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
		whole += (len(t.Data) + 3) &^ 3
	}
	var out []byte
	length := uint32(at + len(body))
	for _, v := range []uint32{0x774F4646, version, length, uint32(len(tables)) << 16, uint32(whole), 0x00010000, 0, 0, 0, 0, 0} {
		out = binary.BigEndian.AppendUint32(out, v)
	}
	return slices.Concat(out, directory, body)
}

// sum is a table's checksum: of head without the sum of the whole font.
func sum(t sfnt.Named) uint32 {
	if t.Tag == "head" {
		binary.BigEndian.PutUint32(t.Data[8:], 0)
	}
	return sfnt.Checksum(t.Data)
}

// idle holds writers, of a megabyte each, between one table and the next.
var idle = sync.Pool{New: func() any {
	z, _ := zlib.NewWriterLevel(nil, zlib.BestCompression) // the level is valid
	return z
}}

// compressed returns a table compressed where that is shorter.
func compressed(data []byte) []byte {
	var b bytes.Buffer
	z := idle.Get().(*zlib.Writer)
	defer idle.Put(z)
	z.Reset(&b)
	_, _ = z.Write(data) // a buffer does not fail
	_ = z.Close()
	if b.Len() >= len(data) {
		return data
	}
	return b.Bytes()
}
