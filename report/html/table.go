package html

import (
	"slices"

	"sitrep/report/chart"
	"sitrep/report/doc"
)

// Table writes a table in a region of its own, which scrolls sideways where
// the page is too narrow for it.
func (p *page) Table(t *doc.Table) {
	p.open("div", "class", "tablebox", "id", p.id(t.ID))
	p.openTable(join(" ", t.Label, t.Title))
	if t.Label != "" || t.Title != "" {
		p.open("caption")
		p.badge(t.Marking)
		p.label(t.Label)
		p.wrap("span", doc.Titled(t.Title, t.Heading), "class", "title")
		p.close("caption")
	}
	p.open("thead")
	p.raw("<tr>")
	columns := columnsOf(t)
	for i, c := range t.Columns {
		class := ""
		switch {
		case c.Numeric:
			class = "numeric"
		case columns.broad[i]:
			class = "broad"
		case c.Weight > 1.5:
			class = "roomy"
		}
		p.wrap("th", doc.Titled(c.Title, c.Heading), "scope", "col", "class", class, "data-sort", p.sortOf(c.Title))
	}
	p.raw("</tr>")
	p.close("thead")
	p.raw("\n")
	p.raw("<tbody>\n")
	for _, r := range t.Rows {
		p.open("tr", append([]string{"id", p.id(r.ID)}, values(r.Values)...)...)
		p.row(r, &columns)
		p.raw("\n")
	}
	p.raw("</tbody></table></div>\n")
	if len(t.Note) > 0 {
		p.wrap("p", t.Note, "class", "source")
	}
	p.raw("</div>\n")
}

// A columns says of each column of a table how its cells are written.
type columns struct {
	numeric, broad []bool // broad: with sentences, which a telephone has in lines of their own
	names          int    // whose cells name their rows
	heads          []string
}

func columnsOf(t *doc.Table) columns {
	n := len(t.Columns)
	c := columns{numeric: make([]bool, n), broad: make([]bool, n), heads: make([]string, n)}
	for i, col := range t.Columns {
		c.numeric[i], c.broad[i] = col.Numeric, !col.Numeric && col.Weight > 2.5
		if col.Names {
			c.names = i
		}
	}
	if slices.Contains(c.broad, true) { // its cells stand below each other on a telephone, each beside its head
		for i, col := range t.Columns {
			c.heads[i] = col.Title
		}
	}
	return c
}

func (p *page) row(r doc.Row, c *columns) {
	for i, cell := range r.Cells {
		head := c.names
		if doc.Plain(cell) == "" {
			head = -1 // what says nothing is nobody's head
		}
		tag, attributes := cellKind(i, c.numeric, head)
		if i < len(c.broad) && c.broad[i] {
			attributes = append(attributes[:len(attributes)-1], "broad")
		}
		if i < len(c.heads) && len(cell) > 0 && tag == "td" {
			attributes = append(attributes, "data-h", c.heads[i])
		}
		p.open(tag, attributes...)
		if i == 0 {
			p.badge(r.Marking)
		}
		doc.VisitInlines(p, cell)
	}
}

func (p *page) openTable(name string) {
	p.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", name)
	p.raw("<table>")
}

func (p *page) label(s string) {
	if s != "" {
		p.element("span", s, "class", "label")
		p.raw(" ")
	}
}

func (p *page) thead(head []string, numeric []bool) {
	p.open("thead")
	p.raw("<tr>")
	for i, h := range head {
		class := ""
		if numeric[i] {
			class = "numeric"
		}
		p.element("th", h, "scope", "col", "class", class, "data-sort", p.sortOf(h))
	}
	p.raw("</tr>")
	p.close("thead")
	p.raw("\n")
}

// cellKind says how the i-th cell of a row is written: the one in the column of names is the row's head.
func cellKind(i int, numeric []bool, names int) (tag string, attributes []string) {
	class := ""
	if i < len(numeric) && numeric[i] {
		class = "numeric"
	}
	if i == names {
		return "th", []string{"scope", "row", "class", class}
	}
	return "td", []string{"class", class}
}

// fold writes a chart's rows as a table behind a summary that opens it; the
// script reads the unit of its values from it.
func (p *page) fold(t chart.Table, name string) {
	p.open("details", "class", "data", "data-unit", t.Unit)
	p.raw("<summary>")
	p.text(p.say("doc.data"))
	p.element("span", name, "class", "hidden")
	p.raw("</summary>\n")
	p.openTable(p.say("html.dataOf", name))
	p.element("caption", p.say("html.dataOf", name), "class", "hidden")
	p.thead(t.Head, t.Numeric)
	p.raw("<tbody>\n")
	value := max(slices.Index(t.Numeric, true), 0) // the value opens the card; where there is none, the row's head does
	for i, r := range t.Rows {
		id := ""
		if i < len(t.IDs) {
			id = t.IDs[i]
		}
		linked := value
		if value < len(r) && r[value] == "" {
			linked = 0
		}
		p.open("tr", append([]string{"data-id", id}, values(valuesOf(t, i))...)...)
		for j, cell := range r {
			tag, attributes := cellKind(j, t.Numeric, 0)
			p.open(tag, attributes...)
			if j == linked && p.cards[id] {
				p.Value(&doc.Value{Text: cell, Card: id})
			} else {
				p.text(cell)
			}
		}
		p.raw("\n")
	}
	p.raw("</tbody></table></div></details>\n")
}

// sortOf says what a column is sorted by, where that is not its words or numbers.
func (p *page) sortOf(head string) string {
	if head == p.say("column.date") {
		return "date"
	}
	return ""
}

// values are the numbers and dates of a row as attributes, for programs: the columns that "copy data" adds.
func values(v *chart.Values) []string {
	if v == nil {
		return nil
	}
	approx := ""
	if v.Approx {
		approx = "true"
	}
	return []string{"data-low", v.Low, "data-best", v.Best, "data-high", v.High, "data-approx", approx, "data-unit", v.Unit, "data-date",
		v.Date, "data-until", v.Until}
}

func valuesOf(t chart.Table, row int) *chart.Values {
	if row >= len(t.Values) {
		return nil
	}
	return t.Values[row]
}
