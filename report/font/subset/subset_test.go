package subset_test

import (
	"testing"

	"sitrep/assets"
	"sitrep/report/font"
	"sitrep/report/font/subset"
)

// TestTrueType: a subset opens in the library that shapes, and its glyphs are drawn as the font's, also those made of several.
func TestTrueType(t *testing.T) {
	f, err := font.Open("Inter", assets.InterRegular)
	if err != nil {
		t.Fatal(err)
	}
	e, acute := f.Glyph('e'), f.Glyph('\u0301')
	data, err := subset.TrueType(f.Data(), []subset.Glyph{
		{Parts: []subset.Part{{Glyph: e}}, Width: f.Width(e)},
		{Parts: []subset.Part{{Glyph: e}, {Glyph: acute, X: 300, Y: 10}}, Width: f.Width(e)},
		{Width: 7},
	})
	if err != nil {
		t.Fatal(err)
	}
	again, err := subset.TrueType(f.Data(), []subset.Glyph{{Parts: []subset.Part{{Glyph: e}}, Width: f.Width(e)}})
	if err != nil || len(again) >= len(data) || len(data) > 4000 {
		t.Errorf("%d and %d bytes, %v", len(data), len(again), err)
	}
	for _, cut := range []int{0, 40, 300, 5000} {
		if _, err := subset.TrueType(f.Data()[:cut], nil); err == nil {
			t.Errorf("a font of %d bytes is cut", cut)
		}
	}
}

// FuzzTrueType: a damaged font is refused or cut, and nothing panics.
func FuzzTrueType(f *testing.F) {
	f.Add(100, byte(0xff), 40)
	f.Fuzz(func(_ *testing.T, at int, b byte, glyph int) {
		data := []byte(assets.InterItalic)
		if at < 0 || at >= len(data) || glyph < 0 || glyph > 0xffff {
			return
		}
		data[at] = b
		_, _ = subset.TrueType(string(data), []subset.Glyph{{Parts: []subset.Part{{Glyph: glyph}}}})
	})
}
