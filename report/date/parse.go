package date

import (
	"fmt"
	"strings"
)

// Parse reads the forms 2024, 2024-10 and 2024-10-23 (ISO 8601-1:2019, 5.2.2, extended
// format and its reduced precisions), 2024-W43 (5.2.3), 2024-Q4 and 2024-H2 (after ISO
// 8601-2:2019, 4.8, which numbers quarters and halves of a year), and a day with a time
// of day and its offset, 2024-10-23T14:05+03:00 (5.4.2). Years run from 0001 to 9999.
func Parse(s string) (Date, error) {
	bad := fmt.Errorf("%q is not a date: write 2024, 2024-10, 2024-10-23, 2024-Q4, 2024-H2 or 2024-W43", s)
	day, clock, timed := strings.Cut(s, "T")
	d, ok := parse(day)
	if !ok || timed && d.Precision() < Day {
		return Date{}, bad
	}
	if timed {
		if d.Clock, ok = parseClock(clock); !ok {
			return Date{}, fmt.Errorf("%q has no such time: write the minute and its offset from UTC, as 14:05+03:00 or 11:05Z", s)
		}
	}
	if err := d.exists(s); err != nil {
		return Date{}, err
	}
	return d, nil
}

// parse reads a date without a time of day, whether it exists or not.
func parse(s string) (Date, bool) {
	if len(s) < 4 {
		return Date{}, false
	}
	var d Date
	var ok bool
	if d.Year, ok = digits(s[:4]); !ok || len(s) > 4 && s[4] != '-' {
		return d, false
	}
	switch rest := s[min(len(s), 5):]; {
	case len(s) == 4:
		return d, true
	case len(rest) == 2 && rest[0] == 'Q':
		d.Quarter, ok = digits(rest[1:])
	case len(rest) == 2 && rest[0] == 'H':
		d.Half, ok = digits(rest[1:])
	case len(rest) == 3 && rest[0] == 'W':
		d.Week, ok = digits(rest[1:])
	case len(rest) == 2:
		d.Month, ok = digits(rest)
	case len(rest) == 5 && rest[2] == '-':
		var day bool
		d.Month, ok = digits(rest[:2])
		d.Day, day = digits(rest[3:])
		ok = ok && day
	default:
		ok = false
	}
	if ok && d.Precision() == Year { // Q0, H0, W00 and month 00
		d.Month = 13
	}
	return d, ok
}

// digits reads a number of nothing but digits.
func digits(s string) (int, bool) {
	n := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = 10*n + int(c-'0')
	}
	return n, s != ""
}

// parseClock reads 14:05+03:00 or 11:05Z.
func parseClock(s string) (Clock, bool) {
	if len(s) < 6 || s[2] != ':' {
		return Clock{}, false
	}
	c := Clock{Given: true}
	var hour, minute bool
	c.Hour, hour = digits(s[:2])
	c.Minute, minute = digits(s[3:5])
	if !hour || !minute || c.Hour > 23 || c.Minute > 59 {
		return Clock{}, false
	}
	zone := s[5:]
	if zone == "Z" {
		return c, true
	}
	if len(zone) != 6 || zone[0] != '+' && zone[0] != '-' || zone[3] != ':' {
		return Clock{}, false
	}
	hours, ok := digits(zone[1:3])
	minutes, ok2 := digits(zone[4:])
	if !ok || !ok2 || hours > 15 || minutes > 59 {
		return Clock{}, false
	}
	if c.Offset = 60*hours + minutes; zone[0] == '-' {
		c.Offset = -c.Offset
	}
	return c, true
}

// exists returns an error where the calendar has no such date.
func (d Date) exists(s string) error {
	switch {
	case d.Year == 0 || d.Month > 12 || len(s) >= 7 && d.Precision() == Year:
		return fmt.Errorf("%q has no such month or year", s)
	case d.Quarter > 4 || d.Half > 2:
		return fmt.Errorf("%q has no such quarter or half", s)
	case d.Week > weeksIn(d.Year):
		return fmt.Errorf("%q has no such week", s)
	case d.Month > 0 && d.Day > daysIn(d.Year, d.Month), len(s) >= 10 && s[7] == '-' && (d.Day == 0 || d.Month == 0):
		return fmt.Errorf("%q has no such day", s)
	}
	return nil
}
