package page

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/jung-kurt/gofpdf"

	"sitrep/report/chart"
	"sitrep/report/font"
	"sitrep/report/pdf/compressor"
	"sitrep/report/pdf/picture"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// A Painting is what came of painting pages.
type Painting struct {
	// Raw is the file as gofpdf wrote it, page streams uncompressed and without fonts.
	Raw []byte
	// Streams are the contents of the pages, which Raw holds too, on their way
	// through the compressor.
	Streams []*compressor.Stream
	// Compressor is at work on them, and takes more. It must be closed.
	Compressor *compressor.Compressor
	// Annotations are in order of pages and reading; the index of one is the
	// link's number in the tree.
	Annotations []Annotation
	// Fonts are those that the pages use, as F0, F1 … in this order.
	Fonts []*Font
	// Pictures are those that the pages show, each once, as I0, I1 … in this order.
	Pictures []*picture.Picture
}

// Paint paints pages of that size, and fills tree with what stands on them.
func Paint(pages []*Page, size Size, fonts *font.Set, t *theme.Theme, tree *tag.Tree) (*Painting, error) {
	p := &painter{metrics: text.NewMetrics(fonts), set: fonts, theme: t, tree: tree, size: size, result: &Painting{},
		fonts: map[*font.Face]*Font{}, pictures: map[[sha256.Size]byte]int{}}
	p.result.Compressor = compressor.New()
	for i, pg := range pages {
		p.result.Streams = append(p.result.Streams, p.result.Compressor.Put(p.page(i, pg)))
	}
	return p.finish()
}

// A painter writes the content of pages.
type painter struct {
	metrics *text.Metrics
	theme   *theme.Theme
	tree    *tag.Tree
	size    Size
	set     *font.Set
	fonts   map[*font.Face]*Font
	// pictures are the numbers of the pictures by what is to be seen.
	pictures map[[sha256.Size]byte]int
	result   *Painting
}

// color returns a colour of the theme's light look; unknown tokens are black.
func (p *painter) color(k theme.Token) theme.Color {
	if c, ok := theme.LabelColor(k); ok {
		return c
	}
	return p.theme.Light[k]
}

// page returns the content of a page.
func (p *painter) page(i int, pg *Page) []byte {
	c := &content{p: p, page: i, height: p.size.Height, size: -1}
	c.out = make([]byte, 0, 32<<10)
	c.op("J", 0)
	c.op("rg", 0, 0, 0)
	c.op("RG", 0, 0, 0)
	if len(pg.Boxes) > 0 {
		c.begin(nil, Layout)
		for _, b := range pg.Boxes {
			c.box(b)
		}
	}
	for k := range pg.Items {
		p.item(c, &pg.Items[k])
	}
	c.end()
	c.endText()
	return c.out
}

func (p *painter) item(c *content, it *Item) {
	switch {
	case it.Scene != nil:
		if it.Elem != nil {
			it.Elem.BBox = [4]float64{it.X, c.height - it.Y - it.Scene.Height, it.X + it.Scene.Width, c.height - it.Y}
		}
		c.end()
		c.endText()
		c.begin(it.Elem, it.Kind)
		c.scene(it)
	case it.Picture != nil:
		c.end()
		c.endText()
		c.begin(it.Elem, it.Kind)
		c.picture(it)
	case it.Run != nil:
		c.beginText()
		c.begin(it.Elem, it.Kind)
		c.run(it)
	default:
		p.tree.Join(it.Elem)
	}
}

// run draws a run of text and notes where its link is.
func (c *content) run(it *Item) {
	st := &it.Run.Span.Style
	color := c.p.color(st.Color)
	c.setFill(color)
	y := c.height - it.Y + st.Rise
	c.show(it.Run, st.Size, it.X, y)
	if l := it.Run.Span.Link; l != nil && it.Elem != nil {
		f := c.p.metrics.Face(st.Face)
		low, high := st.Size*float64(f.Descent)/1000, st.Size*float64(f.Ascent)/1000
		c.p.link(c.page, l, [4]float64{it.X, y + low, it.X + max(it.Run.Width, 1), y + high}) // marks alone have no width
	}
}

// link notes an annotation. Pieces of one link on one line are one annotation;
// so are all lines of a link that is a block, and on each page those after the first of any other:
// a long link costs no more for being long.
func (p *painter) link(page int, l *text.Link, r [4]float64) {
	all := p.result.Annotations
	if n := len(all); n > 0 && all[n-1].Link == l && all[n-1].Page == page {
		second := n > 1 && all[n-2].Link == l && all[n-2].Page == page
		if last := &all[n-1]; l.Block || second && last.Rect[1] != r[1] || last.Quads != nil {
			last.extend(r)
			return
		} else if last.Rect[1] == r[1] {
			last.Rect[0], last.Rect[2] = min(last.Rect[0], r[0]), max(last.Rect[2], r[2])
			return
		}
	}
	p.tree.Annotate(page, len(all), l.Elem)
	p.result.Annotations = append(p.result.Annotations, Annotation{Page: page, Rect: r, Link: l})
}

// extend adds a line to an annotation.
func (a *Annotation) extend(r [4]float64) {
	if a.Quads == nil {
		a.Quads = [][4]float64{a.Rect}
	}
	if last := &a.Quads[len(a.Quads)-1]; last[1] == r[1] {
		last[0], last[2] = min(last[0], r[0]), max(last[2], r[2])
	} else {
		a.Quads = append(a.Quads, r)
	}
	a.Rect = [4]float64{min(a.Rect[0], r[0]), min(a.Rect[1], r[1]), max(a.Rect[2], r[2]), max(a.Rect[3], r[3])}
}

// scene draws a chart: its paths as vectors, its words as text.
func (c *content) scene(it *Item) {
	c.op("q")
	before := *c
	c.width, c.dash = 0, nil
	for _, s := range it.Scene.Shapes {
		switch s := s.(type) {
		case *chart.Path:
			c.path(s, it.X, it.Y)
		case *chart.Text:
			c.label(s, it)
		}
	}
	c.endText()
	c.op("Q")
	c.fill, c.stroke, c.face, c.size = before.fill, before.stroke, before.face, before.size
}

func (c *content) label(t *chart.Text, it *Item) {
	face := text.Regular
	switch {
	case t.Bold:
		face = text.Bold
	case t.Italic:
		face = text.Italic
	}
	runs := c.p.set.Line(c.p.metrics.Face(face), t.S, t.Size, c.p.tree.Root.Lang)
	x := it.X + t.X
	width := 0.0
	for i := range runs {
		width += runs[i].Width
	}
	switch t.Anchor {
	case chart.Middle:
		x -= width / 2
	case chart.End:
		x -= width
	}
	c.setFill(c.p.color(t.Color))
	for i := range runs {
		r := &runs[i]
		c.show(&text.Run{Item: r.Item, Text: r.Text, RTL: r.RTL, Clusters: r.Clusters}, t.Size, x, c.height-it.Y-t.Y)
		x += r.Width
	}
}

// finish hands the streams to gofpdf and lets it write the file.
func (p *painter) finish() (*Painting, error) {
	pdf := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: p.size.Width, Ht: p.size.Height}})
	pdf.SetCompression(false)
	pdf.SetCatalogSort(true)
	pdf.SetCreationDate(time.Unix(0, 0).UTC()) // replaced by the archive
	pdf.SetModificationDate(time.Unix(0, 0).UTC())
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	size := 0
	for _, s := range p.result.Streams {
		pdf.AddPage()
		pdf.RawWriteBuf(bytes.NewReader(s.Data))
		size += len(s.Data)
	}
	var out bytes.Buffer
	out.Grow(size + 512*len(p.result.Streams) + 8<<10)
	if err := pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("gofpdf: %w", err)
	}
	p.result.Raw = out.Bytes()
	return p.result, nil
}
