// Package flow sets a document on pages: blocks become slices that never divide, and slices are placed page after page.
//
// Setting has three steps that know nothing of each other: writing blocks as
// slices (one file per kind of block), placing slices (place.go), and the
// furniture round them (furniture.go). Nothing is painted here.
package flow

import (
	"cmp"
	"slices"

	"sitrep/report/doc"
	"sitrep/report/font"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// Options are what the setting depends on beside the document.
type Options struct {
	Size  page.Size    // of the sheet
	Theme *theme.Theme // colours and sizes
	Fonts *font.Set    // what text is set in
}

// A Setting is a document on pages.
type Setting struct {
	Pages    []*page.Page    // in order
	Tree     *tag.Tree       // the blocks; their content joins when it is painted
	Headings []Heading       // in order of reading
	Anchors  map[string]Spot // where links inside the document lead
	Losses   []text.Loss     // characters that no font has
}

// A Heading is a section's title, for the outline.
type Heading struct {
	Level  int    // from 1
	Title  string // plain text
	Anchor string // of the section
	Spot   Spot   // where it stands
}

// contentsFrom is the number of pages beyond which a document has a list of contents.
const contentsFrom = 4

// Set sets d on pages.
func Set(d *doc.Document, o Options) *Setting {
	w := newWriter(d, o)
	w.masthead()
	w.front(d.Front)
	front := len(w.slices)
	doc.Visit(w, d.Summary)
	summary := len(w.slices)
	if d.Front == nil {
		front = summary
	}
	if d.OnePage() {
		w.lead()
		return w.finish(place(w.slices, w.geo, nil))
	}
	for i, b := range d.Body {
		doc.Visit(w, []doc.Block{b})
		if i == 0 && d.Front == nil && holdsJudgements(b) && w.height(w.slices) < w.geo.bottom-w.geo.top {
			front = len(w.slices)
			summary = front
		}
	}
	p := place(w.slices, w.geo, nil)
	if len(p.pages) > contentsFrom {
		w.insertContents(front, max(front, summary))
		p = place(w.slices, w.geo, nil)
	}
	p = w.grow(w.refit(w.fill(p), false), mostLoose)
	p = w.grow(w.grow(w.refit(p, true), mostLoose), lastLoose)
	return w.finish(w.balance(w.joined(p)))
}

// holdsJudgements reports whether a block is the section of the key judgements:
// it comes before the contents, on page one, where it has room there.
func holdsJudgements(b doc.Block) bool {
	s, ok := b.(*doc.Section)
	if !ok {
		return false
	}
	for _, b := range s.Blocks {
		if _, ok := b.(*doc.Judgements); ok {
			return true
		}
	}
	return false
}

// finish reads off where everything stands.
func (w *writer) finish(p *placer) *Setting {
	p = p.filled()
	p.feather()
	s := &Setting{Tree: w.tree, Anchors: map[string]Spot{}}
	if m := w.doc.Marking; !blank(w.sanitizer.Clean(string(m))) {
		w.marked = w.labelElem(m, tag.New(w.tree.Root, tag.P))
		w.tree.Join(w.marked)
	}
	for i := range w.slices {
		sl, spot := &w.slices[i], p.spots[i]
		for _, a := range sl.anchors {
			if _, ok := s.Anchors[a]; !ok {
				s.Anchors[a] = spot
			}
		}
		if sl.heading != nil {
			h := *sl.heading
			h.Spot = spot
			s.Headings = append(s.Headings, h)
		}
		w.join(sl)
	}
	w.numberContents(p, s.Anchors)
	for i, pg := range p.pages {
		out := pg.finish()
		w.furnish(out, i, len(p.pages))
		s.Pages = append(s.Pages, out)
	}
	s.Losses = w.sanitizer.Losses
	return s
}

// join puts the blocks of a slice into the tree: the order of the tree is that
// of the document, also where a figure stands a page later than it was written.
// What stands inside a line joins when it is painted.
func (w *writer) join(s *slice) {
	items := s.items
	if !slices.IsSortedFunc(items, inOrder) {
		items = slices.Clone(items)
		slices.SortStableFunc(items, inOrder)
	}
	for i := range items {
		e := items[i].Elem
		for e != nil && e.Parent != nil && inline(e.Role) && e.Parent.Role != tag.TOCI {
			e = e.Parent
		}
		if e != nil {
			w.tree.Join(e)
		}
	}
}

// inOrder compares items by their place in reading order.
func inOrder(a, b item) int { return cmp.Compare(a.order, b.order) }

func inline(r tag.Role) bool { return r == tag.Link || r == tag.Reference || r == tag.Span }
