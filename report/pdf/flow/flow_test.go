package flow

import (
	"testing"

	"sitrep/report/doc"
	"sitrep/report/font"
	"sitrep/report/lang"
	"sitrep/report/pdf/page"
)

func testWriter(t testing.TB) *writer {
	t.Helper()
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	fonts, err := font.Load()
	if err != nil {
		t.Fatal(err)
	}
	size, _ := page.Paper("a4")
	return newWriter(&doc.Document{Language: l, Title: "t"}, Options{Size: size, Fonts: fonts})
}

// TestLinks: links lead to places that are there, and to addresses that do no harm.
func TestLinks(t *testing.T) {
	for url, want := range map[string]bool{"https://example.org": true, "HTTP://example.org": true, "mailto:a@example.org": true,
		"javascript:alert(1)": false, "file:///etc/passwd": false, "data:text/html,x": false, "example.org": false, "": false} {
		if got := allowed(url); got != want {
			t.Errorf("%q: %v", url, got)
		}
	}
	w := testWriter(t)
	spans := w.spans([]doc.Inline{&doc.Reference{Anchor: "nowhere", Inlines: []doc.Inline{doc.Text("there")}}, &doc.NoteRef{Number: 4},
		&doc.Value{Text: "5", Card: "none"}}, bodyStyle(), w.elem)
	for _, s := range spans {
		if s.Link != nil {
			t.Errorf("%q leads to %q", s.Text, s.Link.Anchor)
		}
	}
}
