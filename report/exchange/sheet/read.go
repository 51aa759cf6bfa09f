package sheet

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
	"sitrep/report/pattern"
)

// A Fault is what is wrong with a cell.
type Fault struct {
	Sheet   string // its name
	Line    int    // of the row; 0 where it is about the sheet
	Column  string // its name; empty where it is about the row
	Message string // what is wrong, in one sentence
	Hint    string // may be empty
}

// Is reports whether the tables are those of a facts file, as Of lays them out.
func Is(tables []Table) bool {
	i := slices.IndexFunc(tables, func(t Table) bool { return t.Name == Manifest })
	return i >= 0 && slices.Equal(tables[i].Columns, []string{columnKey, columnSheet, columnValue})
}

// Read returns the facts file that the tables lay out.
func Read(tables []Table) (*tree.Node, []Fault) {
	r := &reader{tables: map[string]*Table{}}
	for i := range tables {
		r.tables[tables[i].Name] = &tables[i]
	}
	root := value.Object()
	manifest := r.tables[Manifest]
	delete(r.tables, Manifest)
	for _, row := range manifest.Rows {
		key, where, literal := cell(row, 0), cell(row, 1), cell(row, 2)
		n, ok := r.member(row, key, where, literal)
		if ok {
			root.Kids = append(root.Kids, value.Named(key, n))
		}
	}
	for _, t := range tables {
		if left := r.tables[t.Name]; left != nil && t.Name != Rest && len(t.Rows) > 0 {
			r.fault(t.Name, 0, "", "the sheet “file” does not name this sheet", "add a row for it there, or take the sheet out")
		}
	}
	return &root, r.faults
}

type reader struct {
	tables map[string]*Table
	faults []Fault
}

func (r *reader) fault(sheet string, line int, column, message, hint string) {
	r.faults = append(r.faults, Fault{sheet, line, column, message, hint})
}

// member reads one key of the file from where the manifest says that it stands.
func (r *reader) member(row Row, key, where, literal string) (tree.Node, bool) {
	if where == "" {
		n, ok := value.Parse(literal)
		if !ok {
			r.fault(Manifest, row.Line, columnValue, fmt.Sprintf("%q is not JSON", literal), "a text stands in double quotes here")
		}
		return n, ok
	}
	t := r.tables[where]
	if t == nil {
		r.fault(Manifest, row.Line, columnSheet, fmt.Sprintf("there is no sheet %q", where), "")
		return tree.Node{}, false
	}
	if where == Rest {
		return r.rest(t, "/"+tree.Escape(key))
	}
	delete(r.tables, where)
	if where == Head {
		return r.head(t), true
	}
	return r.records(t), true
}

func (r *reader) head(t *Table) tree.Node {
	var columns, cells []string
	for _, row := range t.Rows {
		columns, cells = append(columns, cell(row, 0)), append(cells, cell(row, 1))
	}
	n, bad := record(columns, cells)
	for _, b := range bad {
		r.fault(t.Name, t.Rows[b.column].Line, columnValue, b.message, b.hint)
	}
	return n
}

// listed are the kinds of records that the format keeps as a list; all others
// are objects of records by their ids.
var listed = []string{"facts", "judgements", "allow"}

// records reads a sheet of records, as a list or by their ids.
func (r *reader) records(t *Table) tree.Node {
	byID := !slices.Contains(listed, t.Name)
	out := value.Object()
	if !byID {
		out = value.List()
	}
	seen := map[string]int{}
	for _, row := range t.Rows {
		n, bad := record(t.Columns, row.Cells)
		for _, b := range bad {
			r.fault(t.Name, row.Line, t.Columns[b.column], b.message, b.hint)
		}
		if id := value.Text(&n, columnID); byID || id != "" {
			r.distinct(t, row, id, seen)
			n.Key = id
		}
		if byID {
			value.Delete(&n, columnID)
		} else {
			n.Key = ""
		}
		out.Kids = append(out.Kids, n)
	}
	return out
}

func (r *reader) distinct(t *Table, row Row, id string, seen map[string]int) {
	switch first, ok := seen[id]; {
	case id == "":
		r.fault(t.Name, row.Line, columnID, "the row has no id", "give it one, of the letters a to z, digits and hyphens")
	case ok:
		r.fault(t.Name, row.Line, columnID, fmt.Sprintf("the id %q stands already in row %d", id, first), "give one of them another")
	}
	seen[id] = row.Line
}

// A badCell is a cell that cannot be read.
type badCell struct {
	column        int
	message, hint string
}

// record builds what the cells of a row say.
func record(columns, cells []string) (tree.Node, []badCell) {
	out := value.Object()
	var bad []badCell
	var order []string
	for i, column := range columns {
		text := ""
		if i < len(cells) {
			text = cells[i]
		}
		if text == "" || column == "" {
			continue
		}
		if column == columnOrder {
			order = split(text)
			continue
		}
		n, message, hint := Parse(column, text)
		if message != "" {
			bad = append(bad, badCell{i, message, hint})
			continue
		}
		put(&out, strings.Split(strings.TrimSuffix(column, suffixJSON), "."), n)
	}
	reorder(&out, order)
	return out, bad
}

// Parse reads one cell by the type of its column. The message is empty where it
// can be read.
func Parse(column, text string) (n tree.Node, message, hint string) {
	if IsJSON(column) {
		n, ok := value.Parse(text)
		if !ok {
			return n, "this is not JSON: " + strconv.Quote(short(text)), "the column is named so because its cells hold JSON"
		}
		return n, "", ""
	}
	switch TypeOf(column) {
	case Number:
		if !IsNumber(text) {
			return n, strconv.Quote(short(text)) + " is not a number", "write digits and, where need be, a decimal point: 12000 or 4.5"
		}
		return value.Number(text), "", ""
	case Bool:
		lower := strings.ToLower(text)
		if lower != "true" && lower != "false" {
			return n, strconv.Quote(short(text)) + " is neither true nor false", ""
		}
		return value.Bool(lower == "true"), "", ""
	case List:
		return value.Strings(split(text)), "", ""
	}
	if strings.Contains(text, "\n\n") {
		return value.Strings(strings.Split(text, "\n\n")), "", ""
	}
	return value.String(text), "", ""
}

func short(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

func split(text string) []string {
	var items []string
	for item := range strings.SplitSeq(text, ";") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

// put sets the value at a path of names.
func put(n *tree.Node, path []string, v tree.Node) {
	if len(path) == 1 {
		value.Set(n, path[0], v)
		return
	}
	inner := value.Object()
	if old := n.Get(path[0]); old != nil && old.Kind == tree.Object {
		inner = *old
	}
	put(&inner, path[1:], v)
	value.Set(n, path[0], inner)
}

// reorder brings the members into the order of the names; others follow.
func reorder(n *tree.Node, order []string) {
	if len(order) == 0 {
		return
	}
	rank := func(k tree.Node) int {
		if i := slices.Index(order, k.Key); i >= 0 {
			return i
		}
		return len(order)
	}
	slices.SortStableFunc(n.Kids, func(a, b tree.Node) int { return rank(a) - rank(b) })
}

func cell(row Row, i int) string {
	if i < len(row.Cells) {
		return row.Cells[i]
	}
	return ""
}

// Kinds lists the sheets whose rows are records, in the order in which a facts
// file has them.
func Kinds() []string {
	return []string{"actors", "places", "measures", "dimensions", "hypotheses", "origins", "sources", "facts", "judgements", "allow"}
}

var recordColumn = pattern.Of(`^[a-z_]+(\.[A-Za-z0-9_-]+)*( \(json\))?$`)

// IsRecords reports whether a table by itself is one that Of lays out: a kind of
// record by its name, with ids, and columns named as the format names its keys.
func IsRecords(t Table) bool {
	return slices.Contains(Kinds(), t.Name) && slices.Contains(t.Columns, columnID) &&
		(t.Name != "facts" || slices.Contains(t.Columns, "type")) &&
		!slices.ContainsFunc(t.Columns, func(c string) bool { return c != columnOrder && !recordColumn().MatchString(c) })
}

// Records reads such a table, as the part of a facts file that it is.
func Records(t Table) (*tree.Node, []Fault) {
	r := &reader{tables: map[string]*Table{}}
	root := value.Object(value.Named(t.Name, r.records(&t)))
	return &root, r.faults
}
