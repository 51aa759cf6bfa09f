package tabular

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/report/exchange/sheet"
)

// A wide table has a column for each date: "Country, 2021, 2022, 2023". Each of its
// cells is a claim of its own.

// headDate is the date that the name of a column is; empty where it is none.
func (r *reader) headDate(name string) string {
	name = strings.TrimSpace(name)
	if name == "" || !strings.ContainsAny(name[:1], "0123456789Qq") && !strings.ContainsAny(name, "0123456789") {
		return ""
	}
	iso, message, _ := r.locale.date(name)
	if message != "" || len(iso) < 4 || iso < "1800" || iso > "2200" {
		return ""
	}
	return iso
}

// datesInHead reports whether columns are named after dates, and nothing else says
// the date and the value.
func (r *reader) datesInHead(names []string) bool {
	dates := 0
	for _, name := range names {
		key, mapped := r.mapping.Columns[strings.TrimSpace(name)]
		switch {
		case !mapped:
			key = words().known(name)
		case key == Skip:
			continue
		}
		if slices.Contains([]string{"as_of", "value", "best", "low", "high"}, key) {
			return false
		}
		if key == "" && r.headDate(name) != "" {
			dates++
		}
	}
	return dates >= 2
}

// unfold reads a row as a fact or, in a wide table, as a fact a date.
func (r *reader) unfold(row sheet.Row) {
	if !r.dated {
		r.row(row, -1)
		return
	}
	for i, c := range r.columns {
		if c.date != "" && i < len(row.Cells) && row.Cells[i] != "" {
			r.row(row, i)
		}
	}
}

// tags reports whether a row holds the hashtags of the Humanitarian Exchange Language
// (hxlstandard.org, 1.1) and nothing else.
func tags(row sheet.Row) bool {
	n := 0
	for _, s := range row.Cells {
		switch s = strings.TrimSpace(s); {
		case s == "":
		case !strings.HasPrefix(s, "#") || len(s) < 3:
			return false
		default:
			n++
		}
	}
	return n > 0
}

// tagged reports whether a row holds hashtags, two of which say something that is known.
func (l lexicon) tagged(row sheet.Row) bool {
	known := 0
	for _, s := range row.Cells {
		if l.tag(s) != "" {
			known++
		}
	}
	return known >= 2 && tags(row)
}

// tagged takes the row of hashtags under the head away, and keeps them: they say of
// columns what they hold.
func (r *reader) tagged(rows []sheet.Row) []sheet.Row {
	if len(rows) == 0 || !tags(rows[0]) {
		return rows
	}
	r.tags = rows[0].Cells
	r.fault("W701", rows[0].Line, 1, "this row holds hashtags (HXL), which are taken for names of columns: "+excerpt(rows[0].Cells), "")
	return rows[1:]
}

// tag is what a column of that hashtag says; empty where nobody knows. A code of a
// place is no name.
func (l lexicon) tag(hashtag string) string {
	parts := strings.Split(strings.ToLower(strings.ReplaceAll(hashtag, " ", "")), "+")
	for n := len(parts); n > 0; n-- {
		if key := l.Tags[strings.Join(parts[:n], "+")]; key != "" && !slices.Contains(parts, "code") {
			return key
		}
	}
	return ""
}

// beside tells what stands beside the cells: columns that are not shown, comments,
// cells of columns that have no name.
func (r *reader) beside() {
	for _, x := range r.grid.Veiled {
		if x <= len(r.columns) && r.columns[x-1].key != "" && r.columns[x-1].key != Skip {
			r.fault("W702", r.out.Mapping.Head, x, fmt.Sprintf("the column %q, which the sheet does not show, is read too",
				r.columns[x-1].name), "leave it out with --map "+fmt.Sprintf("%q", r.columns[x-1].name+"=-")+" where it should not count")
		}
	}
	for _, c := range r.grid.Comments {
		if r.grid.Hidden && r.mapping.Sheet == "" {
			break
		}
		r.fault("W701", c.Line, c.Column, "a comment on this cell is left out: "+excerpt([]string{c.Text}),
			"put what it says into a column “note”")
	}
}
