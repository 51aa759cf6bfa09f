// Package text turns styled text into lines: it lets through only what the fonts can draw, measures it and breaks it.
//
// Why our own: gofpdf's breaker drops the space at the end of a line, so that
// readers join words, disagrees with its own line count and is quadratic.
package text

import (
	"sitrep/report/pdf/tag"
	"sitrep/report/theme"
)

// A Face is one of the embedded fonts.
type Face uint8

// The faces. None covers a rune that no font has.
const (
	Regular Face = iota
	Bold
	Italic
	Hangul
	None
)

// A Style is how a span looks. Lengths are points.
type Style struct {
	Face  Face
	Size  float64
	Rise  float64 // of the baseline
	Color theme.Token
	Chip  bool // on a black ground: a marking
}

// Plain returns the style without its ground.
func (s Style) Plain() Style {
	s.Chip = false
	return s
}

// A Link is where a span leads: to an address or to an anchor in the document.
// One Link may cover several spans and lines.
type Link struct {
	URL    string
	Anchor string
	Block  bool         // its lines on a page are one area: nothing else that leads somewhere stands beside it
	Label  string       // what it says, for readers that cannot see (ISO 14289-1, 7.18.5)
	Elem   *tag.Element // the element that holds it
}

// A Span is text in one style that belongs to one structure element.
type Span struct {
	Text  string // cleaned; "\n" alone is a hard break
	Style Style
	Elem  *tag.Element // nil: an artifact
	Link  *Link
	URL   bool // an address: may be broken after its punctuation
	Glued bool // never broken from what stands before it
}

// A Run is a piece of a span on one line. X is from the start of the line.
type Run struct {
	Span     *Span
	Face     Face
	Text     string
	X, Width float64 // Width without spaces at the end
}

// A Line is a line of text.
type Line struct {
	Runs  []Run
	Width float64 // without spaces at the end
}
