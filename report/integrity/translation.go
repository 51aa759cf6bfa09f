package integrity

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/date"
	"sitrep/report/reading"
)

// A version is one paragraph of a text in one language.
type version struct {
	r    *reading.Text
	list []*assertion
}

// translations judges the languages of one text against each other: its numbers and
// dates, what is denied, and what is told as uncertain.
func (c *pass) translations() {
	tags := c.f.Briefing.Languages
	if len(tags) < 2 {
		return
	}
	versions, order := c.versions()
	for _, key := range order {
		first, ok := versions[key][tags[0]]
		if !ok {
			continue
		}
		for _, tag := range tags[1:] {
			if other, ok := versions[key][tag]; ok {
				c.sameNumbers(first, other)
				c.sameSense(first, other)
			}
		}
	}
}

// versions groups the paragraphs of the texts by where they stand and by language.
func (c *pass) versions() (out map[string]map[string]version, order []string) {
	out = map[string]map[string]version{}
	for i := range c.texts.told {
		r := &c.texts.told[i]
		tag := r.Passage.Lang
		if tag == "" {
			continue
		}
		at := strings.LastIndex(r.Passage.Pointer, "/"+tag)
		if at < 0 {
			continue
		}
		key := r.Passage.Pointer[:at] + "\x00" + r.Passage.Pointer[at+1+len(tag):]
		if out[key] == nil {
			out[key] = map[string]version{}
			order = append(order, key)
		}
		out[key][tag] = version{r, c.texts.assertions[i]}
	}
	return out, order
}

// sameNumbers judges numbers in digits and dates that stand in one language only.
func (c *pass) sameNumbers(a, b version) {
	for _, pair := range [][2]version{{a, b}, {b, a}} {
		for _, x := range pair[0].list {
			for _, n := range x.s.Amounts {
				if n.Spelled || hasNumber(pair[1].list, n) || x.s.Named(n) {
					continue
				}
				if other, near := lonely(pair[1].list, pair[0].list, n); near && !c.doubted(x, n) && !c.doubted(other.a, other.n) {
					c.warnAt("W515", other.a, other.n.From, nil, other.a.words(other.n.From, other.n.To)+" in "+pair[1].r.Tag()+" stands for "+
						x.words(n.From, n.To)+" in "+pair[0].r.Tag(),
						"say the same in every language")
					return
				}
			}
		}
	}
	c.sameDates(a, b)
}

// doubted reports whether a warning says already that a number is wrong.
func (c *pass) doubted(a *assertion, n reading.Amount) bool {
	return c.warned(a, n.From, n.To, "W303", "W305", "W313", "W316", "W317", "W318")
}

// A placedNumber is a number and its sentence.
type placedNumber struct {
	a *assertion
	n reading.Amount
}

// lonely returns a number of a list of sentences that the other list does not have.
func lonely(list, other []*assertion, like reading.Amount) (placedNumber, bool) {
	for _, x := range list {
		for _, n := range x.s.Amounts {
			if !n.Spelled && n.Percent == like.Percent && !hasNumber(other, n) && !x.s.Named(n) {
				return placedNumber{x, n}, true
			}
		}
	}
	return placedNumber{}, false
}

// hasNumber reports whether one of the sentences has the number, in digits or words.
func hasNumber(list []*assertion, n reading.Amount) bool {
	same := func(a, b float64) bool { return math.Abs(a-b) <= math.Abs(a)*1e-9 }
	for _, x := range list {
		for _, m := range x.s.Amounts {
			if same(n.Value, m.Value) || same(n.Alt, m.Value) || same(n.Value, m.Alt) || same(n.Alt, m.Alt) {
				return true
			}
		}
		for i := range x.s.Tokens {
			if t := &x.s.Tokens[i]; t.Kind == reading.Numeral && same(t.Num, n.Value) {
				return true
			}
		}
	}
	return false
}

// sameDates judges dates that stand in one language, where the other has another.
func (c *pass) sameDates(a, b version) {
	mine, theirs := datesOf(a.list), datesOf(b.list)
	if len(mine) != len(theirs) {
		return
	}
	times := func(list []datedAt, d date.Date) (n int) {
		for _, x := range list {
			if x.d.Date == d {
				n++
			}
		}
		return n
	}
	for _, d := range theirs {
		if times(theirs, d.d.Date) > times(mine, d.d.Date) && !c.warned(d.a, d.d.From, d.d.To, "W304", "W305") {
			c.warnAt("W515", d.a, d.d.From, nil, d.a.words(d.d.From, d.d.To)+" in "+b.r.Tag()+" stands for another date in "+a.r.Tag(),
				"say the same in every language")
			return
		}
	}
}

// A datedAt is a date and its sentence.
type datedAt struct {
	a *assertion
	d reading.DateMention
}

func datesOf(list []*assertion) []datedAt {
	var out []datedAt
	for _, a := range list {
		for _, d := range a.s.Dates {
			out = append(out, datedAt{a, d})
		}
	}
	return out
}

// sameSense judges sentences that refer to the same in two languages: one denies and
// the other does not, or one doubts and the other does not.
func (c *pass) sameSense(a, b version) {
	if len(a.list) != len(b.list) {
		return
	}
	for i, x := range a.list {
		y := b.list[i]
		if ids := refers(x.s); len(ids) == 0 || !slices.Equal(ids, refers(y.s)) || x.s.Has("strong", "confirms") ||
			y.s.Has("strong", "confirms") {
			continue
		}
		xs, ys := clauses(x.s), clauses(y.s)
		if len(xs) != len(ys) {
			xs, ys = [][2]int{{0, len(x.s.Tokens)}}, [][2]int{{0, len(y.s.Tokens)}}
		}
		for k := range xs {
			if c.sense("W516", x, y, xs[k], ys[k], "plainNegation", "negative", "denies something") {
				return
			}
		}
		c.sameMonths(x, y)
		if c.sameRatio(x, y) || c.sameApproximation(x, y) || c.sameSpeaker(x, y, c.spoken(a.list[:i], x), c.spoken(b.list[:i], y)) ||
			c.sense("W517", x, y, [2]int{0, len(x.s.Tokens)}, [2]int{0, len(y.s.Tokens)}, "doubt", "uncertain", "says that something is uncertain") {
			return
		}
	}
}

// sameMonths judges months without a day that two sentences name.
func (c *pass) sameMonths(x, y *assertion) {
	of := func(a *assertion) (list []int, at int) {
		for i := range a.s.Tokens {
			if t := &a.s.Tokens[i]; t.Word.Month > 0 && !t.Dated && (!t.Word.Common || t.Capital && i > 0 && a.s.UpTo(i, "dating") >= 0) {
				list, at = append(list, t.Word.Month), i
			}
		}
		return list, at
	}
	mine, _ := of(x)
	theirs, at := of(y)
	if len(mine) != len(theirs) || len(mine) == 0 {
		return
	}
	slices.Sort(mine)
	slices.Sort(theirs)
	if !slices.Equal(mine, theirs) {
		c.warnAt("W515", y, at, nil, "the months of the text in "+y.r.Tag()+" are not those of that in "+x.r.Tag(),
			"say the same in every language")
	}
}

// sameRatio judges a ratio in words that is another in the other language.
func (c *pass) sameRatio(x, y *assertion) bool {
	if c.warned(x, 0, len(x.s.Tokens), "W317", "W318") || c.warned(y, 0, len(y.s.Tokens), "W317", "W318") {
		return false
	}
	p, q := x.proportions(), y.proportions()
	if len(p) != 1 || len(q) != 1 || c.warned(x, p[0].from, p[0].to) || c.warned(y, q[0].from, q[0].to) ||
		math.Abs(p[0].v-q[0].v) < 0.01*p[0].v || p[0].anyUnit != q[0].anyUnit && p[0].low <= q[0].high && q[0].low <= p[0].high {
		return false
	}
	c.warnAt("W515", y, q[0].from, factIDsOf(y), y.words(q[0].from, q[0].to)+" in "+y.r.Tag()+" stands for "+x.words(p[0].from, p[0].to)+
		" in "+x.r.Tag(), "say the same in every language")
	return true
}

// sameApproximation judges a number that is rough in one language and exact in the other.
func (c *pass) sameApproximation(x, y *assertion) bool {
	rough := func(a *assertion, n reading.Amount) bool {
		_, ok := a.qualifier(n.From, "approx", "least", "most", "nearly", "justOver", "between")
		after := a.behind(n.To, "leastAfter")
		return ok || after
	}
	for _, n := range x.s.Amounts {
		for _, m := range y.s.Amounts {
			if n.Value != m.Value || n.Value < 100 || n.Spelled || m.Spelled {
				continue
			}
			a, b := rough(x, n), rough(y, m)
			if a == b {
				continue
			}
			from, to := x, y
			if b {
				from, to = y, x
			}
			c.warnAt("W517", y, m.From, factIDsOf(y), y.words(m.From, m.To)+" is rough in "+from.r.Tag()+" and exact in "+to.r.Tag(),
				"say the same in every language")
			return true
		}
	}
	return false
}

// sense judges two clauses of which one has a phrase of a class, and the other neither
// such a phrase nor one of a wider class.
func (c *pass) sense(code string, x, y *assertion, xs, ys [2]int, class, wider, does string) bool {
	strict := func(a *assertion, c [2]int) bool { return a.s.First(c[0], c[1], class) >= 0 }
	loose := func(a *assertion, c [2]int) bool {
		return a.s.First(c[0], c[1], class, wider) >= 0 || a.r.Likely(a.s) && class == "doubt"
	}
	from, to := x, y
	switch {
	case strict(x, xs) && !loose(y, ys):
	case strict(y, ys) && !loose(x, xs):
		from, to = y, x
	default:
		return false
	}
	at := ys[0]
	if c.warned(x, 0, len(x.s.Tokens), "W321") || c.warned(y, 0, len(y.s.Tokens), "W321") {
		return true
	}
	c.warnAt(code, y, at, factIDsOf(y), "the text in "+from.r.Tag()+" "+does+" here, and that in "+to.r.Tag()+" does not",
		"say the same in every language")
	return true
}

// refers returns what a sentence binds and cites, sorted.
func refers(s *reading.Sentence) []string {
	var out []string
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Kind == reading.Value || t.Kind == reading.Cite {
			out = append(out, t.ID)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// clauses divides a sentence at its colons and semicolons.
func clauses(s *reading.Sentence) [][2]int {
	var out [][2]int
	from := 0
	for i := range s.Tokens {
		if t := &s.Tokens[i]; t.Kind == reading.Punct && (t.Low == ";" || t.Low == ":") {
			out = append(out, [2]int{from, i})
			from = i + 1
		}
	}
	return append(out, [2]int{from, len(s.Tokens)})
}
