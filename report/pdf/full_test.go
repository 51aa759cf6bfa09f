package pdf_test

import (
	"slices"
	"sort"
	"testing"

	"sitrep/report/pdf"
	"sitrep/report/pdf/tag"
)

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
					case it.Scene != nil && (it.Elem == nil || it.Elem.Parent.Role != tag.Div): // of a key figure, within its list
					case it.Scene != nil || it.Picture != nil:
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

// TestSize: the sample is smaller than 256 KiB, in each language
// and on each paper.
func TestSize(t *testing.T) {
	for name, d := range samples(t) {
		for _, paper := range []string{"a4", "letter"} {
			o := options(t)
			o.Paper = paper
			if data, err := pdf.Render(d, o); err != nil || len(data) >= 1<<18 {
				t.Errorf("%s on %s: %d bytes, %v", name, paper, len(data), err)
			}
		}
	}
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
