// Package sheet lays a facts file out as tables, one a kind of record, and reads such tables back.
//
// [Of] loses nothing: [Read] of its tables gives the same canonical bytes. The
// sheet "file" lists the keys of the file in their order; records (facts,
// sources, origins …) have a sheet each with one row a record; what is no record
// (sections, above all) stands in the sheet "rest", one row a value, by its JSON
// pointer (RFC 6901).
//
// A cell is text. Its column says how it is read: "best" holds a number, "approx"
// true or false, "sources" a list divided by semicolons, "title.en" one language
// of a text, and a column whose name ends in " (json)" holds JSON: what no plain
// cell can say. An empty cell says nothing.
package sheet

import (
	"slices"
	"strings"

	"sitrep/report/facts/tree"
)

// A Table is one sheet.
type Table struct {
	Name    string   // of the kind of record: facts, sources, …
	Columns []string // their names, in order
	Rows    []Row    // in the order of the file
}

// A Row is a run of cells, one a column; cells at the end may be missing.
type Row struct {
	Line  int      // where it was read, from 1; 0 where it was made
	Cells []string // as text
	// Typed tells of each cell whether it is a number for the program that wrote the
	// file, with a decimal point in every locale; cells at the end may be missing.
	Typed []bool
}

// The names of the sheets that hold no records.
const (
	Manifest = "file"
	Head     = "briefing"
	Rest     = "rest"
)

// The columns of those sheets.
const (
	columnKey     = "key"
	columnSheet   = "sheet"
	columnValue   = "value"
	columnPointer = "pointer"
	columnText    = "text"
	columnJSON    = "json"
	columnID      = "id"
	columnOrder   = "order of keys"
	suffixJSON    = " (json)"
)

// Of returns the tables of a facts file: the manifest, the head, then a table a
// kind of record in the order of the file, and the rest where there is one.
func Of(root *tree.Node) []Table {
	manifest := Table{Name: Manifest, Columns: []string{columnKey, columnSheet, columnValue}}
	rest := Table{Name: Rest, Columns: []string{columnPointer, columnText, columnJSON}}
	var tables []Table
	for i := range root.Kids {
		n := &root.Kids[i]
		where, literal := Rest, ""
		switch {
		case n.Key == Head && n.Kind == tree.Object && len(n.Kids) > 0 && pathable(n):
			where = n.Key
			tables = append([]Table{pairs(n)}, tables...)
		case len(n.Kids) > 0 && isRecords(n):
			where = n.Key
			tables = append(tables, records(n))
		case n.Kind != tree.Array && n.Kind != tree.Object || len(n.Kids) == 0:
			where, literal = "", jsonCell(n)
		default:
			rest.Rows = flattenRest(rest.Rows, n, "/"+tree.Escape(n.Key))
		}
		manifest.Rows = append(manifest.Rows, Row{Cells: []string{n.Key, where, literal}})
	}
	tables = append([]Table{manifest}, tables...)
	if len(rest.Rows) > 0 {
		tables = append(tables, rest)
	}
	return tables
}

// isRecords reports whether the member of a facts file is a list of records, or
// an object of records by their ids.
func isRecords(n *tree.Node) bool {
	list := slices.Contains(listed, n.Key)
	if n.Key == "sections" || reserved(n.Key) || list && n.Kind != tree.Array || !list && n.Kind != tree.Object {
		return false
	}
	for i := range n.Kids {
		if n.Kids[i].Kind != tree.Object || !pathable(&n.Kids[i]) || n.Kind == tree.Object && n.Kids[i].Get(columnID) != nil {
			return false
		}
	}
	return true
}

func reserved(name string) bool { return name == Manifest || name == Head || name == Rest }

// records lays out a list of records, or an object of them: its names then stand
// in the column "id".
func records(n *tree.Node) Table {
	items := make([]*tree.Node, len(n.Kids))
	for i := range n.Kids {
		items[i] = &n.Kids[i]
	}
	columns, rows := grid(items)
	if n.Kind == tree.Object {
		columns = append([]string{columnID}, columns...)
		for i := range rows {
			rows[i] = append([]string{n.Kids[i].Key}, rows[i]...)
		}
	}
	t := Table{Name: n.Key, Columns: columns}
	for _, cells := range rows {
		t.Rows = append(t.Rows, Row{Cells: cells})
	}
	return t
}

// pairs lays out one record as rows of a key and its value.
func pairs(n *tree.Node) Table {
	t := Table{Name: n.Key, Columns: []string{columnKey, columnValue}}
	columns, rows := grid([]*tree.Node{n})
	for i, c := range columns {
		t.Rows = append(t.Rows, Row{Cells: []string{c, rows[0][i]}})
	}
	return t
}

// flattenRest lays out a value of any shape, one row a leaf.
func flattenRest(rows []Row, n *tree.Node, pointer string) []Row {
	if n.Kind == tree.String && plain(n.Text) {
		return append(rows, Row{Cells: []string{pointer, n.Text, ""}})
	}
	if len(n.Kids) == 0 || n.Kind == tree.Object && oddKeys(n) {
		return append(rows, Row{Cells: []string{pointer, "", jsonCell(n)}})
	}
	for i := range n.Kids {
		token := itoa(i)
		if n.Kind == tree.Object {
			token = tree.Escape(n.Kids[i].Key)
		}
		rows = flattenRest(rows, &n.Kids[i], pointer+"/"+token)
	}
	return rows
}

// oddKeys reports whether a pointer through the object could be read as one
// through an array, or not be held by a cell.
func oddKeys(n *tree.Node) bool {
	for i := range n.Kids {
		if k := n.Kids[i].Key; isIndex(k) || !plain(k) {
			return true
		}
	}
	return false
}

func isIndex(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
