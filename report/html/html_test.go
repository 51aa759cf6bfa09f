package html

import (
	"bytes"
	"encoding/base64"
	"reflect"
	"strings"
	"sync"
	"testing"

	"sitrep/assets"
	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/sanitize"
)

func render(t testing.TB, d *doc.Document) []byte {
	t.Helper()
	page, err := Render(d, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return page
}

// A once is a page that the first test that asks for it makes.
type once struct {
	sync.Once
	document func(testing.TB) *doc.Document
	data     []byte
}

func (o *once) of(t testing.TB) []byte {
	t.Helper()
	o.Do(func() { o.data = render(t, o.document(t)) })
	return o.data
}

// samplePage and briefingPage are the pages that most tests look at.
var (
	samplePage   = &once{document: sample}
	briefingPage = &once{document: func(t testing.TB) *doc.Document { return briefing(t, "es-MX") }}
)

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

// controls reorder what stands beside them.
const controls = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

// No text of a document can reorder what stands beside it, in the page, its
// attributes and its data.
func TestNothingReorders(t *testing.T) {
	d := sample(t)
	poison(reflect.ValueOf(d), func(n int) string { return "a\u202e" + controls + number(n) })
	d.Source = doc.Payload{} // the facts come back as they were given
	page := string(render(t, d))
	page += unpacked(t, page, figuresID)
	if i := strings.IndexAny(page, controls); i >= 0 {
		t.Errorf("the page holds %q", page[max(i-80, 0):i+20])
	}
}

// A note shows five ways back and folds the others away; a fold of one would
// be longer than the one.
func TestBackLinks(t *testing.T) {
	for count, want := range map[int]string{0: "", 1: "1", 6: "6", 7: "5 and 2 more 2", 37: "5 and 32 more 32"} {
		p := &page{doc: sample(t), references: map[int]int{1: count}}
		p.say = p.doc.Language.Say
		p.backLinks(1)
		shown, folded, _ := strings.Cut(string(p.b), "<details><summary>")
		words, folded, _ := strings.Cut(folded, "</summary>")
		got := join(" ", strings.TrimPrefix(number(strings.Count(shown, "<a ")), "0"), words, strings.TrimPrefix(number(strings.Count(folded, "<a ")), "0"))
		if got != want {
			t.Errorf("of %d ways back the note shows %q, want %q", count, got, want)
		}
		for i := 1; i <= count; i++ {
			if !strings.Contains(string(p.b), `href="#`+referenceAnchor(1, i)+`"`) {
				t.Errorf("of %d ways back the %d. leads nowhere", count, i)
			}
		}
	}
}

// A page brings the fonts that its letters need, bold ones only where they are bold.
func TestFonts(t *testing.T) {
	brings := func(d *doc.Document) (regular, bold bool) {
		page := string(render(t, d))
		part := func(font string) bool {
			return strings.Contains(page, base64.StdEncoding.EncodeToString([]byte(font)))
		}
		return part(assets.InterRegularCyrillic), part(assets.InterSemiBoldCyrillic)
	}
	none, plain, heading, head, strong := sample(t), sample(t), sample(t), sample(t), sample(t)
	plain.Notes[0].Title, heading.Title = "Договор", "Договор"
	for _, b := range head.Body {
		if s := b.(*doc.Section); s.ID == "why" {
			s.Blocks = append(s.Blocks, &doc.Table{Columns: []doc.Column{{Title: "Договор"}}})
		}
	}
	strong.Summary = append(strong.Summary, paragraph(&doc.Strong{Inlines: words("Договор")}, doc.Text("plain")))
	for name, c := range map[string]struct {
		d             *doc.Document
		regular, bold bool
	}{"none": {none, false, false}, "plain": {plain, true, false}, "heading": {heading, true, true}, "head": {head, true, true}, "strong": {strong, true, true}} {
		if regular, bold := brings(c.d); regular != c.regular || bold != c.bold {
			t.Errorf("%s: the page brings regular %v and bold %v, want %v and %v", name, regular, bold, c.regular, c.bold)
		}
	}
}

// Texts in another language say so: spans, links, titles of sources, editions.
func TestForeign(t *testing.T) {
	page := string(samplePage.of(t))
	for _, want := range []string{`<html lang="en">`, `<span lang="es">desplazados</span>`, `<a lang="es" href="https://example.org/satellite">Estimación por satélite</a>`,
		`<a lang="es-MX" hreflang="es-MX" rel="alternate" href="./flood.es-MX.html">español</a>`,
		`<link rel="alternate" hreflang="es-MX" href="./flood.es-MX.html">`} {
		if !strings.Contains(page, want) {
			t.Errorf("the page has no %s", want)
		}
	}
}

// In the data of a figure a row without a value is linked by its name.
func TestFoldLinksEveryRow(t *testing.T) {
	if strings.Contains(string(samplePage.of(t)), `></a>`) {
		t.Error("a link has no words")
	}
	p := &page{doc: sample(t), cards: map[string]bool{"f": true, "g": true}}
	p.say = p.doc.Language.Say
	p.fold(chart.Table{Head: []string{"What", "Value"}, Numeric: []bool{false, true}, Rows: [][]string{{"Soldiers", ""}, {"Shells", "9"}}, IDs: []string{"f", "g"}}, "Data")
	for _, want := range []string{`<a class="value" href="#_card-f">Soldiers</a>`, `<a class="value" href="#_card-g">9</a>`} {
		if !strings.Contains(string(p.b), want) {
			t.Errorf("the fold has no %s: %s", want, p.b)
		}
	}
}

// Whatever is written as text reads back as the policy for hidden characters has it.
func FuzzText(f *testing.F) {
	for _, s := range []string{"", "a<b>&\"'c", "\x00\x1b\u0085\ufffe\U0001fffe", "\xff\xc3", "é🙂\n\t", "&amp;lt;", "\u202eabc\u2066", "a\u200f,\u061c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var m markup
		m.text(s)
		if bytes.ContainsAny(m.b, "<>\"'\x00") {
			t.Fatalf("%q was written as %q", s, m.b)
		}
		want := sanitize.Text(s)
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
