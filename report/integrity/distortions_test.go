package integrity

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// TestDistortions holds that each distortion that stood in print is caught, or
// that it is known why it cannot be: then nothing is raised.
func TestDistortions(t *testing.T) {
	data, err := os.ReadFile("testdata/distortions.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := txtar.Parse(data).Files
	clean := string(files[0].Data)
	for _, p := range checked(t, "pact.json", clean) {
		t.Errorf("false alarm: %s\n  hint: %s", p, p.Hint)
	}
	for _, f := range files[1:] {
		id, code, _ := strings.Cut(f.Name, " ")
		spoilt, line, err := spoil(clean, string(f.Data))
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		found := checked(t, "pact.json", spoilt)
		if len(code) != 4 {
			if len(found) > 0 {
				t.Errorf("%s is caught after all: %s", id, found[0])
			}
			t.Logf("%s cannot be caught: %s", id, code)
			continue
		}
		if len(found) != 1 || found[0].Code != code || found[0].Line != line {
			t.Errorf("%s: want %s at line %d, got %v", id, code, line, found)
			continue
		}
		t.Logf("%s %s", id, found[0])
	}
	if len(files) != 21 {
		t.Errorf("%d distortions", len(files)-1)
	}
}
