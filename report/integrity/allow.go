package integrity

import (
	"slices"
	"strconv"
)

// allow takes out the findings that the briefing allows. An allowance names a
// code and, if it has an id, only what concerns the thing of that id. One that
// silences nothing is itself a finding: the reason that it prints is no longer true.
func (c *pass) allow() (silenced []int) {
	for i, a := range c.f.Allow {
		before := len(c.found)
		c.found = slices.DeleteFunc(c.found, func(x finding) bool {
			return x.Code == a.Code && (a.ID == "" || slices.Contains(x.ids, a.ID))
		})
		silenced = append(silenced, before-len(c.found))
		if len(c.found) < before {
			continue
		}
		message := "nothing is silenced by this: there is no " + a.Code
		if a.ID != "" {
			message += " about " + strconv.Quote(a.ID)
		}
		hint := "take it out: its reason is printed in the briefing"
		if !isCode(a.Code) {
			message, hint = a.Code+" is not a code of this program", "sitrep check --codes lists them"
		}
		c.warn("W901", "/allow/"+strconv.Itoa(i), nil, message, hint)
	}
	return silenced
}
