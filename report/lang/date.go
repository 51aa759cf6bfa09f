package lang

import (
	"strconv"
	"strings"

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
		s := strings.NewReplacer("{d1}", strconv.Itoa(from.Day), "{d2}", strconv.Itoa(until.Day)).Replace(p.SameMonth)
		return l.date(from, s, "", p.Months)
	}
	return fill(p.Span, []string{l.Date(from), l.Date(until)})
}

func (l *Language) date(d date.Date, day, month string, names []string) string {
	y := strconv.Itoa(d.Year)
	switch d.Precision() {
	case date.None:
		return ""
	case date.Year:
		return y
	case date.Month:
		return strings.NewReplacer("{month}", names[d.Month-1], "{y}", y).Replace(month)
	}
	return strings.NewReplacer("{d}", strconv.Itoa(d.Day), "{month}", names[d.Month-1], "{y}", y).Replace(day)
}
