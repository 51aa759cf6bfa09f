package integrity

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/reading"
)

// crossed judges two clauses of which each has words of both of two recorded clauses, so that what is said of one is said of the other:
// "the regions report daily, while the satellite measures when the fire is out", of a record that has it the other way round.
func (c *pass) crossed(a *assertion) {
	if c.warned(a, 0, len(a.s.Tokens), "W324", "W303", "W310", "W317", "W318") {
		return
	}
	told := partsOfSentence(a.s, fine)
	for i := range told {
		for j := i + 1; j < len(told); j++ {
			x, y := told[i], told[j]
			if a.quoted(x.from) || a.quoted(y.from) {
				continue
			}
			for _, f := range c.heldTo(a, x.from) {
				if text := c.crossedIn(a, f, x.items, y.items); text != "" {
					c.warnAt("W324", a, x.from, []string{f.ID}, a.words(x.from, x.to)+" and "+a.words(y.from, y.to)+
						" have changed places against what "+quote(f.ID)+" says: "+quote(text), "say of each what the fact says of it")
					return
				}
			}
		}
	}
}

// crossedIn returns what is recorded of a fact of which two clauses are crossed by two sets of words.
func (c *pass) crossedIn(a *assertion, f *facts.Fact, x, y []string) string {
	for _, text := range notedOf(f, c.tagOf(a.r)) {
		in := c.reader.Skim(text, c.tagOf(a.r))
		for _, ends := range []func(*reading.Token) bool{fine, coarse} {
			var list []strand
			for i := range in.Sentences {
				list = append(list, partsOfSentence(&in.Sentences[i], ends)...)
			}
			for i := range list {
				for j := i + 1; j < len(list); j++ {
					if crosses(x, y, list[i].items, list[j].items) {
						return text
					}
				}
			}
		}
	}
	return ""
}

// crosses reports whether each of two sets has words of each of two others that these do not share, and that the two do not share.
func crosses(x, y, a, b []string) bool {
	only := func(of, but []string) []string {
		return slices.DeleteFunc(slices.Clone(of), func(w string) bool { return slices.Contains(but, w) })
	}
	x, y, a, b = only(x, y), only(y, x), only(a, b), only(b, a)
	return meet(x, a) && meet(x, b) && meet(y, a) && meet(y, b)
}

// A strand is a clause with the stems of its words and its numbers.
type strand struct {
	from, to int // tokens
	items    []string
}

// fine reports whether a token parts the items of a list, coarse whether it parts main clauses.
func fine(t *reading.Token) bool { return coarse(t) || t.Low == "," || t.Word.Joining }
func coarse(t *reading.Token) bool {
	return t.Kind == reading.Cite || t.Low == ";" || t.Low == ":" || t.Low == "."
}

// partsOfSentence divides a sentence at some tokens; parts without words or numbers are left out.
func partsOfSentence(s *reading.Sentence, ends func(*reading.Token) bool) []strand {
	var out []strand
	p := strand{}
	close := func(to int) {
		if p.to = to; len(p.items) > 0 {
			out = append(out, p)
		}
		p = strand{from: to + 1}
	}
	for i := range s.Tokens {
		t := &s.Tokens[i]
		switch at := amountAt(s, i); {
		case at != nil:
			if !t.Dated && reading.YearOf(t) == 0 {
				p.items = append(p.items, show(at.Value))
			}
		case ends(t):
			close(i)
		case meaningful(t) && t.Word.Month == 0:
			p.items = append(p.items, stem(reading.Possessor(t.Low)))
		}
	}
	close(len(s.Tokens))
	return out
}

func amountAt(s *reading.Sentence, token int) *reading.Amount {
	for k := range s.Amounts {
		if s.Amounts[k].From == token {
			return &s.Amounts[k]
		}
	}
	return nil
}
