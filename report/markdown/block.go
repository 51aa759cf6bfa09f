package markdown

import (
	"strconv"
	"strings"

	"sitrep/report/doc"
)

var _ doc.Visitor = (*writer)(nil)

// deepest is the lowest heading that Markdown knows.
const deepest = 6

func (w *writer) Section(b *doc.Section) {
	w.section(b.ID, doc.Titled(b.Title, b.Heading), b.Marking, b.Blocks)
}

func (w *writer) section(id string, title []doc.Inline, m doc.Marking, blocks []doc.Block) {
	w.level++
	w.put(trim(strings.Repeat("#", min(w.level, deepest)) + " " + anchor(id) + portion(m) + w.inlines(title)))
	doc.Visit(w, blocks)
	w.level--
}

func (w *writer) Paragraph(b *doc.Paragraph) {
	if s := w.inlines(b.Inlines); s != "" {
		w.put(portion(b.Marking) + s)
	}
}

func (w *writer) List(b *doc.List) {
	var items []string
	for i, blocks := range b.Items {
		mark := "-"
		if b.Numbers != nil {
			mark = number(b.Numbers[i])
		}
		items = append(items, item(mark, w.inner(blocks)))
	}
	w.putNumbered(b.Numbers, items)
}

// putNumbered adds a list, which begins anew where its numbers do not rise by one: readers count on from the first
// number whatever those behind it are (CommonMark 5.3).
func (w *writer) putNumbered(numbers []int, items []string) {
	from := 0
	for i := range numbers {
		if i > from && numbers[i] != numbers[i-1]+1 {
			w.putList(items[from:i])
			from = i
		}
	}
	w.putList(items[from:])
}

// putList adds a list. A comment parts it from a list before it, which it
// would otherwise continue (CommonMark 5.3).
func (w *writer) putList(items []string) {
	if len(items) == 0 {
		return
	}
	gap := "\n"
	for _, s := range items {
		if strings.Contains(s, "\n\n") {
			gap = "\n\n"
		}
	}
	if w.list {
		w.put("<!-- -->")
	}
	w.put(strings.Join(items, gap))
	w.list = true
}

// number is an ordered list's marker; it has nine digits at most (CommonMark 5.2).
func number(n int) string { return strconv.Itoa(min(max(n, 0), 999999999)) + "." }

// item indents what follows the marker to where its first line begins.
func item(mark, body string) string {
	indent := strings.Repeat(" ", len(mark)+1)
	return strings.TrimRight(mark+" "+prefix("", indent, body), " ")
}

// prefix puts first before the first line of s and rest before every other
// line; lines stay free of trailing spaces.
func prefix(first, rest, s string) string {
	lines := strings.Split(s, "\n")
	for i := range lines {
		if i == 0 {
			lines[i] = first + lines[i]
		} else if lines[i] != "" || trim(rest) != "" {
			lines[i] = rest + lines[i]
		}
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n")
}

func quote(s string) string {
	if s == "" {
		return ""
	}
	return prefix("> ", "> ", s)
}

func (w *writer) Quote(b *doc.Quote) { w.put(quote(w.inner(b.Blocks))) }

func (w *writer) Callout(b *doc.Callout) {
	head := portion(b.Marking) + strong(line(b.Label))
	w.put(quote(strings.Trim(head+"\n\n"+w.inner(b.Blocks), "\n")))
}

func (w *writer) Judgements(b *doc.Judgements) {
	var items []string
	var numbers []int
	for _, j := range b.Items {
		items, numbers = append(items, item(number(j.Number), w.judgement(j))), append(numbers, j.Number)
	}
	w.putNumbered(numbers, items)
}

// judgement writes one conclusion; likelihood and confidence stand in
// sentences of their own (ICD 203, D.6.e(2)).
func (w *writer) judgement(j doc.Judgement) string {
	in := &writer{doc: w.doc, level: w.level}
	head, blocks := anchor(j.ID)+portion(j.Marking), j.Blocks
	if len(blocks) > 0 {
		if p, ok := blocks[0].(*doc.Paragraph); ok {
			head += w.inlines(p.Inlines)
			blocks = blocks[1:]
		}
	}
	in.put(trim(head))
	doc.Visit(in, blocks)
	for _, part := range [][]doc.Inline{j.Likelihood, j.Confidence, j.Basis} {
		in.put(w.inlines(part))
	}
	return strings.Join(in.blocks, "\n\n")
}

func (w *writer) KeyFigures(b *doc.KeyFigures) {
	var items []string
	for i := range b.Items {
		k := &b.Items[i]
		head := portion(k.Marking) + strong(line(k.What))
		if k.Unit != "" {
			head += " (" + line(k.Unit) + ")"
		}
		if k.Finding != "" {
			head += ". " + line(k.Finding)
		}
		in := []string{head}
		for j := range k.Claims {
			c := &k.Claims[j]
			s := "- " + portion(c.Marking) + strong(w.inlines(c.Value))
			if who := w.inlines(c.Who); who != "" {
				s += " — " + who
			}
			if c.Standing != "" {
				s += " · " + line(c.Standing)
			}
			in = append(in, s)
		}
		items = append(items, item("-", strings.Join(in, "\n")))
	}
	w.putList(items)
}

// Image stands for a picture by its caption and what is to be seen: the file has no
// room for its bytes.
func (w *writer) Image(b *doc.Image) {
	w.put(anchor(b.ID) + portion(b.Marking) + w.caption(b.Label, doc.Titled(b.Title, b.Heading)))
	w.put(line(w.doc.Language.Say("doc.image", b.Alt)))
	w.put(line(b.Credit))
	w.put(w.inlines(b.Source))
}

// Endnotes lists the sources under the numbers that the text cites.
func (w *writer) Endnotes(*doc.Endnotes) {
	var items []string
	for _, n := range w.doc.Notes {
		items = append(items, item(number(n.Number), w.note(n)))
	}
	w.putList(items)
}

func (w *writer) note(n doc.Note) string {
	title := line(n.Title)
	if n.URL != "" {
		title = link(n.URL, title)
	}
	parts := []string{anchor(noteAnchor(n.Number)) + portion(n.Marking) + title}
	if n.Publisher != "" {
		parts = append(parts, line(n.Publisher))
	}
	for _, e := range n.Details {
		parts = append(parts, detail(line(e.Label), w.inlines(e.Value)))
	}
	if n.Archived != "" {
		parts = append(parts, link(n.Archived, line(w.doc.Language.Say("note.archived"))))
	}
	return strings.Join(parts, " · ")
}

func detail(label, value string) string {
	if label == "" {
		return value
	}
	return label + ": " + value
}

// portion marks one part of the document that differs from what encloses it.
func portion(m doc.Marking) string {
	if m == "" {
		return ""
	}
	return "**(" + line(string(m)) + ")** "
}
