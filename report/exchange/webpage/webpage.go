// Package webpage reads what a web page says of itself: the metadata in its head, and the JSON-LD of schema.org.
//
// Of several vocabularies the one that publishers fill with most care stands first:
// the citation_ fields that Google Scholar and Zotero read, then Dublin Core, then
// schema.org, then Open Graph, then plain HTML. Nothing is taken from the text.
package webpage

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"sitrep/report/exchange/reference"
	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
	"sitrep/report/pattern"
)

// A page is what was found, by the name of the field, each in the order met.
type page struct {
	fields map[string][]string
	linked []tree.Node // JSON-LD
}

// Read reads a page. Where it does not state its encoding, it must be UTF-8.
func Read(data []byte) reference.Library {
	text := string(data)
	if stated := bytes.Contains(bytes.ToLower(data[:min(len(data), 1024)]), []byte("charset")); stated || bytes.HasPrefix(data,
		[]byte("\xff\xfe")) {
		e, _, _ := charset.DetermineEncoding(data, "") // HTML standard, 13.2.3.2
		if out, err := e.NewDecoder().Bytes(data); err == nil {
			text = string(out)
		}
	}
	if !utf8.ValidString(text) {
		return refused("the page does not say its encoding, and is not UTF-8", `it says so in its head: <meta charset="windows-1252">`)
	}
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return refused("the page cannot be read: "+err.Error(), "")
	}
	p := &page{fields: map[string][]string{}}
	p.walk(root)
	for i := range p.linked {
		p.node(&p.linked[i])
	}
	r := p.reference()
	if r.Title == "" {
		return refused("the page says nothing of itself: it has no title", "")
	}
	return reference.Library{References: []reference.Reference{r}}
}

// Linked reads a file of JSON-LD alone.
func Linked(root *tree.Node) reference.Library {
	p := &page{fields: map[string][]string{}}
	p.node(root)
	return reference.Library{References: []reference.Reference{p.reference()}}
}

// IsLinked reports whether a JSON value is JSON-LD of schema.org that has a title.
func IsLinked(root *tree.Node) bool {
	context := root.Get("@context")
	if root.Kind != tree.Object || context == nil || !strings.Contains(context.Compact(), "schema.org") {
		return false
	}
	p := &page{fields: map[string][]string{}}
	p.node(root)
	return p.first("ld.title") != ""
}

func refused(message, hint string) reference.Library {
	return reference.Library{Faults: []reference.Fault{{Line: 1, Col: 1, Message: message, Hint: hint}}}
}

func (p *page) add(name, text string) {
	if text = strings.Join(strings.Fields(text), " "); text != "" {
		p.fields[name] = append(p.fields[name], text)
	}
}

func (p *page) first(names ...string) string {
	for _, name := range names {
		if list := p.fields[name]; len(list) > 0 {
			return list[0]
		}
	}
	return ""
}

// saved is the line that browsers write into a page that they save.
var saved = pattern.Of(`saved from url=\(\d+\)(\S+)`)

// walk collects the fields of the page.
func (p *page) walk(n *html.Node) {
	if n.Type == html.CommentNode {
		if m := saved().FindStringSubmatch(n.Data); m != nil {
			p.add("saved", m[1])
		}
	}
	if n.Type == html.ElementNode {
		attributes := map[string]string{}
		for _, a := range n.Attr {
			attributes[a.Key] = a.Val
		}
		p.element(n, attributes)
	}
	for c := range n.ChildNodes() {
		p.walk(c)
	}
}

func (p *page) element(n *html.Node, a map[string]string) {
	switch n.Data {
	case "html":
		p.add("lang", a["lang"])
	case "title":
		if n.FirstChild != nil && n.Parent != nil && n.Parent.Data == "head" {
			p.add("title", n.FirstChild.Data)
		}
	case "link":
		if strings.EqualFold(a["rel"], "canonical") {
			p.add("canonical", a["href"])
		}
	case "meta":
		name := a["name"]
		if name == "" {
			name = a["property"]
		}
		p.add(strings.ToLower(strings.Replace(name, "dcterms.", "dc.", 1)), a["content"])
	case "script":
		if a["type"] != "application/ld+json" || n.FirstChild == nil {
			return
		}
		if root, faults := tree.Parse(string(bytes.TrimSpace([]byte(n.FirstChild.Data)))); root != nil && len(faults) == 0 {
			p.linked = append(p.linked, *root)
		}
	}
}

// node collects from JSON-LD the first thing that has a headline or, for want of one,
// a name and a date of publication.
func (p *page) node(n *tree.Node) {
	if graph := n.Get("@graph"); graph != nil {
		n = graph
	}
	if n.Kind == tree.Array {
		for i := range n.Kids {
			p.node(&n.Kids[i])
		}
		return
	}
	title := value.Text(n, "headline")
	if title == "" && n.Get("datePublished") != nil {
		title = value.Text(n, "name")
	}
	if title == "" || p.first("ld.title") != "" {
		return
	}
	p.add("ld.title", title)
	p.add("ld.date", value.Text(n, "datePublished"))
	p.add("ld.language", value.Text(n, "inLanguage"))
	p.add("ld.url", value.Text(n, "url"))
	for _, key := range []string{"author", "publisher", "isPartOf"} {
		for _, name := range named(n.Get(key)) {
			p.add("ld."+key, name)
		}
	}
}

// named are the names of a person or body, or of several.
func named(n *tree.Node) []string {
	switch {
	case n == nil:
	case n.Kind == tree.String:
		return []string{n.Text}
	case n.Kind == tree.Object && value.Text(n, "name") != "":
		return []string{value.Text(n, "name")}
	case n.Kind == tree.Array:
		var out []string
		for i := range n.Kids {
			out = append(out, named(&n.Kids[i])...)
		}
		return out
	}
	return nil
}

// reference is the record that the fields make.
func (p *page) reference() reference.Reference {
	r := reference.Reference{Line: 1, Col: 1,
		Title: p.first("citation_title", "dc.title", "ld.title", "og:title", "title"),
		Publisher: p.first("citation_publisher", "citation_technical_report_institution", "dc.publisher", "ld.publisher", "og:site_name",
			"application-name"),
		Container: p.first("citation_journal_title", "citation_conference_title", "ld.isPartOf"),
		URL: p.address("canonical", "og:url", "ld.url", "citation_public_url", "citation_abstract_html_url", "citation_fulltext_html_url",
			"dc.identifier", "saved", "citation_pdf_url"),
		Published: day(p.first("citation_publication_date", "citation_date", "citation_online_date", "dc.issued", "dc.date", "ld.date",
			"article:published_time", "date")),
		Language: strings.ReplaceAll(p.first("citation_language", "dc.language", "lang", "ld.language", "og:locale"), "_", "-"),
	}
	if site := p.first("og:site_name"); r.Container == "" && site != r.Publisher {
		r.Container = site
	}
	if r.Publisher == "" {
		r.Publisher, r.Container = r.Container, ""
	}
	for _, name := range []string{"citation_author", "dc.creator", "ld.author", "author"} {
		for _, author := range p.fields[name] {
			if family, given, ok := strings.Cut(author, ","); ok && name != "author" {
				author = reference.Name(family, given)
			}
			r.Authors = append(r.Authors, author)
		}
		if len(r.Authors) > 0 {
			break
		}
	}
	for _, f := range [][2]string{{"citation_doi", "DOI"}, {"citation_volume", "volume"}, {"citation_issue", "issue"},
		{"citation_issn", "ISSN"}, {"citation_isbn", "ISBN"},
		{"citation_technical_report_number", "number"}} {
		r.Add(f[1], p.first(f[0]))
	}
	r.Resolved(r.Field("DOI"))
	if page := p.first("citation_firstpage"); page != "" {
		if last := p.first("citation_lastpage"); last != "" && last != page {
			page += "–" + last
		}
		r.Add("page", page)
	}
	return r
}

// address is the first address of these that leads somewhere from anywhere.
func (p *page) address(names ...string) string {
	for _, name := range names {
		for _, s := range p.fields[name] {
			if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
				return s
			}
		}
	}
	return ""
}

var dated = pattern.Of(`^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?:[T ].*)?$`)

// day is the day of a date or time, "2024/10/23" or by ISO 8601; what is neither comes
// back as it is, to be refused with its words.
func day(s string) string {
	m := dated().FindStringSubmatch(s)
	if m == nil {
		return s
	}
	out := m[1]
	for _, part := range m[2:] {
		if part != "" {
			out += "-" + strings.Repeat("0", 2-len(part)) + part
		}
	}
	return out
}
