package atlas

import (
	"math"
	"slices"
	"strings"
	"testing"
)

// TestAtlas holds the base map to the globe, and places to the right side of it.
func TestAtlas(t *testing.T) {
	a := Read()
	if len(a.Land) < 500 || len(a.Borders) < 300 || !slices.ContainsFunc(a.Borders, func(b Border) bool { return b.Disputed }) {
		t.Fatalf("%d rings, %d borders", len(a.Land), len(a.Borders))
	}
	for _, l := range a.Land {
		for i, v := range l.Degrees() {
			if i%2 == 0 && (v < l.West || v > l.East) || i%2 == 1 && (v < l.South || v > l.North) {
				t.Fatalf("%v lies out of the box %v %v %v %v", v, l.West, l.South, l.East, l.North)
			}
		}
	}
	for _, c := range []struct {
		name     string
		lon, lat float64
		land     bool
	}{{"Kursk", 36.19, 51.73, true}, {"Chukotka, beyond the date line", -175, 67, true}, {"South Pole", 0, -89, true},
		{"Atlantic", -30, 40, false}, {"Caspian Sea", 51, 41, false}, {"Pacific", 180, 0, false}} {
		n := 0
		for _, ring := range a.Land {
			if Holds(Unroll(ring.Degrees()), c.lon, c.lat) {
				n++
			}
		}
		if (n%2 == 1) != c.land {
			t.Errorf("%s lies in %d rings", c.name, n)
		}
	}
}

// BenchmarkDecode is what the first map of a run costs more than the others.
func BenchmarkDecode(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		decode()
	}
}

// TestProjection holds that areas and distances about the middle are true.
func TestProjection(t *testing.T) {
	p := Centred([]float64{36, 51, 38, 53})
	x0, y0 := p.Project(37, 52)
	x1, y1 := p.Project(37, 53)
	if d := math.Hypot(x1-x0, y1-y0) * 6371; math.Abs(d-111.2) > 0.2 {
		t.Errorf("a degree is %.2f km", d)
	}
	for _, at := range [][2]float64{{37, 52}, {30, 40}, {170, 70}, {-100, 20}} {
		lon, lat, ok := p.Invert(p.Project(at[0], at[1]))
		if !ok || math.Abs(lon-at[0]) > 1e-9 || math.Abs(lat-at[1]) > 1e-9 {
			t.Errorf("%v comes back as %v, %v", at, lon, lat)
		}
	}
	if _, _, ok := p.Invert(2.1, 0); ok {
		t.Error("there is a place beyond the globe")
	}
	if far := Centred([]float64{-74, 40, 132, 43}); !far.World || p.World {
		t.Error("the projection does not follow the extent")
	}
	if x, y := equalEarth(math.Pi, 0); math.Abs(x-2.7066) > 1e-3 || y != 0 {
		t.Errorf("Equal Earth puts the date line at %v, %v", x, y)
	}
}

// TestClip holds what is left of rings and lines.
func TestClip(t *testing.T) {
	box := Box{0, 0, 10, 10}
	if got := ClipRing([]float64{-5, -5, 15, -5, 15, 15, -5, 15}, box); !slices.Equal(got, []float64{0, 0, 10, 0, 10, 10, 0, 10}) && len(got) != 8 {
		t.Errorf("a ring round the box: %v", got)
	}
	if got := ClipRing([]float64{20, 20, 30, 20, 30, 30}, box); got != nil {
		t.Errorf("a ring beyond the box: %v", got)
	}
	got := ClipLine([]float64{-5, 5, 5, 5, 5, 15, 7, 15, 7, 5}, box)
	if len(got) != 2 || !slices.Equal(got[0], []float64{0, 5, 5, 5, 5, 10}) || !slices.Equal(got[1], []float64{7, 10, 7, 5}) {
		t.Errorf("a line out and back: %v", got)
	}
	if got := ClipLine([]float64{-5, -1, 15, -1}, box); got != nil {
		t.Errorf("a line past the box: %v", got)
	}
}

// FuzzClip holds that what is cut lies within the box.
func FuzzClip(f *testing.F) {
	f.Add(-5.0, 5.0, 5.0, 15.0, 20.0, -3.0)
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g float64) {
		for _, v := range []float64{a, b, c, d, e, g} {
			if math.IsNaN(v) || math.Abs(v) > 1e6 {
				return
			}
		}
		box, points := Box{0, 0, 10, 10}, []float64{a, b, c, d, e, g}
		for _, line := range append(ClipLine(points, box), ClipRing(points, box)) {
			for i := 0; i+1 < len(line); i += 2 {
				for edge := range 4 {
					if !(box.Depth(edge, line[i], line[i+1]) > -1e-6) {
						t.Fatalf("%v, %v lies outside", line[i], line[i+1])
					}
				}
			}
		}
	})
}

// TestWorldMiddle holds that a map of the world is cut where no places near each other are parted, at a usual meridian where that does.
func TestWorldMiddle(t *testing.T) {
	for _, c := range []struct {
		name   string
		places []float64
		middle float64
	}{
		{"both sides of the Atlantic", []float64{-74, 40, 2, 48, 139, 35}, 0},
		{"both sides of the date line", []float64{178, -18, -172, -14, 90, 24, 40, 10}, 150},
		{"all oceans", []float64{178.4, -18, -175, -21, -77, -12, 3, 6, 91, 22}, 54},
	} {
		p := Centred(c.places)
		if lon, _ := p.Middle(); !p.World || math.Abs(lon-c.middle) > 1 {
			t.Errorf("%s: the middle is %v, want %v", c.name, lon, c.middle)
		}
	}
	p := Centred([]float64{178, -18, -172, -14, 90, 24, 40, 10})
	fiji, _ := p.Project(178, -18)
	samoa, _ := p.Project(-172, -14)
	if d := samoa - fiji; d <= 0 || d > 0.3 {
		t.Errorf("Samoa lies %.2f east of Fiji", d)
	}
}

// TestStrips holds that a line is cut at the edge of the world alone, and nothing of it is lost.
func TestStrips(t *testing.T) {
	line := []float64{-40, 10, -20, 20, -35, 30}
	if got := Strips(line, 0); len(got) != 1 || !slices.Equal(got[0], line) {
		t.Errorf("a line in the middle: %v", got)
	}
	var all []float64
	got := Strips(line, 150) // cut at 30° west
	for _, l := range got {
		for i := 0; i < len(l); i += 2 {
			if l[i] < -30-1e-9 || l[i] > 330+1e-9 {
				t.Errorf("%v lies beyond the map", l[i])
			}
			all = append(all, l[i+1])
		}
	}
	if len(got) != 3 || slices.Max(all) != 30 || slices.Min(all) != 10 {
		t.Errorf("a line over the edge and back: %v", got)
	}
}

// TestHolding holds in which country places lie, small ones and those at a coast too.
func TestHolding(t *testing.T) {
	for _, c := range []struct {
		name     string
		lon, lat float64
	}{
		{"Bangladesh", 90.41, 23.81}, {"Congo (DRC) Rwanda", 29.22, -1.66}, {"Rwanda", 30.06, -1.94}, {"Haiti", -72.34, 18.54},
		{"Gambia Senegal", -15.5, 13.45}, {"", -150, 0}, {"", 6.2, 3.6},
	} {
		var names []string
		for _, n := range Holding(c.lon, c.lat) {
			names = append(names, Countries()[n].Name("en"))
		}
		if got := strings.Join(names, " "); got != c.name {
			t.Errorf("%v, %v lies in %q, want %q", c.lon, c.lat, got, c.name)
		}
	}
}
