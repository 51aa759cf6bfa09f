package tabular

import (
	"fmt"
	"slices"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// agrees holds what a row says of a record that is known already: a row above said
// otherwise, and one of them would be lost; or the facts file does, which is told, and
// refused where the number would change its meaning.
func (f *record) agrees(kind, id, key, column, said string) {
	if said == "" {
		return
	}
	if made := f.names.made[kind].Get(id); made != nil {
		switch have := made.Get(key); {
		case have == nil && (key == "lat" || key == "lon"):
			value.Set(made, key, value.Number(said))
		case have == nil:
			value.Set(made, key, value.String(said))
		case have.Text != said:
			f.bad(column, "E702", fmt.Sprintf("the %s of %s is %q here and %q above", key, id, said, have.Text),
				"make them one, or give them different names")
		}
		return
	}
	known := f.names.record(f.base, kind, id)
	if known == nil || known.Get(key) == nil || slices.ContainsFunc(forms(known.Get(key)),
		func(s string) bool { return fold(s) == fold(said) }) {
		return
	}
	have := forms(known.Get(key))[0]
	if kind == "measures" {
		f.bad(column, "E702", fmt.Sprintf("the facts file counts %s in %q, and the table in %q", id, have, said), "make two measures of them")
		return
	}
	if what := kind + id + key; !f.told[what] {
		f.told[what] = true
		f.bad(column, "W704", fmt.Sprintf("the facts file says that %s of %s is %q; %q is not taken over", key, id, have, said),
			"change it there")
	}
}

// forms are all strings of a text: of each language, and each plural form.
func forms(n *tree.Node) []string {
	if len(n.Kids) == 0 {
		return []string{n.Text}
	}
	var out []string
	for i := range n.Kids {
		out = append(out, forms(&n.Kids[i])...)
	}
	return out
}

// record returns a record by its id, of this table or of the facts file; nil where
// there is none.
func (n *names) record(base *tree.Node, kind, id string) *tree.Node {
	if made := n.made[kind].Get(id); made != nil {
		return made
	}
	if base == nil || base.Get(kind) == nil {
		return nil
	}
	return base.Get(kind).Get(id)
}
