package theme

import (
	"os"
	"path/filepath"
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
// other, to normal sight and to the three dichromacies; the matrix of all distances is logged.
func TestColourVision(t *testing.T) {
	looks(t, func(t *testing.T, c map[Token]Color) {
		for _, f := range append(alike(c), strong(c)...) {
			t.Error(f)
		}
		for _, d := range deficiencies {
			pairs(func(a, b Token, normal, simply float64) {
				t.Logf("%s: %s and %s are %.1f apart", d.name, a, b, distance(c[a], c[b], d.m))
			})
		}
	})
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
