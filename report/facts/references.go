package facts

// References is the reverse index of a file: by the id of a thing, the positions of what refers to it, ascending and
// each once.
type References struct {
	Repeating   map[string][]int // of an origin: the origins that derive from it
	Given       map[string][]int // of an origin: its facts
	Read        map[string][]int // of a source: the facts that were read in it
	Counting    map[string][]int // of a measure: the facts that count it
	Deriving    map[string][]int // of a fact: the facts that derive from it
	Superseding map[string][]int // of a fact: the facts that supersede it and can: see [Fact.Replaces]
	Judging     map[string][]int // of a fact: the judgements that name it as what they rest on
}

// References returns the reverse index of f, which is made when it is first asked for and is not to be changed.
func (f *File) References() *References { return f.references() }

func newReferences(f *File) *References {
	r := &References{map[string][]int{}, map[string][]int{}, map[string][]int{}, map[string][]int{}, map[string][]int{},
		map[string][]int{}, map[string][]int{}}
	for i := range f.Origins {
		for _, id := range f.Origins[i].DerivedFrom {
			note(r.Repeating, id, i)
		}
	}
	for i := range f.Facts {
		x := &f.Facts[i]
		note(r.Given, x.Origin, i)
		note(r.Counting, x.Measure, i)
		if old := f.Fact(x.Supersedes); old != nil && x.Replaces(old) {
			note(r.Superseding, old.ID, i)
		}
		for _, s := range x.Sources {
			note(r.Read, s.Source, i)
		}
		for _, id := range x.DerivedFrom {
			note(r.Deriving, id, i)
		}
	}
	for i := range f.Judgements {
		for _, id := range f.Judgements[i].Because {
			note(r.Judging, id, i)
		}
	}
	return r
}

// note adds a position to those of an id, once.
func note(list map[string][]int, id string, at int) {
	if old := list[id]; id != "" && (len(old) == 0 || old[len(old)-1] != at) {
		list[id] = append(old, at)
	}
}
