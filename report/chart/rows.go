package chart

import (
	"cmp"
	"slices"
	"strings"

	"sitrep/report/date"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// A column of a table of rows.
type column struct {
	head string // key of the word list
	cell func(r *Row) string
}

var rowColumns = [...]column{
	{"chart.column.group", func(r *Row) string { return r.Group }},
	{"column.origin", (*Row).origin},
	{"chart.column.detail", (*Row).told},
	{"column.date", func(r *Row) string { return r.DateText }},
	{"column.value", func(r *Row) string { return r.Value }},
	{"column.status", func(r *Row) string { return r.StatusText }},
	{"column.grade", func(r *Row) string { return r.Grade }},
	{"column.sources", func(r *Row) string { return r.Sources }},
}

// origin is who says what the row tells.
func (r *Row) origin() string { return cmp.Or(r.By, r.Label) }

// told is what tells the row apart: its label too, where that names no origin.
func (r *Row) told() string {
	switch r.By {
	case "":
		return r.Detail
	case r.Detail:
		return r.Label
	}
	return strings.Trim(r.Label+", "+r.Detail, ", ")
}

// rowTable returns the rows as cells; a column that is empty throughout is left out.
func rowTable(c *Chart, rows []Row) Table {
	t := Table{IDs: make([]string, 0, len(rows)), Values: make([]*Values, 0, len(rows))}
	cells := make([][]string, len(rows))
	column := make([]string, len(rows))
	for _, col := range rowColumns {
		empty := true
		for i := range rows {
			column[i] = col.cell(&rows[i])
			empty = empty && column[i] == ""
		}
		if empty {
			continue
		}
		t.Head = append(t.Head, c.Language.Say(col.head))
		t.Numeric = append(t.Numeric, col.head == "column.value")
		for i := range rows {
			cells[i] = append(cells[i], column[i])
		}
	}
	for i := range rows {
		if rows[i].Superseded {
			mark(t, cells[i], c.Language.Say("column.status"), c.Language.Say("chart.key.superseded"))
		}
		t.IDs = append(t.IDs, rows[i].ID)
		t.Values = append(t.Values, rows[i].values(cmp.Or(c.Unit.Currency, c.Language.UnitName(c.Unit))))
	}
	if t.Rows = cells; c.Unit.Kind != quantity.Percent { // whose sign stands at each number
		t.Unit = c.Language.UnitName(c.Unit)
	}
	return t
}

// values are the row's numbers and date; nil where it has neither.
func (r *Row) values(unit string) *Values {
	v := &Values{Low: r.Low.String(), Best: r.Best.String(), High: r.High.String(), Approx: r.Approx, Date: r.Date.String()}
	if v.Low+v.Best+v.High != "" {
		v.Unit = unit
	}
	return v
}

// mark adds a word to the cell under a heading.
func mark(t Table, cells []string, head, word string) {
	if i := slices.Index(t.Head, head); i >= 0 {
		cells[i] = strings.TrimPrefix(cells[i]+", "+word, ", ")
	}
}

// altRows says what a chart of rows shows: how many claims by how many origins
// and when, the lowest and the highest of what is said to be so, what is said of their agreement, and what is denied or of
// the future.
func altRows(c *Chart, key string, rows []Row, more string) string {
	l := c.Language
	if len(rows) == 0 {
		return l.Say("chart.alt.empty")
	}
	said := []string{l.Say(key, l.Count("chart.estimates", len(rows)), l.Count("chart.origins", origins(rows)), period(c, rows)) + "."}
	var standing []Row
	var others []string
	for _, r := range rows {
		switch {
		case r.extent().none:
		case r.Status.Standing():
			standing = append(standing, r)
		default:
			others = append(others, l.Say("chart.alt.aside", l.Cap(statusText(l, &r)), quoted(&r), grouped(&r))+".")
		}
	}
	if s := altExtremes(l, standing); s != "" {
		said = append(said, s+".")
	}
	if more != "" {
		said = append(said, more+".")
	}
	return within(append(said, others...))
}

// statusText names the status of a row.
func statusText(l *lang.Language, r *Row) string {
	return cmp.Or(clean(r.StatusText), l.Say("status."+string(r.Status)))
}

// altExtremes says what is lowest and what is highest, and who says so of what. Where both are in one claim of two, it
// says both claims.
func altExtremes(l *lang.Language, given []Row) string {
	low, high := extremes(given)
	name := func(r *Row) string {
		if r.Superseded {
			return grouped(r) + ", " + l.Say("chart.key.superseded")
		}
		return grouped(r)
	}
	switch {
	case low == nil:
		return ""
	case low != high:
		return l.Say("chart.alt.extremes", quoted(low), name(low), quoted(high), name(high))
	case len(given) > 2:
		return l.Say("chart.alt.widest", quoted(low), name(low))
	}
	var said []string
	for i := range given {
		said = append(said, l.Say("chart.alt.one", quoted(&given[i]), clean(given[i].origin())))
	}
	return strings.Join(said, "; ")
}

// within joins sentences, of which the first counts what is shown, and leaves out those that would make more than sixty words.
func within(said []string) string {
	text := said[0]
	for _, s := range said[1:] {
		if longer := text + " " + s; len(strings.Fields(longer)) <= altWords {
			text = longer
		}
	}
	return text
}

// quoted is the amount in words, or as shown where no words were given.
func quoted(r *Row) string {
	if r.Words != "" {
		return clean(r.Words)
	}
	return clean(r.Value)
}

func claimant(r *Row) string {
	if r.DateText == "" {
		return clean(r.Label)
	}
	return clean(r.Label) + ", " + clean(r.DateText)
}

// grouped names a row with its group and with what else tells it apart.
func grouped(r *Row) string {
	name := claimant(r)
	for _, s := range []string{clean(r.Group), clean(r.Detail)} {
		if s != "" && s != clean(r.Label) {
			name += ", " + s
		}
	}
	return name
}

// origins counts the origins of rows.
func origins(rows []Row) int {
	seen := map[string]bool{}
	for i := range rows {
		seen[rows[i].claimant()] = true
	}
	return len(seen)
}

// claimant tells origins apart: by id, or by name where there is none.
func (r *Row) claimant() string {
	if r.Origin != "" {
		return r.Origin
	}
	return "\x00" + r.Label
}

// extremes returns the rows with the lowest and the highest number; nil where there is none.
func extremes(rows []Row) (low, high *Row) {
	for i := range rows {
		e := rows[i].extent()
		if e.none {
			continue
		}
		if low == nil || rows[i].compare(low, -1) < 0 {
			low = &rows[i]
		}
		if high == nil || rows[i].compare(high, 1) > 0 {
			high = &rows[i]
		}
	}
	return low, high
}

// compare orders two rows by their lowest (side -1) or their highest numbers (side 1), to the digit.
func (r *Row) compare(o *Row, side int) int { return r.at(side).Cmp(o.at(side)) }

// at is the lowest (side -1) or the highest number (side 1) of a row that has one.
func (r *Row) at(side int) *quantity.Number {
	low, high := cmp.Or(r.Low, r.Best, r.High), cmp.Or(r.High, r.Best, r.Low)
	if low.Cmp(high)*side > 0 {
		return low
	}
	return high
}

// period says when the rows' claims are of: ", 23 October 2024 – 4 February 2025"; empty without dates.
func period(c *Chart, rows []Row) string {
	var first, last date.Date
	for i := range rows {
		d := rows[i].Date
		if d.IsZero() {
			continue
		}
		if first.IsZero() || d.Compare(first) < 0 {
			first = d
		}
		if last.IsZero() || d.Last() > last.Last() {
			last = d
		}
	}
	if first.IsZero() {
		return ""
	}
	return ", " + c.Language.Span(first, last)
}
