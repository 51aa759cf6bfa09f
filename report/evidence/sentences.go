package evidence

import (
	"slices"

	"sitrep/report/lang"
)

// Sentences words the summary in a language of the briefing, beside what the
// method section says of counts and dates: independence, grades, age, what rests
// on one line, and conflicts.
func (s Summary) Sentences(l *lang.Language) []string {
	if s.Facts == 0 {
		return nil
	}
	out := []string{l.Say("integrity.lines", l.Count("integrity.line", s.Lines))}
	add := func(key string, list ...string) {
		if len(list) > 0 {
			out = append(out, l.Say(key, l.List(list)))
		}
	}
	add("integrity.repeat", s.originNames(l, s.Repeating)...)
	if s.Main.N*3 >= s.Facts && s.Origins > 1 && s.Main.N > 0 {
		out = append(out, l.Say("integrity.main", s.originNames(l, []string{s.Main.Key})[0], l.Number(float64(s.Main.N)),
			l.Number(float64(s.Facts))))
	}
	add("integrity.grades", graded(l, s.Reliability)...)
	add("integrity.credible", graded(l, s.Credibility)...)
	out = append(out, s.found(l)...)
	if n := s.judgementNumbers(l); len(n) == 1 {
		add("integrity.single.one", n...)
	} else {
		add("integrity.single.other", n...)
	}
	of := func(key string, ids []string) {
		if len(ids) > 0 {
			out = append(out, l.Count(key, len(ids), l.List(s.measureNames(l, ids))))
		}
	}
	of("integrity.measures", s.SingleMeasures)
	of("integrity.lone", s.LoneMeasures)
	var conflict []string
	for _, c := range s.Conflicts {
		conflict = append(conflict, c.Measure)
	}
	add("integrity.conflict", s.measureNames(l, conflict)...)
	if len(s.Conflicts) == 0 && s.Compared {
		out = append(out, l.Say("integrity.agree"))
	}
	return out
}

// found says how old the sources are, and whether they can be found again.
func (s Summary) found(l *lang.Language) []string {
	var out []string
	if s.Dated > 1 {
		said := l.Say("integrity.age", l.Count("integrity.day", s.MedianAge))
		switch {
		case s.MedianAge == 0:
			said = l.Say("integrity.age.none")
		case s.MedianAge > 90:
			said = l.Say("integrity.age", l.Count("integrity.month", (s.MedianAge+15)/30))
		}
		out = append(out, said)
	}
	if n := s.Sources - s.Dated; n > 0 {
		out = append(out, l.Count("integrity.undated", n))
	}
	switch {
	case s.Addressed == 0 || s.Archived == s.Sources:
	case s.Archived == 0:
		out = append(out, l.Say("integrity.archived.none"))
	default:
		out = append(out, l.Count("integrity.archived", s.Archived))
	}
	return out
}

// graded lists how many facts have which grade; nothing where none is graded.
func graded(l *lang.Language, grades []Tally) []string {
	var items []string
	for _, t := range grades {
		if t.Key == "" {
			if len(grades) == 1 {
				return nil
			}
			items = append(items, l.Say("integrity.ungraded", l.Number(float64(t.N))))
			continue
		}
		items = append(items, l.Say("integrity.grade", t.Key, l.Number(float64(t.N))))
	}
	return items
}

func (s Summary) originNames(l *lang.Language, ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, OriginName(s.f.Origin(id), l.Tag))
	}
	return out
}

func (s Summary) measureNames(l *lang.Language, ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, l.Quote(s.f.Measure(id).Name.Line(l.Tag)))
	}
	return out
}

// judgementNumbers gives the numbers of the judgements that rest on one line.
func (s Summary) judgementNumbers(l *lang.Language) []string {
	var out []string
	for i := range s.f.Judgements {
		if slices.Contains(s.SingleJudgements, s.f.Judgements[i].ID) {
			out = append(out, l.Number(float64(i+1)))
		}
	}
	return out
}
