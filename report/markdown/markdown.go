// Package markdown writes the document as GitHub-flavoured Markdown, for a pull request or a wiki.
//
// Charts stand as tables with their caption and source line, endnotes as a
// numbered list. No text of the document becomes markup: see escape.go.
package markdown

import (
	"strings"

	"sitrep/report/doc"
)

// Render writes d. The bytes depend on d alone; lines end in "\n".
func Render(d *doc.Document) []byte {
	w := &writer{doc: d, level: 1}
	w.head()
	w.front(d.Front)
	if len(d.Summary) > 0 {
		w.section("", doc.Titled(d.Language.Say("doc.summary"), nil), "", d.Summary)
	}
	doc.Visit(w, d.Body)
	w.marking(d.Marking)
	return []byte(strings.Join(w.blocks, "\n\n") + "\n")
}

// front writes the bottom line and the judgements in short.
func (w *writer) front(f *doc.Front) {
	if f == nil {
		return
	}
	doc.Visit(w, f.BottomLine)
	var items []string
	for _, h := range f.Judgements {
		text := w.inlines(h.Text)
		if h.Anchor != "" {
			text = "[" + w.inlines([]doc.Inline{doc.Text(doc.Plain(h.Text))}) + "](#" + anchorID(h.Anchor) + ")"
		}
		for _, words := range []string{h.Likelihood.Words, h.Confidence.Words} {
			if words != "" {
				text += " · " + line(words)
			}
		}
		items = append(items, item(number(h.Number), portion(h.Marking)+text))
	}
	w.putList(items)
}

// A writer collects the finished blocks of one container.
type writer struct {
	doc    *doc.Document
	level  int // of the heading above; the title has 1
	blocks []string
	list   bool // the last block is a list
}

// put adds a block. An empty one is left out, for it would join its neighbours.
func (w *writer) put(block string) {
	if block != "" {
		w.blocks = append(w.blocks, block)
		w.list = false
	}
}

// inner writes blocks as they stand inside a list item or a quote.
func (w *writer) inner(blocks []doc.Block) string {
	in := &writer{doc: w.doc, level: w.level}
	doc.Visit(in, blocks)
	return strings.Join(in.blocks, "\n\n")
}

// head writes what stands above the first section.
func (w *writer) head() {
	d := w.doc
	w.marking(d.Marking)
	w.put(trim("# " + w.inlines(doc.Titled(d.Title, d.Heading))))
	if d.Subtitle != "" {
		w.put(strong(w.inlines(doc.Titled(d.Subtitle, d.Subheading))))
	}
	var items []string
	for _, e := range d.Masthead {
		items = append(items, "- "+w.entry(e))
	}
	w.put(strings.Join(items, "\n"))
	w.editions()
}

// entry writes a label and its value on one line.
func (w *writer) entry(e doc.Entry) string {
	if e.Label == "" {
		return w.inlines(e.Value)
	}
	return strong(line(e.Label)) + ": " + w.inlines(e.Value)
}

// editions links the same briefing in other languages.
func (w *writer) editions() {
	var links []string
	for _, e := range w.doc.Editions {
		links = append(links, "["+line(e.Name)+"]("+destination(e.Base+".md")+")")
	}
	w.put(strings.Join(links, " · "))
}

func (w *writer) marking(m doc.Marking) {
	if m != "" {
		w.put(strong(line(string(m))))
	}
}
