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

// outcomes writes what became of past judgements; all that have an outcome, where no ids are given.
func (c *composer) outcomes(ids []string, m facts.Marking) doc.Block {
	t := c.numbered("", facts.Text{}, m)
	t.Title = c.l.Say("outcome.title")
	for _, key := range []string{"column.judgement", "column.likelihood", "column.outcome", "column.date"} {
		t.Columns = append(t.Columns, doc.Column{Title: c.l.Say(key), Weight: 1})
	}
	t.Columns[0].Weight, t.Columns[2].Weight = 3, 3
	chosen := map[string]bool{}
	for _, id := range ids {
		chosen[id] = true
	}
	for i := range c.f.Judgements {
		j := &c.f.Judgements[i]
		if j.Outcome == nil || len(ids) > 0 && !chosen[j.ID] {
			continue
		}
		likelihood := ""
		if j.Likelihood != "" {
			likelihood = c.likelihood(j.Likelihood)
		}
		told := append(c.text(c.l.Cap(c.l.Say("outcome."+string(j.Outcome.Value)))+". "), c.cell(j.Outcome.Text)...)
		for _, id := range j.Outcome.Sources {
			told = append(told, c.cite(id, "")...)
		}
		t.Rows = append(t.Rows, doc.Row{Cells: [][]doc.Inline{c.cell(j.Text), c.text(likelihood), told, c.text(c.l.ShortDate(j.Outcome.Date))},
			Marking: c.own(j.Marking)})
	}
	return t
}
