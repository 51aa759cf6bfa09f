package compose

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/prose"
)

func (c *composer) plain(n int) string { return strconv.Itoa(n) }

// prose writes a Markdown text, with values and citations written out.
func (c *composer) prose(t facts.Text) []doc.Block {
	return c.blocks(t.Blocks(c.tag))
}

func (c *composer) blocks(blocks []prose.Block) []doc.Block {
	var out []doc.Block
	for _, b := range blocks {
		switch b := b.(type) {
		case *prose.Paragraph:
			out = append(out, &doc.Paragraph{Inlines: c.line(b.Inlines)})
		case *prose.List:
			l := &doc.List{Numbers: b.Numbers}
			for _, item := range b.Items {
				l.Items = append(l.Items, c.blocks(item))
			}
			out = append(out, l)
		case *prose.Quote:
			out = append(out, &doc.Quote{Blocks: c.blocks(b.Blocks)})
		case *prose.Table:
			out = append(out, c.pipeTable(b))
		}
	}
	return out
}

// pipeTable writes a table of a text, which bears no number.
func (c *composer) pipeTable(b *prose.Table) *doc.Table {
	t := &doc.Table{}
	for i, head := range b.Head {
		t.Columns = append(t.Columns, titled(c.line(head), doc.Column{Numeric: b.Numeric[i], Names: i == 0 && !b.Numeric[i]}))
	}
	for _, cells := range b.Rows {
		row := doc.Row{}
		for _, cell := range cells {
			row.Cells = append(row.Cells, c.line(cell))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// titled gives a column its title.
func titled(title []doc.Inline, col doc.Column) doc.Column {
	col.Title, col.Heading = doc.Plain(title), title
	return col
}

// line writes the inlines of one paragraph.
func (c *composer) line(in []prose.Inline) []doc.Inline {
	w := &liner{c: c, before: '\n'}
	return w.inlines(in)
}

// marked writes a plain text with its values, citations and references. Everything else
// stands letter for letter, quotation marks too.
func (c *composer) marked(t facts.Text) []doc.Inline {
	w := &liner{c: c, before: '\n', literal: true}
	return w.inlines(t.Inlines(c.tag))
}

// title writes a title as bare text and, where values or notes stand in it, with them.
func (c *composer) title(t facts.Text) (string, []doc.Inline) {
	in := c.marked(t)
	for _, n := range in {
		if _, plain := n.(doc.Text); !plain {
			return doc.Plain(in), in
		}
	}
	return doc.Plain(in), nil
}

// A liner knows the character before, for capitals and quotation marks.
type liner struct {
	c      *composer
	before rune // last character written; '\n' at the beginning
	stop   bool // a sentence has ended before the last space

	literal bool // every letter stands as it is written
}

func (w *liner) inlines(in []prose.Inline) []doc.Inline {
	var out []doc.Inline
	for i, n := range in {
		switch n := n.(type) {
		case *prose.Text:
			s := n.S
			if i+1 < len(in) {
				if _, cite := in[i+1].(*prose.Cite); cite {
					s = strings.TrimRight(s, " ")
				}
			}
			out = append(out, text(w.typographic(s))...)
		case *prose.Emphasis:
			out = append(out, &doc.Emphasis{Inlines: w.inlines(n.Inlines)})
		case *prose.Strong:
			out = append(out, &doc.Strong{Inlines: w.inlines(n.Inlines)})
		case *prose.Link:
			out = append(out, &doc.Link{URL: n.URL, Inlines: w.inlines(n.Inlines)})
		case *prose.Value:
			out = append(out, w.value(n))
		case *prose.Cite:
			out = cluster(out, w.c.cite(n.ID, n.Locator))
		case *prose.Ref:
			out = append(out, w.c.reference(n.ID))
			w.saw('x')
		case *prose.Break:
			out = append(out, doc.Break{})
			w.saw('\n')
		}
	}
	return out
}

// cluster adds references to notes to those that stand right before them: each
// once, in the order of their numbers.
func cluster(out, refs []doc.Inline) []doc.Inline {
	at := len(out)
	for at > 0 {
		if _, ok := out[at-1].(*doc.NoteRef); !ok {
			break
		}
		at--
	}
	all := append(slices.Clone(out[at:]), refs...)
	slices.SortStableFunc(all, func(a, b doc.Inline) int { return a.(*doc.NoteRef).Number - b.(*doc.NoteRef).Number })
	all = slices.CompactFunc(all, func(a, b doc.Inline) bool { return *a.(*doc.NoteRef) == *b.(*doc.NoteRef) })
	return append(out[:at], all...)
}

// value writes a fact's value, with a capital at the beginning of a sentence.
func (w *liner) value(n *prose.Value) doc.Inline {
	f := w.c.f.Fact(n.ID)
	s := w.c.part(f, n.Part)
	if w.begins() {
		s = w.c.l.Cap(s)
	}
	for _, r := range s {
		w.saw(r)
	}
	w.c.stands(f)
	return &doc.Value{Text: s, Card: f.ID}
}

func (w *liner) begins() bool {
	return w.before == '\n' || w.stop || strings.ContainsRune("¿¡", w.before)
}

func (w *liner) saw(r rune) {
	if r == ' ' {
		w.stop = w.stop || strings.ContainsRune(".?!", w.before)
	} else if !strings.ContainsRune("“‘¿¡(", r) {
		w.stop = false
	}
	w.before = r
}

// typographic replaces straight quotation marks and apostrophes by the language's.
func (w *liner) typographic(s string) string {
	if w.literal || !strings.ContainsAny(s, `"'`) {
		for _, r := range tail(s) {
			w.saw(r)
		}
		return s
	}
	opening, closing := w.c.l.Quotes()
	var b strings.Builder
	for _, r := range s {
		opens := w.before == '\n' || unicode.IsSpace(w.before) || strings.ContainsRune("([¿¡—–“‘«", w.before)
		switch {
		case r == '"' && opens:
			b.WriteString(opening)
		case r == '"':
			b.WriteString(closing)
		case r == '\'' && opens:
			b.WriteRune('‘')
		case r == '\'':
			b.WriteRune('’')
		default:
			b.WriteRune(r)
		}
		w.saw(r)
	}
	return b.String()
}

// tail returns the last few characters: all that decides what comes next.
func tail(s string) string {
	i := len(s)
	for n := 0; n < 4 && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}
