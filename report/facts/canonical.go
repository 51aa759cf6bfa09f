package facts

import (
	"slices"

	"sitrep/report/facts/tree"
)

// Canonical returns the file in one form for all ways of writing the same: keys
// and items in the order of the file, numbers as they were written, one space of
// indentation a level, lines that end in \n, and in strings only the escapes of
// RFC 8785, section 3.2.2.2. Loading it gives the same File. It is not the whole
// of RFC 8785: that sorts the keys and rewrites the numbers, and the order of the
// facts' keys and "3.0" are the author's. A run of facts is written out: each fact whole, its
// own keys first. What is returned is shared, and not to be changed.
func (f *File) Canonical() []byte { return f.canonical() }

func (f *File) writeCanonical() []byte { return []byte(f.written().Canonical() + "\n") }

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
