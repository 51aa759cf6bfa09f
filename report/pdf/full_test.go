package pdf_test

import (
	"slices"
	"sort"
	"testing"

	"sitrep/report/pdf"
	"sitrep/report/pdf/flow"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
)

// emptiness is the share of each page's height for text that is left below what
// stands on it.
func emptiness(s *flow.Setting, size page.Size) []float64 {
	const top, foot = 76, 74
	var out []float64
	for _, pg := range s.Pages {
		last := float64(top)
		for _, it := range pg.Items {
			switch {
			case it.Scene != nil:
				last = max(last, it.Y+it.Scene.Height)
			case it.Run != nil && it.Elem != nil:
				last = max(last, it.Y+3)
			}
		}
		for _, b := range pg.Boxes {
			if b.Y+b.H < size.Height-foot {
				last = max(last, b.Y+b.H)
			}
		}
		out = append(out, (size.Height-foot-last)/(size.Height-foot-top))
	}
	return out
}

// beginsPart reports whether a title of the first level is the first on a page.
func beginsPart(pg *page.Page) bool {
	for _, it := range pg.Items {
		if e := blockOf(it.Elem); e != nil {
			return e.Role == tag.Heading(2)
		}
	}
	return false
}

// outermost is the block that stands in no other: a paragraph or a whole list.
func outermost(e *tag.Element) *tag.Element {
	for ; e != nil && e.Parent != nil; e = e.Parent {
		switch e.Parent.Role {
		case tag.Sect, tag.Document, tag.Div:
			return e
		}
	}
	return e
}

// TestFiguresApart: no figure stands within a paragraph, a list or a table.
func TestFiguresApart(t *testing.T) {
	for name, d := range samples(t) {
		for _, paper := range []string{"a4", "letter"} {
			s, _ := setting(t, d, paper)
			before, figures := map[*tag.Element]int{}, 0 // how many figures stand above the beginning of a block
			for n, pg := range s.Pages {
				items := slices.Clone(pg.Items)
				sort.SliceStable(items, func(i, k int) bool { return items[i].Y < items[k].Y })
				for _, it := range items {
					e := outermost(it.Elem)
					switch at, ok := before[e]; {
					case it.Scene != nil:
						figures++
					case e == nil || e.Parent != nil && e.Parent.Role == tag.Div:
					case !ok:
						before[e] = figures
					case at != figures:
						t.Errorf("%s on %s: a figure on page %d parts %s", name, paper, n+1, label(it))
					}
				}
			}
		}
	}
}

// TestFull: no page of a briefing is emptier than a quarter, but at the end of a
// part; the last page holds a fifth of a page at least, for which the one before it
// may give so much that it is emptier than a quarter, but not than a third. The gallery, which is figures and no text to fill pages with, is left out.
func TestFull(t *testing.T) {
	all := samples(t)
	delete(all, "gallery.en")
	delete(all, "gallery.es-MX")
	var names []string
	for name := range all {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, paper := range []string{"a4", "letter"} {
		for _, name := range names {
			s, size := setting(t, all[name], paper)
			empty := emptiness(s, size)
			for i, v := range empty[:len(empty)-1] {
				limit := 0.25
				if i == len(empty)-2 {
					limit = 0.33
				}
				if v > limit && !beginsPart(s.Pages[i+1]) {
					t.Errorf("%s on %s: %.0f %% of page %d of %d is empty", name, paper, 100*v, i+1, len(empty))
				}
			}
			if last := empty[len(empty)-1]; last > 0.81 {
				t.Errorf("%s on %s: %.0f %% of the last page of %d is empty", name, paper, 100*last, len(empty))
			}
		}
	}
}

// TestSize: the sample is smaller than a quarter of a megabyte, in each language
// and on each paper.
func TestSize(t *testing.T) {
	for name, d := range samples(t) {
		for _, paper := range []string{"a4", "letter"} {
			o := options(t)
			o.Paper = paper
			if data, err := pdf.Render(d, o); err != nil || len(data) >= 250_000 {
				t.Errorf("%s on %s: %d bytes, %v", name, paper, len(data), err)
			}
		}
	}
}
