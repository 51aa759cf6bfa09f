// Package prose reads the Markdown of a facts file: paragraphs, lists and
// quotes in which values and citations are bound to facts and sources.
//
// It is plain data, without a look and without a language. Raw HTML and
// headings are faults, never dropped.
package prose

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

// Text is literal text. Off is the byte offset of its first byte in the source.
type Text struct {
	S   string
	Off int
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
	Kind     string // html, heading, scheme, code, image, rule, table, value, cite
	Message  string
	Hint     string
}
