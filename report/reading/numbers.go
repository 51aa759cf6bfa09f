package reading

import (
	"iter"

	"sitrep/report/facts"
)

// A Number is a number that a text says, in digits or in words; dates are none.
type Number struct {
	Off        int     // byte of the passage's S
	Value, Alt float64 // Alt is the other reading of one separator: 12.000; else the same
	Next       string  // the word behind it, in small letters; empty where none follows
}

// Numbers gives the numbers that passages of f say, each with its passage.
func Numbers(f *facts.File, passages iter.Seq[facts.Passage]) iter.Seq2[facts.Passage, Number] {
	return func(yield func(facts.Passage, Number) bool) {
		reader := NewParser(f)
		for p := range passages {
			r := reader.Parse(p)
			for i := range r.Sentences {
				s := &r.Sentences[i]
				for _, a := range s.Amounts {
					n := Number{Off: int(s.Tokens[a.From].Off), Value: a.Value, Alt: a.Alt}
					if a.To < len(s.Tokens) && s.Tokens[a.To].Kind == Word {
						n.Next = s.Tokens[a.To].Low
					}
					if !yield(p, n) {
						return
					}
				}
			}
		}
	}
}
