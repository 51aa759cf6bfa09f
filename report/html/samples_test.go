package html

import (
	"os"
	"path/filepath"
	"testing"

	"sitrep/report/facts"
)

// TestSamplesByAxe holds every sample and the gallery, in every language, to axe on a desk and on a telephone. It takes a minute, and is
// asked for by SITREP_TEST_LONG; TestStates judges some of them in every state.
func TestSamplesByAxe(t *testing.T) {
	if os.Getenv("SITREP_TEST_LONG") == "" {
		t.Skip("set SITREP_TEST_LONG to judge every sample")
	}
	axe := axeSource(t)
	if axe == "" {
		t.Skip("axe-core is missing")
	}
	paths, err := filepath.Glob("../../data/*.json")
	if err != nil {
		t.Fatal(err)
	}
	judged := 0
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, _ := facts.Load(path, text)
		if f == nil {
			continue // a schema
		}
		for _, tag := range f.Briefing.Languages {
			judged++
			url := pageFile(t, render(t, composed(t, text, tag)))
			for _, s := range []state{{width: 1280}, {width: 390, scheme: "dark"}} {
				t.Run(filepath.Base(path)+"/"+tag+"/"+s.scheme, func(t *testing.T) {
					b := open(t, browser(t), url, s)
					b.settle()
					folds := "details, "
					if filepath.Base(path) == "gallery.json" {
						folds = "" // axe would take minutes over all its tables
					}
					do(b, `for (const e of document.querySelectorAll('`+folds+`main > section')) { e.open = true; e.classList.add('laid'); }`)
					do(b, axe)
					accessible(b, "document", true)
					b.check()
				})
			}
		}
	}
	if judged < 10 {
		t.Errorf("%d pages were judged", judged)
	}
}
