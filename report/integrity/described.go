package integrity

import (
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// described judges words in small letters that can be one origin of the file alone, as who says what is cited: "according to the canal
// authority", of what the statistics office says.
func (c *pass) described(a *assertion) {
	if len(a.s.Facts) == 0 || c.warned(a, 0, len(a.s.Tokens), "W310") {
		return
	}
	for i := range a.s.Tokens {
		from, to := c.speakerWords(a, i)
		if to <= from || a.quoted(from) {
			continue
		}
		list, g := a.evidenceAt(from), a.segmentAt(from)
		o := c.onlyOrigin(a, from, to)
		for ; o == nil && to > from+1; to-- { // "the canal authority counted"
			o = c.onlyOrigin(a, from, to-1)
		}
		if o == nil || len(list) == 0 || g == nil || g.cites == g.to {
			continue
		}
		m := reading.Mention{From: from, To: to, Origins: []string{o.ID}}
		f := list[0]
		if slices.ContainsFunc(list, func(f *facts.Fact) bool { return c.speaksFor(&m, f, a.s.Facts) || c.related(a, &m, f) }) ||
			c.namedToo(c.wideMentions(a), f) || a.s.First(from, to+3, "plainNegation") >= 0 {
			continue
		}
		c.warnSpeaker(a, &m, f)
		return
	}
}

// speakerWords returns the words behind "according to" and an article, or, where a clause begins at a token, those between an article and
// a verb of saying.
func (c *pass) speakerWords(a *assertion, i int) (from, to int) {
	t := a.s.Tokens
	after := i > 0 && a.s.UpTo(i, "accordingTo") >= 0
	begins := i == 0 || t[i-1].Kind == reading.Punct && strings.Contains(",;:.", t[i-1].Low) || t[i-1].Kind == reading.Cite
	if !after && !begins {
		return 0, 0
	}
	from = i
	if end := a.s.At(i, "article"); end > 0 {
		from = end
	} else if !after {
		return 0, 0
	}
	for to = from; to < min(len(t), from+6) && t[to].Kind == reading.Word && !t[to].Capital && (t[to].Word.Of || !t[to].Word.Tiny); to++ {
		if to > from && !after && (a.saying(to) || a.s.At(to, "acts") >= 0) {
			return from, to
		}
	}
	if !after || to < len(t) && t[to].Kind == reading.Word && t[to].Capital {
		return 0, 0
	}
	return from, to
}

// onlyOrigin returns the origin whose name has all the words between two tokens, where no other has.
func (c *pass) onlyOrigin(a *assertion, from, to int) *facts.Origin {
	var words []string
	for i := from; i < to; i++ {
		if t := &a.s.Tokens[i]; !t.Word.Of && !t.Word.Tiny {
			words = append(words, reading.Possessor(t.Low))
		}
	}
	if len(words) < 2 { // "the organisation" is any of them
		return nil
	}
	var out *facts.Origin
	for i := range c.f.Origins {
		o := &c.f.Origins[i]
		names := strings.FieldsFunc(strings.ToLower(o.Name.Line(c.tagOf(a.r))), func(r rune) bool { return strings.ContainsRune(" ,.()-’'", r) })
		if !slices.ContainsFunc(words, func(w string) bool { return !slices.Contains(names, w) }) {
			if out != nil {
				return nil
			}
			out = o
		}
	}
	return out
}
