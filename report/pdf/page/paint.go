package page

import (
	"bytes"
	"fmt"
	"math/bits"
	"strconv"
	"time"

	"github.com/jung-kurt/gofpdf"

	"sitrep/report/chart"
	"sitrep/report/font"
	"sitrep/report/pdf/press"
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
	// Streams are the contents of the pages, which Raw holds too, on their way
	// through the press.
	Streams []*press.Sheet
	// Annotations are in order of pages and reading; the index of one is the
	// link's number in the tree.
	Annotations []Annotation
	Used        [text.None][]rune // by face, sorted
	Wide        [text.None][]rune // by face, those above U+00FF, in the order of their codes
}

// An Engine is gofpdf, opened with the fonts that every report needs.
type Engine struct {
	metrics *text.Metrics
	size    Size
	pdf     *gofpdf.Fpdf
	ready   chan struct{} // closed when pdf may be used
}

// Start opens the engine for pages of that size. It returns at once: reading
// fonts takes gofpdf as long as setting a few pages takes us.
func Start(size Size, fonts *font.Set) *Engine {
	e := &Engine{metrics: text.NewMetrics(fonts), size: size, ready: make(chan struct{})}
	go func() {
		defer close(e.ready)
		e.pdf = gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt", Size: gofpdf.SizeType{Wd: size.Width, Ht: size.Height}})
		e.pdf.SetCompression(false)
		e.pdf.SetCatalogSort(true)
		e.pdf.SetCreationDate(time.Unix(0, 0).UTC()) // replaced by the archive
		e.pdf.SetModificationDate(time.Unix(0, 0).UTC())
		e.pdf.SetAutoPageBreak(false, 0)
		e.pdf.SetMargins(0, 0, 0)
		e.add(text.Regular)
		e.add(text.Bold)
	}()
	return e
}

// add gives gofpdf a font; one that it has is left alone.
func (e *Engine) add(f text.Face) {
	e.pdf.AddUTF8FontFromBytes(family(f), "", e.metrics.Face(f).TrueType())
}

func family(f text.Face) string { return "f" + strconv.Itoa(int(f)) }

// Paint paints pages, and fills tree with what stands on them. An engine paints once.
func (e *Engine) Paint(pages []*Page, t *theme.Theme, tree *tag.Tree) (*Painting, error) {
	p := &painter{metrics: e.metrics, theme: t, tree: tree, size: e.size, result: &Painting{}}
	pressed := press.New()
	for i, pg := range pages {
		p.result.Streams = append(p.result.Streams, pressed.Put(p.page(i, pg)))
	}
	pressed.Close()
	<-e.ready
	return p.finish(e)
}

// A painter writes the content of pages.
type painter struct {
	metrics *text.Metrics
	theme   *theme.Theme
	tree    *tag.Tree
	size    Size
	used    [text.None]runes
	wide    [text.None]numbered
	result  *Painting
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
		it.Elem.BBox = [4]float64{it.X, c.height - it.Y - it.Scene.Height, it.X + it.Scene.Width, c.height - it.Y}
		c.end()
		c.endText()
		c.begin(it.Elem, it.Kind)
		c.scene(it)
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
	c.show(it.Run.Face, st.Size, it.X, y, it.Run.Text)
	if l := it.Run.Span.Link; l != nil && it.Elem != nil {
		f := c.p.metrics.Face(st.Face)
		low, high := st.Size*float64(f.Descent)/1000, st.Size*float64(f.Ascent)/1000
		c.p.link(c.page, l, [4]float64{it.X, y + low, it.X + it.Run.Width, y + high})
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
			last.Rect[2] = r[2]
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
		last[2] = r[2]
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
func (p *painter) finish(e *Engine) (*Painting, error) {
	p.embed(e)
	for _, s := range p.result.Streams {
		e.pdf.AddPage()
		e.pdf.RawWriteBuf(bytes.NewReader(s.Data))
	}
	var out bytes.Buffer
	if err := e.pdf.Output(&out); err != nil {
		return nil, fmt.Errorf("gofpdf: %w", err)
	}
	p.result.Raw = out.Bytes()
	return p.result, nil
}

// embed adds the fonts that were used, and registers their runes by drawing
// them in a template that no page uses.
func (p *painter) embed(e *Engine) {
	for f := range p.used {
		face := text.Face(f)
		all := p.used[f].all()
		if p.result.Used[f] = all; len(all) == 0 {
			continue
		}
		p.result.Wide[f] = p.wide[f].order
		e.add(face)
		e.pdf.CreateTemplate(func(t *gofpdf.Tpl) {
			t.SetFont(family(face), "", 10)
			t.Text(0, 0, string(all))
		})
	}
}

// numbered are runes in the order in which they came.
type numbered struct {
	order []rune
	at    map[rune]int
}

// number returns the place of r, which is the next where it is new.
func (n *numbered) number(r rune) int {
	if i, ok := n.at[r]; ok {
		return i
	}
	if n.at == nil {
		n.at = map[rune]int{}
	}
	n.at[r] = len(n.order)
	n.order = append(n.order, r)
	return len(n.order) - 1
}

// runes is a set of runes of the basic plane.
type runes [1 << 10]uint64

func (s *runes) add(r rune) { s[r>>6&0x3ff] |= 1 << (r & 63) }

// all returns the set in order.
func (s *runes) all() []rune {
	var out []rune
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			out = append(out, rune(i<<6+bits.TrailingZeros64(word)))
		}
	}
	return out
}
