package integrity

import (
	"strings"

	"sitrep/report/facts"
	"sitrep/report/marking"
)

// caveats judges whether the caveats of the briefing's marking hold for the whole of it.
func (c *pass) caveats() {
	written := c.f.Briefing.Marking
	whole := c.f.Highest()
	if written.Caveats() == "" || whole.Holds(written) {
		return
	}
	what, id, part := "", "", facts.Marking{}
	c.f.EachMarking(func(w, i string, m facts.Marking) {
		if what == "" && !marking.Highest(written, m).Holds(written) {
			what, id, part = w, i, m
		}
	})
	at := strings.TrimSpace(what + " " + id)
	c.warn("W520", "/briefing/marking", []string{id}, "the whole is not "+quote(written.Caveats())+": "+at+" is marked "+quote(part.String())+
		"; the banner says "+quote(whole.String()), "mark the part so, or build with --release what may go")
}
