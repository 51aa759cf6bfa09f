package markdown

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	gm "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"

	"sitrep/report/doc"
	"sitrep/report/lang"
	"sitrep/report/sanitize"
)

// hostile are pieces that would be markup if they were written as they are.
var hostile = []string{
	"<script>alert(1)</script>", "<b>", "&lt;", "&#60;", "*a*", "**", "_b_", "`c`", "~~d~~", "[e](http://x)", "[", "]", "](", "!", "![i](j)",
	"http://example.org/a?b=1&copy;2", "https:", "//example.org", "www.example.org", "ftp://x.org", "a@b.org", "@team", "#12", "#",
	"# h", "- i", "+ i", "1. i", "2) i", "123456789.", "===", "---", ":-:", "|", "| a | b |", "|---|---|", "> q", "    code", "\tcode", "```", "~~~", "$x$", "$5",
	"\\", "\\\\", "\n", "\n\n", "\r", "\u2028", "\u00a0", " ", "  ", "", "word", "Ünï", "북한", "≥ 3,000", "x.", "(y)", "“z”", "[^1]", "[ ]", "[x] ", ":+1:", ":", "%3C",
	"\x00", "\xff", "<!--", "-->", "*", "a*", "e\u0301", "🎈", "<https://x.org>", "mailto:a@b.org", "]: x", "[a]: http://x", "Term\n: def", "--", "\u200f",
}

// A maker makes random documents and remembers what a reader must find in them.
type maker struct {
	*rand.Rand
	em, strong, links int
}

func (m *maker) piece() string {
	var b strings.Builder
	for range 1 + m.IntN(3) {
		b.WriteString(hostile[m.IntN(len(hostile))])
	}
	return b.String()
}

func (m *maker) inlines(depth int) []doc.Inline {
	var list []doc.Inline
	for range m.IntN(6) {
		switch n := m.IntN(10); {
		case n < 4 || depth == 0:
			list = append(list, doc.Text(m.piece()))
		case n == 4:
			m.em++
			list = append(list, &doc.Emphasis{Inlines: append(m.inlines(depth-1), doc.Text("em"))})
		case n == 5:
			m.strong++
			list = append(list, &doc.Strong{Inlines: append(m.inlines(depth-1), doc.Text("strong"+m.piece()))})
		case n == 6:
			m.links++
			list = append(list, &doc.Link{URL: "https://own.example/" + m.piece(), Inlines: []doc.Inline{doc.Text("own" + m.piece())}})
		case n == 7:
			list = append(list, &doc.Value{Text: m.piece()})
		case n == 8:
			m.links++
			list = append(list, &doc.NoteRef{Number: 1 + m.IntN(9), Locator: m.piece()})
		default:
			list = append(list, doc.Break{})
		}
	}
	return list
}

// page is what a Markdown reader makes of a document.
type page struct {
	tags  map[string]int
	hrefs []string
	text  strings.Builder
}

func read(t *testing.T, source []byte) *page {
	t.Helper()
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote), goldmark.WithRendererOptions(gm.WithUnsafe()))
	var out bytes.Buffer
	if err := md.Convert(source, &out); err != nil {
		t.Fatal(err)
	}
	tree, err := html.Parse(&out)
	if err != nil {
		t.Fatal(err)
	}
	p := &page{tags: map[string]int{}}
	p.walk(tree)
	return p
}

func (p *page) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		p.text.WriteString(n.Data)
	case html.ElementNode:
		p.tags[n.Data]++
		for _, a := range n.Attr {
			if a.Key == "href" {
				p.hrefs = append(p.hrefs, a.Val)
			}
		}
		if n.Data == "br" {
			p.text.WriteByte(' ')
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c)
	}
}

// single makes white space single, as a page shows it.
func single(s string) string { return strings.Join(strings.FieldsFunc(sanitize.Text(s), blank), " ") }

// said is what a reader must find of the inlines.
func said(list []doc.Inline) string {
	var b strings.Builder
	for _, n := range list {
		switch n := n.(type) {
		case *doc.Emphasis:
			b.WriteString(said(n.Inlines))
		case *doc.Strong:
			b.WriteString(said(n.Inlines))
		case *doc.NoteRef:
			b.WriteString("[" + fmt.Sprint(n.Number))
			if n.Locator != "" {
				b.WriteString(", " + single(n.Locator))
			}
			b.WriteString("]")
		case *doc.Link:
			b.WriteString(single(doc.Plain(n.Inlines)))
		default:
			b.WriteString(doc.Plain([]doc.Inline{n}))
		}
	}
	return b.String()
}

func english(t *testing.T) *lang.Language {
	t.Helper()
	l, err := lang.For("en")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// around puts the inlines where a document may hold them: the kinds of place, by turns.
func around(place int, list []doc.Inline) (doc.Block, []string) {
	p := &doc.Paragraph{Inlines: list}
	switch place % 5 {
	case 0:
		return p, []string{"p"}
	case 1:
		return &doc.List{Items: [][]doc.Block{{p}}}, []string{"ul", "li"}
	case 2:
		return &doc.Quote{Blocks: []doc.Block{p}}, []string{"blockquote", "p"}
	case 3:
		return &doc.List{Numbers: []int{3}, Items: [][]doc.Block{{p, &doc.Quote{Blocks: []doc.Block{p}}}}}, []string{"ol", "li", "p", "blockquote"}
	}
	return &doc.Table{Columns: []doc.Column{{}, {}}, Rows: []doc.Row{{Cells: [][]doc.Inline{list, list}}}},
		[]string{"table", "thead", "tbody", "tr", "th", "td"}
}

// TestNoTextBecomesMarkup holds that a Markdown reader finds the text letter
// for letter, and no heading, tag or link but those of the document.
func TestNoTextBecomesMarkup(t *testing.T) {
	l := english(t)
	for seed := range uint64(3000) {
		m := &maker{Rand: rand.New(rand.NewPCG(seed, 7))}
		title, list := m.piece(), m.inlines(2)
		block, tags := around(int(seed), list)
		out := Render(&doc.Document{Language: l, Title: title, Body: []doc.Block{block}})
		got := read(t, out)
		fail := func(format string, args ...any) {
			t.Helper()
			t.Fatalf("seed %d: %s\n%#v\n%q\n%s", seed, fmt.Sprintf(format, args...), got.tags, list, out)
		}
		want := single(title + " " + said(list))
		text := single(got.text.String())
		if doubled := single(title + " " + said(list) + " " + said(list)); text != want && text != doubled {
			fail("text:\n got %q\nwant %q", text, want)
		}
		for tag := range got.tags {
			if !slices.Contains(append(tags, "html", "head", "body", "h1", "em", "strong", "a", "br"), tag) {
				fail("tag %s", tag)
			}
		}
		times := 1
		if slices.Contains(tags, "td") || slices.Contains(tags, "ol") {
			times = 2
		}
		if got.tags["em"] != m.em*times || got.tags["strong"] != m.strong*times || len(got.hrefs) != m.links*times {
			fail("em, strong, links: %d %d %d, want %d %d %d times %d", got.tags["em"], got.tags["strong"], len(got.hrefs), m.em, m.strong, m.links, times)
		}
		for _, h := range got.hrefs {
			if !strings.HasPrefix(h, "https://own.example/") && !strings.HasPrefix(h, "#note-") {
				fail("link to %q", h)
			}
		}
	}
}
