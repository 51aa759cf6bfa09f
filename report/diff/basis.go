package diff

import (
	"slices"

	"sitrep/report/facts"
)

// A basis says which facts of a file come from an origin, cite a source, count a measure or name a place, an actor or a value
// of a dimension, and which judgements rest on a fact, because they name it or name one that derives from it.
type basis struct {
	f          *facts.File
	judgements map[string][]int // positions, ascending
	named      map[string][]int // positions of facts by what else they name: "place x", "actor x", "value d x"
}

func newBasis(f *facts.File) *basis {
	b := &basis{f, map[string][]int{}, map[string][]int{}}
	for i := range f.Judgements {
		b.judgement(i)
	}
	for i := range f.Facts {
		for _, name := range names(&f.Facts[i]) {
			b.named[name] = append(b.named[name], i)
		}
	}
	return b
}

// names lists, each once, the places, actors and values of dimensions that a fact names.
func names(x *facts.Fact) (out []string) {
	out = append(out, "place "+x.Place)
	for _, id := range append([]string{x.From, x.To}, x.Actors...) {
		out = append(out, "actor "+id)
	}
	for _, by := range x.By {
		out = append(out, "value "+by.Dimension+" "+by.Value)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// source, origin, measure, place and actor give the ids of the facts that refer to the thing of that id, in file order.
func (b *basis) source(id string) []string  { return b.ids(b.f.References().Read[id]) }
func (b *basis) origin(id string) []string  { return b.ids(b.f.References().Given[id]) }
func (b *basis) measure(id string) []string { return b.ids(b.f.References().Counting[id]) }
func (b *basis) place(id string) []string   { return b.ids(b.named["place "+id]) }
func (b *basis) actor(id string) []string   { return b.ids(b.named["actor "+id]) }

func (b *basis) ids(at []int) (out []string) {
	for _, i := range at {
		out = append(out, b.f.Facts[i].ID)
	}
	return out
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
