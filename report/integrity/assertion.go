package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// An assertion is a sentence of the texts that tell the briefing, with what it
// claims.
type assertion struct {
	r        *reading.Text
	s        *reading.Sentence
	segments []segment
	claims   []stated
	judged   []difference // differences whose two values are known
	turned   bool         // two of its values have changed places, and it is told
	before   *assertion   // the sentence before it in the same section, or nil
	after    *assertion   // the sentence behind it in the same text, or nil
	sourced  bool         // the next citation of its text, from it on, is of a source by itself
}

// assert reads the claims of a sentence.
func (c *pass) assert(r *reading.Text, s *reading.Sentence, before *assertion) *assertion {
	a := &assertion{r: r, s: s, before: before}
	if len(s.Facts) > 0 {
		a.segments = c.segments(s)
		a.claims = c.claimsOf(r, s, a.segments)
		for _, d := range a.differences() {
			if x, y := c.sidesOf(a, d); x != nil && y != nil && x != y {
				a.judged = append(a.judged, d)
			}
		}
	}
	return a
}

// at returns the claim whose number begins at a token, or nil.
func (a *assertion) at(token int) *stated {
	for i := range a.claims {
		if a.claims[i].from == token {
			return &a.claims[i]
		}
	}
	return nil
}

// segmentAt returns the segment that has the token, or nil.
func (a *assertion) segmentAt(token int) *segment {
	for i := range a.segments {
		if g := &a.segments[i]; token >= g.from && token < g.to {
			return g
		}
	}
	return nil
}

// warnAt notes a warning at a token of the sentence.
func (c *pass) warnAt(code string, a *assertion, token int, ids []string, message, hint string) {
	c.warnIn(code, a.r, int(a.s.Tokens[token].Off), ids, message, hint)
}

// words returns the words from one token to before another, for a message.
func (a *assertion) words(from, to int) string { return quote(a.r.Words(a.s, from, to)) }

// qualifier returns the phrase of one of the classes that stands before the number
// at token from, with no more between than two articles, signs of a currency and
// words for "about".
func (a *assertion) qualifier(from int, classes ...string) (reading.Match, bool) {
	s := a.s
	for end, more := from, 0; end > 0 && more <= 2; more++ {
		var best reading.Match
		for _, h := range s.Matches {
			if h.To == end && slices.Contains(classes, h.Class) && h.To-h.From > best.To-best.From && !a.than(h, from) && !a.turnedBound(h) {
				best = h
			}
		}
		if best.To > 0 {
			return best, true
		}
		next := -1
		for _, class := range []string{"article", "currency", "approx", "figureOf"} {
			if i := s.UpTo(end, class); i >= 0 && (next < 0 || i < next) {
				next = i
			}
		}
		if next < 0 {
			break
		}
		end = next
	}
	return reading.Match{}, false
}

// turnedBound reports whether a bound is part of a longer phrase that says the other one: "more
// than" in "no more than".
func (a *assertion) turnedBound(h reading.Match) bool {
	other := map[string]string{"least": "most", "most": "least"}[h.Class]
	return other != "" && slices.ContainsFunc(a.s.Matches, func(o reading.Match) bool {
		return o.Class == other && o.To == h.To && o.From < h.From
	})
}

// than reports whether a phrase compares with a number that is known, and puts no bound on
// it: "fewer than the 128 of December".
func (a *assertion) than(h reading.Match, from int) bool {
	if h.To >= from || a.s.First(h.To, h.To+1, "article") != h.To || a.s.At(h.To, "approx") > 0 {
		return false
	}
	return a.s.At(h.From, "greater") == h.From+1 || a.s.At(h.From, "smaller") == h.From+1
}

// behind reports whether a phrase of a class stands within four tokens behind the number
// that ends before token to, in its clause.
func (a *assertion) behind(to int, class string) bool {
	for i := to; i < min(len(a.s.Tokens), to+5); i++ {
		if a.s.At(i, class) > 0 {
			return true
		}
		if t := &a.s.Tokens[i]; t.Kind == reading.Cite || t.Kind == reading.Numeral || t.Kind == reading.Value || t.Low == ";" || t.Low == "." {
			break
		}
	}
	return false
}

// comparableFacts reports whether two facts count the same thing in the same place.
func comparableFacts(a, b *facts.Fact) bool {
	return a != b && a.Measure != "" && a.Series() == b.Series()
}
