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
	}
	return fill(l.list.Dates.Span, []string{one(from), one(until)})
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
