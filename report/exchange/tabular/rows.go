package tabular

import (
	"slices"
	"strings"

	"sitrep/report/exchange/sheet"
)

// filled returns the rows that hold facts: cells that are joined over several
// rows hold for each of them; totals, footnotes and heads said again are told and
// left out.
func (r *reader) filled(rows []sheet.Row) []sheet.Row {
	var out []sheet.Row
	for _, row := range rows {
		cells := make([]string, max(len(row.Cells), len(r.columns)))
		for i, s := range row.Cells {
			cells[i] = strings.TrimSpace(s)
		}
		for _, a := range r.grid.Merged {
			if a.Line < row.Line && row.Line <= a.LastLine && a.Column <= len(cells) && cells[a.Column-1] == "" {
				cells[a.Column-1] = r.cellAt(a.Line, a.Column)
			}
		}
		row.Cells = cells
		if why := r.noFact(row, len(out) > 0); why != "" {
			r.fault("W701", row.Line, 1, "this row is left out: "+why+": "+excerpt(cells), "")
			continue
		}
		out = append(out, row)
	}
	if hidden := r.grid.Unseen; len(hidden) > 0 {
		r.fault("W702", hidden[0], 1, "rows that the sheet does not show are read too", "delete them where they should not count")
	}
	return out
}

func (r *reader) cellAt(line, col int) string {
	for _, row := range r.grid.Rows {
		if row.Line == line && col <= len(row.Cells) {
			return strings.TrimSpace(row.Cells[col-1])
		}
	}
	return ""
}

// noFact says why a row holds no fact; empty where it does.
func (r *reader) noFact(row sheet.Row, below bool) string {
	n, first := 0, ""
	for _, s := range row.Cells {
		if s != "" {
			if n++; first == "" {
				first = s
			}
		}
	}
	if len(row.Cells) > len(r.columns) && row.Cells[len(row.Cells)-1] != "" {
		return "" // told where it is read
	}
	switch {
	case r.isTotal(row):
		return "a total"
	case r.isHead(row):
		return "the head again"
	case n == 1 && len(r.columns) > 2 && !below:
		return "a heading"
	case n == 1 && len(r.columns) > 2:
		return "a note"
	}
	return ""
}

// isTotal reports whether the first text of the row, or the name of a place, an
// origin or an actor in it, begins with a word for a total.
func (r *reader) isTotal(row sheet.Row) bool {
	first := true
	for i, s := range row.Cells {
		if s == "" || i >= len(r.columns) {
			continue
		}
		key := r.columns[i].key
		if (first || slices.Contains([]string{"place", "origin", "from", "to"}, key)) && !slices.Contains([]string{"statement", "quote",
			"note"}, key) && total(s, first) {
			return true
		}
		first = false
	}
	return false
}

// total reports whether the text is a word for a total or, in the first cell of a
// row, begins with one, "Total, northern provinces", or ends with the commonest: "System total".
func total(s string, begins bool) bool {
	name := fold(strings.ReplaceAll(s, ",", " "))
	if begins && (strings.HasSuffix(name, " total") || strings.HasSuffix(name, " totals")) {
		return true
	}
	return slices.ContainsFunc(words().Totals, func(w string) bool {
		w = fold(w)
		return name == w || begins && len(w) > 4 && strings.HasPrefix(name, w+" ")
	})
}

// totalHead reports whether the name of a column begins or ends with a word for a total.
func totalHead(name string) bool {
	words := strings.Fields(fold(name))
	return total(name, true) || len(words) > 1 && total(words[len(words)-1], false)
}

func (r *reader) isHead(row sheet.Row) bool {
	same := 0
	for i, c := range r.columns {
		if c.name != "" && i < len(row.Cells) && fold(row.Cells[i]) == fold(c.name) {
			same++
		}
	}
	return same >= 2
}
