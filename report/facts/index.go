package facts

// An index finds things by id: a position in one slice of the File.
type index struct {
	actors, places, measures, origins, sources, facts, judgements map[string]int
}

type node struct{}

// Fact returns the fact of that id, or nil.
func (f *File) Fact(id string) *Fact { return at(f.Facts, f.index.facts, id) }

// Source returns the source of that id, or nil.
func (f *File) Source(id string) *Source { return at(f.Sources, f.index.sources, id) }

// Origin returns the origin of that id, or nil.
func (f *File) Origin(id string) *Origin { return at(f.Origins, f.index.origins, id) }

// Measure returns the measure of that id, or nil.
func (f *File) Measure(id string) *Measure { return at(f.Measures, f.index.measures, id) }

// Actor returns the actor of that id, or nil.
func (f *File) Actor(id string) *Actor { return at(f.Actors, f.index.actors, id) }

// Place returns the place of that id, or nil.
func (f *File) Place(id string) *Place { return at(f.Places, f.index.places, id) }

// Judgement returns the judgement of that id, or nil.
func (f *File) Judgement(id string) *Judgement { return at(f.Judgements, f.index.judgements, id) }

func at[T any](all []T, index map[string]int, id string) *T {
	if i, ok := index[id]; ok {
		return &all[i]
	}
	return nil
}
