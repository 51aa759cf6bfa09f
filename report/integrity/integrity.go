// Package integrity judges the claims: what a critical reader would ask of a
// briefing, as warnings with codes.
//
// Nothing here forbids a build. Every check would rather miss a fault than raise
// a false alarm: a warning that is wrong teaches authors to ignore the next one.
// What the words of a language mean to a check stands in assets/lint, one word
// list a language.
//
// The checks are a list of values (codes.go), as the analyzers of go/analysis are: each
// has its code, its words, a bad and a good example, and the functions that raise it.
package integrity

import (
	"cmp"
	"slices"
	"strconv"

	"sitrep/report/date"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/font"
	"sitrep/report/reading"
)

// A Verdict is what the checks found of a briefing.
type Verdict struct {
	Warnings []facts.Problem // in file order, without what is allowed
	Missing  []Unprintable   // what no font has, allowed or not, in file order
	Silenced []int           // how many findings each allowance takes out, in the order of the file: what its printed reason stands for
}

// Check returns the warnings about f: see [Judge].
func Check(f *facts.File, now date.Date) []facts.Problem { return Judge(f, now, nil).Warnings }

// Judge makes all checks of f. The date now is what staleness is counted to;
// where it is zero, the briefing's as_of counts. What the fonts lack is missed in
// print; nil are the embedded ones. Time is nearly in proportion to the length of
// the file.
func Judge(f *facts.File, now date.Date, fonts *font.Set) Verdict {
	return JudgeAtOnce(f, now, fonts, 1)
}

// JudgeAtOnce is Judge with two processors where jobs is two or more. The verdict is the same.
func JudgeAtOnce(f *facts.File, now date.Date, fonts *font.Set, jobs int) Verdict {
	return judge(checks(), f, now, fonts, jobs)
}

// Prepare reads the word lists of languages (BCP 47 tags), once in the life of the program, which Judge else does: meanwhile
// a facts file may be loaded.
func Prepare(tags []string) {
	for _, tag := range tags {
		reading.WordsFor(tag)
	}
}

// judge makes the checks of a list.
func judge(list []check, f *facts.File, now date.Date, fonts *font.Set, jobs int) Verdict {
	c := newPass(f, now, jobs)
	c.fonts = fonts
	var file []fileRule
	var each []rule
	for _, k := range list {
		file, each = append(file, k.file...), append(each, k.each...)
		if k.words {
			c.worded = append(c.worded, k.code)
		}
	}
	c.sentenceRules(each, jobs)
	for _, judge := range file { // translations look at what was found of the sentences
		judge(c)
	}
	c.countByHand()
	silenced := c.allow()
	warned := map[string]bool{}
	for i := range c.found {
		if c.found[i].Code == "W601" {
			warned[c.found[i].Pointer] = true
		}
	}
	for i := range c.missing {
		c.missing[i].Allowed = !warned[c.missing[i].Pointer]
	}
	return Verdict{c.report(), c.missing, silenced}
}

// A pass holds what the checks share while they judge one file.
type pass struct {
	f        *facts.File
	now      date.Date
	fonts    *font.Set     // what reports are set in; nil: the embedded ones
	missing  []Unprintable // what they lack
	reader   *reading.Parser
	lines    *evidence.Lines
	texts    texts    // what the briefing tells
	carried  carried  // the numbers and dates that the record gives
	history  history  // how the estimates follow one another
	measured measured // what the words of units mean
	worded   []string // codes of the checks that need a list of words
	found    []finding
	at       map[string][]int // by pointer, which of found stand there
}

func newPass(f *facts.File, now date.Date, jobs int) *pass {
	if now.IsZero() {
		now = f.Briefing.AsOf
	}
	c := &pass{f: f, now: now, lines: evidence.Independent(f), reader: reading.NewParser(f)}
	c.texts.figures = figures(f)
	c.follow()
	c.read(jobs)
	c.measured.words = c.unitWords()
	c.assertAll()
	return c
}

// A texts holds the texts of a file as they are read.
type texts struct {
	figures     map[string]*facts.Chart              // by id
	all         []facts.Passage                      // told or not
	told        []reading.Text                       // those that tell the briefing
	assertions  [][]*assertion                       // by text of told, its sentences
	around      map[string][]*facts.Fact             // by owner, the facts that its texts refer to
	refers      map[string]bool                      // the facts that the texts refer to
	names       map[string]map[string][]reading.Name // of voices
	together    map[[2]string]bool                   // facts that one paragraph refers to; made when first asked for
	testimonies map[string]*testimony                // by fact, what is recorded of it; made when first asked for
	byHand      map[string]*byHandFinding            // by pointer of a text, what stands in it by hand
	at          map[string][]int                     // by pointer, positions in told; made when first asked for
	short       map[string]map[string]string         // by language and word, the origin that it alone names; made when first asked for
	initials    map[string]map[string]string         // by language and initials, the origin that they alone name; made when first asked for
	exclusive   map[[2]string][]recordedWord         // by fact and language, its words that exclude others; made when first asked for
}

// A history says how the estimates of a file follow one another.
type history struct {
	by        map[string][]int // estimates of a measure and place, by date
	middles   []float64        // of the facts' dates, in days since 1970-01-01
	corrected []bool           // which facts another supersedes
}

// A measured holds what is known of the measures of a file; its maps are filled when first asked.
type measured struct {
	words      map[string]map[string][]string // by language and word, the measures whose unit has it
	scales     map[string]float64             // "measure tag": the scale that the unit has
	percents   map[string]bool                // by measure: whether it counts in percent
	counted    map[string]string              // "measure tag": the unit that countedIn names
	casualties map[string]casualties          // by measure
	stems      map[[2]string][]string         // by measure and tag, the words of its name and unit
	named      map[string]map[string][]int    // by tag and such a word, the measures that have it, in order
}

// A finding is a warning, and what it concerns: an allowance may name any of the ids.
type finding struct {
	facts.Problem
	ids []string
	off int // of one in a text, the byte; else -1
}

// warn notes a warning at the value that pointer names.
func (c *pass) warn(code, pointer string, ids []string, message, hint string) {
	line, col := c.f.Locate(pointer)
	c.add(line, col, code, pointer, ids, message, hint)
}

// warnIn notes a warning at the byte at off of a text.
func (c *pass) warnIn(code string, r *reading.Text, off int, ids []string, message, hint string) {
	line, col := c.f.LocateIn(r.Passage.Pointer, off)
	c.add(line, col, code, r.Passage.Pointer, append([]string{r.Passage.Owner}, ids...), message, hint)
	c.found[len(c.found)-1].off = off
}

// warned reports whether a warning of one of the codes, or of any, stands between two
// tokens of a sentence.
func (c *pass) warned(a *assertion, from, to int, codes ...string) bool {
	begin, end := int(a.s.Tokens[from].Off), int(a.s.Tokens[to-1].End)
	for _, i := range c.at[a.r.Passage.Pointer] {
		x := &c.found[i]
		if x.off >= begin && x.off < end && (len(codes) == 0 || slices.Contains(codes, x.Code)) {
			return true
		}
	}
	return false
}

func (c *pass) add(line, col int, code, pointer string, ids []string, message, hint string) {
	if c.at == nil {
		c.at = map[string][]int{}
	}
	c.at[pointer] = append(c.at[pointer], len(c.found))
	c.found = append(c.found, finding{facts.Problem{File: c.f.Name, Line: line, Col: col, Code: code,
		Pointer: pointer, Message: message, Hint: hint}, ids, -1})
}

// A byHandFinding is the one warning about the numbers that a text writes by hand.
type byHandFinding struct {
	at   int // in found
	more int // numbers beside the first
}

// byHandOnce warns of a number that is written by hand: once a text, however many
// stand in it.
func (c *pass) byHandOnce(r *reading.Text, at int, id, message, hint string) {
	if h := c.texts.byHand[r.Passage.Pointer]; h != nil {
		h.more++
		c.found[h.at].ids = append(c.found[h.at].ids, id)
		return
	}
	if c.texts.byHand == nil {
		c.texts.byHand = map[string]*byHandFinding{}
	}
	c.texts.byHand[r.Passage.Pointer] = &byHandFinding{at: len(c.found)}
	c.warnIn("W302", r, at, []string{id}, message, hint)
}

// countByHand says in each warning about a number by hand how many others its text has.
func (c *pass) countByHand() {
	for _, h := range c.texts.byHand {
		switch {
		case h.more == 1:
			c.found[h.at].Message += "; one other number of this text is, too"
		case h.more > 1:
			c.found[h.at].Message += "; " + strconv.Itoa(h.more) + " other numbers of this text are, too"
		}
	}
}

// echoes takes out what only says again that a number or a date is wrong: W301, W302 and
// W515 where another warning stands at the same words, W307 where W313 does, and the second of
// one code there.
func (c *pass) echoes() {
	echo := func(x *finding) bool { return x.Code == "W301" || x.Code == "W302" || x.Code == "W515" }
	taken, bound := map[[2]int]bool{}, map[[2]int]bool{}
	for i := range c.found {
		x := &c.found[i]
		taken[[2]int{x.Line, x.Col}] = taken[[2]int{x.Line, x.Col}] || !echo(x)
		bound[[2]int{x.Line, x.Col}] = bound[[2]int{x.Line, x.Col}] || x.Code == "W313"
	}
	c.found = slices.DeleteFunc(c.found, func(x finding) bool {
		at := [2]int{x.Line, x.Col}
		return echo(&x) && taken[at] || x.Code == "W307" && bound[at]
	})
	c.found = slices.CompactFunc(c.found, func(x, y finding) bool {
		return x.off >= 0 && x.off == y.off && x.Line == y.Line && x.Col == y.Col && x.Code == y.Code
	})
}

// report puts what was found in file order.
func (c *pass) report() []facts.Problem {
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
	facts.EachBlock(f.Sections, func(b *facts.Block) {
		if b.Chart != nil {
			out[b.Chart.ID] = b.Chart
		}
	})
	return out
}
