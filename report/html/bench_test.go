package html

import (
	"bytes"
	"html/template"
	"testing"

	"sitrep/report/doc"
)

// BenchmarkRender writes the briefing of the repository.
func BenchmarkRender(b *testing.B) {
	d := briefing(b, "es-MX")
	for b.Loop() {
		if _, err := Render(d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

// cards is a template for the cards alone, with their texts bare.
const cards = `<div class="cards">{{range .}}<article id="_card-{{.ID}}"><h3>{{.Claim}}</h3><dl>{{range .Entries}}<dt>{{.Label}}</dt>
<dd>{{range .Value}}{{plain .}}{{end}}</dd>{{end}}</dl></article>{{end}}</div>`

// BenchmarkTemplate writes the cards of the briefing with html/template, parsed
// anew as every run of the command must, to compare with BenchmarkCards.
func BenchmarkTemplate(b *testing.B) {
	d := briefing(b, "es-MX")
	for b.Loop() {
		t := template.Must(template.New("cards").Funcs(template.FuncMap{"plain": func(n doc.Inline) string { return doc.Plain([]doc.Inline{n}) }}).Parse(cards))
		var out bytes.Buffer
		if err := t.Execute(&out, d.Cards); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCards writes the cards of the briefing, links and all.
func BenchmarkCards(b *testing.B) {
	d := briefing(b, "es-MX")
	for b.Loop() {
		p := &page{doc: d, say: d.Language.Say, used: map[string]bool{}, references: map[int]int{}}
		p.find()
		p.evidence()
	}
}
