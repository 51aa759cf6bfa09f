package integrity

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// TestRealBriefings holds that nothing is left to warn of in the briefings that
// come with the program.
func TestRealBriefings(t *testing.T) {
	files, err := filepath.Glob("../../data/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("no briefings", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(name, "schema.json") {
			continue
		}
		f, problems := facts.Load(filepath.Base(name), data)
		if f == nil {
			t.Fatal(problems)
		}
		for _, p := range Check(f, date.Date{}) {
			t.Errorf("%s\n  hint: %s", p, p.Hint)
		}
	}
}
