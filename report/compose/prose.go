package compose

import (
	"strconv"

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
	w := &liner{c: c, before: '\n', after: '\n', abbr: c.abbr}
	return directed(w.inlines(in))
}

// marked writes a plain text with its values, citations and references. Everything else
// stands letter for letter, quotation marks too.
func (c *composer) marked(t facts.Text) []doc.Inline {
	w := &liner{c: c, before: '\n', after: '\n', literal: true, abbr: c.abbr}
	return directed(w.inlines(t.Inlines(c.tag)))
}

// title writes a title as bare text and, where values or notes stand in it, with them.
func (c *composer) title(t facts.Text) (string, []doc.Inline) {
	w := &liner{c: c, before: '\n', after: '\n', literal: true}
	in := directed(w.inlines(t.Inlines(c.tag)))
	for _, n := range in {
		if _, plain := n.(doc.Text); !plain {
			return doc.Plain(in), in
		}
	}
	return doc.Plain(in), nil
}
