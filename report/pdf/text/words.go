package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/font"
)

// A piece is a stretch of one span in one face and direction, without spaces.
type piece struct {
	span  *Span
	item  font.Item
	level uint8
	text  string
	width float64
}

// A word is what a line is not broken inside: pieces that stand together.
type word struct {
	from, to int // pieces
	width    float64
	space    float64 // width of the space behind it; 0 where a break leaves none
	spaced   bool    // a space follows
	level    uint8   // of that space
	hard     bool    // the line ends here
	after    *Span   // the span that the space belongs to
}

// A splitter cuts spans into words. Its slices are used again and again.
type splitter struct {
	m      *Metrics
	whole  *paragraph
	at     int     // number of the rune in the paragraph
	limit  float64 // no word may be wider
	pieces []piece
	words  []word
	from   int     // first piece of the open word
	width  float64 // of the open word
	cost   []float64
	best   []int
}

// words cuts spans at spaces, at hard breaks, after hyphens and dashes between
// letters, in addresses after their punctuation, and where scripts without spaces may be broken. No word is wider than
// limit, unless a single rune is. The result holds until the next call.
func (m *Metrics) words(spans []Span, limit float64) []word {
	spans = isolated(spans)
	s := &m.split
	s.m, s.limit, s.pieces, s.words, s.from, s.width = m, limit, s.pieces[:0], s.words[:0], 0, 0
	s.whole, s.at = m.consider(spans), 0
	for i := range spans {
		s.span(&spans[i])
	}
	s.close(nil)
	return s.words
}

func (s *splitter) span(p *Span) {
	if p.Text == "\n" {
		s.at++
		s.close(nil)
		if len(s.words) == 0 {
			s.words = append(s.words, word{})
		}
		s.words[len(s.words)-1].hard = true
		return
	}
	start, level := 0, s.whole.at(s.at)
	var last rune
	for i, r := range p.Text {
		next := s.whole.at(s.at)
		switch {
		case r == ' ':
			s.add(p, p.Text[start:i], level)
			start = i + 1
			s.space(p)
		case i > start && (mayBreak(p, last, r, p.Text[:i]) || s.whole.ends(s.at, last, r)):
			s.add(p, p.Text[start:i], level)
			start = i
			s.close(nil)
		case i == 0 && s.whole != nil && s.at > 0 && s.whole.ends(s.at, s.whole.runes[s.at-1], r):
			s.close(nil)
		case next != level:
			s.add(p, p.Text[start:i], level)
			start = i
		}
		last, level = r, next
		s.at++
	}
	s.add(p, p.Text[start:], level)
}

// space ends the open word; spaces that follow each other are one.
func (s *splitter) space(p *Span) {
	if s.from < len(s.pieces) {
		s.close(p)
		return
	}
	if n := len(s.words); n > 0 && !s.words[n-1].spaced && !s.words[n-1].hard {
		s.words[n-1].follow(s, p)
	}
}

// follow puts a space of p behind the word.
func (w *word) follow(s *splitter, p *Span) {
	w.spaced, w.after, w.level = true, p, s.whole.at(s.at)
	before := piece{}
	if w.to > w.from {
		before = s.pieces[w.to-1]
	}
	it := s.m.space(p, before.span, before.item, before.level == w.level)
	w.space = s.m.width(it, " ", false, p)
}

// close ends the open word; after is the span of the space behind it, if there is one.
func (s *splitter) close(after *Span) {
	if s.from == len(s.pieces) {
		return
	}
	w := word{from: s.from, to: len(s.pieces), width: s.width}
	if after != nil {
		w.follow(s, after)
	}
	s.words = append(s.words, w)
	s.from, s.width = len(s.pieces), 0
}

// add puts text of p into the open word, face by face.
func (s *splitter) add(p *Span, text string, level uint8) {
	for text != "" {
		it, n := s.m.next(p, text)
		s.put(piece{p, it, level, text[:n], s.m.width(it, text[:n], level%2 == 1, p)})
		text = text[n:]
	}
}

// put appends a piece, cutting it where it is wider than a line may be.
func (s *splitter) put(p piece) {
	for s.width+p.width > s.limit {
		n := s.m.fit(p, s.limit-s.width)
		if n == 0 && s.from < len(s.pieces) {
			s.close(nil)
			continue
		}
		if n == 0 {
			_, n = utf8.DecodeRuneInString(p.text)
		}
		if n >= len(p.text) {
			break
		}
		if k := strings.LastIndexByte(p.text[:n], '.'); k > 0 && p.span.URL {
			n = k // a line that begins with the point tells that the host goes on
		}
		head := p
		head.text, head.width = p.text[:n], s.m.width(p.item, p.text[:n], p.level%2 == 1, p.span)
		s.join(head)
		s.close(nil)
		p.text, p.width = p.text[n:], p.width-head.width
	}
	s.join(p)
}

func (s *splitter) join(p piece) {
	s.pieces = append(s.pieces, p)
	s.width += p.width
}

// mayBreak reports whether a line may end between last and next of p, where no
// space stands. Numbers and their ranges are never broken.
func mayBreak(p *Span, last, next rune, before string) bool {
	if p.URL {
		return breaksAddress(last, next) && !(last == '.' && inHost(before))
	}
	switch last {
	case '-', '\u2010', '–', '/':
		prev, _ := utf8.DecodeLastRuneInString(before[:len(before)-utf8.RuneLen(last)])
		return unicode.IsLetter(prev) && unicode.IsLetter(next)
	case '—':
		return unicode.IsLetter(next)
	}
	return false
}

// inHost reports whether an address that begins like this has not come to the
// end of its host (RFC 3986, 3.2): a point that ends a line there is taken for
// the end of a sentence.
func inHost(before string) bool {
	_, host, ok := strings.Cut(before, "://")
	return ok && !strings.ContainsAny(host, "/?#")
}

// breaksAddress: after a slash, a query mark and the like, but never between two
// slashes; before a hyphen, which at the end of a line would be taken for the
// breaker's, and before a percent sign, which begins one byte.
func breaksAddress(last, next rune) bool {
	switch next {
	case '-', '%':
		return unicode.IsLetter(last) || unicode.IsDigit(last)
	}
	switch last {
	case '/', '?', '&', '=', '#', '_', '+', ',', ';':
		return last != '/' || next != '/'
	case '.':
		return unicode.IsLetter(next)
	}
	return false
}
