package compose

import (
	"strings"
	"testing"

	"sitrep/report/integrity"
	"sitrep/report/lang"
)

// TestWarningsHaveWords holds that each warning that can be set aside is named to
// the reader in words, in every language.
func TestWarningsHaveWords(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		l, err := lang.For(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range integrity.Codes() {
			if !l.Has("warning." + c.Code) {
				t.Errorf("%s has no words for %s (%s)", tag, c.Code, c.Title)
			}
		}
	}
}

// TestAllowances holds that a reason is printed with what it sets aside and how often.
func TestAllowances(t *testing.T) {
	const file = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en", "es"], "as_of": "2025-05-31"}, "origins": {"o": {"name": "O", "kind": "media"}},
"sources": {"s": {"title": "S", "publisher": "P"}, "t": {"title": "T", "publisher": "P"}},
"facts": [{"id": "f", "type": "statement", "statement": "S.", "origin": "o", "status": "claimed", "sources": ["s", "t"]}],
"allow": [{"code": "W501", "why": "No page shows one."}, {"code": "W501", "id": "t", "why": "Again."}]}`
	for tag, want := range map[string]string{
		"en": "W501, a source without a date (2 findings): No page shows one.",
		"es": "W501 (t), una fuente sin fecha (0 hallazgos): Again.",
	} {
		d, err := Document(load(t, []byte(file)), Options{Lang: tag})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.NewReplacer("*", "").Replace(dump(d)); !strings.Contains(got, want) {
			t.Errorf("%s: no %q in\n%s", tag, want, got)
		}
	}
}
