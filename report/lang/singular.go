package lang

import (
	"strings"
	"unicode"
)

// singulars is how a language makes the singular of a plain plural, as far as that can be
// told from its letters. What cannot be told stays as it is written.
type singulars struct {
	Until   []string          `json:"until"`   // words that end the noun: "deaths per dose"
	All     bool              `json:"all"`     // each word of the noun bears the plural, else its last alone
	Words   map[string]string `json:"words"`   // whole words, those without a plural too
	Endings []ending          `json:"endings"` // the first that fits; one with the same text on both sides forbids
}

// An ending is what stands at the end of a plural, and at that of its singular.
type ending struct {
	Plural   string `json:"plural"`
	Singular string `json:"singular"`
}

// Singular returns a noun of one thing for the plural that a unit was given as: "truck" for
// "trucks", "death per dose" for "deaths per dose". Where a word of the noun is no plain
// plural of the language (a sign as "mW", a name, an unknown form) it returns plural itself.
// An author who wants other forms writes them by category.
//
// It is our own because the libraries that make singulars know English alone and change
// what is none: "Mbps", "mSv".
func (l *Language) Singular(plural string) string {
	words := strings.Split(plural, " ")
	end := len(words)
	for i, w := range words[1:] {
		if l.list.Singular.ends(w) {
			end = i + 1
			break
		}
	}
	begin := end - 1
	if l.list.Singular.All {
		begin = 0
	}
	for i := begin; i < end; i++ {
		one, ok := l.list.Singular.word(words[i])
		if !ok {
			return plural
		}
		words[i] = one
	}
	return strings.Join(words, " ")
}

func (s *singulars) ends(word string) bool {
	for _, w := range s.Until {
		if w == word {
			return true
		}
	}
	return false
}

// word returns the singular of one word, and whether it is one that can be told.
func (s *singulars) word(plural string) (string, bool) {
	if one, known := s.Words[plural]; known {
		return one, true
	}
	if len(plural) < 4 || strings.IndexFunc(plural, func(r rune) bool { return !unicode.IsLower(r) }) >= 0 {
		return plural, false
	}
	for _, e := range s.Endings {
		if stem, ok := strings.CutSuffix(plural, e.Plural); ok {
			return stem + e.Singular, e.Plural != e.Singular
		}
	}
	return plural, false
}
