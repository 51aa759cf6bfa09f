package integrity

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// A carried is every number and date that the record gives: values of facts, and
// what stands in statements, notes, definitions, names and titles.
type carried struct {
	values  []float64          // of facts, by their size, ascending
	numbers []float64          // of texts, ascending
	days    map[int]bool       // known to the day, in days since 1970-01-01
	months  map[int]bool       // year*12 + month
	yearly  map[int]bool       // month*100 + day, of any year
	spans   [][2]int           // first and last day of events that lasted
	holders map[float64]string // of a value, the first fact that has it, with its part

	mixed   map[float64]*facts.Fact // of a number, the fact of killed and wounded that has it; made when first asked for
	sayings map[string]bool         // "measure value"; made when first asked for
	uppers  map[float64]bool        // whether a number is only ever the upper end of a range; made when first asked for
}

// read reads the texts: those of the record for what they carry, those that tell
// the briefing to be judged.
func (c *pass) read(jobs int) {
	var told, record []facts.Passage
	for p := range c.f.Texts() {
		c.texts.all = append(c.texts.all, p)
		switch {
		case c.tells(p):
			told = append(told, p)
		case strings.ContainsAny(p.S, "0123456789"):
			record = append(record, p)
		}
	}
	c.readAll(told, record, jobs)
}

// record takes in what the record carries: the texts that tell nothing, facts, sources, dates.
func (c *pass) record(texts []facts.Passage) {
	c.carried = carried{days: map[int]bool{}, months: map[int]bool{}, yearly: map[int]bool{}, holders: map[float64]string{}}
	k := &c.carried
	r := c.reader
	for _, p := range texts {
		k.text(r.Skim(p.S, p.Lang))
	}
	for i := range c.f.Facts {
		k.fact(&c.f.Facts[i])
		for _, s := range c.f.Facts[i].Sources {
			k.name(r, s.Locator)
			k.name(r, s.Quote)
		}
	}
	for i := range c.f.Sources {
		s := &c.f.Sources[i]
		k.date(s.Published, date.Date{})
		k.date(s.Accessed, date.Date{})
		k.name(r, s.Title)
		k.name(r, s.Publisher)
	}
	for i := range c.f.Judgements {
		if o := c.f.Judgements[i].Outcome; o != nil {
			k.date(o.Date, date.Date{})
		}
	}
	b := &c.f.Briefing
	for _, r := range b.History {
		k.date(r.Date, date.Date{})
	}
	k.date(b.AsOf, date.Date{})
	k.name(r, b.Edition)
	k.name(r, b.Publisher)
	for _, n := range []int{len(c.f.Facts), len(c.f.Sources), len(c.f.Origins), len(c.f.Judgements)} {
		k.numbers = append(k.numbers, float64(n))
	}
	slices.Sort(k.values)
	slices.Sort(k.numbers)
}

// tells reports whether the passage tells the briefing, rather than being part of
// the record that it is told from.
func (c *pass) tells(p facts.Passage) bool {
	switch p.Key {
	case "summary", "bottom_line", "text", "callout":
		return true
	case "title", "subtitle":
		return c.f.Fact(p.Owner) == nil
	case "note":
		return c.texts.figures[p.Owner] != nil && c.f.Fact(p.Owner) == nil
	}
	return false
}

func (k *carried) fact(f *facts.Fact) {
	k.date(f.When(), f.Until)
	k.date(f.Period.From, f.Period.To)
	for _, part := range []struct {
		name string
		v    *float64
	}{{"best", quantity.FloatOf(f.Best)}, {"low", quantity.FloatOf(f.Low)}, {"high", quantity.FloatOf(f.High)}} {
		if part.v == nil {
			continue
		}
		v := math.Abs(*part.v)
		k.values = append(k.values, v)
		if _, ok := k.holders[v]; !ok {
			k.holders[v] = f.ID + "." + part.name
		}
	}
}

func (k *carried) date(d, until date.Date) {
	if d.Precision() < date.Month {
		return
	}
	k.months[d.Year*12+d.Month] = true
	if d.Precision() >= date.Day {
		k.days[d.First()] = true
		k.yearly[d.Month*100+d.Day] = true
	}
	if !until.IsZero() {
		k.date(until, date.Date{})
		k.spans = append(k.spans, [2]int{d.First(), until.Last()})
	}
}

// name takes the numbers and dates of a string that is the same in every language.
func (k *carried) name(r *reading.Parser, s string) {
	if strings.ContainsAny(s, "0123456789") {
		k.text(r.Skim(s, ""))
	}
}

func (k *carried) text(r *reading.Text) {
	for i := range r.Sentences {
		for _, n := range r.Sentences[i].Amounts {
			k.numbers = append(k.numbers, n.Value, n.Alt)
		}
		for _, d := range r.Sentences[i].Dates {
			if d.Year > 0 {
				k.date(d.Date, date.Date{})
			} else {
				k.yearly[d.Month*100+d.Day] = true
			}
		}
	}
}

// knows reports whether the date, as precise as it is written, is one of the record's.
func (k *carried) knows(d date.Date) bool {
	switch {
	case d.Year == 0:
		return k.yearly[d.Month*100+d.Day] || slices.ContainsFunc(k.spans, func(s [2]int) bool {
			for day := s[0]; day <= min(s[1], s[0]+400); day++ {
				if x := date.FromDays(day); x.Month == d.Month && x.Day == d.Day {
					return true
				}
			}
			return false
		})
	case d.Day == 0 && k.months[d.Year*12+d.Month], d.Day > 0 && k.days[d.First()]:
		return true
	}
	return slices.ContainsFunc(k.spans, func(s [2]int) bool { return d.Last() >= s[0] && d.First() <= s[1] })
}

// near reports whether an ascending list has a number no further from v than by.
func near(list []float64, v, by float64) bool {
	slack := by + math.Abs(v)*1e-9
	i, _ := slices.BinarySearch(list, v-slack)
	return i < len(list) && list[i] <= v+slack
}
