// Package prose reads the Markdown of a facts file: paragraphs, lists and
// quotes in which values and citations are bound to facts and sources.
//
// It is plain data, without a look and without a language. What the format does
// not have (raw HTML, headings, code, images, rules) is a fault, never dropped.
// Offsets count bytes of the source, so that whoever judges the words later can
// say where they stand.
package prose

import "sort"

// A Block is a Paragraph, List or Quote.
type Block interface{ block() }

// A Paragraph is a run of inlines.
type Paragraph struct{ Inlines []Inline }

// A List has items, each a run of blocks.
type List struct {
	Ordered bool
	Start   int // number of the first item of an ordered list
	Tight   bool
	Items   [][]Block
}

// A Quote is quoted text.
type Quote struct{ Blocks []Block }

func (*Paragraph) block() {}
func (*List) block()      {}
func (*Quote) block()     {}

// An Inline is a Text, Emphasis, Strong, Link, Value, Cite or Break.
type Inline interface{ inline() }

// Text is literal text; soft line breaks are spaces in it.
type Text struct {
	S    string
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
type Emphasis struct{ Inlines []Inline }

// Strong is strongly stressed text.
type Strong struct{ Inlines []Inline }

// A Link points to an http, https or mailto address.
type Link struct {
	URL     string
	Inlines []Inline
	Off     int
}

// A Value stands for a fact's value, {{id}} or {{id.part}}.
type Value struct {
	ID   string
	Part string // low, high, best, date, origin, statement, or empty: the whole in words
	Off  int    // of the first brace
	Len  int    // bytes, braces included
}

// A Cite stands for a source, or for all the sources of a fact: [@id] or [@id, locator].
type Cite struct {
	ID      string
	Locator string
	Off     int // of the bracket
	Len     int
}

// A Break is a hard line break.
type Break struct{}

func (*Text) inline()     {}
func (*Emphasis) inline() {}
func (*Strong) inline()   {}
func (*Link) inline()     {}
func (*Value) inline()    {}
func (*Cite) inline()     {}
func (*Break) inline()    {}

// A Fault is something that the format does not allow, at a byte offset of the source.
type Fault struct {
	Off, Len int
	Kind     Kind
	Message  string
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
)

// Walk calls f for each inline of the blocks, in reading order, a container
// before what it contains.
func Walk(blocks []Block, f func(Inline)) {
	for _, b := range blocks {
		switch b := b.(type) {
		case *Paragraph:
			walk(b.Inlines, f)
		case *Quote:
			Walk(b.Blocks, f)
		case *List:
			for _, item := range b.Items {
				Walk(item, f)
			}
		}
	}
}

func walk(in []Inline, f func(Inline)) {
	for _, n := range in {
		f(n)
		switch n := n.(type) {
		case *Emphasis:
			walk(n.Inlines, f)
		case *Strong:
			walk(n.Inlines, f)
		case *Link:
			walk(n.Inlines, f)
		}
	}
}
