package evidence

import (
	"slices"
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts"
)

// A Summary is what a source summary statement says (ICD 206, section E.2): how
// many sources of what kinds, grades and ages, how much of it is independent, what
// rests on one line, and where the evidence conflicts.
type Summary struct {
	Facts, Origins, Sources int        // how many of each
	Lines                   int        // independent lines of information
	Repeating               []string   // ids of origins that only repeat others
	Kinds                   []Tally    // origins by kind, in the order of the format; none that are 0
	Carry                   []Tally    // sources by the kind of the origins whose information they carry; some count more than once
	Statuses                []Tally    // facts by status, in the order of the format
	Reliability             []Tally    // facts by the reliability of their origin, A to F; "" where not graded
	Credibility             []Tally    // facts by credibility, 1 to 6; "" where not graded
	Main                    Tally      // the origin that gives the most facts; zero where two give as many
	Dated                   int        // sources whose publication date is known to the day
	HalfSince               date.Date  // half of the sources that bear any date, or more, appeared on this day or later; zero without two
	Addressed, Archived     int        // sources with an address, and with a copy in an archive
	SingleJudgements        []string   // ids of judgements that one line alone speaks for
	SingleMeasures          []string   // ids of measures with two estimates or more, all of one line
	LoneMeasures            []string   // ids of measures with one estimate
	Compared                bool       // whether any measure has two estimates
	Conflicts               []Conflict // by measure, in file order
	Differing               []string   // ids of other measures on which two origins' newest estimates of one thing share no value

	f *facts.File
}

// A Tally counts the things of one key.
type Tally struct {
	Key string // the word of the vocabulary; empty where none is given
	N   int    // how many
}

// A Conflict is a measure whose estimates cannot all be right: the pairs of facts
// that contradict each other, as marked or by their values for one date.
type Conflict struct {
	Measure string      // its id
	Pairs   [][2]string // ids, in file order
}

var (
	credibilities = []string{"1", "2", "3", "4", "5", "6", ""}
)

// Summarise counts the facts of those ids, and what they rest on; without ids, all
// facts. Judgements count where every fact that they rest on is among them.
func Summarise(f *facts.File, lines *Lines, ids ...string) Summary {
	if len(ids) == 0 {
		for i := range f.Facts {
			ids = append(ids, f.Facts[i].ID)
		}
	}
	s := Summary{f: f, Facts: len(ids)}
	s.Sources, s.Lines = lines.Of(ids...)
	shown := set(ids)
	s.origins(ids)
	s.grades(ids)
	s.documents(ids)
	for i := range f.Judgements {
		j := &f.Judgements[i]
		if _, n := lines.Of(Weigh(f, j.Because).For...); n == 1 && all(j.Because, func(id string) bool { return shown[id] }) {
			s.SingleJudgements = append(s.SingleJudgements, j.ID)
		}
	}
	s.measures(lines, shown)
	return s
}

func (s *Summary) origins(ids []string) {
	given, kind := map[string]int{}, map[claim.OriginKind]int{}
	for _, id := range ids {
		o := s.f.Origin(s.f.Fact(id).Origin)
		if given[o.ID]++; given[o.ID] == 1 {
			kind[o.Kind]++
		}
	}
	s.Origins = len(given)
	s.Kinds = tallies(claim.OriginKinds(), kind)
	second := 0
	for i := range s.f.Origins {
		o := &s.f.Origins[i]
		if n := given[o.ID]; n > s.Main.N {
			s.Main, second = Tally{o.ID, n}, s.Main.N
		} else {
			second = max(second, n)
		}
		if given[o.ID] > 0 && len(o.DerivedFrom) > 0 {
			s.Repeating = append(s.Repeating, o.ID)
		}
	}
	if second == s.Main.N {
		s.Main = Tally{}
	}
}

func (s *Summary) grades(ids []string) {
	letter, digit, status := map[claim.Reliability]int{}, map[string]int{}, map[claim.Status]int{}
	for _, id := range ids {
		f := s.f.Fact(id)
		letter[s.f.Origin(f.Origin).Reliability]++
		key := ""
		if f.Credibility > 0 {
			key = strconv.Itoa(f.Credibility)
		}
		digit[key]++
		status[f.Status]++
	}
	s.Statuses = tallies(claim.Statuses(), status)
	s.Reliability, s.Credibility = tallies(append(claim.Reliabilities(), ""), letter), tallies(credibilities, digit)
}

// tallies lists the counts that are not 0, in the order of the keys.
func tallies[T ~string](keys []T, counts map[T]int) []Tally {
	var out []Tally
	for _, k := range keys {
		if counts[k] > 0 {
			out = append(out, Tally{string(k), counts[k]})
		}
	}
	return out
}

// documents counts the sources: how old they are, whose information they carry,
// and how they can be found.
func (s *Summary) documents(ids []string) {
	type carrier struct {
		source string
		kind   claim.OriginKind
	}
	seen, carried := map[string]bool{}, map[carrier]bool{}
	kind := map[claim.OriginKind]int{}
	var since []int // the first day on which each may have appeared
	for _, id := range ids {
		f := s.f.Fact(id)
		for _, c := range f.Sources {
			by := carrier{c.Source, s.f.Origin(f.Origin).Kind}
			if !carried[by] {
				carried[by] = true
				kind[by.kind]++
			}
			if seen[c.Source] {
				continue
			}
			seen[c.Source] = true
			source := s.f.Source(c.Source)
			if p := source.Published; !p.IsZero() {
				since = append(since, min(p.First(), s.f.Briefing.AsOf.Last()))
				if p.Precision() == date.Day {
					s.Dated++
				}
			}
			if source.URL != "" {
				s.Addressed++
			}
			if source.Archived != "" {
				s.Archived++
			}
		}
	}
	s.Carry = tallies(claim.OriginKinds(), kind)
	if len(since) > 1 {
		slices.Sort(since)
		s.HalfSince = date.FromDays(since[len(since)/2])
	}
}

func (s *Summary) measures(lines *Lines, shown map[string]bool) {
	of := map[string][]*facts.Fact{}
	for i := range s.f.Facts {
		f := &s.f.Facts[i]
		if f.Type == claim.Estimate && shown[f.ID] && Current(s.f, f) {
			of[f.Measure] = append(of[f.Measure], f)
		}
	}
	for i := range s.f.Measures {
		id := s.f.Measures[i].ID
		var ids []string
		for _, f := range of[id] {
			ids = append(ids, f.ID)
		}
		switch _, n := lines.Of(ids...); {
		case len(ids) == 1:
			s.LoneMeasures = append(s.LoneMeasures, id)
		case n == 1:
			s.SingleMeasures = append(s.SingleMeasures, id)
		}
		s.Compared = s.Compared || len(ids) > 1
		if pairs := s.conflicts(of[id], lines); len(pairs) > 0 {
			s.Conflicts = append(s.Conflicts, Conflict{id, pairs})
		} else if s.differ(of[id]) {
			s.Differing = append(s.Differing, id)
		}
	}
}

// differ reports whether two origins' newest estimates of one thing, over one stretch of time or none,
// share no value, and none of them is a range that holds the rest.
func (s *Summary) differ(list []*facts.Fact) bool {
	of := map[string][]Claim{} // by what is counted
	for _, f := range list {
		of[Series(f)] = append(of[Series(f)], ClaimOf(s.f, f))
	}
	for _, all := range of {
		var newest []Claim
		for _, i := range Latest(all) {
			newest = append(newest, all[i])
		}
		several := slices.ContainsFunc(newest, func(c Claim) bool { return c.Claimant != newest[0].Claimant })
		if o := Compare(newest); several && !o.Shared() && o.Within < 0 {
			return true
		}
	}
	return false
}

// conflicts finds the pairs of facts that are marked as contradicting each other,
// or that for one date and place have no value in common.
func (s *Summary) conflicts(list []*facts.Fact, lines *Lines) [][2]string {
	var out [][2]string
	for i, a := range list {
		for _, b := range list[i+1 : min(i+1+Window, len(list))] {
			marked := slices.Contains(a.Contradicts, b.ID) || slices.Contains(b.Contradicts, a.ID)
			if marked || InConflict(s.f, a, b) && !Linked(a, b) && !lines.Share(a.ID, b.ID) {
				out = append(out, [2]string{a.ID, b.ID})
			}
		}
	}
	return out
}

func set(words []string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}
