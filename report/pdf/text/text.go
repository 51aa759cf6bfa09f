// Package text turns styled text into lines: it cleans it, measures it, breaks it, and puts its runs in the order of the eye.
//
// Why our own: gofpdf's breaker drops the space at the end of a line, so that
// readers join words, disagrees with its own line count and is quadratic.
package text

import (
	"slices"

	"sitrep/report/font"
	"sitrep/report/pdf/tag"
	"sitrep/report/theme"
)

// A Face is one of the cuts that text is set in. Letters that it lacks come from other fonts, see [font.Set].
type Face uint8

// The faces.
const (
	Regular Face = iota
	Bold
	Italic
	styles
)

// A Style is how a span looks. Lengths are points.
type Style struct {
	Face  Face        // which cut
	Size  float64     // points
	Rise  float64     // of the baseline
	Color theme.Token // a colour of the theme
	Chip  theme.Token // of the ground of a marking; empty: none
}

// Plain returns the style without its ground.
func (s Style) Plain() Style {
	s.Chip = ""
	return s
}

// A Link is where a span leads: to an address or to an anchor in the document.
// One Link may cover several spans and lines.
type Link struct {
	URL    string       // http, https or mailto; empty where it leads to an anchor
	Anchor string       // within the document; empty where it leads outside
	Block  bool         // its lines on a page are one area: nothing else that leads somewhere stands beside it
	Label  string       // what it says, for readers that cannot see (ISO 14289-1, 7.18.5)
	Elem   *tag.Element // the element that holds it
}

// A Span is text in one style that belongs to one structure element.
type Span struct {
	Text    string       // cleaned; "\n" alone is a hard break
	Style   Style        // how it looks
	Elem    *tag.Element // nil: an artifact
	Link    *Link        // where it leads; nil: nowhere
	URL     bool         // an address: may be broken after its punctuation
	Glued   bool         // never broken from what stands before it
	Isolate *Isolate     // of a quoted name or title, or a value; nil for the text itself
}

// An Isolate is text whose direction leaves that around it alone (Unicode Standard Annex 9, 2.4).
type Isolate struct {
	Around *Isolate // that it stands in; nil where that is the text itself
}

// path lists an isolate and those around it, the outermost first.
func (o *Isolate) path() []*Isolate {
	var out []*Isolate
	for ; o != nil; o = o.Around {
		out = append(out, o)
	}
	slices.Reverse(out)
	return out
}

// lang is the language tag of a span; empty where none is told.
func (p *Span) lang() string {
	for e := p.Elem; e != nil; e = e.Parent {
		if e.Lang != "" {
			return e.Lang
		}
	}
	return ""
}

// A Run is a piece of a span on one line. X is from the start of the line.
type Run struct {
	Span *Span // what it is a piece of
	font.Item
	Text     string         // in the order of reading
	RTL      bool           // it runs from right to left
	Clusters []font.Cluster // from left to right; nil: rune by rune in one of the report's own faces
	X, Width float64        // Width without spaces at the end
}

// A Line is a line of text: its runs in the order of reading.
type Line struct {
	Runs  []Run   // in the order of reading
	Width float64 // without spaces at the end
	Left  float64 // where it begins for the eye: not 0 in a paragraph from right to left
}
