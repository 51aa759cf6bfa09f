package theme

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
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

// The least distances in Oklab (times 100) between two colours, to normal sight and to a deficiency at full strength. Shapes
// differ as well.
const (
	apart         = 10.0 // of two statuses
	apartSimply   = 5.0  // and of two series
	foreign       = 6.0  // of a status and what means something else
	foreignSimply = 3.0  // where that is a mark, too; text in colour (titles, links) is told from marks by being text
)

// others are what means something else than a status: links, titles, text, origins.
func others() []Token {
	all := []Token{Link, Accent, Ink, Muted, Caution}
	for i := range SeriesCount {
		all = append(all, Series(i))
	}
	return all
}

// statuses are the colours of marks that tell a status.
func statuses() []Token { return marks()[:7] }

// alike tells of the colours of two meanings that cannot be told apart, each pair once, by the sight that finds them most alike.
func alike(c map[Token]Color) []Fault {
	var faults []Fault
	similar(c, func(a, b Token, text string) { faults = append(faults, Fault{"E902", text, parted(c, b)}) })
	return faults
}

// similar calls f with each two colours that look alike, and with what is told of them.
func similar(c map[Token]Color, f func(a, b Token, text string)) {
	pairs(func(a, b Token, normal, simply float64) {
		worst, seenBy, least := 0.0, "", 0.0
		for _, d := range deficiencies {
			want := simply
			if d.name == "normal" {
				want = normal
			}
			if x := distance(c[a], c[b], d.m); want-x > worst {
				worst, seenBy, least = want-x, d.name, x
			}
		}
		if worst > 0 {
			f(a, b, fmt.Sprintf("%s (%s) and %s (%s) look alike (%s sight: %.1f apart, at least %.1f)", a, c[a], b, c[b], seenBy,
				math.Floor(least*10)/10, worst+least))
		}
	})
}

// parted is what to do of a colour that looks like a status: the nearest shade of it that looks like none and can be read, where there
// is one.
func parted(c map[Token]Color, k Token) string {
	const steps = 100
	way, end := "darker", Color{}
	if luminance(c[Paper]) < 0.18 {
		way, end = "lighter", Color{255, 255, 255}
	}
	for i := 1; i < steps && !slices.Contains(statuses(), k); i++ {
		own := maps.Clone(c)
		own[k] = mix(end, c[k], float64(i)/steps)
		free := !slices.ContainsFunc(legible(own), func(f Fault) bool { return strings.HasPrefix(f.Text, string(k)+" ") })
		similar(own, func(a, b Token, _ string) { free = free && a != k && b != k })
		if free {
			return fmt.Sprintf("make %s %s: %s is enough; or give it another hue", k, way, own[k])
		}
	}
	return "give one of them another hue, or make one lighter and the other darker"
}

// pairs calls f with each two colours that must be told apart, and the least distance to normal sight and to others.
func pairs(f func(a, b Token, normal, simply float64)) {
	all := statuses()
	for i, a := range all {
		for _, b := range all[i+1:] {
			f(a, b, apart, apartSimply)
		}
		for _, b := range others() {
			simply := 0.0
			if strings.HasPrefix(string(b), "series") {
				simply = foreignSimply
			}
			f(a, b, foreign, simply)
		}
	}
	for i := range SeriesCount {
		for k := i + 1; k < SeriesCount; k++ {
			f(Series(i), Series(k), apartSimply, apartSimply)
		}
	}
}

// strong tells of lines behind the marks that are stronger in grey than the axis.
func strong(c map[Token]Color) []Fault {
	var faults []Fault
	for _, k := range []Token{Grid, Rule, Band} {
		if Contrast(c[k], c[Paper]) >= Contrast(c[Axis], c[Paper]) {
			text := fmt.Sprintf("%s (%s) is stronger on paper than axis (%s), also where it is printed in grey", k, c[k], c[Axis])
			faults = append(faults, Fault{"E903", text, "make " + string(k) + " fainter"})
		}
	}
	return faults
}
