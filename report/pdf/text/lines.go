package text

import "math"

// Break sets spans in lines of at most width points: as few lines as can be,
// and of those settings the one with the least ragged edge. Empty spans give
// no line.
func (m *Metrics) Break(spans []Span, width float64) []Line {
	words := m.words(spans, width)
	var lines []Line
	for len(words) > 0 {
		n := 0
		for n < len(words) && !words[n].hard {
			n++
		}
		n = min(n+1, len(words))
		lines = append(lines, m.paragraph(words[:n], width, n < len(words))...)
		words = words[n:]
	}
	return lines
}

// farBack bounds how many words of no width may stand on one line.
const farBack = 400

// paragraph chooses the breaks of one run of words between hard breaks: total
// fit, after Knuth and Plass, without stretching. More says that text follows.
func (m *Metrics) paragraph(words []word, width float64, more bool) []Line {
	cost, from := m.split.tables(len(words) + 1)
	for end := 1; end <= len(words); end++ {
		cost[end] = math.Inf(1)
		natural := words[end-1].width
		for start := end - 1; start >= 0 && end-start <= farBack; start-- {
			if start < end-1 {
				natural += words[start].width + words[start].space
			}
			if natural > width+0.01 && start < end-1 {
				break
			}
			if c := cost[start] + lineCost(words, start, end, natural/width); c < cost[end] {
				cost[end], from[end] = c, start
			}
		}
	}
	count := 0
	for end := len(words); end > 0; end = from[end] {
		count++
	}
	lines := make([]Line, count)
	for end, i := len(words), count-1; i >= 0; end, i = from[end], i-1 {
		lines[i] = m.line(words[from[end]:end], i < count-1 || more)
	}
	return lines
}

// tables returns two slices of n, the first values zero.
func (s *splitter) tables(n int) ([]float64, []int) {
	if cap(s.cost) < n {
		s.cost, s.best = make([]float64, 2*n), make([]int, 2*n)
	}
	s.cost[0], s.best[0] = 0, 0
	return s.cost[:n], s.best[:n]
}

// lineCost weighs a line that is filled to that share. A line more weighs more
// than any raggedness; a last line of one short word weighs a little.
func lineCost(words []word, start, end int, filled float64) float64 {
	const line, runt, split = 1000, 0.5, 0.1
	if end == len(words) {
		if filled < 0.12 && start > 0 {
			return line + runt
		}
		return line
	}
	slack := 1 - filled
	c := line + slack*slack*4
	if !words[end-1].spaced {
		c += split
	}
	return c
}

// line joins the words of a line into runs. The space between two words is
// kept, at the end of a line too where the text goes on: readers would join
// the words otherwise.
func (m *Metrics) line(words []word, goesOn bool) Line {
	b := lineBuilder{m: m}
	for i := range words {
		for _, p := range m.split.pieces[words[i].from:words[i].to] {
			b.add(p.span, p.face, p.text)
		}
		switch last := i == len(words)-1; {
		case words[i].spaced && (!last || goesOn):
			b.space(words[i].after)
		case words[i].hard && goesOn && b.span != nil:
			b.space(b.span)
		}
	}
	b.flush()
	return b.line
}

// A lineBuilder collects text of one span and face until another begins.
type lineBuilder struct {
	m    *Metrics
	line Line
	span *Span
	face Face
	text []byte
	x    float64
}

func (b *lineBuilder) add(p *Span, face Face, text string) {
	if p != b.span || face != b.face {
		b.flush()
		b.span, b.face = p, face
	}
	b.text = append(b.text, text...)
}

// space belongs to the span that it stands in; one that begins a span is drawn
// with it.
func (b *lineBuilder) space(p *Span) {
	face := p.Style.Face
	if p == b.span && b.face == Hangul {
		face = Hangul
	}
	b.add(p, face, " ")
}

func (b *lineBuilder) flush() {
	if len(b.text) == 0 {
		return
	}
	s := string(b.text)
	size := b.span.Style.Size
	full := b.m.Width(b.face, s, size)
	run := Run{Span: b.span, Face: b.face, Text: s, X: b.x, Width: full}
	if s[len(s)-1] == ' ' {
		run.Width = b.m.Width(b.face, s[:len(s)-1], size)
	}
	b.x += full
	if s != " " {
		b.line.Width = run.X + run.Width
	}
	b.line.Runs = append(b.line.Runs, run)
	b.text = b.text[:0]
}

// Words returns the width of each word, as lines are broken between them, and that
// of the space behind it.
func (m *Metrics) Words(spans []Span) []float64 {
	words := m.words(spans, math.Inf(1))
	out := make([]float64, 0, 2*len(words))
	for _, w := range words {
		out = append(out, w.width, w.space)
	}
	return out
}

// Extent returns the narrowest and the widest that spans can be set: the width
// of the longest word, and of the longest line.
func (m *Metrics) Extent(spans []Span) (least, wish float64) {
	line := 0.0
	for _, w := range m.words(spans, math.Inf(1)) {
		least = max(least, w.width)
		line += w.width
		wish = max(wish, line)
		line += w.space
		if w.hard {
			line = 0
		}
	}
	return least, wish
}
