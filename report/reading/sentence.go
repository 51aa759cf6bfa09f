package reading

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
)

// Sourced reports whether all that the sentence refers to are facts.
func Sourced(s *Sentence) bool {
	for _, t := range s.Tokens {
		if t.Kind == Cite && !slices.ContainsFunc(s.Facts, func(f *facts.Fact) bool { return f.ID == t.ID }) {
			return false
		}
	}
	return true
}

// A Sentence is a run of tokens.
type Sentence struct {
	Tokens  []Token       // in the order of reading
	Matches []Match       // phrases of the word list, by where they begin
	Dates   []DateMention // by where they stand
	Amounts []Amount      // by where they stand
	Facts   []*facts.Fact // bound or cited in it, without repetition
	Values  []ValueToken  // the values bound in it
}

// A ValueToken is a value of the sentence: the token and its fact.
type ValueToken struct {
	At   int         // index of the token
	Fact *facts.Fact // whose value it is
	Part claim.Part  // low, best …; empty: the whole
}

// A Match is a phrase of the word list, from one token to before another.
type Match struct {
	Class    string  // of phrases: "denies", "atleast", …
	From, To int     // tokens
	Value    float64 // of the class "ratio": 2 for "twice"
}

// Has reports whether the sentence has a phrase of one of the classes.
func (s *Sentence) Has(classes ...string) bool { return s.First(0, len(s.Tokens), classes...) >= 0 }

// First returns the first token of the first phrase of one of the classes that
// lies between two tokens, or -1.
func (s *Sentence) First(from, to int, classes ...string) int {
	for k := range s.Matches {
		h := &s.Matches[k]
		if h.From >= to { // so do all behind it
			break
		}
		if h.From >= from && h.To <= to {
			for _, c := range classes {
				if h.Class == c {
					return h.From
				}
			}
		}
	}
	return -1
}

// At returns the end of the longest phrase of the class that begins at token i, or -1.
func (s *Sentence) At(i int, class string) int {
	end := -1
	for k := range s.Matches {
		h := &s.Matches[k]
		if h.From > i { // so do all behind it
			break
		}
		if h.From == i && h.Class == class {
			end = max(end, h.To)
		}
	}
	return end
}

// UpTo returns the beginning of a phrase of the class that ends before token i, or -1.
func (s *Sentence) UpTo(i int, class string) int {
	for k := range s.Matches {
		if h := &s.Matches[k]; h.To == i && h.Class == class {
			return h.From
		}
	}
	return -1
}

func (s *Sentence) add(f *facts.Fact) {
	for _, other := range s.Facts {
		if other == f {
			return
		}
	}
	s.Facts = append(s.Facts, f)
}

// matches reports whether the words stand at token i.
func (s *Sentence) matches(i int, words []string) bool {
	if i+len(words) > len(s.Tokens) {
		return false
	}
	for j, w := range words {
		if s.Tokens[i+j].Low != w {
			return false
		}
	}
	return true
}
