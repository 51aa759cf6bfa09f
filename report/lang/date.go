package lang

import (
	"strconv"

	"sitrep/report/date"
)

// Date writes d in full, with the precision it was given: "23 de octubre de 2024".
func (l *Language) Date(d date.Date) string {
	return l.date(d, l.list.Dates.Day, l.list.Dates.Month, l.list.Dates.Months)
}

// ShortDate writes d for charts and tables: "23 oct 2024".
func (l *Language) ShortDate(d date.Date) string {
	return l.date(d, l.list.Dates.ShortDay, l.list.Dates.ShortMonth, l.list.Dates.Short)
}

// MonthShort names month m, from 1, for an axis.
func (l *Language) MonthShort(m int) string { return l.list.Dates.Short[m-1] }

// Span writes a time from one date to another; until may be zero.
func (l *Language) Span(from, until date.Date) string {
	if until.IsZero() || until == from {
		return l.Date(from)
	}
	p := l.list.Dates
	if from.Precision() == date.Day && until.Precision() == date.Day && from.Year == until.Year && from.Month == until.Month {
		return dated(p.SameMonth, from, until, p.Months)
	}
	return fill(p.Span, []string{l.Date(from), l.Date(until)})
}

func (l *Language) date(d date.Date, day, month string, names []string) string {
	switch d.Precision() {
	case date.None:
		return ""
	case date.Year:
		return strconv.Itoa(d.Year)
	case date.Month:
		return dated(month, d, d, names)
	}
	return dated(day, d, d, names)
}

// dated fills the pattern of a date: {d} or {d1} and {d2}, {month} and {y}.
func dated(pattern string, d, until date.Date, names []string) string {
	return template(pattern, func(name string) (string, bool) {
		switch name {
		case "d", "d1":
			return strconv.Itoa(d.Day), true
		case "d2":
			return strconv.Itoa(until.Day), true
		case "month":
			return names[d.Month-1], true
		case "y":
			return strconv.Itoa(d.Year), true
		}
		return "", false
	})
}
