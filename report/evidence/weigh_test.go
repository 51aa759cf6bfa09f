package evidence

import (
	"reflect"
	"strings"
	"testing"
)

// TestWeigh holds which side of a judgement its facts stand on.
func TestWeigh(t *testing.T) {
	fact := func(id, more string) string {
		return `{"id": "` + id + `", "type": "statement", "statement": "S.", "origin": "o", "sources": ["s"], "status": "claimed"` + more + `}`
	}
	f := loaded(t, `{"format": 1, "briefing": {"id": "x", "title": "T", "languages": ["en"], "as_of": "2025"}, "origins": {"o": {"name": "O", "kind": "media"}},
"sources": {"s": {"title": "T", "publisher": "P"}}, "facts": [`+strings.Join([]string{
		fact("a", ""), fact("b", ""), fact("c", `, "contradicts": ["a", "b"]`), fact("d", `, "contradicts": ["a"]`),
		fact("old", ""), fact("new", `, "supersedes": "old"`),
		strings.Replace(fact("no", `, "contradicts": ["a"]`), "claimed", "denied", 1), strings.Replace(fact("never", ""), "claimed", "denied", 1)}, ",\n")+`]}`)
	for _, c := range []struct{ because, speak, against, aside string }{
		{"a b", "a b", "", ""},
		{"a a b a", "a b", "", ""},
		{"c a b", "a b", "c", ""},        // the one that contradicts most
		{"a d", "a", "d", ""},            // of equals, the one named later
		{"d a", "d", "a", ""},            //
		{"c a b d", "c d", "a b", ""},    // a goes first: as many as c, and later; then b, for c
		{"old new", "new", "", "old"},    //
		{"old b", "old b", "", ""},       // W204 tells
		{"a no", "a", "", "no"},          // a denial is no second line
		{"no never", "no never", "", ""}, // a judgement about the denials
	} {
		e := Weigh(f, strings.Fields(c.because))
		got := []string{strings.Join(e.For, " "), strings.Join(e.Against, " "), strings.Join(e.Aside, " ")}
		if !reflect.DeepEqual(got, []string{c.speak, c.against, c.aside}) {
			t.Errorf("%s: %q", c.because, got)
		}
	}
}
