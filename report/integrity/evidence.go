package integrity

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/report/facts"
)

// Evidence is what a judgement names, by the side it speaks for. Each list has ids
// of facts in the order in which the judgement names them, none twice.
type Evidence struct {
	For     []string // speaks for the judgement
	Against []string // marked as contradicting what speaks for it
	Aside   []string // denied, or superseded by another fact that the judgement names
}

// Weigh sorts the facts that a judgement names. Of facts that contradict each
// other, the one that contradicts the most of the others stands against, and
// between equals the one named later. A judgement that names denials alone is
// about them: then they speak for it.
func Weigh(f *facts.File, because []string) Evidence {
	superseded := map[string]bool{}
	for _, id := range because {
		superseded[f.Fact(id).Supersedes] = true
	}
	var e Evidence
	seen := map[string]bool{}
	for _, id := range because {
		switch {
		case seen[id]:
		case superseded[id] || f.Fact(id).Status == "denied":
			e.Aside = append(e.Aside, id)
		default:
			e.For = append(e.For, id)
		}
		seen[id] = true
	}
	if len(e.For) == 0 {
		e.For = slices.DeleteFunc(slices.Clone(e.Aside), func(id string) bool { return superseded[id] })
		e.Aside = slices.DeleteFunc(e.Aside, func(id string) bool { return !superseded[id] })
	}
	e.part(f)
	return e
}

// part moves to Against what contradicts the rest of For.
func (e *Evidence) part(f *facts.File) {
	others := e.conflicts(f)
	against := map[string]bool{}
	for {
		worst := -1
		for n := range others {
			if len(others[n]) > 0 && (worst < 0 || len(others[n]) >= len(others[worst])) {
				worst = n
			}
		}
		if worst < 0 {
			break
		}
		for n := range others[worst] {
			delete(others[n], worst)
		}
		others[worst] = nil
		against[e.For[worst]] = true
	}
	for _, id := range e.For {
		if against[id] {
			e.Against = append(e.Against, id)
		}
	}
	e.For = slices.DeleteFunc(e.For, func(id string) bool { return against[id] })
}

// conflicts returns, for each fact of For, which others of For contradict it or
// are contradicted by it.
func (e *Evidence) conflicts(f *facts.File) []map[int]bool {
	at := map[string]int{}
	for n, id := range e.For {
		at[id] = n
	}
	others := make([]map[int]bool, len(e.For))
	link := func(a, b int) {
		if others[a] == nil {
			others[a] = map[int]bool{}
		}
		others[a][b] = true
	}
	for n, id := range e.For {
		for _, other := range f.Fact(id).Contradicts {
			if m, ok := at[other]; ok {
				link(n, m)
				link(m, n)
			}
		}
	}
	return others
}

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
			if by := c.successor(id); by != "" && !contains(j.Because, by) {
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
	e := Weigh(c.f, j.Because)
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
		d, u := weak(f, c.f.Origin(f.Origin))
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

// weak reports whether a fact is graded unreliable or unlikely, or else cannot be
// judged. F and 6 are not the worst grades but the lack of one (Admiralty code): a fact from an origin that cannot be judged stands where other sources
// bear it out, 1 or 2.
func weak(f *facts.Fact, o *facts.Origin) (doubtful, unjudged bool) {
	if f.Credibility == 4 || f.Credibility == 5 || o.Reliability == "D" || o.Reliability == "E" {
		return true, false
	}
	borne := f.Credibility == 1 || f.Credibility == 2
	return false, f.Credibility == 6 || o.Reliability == "F" && !borne
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
		names = append(names, originName(c.f.Origin(id), c.f.Briefing.Languages[0]))
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

func originName(o *facts.Origin, tag string) string {
	if s := o.Short.Line(tag); s != "" {
		return s
	}
	return o.Name.Line(tag)
}
