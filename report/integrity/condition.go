package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A proviso is a clause on which a sentence makes something depend, or of which it says that nothing depends on it.
type proviso struct {
	idle  bool     // even if, whether or not
	stems []string // of the clause
	token int      // of the words that begin it
	text  string   // the record that it stands in
}

// conditioned judges a condition that is told as none, or what does not matter as a condition: "even if the fishing ended", of "if the
// fishing went on".
func (c *pass) conditioned(a *assertion) {
	told := provisos(a.s, "")
	if len(told) != 1 || c.warned(a, 0, len(a.s.Tokens), "W324", "W327") {
		return
	}
	x := told[0]
	for _, f := range c.heldTo(a, x.token) {
		if y := c.otherProviso(a, f, x); y != nil {
			c.warnAt("W324", a, x.token, []string{f.ID}, a.words(x.token, min(len(a.s.Tokens), x.token+4))+" is not the condition of "+
				quote(f.ID)+": "+quote(y.text), "tell on what it depends, as the fact has it")
			return
		}
	}
}

// otherProviso returns the proviso that is recorded of a fact about the same as one told, where it depends in the other way.
func (c *pass) otherProviso(a *assertion, f *facts.Fact, x proviso) *proviso {
	for s, text := range c.sentences(c.recordedTexts(f, c.tagOf(a.r)), c.tagOf(a.r)) {
		for _, y := range provisos(s, text) {
			common := 0
			for _, w := range x.stems {
				if slices.Contains(y.stems, w) {
					common++
				}
			}
			if x.idle != y.idle && (common > 1 || common > 0 && len(x.stems) == 1) {
				return &y
			}
		}
	}
	return nil
}

// provisos lists those of a sentence.
func provisos(s *reading.Sentence, text string) []proviso {
	var out []proviso
	for _, h := range s.Matches {
		idle := h.Class == "evenIf"
		if !idle && (h.Class != "onlyIf" || slices.ContainsFunc(s.Matches, func(o reading.Match) bool {
			return o.Class == "evenIf" && o.From <= h.From && o.To >= h.To
		})) {
			continue
		}
		if words := wordsBetween(s, h.To, min(len(s.Tokens), h.To+12)); len(words) > 0 {
			out = append(out, proviso{idle, words, h.From, text})
		}
	}
	return out
}
