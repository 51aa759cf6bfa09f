package facts

// An index finds things by id: a position in one slice of the File.
type index struct {
	actors, places, measures, dimensions, origins, sources, hypotheses, facts, judgements map[string]int
}

func newIndex(f *File) index {
	return index{
		actors:     positions(f.Actors, func(a *Actor) string { return a.ID }),
		places:     positions(f.Places, func(p *Place) string { return p.ID }),
		measures:   positions(f.Measures, func(m *Measure) string { return m.ID }),
		dimensions: positions(f.Dimensions, func(d *Dimension) string { return d.ID }),
		hypotheses: positions(f.Hypotheses, func(h *Hypothesis) string { return h.ID }),
		origins:    positions(f.Origins, func(o *Origin) string { return o.ID }),
		sources:    positions(f.Sources, func(s *Source) string { return s.ID }),
		facts:      positions(f.Facts, func(f *Fact) string { return f.ID }),
		judgements: positions(f.Judgements, func(j *Judgement) string { return j.ID }),
	}
}

// positions maps ids to positions; of two things with one id the first counts.
func positions[T any](all []T, id func(*T) string) map[string]int {
	m := make(map[string]int, len(all))
	for i := range all {
		if _, taken := m[id(&all[i])]; !taken {
			m[id(&all[i])] = i
		}
	}
	return m
}

// of returns the ids of one kind of thing: "actor", "place" …
func (x *index) of(kind string) map[string]int {
	switch kind {
	case "actor":
		return x.actors
	case "place":
		return x.places
	case "measure":
		return x.measures
	case "dimension":
		return x.dimensions
	case "hypothesis":
		return x.hypotheses
	case "origin":
		return x.origins
	case "source":
		return x.sources
	case "fact":
		return x.facts
	case "judgement":
		return x.judgements
	}
	return nil
}

// FactAt returns where the fact of that id stands in Facts; -1 for none.
func (f *File) FactAt(id string) int { return positionOf(f.index.facts, id) }

// OriginAt returns where the origin of that id stands in Origins; -1 for none.
func (f *File) OriginAt(id string) int { return positionOf(f.index.origins, id) }

// SourceAt returns where the source of that id stands in Sources; -1 for none.
func (f *File) SourceAt(id string) int { return positionOf(f.index.sources, id) }

func positionOf(all map[string]int, id string) int {
	if i, ok := all[id]; ok {
		return i
	}
	return -1
}

// Fact returns the fact of that id, or nil.
func (f *File) Fact(id string) *Fact { return at(f.Facts, f.index.facts, id) }

// Source returns the source of that id, or nil.
func (f *File) Source(id string) *Source { return at(f.Sources, f.index.sources, id) }

// Origin returns the origin of that id, or nil.
func (f *File) Origin(id string) *Origin { return at(f.Origins, f.index.origins, id) }

// Measure returns the measure of that id, or nil.
func (f *File) Measure(id string) *Measure { return at(f.Measures, f.index.measures, id) }

// Dimension returns the dimension of that id, or nil.
func (f *File) Dimension(id string) *Dimension { return at(f.Dimensions, f.index.dimensions, id) }

// Hypothesis returns the hypothesis of that id, or nil.
func (f *File) Hypothesis(id string) *Hypothesis { return at(f.Hypotheses, f.index.hypotheses, id) }

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
