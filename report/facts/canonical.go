package facts

import (
	"slices"
	"strings"

	"sitrep/report/facts/tree"
)

// Canonical returns the file in one form for all ways of writing the same: keys
// and items in the order of the file, numbers as they were written, one space of
// indentation a level, lines that end in \n, and in strings only the escapes of
// RFC 8785, section 3.2.2.2. Loading it gives the same File. It is not the whole
// of RFC 8785: that sorts the keys and rewrites the numbers, and the order of the
// facts' keys and "3.0" are the author's. A run of facts is written out: each fact whole, its
// own keys first.
func (f *File) Canonical() []byte {
	var b strings.Builder
	b.Grow(len(f.source))
	canonical(&b, f.written(), "\n")
	b.WriteByte('\n')
	return []byte(b.String())
}

// written returns the tree with every fact of a run written whole.
func (f *File) written() *tree.Node {
	list := f.root.Get("facts")
	if !slices.ContainsFunc(list.Kids, func(n tree.Node) bool { return isRun(&n) }) {
		return f.root
	}
	facts := make([]tree.Node, len(f.nodes))
	for i, n := range f.nodes {
		facts[i] = *n
	}
	members := slices.Clone(f.root.Kids)
	for i := range members {
		if members[i].Key == "facts" {
			members[i] = *members[i].Of(facts)
		}
	}
	return f.root.Of(members)
}

func canonical(b *strings.Builder, n *tree.Node, indent string) {
	switch n.Kind {
	case tree.Null:
		b.WriteString("null")
	case tree.Bool, tree.Number:
		b.WriteString(n.Text)
	case tree.String:
		tree.Quote(b, n.Text)
	case tree.Array:
		canonicalKids(b, n, indent, "[", "]")
	case tree.Object:
		canonicalKids(b, n, indent, "{", "}")
	}
}

func canonicalKids(b *strings.Builder, n *tree.Node, indent, open, closing string) {
	b.WriteString(open)
	for i := range n.Kids {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(indent)
		b.WriteByte(' ')
		if n.Kind == tree.Object {
			tree.Quote(b, n.Kids[i].Key)
			b.WriteString(": ")
		}
		canonical(b, &n.Kids[i], indent+" ")
	}
	if len(n.Kids) > 0 {
		b.WriteString(indent)
	}
	b.WriteString(closing)
}
