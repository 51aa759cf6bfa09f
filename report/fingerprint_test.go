package report

import (
	"reflect"
	"testing"

	"sitrep/data"
	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/font"
	"sitrep/report/theme"
)

// TestFingerprint: every option changes it. An option that is new fails the test
// until it is here.
func TestFingerprint(t *testing.T) {
	f, _ := Load("sample.json", data.Sample)
	now, err := date.Parse("2030-01-01")
	if err != nil {
		t.Fatal(err)
	}
	other, err := theme.Plain()
	if err != nil {
		t.Fatal(err)
	}
	changed := *other
	changed.SHA256 = "other"
	without := Fingerprint(f, Options{})
	for name, o := range map[string]Options{
		"Theme":   {Theme: &changed},
		"Paper":   {Paper: "letter"},
		"Now":     {Now: now},
		"Release": {Release: "TLP:GREEN"},
		"Images":  {Images: map[string][]byte{"a.png": []byte("a")}},
		"Fonts":   {Fonts: []font.File{{Name: "a.ttf", Data: "a"}}},
		"Since":   {Since: []*facts.File{f}},
		"OnePage": {OnePage: true},
		"Site":    {Site: "https://example.org/"},
	} {
		if reflect.ValueOf(o).FieldByName(name).IsZero() || Fingerprint(f, o) == without {
			t.Errorf("%s does not show in the fingerprint", name)
		}
	}
	if n := reflect.TypeFor[Options]().NumField(); n != 9+5 { // and Formats, Languages, Jobs, Limits and Judged, which do not show in the bytes
		t.Errorf("%d options: name each here, and in Fingerprint", n)
	}
	if Fingerprint(f, Options{Jobs: 3, Formats: []string{"md"}, Languages: []string{"en"}}) != without || Fingerprint(f, Options{Theme: other}) != without {
		t.Error("it depends on what bytes do not depend on")
	}
	g, _ := Load("other.json", data.Starter)
	if Fingerprint(g, Options{}) == without {
		t.Error("the facts do not show in it")
	}
}

func TestSkim(t *testing.T) {
	for text, want := range map[string]Head{
		`{"format": 1, "briefing": {"id": "a", "languages": ["en", "es"]}, "facts": [`: {"a", []string{"en", "es"}, true},
		"\ufeff" + `{"briefing": {"id": "a", "languages": 3}, "x": [{}], "format": 1}`: {"a", nil, true},
		`{"format": 1, "briefing": {"id": 7, "languages": ["en"]}}`:                    {"", []string{"en"}, true},
		`{"format": 1, "briefing": {"id": "a", `:                                       {"", nil, true},
		`{"$schema": "x", "properties": {"briefing": {"id": "a"}, "format": 1}}`:       {},
		`{"briefing": {"id": "a", "languages": ["en"]}}`:                               {"a", []string{"en"}, false},
		`[{"format": 1, "briefing": {}}]`:                                              {},
		`{"format": 1, "facts": []}`:                                                   {"", nil, true},
		`{"format": 1, "rules": []}`:                                                   {},
		`null`:                                                                         {},
		``:                                                                             {"", nil, true},
		`{`:                                                                            {"", nil, true},
	} {
		if got := Skim([]byte(text)); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, want %+v", text, got, want)
		}
	}
	sample := Skim(data.Sample)
	files, err := sample.Plan(Options{Languages: []string{All}})
	if err != nil || len(files) != 4 || files[0].Name != "pacto-rusia-rpdc.es-MX.pdf" {
		t.Errorf("%+v, %v", files, err)
	}
}
