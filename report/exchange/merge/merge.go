// Package merge brings records into a facts file by their ids, as edits of its text.
//
// What the file says of a record and the import does not stays, in its place and
// layout; records that the import does not name stay as they are. Nothing is taken
// out but parts of a value in whose place another stands. A record inside a run
// ("with") keeps what the run gives it.
package merge

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// A Change is one thing that was brought in.
type Change struct {
	Record string // "facts gov-may"; a key of the file where it is no record
	Key    string // what of it; empty where the whole is new
	Old    string // as JSON; empty where it was not there
	New    string // as JSON; empty where it stays although the import does not name it
}

// String says the change in one line.
func (c Change) String() string {
	switch {
	case c.Key == "":
		return "added " + c.Record
	case c.New == "":
		return fmt.Sprintf("%s: %s keeps %s, which the import does not name", c.Record, c.Key, c.Old)
	case c.Old == "":
		return fmt.Sprintf("%s: added %s %s", c.Record, c.Key, short(c.New))
	}
	return fmt.Sprintf("%s: %s %s is now %s", c.Record, c.Key, short(c.Old), short(c.New))
}

func short(s string) string {
	if r := []rune(s); len(r) > 200 {
		return string(r[:200]) + "…"
	}
	return s
}

// Into merges the members of in into the facts file src, whose tree base is. Whole says of a fact by its id that it
// claims its value as a whole, so that what it leaves out of it is not claimed any more; nil: of none.
func Into(src string, base, in *tree.Node, whole func(id string) bool) (string, []Change) {
	m := &merger{src: src, unit: indentation(src, base), language: languageOf(base), whole: whole}
	for i := range in.Kids {
		m.member(base, &in.Kids[i])
	}
	return m.apply(), m.changes
}

type merger struct {
	src, unit string
	language  string               // the first that the file declares
	whole     func(id string) bool // see Into; may be nil
	edits     []edit
	changes   []Change
}

// An edit puts text in the place of the bytes from off to end.
type edit struct {
	off, end int
	text     string
	closing  bool // stands after all others of its place
}

func (m *merger) member(base, n *tree.Node) {
	old := base.Get(n.Key)
	switch {
	case old == nil:
		m.insert(base, n)
		m.added(n)
	case old.Kind == tree.Array && n.Kind == tree.Array:
		m.items(old, n)
	case old.Kind == tree.Object && n.Kind == tree.Object && n.Key == "briefing":
		m.fields(old, n, nil, n.Key, "")
	case old.Kind == tree.Object && n.Kind == tree.Object:
		for i := range n.Kids {
			m.record(old, old.Get(n.Kids[i].Key), &n.Kids[i], nil, n.Key+" "+n.Kids[i].Key)
		}
	default:
		m.replace(old, n, n.Key, n.Key)
	}
}

// added tells a new part of the file, record by record where it has some.
func (m *merger) added(n *tree.Node) {
	named := 0
	for i := range n.Kids {
		k := &n.Kids[i]
		if id := cmp.Or(k.Key, value.Text(k, "id")); k.Kind == tree.Object && id != "" && n.Key != "briefing" {
			m.changes = append(m.changes, Change{Record: n.Key + " " + id})
			named++
		}
	}
	if named == 0 {
		m.changes = append(m.changes, Change{Record: n.Key})
	}
}

// record merges one record into old, or adds it to where it belongs.
func (m *merger) record(to, old, n, run *tree.Node, name string) {
	if old == nil {
		m.insert(to, n)
		m.changes = append(m.changes, Change{Record: name})
		return
	}
	m.fields(old, n, run, name, "")
}

// fields merges the members of a record; run holds what its run gives it.
func (m *merger) fields(old, n, run *tree.Node, name, path string) {
	before, others := len(m.changes), []string(nil)
	for i := range n.Kids {
		k := &n.Kids[i]
		was := old.Get(k.Key)
		if was == nil && run != nil {
			given := run.Get(k.Key)
			if same, _ := kept(given, k); value.Equal(given, same) {
				continue
			}
		}
		if same, rest := kept(was, k); same != k {
			k, others = same, rest
		}
		switch {
		case was == nil:
			m.insert(old, k)
			m.changes = append(m.changes, Change{name, path + k.Key, "", k.Compact()})
		case was.Kind == tree.Object && k.Kind == tree.Object:
			m.fields(was, k, nil, name, path+k.Key+".")
		case m.text(was, k, name, path+k.Key):
		default:
			m.replace(was, k, name, path+k.Key)
		}
	}
	m.stays(name, others, before)
}

func (m *merger) replace(old, n *tree.Node, name, key string) {
	if value.Equal(old, n) {
		return
	}
	text := m.render(n, m.lineIndent(old.Off), !strings.Contains(m.src[old.Off:old.End], "\n") && inlined(old, n))
	m.edits = append(m.edits, edit{off: old.Off, end: old.End, text: text})
	m.changes = append(m.changes, Change{name, key, old.Compact(), n.Compact()})
}

// inlined reports whether a value that takes the place of old goes on one line.
func inlined(old, n *tree.Node) bool { return len(old.Kids) > 0 || len(n.Compact()) < 80 }

// items merges a list: its items by their ids, and those without one where no
// equal one is there.
func (m *merger) items(old, n *tree.Node) {
	known := map[string]item{}
	index(known, old, nil)
	for i := range n.Kids {
		k := &n.Kids[i]
		id := value.Text(k, "id")
		if id == "" || n.Key == "allow" {
			if !slices.ContainsFunc(old.Kids, func(o tree.Node) bool { return value.Equal(&o, k) }) {
				m.record(old, nil, k, nil, n.Key+" "+short(k.Compact()))
			}
			continue
		}
		was := known[id]
		if was.node != nil && n.Key == "facts" && m.whole != nil && m.whole(id) {
			k = m.amount(was.node, k, "facts "+id)
		}
		m.record(old, was.node, k, was.run, n.Key+" "+id)
	}
}

// An item of a list that has an id, and what its run gives it.
type item struct {
	node, run *tree.Node
}

// index notes the items of a list by their ids; of several of one id the first.
func index(to map[string]item, list, run *tree.Node) {
	for i := range list.Kids {
		k := &list.Kids[i]
		if id := value.Text(k, "id"); id != "" && to[id].node == nil {
			to[id] = item{k, run}
		}
		if with, facts := k.Get("with"), k.Get("facts"); with != nil && facts != nil {
			index(to, facts, with)
		}
	}
}

// insert adds a value after the last one of its container.
func (m *merger) insert(to, n *tree.Node) {
	label := ""
	if to.Kind == tree.Object {
		label = quoted(n.Key) + ": "
	}
	if len(to.Kids) == 0 {
		m.into(to, n, label)
		return
	}
	last := &to.Kids[len(to.Kids)-1]
	before := m.src[:last.Start()]
	gap := before[len(strings.TrimRight(before, " \t\r\n")):]
	inline := !strings.Contains(m.src[last.Off:last.End], "\n")
	if nl := strings.LastIndexByte(gap, '\n'); nl >= 0 {
		indent := gap[nl+1:]
		m.edits = append(m.edits, edit{off: last.End, end: last.End, text: ",\n" + indent + label +
			m.render(n, indent, inline && !wide(last, n))})
		return
	}
	m.edits = append(m.edits, edit{off: last.End, end: last.End, text: ", " + label + m.render(n, "", true)})
}

// wide reports whether a record should not share the line of a plain value.
func wide(last, n *tree.Node) bool {
	return len(last.Kids) == 0 && len(n.Kids) > 0 && len(n.Compact()) > 100
}

// into fills an empty container. Later ones follow: edits at one place keep their
// order, and only the first goes without a comma.
func (m *merger) into(to, n *tree.Node, label string) {
	at := to.Off + 1
	comma := ""
	if slices.ContainsFunc(m.edits, func(e edit) bool { return e.off == at && e.end == at && !e.closing }) {
		comma = ","
	}
	indent := m.lineIndent(to.Off) + m.unit
	m.edits = append(m.edits, edit{off: at, end: at, text: comma + "\n" + indent + label + m.render(n, indent, len(n.Compact()) < 200)})
	if comma == "" {
		m.edits = append(m.edits, edit{off: to.End - 1, end: to.End - 1, text: "\n" + m.lineIndent(to.Off), closing: true})
	}
}

// apply makes the edits.
func (m *merger) apply() string {
	slices.SortStableFunc(m.edits, func(a, b edit) int {
		if a.off == b.off && a.closing != b.closing {
			return map[bool]int{true: 1, false: -1}[a.closing]
		}
		return a.off - b.off
	})
	var b strings.Builder
	at := 0
	for _, e := range m.edits {
		b.WriteString(m.src[at:max(at, e.off)])
		b.WriteString(e.text)
		at = max(at, e.end)
	}
	b.WriteString(m.src[at:])
	return b.String()
}
