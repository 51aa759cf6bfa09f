package integrity

import (
	"strconv"

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
		for n, id := range j.Because {
			if by := c.successor(id); by != "" && !contains(j.Because, by) {
				c.warn("W204", at+"/because/"+strconv.Itoa(n), append(ids, by), quote(id)+" is superseded by "+quote(by),
					"rest the judgement on "+quote(by)+", and see whether it still holds")
			}
		}
	}
}

// confident judges a judgement of high confidence (ICD 203, D.6.e(2)(c): good
// information from several sources).
func (c *checker) confident(j *facts.Judgement, at string, ids []string) {
	citations, lines := c.lines.Of(j.Because...)
	if lines == 1 {
		c.warn("W101", at+"/confidence", ids, "high confidence on one independent line: "+
			plural(citations, "source", "sources")+" cited, all of them "+c.list(c.lines.Groups(j.Because...)[0]),
			"lower the confidence, or add evidence that another origin produced")
		return
	}
	for _, id := range j.Because {
		f := c.f.Fact(id)
		if !doubtful(f, c.f.Origin(f.Origin)) {
			return
		}
	}
	c.warn("W104", at+"/confidence", ids, "high confidence, but no fact it rests on is graded better than D or 4",
		"F and 6 say that reliability and truth cannot be judged")
}

// doubtful reports whether a fact is graded unreliable, unlikely or not to be judged.
func doubtful(f *facts.Fact, o *facts.Origin) bool {
	return f.Credibility >= 4 || o.Reliability >= "D"
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
	out := ""
	for i, id := range origins {
		if i > 0 {
			out += ", "
		}
		out += originName(c.f.Origin(id), c.f.Briefing.Languages[0])
	}
	return out
}

func originName(o *facts.Origin, tag string) string {
	if s := o.Short.Line(tag); s != "" {
		return s
	}
	return o.Name.Line(tag)
}
