package tabular

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/report/exchange/sheet"
)

// keyMissing is the setting that names further signs for a number that is not known.
const keyMissing = "missing"

// missing reports whether a cell says that there is no number: "n/a", "..". A hyphen
// alone says so in some tables and zero in others, and counts only where a setting
// says so.
func (r *reader) missing(text string) bool {
	t := strings.ToLower(strings.TrimSpace(text))
	return t != "" && (slices.Contains(words().Missing, t) || slices.Contains(strings.Fields(strings.ToLower(r.mapping.Set[keyMissing])), t))
}

// blank takes the cells away that say that there is no number, and reports whether
// the row has one besides, or a statement.
func (f *record) blank() bool {
	var gone *sheet.Remark
	for _, key := range amounts {
		if c, ok := f.cells[key]; ok && f.missing(c.text) {
			gone = &sheet.Remark{Column: c.col, Line: f.line, Text: c.text}
			delete(f.cells, key)
		}
	}
	if gone == nil && f.emptyIsMissing() {
		gone = &sheet.Remark{Column: 1, Line: f.line}
	}
	if gone == nil || slices.ContainsFunc(amounts, f.has) || f.has("statement") || f.has("from") && f.has("to") {
		return false
	}
	f.absent = append(f.absent, *gone)
	return true
}

// empty is what the setting names cells by that are empty.
const empty = "empty"

// emptyIsMissing reports whether a number that is not there means that it is not known.
func (f *record) emptyIsMissing() bool {
	return slices.Contains(strings.Fields(strings.ToLower(f.mapping.Set[keyMissing])), empty)
}

// amounts are the keys of cells that hold numbers.
var amounts = []string{"value", "best", "low", "high"}

// tellAbsent tells of the cells without a number, once for all.
func (r *reader) tellAbsent() {
	if len(r.absent) == 0 {
		return
	}
	var at []string
	for _, c := range r.absent[:min(len(r.absent), 12)] {
		at = append(at, fmt.Sprintf("%q in row %d", c.Text, c.Line))
	}
	if n := len(r.absent) - len(at); n > 0 {
		at = append(at, fmt.Sprintf("%d more", n))
	}
	r.fault("W701", r.absent[0].Line, r.absent[0].Column, "claims without a number are left out: "+strings.Join(at, ", "), "")
}
