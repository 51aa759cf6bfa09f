// Package date has dates of which only a part may be known.
package date

import (
	"fmt"
	"time"
)

// A Date is a year, a half, quarter, month or week of it, a day, or a minute of a day
// (proleptic Gregorian calendar). It has the fields that were written, and 0 for the
// others. The zero Date means "not given".
type Date struct {
	Year    int   // 1 to 9999; of a week, the year that the week is counted in
	Month   int   // 1 to 12, for months and days
	Day     int   // 1 to 31
	Quarter int   // 1 to 4: Month and Day are 0
	Half    int   // 1 or 2, likewise
	Week    int   // 1 to 53 (ISO 8601-1:2019, 5.2.3), likewise
	Clock   Clock // the time of a day; zero where none was written
}

// A Clock is a time of day with its offset from UTC. The zero Clock means "not given".
type Clock struct {
	Given        bool // a time was written
	Hour, Minute int  // 0 to 23, 0 to 59
	Offset       int  // minutes east of UTC
}

// Precision says how much of a date is known.
type Precision int

// The precisions, from the coarsest.
const (
	None    Precision = iota // the zero Date
	Year                     // 2024
	Half                     // 2024-H2
	Quarter                  // 2024-Q4
	Month                    // 2024-10
	Week                     // 2024-W43
	Day                      // 2024-10-23
	Minute                   // 2024-10-23T14:05+03:00
)

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// weeksIn returns how many ISO weeks the year has: 28 December is always in the last.
func weeksIn(year int) int {
	_, w := time.Date(year, 12, 28, 0, 0, 0, 0, time.UTC).ISOWeek()
	return w
}

// IsZero reports whether no date was given.
func (d Date) IsZero() bool { return d.Year == 0 }

// Precision returns how much of d is known.
func (d Date) Precision() Precision {
	switch {
	case d.Year == 0:
		return None
	case d.Clock.Given:
		return Minute
	case d.Day > 0:
		return Day
	case d.Month > 0:
		return Month
	case d.Week > 0:
		return Week
	case d.Quarter > 0:
		return Quarter
	case d.Half > 0:
		return Half
	}
	return Year
}

// String writes d as [Parse] reads it; the zero Date is the empty string.
func (d Date) String() string {
	switch d.Precision() {
	case None:
		return ""
	case Year:
		return fmt.Sprintf("%04d", d.Year)
	case Half:
		return fmt.Sprintf("%04d-H%d", d.Year, d.Half)
	case Quarter:
		return fmt.Sprintf("%04d-Q%d", d.Year, d.Quarter)
	case Week:
		return fmt.Sprintf("%04d-W%02d", d.Year, d.Week)
	case Month:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case Day:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	}
	return fmt.Sprintf("%04d-%02d-%02dT%s", d.Year, d.Month, d.Day, d.Clock)
}

// String writes the time of day with its offset: "14:05+03:00"; at no offset, "14:05Z".
func (c Clock) String() string {
	if !c.Given {
		return ""
	}
	zone := "Z"
	if c.Offset != 0 {
		sign, o := '+', c.Offset
		if o < 0 {
			sign, o = '-', -o
		}
		zone = fmt.Sprintf("%c%02d:%02d", sign, o/60, o%60)
	}
	return fmt.Sprintf("%02d:%02d%s", c.Hour, c.Minute, zone)
}

// First returns the first day that d may mean, in days since 1970-01-01. Of a minute
// it is the day as written, at its own offset.
func (d Date) First() int {
	switch d.Precision() {
	case Half:
		return days(d.Year, 6*d.Half-5, 1)
	case Quarter:
		return days(d.Year, 3*d.Quarter-2, 1)
	case Week:
		return d.monday()
	}
	return days(d.Year, max(d.Month, 1), max(d.Day, 1))
}

// monday returns the first day of the week: 4 January is always in week 1.
func (d Date) monday() int {
	fourth := time.Date(d.Year, 1, 4, 0, 0, 0, 0, time.UTC)
	return days(d.Year, 1, 4) - (int(fourth.Weekday())+6)%7 + 7*(d.Week-1)
}

// Last returns the last day that d may mean, in days since 1970-01-01.
func (d Date) Last() int {
	switch d.Precision() {
	case Day, Minute:
		return d.First()
	case Week:
		return d.monday() + 6
	case Month:
		return days(d.Year, d.Month, daysIn(d.Year, d.Month))
	case Quarter:
		return days(d.Year, 3*d.Quarter, daysIn(d.Year, 3*d.Quarter))
	case Half:
		return days(d.Year, 6*d.Half, daysIn(d.Year, 6*d.Half))
	}
	return days(d.Year, 12, 31)
}

// Middle returns the day in the middle of what d may mean, in days since
// 1970-01-01: where a mark for d stands on a time axis. A minute stands within its day.
func (d Date) Middle() float64 {
	middle := float64(d.First()+d.Last()) / 2
	if d.Clock.Given {
		middle += float64(d.Clock.Hour*60+d.Clock.Minute)/1440 - 0.5
	}
	return middle
}

// Compare orders dates by when they begin, minutes by the moment that they are (a
// date without a time begins at midnight UTC); of two that begin together the more
// precise one comes first. The zero Date comes before all others.
func (d Date) Compare(e Date) int {
	if d.IsZero() || e.IsZero() {
		return d.Year - e.Year
	}
	if c := d.begin() - e.begin(); c != 0 {
		return c
	}
	return int(e.Precision()) - int(d.Precision())
}

// begin returns the moment at which d begins, in minutes since 1970-01-01T00:00Z.
func (d Date) begin() int {
	return d.First()*1440 + d.Clock.Hour*60 + d.Clock.Minute - d.Clock.Offset
}

// FromDays returns the day n days after 1970-01-01.
func FromDays(n int) Date {
	t := time.Unix(int64(n)*86400, 0).UTC()
	return Date{Year: t.Year(), Month: int(t.Month()), Day: t.Day()}
}

func days(y, m, d int) int {
	return int(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}
