// Package prose reads the texts of a facts file: Markdown with paragraphs, lists, quotes
// and pipe tables, and plain lines, in which values, citations and references are bound.
//
// It is plain data, without a look and without a language. What the format does
// not have (raw HTML, headings, code, footnotes, task boxes …) is a fault, never
// dropped and never left for literal text.
// Offsets count bytes of the source, so that whoever judges the words later can
// say where they stand.
package prose

import (
	"iter"
	"sort"
)

// A Block is a Paragraph, List, Quote or Table.
type Block interface{ block() }

// A Paragraph is a run of inlines.
type Paragraph struct {
	Inlines []Inline // in the order of reading
}

// A List has items, each a run of blocks.
type List struct {
	Numbers []int     // of the items, as they are written; nil for a list of bullets
	Tight   bool      // no blank line stands between items (CommonMark 5.3)
	Items   [][]Block // one run of blocks an item
	Off     int       // of the first item's mark
}

// Rises reports whether the numbers of the items rise by one; a list of bullets does.
func (l *List) Rises() bool {
	for i, n := range l.Numbers {
		if n != l.Numbers[0]+i {
			return false
		}
	}
	return true
}

// A Table is a table in pipe form (GitHub Flavored Markdown, 4.10): a head and
// rows of as many cells.
type Table struct {
	Head    [][]Inline   // one cell a column
	Numeric []bool       // the columns that are set to the right
	Rows    [][][]Inline // as many cells each as the head
	Off     int          // byte of the source where it begins
}

// A Quote is quoted text.
type Quote struct {
	Blocks []Block // what is quoted
}

func (*Paragraph) block() {}
func (*List) block()      {}
func (*Quote) block()     {}
func (*Table) block()     {}

// An Inline is a Text, Emphasis, Strong, Link, Value, Cite, Ref or Break.
type Inline interface{ inline() }

// Text is literal text; soft line breaks are spaces in it.
type Text struct {
	S    string // never empty
	Off  int    // of its first byte
	bend []bend // where the offsets of S and of the source part
}

// A bend says that from byte at of a text on, the source is at off.
type bend struct{ at, off int }

// At returns the offset in the source of byte i of the text. They part where the
// source has an escape, an entity or the indentation of a further line.
func (t *Text) At(i int) int {
	n := sort.Search(len(t.bend), func(n int) bool { return t.bend[n].at > i })
	if n == 0 {
		return t.Off + i
	}
	b := t.bend[n-1]
	return b.off + i - b.at
}

// Emphasis is stressed text.
type Emphasis struct {
	Inlines []Inline // what is stressed
}

// Strong is strongly stressed text.
type Strong struct {
	Inlines []Inline // what is stressed
}

// A Link points to an http, https or mailto address.
type Link struct {
	URL     string   // as written
	Inlines []Inline // what stands for the address
	Off     int      // byte of the source where it begins
}

// A Value stands for a fact's value, {{id}} or {{id.part}}.
type Value struct {
	ID   string // of the fact
	Part string // low, high, best, date, origin, statement, or empty: the whole in words
	Off  int    // of the first brace
	Len  int    // bytes, braces included
}

// A Cite stands for a source, or for all the sources of a fact: [@id] or [@id, locator].
type Cite struct {
	ID      string // of the source or fact
	Locator string // where in it: "p. 3"; may be empty
	Off     int    // of the bracket
	Len     int    // bytes of the source
}

// A Ref stands for the number or title of a figure, table or section: [#id].
type Ref struct {
	ID  string // of the figure, table, section or judgement
	Off int    // of the bracket
	Len int    // bytes of the source
}

// A Break is a hard line break.
type Break struct{}

func (*Text) inline()     {}
func (*Emphasis) inline() {}
func (*Strong) inline()   {}
func (*Link) inline()     {}
func (*Value) inline()    {}
func (*Cite) inline()     {}
func (*Ref) inline()      {}
func (*Break) inline()    {}

// A Fault is something that the format does not allow, at a byte offset of the source.
type Fault struct {
	Off, Len int    // bytes of the source
	Kind     Kind   // which rule is broken
	Message  string // what is wrong, in one sentence
	Hint     string // may be empty
}

// A Kind of fault.
type Kind int

// The kinds of faults.
const (
	HTML       Kind = iota // raw HTML
	Heading                // a heading
	Code                   // code, in a line or as a block
	Image                  // an image
	Rule                   // a thematic break
	Address                // a link that is not http, https or mailto, or has a title
	BadValue               // {{ that is no value
	BadCite                // [@ that is no citation
	Definition             // a link defined away from its place
	Tangled                // nested too deep, or more marks in a paragraph than anyone writes
	Unread                 // Markdown of other programs: footnotes, task boxes, text struck through …
	BadTable               // rows of pipes that are no table, or more cells than the head has
	BadRef                 // [# that is no reference
)

// Walk calls f for each inline of the blocks, in reading order, a container
// before what it contains.
func Walk(blocks []Block, f func(Inline)) {
	for run := range Runs(blocks) {
		WalkInlines(run, f)
	}
}

// Runs gives each run of inlines that stands for itself: a paragraph or a cell, in
// reading order.
func Runs(blocks []Block) iter.Seq[[]Inline] {
	return func(yield func([]Inline) bool) { runs(blocks, yield) }
}

func runs(blocks []Block, yield func([]Inline) bool) bool {
	for _, b := range blocks {
		more := true
		switch b := b.(type) {
		case *Paragraph:
			more = yield(b.Inlines)
		case *Quote:
			more = runs(b.Blocks, yield)
		case *List:
			for i := 0; i < len(b.Items) && more; i++ {
				more = runs(b.Items[i], yield)
			}
		case *Table:
			for _, row := range append([][][]Inline{b.Head}, b.Rows...) {
				for i := 0; i < len(row) && more; i++ {
					more = yield(row[i])
				}
			}
		}
		if !more {
			return false
		}
	}
	return true
}

// WalkInlines calls f for each of the inlines as [Walk] does.
func WalkInlines(in []Inline, f func(Inline)) {
	for _, n := range in {
		f(n)
		switch n := n.(type) {
		case *Emphasis:
			WalkInlines(n.Inlines, f)
		case *Strong:
			WalkInlines(n.Inlines, f)
		case *Link:
			WalkInlines(n.Inlines, f)
		}
	}
}
