package flow

import (
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// A block style is how a run of lines is set. Lengths are points.
type style struct {
	text.Style
	leading float64
}

func set(face text.Face, size, leading float64, color theme.Token) style {
	return style{text.Style{Face: face, Size: size, Color: color}, leading}
}

// The styles: one family, few sizes, one accent.
func titleStyle() style    { return set(text.Bold, 25, 30, theme.Ink) }
func subtitleStyle() style { return set(text.Regular, 13, 18, theme.Muted) }
func entryLabel() style    { return set(text.Regular, 7.8, 11, theme.Muted) }
func entryValue() style    { return set(text.Bold, 8.6, 12, theme.Ink) }
func bodyStyle() style     { return set(text.Regular, 10, 14.6, theme.Ink) }
func captionStyle() style  { return set(text.Bold, 10, 13.6, theme.Ink) }
func labelStyle() style    { return set(text.Bold, 8.2, 12, theme.Accent) }
func subStyle() style      { return set(text.Regular, 8.8, 12, theme.Muted) }
func smallStyle() style    { return set(text.Regular, 8, 11, theme.Muted) }
func noteStyle() style     { return set(text.Regular, 7.4, 9.3, theme.Ink) }
func cellStyle() style     { return set(text.Regular, 8.6, 11.8, theme.Ink) }
func headStyle() style     { return set(text.Bold, 8, 10.6, theme.Muted) }
func runningStyle() style  { return set(text.Regular, 7.8, 10, theme.Muted) }

// headingStyle returns the style of a section's title, and the space above and below.
func headingStyle(level int) (s style, above, below float64) {
	switch level {
	case 1:
		return set(text.Bold, 16, 20.5, theme.Ink), 27, 7
	case 2:
		return set(text.Bold, 12.2, 16, theme.Ink), 20, 4.5
	case 3:
		return set(text.Bold, 10.4, 14.6, theme.Ink), 15, 3
	}
	return set(text.Italic, 10.2, 14.6, theme.Ink), 13, 2
}

// Spaces between blocks.
const (
	paragraphGap = 7.5
	itemGap      = 3
	blockGap     = 15
	afterFigure  = blockGap + 4
	indent       = 17
	maxIndents   = 6 // deeper nesting is not moved further right
)

// columnGutter is the room between two columns.
const columnGutter = 20

// column is the width of one of two columns.
func (g geometry) column() float64 { return (g.width - columnGutter) / 2 }

// geometry is where things stand on a sheet.
type geometry struct {
	size          page.Size
	left, width   float64
	top, bottom   float64 // of the text
	header, below float64 // centre lines of header and footer
}

func geometryOf(size page.Size) geometry {
	const side, head, foot = 66, 76, 74
	return geometry{size: size, left: side, width: size.Width - 2*side, top: head, bottom: size.Height - foot,
		header: 40, below: size.Height - 40}
}
