package reading

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

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
func (r *Text) parse(s string) (num, alt float64) {
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
func (r *Text) count(s *Sentence) {
	for i := 0; i < len(s.Tokens); {
		t := &s.Tokens[i]
		var n Amount
		switch {
		case t.Dated, s.yearsEnd(i):
			i++
			continue
		case t.Kind == Numeral:
			n = Amount{Value: t.Num, Alt: t.alt, From: i, To: i + 1, Unit: Significant(t.Low, t.Num)}
			s.spaced(&n)
			s.scale(&n)
		case t.Kind == Word && !s.inPercent(i):
			n = s.spelled(i)
		}
		if n.To == 0 {
			i++
			continue
		}
		i = n.To
		for _, h := range s.Matches {
			if h.Class == "percent" && h.From == n.To {
				n.Percent, i = true, h.To
			}
		}
		n.Percent = n.Percent || n.To < len(s.Tokens) && s.Tokens[n.To].Low == "%"
		s.Amounts = append(s.Amounts, n)
	}
	s.series()
}

// yearsEnd reports whether a token is the second year of two, in two digits: the 19 of 2015-19, the 24 of 2023/24.
func (s *Sentence) yearsEnd(i int) bool {
	t := s.Tokens
	return i > 1 && t[i].Kind == Numeral && t[i].Glued && len(t[i].Low) == 2 && t[i-1].Glued && (isThrough(t[i-1].Low) || t[i-1].Low == "/") &&
		t[i-1].Kind == Punct && YearOf(&t[i-2]) > 0 && (i+1 == len(t) || !t[i+1].Glued || t[i+1].Kind == Punct || t[i+1].Kind == Cite)
}

// series gives a number the scale or the percent sign of the number behind it, where
// the two are ends of a range: "between 1.5 and 2 million". The scale is the number's
// other reading, since it may have been meant as it stands.
func (s *Sentence) series() {
	for k := len(s.Amounts) - 1; k > 0; k-- {
		a, b := &s.Amounts[k-1], &s.Amounts[k]
		if a.To+1 != b.From || !isThrough(s.Tokens[a.To].Low) && !s.Tokens[a.To].Word.Joining {
			continue
		}
		v := a.Value * b.Scale
		if b.Scale > 1 && a.Scale == 0 && a.Value > 0 && (a.Alt == a.Value && a.Value < 1000 || v <= b.Value && v*1000 >= b.Value) {
			a.Alt = a.Value * b.Scale
		}
		if a.Scale == 1000 && b.Scale >= 1e9 && b.From+1 < b.To && s.Tokens[a.To-1].Low == s.Tokens[b.From+1].Low { // 10 mil y 15 mil millones
			a.Alt = a.Value / 1000 * b.Scale
		}
		a.Percent = a.Percent || b.Percent && YearOf(&s.Tokens[a.From]) == 0 // growth in 2025 to 1 percent
	}
}

// Significant returns the unit of the last significant digit of a number as
// written: 1000 of "12,000", 0.1 of "6.5".
func Significant(written string, v float64) float64 {
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
func (s *Sentence) spaced(n *Amount) {
	t := s.Tokens
	first := t[n.From].Low
	if n.To >= len(t) || t[n.To].Kind != Numeral || len(first) > 3 || bare(first) != first || first[0] == '0' {
		return
	}
	if i := n.From - 1; i >= 0 && (t[i].Dated || t[i].Kind == Numeral || t[n.From].Glued && t[i].Kind == Punct && t[i].Low != "(" ||
		s.Named(*n)) {
		return
	}
	to, digits := n.To, first
	for ; to < len(t) && t[to].Kind == Numeral && !t[to].Glued && !t[to].Dated; to++ {
		if len(t[to].Low) != 3 || bare(t[to].Low) != t[to].Low {
			return
		}
		digits += t[to].Low
	}
	if to > n.To {
		v, _ := strconv.ParseFloat(digits, 64)
		*n = Amount{Value: v, Alt: v, From: n.From, To: to, Unit: Significant("", v)}
	}
}

// scale takes in the number word behind digits (6.5 million, 25 mil, 2 millones y
// medio), or the sign of scale that is glued to them: 120k, $15m. An "m" that may
// be metres is left; what is counted behind it may still tell (see counted).
func (s *Sentence) scale(n *Amount) {
	for n.To < len(s.Tokens) && s.Tokens[n.To].Kind == Word {
		t := &s.Tokens[n.To]
		by := t.Word.By
		if t.Glued && t.Word.Suffix > 0 && n.To == n.From+1 && (len(t.Low) > 1 || t.Low == "k" || s.money(*n)) {
			by = t.Word.Suffix
		}
		if by == 0 {
			return
		}
		n.Times(by)
		n.To++
		s.rest(n, by)
		if t := s.Tokens; n.To+1 < len(t) && t[n.To].Word.Of && t[n.To+1].Word.By > 0 { // 523 millones de millones
			n.To++
			continue
		}
		if more := s.AndHalf(n.To); more > 0 {
			n.Value, n.Alt, n.Unit, n.To = n.Value+more*by, n.Alt+more*by, by/10, n.To+2
		}
	}
}

// Times puts a scale to the number.
func (n *Amount) Times(by float64) {
	n.Value, n.Alt, n.Unit, n.Scale = n.Value*by, n.Alt*by, n.Unit*by, max(n.Scale, 1)*by
}

// money reports whether a sign or a code of a currency stands before the number,
// or what is counted behind it is money, people or another unit that is not a
// length: "$15m", "15m people".
func (s *Sentence) money(n Amount) bool {
	return s.Priced(n) || n.To+1 < len(s.Tokens) && s.Tokens[n.To+1].Word.Unit != ""
}

// Priced reports whether a sign or a code of a currency stands before the number.
func (s *Sentence) Priced(n Amount) bool {
	i := n.From - 1
	return i >= 0 && s.First(i, i+1, "currency") == i
}

// AndHalf returns the part that "y medio" at token i adds to the scale before it.
func (s *Sentence) AndHalf(i int) float64 {
	if i+1 < len(s.Tokens) && s.Tokens[i].Word.Joining && s.Tokens[i+1].Word.half > 0 && (i+2 == len(s.Tokens) || s.Tokens[i+2].Word.By == 0) {
		return s.Tokens[i+1].Word.half
	}
	return 0
}

// rest takes in the digits behind a thousand: "151 mil 084" is 151,084.
func (s *Sentence) rest(n *Amount, by float64) {
	if by != 1000 || n.To >= len(s.Tokens) {
		return
	}
	t := &s.Tokens[n.To]
	scaled := n.To+1 < len(s.Tokens) && s.Tokens[n.To+1].Word.By >= 1e6
	if t.Kind == Numeral && (len(t.Low) == 3 || (scaled || s.counted(n.To+1)) && len(t.Low) < 3) && !t.Dated { // 23 mil 24 millones
		n.Value, n.Alt, n.Unit, n.To = n.Value+t.Num, n.Alt+t.Num, 1, n.To+1
	}
}

// counted reports whether a word that is counted, a plural, stands at a token.
func (s *Sentence) counted(i int) bool {
	if i >= len(s.Tokens) || s.Tokens[i].Kind != Word || s.Tokens[i].Word.Month > 0 {
		return false
	}
	w := s.Tokens[i].Low
	return len(w) > 3 && w[len(w)-1] == 's'
}

// spelled reads the number that is written in words at token i: "eleven thousand
// two hundred", "treinta y un mil", "two and a half million".
func (s *Sentence) spelled(i int) Amount {
	switch x := s.Tokens[i].Word; {
	case x.Value == 0 && x.By == 0 && (x.half > 0 || x.hundred > 0):
		return s.broken(i)
	case x.Value == 0 && x.By == 0:
		return Amount{}
	}
	if n := s.parts(i); n.To > 0 {
		return n
	}
	n, to := spelling{}, i
	for j := i; j < len(s.Tokens); j++ {
		if j > i && s.joins(j) {
			if n.by > 0 && s.scaledBehind(j+1) >= n.by { // nine thousand and ten thousand are two
				break
			}
			continue
		}
		last, ok := s.spell(&n, j, j == i)
		if !ok {
			break
		}
		j, to = last, last+1
	}
	return s.whole(n.total+n.current, n.by, i, to)
}

// A spelling is a number in words, as far as it is read.
type spelling struct {
	total   float64 // what its scales have multiplied: the million of "a million two hundred"
	current float64 // what stands behind them: the two hundred
	by      float64 // its last scale
}

// spell takes token j, and what belongs to it, into a number, and returns the last token that it took.
func (s *Sentence) spell(n *spelling, j int, first bool) (last int, ok bool) {
	t := &s.Tokens[j]
	x := t.Word
	switch {
	case x.Value > 0 && (n.current == 0 || math.Mod(n.current, 10) == 0 && x.Value < n.current):
		n.current += x.Value
		return j, true
	case x.hundred > 0 && n.current > 0:
		n.current *= x.hundred
		return j, true
	case x.By > 0 && (n.current > 0 || n.total == 0 && first && (t.Low == "mil" || s.AndHalf(j+1) > 0)):
		n.total, n.current, n.by = n.total+max(n.current, 1)*x.By, 0, x.By
		if more := s.AndHalf(j + 1); more > 0 {
			n.total += more * n.by
			return j + 2, true
		}
		return j, true
	}
	if half, end := s.halved(j); half > 0 && n.current > 0 {
		n.current += half
		return end - 1, true
	}
	return j, false
}

// scaledBehind returns the scale behind the number words that begin at token i, or 0.
func (s *Sentence) scaledBehind(i int) float64 {
	for ; i < len(s.Tokens) && s.Tokens[i].Kind == Word; i++ {
		if x := s.Tokens[i].Word; x.By > 0 {
			return x.By
		} else if x.Value == 0 && x.hundred == 0 && !x.Joining {
			break
		}
	}
	return 0
}

// whole makes the number of the words from one token to before another. A single
// "one" is none, and "un millar" is vague.
func (s *Sentence) whole(v, by float64, from, to int) Amount {
	if to == from || v < 2 && by == 0 || v != math.Trunc(v) || v == 1000 && s.Tokens[to-1].Low == "millar" {
		return Amount{}
	}
	n := Amount{Value: v, Alt: v, From: from, To: to, Spelled: true, Unit: Significant("", v), Scale: by}
	s.rest(&n, s.Tokens[to-1].Word.By)
	return n
}

// parts reads several parts of a scale at token i: "three quarters of a million".
func (s *Sentence) parts(i int) Amount {
	v := s.Tokens[i].Word.Value
	if v < 2 || v > 9 || i+1 >= len(s.Tokens) || s.Tokens[i+1].Word.half == 0 {
		return Amount{}
	}
	n := s.broken(i + 1)
	if n.To > 0 {
		n.Value, n.Alt, n.From = n.Value*v, n.Alt*v, i
		n.Unit = Significant("", n.Value)
	}
	return n
}

// halved reads "and a half" at token i, where a scale stands behind it, and
// returns the token of the scale.
func (s *Sentence) halved(i int) (half float64, end int) {
	if i+3 < len(s.Tokens) && s.Tokens[i].Word.Joining && s.At(i+1, "article") == i+2 && s.Tokens[i+3].Word.By > 0 {
		return s.Tokens[i+2].Word.half, i + 3
	}
	return 0, i
}

// broken reads "half a million", "medio millón", "a quarter of a million", "half a point" and
// "a hundred thousand", which begin at token i with a part or a multiplier.
func (s *Sentence) broken(i int) Amount {
	t := s.Tokens
	part, j := t[i].Word.half, i+1
	if part == 0 {
		part = t[i].Word.hundred
	} else {
		if j < len(t) && t[j].Word.Of {
			j++
		}
		if s.At(j, "article") == j+1 {
			j++
		}
	}
	if j < len(t) && t[i].Word.half > 0 && s.At(j, "points") > 0 { // half a point, un cuarto de punto
		return Amount{Value: part, Alt: part, From: i, To: j, Spelled: true, Unit: part / 5}
	}
	if j >= len(t) || t[j].Word.By == 0 {
		return Amount{}
	}
	v := part * t[j].Word.By
	return Amount{Value: v, Alt: v, From: i, To: j + 1, Spelled: true, Unit: Significant("", v), Scale: t[j].Word.By}
}

// joins reports whether the token at j is an "and" or a hyphen within a number:
// in "two hundred and six", but not in "ten and twenty".
func (s *Sentence) joins(j int) bool {
	t := &s.Tokens[j]
	if j+1 >= len(s.Tokens) || t.Low != "-" && !t.Word.Joining {
		return false
	}
	before, after := s.Tokens[j-1].Word, s.Tokens[j+1].Word
	switch {
	case after.Value == 0:
		return after.hundred > 0
	case t.Low == "-":
		return t.Glued
	case before.hundred > 0:
		return true
	case before.By > 0:
		return after.Value < 100
	}
	return before.Value >= 20 && before.Value <= 90 && after.Value <= 9 // "treinta y uno"
}
