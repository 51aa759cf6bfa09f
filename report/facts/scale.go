package facts

import (
	"strings"

	"sitrep/report/claim"
)

// A Term is one expression of a scale of likelihood, in English as the standard
// has it, with the range of probability that it stands for, in percent.
type Term struct {
	Name      string  // "very likely"
	Row       string  // ICD 203: "A" or "B", which are not to be mixed; else empty
	Low, High float64 // percent, both ends inside
}

// scales are the scales of likelihood, each from the least likely to the most.
//
// ICD 203: Intelligence Community Directive 203, Analytic Standards, section
// D.6.e(2)(a), two rows of seven terms. PHIA: the probability yardstick of the
// Professional Head of Intelligence Assessment (UK, 2025); its limits are
// approximate and its gaps are deliberate. The two do not line up: a term of one
// is never turned into a term of the other.
var scales = map[claim.LikelihoodScale][]Term{
	claim.ICD203: {
		{"almost no chance", "A", 1, 5}, {"remote", "B", 1, 5},
		{"very unlikely", "A", 5, 20}, {"highly improbable", "B", 5, 20},
		{"unlikely", "A", 20, 45}, {"improbable", "B", 20, 45},
		{"roughly even chance", "A", 45, 55}, {"roughly even odds", "B", 45, 55},
		{"likely", "A", 55, 80}, {"probable", "B", 55, 80},
		{"very likely", "A", 80, 95}, {"highly probable", "B", 80, 95},
		{"almost certain", "A", 95, 99}, {"nearly certain", "B", 95, 99},
	},
	claim.PHIA: {
		{"remote chance", "", 0, 5}, {"highly unlikely", "", 10, 20}, {"unlikely", "", 25, 35},
		{"realistic possibility", "", 40, 50}, {"likely", "", 55, 75}, {"probable", "", 55, 75},
		{"highly likely", "", 80, 90}, {"almost certain", "", 95, 100},
	},
}

// Scale returns the terms of a scale of likelihood from the
// least likely to the most; nil where there is no such scale. Callers must not change it.
func Scale(id claim.LikelihoodScale) []Term { return scales[id] }

// sentence joins names with commas.
func sentence(names []string) string { return strings.Join(names, ", ") }
