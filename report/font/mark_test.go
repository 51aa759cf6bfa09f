package font

import (
	"strings"
	"testing"

	otfont "github.com/go-text/typesetting/font"
)

// TestPlaceMarks: marks that a face has no place for stand over or under the middle of their letters and clear of them, in every cut.
func TestPlaceMarks(t *testing.T) {
	s, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	const over = "я́ Ю́ ѣ́ ѧ́ ѫ́ ү́ я̄ я̀ Ə́ œ́ œ̄ ʊ́ Ʊ́ ʋ́ ʔ́ ʌ́ Σ̄ σ̂ μ̂ ọ́ Ọ̀ n̄ е́ ɛ̀́"
	for _, f := range []*Face{s.Regular, s.Bold, s.Italic} {
		read, err := f.layout.font()
		if err != nil {
			t.Fatal(err)
		}
		face := otfont.NewFace(read)
		for _, text := range strings.Fields(over + " z̧ Z̧ đ̣ Я̣") {
			c := s.Clusters(Item{Face: f}, text, false, "")
			if len(c) != 1 || len(c[0].Parts) < 2 {
				t.Errorf("%s %s: %v", f.Name, text, c)
				continue
			}
			base, last := boxOf(face, c[0].Parts[0]), c[0].Parts[len(c[0].Parts)-1]
			m := boxOf(face, last)
			off := (base.left+base.right)/2 - (m.left+m.right)/2 + f.lean(m.bottom+m.top-base.bottom-base.top)
			if most := f.perEm / 10; off > most || off < -most {
				t.Errorf("%s %s: the mark stands %d units beside the middle", f.Name, text, off)
			}
			if above := strings.Contains(over, text); above && m.bottom < base.top || !above && m.top > base.bottom+f.perEm/16 {
				t.Errorf("%s %s: the mark meets its letter: %v, %v", f.Name, text, base, m)
			}
		}
	}
}
