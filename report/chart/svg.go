package chart

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"sitrep/report/font"
	"sitrep/report/sanitize"
	"sitrep/report/theme"
)

// SVGOptions says how a scene is written.
type SVGOptions struct {
	Theme *theme.Theme // the colours
	Dark  bool         // the theme's dark colours
	Title string       // spoken name; may be empty
	Desc  string       // the alt text
	Style string       // a style sheet to put inside, such as @font-face rules
	// Outline draws text as paths in these fonts, for programs that read no
	// fonts from a picture. Nil: text is text.
	Outline *font.Set
}

// FontFamily is the list of families of a figure that stands alone.
const FontFamily = "Inter, 'Noto Sans KR', 'Helvetica Neue', Arial, sans-serif"

// SVG writes the scene as an SVG 1.1 image that stands alone; lengths are in points.
// No style attribute and no script is written, and no id but those of outlined letters.
func (s *Scene) SVG(o SVGOptions) []byte {
	w := &svgWriter{o: o, colors: o.Theme.Light}
	if o.Dark {
		w.colors = o.Theme.Dark
	}
	w.shapes(s.Shapes)
	body := w.b
	w.b = bytes.Buffer{}
	w.open(s)
	if w.outlines > 0 {
		fmt.Fprintf(&w.b, "<defs>\n%s</defs>\n", w.defs.Bytes())
	}
	w.b.Write(body.Bytes())
	w.b.WriteString("</svg>\n")
	return w.b.Bytes()
}

type svgWriter struct {
	b      bytes.Buffer
	o      SVGOptions
	colors map[theme.Token]theme.Color

	letters  map[letter]int // the numbers of the letters that were outlined
	outlines int
	defs     bytes.Buffer // their outlines
}

func (w *svgWriter) open(s *Scene) {
	width, height := number(s.Width), number(s.Height)
	links := ""
	if w.outlines > 0 {
		links = ` xmlns:xlink="http://www.w3.org/1999/xlink"`
	}
	fmt.Fprintf(&w.b, `<svg xmlns="http://www.w3.org/2000/svg"%s viewBox="0 0 %s %s" role="img"`, links, width, height)
	fmt.Fprintf(&w.b, ` width="%spt" height="%spt" font-family="%s">`+"\n", width, height, FontFamily)
	w.element("title", w.o.Title)
	w.element("desc", w.o.Desc)
	w.element("style", w.o.Style)
	fmt.Fprintf(&w.b, `<rect width="%s" height="%s" fill="%s"/>`+"\n", width, height, w.colors[theme.Paper])
}

func (w *svgWriter) element(name, text string) {
	if text != "" {
		fmt.Fprintf(&w.b, "<%s>%s</%s>\n", name, escape(text), name)
	}
}

// shapes writes them in order; those of one owner that follow each other form a group.
func (w *svgWriter) shapes(shapes []Shape) {
	owner := ""
	for _, sh := range shapes {
		if o := Owner(sh); o != owner {
			if owner != "" {
				w.b.WriteString("</g>\n")
			}
			if o != "" {
				fmt.Fprintf(&w.b, `<g data-id="%s">`+"\n", escape(o))
			}
			owner = o
		}
		switch sh := sh.(type) {
		case *Path:
			w.path(sh)
		case *Text:
			w.text(sh)
		}
	}
	if owner != "" {
		w.b.WriteString("</g>\n")
	}
}

// Owner returns the id of the row, event or flow that a shape belongs to.
func Owner(s Shape) string {
	switch s := s.(type) {
	case *Path:
		return s.Owner
	case *Text:
		return s.Owner
	}
	return ""
}

func (w *svgWriter) path(p *Path) {
	w.b.WriteString(`<path d="`)
	for _, g := range p.Segments {
		w.b.WriteByte(g.Op)
		for i, v := range g.Points {
			if i > 0 {
				w.b.WriteByte(' ')
			}
			w.b.WriteString(number(v))
		}
	}
	w.b.WriteByte('"')
	w.paint(p.Fill, p.Stroke)
	if p.Stroke != "" {
		fmt.Fprintf(&w.b, ` stroke-width="%s"`, number(p.Width))
	}
	for i, d := range p.Dash {
		w.b.WriteString([]string{` stroke-dasharray="`, " "}[min(i, 1)] + number(d))
	}
	if len(p.Dash) > 0 {
		w.b.WriteByte('"')
	}
	w.b.WriteString("/>\n")
}

// paint writes colours.
func (w *svgWriter) paint(fill, stroke theme.Token) {
	if fill == "" {
		w.b.WriteString(` fill="none"`)
	} else {
		fmt.Fprintf(&w.b, ` fill="%s"`, w.color(fill))
	}
	if stroke != "" {
		fmt.Fprintf(&w.b, ` stroke="%s"`, w.color(stroke))
	}
}

func (w *svgWriter) color(k theme.Token) theme.Color {
	if c, ok := theme.LabelColor(k); ok {
		return c
	}
	return w.colors[k]
}

var anchors = [...]string{"", ` text-anchor="middle"`, ` text-anchor="end"`}

func (w *svgWriter) text(t *Text) {
	if w.o.Outline != nil {
		w.outline(t)
		return
	}
	fmt.Fprintf(&w.b, `<text x="%s" y="%s" font-size="%s"%s`, number(t.X), number(t.Y), number(t.Size), anchors[t.Anchor])
	if t.Bold {
		w.b.WriteString(` font-weight="600"`)
	}
	if t.Italic {
		w.b.WriteString(` font-style="italic"`)
	}
	w.paint(t.Color, "")
	fmt.Fprintf(&w.b, ">%s</text>\n", escape(t.S))
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// escape writes text for XML 1.0: what it does not allow (2.2) is not in what [sanitize.Text] returns.
func escape(s string) string {
	var b strings.Builder
	for _, r := range sanitize.Text(s) {
		switch {
		case r == '&':
			b.WriteString("&amp;")
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '"':
			b.WriteString("&quot;")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
