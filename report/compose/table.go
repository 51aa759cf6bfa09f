package compose

import (
	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/facts"
)

// A column is how one column of a table of facts is written.
type column struct {
	name    claim.Column
	key     string // of its title
	weight  float64
	numeric bool
	cell    func(*facts.Fact) []doc.Inline
}

func (c *composer) columns() []column {
	return []column{
		{claim.ColumnAsOf, "column.date", 1.5, false, func(f *facts.Fact) []doc.Inline { return c.text(c.w.ShortWhen(f)) }},
		{claim.ColumnOrigin, "column.origin", 1.8, false, func(f *facts.Fact) []doc.Inline { return c.text(c.w.Origin(f.Origin)) }},
		{claim.ColumnValue, "column.claim", 4, false, func(f *facts.Fact) []doc.Inline { return []doc.Inline{c.valueOf(f, c.w.Claim(f))} }},
		{claim.ColumnPlace, "column.place", 1.2, false, func(f *facts.Fact) []doc.Inline { return c.text(c.w.Place(f.Place)) }},
		{claim.ColumnStatus, "column.status", 1.3, false, func(f *facts.Fact) []doc.Inline { return c.text(c.w.Status(f.Status)) }},
		{claim.ColumnGrade, "column.grade", 0.8, false, func(f *facts.Fact) []doc.Inline { return c.text(c.w.Grade(f)) }},
		{claim.ColumnSources, "column.sources", 1.2, false, func(f *facts.Fact) []doc.Inline { return sorted(c.refs(f)) }},
	}
}

// table writes a table of facts; the columns asked for, or all that hold something.
func (c *composer) table(b *facts.Table, m facts.Marking) *doc.Table {
	chosen := c.f.Select("", b.Select)
	c.tables++
	t := &doc.Table{ID: c.tableAnchor(b.ID), Label: c.l.Say("doc.table", c.plain(c.tables)),
		Marking: c.own(m)}
	t.Title, t.Heading = c.title(b.Title)
	if t.Title == "" {
		t.Title = c.l.Say("table.facts")
	}
	columns := c.chosenColumns(b.Columns, chosen)
	c.valueColumn(columns, chosen)
	for i, col := range columns {
		names := i == 0 && (col.name == claim.ColumnOrigin || col.name == claim.ColumnValue && !col.numeric)
		t.Columns = append(t.Columns, doc.Column{Title: c.l.Say(col.key), Weight: col.weight, Numeric: col.numeric, Names: names})
		if col.name == claim.ColumnGrade {
			c.scales.grades = true
		}
		if col.name == claim.ColumnStatus {
			c.scales.status = true
		}
	}
	for _, f := range chosen {
		row := doc.Row{ID: c.anchor("row-" + f.ID), Marking: c.own(f.Marking)}
		for _, col := range columns {
			row.Cells = append(row.Cells, col.cell(f))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// valueColumn writes bare numbers where all the facts count one measure, whose
// name and unit then stand in the head.
func (c *composer) valueColumn(columns []column, chosen []*facts.Fact) {
	for _, f := range chosen {
		if f.Type != claim.Estimate || f.Measure != chosen[0].Measure {
			return
		}
	}
	for i := range columns {
		if columns[i].name == claim.ColumnValue && len(chosen) > 0 {
			columns[i].key = c.counted(chosen[0].Measure)
			columns[i].weight, columns[i].numeric = 1.6, true
			columns[i].cell = func(f *facts.Fact) []doc.Inline { return []doc.Inline{c.valueOf(f, c.w.Short(f))} }
		}
	}
}

func (c *composer) chosenColumns(names []claim.Column, chosen []*facts.Fact) []column {
	var out []column
	for _, col := range c.columns() {
		if len(names) == 0 && holds(col.name, chosen) {
			out = append(out, col)
		}
	}
	for _, name := range names { // in the author's order
		for _, col := range c.columns() {
			if col.name == name {
				out = append(out, col)
			}
		}
	}
	return out
}

// holds reports whether a column would hold something; only dates and places may be missing everywhere.
func holds(name claim.Column, chosen []*facts.Fact) bool {
	for _, f := range chosen {
		if name == claim.ColumnAsOf && !f.When().IsZero() || name == claim.ColumnPlace && f.Place != "" || name == claim.ColumnSources && len(f.Sources) > 0 {
			return true
		}
	}
	return name != claim.ColumnAsOf && name != claim.ColumnPlace && name != claim.ColumnSources
}

// tableAnchor is the anchor of the table that was counted last: the author's id, if it has one.
func (c *composer) tableAnchor(id string) string {
	if id != "" {
		return c.anchor(id)
	}
	return c.anchor("table-" + c.plain(c.tables))
}
