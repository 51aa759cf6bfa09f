package reading

import "sitrep/report/date"

// A DateMention is a date written in a sentence: a day, a month of a year, where Year
// is 0, a day of a month, or, where Month is 0 too, a day of some month.
type DateMention struct {
	date.Date
	other    date.Date // what it says if it is read another way, or zero: 3/4/2025
	From, To int       // tokens
}

// Either returns the dates that the words may mean.
func (d DateMention) Either() []date.Date {
	if d.other.IsZero() {
		return []date.Date{d.Date}
	}
	return []date.Date{d.Date, d.other}
}

// calendar finds the dates of a sentence, and marks their tokens. A year alone is
// no date: it is too coarse to be held against anything.
func (r *Text) calendar(s *Sentence) {
	t := s.Tokens
	for i := range t {
		switch {
		case t[i].Dated:
		case t[i].Kind == Numeral:
			r.digital(s, i)
		case t[i].Word.Month > 0:
			r.month(s, i, t[i].Word.Month)
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
func (r *Text) month(s *Sentence, i, m int) {
	t := s.Tokens
	x := find{from: i, to: i + 1}
	if before := over(t, i-1, -1); before >= 0 {
		if day, from := s.dayAt(before, before < i-1); day > 0 {
			x.day, x.from = day, from
		}
	}
	next := i + 1
	if next < len(t) && t[next].Low == "." && t[next].Glued { // Jun. 2024, Sept. 20
		next++
	}
	if x.day == 0 && next < len(t) { // June 19, 2024
		if x.day = dayOf(&t[next]); x.day > 0 {
			next++
			x.to = next
			if next < len(t) && t[next].Low == "," {
				next++
			}
		}
	}
	next = over(t, next, 1)
	if next < len(t) && YearOf(&t[next]) > 0 {
		x.year, x.to = YearOf(&t[next]), next+1
	} else if x.day > 0 || !t[i].Word.Common || t[i].Capital {
		r.relative(s, &x, m, next)
	}
	if r.smallMonths && t[i].Capital && x.day > 0 && x.year == 0 && x.to == i+1 { // Colonia 20 de Noviembre
		for j := x.from; j < x.to; j++ {
			t[j].Dated = true
		}
		return
	}
	s.found(x, m)
}

// found notes the date, unless it is no day of the calendar or says too little.
func (s *Sentence) found(x find, m int) {
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
		s.Dates[len(s.Dates)-1].other = date.Date{Year: x.other, Month: m, Day: x.day}
	}
	s.other(x.from, d)
}

// dayAt returns the day of the month that ends at token i, and its first token.
// Words are days only where "of" stands behind them: "el dos de abril", "the
// twenty-first of May".
func (s *Sentence) dayAt(i int, of bool) (day, from int) {
	t := s.Tokens
	if day := dayOf(&t[i]); day > 0 || !of {
		return day, i
	}
	tens := func(j int, by string) int {
		if j >= 1 && (t[j].Low == by || by == "" && t[j].Word.Joining) && (t[j-1].Word.Value == 20 || t[j-1].Word.Value == 30) {
			return int(t[j-1].Word.Value)
		}
		return 0
	}
	switch x := t[i].Word; {
	case i >= 2 && t[i-1].Low == "." && IsOrdinal(t[i].Low): // 1.º
		return dayOf(&t[i-2]), i - 2
	case x.ordinal > 0:
		if n := tens(i-1, "-"); n > 0 && x.ordinal < 10 {
			return n + x.ordinal, i - 2
		}
		return x.ordinal, i
	case x.Value >= 1 && x.Value <= 31 && t[i].Kind == Word:
		day, from = int(x.Value), i
		if n := tens(i-1, ""); n > 0 && day == 1 {
			day, from = n+day, i-2
		}
		if from > 0 && (s.First(from-1, from, "article", "dayOf") >= 0 && !plural(t[from-1].Low) || t[from-1].Word.Of || t[from-1].Word.through) {
			return day, from
		}
	}
	return 0, i
}

// plural reports whether an article is a plural: "los seis de octubre" are six of something.
func plural(article string) bool { return article == "los" || article == "las" }

// over steps over one "of" from token i, in direction by.
func over(t []Token, i, by int) int {
	if i >= 0 && i < len(t) && t[i].Word.Of {
		return i + by
	}
	return i
}

// other reads the first day of a span that ends in d: "8–13 October".
func (s *Sentence) other(from int, d date.Date) {
	t := s.Tokens
	if d.Day == 0 || from < 2 || !(t[from-1].Low == "–" || t[from-1].Low == "-" || t[from-1].Word.through) {
		return
	}
	if day := dayOf(&t[from-2]); day > 0 && day < d.Day {
		s.mark(date.Date{Year: d.Year, Month: d.Month, Day: day}, from-2, from)
	}
}

// lone reads a day without a month: "the night of the 8th", "la noche del 8".
func (s *Sentence) lone(i int) {
	t := s.Tokens
	if t[i].Dated || i == 0 {
		return
	}
	day := dayOf(&t[i])
	if day == 0 {
		return
	}
	last := i+1 == len(t) || t[i+1].Kind == Punct && !t[i+1].Glued || t[i+1].Kind == Cite || t[i+1].Low == "." || t[i+1].Low == ","
	if t[i].Kind == Numeral && s.UpTo(i, "dayOf") >= 0 && (last || t[i+1].Kind == Word && !t[i+1].Word.Of) ||
		t[i].Kind == Word && last && s.UpTo(i, "dayOf") >= 0 {
		s.mark(date.Date{Day: day}, i, i+1)
	}
}

func (s *Sentence) mark(d date.Date, from, to int) {
	for i := from; i < to; i++ {
		s.Tokens[i].Dated = true
	}
	s.Dates = append(s.Dates, DateMention{Date: d, From: from, To: to})
}

func dayOf(t *Token) int {
	if t.Dated {
		return 0
	}
	if t.Kind == Numeral && len(t.Low) <= 2 && t.Num >= 1 && t.Num <= 31 {
		return int(t.Num)
	}
	if t.Kind == Word && len(t.Low) > 2 && t.Low[0] >= '1' && t.Low[0] <= '9' { // 1st, 22nd, 1º
		n, i := 0, 0
		for i < len(t.Low) && t.Low[i] >= '0' && t.Low[i] <= '9' {
			n, i = n*10+int(t.Low[i]-'0'), i+1
		}
		if n <= 31 && IsOrdinal(t.Low[i:]) {
			return n
		}
	}
	return 0
}

// IsOrdinal reports whether the letters make an ordinal of the digits before them.
func IsOrdinal(s string) bool {
	switch s {
	case "st", "nd", "rd", "th", "º", "o", "ª", "er", "ro", "ero":
		return true
	}
	return false
}

// YearOf returns the year that a token may be, or 0.
func YearOf(t *Token) int {
	if t.Kind == Numeral && len(t.Low) == 4 && !t.Dated && t.Num >= 1500 && t.Num <= 2200 {
		return int(t.Num)
	}
	return 0
}
