// Package reasoning works out why a judgement is what it is, and how good earlier ones were.
//
// Hypotheses are weighed as in the analysis of competing hypotheses (R. J. Heuer,
// Psychology of Intelligence Analysis, 1999, chapter 8): what counts is what speaks
// against each. Outcomes are scored as by Brier (1950), in the parts of Murphy (1973).
package reasoning

import (
	"cmp"
	"math"
	"slices"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// A Matrix is claims against hypotheses.
type Matrix struct {
	Hypotheses []string // ids, in file order
	Rows       []Row    // the claims that tell hypotheses apart most first; equal ones in file order
	Scores     []Score  // by hypothesis, as in Hypotheses
	Least      []string // the hypotheses that the evidence contradicts least; several where they are equal
	Lead       float64  // how much less than the next; 0 where there is no next
	Deciding   []string // ids of origins without any one of which another hypothesis would be contradicted less than these
}

// A Row is one claim, and how it weighs on each hypothesis.
type Row struct {
	Fact          string         // id
	Weights       []claim.Weight // by hypothesis; empty where the claim is not weighed on it
	Grade         float64        // what the claim counts for by its grades: 2 at best, 1 ungraded, 1/2 at worst
	Diagnosticity float64        // mean difference of its weights on two hypotheses, times the grade; 0: it weighs on all alike
}

// A Score says how much speaks against a hypothesis.
type Score struct {
	Hypothesis    string  // id
	Inconsistency float64 // the sum over what contradicts it, 1 for "-" and 2 for "--", times the grade
	Plain         float64 // the same without grades
	Against       int     // claims that contradict it
	Weighed       int     // claims that are weighed on it
}

// New makes the matrix of the facts that weigh hypotheses, or of those of the ids
// among them. Claims that are denied by their origin count as they are weighed.
func New(f *facts.File, lines *evidence.Lines, ids ...string) Matrix {
	m := matrix(f, ids...)
	slices.SortStableFunc(m.Rows, func(a, b Row) int { return cmp.Compare(b.Diagnosticity, a.Diagnosticity) })
	m.Scores = m.scores(m.Rows)
	m.Least, m.Lead = least(m.Scores)
	m.Deciding = m.deciding(f, lines)
	return m
}

// matrix gathers the hypotheses and the rows, in file order.
func matrix(f *facts.File, ids ...string) Matrix {
	m := Matrix{}
	for i := range f.Hypotheses {
		m.Hypotheses = append(m.Hypotheses, f.Hypotheses[i].ID)
	}
	for i := range f.Facts {
		x := &f.Facts[i]
		if len(x.Weighs) > 0 && (len(ids) == 0 || slices.Contains(ids, x.ID)) {
			m.Rows = append(m.Rows, m.row(f, x))
		}
	}
	return m
}

func (m *Matrix) row(f *facts.File, x *facts.Fact) Row {
	r := Row{Fact: x.ID, Weights: make([]claim.Weight, len(m.Hypotheses)), Grade: Grade(f.Origin(x.Origin).Reliability, x.Credibility)}
	for _, w := range x.Weighs {
		if i := slices.Index(m.Hypotheses, w.Hypothesis); i >= 0 {
			r.Weights[i] = w.Weight
		}
	}
	sum, pairs := 0.0, 0
	for i, a := range r.Weights {
		for _, b := range r.Weights[i+1:] {
			sum, pairs = sum+math.Abs(value(a)-value(b)), pairs+1
		}
	}
	if pairs > 0 {
		r.Diagnosticity = sum / float64(pairs) * r.Grade
	}
	return r
}

// value returns a weight as a number from -2 to 2. Where a claim is not weighed it moves no score, as "0" does.
func value(w claim.Weight) float64 {
	switch w {
	case claim.StronglyAgainst:
		return -2
	case claim.Against:
		return -1
	case claim.For:
		return 1
	case claim.StronglyFor:
		return 2
	}
	return 0
}

// Grade says what a claim counts for: each of its two Admiralty grades multiplies by the
// square root of two where it is good (A, B; 1, 2), by one where it is fair or not judged
// (C, F; 3, 6, none), and by its inverse where it is doubtful (D, E; 4, 5).
func Grade(reliability claim.Reliability, credibility int) float64 {
	steps := 0.0
	switch {
	case reliability == claim.ReliabilityA || reliability == claim.ReliabilityB:
		steps++
	case reliability.Doubtful():
		steps--
	}
	switch credibility {
	case 1, 2:
		steps++
	case 4, 5:
		steps--
	}
	return math.Pow(2, steps/2)
}

// scores adds up what speaks against each hypothesis.
func (m *Matrix) scores(rows []Row) []Score {
	out := make([]Score, len(m.Hypotheses))
	for i, h := range m.Hypotheses {
		out[i].Hypothesis = h
		for _, r := range rows {
			w := r.Weights[i]
			if w == "" {
				continue
			}
			out[i].Weighed++
			if w.Contradicts() {
				out[i].Against++
				out[i].Plain -= value(w)
				out[i].Inconsistency -= value(w) * r.Grade
			}
		}
	}
	return out
}

// least returns the hypotheses with the lowest score, and how much less it is than the
// next. Scores closer than a millionth are equal.
func least(scores []Score) (ids []string, lead float64) {
	low, next := math.Inf(1), math.Inf(1)
	for _, s := range scores {
		low = min(low, s.Inconsistency)
	}
	for _, s := range scores {
		if s.Inconsistency-low < 1e-6 {
			ids = append(ids, s.Hypothesis)
		} else {
			next = min(next, s.Inconsistency)
		}
	}
	if !math.IsInf(next, 1) {
		lead = next - low
	}
	return ids, lead
}

// deciding returns the origins in which information begins and without any one of which
// none of the least contradicted hypotheses would be so.
func (m *Matrix) deciding(f *facts.File, lines *evidence.Lines) []string {
	var out []string
	for i := range f.Origins {
		o := f.Origins[i].ID
		kept := slices.DeleteFunc(slices.Clone(m.Rows), func(r Row) bool { return slices.Contains(lines.Begins(r.Fact), o) })
		if len(kept) == len(m.Rows) {
			continue
		}
		if now, _ := least(m.scores(kept)); !slices.ContainsFunc(m.Least, func(h string) bool { return slices.Contains(now, h) }) {
			out = append(out, o)
		}
	}
	return out
}
