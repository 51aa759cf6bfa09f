package integrity

import (
	"slices"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// heralded judges a sentence that says of the values told behind it that they agree: "Two are in circulation and they broadly agree. The
// bank gives 2.25 to 4.5 billion, the employers 1.6." What was told before it, if rivals were, is what it is about instead.
func (c *pass) heralded(a *assertion) {
	at, to := a.herald()
	if at < 0 || len(c.rivalsNear(a)) > 0 || c.warned(a, 0, len(a.s.Tokens), "W322", "W306") {
		return
	}
	x, y := c.partedBehind(a, a.s.At(at, "oneNumber") > 0)
	if x == nil {
		return
	}
	c.warnAt("W322", a, at, []string{x.ID, y.ID}, a.words(at, to)+" is said of "+quotedIDs([]*facts.Fact{x, y})+
		", which do not say the same: "+saysOf(x)+", "+saysOf(y), "tell what each says")
}

// herald returns the tokens of words that say that values agree, behind the last citation of a sentence; or -1.
func (a *assertion) herald() (from, to int) {
	last := 0
	for i := range a.s.Tokens {
		if a.s.Tokens[i].Kind == reading.Cite {
			last = i + 1
		}
	}
	for _, h := range append(a.unanimities(), a.s.Matches...) {
		if h.Class != "agreement" && h.Class != "oneNumber" && h.Class != "unanimity" || h.From < last || a.quoted(h.From) ||
			a.deniedAround(h.From, h.From) || a.s.At(h.To, "otherMatter") > 0 || a.s.At(h.To, "notOfValues") > 0 || a.s.Has("disagreement") ||
			merely(a.s, h) {
			continue
		}
		return h.From, h.To
	}
	return -1, -1
}

// partedBehind returns two values of two origins that the rest of a paragraph cites and that are a tenth apart, or, where they are said
// to be one number, are not; or a value cited there and its rival that the paragraph leaves out.
func (c *pass) partedBehind(a *assertion, exactly bool) (x, y *facts.Fact) {
	list := slices.DeleteFunc(a.citedBehind(), func(f *facts.Fact) bool { return !f.HasAmount() })
	for i, f := range list {
		for _, g := range list[i+1:] {
			if c.sameSubject(f, g) && (evidence.Apart(f, g, 1.1) || exactly && !sameNumber(f, g)) {
				return f, g
			}
		}
	}
	for _, f := range list {
		if g := c.rivalLeftOut(a, f); g != nil && !slices.Contains(list, g) {
			return f, g
		}
	}
	return nil, nil
}

// sameNumber reports whether two facts give one number, or one range.
func sameNumber(f, g *facts.Fact) bool {
	low, high := endsOf(f)
	other, end := endsOf(g)
	return low == other && high == end
}
