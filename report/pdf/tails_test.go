package pdf_test

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/report/doc"
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
			case it.Picture != nil:
				low = max(low, it.Y+it.H)
			case it.Scene != nil:
				low = max(low, it.Y+it.Scene.Height)
			}
		}
		out = append(out, (size.Height-foot-low)/(size.Height-foot-top))
	}
	return out
}

// drawings counts those of the figures on the pages, but for the strips of key figures and the figure of the first page.
func drawings(s *flow.Setting) int {
	n := 0
	for i, pg := range s.Pages {
		for _, it := range pg.Items {
			if it.Scene != nil && it.Scene.Height > 20 && i > 0 {
				n++
			}
		}
	}
	return n
}

// figures counts the figures of a document.
func figures(blocks []doc.Block) int {
	n := 0
	for _, b := range blocks {
		switch b := b.(type) {
		case *doc.Section:
			n += figures(b.Blocks)
		case *doc.Figure:
			n++
		}
	}
	return n
}

// TestTails: no page of the samples and the gallery before the last is emptier than a tenth; few figures go on on another page for it. A figure stands in its own section, whatever that leaves.
func TestTails(t *testing.T) {
	all, parted := samples(t), 0
	pages, empty := map[bool]int{}, map[bool]int{} // by whether it is the gallery
	for _, paper := range []string{"a4", "letter"} {
		for name, d := range all {
			s, size := setting(t, d, paper)
			parted += drawings(s) - figures(d.Body)
			gallery := strings.HasPrefix(name, "gallery")
			for i, share := range tails(s, size) {
				pages[gallery]++
				if share > 0.1 {
					empty[gallery]++
					t.Logf("%s on %s: page %d of %d is %.0f %% empty", name, paper, i+1, len(s.Pages), share*100)
				}
			}
		}
	}
	t.Logf("%d drawings go on on another page", parted)
	t.Logf("emptier than a tenth: %d of %d pages, of the gallery %d of %d", empty[false], pages[false], empty[true], pages[true])
	if empty[false]+empty[true] > 0 || 10*parted > pages[false]+pages[true] {
		t.Errorf("emptier than a tenth: %v of %v; %d figures go on", empty, pages, parted)
	}
}

// TestContinued: nothing of a figure goes on "continued" below itself, on one page, in the samples and the gallery.
func TestContinued(t *testing.T) {
	for name, d := range samples(t) {
		for _, paper := range []string{"a4", "letter"} {
			s, _ := setting(t, d, paper)
			for i, pg := range s.Pages {
				drawn := map[string]bool{}
				for _, it := range pg.Items {
					if it.Scene == nil || it.Scene.Height <= 20 || it.Elem == nil || i == 0 {
						continue
					}
					if group := fmt.Sprintf("%p", it.Elem.Parent); drawn[group] {
						t.Errorf("%s on %s: page %d has a figure and what goes on of it: %s", name, paper, i+1, it.Elem.Alt)
					} else {
						drawn[group] = true
					}
				}
			}
		}
	}
}
