package pdf_test

import (
	"strings"
	"testing"

	"sitrep/report/pdf/flow"
	"sitrep/report/pdf/page"
)

// tails returns, for each page before the last, the share of its height that is left empty.
func tails(s *flow.Setting, size page.Size) []float64 {
	const top, foot = 76, 74
	var out []float64
	for _, pg := range s.Pages[:len(s.Pages)-1] {
		low := float64(top)
		for _, it := range pg.Items {
			switch {
			case it.Kind == page.Header || it.Kind == page.Footer:
			case it.Run != nil && it.Y < size.Height-foot+1:
				low = max(low, it.Y)
			case it.Scene != nil:
				low = max(low, it.Y+it.Scene.Height)
			}
		}
		out = append(out, (size.Height-foot-low)/(size.Height-foot-top))
	}
	return out
}

// TestTails: of the pages of the samples before the last, those that are left emptier than a tenth are told, and are few: figures stand in their
// own sections, whatever that leaves.
func TestTails(t *testing.T) {
	pages, empty := 0, 0
	for name, d := range samples(t) {
		if strings.HasPrefix(name, "gallery") { // figures and nothing to put between them
			continue
		}
		s, size := setting(t, d, "a4")
		for i, share := range tails(s, size) {
			if pages++; share > 0.1 {
				empty++
				t.Logf("%s: page %d of %d is %.0f %% empty", name, i+1, len(s.Pages), share*100)
			}
		}
	}
	if 100*empty > 35*pages {
		t.Errorf("%d of %d pages are emptier than a tenth", empty, pages)
	}
}
