// Package integrity judges the claims: what a critical reader would ask of a
// briefing, as warnings with codes.
//
// Nothing here forbids a build. Every check would rather miss a fault than raise
// a false alarm: a warning that is wrong teaches authors to ignore the next one.
// What the words of a language mean to a check stands in assets/lint, one word
// list a language.
package integrity

import (
	"cmp"
	"slices"
	"strconv"

	"sitrep/report/date"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// A Verdict is what the checks found of a briefing.
type Verdict struct {
	Warnings []facts.Problem // in file order, without what is allowed
	Silenced []int           // how many findings each allowance takes out, in the order of the file: what its printed reason stands for
}

// Check returns the warnings about f: see [Judge].
func Check(f *facts.File, now date.Date) []facts.Problem { return Judge(f, now).Warnings }

// Judge makes all checks of f. The date now is what staleness is counted to;
// where it is zero, the briefing's as_of counts. Time is nearly in proportion to
// the length of the file.
func Judge(f *facts.File, now date.Date) Verdict {
	if now.IsZero() {
		now = f.Briefing.AsOf
	}
	c := &checker{f: f, now: now, lines: evidence.Independent(f), reader: reading.NewParser(f)}
	c.figures = figures(f)
	c.read()
	c.evidence()
	c.hypotheses()
	c.data()
	c.record()
	c.unprintable()
	c.prose()
	c.wording()
	c.translations()
	c.countByHand()
	c.allow()
	return Verdict{c.report(), c.silenced}
}

// A checker holds what the checks share.
type checker struct {
	f       *facts.File
	now     date.Date
	reader  *reading.Parser
	lines   *evidence.Lines
	figures map[string]*facts.Chart // by id
	texts   []facts.Passage         // all of them
	told    []reading.Text          // the texts that tell the briefing
	carried carried                 // the numbers and dates that the record gives
	by      map[string][]int        // estimates of a measure and place, by date
	middles []float64               // of the facts' dates, in days since 1970-01-01
	found   []finding

	corrected []bool // which facts another supersedes

	together   map[[2]string]bool             // facts that one paragraph refers to; made when first asked for
	assertions [][]*assertion                 // by text of told, its sentences
	unitsBy    map[string]map[string][]string // by language and word, the measures whose unit has it
	scales     map[string]float64             // "measure tag": the scale that the unit has
	percents   map[string]bool                // by measure: whether it counts in percent

	hands map[string]*byHandFinding // by pointer of a text, what stands in it by hand

	silenced []int // findings that each allowance takes out

	casualtiesBy map[string]casualties                // by measure; made when first asked for
	mixed        map[float64]*facts.Fact              // of a number, the fact of killed and wounded that has it; made when first asked for
	supersededBy map[string]string                    // of a fact, the one that supersedes it; made when first asked for
	counts       map[string]string                    // "measure tag": the unit that countedIn names
	namesBy      map[string]map[string][]reading.Name // of voices; made when first asked for
	sayings      map[string]bool                      // "measure value"; made when first asked for
	uppers       map[float64]bool                     // whether a number is only ever the upper end of a range; made when first asked for
}

// A finding is a warning, and what it concerns: an allowance may name any of the ids.
type finding struct {
	facts.Problem
	ids []string
}

// warn notes a warning at the value that pointer names.
func (c *checker) warn(code, pointer string, ids []string, message, hint string) {
	line, col := c.f.Locate(pointer)
	c.add(line, col, code, pointer, ids, message, hint)
}

// warnIn notes a warning at the byte at off of a text.
func (c *checker) warnIn(code string, r *reading.Text, off int, ids []string, message, hint string) {
	line, col := c.f.LocateIn(r.Passage.Pointer, off)
	c.add(line, col, code, r.Passage.Pointer, append([]string{r.Passage.Owner}, ids...), message, hint)
}

func (c *checker) add(line, col int, code, pointer string, ids []string, message, hint string) {
	c.found = append(c.found, finding{facts.Problem{File: c.f.Name, Line: line, Col: col, Code: code,
		Pointer: pointer, Message: message, Hint: hint}, ids})
}

// A byHandFinding is the one warning about the numbers that a text writes by hand.
type byHandFinding struct {
	at   int // in found
	more int // numbers beside the first
}

// byHandOnce warns of a number that is written by hand: once a text, however many
// stand in it.
func (c *checker) byHandOnce(r *reading.Text, at int, id, message, hint string) {
	if h := c.hands[r.Passage.Pointer]; h != nil {
		h.more++
		c.found[h.at].ids = append(c.found[h.at].ids, id)
		return
	}
	if c.hands == nil {
		c.hands = map[string]*byHandFinding{}
	}
	c.hands[r.Passage.Pointer] = &byHandFinding{at: len(c.found)}
	c.warnIn("W302", r, at, []string{id}, message, hint)
}

// countByHand says in each warning about a number by hand how many others its text has.
func (c *checker) countByHand() {
	for _, h := range c.hands {
		switch {
		case h.more == 1:
			c.found[h.at].Message += "; one other number of this text is, too"
		case h.more > 1:
			c.found[h.at].Message += "; " + strconv.Itoa(h.more) + " other numbers of this text are, too"
		}
	}
}

// echoes takes out what only says again that a number or a date is wrong: W302 and W515
// where another warning stands at the same words.
func (c *checker) echoes() {
	echo := func(x *finding) bool { return x.Code == "W302" || x.Code == "W515" }
	taken := map[[2]int]bool{}
	for i := range c.found {
		if x := &c.found[i]; !echo(x) {
			taken[[2]int{x.Line, x.Col}] = true
		}
	}
	c.found = slices.DeleteFunc(c.found, func(x finding) bool { return echo(&x) && taken[[2]int{x.Line, x.Col}] })
}

// report puts what was found in file order.
func (c *checker) report() []facts.Problem {
	slices.SortStableFunc(c.found, func(a, b finding) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Col, b.Col), cmp.Compare(a.Code, b.Code))
	})
	c.echoes()
	var out []facts.Problem
	for i, x := range c.found {
		if i == 0 || x.Problem != c.found[i-1].Problem {
			out = append(out, x.Problem)
		}
	}
	return out
}

// figures returns the charts of all sections by id.
func figures(f *facts.File) map[string]*facts.Chart {
	out := map[string]*facts.Chart{}
	evidence.EachBlock(f.Sections, func(b *facts.Block) {
		if b.Chart != nil {
			out[b.Chart.ID] = b.Chart
		}
	})
	return out
}
