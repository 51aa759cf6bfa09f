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

// TestTails: of the pages of the samples before the last, next to none is emptier than a tenth; few figures go on
// on another page for it. A figure stands in its own section, whatever that leaves. The gallery, which is figures and nothing to put between them, is left out.
func TestTails(t *testing.T) {
	all, pages, tenth, quarter, parted := samples(t), 0, 0, 0, 0
	for _, paper := range []string{"a4", "letter"} {
		for name, d := range all {
			if strings.HasPrefix(name, "gallery") {
				continue
			}
			s, size := setting(t, d, paper)
			parted += drawings(s) - figures(d.Body)
			for i, share := range tails(s, size) {
				pages++
				if share > 0.25 {
					quarter++
				}
				if share > 0.1 {
					tenth++
					t.Logf("%s on %s: page %d of %d is %.0f %% empty", name, paper, i+1, len(s.Pages), share*100)
				}
			}
		}
	}
	t.Logf("%d drawings go on on another page", parted)
	t.Logf("%d pages, %d emptier than a tenth, %d than a quarter", pages, tenth, quarter)
	if 100*tenth > pages || 200*quarter > pages || 15*parted > pages {
		t.Errorf("of %d pages %d are emptier than a tenth, %d than a quarter; %d figures go on", pages, tenth, quarter, parted)
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
