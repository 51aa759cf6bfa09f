package html

import (
	"math"
	"strconv"

	"sitrep/report/chart"
	"sitrep/report/theme"
)

// Sizes of a picture's text that need not be told: the one most used.
const commonSize = 7.5

// picture writes a scene as SVG inside the page: shapes bear classes for the
// theme's colours, which follow the reader's scheme.
//
// Why not with [chart.Scene.SVG], which writes figures that stand alone: a
// picture in the page is read at one size, so its paths go from point to point
// in whole tenths of a point, which makes the figures of a briefing, maps above
// all, a third lighter.
func (p *page) picture(s *chart.Scene, alt string) {
	p.open("svg", "viewBox", "0 0 "+decimal(s.Width)+" "+decimal(s.Height), "role", "img", "aria-label", alt,
		"fill", "none", "font-size", decimal(commonSize))
	owner := ""
	for _, shape := range s.Shapes {
		if o := chart.Owner(shape); o != owner {
			if owner != "" {
				p.close("g")
			}
			if o != "" {
				p.open("g", "data-id", o)
			}
			owner = o
		}
		switch shape := shape.(type) {
		case *chart.Path:
			p.path(shape)
		case *chart.Text:
			p.line(shape)
		}
	}
	if owner != "" {
		p.close("g")
	}
	p.close("svg")
	p.raw("\n")
}

func (p *page) path(s *chart.Path) {
	width, dash := "", ""
	if s.Stroke != "" {
		width = decimal(s.Width)
	}
	for i, d := range s.Dash {
		if i > 0 {
			dash += " "
		}
		dash += decimal(d)
	}
	p.open("path", "class", paints(s.Fill, s.Stroke), "stroke-width", width, "stroke-dasharray", dash, "d", steps(s.Segments))
	p.b = append(p.b[:len(p.b)-1], "/>"...)
}

func (p *page) line(t *chart.Text) {
	size, weight, slant, anchor := "", "", "", ""
	if t.Size != commonSize {
		size = decimal(t.Size)
	}
	if t.Bold {
		weight = "600"
	}
	if t.Italic {
		slant = "italic"
	}
	switch t.Anchor {
	case chart.Middle:
		anchor = "middle"
	case chart.End:
		anchor = "end"
	}
	p.element("text", t.S, "class", paints(t.Color, ""), "x", decimal(t.X), "y", decimal(t.Y), "font-size", size,
		"font-weight", weight, "font-style", slant, "text-anchor", anchor)
}

// paints names the classes of [chart.StyleRules] for a filling and a stroke.
func paints(fill, stroke theme.Token) string {
	classes := ""
	if fill != "" {
		classes = "f-" + string(fill)
	}
	if stroke != "" {
		classes = join(" ", classes, "s-"+string(stroke))
	}
	return classes
}

// steps writes an outline as relative steps in tenths of a point. Every step
// goes from where the pen truly is, so that roundings do not add up.
func steps(segments []chart.Segment) string {
	var b []byte
	var at, start [2]int // the pen, and where the outline began, in tenths
	tenths := func(v float64) int { return int(math.Round(v * 10)) }
	op := byte(0)
	for _, s := range segments {
		if s.Op == 'Z' {
			b, at, op = append(b, 'z'), start, 0
			continue
		}
		if lower := s.Op | 0x20; lower != op {
			op = lower
			b = append(b, op)
		}
		var to [2]int
		for i := 0; i+1 < len(s.Points); i += 2 {
			to = [2]int{tenths(s.Points[i]), tenths(s.Points[i+1])}
			b = tenth(tenth(b, to[0]-at[0]), to[1]-at[1])
		}
		if at = to; s.Op == 'M' {
			start, op = at, 0
		}
	}
	return string(b)
}

// tenth appends a number of tenths as a decimal number, apart from a number before it.
func tenth(b []byte, n int) []byte {
	if n < 0 {
		b, n = append(b, '-'), -n
	} else if c := b[len(b)-1]; c >= '0' && c <= '9' {
		b = append(b, ' ')
	}
	if n >= 10 || n == 0 {
		b = strconv.AppendInt(b, int64(n/10), 10)
	}
	if n%10 != 0 {
		b = append(b, '.', byte('0'+n%10))
	}
	return b
}

func decimal(v float64) string {
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}
