package theme

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// deficiencies says how the three deficiencies see linear sRGB at full strength:
// Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation
// of Color Vision Deficiency", IEEE TVCG 15 (2009), table 1, severity 1.0.
var deficiencies = []struct {
	name string
	m    [3][3]float64
}{
	{"normal", [3][3]float64{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
	{"protanopia", [3][3]float64{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
	{"deuteranopia", [3][3]float64{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
	{"tritanopia", [3][3]float64{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}

func seen(c Color, m [3][3]float64) [3]float64 {
	l := linear(c)
	var out [3]float64
	for i := range out {
		out[i] = min(1, max(0, m[i][0]*l[0]+m[i][1]*l[1]+m[i][2]*l[2]))
	}
	return out
}

// oklab is Björn Ottosson's space, times 100: a distance of about 2 is just seen.
func oklab(l [3]float64) [3]float64 {
	a := math.Cbrt(0.4122214708*l[0] + 0.5363325363*l[1] + 0.0514459929*l[2])
	b := math.Cbrt(0.2119034982*l[0] + 0.6806995451*l[1] + 0.1073969566*l[2])
	c := math.Cbrt(0.0883024619*l[0] + 0.2817188376*l[1] + 0.6299787005*l[2])
	return [3]float64{100 * (0.2104542553*a + 0.7936177850*b - 0.0040720468*c),
		100 * (1.9779984951*a - 2.4285922050*b + 0.4505937099*c), 100 * (0.0259040371*a + 0.7827717662*b - 0.8086757660*c)}
}

func distance(a, b Color, m [3][3]float64) float64 {
	x, y := oklab(seen(a, m)), oklab(seen(b, m))
	return math.Sqrt((x[0]-y[0])*(x[0]-y[0]) + (x[1]-y[1])*(x[1]-y[1]) + (x[2]-y[2])*(x[2]-y[2]))
}

// themes returns every theme that there is.
func themes(t *testing.T) []*Theme {
	t.Helper()
	var all []*Theme
	files, err := filepath.Glob("../../assets/themes/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no themes", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		th, err := Parse(data)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, th)
	}
	return all
}

// looks calls f with the light and the dark colours of every theme.
func looks(t *testing.T, f func(t *testing.T, c map[Token]Color)) {
	for _, th := range themes(t) {
		t.Run(th.Name+"/light", func(t *testing.T) { f(t, th.Light) })
		t.Run(th.Name+"/dark", func(t *testing.T) { f(t, th.Dark) })
	}
}

// TestContrast holds text to 4.5:1 and marks to 3:1 on everything they may stand
// on, the land of maps among it, and text also on the tints of an exchange's bands.
func TestContrast(t *testing.T) {
	looks(t, func(t *testing.T, c map[Token]Color) {
		if err := legible(c); err != nil {
			t.Error(err)
		}
		for i := range SeriesCount {
			for _, k := range []Token{Ink, Muted} {
				if r := Contrast(c[k], c[Soft(Series(i))]); r < textContrast {
					t.Errorf("%s on %s: %.2f", k, Soft(Series(i)), r)
				}
			}
		}
	})
}

// The least distance in Oklab (times 100) between two colours of one set. Shapes differ as well.
const (
	apart       = 10.0 // to normal sight
	apartSimply = 5.0  // to a deficiency at full strength
)

// TestColourVision holds statuses apart from each other, and series from each
// other, to normal sight and to the three dichromacies.
func TestColourVision(t *testing.T) {
	looks(t, func(t *testing.T, c map[Token]Color) {
		all := marks()
		for _, set := range [][]Token{all[:7], all[9:]} {
			for _, d := range deficiencies {
				least, pair := math.Inf(1), ""
				for i, a := range set {
					for _, b := range set[i+1:] {
						if x := distance(c[a], c[b], d.m); x < least {
							least, pair = x, fmt.Sprint(a, " and ", b)
						}
					}
				}
				want := apartSimply
				if d.name == "normal" && set[0] == Confirmed { // the tints of one neutral differ in shape first
					want = apart
				}
				t.Logf("%s: %s are %.1f apart", d.name, pair, least)
				if least < want {
					t.Errorf("%s: %s are %.1f apart, want %.0f", d.name, pair, least, want)
				}
			}
		}
	})
}

// TestGrey holds the band lighter than any mark and the grid lighter than the axis when printed without colour.
func TestGrey(t *testing.T) {
	looks(t, func(t *testing.T, c map[Token]Color) {
		for _, pair := range [][2]Token{{Grid, Axis}, {Rule, Axis}, {Band, Axis}} {
			if Contrast(c[pair[0]], c[Paper]) >= Contrast(c[pair[1]], c[Paper]) {
				t.Errorf("%s is stronger than %s", pair[0], pair[1])
			}
		}
	})
}

// The least distance between colours of two sets, of which one tells a status.
const (
	foreign       = 6.0 // to normal sight
	foreignSimply = 3.0 // to a deficiency at full strength
)

// TestMeanings holds each colour of a status apart from all that means something else: origins and links.
func TestMeanings(t *testing.T) {
	looks(t, func(t *testing.T, c map[Token]Color) {
		others := []Token{Link, Accent, Ink, Muted, Caution}
		for i := range SeriesCount {
			others = append(others, Series(i))
		}
		for _, d := range deficiencies {
			want := foreignSimply
			if d.name == "normal" {
				want = foreign
			}
			for _, a := range marks()[:7] {
				line := ""
				for _, b := range others {
					x := distance(c[a], c[b], d.m)
					line += fmt.Sprintf(" %s %.0f", b, x)
					if x < want {
						t.Errorf("%s: %s and %s are %.1f apart, want %.0f", d.name, a, b, x, want)
					}
				}
				t.Logf("%s: %s:%s", d.name, a, line)
			}
		}
	})
}
