package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A takenIn is something that a number is said to include or to leave out.
type takenIn struct {
	out   bool   // left out
	stem  string // of its word
	token int    // of the phrase that says so
	text  string // the record that it stands in
}

// inclusion judges what is said to be counted where the record says that it is not, or the other way round: "transfers included", of a
// sum "without transfers".
func (c *pass) inclusion(a *assertion) {
	told := included(a.s, "")
	if len(told) == 0 || c.warned(a, 0, len(a.s.Tokens), "W324") {
		return
	}
	for _, x := range told {
		if a.quoted(x.token) {
			continue
		}
		list := a.evidenceAt(x.token)
		if len(list) == 0 {
			list = c.factsRound(a)
		}
		for _, f := range list[:min(len(list), 4)] {
			if y := c.countedOtherwise(a, f, told, x); y != nil {
				c.warnAt("W324", a, x.token, []string{f.ID}, a.words(x.token, min(len(a.s.Tokens), x.token+3))+" is the opposite of what "+
					quote(f.ID)+" says: "+quote(y.text), "tell what is counted as the fact has it")
				return
			}
		}
	}
}

// countedOtherwise returns what is recorded of a fact against something told, where neither says both of it.
func (c *pass) countedOtherwise(a *assertion, f *facts.Fact, told []takenIn, x takenIn) *takenIn {
	var list []takenIn
	for s, text := range c.sentences(append(notedOf(f, c.tagOf(a.r)), c.measureNames(f)...), c.tagOf(a.r)) {
		list = append(list, included(s, text)...)
	}
	of := func(list []takenIn, out bool) int {
		return slices.IndexFunc(list, func(y takenIn) bool { return y.stem == x.stem && y.out == out })
	}
	if i := of(list, !x.out); i >= 0 && of(list, x.out) < 0 && of(told, !x.out) < 0 {
		return &list[i]
	}
	return nil
}

// included lists what a sentence says to be included and left out: the first two words behind the phrase that says so or, where its clause
// ends at once, the last one before.
func included(s *reading.Sentence, text string) []takenIn {
	var out []takenIn
	for _, h := range s.Matches {
		left := h.Class == "leavingOut"
		if !left && (h.Class != "takingIn" || slices.ContainsFunc(s.Matches, func(o reading.Match) bool {
			return o.Class == "leavingOut" && o.From <= h.From && o.To >= h.To
		})) {
			continue
		}
		found := 0
		for i := h.To; i < min(len(s.Tokens), h.To+5) && found < 2; i++ {
			if s.Tokens[i].Kind != reading.Word {
				break
			}
			if meaningful(&s.Tokens[i]) {
				out, found = append(out, takenIn{left, stem(s.Tokens[i].Low), h.From, text}), found+1
			}
		}
		for i := h.From - 1; found == 0 && i >= max(0, h.From-3) && s.Tokens[i].Kind == reading.Word; i-- {
			if meaningful(&s.Tokens[i]) {
				out, found = append(out, takenIn{left, stem(s.Tokens[i].Low), h.From, text}), 1
			}
		}
	}
	return out
}

// factsRound returns the facts that a sentence without a citation may go on about: those of the next sentences with a citation before it
// and behind it in its paragraph, three at most away; none where one of these cites a source by itself.
func (c *pass) factsRound(a *assertion) []*facts.Fact {
	if refersTo(a.s) || len(a.s.Facts) > 0 {
		return nil
	}
	var out []*facts.Fact
	before, after := a.before, a.after
	for n := 0; n < 3 && before != nil && before.r == a.r && !refersTo(before.s); n++ {
		before = before.before
	}
	for n := 0; n < 3 && after != nil && !refersTo(after.s); n++ {
		after = after.after
	}
	for _, b := range []*assertion{before, after} {
		if b == nil || b.r != a.r || !refersTo(b.s) {
			continue
		}
		if !reading.Sourced(b.s) {
			return nil
		}
		for _, f := range b.s.Facts {
			if !slices.Contains(out, f) {
				out = append(out, f)
			}
		}
	}
	return out
}
