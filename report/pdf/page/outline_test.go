package page

import (
	"math"
	"math/rand"
	"testing"

	"sitrep/report/chart"
)

// TestThin: a thinned outline keeps its ends and never strays from the points
// that were left out.
func TestThin(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 50 {
		segments := []chart.Segment{{Op: 'M', Points: []float64{0, 0}}}
		x, y := 0.0, 0.0
		for range 400 {
			x, y = x+r.Float64(), y+r.Float64()-0.5
			segments = append(segments, chart.Segment{Op: 'L', Points: []float64{x, y}})
		}
		segments = append(segments, chart.Segment{Op: 'Z'})
		got := thin(segments)
		if n := len(got); n >= len(segments) || got[0].Op != 'M' || got[n-1].Op != 'Z' || got[n-2].Points[0] != x {
			t.Fatalf("%d of %d segments", n, len(segments))
		}
		for _, s := range segments[:len(segments)-1] {
			if d := distance(got[:len(got)-1], s.Points); d > near+1e-9 {
				t.Fatalf("a point was %g away", d)
			}
		}
	}
}

// distance is that of a point to the nearest line of an outline.
func distance(outline []chart.Segment, p []float64) float64 {
	best := math.Inf(1)
	for i := 1; i < len(outline); i++ {
		a, b := outline[i-1].Points, outline[i].Points
		dx, dy := b[0]-a[0], b[1]-a[1]
		u := 0.0
		if n := dx*dx + dy*dy; n > 0 {
			u = min(max(((p[0]-a[0])*dx+(p[1]-a[1])*dy)/n, 0), 1)
		}
		best = min(best, math.Hypot(p[0]-a[0]-u*dx, p[1]-a[1]-u*dy))
	}
	return best
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{0: "0 ", 1: "1 ", -0.001: "0 ", 0.005: ".01 ", 12.5: "12.5 ", -3.25: "-3.25 ", -0.5: "-.5 ", 100.999: "101 ", 7.04: "7.04 "} {
		c := &content{}
		c.number(v)
		if string(c.out) != want {
			t.Errorf("%g is written %q, want %q", v, c.out, want)
		}
	}
}

func TestPaper(t *testing.T) {
	if _, ok := Paper("a5"); ok {
		t.Error("there is no such paper here")
	}
	for label, want := range map[string]string{"TLP:RED": "TLP:RED", "SECRET": "TLP:CLEAR", "": "TLP:CLEAR", "ink": "TLP:CLEAR"} {
		if got := LabelColor(label); string(got) != want {
			t.Errorf("%q is coloured as %q", label, got)
		}
	}
}
