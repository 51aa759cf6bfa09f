package stix

import (
	"fmt"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// current returns the objects that hold: of several versions of one object (section
// 3.6) the last, and none that was revoked. What is left out is told.
func (r *reader) current(list *tree.Node) *tree.Node {
	last := map[string]int{}
	for i := range list.Kids {
		id := value.Text(&list.Kids[i], "id")
		if j, ok := last[id]; !ok || value.Text(&list.Kids[i], "modified") > value.Text(&list.Kids[j], "modified") {
			last[id] = i
		}
	}
	out := value.List()
	for i := range list.Kids {
		n := &list.Kids[i]
		id, revoked := value.Text(n, "id"), n.Get("revoked")
		switch {
		case id != "" && last[id] != i:
			r.fault("W701", n, "an older version of "+nameOf(n)+" is left out", "")
		case revoked != nil && revoked.Text == "true":
			r.fault("W701", n, nameOf(n)+" was revoked by who made it, and is left out", "")
		default:
			out.Kids = append(out.Kids, *n)
		}
	}
	for i := range out.Kids {
		r.objects[value.Text(&out.Kids[i], "id")] = &out.Kids[i]
	}
	return &out
}

// nameOf names an object for a message: its kind and what it is called.
func nameOf(n *tree.Node) string {
	for _, key := range []string{"name", "abstract", "content", "id"} {
		if s := value.Text(n, key); s != "" {
			if runes := []rune(s); len(runes) > 60 {
				s = string(runes[:60]) + "…"
			}
			return fmt.Sprintf("the %s %q", value.Text(n, "type"), s)
		}
	}
	return "an object without a name"
}
