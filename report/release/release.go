// Package release removes from a briefing what is marked above a label, and all that rests on it.
//
// [Make] takes out of the facts file every record, section and block whose marking
// (its own or, where it bears none, that of what encloses it) is above the label,
// then what can no longer stand: a fact that derives from one of these, counts a
// measure or names a place that is gone or has lost its last source, a judgement that has lost its last
// fact, a text that writes or cites what is gone, a chart or table that shows nothing
// any more, a section that is empty, every origin whose facts are all gone, and
// every other record that nothing left refers to. The briefing is built from what is
// left and from nothing else, so that what was removed can have no part in a chart, a
// count, a note or a byte of the report.
//
// What words that are left still tell of it is searched for and refused: its names,
// titles, addresses and ids, its sentences and six words in a row of them, its numbers
// and days. Searched are texts and titles, and the statements, notes and quotes of the
// facts that are left. The search helps against slips; it is no proof, and a text
// that paraphrases a secret must be marked by its author.
//
// No library knows the format; the rules are our own. Labels are those of FIRST TLP 2.0.
package release

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/report/facts"
)

// A Release is a briefing as it may be shown under a label.
type Release struct {
	File     *facts.File // the facts that remain
	Removed  []Item      // what is not shown, in the order of the file as it was written
	Weakened []Item      // what stays, but has lost a part of what it rested on, or bears a name that is removed; in the same order
	Kept     []Item      // what is shown and may bear a marking, in the same order
}

// An Item is one thing of the file: a record, a section, a block, or a text of the head.
type Item struct {
	Line, Col int           // in the file as it was written
	Pointer   string        // JSON pointer (RFC 6901) there
	What      string        // "fact", "source", "judgement", "origin", "block" …
	ID        string        // where it has one
	Marking   facts.Marking // its own, or that of what encloses it
	Own       bool          // the marking is written on the thing itself
	Why       string        // in English, where its marking does not say it: what a thing removed rested on, or one weakened has lost
}

// Options say what is released, and what messages may tell of the rest.
type Options struct {
	Label  facts.Marking // the highest marking that is shown, and then that of the whole (FIRST TLP 2.0)
	Redact bool          // problems do not name what was removed, for logs that others read
}

// Make returns the briefing as it may be shown under a label. The problems are what
// words that are left still tell, or that nothing is left to show: with any, nothing
// is released.
func Make(f *facts.File, o Options) (*Release, []facts.Problem) {
	r := newRedactor(f, o.Label)
	r.draft.Mark(r.label)
	r.above()
	g, problems := r.settle()
	if g == nil {
		return nil, problems
	}
	if empty(g) && !empty(f) {
		return nil, []facts.Problem{nothingLeft(f, o.Label)}
	}
	if told := search(r, g, o.Redact); len(told) > 0 {
		return nil, told
	}
	removed := outermost(r.out)
	return &Release{g, removed, apart(r.weak, removed), r.kept()}, nil
}

// A set of JSON pointers, or of ids.
type set map[string]bool

// A redactor makes one release.
type redactor struct {
	f      *facts.File
	draft  *facts.Draft
	label  facts.Marking
	marks  map[string]facts.Marked // of the file as it was written, by pointer
	marked set                     // pointers in the draft as it is, to be removed in this round
	out    []Item
	weak   []Item
}

func newRedactor(f *facts.File, label facts.Marking) *redactor {
	r := &redactor{f: f, draft: f.Draft(), label: label, marks: map[string]facts.Marked{}, marked: set{}}
	for m := range r.draft.Marked() {
		r.marks[m.Pointer] = m
	}
	return r
}

// settle removes what rests on what is gone, round after round until nothing more does.
func (r *redactor) settle() (*facts.File, []facts.Problem) {
	for {
		g, problems := r.draft.Load()
		r.marked = set{}
		if g == nil {
			r.dependents(problems)
		} else {
			r.unused(g)
		}
		switch {
		case g != nil && len(r.marked) == 0:
			return r.tidy()
		case len(r.marked) == 0: // a fault that no removal mends
			return nil, problems
		}
		r.draft.Cut(slices.Collect(maps.Keys(r.marked))...)
	}
}

// tidy removes what tells readers that something was removed: lists and tables that
// are empty now, the address of the schema on the author's machine, and the labels of a scheme
// of the briefing's own that nothing which is shown may bear.
func (r *redactor) tidy() (*facts.File, []facts.Problem) {
	r.draft.Cut("/$schema")
	r.draft.Cut(r.levels()...)
	r.draft.Prune(required)
	g, problems := r.draft.Load()
	if g == nil || !r.abbreviations(g) {
		return g, problems
	}
	r.draft.Prune(required)
	return r.draft.Load()
}

// levels are the pointers of the labels above the one of the release, where the briefing lists its own.
func (r *redactor) levels() (above []string) {
	const list = "/briefing/marking_scheme/levels"
	for i := r.label.Rank() + 1; i < r.draft.Len(list); i++ {
		above = append(above, at(list, i))
	}
	return above
}

// abbreviations removes those that were written before and are written nowhere now,
// and reports whether there are any.
func (r *redactor) abbreviations(g *facts.File) bool {
	if len(g.Briefing.Abbreviations) == 0 {
		return false
	}
	before, now := written(r.f), written(g)
	var gone []string
	for _, a := range g.Briefing.Abbreviations {
		if before[a.Short] && !now[a.Short] {
			gone = append(gone, "/briefing/abbreviations/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(a.Short))
		}
	}
	r.draft.Cut(gone...)
	return gone != nil
}

// written collects the words of all texts but the abbreviations' own.
func written(f *facts.File) set {
	s := set{}
	for p := range f.Printed() {
		if !strings.HasPrefix(p.Pointer, "/briefing/abbreviations") {
			for _, w := range surfaceOf(p).words() {
				s[w.raw] = true
			}
		}
	}
	return s
}

// required reports whether the format wants a list where a pointer says even if it is empty.
func required(pointer string) bool {
	t := strings.Split(pointer, "/")[1:]
	switch last := t[len(t)-1]; last {
	case "facts":
		return len(t) == 1
	case "because", "body":
		return true
	case "sources":
		return t[0] == "facts" && len(t) == recordTokens(t)+1
	case "judgements", "outcomes": // of a block: all
		return len(t) > 1
	}
	return false
}

func empty(f *facts.File) bool {
	return len(f.Facts)+len(f.Judgements)+len(f.Sections) == 0
}

// nothingLeft refuses a briefing of which nobody has said that any of it may be shown.
func nothingLeft(f *facts.File, label facts.Marking) facts.Problem {
	p := facts.Problem{File: f.Name, Line: 1, Col: 1, Code: "E603",
		Message: fmt.Sprintf("nothing is left to show under %s", label),
		Hint:    fmt.Sprintf("a part that bears no marking has that of what encloses it: mark what may be shown as %s or below", label)}
	if f.Briefing.Marking.Above(label) {
		p.Pointer = "/briefing/marking"
		p.Line, p.Col = f.Locate(p.Pointer)
		p.Message = fmt.Sprintf("the whole is marked %s, and no part of it that could stand alone is marked %s or below", f.Briefing.Marking,
			label)
	}
	return p
}

// remove takes out the value of a pointer, and notes it.
func (r *redactor) remove(pointer string, i Item) {
	if r.strike(pointer) {
		r.out = append(r.out, r.placed(pointer, i))
	}
}

// strike takes out the value of a pointer, once.
func (r *redactor) strike(pointer string) bool {
	if r.marked[pointer] {
		return false
	}
	r.marked[pointer] = true
	return true
}

// placed fills in where a thing stands in the file as it was written.
func (r *redactor) placed(pointer string, i Item) Item {
	i.Pointer = r.draft.Written(pointer)
	i.Line, i.Col = r.f.Locate(i.Pointer)
	i.Marking = r.f.Briefing.Marking
	if m, ok := r.marks[i.Pointer]; ok {
		i.Marking, i.Own = m.Marking, m.Own
	}
	return i
}

// kept lists what is shown.
func (r *redactor) kept() []Item {
	var out []Item
	for _, key := range append([]string{"title"}, ofTheWhole...) {
		if pointer := "/briefing/" + key; r.draft.Has(pointer) {
			out = append(out, r.placed(pointer, Item{What: key}))
		}
	}
	for m := range r.draft.Marked() {
		out = append(out, r.placed(m.Pointer, r.describe(m.Pointer, "")))
	}
	slices.SortStableFunc(out, inOrder)
	return out
}

func inOrder(a, b Item) int {
	return cmp.Or(a.Line-b.Line, a.Col-b.Col, len(a.Pointer)-len(b.Pointer))
}

// outermost puts things in the order of the file, without those that stand in another.
func outermost(all []Item) []Item {
	slices.SortStableFunc(all, inOrder)
	var out []Item
	for _, i := range all {
		if len(out) == 0 || i.Pointer != out[len(out)-1].Pointer && !strings.HasPrefix(i.Pointer, out[len(out)-1].Pointer+"/") {
			out = append(out, i)
		}
	}
	return out
}

// apart returns what is not among the others, in the order of the file.
func apart(all, others []Item) []Item {
	gone := set{}
	for _, i := range others {
		gone[i.Pointer] = true
	}
	return slices.DeleteFunc(outermost(all), func(i Item) bool { return gone[i.Pointer] })
}
