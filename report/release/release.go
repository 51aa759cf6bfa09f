// Package release leaves out of a briefing what is marked above a label, and all that rests on it.
//
// [Make] takes out of the facts file what is marked above the label (facts,
// sources, judgements, sections, blocks), then what can no longer stand: a fact
// that derives from one of these or has lost its last source, a judgement that
// has lost its last fact, a text that writes or cites what is gone, a chart or
// table that shows nothing any more, a section that is empty, and every origin,
// source, actor, place and measure that nothing left refers to. The briefing is
// built from what is left and from nothing else, so that what was left out can
// have no part in a chart, a count, a note or a byte of the report.
//
// What the author's own words still tell of it is searched for and refused: a
// number or day that only what was left out gives, its statement, title, quote,
// address or publisher, the text of a judgement, the name of an origin that is gone.
// That search helps against slips; it is no proof, and a text that paraphrases a
// secret must be marked by its author.
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
	File *facts.File
	Left []Omission // in the order of the file as it was written
	Less []Omission // what stays, but has lost a part of what it rested on; in the same order
}

// An Omission is one thing that was left out, or that has lost something.
type Omission struct {
	Line, Col int    // in the file as it was written
	Pointer   string // JSON pointer there
	What      string // "fact", "source", "judgement", "origin", "block" …
	ID        string // where it has one
	Why       string // where it is not marked itself: what it rested on, or has lost, in English
}

// Make returns the briefing as it may be shown under the label most (FIRST TLP
// 2.0), which is then its own. The problems are what the words that are left
// still tell, or that a briefing is marked higher as a whole and in no part: with
// any, nothing is released. What is not marked counts as TLP:CLEAR; that holds for
// the title and all else of the briefing's head, whose marking labels the whole
// and not them.
func Make(f *facts.File, most facts.Marking) (*Release, []facts.Problem) {
	m := &maker{f: f, draft: f.Draft(), cut: map[string]bool{}}
	if p := unmarked(f, most); p != nil {
		return nil, p
	}
	m.draft.Mark(most)
	m.above(most)
	for {
		g, problems := m.draft.Load()
		m.cut = map[string]bool{}
		if g == nil {
			m.dangling(problems)
		} else {
			m.unused(g)
		}
		if g != nil && len(m.cut) == 0 {
			if told := leaks(f, g, m.draft, m.warnings); len(told) > 0 {
				return nil, told
			}
			left := outermost(m.out)
			return &Release{g, left, apart(m.less, left)}, nil
		}
		if len(m.cut) == 0 { // a fault that no cut mends
			return nil, problems
		}
		m.cutAll()
	}
}

// A maker makes one release.
type maker struct {
	f     *facts.File
	draft *facts.Draft
	cut   map[string]bool // pointers in the draft as it is
	out   []Omission
	less  []Omission

	warnings []facts.Problem // about the draft, when it last loaded
}

// cutAll takes out of the draft what is to be cut.
func (m *maker) cutAll() { m.draft.Cut(slices.Collect(maps.Keys(m.cut))...) }

// unmarked refuses a briefing that is marked above the label as a whole while no
// part of it is marked: what may be shown of it nobody has said.
func unmarked(f *facts.File, most facts.Marking) []facts.Problem {
	if f.Briefing.Marking <= most || f.HighestPart() > facts.Clear {
		return nil
	}
	line, col := f.Locate("/briefing/marking")
	return []facts.Problem{{File: f.Name, Line: line, Col: col, Code: "E603", Pointer: "/briefing/marking",
		Message: fmt.Sprintf("the whole is marked %s, above %s, and no part of it is marked", f.Briefing.Marking, most),
		Hint:    "mark the facts, sources, judgements and texts that are above the label; what is not marked counts as TLP:CLEAR"}}
}

// above cuts what is marked above the label.
func (m *maker) above(most facts.Marking) {
	mark := func(what, id, pointer string, marking facts.Marking) {
		if marking > most {
			m.leave(pointer, Omission{What: what, ID: id})
		}
	}
	for i := range m.f.Sources {
		s := &m.f.Sources[i]
		mark("source", s.ID, "/sources/"+s.ID, s.Marking)
	}
	for i := range m.f.Facts {
		mark("fact", m.f.Facts[i].ID, at("/facts", i), m.f.Facts[i].Marking)
	}
	m.derived()
	for i := range m.f.Judgements {
		mark("judgement", m.f.Judgements[i].ID, at("/judgements", i), m.f.Judgements[i].Marking)
	}
	each(m.f.Sections, func(s *facts.Section) {
		mark("section", s.ID, s.Pointer, s.Marking)
		for i := range s.Body {
			mark("block", blockID(&s.Body[i]), s.Body[i].Pointer, s.Body[i].Marking)
		}
	})
	m.cutAll()
}

// derived leaves out the facts that derive from a fact that is left out, to the
// last: of a long chain the loop of [Make] would find one link a round.
func (m *maker) derived() {
	from := map[string][]int{} // the facts that derive from one
	for i := range m.f.Facts {
		for _, id := range m.f.Facts[i].DerivedFrom {
			from[id] = append(from[id], i)
		}
	}
	for n := 0; n < len(m.out); n++ { // it grows
		if m.out[n].What != "fact" {
			continue
		}
		for _, i := range from[m.out[n].ID] {
			m.leave(at("/facts", i), Omission{What: "fact", ID: m.f.Facts[i].ID, Why: "it derives from what is left out"})
		}
	}
}

// leave cuts the value of a pointer, and notes that it is left out.
func (m *maker) leave(pointer string, o Omission) {
	if m.drop(pointer) {
		m.out = append(m.out, m.placed(pointer, o))
	}
}

// drop cuts the value of a pointer, once.
func (m *maker) drop(pointer string) bool {
	if m.cut[pointer] {
		return false
	}
	m.cut[pointer] = true
	return true
}

// placed fills in where a thing stands in the file as it was written.
func (m *maker) placed(pointer string, o Omission) Omission {
	o.Pointer = m.draft.Written(pointer)
	o.Line, o.Col = m.f.Locate(o.Pointer)
	return o
}

// outermost puts things in the order of the file, without those that stand in another.
func outermost(all []Omission) []Omission {
	slices.SortStableFunc(all, func(a, b Omission) int {
		return cmp.Or(a.Line-b.Line, a.Col-b.Col, len(a.Pointer)-len(b.Pointer))
	})
	var out []Omission
	for _, o := range all {
		if len(out) == 0 || o.Pointer != out[len(out)-1].Pointer && !strings.HasPrefix(o.Pointer, out[len(out)-1].Pointer+"/") {
			out = append(out, o)
		}
	}
	return out
}

// apart returns what is not among the others, in the order of the file.
func apart(all, others []Omission) []Omission {
	gone := map[string]bool{}
	for _, o := range others {
		gone[o.Pointer] = true
	}
	return slices.DeleteFunc(outermost(all), func(o Omission) bool { return gone[o.Pointer] })
}

// each calls do for every section, in the order of the file.
func each(sections []facts.Section, do func(*facts.Section)) {
	for i := range sections {
		do(&sections[i])
		each(sections[i].Sections, do)
	}
}

func blockID(b *facts.Block) string {
	if b.Chart != nil {
		return b.Chart.ID
	}
	return ""
}
