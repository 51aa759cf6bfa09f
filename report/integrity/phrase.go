package integrity

import (
	"strconv"
	"unicode/utf8"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/quantity"
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

// middle returns the number that stands for a fact where two are set side by side: its best, the bound that it has, or
// the middle of its two.
func middle(f *facts.Fact) *quantity.Number {
	if f.Best == nil && f.Low != nil && f.High != nil {
		return quantity.FromFloat(evidence.Middle(f))
	}
	return quantity.Given(f.Best, f.Low, f.High)[0]
}

// lowestDigits writes the number at which a fact begins.
func lowestDigits(f *facts.Fact) string { return quantity.Given(f.Low, f.Best, f.High)[0].String() }

// saysRange writes the two ends of a fact.
func saysRange(f *facts.Fact) string { return f.Low.String() + " to " + f.High.String() }
