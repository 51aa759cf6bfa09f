package archive

import (
	"sort"

	"sitrep/report/pdf/tag"
)

// structure writes the structure tree (ISO 32000-1, 14.7.2) and, in the parent
// tree, the way back from each page and each annotation (14.7.4.4).
func (w *writer) structure() {
	pieces := 0 // of marked content: there are about as many elements
	for _, p := range w.doc.Tree.Pages {
		pieces += len(p)
	}
	numbers := make(map[*tag.Element]int, pieces)
	all := make([]*tag.Element, 0, pieces)
	stack := []*tag.Element{w.doc.Tree.Root}
	for len(stack) > 0 { // no recursion: documents may be deep
		e := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		numbers[e] = w.file.reserve()
		all = append(all, e)
		for i := len(e.Kids) - 1; i >= 0; i-- {
			if k := e.Kids[i].Element; k != nil {
				stack = append(stack, k)
			}
		}
	}
	var o object
	for _, e := range all {
		o = w.element(o[:0], e, numbers)
		w.file.copy(numbers[e], o)
	}
	o = object("<</Type /StructTreeRoot ").key("K").ref(numbers[w.doc.Tree.Root]).
		key("ParentTree").ref(w.parentTree(numbers)).
		key("ParentTreeNextKey").int(len(w.page) + len(w.annotations))
	if ids := w.idTree(all, numbers); ids != 0 {
		o = o.key("IDTree").ref(ids)
	}
	w.file.set(w.structRoot, o.raw(">>"))
}

// element appends one structure element (table 323).
func (w *writer) element(o object, e *tag.Element, numbers map[*tag.Element]int) object {
	parent := w.structRoot
	if e.Parent != nil {
		parent = numbers[e.Parent]
	}
	o = o.raw("<<").key("S").name(string(e.Role)).key("P").ref(parent)
	if e.ID != "" {
		o = o.key("ID").bytes(e.ID)
	}
	for _, t := range []struct{ key, value string }{{"Lang", e.Lang}, {"Alt", e.Alt}, {"ActualText", e.Actual}, {"E", e.Expansion}} {
		if t.value != "" {
			o = o.key(t.key).text(t.value)
		}
	}
	o = attributes(o, e)
	return w.kids(o, e, numbers).raw(">>")
}

// attributes writes what belongs to a role (14.8.5).
func attributes(o object, e *tag.Element) object {
	switch {
	case e.Role == tag.L && e.Numbering != "":
		o = o.raw("/A <</O /List /ListNumbering ").name(e.Numbering).raw(">> ")
	case e.Role == tag.Figure:
		o = o.raw("/A <</O /Layout /Placement /Block /BBox [")
		for _, v := range e.BBox {
			o = o.num(v)
		}
		o = o.raw("]>> ")
	case e.Scope != "" || len(e.Headers) > 0:
		o = o.raw("/A <</O /Table ")
		if e.Scope != "" {
			o = o.key("Scope").name(e.Scope)
		}
		if len(e.Headers) > 0 {
			o = o.raw("/Headers [")
			for _, h := range e.Headers {
				o = o.bytes(h)
			}
			o = o.raw("]")
		}
		o = o.raw(">> ")
	}
	return o
}

// kids writes the content of an element: elements, marked content, annotations (14.7.4).
func (w *writer) kids(o object, e *tag.Element, numbers map[*tag.Element]int) object {
	if len(e.Kids) == 0 {
		return o
	}
	home := -1
	for _, k := range e.Kids {
		if k.Element == nil {
			home = k.Page
			o = o.key("Pg").ref(w.page[home])
			break
		}
	}
	o = o.raw("/K [")
	for _, k := range e.Kids {
		switch {
		case k.Element != nil:
			o = o.ref(numbers[k.Element])
		case k.MCID < 0:
			o = o.raw("<</Type /OBJR /Obj ").ref(w.annotations[k.Link])
			if k.Page != home {
				o = o.key("Pg").ref(w.page[k.Page])
			}
			o = o.raw(">> ")
		case k.Page == home:
			o = o.int(k.MCID)
		default:
			o = o.raw("<</Type /MCR /Pg ").ref(w.page[k.Page]).key("MCID").int(k.MCID).raw(">> ")
		}
	}
	return o.raw("] ")
}

// parentTree maps each page to the elements of its marked content, and each
// annotation to its element.
func (w *writer) parentTree(numbers map[*tag.Element]int) int {
	o := object("<</Nums [")
	for i := range w.page {
		var refs []int
		if i < len(w.doc.Tree.Pages) {
			for _, e := range w.doc.Tree.Pages[i] {
				refs = append(refs, numbers[e])
			}
		}
		o = o.int(i).ref(w.file.add(object("").refs(refs)))
	}
	for i := range w.annotations {
		o = o.int(len(w.page) + i).ref(numbers[w.elementOf(i)])
	}
	return w.file.add(o.raw("]>>"))
}

// idTree maps identifiers to elements, sorted by bytes (7.9.6).
func (w *writer) idTree(all []*tag.Element, numbers map[*tag.Element]int) int {
	var with []*tag.Element
	for _, e := range all {
		if e.ID != "" {
			with = append(with, e)
		}
	}
	if len(with) == 0 {
		return 0
	}
	sort.SliceStable(with, func(i, j int) bool { return with[i].ID < with[j].ID })
	o := object("<</Names [")
	for _, e := range with {
		o = o.bytes(e.ID).ref(numbers[e])
	}
	return w.file.add(o.raw("]>>"))
}
