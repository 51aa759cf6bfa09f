package integrity

import "sitrep/report/date"

// A dated is a date written in a sentence: a day, a month of a year, where Year
// is 0, a day of a month, or, where Month is 0 too, a day of some month.
type dated struct {
	date.Date
	other    date.Date // what it says if it is read another way, or zero: 3/4/2025
	from, to int       // tokens
}

// either returns the dates that the words may mean.
func (d dated) either() []date.Date {
	if d.other.IsZero() {
		return []date.Date{d.Date}
	}
	return []date.Date{d.Date, d.other}
}

// calendar finds the dates of a sentence, and marks their tokens. A year alone is
// no date: it is too coarse to be held against anything.
func (r *reading) calendar(s *sentence) {
	t := s.tokens
	for i := range t {
		switch {
		case t[i].dated:
		case t[i].kind == number:
			r.digital(s, i)
		case t[i].lex.month > 0:
			r.month(s, i, t[i].lex.month)
		}
	}
	for i := range t {
		s.lone(i)
	}
}

// A find is a date that is being read: its parts, and its tokens.
type find struct {
	day, year int
	other     int // another year that may be meant, or 0
	from, to  int
}

// month reads the date round the month's name at token i.
func (r *reading) month(s *sentence, i, m int) {
	t := s.tokens
	x := find{from: i, to: i + 1}
	if before := over(t, i-1, -1); before >= 0 {
		if day, from := s.dayAt(before, before < i-1); day > 0 {
			x.day, x.from = day, from
		}
	}
	next := i + 1
	if next < len(t) && t[next].low == "." && t[next].glued { // Jun. 2024, Sept. 20
		next++
	}
	if x.day == 0 && next < len(t) { // June 19, 2024
		if x.day = dayOf(&t[next]); x.day > 0 {
			next++
			x.to = next
			if next < len(t) && t[next].low == "," {
				next++
			}
		}
	}
	next = over(t, next, 1)
	if next < len(t) && yearOf(&t[next]) > 0 {
		x.year, x.to = yearOf(&t[next]), next+1
	} else if x.day > 0 || !t[i].lex.common || t[i].capital {
		r.relative(s, &x, m, next)
	}
	if r.smallMonths && t[i].capital && x.day > 0 && x.year == 0 && x.to == i+1 { // Colonia 20 de Noviembre
		for j := x.from; j < x.to; j++ {
			t[j].dated = true
		}
		return
	}
	s.found(x, m)
}

// found notes the date, unless it is no day of the calendar or says too little.
func (s *sentence) found(x find, m int) {
	if x.day == 0 && x.year == 0 {
		return
	}
	d := date.Date{Year: x.year, Month: m, Day: x.day}
	if x.year > 0 && x.day > 0 {
		if _, err := date.Parse(d.String()); err != nil {
			return
		}
	}
	s.mark(d, x.from, x.to)
	if x.other > 0 {
		s.dates[len(s.dates)-1].other = date.Date{Year: x.other, Month: m, Day: x.day}
	}
	s.other(x.from, d)
}

// dayAt returns the day of the month that ends at token i, and its first token.
// Words are days only where "of" stands behind them: "el dos de abril", "the
// twenty-first of May".
func (s *sentence) dayAt(i int, of bool) (day, from int) {
	t := s.tokens
	if day := dayOf(&t[i]); day > 0 || !of {
		return day, i
	}
	tens := func(j int, by string) int {
		if j >= 1 && (t[j].low == by || by == "" && t[j].lex.joining) && (t[j-1].lex.value == 20 || t[j-1].lex.value == 30) {
			return int(t[j-1].lex.value)
		}
		return 0
	}
	switch x := t[i].lex; {
	case i >= 2 && t[i-1].low == "." && isOrdinal(t[i].low): // 1.º
		return dayOf(&t[i-2]), i - 2
	case x.ordinal > 0:
		if n := tens(i-1, "-"); n > 0 && x.ordinal < 10 {
			return n + x.ordinal, i - 2
		}
		return x.ordinal, i
	case x.value >= 1 && x.value <= 31 && t[i].kind == word:
		day, from = int(x.value), i
		if n := tens(i-1, ""); n > 0 && day == 1 {
			day, from = n+day, i-2
		}
		if from > 0 && (s.first(from-1, from, "article", "dayOf") >= 0 || t[from-1].lex.of || t[from-1].lex.through) {
			return day, from
		}
	}
	return 0, i
}

// over steps over one "of" from token i, in direction by.
func over(t []token, i, by int) int {
	if i >= 0 && i < len(t) && t[i].lex.of {
		return i + by
	}
	return i
}

// other reads the first day of a span that ends in d: "8–13 October".
func (s *sentence) other(from int, d date.Date) {
	t := s.tokens
	if d.Day == 0 || from < 2 || !(t[from-1].low == "–" || t[from-1].low == "-" || t[from-1].lex.through) {
		return
	}
	if day := dayOf(&t[from-2]); day > 0 && day < d.Day {
		s.mark(date.Date{Year: d.Year, Month: d.Month, Day: day}, from-2, from)
	}
}

// lone reads a day without a month: "the night of the 8th", "la noche del 8".
func (s *sentence) lone(i int) {
	t := s.tokens
	if t[i].dated || i == 0 {
		return
	}
	day := dayOf(&t[i])
	if day == 0 {
		return
	}
	last := i+1 == len(t) || t[i+1].kind == point && !t[i+1].glued || t[i+1].kind == cite || t[i+1].low == "." || t[i+1].low == ","
	if t[i].kind == number && s.upTo(i, "dayOf") >= 0 && (last || t[i+1].kind == word && !t[i+1].lex.of) ||
		t[i].kind == word && last && s.upTo(i, "dayOf") >= 0 {
		s.mark(date.Date{Day: day}, i, i+1)
	}
}

func (s *sentence) mark(d date.Date, from, to int) {
	for i := from; i < to; i++ {
		s.tokens[i].dated = true
	}
	s.dates = append(s.dates, dated{Date: d, from: from, to: to})
}

func dayOf(t *token) int {
	if t.dated {
		return 0
	}
	if t.kind == number && len(t.low) <= 2 && t.num >= 1 && t.num <= 31 {
		return int(t.num)
	}
	if t.kind == word && len(t.low) > 2 && t.low[0] >= '1' && t.low[0] <= '9' { // 1st, 22nd, 1º
		n, i := 0, 0
		for i < len(t.low) && t.low[i] >= '0' && t.low[i] <= '9' {
			n, i = n*10+int(t.low[i]-'0'), i+1
		}
		if n <= 31 && isOrdinal(t.low[i:]) {
			return n
		}
	}
	return 0
}

// isOrdinal reports whether the letters make an ordinal of the digits before them.
func isOrdinal(s string) bool {
	switch s {
	case "st", "nd", "rd", "th", "º", "o", "ª", "er", "ro", "ero":
		return true
	}
	return false
}

func yearOf(t *token) int {
	if t.kind == number && len(t.low) == 4 && !t.dated && t.num >= 1500 && t.num <= 2200 {
		return int(t.num)
	}
	return 0
}
