// Package date holds a calendar date with the precision it was given: a year, a month or a day.
package date

import (
	"fmt"
	"strconv"
	"time"
)

// A Date is a year, a month of a year, or a day (proleptic Gregorian calendar).
// Month 0 means that only the year is known, Day 0 that the day is not known.
// The zero Date means "not given".
type Date struct {
	Year, Month, Day int
}

// Precision says how much of a date is known.
type Precision int

// The precisions, from the coarsest.
const (
	None  Precision = iota // the zero Date
	Year                   // 2024
	Month                  // 2024-10
	Day                    // 2024-10-23
)

// Parse reads the forms YYYY, YYYY-MM and YYYY-MM-DD (ISO 8601-1:2019, 5.2.2,
// extended format and its reduced precisions). Years run from 0001 to 9999.
func Parse(s string) (Date, error) {
	var d Date
	bad := fmt.Errorf("%q is not a date: write 2024, 2024-10 or 2024-10-23", s)
	if len(s) != 4 && len(s) != 7 && len(s) != 10 {
		return d, bad
	}
	for i, c := range []byte(s) {
		if dash := i == 4 || i == 7; dash != (c == '-') || !dash && (c < '0' || c > '9') {
			return d, bad
		}
	}
	d.Year, _ = strconv.Atoi(s[:4])
	if len(s) >= 7 {
		d.Month, _ = strconv.Atoi(s[5:7])
	}
	if len(s) == 10 {
		d.Day, _ = strconv.Atoi(s[8:])
	}
	if d.Year == 0 || len(s) >= 7 && (d.Month < 1 || d.Month > 12) {
		return Date{}, fmt.Errorf("%q has no such month or year", s)
	}
	if len(s) == 10 && (d.Day < 1 || d.Day > daysIn(d.Year, d.Month)) {
		return Date{}, fmt.Errorf("%q has no such day", s)
	}
	return d, nil
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// IsZero reports whether no date was given.
func (d Date) IsZero() bool { return d.Year == 0 }

// Precision returns how much of d is known.
func (d Date) Precision() Precision {
	switch {
	case d.Year == 0:
		return None
	case d.Month == 0:
		return Year
	case d.Day == 0:
		return Month
	}
	return Day
}

// String writes d as Parse reads it; the zero Date is the empty string.
func (d Date) String() string {
	switch d.Precision() {
	case None:
		return ""
	case Year:
		return fmt.Sprintf("%04d", d.Year)
	case Month:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// First returns the first day that d may mean, in days since 1970-01-01.
func (d Date) First() int {
	return days(d.Year, max(d.Month, 1), max(d.Day, 1))
}

// Last returns the last day that d may mean, in days since 1970-01-01.
func (d Date) Last() int {
	switch d.Precision() {
	case Day:
		return d.First()
	case Month:
		return days(d.Year, d.Month, daysIn(d.Year, d.Month))
	}
	return days(d.Year, 12, 31)
}

// Middle returns the day in the middle of what d may mean, in days since
// 1970-01-01: where a mark for d stands on a time axis.
func (d Date) Middle() float64 { return float64(d.First()+d.Last()) / 2 }

// Compare orders dates by their first day; of two that begin together the more
// precise one comes first. The zero Date comes before all others.
func (d Date) Compare(e Date) int {
	if d.IsZero() || e.IsZero() {
		return d.Year - e.Year
	}
	if c := d.First() - e.First(); c != 0 {
		return c
	}
	return int(e.Precision()) - int(d.Precision())
}

// FromDays returns the day n days after 1970-01-01.
func FromDays(n int) Date {
	t := time.Unix(int64(n)*86400, 0).UTC()
	return Date{t.Year(), int(t.Month()), t.Day()}
}

func days(y, m, d int) int {
	return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}
