package chart

import (
	"sitrep/report/font"
	"sitrep/report/theme"
)

// A Frame is the room a chart is laid out in.
type Frame struct {
	Width     float64      // points
	MaxHeight float64      // points; 0: as high as it needs
	First     float64      // points: how high the first scene may be, where that is less; 0: as high as the others
	Compact   bool         // rows stand as close as their words allow, as on a first page
	Part      bool         // the first page is shown alone, so that the others need not be full
	Loose     float64      // points: how much further apart rows stand than they would; below 0, how much closer
	Whole     bool         // nothing is left out for want of height: what does not yield is higher than MaxHeight
	Theme     *theme.Theme // colours and sizes
	Fonts     *font.Set    // what text is measured with
	Marking   string       // the label that a poster bears, such as "TLP:AMBER"; empty: none
	// Ink and Ground are the colours of the marking.
	Ink, Ground theme.Token
}

// limit is how high the n-th scene may be, counted from 0; 0 is as high as it needs.
func (f Frame) limit(n int) float64 {
	if n == 0 && f.First > 0 {
		return f.First
	}
	return f.MaxHeight
}

// plotStep is how much higher the plot of a trend is for each point that rows would stand further apart.
const plotStep = 10

// pad is the room between rows, given what it usually is: some of it always stays.
func (f Frame) pad(usual float64) float64 { return max(usual+f.Loose, 2) }

// A Scene is a laid-out chart: nothing but paths and texts, in painting order.
// Lengths are points (1/72 inch); the origin is the top left corner, y grows
// downwards. All coordinates are rounded to two decimals.
type Scene struct {
	Width, Height float64 // points
	Shapes        []Shape // in painting order: later ones cover earlier ones
}

// A Shape is a *Path or a *Text.
type Shape interface{ shape() }

// A Path is an outline that is filled, stroked, or both.
type Path struct {
	Segments []Segment   // in the order of drawing
	Fill     theme.Token // empty: not filled
	Stroke   theme.Token // empty: not stroked
	Width    float64     // of the stroke
	Dash     []float64   // on, off, …; empty: solid
	Role     string      // axis, grid, range, dot, bar, whisker, arrow, flow, …; for tests and styles
	Owner    string      // id of the row, event or flow that it belongs to; empty for the frame
}

// A Segment moves the pen: Op is 'M' (move), 'L' (line), 'C' (cubic curve) or
// 'Z' (close). Points are x, y pairs: one for M and L, three for C, none for Z.
type Segment struct {
	Op     byte      // 'M', 'L', 'C' or 'Z'
	Points []float64 // x and y in turn, in points
}

// A Text is one line of text. X, Y is the start, middle or end of its baseline.
type Text struct {
	X, Y   float64     // points
	S      string      // what is written, on one line
	Size   float64     // points
	Bold   bool        // in the semi-bold cut
	Italic bool        // in the italic cut
	Anchor Anchor      // which end of the text stands at X
	Color  theme.Token // a colour of the theme
	Role   string      // label, value, tick, title, statement, …; for tests and styles
	Owner  string      // id of the row, event or flow that it belongs to; empty for the frame
}

// An Anchor says which point of a text X is.
type Anchor int

// The anchors.
const (
	Start Anchor = iota
	Middle
	End
)

func (*Path) shape() {}
func (*Text) shape() {}
