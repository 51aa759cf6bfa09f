package page

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/jung-kurt/gofpdf"

	"sitrep/report/chart"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// A Painting is what came of painting pages.
type Painting struct {
	// Raw is the file as gofpdf wrote it, page streams uncompressed. The pages
	// call a font F0, F1 … by its [text.Face]; its BaseFont is utf8f0, utf8f1 ….
	// The archive puts the two together: gofpdf's own names are hashes.
	Raw []byte
	// Annotations are in order of pages and reading; the index of one is the
	// link's number in the tree.
	Annotations []Annotation
	Used        [text.None][]rune // by face, sorted
}

// Paint paints pages of that size, and fills tree with what stands on them.
func Paint(pages []*Page, size Size, m *text.Metrics, t *theme.Theme, tree *tag.Tree) (*Painting, error) {
	p := &painter{metrics: m, theme: t, tree: tree, size: size, result: &Painting{}}
	p.start()
	for i, pg := range pages {
		p.page(i, pg)
	}
	return p.finish()
}

// A painter is the only user of gofpdf: it makes pages, and embeds the fonts
// cut to the runes that were used.
type painter struct {
	metrics *text.Metrics
	theme   *theme.Theme
	tree    *tag.Tree
	size    Size
	streams [][]byte
	used    [text.None]map[rune]bool
	result  *Painting
}

func (p *painter) start() {
	for f := range p.used {
		p.used[f] = map[rune]bool{}
	}
}

// color returns a colour of the theme's light look; unknown tokens are black.
func (p *painter) color(k theme.Token) theme.Color {
	if c, ok := labelColor(k); ok {
		return c
	}
	return p.theme.Light[k]
}

func (p *painter) page(i int, pg *Page) {
	c := &content{p: p, page: i, height: p.size.Height, size: -1}
	c.out = make([]byte, 0, 8192)
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
	p.streams = append(p.streams, c.out)
}

func (p *painter) item(c *content, it *Item) {
	switch {
	case it.Scene != nil:
		it.Elem.BBox = [4]float64{it.X, c.height - it.Y - it.Scene.Height, it.X + it.Scene.Width, c.height - it.Y}
		c.begin(it.Elem, it.Kind)
		c.scene(it)
	case it.Run != nil:
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
	c.show(it.Run.Face, st.Size, it.X, y, it.Run.Text)
	if l := it.Run.Span.Link; l != nil && it.Elem != nil {
		f := c.p.metrics.Face(st.Face)
		low, high := st.Size*float64(f.Descent)/1000, st.Size*float64(f.Ascent)/1000
		c.p.link(c.page, l, [4]float64{it.X, y + low, it.X + it.Run.Width, y + high})
	}
}

// link notes an annotation; pieces of one link on one line are one annotation.
func (p *painter) link(page int, l *text.Link, r [4]float64) {
	all := p.result.Annotations
	if n := len(all); n > 0 && all[n-1].Link == l && all[n-1].Page == page && all[n-1].Rect[1] == r[1] {
		all[n-1].Rect[2] = r[2]
		return
	}
	p.tree.Annotate(page, len(all), l.Elem)
	p.result.Annotations = append(all, Annotation{page, r, l})
}

// scene draws a chart: its paths as vectors, its words as text.
func (c *content) scene(it *Item) {
	c.op("q")
	fill, stroke, face, size := c.fill, c.stroke, c.face, c.size
	for _, s := range it.Scene.Shapes {
		switch s := s.(type) {
		case *chart.Path:
			c.path(s, it.X, it.Y)
		case *chart.Text:
			c.label(s, it)
		}
	}
	c.op("Q")
	c.fill, c.stroke, c.face, c.size = fill, stroke, face, size
}

func (c *content) label(t *chart.Text, it *Item) {
	face := text.Regular
	switch {
	case t.Bold:
		face = text.Bold
	case t.Italic:
		face = text.Italic
	}
	runs := c.p.metrics.Runs(face, t.S)
	x := it.X + t.X
	width := 0.0
	for _, r := range runs {
		width += c.p.metrics.Width(r.Face, r.Text, t.Size)
	}
	switch t.Anchor {
	case chart.Middle:
		x -= width / 2
	case chart.End:
		x -= width
	}
	c.setFill(c.p.color(t.Color))
	for _, r := range runs {
		c.show(r.Face, t.Size, x, c.height-it.Y-t.Y, r.Text)
		x += c.p.metrics.Width(r.Face, r.Text, t.Size)
	}
}

// finish hands the streams to gofpdf and lets it write the file.
func (p *painter) finish() (*Painting, error) {
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: p.size.Width, Ht: p.size.Height}})
	f.SetCompression(false)
	f.SetCatalogSort(true)
	f.SetCreationDate(time.Unix(0, 0).UTC()) // replaced by the archive
	f.SetModificationDate(time.Unix(0, 0).UTC())
	f.SetAutoPageBreak(false, 0)
	f.SetMargins(0, 0, 0)
	p.embed(f)
	for _, s := range p.streams {
		f.AddPage()
		f.RawWriteBuf(bytes.NewReader(s))
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		return nil, fmt.Errorf("gofpdf: %w", err)
	}
	p.result.Raw = out.Bytes()
	return p.result, nil
}

// embed adds the fonts that were used, and registers their runes by drawing
// them in a template that no page uses.
func (p *painter) embed(f *gofpdf.Fpdf) {
	for face, used := range p.used {
		if len(used) == 0 {
			continue
		}
		family := "f" + strconv.Itoa(face)
		f.AddUTF8FontFromBytes(family, "", p.metrics.Face(text.Face(face)).TrueType())
		runes := slices.Sorted(maps.Keys(used))
		p.result.Used[face] = runes
		f.CreateTemplate(func(t *gofpdf.Tpl) {
			t.SetFont(family, "", 10)
			t.Text(0, 0, string(runes))
		})
	}
}
