package text

import (
	"math"

	"sitrep/report/font"
)

// Metrics measures and breaks text in the embedded fonts. It is for one
// goroutine.
type Metrics struct {
	faces [None]*font.Face
	known [None]*letters
	split splitter
}

// letters remember what a face says of Latin letters (up to U+00FF) and their
// pairs, which a document asks for a hundred thousand times. Zero is not asked
// yet; what was is kept as its value and 1<<14.
type letters struct {
	advance [256]int16
	kern    [256][256]int16
}

const asked = 1 << 14

// NewMetrics returns metrics of those fonts.
func NewMetrics(s *font.Set) *Metrics {
	m := &Metrics{faces: [None]*font.Face{Regular: s.Regular, Bold: s.Bold, Italic: s.Italic, Hangul: s.Hangul}}
	for f := range m.known {
		m.known[f] = &letters{}
	}
	return m
}

// advance is how far r moves the pen, in thousandths of an em.
func (m *Metrics) advance(f Face, r rune) int {
	if r < 0 || r > 0xff {
		return m.faces[f].Advance(r)
	}
	known := &m.known[f].advance[r]
	if *known == 0 {
		v := m.faces[f].Advance(r)
		if v >= asked {
			return v
		}
		*known = int16(v + asked)
	}
	return int(*known) - asked
}

// pair is the kerning of two runes, in thousandths of an em.
func (m *Metrics) pair(f Face, a, b rune) int {
	if a < 0 || b < 0 || a > 0xff || b > 0xff {
		return m.faces[f].Kern(a, b)
	}
	known := &m.known[f].kern[a][b]
	if *known == 0 {
		v := m.faces[f].Kern(a, b)
		if v <= -asked || v >= asked {
			return v
		}
		*known = int16(v + asked)
	}
	return int(*known) - asked
}

// Face returns the font of a face.
func (m *Metrics) Face(f Face) *font.Face { return m.faces[f] }

// Width returns how long text is, with the kerning that shows, in points.
func (m *Metrics) Width(f Face, text string, size float64) float64 {
	total, last := 0, rune(0)
	for _, r := range text {
		total += m.advance(f, r) + m.Kern(f, last, r, size)
		last = r
	}
	return float64(total) * size / 1000
}

// Kern is how far b moves when it follows a, in thousandths of an em: nothing
// where it would not show, which is most pairs in small text.
func (m *Metrics) Kern(f Face, a, b rune, size float64) int {
	const shows = 200 // thousandths of a point
	if k := m.pair(f, a, b); k != 0 && math.Abs(float64(k)*size) >= shows {
		return k
	}
	return 0
}

// FaceFor returns the face that draws r in text wanted in f: f, else Hangul, else None.
func (m *Metrics) FaceFor(f Face, r rune) Face {
	switch {
	case m.faces[f].Covers(r):
		return f
	case m.faces[Hangul].Covers(r):
		return Hangul
	}
	return None
}

// prefix returns the face of the beginning of text and how many bytes stand in it.
func (m *Metrics) prefix(want Face, text string) (Face, int) {
	first := None
	for i, r := range text {
		face := m.FaceFor(want, r)
		if face == None {
			face = want
		}
		if first == None {
			first = face
		}
		if face != first {
			return first, i
		}
	}
	return first, len(text)
}

// fit returns how many bytes of a piece fit into width, cut between runes.
func (m *Metrics) fit(p piece, width float64) int {
	units := width * 1000 / p.span.Style.Size
	total, last := 0, rune(0)
	for i, r := range p.text {
		total += m.advance(p.face, r) + m.Kern(p.face, last, r, p.span.Style.Size)
		if float64(total) > units {
			return i
		}
		last = r
	}
	return len(p.text)
}

// A Piece is a stretch of text in one face.
type Piece struct {
	Face Face
	Text string
}

// Runs splits text wanted in f where the face must change.
func (m *Metrics) Runs(f Face, text string) []Piece {
	var out []Piece
	for text != "" {
		face, n := m.prefix(f, text)
		out = append(out, Piece{face, text[:n]})
		text = text[n:]
	}
	return out
}
