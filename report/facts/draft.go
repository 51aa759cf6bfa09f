package facts

import (
	"iter"
	"strconv"

	"sitrep/report/facts/tree"
	"sitrep/report/marking"
)

// A Draft is a facts file from which values are taken out. What remains keeps
// its place in the source, so that problems and warnings name the lines of the
// file as it was written.
type Draft struct {
	name, source string
	whole, root  *tree.Node
	scheme       *marking.Scheme
}

// Draft returns a draft of what was read; the File stays as it is.
func (f *File) Draft() *Draft {
	return &Draft{f.Name, f.source, f.root, f.root, f.Briefing.MarkingScheme}
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

// Mark labels the briefing as a whole, which keeps its caveats; the label stands first in its head.
func (d *Draft) Mark(m Marking) {
	old := d.root.Find("/briefing/marking")
	if old != nil && m.Caveats() == "" {
		was, _ := d.scheme.Parse(old.Text)
		m = m.With(was.Caveats())
	}
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

// Has reports whether the draft holds a value under a pointer.
func (d *Draft) Has(pointer string) bool { return d.root.Find(pointer) != nil }

// Holds reports whether a value of the file as it was written is still in the draft.
func (d *Draft) Holds(written string) bool {
	n := d.whole.Find(written)
	if n == nil {
		return false
	}
	found := d.root.Find(d.root.Pointer(n.Off))
	return found != nil && found.Off == n.Off && found.Kind == n.Kind
}

// Prune takes out the lists and objects that have lost all that was in them, and
// then what is empty without them; but for those whose pointers must be there. Of a
// run of facts without facts nothing stays.
func (d *Draft) Prune(must func(pointer string) bool) {
	for {
		hollow := map[*tree.Node]bool{}
		d.hollow(d.root, "", must, hollow)
		if len(hollow) == 0 {
			return
		}
		d.root = d.root.Without(func(n *tree.Node) bool { return hollow[n] })
	}
}

// hollow finds the values that have lost all that was in them.
func (d *Draft) hollow(n *tree.Node, at string, must func(string) bool, found map[*tree.Node]bool) {
	for i := range n.Kids {
		k := &n.Kids[i]
		if k.Kind != tree.Array && k.Kind != tree.Object {
			continue
		}
		pointer := at + "/" + strconv.Itoa(i)
		if n.Kind == tree.Object {
			pointer = at + "/" + tree.Escape(k.Key)
		}
		if len(k.Kids) == 0 && !must(pointer) && len(d.whole.Find(d.whole.Pointer(k.Off)).Kids) > 0 {
			found[k] = true
			if n.Get("with") != nil && k.Key == "facts" {
				found[n] = true
			}
		}
		d.hollow(k, pointer, must, found)
	}
}

// A Marked is a value that may bear a marking.
type Marked struct {
	Pointer string  // JSON pointer of the value (RFC 6901)
	Marking Marking // its own or, where it bears none, that of what encloses it
	Own     bool    // it bears one
}

// markable are the tables and lists whose members and items may bear a marking.
var markable = []string{"actors", "places", "measures", "origins", "sources", "facts", "judgements", "sections"}

// Marked gives every value of the draft that may bear a marking: records, sections
// and blocks. What the briefing as a whole is marked is as it was written.
func (d *Draft) Marked() iter.Seq[Marked] {
	return func(yield func(Marked) bool) {
		whole := d.scheme.At(0)
		if n := d.whole.Find("/briefing/marking"); n != nil {
			whole, _ = d.scheme.Parse(n.Text)
		}
		for _, key := range markable {
			if n := d.root.Get(key); n != nil && !d.markedIn(n, "/"+key, whole, yield) {
				return
			}
		}
	}
}

// markedIn gives what may bear a marking among the items or members of a list or
// table, and in these.
func (d *Draft) markedIn(list *tree.Node, pointer string, around Marking, yield func(Marked) bool) bool {
	for i := range list.Kids {
		n := &list.Kids[i]
		m := Marked{Pointer: pointer + "/" + strconv.Itoa(i), Marking: around}
		if list.Kind == tree.Object {
			m.Pointer = pointer + "/" + tree.Escape(n.Key)
		}
		if own := n.Get("marking"); own != nil {
			m.Marking, m.Own = d.scheme.Parse(own.Text)
		}
		if with := n.Get("with"); with != nil && with.Get("marking") != nil { // a run of facts
			m.Marking, m.Own = d.scheme.Parse(with.Get("marking").Text)
		}
		run := n.Get("facts")
		if run == nil && !yield(m) {
			return false
		}
		for _, inner := range []string{"facts", "body", "sections"} {
			if in := n.Get(inner); in != nil && !d.markedIn(in, m.Pointer+"/"+inner, m.Marking, yield) {
				return false
			}
		}
	}
	return true
}

// StringAt returns what the string says that a pointer names; empty where none does.
func (f *File) StringAt(pointer string) string {
	if n := f.root.Find(pointer); n != nil && n.Kind == tree.String {
		return n.Text
	}
	return ""
}

// Size returns the length of the file as it was read, in bytes.
func (f *File) Size() int { return len(f.source) }
