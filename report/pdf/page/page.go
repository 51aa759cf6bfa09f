// Package page holds placed pages and paints them with gofpdf.
//
// A placed page is plain data: boxes behind, runs of text and drawings at their
// places. Painting opens and closes the marked content that ties each of them
// to the structure, so nothing reaches a page but through one door.
package page

import (
	"sitrep/report/chart"
	"sitrep/report/pdf/picture"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// A Size is the width and height of a sheet in points.
type Size struct {
	Width, Height float64 // points
}

// Paper returns the sheet of that name: "a4" (ISO 216; also where empty) or
// "letter" (ANSI/ASME Y14.1).
func Paper(name string) (Size, bool) {
	switch name {
	case "", "a4":
		return Size{595.28, 841.89}, true
	case "letter":
		return Size{612, 792}, true
	}
	return Size{}, false
}

// A Page is one placed page. The origin is the top left corner, y grows
// downwards, lengths are points.
type Page struct {
	Boxes []Box  // behind everything, in painting order; artifacts
	Items []Item // in reading order
}

// A Box is a filled rectangle: a panel, a rule, the ground of a label. It is an
// artifact (ISO 32000-1, 14.8.2.2).
type Box struct {
	X, Y, W, H float64     // points from the top left corner
	Fill       theme.Token // empty: black
}

// An Item is a piece of content. Exactly one of Run, Scene and Picture is set, or
// none: then the element is only put in its place in the structure.
type Item struct {
	X, Y    float64          // of a run its start on the baseline; of a scene or picture its top left corner
	Run     *text.Run        // a line's piece of text
	Scene   *chart.Scene     // a figure
	Picture *picture.Picture // an image
	W, H    float64          // of a picture
	Elem    *tag.Element     // nil: an artifact
	Kind    Artifact         // of an artifact
}

// An Artifact says what an artifact is (ISO 32000-1, 14.8.2.2.2).
type Artifact uint8

// The artifacts. Layout is the zero value.
const (
	Layout Artifact = iota
	Header
	Footer
)

// An Annotation is a link's place on a page.
type Annotation struct {
	Page int        // from 0
	Rect [4]float64 // left, bottom, right, top in page space (y upwards)
	// Quads are the lines of an annotation of several, in the same form.
	Quads [][4]float64
	Link  *text.Link // where it leads
}
