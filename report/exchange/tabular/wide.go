package tabular

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/report/exchange/sheet"
)

// A wide table has a column for each date, place or measure: "Country, 2021, 2022, 2023".
// Each of its cells is a claim of its own.

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
		key, mapped := r.mapped(name)
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

// unfold reads a row as a fact or, in a wide table, as a fact for each column of values.
func (r *reader) unfold(row sheet.Row) {
	if !r.wide {
		r.row(row, -1)
		return
	}
	for i, c := range r.columns {
		if len(c.says) > 0 && i < len(row.Cells) && row.Cells[i] != "" {
			r.row(row, i)
		}
	}
}

// sayings reads what follows "value" in a mapping: a date, "@2024-01"; a key and what
// it says, "@measure:Refugees"; or a key alone, whose text is the name of the column.
func (r *reader) sayings(name, rest string) ([]saying, string) {
	var out []saying
	for part := range strings.SplitSeq(rest, "@") {
		key, text, told := strings.Cut(part, ":")
		if _, isDate := r.isoDate(part); isDate || !isKey(key) {
			key, text, told = "as_of", part, true
		}
		if !told {
			text = name
		}
		if key == "as_of" {
			iso, message, _ := r.locale.date(text)
			if message != "" {
				return nil, message
			}
			text = iso
		}
		if slices.Contains(amounts, key) || slices.ContainsFunc(out, func(s saying) bool { return s.key == key }) {
			return nil, fmt.Sprintf("%q says nothing of a value", part)
		}
		out = append(out, saying{key, text})
	}
	return out, ""
}

func (r *reader) isoDate(s string) (string, bool) {
	iso, message, _ := r.locale.date(s)
	return iso, message == ""
}

// tells reports whether the name of the column says the key of each value in it.
func (c column) tells(key string) bool {
	return slices.ContainsFunc(c.says, func(s saying) bool { return s.key == key })
}

// overlap refuses columns that say what the names of the columns of values say too, and
// bounds beside values in columns: whose bounds they are cannot be known.
func (r *reader) overlap() {
	if !r.wide {
		return
	}
	for i, c := range r.columns {
		if len(c.says) > 0 || c.key == "" || c.key == Skip {
			continue
		}
		wide := slices.IndexFunc(r.columns, func(w column) bool {
			return w.tells(c.key) || len(w.says) > 0 && c.key != "value" && slices.Contains(amounts, c.key)
		})
		if wide >= 0 {
			r.fault("E703", r.out.Mapping.Head, i+1, fmt.Sprintf("the column %q says the %s of each row, and so does %q for its values", c.name,
				c.key,
				r.columns[wide].name), "leave one of them out with --map "+fmt.Sprintf("%q", c.name+"=-"))
		}
	}
}

// tags reports whether a row holds the hashtags of the Humanitarian Exchange Language
// (hxlstandard.org, 1.1), and next to nothing else.
func tags(row sheet.Row) bool {
	n, other := 0, 0
	for _, s := range row.Cells {
		switch s = strings.TrimSpace(s); {
		case s == "":
		case !strings.HasPrefix(s, "#") || len(s) < 3:
			other++
		default:
			n++
		}
	}
	return n > 0 && other*4 <= n
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
	another := func(attribute string) bool {
		return slices.Contains([]string{"code", "url", "link", "type", "id", "status"}, attribute)
	}
	parts := strings.Split(strings.ToLower(strings.ReplaceAll(hashtag, " ", "")), "+")
	for n := len(parts); n > 0; n-- {
		if key := l.Tags[strings.Join(parts[:n], "+")]; key != "" && !slices.ContainsFunc(parts[n:], another) {
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
