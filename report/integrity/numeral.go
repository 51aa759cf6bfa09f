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
	by       float64 // the scale it was written with: 1e6 for 6.5 million; else 0
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
			s.spaced(&n)
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

// spaced takes in the groups of three digits behind plain spaces: "1 260 personas".
// What names something is left alone: "block 12 300 people".
func (s *sentence) spaced(n *amount) {
	t := s.tokens
	first := t[n.from].low
	if n.to >= len(t) || t[n.to].kind != number || len(first) > 3 || bare(first) != first || first[0] == '0' {
		return
	}
	if i := n.from - 1; i >= 0 && (t[i].dated || t[i].kind == number || t[n.from].glued && t[i].kind == point && t[i].low != "(" || s.named(*n)) {
		return
	}
	to, digits := n.to, first
	for ; to < len(t) && t[to].kind == number && !t[to].glued && !t[to].dated; to++ {
		if len(t[to].low) != 3 || bare(t[to].low) != t[to].low {
			return
		}
		digits += t[to].low
	}
	if to > n.to {
		v, _ := strconv.ParseFloat(digits, 64)
		*n = amount{value: v, alt: v, from: n.from, to: to, unit: significant("", v)}
	}
}

// scale takes in the number word behind digits (6.5 million, 25 mil, 2 millones y
// medio), or the sign of scale that is glued to them: 120k, $15m. An "m" that may
// be metres is left; what is counted behind it may still tell (see counted).
func (s *sentence) scale(n *amount) {
	for n.to < len(s.tokens) && s.tokens[n.to].kind == word {
		t := &s.tokens[n.to]
		by := t.lex.by
		if t.glued && t.lex.suffix > 0 && n.to == n.from+1 && (len(t.low) > 1 || t.low == "k" || s.money(*n)) {
			by = t.lex.suffix
		}
		if by == 0 {
			return
		}
		n.times(by)
		n.to++
		s.rest(n, by)
		if more := s.andHalf(n.to); more > 0 {
			n.value, n.alt, n.unit, n.to = n.value+more*by, n.alt+more*by, by/10, n.to+2
		}
	}
}

// times puts a scale to the number.
func (n *amount) times(by float64) {
	n.value, n.alt, n.unit, n.by = n.value*by, n.alt*by, n.unit*by, max(n.by, 1)*by
}

// money reports whether a sign or a code of a currency stands before the number,
// or what is counted behind it is money, people or another unit that is not a
// length: "$15m", "15m people".
func (s *sentence) money(n amount) bool {
	return s.priced(n) || n.to+1 < len(s.tokens) && s.tokens[n.to+1].lex.unit != ""
}

// priced reports whether a sign or a code of a currency stands before the number.
func (s *sentence) priced(n amount) bool {
	i := n.from - 1
	return i >= 0 && s.first(i, i+1, "currency") == i
}

// andHalf returns the part that "y medio" at token i adds to the scale before it.
func (s *sentence) andHalf(i int) float64 {
	if i+1 < len(s.tokens) && s.tokens[i].lex.joining && s.tokens[i+1].lex.half > 0 && (i+2 == len(s.tokens) || s.tokens[i+2].lex.by == 0) {
		return s.tokens[i+1].lex.half
	}
	return 0
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
// two hundred", "treinta y un mil", "two and a half million".
func (s *sentence) spelled(i int) amount {
	x := s.tokens[i].lex
	if x.value == 0 && x.by == 0 {
		if x.half > 0 || x.hundred > 0 {
			return s.broken(i)
		}
		return amount{}
	}
	total, current, to, by := 0.0, 0.0, i, 0.0
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
		} else if x.by > 0 && (current > 0 || total == 0 && j == i && (t.low == "mil" || s.andHalf(j+1) > 0)) {
			total, current, by = total+max(current, 1)*x.by, 0, x.by
			if more := s.andHalf(j + 1); more > 0 {
				total, j = total+more*by, j+2
			}
		} else if half, end := s.halved(j); half > 0 && current > 0 {
			current, j = current+half, end-1
		} else {
			break
		}
		to = j + 1
	}
	return s.whole(total+current, by, i, to)
}

// whole makes the number of the words from one token to before another. A single
// "one" is none, and "un millar" is vague.
func (s *sentence) whole(v, by float64, from, to int) amount {
	if to == from || v < 2 && by == 0 || v != math.Trunc(v) || v == 1000 && s.tokens[to-1].low == "millar" {
		return amount{}
	}
	n := amount{value: v, alt: v, from: from, to: to, spelled: true, unit: significant("", v), by: by}
	s.rest(&n, s.tokens[to-1].lex.by)
	return n
}

// halved reads "and a half" at token i, where a scale stands behind it, and
// returns the token of the scale.
func (s *sentence) halved(i int) (half float64, end int) {
	if i+3 < len(s.tokens) && s.tokens[i].lex.joining && s.at(i+1, "article") == i+2 && s.tokens[i+3].lex.by > 0 {
		return s.tokens[i+2].lex.half, i + 3
	}
	return 0, i
}

// broken reads "half a million", "medio millón", "a quarter of a million" and "a
// hundred thousand", which begin at token i with a part or a multiplier.
func (s *sentence) broken(i int) amount {
	t := s.tokens
	part, j := t[i].lex.half, i+1
	if part == 0 {
		part = t[i].lex.hundred
	} else {
		if j < len(t) && t[j].lex.of {
			j++
		}
		if s.at(j, "article") == j+1 {
			j++
		}
	}
	if j >= len(t) || t[j].lex.by == 0 {
		return amount{}
	}
	v := part * t[j].lex.by
	return amount{value: v, alt: v, from: i, to: j + 1, spelled: true, unit: significant("", v), by: t[j].lex.by}
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
