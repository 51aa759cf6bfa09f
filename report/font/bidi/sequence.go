package bidi

import "golang.org/x/text/unicode/bidi"

// A sequence is text of one level that stands together, over isolates too (BD13).
type sequence struct {
	p        *paragraph
	at       []int // places in the paragraph
	level    uint8
	sos, eos bidi.Class // the directions before it and behind it
}

func (s *sequence) get(k int) bidi.Class {
	switch {
	case k < 0:
		return s.sos
	case k >= len(s.at):
		return s.eos
	}
	return s.p.types[s.at[k]]
}

func (s *sequence) set(k int, c bidi.Class) { s.p.types[s.at[k]] = c }

// bearer is the class that a mark at k takes (W1): that of what stands before it.
func (s *sequence) bearer(k int) bidi.Class {
	if k > 0 && (initiator(s.p.was[s.at[k-1]]) || s.p.was[s.at[k-1]] == bidi.PDI) {
		return bidi.ON
	}
	return s.get(k - 1)
}

// weak resolves weak types (W1 to W7).
func (s *sequence) weak() {
	for k := range s.at { // W1
		if s.get(k) == bidi.NSM {
			s.set(k, s.bearer(k))
		}
	}
	s.numbersBehind(bidi.AL, bidi.AN) // W2
	for k := range s.at {             // W3
		if s.get(k) == bidi.AL {
			s.set(k, bidi.R)
		}
	}
	for k := range s.at { // W4
		before, after := s.get(k-1), s.get(k+1)
		if c := s.get(k); k > 0 && k+1 < len(s.at) && before == after &&
			(c == bidi.ES && before == bidi.EN || c == bidi.CS && (before == bidi.EN || before == bidi.AN)) {
			s.set(k, before)
		}
	}
	s.terminators()
	s.numbersBehind(bidi.L, bidi.L) // W7
}

// numbersBehind gives European numbers another type where the last strong letter before them is of a type.
func (s *sequence) numbersBehind(letter, to bidi.Class) {
	strong := s.sos
	for k := range s.at {
		switch c := s.get(k); c {
		case bidi.L, bidi.R, bidi.AL:
			strong = c
		case bidi.EN:
			if strong == letter {
				s.set(k, to)
			}
		}
	}
}

// terminators are signs at numbers (W5), and separators that separate none (W6).
func (s *sequence) terminators() {
	for k := 0; k < len(s.at); k++ {
		if s.get(k) != bidi.ET {
			continue
		}
		end := k
		for end < len(s.at) && s.get(end) == bidi.ET {
			end++
		}
		to := bidi.ON
		if k > 0 && s.get(k-1) == bidi.EN || end < len(s.at) && s.get(end) == bidi.EN {
			to = bidi.EN
		}
		for ; k < end; k++ {
			s.set(k, to)
		}
		k--
	}
	for k := range s.at {
		if c := s.get(k); c == bidi.ES || c == bidi.CS {
			s.set(k, bidi.ON)
		}
	}
}

// strongOf is the direction that a type counts as for neutral ones: numbers run back there.
func strongOf(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN, bidi.AL:
		return bidi.R
	}
	return bidi.ON
}

// A pair is two brackets, by their places in the sequence.
type pair struct{ open, close int }

// deepestPairs is how many brackets may be open (BD16).
const deepestPairs = 63

// pairs finds the brackets that belong together, in the order of those that open (BD16).
func (s *sequence) pairs() []pair {
	type opened struct {
		mate rune
		at   int
	}
	var open []opened
	closes := map[int]int{}
	for k, i := range s.at {
		props, _ := bidi.LookupRune(s.p.text[i])
		if !props.IsBracket() || s.get(k) != bidi.ON {
			continue
		}
		if props.IsOpeningBracket() {
			if len(open) == deepestPairs {
				return nil
			}
			open = append(open, opened{canonical([]rune(bidi.ReverseString(string(s.p.text[i])))[0]), k})
			continue
		}
		for n := len(open) - 1; n >= 0; n-- {
			if open[n].mate == canonical(s.p.text[i]) {
				closes[open[n].at] = k
				open = open[:n]
				break
			}
		}
	}
	var out []pair
	for k := range s.at {
		if end, ok := closes[k]; ok {
			out = append(out, pair{k, end})
		}
	}
	return out
}

// canonical is the bracket that another is equal to.
func canonical(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232A:
		return 0x3009
	}
	return r
}

// brackets gives pairs of brackets one direction (N0).
func (s *sequence) brackets() {
	own := direction(s.level)
	for _, b := range s.pairs() {
		found := s.within(b)
		if found == bidi.ON {
			continue
		}
		if found != own && s.before(b.open) != found { // the other direction, where it stands before them too
			found = own
		}
		for _, k := range []int{b.open, b.close} {
			s.set(k, found)
			for n := k + 1; n < len(s.at) && s.p.was[s.at[n]] == bidi.NSM; n++ {
				s.set(n, found)
			}
		}
	}
}

// within is the direction of what stands between two brackets: that of the level where it is there, else the other one.
func (s *sequence) within(b pair) bidi.Class {
	found, own := bidi.ON, direction(s.level)
	for k := b.open + 1; k < b.close && found != own; k++ {
		if c := strongOf(s.get(k)); c != bidi.ON {
			found = c
		}
	}
	return found
}

// before is the last direction before k.
func (s *sequence) before(k int) bidi.Class {
	for k--; k >= 0; k-- {
		if c := strongOf(s.get(k)); c != bidi.ON {
			return c
		}
	}
	return s.sos
}

// neutral resolves what has no direction (N1, N2).
func (s *sequence) neutral() {
	none := func(c bidi.Class) bool {
		return c == bidi.ON || c == bidi.WS || c == bidi.S || c == bidi.B || c == bidi.PDI || initiator(c)
	}
	for k := 0; k < len(s.at); k++ {
		if !none(s.get(k)) {
			continue
		}
		end := k
		for end < len(s.at) && none(s.get(end)) {
			end++
		}
		to := direction(s.level)
		if before, after := strongOf(s.get(k-1)), strongOf(s.get(end)); before == after {
			to = before
		}
		for ; k < end; k++ {
			s.set(k, to)
		}
		k--
	}
}
