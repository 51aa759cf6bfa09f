package integrity

import "sitrep/report/date"

// A dated is a date written in a sentence: a day, a month of a year, or, where
// Year is 0, a day of a month.
type dated struct {
	date.Date
	from, to int // tokens
}

// calendar finds the dates of a sentence, and marks their tokens. A year alone is
// no date: it is too coarse to be held against anything.
func (r *reading) calendar(s *sentence) {
	t := s.tokens
	for i := range t {
		if t[i].kind == number && !t[i].dated {
			r.iso(s, i)
		}
		m := t[i].lex.month
		if m == 0 || t[i].dated {
			continue
		}
		r.month(s, i, m)
	}
}

// iso reads 2024-06-19 at token i.
func (r *reading) iso(s *sentence, i int) {
	t := s.tokens
	if i+4 >= len(t) || len(t[i].low) != 4 || t[i+1].low != "-" || !t[i+1].glued || t[i+3].low != "-" || !t[i+4].glued {
		return
	}
	d, err := date.Parse(t[i].low + "-" + t[i+2].low + "-" + t[i+4].low)
	if err == nil {
		s.mark(d, i, i+5)
	}
}

// month reads the date round the month's name at token i.
func (r *reading) month(s *sentence, i, m int) {
	t := s.tokens
	from, to := i, i+1
	day, before := 0, over(t, i-1, -1)
	if before >= 0 {
		if day = dayOf(&t[before]); day > 0 {
			from = before
		}
	}
	next := to
	if day == 0 && next < len(t) { // June 19, 2024
		if day = dayOf(&t[next]); day > 0 {
			next++
			to = next
			if next < len(t) && t[next].low == "," {
				next++
			}
		}
	}
	if next < len(t) && t[next].low == "." && t[next].glued { // Jun. 2024
		next++
	}
	next = over(t, next, 1)
	year := 0
	if next < len(t) {
		if year = yearOf(&t[next]); year > 0 {
			to = next + 1
		}
	}
	if day == 0 && year == 0 {
		return
	}
	d := date.Date{Year: year, Month: m, Day: day}
	if year > 0 && day > 0 {
		if _, err := date.Parse(d.String()); err != nil {
			return
		}
	}
	s.mark(d, from, to)
	s.other(from, d)
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

func (s *sentence) mark(d date.Date, from, to int) {
	for i := from; i < to; i++ {
		s.tokens[i].dated = true
	}
	s.dates = append(s.dates, dated{d, from, to})
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
		switch t.low[i:] {
		case "st", "nd", "rd", "th", "º", "o", "ª":
			if n <= 31 {
				return n
			}
		}
	}
	return 0
}

func yearOf(t *token) int {
	if t.kind == number && len(t.low) == 4 && !t.dated && t.num >= 1500 && t.num <= 2200 {
		return int(t.num)
	}
	return 0
}
