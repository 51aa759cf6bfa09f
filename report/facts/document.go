package facts

import (
	"sitrep/report/claim"
	"sitrep/report/date"
)

// A Section is a titled run of blocks.
type Section struct {
	ID       string
	Title    Text
	Body     []Block
	Sections []Section
	Marking  Marking // its own, or that of the section that it is in, or the briefing's
	Marked   bool    // it bears one of its own
	Pointer  string  // JSON pointer of the section
}

// A Block is one piece of a section's body; exactly one of its kinds is set.
type Block struct {
	Text       *Text // Markdown
	Chart      *Chart
	Table      *Table
	Cells      *Cells
	Judgements *[]string // ids; empty: all
	Outcomes   *[]string // ids of judgements; empty: all that have an outcome
	Callout    *Callout
	Image      *Image
	Marking    Marking // its own or the section's
	Marked     bool    // it bears one of its own
	Pointer    string  // JSON pointer of the block
}

// A Chart asks for a figure.
type Chart struct {
	Kind   claim.ChartKind
	ID     string
	Title  Text
	Note   Text
	Notes  []ChartNote
	Select Selection
	Sort   claim.Order
	Latest bool // ranges: the latest estimate of each origin only
	Group  claim.Grouping
	Scale  claim.AxisScale
	Events bool // trend: mark the briefing's events on the axis
	Lead   bool // the first page shows it
}

// A ChartNote is the author's words at a mark of a figure.
type ChartNote struct {
	Fact string    // id of a fact that the figure shows; empty where the note is at a date
	Date date.Date // zero where the note is at a fact
	Text Text
}

// A Table asks for a table of facts.
type Table struct {
	ID      string // may be empty
	Select  Selection
	Columns []claim.Column // empty: all that hold something
	Title   Text
}

// Cells is a table whose cells the author wrote.
type Cells struct {
	ID      string // may be empty
	Title   Text
	Head    []Text   // one line each, Markdown
	Rows    [][]Text // likewise; each as long as Head
	Numeric []bool   // by column: its cells are numbers
	Note    Text
	Sources []string
}

// A Callout is a note set apart.
type Callout struct {
	Text Text // Markdown
	Tone claim.Tone
}

// An Image is a picture beside the facts file.
type Image struct {
	ID      string // may be empty
	Path    string // relative to the facts file, with slashes
	Alt     Text   // what is to be seen, for who does not see it; empty for a logo
	Title   Text
	Credit  Text
	Sources []string
	Pointer string // JSON pointer of the path
}

// A Selection chooses facts; an empty field does not restrict.
type Selection struct {
	Type                               []claim.FactType
	Status                             []claim.Status
	Category                           []claim.Category
	Measure, Origin, Place, Actor, IDs []string
	By                                 []Coordinate // of each dimension named, one of the values named
	From, To                           date.Date
}
