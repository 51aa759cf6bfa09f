package sheet

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/report/facts/tree"
	"sitrep/report/pattern"
	"sitrep/report/sanitize"
)

// A Type says how the cells of a column are read.
type Type int

// The types of columns.
const (
	Text   Type = iota // a string; paragraphs are divided by an empty line
	Number             // a number as JSON writes it
	Bool               // true or false
	List               // strings divided by semicolons
)

// types has the columns that hold something else than text.
var types = map[string]Type{
	"low": Number, "best": Number, "high": Number, "credibility": Number, "lat": Number, "lon": Number,
	"stale_after_days": Number, "approx": Bool,
	"sources": List, "actors": List, "because": List, "contradicts": List, "derived_from": List,
	"languages": List, "authors": List, "outcome.sources": List,
}

// TypeOf returns the type of a column by its name.
func TypeOf(column string) Type { return types[column] }

// IsJSON reports whether the cells of a column hold JSON.
func IsJSON(column string) bool { return strings.HasSuffix(column, suffixJSON) }

var number = pattern.Of(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$`)

// IsNumber reports whether the text is a number as JSON writes it (RFC 8259, section 6).
func IsNumber(s string) bool { return number().MatchString(s) }

// listJoin divides the items of a list.
const listJoin = "; "

// cellOf returns the text of a cell that says n in that column; false where only
// JSON can.
func cellOf(column string, n *tree.Node) (string, bool) {
	switch TypeOf(column) {
	case Number:
		return n.Text, n.Kind == tree.Number
	case Bool:
		return n.Text, n.Kind == tree.Bool
	case List:
		return listCell(n)
	}
	if n.Kind == tree.String {
		return n.Text, plain(n.Text) && !strings.Contains(n.Text, "\n\n")
	}
	return paragraphsCell(n)
}

func listCell(n *tree.Node) (string, bool) {
	var items []string
	for i := range n.Kids {
		k := &n.Kids[i]
		if k.Kind != tree.String || !plain(k.Text) || strings.ContainsAny(k.Text, ";\n") {
			return "", false
		}
		items = append(items, k.Text)
	}
	return strings.Join(items, listJoin), n.Kind == tree.Array && len(items) > 0
}

func paragraphsCell(n *tree.Node) (string, bool) {
	var items []string
	for i := range n.Kids {
		k := &n.Kids[i]
		if k.Kind != tree.String || !plain(k.Text) || strings.Contains(k.Text, "\n\n") {
			return "", false
		}
		items = append(items, k.Text)
	}
	return strings.Join(items, "\n\n"), n.Kind == tree.Array && len(items) > 1
}

// plain reports whether a cell can hold the text and give it back: spreadsheets
// and CSV readers trim ends, rewrite carriage returns and refuse control
// characters, and nobody sees what is hidden.
func plain(s string) bool {
	return s != "" && strings.TrimSpace(s) == s && !strings.ContainsAny(s, "\r\t"+noncharacters) && len(sanitize.Hidden(s)) == 0
}

// noncharacters are what XML does not hold.
const noncharacters = "\uFFFE\uFFFF"

// jsonCell writes a value as JSON that any cell can hold.
func jsonCell(n *tree.Node) string {
	return strings.NewReplacer("\uFFFE", `\ufffe`, "\uFFFF", `\uffff`).Replace(string(sanitize.JSON([]byte(n.Compact()))))
}

// flatten returns the cells that say the members of a record, in their order.
// The names in whole are written as JSON where they hold more than text.
func flatten(n *tree.Node, prefix string, whole []string) (columns, cells []string) {
	for i := range n.Kids {
		k := &n.Kids[i]
		column := prefix + k.Key
		if text, ok := cellOf(column, k); ok && !slices.Contains(whole, column) {
			columns, cells = append(columns, column), append(cells, text)
			continue
		}
		if k.Kind == tree.Object && len(k.Kids) > 0 && !slices.Contains(whole, column) && pathable(k) {
			inner, texts := flatten(k, column+".", whole)
			columns, cells = append(columns, inner...), append(cells, texts...)
			continue
		}
		columns, cells = append(columns, column+suffixJSON), append(cells, jsonCell(k))
	}
	return columns, cells
}

var pathKey = pattern.Of(`^[A-Za-z0-9_-]+$`)

// pathable reports whether the object's names can be parts of a column's name.
func pathable(n *tree.Node) bool {
	return !slices.ContainsFunc(n.Kids, func(k tree.Node) bool { return !pathKey().MatchString(k.Key) })
}

func itoa(n int) string { return strconv.Itoa(n) }
