package tabular

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"sitrep/report/pattern"
)

// keyScale is the setting that says of which power of ten the numbers are counts.
const keyScale = "scale"

// scales are the values of that setting, by the digits that they stand for.
var scales = map[string]int{"1": 0, "thousand": 3, "1000": 3, "million": 6, "1000000": 6, "billion": 9, "1000000000": 9}

// scaled multiplies digits by what the setting says. Where a head or a title says
// "thousands" or "million" and the setting nothing, the number is refused: it would be
// wrong by that much.
func (f *record) scaled(key, digits string) (string, bool) {
	if given := strings.ToLower(f.mapping.Set[keyScale]); given != "" {
		by, ok := scales[given]
		if !ok {
			f.bad(key, "E702", fmt.Sprintf("%q is no scale", given), "1, thousand, million or billion")
		}
		return shifted(digits, by), ok
	}
	where, word := f.scaleWord(key)
	if word == "" {
		return digits, true
	}
	f.bad(key, "E704", fmt.Sprintf("%s says “%s”: the numbers may have to be multiplied", where, word),
		"say --set scale=thousand, million or billion; or --set scale=1 where the unit says it already")
	return digits, false
}

// scaleWord finds a word for a power of ten in the name of the column or above the
// head. Where the unit says it as well, the numbers are right as they are.
func (f *record) scaleWord(key string) (where, word string) {
	if scaleIn(f.cells["measure.unit"].text, 1) != "" {
		return "", ""
	}
	if col := f.cells[key].col; col > 0 && col <= len(f.columns) && f.columns[col-1].key == key {
		if word := scaleIn(f.columns[col-1].name, 1); word != "" {
			return fmt.Sprintf("the column %q", f.columns[col-1].name), word
		}
	}
	for _, line := range f.above {
		if word := scaleIn(line, 3); word != "" { // shorter ones mean other things in a sentence
			return "a line above the head, " + excerpt([]string{line}) + ",", word
		}
	}
	return "", ""
}

// powers are the ways to write a thousand or a million in digits, as what numbers are counts of: "(000's)", "'000", "x1000",
// "(in 1,000)". "Per 100,000" is none.
var powers = pattern.Of(`(?i)(?:^|[\s(\[])([x×] ?1[,.]?000(?:[,.]000)*|['’]?000(?:[,.]000)*['’]?s?)(?:[\s)\],;:]|$)` +
	`|[(\[](?:in )?(1[,.]?000(?:[,.]000)*)[)\]]`)

// scaleIn returns the first word of the text, of so many letters at the least, that stands for a power of ten.
func scaleIn(text string, least int) string {
	if m := powers().FindStringSubmatch(text); m != nil {
		return m[1] + m[2]
	}
	list := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \u00a0\t\n()[],;:/._-", r) })
	for _, word := range list {
		if utf8.RuneCountInString(word) < least || least > 1 && strings.Trim(word, "0123456789") == "" {
			continue
		}
		for _, names := range words().Scales {
			if slices.Contains(names, strings.TrimSuffix(word, "s")) || slices.Contains(names, word) {
				return word
			}
		}
	}
	return ""
}

// shifted moves the decimal point of a number to the right.
func shifted(digits string, by int) string {
	if by == 0 || strings.ContainsAny(digits, "eE") {
		return digits
	}
	sign := ""
	if rest, ok := strings.CutPrefix(digits, "-"); ok {
		sign, digits = "-", rest
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	fraction += strings.Repeat("0", max(0, by-len(fraction)))
	whole, fraction = whole+fraction[:by], fraction[by:]
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		whole = "0"
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}
