package reading

import (
	"math"
	"slices"
	"strings"
)

// Things reports whether something is counted: a word that looks like a plural
// stands at once behind the number ("47 lorries", "47 camiones", "47 of the
// lorries"), or "in all", "more", "killed".
func (s *Sentence) Things(n Amount) bool {
	i := n.To
	if s.First(i, min(i+2, len(s.Tokens)), "total", "killed", "wounded", "casualties") == i {
		return true
	}
	for i < len(s.Tokens) && (s.Tokens[i].Word.Of || s.Tokens[i].Word.Tiny) {
		i++
	}
	if i >= len(s.Tokens) || s.Tokens[i].Kind != Word || s.Tokens[i].Word.By > 0 {
		return false
	}
	w := s.Tokens[i].Low
	return len(w) > 3 && w[len(w)-1] == 's' || w == "people" || w == "men" || w == "women" || w == "children"
}

// Named reports whether the word before makes the number a name, or it is glued
// to one.
func (s *Sentence) Named(n Amount) bool {
	i := n.From - 1
	if i < 0 {
		return false
	}
	t := s.Tokens[i]
	if t.Kind == Punct && (t.Low == "#" || t.Low == "№" || t.Low == "§") {
		return true
	}
	if s.Tokens[n.From].Glued && t.Kind == Punct && isHyphen(t.Low) {
		return s.hyphenated(i)
	}
	if t.Low == "." && t.Glued && i > 0 {
		i--
	}
	for i > 1 && (s.Tokens[i].Kind == Numeral || s.Tokens[i].Low == "," || s.Tokens[i].Low == "and" || s.Tokens[i].Low == "y") &&
		s.Tokens[i-1].Kind != Punct {
		i-- // Articles 4 and 12
	}
	if s.UpTo(n.From, "numbering") >= 0 { // they number 37
		return false
	}
	if n.Value >= 1000 && strings.ContainsAny(s.Tokens[n.From].Low, ",.") { // a count: names have no separators
		return false
	}
	if n.Value <= 24 && s.UpTo(n.From, "clock") >= 0 { // a las 8
		return true
	}
	return s.First(i, i+1, "designator") == i || n.Value < 100 && s.First(i, i+1, "period") == i // week 9
}

// hyphenated reports whether the hyphen at token i, and numbers with hyphens before it, glue a number to a word.
func (s *Sentence) hyphenated(i int) bool {
	for i > 1 && isHyphen(s.Tokens[i].Low) && s.Tokens[i].Glued && s.Tokens[i-1].Kind == Numeral { // CVE-2024-3094
		if i -= 2; !s.Tokens[i+1].Glued {
			return false
		}
	}
	return i > 0 && isHyphen(s.Tokens[i].Low) && s.Tokens[i].Glued && s.Tokens[i-1].Kind == Word
}

func isHyphen(s string) bool { return s == "-" || s == "‑" }

// Technical reports whether the word behind makes the number a size or a duration.
func (s *Sentence) Technical(n Amount) bool {
	i := n.To
	if i >= len(s.Tokens) {
		return false
	}
	if isHyphen(s.Tokens[i].Low) && s.Tokens[i].Glued && i+1 < len(s.Tokens) && s.Tokens[i+1].Glued && s.Tokens[i+1].Kind == Word {
		return n.Value < 1000 || s.First(i+1, i+2, "technical") >= 0
	}
	if isThrough(s.Tokens[i].Low) && i+1 < len(s.Tokens) && s.Tokens[i+1].Kind == Numeral {
		i += 2 // 30–40 days
	}
	return i < len(s.Tokens) && s.First(i, i+1, "technical") == i
}

func isThrough(s string) bool {
	return s == "–" || s == "-" || s == "to" || s == "a" || s == "or" || s == "o"
}

// Ratio reports whether the number is part of a time, a ratio or a fraction: 4:30,
// 3/4, 9 out of 10.
func (s *Sentence) Ratio(n Amount) bool {
	if n.Value <= 100 && (s.UpTo(n.From, "outOf") >= 0 || s.At(n.To, "outOf") > 0) {
		return true
	}
	part := func(i, other int) bool {
		if i < 0 || i >= len(s.Tokens) || other < 0 || other >= len(s.Tokens) {
			return false
		}
		t := s.Tokens[i]
		return t.Kind == Punct && (t.Low == ":" || t.Low == "/") && s.Tokens[max(i, other)].Glued && s.Tokens[other].Kind == Numeral
	}
	return part(n.From-1, n.From-2) || part(n.To, n.To+1)
}

// Direct reports whether the unit stands at once behind the number.
func (s *Sentence) Direct(n Amount, unit int) bool {
	i := n.To
	if i < len(s.Tokens) && s.Tokens[i].Word.Of {
		i++
	}
	return i == unit
}

// Loose reports whether the number is said to be approximate, or a bound.
func (s *Sentence) Loose(n Amount) bool {
	for _, h := range s.Matches {
		if h.Class == "approx" && h.To <= n.From && h.To >= n.From-2 {
			return true
		}
	}
	return false
}

// An Amount is a number written in a sentence, as digits or as words.
type Amount struct {
	Value    float64 // in plain numbers: 1.2 million is 1200000
	Alt      float64 // what it says if its one separator is read the other way; else the same
	From, To int     // tokens
	Spelled  bool    // as words
	Percent  bool    // a sign or word of percent follows
	Unit     float64 // of its last significant digit: 1000 for 12,000
	Scale    float64 // the scale it was written with: 1e6 for 6.5 million; else 0
}

// Small reports whether the number is a whole one from 2 to 20, as it is read of
// people who died: it may be an everyday word ("two sides"), and is a claim only
// where it counts what a fact of the sentence counts, or the dead and the wounded.
func (n Amount) Small() bool {
	return n.Value >= 2 && n.Value <= 20 && n.Value == math.Trunc(n.Value) && n.Alt == n.Value && n.To-n.From == 1 && !n.Percent
}

// Below10 reports whether the number is one that is written as a word everywhere.
func (n Amount) Below10() bool { return n.Small() && n.Value < 10 }

// Behind returns the token behind a percentage and its sign.
func (s *Sentence) Behind(n Amount) int {
	for _, h := range s.Matches {
		if h.Class == "percent" && h.From == n.To {
			return h.To
		}
	}
	return n.To + 1
}

// inPercent reports whether a token is the end of a word for percent: the "ciento" of "uno por ciento".
func (s *Sentence) inPercent(i int) bool {
	return slices.ContainsFunc(s.Matches, func(h Match) bool { return h.Class == "percent" && h.From < i && i < h.To })
}
