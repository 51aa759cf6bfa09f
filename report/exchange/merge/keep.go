package merge

import (
	"slices"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// kept returns what a member becomes beside the one that is there: an import that names sources alone does not speak of
// the passages that are cited, nor of other sources. others are those that stay although it does not name them.
func kept(was, n *tree.Node) (out *tree.Node, others []string) {
	if was == nil || n.Key != "sources" || was.Kind != tree.Array || n.Kind != tree.Array {
		return n, nil
	}
	names := value.Texts(&tree.Node{Kind: tree.Object, Kids: []tree.Node{*n}}, "sources")
	if len(names) != len(n.Kids) {
		return n, nil // with passages: it says all there is
	}
	out = &tree.Node{Kind: tree.Array, Key: n.Key, Kids: slices.Clone(was.Kids)}
	cited := map[string]bool{}
	for i := range was.Kids {
		id := source(&was.Kids[i])
		if !slices.Contains(names, id) && !cited[id] {
			others = append(others, id)
		}
		cited[id] = true
	}
	for i := range n.Kids {
		if !cited[n.Kids[i].Text] {
			out.Kids = append(out.Kids, n.Kids[i])
		}
	}
	return out, others
}

// source is the id that a citation names.
func source(n *tree.Node) string {
	if n.Kind == tree.String {
		return n.Text
	}
	return value.Text(n, "source")
}

// text merges a text in one language into one in several: it is that of the first language that the file declares, and
// the others stay. It reports whether there was such a text.
func (m *merger) text(was, n *tree.Node, name, key string) bool {
	own := was.Get(m.language)
	if m.language == "" || was.Kind != tree.Object || n.Kind != tree.String || own == nil {
		return false
	}
	for i := range was.Kids {
		if said := &was.Kids[i]; value.Equal(said, n) || value.Equal(said.Get("other"), n) {
			return true
		}
	}
	if other := own.Get("other"); other != nil { // forms of a unit
		own, key = other, key+"."+m.language
		m.replace(own, n, name, key+".other")
		return true
	}
	m.replace(own, n, name, key+"."+m.language)
	return true
}

// languageOf is the first language that a facts file declares; empty where it declares none.
func languageOf(base *tree.Node) string {
	if head := base.Get("briefing"); head != nil {
		if tags := value.Texts(head, "languages"); len(tags) > 0 {
			return tags[0]
		}
	}
	return ""
}

// stays says which sources stay although the import does not name them, where it changed the record otherwise.
func (m *merger) stays(name string, others []string, before int) {
	if len(others) > 0 && len(m.changes) > before {
		m.changes = append(m.changes, Change{Record: name, Key: "sources", Old: strings.Join(others, ", ")})
	}
}
