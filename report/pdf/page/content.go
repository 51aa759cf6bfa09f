package page

import (
	"math"
	"slices"
	"strconv"
	"unicode/utf8"

	"sitrep/report/chart"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// A content is the content stream of one page (ISO 32000-1, 8 and 9). Colours
// and fonts are written only when they change; text that follows text is of one
// text object, each piece placed from the one before it.
type content struct {
	p      *painter
	page   int
	height float64
	out    []byte
	open   *tag.Element // whose marked content is open
	mark   marking      // what is open
	fill   theme.Color
	stroke theme.Color
	face   int
	size   float64
	width  float64   // of lines; 0: not set
	dash   []float64 // of lines
	text   bool      // a text object is open
	thick  bool      // letters are drawn with their edges
	x, y   float64   // where its last piece begins
}

// A marking says what marked content is open: none, an element's, or an artifact.
type marking uint8

const (
	unmarked marking = iota
	tagged
	artifact
)

// number writes v with at most two decimals.
func (c *content) number(v float64) {
	n := int64(math.Round(Round(v, 100) * 100))
	if n < 0 {
		c.out = append(c.out, '-')
		n = -n
	}
	if n >= 100 || n == 0 {
		c.out = strconv.AppendInt(c.out, n/100, 10)
	}
	if f := n % 100; f != 0 {
		c.out = append(c.out, '.', byte('0'+f/10))
		if f%10 != 0 {
			c.out = append(c.out, byte('0'+f%10))
		}
	}
	c.out = append(c.out, ' ')
}

func (c *content) op(name string, args ...float64) {
	for _, a := range args {
		c.number(a)
	}
	c.out = append(c.out, name...)
	c.out = append(c.out, '\n')
}

// begin opens the marked content of e: the one door to a page. What belongs to
// no element is an artifact, so that no content is ever unmarked (ISO 14289-1, 7.1).
func (c *content) begin(e *tag.Element, kind Artifact) {
	if e != nil && c.mark == tagged && c.open == e {
		return
	}
	if e == nil && c.mark == artifact && kind == Layout {
		return
	}
	c.end()
	if e == nil {
		c.out = append(c.out, kind.operator()...)
		c.mark = artifact
		if kind != Layout {
			c.mark = tagged // not to be shared with other artifacts
		}
		return
	}
	c.out = append(c.out, '/')
	c.out = append(c.out, e.Role...)
	c.out = append(c.out, " <</MCID "...)
	c.out = strconv.AppendInt(c.out, int64(c.p.tree.Mark(c.page, e)), 10)
	c.out = append(c.out, ">> BDC\n"...)
	c.open, c.mark = e, tagged
}

// operator opens an artifact: headers and footers are of pagination (ISO 32000-1, table 330).
func (a Artifact) operator() string {
	switch a {
	case Header:
		return "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n"
	case Footer:
		return "/Artifact <</Type /Pagination /Subtype /Footer>> BDC\n"
	}
	return "/Artifact BMC\n"
}

func (c *content) end() {
	if c.mark != unmarked {
		c.out = append(c.out, "EMC\n"...)
	}
	c.open, c.mark = nil, unmarked
}

func (c *content) setFill(k theme.Color) {
	if k != c.fill {
		c.fill = k
		c.op("rg", channel(k.R), channel(k.G), channel(k.B))
	}
}

func (c *content) setStroke(k theme.Color) {
	if k != c.stroke {
		c.stroke = k
		c.op("RG", channel(k.R), channel(k.G), channel(k.B))
	}
}

func channel(v uint8) float64 { return float64(v) / 255 }

func (c *content) box(b Box) {
	c.endText()
	c.setFill(c.p.color(b.Fill))
	c.op("re", b.X, c.height-b.Y-b.H, b.W, b.H)
	c.op("f")
}

// beginText opens a text object, if none is open: outside marked content, so that
// it may hold several pieces of it (ISO 32000-1, 14.6.1).
func (c *content) beginText() {
	if !c.text {
		c.end()
		c.openText()
	}
}

func (c *content) openText() {
	if !c.text {
		c.out = append(c.out, "BT\n"...)
		c.text, c.x, c.y = true, 0, 0
	}
}

func (c *content) endText() {
	if c.text {
		c.out = append(c.out, "ET\n"...)
		c.text = false
	}
}

// show draws a run with its start at x, y (page space, to a tenth of a point), kerned.
func (c *content) show(r *text.Run, size, x, y float64) {
	c.openText()
	f := c.p.font(r.Face)
	if f.Number != c.face || size != c.size {
		c.face, c.size = f.Number, size
		c.out = append(c.out, '/', 'F')
		c.out = strconv.AppendInt(c.out, int64(f.Number), 10)
		c.out = append(c.out, ' ')
		c.number(size)
		c.out = append(c.out, "Tf "...)
	}
	c.thicken(r.Thicken, size)
	x, y = Round(x, 10), Round(y, 10)
	c.number(x - c.x)
	c.number(y - c.y)
	c.x, c.y = x, y
	c.out = append(c.out, "Td "...)
	from := len(c.out)
	kerns := 0
	if r.Clusters == nil {
		kerns = c.letters(f, r)
	} else {
		kerns = c.clusters(f, r)
	}
	if kerns == 0 {
		c.out = append(c.out, "Tj\n"...)
		return
	}
	c.out = append(slices.Insert(c.out, from, '['), "]TJ\n"...)
}

// thicken makes letters bold that have no bold cut: their edges are drawn as well (ISO 32000-1, 9.3.6).
func (c *content) thicken(on bool, size float64) {
	switch {
	case on:
		c.setStroke(c.fill)
		c.pen(size*0.03, nil)
		c.out = append(c.out, "2 Tr "...)
	case c.thick:
		c.out = append(c.out, "0 Tr "...)
	}
	c.thick = on
}

// letters writes a run rune by rune in the font that is set: codes with the kerning between them
// (ISO 32000-1, 9.4.3). It returns how often that is.
func (c *content) letters(f *Font, r *text.Run) (kerns int) {
	last := rune(0)
	style := r.Span.Style.Face
	c.out = append(c.out, '(')
	for _, v := range r.Text {
		if k := c.p.metrics.Kern(style, last, v, c.size); k != 0 && last != 0 {
			kerns++
			c.kern(k)
		}
		last = v
		c.code(f.letter(r.Face, v))
	}
	c.out = append(c.out, ')')
	return kerns
}

// clusters writes clusters in the font that is set. What they move the pen beyond the width of their glyphs is kerning.
//
// A cluster of several runes is its glyph with the code of the first, and a code without ink for each of the others:
// readers then find the runes one by one, in the order of reading, or from left to right where that is the reverse.
func (c *content) clusters(f *Font, r *text.Run) (kerns int) {
	c.out = append(c.out, '(')
	var codes, widths []int // of one cluster
	for i := range r.Clusters {
		k := &r.Clusters[i]
		first, n := utf8.DecodeRuneInString(k.Text)
		move := 0
		widths = f.shares(k, widths[:0])
		codes = append(codes[:0], 0)
		codes[0], move = f.cluster(r.Face, first, k, widths[0])
		for _, v := range k.Text[n:] {
			codes = append(codes, f.silent(v, widths[len(codes)]))
		}
		if r.RTL {
			slices.Reverse(codes)
		}
		for _, v := range codes {
			c.code(v)
		}
		if i < len(r.Clusters)-1 && math.Abs(float64(move)*c.size) >= 200 {
			kerns++
			c.kern(move)
		}
	}
	c.out = append(c.out, ')')
	return kerns
}

// kern moves the pen between two strings, by thousandths of an em to the right.
func (c *content) kern(k int) {
	c.out = append(c.out, ')')
	c.out = strconv.AppendInt(c.out, int64(-k), 10)
	c.out = append(c.out, '(')
}

// code writes a code of one byte or two.
func (c *content) code(n int) {
	if n > 0xff {
		c.byte(byte(n >> 8))
	}
	c.byte(byte(n))
}

// byte writes one byte of a literal string (ISO 32000-1, 7.3.4.2).
func (c *content) byte(b byte) {
	switch b {
	case '(', ')', '\\':
		c.out = append(c.out, '\\', b)
	case '\r':
		c.out = append(c.out, '\\', 'r')
	default:
		c.out = append(c.out, b)
	}
}

// path draws a path of a scene whose top left corner is at x, y.
func (c *content) path(p *chart.Path, x, y float64) {
	if p.Fill == "" && p.Stroke == "" {
		return
	}
	c.endText()
	if p.Fill != "" {
		c.setFill(c.p.color(p.Fill))
	}
	if p.Stroke != "" {
		c.setStroke(c.p.color(p.Stroke))
	}
	if len(p.Segments) > long {
		c.coast(p, x, y)
		return
	}
	if p.Stroke != "" {
		c.pen(p.Width, p.Dash)
	}
	c.outline(p.Segments, x, y, 1)
	c.paint(p)
}

// paint fills and strokes the path that has been written.
func (c *content) paint(p *chart.Path) {
	switch {
	case p.Fill != "" && p.Stroke != "":
		c.op("B")
	case p.Fill != "":
		c.op("f")
	default:
		c.op("S")
	}
}

// operator is the path operator of a segment (ISO 32000-1, table 59).
func operator(op byte) string {
	switch op {
	case 'M':
		return "m"
	case 'L':
		return "l"
	case 'C':
		return "c"
	}
	return "h"
}

// pen sets the width and the dashes of lines, where they change.
func (c *content) pen(width float64, d []float64) {
	if width != c.width {
		c.width = width
		c.op("w", width)
	}
	if slices.Equal(d, c.dash) {
		return
	}
	c.dash = d
	c.out = append(c.out, '[')
	for _, v := range d {
		c.number(v)
	}
	c.out = append(c.out, "] 0 d\n"...)
}
