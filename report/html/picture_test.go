package html

import (
	"math"
	"testing"

	"sitrep/report/chart"
)

func line(x, y float64) chart.Segment { return chart.Segment{Op: 'L', Points: []float64{x, y}} }
func move(x, y float64) chart.Segment { return chart.Segment{Op: 'M', Points: []float64{x, y}} }

// An outline goes by steps from where the pen is, also after it was closed.
func TestOutline(t *testing.T) {
	const k = 0.5522847498 * 3
	curve := func(p ...float64) chart.Segment { return chart.Segment{Op: 'C', Points: p} }
	disc := []chart.Segment{move(13, 20), curve(13, 20+k, 10+k, 23, 10, 23), curve(10-k, 23, 7, 20+k, 7, 20), curve(7, 20-k, 10-k, 17, 10, 17), curve(10+k, 17, 13, 20-k, 13, 20), {Op: 'Z'}}
	for _, c := range []struct {
		segments []chart.Segment
		want     string
	}{
		{[]chart.Segment{move(10.04, 20.26), line(0, 0.31), line(0.04, 0.34), {Op: 'Z'}, move(11, 21), curve(12, 21, 12, 22, 11, 22)}, "m10 20.3l-10-20h0zm1 .7c1 0 1 1 0 1"},
		{[]chart.Segment{move(0, 0), line(1.5, 0.5), line(1.7, 0.8), line(1.7, 5)}, "m0 0l1.5.5.2.3v4.2"},
		{disc, "m13 20a3 3 0 1 1 0-.1z"},
		{append(disc[:5:5], line(0, 0), chart.Segment{Op: 'Z'}), "m13 20c0 1.7-1.3 3-3 3-1.7 0-3-1.3-3-3 0-1.7 1.3-3 3-3 1.7 0 3 1.3 3 3l-13-20z"},
	} {
		var o outline
		o.draw(c.segments)
		if string(o.b) != c.want {
			t.Errorf("%q, want %q", o.b, c.want)
		}
	}
}

// Lines that look alike are one outline, and what is filled stays apart.
func TestAlike(t *testing.T) {
	grid := func() *chart.Path {
		return &chart.Path{Segments: []chart.Segment{move(0, 0), line(0, 9)}, Stroke: "grid", Width: 0.6}
	}
	dashed, owned, filled := grid(), grid(), grid()
	dashed.Dash, owned.Owner, filled.Fill = []float64{1, 2}, "a", "panel"
	for _, c := range []struct {
		shapes []chart.Shape
		want   int
	}{
		{[]chart.Shape{grid(), grid(), grid()}, 3}, {[]chart.Shape{grid(), grid(), dashed}, 2}, {[]chart.Shape{grid(), owned}, 1},
		{[]chart.Shape{grid(), filled}, 1}, {[]chart.Shape{filled, filled}, 1}, {[]chart.Shape{grid(), &chart.Text{}, grid()}, 1},
	} {
		if got := alike(c.shapes[0].(*chart.Path), c.shapes); got != c.want {
			t.Errorf("%d shapes are alike, want %d", got, c.want)
		}
	}
}

// A coast is drawn with fewer points, and runs where it ran.
func TestThin(t *testing.T) {
	coast := []chart.Segment{move(0, 0)}
	for i := 1; i <= 400; i++ {
		coast = append(coast, line(float64(i)/4, 5*math.Sin(float64(i)/40)+0.1*float64(i%3)))
	}
	coast = append(coast, chart.Segment{Op: 'Z'}, move(0, 0), line(1, 1))
	got := thin(coast)
	if len(got) > len(coast)/4 || got[len(got)-3].Op != 'Z' || got[len(got)-2].Op != 'M' {
		t.Errorf("%d segments of %d, ending in %v", len(got), len(coast), got[len(got)-3:])
	}
	at := 0
	for _, s := range coast[:401] {
		x, y := s.Points[0], s.Points[1]
		for at+1 < len(got) && got[at+1].Op == 'L' && got[at+1].Points[0] < x {
			at++
		}
		a, b := got[at].Points, got[at+1].Points
		if over := a[1] + (b[1]-a[1])*(x-a[0])/(b[0]-a[0]) - y; math.Abs(over) > 2*slack {
			t.Fatalf("at %g the line runs %g off", x, over)
		}
	}
}
