package reading

import (
	"strings"

	"golang.org/x/text/language"

	"sitrep/report/date"
)

// relative reads the year that words round a month say, reckoned from the
// briefing's as_of: "December last year", "last December", "el pasado 4 de
// diciembre", "en abril de este año".
func (r *Text) relative(s *Sentence, x *find, m, next int) {
	if r.now.Month == 0 {
		return
	}
	for by, class := range []string{"lastYear", "thisYear", "nextYear"} {
		if end := s.At(next, class); end > 0 {
			x.year, x.to = r.now.Year+by-1, end
			return
		}
	}
	for i, class := range []string{"lastMonth", "thisMonth", "nextMonth", "lastAfter", "nextAfter"} {
		by := i - 1
		if i < 3 {
			if begin := s.UpTo(x.from, class); begin >= 0 {
				x.from = begin
			} else {
				continue
			}
		} else if end := s.At(x.to, class); end > 0 {
			x.to, by = end, 2*i-7
		} else {
			continue
		}
		x.year, x.other = r.nearest(m, x.day, by)
		return
	}
}

// nearest returns the year of the last (by -1), this (0) or next (1) such month or
// day, and, where writers differ, the other year that may be meant: "last March",
// said in November, is that of this year or of the one before.
func (r *Text) nearest(m, day, by int) (year, other int) {
	now := r.now
	if now.Day == 0 {
		now.Day = 31
	}
	same := m == now.Month
	switch {
	case by == 0:
		return now.Year, 0
	case same && day == 0:
		return now.Year + by, now.Year
	case by < 0 && (m > now.Month || same && day > now.Day), by > 0 && (m < now.Month || same && day <= now.Day):
		return now.Year + by, 0
	case day > 0:
		return now.Year, 0
	}
	return now.Year, now.Year + by
}

// An order says which of two numbers is the day in 3/4/2025.
type order uint8

const (
	eitherOrder order = iota // the tag names no region
	dayFirst
	monthFirst
)

// orderOf returns the order of a BCP 47 tag (CLDR, dateFormats: of the languages
// read here only the English of the United States puts the month first).
func orderOf(tag string) order {
	t, err := language.Parse(tag)
	if err != nil {
		return eitherOrder
	}
	base, _, region := t.Raw()
	switch {
	case base.String() != "en":
		return dayFirst
	case region.String() == "ZZ":
		return eitherOrder
	case region.String() == "US":
		return monthFirst
	}
	return dayFirst
}

// digital reads a date in digits at token i: 2024-06-19, 19/6/2024, 19.06.2024,
// 6/19/24.
func (r *Text) digital(s *Sentence, i int) {
	t := s.Tokens
	if len(t[i].Low) >= 8 && strings.Count(t[i].Low, ".") == 2 {
		r.ordered(s, strings.Split(t[i].Low, "."), i, i+1)
		return
	}
	if i+4 >= len(t) || t[i+2].Kind != Numeral || t[i+4].Kind != Numeral || t[i+1].Low != t[i+3].Low {
		return
	}
	for j := i + 1; j < i+5; j++ {
		if !t[j].Glued {
			return
		}
	}
	if i > 0 && t[i].Glued && (t[i-1].Low == "/" || t[i-1].Low == "-") || i+6 < len(t) && t[i+5].Low == t[i+1].Low && t[i+6].Glued {
		return
	}
	p := []string{t[i].Low, t[i+2].Low, t[i+4].Low}
	switch sep := t[i+1].Low; {
	case sep == "-" && len(p[0]) == 4:
		if d, err := date.Parse(strings.Join(p, "-")); err == nil {
			s.mark(d, i, i+5)
		}
	case sep == "/" && len(p[2]) == 2:
		p[2] = "20" + p[2]
		r.ordered(s, p, i, i+5)
	case (sep == "/" || sep == "-") && len(p[2]) == 4:
		r.ordered(s, p, i, i+5)
	}
}

// ordered notes the date of a day, a month and a year, or a month, a day and a
// year, whichever the region writes and the calendar has.
func (r *Text) ordered(s *Sentence, p []string, from, to int) {
	a, b := padded(p[0]), padded(p[1])
	if a == "" || b == "" || len(p[2]) != 4 {
		return
	}
	days, err := date.Parse(p[2] + "-" + b + "-" + a)
	months, err2 := date.Parse(p[2] + "-" + a + "-" + b)
	if err != nil && err2 != nil {
		return
	}
	d := months
	if err2 != nil || err == nil && r.order == dayFirst {
		d = days
	}
	s.mark(d, from, to)
	if r.order == eitherOrder && err == nil && err2 == nil && days != months {
		s.Dates[len(s.Dates)-1].other = days
	}
}

// padded returns one or two digits as two, and anything else as nothing.
func padded(s string) string {
	for _, c := range s {
		if c < '0' || c > '9' {
			return ""
		}
	}
	switch len(s) {
	case 1:
		return "0" + s
	case 2:
		return s
	}
	return ""
}
