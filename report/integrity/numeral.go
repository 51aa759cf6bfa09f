package integrity

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// An amount is a number written in a sentence, as digits or as words.
type amount struct {
	value    float64
	alt      float64 // what it says if its one separator is read the other way; else the same
	from, to int     // tokens
	spelled  bool    // as words
	percent  bool
	unit     float64 // of its last significant digit: 1000 for 12,000
}

// digits returns the length of the number at the beginning of s, which begins
// with a digit: digits, and single separators between digits.
func digits(s string) int {
	i := 0
	for i < len(s) {
		c, size := utf8.DecodeRuneInString(s[i:])
		if c >= '0' && c <= '9' {
			i++
			continue
		}
		if !strings.ContainsRune(".,\u00a0\u202f\u2009’", c) || i+size >= len(s) || s[i+size] < '0' || s[i+size] > '9' {
			break
		}
		if c == '\u00a0' || c == '\u202f' || c == '\u2009' || c == '’' {
			if !groups(s[i+size:]) {
				break
			}
		}
		i += size
	}
	return i
}

// groups reports whether s begins with exactly three digits.
func groups(s string) bool {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n == 3
}

// parse reads a number as the region writes it. Where one separator before three
// digits is the region's decimal mark, alt reads it as the other.
func (r *reading) parse(s string) (num, alt float64) {
	last := strings.LastIndexAny(s, ".,")
	if last < 0 {
		v, _ := strconv.ParseFloat(bare(s), 64)
		return v, v
	}
	whole, _ := strconv.ParseFloat(bare(s), 64)
	broken, _ := strconv.ParseFloat(bare(s[:last])+"."+s[last+1:], 64)
	grouped := len(s)-last-1 == 3
	switch sep := s[last : last+1]; {
	case strings.Count(s, sep) > 1:
		return whole, whole
	case !grouped, strings.ContainsAny(s[:last], ".,"):
		return broken, broken
	case sep == r.numbers.Decimal:
		return broken, whole
	}
	return whole, whole
}

// bare takes everything but digits out of a number.
func bare(s string) string {
	return strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, s)
}

// count finds the numbers of a sentence, dates aside.
func (r *reading) count(s *sentence) {
	for i := 0; i < len(s.tokens); {
		t := &s.tokens[i]
		var n amount
		switch {
		case t.dated:
			i++
			continue
		case t.kind == number:
			n = amount{value: t.num, alt: t.alt, from: i, to: i + 1, unit: significant(t.low, t.num)}
			s.scale(&n)
		case t.kind == word:
			n = s.spelled(i)
		}
		if n.to == 0 {
			i++
			continue
		}
		i = n.to
		for _, h := range s.hits {
			if h.class == "percent" && h.from == n.to {
				n.percent, i = true, h.to
			}
		}
		n.percent = n.percent || n.to < len(s.tokens) && s.tokens[n.to].low == "%"
		s.amounts = append(s.amounts, n)
	}
}

// significant returns the unit of the last significant digit of a number as
// written: 1000 of "12,000", 0.1 of "6.5".
func significant(written string, v float64) float64 {
	if v != math.Trunc(v) {
		return math.Pow10(-(len(written) - strings.LastIndexAny(written, ".,") - 1))
	}
	unit := 1.0
	for v != 0 && math.Mod(v, unit*10) == 0 && unit < v {
		unit *= 10
	}
	return unit
}

// scale takes in the number word behind digits: 6.5 million, 25 mil.
func (s *sentence) scale(n *amount) {
	for n.to < len(s.tokens) && s.tokens[n.to].kind == word {
		by := s.tokens[n.to].lex.by
		if by == 0 {
			return
		}
		n.value, n.alt, n.unit, n.to = n.value*by, n.alt*by, n.unit*by, n.to+1
		s.rest(n, by)
	}
}

// rest takes in the digits behind a thousand: "151 mil 084" is 151,084.
func (s *sentence) rest(n *amount, by float64) {
	if by != 1000 || n.to >= len(s.tokens) {
		return
	}
	if t := &s.tokens[n.to]; t.kind == number && len(t.low) == 3 && !t.dated {
		n.value, n.alt, n.unit, n.to = n.value+t.num, n.alt+t.num, 1, n.to+1
	}
}

// spelled reads the number that is written in words at token i: "eleven thousand
// two hundred", "treinta y un mil". A single "one" is an article, and no number.
func (s *sentence) spelled(i int) amount {
	if x := s.tokens[i].lex; x.value == 0 && x.by == 0 {
		return amount{}
	}
	total, current, to, scaled := 0.0, 0.0, i, false
	for j := i; j < len(s.tokens); j++ {
		t := &s.tokens[j]
		if j > i && s.joins(j) {
			continue
		}
		x := t.lex
		if x.value > 0 && (current == 0 || math.Mod(current, 10) == 0 && x.value < current) {
			current += x.value
		} else if x.hundred > 0 && current > 0 {
			current *= x.hundred
		} else if x.by > 0 && (current > 0 || t.low == "mil" && total == 0 && j == i) {
			total, current, scaled = total+max(current, 1)*x.by, 0, true
		} else {
			break
		}
		to = j + 1
	}
	v := total + current
	if to == i || v < 2 && !scaled {
		return amount{}
	}
	n := amount{value: v, alt: v, from: i, to: to, spelled: true, unit: significant("", v)}
	s.rest(&n, s.tokens[to-1].lex.by)
	return n
}

// joins reports whether the token at j is an "and" or a hyphen within a number:
// in "two hundred and six", but not in "ten and twenty".
func (s *sentence) joins(j int) bool {
	t := &s.tokens[j]
	if j+1 >= len(s.tokens) || t.low != "-" && !t.lex.joining {
		return false
	}
	before, after := s.tokens[j-1].lex, s.tokens[j+1].lex
	switch {
	case after.value == 0:
		return after.hundred > 0
	case t.low == "-":
		return t.glued
	case before.hundred > 0:
		return true
	case before.by > 0:
		return after.value < 100
	}
	return before.value >= 20 && before.value <= 90 && after.value <= 9 // "treinta y uno"
}
