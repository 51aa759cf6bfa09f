package integrity

import "sitrep/report/lang"

// Sentences words the summary in a language of the briefing, beside what the
// method section says of counts and dates: independence, grades, age, what rests
// on one line, and conflicts.
func (s Summary) Sentences(l *lang.Language) []string {
	if s.Facts == 0 {
		return nil
	}
	out := []string{l.Say("integrity.lines", l.Count("integrity.source", s.Sources), l.Count("integrity.line", s.Lines))}
	add := func(key string, args ...string) { out = append(out, l.Say(key, args...)) }
	if len(s.Repeating) > 0 {
		add("integrity.repeat", l.List(s.originNames(l, s.Repeating)))
	}
	if s.Main.N*4 >= s.Facts && s.Origins > 1 {
		add("integrity.main", s.originNames(l, []string{s.Main.Key})[0], l.Number(float64(s.Main.N)), l.Number(float64(s.Facts)))
	}
	if g := s.graded(l); g != "" {
		add("integrity.grades", g)
	}
	if s.Dated > 1 {
		age := l.Count("integrity.day", s.MedianAge)
		if s.MedianAge > 90 {
			age = l.Count("integrity.month", (s.MedianAge+15)/30)
		}
		add("integrity.age", age)
	}
	if n := s.judgementNumbers(l); len(n) > 0 {
		key := "integrity.single.one"
		if len(n) > 1 {
			key = "integrity.single.other"
		}
		add(key, l.List(n))
	}
	if len(s.SingleMeasures) > 0 {
		add("integrity.measures", l.List(s.measureNames(l, s.SingleMeasures)))
	}
	if len(s.Conflicts) == 0 {
		return append(out, l.Say("integrity.agree"))
	}
	var conflict []string
	for _, c := range s.Conflicts {
		conflict = append(conflict, c.Measure)
	}
	add("integrity.conflict", l.List(s.measureNames(l, conflict)))
	return out
}

// graded lists how many facts come from origins of which reliability.
func (s Summary) graded(l *lang.Language) string {
	var items []string
	for _, t := range s.Reliability {
		if t.Key == "" {
			if len(s.Reliability) == 1 {
				return ""
			}
			items = append(items, l.Say("integrity.ungraded", l.Number(float64(t.N))))
			continue
		}
		items = append(items, l.Say("integrity.grade", t.Key, l.Number(float64(t.N))))
	}
	return l.List(items)
}

func (s Summary) originNames(l *lang.Language, ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, originName(s.f.Origin(id), l.Tag))
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
		if contains(s.SingleJudgements, s.f.Judgements[i].ID) {
			out = append(out, l.Number(float64(i+1)))
		}
	}
	return out
}
