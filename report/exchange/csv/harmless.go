package csv

import (
	"strings"

	"sitrep/report/exchange/sheet"
)

// Harmless returns the text of a cell in a form that no spreadsheet takes for a
// formula: an apostrophe stands before a sign that could begin one (= + - @, their
// full-width forms, tab, carriage return), at the beginning and after whatever
// could divide cells where the file is opened with another delimiter. A number
// stays as it is.
func Harmless(s string) string {
	if sheet.IsNumber(s) {
		return s
	}
	return guarded(s, func(b *strings.Builder, apostrophes int) {
		b.WriteString(strings.Repeat("'", apostrophes+1))
	})
}

// Harmed gives back what Harmless was given.
func Harmed(s string) string {
	return guarded(s, func(b *strings.Builder, apostrophes int) {
		b.WriteString(strings.Repeat("'", max(0, apostrophes-1)))
	})
}

const (
	signs    = "=+-@\t\r＝＋－＠"
	dividers = ";,\t|\n\r"
)

// guarded copies s and lets write put down the apostrophes before each sign that
// could begin a formula.
func guarded(s string, write func(b *strings.Builder, apostrophes int)) string {
	var b strings.Builder
	begins := true // of what could be a cell
	apostrophes := 0
	for _, r := range s {
		if begins && r == '\'' {
			apostrophes++
			continue
		}
		if begins && strings.ContainsRune(signs, r) {
			write(&b, apostrophes)
		} else {
			b.WriteString(strings.Repeat("'", apostrophes))
		}
		apostrophes = 0
		b.WriteRune(r)
		begins = strings.ContainsRune(dividers, r) || begins && r == '"'
	}
	b.WriteString(strings.Repeat("'", apostrophes))
	return b.String()
}
