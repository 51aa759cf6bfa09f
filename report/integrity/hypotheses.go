package integrity

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reasoning"
)

// matrix returns the matrix of hypotheses, where there are several.
func (c *pass) matrix() (reasoning.Matrix, bool) {
	if len(c.f.Hypotheses) < 2 {
		return reasoning.Matrix{}, false
	}
	return reasoning.New(c.f, c.lines), true
}

// againstMatrix judges the likelihood of judgements that name a hypothesis.
func (c *pass) againstMatrix() {
	if m, ok := c.matrix(); ok {
		for i := range c.f.Judgements {
			c.chosen(&m, i)
		}
	}
}

// notWeighed judges hypotheses that nothing was held against.
func (c *pass) notWeighed() {
	if m, ok := c.matrix(); ok {
		for i := range m.Scores {
			c.unopposed(&m, &m.Scores[i])
		}
	}
}

// decided judges a matrix whose answer one origin decides.
func (c *pass) decided() {
	if m, ok := c.matrix(); ok && len(m.Deciding) > 0 {
		at := "/hypotheses/" + m.Least[0]
		c.warn("W412", at, append([]string{m.Least[0]}, m.Deciding...), "without "+c.list(m.Deciding[:1])+" another hypothesis would be the "+
			"least contradicted", "look for evidence of another origin, or say what hangs on this one")
	}
}

// unopposed judges a hypothesis that nothing speaks against, where others have much that
// does: what is not sought is not found.
func (c *pass) unopposed(m *reasoning.Matrix, s *reasoning.Score) {
	if s.Against > 0 || s.Weighed*2 > len(m.Rows) || len(m.Rows) < 2 {
		return
	}
	c.warn("W411", "/hypotheses/"+s.Hypothesis, []string{s.Hypothesis}, "nothing speaks against "+quote(s.Hypothesis)+", and only "+
		strconv.Itoa(s.Weighed)+" of "+
		plural(len(m.Rows), "claim", "claims")+" are weighed on it", "weigh the other claims on it, or look for what would speak against it")
}

// chosen judges the i-th judgement that names a hypothesis: a likelihood above one half
// goes with a hypothesis that is contradicted least, one below with another.
func (c *pass) chosen(m *reasoning.Matrix, i int) {
	j := &c.f.Judgements[i]
	p, ok := reasoning.Probability(c.f.Briefing.LikelihoodScale, j.Likelihood)
	if j.Hypothesis == "" || !ok || len(m.Rows) == 0 {
		return
	}
	least := slices.Contains(m.Least, j.Hypothesis)
	at := "/judgements/" + strconv.Itoa(i) + "/likelihood"
	switch {
	case p > 0.55 && !least:
		c.warn("W410", at, []string{j.ID, j.Hypothesis}, quote(j.Likelihood)+" is said of "+quote(j.Hypothesis)+", and the matrix contradicts "+
			strings.Join(m.Least, ", ")+" less", "say why, or correct one of the two")
	case p < 0.45 && least && len(m.Least) == 1:
		c.warn("W410", at, []string{j.ID, j.Hypothesis}, quote(j.Likelihood)+" is said of "+quote(j.Hypothesis)+
			", which the matrix contradicts least", "say why, or correct one of the two")
	}
}

// overdue judges judgements with a likelihood that rest on forecasts alone whose date has
// passed, and that say nothing of what became of them.
func (c *pass) overdue() {
	for i := range c.f.Judgements {
		j := &c.f.Judgements[i]
		if j.Likelihood == "" || j.Past() {
			continue
		}
		var last *facts.Fact
		for _, id := range j.Because {
			if f := c.f.Fact(id); f.Status == claim.Forecast && !f.When().IsZero() && (last == nil || f.When().Last() > last.When().Last()) {
				last = f
			}
		}
		if last != nil && last.When().Last() < c.now.First() {
			c.warn("W413", "/judgements/"+strconv.Itoa(i), []string{j.ID, last.ID}, "the forecast "+quote(last.ID)+" was for "+last.When().String()+
				", which has passed, and nothing is said of what came of it", `write "outcome"`)
		}
	}
}
