package facts

import "testing"

// TestCurrencies holds which codes are currencies: those that ISO 4217 has had added since 2018 too, and no others.
func TestCurrencies(t *testing.T) {
	for code, want := range map[string]bool{"USD": true, "VES": true, "MRU": true, "SLE": true, "XCG": true, "ZWG": true, "BBX": false, "US$": false} {
		f, problems := Load("f.json", []byte(`{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-01-01"},
"measures": {"m": {"name": "Aid", "kind": "money", "currency": "`+code+`"}}, "facts": []}`))
		if (f != nil) != want {
			t.Errorf("%s: %v", code, problems)
		}
	}
}
