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
	s = strings.NewReplacer("\u00a0", "", "\u202f", "", "\u2009", "", "’", "").Replace(s)
	last := strings.LastIndexAny(s, ".,")
	if last < 0 {
		v, _ := strconv.ParseFloat(s, 64)
		return v, v
	}
	bare := func(s string) string { return strings.NewReplacer(".", "", ",", "").Replace(s) }
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
			r.scale(s, &n)
		case t.kind == word:
			n = r.spelled(s, i)
		}
		if n.to == 0 {
			i++
			continue
		}
		n.percent = n.to < len(s.tokens) && (s.tokens[n.to].low == "%" || s.first(n.to, min(n.to+2, len(s.tokens)), "percent") == n.to)
		s.amounts = append(s.amounts, n)
		i = n.to
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
func (r *reading) scale(s *sentence, n *amount) {
	for n.to < len(s.tokens) && s.tokens[n.to].kind == word {
		by, ok := r.list.Scales[s.tokens[n.to].low]
		if !ok {
			return
		}
		n.value, n.alt, n.unit, n.to = n.value*by, n.alt*by, n.unit*by, n.to+1
	}
}

// spelled reads the number that is written in words at token i: "eleven thousand
// two hundred", "treinta y un mil". A single "one" is an article, and no number.
func (r *reading) spelled(s *sentence, i int) amount {
	total, current, to, scaled := 0.0, 0.0, i, false
	for j := i; j < len(s.tokens); j++ {
		t := &s.tokens[j]
		if j > i && (t.low == "-" || r.joins(t.low)) && j+1 < len(s.tokens) && r.numeral(s.tokens[j+1].low) && !scaledJoin(r, s, j) {
			continue
		}
		w := t.low
		if v, ok := r.list.Numerals[w]; ok && t.kind == word && (current == 0 || math.Mod(current, 10) == 0 && v < current) {
			current += v
		} else if v, ok := r.list.Hundreds[w]; ok && current > 0 {
			current *= v
		} else if v, ok := r.list.Scales[w]; ok && (current > 0 || w == "mil" && total == 0 && j == i) {
			total, current, scaled = total+max(current, 1)*v, 0, true
		} else {
			break
		}
		to = j + 1
	}
	v := total + current
	if to == i || v < 2 && !scaled {
		return amount{}
	}
	return amount{value: v, alt: v, from: i, to: to, spelled: true, unit: significant("", v)}
}

func (r *reading) joins(w string) bool { return r.list.joins[w] }

// numeral reports whether the word is part of a number in words.
func (r *reading) numeral(w string) bool {
	_, n := r.list.Numerals[w]
	_, h := r.list.Hundreds[w]
	return n || h
}

// scaledJoin reports whether the "and" at token j joins two numbers rather than
// the parts of one: "ten and twenty", but not "two hundred and six".
func scaledJoin(r *reading, s *sentence, j int) bool {
	if s.tokens[j].low == "-" {
		return !s.tokens[j].glued
	}
	before, after := s.tokens[j-1].low, r.list.Numerals[s.tokens[j+1].low]
	if _, ok := r.list.Hundreds[before]; ok {
		return false
	}
	if _, ok := r.list.Scales[before]; ok {
		return after >= 100
	}
	v := r.list.Numerals[before]
	return v < 20 || v > 90 || after > 9 // "treinta y uno"
}
