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

// TestFrontMarks: a marking on the first page has its own colours, on its own ground.
func TestFrontMarks(t *testing.T) {
	w := testWriter(t)
	w.front(&doc.Front{Judgements: []doc.Headline{{Number: 1, Text: []doc.Inline{doc.Text("It holds.")}, Marking: "TLP:RED", Anchor: "j"}}})
	found := false
	for _, s := range w.slices {
		for _, it := range s.items {
			if r := it.Run; r != nil && r.Span.Style.Chip != "" {
				found = true
				if ink, ground := w.doc.Colours("TLP:RED"); r.Span.Style.Color != ink || r.Span.Style.Chip != ground {
					t.Errorf("%q is %s on %s, want %s on %s", r.Text, r.Span.Style.Color, r.Span.Style.Chip, ink, ground)
				}
			}
		}
	}
	if !found {
		t.Error("the judgement has no mark")
	}
}
