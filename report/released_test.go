package report_test

import (
	"os"
	"testing"

	"sitrep/report"
	"sitrep/report/marking"
	"sitrep/report/release"
)

// A label stands on what was released under it and on nothing else, and what was
// released does not carry the name of the author's file.
func TestLabelOfRelease(t *testing.T) {
	data, err := os.ReadFile("../data/mini.json")
	if err != nil {
		t.Fatal(err)
	}
	f, _ := report.Load("secret-plan.json", data)
	o := report.Options{Formats: []string{"html"}, Release: "TLP:GREEN"}
	if _, _, err := report.Build(f, o); err == nil {
		t.Error("a briefing that was not released bears the label")
	}
	r, err := report.Release(f, release.Options{Label: marking.TLP().At(1)})
	if err != nil {
		t.Fatal(err)
	}
	files, _, err := report.Build(r.File, o)
	if err != nil {
		t.Fatal(err)
	}
	if s, err := report.Extract(files[0].Data); err != nil || s.Name != "mini.TLP-GREEN.json" {
		t.Errorf("the facts inside are called %q, %v", s.Name, err)
	}
	if _, _, err := report.Build(r.File, report.Options{Formats: []string{"html"}, Release: "TLP:CLEAR"}); err == nil {
		t.Error("what was released under one label bears another")
	}
}
