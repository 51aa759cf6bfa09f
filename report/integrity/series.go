package integrity

import (
	"maps"
	"math"
	"slices"
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// rivals judges the estimates of each measure and place against each other.
func (c *pass) rivals() {
	c.eachSeries(c.contradictions)
	for _, list := range c.sums() {
		c.contradictorySums(list)
	}
}

// falling judges the running totals.
func (c *pass) falling() { c.eachSeries(c.falls) }

// outOfLine judges the estimates of each measure and place by their size.
func (c *pass) outOfLine() { c.eachSeries(c.outliers) }

// contradictions judges estimates that cannot both be right: those of two origins
// ought to be marked, and one origin ought not to give two for a day. Each is told
// once for a measure and place, with how many other pairs there are.
func (c *pass) contradictions(list []int) {
	var marks, days group
	for n, i := range list {
		for _, k := range list[n+1 : min(n+evidence.Window, len(list))] {
			a, b := &c.f.Facts[min(i, k)], &c.f.Facts[max(i, k)]
			if !a.Period.IsZero() || c.history.middles[k] > c.history.middles[i]+31 {
				break
			}
			if !c.unmarked(a, b) {
				continue
			}
			at := c.f.FactPointer(max(i, k))
			switch {
			case a.Origin == b.Origin && a.AsOf == b.AsOf && a.AsOf.Precision() == date.Day:
				c.once(&days, "W208", at, []string{b.ID, a.ID}, "one origin gives two values for one measure and date: see "+quote(a.ID),
					`if it corrected itself, write "supersedes"; if they count different things, they are different measures`)
			case a.Origin != b.Origin:
				c.contradicts(&marks, a, b, at)
			}
		}
	}
	c.count(marks, days)
}

// contradictorySums judges sums over stretches of time, which are in the order of their first days.
func (c *pass) contradictorySums(list []int) {
	var marks, wholes group
	for n, i := range list {
		for _, k := range list[n+1 : min(n+evidence.Window, len(list))] {
			a, b := &c.f.Facts[min(i, k)], &c.f.Facts[max(i, k)]
			if c.f.Facts[k].Period.First() > c.f.Facts[i].Period.Last() {
				break
			}
			if !c.unmarked(a, b) {
				continue
			}
			at := c.f.FactPointer(max(i, k))
			switch {
			case a.Origin != b.Origin:
				c.contradicts(&marks, a, b, at)
			case a.Period.Same(b.Period):
				c.once(&wholes, "W208", at, []string{b.ID, a.ID}, "one origin gives two values for one measure and period: see "+quote(a.ID),
					`if it corrected itself, write "supersedes"; if they count different things, they are different measures`)
			default:
				c.once(&wholes, "W208", at, []string{b.ID, a.ID}, "one origin gives more for a part of a period than for the whole: see "+quote(a.ID),
					`if it corrected itself, write "supersedes"; if they count different things, they are different measures`)
			}
		}
	}
	c.count(marks, wholes)
}

// unmarked reports whether two estimates cannot both be right and neither says so nor has been corrected.
func (c *pass) unmarked(a, b *facts.Fact) bool {
	return evidence.Contradict(c.f, a, b) && !evidence.Linked(a, b) && c.successor(a.ID) == "" && c.successor(b.ID) == ""
}

// contradicts warns of two origins that contradict each other, where they are not told together.
func (c *pass) contradicts(g *group, a, b *facts.Fact, at string) {
	if !c.lines.Share(a.ID, b.ID) && !c.toldTogether(a.ID, b.ID) && !c.linkedThrough(a, b) {
		c.once(g, "W206", at, []string{b.ID, a.ID}, "the value cannot be right together with that of "+quote(a.ID)+
			", and neither is marked", `add "contradicts": [`+quote(a.ID)+"]")
	}
}

// linkedThrough reports whether one of two facts repeats a fact that is linked with the other.
func (c *pass) linkedThrough(a, b *facts.Fact) bool {
	through := func(x, y *facts.Fact) bool {
		return slices.ContainsFunc(x.DerivedFrom, func(id string) bool { return id != y.ID && evidence.Linked(c.f.Fact(id), y) })
	}
	return through(a, b) || through(b, a)
}

// falls judges running totals: they cannot become smaller.
func (c *pass) falls(list []int) {
	if len(list) < 2 || !c.running(c.f.Facts[list[0]].Measure) {
		return
	}
	last := map[int]int{} // by the origin in which the information begins
	for _, i := range list {
		f, roots := &c.f.Facts[i], c.lines.Roots(i)
		if len(roots) > 1 || c.history.corrected[i] {
			continue
		}
		before, ok := last[roots[0]]
		if !ok || c.fall(&c.f.Facts[before], f, i) || atLeast(f) >= atLeast(&c.f.Facts[before]) {
			last[roots[0]] = i
		}
	}
}

// atLeast returns what a fact says that there are at least. Of a running total the
// greatest holds: who rounds it later does not lower it.
func atLeast(f *facts.Fact) float64 {
	low, _ := evidence.Bounds(f)
	return low
}

// fall judges two values of a running total, the later second, and reports whether
// the total begins anew with it.
func (c *pass) fall(a, b *facts.Fact, i int) bool {
	_, high := evidence.Bounds(b)
	switch {
	case evidence.Linked(a, b), a.AsOf.Year != b.AsOf.Year && c.beginsYearly(a.Measure):
		return true
	case a.AsOf == b.AsOf || high >= atLeast(a):
		return false
	}
	c.warn("W209", c.f.FactPointer(i), []string{b.ID, a.ID}, "the running total falls: "+quote(a.ID)+" gave "+saysOf(a)+
		" for "+a.AsOf.String()+", this gives "+saysOf(b), `if the origin corrected itself, write "supersedes": `+quote(a.ID))
	return true
}

// beginsYearly reports whether a running total begins anew each year: "since January", "so far
// this season".
func (c *pass) beginsYearly(id string) bool {
	m := c.f.Measure(id)
	for _, tag := range c.f.Briefing.Languages {
		for s := range c.sentences(append(m.Definition.In(tag), m.Name.Line(tag)), tag) {
			if slices.ContainsFunc(s.Matches, func(h reading.Match) bool {
				return h.Class == "running" && slices.ContainsFunc(s.Tokens[h.From:h.To], func(t reading.Token) bool {
					return t.Word.Month > 0 || t.Word.Period != ""
				})
			}) {
				return true
			}
		}
	}
	return false
}

// running reports whether a measure is a running total, by its name or definition.
func (c *pass) running(id string) bool {
	m := c.f.Measure(id)
	if m == nil {
		return false
	}
	for _, tag := range c.f.Briefing.Languages {
		for s := range c.sentences(append(m.Definition.In(tag), m.Name.Line(tag)), tag) {
			if s.Has("running") && !s.Has("negation") {
				return true
			}
		}
	}
	return false
}

// outliers judges estimates that are ten times all others of their measure and
// time, or a tenth of them: usually a slip of the pen. Others that differ as much
// among themselves are no line to be out of. One that repeats another of them is
// no second one, unless the digits are the same and only a nought more or less.
func (c *pass) outliers(list []int) {
	for n, i := range list {
		f := &c.f.Facts[i]
		if c.history.corrected[i] || len(f.Contradicts) > 0 {
			continue
		}
		low, high := evidence.Ends(f)
		near := slices.DeleteFunc(c.others(list, n), func(m int) bool { return reaches(&c.f.Facts[list[m]], f) })
		if len(near) < 2 || reaches(f, &c.f.Facts[list[near[0]]]) {
			continue
		}
		least, most, around := c.neighbours(list, n, near)
		lowest, highest := least.Float(), most.Float()
		if !around || !farApart(low.Float(), high.Float(), lowest, highest) {
			continue
		}
		nought := lowest == highest && low == high && (low.Float() == 10*highest || 10*low.Float() == lowest)
		if !nought && (c.speakers(list, near) < 2 || c.isPercent(f.Measure)) { // a chance may fall to next to nothing
			continue
		}
		says := low.Text()
		if high.Cmp(low) > 0 {
			says += " to " + high.Text()
		}
		c.warn("W210", c.f.FactPointer(i), []string{f.ID}, says+" is out of line: the other estimates of its measure and time lie between "+
			least.Text()+" and "+most.Text(), "check the number of digits; if it is right, say in allow why")
	}
}

// reaches reports whether an estimate has no bound on the side on which another lies: at least 5 reaches 500, and is
// neither out of line with it nor a witness against it.
func reaches(f, other *facts.Fact) bool {
	if f.Best != nil || f.Low != nil && f.High != nil {
		return false
	}
	low, high := evidence.Ends(f)
	from, to := evidence.Ends(other)
	return f.High == nil && from.Cmp(high) >= 0 || f.Low == nil && to.Cmp(low) <= 0
}

// farApart reports whether an estimate lies ten times over or under all that lie between least and most, which are
// themselves within ten times of each other. Beside noughts, of which every number is as many times as one likes, it is ten or more.
func farApart(low, high, least, most float64) bool {
	switch {
	case least == 0 && most == 0:
		return low >= 10 || high <= -10
	case low == 0 && high == 0 && least < 10:
		return false
	}
	return (low > most || high < least) && most <= 10*least && (low >= 10*most || high <= least/10)
}

// neighbours returns between what the estimates near the n-th of a list lie, and whether one is of another origin or
// they stand before it and after it.
func (c *pass) neighbours(list []int, n int, near []int) (least, most *quantity.Number, around bool) {
	before, after, elsewhere := false, false, false
	for _, m := range near {
		o := &c.f.Facts[list[m]]
		low, high := evidence.Ends(o)
		if least == nil || low.Cmp(least) < 0 {
			least = low
		}
		if most == nil || high.Cmp(most) > 0 {
			most = high
		}
		before, after = before || m < n, after || m > n
		elsewhere = elsewhere || o.Origin != c.f.Facts[list[n]].Origin
	}
	return least, most, elsewhere || before && after
}

// others returns which of a list stand beside its n-th estimate: those of a month
// before or after that nobody corrected and that are not known to contradict it.
func (c *pass) others(list []int, n int) []int {
	out := make([]int, 0, 2*evidence.Window)
	f := &c.f.Facts[list[n]]
	for m := max(0, n-evidence.Window); m < min(len(list), n+evidence.Window); m++ {
		o := &c.f.Facts[list[m]]
		if m == n || math.Abs(c.history.middles[list[m]]-c.history.middles[list[n]]) > 31 || o.Contradicts != nil && evidence.Linked(f, o) ||
			c.history.corrected[list[m]] {
			continue
		}
		out = append(out, m)
	}
	return out
}

// speakers counts those of a list that do not only repeat another of them.
func (c *pass) speakers(list, of []int) int {
	var out []int
	for _, m := range of {
		if !slices.ContainsFunc(out, func(k int) bool { return c.repeats(list[m], k) }) {
			out = append(out, list[m])
		}
	}
	return len(out)
}

// repeats reports whether of two facts one only says again what the other says:
// its origin draws on the other's, or is the same and speaks of the same date.
func (c *pass) repeats(i, k int) bool {
	a, b := &c.f.Facts[i], &c.f.Facts[k]
	return evidence.Meet(c.lines.Roots(i), c.lines.Roots(k)) && (a.Origin != b.Origin || a.AsOf == b.AsOf)
}

// repeated judges facts that say the same thing twice.
func (c *pass) repeated() {
	first := map[string]int{}
	tag := c.f.Briefing.Languages[0]
	for i := range c.f.Facts {
		f := &c.f.Facts[i]
		if f.When().IsZero() {
			continue
		}
		key := string(f.Type) + "\x00" + f.Origin + "\x00" + evidence.Series(f) + "\x00" + f.When().String()
		if f.HasAmount() {
			low, high := evidence.Bounds(f) // best alone says the same as low, best and high alike
			key += "\x00" + show(low) + "\x00" + show(high)
			if f.Best != nil {
				key += "\x00" + show(f.Best.Float())
			}
		}
		if f.Type != claim.Estimate {
			key += "\x00" + f.From + "\x00" + f.To + "\x00" + f.Item.Line(tag) + "\x00" + f.Statement.Line(tag)
		}
		before, again := first[key]
		if !again {
			first[key] = i
			continue
		}
		if a := &c.f.Facts[before]; !evidence.Linked(a, f) {
			c.warn("W207", c.f.FactPointer(i), []string{f.ID, a.ID}, "this says the same as "+quote(a.ID)+": same origin, measure, date and value",
				"keep one, with the sources of both")
		}
	}
}

// stale judges the newest estimate of each measure against its stale_after_days, which stands over the briefing's.
func (c *pass) stale() {
	newest := map[string]int{}
	for i := range c.f.Facts {
		f := &c.f.Facts[i]
		if f.Type != claim.Estimate || c.history.corrected[i] {
			continue
		}
		if n, ok := newest[f.Measure]; !ok || f.AsOf.Last() > c.f.Facts[n].AsOf.Last() {
			newest[f.Measure] = i
		}
	}
	for _, m := range slices.Sorted(maps.Keys(newest)) {
		f := &c.f.Facts[newest[m]]
		limit, allows := c.f.Briefing.StaleAfterDays, "the briefing"
		if own := c.f.Measure(m).StaleAfter; own != nil {
			limit, allows = *own, "the measure"
		}
		if age := c.now.First() - f.AsOf.Last(); limit > 0 && age > limit {
			c.warn("W212", c.f.FactKey(newest[m], "as_of"), []string{f.ID, m}, "the newest estimate of "+quote(m)+" is "+
				plural(age, "day", "days")+" old; "+allows+" allows "+strconv.Itoa(limit), "look for a newer one, or say in allow why there is none")
		}
	}
}

// toldTogether reports whether one paragraph refers to both facts: its reader sees that
// they differ.
func (c *pass) toldTogether(a, b string) bool {
	if c.texts.together == nil {
		c.texts.together = map[[2]string]bool{}
		for i := range c.texts.told {
			var ids []string
			for _, s := range c.texts.told[i].Sentences {
				for _, f := range s.Facts[:min(len(s.Facts), widest)] {
					ids = append(ids, f.ID)
				}
			}
			ids = ids[:min(len(ids), widest)]
			for _, x := range ids {
				for _, y := range ids {
					c.texts.together[[2]string{x, y}] = true
				}
			}
		}
	}
	return c.texts.together[[2]string{a, b}]
}
