package integrity

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// evidence judges what the judgements rest on.
func (c *checker) evidence() {
	for i := range c.f.Judgements {
		j := &c.f.Judgements[i]
		at := "/judgements/" + strconv.Itoa(i)
		ids := append([]string{j.ID}, j.Because...)
		if len(j.Because) == 0 {
			c.warn("W103", at+"/because", ids, "the judgement rests on no fact", "name the facts that speak for it")
			continue
		}
		if j.Confidence == "high" {
			c.confident(j, at, ids)
		}
		named := map[string]bool{}
		for n, id := range j.Because {
			if by := c.successor(id); by != "" && !slices.Contains(j.Because, by) {
				c.warn("W204", at+"/because/"+strconv.Itoa(n), append(ids, by), quote(id)+" is superseded by "+quote(by),
					"rest the judgement on "+quote(by)+", and see whether it still holds")
			}
			if named[id] {
				c.warn("W105", at+"/because/"+strconv.Itoa(n), ids, "the judgement names "+quote(id)+" twice", "name it once")
			}
			named[id] = true
		}
	}
}

// confident judges a judgement of high confidence (ICD 203, D.6.e(2)(c): good
// information from several sources).
func (c *checker) confident(j *facts.Judgement, at string, ids []string) {
	e := evidence.Weigh(c.f, j.Because)
	citations, lines := c.lines.Of(e.For...)
	if lines == 1 {
		hint := "lower the confidence, or add evidence of another origin, read in another document"
		if len(e.Against)+len(e.Aside) > 0 {
			hint += "; what is contradicted, denied or superseded (" + quoted(append(e.Against, e.Aside...)) + ") does not count for it"
		}
		c.warn("W101", at+"/confidence", ids, "high confidence on one independent line: "+
			plural(citations, "source", "sources")+" cited for what comes from "+c.list(c.lines.Groups(e.For...)[0]), hint)
		return
	}
	var doubted, unjudged bool
	for _, id := range e.For {
		f := c.f.Fact(id)
		d, u := evidence.Weak(f, c.f.Origin(f.Origin))
		if !d && !u {
			return
		}
		doubted, unjudged = doubted || d, unjudged || u
	}
	var of []string
	if doubted {
		of = append(of, "is graded doubtful (D, E, 4 or 5)")
	}
	if unjudged {
		of = append(of, "cannot be judged (F or 6)")
	}
	c.warn("W104", at+"/confidence", ids, "high confidence, and each fact it rests on "+strings.Join(of, " or "),
		"lower the confidence, or add evidence that is graded better")
}

// successor returns the fact that supersedes that of the id, or "".
func (c *checker) successor(id string) string {
	if c.supersededBy == nil {
		c.supersededBy = map[string]string{}
		for i := range c.f.Facts {
			if s := c.f.Facts[i].Supersedes; s != "" {
				c.supersededBy[s] = c.f.Facts[i].ID
			}
		}
	}
	return c.supersededBy[id]
}

// list names origins, by their short names in the first language.
func (c *checker) list(origins []string) string {
	var names []string
	for _, id := range origins {
		names = append(names, evidence.OriginName(c.f.Origin(id), c.f.Briefing.Languages[0]))
	}
	return strings.Join(names, ", ")
}

// quoted lists ids for a message.
func quoted(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, quote(id))
	}
	return strings.Join(out, ", ")
}
