package reading

import "strings"

// UnitOf names the first unit in sentence i that excludes others, or "".
func (r *Text) UnitOf(i int) string {
	if i < len(r.Sentences) {
		for j := range r.Sentences[i].Tokens {
			if u := UnitIn(r.Sentences[i].Tokens, j); u != "" {
				return u
			}
		}
	}
	return ""
}

// UnitAt names such a unit at token i of a sentence, behind at most one "of".
func (r *Text) UnitAt(sentence, i int) string {
	t := r.Sentences[sentence].Tokens
	if i < len(t) && t[i].Word.Of {
		i++
	}
	if i < len(t) {
		return UnitIn(t, i)
	}
	return ""
}

// UnitIn names the unit at token i with what makes another of it: the square and the cubic
// of a length, the hour of a power ("cubic metres", "metros cúbicos", "megawatt-hours").
func UnitIn(t []Token, i int) string {
	u := t[i].Word.Unit
	if u == "" {
		return ""
	}
	power := func(j int) string {
		if j >= 0 && j < len(t) {
			return t[j].Word.power
		}
		return ""
	}
	switch before, after := power(i-1), power(i+1); {
	case before != "":
		return before + " " + u
	case after != "":
		return after + " " + u
	}
	if dimension, _ := Magnitude(u); dimension == "watt" {
		j := i + 1
		if j < len(t) && isHyphen(t[j].Low) {
			j++
		}
		if j < len(t) && t[j].Word.Period == "hour" {
			return u + " hour"
		}
	}
	return u
}

// Magnitude returns what a unit of the word lists measures, and how much of it one
// is (SI Brochure, 9th edition, tables 2, 4, 7 and 8). A unit that no other is a
// multiple of stands for itself.
func Magnitude(unit string) (dimension string, by float64) {
	if power, hour := strings.CutSuffix(unit, " hour"); hour {
		of, by := Magnitude(power)
		return of + " hour", by
	}
	if length, square := strings.CutPrefix(unit, "square "); square {
		of, by := Magnitude(length)
		return "square " + of, by * by
	}
	if length, cubic := strings.CutPrefix(unit, "cubic "); cubic {
		of, by := Magnitude(length)
		return "cubic " + of, by * by * by
	}
	return simpleMagnitude(unit)
}

// simpleMagnitude is Magnitude of a unit that is no product of others.
func simpleMagnitude(unit string) (dimension string, by float64) {
	switch unit {
	case "kilowatt":
		return "watt", 1e3
	case "megawatt":
		return "watt", 1e6
	case "gigawatt":
		return "watt", 1e9
	case "terawatt":
		return "watt", 1e12
	case "microgram":
		return "gram", 1e-6
	case "milligram":
		return "gram", 1e-3
	case "gram":
		return "gram", 1
	case "kilogram":
		return "gram", 1e3
	case "tonne":
		return "gram", 1e6
	case "millimetre":
		return "metre", 1e-3
	case "centimetre":
		return "metre", 1e-2
	case "metre":
		return "metre", 1
	case "kilometre":
		return "metre", 1e3
	case "hectare":
		return "square metre", 1e4
	}
	return unit, 1
}

// IsMoney reports whether a unit of the word lists is a currency.
func IsMoney(unit string) bool {
	switch unit {
	case "euro", "dollar", "pound", "yen", "peso", "franc", "rupee", "yuan", "rouble", "lira", "crown", "zloty", "naira", "hryvnia", "rand",
		"dirham", "dinar", "shekel", "real", "sol", "quetzal", "bolivar":
		return true
	}
	return false
}
