package pdf_test

import (
	"strings"
	"testing"
)

// TestToldLanguages: the title of every source in another language is told in it.
func TestToldLanguages(t *testing.T) {
	foreign := 0
	for name, d := range samples(t) {
		told := checked(t, build(t, d).Data).Told
		want := map[string]int{}
		for _, n := range d.Notes {
			if n.Language != "" && n.Language != d.Language.Tag {
				want[n.Language]++
				foreign++
			}
		}
		for tag, n := range want {
			if got := strings.Count(told, " Lang="+tag+"}"); got < n {
				t.Errorf("%s: %d of %d titles are told in %q", name, got, n, tag)
			}
		}
	}
	if foreign == 0 {
		t.Error("no sample has a source in another language")
	}
}
