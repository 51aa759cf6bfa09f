// Package limits bounds what a facts file may ask for, so that work stays in proportion to the file.
//
// A short file can ask for much: a thousand figures of a thousand rows, a statement
// written out ten thousand times, a chain of claims under each of a thousand
// judgements. [Check] counts what would be made of a file before any of it is, and
// names the place where a limit is passed. Each limit is a base, what every claim of
// the file adds to it and, for text, what every byte of the file adds; what is read,
// by people or by programs, stays far below. [Table] is the reference.
//
// Limits of the file itself (its length and depth) are those of packages facts and tree.
package limits

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"sitrep/report/facts"
	"sitrep/report/prose"
)

// A Limit bounds one thing.
type Limit struct {
	Code    string // of the problem
	What    string // what is counted, in the plural
	Base    int    // how many are allowed in any file
	PerFact int    // and for each fact of it
	PerByte int    // and for each byte of it
}

// Of returns how many are allowed for a number of facts and bytes, raised a number of times.
func (l Limit) Of(nFacts, bytes, times int) int {
	return (l.Base + l.PerFact*nFacts + l.PerByte*bytes) * max(1, times)
}

// What is bounded before anything is built.
var (
	Figures = Limit{Code: "E801", What: "figures", Base: 500}
	Rows    = Limit{Code: "E802", What: "rows of figures, tables and judgements", Base: 20_000, PerFact: 10}
	Written = Limit{Code: "E803", What: "bytes that {{…}} and [@…] write out", Base: 4 << 20, PerByte: 16}
	Links   = Limit{Code: "E804", What: "links from judgements to the claims under them", Base: 500_000, PerFact: 10}
	Length  = Limit{Code: "E808", What: "bytes in one paragraph", Base: 65_536}
	Marks   = Limit{Code: "E809", What: "marks on one letter", Base: 30} // as the Stream-Safe Text Format of UAX #15 has it
	Allowed = Limit{Code: "E806", What: "warnings to be allowed", Base: 1000, PerFact: 1}
	Resting = Limit{Code: "E807", What: "links from sources, origins and claims to what rests on them", Base: 500_000, PerFact: 50}
)

// What is bounded when it is built: see [Output].
var (
	Pages = Limit{Code: "E805", What: "pages of a PDF", Base: 20_000}
	Bytes = Limit{Code: "E805", What: "bytes of an output", Base: 512 << 20}
)

// Table lists the limits.
func Table() []Limit {
	return []Limit{Figures, Rows, Written, Links, Allowed, Resting, Length, Marks, Pages, Bytes}
}

// Check returns a problem for each limit that a file passes, where it passes it; the
// limits are raised a number of times (1: as they are). Time is in proportion to the
// limits and the file.
func Check(f *facts.File, times int) []facts.Problem {
	c := &counter{f: f, times: times, bytes: f.Size(), seen: map[string]int{}}
	c.all()
	return c.out
}

// A counter counts what a file asks for.
type counter struct {
	f            *facts.File
	times, bytes int
	seen         map[string]int // by code
	out          []facts.Problem
}

// all counts everything.
func (c *counter) all() {
	facts.EachBlock(c.f.Sections, c.block)
	if c.f.Sections == nil { // a figure is composed for each measure that is counted
		for i := range c.f.Measures {
			c.add(Figures, 1, "/measures/"+c.f.Measures[i].ID)
		}
	}
	for p := range c.f.Printed() {
		c.text(p)
		c.length(p)
	}
	c.links()
	c.resting()
	c.add(Allowed, len(c.f.Allow), "/allow")
}

// add counts n more of what is limited, and reports whether there is room for more.
func (c *counter) add(l Limit, n int, pointer string) bool {
	before, most := c.seen[l.Code], l.Of(len(c.f.Facts), c.bytes, c.times)
	c.seen[l.Code] += n
	if before <= most && c.seen[l.Code] > most {
		line, col := c.f.Locate(pointer)
		c.out = append(c.out, facts.Problem{File: c.f.Name, Line: line, Col: col, Code: l.Code, Pointer: pointer,
			Message: fmt.Sprintf("here the file asks for more than %d %s", most, l.What), Hint: Hint})
	}
	return c.seen[l.Code] <= most
}

// Hint says what to do about a limit that is passed.
const Hint = "ask for less, or divide the briefing; a file that you trust may have more, with --limits N (N times as much)"

// block counts the figures and rows of a block.
func (c *counter) block(b *facts.Block) {
	switch {
	case b.Chart != nil:
		if c.add(Figures, 1, b.Pointer) && c.seen[Rows.Code] <= Rows.Of(len(c.f.Facts), c.bytes, c.times) {
			c.add(Rows, len(c.f.Select(b.Chart.Kind, b.Chart.Select)), b.Pointer)
		}
	case b.Table != nil:
		if c.add(Rows, 1, b.Pointer) {
			c.add(Rows, len(c.f.Select("", b.Table.Select)), b.Pointer)
		}
	case b.Judgements != nil:
		n := 0
		for i := range c.f.Judgements {
			n += 1 + len(c.f.Judgements[i].Because)
		}
		c.add(Rows, n, b.Pointer)
	}
}

// How many bytes a number and a note take at most in an output, about.
const perValue, perNote = 64, 64

// text counts what a text writes out.
func (c *counter) text(p facts.Passage) {
	prose.Walk(p.Blocks, func(in prose.Inline) {
		switch in := in.(type) {
		case *prose.Value:
			c.add(Written, c.value(in.ID, p.Lang), p.Pointer)
		case *prose.Cite:
			n := 1
			if f := c.f.Fact(in.ID); f != nil {
				n += len(f.Sources)
			}
			c.add(Written, n*perNote, p.Pointer)
		}
	})
}

// length finds the longest paragraph of a text. What is set as one piece is read, broken into lines and judged as one.
func (c *counter) length(p facts.Passage) {
	longest, n := 0, 0
	for line := range strings.SplitSeq(p.S, "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '|' { // rows of a table are set by themselves
			n = 0
		}
		n += len(line)
		longest = max(longest, n)
	}
	for i := range p.Blocks {
		n := 0
		prose.Walk(p.Blocks[i:i+1], func(in prose.Inline) {
			if v, ok := in.(*prose.Value); ok {
				n += max(0, c.value(v.ID, p.Lang)-perValue)
			}
		})
		longest = max(longest, n)
	}
	c.add(Marks, max(0, marks(p.S)-c.seen[Marks.Code]), p.Pointer)
	c.add(Length, max(0, longest-c.seen[Length.Code]), p.Pointer)
}

// marks is how many combining marks follow each other in s at most.
func marks(s string) int {
	most, n := 0, 0
	for _, r := range s {
		if r < 0x300 || !unicode.Is(unicode.M, r) {
			n = 0
			continue
		}
		n++
		most = max(most, n)
	}
	return most
}

// value is how many bytes {{id}} may write.
func (c *counter) value(id, lang string) int {
	f := c.f.Fact(id)
	if f == nil {
		return 0
	}
	if lang == "" {
		lang = c.f.Briefing.Languages[0]
	}
	return perValue + len(f.Statement.Line(lang)) + len(f.Item.Line(lang))
}

// links counts what judgements rest on, by way of what their claims derive from.
func (c *counter) links() {
	for i := range c.f.Judgements {
		j := &c.f.Judgements[i]
		under := map[string]bool{}
		for todo := append([]string{}, j.Because...); len(todo) > 0; {
			id := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			if under[id] {
				continue
			}
			under[id] = true
			if !c.add(Links, 1, fmt.Sprintf("/judgements/%d/because", i)) {
				return
			}
			if f := c.f.Fact(id); f != nil {
				todo = append(todo, f.DerivedFrom...)
			}
		}
	}
}

// resting counts what is followed when it is asked what rests on each record: see [evidence.Without].
func (c *counter) resting() {
	refs := c.f.References()
	for i := range c.f.Sources {
		id := c.f.Sources[i].ID
		if !c.follow(refs, nil, refs.Read[id], "/sources/"+id) {
			return
		}
	}
	for i := range c.f.Origins {
		if id := c.f.Origins[i].ID; !c.follow(refs, []string{id}, nil, "/origins/"+id) {
			return
		}
	}
	for i := range c.f.Facts {
		if refs.Deriving[c.f.Facts[i].ID] != nil && !c.follow(refs, nil, []int{i}, c.f.FactPointer(i)) {
			return
		}
	}
}

// follow counts what rests on origins and on claims, by way of what repeats and what derives from them, and reports whether
// there is room for more.
func (c *counter) follow(refs *facts.References, origins []string, claims []int, pointer string) bool {
	claims = slices.Clone(claims) // it may be a list of the index, and is worked off here
	reached, repeated := map[int]bool{}, map[string]bool{}
	if !c.add(Resting, len(claims), pointer) {
		return false
	}
	for len(origins) > 0 {
		id := origins[len(origins)-1]
		origins = origins[:len(origins)-1]
		if repeated[id] {
			continue
		}
		repeated[id] = true
		claims = append(claims, refs.Given[id]...)
		for _, i := range refs.Repeating[id] {
			origins = append(origins, c.f.Origins[i].ID)
		}
		if !c.add(Resting, len(refs.Given[id])+len(refs.Repeating[id]), pointer) {
			return false
		}
	}
	for len(claims) > 0 {
		i := claims[len(claims)-1]
		claims = claims[:len(claims)-1]
		if reached[i] {
			continue
		}
		reached[i] = true
		deriving := refs.Deriving[c.f.Facts[i].ID]
		claims = append(claims, deriving...)
		if !c.add(Resting, len(deriving), pointer) {
			return false
		}
	}
	return true
}

// Output returns what an output is too much of: empty, or a limit and its value.
func Output(pages, bytes, times int) string {
	for _, l := range []struct {
		Limit
		n int
	}{{Pages, pages}, {Bytes, bytes}} {
		if most := l.Of(0, 0, times); l.n > most {
			return fmt.Sprintf("it has %d %s, more than %d", l.n, l.What, most)
		}
	}
	return ""
}
