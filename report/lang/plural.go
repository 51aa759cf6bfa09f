package lang

import (
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
)

// category names a plural category (CLDR, language plural rules).
func category(f plural.Form) string {
	switch f {
	case plural.Zero:
		return "zero"
	case plural.One:
		return "one"
	case plural.Two:
		return "two"
	case plural.Few:
		return "few"
	case plural.Many:
		return "many"
	}
	return "other"
}

// Category returns the plural category of a number written in digits without an exponent
// ("1", "1.0", "-2.50"): "1 truck", but "1.0 trucks".
func (l *Language) Category(digits string) string {
	whole, fraction, _ := strings.Cut(strings.TrimLeft(digits, "-"), ".")
	if len(whole) > 9 { // the rules look at the last digits alone
		whole = "1" + whole[len(whole)-8:]
	}
	trimmed := strings.TrimRight(fraction, "0")
	operand := func(s string) int {
		if s == "" {
			return 0
		}
		n, _ := strconv.Atoi(s[:min(len(s), 9)])
		return n
	}
	return category(plural.Cardinal.MatchPlural(l.tag, operand(whole), len(fraction), len(trimmed), operand(fraction), operand(trimmed)))
}

// Categories lists the plural categories that numbers of everyday size have in the language.
func (l *Language) Categories() []string {
	seen := map[string]bool{}
	for n := range 200 {
		seen[l.Category(strconv.Itoa(n))] = true
	}
	seen[l.Category("1.5")] = true
	var out []string
	for _, c := range []string{"zero", "one", "two", "few", "many", "other"} {
		if seen[c] {
			out = append(out, c)
		}
	}
	return out
}
