package chart

import (
	"sitrep/report/linebreak"
	"sitrep/report/theme"
)

// The measures of a poster, in points.
const (
	posterMargin = 16.0
	posterGap    = 10.0
	labelPad     = 6.0
)

var (
	titleFace    = face{size: 14, bold: true, color: theme.Ink}
	subtitleFace = face{size: 9.5, color: theme.Muted}
	labelFace    = face{size: 12, bold: true, color: theme.TLPClear}
)

// Poster places the chart as a figure that stands alone, for a slide or a
// message: with margins, title, subtitle, note and source line. It is one
// scene, as high as it needs; the frame's MaxHeight is not read. Titles are
// kept to four lines, subtitles and the note and source to six each.
// The frame's marking stands at the top right.
func (c *Chart) Poster(f Frame) *Scene {
	f.Width = max(f.Width, narrowest+2*posterMargin)
	inner := f.Width - 2*posterMargin
	p := &pen{fonts: f.Fonts}
	y := posterMargin
	p.rect("accent", look{fill: theme.Accent}, posterMargin, y, 26, 3.5)
	p.label(f, f.Width-posterMargin, y)
	y += 3.5 + 6
	paragraph := func(role string, face face, s string, max int) {
		room := inner
		if role == "title" && f.Marking != "" {
			room -= p.measure(labelFace, f.Marking) + 2*labelPad + posterGap
		}
		lines := p.wrap(face, s, room, max)
		if role == "title" {
			lines = p.balanced(face, s, room, lines)
		}
		p.lines(role, face, Start, posterMargin, y, lines)
		y += float64(len(lines)) * face.lead()
	}
	paragraph("title", titleFace, c.Title, 4)
	y += 2
	paragraph("subtitle", subtitleFace, c.Subtitle, 6)
	y += posterGap
	plot := c.Plot.layout(c, Frame{Width: inner, Theme: f.Theme, Fonts: f.Fonts})[0]
	for _, s := range plot.Shapes {
		p.shapes = append(p.shapes, shifted(s, posterMargin, y))
	}
	y += plot.Height + posterGap
	if c.Note != "" {
		paragraph("note", smallFace, c.Language.Say("doc.noteOf", c.Note), 6)
	}
	paragraph("source", smallFace, c.Source, 6)
	return p.scene(f.Width, y+posterMargin-smallLead/2)
}

// balanced breaks s into as many lines as there are, of nearly equal length: a
// title does not end in a line of one word.
func (p *pen) balanced(f face, s string, width float64, lines []string) []string {
	pieces, widths, space := p.pieces(f, s)
	best, most := width, len(lines)
	for narrower := width - 6; narrower > width/2; narrower -= 6 {
		n := linesOf(pieces, widths, space, narrower)
		if n == 0 {
			n = len(p.wrap(f, s, narrower, 0))
		}
		if n > most {
			break
		}
		best, most = narrower, n
	}
	if best == width {
		return lines
	}
	return p.wrap(f, s, best, 0)
}

// linesOf counts the lines that wrap makes of pieces; 0 where one is wider than a line, or empty.
func linesOf(pieces []linebreak.Piece, widths []float64, space, width float64) int {
	n, length := 0, 0.0
	for i, w := range widths {
		between := 0.0
		if pieces[i].Space {
			between = space
		}
		switch {
		case w > width || pieces[i].Text == "":
			return 0
		case n > 0 && length+between+w <= width:
			length = length + between + w // in this order, as wrap adds them
		default:
			n, length = n+1, w
		}
	}
	return n
}

// label writes a marking on its ground, in 12 points or more (FIRST TLP 2.0,
// section 5), with its top right corner at x, y.
func (p *pen) label(frame Frame, x, y float64) {
	if frame.Marking == "" {
		return
	}
	f := labelFace
	f.color = frame.Ink
	w := p.measure(f, frame.Marking)
	p.rect("marking", look{fill: frame.Ground}, x-w-2*labelPad, y, w+2*labelPad, 20)
	p.text("marking", f, Start, x-w-labelPad, y+10+f.size*0.36, frame.Marking)
}

// shifted moves a shape. It may change the shape, which nobody else holds.
func shifted(s Shape, dx, dy float64) Shape {
	switch s := s.(type) {
	case *Path:
		for _, g := range s.Segments {
			for i := 0; i+1 < len(g.Points); i += 2 {
				g.Points[i] += dx
				g.Points[i+1] += dy
			}
		}
	case *Text:
		s.X += dx
		s.Y += dy
	}
	return s
}
