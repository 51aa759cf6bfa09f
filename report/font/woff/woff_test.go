package woff_test

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"io"
	"testing"

	"sitrep/report/font"
	"sitrep/report/font/sfnt"
	"sitrep/report/font/woff"
)

// unpack reads a web font as a browser does, and returns the font inside.
func unpack(t *testing.T, data []byte) string {
	t.Helper()
	if string(data[:4]) != "wOFF" || int(binary.BigEndian.Uint32(data[8:])) != len(data) {
		t.Fatalf("no web font, or of another length: %q", data[:12])
	}
	n := int(binary.BigEndian.Uint16(data[12:]))
	var tables []sfnt.Named
	for i := range n {
		r := data[44+20*i:]
		at, size, whole := binary.BigEndian.Uint32(r[4:]), binary.BigEndian.Uint32(r[8:]), binary.BigEndian.Uint32(r[12:])
		table := data[at : at+size]
		if size < whole {
			z, err := zlib.NewReader(bytes.NewReader(table))
			if err != nil {
				t.Fatal(err)
			}
			if table, err = io.ReadAll(z); err != nil || len(table) != int(whole) {
				t.Fatalf("table %s: %v", r[:4], err)
			}
		}
		tables = append(tables, sfnt.Named{Tag: string(r[:4]), Data: table})
	}
	font := sfnt.Write(binary.BigEndian.Uint32(data[4:]), tables)
	if len(font) != int(binary.BigEndian.Uint32(data[16:])) {
		t.Errorf("a font of %d bytes, the head says %d", len(font), binary.BigEndian.Uint32(data[16:]))
	}
	return string(font)
}

// TestFont: what was cut sets the same text with outlines and places of the whole face, in fewer bytes.
func TestFont(t *testing.T) {
	for text, most := range map[string]int{"السلام عليكم": 22_000, "शांति है": 40_000, "ที่นี่": 6_000, "北京市": 4_000, "국방부": 3_000, "שלום": 4_000,
		"☂": 2_000, "กำลัง": 6_000, "የሚኒስቴሩ": 6_000} {
		set, err := font.Load()
		if err != nil {
			t.Fatal(err)
		}
		run := set.Line(set.Regular, text, 10, "")[0]
		s := &woff.Subset{Face: run.Face.Origin(), Runes: map[rune]int{}, Glyphs: map[int]bool{}}
		s.Add(&run)
		data, runes, err := s.Font()
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		again, _, _ := s.Font()
		if len(data) > most || !bytes.Equal(data, again) {
			t.Errorf("%q: %d bytes, at most %d; the same again: %v", text, len(data), most, bytes.Equal(data, again))
		}
		cut, err := font.Load(font.File{Name: "cut", Data: unpack(t, data)})
		if err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		face := cut.Own()[0]
		clusters := cut.Shape(face, text, run.RTL, "")
		if len(clusters) != len(run.Clusters) {
			t.Fatalf("%q: %d clusters, want %d", text, len(clusters), len(run.Clusters))
		}
		for _, r := range runes {
			if !face.Covers(r) {
				t.Errorf("%q: %q is not there", text, r)
			}
		}
		for i, c := range clusters {
			for k, p := range c.Parts {
				want := run.Clusters[i].Parts[k]
				if p.X != want.X || p.Y != want.Y || len(face.GlyphOutline(p.Glyph)) != len(run.Face.GlyphOutline(want.Glyph)) {
					t.Errorf("%q: part %d of cluster %d is %v, want %v", text, k, i, p, want)
				}
			}
		}
	}
}
