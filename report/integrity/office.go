package integrity

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// private are the parts in a matter that no body of a state has, by their numbers in a word list: companies, unions, insurers, churches,
// farmers, victims, witnesses, rebels, investors.
func private(part int) bool { return slices.Contains([]int{8, 9, 12, 15, 17, 18, 19, 20, 25}, part) }

// kindApart reports whether none of the origins of facts can have a part in a matter: a regulator is no company.
func (c *pass) kindApart(part int, list []*facts.Fact) bool {
	return private(part) && !slices.ContainsFunc(list, func(f *facts.Fact) bool { return !c.ofState(f) })
}

// ofGovernment reports whether a part is that of the government and a fact is from a body of the state, which may be called so.
func (c *pass) ofGovernment(part int, list []*facts.Fact) bool {
	return part == 5 && slices.ContainsFunc(list, c.ofState)
}

// otherOffice judges who is credited with what is cited where the words are those of its origin but for a name: "according to the
// authorities of Morocco", of what those of Mali say.
func (c *pass) otherOffice(a *assertion) {
	if len(a.segments) == 0 || c.warned(a, 0, len(a.s.Tokens), "W310") {
		return
	}
	for _, h := range a.s.Matches {
		if h.Class != "accordingTo" && h.Class != "dataOf" {
			continue
		}
		list := a.evidenceAt(h.From)
		if len(list) != 1 || a.quoted(h.From) {
			continue
		}
		f := list[0]
		if at := c.otherName(a, h.To, f); at >= 0 {
			c.warnAt("W310", a, at, []string{f.ID, f.Origin}, "the value of "+quote(f.ID)+" is from "+quote(c.list([]string{f.Origin}))+
				", not from "+a.words(h.To, at+1), "name who said it: {{"+f.ID+".origin}}")
			return
		}
	}
}

// otherName returns the token of a name, behind "according to", that takes the place of another name in that of a fact's origin; or -1.
func (c *pass) otherName(a *assertion, i int, f *facts.Fact) int {
	o := c.f.Origin(f.Origin)
	var own []string
	for _, tag := range c.f.Briefing.Languages {
		own = append(own, strings.Fields(o.Name.Line(tag)+" "+o.Short.Line(tag))...)
	}
	has := func(w string) bool {
		return slices.ContainsFunc(own, func(x string) bool { return stem(strings.ToLower(strings.Trim(x, ",.()"))) == stem(w) })
	}
	shared, other, at := false, false, -1
	for end := i + 6; i < min(end, len(a.s.Tokens)) && a.s.Tokens[i].Kind == reading.Word; i++ {
		t := &a.s.Tokens[i]
		switch {
		case !meaningful(t):
		case has(t.Low):
			shared = true
			other = other || t.Capital && at >= 0
		case !t.Capital || !shared || at >= 0:
			return -1
		default:
			at = i
		}
	}
	if at < 0 || other || !slices.ContainsFunc(own[1:], isUpper) {
		return -1
	}
	return at
}

// isUpper reports whether a word begins with a capital.
func isUpper(w string) bool {
	first, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(first)
}
