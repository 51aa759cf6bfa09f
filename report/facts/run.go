package facts

import (
	"slices"

	"sitrep/report/facts/tree"
)

// facts reads the claims. An item may be a run of facts with keys in common.
func (l *loader) facts(n *tree.Node) {
	before := len(l.found)
	if n != nil && n.Kind == tree.Array {
		l.f.Facts = make([]Fact, 0, len(n.Kids))
	}
	l.items(n, "facts", func(n *tree.Node) {
		if isRun(n) {
			l.run(n)
		} else {
			l.add(n)
		}
	})
	l.broken = len(l.found) > before
}

// add reads one fact.
func (l *loader) add(n *tree.Node) {
	l.f.Facts = append(l.f.Facts, Fact{})
	l.f.nodes = append(l.f.nodes, n)
	if l.is(n, tree.Object, "a fact (an object)") {
		l.fact(n, &l.f.Facts[len(l.f.Facts)-1])
	}
}

// isRun reports whether an item of facts is a run of them.
func isRun(n *tree.Node) bool { return n.Get("with") != nil || n.Get("facts") != nil }

// run reads facts that have keys in common.
func (l *loader) run(n *tree.Node) {
	o := l.open(n, &runShape)
	with := o.get("with")
	if with != nil && with.Kind != tree.Object && !l.is(with, tree.Object, "the keys in common (an object)") {
		with = nil
	}
	if with != nil && with.Get("id") != nil {
		l.report(with.Get("id").KeyOff, "E236", "the facts of a run cannot have one id in common", "give each its own")
		with = nil
	}
	l.items(o.get("facts"), "facts", func(n *tree.Node) {
		switch {
		case isRun(n):
			l.at(n, "E236", "a run stands in a run", "make two runs of it, one after the other")
		case with == nil || n.Kind != tree.Object:
			l.add(n)
		default:
			l.add(together(n, with))
		}
	})
}

// together returns a fact of a run, whole: its own keys and then those of the run that
// it does not have. Every key keeps its place in the source.
func together(n, with *tree.Node) *tree.Node {
	own := slices.Clip(n.Kids)
	for i := range with.Kids {
		if n.Get(with.Kids[i].Key) == nil {
			own = append(own, with.Kids[i])
		}
	}
	return n.Of(own)
}

// FactPointer returns the JSON pointer of the i-th fact in the file as it was written.
func (f *File) FactPointer(i int) string { return f.root.Pointer(f.nodes[i].Off) }

// FactKey returns the JSON pointer of a key of the i-th fact, which may be that of the
// run that the fact is in; of a key that neither has, that of the fact.
func (f *File) FactKey(i int, key string) string {
	if k := f.nodes[i].Get(key); k != nil {
		return f.root.Pointer(k.Off)
	}
	return f.FactPointer(i)
}
