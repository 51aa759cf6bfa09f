package diff

import (
	"slices"

	"sitrep/report/facts"
)

// A basis is the reverse index of a file: what cites a source, comes from an
// origin or counts a measure, and which judgements rest on a fact, because they
// name it or name one that derives from it.
type basis struct {
	f                       *facts.File
	source, origin, measure map[string][]string // ids of facts, in file order
	judgements              map[string][]int    // positions, ascending
}

func newBasis(f *facts.File) *basis {
	b := &basis{f, map[string][]string{}, map[string][]string{}, map[string][]string{}, map[string][]int{}}
	for i := range f.Facts {
		fact := &f.Facts[i]
		b.origin[fact.Origin] = append(b.origin[fact.Origin], fact.ID)
		b.measure[fact.Measure] = append(b.measure[fact.Measure], fact.ID)
		for _, s := range fact.Sources {
			if list := b.source[s.Source]; len(list) == 0 || list[len(list)-1] != fact.ID { // cited once, or once more
				b.source[s.Source] = append(b.source[s.Source], fact.ID)
			}
		}
	}
	for i := range f.Judgements {
		b.judgement(i)
	}
	return b
}

// judgement notes what the i-th judgement rests on.
func (b *basis) judgement(i int) {
	seen := map[string]bool{}
	for todo := slices.Clone(b.f.Judgements[i].Because); len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if !seen[id] {
			seen[id] = true
			b.judgements[id] = append(b.judgements[id], i)
			todo = append(todo, b.f.Fact(id).DerivedFrom...)
		}
	}
}

// on lists the judgements that rest on any of the facts, in file order.
func (b *basis) on(ids ...string) []string {
	var at []int
	for _, id := range ids {
		at = append(at, b.judgements[id]...)
	}
	slices.Sort(at)
	var out []string
	for _, i := range slices.Compact(at) {
		out = append(out, b.f.Judgements[i].ID)
	}
	return out
}
