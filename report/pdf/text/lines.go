package text

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"sitrep/report/font"
)

// Break sets spans in lines of at most width points: as few lines as can be,
// and of those settings the one with the least ragged edge. Empty spans give
// no line.
func (m *Metrics) Break(spans []Span, width float64) []Line {
	words := m.words(spans, width)
	var lines []Line
	for len(words) > 0 {
		n := upToHard(words)
		lines = append(lines, m.paragraph(words[:n], width, n < len(words))...)
		words = words[n:]
	}
	return lines
}

// upToHard is how many words there are up to the first hard break.
func upToHard(words []word) int {
	n := 0
	for n < len(words) && !words[n].hard {
		n++
	}
	return min(n+1, len(words))
}

// Balanced sets spans as [Metrics.Break] does, in lines of about one length: titles, whose last line is else the shortest.
func (m *Metrics) Balanced(spans []Span, width float64) []Line {
	lines := m.Break(spans, width)
	if len(lines) < 2 || len(lines) > 4 {
		return lines
	}
	low, high := width/float64(len(lines)), width
	counted := m.Count(spans)
	for range 8 { // the narrowest measure that needs no line more, by halving
		mid := (low + high) / 2
		if counted.Lines(mid) > len(lines) {
			low = mid
		} else {
			high = mid
		}
	}
	return m.Break(spans, high)
}

// A Count is text that is asked in how many lines it can be set, for one width after another.
type Count struct {
	m      *Metrics
	spans  []Span
	words  []word
	widest float64 // of the words
}

// Count cuts spans into words, once for all widths.
func (m *Metrics) Count(spans []Span) *Count {
	c := &Count{m: m, spans: spans, words: slices.Clone(m.words(spans, math.Inf(1)))}
	for i := range c.words {
		c.widest = max(c.widest, c.words[i].width)
	}
	return c
}

// Lines is the number of lines that [Metrics.Break] sets.
func (c *Count) Lines(width float64) int {
	words := c.words
	if c.widest > width { // words are cut then
		words = c.m.words(c.spans, width)
	}
	lines := 0
	for len(words) > 0 {
		n := upToHard(words)
		count, _ := c.m.breaks(words[:n], width)
		lines += count
		words = words[n:]
	}
	return lines
}

// farBack bounds how many words of no width may stand on one line.
const farBack = 400

// paragraph sets one run of words between hard breaks. More says that text follows.
func (m *Metrics) paragraph(words []word, width float64, more bool) []Line {
	count, from := m.breaks(words, width)
	lines := make([]Line, count)
	for end, i := len(words), count-1; i >= 0; end, i = from[end], i-1 {
		lines[i] = m.line(words[from[end]:end], width, i < count-1 || more)
	}
	return lines
}

// breaks chooses the breaks of one run of words between hard breaks: total fit, after Knuth and Plass, without
// stretching. It returns how many lines there are and, for each word that may end one, the first word of its line.
func (m *Metrics) breaks(words []word, width float64) (count int, from []int) {
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
	for end := len(words); end > 0; end = from[end] {
		count++
	}
	return count, from
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
		switch {
		case start > 0 && filled < 0.12:
			return line + runt
		case start > 0 && end-start == 1 && filled < 0.2: // one short word alone
			return line + runt/2
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
func (m *Metrics) line(words []word, width float64, goesOn bool) Line {
	b := lineBuilder{m: m, floor: m.split.whole.floor()}
	for i := range words {
		for _, p := range m.split.pieces[words[i].from:words[i].to] {
			b.add(p.span, p.item, p.level, p.text)
		}
		last := i == len(words)-1
		level := words[i].level
		if last {
			level = b.floor
		}
		switch {
		case last && goesOn && !words[i].spaced && strings.HasSuffix(string(b.text), "-"):
			b.hyphen()
		case words[i].spaced && (!last || goesOn):
			b.space(words[i].after, level)
		case words[i].hard && goesOn && b.span != nil:
			b.space(b.span, level)
		}
	}
	b.flush()
	b.order(width)
	return b.line
}

// Line sets one span on one line, however long.
func (m *Metrics) Line(p *Span) Line {
	words := m.words([]Span{*p}, math.Inf(1))
	for i := range m.split.pieces {
		m.split.pieces[i].span = p
	}
	for i := range words {
		words[i].after = p
	}
	return m.line(words, math.Inf(1), true)
}

// hyphen tells that the hyphen at the end of a line is the author's: a zero width space behind it. Readers take a
// line's last hyphen for the breaker's, and drop it when text is copied.
func (b *lineBuilder) hyphen() {
	b.flush()
	b.line.Runs = append(b.line.Runs, Run{Span: b.span, Item: b.item, Text: "\u200b", X: b.x, Clusters: []font.Cluster{{Text: "\u200b"}}})
	b.levels, b.full = append(b.levels, b.level), append(b.full, 0)
}

// Single sets a number, a bullet or the like as one run, spaces and all.
func (m *Metrics) Single(p *Span) *Run {
	return &Run{Span: p, Item: font.Item{Face: m.faces[p.Style.Face], Plain: true}, Text: p.Text,
		Width: m.letters(p.Style.Face, p.Text, p.Style.Size)}
}

// A lineBuilder collects text of one span, face and direction until another begins.
type lineBuilder struct {
	m      *Metrics
	line   Line
	floor  uint8
	span   *Span
	item   font.Item
	level  uint8
	text   []byte
	levels []uint8   // of the runs
	full   []float64 // their lengths, with the spaces at their ends
	x      float64
}

func (b *lineBuilder) add(p *Span, it font.Item, level uint8, text string) {
	if p != b.span || it != b.item || level != b.level {
		b.flush()
		b.span, b.item, b.level = p, it, level
	}
	b.text = append(b.text, text...)
}

// space belongs to the span that it stands in; one that begins a span is drawn with it.
func (b *lineBuilder) space(p *Span, level uint8) {
	b.add(p, b.m.space(p, b.span, b.item, level == b.level), level, " ")
}

// space is how a space of p is set behind an item of a span: in the font of the letters before it where that has one.
func (m *Metrics) space(p, before *Span, it font.Item, level bool) font.Item {
	if p == before && level && !it.Missing && it.Face.Covers(' ') {
		return it
	}
	return font.Item{Face: m.faces[p.Style.Face], Plain: true}
}

func (b *lineBuilder) flush() {
	if len(b.text) == 0 {
		return
	}
	s := string(b.text)
	b.text = b.text[:0]
	if b.level%2 == 0 || strings.ContainsFunc(s, unicode.IsLetter) {
		b.put(s)
		return
	}
	// Signs alone do not tell readers that they run from right to left: each is a run, so that they come in the order of reading.
	from := 0
	for i, r := range s {
		if i > from && !unicode.IsMark(r) {
			b.put(s[from:i])
			from = i
		}
	}
	b.put(s[from:])
}

// put adds a run to the line.
func (b *lineBuilder) put(s string) {
	run := Run{Span: b.span, Item: b.item, Text: s, RTL: b.level%2 == 1, X: b.x}
	full := b.m.shape(&run)
	b.x += full
	b.full = append(b.full, full)
	if s != " " {
		b.line.Width = run.X + run.Width
	}
	b.line.Runs, b.levels = append(b.line.Runs, run), append(b.levels, b.level)
}

// order puts the runs of a line in the order of the eye, where that is not the order of reading. Lines of a paragraph
// from right to left end on its right edge.
func (b *lineBuilder) order(width float64) {
	if slices.Max(append(b.levels, 0)) == 0 {
		return
	}
	x := 0.0
	if b.floor == 1 && !math.IsInf(width, 1) {
		x = width - b.x
	}
	b.line.Left = x
	for _, i := range font.Order(b.levels) {
		if b.line.Runs[i].X = x; b.line.Runs[i].Text == " " {
			b.line.Runs[i].X = max(x, 0) // the space that ends a full line
		}
		x += b.full[i]
	}
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

// LongestNumber returns the width of the longest number: one that is parted
// reads as two numbers.
func (m *Metrics) LongestNumber(spans []Span) float64 {
	longest := 0.0
	for i := range spans {
		for _, word := range strings.FieldsFunc(spans[i].Text, unicode.IsSpace) {
			if strings.ContainsFunc(word, unicode.IsDigit) && !strings.ContainsFunc(word, unicode.IsLetter) {
				longest = max(longest, m.Width(spans[i].Style.Face, word, spans[i].Style.Size))
			}
		}
	}
	return longest
}

// shape sets the clusters and the width of a run, and returns its length with the spaces at its end.
func (m *Metrics) shape(r *Run) float64 {
	size := r.Span.Style.Size
	trimmed := r.Text
	if trimmed[len(trimmed)-1] == ' ' {
		trimmed = trimmed[:len(trimmed)-1]
	}
	if own, ok := m.own(r.Face); ok && r.Plain && !r.RTL {
		r.Width = m.letters(own, trimmed, size)
		if len(trimmed) < len(r.Text) {
			return m.letters(own, r.Text, size)
		}
		return r.Width
	}
	r.Clusters = m.set.Clusters(r.Item, r.Text, r.RTL, r.Span.lang())
	full := font.Length(r.Face, r.Clusters) * size / 1000
	r.Width = full
	if n := len(r.Clusters); len(trimmed) < len(r.Text) && n > 0 {
		space := r.Clusters[n-1]
		if r.RTL {
			space = r.Clusters[0]
		}
		if space.Text == " " {
			r.Width -= float64(r.Face.Thousandths(space.Advance)) * size / 1000
		}
	}
	return full
}
