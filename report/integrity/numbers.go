package integrity

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
		reader := newReader(f)
		for p := range passages {
			r := reader.read(p)
			for i := range r.sentences {
				s := &r.sentences[i]
				for _, a := range s.amounts {
					n := Number{Off: int(s.tokens[a.from].off), Value: a.value, Alt: a.alt}
					if a.to < len(s.tokens) && s.tokens[a.to].kind == word {
						n.Next = s.tokens[a.to].low
					}
					if !yield(p, n) {
						return
					}
				}
			}
		}
	}
}
