package integrity

import (
	"math"
	"slices"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A difference is a number that a sentence gives for how far two values are apart: "39
// more than a week earlier", "up 69 percent from", "casi cinco puntos menos que".
type difference struct {
	n    reading.Amount
	sign int // 1 more, -1 less, 0 apart
	end  int // token behind the words
}

// differences finds them in a sentence.
func (a *assertion) differences() []difference {
	var out []difference
	s := a.s
	for _, n := range s.Amounts {
		if a.at(n.From) != nil {
			continue
		}
		d := difference{n: n}
		if h, ok := a.qualifier(n.From, "upBy", "downBy"); ok && a.behindWord(n, "rangeFrom") > 0 {
			d.sign, d.end = 1, a.behindWord(n, "rangeFrom")
			if h.Class == "downBy" {
				d.sign = -1
			}
			out = append(out, d)
			continue
		}
		for i, class := range []string{"smaller", "asunder", "greater"} { // "más bajo" before "más"
			if end := a.behindWord(n, class); end > 0 {
				d.sign, d.end = i-1, end
				out = append(out, d)
				break
			}
		}
	}
	return out
}

// behindWord returns the end of a phrase of the class that stands behind a number, its
// percent sign and two words for what is counted; or 0.
func (a *assertion) behindWord(n reading.Amount, class string) int {
	from := n.To
	if n.Percent {
		from = a.s.Behind(n)
	}
	for i := from; i < min(len(a.s.Tokens), from+4); i++ {
		if end := a.s.At(i, class); end > 0 {
			return end
		}
		if t := &a.s.Tokens[i]; t.Kind != reading.Word || t.Word.Period != "" || t.Word.Joining { // six days later; the last 24 and below
			return 0
		}
	}
	return 0
}

// apartBy judges how far two values are said to be apart, and which is the greater.
func (c *pass) apartBy(a *assertion) {
	for _, d := range a.judged {
		x, y := c.sidesOf(a, d)
		if d.sign != 0 && order(x, y) == -d.sign && !a.sinceEarlier(d, x, y) && !a.ofCited(d) {
			c.warnAt("W317", a, d.n.From, []string{x.ID, y.ID}, a.words(d.n.From, d.end)+" says the opposite of the facts: "+quote(x.ID)+" gives "+
				saysOf(x)+", and "+quote(y.ID)+" "+saysOf(y), "turn the words round, or correct the number")
			return
		}
		if !c.fitsDifference(a, d.n, x, y) && middle(y).Sign() > 0 && !c.apartNear(a, d.n) {
			c.warnAt("W318", a, d.n.From, []string{x.ID, y.ID}, a.words(d.n.From, d.n.To)+" is not how far the two are apart: "+howFar(y, x),
				"correct the number, or those that it is taken from")
			return
		}
	}
}

// pauses reports whether a comma and "and" stand between two tokens: "tenths more, and slightly above the 4.43 of November".
func (a *assertion) pauses(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if a.s.Tokens[i].Low == "," && a.s.Tokens[i+1].Word.Joining {
			return true
		}
	}
	return false
}

// sinceEarlier reports whether no "than" follows a difference of two values, so that the later one may be what is the greater
// or the smaller: "a year before it had been 32,209: 7,504 more now".
func (a *assertion) sinceEarlier(d difference, x, y *facts.Fact) bool {
	if a.s.At(d.end, "than") > 0 || a.s.UpTo(d.end, "rangeFrom") >= 0 {
		return false
	}
	if y.AsOf.First() > x.AsOf.Last() {
		x, y = y, x
	}
	return x.AsOf.First() > y.AsOf.Last() && order(x, y) == d.sign
}

// ofCited reports whether neither "than" nor a value follows a difference, so that what is cited for it and not told may be the greater or
// the smaller: "the count in the letter is about 13,000 higher [@letter]".
func (a *assertion) ofCited(d difference) bool {
	return a.next(d.end, 9) == nil && d.end < len(a.s.Tokens) && a.s.Tokens[d.end].Kind == reading.Cite
}

func rounded6(v float64) float64 { return math.Round(v*1e6) / 1e6 }

// sidesOf returns the facts that a difference is between: the last value before it, and
// the value behind the words, or the fact that is cited there and not told.
func (c *pass) sidesOf(a *assertion, d difference) (x, y *facts.Fact) {
	g := a.segmentAt(d.n.From)
	if g == nil {
		return nil, nil
	}
	before := a.told(d.n.From)
	if d.sign == 0 {
		if n := len(before); n >= 2 && comparableFacts(before[n-1], before[n-2]) {
			return before[n-2], before[n-1]
		}
		return nil, nil
	}
	if cl := a.next(d.end, 9); cl != nil && cl.from < max(g.cites, d.end+1) && !a.pauses(d.end, cl.from) {
		y = cl.fact
	}
	for _, f := range g.facts {
		if y == nil && f.HasAmount() && !slices.Contains(before, f) {
			y = f
		}
	}
	if y == nil {
		return nil, nil
	}
	if a.before != nil && a.before.r == a.r {
		before = append(a.before.told(len(a.before.s.Tokens)), before...)
	}
	pair := g.cited()
	for _, f := range slices.Backward(before) {
		if comparableFacts(f, y) || len(pair) == 2 && slices.Contains(pair, f) && f != y &&
			(c.sameUnits(pair) || c.pointsAt(a, d.n) && c.isPercent(f.Measure) && c.isPercent(y.Measure)) {
			return f, y
		}
	}
	return nil, nil
}

// told returns the facts whose numbers are told before a token, in order.
func (a *assertion) told(to int) []*facts.Fact {
	var out []*facts.Fact
	for i := range a.claims {
		if cl := &a.claims[i]; cl.to <= to && (len(out) == 0 || out[len(out)-1] != cl.fact) {
			out = append(out, cl.fact)
		}
	}
	return out
}

// fitsDifference reports whether a number is the difference of two values, or that in
// percent of either.
func (c *pass) fitsDifference(a *assertion, n reading.Amount, x, y *facts.Fact) bool {
	side := sideOf(a.r, a.s, n)
	points := n.Percent && c.isPercent(x.Measure) && c.isPercent(y.Measure) && !c.pointsAt(a, n) // six percent are not six points
	for _, p := range partsOf(x) {
		for _, q := range partsOf(y) {
			for _, v := range c.inUnit(a.r, x, n) {
				for k, is := range apartBy(p.value, q.value, points) {
					slack := v.unit / 2
					if a.s.Loose(n) || side != 0 || n.Spelled && n.Value > 20 {
						slack = max(v.unit, math.Abs(v.value)*0.08)
					}
					if math.Abs(is-v.value) <= slack*1.01+is*0.01*float64(min(k, 1)) { // a percentage of rounded values is rough
						return true
					}
				}
			}
		}
	}
	return false
}

// apartBy returns how far two values are apart, which is no distance where it may not be told, and that in percent of either.
func apartBy(p, q float64, percent bool) [3]float64 {
	d := math.Abs(p - q)
	out := [3]float64{d, d / math.Abs(q) * 100, d / math.Abs(p) * 100}
	if percent {
		out[0] = math.Inf(1)
	}
	return out
}

// isDifference reports whether a number is one of those that apartBy judges.
func (a *assertion) isDifference(n reading.Amount) bool {
	return slices.ContainsFunc(a.judged, func(d difference) bool { return d.n.From == n.From })
}

// partsAdd judges the parts that a sentence divides a value into: "eight were freed,
// three of them Israelis and nine Thais".
func (c *pass) partsAdd(a *assertion) {
	s := a.s
	for _, n := range s.Amounts {
		if s.At(n.To, "ofThem") < 0 {
			continue
		}
		before := a.told(n.From)
		if len(before) == 0 {
			return
		}
		whole := before[len(before)-1]
		_, high := evidence.Bounds(whole)
		sum, end := 0.0, n.From
		for _, m := range s.Amounts {
			if m.From >= n.From && !a.interrupted(n.From, m.From) && a.at(m.From) == nil && !m.Percent {
				sum, end = sum+m.Value, m.To
			}
		}
		if sum > high && high > 0 {
			c.warnAt("W318", a, n.From, []string{whole.ID}, a.words(n.From, end)+": the parts are "+show(sum)+" together, and "+quote(whole.ID)+
				" gives "+saysOf(whole), "correct the parts, or the whole")
		}
		return
	}
}
