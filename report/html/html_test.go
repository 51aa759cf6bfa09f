package html

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"sitrep/report/doc"
)

func render(t testing.TB, d *doc.Document) []byte {
	t.Helper()
	page, err := Render(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return page
}

func TestSameBytes(t *testing.T) {
	a, b := render(t, sample(t)), render(t, sample(t))
	if !bytes.Equal(a, b) {
		t.Error("two pages of one document differ")
	}
}

func TestRenderNeedsALanguage(t *testing.T) {
	if _, err := Render(&doc.Document{}, Options{}); err == nil {
		t.Error("a document without a language was rendered")
	}
}

func TestExtractGivesBackTheFacts(t *testing.T) {
	for _, facts := range []string{
		`{"a":"</script><script>alert(1)</script>"}`,
		`{"a":"\u003C\u003c \\u003C <!-- <script"}`,
		"{\"a\":\"\u2028&>'\\\"\"}",
		"{}\n",
	} {
		d := sample(t)
		d.Source = doc.Payload{Name: `a"><b>.json`, Data: []byte(facts), Making: []byte(`{"now":"\u003c"}`)}
		got, err := Extract(render(t, d))
		if err != nil || !reflect.DeepEqual(got, d.Source) {
			t.Errorf("in %q\nout %q, %v", facts, got, err)
		}
	}
}

func TestExtractRefuses(t *testing.T) {
	whole := render(t, sample(t))
	at := bytes.Index(whole, []byte(payloadStart))
	for name, page := range map[string][]byte{
		"nothing": nil, "another page": []byte("<html></html>"),
		"cut in the tag": whole[:at+len(payloadStart)], "cut in the facts": whole[:at+len(payloadStart)+40],
		"damaged base64": []byte("\n" + payloadStart + "a\">!!</script>"),
	} {
		if _, err := Extract(page); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// Whatever is written as text reads back letter for letter, but for the
// characters that HTML forbids.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "a<b>&\"'c", "\x00\x1b\u0085\ufffe\U0001fffe", "\xff\xc3", "é🙂\n\t", "&amp;lt;"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var m markup
		m.text(s)
		if bytes.ContainsAny(m.b, "<>\"'\x00") {
			t.Fatalf("%q was written as %q", s, m.b)
		}
		want := strings.Map(func(r rune) rune {
			if forbidden(r) {
				return '\uFFFD'
			}
			return r
		}, s)
		back := strings.NewReplacer("&amp;", "&", "&lt;", "<", "&gt;", ">", "&#34;", `"`, "&#39;", "'").Replace(string(m.b))
		if back != want {
			t.Fatalf("%q reads back as %q", want, back)
		}
	})
}

func TestAddress(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/a b?c=d&e": "https://example.org/a%20b?c=d&e",
		"HTTP://example.org":            "http://example.org",
		"mailto:a@example.org":          "mailto:a@example.org",
		"javascript:alert(1)":           "", " javascript:alert(1)": "", "java\nscript:alert(1)": "",
		"data:text/html,x": "", "file:///etc/passwd": "", "//example.org": "", "/x": "", "": "", "https:": "", "mailto:": "",
		"vbscript:x": "", "blob:https://example.org/1": "", "https://": "",
	} {
		if got := address(in); got != want {
			t.Errorf("address(%q) = %q, want %q", in, got, want)
		}
	}
}
