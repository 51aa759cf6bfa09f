package flow

import (
	"sitrep/report/pdf/page"
	"sitrep/report/theme"
)

// A slice is what never divides: a line of text, a line of a table's row, a
// scene of a chart. Everything in it is relative to its top edge; x is absolute.
type slice struct {
	space   float64 // wanted above; dropped at the top of a page
	height  float64
	loose   float64 // how much more room may stand above, so that a page is full: between the parts of a table or of key figures
	keep    bool    // no page ends between this slice and the next
	frame   *frame
	block   int     // number of the block that it is part of: a figure stands between two
	figure  *figure // that it is part of; nil for none
	float   bool    // of a figure: what passes may come before it, to fill a page
	passes  bool    // may come before a figure that it follows: running text, tables, notes set apart
	title   bool    // of a section
	head    *head   // the table whose head is repeated where a page begins here
	boxes   []page.Box
	items   []item
	anchors []string
	heading *Heading
	note    bool   // the first of an endnote
	column  bool   // stands in one of two columns
	turns   bool   // begins the second column
	entry   *entry // of the contents; its page number is filled in when all pages stand
}

// An item is content with its place in the order of reading: pieces of one
// block are brought together on each page, whatever line they stand on.
type item struct {
	page.Item
	order int
}

// A frame is a box that slices stand in: a panel, the bar of a quotation.
type frame struct {
	parent      *frame
	depth       int
	x, width    float64
	top, bottom float64 // padding
	fill        theme.Token
	bar         theme.Token // at the left edge; empty: none
	barWidth    float64
}

// A head is the head of a table, as it is repeated: an artifact.
type head struct {
	slices []slice
	height float64
}

// common returns the innermost frame that stands round both.
func common(a, b *frame) *frame {
	for a != b {
		switch {
		case a == nil || b == nil:
			return nil
		case a.depth > b.depth:
			a = a.parent
		case b.depth > a.depth:
			b = b.parent
		default:
			a, b = a.parent, b.parent
		}
	}
	return a
}

// feet is the padding below everything that stands in f.
func (f *frame) feet() float64 {
	sum := 0.0
	for ; f != nil; f = f.parent {
		sum += f.bottom
	}
	return sum
}
