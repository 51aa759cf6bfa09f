package reading

import (
	"slices"
	"strings"
)

// A Name is an origin's name as a run of words.
type Name struct {
	Words  []string // tokens in lower case
	Origin string   // its id
	Noun   bool     // a word for bodies of many kinds, which names this one where a capital says that it is a name
}

// A Mention is the name of an origin in a sentence, and the origins that bear it.
type Mention struct {
	From, To int      // tokens, from one to before another
	Origins  []string // ids
}

// Mentions returns the names of origins in the sentence, in order.
func (s *Sentence) Mentions(voices map[string][]Name) []Mention {
	var out []Mention
	for i := range s.Tokens {
		if s.Tokens[i].Kind != Word {
			continue
		}
		first := s.Tokens[i].Low
		if voices[first] == nil {
			first = Possessor(first)
		}
		for _, v := range voices[first] {
			last, end := i+len(v.Words)-1, v.Words[len(v.Words)-1]
			if last >= len(s.Tokens) || len(v.Words) > 1 && !s.matches(i, v.Words[:len(v.Words)-1]) || s.Tokens[last].Low != end &&
				Possessor(s.Tokens[last].Low) != end {
				continue
			}
			if v.Noun && !s.proper(i) {
				continue
			}
			if n := len(out); n > 0 && out[n-1].From == i && out[n-1].To == last+1 {
				out[n-1].Origins = append(out[n-1].Origins, v.Origin)
			} else {
				out = append(out, Mention{i, last + 1, []string{v.Origin}})
			}
		}
	}
	return longestMentions(out)
}

// proper reports whether a token has a capital that it does not have from the beginning of a sentence.
func (s *Sentence) proper(i int) bool {
	return s.Tokens[i].Capital && i > 0 && s.Tokens[i-1].Kind == Word
}

// longestMentions leaves out names that are part of a longer one: "the Ministry" in "the
// Finance Ministry".
func longestMentions(list []Mention) []Mention {
	return slices.DeleteFunc(slices.Clone(list), func(m Mention) bool {
		return slices.ContainsFunc(list, func(o Mention) bool { return o.From <= m.From && o.To >= m.To && o.To-o.From > m.To-m.From })
	})
}

// Possessor takes the sign of the genitive from a word.
func Possessor(w string) string {
	if len(w) > 2 && w[len(w)-1] == 's' {
		return strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
	}
	return w
}
