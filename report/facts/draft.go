package facts

import "sitrep/report/facts/tree"

// A Draft is a facts file from which values are taken out. What remains keeps
// its place in the source, so that problems and warnings name the lines of the
// file as it was written.
type Draft struct {
	name, source string
	whole, root  *tree.Node
}

// Draft returns a draft of what was read; the File stays as it is.
func (f *File) Draft() *Draft {
	return &Draft{f.Name, f.source, f.root, f.root}
}

// Cut takes out the values that the JSON pointers (RFC 6901) name in the draft
// as it is: a pointer to nothing cuts nothing.
func (d *Draft) Cut(pointers ...string) {
	cut := map[*tree.Node]bool{}
	for _, p := range pointers {
		if n := d.root.Find(p); n != nil {
			cut[n] = true
		}
	}
	d.root = d.root.Without(func(n *tree.Node) bool { return cut[n] })
}

// Len returns how many members or items the value has that a pointer names; 0
// where there is no such value.
func (d *Draft) Len(pointer string) int {
	if n := d.root.Find(pointer); n != nil {
		return len(n.Kids)
	}
	return 0
}

// Mark labels the briefing as a whole; the label stands first in its head.
func (d *Draft) Mark(m Marking) {
	old := d.root.Find("/briefing/marking")
	d.root = d.root.Without(func(n *tree.Node) bool { return n == old })
	head := d.root.Get("briefing")
	at := head.Off + 1
	head.Kids = append([]tree.Node{{Kind: tree.String, Key: "marking", KeyOff: -1, Off: at, End: at, Text: m.String()}}, head.Kids...)
	*head = *head.Without(func(*tree.Node) bool { return false }) // finds its members anew
}

// Load reads the draft as if what was cut had not been written.
func (d *Draft) Load() (*File, []Problem) { return readTree(d.name, d.source, d.root, nil) }

// Written returns the pointer of a value in the file as it was written, from its
// pointer in the draft.
func (d *Draft) Written(pointer string) string {
	return d.whole.Pointer(d.root.Nearest(pointer).Off)
}
