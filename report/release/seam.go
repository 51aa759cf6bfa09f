package release

import (
	"strings"
	"unicode"

	"golang.org/x/text/currency"

	"sitrep/report/reading"
)

// seams returns the bytes of a text at which a number touches a word that is no part of it: its unit behind it
// (2175km), a currency before it (USD2175), what is written without spaces. Letters and digits of a name
// (MH370, 4f2175ab) stay together, and so do ordinals, signs of scale and decades, which are read with their number.
func seams(text string, list *reading.WordList) (cuts []int) {
	from, by := -1, spaced
	end := func(to int) {
		if from >= 0 && by == spaced {
			for _, cut := range seamsIn(text[from:to], list) {
				cuts = append(cuts, from+cut)
			}
		}
		from = -1
	}
	for i, c := range text {
		switch is := spacingOf(c); {
		case unicode.IsMark(c) && from >= 0:
		case !unicode.IsLetter(c) && !unicode.IsDigit(c):
			end(i)
		case from < 0:
			from, by = i, is
		case is != by:
			end(i)
			cuts = append(cuts, i)
			from, by = i, is
		}
	}
	end(len(text))
	return cuts
}

// seamsIn returns those in a run of letters and digits.
func seamsIn(s string, list *reading.WordList) (cuts []int) {
	isDigit := func(r rune) bool { return r >= '0' && r <= '9' }
	isLetter := func(r rune) bool { return !isDigit(r) }
	from := strings.IndexFunc(s, isDigit)
	if from < 0 {
		return nil
	}
	to := len(s)
	if n := strings.IndexFunc(s[from:], isLetter); n >= 0 {
		to = from + n
	}
	behind, power := s[to:], false
	if unit := strings.TrimRight(behind, "23"); len(behind)-len(unit) == 1 { // m2, km3
		behind, power = unit, true
	}
	switch times := strings.TrimLeftFunc(behind, isLetter); {
	case from > 0 && !affixed(s[:from], list):
		return nil
	case strings.HasPrefix(strings.ToLower(behind), "x") && len(times) == len(behind)-1: // 12x30
		cuts = append(cuts, to, to+1)
		for _, cut := range seamsIn(times, list) {
			cuts = append(cuts, to+1+cut)
		}
	case times != "" && list.Look(strings.ToLower(strings.TrimRightFunc(behind, isDigit))).Month == 0: // 14May2025
		return nil
	case behind != "" && (power || !sticks(s[from:to], behind, list)):
		cuts = append(cuts, to)
		if times != "" {
			cuts = append(cuts, len(s)-len(times))
		}
	}
	if from > 0 {
		cuts = append([]int{from}, cuts...)
	}
	return cuts
}

// affixed reports whether letters before a number are no part of a name with it: a currency, or a conjunction or preposition
// of Arabic or Hebrew, which is written without a space.
func affixed(letters string, list *reading.WordList) bool {
	_, err := currency.ParseISO(letters)
	return err == nil || reading.IsMoney(list.Look(strings.ToLower(letters)).Unit) ||
		strings.ContainsFunc(letters, func(r rune) bool { return unicode.In(r, unicode.Arabic, unicode.Hebrew) })
}

// sticks reports whether letters behind digits are read with them: a sign of scale, an ordinal of a day, the s of a decade.
func sticks(digits, letters string, list *reading.WordList) bool {
	return list.Look(letters).Suffix > 0 || len(digits) <= 2 && reading.IsOrdinal(letters) ||
		len(digits) == 4 && digits[3] == '0' && letters == "s"
}
