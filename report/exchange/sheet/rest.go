package sheet

import (
	"fmt"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// A leaf is one row of the sheet "rest": a path and its value.
type leaf struct {
	path []string // tokens of the pointer that are not yet followed
	n    tree.Node
}

// rest builds the value at a pointer from the rows under it.
func (r *reader) rest(t *Table, pointer string) (tree.Node, bool) {
	var leaves []leaf
	for _, row := range t.Rows {
		p := cell(row, 0)
		if p != pointer && !strings.HasPrefix(p, pointer+"/") {
			continue
		}
		n := value.String(cell(row, 1))
		if text := cell(row, 2); text != "" {
			var ok bool
			if n, ok = value.Parse(text); !ok {
				r.fault(t.Name, row.Line, columnJSON, fmt.Sprintf("%q is not JSON", short(text)), "a plain text stands in the column “text”")
				continue
			}
		}
		var path []string
		if p != pointer {
			path = strings.Split(p[len(pointer)+1:], "/")
		}
		leaves = append(leaves, leaf{path, n})
	}
	if len(leaves) == 0 {
		r.fault(t.Name, 0, columnPointer, fmt.Sprintf("nothing stands under %s", pointer), "take its row out of the sheet “file” too")
		return tree.Node{}, false
	}
	return assemble(leaves), true
}

// assemble builds a value from its leaves. Rows that begin alike and follow one
// another are one item: an item that was taken out leaves no gap.
func assemble(leaves []leaf) tree.Node {
	if len(leaves[0].path) == 0 {
		return leaves[0].n
	}
	out := value.Object()
	if isIndex(leaves[0].path[0]) {
		out = value.List()
	}
	for i := 0; i < len(leaves); {
		token, j := leaves[i].path[0], i
		var inner []leaf
		for ; j < len(leaves) && len(leaves[j].path) > 0 && leaves[j].path[0] == token; j++ {
			inner = append(inner, leaf{leaves[j].path[1:], leaves[j].n})
		}
		if j == i {
			break
		}
		out.Kids = append(out.Kids, value.Named(tree.Unescape(token), assemble(inner)))
		i = j
	}
	return out
}
