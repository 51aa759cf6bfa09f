package tabular

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// dimensions sets what tells the claim apart from others of its measure, "by.sex", and
// makes the dimensions and values that are new. An empty cell says nothing.
func (f *record) dimensions() {
	by := value.Object()
	for _, key := range slices.Sorted(maps.Keys(f.cells)) {
		if id, ok := strings.CutPrefix(key, dimension); ok && f.has(key) {
			value.SetText(&by, id, f.valueOf(id, key))
		}
	}
	if len(by.Kids) > 0 {
		value.Set(&f.fact, "by", by)
	}
}

// valueOf returns the id of the value of a dimension that the cell names.
func (f *record) valueOf(id, key string) string {
	name := f.cells[key].text
	var known *tree.Node
	if f.base != nil && f.base.Get("dimensions") != nil {
		known = f.base.Get("dimensions").Get(id)
	}
	made := f.names.made["dimensions"]
	for _, d := range []*tree.Node{known, made.Get(id)} {
		if found := valueNamed(d, name); found != "" {
			return found
		}
	}
	switch {
	case made.Get(id) != nil:
	case known != nil:
		f.names.dimension(id, value.Text(known, "name")) // for the values that are new
	default:
		f.names.dimension(id, f.headOf(key))
	}
	values := made.Get(id).Get("values")
	first := cmp.Or(Slug(name), "value")
	valueID := first
	for i := 2; values.Get(valueID) != nil; i++ {
		valueID = first + "-" + strconv.Itoa(i)
	}
	value.Set(values, valueID, value.Object(text("name", name)...))
	return valueID
}

// headOf is the name of the column that says the key, else the key without its beginning.
func (f *record) headOf(key string) string {
	for _, c := range f.columns {
		if c.key == key {
			return c.name
		}
	}
	return strings.TrimPrefix(key, dimension)
}

// dimension makes a dimension without values.
func (n *names) dimension(id, name string) {
	value.Set(n.made["dimensions"], id, value.Object(slices.Concat(text("name", name), []tree.Node{value.Named("values", value.Object())})...))
}

// valueNamed finds the value of a dimension by its id or name; empty where there is none.
func valueNamed(dimension *tree.Node, name string) string {
	if dimension == nil || dimension.Get("values") == nil {
		return ""
	}
	values := dimension.Get("values").Kids
	for i := range values {
		if v := &values[i]; v.Key == name || v.Get("name") != nil && slices.ContainsFunc(forms(v.Get("name")),
			func(s string) bool { return fold(s) == fold(name) }) {
			return v.Key
		}
	}
	return ""
}
