package compose

import (
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/prose"
)

// numbered begins a table with the next number; its anchor is the author's id, if there is one.
func (c *composer) numbered(id string, title facts.Text, m facts.Marking) *doc.Table {
	c.tables++
	t := &doc.Table{ID: c.tableAnchor(id), Label: c.l.Say("doc.table", c.plain(c.tables)), Marking: c.own(m)}
	t.Title, t.Heading = c.title(title)
	return t
}

// cells writes a table whose cells the author wrote.
func (c *composer) cells(b *facts.Cells, m facts.Marking) doc.Block {
	t := c.numbered(b.ID, b.Title, m)
	for i, head := range b.Head {
		in := c.cell(head)
		t.Columns = append(t.Columns, doc.Column{Title: doc.Plain(in), Heading: in, Numeric: b.Numeric[i], Names: i == 0 && !b.Numeric[0],
			Weight: 1})
	}
	for _, r := range b.Rows {
		row := doc.Row{}
		for _, text := range r {
			row.Cells = append(row.Cells, c.cell(text))
		}
		t.Rows = append(t.Rows, row)
	}
	t.Note = c.marked(b.Note)
	for _, id := range b.Sources {
		t.Note = append(t.Note, c.cite(id, "")...)
	}
	return t
}

// cell writes one line of Markdown.
func (c *composer) cell(t facts.Text) []doc.Inline {
	for _, b := range t.Blocks(c.tag) {
		if p, ok := b.(*prose.Paragraph); ok {
			return c.line(p.Inlines)
		}
	}
	return nil
}

// lined writes the paragraphs of a text as the lines of a cell.
func (c *composer) lined(t facts.Text) []doc.Inline {
	var out []doc.Inline
	for run := range prose.Runs(t.Blocks(c.tag)) {
		if out != nil {
			out = append(out, doc.Break{})
		}
		out = append(out, c.line(run)...)
	}
	return out
}
