package tabular

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// kinds are the parts of a facts file whose records a table names.
var kinds = []string{"measures", "dimensions", "places", "origins", "sources", "actors"}

// names knows the records that the table may name, by their ids and their names,
// and makes those that are new.
type names struct {
	ids   map[string]map[string]string // kind, then id or folded name, to id
	more  map[string][]string          // kind and folded name to the ids of further records of that name
	taken map[string]bool              // every id, in all kinds
	next  map[string]int               // of an id that was wished: the number to try next behind it
	made  map[string]*tree.Node        // kind to its new records
}

func newNames(base *tree.Node) *names {
	n := &names{ids: map[string]map[string]string{}, more: map[string][]string{}, taken: map[string]bool{},
		next: map[string]int{}, made: map[string]*tree.Node{}}
	for _, kind := range kinds {
		n.ids[kind] = map[string]string{}
		made := value.Object()
		n.made[kind] = &made
		if base == nil {
			continue
		}
		if records := base.Get(kind); records != nil {
			for i := range records.Kids {
				n.know(kind, &records.Kids[i])
			}
		}
	}
	if base != nil {
		n.takeIDs(base)
	}
	return n
}

// takeIDs takes every id of a facts file, wherever it stands.
func (n *names) takeIDs(node *tree.Node) {
	if id := value.Text(node, "id"); id != "" {
		n.taken[id] = true
	}
	for i := range node.Kids {
		n.takeIDs(&node.Kids[i])
	}
}

func (n *names) know(kind string, record *tree.Node) {
	id := record.Key
	n.taken[id] = true
	n.ids[kind][id] = id
	for _, key := range []string{"name", "short", "title"} {
		name := record.Get(key)
		if name == nil {
			continue
		}
		for _, s := range append([]string{name.Text}, textsOf(name)...) {
			if s != "" {
				n.call(kind, fold(s), id)
			}
		}
	}
}

// call gives a record a name. What had it before is found by it first.
func (n *names) call(kind, name, id string) {
	switch key := kind + " " + name; {
	case n.ids[kind][name] == "":
		n.ids[kind][name] = id
	case n.ids[kind][name] != id && !slices.Contains(n.more[key], id):
		n.more[key] = append(n.more[key], id)
	}
}

func textsOf(n *tree.Node) []string {
	var out []string
	for i := range n.Kids {
		out = append(out, n.Kids[i].Text)
	}
	return out
}

// find returns the id of the record that is named so, or "".
func (n *names) find(kind, name string) string {
	if id := n.ids[kind][name]; id != "" {
		return id
	}
	return n.ids[kind][fold(name)]
}

// add makes a record of that name.
func (n *names) add(kind, name string, record tree.Node) string {
	id := n.fresh(Slug(name), strings.TrimSuffix(kind, "s"))
	value.Set(n.made[kind], id, record)
	n.ids[kind][id] = id
	n.call(kind, fold(name), id)
	return id
}

// all returns the ids of every record of that name.
func (n *names) all(kind, name string) []string {
	if id := n.find(kind, name); id != "" {
		return append([]string{id}, n.more[kind+" "+fold(name)]...)
	}
	return nil
}

// fresh returns an id that nothing has yet, like the wish.
func (n *names) fresh(wish, otherwise string) string {
	if wish == "" {
		wish = otherwise
	}
	id := wish
	for i := 2; n.taken[id]; i++ {
		id = wish + "-" + strconv.Itoa(i)
	}
	n.taken[id] = true
	return id
}

// Slug makes an id of a name: letters a to z, digits and hyphens, at most 40.
func Slug(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case r >= 0x300 && r < 0x370:
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() >= 40 {
			break
		}
	}
	return strings.Trim(b.String(), "-")
}

// root puts the parts of a facts file together that are not empty.
func (n *names) root(facts []tree.Node) *tree.Node {
	out := value.Object()
	for _, kind := range kinds {
		if len(n.made[kind].Kids) > 0 {
			value.Set(&out, kind, *n.made[kind])
		}
	}
	value.Set(&out, "facts", value.List(facts...))
	return &out
}
