package archive

import (
	"bytes"
	"errors"
	"testing"
)

// FuzzParse: whatever gofpdf might write, parsing neither panics nor hangs, and
// what it accepts has a content stream for each page.
func FuzzParse(f *testing.F) {
	f.Add(small(f).Painting.Raw)
	f.Add([]byte("%PDF-1.3\n3 0 obj\n<</Type /Page\n>>\nendobj\n4 0 obj\n<</Length 3>>\nstream\nabc\nendstream\nendobj\nxref\n"))
	f.Add([]byte("%PDF-1.3\n1 0 obj\n<</Length 99999999999999999999>>\nstream\n\nendstream\nendobj\nxref\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		raw, err := parse(data)
		if err != nil {
			return
		}
		if len(raw.pages) == 0 {
			t.Error("no pages were accepted")
		}
	})
}

// FuzzAttachments: a stranger's file is refused, not followed.
func FuzzAttachments(f *testing.F) {
	data, err := Write(small(f))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add(data[:len(data)/2])
	f.Add(bytes.Replace(data, []byte("startxref\n"), []byte("startxref\n9"), 1))
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := Attachments(data); err != nil && !errors.Is(err, ErrForeign) {
			t.Errorf("an error of another kind: %v", err)
		}
	})
}

// TestDamage: a finished file with one byte changed anywhere is read or refused.
func TestDamage(t *testing.T) {
	data, err := Write(small(t))
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(data); i += 1 + len(data)/400 {
		bad := bytes.Clone(data)
		bad[i] ^= 0x55
		if _, err := Attachments(bad); err != nil && !errors.Is(err, ErrForeign) {
			t.Errorf("byte %d: %v", i, err)
		}
	}
	got, err := Attachments(data)
	if err != nil || len(got) != 1 || got[0].Name != "facts.json" || string(got[0].Data) != "{}" || got[0].Relationship != "Source" {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestDates(t *testing.T) {
	for in, want := range map[string]string{"": "1970-01-01", "2024": "2024-01-01", "2024-10": "2024-10-01", "2024-10-23": "2024-10-23",
		"2024-10-23T01:02:03Z": "2024-10-23", "yesterday": "1970-01-01", "20": "1970-01-01", "2024-1": "1970-01-01"} {
		if got := day(in); got != want {
			t.Errorf("day(%q) = %q, want %q", in, got, want)
		}
	}
	if got := pdfDate("2024-10"); got != "20241001000000+00'00'" {
		t.Error(got)
	}
}

func TestNest(t *testing.T) {
	heads := []Heading{{Level: 2}, {Level: 1}, {Level: 3}, {Level: 2}, {Level: 1}}
	want := []node{{-1, -1, 1, -1, -1, 0}, {-1, 0, 4, 2, 3, 2}, {1, -1, 3, -1, -1, 0}, {1, 2, -1, -1, -1, 0}, {-1, 1, -1, -1, -1, 0}}
	for i, n := range nest(heads) {
		if n != want[i] {
			t.Errorf("%d: %+v, want %+v", i, n, want[i])
		}
	}
}

func TestStrings(t *testing.T) {
	for in, want := range map[string]string{"a": "(a) ", `a(b)\`: `(a\(b\)\\) `, "é": "(\xe9) ", "\U0001F30A": "(\xfe\xff\xd8\x3c\xdf\x0a) ",
		"\xff": "(\xfe\xff\xff\xfd) ", "“x” – 5": "(\x8dx\x8e \x85 5) ", "→": "(\xfe\xff\x21\x92) ", "þÿ": "(\xfe\xff\x00\xfe\x00\xff) ", "™−": "(\x92\x8a) ", "": "() "} {
		if got := string(object(nil).text(in)); got != want {
			t.Errorf("text(%q) = %q, want %q", in, got, want)
		}
	}
	if got := string(object(nil).uri("https://e.org/ñ (1)")); got != `(https://e.org/%C3%B1%20\(1\)) ` {
		t.Error(got)
	}
	for _, s := range []string{"a", `a(b)\`, "\r\n", ""} {
		if got, _, ok := literal(object(nil).bytes(s)); !ok || got != s {
			t.Errorf("%q comes back as %q", s, got)
		}
	}
}

// TestProfile holds the colour profile's size and the places of its tags.
func TestProfile(t *testing.T) {
	p := profile()
	if len(p) > 520 || len(p)%4 != 0 || string(p[36:40]) != "acsp" {
		t.Errorf("%d bytes, %q", len(p), p[36:40])
	}
	for i := range 10 {
		e := p[132+12*i:]
		at, n := int(e[6])<<8|int(e[7]), int(e[10])<<8|int(e[11])
		if at < 252 || at+n > len(p) || at%4 != 0 {
			t.Errorf("%s at %d, %d long, of %d", e[:4], at, n, len(p))
		}
	}
}
