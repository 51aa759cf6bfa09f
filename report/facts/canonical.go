package facts

import (
	"strings"

	"sitrep/report/facts/tree"
)

// Canonical returns the file in one form for all ways of writing the same: keys
// and items in the order of the file, numbers as they were written, one space of
// indentation a level, lines that end in \n, and in strings only the escapes of
// RFC 8785, section 3.2.2.2. Loading it gives the same File. It is not the whole
// of RFC 8785: that sorts the keys and rewrites the numbers, and the order of the
// facts' keys and "3.0" are the author's.
func (f *File) Canonical() []byte {
	var b strings.Builder
	b.Grow(len(f.source))
	canonical(&b, f.root, "\n")
	b.WriteByte('\n')
	return []byte(b.String())
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
