package archive

import (
	"bytes"

	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
)

// pages writes the page tree, flat, and the pages. Tab order is that of the
// structure (ISO 14289-1, 7.18.3).
func (w *writer) pages() {
	f := w.file
	annots := make([][]int, len(w.page))
	for i, a := range w.doc.Painting.Annotations {
		annots[a.Page] = append(annots[a.Page], w.annotations[i])
	}
	for i, n := range w.page {
		content := f.reserve()
		w.content(content, i)
		o := object("<</Type /Page ").key("Parent").ref(w.pagesNode).key("Resources").ref(w.resources).
			key("Contents").ref(content).raw("/Tabs /S ").key("StructParents").int(i)
		if len(annots[i]) > 0 {
			o = o.key("Annots").refs(annots[i])
		}
		f.set(n, o.raw(">>"))
	}
	s := w.doc.Size
	f.set(w.pagesNode, object("<</Type /Pages ").key("Kids").refs(w.page).key("Count").int(len(w.page)).
		raw("/MediaBox [0 0 ").num(s.Width).num(s.Height).raw("]>>"))
}

// content writes the content of page i. It has been compressed while gofpdf wrote
// its file; what gofpdf puts before it is left out: every page sets its own state.
func (w *writer) content(n, i int) {
	stream := w.raw.objects[w.raw.pages[i]].stream
	if i < len(w.doc.Painting.Streams) {
		s := w.doc.Painting.Streams[i]
		if bytes.HasSuffix(bytes.TrimRight(stream, "\n"), bytes.TrimRight(s.Data, "\n")) {
			w.file.setCompressed(n, nil, s)
			return
		}
	}
	w.file.setFlate(n, nil, stream)
}

// links writes the link annotations: printed, without border, saying where they
// lead (ISO 19005-3, 6.3.2; ISO 14289-1, 7.18.5). Their places are whole points,
// which no finger tells from finer ones.
func (w *writer) links() {
	all := w.doc.Painting.Annotations
	var action, o object // action is that of the link that is being written
	for i, a := range all {
		o = o[:0].raw("<</Subtype /Link /F 4 /Border [0 0 0] /Rect [")
		for _, v := range a.Rect {
			o = o.num(page.Round(v, 1))
		}
		o = quads(o.raw("] "), a.Quads).key("StructParent").int(len(w.page) + i)
		label := a.Link.Label
		if a.Link.URL != "" {
			if i == 0 || all[i-1].Link != a.Link {
				action = object("<</S /URI /URI ").uri(a.Link.URL).raw(">> ")
				if i+1 < len(all) && all[i+1].Link == a.Link { // it is said once
					action = object("").ref(w.file.add(action))
				}
			}
			o = append(o.raw("/A "), action...)
			if label == "" {
				label = a.Link.URL
			}
		} else if p, ok := w.doc.Anchors[a.Link.Anchor]; ok {
			o = w.destination(o, p)
		}
		o = o.key("Contents").text(brief(label)).raw(">>")
		w.file.copy(w.annotations[i], o)
	}
}

// brief is the beginning of what a link says: two hundred letters.
func brief(label string) string {
	n := 0
	for i := range label {
		if n++; n > 200 {
			return label[:i] + "…"
		}
	}
	return label
}

// quads appends the lines of an annotation, each from its top left corner to its
// bottom right one, as readers expect them (ISO 32000-1, table 173, and practice).
func quads(o object, lines [][4]float64) object {
	if len(lines) < 2 {
		return o
	}
	o = o.raw("/QuadPoints [")
	for _, l := range lines {
		for _, v := range [8]float64{l[0], l[3], l[2], l[3], l[0], l[1], l[2], l[1]} {
			o = o.num(page.Round(v, 1))
		}
	}
	return o.raw("] ")
}

// destination appends where a link or bookmark leads: a little above the place.
func (w *writer) destination(o object, p Place) object {
	const above = 8
	top := w.doc.Size.Height - p.Y + above
	return o.raw("/Dest [").ref(w.page[min(max(p.Page, 0), len(w.page)-1)]).raw("/XYZ null ").num(page.Round(max(top, 0), 1)).raw("null] ")
}

// outline writes the bookmarks (ISO 32000-1, 12.3.3) and shows them when the
// file is opened.
func (w *writer) outline() {
	heads := w.doc.Outline
	if len(heads) == 0 {
		return
	}
	w.outlines = w.file.reserve()
	numbers := make([]int, len(heads))
	for i := range heads {
		numbers[i] = w.file.reserve()
	}
	tree := nest(heads)
	for i, h := range heads {
		n := tree[i]
		parent := w.outlines
		if n.parent >= 0 {
			parent = numbers[n.parent]
		}
		o := w.destination(object("<<").key("Title").text(h.Title).key("Parent").ref(parent), h.Place)
		for _, l := range []struct {
			key string
			to  int
		}{{"Prev", n.prev}, {"Next", n.next}, {"First", n.first}, {"Last", n.last}} {
			if l.to >= 0 {
				o = o.key(l.key).ref(numbers[l.to])
			}
		}
		if n.count > 0 {
			o = o.key("Count").int(-n.count) // closed
		}
		w.file.set(numbers[i], o.raw(">>"))
	}
	first, last, count := 0, 0, 0
	for i := range heads {
		if tree[i].parent < 0 {
			last = i
			count++
		}
	}
	w.file.set(w.outlines, object("<</Type /Outlines ").key("First").ref(numbers[first]).key("Last").ref(numbers[last]).
		key("Count").int(count).raw(">>"))
}

// A node is a bookmark's place among the others; −1 stands for none. Count is
// the number of its children.
type node struct{ parent, prev, next, first, last, count int }

func nest(heads []Heading) []node {
	out := make([]node, len(heads))
	var open []int // the last bookmark of each level, outermost first
	last := -1     // of the top level
	for i, h := range heads {
		out[i] = node{-1, -1, -1, -1, -1, 0}
		for len(open) > 0 && heads[open[len(open)-1]].Level >= h.Level {
			open = open[:len(open)-1]
		}
		if len(open) == 0 {
			if out[i].prev = last; last >= 0 {
				out[last].next = i
			}
			last = i
		} else {
			p := &out[open[len(open)-1]]
			out[i].parent, out[i].prev = open[len(open)-1], p.last
			if p.last >= 0 {
				out[p.last].next = i
			} else {
				p.first = i
			}
			p.last = i
			p.count++
		}
		open = append(open, i)
	}
	return out
}

// elementOf returns the element that encloses a link annotation.
func (w *writer) elementOf(i int) *tag.Element { return w.doc.Tree.Links[i] }
