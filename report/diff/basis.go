package diff

import (
	"slices"

	"sitrep/report/facts"
)

// A basis knows which judgements of a file rest on which facts: those that they
// name, and those that these derive from.
type basis struct {
	f     *facts.File
	facts []map[string]bool // by judgement
}

func newBasis(f *facts.File) *basis {
	b := &basis{f: f}
	for i := range f.Judgements {
		seen := map[string]bool{}
		for todo := slices.Clone(f.Judgements[i].Because); len(todo) > 0; {
			id := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if !seen[id] {
				seen[id] = true
				todo = append(todo, f.Fact(id).DerivedFrom...)
			}
		}
		b.facts = append(b.facts, seen)
	}
	return b
}

// on lists the judgements that rest on any of the facts, in file order.
func (b *basis) on(ids ...string) []string {
	var out []string
	for i := range b.facts {
		for _, id := range ids {
			if b.facts[i][id] {
				out = append(out, b.f.Judgements[i].ID)
				break
			}
		}
	}
	return out
}

// cite lists the facts of which is holds, in file order, and the judgements that
// rest on them.
func (b *basis) cite(is func(*facts.Fact) bool) (ids, judgements []string) {
	for i := range b.f.Facts {
		if is(&b.f.Facts[i]) {
			ids = append(ids, b.f.Facts[i].ID)
		}
	}
	return ids, b.on(ids...)
}
