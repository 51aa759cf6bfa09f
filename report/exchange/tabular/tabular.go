// Package tabular reads facts from a table that a person made.
//
// Which column says what is found by its name, or told by a [Mapping]. Nothing is
// guessed: a number or a date that can be read in two ways is refused until the
// locale is stated, a column that nobody explained is refused, and a row that is
// left out (a total, a footnote, what stands above the head) is told.
package tabular

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/exchange/sheet"
	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// A Mapping says how a table is read. It is a small JSON file that can be kept
// beside the table.
type Mapping struct {
	Sheet string `json:"sheet,omitempty"` // of a workbook; empty: all that are shown
	Head  int    `json:"head,omitempty"`  // line of the names of the columns, from 1; 0: found
	// Columns is the name of a column to what it says: see [Keys]; "-" leaves it out, "value@place" are values of
	// the place that the column is named after. "*" is every column that is not named.
	Columns map[string]string `json:"columns"`
	Set     map[string]string `json:"set,omitempty"`    // what holds for every row, by the same keys
	Locale  string            `json:"locale,omitempty"` // of numbers and dates, "es-MX"; empty: only what reads in one way
}

// Skip is what a column is mapped to that is to be left out.
const Skip = "-"

// others is the name in a mapping that stands for every column that it does not name.
const others = "*"

// A Fault is a problem or a warning, at a cell.
type Fault struct {
	Code          string // E or W and three digits
	Line, Col     int    // from 1
	Message, Hint string // what is wrong, and how to mend it
}

// A Result is what a table says.
type Result struct {
	Root    *tree.Node       // the parts of a facts file: measures, places, origins, sources, facts
	Mapping Mapping          // as it was used: complete, to be kept
	Places  map[string]Place // of the facts, by their ids
	Faults  []Fault          // in the order of the table
}

// A Place is the row that a fact was read from.
type Place struct {
	Line    int            // from 1
	Columns map[string]int // of what it says, by its key in the facts file, from 1
}

// Read reads one table. Base is the facts file whose origins, places, measures
// and sources the table may name by their names; it may be nil.
func Read(g sheet.Grid, m Mapping, base *tree.Node) Result {
	r := &reader{grid: g, mapping: m, names: newNames(base), base: base, percents: map[int]percents{}, told: map[string]bool{},
		at: map[string]int{}, known: claimsOf(base)}
	r.out.Places = map[string]Place{}
	r.out.Mapping = Mapping{Sheet: m.Sheet, Columns: map[string]string{}, Set: m.Set, Locale: m.Locale}
	var err error
	if r.locale, err = newLocale(m.Locale); err != nil {
		r.fault("E704", 1, 1, err.Error(), "a locale is a language and a region: es-MX, de-DE, en-US")
		return r.out
	}
	r.locale.century = m.Set[keyCentury]
	r.settings()
	rows, ok := r.head()
	if !ok {
		return r.out
	}
	r.required()
	r.overlap()
	r.beside()
	if len(r.out.Faults) > 0 && slices.ContainsFunc(r.out.Faults, func(f Fault) bool { return f.Code[0] == 'E' }) {
		return r.out
	}
	filled := r.filled(rows)
	r.many = r.measures(filled) > 1
	for _, row := range filled {
		r.unfold(row)
	}
	r.tellAbsent()
	r.tellRepeats()
	if len(r.facts) == 0 && !slices.ContainsFunc(r.out.Faults, func(f Fault) bool { return f.Code[0] == 'E' }) {
		r.fault("E705", r.out.Mapping.Head, 1, "no row under the head holds a claim", "")
	}
	r.tellAssumed()
	r.fewer()
	r.out.Root = r.names.root(r.facts)
	return r.out
}

type reader struct {
	grid     sheet.Grid
	mapping  Mapping
	locale   locale
	names    *names
	base     *tree.Node // may be nil
	columns  []column
	tags     []string // hashtags of the columns (HXL); may be empty
	facts    []tree.Node
	at       map[string]int // of the facts, by their ids
	known    claims         // of the facts file
	many     bool           // several measures are told of
	assumed  []assumption
	absent   []sheet.Remark // cells that say that there is no number
	told     map[string]bool
	repeats  []int    // lines of rows that are of the same claim as one before
	wide     bool     // columns are dates, places or measures, and their cells values of them
	above    []string // what stands above the head
	percents map[int]percents
	out      Result
}

// An assumption is what was written where the table says nothing.
type assumption struct {
	name      string // of the new record
	line, col int
	source    bool // its publisher, not an origin's kind
}

// tellRepeats tells the rows that are of the same claim as one before, once for all.
func (r *reader) tellRepeats() {
	if len(r.repeats) == 0 {
		return
	}
	const most = 12
	var lines []string
	rows := slices.Compact(slices.Clone(r.repeats))
	for _, line := range rows[:min(most, len(rows))] {
		lines = append(lines, strconv.Itoa(line))
	}
	if more := len(rows) - most; more > 0 {
		lines = append(lines, fmt.Sprintf("%d more", more))
	}
	r.fault("W703", r.repeats[0], 1, "rows of the same origin, measure, place and date as one before are named by their place in the table: "+
		strings.Join(lines, ", "), "name a column “id”, or say what tells them apart with --map COLUMN=by.NAME, so that a table in "+
		"another order changes nothing; leave out rows that repeat one")
}

// tellAssumed tells what was taken for granted, once for all records.
func (r *reader) tellAssumed() {
	for _, source := range []bool{false, true} {
		var names []string
		var first assumption
		for _, a := range r.assumed {
			if a.source == source {
				if names = append(names, fmt.Sprintf("%q", a.name)); len(names) == 1 {
					first = a
				}
			}
		}
		switch list := strings.Join(names, ", "); {
		case list == "":
		case source:
			r.fault("W703", first.line, first.col, "the publisher of new sources is taken to be the origin: "+list,
				"name a column “publisher”, or mend it in the facts file")
		default:
			r.fault("W703", first.line, first.col, "the kind of new origins is taken to be “other”: "+list, "name a column “origin kind”, or "+
				"mend it in the facts file")
		}
	}
}

// A column is what one column of the table says.
type column struct {
	name string
	key  string   // empty or Skip where it is left out
	says []saying // what holds for each value in it; none where other columns say it
}

// A saying is what the name of a column says of the values in it: their date, place or measure.
type saying struct{ key, text string }

func (r *reader) fault(code string, line, col int, message, hint string) {
	if f := (Fault{code, line, col, message, hint}); !slices.Contains(r.out.Faults[max(0, len(r.out.Faults)-8):], f) {
		r.out.Faults = append(r.out.Faults, f)
	}
}

// mostFaults is how many faults of a table are told: what they have in common shows by then.
const mostFaults = 100

// fewer leaves out faults beyond those that help, and tells how many.
func (r *reader) fewer() {
	errors := 0
	var last Fault
	kept := r.out.Faults[:0]
	for _, f := range r.out.Faults {
		if f.Code[0] == 'E' {
			if errors++; errors > mostFaults {
				last = f
				continue
			}
		}
		kept = append(kept, f)
	}
	r.out.Faults = kept
	if more := errors - mostFaults; more > 0 {
		r.fault(last.Code, last.Line, last.Col, fmt.Sprintf("%d further problems of this table are not told; this is the last", more),
			last.Message)
	}
}

// settings holds that what is set for every row is something that can be.
func (r *reader) settings() {
	for _, key := range slices.Sorted(maps.Keys(r.mapping.Set)) {
		if !isKey(key) && !slices.Contains([]string{keyScale, keyMissing, keyCentury}, key) {
			r.fault("E703", 1, 1, fmt.Sprintf("nothing is called %q", key), "there are by.NAME, "+strings.Join(Keys(), ", "))
		}
	}
	if c := r.locale.century; c != "" && c != "19" && c != "20" {
		r.fault("E703", 1, 1, fmt.Sprintf("%q is no century of years of two digits", c), "19 or 20")
	}
}

// says reports whether a column or a setting says the key.
func (r *reader) says(keys ...string) bool {
	for _, key := range keys {
		if r.mapping.Set[key] != "" || slices.ContainsFunc(r.columns, func(c column) bool { return c.key == key || c.tells(key) }) {
			return true
		}
	}
	return false
}

// measures counts what is measured in the table and the facts file.
func (r *reader) measures(rows []sheet.Row) int {
	seen := map[string]bool{}
	if r.base != nil && r.base.Get("measures") != nil {
		for i := range r.base.Get("measures").Kids {
			seen[r.base.Get("measures").Kids[i].Key] = true
		}
	}
	note := func(name string) { seen[cmp.Or(r.names.find("measures", name), fold(name))] = true }
	note(r.mapping.Set["measure"])
	for i, c := range r.columns {
		for _, s := range c.says {
			if s.key == "measure" {
				note(s.text)
			}
		}
		for _, row := range rows {
			if c.key == "measure" && i < len(row.Cells) {
				note(row.Cells[i])
			}
		}
	}
	delete(seen, "")
	return len(seen)
}

// required tells what every fact needs and the table does not have.
func (r *reader) required() {
	line := r.out.Mapping.Head
	if !r.says("origin") {
		r.fault("E705", line, 1, "no column says who makes the claims", "name one “origin”, or say --set origin=NAME where all are of one")
	}
	if !r.says("status") {
		r.fault("E705", line, 1, "no column says the status of the claims", "say --set status=reported where all have one: "+
			strings.Join(sheet.Choices("facts", "status"), ", "))
	}
	amount := r.says("value", "best", "low", "high")
	if amount && !r.says("measure") {
		r.fault("E705", line, 1, "no column says what the numbers count", "say --set measure=NAME and --set measure.unit=UNIT, or name a "+
			"column “measure”")
	}
	if !r.says("source", "source.url") {
		r.fault("E705", line, 1, "no column says where the claims were read", "name one “source” or “url”, or say --set source=TITLE where "+
			"all are of one")
	}
	if !amount && !r.says("statement") && !(r.says("from") && r.says("to")) {
		r.fault("E705", line, 1, "no column holds a number or a statement", "name it “value”, “low”, “high” or “statement”, or map it")
	}
	if !r.says("as_of") {
		r.fault("E705", line, 1, "no column says which date the claims are of", "name one “date”, or say --set as_of=2024-10-23")
	}
}

// text is a member of an object; an empty one is none.
func text(key, s string) []tree.Node {
	if s == "" {
		return nil
	}
	return []tree.Node{value.Named(key, value.String(s))}
}
