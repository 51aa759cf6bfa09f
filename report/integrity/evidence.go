package integrity

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// eachJudgement gives the judgements, with where they stand and the ids of what they concern.
func (c *pass) eachJudgement(judge func(j *facts.Judgement, at string, ids []string)) {
	for i := range c.f.Judgements {
		j := &c.f.Judgements[i]
		judge(j, "/judgements/"+strconv.Itoa(i), append([]string{j.ID}, j.Because...))
	}
}

// unfounded judges judgements that rest on no fact.
func (c *pass) unfounded() {
	c.eachJudgement(func(j *facts.Judgement, at string, ids []string) {
		if len(j.Because) == 0 {
			c.warn("W103", at+"/because", ids, "the judgement rests on no fact", "name the facts that speak for it")
		}
	})
}

// overtaken judges judgements that rest on a fact which another supersedes.
func (c *pass) overtaken() {
	c.eachJudgement(func(j *facts.Judgement, at string, ids []string) {
		for n, id := range j.Because {
			if by := c.successor(id); by != "" && !slices.Contains(j.Because, by) {
				c.warn("W204", at+"/because/"+strconv.Itoa(n), append(ids, by), quote(id)+" is superseded by "+quote(by),
					"rest the judgement on "+quote(by)+", and see whether it still holds")
			}
		}
	})
}

// namedTwice judges judgements that name one fact twice.
func (c *pass) namedTwice() {
	c.eachJudgement(func(j *facts.Judgement, at string, ids []string) {
		for n, id := range j.Because {
			if slices.Contains(j.Because[:n], id) {
				c.warn("W105", at+"/because/"+strconv.Itoa(n), ids, "the judgement names "+quote(id)+" twice", "name it once")
			}
		}
	})
}

// returning judges claims that draw on others whose information began with the origin that makes them.
func (c *pass) returning() {
	c.eachFact(func(f *facts.Fact, i int) {
		for _, id := range c.lines.Returning(f) {
			by := c.f.Fact(id).Origin
			c.warn("W106", c.f.FactKey(i, "derived_from"), []string{f.ID, id, f.Origin, by}, quote(f.Origin)+" draws on "+quote(id)+" of "+quote(by)+
				", which had it from "+quote(f.Origin), "name the fact in which the information began: this adds nothing to it")
		}
	})
}

// alone judges judgements of high confidence that rest on one independent line (ICD 203,
// D.6.e(2)(c): good information from several sources).
func (c *pass) alone() {
	c.eachJudgement(func(j *facts.Judgement, at string, ids []string) {
		e := evidence.Weigh(c.f, j.Because)
		citations, lines := c.lines.Of(e.For...)
		if j.Confidence != claim.HighConfidence || lines != 1 {
			return
		}
		hint := "lower the confidence, or add evidence of another origin, read in another document"
		if len(e.Against)+len(e.Aside) > 0 {
			hint += "; what is contradicted, denied or superseded (" + quoted(append(e.Against, e.Aside...)) + ") does not count for it"
		}
		c.warn("W101", at+"/confidence", ids, "high confidence on one independent line: "+
			plural(citations, "source", "sources")+" cited for what comes from "+c.list(c.lines.Groups(e.For...)[0]), hint)
	})
}

// weak judges judgements of high confidence on several lines whose every fact is graded
// doubtful, or cannot be judged.
func (c *pass) weak() {
	c.eachJudgement(func(j *facts.Judgement, at string, ids []string) {
		e := evidence.Weigh(c.f, j.Because)
		if _, lines := c.lines.Of(e.For...); j.Confidence != claim.HighConfidence || len(j.Because) == 0 || lines == 1 {
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
	})
}

// successor returns the fact that supersedes that of the id, or "".
func (c *pass) successor(id string) string {
	if all := evidence.Successors(c.f, id); len(all) > 0 {
		return all[len(all)-1]
	}
	return ""
}

// list names origins, by their short names in the first language.
func (c *pass) list(origins []string) string {
	var names []string
	for _, id := range origins {
		names = append(names, c.f.Origin(id).ShortName(c.f.Briefing.Languages[0]))
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
