package merge

import (
	"slices"
	"strings"

	"sitrep/report/facts/tree"
)

// amounts are the keys that together say how much a fact claims.
var amounts = []string{"best", "low", "high", "approx", "interval"}

// amount puts the value that the import claims in the place of the whole that is there, where that has parts which the
// import leaves out: 150 in the place of 100 to 200 is no best value between them. It returns what is left to merge.
func (m *merger) amount(old, n *tree.Node, name string) *tree.Node {
	bounded := n.Get("low") != nil || n.Get("high") != nil
	gone := func(k *tree.Node) bool {
		return slices.Contains(amounts, k.Key) && n.Get(k.Key) == nil && (k.Key != "interval" || !bounded)
	}
	if !bounded && n.Get("best") == nil || !slices.ContainsFunc(old.Kids, func(k tree.Node) bool { return gone(&k) }) {
		return n
	}
	left := *n
	left.Kids = nil
	var added []string
	for i := range n.Kids {
		k := &n.Kids[i]
		was := old.Get(k.Key)
		switch {
		case !slices.Contains(amounts, k.Key):
			left.Kids = append(left.Kids, *k)
		case was == nil:
			added = append(added, quoted(k.Key)+": "+m.render(k, "", true))
		default:
			m.edits = append(m.edits, edit{off: was.Off, end: was.End, text: m.render(k, "", true)})
		}
	}
	m.takeOut(old, gone, strings.Join(added, ", "))
	m.changes = append(m.changes, Change{name, "value", claimed(old), claimed(n)})
	return &left
}

// takeOut takes members out of an object; what comes instead stands where the first one stood.
func (m *merger) takeOut(from *tree.Node, gone func(*tree.Node) bool, instead string) {
	stays := false // a member before
	for i := range from.Kids {
		k := &from.Kids[i]
		switch {
		case !gone(k):
			stays = true
		case instead != "":
			m.edits = append(m.edits, edit{off: k.Start(), end: k.End, text: instead})
			instead, stays = "", true
		case stays:
			m.edits = append(m.edits, edit{off: from.Kids[i-1].End, end: k.End})
		case i+1 < len(from.Kids):
			m.edits = append(m.edits, edit{off: k.Start(), end: from.Kids[i+1].Start()})
		}
	}
}

// claimed says the value of a fact by its keys: "low 100, high 200".
func claimed(fact *tree.Node) string {
	var out []string
	for _, key := range amounts {
		if k := fact.Get(key); k != nil {
			out = append(out, key+" "+k.Compact())
		}
	}
	return strings.Join(out, ", ")
}
