package release

import (
	"maps"
	"slices"
)

// ofTheWhole are the texts of the head that tell what the briefing says and can bear
// no marking of their own: theirs is that of the whole. The title, the authors and
// what else names the document stay, since it needs a name.
var ofTheWhole = []string{"subtitle", "summary", "bottom_line", "history", "distribution", "abbreviations"}

// above removes what is marked above the label.
func (r *redactor) above() {
	for m := range r.draft.Marked() {
		if m.Marking.Above(r.label) {
			why := ""
			if !m.Own {
				why = "it bears no marking, and has that of what encloses it"
			}
			r.remove(m.Pointer, r.describe(m.Pointer, why))
		}
	}
	if r.f.Briefing.Marking.Above(r.label) {
		for _, key := range ofTheWhole {
			if pointer := "/briefing/" + key; r.draft.Has(pointer) {
				r.remove(pointer, Item{What: key, Why: "it has the marking of the whole"})
			}
		}
		for i := range r.f.Allow {
			r.remove(at("/allow", i), Item{What: "allowance", ID: r.f.Allow[i].Code, Why: "it has the marking of the whole"})
		}
	}
	r.derived()
	r.draft.Cut(slices.Collect(maps.Keys(r.marked))...)
}

// derived removes the facts that derive from a fact that is removed, to the last: of
// a long chain [redactor.settle] would find one link a round.
func (r *redactor) derived() {
	from := map[string][]int{} // the facts that derive from one
	for i := range r.f.Facts {
		for _, id := range r.f.Facts[i].DerivedFrom {
			from[id] = append(from[id], i)
		}
	}
	for n := 0; n < len(r.out); n++ { // it grows
		if r.out[n].What != "fact" {
			continue
		}
		for _, i := range from[r.out[n].ID] {
			r.remove(r.f.FactPointer(i), Item{What: "fact", ID: r.f.Facts[i].ID, Why: "it derives from what is removed"})
		}
	}
}
