package integrity

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/facts"
)

// claims reports whether a number is a figure that somebody must have given. It
// is not where it names something (Article 4, KN-23, 152 mm), counts time, is a
// year, a time of day or a ratio, or is small and counts nothing that is measured.
//
// The measures are those whose unit stands behind it, at the token unit.
func (c *checker) claims(r *reading, s *sentence, n amount, measures []string, unit int) bool {
	counts := measures != nil
	switch {
	case n.percent:
		return !s.has("chance") && !r.likely(s)
	case s.named(n), s.ratio(n), s.technical(n) && !s.concerns(measures):
		return false
	case max(n.value, n.alt) >= 10 && (s.priced(n) || s.upTo(n.from, "numbering") >= 0):
		return true
	case c.claimsToll(s, n), n.small() && counts && s.direct(n, unit) && s.cites(measures) && !s.known(n):
		return true
	case n.spelled:
		return n.value >= 10 && (counts || n.value >= 1000 || n.value >= 100 && s.things(n))
	case max(n.value, n.alt) < 10, n.value <= 2200 && yearOf(&s.tokens[n.from]) > 0 && n.to-n.from == 1:
		return counts && s.direct(n, unit) && n.value > 0
	case s.first(max(0, n.from-3), n.from, "threshold") >= 0:
		return counts
	}
	return counts || max(n.value, n.alt) >= 1000 || s.things(n)
}

// concerns reports whether the sentence refers to a fact of one of the measures.
func (s *sentence) concerns(measures []string) bool {
	return slices.ContainsFunc(s.facts, func(f *facts.Fact) bool { return f.Measure != "" && contains(measures, f.Measure) })
}

// things reports whether something is counted: a word that looks like a plural
// stands at once behind the number ("47 lorries", "47 camiones", "47 of the
// lorries"), or "in all", "more", "killed".
func (s *sentence) things(n amount) bool {
	i := n.to
	if s.first(i, min(i+2, len(s.tokens)), "total", "killed", "wounded", "casualties") == i {
		return true
	}
	for i < len(s.tokens) && (s.tokens[i].lex.of || s.tokens[i].lex.tiny) {
		i++
	}
	if i >= len(s.tokens) || s.tokens[i].kind != word {
		return false
	}
	w := s.tokens[i].low
	return len(w) > 3 && w[len(w)-1] == 's' || w == "people" || w == "men" || w == "women"
}

// named reports whether the word before makes the number a name, or it is glued
// to one.
func (s *sentence) named(n amount) bool {
	i := n.from - 1
	if i < 0 {
		return false
	}
	t := s.tokens[i]
	if t.kind == point && (t.low == "#" || t.low == "№" || t.low == "§") {
		return true
	}
	if s.tokens[n.from].glued && t.kind == point && isHyphen(t.low) {
		for i > 1 && isHyphen(s.tokens[i].low) && s.tokens[i].glued && s.tokens[i-1].kind == number { // CVE-2024-3094
			if i -= 2; !s.tokens[i+1].glued {
				return false
			}
		}
		return i > 0 && isHyphen(s.tokens[i].low) && s.tokens[i].glued && s.tokens[i-1].kind == word
	}
	if t.low == "." && t.glued && i > 0 {
		i--
	}
	for i > 1 && (s.tokens[i].kind == number || s.tokens[i].low == "," || s.tokens[i].low == "and" || s.tokens[i].low == "y") && s.tokens[i-1].kind != point {
		i-- // Articles 4 and 12
	}
	if s.upTo(n.from, "numbering") >= 0 { // they number 37
		return false
	}
	if n.value <= 24 && s.upTo(n.from, "clock") >= 0 { // a las 8
		return true
	}
	return s.first(i, i+1, "designator") == i || n.value < 100 && s.first(i, i+1, "period") == i // week 9
}

func isHyphen(s string) bool { return s == "-" || s == "‑" }

// technical reports whether the word behind makes the number a size or a duration.
func (s *sentence) technical(n amount) bool {
	i := n.to
	if i >= len(s.tokens) {
		return false
	}
	if isHyphen(s.tokens[i].low) && s.tokens[i].glued && i+1 < len(s.tokens) && s.tokens[i+1].glued && s.tokens[i+1].kind == word {
		return n.value < 1000 || s.first(i+1, i+2, "technical") >= 0
	}
	if isThrough(s.tokens[i].low) && i+1 < len(s.tokens) && s.tokens[i+1].kind == number {
		i += 2 // 30–40 days
	}
	return i < len(s.tokens) && s.first(i, i+1, "technical") == i
}

func isThrough(s string) bool {
	return s == "–" || s == "-" || s == "to" || s == "a" || s == "or" || s == "o"
}

// ratio reports whether the number is part of a time, a ratio or a fraction: 4:30,
// 3/4, 9 out of 10.
func (s *sentence) ratio(n amount) bool {
	if n.value <= 100 && (s.upTo(n.from, "outOf") >= 0 || s.at(n.to, "outOf") > 0) {
		return true
	}
	part := func(i, other int) bool {
		if i < 0 || i >= len(s.tokens) || other < 0 || other >= len(s.tokens) {
			return false
		}
		t := s.tokens[i]
		return t.kind == point && (t.low == ":" || t.low == "/") && s.tokens[max(i, other)].glued && s.tokens[other].kind == number
	}
	return part(n.from-1, n.from-2) || part(n.to, n.to+1)
}

// direct reports whether the unit stands at once behind the number.
func (s *sentence) direct(n amount, unit int) bool {
	i := n.to
	if i < len(s.tokens) && s.tokens[i].lex.of {
		i++
	}
	return i == unit
}

// loose reports whether the number is said to be approximate, or a bound.
func (s *sentence) loose(n amount) bool {
	for _, h := range s.hits {
		if h.class == "approx" && h.to <= n.from && h.to >= n.from-2 {
			return true
		}
	}
	return false
}

// carrier returns the fact that has the number, or nil.
func carrier(list []*facts.Fact, n amount) *facts.Fact {
	for _, f := range list {
		if has(f, n.value) || has(f, n.alt) {
			return f
		}
	}
	return nil
}

// within reports whether a fact's number is no further from v than by.
func within(list []*facts.Fact, v, by float64) bool {
	for _, f := range list {
		for _, p := range []*float64{f.Low, f.Best, f.High} {
			if p != nil && math.Abs(*p-v) <= by {
				return true
			}
		}
	}
	return false
}

// derived reports whether the number is a sum or a difference of numbers of two
// facts of one measure, how many times one is the other, the sum of all, or, of a
// percentage, a share. A number that is said to be approximate may be rounded.
func (c *checker) derived(n amount, list []*facts.Fact, loose bool) bool {
	list = list[:min(len(list), widest)]
	if n.percent {
		return share(list, n)
	}
	slack := n.value * 1e-9
	if loose {
		slack = n.unit / 2
	}
	close := func(v float64) bool { return v > 0 && math.Abs(v-n.value) <= slack }
	total := 0.0
	for i, f := range list {
		if slices.Contains(list[:i], f) {
			continue
		}
		if f.Best != nil {
			total += *f.Best
		}
		for _, g := range list[i+1:] {
			if f == g || f.Measure != g.Measure {
				continue
			}
			for _, a := range numbers(f) {
				for _, b := range numbers(g) {
					if close(a+b) || close(math.Abs(a-b)) || n.value < 1000 && (b > 0 && close(a/b) || a > 0 && close(b/a)) {
						return true
					}
				}
			}
		}
	}
	return close(total)
}

// numbers returns the numbers that the fact gives.
func numbers(f *facts.Fact) []float64 {
	var out []float64
	for _, p := range []*float64{f.Low, f.Best, f.High} {
		if p != nil {
			out = append(out, *p)
		}
	}
	return out
}

// share reports whether a percentage is a share or a change between two numbers.
func share(list []*facts.Fact, n amount) bool {
	slack := min(n.unit, 1) / 2 * 1.01
	for _, f := range list {
		for _, a := range numbers(f) {
			if a == n.value {
				return true
			}
			for _, g := range list {
				for _, b := range numbers(g) {
					if b > 0 && (math.Abs(a/b*100-n.value) <= slack || math.Abs(math.Abs(a-b)/b*100-n.value) <= slack) {
						return true
					}
				}
			}
		}
	}
	return false
}

// holder names the first fact that has the value, with the part.
func (c *checker) holder(v float64) string {
	if id, ok := c.carried.holders[v]; ok {
		return id
	}
	i, _ := slices.BinarySearch(c.carried.values, v-math.Abs(v)*1e-9)
	return c.carried.holders[c.carried.values[i]]
}

// before returns what stands before the full stop.
func before(id string) string {
	id, _, _ = strings.Cut(id, ".")
	return id
}

// lowest returns the least number that the fact gives.
func lowest(f *facts.Fact) float64 {
	for _, p := range []*float64{f.Low, f.Best, f.High} {
		if p != nil {
			return *p
		}
	}
	return 0
}

// onlyUpper reports whether v is known only as the upper end of ranges, and the
// sentence tells neither another number nor that it is the upper end.
func (c *checker) onlyUpper(s *sentence, v float64) bool {
	if len(s.amounts)+len(s.values) > 1 || s.has("upper") {
		return false
	}
	if c.uppers == nil {
		c.uppers = map[float64]bool{}
		for i := range c.f.Facts {
			f := &c.f.Facts[i]
			if f.High != nil && lowest(f) < *f.High && !(f.Best != nil && *f.Best == *f.High) {
				if _, seen := c.uppers[*f.High]; !seen {
					c.uppers[*f.High] = true
				}
			} else if f.High != nil {
				c.uppers[*f.High] = false
			}
			for _, p := range []*float64{f.Low, f.Best} {
				if p != nil {
					c.uppers[*p] = false
				}
			}
		}
	}
	return c.uppers[v]
}

// tells reports whether the sentence gives another number of the fact than n.
func (s *sentence) tells(f *facts.Fact, n amount) bool {
	for _, v := range s.values {
		if p := v.part; v.fact == f && (p == "" || p == "low" || p == "best") {
			return true
		}
	}
	for _, m := range s.amounts {
		if m.from != n.from && (f.Low != nil && m.value == *f.Low || f.Best != nil && m.value == *f.Best) {
			return true
		}
	}
	return false
}
