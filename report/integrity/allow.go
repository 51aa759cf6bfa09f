package integrity

import (
	"slices"
	"strconv"
	"strings"
)

// allow takes out the findings that the briefing allows. An allowance names a
// code and, if it has an id, only what concerns the thing of that id; if it has words, only
// what is found at them: it ends when the text changes. One that
// silences nothing is itself a finding: the reason that it prints is no longer true.
func (c *pass) allow() (silenced []int) {
	for i, a := range c.f.Allow {
		before := len(c.found)
		c.found = slices.DeleteFunc(c.found, func(x finding) bool {
			return x.Code == a.Code && (a.ID == "" || slices.Contains(x.ids, a.ID)) && (a.Words == "" || c.standsAt(&x, a.Words))
		})
		silenced = append(silenced, before-len(c.found))
		if len(c.found) < before {
			continue
		}
		message := "nothing is silenced by this: there is no " + a.Code
		if a.ID != "" {
			message += " about " + strconv.Quote(a.ID)
		}
		if a.Words != "" {
			message += " at the words " + quote(a.Words)
		}
		hint := "take it out: its reason is printed in the briefing"
		if !isCode(a.Code) {
			message, hint = a.Code+" is not a code of this program", "sitrep check --codes lists them"
		}
		c.warn("W901", "/allow/"+strconv.Itoa(i), nil, message, hint)
	}
	return silenced
}

// standsAt reports whether a finding stands at some words of a text.
func (c *pass) standsAt(x *finding, words string) bool {
	if x.off < 0 {
		return false
	}
	if c.texts.at == nil {
		c.texts.at = map[string][]int{}
		for i := range c.texts.told {
			p := c.texts.told[i].Passage.Pointer
			c.texts.at[p] = append(c.texts.at[p], i)
		}
	}
	for _, i := range c.texts.at[x.Pointer] {
		s := c.texts.told[i].Passage.S // of which only what is near can hold the place
		if x.off < len(s) && strings.Contains(s[max(0, x.off+1-len(words)):min(len(s), x.off+len(words))], words) {
			return true
		}
	}
	return false
}
