package reading

import (
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/lang"
)

// A TermMatch is a term of likelihood in a sentence.
type TermMatch struct {
	Term
	From, To int // tokens, from one to before another
}

// Terms finds the terms of likelihood in a sentence, the longest at each place;
// of two scales that share an expression, that of the briefing.
func (r *Text) Terms(s *Sentence, scale claim.LikelihoodScale) []TermMatch {
	var out []TermMatch
	for i := 0; i < len(s.Tokens); i++ {
		best := TermMatch{}
		for _, t := range r.terms[s.Tokens[i].Low] {
			longer := len(t.Words) > len(best.Words)
			if s.matches(i, t.Words) && (longer || len(t.Words) == len(best.Words) && t.Scale == scale && best.Scale != scale) {
				best = TermMatch{t, i, i + len(t.Words)}
			}
		}
		if best.To > 0 {
			out = append(out, best)
			i = best.To - 1
		}
	}
	return out
}

// Likely reports whether the sentence has any term of likelihood.
func (r *Text) Likely(s *Sentence) bool { return len(r.Terms(s, "")) > 0 }

// A Term is an expression of likelihood in the words of the language.
type Term struct {
	Words []string              // tokens in lower case
	Name  string                // as in package facts
	Scale claim.LikelihoodScale // which scale has it
	row   string
}

// likelihoods returns the expressions of every scale, by their first word.
func likelihoods(l *lang.Language) map[string][]Term {
	out := map[string][]Term{}
	for _, scale := range claim.LikelihoodScales() {
		for _, t := range facts.Scale(scale) {
			words := strings.Fields(l.Say("likelihood." + t.Name))
			out[words[0]] = append(out[words[0]], Term{words, t.Name, scale, t.Row})
		}
	}
	return out
}
