package font

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

// A ligature that no face has is set by its letters, and is itself in the text.
func TestLigatures(t *testing.T) {
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, face := range []*Face{s.Regular, s.Bold, s.Italic} {
		for _, c := range [][2]string{{"eﬀort", "effort"}, {"oﬃce", "office"}, {"ﬅill", "still"}, {"ﬆ", "st"}} {
			text, width, parts := "", 0, 0
			for _, r := range s.Line(face, c[0], 10, "") {
				if r.Missing {
					t.Errorf("%s: %q is in a box", face.Name, r.Text)
				}
				for _, k := range r.Clusters {
					text, width, parts = text+k.Text, width+k.Advance, parts+len(k.Parts)
				}
			}
			plain := 0
			for _, k := range kerned(face, c[1]) {
				plain += k.Advance
			}
			if text != c[0] || parts != len(c[1]) || width < plain-60 || width > plain+60 {
				t.Errorf("%s: %q is set as %q, %d glyphs, %d wide, want %d wide", face.Name, c[0], text, parts, width, plain)
			}
		}
	}
	if !s.Covers('ﬀ') || s.Regular.spells('ﬓ') || len(s.Missing("ﬀﬃﬅﬁ")) > 0 {
		t.Error("not what can be set")
	}
}

// A syllable of letters out of use, which no face joins, is told; one of today's letters is joined however it is written.
func TestTorn(t *testing.T) {
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{"ᄒᆞᆫ글": "ᄒᆞᆫ", "나랏말ᄊᆞ미": "ᄊᆞ", norm.NFD.String("한글 각 값"): "", "한글": "", "ᄒ": "", "plain": "", "하ᇫ": "하ᇫ"} {
		if got := s.Torn(text); got != want {
			t.Errorf("%q: %q is torn, want %q", text, got, want)
		}
	}
}
