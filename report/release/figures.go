package release

import (
	"iter"
	"math"
	"slices"
	"strings"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// figures searches for numbers and days that only what was removed gives.
func (s *searcher) figures() {
	numbers, days := s.numbers(), s.days()
	if len(numbers.secret) == 0 && len(days.secret) == 0 {
		return
	}
	parser := reading.NewParser(s.g)
	for _, text := range s.surfaces {
		if text.p.Key == "id" || text.p.Key == "record" {
			continue
		}
		plain := text.plain(parser.ModelOf(text.p.Lang).List)
		read := parser.Parse(plain.p)
		own := s.ownFact(text.p.Pointer)
		for i := range read.Sentences {
			s.figuresIn(plain, &read.Sentences[i], own, numbers, days)
		}
		for off, either := range shortDays(text) {
			if slices.ContainsFunc(either, days.leaks) {
				s.tell(text, off, "a day that nothing else gives", "")
			}
		}
	}
}

// figuresIn tells the numbers and days of one sentence that only what was removed gives.
func (s *searcher) figuresIn(text *surface, sentence *reading.Sentence, own *facts.Fact, numbers *numbers, days *days) {
	for _, a := range sentence.Amounts {
		next := ""
		if a.To < len(sentence.Tokens) && sentence.Tokens[a.To].Kind == reading.Word {
			next = sentence.Tokens[a.To].Low
		}
		leaks := func(v float64) bool {
			v = math.Abs(v)
			return numbers.leaks(v, next, own) || a.Percent && numbers.leaks(v, "%", own) || priced(sentence, a) && numbers.leaks(v, "$", own)
		}
		by := magnitude(sentence, a)
		if leaks(a.Value) || a.Alt != a.Value && leaks(a.Alt) || by > 0 && (leaks(a.Value*by) || leaks(a.Alt*by)) {
			s.tell(text, int(sentence.Tokens[a.From].Off), "a number that nothing else gives", "")
		}
	}
	for _, d := range sentence.Dates {
		if slices.ContainsFunc(d.Either(), days.leaks) {
			s.tell(text, int(sentence.Tokens[d.From].Off), "a day that nothing else gives", "")
		}
	}
}

// shortDays gives the days of which the year has two digits, parted by hyphens or full stops (14-05-25), in every order: what is
// too doubtful to be read as a day may still tell one.
func shortDays(s *surface) iter.Seq2[int, []date.Date] {
	return func(yield func(int, []date.Date) bool) {
		words := s.words()
		for i := 2; i < len(words); i++ {
			a, b, c := words[i-2], words[i-1], words[i]
			sep := s.text[a.off+len(a.raw) : b.off]
			if (sep != "-" && sep != ".") || s.text[b.off+len(b.raw):c.off] != sep {
				continue
			}
			var either []date.Date
			for _, p := range [][3]string{{c.raw, b.raw, a.raw}, {c.raw, a.raw, b.raw}, {a.raw, b.raw, c.raw}} {
				if d, err := date.Parse("20" + p[0] + "-" + twoDigits(p[1]) + "-" + twoDigits(p[2])); err == nil {
					either = append(either, d)
				}
			}
			if len(either) > 0 && !yield(a.off, either) {
				return
			}
		}
	}
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

// magnitude is what a letter behind a number multiplies it by, where it may be a sign of scale and may be none: the m of
// 1.2m, the B of 3.4B; else 0.
func magnitude(s *reading.Sentence, a reading.Amount) float64 {
	if a.To < len(s.Tokens) && a.Scale == 0 && s.Tokens[a.To].Kind == reading.Word {
		return s.Tokens[a.To].Word.Suffix
	}
	return 0
}

// priced reports whether a sign, code or word of a currency stands before a number or behind it.
func priced(s *reading.Sentence, a reading.Amount) bool {
	return s.Priced(a) || a.To < len(s.Tokens) && (reading.IsMoney(s.Tokens[a.To].Word.Unit) || s.First(a.To, a.To+1, "currency") == a.To)
}

// ownFact returns the fact that a pointer lies in, or nil: its words may give its own numbers.
func (s *searcher) ownFact(pointer string) *facts.Fact {
	if !strings.HasPrefix(pointer, "/facts/") {
		return nil
	}
	t := strings.Split(pointer, "/")[1:]
	return s.g.Fact(s.g.StringAt("/" + strings.Join(t[:recordTokens(t)], "/") + "/id"))
}

// A numbers says which numbers were removed and which are left, each with its measures.
type numbers struct {
	secret, left map[float64][]string
	units        map[string][]string // of a measure, the first words of its unit in every language; "%" of percent, "$" of money
}

func (s *searcher) numbers() *numbers {
	n := &numbers{map[float64][]string{}, map[float64][]string{}, map[string][]string{}}
	for i := range s.f.Facts {
		x := &s.f.Facts[i]
		into := n.left
		if s.gone(s.f.FactPointer(i)) {
			into = n.secret
		}
		for _, v := range amounts(x) {
			if v >= 10 && !slices.Contains(into[v], x.Measure) {
				into[v] = append(into[v], x.Measure)
			}
		}
	}
	for i := range s.f.Measures {
		m := &s.f.Measures[i]
		switch {
		case m.Kind == quantity.Percent:
			n.units[m.ID] = append(n.units[m.ID], "%")
		case m.Currency != "":
			n.units[m.ID] = append(n.units[m.ID], "$") // whatever the sign, code or word of its currency
		}
		for _, tag := range s.f.Briefing.Languages {
			if first, _, _ := strings.Cut(m.Unit.Line(tag), " "); first != "" {
				n.units[m.ID] = append(n.units[m.ID], strings.ToLower(first))
			}
		}
	}
	return n
}

// amounts are the numbers of a fact without their signs.
func amounts(f *facts.Fact) []float64 {
	var out []float64
	for _, v := range []*quantity.Number{f.Low, f.Best, f.High} {
		if v != nil {
			out = append(out, math.Abs(v.Float())) // a text may tell the sign in words: "fell by 7,431"
		}
	}
	return out
}

// leaks reports whether a number in a text, with the word behind it, is one that was
// removed. What is left gives it as well only where it counts the same, or where the
// word behind says that it counts what is left; the words of a fact may give its own.
func (n *numbers) leaks(v float64, next string, own *facts.Fact) bool {
	if own != nil && slices.Contains(amounts(own), v) {
		return false
	}
	counts := func(measure string) bool { return slices.Contains(n.units[measure], next) }
	for _, measure := range n.secret[v] {
		switch {
		case slices.Contains(n.left[v], measure):
		case v < 100 && !counts(measure):
		case !counts(measure) && slices.ContainsFunc(n.left[v], counts):
		default:
			return true
		}
	}
	return false
}

// A days says which days were removed and which are left, each with what it is the day of.
type days struct {
	secret, left map[date.Date][]string
}

// days collects dates to the day: of events, of claims (by measure), of sources. That
// of the briefing itself is no secret.
func (s *searcher) days() *days {
	d := &days{map[date.Date][]string{}, map[date.Date][]string{}}
	add := func(gone bool, what string, when ...date.Date) {
		into := d.left
		if gone {
			into = d.secret
		}
		for _, w := range when {
			if w.Day != 0 && !slices.Contains(into[w], what) {
				into[w] = append(into[w], what)
			}
		}
	}
	for i := range s.f.Facts {
		x := &s.f.Facts[i]
		gone := s.gone(s.f.FactPointer(i))
		add(gone, "event", x.Date, x.Until)
		add(gone, "claim "+x.Measure, x.AsOf, x.Period.From, x.Period.To)
	}
	for i := range s.f.Sources {
		src := &s.f.Sources[i]
		add(s.gone("/sources/"+src.ID), "source", src.Published, src.Accessed)
	}
	delete(d.secret, s.f.Briefing.AsOf)
	return d
}

// leaks reports whether a day in a text is one that was removed. What happened on a
// day may be told of it, whatever was claimed or written then too.
func (d *days) leaks(day date.Date) bool {
	secret, left := d.secret[day], d.left[day]
	if day.Year == 0 && day.Month != 0 { // "on 7 October": of any year
		secret, left = ofAnyYear(d.secret, day), ofAnyYear(d.left, day)
	}
	return !slices.Contains(left, "event") && slices.ContainsFunc(secret, func(what string) bool { return !slices.Contains(left, what) })
}

// ofAnyYear collects what stands at a day of a month.
func ofAnyYear(all map[date.Date][]string, day date.Date) (out []string) {
	for when, what := range all {
		if when.Month == day.Month && when.Day == day.Day {
			out = append(out, what...)
		}
	}
	return out
}
