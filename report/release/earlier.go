package release

import (
	"slices"
	"strings"

	"sitrep/report/facts"
)

// A Later is an edition that came after the one that is compared with it.
type Later struct {
	Whole *facts.File // as it was written
	Shown *facts.File // as it was released
}

// Earlier returns an edition as later ones may be compared with it: what [Make] leaves of it, without every record that
// one of the later editions has and does not show, whatever the earlier one marked it. A comparison would tell it as withdrawn,
// with all that it said. A fact that supersedes another, or says the same under another id, hides that one too.
//
// Where something is hidden, the sections and the texts of the head are left out as well: no comparison tells of them, and
// they need not be searched. The problems are those of [Make], with their places in the earlier edition.
func Earlier(f *facts.File, o Options, later ...Later) (*Release, []facts.Problem) {
	cut, problems := Make(f, o)
	if cut == nil {
		return nil, problems
	}
	hidden := set{}
	for _, l := range later {
		l.hide(cut.File, hidden)
	}
	if len(hidden) == 0 {
		return cut, nil
	}
	bare := newRedactor(cut.File, o.Label)
	for _, pointer := range append([]string{"/allow", "/sections"}, inHead()...) {
		bare.strike(pointer)
	}
	g, problems := bare.rest()
	if g == nil {
		return nil, problems
	}
	r := newRedactor(g, o.Label)
	for _, id := range records(g) {
		if hidden[id.of] {
			kind, name, _ := strings.Cut(id.of, " ")
			r.remove(id.pointer, Item{What: kind, ID: name, Why: "a later edition has it and does not show it"})
		}
	}
	if g, problems = r.rest(); g == nil {
		return nil, problems
	}
	if told := search(r, g, o.Redact); len(told) > 0 {
		return nil, told
	}
	return &Release{g, outermost(slices.Concat(cut.Removed, r.out)), cut.Weakened, r.kept()}, nil
}

func inHead() (pointers []string) {
	for _, key := range ofTheWhole {
		pointers = append(pointers, "/briefing/"+key)
	}
	return pointers
}

// rest takes out what was struck, and all that rests on it.
func (r *redactor) rest() (*facts.File, []facts.Problem) {
	var gone []string
	for pointer := range r.marked {
		gone = append(gone, pointer)
	}
	r.draft.Cut(gone...)
	return r.settle()
}

// A recordID names a record over editions, and where it stands in one.
type recordID struct{ of, pointer string }

// records lists what may be gone from an edition: facts and judgements, the records they refer to, and values of dimensions.
func records(f *facts.File) (out []recordID) {
	add := func(kind, id, pointer string) { out = append(out, recordID{kind + " " + id, pointer}) }
	for i := range f.Facts {
		add("fact", f.Facts[i].ID, f.FactPointer(i))
	}
	for i := range f.Judgements {
		add("judgement", f.Judgements[i].ID, at("/judgements", i))
	}
	for i := range f.Origins {
		add("origin", f.Origins[i].ID, "/origins/"+f.Origins[i].ID)
	}
	for i := range f.Sources {
		add("source", f.Sources[i].ID, "/sources/"+f.Sources[i].ID)
	}
	for i := range f.Measures {
		add("measure", f.Measures[i].ID, "/measures/"+f.Measures[i].ID)
	}
	for i := range f.Actors {
		add("actor", f.Actors[i].ID, "/actors/"+f.Actors[i].ID)
	}
	for i := range f.Places {
		add("place", f.Places[i].ID, "/places/"+f.Places[i].ID)
	}
	for i := range f.Hypotheses {
		add("hypothesis", f.Hypotheses[i].ID, "/hypotheses/"+f.Hypotheses[i].ID)
	}
	for i := range f.Dimensions {
		d := &f.Dimensions[i]
		for _, v := range d.Values {
			add("value", d.ID+" "+v.ID, "/dimensions/"+d.ID+"/values/"+v.ID)
		}
	}
	return out
}

// hide collects which records of an earlier edition the later one has and does not show.
func (l *Later) hide(earlier *facts.File, hidden set) {
	gone := set{}
	for _, r := range records(l.Whole) {
		gone[r.of] = true
	}
	for _, r := range records(l.Shown) {
		delete(gone, r.of)
	}
	for i := range l.Whole.Facts {
		x := &l.Whole.Facts[i]
		if !gone["fact "+x.ID] {
			continue
		}
		for k := range earlier.Facts {
			was := &earlier.Facts[k]
			if l.Whole.Fact(was.ID) == nil && (was.ID == x.Supersedes || sameClaim(was, x)) {
				gone["fact "+was.ID] = true
			}
		}
	}
	for _, r := range records(earlier) {
		if gone[r.of] {
			hidden[r.of] = true
		}
	}
}

// sameClaim reports whether two facts say the same number or tell of the same day, whatever their ids.
func sameClaim(a, b *facts.Fact) bool {
	return a.Type == b.Type && a.Origin == b.Origin && a.Measure == b.Measure && a.Place == b.Place && a.AsOf == b.AsOf && a.Date == b.Date &&
		slices.Equal(amounts(a), amounts(b))
}
