package facts

import "testing"

// TestNamesakes holds which names a reader takes for one.
func TestNamesakes(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Springfield", "Springfield", true},
		{"Springfield", "SPRING\u200bFIELD", true},
		{"Córdoba", "Co\u0301rdoba", true},
		{"Daily  Post", "Daily\u00a0Post", true},
		{"Mocbow", "М\u043e\u0441bow", true}, // Cyrillic М, о and с
		{"ﬁre brigade", "fire brigade", true},
		{"North Ossetia", "South Ossetia", false},
		{"Córdoba", "Cordoba", false},
		{"A", "B", false},
	} {
		f, problems := Load("f.json", []byte(`{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-01-01"},
			"places": {"x": {"name": "`+c.a+`"}, "y": {"name": "`+c.b+`"}, "z": {"name": "Elsewhere"}}, "facts": []}`))
		if f == nil {
			t.Fatal(problems)
		}
		names := f.Namesakes().Other
		if got := names[Named{"en", "/places/x"}] == "y" && names[Named{"en", "/places/y"}] == "x"; got != c.same || names[Named{"en", "/places/z"}] != "" {
			t.Errorf("%q and %q: %v", c.a, c.b, names)
		}
	}
}
