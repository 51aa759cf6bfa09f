package theme

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// The contrasts that a theme must have: text against everything it may stand on
// (WCAG 2.2, 1.4.3), and marks against theirs (1.4.11).
const (
	textContrast = 4.5
	markContrast = 3.0
)

// grounds are what a mark or a text in ink or muted stands on. The grid's colour is the land of maps.
var grounds = []Token{Paper, Panel, Band, Grid}

// marks returns the tokens of marks and of the lines that matter.
func marks() []Token {
	all := []Token{Confirmed, Reported, Claimed, Assessed, Planned, Denied, Forecast, Axis, Caution}
	for i := range SeriesCount {
		all = append(all, Series(i))
	}
	return all
}

// legible tells of each colour that cannot be read or seen on all that it stands on: by the ground on which it is weakest.
func legible(c map[Token]Color) []Fault {
	var faults []Fault
	weak := func(k Token, want float64, grounds ...Token) {
		ground := slices.MinFunc(grounds, func(a, b Token) int { return cmp.Compare(Contrast(c[k], c[a]), Contrast(c[k], c[b])) })
		if r := Contrast(c[k], c[ground]); r < want {
			faults = append(faults, Fault{"E901", fmt.Sprintf("%s (%s) on %s (%s) has a contrast of %.1f: less than %.1f", k, c[k], ground,
				c[ground], math.Floor(r*10)/10, want), stronger(c, k, want, grounds)})
		}
	}
	tints := slices.Clone(grounds) // text stands on the tints of an exchange's bands, too
	for i := range SeriesCount {
		tints = append(tints, Soft(Series(i)))
	}
	weak(Ink, textContrast, tints...)
	weak(Muted, textContrast, tints...)
	weak(Accent, textContrast, Paper, Panel)
	weak(Link, textContrast, Paper, Panel, Band)
	for _, k := range marks() {
		weak(k, markContrast, grounds...)
	}
	return faults
}

// stronger is what to change of a colour that is too weak on some of its grounds: the nearest shade of it that is not, where there is one.
func stronger(c map[Token]Color, k Token, want float64, grounds []Token) string {
	way, end := "darker", Color{}
	if luminance(c[grounds[0]]) < 0.18 {
		way, end = "lighter", Color{255, 255, 255}
	}
	const steps = 100
	for i := range steps {
		shade := mix(end, c[k], float64(i)/steps)
		if !slices.ContainsFunc(grounds, func(g Token) bool { return Contrast(shade, c[g]) < want }) {
			return fmt.Sprintf("make %s %s: %s is enough", k, way, shade)
		}
	}
	return fmt.Sprintf("make %s %s", k, way)
}

// linear is sRGB without its transfer curve (IEC 61966-2-1).
func linear(c Color) [3]float64 {
	f := func(v uint8) float64 {
		x := float64(v) / 255
		if x <= 0.04045 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return [3]float64{f(c.R), f(c.G), f(c.B)}
}

// luminance is WCAG 2.2's relative luminance.
func luminance(c Color) float64 {
	l := linear(c)
	return 0.2126*l[0] + 0.7152*l[1] + 0.0722*l[2]
}

// Contrast is the ratio of two colours by WCAG 2.2, 1.4.3: from 1 to 21.
func Contrast(a, b Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
