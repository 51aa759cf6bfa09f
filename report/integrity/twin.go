package integrity

import (
	"math"
	"slices"
	"time"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// A moment is a month, a year, or a month of a year, as far as they are told: what is not is 0.
type moment struct{ year, month int }

// String writes a moment for a message: 2025-06, 2025, or the month alone.
func (m moment) String() string {
	if m.year == 0 {
		return time.Month(m.month).String()
	}
	return date.Date{Year: m.year, Month: m.month}.String()
}

// against reports whether two moments cannot be one.
func (m moment) against(o moment) bool {
	return m.year > 0 && o.year > 0 && m.year != o.year || m.month > 0 && o.month > 0 && m.month != o.month
}

// meets reports whether two moments are one as far as both are told.
func (m moment) meets(o moment) bool {
	return !m.against(o) && (m.month > 0 && o.month > 0 || m.month == 0 && o.month == 0 && m.year > 0 && o.year > 0)
}

// A twin is a number of the record, as a text may repeat it: with the time, the direction and the bound that it is recorded with.
type twin struct {
	v       float64
	percent bool
	when    moment
	sign    int // 1 of what rose, -1 of what fell
	side    int // 1 of what is told as the least, -1 as the most
	noted   bool
	fact    *facts.Fact
}

// momentOf returns the month or the year that the value of a fact is of; the zero moment where it is of another stretch of time.
func momentOf(f *facts.Fact) moment {
	from, to := f.AsOf, f.AsOf
	if !f.Period.IsZero() {
		from, to = f.Period.From, f.Period.To
	}
	first, last := date.FromDays(from.First()), date.FromDays(to.Last())
	switch {
	case from.IsZero() || to.IsZero() || first.Year != last.Year:
		return moment{}
	case first.Month == last.Month:
		return moment{first.Year, first.Month}
	case first.Month == 1 && last.Month == 12:
		return moment{year: first.Year}
	}
	return moment{}
}

// twinsOf returns the numbers of a fact and those of its note and its statement.
func (c *pass) twinsOf(r *reading.Text, f *facts.Fact) []twin {
	var out []twin
	for _, p := range partsOf(f) {
		x := twin{v: math.Abs(p.value), percent: c.isPercent(f.Measure), when: momentOf(f), fact: f}
		if m := c.f.Measure(f.Measure); m != nil && m.Kind == quantity.Change && p.value != 0 {
			x.sign = compareFloat(p.value, 0)
		}
		out = append(out, x)
	}
	statement := f.Statement.Line(c.tagOf(r))
	for _, text := range notedOf(f, c.tagOf(r)) {
		in := c.reader.Skim(text, c.tagOf(r))
		for i := range in.Sentences {
			b := &assertion{r: in, s: &in.Sentences[i]}
			for _, n := range b.s.Amounts {
				if reading.YearOf(&b.s.Tokens[n.From]) == 0 && !b.s.Named(n) {
					when, _ := b.momentAt(n)
					x := twin{n.Value, n.Percent, when, b.wayOf(n), b.boundOf(n), true, f}
					if text == statement { // W324 reads the words of statements
						x.sign, x.side = 0, 0
					}
					out = append(out, x)
				}
			}
		}
	}
	return out
}

// wayOf says which way the words round a number say that something went by it: 1 up, -1 down, 0 neither.
func (a *assertion) wayOf(n reading.Amount) int {
	end := n.To
	if n.Percent {
		end = a.s.Behind(n)
	}
	if h, ok := a.changeWord(n.From, end); ok {
		return rising(h)
	}
	if h, ok := a.qualifier(n.From, "upBy", "downBy"); ok {
		return map[string]int{"upBy": 1, "downBy": -1}[h.Class]
	}
	switch more, less := a.behindWord(n, "greater"), a.behindWord(n, "smaller"); {
	case less > 0 && less >= more:
		return -1
	case more > 0:
		return 1
	}
	return 0
}

// boundOf says whether the words before a number make it the least (1) or the most (-1) there is.
func (a *assertion) boundOf(n reading.Amount) int {
	h, ok := a.qualifier(n.From, "least", "most")
	switch {
	case !ok:
		return 0
	case h.Class == "least":
		return 1
	}
	return -1
}

// momentAt returns the month or the year that stands with a number, and its token: behind it, with no other number and no mark between, or
// else before it, where it stands with no other number; none of a span of time.
func (a *assertion) momentAt(n reading.Amount) (moment, int) {
	from := n.To
	if n.Percent {
		from = a.s.Behind(n)
	}
	for i := from; i < min(len(a.s.Tokens), from+6); i++ {
		if a.partsNumbers(i) || a.s.Tokens[i].Word.Joining && i > from {
			break
		}
		if m := a.momentOn(i); m != (moment{}) {
			if a.s.UpTo(i, "between") >= 0 || a.s.UpTo(i, "since") >= 0 {
				break
			}
			return m, i
		}
	}
	comma := false
	for i := n.From - 1; i >= max(0, n.From-5); i-- {
		if comma = comma || a.s.Tokens[i].Low == ","; a.s.Tokens[i].Low != "," && a.partsNumbers(i) || a.s.UpTo(i+1, "rangeFrom") >= 0 {
			break
		}
		if m := a.momentOn(i); m != (moment{}) && a.leadsIn(i, comma) {
			return m, i
		}
	}
	return moment{}, 0
}

// leadsIn reports whether a month or a year before a number stands with no other number before it; behind a comma, whether it opens its
// clause.
func (a *assertion) leadsIn(i int, comma bool) bool {
	for j := i - 1; j >= max(0, i-5); j-- {
		switch t := &a.s.Tokens[j]; {
		case t.Kind == reading.Punct:
			return !comma || j >= i-2
		case a.partsNumbers(j):
			return false
		}
	}
	return !comma || i < 3
}

// partsNumbers reports whether a token parts what belongs to two numbers: a mark, a citation, another number.
func (a *assertion) partsNumbers(i int) bool {
	t := &a.s.Tokens[i]
	return t.Kind == reading.Cite || t.Kind == reading.Value || t.Kind == reading.Punct && t.Low != "%" && t.Low != "’" ||
		slices.ContainsFunc(a.s.Amounts, func(n reading.Amount) bool {
			return n.From == i && reading.YearOf(t) == 0
		})
}

// momentOn returns the month or the year that a token names.
func (a *assertion) momentOn(i int) moment {
	t := &a.s.Tokens[i]
	if m := t.Word.Month; m > 0 && (t.Dated || !t.Word.Common || t.Capital && i > 0 && a.s.First(i-1, i, "monthOf") >= 0) {
		out := moment{month: m}
		for _, d := range a.s.Dates {
			if d.From <= i && i < d.To {
				out.year = d.Year
			}
		}
		return out
	}
	return moment{year: reading.YearOf(t)}
}

// twinned judges a number that a text repeats from the record with another time, another direction or the other bound.
func (c *pass) twinned(a *assertion) {
	list := a.s.Facts
	if len(list) == 0 && a.before != nil && a.before.r == a.r {
		list = a.before.s.Facts
	}
	if c.warned(a, 0, len(a.s.Tokens), "W303", "W305", "W317") || len(list) == 0 || len(list) > 8 || len(a.s.Amounts) == 0 {
		return
	}
	var record []twin
	for _, f := range list {
		record = append(record, c.twinsOf(a.r, f)...)
	}
	for _, n := range a.s.Amounts {
		if a.quoted(n.From) || a.s.Named(n) || a.s.Tokens[n.From].Dated || reading.YearOf(&a.s.Tokens[n.From]) > 0 || c.warned(a, n.From, n.To) {
			continue
		}
		own := c.twinsAmong(a, n, record)
		if len(own) > 0 && (c.otherMoment(a, n, own, record) || c.otherWay(a, n, own) || c.otherBound(a, n, own)) {
			return
		}
	}
}

// twinsAmong returns what a record has of a number.
func (c *pass) twinsAmong(a *assertion, n reading.Amount, record []twin) []twin {
	var out []twin
	for _, x := range record {
		if x.percent == n.Percent && slices.ContainsFunc(c.inUnit(a.r, x.fact, n), func(v scaled) bool {
			return math.Abs(v.value-x.v) <= x.v*1e-9
		}) {
			out = append(out, x)
		}
	}
	return out
}

// otherMoment judges the month or the year of a number, where the record has the number for another and another number for that one, or
// names the other in so many words.
func (c *pass) otherMoment(a *assertion, n reading.Amount, own, record []twin) bool {
	told, at := a.momentAt(n)
	if told == (moment{}) || a.s.Has("plainNegation") || slices.ContainsFunc(own, func(x twin) bool { return !told.against(x.when) }) {
		return false
	}
	x, all := own[0], slices.Clone(record)
	if x.fact.Measure != "" {
		for _, i := range c.f.References().Counting[x.fact.Measure] {
			if o := &c.f.Facts[i]; comparableFacts(o, x.fact) && o.Origin == x.fact.Origin {
				all = append(all, c.twinsOf(a.r, o)...)
			}
		}
	}
	has := ""
	for _, y := range all {
		if told.meets(y.when) && y.percent == n.Percent && y.v != x.v && (y.fact == x.fact || comparableFacts(y.fact, x.fact)) {
			has = ", and has " + show(y.v) + " for that time"
			break
		}
	}
	if has == "" && !(len(own) == 1 && x.when != (moment{}) && (x.noted || c.directly(a, n) && x.fact.AsOf.Precision() == date.Month)) {
		return false
	}
	c.warnAt("W305", a, at, []string{x.fact.ID}, a.words(at, at+1)+" is not the time of "+a.words(n.From, n.To)+": the record of "+
		quote(x.fact.ID)+" gives it for "+x.when.String()+has, "tell each number of its own time")
	return true
}

// directly reports whether a month stands at once behind a number, with a word like "in" between.
func (c *pass) directly(a *assertion, n reading.Amount) bool {
	i := n.To
	if n.Percent {
		i = a.s.Behind(n)
	}
	return i+1 < len(a.s.Tokens) && a.s.At(i, "monthOf") == i+1 && a.momentOn(i+1).month > 0
}

// otherWay judges the way that something is said to have gone by a number.
func (c *pass) otherWay(a *assertion, n reading.Amount, own []twin) bool {
	way := a.wayOf(n)
	if way == 0 || a.s.Has("plainNegation") || slices.ContainsFunc(own, func(x twin) bool { return x.sign != -way }) {
		return false
	}
	c.warnAt("W317", a, n.From, []string{own[0].fact.ID}, a.words(n.From, n.To)+" is told with a word for the other way than the record of "+
		quote(own[0].fact.ID)+" has", "turn the word round, or correct the number")
	return true
}

// otherBound judges a number that is told as the least and recorded as the most there is, or the other way round.
func (c *pass) otherBound(a *assertion, n reading.Amount, own []twin) bool {
	side := a.boundOf(n)
	if side == 0 || a.s.UpTo(n.From, "article") >= 0 || slices.ContainsFunc(own, func(x twin) bool { return x.side != -side }) {
		return false
	}
	c.warnAt("W313", a, n.From, []string{own[0].fact.ID}, a.words(n.From, n.To)+" is told as the other bound than it is recorded as of "+
		quote(own[0].fact.ID), "write the word for the bound as the record has it")
	return true
}
