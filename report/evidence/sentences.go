package evidence

import (
	"slices"

	"sitrep/report/date"
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
	add("integrity.differ", s.measureNames(l, s.Differing)...)
	if len(s.Conflicts)+len(s.Differing) == 0 && s.Compared {
		out = append(out, l.Say("integrity.agree"))
	}
	return out
}

// found says how old the sources are, and whether they can be found again.
func (s Summary) found(l *lang.Language) []string {
	var out []string
	if !s.HalfSince.IsZero() {
		out = append(out, s.age(l))
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

// age says in what last stretch of days or months half of the dated sources, or more, appeared.
func (s Summary) age(l *lang.Language) string {
	cut, since := date.FromDays(s.f.Briefing.AsOf.Last()), s.HalfSince
	days := cut.First() - since.First()
	switch {
	case days == 0:
		return l.Say("integrity.age.none")
	case days <= 90:
		return l.Say("integrity.age", l.Count("integrity.day", days))
	}
	months := 12*(cut.Year-since.Year) + cut.Month - since.Month
	if since.Day < cut.Day {
		months++ // it began before that day of its month
	}
	return l.Say("integrity.age", l.Count("integrity.month", months))
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
		out = append(out, s.f.Origin(id).ShortName(l.Tag))
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
