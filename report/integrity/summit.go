package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A summit is what is said to be the first of its kind, with the names and years that say among what.
type summit struct {
	names []string // stems of names; years as written
	token int      // the first of these
	text  string   // the record that it stands in
}

// otherReach judges among what something is said to be the first, where the record names another place or year: "the largest in the
// history of Spain", of the largest of Galicia; "since 1992", of 2002.
func (c *pass) otherReach(a *assertion) {
	told := summits(a.s, "")
	if len(told) == 0 || c.warned(a, 0, len(a.s.Tokens), "W325", "W323", "W305") {
		return
	}
	for _, x := range told {
		if a.quoted(x.token) {
			continue
		}
		for _, f := range c.heldTo(a, x.token) {
			if y := c.otherSummit(a, f, x); y != nil {
				c.warnAt("W325", a, x.token, []string{f.ID}, a.words(x.token, x.token+1)+" is not among what "+quote(f.ID)+
					" is the first: "+quote(y.text), "say among what, as the fact has it")
				return
			}
		}
	}
}

// otherSummit returns what is recorded of a fact as the first among something else, where nothing of the fact has the names told.
func (c *pass) otherSummit(a *assertion, f *facts.Fact, x summit) *summit {
	var out *summit
	for s, text := range c.sentences(c.recordedTexts(f, c.tagOf(a.r)), c.tagOf(a.r)) {
		if slices.ContainsFunc(s.Tokens, func(t reading.Token) bool {
			return slices.Contains(x.names, t.Low) || slices.Contains(x.names, stem(t.Low))
		}) {
			return nil
		}
		for _, y := range summits(s, text) {
			if out == nil {
				out = &y
			}
		}
	}
	return out
}

// summits lists those of a sentence: behind a superlative, or behind "since", the names and years within eight tokens of its clause.
func summits(s *reading.Sentence, text string) []summit {
	var out []summit
	top := s.Has("extreme", "superlative", "ranked", "greater", "smaller", "noOne")
	for _, h := range s.Matches {
		since := h.Class == "since" && top
		if !since && h.Class != "extreme" && h.Class != "superlative" && h.Class != "highest" && h.Class != "lowest" && h.Class != "degree" {
			continue
		}
		if !since && !behindReach(s, h) {
			continue
		}
		x := summit{text: text, token: -1}
		for i := h.To; i < min(len(s.Tokens), h.To+8); i++ {
			t := &s.Tokens[i]
			if t.Kind == reading.Cite || t.Low == "," || t.Low == ";" || t.Low == ":" || t.Low == "." {
				break
			}
			name := ""
			switch {
			case reading.YearOf(t) > 0:
				name = t.Low
			case !since && meaningful(t) && t.Capital && t.Word.Month == 0 && t.Word.Weekday == 0:
				name = stem(reading.Possessor(t.Low))
			default:
				continue
			}
			if x.token < 0 {
				x.token = i
			}
			x.names = append(x.names, name)
		}
		if x.token >= 0 {
			out = append(out, x)
		}
	}
	return out
}

// behindReach reports whether words that say among what stand within four tokens behind a superlative.
func behindReach(s *reading.Sentence, h reading.Match) bool {
	return slices.ContainsFunc(s.Matches, func(o reading.Match) bool {
		return o.Class == "reach" && o.From >= h.From && o.From < h.To+5
	}) || h.To < len(s.Tokens) && s.Tokens[h.To].Word.Of || h.To < len(s.Tokens) && s.At(h.To, "stretching") > 0
}
