package compose

import (
	"slices"
	"strings"

	"sitrep/report/chart"
	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/evidence"
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
		{claim.ColumnValue, "column.claim", 4, false, func(f *facts.Fact) []doc.Inline {
			return []doc.Inline{c.valueOf(f, c.expanded(c.w.Claim(f)))}
		}},
		{claim.ColumnPlace, "column.place", 1.2, false, func(f *facts.Fact) []doc.Inline { return c.text(c.w.Place(f.Place)) }},
		{claim.ColumnStatus, "column.status", 1.3, false, func(f *facts.Fact) []doc.Inline { return c.text(c.statusOf(f)) }},
		{claim.ColumnGrade, "column.grade", 0.8, false, func(f *facts.Fact) []doc.Inline { return c.text(c.w.Grade(f)) }},
		{claim.ColumnSources, "column.sources", 1.2, false, func(f *facts.Fact) []doc.Inline { return sorted(c.refs(f)) }},
	}
}

// table writes a table of facts; the columns asked for, or all that hold something.
func (c *composer) table(b *facts.Table, m facts.Marking) *doc.Table {
	chosen := c.f.Select("", b.Select)
	m = c.shows(m, chosen)
	c.tables++
	t := &doc.Table{ID: c.tableAnchor(b.ID), Label: c.l.Say("doc.table", c.plain(c.tables)),
		Marking: c.own(m)}
	t.Title, t.Heading = c.title(b.Title)
	if t.Title == "" {
		t.Title = c.l.Say("table.facts")
	}
	columns := c.chosenColumns(b.Columns, chosen)
	columns = c.withApart(columns, c.valueColumn(columns, chosen), chosen)
	if len(b.Columns) == 0 {
		columns = c.withWords(columns, chosen)
	}
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
		row := doc.Row{ID: c.anchor("row-" + f.ID), Values: values(f), Marking: doc.Marking(evidence.Marked(c.f, f).String())}
		for _, col := range columns {
			row.Cells = append(row.Cells, col.cell(f))
		}
		t.Rows = append(t.Rows, row)
	}
	within(t.Rows, m)
	return t
}

// statusOf names the status of a fact, and says where another replaced it.
func (c *composer) statusOf(f *facts.Fact) string {
	s := c.w.Status(f.Status)
	if evidence.Superseded(c.f, f) {
		s += ", " + c.l.Say("chart.key.superseded")
	}
	return s
}

// values are a fact's numbers and its first day, by which a reader may sort.
func values(f *facts.Fact) *chart.Values {
	v := &chart.Values{Low: f.Low.String(), Best: f.Best.String(), High: f.High.String(), Approx: f.Approx}
	if d := f.When(); !d.IsZero() {
		v.Date = date.FromDays(d.First()).String()
	}
	return v
}

// withApart puts before the values what tells the rows apart and stands in none of the
// columns: place, values of dimensions, period; what all rows share stands in the head of bare values. Claims that are
// written whole say parts and period themselves.
func (c *composer) withApart(columns []column, bare bool, chosen []*facts.Fact) []column {
	place := !slices.ContainsFunc(columns, func(col column) bool { return col.name == claim.ColumnPlace })
	of := func(f *facts.Fact) string {
		parts := []string{}
		if place {
			parts = append(parts, c.w.Place(f.Place))
		}
		if bare {
			parts = append(parts, c.w.Parts(f), c.w.ShortPeriod(f), c.w.Interval(f))
		}
		return strings.Join(withoutEmpty(parts...), ", ")
	}
	at := slices.IndexFunc(columns, func(col column) bool { return col.name == claim.ColumnValue })
	if at < 0 || len(chosen) == 0 {
		return columns
	}
	shared, key := of(chosen[0]), "column.apart"
	switch alike := !differ(chosen, of); {
	case alike && shared == "":
		return columns
	case alike && bare:
		columns[at].key = dotted(columns[at].key, shared)
		return columns
	case !bare:
		key = "column.place"
	}
	return slices.Insert(columns, at, column{"", key, 1.6, false, func(f *facts.Fact) []doc.Inline { return c.text(of(f)) }})
}

// withWords puts quotations and remarks in a column or, where but few rows have any, into the cell of the claim or its origin: a
// column that is empty nearly throughout takes the room of the others.
func (c *composer) withWords(columns []column, chosen []*facts.Fact) []column {
	n := 0
	for _, f := range chosen {
		if hasWords(f) {
			n++
		}
	}
	at := slices.IndexFunc(columns, func(col column) bool { return col.name == claim.ColumnValue && !col.numeric })
	if at < 0 {
		at = slices.IndexFunc(columns, func(col column) bool { return col.name == claim.ColumnOrigin })
	}
	switch {
	case n == 0:
		return columns
	case at < 0 || n*wordsFrom >= len(chosen):
		return append(columns, column{"", "column.words", 2.5, false, c.words})
	}
	cell := columns[at].cell
	columns[at].cell = func(f *facts.Fact) []doc.Inline {
		said := cell(f)
		if words := c.words(f); words != nil {
			said = append(append(said, doc.Text(". ")), words...)
		}
		return said
	}
	return columns
}

// wordsFrom is among how many rows one at least must have words for a column of them.
const wordsFrom = 4

// hasWords reports whether a fact has a remark or a quotation.
func hasWords(f *facts.Fact) bool {
	return slices.ContainsFunc(f.Remarks(), func(r facts.Remark) bool { return !r.Text.IsZero() }) ||
		slices.ContainsFunc(f.Sources, func(s facts.Citation) bool { return s.Quote != "" })
}

// words writes the words of the sources of a fact and the remarks on it.
func (c *composer) words(f *facts.Fact) []doc.Inline {
	var out []doc.Inline
	for _, s := range f.Sources {
		if s.Quote == "" {
			continue
		}
		if out != nil {
			out = append(out, doc.Text(" "))
		}
		out = append(out, c.quoted(s))
	}
	for _, r := range f.Remarks() {
		remark := c.marked(*r.Text)
		if remark != nil && out != nil {
			out = append(out, doc.Text(" "))
		}
		out = append(out, remark...)
	}
	return out
}

// quoted writes the words of a source, in its own language.
func (c *composer) quoted(s facts.Citation) doc.Inline {
	tag := c.f.Source(s.Source).Language
	if tag == "" {
		tag = scriptTag(s.Quote)
	}
	return c.foreign(tag, doc.Text(c.l.Quote(s.Quote)))
}

// valueColumn writes bare numbers where all the facts count one measure, whose
// name and unit then stand in the head; false where they do not.
func (c *composer) valueColumn(columns []column, chosen []*facts.Fact) bool {
	for _, f := range chosen {
		if f.Type != claim.Estimate || f.Measure != chosen[0].Measure {
			return false
		}
	}
	for i := range columns {
		if columns[i].name == claim.ColumnValue && len(chosen) > 0 {
			columns[i].key = c.counted(chosen[0].Measure)
			columns[i].weight, columns[i].numeric = 1.6, true
			columns[i].cell = func(f *facts.Fact) []doc.Inline { return []doc.Inline{c.valueOf(f, c.w.Short(f))} }
			return true
		}
	}
	return false
}

func (c *composer) chosenColumns(names []claim.Column, chosen []*facts.Fact) []column {
	var out []column
	for _, col := range c.columns() {
		if len(names) == 0 && slices.ContainsFunc(chosen, func(f *facts.Fact) bool { return c.holds(col.name, f) }) {
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

// holds reports whether a column has something to say of a fact.
func (c *composer) holds(name claim.Column, f *facts.Fact) bool {
	switch name {
	case claim.ColumnAsOf:
		return !f.When().IsZero()
	case claim.ColumnPlace:
		return f.Place != ""
	case claim.ColumnGrade:
		return c.w.Grade(f) != ""
	case claim.ColumnSources:
		return len(f.Sources) > 0
	}
	return true
}

// tableAnchor is the anchor of the table that was counted last: the author's id, if it has one.
func (c *composer) tableAnchor(id string) string {
	if id != "" {
		return c.anchor(id)
	}
	return c.anchor("table-" + c.plain(c.tables))
}
