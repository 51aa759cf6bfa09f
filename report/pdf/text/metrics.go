package text

import (
	"unicode/utf8"

	"sitrep/report/font"
)

// Metrics measures and breaks text in the fonts of a report. It is for one goroutine.
type Metrics struct {
	set   *font.Set
	faces [styles]*font.Face
	split splitter
	last  landed // what was asked for last

	// Direction is that of the document's own language; where it is not set, each paragraph has that of most of its letters.
	Direction font.Direction
}

// NewMetrics returns metrics of those fonts.
func NewMetrics(s *font.Set) *Metrics {
	return &Metrics{set: s, faces: [styles]*font.Face{Regular: s.Regular, Bold: s.Bold, Italic: s.Italic}}
}

// Face returns the font of Latin text in a face.
func (m *Metrics) Face(f Face) *font.Face { return m.faces[f] }

// own returns the face that a font is, where it is one of the report's own.
func (m *Metrics) own(f *font.Face) (Face, bool) {
	for i, known := range m.faces {
		if known == f {
			return Face(i), true
		}
	}
	return 0, false
}

// advance is how far r moves the pen, in thousandths of an em.
func (m *Metrics) advance(f Face, r rune) int { return m.faces[f].Advance(r) }

// Width returns how long text is on one line, wanted in a face, in points.
func (m *Metrics) Width(f Face, text string, size float64) float64 {
	if m.simple(f, text) {
		return m.letters(f, text, size)
	}
	total := 0.0
	for _, r := range m.Line(&Span{Text: text, Style: Style{Face: f, Size: size}}).Runs {
		total = max(total, r.X+r.Width)
	}
	return total
}

// simple reports whether every rune of text is a letter of the face itself.
func (m *Metrics) simple(f Face, text string) bool {
	face := m.faces[f]
	for _, r := range text {
		if r >= 0x80 && (r >= 0x300 && r < 0x370 || r > 0x2bff || !face.Covers(r) || r >= 0x483 && r <= 0x489) {
			return false
		}
	}
	return true
}

// letters is the length of text set rune by rune, with the kerning that shows.
func (m *Metrics) letters(f Face, text string, size float64) float64 {
	return float64(m.faces[f].Shown(text, size)) * size / 1000
}

// Kern is how far b moves when it follows a, in thousandths of an em, where that shows.
func (m *Metrics) Kern(f Face, a, b rune, size float64) int { return m.faces[f].ShownKern(a, b, size) }

// next returns how the beginning of text is set that is wanted in a span's face, and how many bytes of it.
func (m *Metrics) next(p *Span, text string) (font.Item, int) {
	if m.simple(p.Style.Face, text) {
		return font.Item{Face: m.faces[p.Style.Face], Plain: true}, len(text)
	}
	if l := &m.last; l.lang != p.lang() || l.text != p.Text {
		*l = landed{p.lang(), p.Text, font.LandOf(p.lang(), p.Text)}
	}
	return m.set.Next(m.faces[p.Style.Face], text, m.last.land)
}

// A landed is a text and the land whose forms its characters have.
type landed struct {
	lang, text string
	land       font.Land
}

// width is the length of an item's text.
func (m *Metrics) width(it font.Item, text string, rtl bool, p *Span) float64 {
	if own, ok := m.own(it.Face); ok && it.Plain && !rtl {
		return m.letters(own, text, p.Style.Size)
	}
	return font.Length(it.Face, m.set.Clusters(it, text, rtl, p.lang())) * p.Style.Size / 1000
}

// fit returns how many bytes of a piece fit into width, cut where nothing that stands together is parted.
func (m *Metrics) fit(p piece, width float64) int {
	units := width * 1000 / p.span.Style.Size
	if own, ok := m.own(p.item.Face); ok && p.item.Plain {
		total, last := 0, rune(0)
		for i, r := range p.text {
			total += m.advance(own, r) + m.Kern(own, last, r, p.span.Style.Size)
			if float64(total) > units {
				return i
			}
			last = r
		}
		return len(p.text)
	}
	for most := shaped; ; most *= 2 {
		begin := p.text[:min(most, len(p.text))]
		for begin != p.text && !utf8.RuneStart(p.text[len(begin)]) {
			begin = begin[:len(begin)-1]
		}
		if n := m.fitShaped(p, begin, units); n <= most/2 || begin == p.text {
			return n
		}
	}
}

// shaped is how many bytes of a long word are shaped to find what fits into a line, at first.
const shaped = 1024

// fitShaped is fit for the beginning of a piece that is to be shaped.
func (m *Metrics) fitShaped(p piece, begin string, units float64) int {
	clusters := m.set.Clusters(p.item, begin, p.level%2 == 1, p.span.lang())
	total, n := 0, 0
	for i := range clusters {
		c := clusters[i]
		if p.level%2 == 1 {
			c = clusters[len(clusters)-1-i]
		}
		if total += p.item.Face.Thousandths(c.Advance); float64(total) > units {
			return n
		}
		n += len(c.Text)
	}
	return len(begin)
}
