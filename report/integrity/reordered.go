package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A relation is two things that words put in an order: from one to the other, one instead of the other.
type relation struct {
	kind        string
	left, right []string // stems
	token       int      // of the words that put them so
	text        string   // the record that they stand in
}

// reordered judges two things that are told in the order opposite to the recorded one: "from vulnerable to endangered", of "from
// endangered to vulnerable".
func (c *pass) reordered(a *assertion) {
	told := relations(a.s, "")
	if len(told) == 0 || c.warned(a, 0, len(a.s.Tokens), "W324", "W317", "W318") {
		return
	}
	for _, x := range told {
		for _, f := range c.heldTo(a, x.token) {
			if y := c.reversed(a, f, x); y != nil {
				c.warnAt("W324", a, x.token, []string{f.ID}, a.words(x.token, min(len(a.s.Tokens), x.token+4))+" is the reverse of what "+
					quote(f.ID)+" says: "+quote(y.text), "tell the two in the order that the fact has them")
				return
			}
		}
	}
}

// heldTo returns the facts that what stands at a token may be held against: those cited for it; of a sentence without a citation, those
// of the sentences beside it. Of more than four it returns none.
func (c *pass) heldTo(a *assertion, token int) []*facts.Fact {
	list := a.evidenceAt(token)
	if len(list) == 0 {
		list = c.factsRound(a)
	}
	if len(list) > 4 {
		return nil
	}
	return list
}

// reversed returns what is recorded of a fact in the opposite order, where nothing is in the order told.
func (c *pass) reversed(a *assertion, f *facts.Fact, x relation) *relation {
	var out *relation
	for s, text := range c.sentences(c.recordedTexts(f, c.tagOf(a.r)), c.tagOf(a.r)) {
		for _, y := range relations(s, text) {
			if y.kind != x.kind {
				continue
			}
			straight := meet(x.left, y.left) || meet(x.right, y.right)
			if straight {
				return nil
			}
			if meet(x.left, y.right) && meet(x.right, y.left) {
				out = &y
			}
		}
	}
	return out
}

func meet(x, y []string) bool {
	return slices.ContainsFunc(x, func(w string) bool { return slices.Contains(y, w) })
}

// relations lists the things that a sentence puts in an order.
func relations(s *reading.Sentence, text string) []relation {
	var out []relation
	for _, h := range s.Matches {
		switch h.Class {
		case "rangeFrom":
			for i := h.To + 1; i < min(len(s.Tokens), h.To+7); i++ {
				if to := s.At(i, "toward"); to > 0 {
					left, right := wordsBetween(s, h.To, i), wordsBetween(s, to, min(len(s.Tokens), to+4))
					if len(left) > 0 && len(right) > 0 {
						out = append(out, relation{"from", left, right, h.From, text})
					}
					break
				}
			}
		case "insteadOf":
			from, _ := sideRound(s, h.From)
			left, right := wordsBetween(s, max(from, h.From-4), h.From), wordsBetween(s, h.To, min(len(s.Tokens), h.To+4))
			if len(left) > 0 && len(right) > 0 {
				out = append(out, relation{"instead", left, right, h.From, text})
			}
		}
	}
	return out
}

// wordsBetween returns the stems of the words between two tokens that mean something, as far as a sign that ends a clause.
func wordsBetween(s *reading.Sentence, from, to int) []string {
	var out []string
	for i := from; i < to; i++ {
		t := &s.Tokens[i]
		if t.Kind == reading.Cite || t.Low == "," || t.Low == ";" || t.Low == ":" || t.Low == "." {
			break
		}
		if meaningful(t) && t.Word.Month == 0 && t.Word.Weekday == 0 {
			out = append(out, stem(t.Low))
		}
	}
	return out
}
