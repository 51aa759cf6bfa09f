// Package font knows the widths, coverage and kerning of the embedded fonts.
package font

// A Set is the faces of a report.
type Set struct {
	Regular, Bold, Italic, Hangul *Face
}

// A Face is one embedded font.
type Face struct{}
