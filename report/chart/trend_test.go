package chart

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// crowd is a trend in which the ends of many series lie close together, long before the end of the plot.
func crowd(t *testing.T, n int) *Chart {
	l := language(t, "es-MX")
	var claims []said
	for i := range n {
		claims = append(claims, said{id: fmt.Sprint("c", i), origin: fmt.Sprintf("Origen número %d", i), date: fmt.Sprintf("2025-02-%02d", 1+i%28), best: float64(3000 + 97*(i*7%23)), status: "claimed"})
	}
	claims = append(claims, said{id: "last", origin: "NIS", date: "2026-02-12", best: 6000, status: "claimed"})
	return &Chart{Language: l, Unit: lang.Noun("soldados"), Plot: &Trend{Rows: rowsOf(l, "soldados", claims)}}
}

// TestTrendNames holds that a name stands next to the last mark of its series or
// at the end of a line that begins there, and that all of what is said of the names left out can be read.
func TestTrendNames(t *testing.T) {
	for _, n := range []int{3, 9, 17, 60} {
		for _, width := range []float64{400, 490, 640} {
			c := crowd(t, n)
			s := c.Layout(Frame{Width: width, Fonts: fonts(t)})[0]
			var dots, starts [][2]float64 // marks, and where lines to names begin
			var names []*Text
			var more []string
			keyed := 0
			for _, sh := range s.Shapes {
				switch sh := sh.(type) {
				case *Path:
					x, y := sh.Segments[0].Points[0], sh.Segments[0].Points[1]
					if sh.Role == "leader" {
						starts = append(starts, [2]float64{x, y})
					}
					if sh.Role == "dot" {
						b := pathBoxes(sh)[0]
						dots = append(dots, [2]float64{(b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2})
					}
				case *Text:
					if sh.Role == "label" {
						names = append(names, sh)
					}
					if sh.Role == "key" && strings.HasPrefix(sh.S, "Origen") {
						keyed++
					}
					if sh.Role == "more" {
						more = append(more, sh.S)
					}
				}
			}
			alone := 0
			p := &pen{fonts: fonts(t)}
			for _, name := range names {
				if !beside(p, name, dots) {
					alone++
				}
			}
			if alone > len(starts) {
				t.Errorf("%d origins, %v wide: %d names off their marks, %d lines", n, width, alone, len(starts))
			}
			for _, a := range starts {
				if near(a, dots) > 10 {
					t.Errorf("%d origins, %v wide: a line begins at %v, where no mark is", n, width, a)
				}
			}
			text := strings.Join(more, " ")
			if left := n + 1 - len(names) - keyed; left > 0 && text != c.Language.Count("chart.more.origins", left) || left == 0 && text != "" {
				t.Errorf("%d origins, %v wide, %d names: %q", n, width, len(names), text)
			}
			if bad := flaws(s, fonts(t)); bad != nil {
				t.Errorf("%d origins, %v wide: %s", n, width, summary(bad))
			}
		}
	}
}

// near returns how far the nearest mark is.
func near(a [2]float64, dots [][2]float64) float64 {
	least := math.Inf(1)
	for _, d := range dots {
		least = min(least, math.Hypot(a[0]-d[0], a[1]-d[1]))
	}
	return least
}

// beside reports whether a mark is within a few points of a name and its value.
func beside(p *pen, name *Text, dots [][2]float64) bool {
	w := p.measure(face{size: name.Size, bold: name.Bold}, name.S)
	for _, d := range dots {
		x, y := clamp(d[0], name.X, name.X+w), clamp(d[1], name.Y-name.Size, name.Y+smallLead)
		if math.Hypot(d[0]-x, d[1]-y) < 14 {
			return true
		}
	}
	return false
}

// TestNotesOutside holds that an author's note at a date before or after all claims is drawn: the axis goes on to it; and
// that events make room for notes.
func TestNotesOutside(t *testing.T) {
	day := func(s string) date.Date { d, _ := date.Parse(s); return d }
	var events []Event
	for m := range 28 {
		events = append(events, Event{ID: "e" + strconv.Itoa(m), Date: day("2025-02-" + fmt.Sprintf("%02d", m+1)), Text: "Event.", Status: claim.Confirmed})
	}
	trend := &Trend{Events: events}
	for i, d := range []string{"2025-02-01", "2025-03-01"} {
		n, _ := quantity.Parse(strconv.Itoa(10 + i))
		trend.Rows = append(trend.Rows, Row{ID: d, Origin: "a", Label: "A", Date: day(d), Best: n, Status: claim.Reported})
	}
	c := &Chart{Language: language(t, "en"), Plot: trend, Notes: []Note{{Date: day("2024-06-05"), Text: "Before."}, {Date: day("2025-06-05"), Text: "After."}}}
	for _, width := range []float64{490, 236} {
		said := ""
		for _, s := range c.Layout(Frame{Width: width, Theme: plain(t), Fonts: fonts(t)}) {
			for _, sh := range s.Shapes {
				if x, ok := sh.(*Text); ok {
					said += x.S + "\n"
				}
			}
		}
		if !strings.Contains(said, "Before.") || !strings.Contains(said, "After.") {
			t.Errorf("%v: %q", width, said)
		}
	}
}
