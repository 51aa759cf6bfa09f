package evidence

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/facts"
)

// Sides is what a judgement names, by the side it speaks for. Each list has ids
// of facts in the order in which the judgement names them, none twice.
type Sides struct {
	For     []string // speaks for the judgement
	Against []string // marked as contradicting what speaks for it
	Aside   []string // denied, or superseded by another fact that the judgement names
}

// Weigh sorts the facts that a judgement names. Of facts that contradict each
// other, the one that contradicts the most of the others stands against, and
// between equals the one named later. A judgement that names denials alone is
// about them: then they speak for it.
func Weigh(f *facts.File, because []string) Sides {
	superseded := map[string]bool{}
	for _, id := range because {
		if x := f.Fact(id); slices.Contains(Successors(f, x.Supersedes), id) {
			superseded[x.Supersedes] = true
		}
	}
	var e Sides
	seen := map[string]bool{}
	for _, id := range because {
		switch {
		case seen[id]:
		case superseded[id] || f.Fact(id).Status == claim.Denied:
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
func (e *Sides) part(f *facts.File) {
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
func (e *Sides) conflicts(f *facts.File) []map[int]bool {
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

// Weak reports whether a fact is graded unreliable or unlikely, or else cannot be
// judged. F and 6 are not the worst grades but the lack of one (Admiralty code): a fact from an origin that cannot be
// judged stands where other sources bear it out, 1 or 2.
func Weak(f *facts.Fact, o *facts.Origin) (doubtful, unjudged bool) {
	if f.Credibility == 4 || f.Credibility == 5 || o.Reliability.Doubtful() {
		return true, false
	}
	borne := f.Credibility == 1 || f.Credibility == 2
	return false, f.Credibility == 6 || o.Reliability == claim.ReliabilityF && !borne
}
