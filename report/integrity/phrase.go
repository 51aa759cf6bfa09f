package integrity

import (
	"strconv"
	"unicode/utf8"
)

// quote writes a string of the file for a message, no longer than is useful.
func quote(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) > most {
		s = string([]rune(s)[:most]) + "…"
	}
	return strconv.Quote(s)
}

// plural writes n with the noun that fits.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// show writes a number for a message: 12000, 6.5.
func show(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
