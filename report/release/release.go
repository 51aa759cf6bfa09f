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
// number that only what was left out gives, a statement, title or address of it,
// the name of an origin that is gone.
package release

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/report/facts"
)

// A Release is a briefing as it may be shown under a label.
type Release struct {
	File *facts.File
	Left []Omission // in the order of the file as it was written
}

// An Omission is one thing that was left out.
type Omission struct {
	Line, Col int    // in the file as it was written
	Pointer   string // JSON pointer there
	What      string // "fact", "source", "judgement", "origin", "block" …
	ID        string // where it has one
	Marked    facts.Marking
	Why       string // where it is not marked itself: what it rested on, in English
}

// Make returns the briefing as it may be shown under the label most (FIRST TLP
// 2.0), which is then its own. The problems are what the words that are left
// still tell: with any, nothing is released. What is not marked counts as
// TLP:CLEAR; that holds for the title and all else of the briefing's head, whose
// marking labels the whole and not them.
func Make(f *facts.File, most facts.Marking) (*Release, []facts.Problem) {
	m := &maker{f: f, draft: f.Draft()}
	m.draft.Mark(most)
	m.above(most)
	for {
		g, problems := m.draft.Load()
		m.cut = nil
		if g == nil {
			m.dangling(problems)
		} else {
			m.unused(g)
		}
		if g != nil && len(m.cut) == 0 {
			if told := leaks(f, g, m.draft); len(told) > 0 {
				return nil, told
			}
			return &Release{g, m.left()}, nil
		}
		if len(m.cut) == 0 { // a fault that no cut mends
			return nil, problems
		}
		m.draft.Cut(m.cut...)
	}
}

// A maker makes one release.
type maker struct {
	f     *facts.File
	draft *facts.Draft
	cut   []string // pointers in the draft as it is
	out   []Omission
}

// above cuts what is marked above the label.
func (m *maker) above(most facts.Marking) {
	mark := func(what, id, pointer string, marking facts.Marking) {
		if marking > most {
			m.leave(pointer, Omission{What: what, ID: id, Marked: marking})
		}
	}
	for i := range m.f.Sources {
		s := &m.f.Sources[i]
		mark("source", s.ID, "/sources/"+s.ID, s.Marking)
	}
	for i := range m.f.Facts {
		mark("fact", m.f.Facts[i].ID, at("/facts", i), m.f.Facts[i].Marking)
	}
	for i := range m.f.Judgements {
		mark("judgement", m.f.Judgements[i].ID, at("/judgements", i), m.f.Judgements[i].Marking)
	}
	each(m.f.Sections, func(s *facts.Section) {
		mark("section", s.ID, s.Pointer, s.Marking)
		for i := range s.Body {
			mark("block", blockID(&s.Body[i]), s.Body[i].Pointer, s.Body[i].Marking)
		}
	})
	m.draft.Cut(m.cut...)
}

// leave cuts the value of a pointer, and notes that it is left out. What is in
// something that is cut at the same time is cut with it.
func (m *maker) leave(pointer string, o Omission) {
	if slices.Contains(m.cut, pointer) {
		return
	}
	m.cut = append(m.cut, pointer)
	o.Pointer = m.draft.Written(pointer)
	o.Line, o.Col = m.f.Locate(o.Pointer)
	if i, err := strconv.Atoi(o.Pointer[strings.LastIndexByte(o.Pointer, '/')+1:]); err == nil && o.What == "fact" {
		o.ID = m.f.Facts[i].ID
	} else if err == nil && o.What == "judgement" {
		o.ID = m.f.Judgements[i].ID
	}
	m.out = append(m.out, o)
}

// left returns what was left out, in the order of the file; what stands in
// something else that was left out is not told again.
func (m *maker) left() []Omission {
	slices.SortStableFunc(m.out, func(a, b Omission) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Col - b.Col
	})
	var out []Omission
	for _, o := range m.out {
		inside := slices.ContainsFunc(m.out, func(other Omission) bool { return strings.HasPrefix(o.Pointer, other.Pointer+"/") })
		if !inside {
			out = append(out, o)
		}
	}
	return out
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
