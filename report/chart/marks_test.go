package chart

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"sitrep/report/claim"
	"sitrep/report/theme"
)

// ink returns which points of a fine grid round the middle a mark covers.
func ink(g glyph) (covered map[[2]int]bool) {
	const n, r = 60, 10.0
	var points []float64 // the outline, curves in short steps
	for _, s := range g.outline(0, 0, r) {
		switch s.Op {
		case 'C':
			k := len(points)
			x0, y0 := points[k-2], points[k-1]
			for i := 1; i <= 12; i++ {
				t := float64(i) / 12
				u := 1 - t
				at := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
				points = append(points, at(x0, s.Points[0], s.Points[2], s.Points[4]), at(y0, s.Points[1], s.Points[3], s.Points[5]))
			}
		default:
			points = append(points, s.Points...)
		}
	}
	covered = map[[2]int]bool{}
	for i := -n; i <= n; i++ {
		for j := -n; j <= n; j++ {
			x, y, in := float64(i)/n*16, float64(j)/n*16, false
			for a, b := 0, len(points)-2; a < len(points); a, b = a+2, a {
				xa, ya, xb, yb := points[a], points[a+1], points[b], points[b+1]
				if (ya > y) != (yb > y) && x < (xb-xa)*(y-ya)/(yb-ya)+xa {
					in = !in
				}
			}
			if in {
				covered[[2]int{i, j}] = true
			}
		}
	}
	return covered
}

// TestSeriesMarks holds that eight series can be told apart without colour, by
// marks of which any two share less than 85 % of what they cover, that no
// mark is much larger than another, and that series of one colour have other marks.
func TestSeriesMarks(t *testing.T) {
	var marks []map[[2]int]bool
	for g := range glyph(glyphs) {
		marks = append(marks, ink(g))
	}
	for i, a := range marks {
		for k, b := range marks[:i] {
			both := 0
			for p := range a {
				if b[p] {
					both++
				}
			}
			if share := float64(both) / float64(len(a)+len(b)-both); share > 0.85 {
				t.Errorf("marks %d and %d share %.2f of what they cover", i, k, share)
			}
			if large := float64(len(a)) / float64(len(b)); large > 2 || large < 0.5 {
				t.Errorf("mark %d is %.1f times as large as %d", i, large, k)
			}
		}
	}
	seen := map[string]bool{}
	for n := range theme.SeriesCount * glyphs {
		look := fmt.Sprint(theme.Series(n), seriesGlyph(n))
		if seen[look] {
			t.Errorf("series %d looks like another: %s", n, look)
		}
		seen[look] = true
	}
}

// TestStatusWithoutColour: as a mark and as a bar, no two statuses look alike where there are no colours: the same paths with the
// same filling, width and dashes, each filling as dark, tinted or white.
func TestStatusWithoutColour(t *testing.T) {
	for shape, draw := range map[string]func(p *pen, s state){
		"mark": func(p *pen, s state) { p.dot("dot", statusGlyph(s.status), StatusToken(s.status), s, 0, 0, markRadius) },
		"bar":  func(p *pen, s state) { p.bar("bar", StatusToken(s.status), s, 0, 40, 0, 7) },
	} {
		seen := map[string]claim.Status{}
		for _, status := range claim.Statuses() {
			p, look := &pen{}, ""
			draw(p, state{status: status})
			for _, s := range p.shapes {
				path := s.(*Path)
				look += fmt.Sprint(path.Segments, without(path.Fill), without(path.Stroke), path.Width, path.Dash)
			}
			if other, ok := seen[look]; ok {
				t.Errorf("as a %s, %s looks like %s without colours", shape, status, other)
			}
			seen[look] = status
		}
	}
}

// without is what is left of a colour in grey.
func without(t theme.Token) string {
	switch {
	case t == "" || t == theme.Paper:
		return string(t)
	case strings.HasSuffix(string(t), "-soft"):
		return "tint"
	}
	return "dark"
}

// TestKeyOfPart holds that the key of a part of a figure explains what the part shows, and no more.
func TestKeyOfPart(t *testing.T) {
	l := language(t, "en")
	var all []said
	for i := range 12 {
		c := said{id: string(rune('a' + i)), origin: string(rune('a' + i)), date: "2024-01-01", best: float64(10 + i), status: "claimed"}
		if i > 8 {
			c.best, c.low, c.status = 0, float64(10+i), "assessed"
		}
		all = append(all, c)
	}
	parts := (&Chart{Language: l, Plot: &Ranges{Rows: rowsOf(l, "", all)}}).Layout(Frame{Width: 490, MaxHeight: 190, Fonts: fonts(t)})
	if len(parts) < 2 {
		t.Fatalf("%d parts", len(parts))
	}
	first, _, _ := keyOf(parts[0])
	last, _, _ := keyOf(parts[len(parts)-1])
	open := l.Say("chart.key.open")
	if slices.Contains(first, open) || slices.Contains(first, "assessed") || !slices.Contains(first, "claimed") {
		t.Errorf("the first part explains %q", first)
	}
	if !slices.Contains(last, open) || !slices.Contains(last, "assessed") {
		t.Errorf("the last part explains %q", last)
	}
}
