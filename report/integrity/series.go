package integrity

import (
	"math"
	"strconv"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// window is how many neighbours in time a fact is compared with, so that many
// facts of one measure do not cost the square of their number.
const window = 40

// contradictions judges estimates of one date that cannot both be right: those
// of two origins ought to be marked, and one origin ought not to give two.
func (c *checker) contradictions(list []int) {
	for n, i := range list {
		for _, k := range list[n+1 : min(n+window, len(list))] {
			a, b := &c.f.Facts[min(i, k)], &c.f.Facts[max(i, k)]
			if a.AsOf != b.AsOf {
				break
			}
			if a.AsOf.Precision() < date.Month || linked(a, b) || !apart(a, b) {
				continue
			}
			at := "/facts/" + strconv.Itoa(max(i, k))
			switch {
			case a.Origin == b.Origin && a.AsOf.Precision() == date.Day:
				c.warn("W208", at, []string{b.ID, a.ID}, "one origin gives two values for one measure and date: see "+quote(a.ID),
					`if it corrected itself, write "supersedes"; if they count different things, they are different measures`)
			case a.Origin != b.Origin && !c.oneLine(a, b):
				c.warn("W206", at, []string{b.ID, a.ID}, "the value cannot be right together with that of "+quote(a.ID)+", and neither is marked",
					`add "contradicts": [`+quote(a.ID)+"]")
			}
		}
	}
}

// oneLine reports whether one of the two repeats the other's origin.
func (c *checker) oneLine(a, b *facts.Fact) bool {
	_, lines := c.lines.Of(a.ID, b.ID)
	return lines == 1
}

// apart reports whether two amounts have no value in common. Those of two origins
// must be a tenth apart: rounding is no contradiction.
func apart(a, b *facts.Fact) bool {
	slack := 1.1
	if a.Origin == b.Origin {
		slack = 1
	}
	aLow, aHigh := bounds(a)
	bLow, bHigh := bounds(b)
	return aHigh*slack < bLow || bHigh*slack < aLow
}

// falls judges running totals: they cannot become smaller.
func (c *checker) falls(list []int) {
	if len(list) < 2 || !c.running(c.f.Facts[list[0]].Measure) {
		return
	}
	last := map[string]int{}
	for _, i := range list {
		f := &c.f.Facts[i]
		if before, ok := last[f.Origin]; ok {
			c.fall(&c.f.Facts[before], f, i)
		}
		last[f.Origin] = i
	}
}

func (c *checker) fall(a, b *facts.Fact, i int) {
	low, _ := bounds(a)
	_, high := bounds(b)
	if a.AsOf == b.AsOf || linked(a, b) || high >= low {
		return
	}
	c.warn("W209", "/facts/"+strconv.Itoa(i), []string{b.ID, a.ID}, "the running total falls: "+quote(a.ID)+" gave "+show(middle(a))+
		" for "+a.AsOf.String()+", this gives "+show(middle(b)), `if the origin corrected itself, write "supersedes": `+quote(a.ID))
}

// running reports whether a measure is a running total, by its name or definition.
func (c *checker) running(id string) bool {
	m := c.f.Measure(id)
	if m == nil {
		return false
	}
	for _, tag := range c.f.Briefing.Languages {
		for _, s := range append(m.Definition.In(tag), m.Name.Line(tag)) {
			in := c.reader.skim(s, tag)
			for i := range in.sentences {
				if in.sentences[i].has("running") && !in.sentences[i].has("negation") {
					return true
				}
			}
		}
	}
	return false
}

// outliers judges estimates that are ten times all others of their measure and
// time, or a tenth of them: usually a slip of the pen. Others that differ as much
// among themselves are no line to be out of.
func (c *checker) outliers(list []int) {
	for n, i := range list {
		f := &c.f.Facts[i]
		least, most, others, sides := math.Inf(1), 0.0, 0, [2]bool{}
		elsewhere := false
		for m := max(0, n-window); m < min(len(list), n+window); m++ {
			o := &c.f.Facts[list[m]]
			if m == n || o.Contradicts != nil && linked(f, o) || math.Abs(c.middles[list[m]]-c.middles[i]) > 31 {
				continue
			}
			v := middle(o)
			least, most, others = min(least, v), max(most, v), others+1
			sides[0], sides[1] = sides[0] || m < n, sides[1] || m > n
			elsewhere = elsewhere || o.Origin != f.Origin
		}
		v := middle(f)
		if others < 2 || most > 10*least || !elsewhere && !(sides[0] && sides[1]) || v < 10*most && v > least/10 || len(f.Contradicts) > 0 {
			continue
		}
		c.warn("W210", "/facts/"+strconv.Itoa(i), []string{f.ID}, show(v)+" is out of line: the other estimates of its measure and time lie between "+
			show(least)+" and "+show(most), "check the number of digits; if it is right, say in allow why")
	}
}

// repeated judges facts that say the same thing twice.
func (c *checker) repeated() {
	first := map[string]int{}
	tag := c.f.Briefing.Languages[0]
	for i := range c.f.Facts {
		f := &c.f.Facts[i]
		if f.When().IsZero() {
			continue
		}
		key := f.Type + "\x00" + f.Origin + "\x00" + f.Measure + "\x00" + f.Place + "\x00" + f.When().String()
		for _, v := range []*float64{f.Low, f.Best, f.High} {
			key += "\x00"
			if v != nil {
				key += show(*v)
			}
		}
		if f.Type != "estimate" {
			key += "\x00" + f.From + "\x00" + f.To + "\x00" + f.Item.Line(tag) + "\x00" + f.Statement.Line(tag)
		}
		before, again := first[key]
		if !again {
			first[key] = i
			continue
		}
		if a := &c.f.Facts[before]; !linked(a, f) {
			c.warn("W207", "/facts/"+strconv.Itoa(i), []string{f.ID, a.ID}, "this says the same as "+quote(a.ID)+": same origin, measure, date and value",
				"keep one, with the sources of both")
		}
	}
}

// stale judges the newest estimate of each measure against stale_after_days.
func (c *checker) stale() {
	limit := c.f.Briefing.StaleAfterDays
	if limit == 0 {
		return
	}
	newest := map[string]int{}
	for i := range c.f.Facts {
		f := &c.f.Facts[i]
		if f.Type != "estimate" {
			continue
		}
		if n, ok := newest[f.Measure]; !ok || f.AsOf.Last() > c.f.Facts[n].AsOf.Last() {
			newest[f.Measure] = i
		}
	}
	for _, m := range sorted(newest) {
		f := &c.f.Facts[newest[m]]
		if age := c.now.First() - f.AsOf.Last(); age > limit {
			c.warn("W212", "/facts/"+strconv.Itoa(newest[m])+"/as_of", []string{f.ID, m}, "the newest estimate of "+quote(m)+" is "+
				plural(age, "day", "days")+" old; the briefing allows "+strconv.Itoa(limit), "look for a newer one, or say in allow why there is none")
		}
	}
}
