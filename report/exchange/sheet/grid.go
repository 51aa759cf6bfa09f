package sheet

import (
	"slices"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// grid lays records out under common columns, which stand in the order that most
// agrees with that of the records' keys. Where a record has another, its last
// cell names it.
func grid(items []*tree.Node) (columns []string, rows [][]string) {
	whole := make([][]string, len(items))
	for {
		columns, rows = attempt(items, whole)
		again := false
		for i, n := range items {
			if back, _ := record(columns, rows[i]); value.Equal(&back, n) {
				continue
			}
			if w := objects(n); len(w) > len(whole[i]) {
				whole[i], again = w, true
			}
		}
		if !again {
			return columns, rows
		}
	}
}

// objects names the members of a record that are objects.
func objects(n *tree.Node) []string {
	var names []string
	for i := range n.Kids {
		if n.Kids[i].Kind == tree.Object {
			names = append(names, n.Kids[i].Key)
		}
	}
	return names
}

// attempt lays the records out, those members as JSON that whole names.
func attempt(items []*tree.Node, whole [][]string) (columns []string, rows [][]string) {
	heads, cells := make([][]string, len(items)), make([][]string, len(items))
	for i, n := range items {
		heads[i], cells[i] = flatten(n, "", whole[i])
	}
	columns = merged(heads)
	at := map[string]int{}
	for i, c := range columns {
		at[c] = i
	}
	ordered := false
	for i, n := range items {
		row := make([]string, len(columns)+1)
		for j, c := range heads[i] {
			row[at[c]] = cells[i][j]
		}
		if back, _ := record(columns, row[:len(columns)]); names(&back) != names(n) {
			row[len(columns)] = names(n)
			ordered = true
		}
		rows = append(rows, row)
	}
	if ordered {
		return append(columns, columnOrder), rows
	}
	for i := range rows {
		rows[i] = rows[i][:len(columns)]
	}
	return columns, rows
}

func names(n *tree.Node) string {
	keys := make([]string, len(n.Kids))
	for i := range n.Kids {
		keys[i] = n.Kids[i].Key
	}
	return strings.Join(keys, listJoin)
}

// merged returns all names of the lists in an order that agrees with as many of
// them as it can: a name is taken once all that stand before it anywhere are, and
// in a circle the one that was met first.
func merged(lists [][]string) []string {
	var all []string
	before := map[string]map[string]bool{}
	for _, list := range lists {
		for i, name := range list {
			if before[name] == nil {
				before[name] = map[string]bool{}
				all = append(all, name)
			}
			if i > 0 {
				before[name][list[i-1]] = true
			}
		}
	}
	taken := map[string]bool{}
	var out []string
	for len(all) > 0 {
		i := max(0, slices.IndexFunc(all, func(name string) bool {
			for b := range before[name] {
				if !taken[b] {
					return false
				}
			}
			return true
		}))
		out, taken[all[i]] = append(out, all[i]), true
		all = slices.Delete(all, i, i+1)
	}
	return out
}
