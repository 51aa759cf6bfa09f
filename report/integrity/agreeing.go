package integrity

import (
	"math"
	"slices"

	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// agreeing judges a sentence that says that the value it cites is that of another: the other value cited with it, that told before it, or
// the one rival that the file has. "A wire story agrees", of 60 and 64.
func (c *pass) agreeing(a *assertion) {
	if c.warned(a, 0, len(a.s.Tokens), "W322", "W303", "W102") {
		return
	}
	for _, h := range a.s.Matches {
		if h.Class != "sameValue" || a.quoted(h.From) || a.deniedAround(h.From, h.To) || a.s.At(h.To, "notOfValues") > 0 || merely(a.s, h) ||
			a.s.At(h.To, "otherMatter") > 0 {
			continue
		}
		list := a.valuesCited()
		if len(list) == 0 {
			continue
		}
		x, y := c.unequal(list)
		if len(list) == 1 {
			x, y = c.unlikeBefore(a, list[0])
		}
		if x != nil {
			c.warnAt("W322", a, h.From, []string{x.ID, y.ID}, a.words(h.From, h.To)+" is said of "+quotedIDs([]*facts.Fact{x, y})+
				", which do not say the same: "+saysOf(x)+", "+saysOf(y), "tell what each says")
			return
		}
	}
}

// valuesCited returns the facts with an amount that a sentence cites or tells.
func (a *assertion) valuesCited() []*facts.Fact {
	return slices.DeleteFunc(slices.Clone(a.s.Facts), func(f *facts.Fact) bool { return !f.HasAmount() })
}

// unequal returns two comparable facts of a list, of two origins, that give different values, where no two of it give the same.
func (c *pass) unequal(list []*facts.Fact) (x, y *facts.Fact) {
	for i, f := range list {
		for _, g := range list[i+1:] {
			if !c.sameSubject(f, g) {
				continue
			}
			if alikeAmounts(f, g) {
				return nil, nil
			}
			x, y = f, g
		}
	}
	return x, y
}

// sameSubject reports whether two facts of two origins count the same thing in one place, and neither replaces the other.
func (c *pass) sameSubject(f, g *facts.Fact) bool {
	return f != g && f.Origin != g.Origin && comparableFacts(f, g) && f.HasAmount() && g.HasAmount()
}

// alikeAmounts reports whether two values overlap, or are less than four parts in a thousand apart.
func alikeAmounts(f, g *facts.Fact) bool {
	if order(f, g) == 0 {
		return true
	}
	p, q := evidence.Middle(f), evidence.Middle(g)
	return math.Abs(p-q) <= 0.004*max(math.Abs(p), math.Abs(q))
}

// unlikeBefore returns a fact and the one that it is said to agree with: the last comparable one told before it in its paragraph, or the
// only others that the file has of another origin; nil where any of these gives the same.
func (c *pass) unlikeBefore(a *assertion, f *facts.Fact) (x, y *facts.Fact) {
	for b := a.before; b != nil && b.r == a.r; b = b.before {
		for _, g := range b.valuesCited() {
			if !c.sameSubject(f, g) {
				continue
			}
			if alikeAmounts(f, g) {
				return nil, nil
			}
			x, y = f, g
		}
		if x != nil {
			return x, y
		}
	}
	for i := range c.f.Facts {
		g := &c.f.Facts[i]
		if !c.sameSubject(f, g) || c.successor(g.ID) != "" {
			continue
		}
		if alikeAmounts(f, g) {
			return nil, nil
		}
		x, y = f, g
	}
	return x, y
}
