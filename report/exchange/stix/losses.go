package stix

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// common are the properties of every object that are read, or that say nothing a facts
// file could (section 3.2).
const common = " type spec_version id created modified revoked created_by_ref object_marking_refs granular_markings lang "

// A loss is a property of some objects that a facts file has no place for.
type loss struct {
	first *tree.Node // the property of the first of them
	count int        // of the objects
}

// keep notes the properties of an object that are not among those read: names divided
// by spaces.
func (r *reader) keep(n *tree.Node, read string) {
	kind := value.Text(n, "type")
	if r.losses[kind] == nil {
		r.losses[kind] = map[string]*loss{}
	}
	for i := range n.Kids {
		k := &n.Kids[i]
		if strings.Contains(common+read+" ", " "+k.Key+" ") {
			continue
		}
		if r.losses[kind][k.Key] == nil {
			r.losses[kind][k.Key] = &loss{first: k}
		}
		r.losses[kind][k.Key].count++
	}
}

// tellLosses tells the properties that were not read, kind by kind.
func (r *reader) tellLosses() {
	for _, kind := range slices.Sorted(maps.Keys(r.losses)) {
		var names []string
		var first *tree.Node
		for _, name := range slices.Sorted(maps.Keys(r.losses[kind])) {
			l := r.losses[kind][name]
			names = append(names, fmt.Sprintf("%s (%d)", name, l.count))
			if first == nil || l.first.Off < first.Off {
				first = l.first
			}
		}
		if first != nil {
			r.fault("W704", first, fmt.Sprintf("properties of objects of the kind %q are left out: %s", kind, strings.Join(names, ", ")), "")
		}
	}
}

// tellUnnamed tells the identities that made nothing that was read and that no note names.
func (r *reader) tellUnnamed(list *tree.Node) {
	var names []string
	var first *tree.Node
	for i := range list.Kids {
		n := &list.Kids[i]
		if value.Text(n, "type") != "identity" || r.named[value.Text(n, "id")] {
			continue
		}
		if first == nil {
			first = n
		}
		names = append(names, fmt.Sprintf("%q", value.Text(n, "name")))
	}
	if first != nil {
		r.fault("W704", first, "identities that made no report and no note, and that no note is about, are left out: "+
			strings.Join(names, ", "), "")
	}
}
