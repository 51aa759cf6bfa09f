package reading

// UnitOf names the first unit in sentence i that excludes others, or "".
func (r *Text) UnitOf(i int) string {
	if i < len(r.Sentences) {
		for _, t := range r.Sentences[i].Tokens {
			if t.Word.Unit != "" {
				return t.Word.Unit
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
		return t[i].Word.Unit
	}
	return ""
}

// Magnitude returns what a unit of the word lists measures, and how much of it one
// is (SI Brochure, 9th edition, tables 2, 4, 7 and 8). A unit that no other is a
// multiple of stands for itself.
func Magnitude(unit string) (dimension string, by float64) {
	switch unit {
	case "kilowatt":
		return "watt", 1e3
	case "megawatt":
		return "watt", 1e6
	case "gigawatt":
		return "watt", 1e9
	case "kilogram":
		return "gram", 1e3
	case "tonne":
		return "gram", 1e6
	case "metre":
		return "metre", 1
	case "kilometre":
		return "metre", 1e3
	}
	return unit, 1
}
