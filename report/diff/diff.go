// Package diff says what changed between two editions of a briefing.
//
// Things are matched by id. What is compared is what the files say and not how
// they are written: 3000 and 3e3 are one number (3000.0 says more), a text is the same whether it
// stands once or once a language, and it does not count in which order things stand,
// nor under which other a section does. A fact that is new and supersedes one that
// the old edition has is told as a revision of that one.
//
// [Of] compares; the [Formats] write what it found: lines of text, Markdown for a
// pull request, or JSON. The JSON is one [Diff]: every key is always there, but
// for those that say otherwise; lists are empty, never null, and in the order of
// the new file, with what was removed after it in the order of the old one.
// Fields of a change bear the names of the keys in the facts file; the number of
// a fact is its "value".
package diff

import (
	"slices"
	"sync"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/marking"
	"sitrep/report/quantity"
)

// A Diff is what changed between two editions.
type Diff struct {
	Status     string   `json:"status"`     // same, changed; new or gone, where there is one edition alone
	Old        Edition  `json:"old"`        // of a briefing that is new or gone, one of both is empty
	New        Edition  `json:"new"`        // the later edition
	Marking    string   `json:"marking"`    // the higher of both editions
	Briefing   []Change `json:"briefing"`   // of the head
	Judgements []Item   `json:"judgements"` // by the order of the new edition, then what is gone
	Facts      []Item   `json:"facts"`      // in the same order, as all lists below
	Sources    []Item   `json:"sources"`    // with their titles
	Origins    []Item   `json:"origins"`    // with their names
	Measures   []Item   `json:"measures"`   // with their names
	Dimensions []Item   `json:"dimensions"` // with their values
	Hypotheses []Item   `json:"hypotheses"` // with their names
	Actors     []Item   `json:"actors"`     // with their names
	Places     []Item   `json:"places"`     // with their names
	Sections   []Item   `json:"sections"`   // nested ones too
	Allow      []Change `json:"allow"`      // warnings silenced

	words *words
}

// An Edition names one of the two files.
type Edition struct {
	ID      string `json:"id"`      // the briefing's id
	Title   string `json:"title"`   // in the language of the comparison
	Edition string `json:"edition"` // may be empty
	AsOf    string `json:"as_of"`   // ISO 8601
	Marking string `json:"marking"` // the highest in it: what a report built from it bears
}

// An Item is one thing that changed, or that rests on what changed.
type Item struct {
	ID      string     `json:"id"`                // as the facts file has it
	Kind    ChangeKind `json:"change"`            // added, removed, changed, …
	Revises string     `json:"revises,omitempty"` // the fact that a new one supersedes, or that one removed did; else the key is not there
	Was     string     `json:"was,omitempty"`     // the id that one renamed had; else the key is not there
	Marking string     `json:"marking"`           // the highest of what it tells, in either edition
	Summary string     `json:"summary"`           // what it says, in one line: as it is now or, if it was removed, as it was
	Changes []Change   `json:"changes"`           // of a fact added or removed, the contradictions marked in it; of other such things, none

	// Facts are those that a judgement rests on and that changed, and those that
	// cite a source or come from an origin. Judgements are those that rest on any
	// of it, by way of other facts too.
	Facts      []string `json:"facts"`
	Judgements []string `json:"judgements"` // ids
}

// A ChangeKind says what became of an Item.
type ChangeKind string

// The kinds. Revised is that of a new fact which supersedes an old one; Affected
// that of a judgement which stands as it did, but rests on facts that changed.
const (
	Added    ChangeKind = "added"
	Removed  ChangeKind = "removed"
	Changed  ChangeKind = "changed"
	Revised  ChangeKind = "revised"
	Affected ChangeKind = "affected"
	Renamed  ChangeKind = "renamed" // what says the same as one removed did, under another id
)

// A Change is one difference. Old and New are worded, but for dates (ISO 8601),
// ids and the terms of the format; a key that does not apply is not there. Old
// and New of a text in Markdown are as readers see it, or as it is written where
// readers see no difference.
type Change struct {
	Field      string      `json:"field"`                // the key that changed
	Directions []Direction `json:"directions"`           // at least one
	Old        string      `json:"old,omitempty"`        // as it was
	New        string      `json:"new,omitempty"`        // as it is
	OldAmount  *Amount     `json:"old_amount,omitempty"` // of a value
	NewAmount  *Amount     `json:"new_amount,omitempty"` // likewise
	Comparable *Amount     `json:"-"`                    // of a value: the old one in the unit of the new one; nil where they do not compare
	// of a list: what was added to it or taken from it; of a text that reads otherwise: the facts by which it does
	IDs   []string `json:"ids,omitempty"`
	Langs []string `json:"langs,omitempty"` // of a text: the languages in which it changed, where it has several

	form form
}

// A form is how readers are shown the old and the new of a Change.
type form int

const (
	bare   form = iota // as it is
	quoted             // a text
	dated              // a date: in words
)

// An Amount is the number of a fact, in the unit of its measure.
type Amount struct {
	Low    *quantity.Number `json:"low,omitempty"`  // absent where not given
	Best   *quantity.Number `json:"best,omitempty"` // absent where not given
	High   *quantity.Number `json:"high,omitempty"` // absent where not given
	Approx bool             `json:"approx"`         // the amount is approximate
}

// Empty reports whether nothing changed.
func (d *Diff) Empty() bool {
	return len(d.Briefing)+len(d.Allow) == 0 && !slices.ContainsFunc(d.kinds(), func(k kind) bool { return len(k.items) > 0 })
}

// A kind is one list of a Diff.
type kind struct {
	name, title string
	items       []Item
}

func (d *Diff) kinds() []kind {
	return []kind{{"judgement", "Judgements", d.Judgements}, {"fact", "Facts", d.Facts}, {"source", "Sources", d.Sources},
		{"origin", "Origins", d.Origins}, {"measure", "Measures", d.Measures}, {"dimension", "Dimensions", d.Dimensions},
		{"hypothesis", "Hypotheses", d.Hypotheses}, {"actor", "Actors", d.Actors},
		{"place", "Places", d.Places}, {"section", "Sections", d.Sections}}
}

// Pictures are the hashes of the image files that an edition names, by their paths: what a facts file itself does
// not hold.
type Pictures map[string]string

// Of compares two editions, without their image files.
func Of(old, new *facts.File) (*Diff, error) { return OfAll(old, new, nil, nil) }

// OfAll compares two editions, and the image files that both name. An error is about the word list of a language that
// the new one is told in.
func OfAll(old, new *facts.File, was, is Pictures) (*Diff, error) {
	w, err := newWords(old, new)
	if err != nil {
		return nil, err
	}
	p := &pair{words: w, old: old, new: new, wasLines: linesOf(old), isLines: linesOf(new), wasBasis: newBasis(old), isBasis: newBasis(new),
		moved: recordRenames(old, new), newID: map[string]string{}, wasPictures: was, isPictures: is}
	p.oldID = renames(old, new, p.moved)
	for is, was := range p.oldID {
		p.newID[was] = is
	}
	p.moved.facts = p.newID
	w.renamed(p.moved.facts, p.moved.sources)
	d := &Diff{words: w, Old: p.was.edition(), New: p.is.edition(), Briefing: p.head(), Allow: p.allowances()}
	d.Facts = match(old.Facts, new.Facts, func(f *facts.Fact) string { return f.ID }, p.fact)
	d.Judgements = p.judgements(d.Facts)
	d.Sources = matchMoved(old.Sources, new.Sources, p.moved.sources, func(s *facts.Source) string { return s.ID }, p.source)
	d.Origins = matchMoved(old.Origins, new.Origins, p.moved.origins, func(o *facts.Origin) string { return o.ID }, p.origin)
	d.Measures = matchMoved(old.Measures, new.Measures, p.moved.measures, func(m *facts.Measure) string { return m.ID }, p.measure)
	d.Dimensions = match(old.Dimensions, new.Dimensions, func(d *facts.Dimension) string { return d.ID }, p.dimension)
	d.Hypotheses = match(old.Hypotheses, new.Hypotheses, func(h *facts.Hypothesis) string { return h.ID }, p.hypothesis)
	d.Actors = matchMoved(old.Actors, new.Actors, p.moved.actors, func(a *facts.Actor) string { return a.ID }, p.actor)
	d.Places = matchMoved(old.Places, new.Places, p.moved.places, func(l *facts.Place) string { return l.ID }, p.place)
	d.Sections = match(flat(old.Sections), flat(new.Sections), func(s *facts.Section) string { return s.ID }, p.section)
	d.Marking = marking.Highest(old.Highest(), new.Highest()).String()
	m := newMarks(old, new)
	for _, k := range d.kinds() {
		for i := range k.items {
			k.items[i].Marking = m.of(k.name, &k.items[i]).String()
		}
	}
	d.Status = d.status()
	return d, nil
}

func (d *Diff) status() string {
	if d.Empty() {
		return "same"
	}
	return "changed"
}

// A pair is two editions that are compared.
type pair struct {
	*words
	old, new          *facts.File
	wasLines, isLines func() *evidence.Lines // which facts share a line of information, once asked for
	wasBasis, isBasis *basis
	oldID, newID      map[string]string // of facts that are renamed
	moved             movings           // of other records

	wasPictures, isPictures Pictures
}

// picture compares the image file of a path that both editions name.
func (p *pair) picture(c *changes, field, path string) {
	was, is := p.wasPictures[path], p.isPictures[path]
	if was == "" || is == "" || was == is {
		return
	}
	*c = append(*c, Change{Field: field, Directions: []Direction{Other}, IDs: []string{path}, Old: "SHA-256 " + was, New: "SHA-256 " + is})
}

func linesOf(f *facts.File) func() *evidence.Lines {
	return sync.OnceValue(func() *evidence.Lines { return evidence.Independent(f) })
}

// match brings together what bears the same id, in the order of new, with what
// only old has at the end. Tell gets nil for the side that lacks the thing; what
// comes back without a fate is left out.
func match[T any](old, new []T, id func(*T) string, tell func(was, is *T) Item) []Item {
	return matchMoved(old, new, nil, id, tell)
}

// matchMoved is match where some things bear another id in the new edition.
func matchMoved[T any](old, new []T, by moving, id func(*T) string, tell func(was, is *T) Item) []Item {
	was := make(map[string]*T, len(old))
	for i := range old {
		was[by.now(id(&old[i]))] = &old[i]
	}
	out := []Item{}
	add := func(id string, it Item) {
		if it.Kind == "" {
			return
		}
		it.ID = id
		it.Changes, it.Facts, it.Judgements = orEmpty(it.Changes), orEmpty(it.Facts), orEmpty(it.Judgements)
		out = append(out, it)
	}
	for i := range new {
		before := was[id(&new[i])]
		it := tell(before, &new[i])
		if before != nil && id(before) != id(&new[i]) {
			it.Kind, it.Was = Renamed, id(before)
		}
		add(id(&new[i]), it)
		delete(was, id(&new[i]))
	}
	for i := range old {
		if was[by.now(id(&old[i]))] != nil {
			add(id(&old[i]), tell(&old[i], nil))
		}
	}
	return out
}

// orEmpty is the list, and never nil.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// changeOf says what became of a thing that either side may lack.
func changeOf[T any](was, is *T, changes []Change) ChangeKind {
	switch {
	case was == nil:
		return Added
	case is == nil:
		return Removed
	case len(changes) > 0:
		return Changed
	}
	return ""
}

// present returns the new one of a thing or, if it was removed, the old one, and
// the side that it stands on.
func present[T any](p *pair, was, is *T) (*T, *side) {
	if is == nil {
		return was, p.was
	}
	return is, p.is
}
