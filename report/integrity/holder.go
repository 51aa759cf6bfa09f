package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// heldByOther judges a name that begins a clause with a verb in the past behind it, where two or three statements are cited: the one whose
// words the clause has must be of the origin named, and not of that of another one cited.
func (c *pass) heldByOther(a *assertion) {
	if c.warned(a, 0, len(a.s.Tokens), "W310") {
		return
	}
	list := a.s.Mentions(c.namesIn(a.r.Tag()))
	for k := range a.segments {
		g := &a.segments[k]
		if g.sourced || g.cites == g.to || len(g.facts) < 2 || len(g.facts) > 3 ||
			slices.ContainsFunc(g.facts, func(f *facts.Fact) bool { return f.HasAmount() || f.Statement.IsZero() }) {
			continue
		}
		from := max(g.from, a.sideStart(g.cites))
		m := a.clauseSubject(list, from, g.cites)
		if m == nil {
			continue
		}
		f := c.meantAlone(a, g, m.To)
		if f != nil && !c.speaksFor(m, f, nil) &&
			slices.ContainsFunc(g.facts, func(o *facts.Fact) bool { return slices.Contains(m.Origins, o.Origin) }) {
			c.warnSpeaker(a, m, f)
			return
		}
	}
}

// clauseSubject returns the only name that stands between two tokens, within four of the first, with a verb in the past behind it.
func (a *assertion) clauseSubject(list []reading.Mention, from, to int) *reading.Mention {
	var out *reading.Mention
	for i := range list {
		if m := &list[i]; m.From >= from && m.To <= to {
			if out != nil {
				return nil
			}
			out = m
		}
	}
	if out == nil || out.From > from+4 {
		return nil
	}
	for i := out.To; i < min(to, out.To+8); i++ {
		if t := &a.s.Tokens[i]; t.Kind == reading.Word && a.r.List.Past(t.Low) {
			return out
		}
	}
	return nil
}

// meantAlone returns the fact of a segment that has words of it, behind a token, which none of the others has; nil where several have.
func (c *pass) meantAlone(a *assertion, g *segment, from int) *facts.Fact {
	var out *facts.Fact
	for i := from; i < g.cites; i++ {
		t := &a.s.Tokens[i]
		if !meaningful(t) {
			continue
		}
		var has []*facts.Fact
		for _, f := range g.facts {
			if slices.Contains(c.marks(a, f), stem(t.Low)) {
				has = append(has, f)
			}
		}
		if len(has) == 1 {
			if out != nil && out != has[0] {
				return nil
			}
			out = has[0]
		}
	}
	return out
}
