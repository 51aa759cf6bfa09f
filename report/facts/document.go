package facts

import (
	"sitrep/report/claim"
	"sitrep/report/date"
)

// A Section is a titled run of blocks.
type Section struct {
	ID       string    // anchor
	Title    Text      // may hold values and citations
	Body     []Block   // in file order; may be empty
	Sections []Section // nested ones, in file order
	Marking  Marking   // its own, or that of the section that it is in, or the briefing's
	Marked   bool      // it bears one of its own
	Pointer  string    // JSON pointer of the section
}

// A Block is one piece of a section's body; exactly one of its kinds is set.
type Block struct {
	Text       *Text     // Markdown
	Chart      *Chart    // nil unless the block is one, as all kinds below
	Table      *Table    // of facts
	Cells      *Cells    // a table that the author wrote
	Judgements *[]string // ids; empty: all
	Outcomes   *[]string // ids of judgements; empty: all that have an outcome
	Callout    *Callout  // a note set apart
	Image      *Image    // a picture
	Marking    Marking   // its own or the section's
	Marked     bool      // it bears one of its own
	Pointer    string    // JSON pointer of the block
}

// A Chart asks for a figure.
type Chart struct {
	Kind   claim.ChartKind // which plot
	ID     string          // anchor
	Title  Text            // empty: made from what is shown
	Note   Text            // under the figure; may be empty
	Notes  []ChartNote     // at its marks; may be empty
	Select Selection       // which facts
	Sort   claim.Order     // empty: the order of the kind
	Latest bool            // ranges: the latest estimate of each origin only
	Group  claim.Grouping  // empty: not grouped
	Scale  claim.AxisScale // of the axis; empty: linear
	Events bool            // trend: mark the briefing's events on the axis
	Lead   bool            // the first page shows it
}

// A ChartNote is the author's words at a mark of a figure.
type ChartNote struct {
	Fact string    // id of a fact that the figure shows; empty where the note is at a date
	Date date.Date // zero where the note is at a fact
	Text Text      // plain, by language
}

// A Table asks for a table of facts.
type Table struct {
	ID      string         // may be empty
	Select  Selection      // which facts
	Columns []claim.Column // empty: all that hold something
	Title   Text           // may be empty
}

// Cells is a table whose cells the author wrote.
type Cells struct {
	ID      string   // may be empty
	Title   Text     // may be empty
	Head    []Text   // one line each, Markdown
	Rows    [][]Text // likewise; each as long as Head
	Numeric []bool   // by column: its cells are numbers
	Note    Text     // under the table; may be empty
	Sources []string // ids of sources; may be empty
}

// A Callout is a note set apart.
type Callout struct {
	Text Text       // Markdown
	Tone claim.Tone // note or caution
}

// An Image is a picture beside the facts file.
type Image struct {
	ID      string   // may be empty
	Path    string   // relative to the facts file, with slashes
	Alt     Text     // what is to be seen, for who does not see it; empty for a logo
	Title   Text     // may be empty
	Credit  Text     // who made it; may be empty
	Sources []string // ids of sources; may be empty
	Pointer string   // JSON pointer of the path
}

// A Selection chooses facts; an empty field does not restrict.
type Selection struct {
	Type                               []claim.FactType // one of these
	Status                             []claim.Status   // one of these
	Category                           []claim.Category // one of these
	Measure, Origin, Place, Actor, IDs []string         // ids, one of each list that is not empty
	By                                 []Coordinate     // of each dimension named, one of the values named
	From, To                           date.Date        // dates that lie within; zero: open on that side
}
