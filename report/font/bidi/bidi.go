// Package bidi gives each letter of a paragraph its embedding level: the Unicode Bidirectional Algorithm (Unicode
// Standard Annex 9, revision 50).
//
// Why our own: golang.org/x/text/unicode/bidi, whose classes of letters are used here, and go-text/typesetting tell only
// where directions change, and take a number and the letters behind it for one run where the levels are 2 and 0.
package bidi

import "golang.org/x/text/unicode/bidi"

// Auto lets the first strong letter tell how a paragraph runs (rules P2 and P3).
const Auto = -1

// deepest is how many levels may be opened (BD2).
const deepest = 125

// Levels returns the levels of a paragraph whose own is base: 0 from left to right, 1 from right to left, or [Auto]. What
// directs and has no look of its own has the level of what stands before it.
func Levels(text []rune, base int) []uint8 {
	p := &paragraph{text: text, was: make([]bidi.Class, len(text)), levels: make([]uint8, len(text))}
	for i, r := range text {
		c, _ := bidi.LookupRune(r)
		p.was[i] = c.Class()
	}
	p.match()
	if p.base = uint8(max(base, 0)); base == Auto && p.startsBack(0, len(text)) {
		p.base = 1
	}
	p.types = append([]bidi.Class(nil), p.was...)
	p.explicit()
	p.told = append([]uint8(nil), p.levels...)
	p.resolve()
	p.finish()
	return p.levels
}

// A paragraph is text whose levels are being found.
type paragraph struct {
	text   []rune
	base   uint8
	was    []bidi.Class // as the letters have it
	types  []bidi.Class // as the rules have made them
	levels []uint8
	told   []uint8 // levels before any is resolved
	mate   []int   // of an isolate's beginning its end, and the reverse; -1: none
}

// removed reports whether the i-th letter takes no part in the rules after X9.
func (p *paragraph) removed(i int) bool {
	switch p.was[i] {
	case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO, bidi.PDF, bidi.BN:
		return true
	}
	return false
}

func initiator(c bidi.Class) bool { return c == bidi.LRI || c == bidi.RLI || c == bidi.FSI }

// match pairs the beginnings and ends of isolates (BD9).
func (p *paragraph) match() {
	p.mate = make([]int, len(p.text))
	var open []int
	for i, c := range p.was {
		p.mate[i] = -1
		switch {
		case initiator(c):
			open = append(open, i)
		case c == bidi.PDI && len(open) > 0:
			at := open[len(open)-1]
			open = open[:len(open)-1]
			p.mate[i], p.mate[at] = at, i
		case c == bidi.B:
			open = nil
		}
	}
}

// startsBack reports whether the first strong letter outside isolates runs from right to left (P2, P3).
func (p *paragraph) startsBack(from, to int) bool {
	for i := from; i < to; i++ {
		switch c := p.was[i]; {
		case c == bidi.L:
			return false
		case c == bidi.R || c == bidi.AL:
			return true
		case initiator(c):
			if i = p.mate[i]; i < 0 {
				return false
			}
		}
	}
	return false
}

// A status is an entry of the stack of X1.
type status struct {
	level    uint8
	override bidi.Class // ON: none
	isolate  bool
}

// A stack is the state of the rules X1 to X8.
type stack struct {
	all                         []status
	isolates, embeddings, valid int // overflowing isolates and embeddings; isolates that did not
}

func (s *stack) top() status { return s.all[len(s.all)-1] }

// open opens a level that runs back or forth, and reports whether it could.
func (s *stack) open(back bool, override bidi.Class, isolate bool) bool {
	level := (s.top().level + 2) &^ 1
	if back {
		level = (s.top().level + 1) | 1
	}
	if level > deepest || s.isolates > 0 || s.embeddings > 0 {
		return false
	}
	s.all = append(s.all, status{level, override, isolate})
	return true
}

// closeIsolate is rule X6a.
func (s *stack) closeIsolate() {
	switch {
	case s.isolates > 0:
		s.isolates--
	case s.valid > 0:
		s.embeddings = 0
		for !s.top().isolate {
			s.all = s.all[:len(s.all)-1]
		}
		s.all = s.all[:len(s.all)-1]
		s.valid--
	}
}

// closeEmbedding is rule X7.
func (s *stack) closeEmbedding() {
	switch {
	case s.isolates > 0:
	case s.embeddings > 0:
		s.embeddings--
	case !s.top().isolate && len(s.all) > 1:
		s.all = s.all[:len(s.all)-1]
	}
}

// explicit finds the levels that are told (X1 to X8).
func (p *paragraph) explicit() {
	s := &stack{all: []status{{p.base, bidi.ON, false}}}
	for i, c := range p.was {
		if c == bidi.PDI {
			s.closeIsolate()
		}
		p.levels[i] = s.top().level
		if o := s.top().override; o != bidi.ON && !p.removed(i) && c != bidi.B {
			p.types[i] = o
		}
		switch c {
		case bidi.LRE, bidi.RLE, bidi.LRO, bidi.RLO:
			override := map[bidi.Class]bidi.Class{bidi.LRO: bidi.L, bidi.RLO: bidi.R, bidi.LRE: bidi.ON, bidi.RLE: bidi.ON}[c]
			if !s.open(c == bidi.RLE || c == bidi.RLO, override, false) && s.isolates == 0 {
				s.embeddings++
			}
		case bidi.LRI, bidi.RLI, bidi.FSI:
			end := p.mate[i]
			if end < 0 {
				end = len(p.text)
			}
			if s.open(c == bidi.RLI || c == bidi.FSI && p.startsBack(i+1, end), bidi.ON, true) {
				s.valid++
			} else {
				s.isolates++
			}
		case bidi.PDF:
			s.closeEmbedding()
		case bidi.B:
			s = &stack{all: []status{{p.base, bidi.ON, false}}}
			p.levels[i] = p.base
		}
	}
}

// resolve finds the levels within each isolating run sequence (X10).
func (p *paragraph) resolve() {
	var runs [][]int
	runOf := make([]int, len(p.text))
	last := -1
	for i := range p.text {
		if p.removed(i) {
			continue
		}
		if last < 0 || p.told[i] != p.told[last] {
			runs = append(runs, nil)
		}
		runOf[i] = len(runs) - 1
		runs[runOf[i]] = append(runs[runOf[i]], i)
		last = i
	}
	for _, run := range runs {
		if first := run[0]; p.was[first] == bidi.PDI && p.mate[first] >= 0 {
			continue // it goes on another
		}
		whole := append([]int(nil), run...)
		for {
			end := whole[len(whole)-1]
			if !initiator(p.was[end]) || p.mate[end] < 0 {
				break
			}
			whole = append(whole, runs[runOf[p.mate[end]]]...)
		}
		p.sequence(whole)
	}
}

// sequence resolves one isolating run sequence.
func (p *paragraph) sequence(at []int) {
	s := &sequence{p: p, at: at, level: p.told[at[0]]}
	before, after := p.base, p.base
	for i := at[0] - 1; i >= 0; i-- {
		if !p.removed(i) {
			before = p.told[i]
			break
		}
	}
	end := at[len(at)-1]
	for i := end + 1; i < len(p.text) && !(initiator(p.was[end]) && p.mate[end] < 0); i++ {
		if !p.removed(i) {
			after = p.told[i]
			break
		}
	}
	s.sos, s.eos = direction(max(s.level, before)), direction(max(s.level, after))
	s.weak()
	s.brackets()
	s.neutral()
	for _, i := range at { // I1, I2
		switch c := p.types[i]; {
		case s.level%2 == 0 && c == bidi.R, s.level%2 == 1 && (c == bidi.L || c == bidi.EN || c == bidi.AN):
			p.levels[i]++
		case s.level%2 == 0 && (c == bidi.EN || c == bidi.AN):
			p.levels[i] += 2
		}
	}
}

func direction(level uint8) bidi.Class {
	if level%2 == 1 {
		return bidi.R
	}
	return bidi.L
}

// finish gives white space at the ends of lines, and what separates, the level of the paragraph (L1).
func (p *paragraph) finish() {
	for i := range p.text { // what was removed goes with what stands before it
		if p.removed(i) {
			p.levels[i] = p.base
			if i > 0 {
				p.levels[i] = p.levels[i-1]
			}
		}
	}
	ends := true
	for i := len(p.text) - 1; i >= 0; i-- {
		switch c := p.was[i]; {
		case c == bidi.B || c == bidi.S:
			p.levels[i], ends = p.base, true
		case c == bidi.WS || initiator(c) || c == bidi.PDI || p.removed(i):
			if ends {
				p.levels[i] = p.base
			}
		default:
			ends = false
		}
	}
}
