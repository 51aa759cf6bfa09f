package html

import (
	"encoding/json"
	"strings"
)

// cite writes, behind a fold, how to cite the briefing: in words, as BibTeX and as CSL-JSON.
func (p *page) cite() {
	p.raw("<details class=\"cite\"><summary>")
	p.text(p.say("html.cite"))
	p.raw("</summary>\n")
	p.element("p", p.citation())
	p.raw("<p><b>BibTeX</b></p>\n")
	p.element("pre", p.bibtex(), "tabindex", "0")
	p.raw("<p><b>CSL-JSON</b></p>\n")
	p.element("pre", p.csl(), "tabindex", "0")
	p.raw("</details>\n")
}

// citation is the reference in words: who, when, what, which edition, by whom.
func (p *page) citation() string {
	d := p.doc
	who := strings.Join(d.Authors, ", ")
	if who == "" {
		who = d.Publisher
	}
	publisher := d.Publisher
	if publisher == who {
		publisher = ""
	}
	title := d.Title
	if d.Subtitle != "" {
		title += ": " + d.Subtitle
	}
	var parts []string
	for _, part := range []string{who, title, d.Edition, publisher, d.Date} {
		if part = strings.TrimRight(part, ". "); part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ". ") + "."
}

// bibtexEscapes are the letters that mean something to BibTeX or TeX.
var bibtexEscapes = strings.NewReplacer(`\`, `\textbackslash{}`, "{", `\{`, "}", `\}`, "%", `\%`, "&", `\&`, "$", `\$`, "#", `\#`, "_",
	`\_`,
	"~", `\textasciitilde{}`, "^", `\textasciicircum{}`)

// bibtex is the reference as an entry of type techreport. Names stand in braces of their own: whether a
// name is a person's, with a given and a family part, the facts do not say.
func (p *page) bibtex() string {
	d := p.doc
	var authors []string
	for _, a := range d.Authors {
		authors = append(authors, "{"+bibtexEscapes.Replace(a)+"}")
	}
	year, rest, _ := strings.Cut(d.Date, "-")
	month, _, _ := strings.Cut(rest, "-")
	var b strings.Builder
	b.WriteString("@techreport{" + anchor(d.ID))
	for _, f := range [][2]string{{"author", strings.Join(authors, " and ")}, {"title", bracket(d.Title)},
		{"institution", bibtexEscapes.Replace(d.Publisher)},
		{"year", year}, {"month", month}, {"number", bibtexEscapes.Replace(d.Edition)}, {"language", d.Language.Tag}} {
		if f[1] != "" {
			b.WriteString(",\n  " + f[0] + " = {" + f[1] + "}")
		}
	}
	return b.String() + "\n}"
}

// bracket keeps the capitals of a title.
func bracket(s string) string { return "{" + bibtexEscapes.Replace(s) + "}" }

// csl is the reference as an item of the Citation Style Language (CSL 1.0.2, input data, type report).
func (p *page) csl() string {
	d := p.doc
	type name struct {
		Literal string `json:"literal"`
	}
	type date struct {
		Raw string `json:"raw"`
	}
	item := struct {
		ID        string `json:"id"`
		Type      string `json:"type"`
		Title     string `json:"title"`
		Authors   []name `json:"author,omitempty"`
		Publisher string `json:"publisher,omitempty"`
		Issued    *date  `json:"issued,omitempty"`
		Edition   string `json:"edition,omitempty"`
		Language  string `json:"language"`
	}{ID: d.ID, Type: "report", Title: d.Title, Publisher: d.Publisher, Edition: d.Edition, Language: d.Language.Tag}
	for _, a := range d.Authors {
		item.Authors = append(item.Authors, name{a})
	}
	if d.Date != "" {
		item.Issued = &date{d.Date}
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode([]any{item}); err != nil && p.err == nil {
		p.err = err
	}
	return strings.TrimSpace(b.String())
}
