package evidence

import (
	"cmp"
	"slices"

	"sitrep/report/facts"
	"sitrep/report/lang"
)

// A Kind is what sort of thing breaks.
type Kind string

// The kinds of things that break.
const (
	KindOrigin     Kind = "origin"
	KindFact       Kind = "fact"
	KindJudgement  Kind = "judgement"
	KindHypothesis Kind = "hypothesis"
	KindFigure     Kind = "figure"
	KindText       Kind = "text"
)

// A Told is one thing that breaks, in words.
type Told struct {
	Kind    Kind   // of the thing
	ID      string // of the thing; of a text, its JSON pointer
	Pointer string // JSON pointer
	Says    string // what becomes of it: "falls", "keeps 2 of 3 facts, and 1 of 2 independent lines"
}

// Told words what breaks, and what more is told of it, in the order of the file.
func (i Impact) Told(f *facts.File, l *lang.Language, more ...Told) []Told {
	out := more
	for _, list := range []struct {
		kind   Kind
		losses []Loss
	}{{KindOrigin, i.Origins}, {KindFact, i.Facts}, {KindJudgement, i.Judgements}, {KindFigure, i.Figures}} {
		for _, loss := range list.losses {
			out = append(out, Told{list.kind, loss.ID, loss.Pointer, loss.Says(l)})
		}
	}
	for _, p := range i.Passages {
		out = append(out, Told{KindText, p, p, l.Say("without.text")})
	}
	at := make(map[string]int, len(out)) // offsets in the file, by pointer
	for _, t := range out {
		at[t.Pointer] = f.Offset(t.Pointer)
	}
	slices.SortStableFunc(out, func(a, b Told) int { return cmp.Compare(at[a.Pointer], at[b.Pointer]) })
	return out
}

// Says words what becomes of the thing that loses.
func (l Loss) Says(in *lang.Language) string {
	if l.Falls() {
		return in.Say("without.falls")
	}
	n := func(v int) string { return in.Number(float64(v)) }
	s := in.Say("without.keeps", n(l.Left), n(l.Left+l.Lost), in.Say("without.of."+string(l.Of)))
	if l.Before > 0 {
		s += in.Count("without.lines", l.Before, n(l.After))
	}
	if l.Against > 0 {
		s += in.Count("without.against", l.Against)
	}
	if l.Contrary {
		s += in.Say("without.contrary")
	}
	return s
}
