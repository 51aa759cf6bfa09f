// Package facts reads the facts file and says what is wrong with it.
//
// [Load] is the only door: it returns a *File in which every rule of the format
// holds, or the problems that forbid it, all of them, in file order, each with a
// code of [Codes]. The values are read by hand from a tree that knows its places
// (package tree), not by reflection: a misspelt key, a number in quotes and a
// missing language each deserve a sentence of their own, and a short run has no
// time to learn types.
//
// Three things are left open on purpose. The key that names the kind of a block
// may stand anywhere in it, since members of a JSON object have no order (RFC
// 8259, section 4). A chart takes every option of charts, whatever its kind. An
// empty array of sections counts as none.
package facts

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts/tree"
	"sitrep/report/quantity"
)

// A File is one facts file, checked: every reference in it resolves, every
// number is finite, every text has the languages that the briefing declares.
// Slices keep the order of the file.
type File struct {
	Name       string // as given to Load; for messages
	Briefing   Briefing
	Actors     []Actor
	Places     []Place
	Measures   []Measure
	Origins    []Origin
	Sources    []Source
	Facts      []Fact
	Judgements []Judgement
	Allow      []Allowance
	Sections   []Section // nil where the briefing is to be composed from the facts alone: none were given

	index    index      // id to position in the slices above
	source   string     // the bytes as read
	root     *tree.Node // the JSON as it was read
	passages []passage  // every text, in file order
	places   func() *rulers
}

// A Briefing is the head of the document.
type Briefing struct {
	ID              string
	Title           Text
	Subtitle        Text
	Summary         Text     // Markdown
	Languages       []string // BCP 47; the first is the default
	AsOf            date.Date
	Edition         string
	Authors         []string
	Publisher       string
	Marking         Marking
	LikelihoodScale claim.LikelihoodScale // empty where none is chosen
	StaleAfterDays  int                   // 0: no limit
}

// An Actor is a state, organisation or person.
type Actor struct {
	ID     string
	Name   Text
	Native string // the name in its own script; may be empty
}

// A Place may have coordinates in degrees (WGS 84), north and east positive.
type Place struct {
	ID       string
	Name     Text
	Lat, Lon *float64 // nil where not given
}

// A Measure is what is counted. Estimates of different measures are never
// merged and never share an axis.
type Measure struct {
	ID         string
	Name       Text
	Unit       Text // a plural noun: "soldiers"
	Definition Text
}

// An Origin is who produced the information.
type Origin struct {
	ID          string
	Name        Text
	Short       Text // for charts and tables; Name where it is empty
	Kind        claim.OriginKind
	Reliability claim.Reliability // empty where not graded
	DerivedFrom []string
}

// A Source is the document where the information was read.
type Source struct {
	ID, Title, Publisher, URL string
	Published, Accessed       date.Date
	Archived, Language        string
	Marking                   Marking
}

// A Citation points to a source from a fact.
type Citation struct {
	Source, Locator, Quote string
}

// A Fact is one claim. Which fields are set depends on its Type.
type Fact struct {
	ID          string
	Type        claim.FactType
	Origin      string
	Sources     []Citation
	Status      claim.Status
	Credibility int // Admiralty 1 to 6; 0 where not graded
	Statement   Text
	Place       string
	Actors      []string
	Marking     Marking
	Supersedes  string
	Contradicts []string
	DerivedFrom []string
	Note        Text

	Measure         string           // estimate, transfer
	AsOf            date.Date        // estimate, transfer, statement
	Low, Best, High *quantity.Number // estimate, transfer; nil where not given
	Approx          bool             // estimate

	Date, Until date.Date // event

	From, To string         // transfer: actor ids
	Item     Text           // transfer
	Category claim.Category // transfer
}

// When returns the date that the fact describes: an event's date, else as_of.
func (f *Fact) When() date.Date {
	if f.Type == claim.Event {
		return f.Date
	}
	return f.AsOf
}

// HasAmount reports whether the fact gives a number.
func (f *Fact) HasAmount() bool { return f.Low != nil || f.Best != nil || f.High != nil }

// Numbers returns low, best and high, as far as they were given.
func (f *Fact) Numbers() []*quantity.Number { return quantity.Given(f.Low, f.Best, f.High) }

// A Judgement is what the analysts conclude.
type Judgement struct {
	ID         string
	Text       Text             // Markdown
	Likelihood string           // a term of the briefing's scale; may be empty
	Confidence claim.Confidence // may be empty
	Because    []string
	Marking    Marking
}

// An Allowance silences one warning, for a reason that is printed.
type Allowance struct {
	Code, ID string // ID may be empty: every finding of that code
	Why      Text
}

// A Section is a titled run of blocks.
type Section struct {
	ID       string
	Title    Text
	Body     []Block
	Sections []Section
	Marking  Marking
	Pointer  string // JSON pointer of the section
}

// A Block is one piece of a section's body; exactly one of its kinds is set.
type Block struct {
	Text       *Text // Markdown
	Chart      *Chart
	Table      *Table
	Judgements *[]string // ids; empty: all
	Callout    *Callout
	Marking    Marking
	Pointer    string // JSON pointer of the block
}

// A Chart asks for a figure.
type Chart struct {
	Kind   claim.ChartKind
	ID     string
	Title  Text
	Note   Text
	Select Selection
	Sort   claim.Order
	Latest bool // ranges: the latest estimate of each origin only
	Group  claim.Grouping
	Scale  claim.AxisScale
	Events bool // trend: mark the briefing's events on the axis
}

// A Table asks for a table of facts.
type Table struct {
	Select  Selection
	Columns []claim.Column // empty: all that hold something
	Title   Text
}

// A Callout is a note set apart.
type Callout struct {
	Text Text // Markdown
	Tone claim.Tone
}

// A Selection chooses facts; an empty field does not restrict.
type Selection struct {
	Type                               []claim.FactType
	Status                             []claim.Status
	Category                           []claim.Category
	Measure, Origin, Place, Actor, IDs []string
	From, To                           date.Date
}

// A Marking is a label of FIRST TLP 2.0. The zero value is TLP:CLEAR.
type Marking int

// The markings, from the most open.
const (
	Clear Marking = iota
	Green
	Amber
	AmberStrict
	Red
)

var markings = [...]string{"TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"}

// ParseMarking returns the marking of a label, in capitals; false where it is none.
func ParseMarking(label string) (Marking, bool) {
	i := slices.Index(markings[:], label)
	return Marking(max(i, 0)), i >= 0
}

// Markings lists the labels, from the most open.
func Markings() []string { return slices.Clone(markings[:]) }

// String returns the label, which is never translated (FIRST TLP 2.0, section 1).
func (m Marking) String() string { return markings[m] }

// Highest returns the strictest marking of anything in the file: the marking of
// a whole is never below that of a part (FIRST TLP 2.0, section 2).
func (f *File) Highest() Marking { return max(f.Briefing.Marking, f.HighestPart()) }

// HighestPart returns the strictest marking of a fact, source, judgement, section
// or block.
func (f *File) HighestPart() Marking {
	m := highest(f.Sections)
	for i := range f.Facts {
		m = max(m, f.Facts[i].Marking)
	}
	for i := range f.Sources {
		m = max(m, f.Sources[i].Marking)
	}
	for i := range f.Judgements {
		m = max(m, f.Judgements[i].Marking)
	}
	return m
}

func highest(sections []Section) Marking {
	m := Clear
	for _, s := range sections {
		m = max(m, s.Marking, highest(s.Sections))
		for _, b := range s.Body {
			m = max(m, b.Marking)
		}
	}
	return m
}
