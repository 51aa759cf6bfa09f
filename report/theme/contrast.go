package theme

import (
	"fmt"
	"math"
)

// The contrasts that a theme must have: text against everything it may stand on
// (WCAG 2.2, 1.4.3), and marks against theirs (1.4.11).
const (
	textContrast = 4.5
	markContrast = 3.0
)

// grounds are what text and marks stand on. The grid's colour is the land of maps. Text stands on the tints of an exchange's bands, too.
var grounds = []Token{Paper, Panel, Band, Grid}

// marks returns the tokens of marks and of the lines that matter.
func marks() []Token {
	all := []Token{Confirmed, Reported, Claimed, Assessed, Planned, Denied, Forecast, Axis, Caution}
	for i := range SeriesCount {
		all = append(all, Series(i))
	}
	return all
}

// legible tells of each two colours that are too much alike to be read.
func legible(c map[Token]Color) []Fault {
	var faults []Fault
	weak := func(k, ground Token, want float64) {
		r := Contrast(c[k], c[ground])
		if r >= want {
			return
		}
		way := "darker"
		if luminance(c[ground]) < 0.18 {
			way = "lighter"
		}
		faults = append(faults, Fault{"E901", fmt.Sprintf("%s (%s) on %s (%s) has a contrast of %.1f: less than %.1f", k, c[k], ground, c[ground],
			math.Floor(r*10)/10, want), fmt.Sprintf("make %s %s", k, way)})
	}
	for _, g := range grounds {
		for _, k := range []Token{Ink, Muted, Accent, Link} {
			weak(k, g, textContrast)
		}
		for _, k := range marks() {
			weak(k, g, markContrast)
		}
	}
	for i := range SeriesCount {
		weak(Ink, Soft(Series(i)), textContrast)
		weak(Muted, Soft(Series(i)), textContrast)
	}
	return faults
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
