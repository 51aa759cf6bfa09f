package text

import (
	"math"

	"sitrep/report/font"
)

// Metrics measures and breaks text in the embedded fonts. It is for one
// goroutine.
type Metrics struct {
	faces [None]*font.Face
	split splitter
}

// NewMetrics returns metrics of those fonts.
func NewMetrics(s *font.Set) *Metrics {
	return &Metrics{faces: [None]*font.Face{Regular: s.Regular, Bold: s.Bold, Italic: s.Italic, Hangul: s.Hangul}}
}

// Face returns the font of a face.
func (m *Metrics) Face(f Face) *font.Face { return m.faces[f] }

// Width returns how long text is, with the kerning that shows, in points.
func (m *Metrics) Width(f Face, text string, size float64) float64 {
	face, total, last := m.faces[f], 0, rune(0)
	for _, r := range text {
		total += face.Advance(r) + Kern(face, last, r, size)
		last = r
	}
	return float64(total) * size / 1000
}

// Kern is how far b moves when it follows a, in thousandths of an em: nothing
// where it would not show, which is most pairs in small text.
func Kern(f *font.Face, a, b rune, size float64) int {
	const shows = 200 // thousandths of a point
	if k := f.Kern(a, b); math.Abs(float64(k)*size) >= shows {
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
	f := m.faces[p.face]
	for i, r := range p.text {
		total += f.Advance(r) + Kern(f, last, r, p.span.Style.Size)
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
