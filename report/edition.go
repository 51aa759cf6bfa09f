package report

import (
	"fmt"

	"sitrep/report/facts"
)

// An Edition says which edition of which briefing a facts file is.
type Edition struct {
	File      string // its name; empty: it could not be read
	ID        string // of the briefing
	Which     string // its as_of and edition
	Line, Col int    // of the id, from 1
}

// EditionOf returns the edition that a facts file is.
func EditionOf(f *facts.File) Edition {
	e := Edition{File: f.Name, ID: f.Briefing.ID, Which: f.Briefing.AsOf.String() + " " + f.Briefing.Edition}
	e.Line, e.Col = f.Locate("/briefing/id")
	return e
}

// SameBriefing finds files of one briefing among those that are worked on together: for each that follows another, by
// its place in the list, E604 where the edition is the same, and W604 where it is not.
func SameBriefing(list []Edition) map[int]facts.Problem {
	first := map[string]Edition{}
	out := map[int]facts.Problem{}
	for i, e := range list {
		other, taken := first[e.ID]
		if !taken || e.File == "" || e.File == other.File {
			first[e.ID] = e
			continue
		}
		p := facts.Problem{File: e.File, Line: e.Line, Col: e.Col, Pointer: "/briefing/id", Code: "W604",
			Message: fmt.Sprintf("%q is the briefing of %s too, as another edition", e.ID, other.File),
			Hint:    "site publishes both; build them into folders of their own"}
		if e.Which == other.Which {
			p.Code, p.Message, p.Hint = "E604", fmt.Sprintf("%q is the briefing of %s too, and the same edition", e.ID, other.File),
				"give one another id, or another edition or as_of"
		}
		out[i] = p
	}
	return out
}
