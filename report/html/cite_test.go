package html

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"sitrep/report/doc"
)

// The briefing is cited in words, as BibTeX and as CSL-JSON, each of which reads back.
func TestCite(t *testing.T) {
	d := sample(t)
	d.Title = `50% of {all} & "more" \ #1_~^$`
	p := &page{doc: d, say: d.Language.Say}
	if got, want := p.citation(), "A. Analyst, B. Bergström. "+d.Title+": "+d.Subtitle+". Third edition. Delta Observatory. 2025-05-31."; got != want {
		t.Errorf("cited as\n%s\nwant\n%s", got, want)
	}
	want := `@techreport{flood,
  author = {{A. Analyst} and {B. Bergström}},
  title = {{50\% of \{all\} \& "more" \textbackslash{} \#1\_\textasciitilde{}\textasciicircum{}\$}},
  institution = {Delta Observatory},
  year = {2025},
  month = {05},
  number = {Third edition},
  language = {en}
}`
	if got := p.bibtex(); got != want {
		t.Errorf("BibTeX is\n%s\nwant\n%s", got, want)
	}
	var items []map[string]any
	if err := json.Unmarshal([]byte(p.csl()), &items); err != nil || len(items) != 1 {
		t.Fatalf("%v: %s", err, p.csl())
	}
	if got := fmt.Sprint(items[0]["type"], items[0]["title"], items[0]["issued"]); got != "report"+d.Title+"map[raw:2025-05-31]" {
		t.Errorf("CSL is %s", got)
	}
}

// Notes that follow each other stand in one element, and their numbers stay apart when they are copied.
func TestNotesKeepApart(t *testing.T) {
	d := sample(t)
	d.Summary = []doc.Block{paragraph(doc.Text("a"), &doc.NoteRef{Number: 1}, &doc.NoteRef{Number: 2}, doc.Text("b"), &doc.NoteRef{Number: 1})}
	page := string(render(t, d))
	_, text, _ := strings.Cut(page, `<section class="summary"`)
	text, _, _ = strings.Cut(text, "</section>")
	if n := strings.Count(text, "<sup"); n != 2 || !strings.Contains(text, `>1</a>, <a`) {
		t.Errorf("%d elements: %s", n, text)
	}
}

// In a frame that is written as srcdoc a link of the contents stays in the frame.
func TestFrame(t *testing.T) {
	data := render(t, sample(t))
	outer := `<!doctype html><iframe srcdoc="` + strings.NewReplacer("&", "&amp;", `"`, "&quot;").Replace(string(data)) + `" width=900 height=700></iframe>`
	b := open(t, browser(t), pageFile(t, []byte(outer)), states[0])
	got := ask[string](b, `(async () => {
		const frame = document.querySelector('iframe'), inner = () => frame.contentDocument;
		for (let i = 0; i < 100 && !inner().querySelector('body.js'); i++) await new Promise((done) => setTimeout(done, 50));
		inner().querySelector('.contents a[href="#why"]').click();
		await new Promise((done) => setTimeout(done, 600));
		return inner().location.href + ' ' + Math.round(inner().getElementById('why').getBoundingClientRect().top);
	})()`)
	if got != "about:srcdoc 16" && got != "about:srcdoc 0" {
		t.Errorf("the link leads to %s", got)
	}
}

// The switch gives the page the other scheme, its live figures too.
func TestScheme(t *testing.T) {
	b := open(t, browser(t), pageFile(t, samplePage.of(t)), states[0])
	b.settle()
	const seen = `[getComputedStyle(document.body).color, getComputedStyle(document.querySelector('#fig-1 .still svg > text')).fill, document.querySelector('#fig-1 .canvas text').getAttribute('fill')].join(' ')`
	light := ask[string](b, seen)
	do(b, `document.querySelector('.scheme').click()`)
	dark := ask[string](b, seen)
	do(b, `document.querySelector('.scheme').click()`)
	if again := ask[string](b, seen); light == dark || light != again {
		t.Errorf("light %s, dark %s, light again %s", light, dark, again)
	}
	b.check()
}

// What the page says comes first, on a desk and on a telephone: the summary begins in the upper half of the window.
func TestOpensWithWhatItSays(t *testing.T) {
	ctx := browser(t)
	for _, s := range []state{{width: 1440}, {width: 390}} {
		b := open(t, ctx, pageFile(t, render(t, briefing(t, "en"))), s)
		if top := ask[float64](b, `document.getElementById('_main').getBoundingClientRect().top`); top > 450 {
			t.Errorf("%d px: the text begins at %.0f", s.width, top)
		}
		b.check()
	}
}
