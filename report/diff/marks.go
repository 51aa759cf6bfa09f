package diff

import (
	"slices"

	"sitrep/report/facts"
	"sitrep/report/marking"
	"sitrep/report/prose"
)

// marks are the highest markings, in either edition, of facts, sources, judgements
// and sections, whose ids are of one namespace. A judgement and a section are
// marked no lower than what their texts write or cite; a section no lower than the
// one that it is in, than its blocks and than what those name. Actors and places,
// under "actor x" and "place x", have the lowest of the facts that refer to them, since
// with these they are left out of a release: it counts where no fact is told with them.
type marks map[string]facts.Marking

func newMarks(files ...*facts.File) marks {
	m := marks{}
	for _, f := range files {
		for i := range f.Facts {
			m.raise(f.Facts[i].ID, f.Facts[i].Marking)
		}
		for i := range f.Sources {
			m.raise(f.Sources[i].ID, f.Sources[i].Marking)
		}
		for i := range f.Judgements {
			m.raise(f.Judgements[i].ID, f.Judgements[i].Marking)
		}
	}
	for _, f := range files {
		for id, low := range referred(f) {
			m.raise(id, low)
		}
		tags := f.Briefing.Languages
		for i := range f.Judgements {
			m.raise(f.Judgements[i].ID, m.quoted(tags, f.Judgements[i].Text))
		}
		m.sections(tags, f.Sections, facts.Marking{})
	}
	return m
}

// referred gives the lowest marking of the facts that refer to an actor or a place.
func referred(f *facts.File) marks {
	m := marks{}
	for i := range f.Facts {
		fact := &f.Facts[i]
		ids := []string{"place " + fact.Place}
		for _, a := range slices.Concat(fact.Actors, []string{fact.From, fact.To}) {
			ids = append(ids, "actor "+a)
		}
		for _, id := range ids {
			if low, ok := m[id]; !ok || low.Above(fact.Marking) {
				m[id] = fact.Marking
			}
		}
	}
	return m
}

func (m marks) raise(id string, to facts.Marking) { m[id] = marking.Highest(m[id], to) }

func (m marks) sections(tags []string, list []facts.Section, around facts.Marking) {
	for i := range list {
		s := &list[i]
		within := marking.Highest(around, s.Marking)
		m.raise(s.ID, marking.Highest(within, m.quoted(tags, texts(s)...)))
		for _, b := range s.Body {
			m.raise(s.ID, marking.Highest(b.Marking, m.highest(named(&b)...)))
		}
		m.sections(tags, s.Sections, within)
	}
}

// named lists the facts or judgements that a block names by their ids.
func named(b *facts.Block) []string {
	switch {
	case b.Chart != nil:
		return b.Chart.Select.IDs
	case b.Table != nil:
		return b.Table.Select.IDs
	case b.Judgements != nil:
		return *b.Judgements
	}
	return nil
}

// quoted is the highest marking of what texts write or cite.
func (m marks) quoted(tags []string, texts ...facts.Text) facts.Marking {
	most := facts.Marking{}
	for _, t := range texts {
		for _, tag := range tags {
			prose.Walk(t.Blocks(tag), func(in prose.Inline) {
				switch in := in.(type) {
				case *prose.Value:
					most = marking.Highest(most, m[in.ID])
				case *prose.Cite:
					most = marking.Highest(most, m[in.ID])
				}
			})
		}
	}
	return most
}

func (m marks) highest(ids ...string) facts.Marking {
	most := facts.Marking{}
	for _, id := range ids {
		most = marking.Highest(most, m[id])
	}
	return most
}

// of is the highest marking of what an item tells. Of an origin, a measure, a place and the like that
// is what comes from it, counts it or names it.
func (m marks) of(kind string, it *Item) facts.Marking {
	ids := slices.Concat(it.Facts, it.Judgements)
	switch kind {
	case "origin", "measure", "dimension":
		return m.highest(ids...)
	case "actor", "place":
		if len(ids) == 0 {
			return m[kind+" "+it.ID]
		}
		return m.highest(ids...)
	}
	ids = append(ids, it.ID, it.Revises)
	for _, c := range it.Changes {
		switch c.Field {
		case "sources", "because", "contradicts", "derived_from":
			ids = append(ids, c.IDs...)
		case "supersedes":
			ids = append(ids, c.Old, c.New)
		}
	}
	return m.highest(ids...)
}
