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
// scene, as high as it needs; where the frame has a MaxHeight, it is about so high at the most: the first part of the plot that has room is
// drawn, and a line says so. Titles are kept to four lines, subtitles and the note and source to six each, or to two under a part.
// The frame's marking stands at the top right.
func (c *Chart) Poster(f Frame) *Scene {
	f.Width = max(f.Width, narrowest+2*posterMargin)
	p, inner := &pen{fonts: f.Fonts}, f.Width-2*posterMargin
	y := c.posterHead(p, f, inner)
	in := Frame{Width: inner, Theme: f.Theme, Fonts: f.Fonts, Part: true}
	plot, foot := c.Plot.layout(c, in), c.posterFoot(f, inner, 6, false)
	for n := 0; n < 2 && f.MaxHeight > 0 && y+plot[0].Height+posterGap+foot.Height > f.MaxHeight; n++ {
		foot = c.posterFoot(f, inner, 2, len(plot) > 1)
		in.MaxHeight = max(f.MaxHeight-y-posterGap-foot.Height, 1)
		if plot = c.Plot.layout(c, in); len(plot) > 1 {
			foot = c.posterFoot(f, inner, 2, true)
		}
	}
	for _, part := range []*Scene{plot[0], foot} {
		for _, s := range part.Shapes {
			p.shapes = append(p.shapes, shifted(s, posterMargin, y))
		}
		y += part.Height + posterGap
	}
	return p.scene(f.Width, y-posterGap)
}

// posterHead draws accent, marking, title and subtitle, and returns where the plot begins.
func (c *Chart) posterHead(p *pen, f Frame, inner float64) float64 {
	y := posterMargin
	p.rect("accent", look{fill: theme.Accent}, posterMargin, y, 26, 3.5)
	p.label(f, f.Width-posterMargin, y)
	y += 3.5 + 6
	room := inner
	if f.Marking != "" {
		room -= p.measure(labelFace, f.Marking) + 2*labelPad + posterGap
	}
	title := p.balanced(titleFace, c.Title, room, p.wrap(titleFace, c.Title, room, 4))
	p.lines("title", titleFace, Start, posterMargin, y, title)
	y += float64(len(title))*titleFace.lead() + 2
	subtitle := p.wrap(subtitleFace, c.Subtitle, inner, 6)
	p.lines("subtitle", subtitleFace, Start, posterMargin, y, subtitle)
	return y + float64(len(subtitle))*subtitleFace.lead() + posterGap
}

// posterFoot draws note and source line, of so many lines at the most, and what is said of a plot that is shown in part, with the
// margin below.
func (c *Chart) posterFoot(f Frame, inner float64, most int, part bool) *Scene {
	p, y := &pen{fonts: f.Fonts}, 0.0
	paragraph := func(role, s string) {
		lines := p.wrap(smallFace, s, inner, most)
		p.lines(role, smallFace, Start, 0, y, lines)
		y += float64(len(lines)) * smallFace.lead()
	}
	if part {
		paragraph("note", c.Language.Say("front.partAlone"))
	}
	if c.Note != "" {
		paragraph("note", c.Language.Say("doc.noteOf", c.Note))
	}
	paragraph("source", c.Source)
	return p.scene(inner, y+posterMargin-smallLead/2)
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
