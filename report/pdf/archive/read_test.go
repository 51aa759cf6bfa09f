package archive

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sitrep/report/pdf/compressor"
)

// zeros is a stream of that many zeros, pressed to a thousandth.
func zeros(n int) []byte {
	p := compressor.New()
	defer p.Close()
	return p.Put(make([]byte, n)).Out()
}

// streamObject writes a stream object as [file.write] does.
func streamObject(n int, dict string, data []byte) []byte {
	out := fmt.Appendf(nil, "%d 0 obj\n<<%s/Filter /FlateDecode /Length %d>>\nstream\n", n, dict, len(data))
	return append(append(out, data...), "\nendstream\nendobj\n"...)
}

const tableDict = "/Type /XRef /W [1 4 2] /DecodeParms <</Predictor 12 /Columns 7>> /Root 1 0 R "

// TestBombs: a file of a megabyte that claims to hold a thousand is refused, or
// read as far as is sensible, at once.
func TestBombs(t *testing.T) {
	bomb := zeros(200 << 20)
	table := func(pressed []byte) []byte {
		head := "%PDF-1.7\n"
		return fmt.Appendf(append([]byte(head), streamObject(9, tableDict, pressed)...), "startxref\n%d\n%%%%EOF\n", len(head))
	}
	for name, data := range map[string][]byte{
		"table of objects": table(bomb),
		"file inside":      swollen(t, bomb, func(w *writer) int { return stream(t, w, "/Type /EmbeddedFile ") }),
		"page":             swollen(t, bomb, func(w *writer) int { return contentOf(t, w, 0) }),
		"object stream": swollen(t, bomb, func(w *writer) int { // those of the file come later: one more, as the root
			w.root = w.file.reserve()
			w.file.setFlate(w.root, object("/Type /ObjStm ").key("N").int(9).key("First").int(31<<20), nil)
			return w.root
		}),
		"a stranger's": slices.Concat([]byte("%PDF-1.4\n"), bytes.Repeat(streamObject(1, "/Type /EmbeddedFile ", bomb), 9)),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Attachments(data); err != nil && !errors.Is(err, ErrForeign) {
				t.Error(err)
			}
			if _, err := Contents(data); err != nil && !errors.Is(err, ErrForeign) {
				t.Error(err)
			}
			Embedded(data)
		})
	}
}

// swollen is a small report in which one stream is a bomb.
func swollen(t *testing.T, bomb []byte, which func(*writer) int) []byte {
	t.Helper()
	w, err := compile(small(t))
	if err != nil {
		t.Fatal(err)
	}
	e := &w.file.objects[which(w)]
	e.data, e.compressed = bomb, nil
	return w.file.bytes(w.root, w.info)
}

// stream finds the first stream whose dictionary begins so.
func stream(t *testing.T, w *writer, dict string) int {
	t.Helper()
	for n := range w.file.objects {
		if e := &w.file.objects[n]; e.stream && strings.HasPrefix(string(e.text), dict) {
			return n
		}
	}
	t.Fatalf("no stream is %q", dict)
	return 0
}

// contentOf is the object of a page's content.
func contentOf(t *testing.T, w *writer, page int) int {
	t.Helper()
	n, err := integer(w.file.objects[w.page[page]].text, "/Contents ")
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestEmbedded: the files inside are found by the look of their streams, packed
// or not, in a file of any program; what is damaged is left out.
func TestEmbedded(t *testing.T) {
	d := small(t)
	data, err := Write(d)
	if err != nil {
		t.Fatal(err)
	}
	if got := Embedded(data); len(got) != 1 || string(got[0]) != "{}" {
		t.Errorf("%q", got)
	}
	other := "%PDF-1.4\n1 0 obj <</Names <</EmbeddedFiles 3 0 R>> >> endobj\n" +
		"2 0 obj\n<</Length 4 /Type/EmbeddedFile /Params <</Size 4>> >>\nstream\r\n[12]\nendstream\nendobj\n" +
		"3 0 obj\n<</Filter/FlateDecode/Type/EmbeddedFile>>\nstream\nnot pressed\nendstream\nendobj\n"
	if got := Embedded([]byte(other)); len(got) != 1 || string(got[0]) != "[12]" {
		t.Errorf("%q", got)
	}
	for _, s := range []string{"", "/EmbeddedFile", "/EmbeddedFile stream", strings.Repeat("/EmbeddedFile /FlateDecode stream\n", 99)} {
		if got := Embedded([]byte(s)); len(got) > 1 || len(got) == 1 && len(got[0]) > 0 {
			t.Errorf("%q holds %q", s, got)
		}
	}
}

// TestUnreadablePage: a page that is damaged is told by its place.
func TestUnreadablePage(t *testing.T) {
	w, err := compile(small(t))
	if err != nil {
		t.Fatal(err)
	}
	n := contentOf(t, w, 0)
	data := w.file.bytes(w.root, w.info)
	good, err := Contents(data)
	if err != nil || len(good) == 0 || len(good[0]) == 0 {
		t.Fatal(good, err)
	}
	at := bytes.Index(data, fmt.Appendf(nil, "\n%d 0 obj\n", n)) + 100
	data[at] ^= 0x55
	if got, err := Contents(data); err != nil || len(got) != len(good) || got[0] != nil {
		t.Errorf("%d pages, %v", len(got), err)
	}
}
