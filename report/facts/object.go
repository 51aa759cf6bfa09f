package facts

import (
	"slices"
	"strings"

	"sitrep/report/facts/format"
	"sitrep/report/facts/tree"
)

// A shape is what an object must and may hold.
type shape struct {
	what      string // "a source"
	must, may []string
}

// objects is the table of the format.
var objects = format.Objects()

// shapeOf returns the shape of an object of the format.
func shapeOf(name string) shape {
	i := slices.IndexFunc(objects, func(o format.Object) bool { return o.Name == name })
	o := objects[i] // a name that is not there would fail every run
	s := shape{what: o.What}
	for _, k := range o.Keys {
		if k.Must {
			s.must = append(s.must, k.Name)
		} else {
			s.may = append(s.may, k.Name)
		}
	}
	return s
}

// ownShape is shapeOf for a map of them.
func ownShape[T ~string](name T) *shape {
	s := shapeOf(string(name))
	return &s
}

func (s *shape) has(key string) bool {
	return slices.Contains(s.must, key) || slices.Contains(s.may, key)
}

func (s *shape) keys() []string { return slices.Concat(s.must, s.may) }

// An object is a JSON object that is being read; a nil *object holds nothing.
type object struct {
	n     *tree.Node
	owner string // id of the thing that its texts belong to
}

func (o *object) get(key string) *tree.Node {
	if o == nil {
		return nil
	}
	return o.n.Get(key)
}

// open takes n as an object of that shape and reports missing and unknown keys.
// It returns nil where n is something else.
func (l *loader) open(n *tree.Node, s *shape) *object {
	if n.Kind != tree.Object && !l.is(n, tree.Object, s.what+" (an object)") {
		return nil
	}
	for i := range n.Kids {
		if k := &n.Kids[i]; !s.has(k.Key) {
			l.unknown(k, s)
		}
	}
	l.missing(n, s)
	return &object{n: n}
}

func (l *loader) unknown(k *tree.Node, s *shape) {
	keys := s.keys()
	l.report(k.KeyOff, "E202", s.what+" has no key "+quote(k.Key), l.spell.meant(k.Key, keys, "its keys are "+strings.Join(keys, ", ")))
}

func (l *loader) missing(n *tree.Node, s *shape) {
	if n.Cut {
		return
	}
	for _, key := range s.must {
		if n.Get(key) == nil {
			l.at(n, "E201", s.what+" must have the key "+quote(key), "")
		}
	}
}

// is reports whether n is of that kind, and reports the problem where it is not.
// An invalid value, and one cut short, is a fault of the syntax and already reported.
func (l *loader) is(n *tree.Node, kind tree.Kind, what string) bool {
	if n.Kind == kind {
		return true
	}
	if n.Kind != tree.Invalid && !n.Cut {
		l.wrong(n, what)
	}
	return false
}

func (l *loader) wrong(n *tree.Node, what string) {
	hint := ""
	switch {
	case n.Kind == tree.Null && n.Key != "":
		hint = "leave the key out where there is nothing to say"
	case n.Kind == tree.String && strings.HasPrefix(what, "a number") && decimal(n.Text):
		hint = "write it without quotes"
	}
	l.at(n, "E204", "expected "+what+", found "+n.Kind.String(), hint)
}

func decimal(s string) bool {
	return s != "" && strings.Trim(s, "0123456789.,- ") == ""
}

// entries reads an object from id to something.
func (l *loader) entries(n *tree.Node, what string, read func(id string, n *tree.Node)) {
	if n == nil || n.Kind != tree.Object && !l.is(n, tree.Object, "an object from id to "+what) {
		return
	}
	for i := range n.Kids {
		k := &n.Kids[i]
		l.form(k.Key, k.KeyOff)
		read(k.Key, k)
	}
}

// items reads an array of something.
func (l *loader) items(n *tree.Node, what string, read func(n *tree.Node)) {
	if n == nil || n.Kind != tree.Array && !l.is(n, tree.Array, "an array of "+what) {
		return
	}
	for i := range n.Kids {
		read(&n.Kids[i])
	}
}
