package lang

import (
	"fmt"
	"strconv"

	"sitrep/report/date"
)

// Date writes d in full, with the precision it was given: "23 de octubre de 2024".
func (l *Language) Date(d date.Date) string {
	list := &l.list.Dates
	part := list.Week
	switch d.Precision() {
	case date.Half:
		part = list.Halves[d.Half-1]
	case date.Quarter:
		part = list.Quarters[d.Quarter-1]
	}
	return l.date(d, list.Day, list.Month, part, list.Months)
}

// ShortDate writes d for charts and tables: "23 oct 2024".
func (l *Language) ShortDate(d date.Date) string {
	list := &l.list.Dates
	part := list.ShortWeek
	switch d.Precision() {
	case date.Half:
		part = list.ShortHalf
	case date.Quarter:
		part = list.ShortQuarter
	}
	return l.date(d, list.ShortDay, list.ShortMonth, part, list.Short)
}

// MonthShort names month m, from 1, for an axis.
func (l *Language) MonthShort(m int) string { return l.list.Dates.Short[m-1] }

// Span writes a time from one date to another; until may be zero.
func (l *Language) Span(from, until date.Date) string {
	d := &l.list.Dates
	return l.span(from, until, d.SameMonth, d.Months, l.Date)
}

// ShortSpan writes a time as Span does, for charts and tables: "8–13 oct 2024".
func (l *Language) ShortSpan(from, until date.Date) string {
	d := &l.list.Dates
	return l.span(from, until, d.ShortSameMonth, d.Short, l.ShortDate)
}

func (l *Language) span(from, until date.Date, sameMonth string, names []string, one func(date.Date) string) string {
	switch {
	case until.IsZero() || until == from:
		return one(from)
	case from.Precision() == date.Day && until.Precision() == date.Day && from.Year == until.Year && from.Month == until.Month:
		return dated(sameMonth, from, until, names)
	case from.Precision() == date.Minute && until.Precision() == date.Minute && onOneDay(from, until):
		day := from
		day.Clock = date.Clock{}
		return fill(l.list.Dates.Minute, []string{one(day), clock(from.Clock) + "–" + clock(until.Clock), offset(from.Clock)})
	}
	return fill(l.list.Dates.Span, []string{one(from), one(until)})
}

// onOneDay reports whether two times are of one day at one offset, as they are written.
func onOneDay(a, b date.Date) bool {
	return a.Year == b.Year && a.Month == b.Month && a.Day == b.Day && a.Clock.Offset == b.Clock.Offset
}

// date writes d by the patterns of its day, its month and its part of a year.
func (l *Language) date(d date.Date, day, month, part string, names []string) string {
	switch d.Precision() {
	case date.None:
		return ""
	case date.Year:
		return strconv.Itoa(d.Year)
	case date.Month:
		return dated(month, d, d, names)
	case date.Half, date.Quarter, date.Week:
		return dated(part, d, d, names)
	case date.Minute:
		return fill(l.list.Dates.Minute, []string{dated(day, d, d, names), clock(d.Clock), offset(d.Clock)})
	}
	return dated(day, d, d, names)
}

// dated fills the pattern of a date: {d} or {d1} and {d2}, {month}, {n} and {y}.
func dated(pattern string, d, until date.Date, names []string) string {
	return template(pattern, func(name string) (string, bool) {
		switch name {
		case "d", "d1":
			return strconv.Itoa(d.Day), true
		case "d2":
			return strconv.Itoa(until.Day), true
		case "month":
			return names[d.Month-1], true
		case "n":
			return strconv.Itoa(d.Half + d.Quarter + d.Week), true
		case "y":
			return strconv.Itoa(d.Year), true
		}
		return "", false
	})
}

// clock writes a time of day: "14:05".
func clock(c date.Clock) string { return fmt.Sprintf("%02d:%02d", c.Hour, c.Minute) }

// offset writes what stands behind UTC: "+3", "−4:30", and nothing at no offset.
func offset(c date.Clock) string {
	if c.Offset == 0 {
		return ""
	}
	sign, o := "+", c.Offset
	if o < 0 {
		sign, o = "−", -o
	}
	if o%60 == 0 {
		return sign + strconv.Itoa(o/60)
	}
	return fmt.Sprintf("%s%d:%02d", sign, o/60, o%60)
}
