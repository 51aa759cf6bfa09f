package theme

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

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

// TestContrast holds text to 4.5:1 and marks to 3:1 on everything they may stand on.
func TestContrast(t *testing.T) {
	looks(t, func(t *testing.T, c map[Token]Color) {
		for _, f := range legible(c) {
			t.Error(f)
		}
	})
}

// TestColourVision holds statuses apart from each other and from all that means something else, and series from each
// other, to normal sight and to the three dichromacies; the matrix of all distances is logged (-v), with that of grey print, where
// statuses are told apart by shape and pattern (see TestStatusWithoutColour of report/chart).
func TestColourVision(t *testing.T) {
	looks(t, func(t *testing.T, c map[Token]Color) {
		for _, f := range append(alike(c), strong(c)...) {
			t.Error(f)
		}
		for _, d := range deficiencies {
			t.Log(matrix(d.name+" sight", func(a, b Token) float64 { return distance(c[a], c[b], d.m) }))
		}
		t.Log(matrix("grey print", func(a, b Token) float64 { return distance(grey(c[a]), grey(c[b]), deficiencies[0].m) }))
	})
}

// grey is the colour that a printer without colours has for c: one of the same luminance.
func grey(c Color) Color {
	y := luminance(c)
	if y <= 0.0031308 {
		y *= 12.92
	} else {
		y = 1.055*math.Pow(y, 1/2.4) - 0.055
	}
	v := uint8(math.Round(255 * y))
	return Color{v, v, v}
}

// matrix writes the distances in Oklab (times 100) between all colours that mean something.
func matrix(title string, apart func(a, b Token) float64) string {
	all := append(statuses(), others()...)
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%10s", title, "")
	for _, k := range all {
		fmt.Fprintf(&b, " %5.5s", k)
	}
	for i, row := range all {
		fmt.Fprintf(&b, "\n%10s", row)
		for _, k := range all[:i] {
			fmt.Fprintf(&b, " %5.1f", apart(row, k))
		}
	}
	return b.String()
}

// TestMeanings holds the colours of statuses in our own themes apart from those of text as well, to every sight.
func TestMeanings(t *testing.T) {
	looks(t, func(t *testing.T, c map[Token]Color) {
		for _, d := range deficiencies {
			for _, a := range statuses() {
				for _, b := range others() {
					if x := distance(c[a], c[b], d.m); x < foreignSimply {
						t.Errorf("%s: %s and %s are %.1f apart", d.name, a, b, x)
					}
				}
			}
		}
	})
}
