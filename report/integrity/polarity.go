package integrity

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A head is a verb, or another word that may be denied, with the words beside it.
type head struct {
	stem   string
	beside []string // stems, within four tokens in its clause
	token  int
}

// polarity judges a verb that is told with a negation and recorded without, or the other way round, with a word beside it that is the
// same: "did not have to obey it", of "had to obey the sentence".
func (c *pass) polarity(a *assertion) {
	if c.warned(a, 0, len(a.s.Tokens), "W321", "W327", "W324", "W329") || len(a.s.Tokens) == 0 {
		return
	}
	for _, denied := range []bool{true, false} {
		for _, x := range heads(a.s, denied) {
			if a.quoted(x.token) || !denied && a.inScope(x.token) {
				continue
			}
			for _, f := range c.citedFor(a, x.token) {
				if y, text := c.headOtherwise(a, f, x, denied); y != nil {
					c.warnAt("W321", a, x.token, []string{f.ID}, a.words(x.token, x.token+1)+" is told "+withOrWithout(denied)+
						" a negation, against what "+quote(f.ID)+" says: "+quote(text), "tell as denied what is recorded as denied, and nothing else")
					return
				}
			}
		}
	}
}

func withOrWithout(denied bool) string {
	if denied {
		return "with"
	}
	return "without"
}

// citedFor returns the facts that are cited for what stands at a token, three at most, but for denials and plans.
func (c *pass) citedFor(a *assertion, token int) []*facts.Fact {
	list := slices.DeleteFunc(slices.Clone(a.evidenceAt(token)), func(f *facts.Fact) bool {
		return f.Status == claim.Denied || f.Status.Future()
	})
	if len(list) > 3 {
		return nil
	}
	return list
}

// headOtherwise returns a recorded head that is the told one, denied where that is not, or not denied where that is; none where the
// record has it in the way told too.
func (c *pass) headOtherwise(a *assertion, f *facts.Fact, x head, denied bool) (*head, string) {
	if !denied && !c.negationNoted(f, c.tagOf(a.r)) {
		return nil, ""
	}
	for s, text := range c.sentences(notedOf(f, c.tagOf(a.r)), c.tagOf(a.r)) {
		same := func(y head) bool { return y.stem == x.stem && meet(y.beside, x.beside) }
		if slices.ContainsFunc(heads(s, denied), same) {
			return nil, ""
		}
		list := heads(s, !denied)
		if at := slices.IndexFunc(list, same); at >= 0 {
			return &list[at], text
		}
	}
	return nil, ""
}

// negationNoted reports whether the note or the statement of a fact denies anything.
func (c *pass) negationNoted(f *facts.Fact, tag string) bool {
	for s := range c.sentences(notedOf(f, tag), tag) {
		if s.Has("plainNegation") {
			return true
		}
	}
	return false
}

// heads lists the words of a sentence that a negation denies or, if denied is false, all others in clauses without one.
func heads(s *reading.Sentence, denied bool) []head {
	var out []head
	if denied {
		for _, h := range s.Matches {
			if h.Class != "plainNegation" {
				continue
			}
			if i := verbBehind(s, h.To); i >= 0 {
				out = append(out, headAt(s, i))
			}
		}
		return out
	}
	for i := range s.Tokens {
		if !meaningful(&s.Tokens[i]) {
			continue
		}
		from, to := sideRound(s, i)
		if s.First(from, to, "plainNegation", "denial", "privation", "negative", "doubt", "objects") < 0 {
			out = append(out, headAt(s, i))
		}
	}
	return out
}

func headAt(s *reading.Sentence, i int) head {
	from, to := sideRound(s, i)
	return head{stem(s.Tokens[i].Low), stemsOf(s, max(from, i-4), min(to, i+5), i), i}
}

// owned judges a sentence without a citation that tells as admitted what is denied in a fact cited beside it: "the lawyer conceded that his
// client had led a double life", before his denial.
func (c *pass) owned(a *assertion) {
	list := c.factsRound(a)
	if len(list) == 0 || len(list) > 4 || c.warned(a, 0, len(a.s.Tokens), "W321") {
		return
	}
	for _, h := range a.s.Matches {
		if h.Class != "admits" && h.Class != "standsBy" || a.unsaid(h.From) || a.quoted(h.From) {
			continue
		}
		for _, f := range list {
			if f.Status != claim.Denied || f.HasAmount() || f.Statement.IsZero() || !c.subjectSays(a, h.From, f) {
				continue
			}
			next := a.after != nil && len(a.after.s.Facts) == 1 && a.after.s.Facts[0] == f
			if n := c.testimonyOf(f).shared(a.s, 0, len(a.s.Tokens)); n > 1 || next && (n > 0 || h.Class == "standsBy") {
				c.warnAt("W321", a, h.From, []string{f.ID}, a.words(h.From, h.To)+" is said of "+quote(f.ID)+", which is denied: "+
					quote(f.Statement.Line(c.tagOf(a.r))), "say who denies it")
				return
			}
		}
	}
}
