package pdf_test

import (
	"fmt"
	"sort"
	"strings"
	"testing"

	"sitrep/report/doc"
	"sitrep/report/pdf/flow"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
)

func setting(t testing.TB, d *doc.Document, paper string) (*flow.Setting, page.Size) {
	t.Helper()
	size, ok := page.Paper(paper)
	if !ok {
		t.Fatal(paper)
	}
	o := options(t)
	return flow.Set(d, flow.Options{Size: size, Theme: o.Theme, Fonts: o.Fonts}), size
}

// inside reports what stands outside the margins of a page.
func inside(t *testing.T, s *flow.Setting, size page.Size) {
	t.Helper()
	const side, top, foot, least = 65.9, 25, 25, 60
	for n, pg := range s.Pages {
		for _, it := range pg.Items {
			w, h := 0.0, 0.0
			switch {
			case it.Run != nil:
				w = it.Run.Width
			case it.Picture != nil:
				w, h = it.W, it.H
			case it.Scene != nil:
				w, h = it.Scene.Width, it.Scene.Height
			default:
				continue
			}
			if it.X < side || it.X+w > size.Width-side+0.1 || it.Y < top || it.Y+h > size.Height-foot {
				t.Errorf("page %d: %s at %.1f, %.1f, %.1f wide, %.1f high", n+1, label(it), it.X, it.Y, w, h)
			}
			if it.Elem != nil && it.Y+h > size.Height-least {
				t.Errorf("page %d: %s stands in the footer", n+1, label(it))
			}
		}
		for _, b := range pg.Boxes {
			if b.X < side || b.X+b.W > size.Width-side+0.1 || b.H < 0 || b.Y+b.H > size.Height-foot {
				t.Errorf("page %d: a box at %.1f, %.1f, %.1f by %.1f", n+1, b.X, b.Y, b.W, b.H)
			}
		}
	}
}

func label(it page.Item) string {
	if it.Run != nil {
		return fmt.Sprintf("%.30q", it.Run.Text)
	}
	return "a chart"
}

// blockOf is the block-level element of an item.
func blockOf(e *tag.Element) *tag.Element {
	for e != nil && (e.Role == tag.Span || e.Role == tag.Link || e.Role == tag.Reference) {
		e = e.Parent
	}
	return e
}

// baselines returns the lines of text of each block on a page.
func baselines(pg *page.Page) map[*tag.Element]map[int]bool {
	out := map[*tag.Element]map[int]bool{}
	for _, it := range pg.Items {
		if e := blockOf(it.Elem); e != nil && it.Run != nil {
			if out[e] == nil {
				out[e] = map[int]bool{}
			}
			out[e][int(it.Y*10)] = true
		}
	}
	return out
}

func TestLayout(t *testing.T) {
	for _, paper := range []string{"a4", "letter"} {
		for name, d := range map[string]*doc.Document{"rich": rich(t), "long": long(t, 40)} {
			t.Run(paper+"/"+name, func(t *testing.T) {
				s, size := setting(t, d, paper)
				inside(t, s, size)
				noLoneTitles(t, s)
				noLoneLines(t, s)
				headsRepeat(t, s)
			})
		}
	}
}

// noLoneTitles: the last text on a page is no heading and no caption.
func noLoneTitles(t *testing.T, s *flow.Setting) {
	for n, pg := range s.Pages {
		var last *tag.Element
		y := 0.0
		for _, it := range pg.Items {
			if it.Elem != nil && it.Y >= y {
				last, y = blockOf(it.Elem), it.Y
			}
		}
		if last != nil && (strings.HasPrefix(string(last.Role), "H") || last.Role == tag.Caption || last.Scope == "Column") {
			t.Errorf("page %d ends with %s", n+1, last.Role)
		}
	}
}

// noLoneLines: no paragraph leaves one of its lines alone on a page.
func noLoneLines(t *testing.T, s *flow.Setting) {
	total := map[*tag.Element]int{}
	for _, pg := range s.Pages {
		for e, lines := range baselines(pg) {
			total[e] += len(lines)
		}
	}
	for n, pg := range s.Pages {
		for e, lines := range baselines(pg) {
			if len(lines) == 1 && total[e] > 1 && e.Role == tag.P {
				t.Errorf("page %d: a line of a paragraph of %d stands alone", n+1, total[e])
			}
		}
	}
}

// headsRepeat: a page that begins within a table begins with its head, as an artifact.
func headsRepeat(t *testing.T, s *flow.Setting) {
	first := map[*tag.Element]int{}
	for n, pg := range s.Pages {
		for _, it := range pg.Items {
			e := blockOf(it.Elem)
			if e == nil || e.Role != tag.TD {
				continue
			}
			table := e.Parent.Parent.Parent
			if at, ok := first[table]; !ok {
				first[table] = n
			} else if at != n && !headAbove(pg, it) {
				t.Errorf("page %d: a table goes on without its head", n+1)
				return
			}
		}
	}
}

func headAbove(pg *page.Page, row page.Item) bool {
	for _, it := range pg.Items {
		if it.Elem == nil && it.Kind == page.Layout && it.Run != nil && it.Y < row.Y {
			return true
		}
	}
	return false
}

// TestFigures: a chart stands on the page of its caption, and goes on where it is too high.
func TestFigures(t *testing.T) {
	d := rich(t)
	d.Body = []doc.Block{para(lorem(260)), &doc.Figure{ID: "fig", Label: "Figure 1", Chart: ranges(d.Language, 90)}, para(lorem(50))}
	s, size := setting(t, d, "a4")
	inside(t, s, size)
	scenes, captions := map[int]int{}, map[int]int{}
	for n, pg := range s.Pages {
		for _, it := range pg.Items {
			if it.Scene != nil {
				scenes[n]++
			}
			if e := blockOf(it.Elem); e != nil && e.Role == tag.Caption {
				captions[n]++
			}
		}
	}
	if len(scenes) < 2 || len(captions) != 1 {
		t.Fatalf("scenes on %v, captions on %v", scenes, captions)
	}
	for n := range captions {
		if scenes[n] == 0 {
			t.Errorf("the caption stands on page %d without a chart", n+1)
		}
	}
}

// TestOnePage: the figure of a first page alone says what it counts and where.
func TestOnePage(t *testing.T) {
	d := rich(t)
	f := &doc.Figure{ID: "fig", Label: "Figure 1", Chart: ranges(d.Language, 3)}
	f.Chart.Subtitle = "People killed · Kherson"
	d.Body, d.Front = []doc.Block{f}, &doc.Front{Lead: f}
	s, size := setting(t, d, "a4")
	inside(t, s, size)
	if said := dump(s); !strings.Contains(said, f.Chart.Subtitle) {
		t.Errorf("the subtitle is not on the page:\n%s", said)
	}
}

// TestKeyFigures: a key figure is one number or one range, however long.
func TestKeyFigures(t *testing.T) {
	for _, value := range []string{"3,000–12,000", "1,234,567,890–2,345,678,901", "≈\u00a0123,456,789,012–123,456,789,013", "12,500 (11,000–14,000)"} {
		d := rich(t)
		d.Body = []doc.Block{&doc.KeyFigures{Items: []doc.KeyFigure{{Unit: "soldiers", Claims: []doc.KeyClaim{{Value: words(doc.Text(value))}}}, {Unit: "bridges", Claims: []doc.KeyClaim{{Value: words(doc.Text("5"))}}}}}}
		s, size := setting(t, d, "a4")
		inside(t, s, size)
		shown := map[string]bool{}
		lines := map[float64]string{}
		for _, it := range s.Pages[0].Items {
			if it.Run != nil && it.Elem != nil && it.X < 220 {
				lines[it.Y] += it.Run.Text
			}
		}
		for _, l := range lines {
			for _, word := range strings.Fields(strings.ReplaceAll(l, "\u00a0", "_")) {
				shown[word] = true
			}
		}
		for _, word := range strings.Fields(strings.ReplaceAll(value, "\u00a0", "_")) {
			if !shown[word] {
				t.Errorf("%q is broken: %v", word, lines)
			}
		}
	}
}

// dump writes a page as its lines: place, size, face and text.
func dump(s *flow.Setting) string {
	var b strings.Builder
	for n, pg := range s.Pages {
		fmt.Fprintf(&b, "-- page %d --\n", n+1)
		items := append([]page.Item(nil), pg.Items...)
		sort.SliceStable(items, func(i, j int) bool {
			return items[i].Y < items[j].Y || items[i].Y == items[j].Y && items[i].X < items[j].X
		})
		for _, it := range items {
			switch {
			case it.Run != nil:
				st := it.Run.Span.Style
				fmt.Fprintf(&b, "%6.1f %6.1f %4.1f%s %s\n", it.Y, it.X, st.Size, faceMark(it.Run), strings.TrimRight(it.Run.Text, " "))
			case it.Scene != nil:
				fmt.Fprintf(&b, "%6.1f %6.1f chart, %.0f wide\n", it.Y, it.X, it.Scene.Width)
			}
		}
	}
	return b.String()
}

func faceMark(r *text.Run) string {
	if strings.HasPrefix(r.Face.Name, "Noto") {
		return "k"
	}
	return []string{" ", "b", "i"}[r.Span.Style.Face]
}
