// Package chart says what a chart is, and lays it out as a [Scene] of paths and texts.
//
// A chart is plain data: rows, numbers and words that are ready to be shown.
// Layout places it for print and SVG; Table and Alt tell the same rows as cells
// and as a sentence; Marks says what in the scene answers to a reader who points at it.
//
// # What a mark says
//
// Colour and outline tell the status of a claim, in a trend its origin; the
// filling tells how firm it is: solid for confirmed, tinted for what somebody
// says, ruled along for claimed, hatched for assessed, dashed and hollow for planned, crossed out for
// denied, thin and hollow for superseded. A bar runs from low to high, a mark
// stands at the best value, an arrow points to where no bound was given, a ring or a
// ragged end means about. Axes of amounts begin at zero; a logarithmic one says so.
//
// # What does not fit
//
// Names break into two or three lines and end in "…". A value stands to the
// right of its mark, else to the left; axes are shortened, by three fifths at most,
// before a value is cut. Of numbers on an axis that would touch, the last stays and then the
// first. What is said of a group stands in the plot and over the dates, in lines if it must. In
// a trend, names go beside their last mark, else off it or to the right
// of the plot, with a line to it that is no longer than a fifth of the plot; names without such a
// place stand in the key, six at most, and of those to the right the origins with the fewest claims lose theirs, the
// last to appear first; of events the unconfirmed go first, then the latest. On a
// map, a label without room becomes a number and stands under the map. What was left
// out is counted under the figure, and Table has everything. Charts of rows, timelines and
// exchanges go on in further scenes, with key, axis and heading repeated.
//
// # What a trend joins
//
// A line joins the claims of one origin, and is broken where it would say more
// than they do: [Trend.Links] has the rule. Marks that would cover each other stand beside
// each other, but never past an event's line; the key says so where one leaves its date.
package chart

import (
	"strings"
	"sync/atomic"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// A Chart is one figure's content in one language.
type Chart struct {
	ID       string         // anchor; unique in the document
	Title    string         // the finding, or what is shown
	Subtitle string         // what is counted, in which unit, when, by how many origins
	Source   string         // the source line as plain text; for a figure that stands alone
	Note     string         // may be empty
	Unit     lang.Unit      // of the numbers; zero where nothing is counted
	Notes    []Note         // the author's words at marks
	Language *lang.Language // of every word in it
	Plot     Plot           // what is shown
	alt      atomic.Pointer[string]
}

// A Plot is one of *Ranges, *Trend, *Bars, *Timeline, *Exchange, *Map, *Matrix and *Lineage. The set is closed.
type Plot interface {
	layout(*Chart, Frame) []*Scene
	table(*Chart) Table
	alt(*Chart) string
	marks(*Chart) []Mark
}

// A Note is what the author says at a mark: of a claim, an event or an item, or of a date on an axis of time.
type Note struct {
	At   string    // the mark's ID; empty where it is a date
	Date date.Date // zero where it is a mark
	Text string    // plain, in the language of the chart
}

// An Earlier is what a claim said in the edition before.
type Earlier struct {
	Low, Best, High *quantity.Number // nil where not given
}

// A Row is one amount as one origin claims it. At least one of Low, Best and
// High is set; only Low means "at least", only High "up to".
type Row struct {
	ID              string           // the fact's id
	Label           string           // the origin, short
	Origin          string           // the origin's id: rows of one origin share colour and mark
	By              string           // the origin, short, where the label names a transfer instead; else empty
	Group           string           // heading of its group; empty where rows are not grouped
	Detail          string           // what else tells the row apart: place, item, period; may be empty
	Thing           string           // the same without the period: rows of one thing are rivals where their periods overlap
	Period          date.Span        // the stretch of time that the number adds up over; zero: none
	PeriodText      string           // the same as shown
	Whole           string           // what it is a part of, beside others of other groups: place, period; empty where all rows are of one
	Total           bool             // it counts more than its group: no part of a bar
	Date            date.Date        // of the claim; zero where it has none
	DateText        string           // the date as shown, short
	Low, Best, High *quantity.Number // nil where not given
	Approx          bool             // the amount is approximate
	Value           string           // as shown at the mark: "3,000–12,000"
	Words           string           // as said in a sentence: "between 3,000 and 12,000 soldiers"
	Status          claim.Status     // how firmly it is claimed; decides shape and stroke of the mark
	StatusText      string           // the status in words
	Grade           string           // "B2"; empty where not graded
	Sources         string           // "Reuters; Yonhap"
	Superseded      bool             // a later claim of the same origin replaces it
	Old             *Earlier         // drawn faintly under the mark; nil where the claim is new or as it was
	parts           []part           // of a stacked bar, while it is laid out
}

// Ranges shows rival estimates of one measure: one row each, bar from low to
// high, dot for best, open end for one-sided bounds.
type Ranges struct {
	Rows []Row // in the order in which they are shown
	Log  bool  // the axis is logarithmic
}

// Trend shows estimates over time, one colour and mark per origin.
type Trend struct {
	Rows   []Row   // in any order; the layout sorts them by origin and date
	Events []Event // marked on the axis; may be empty
	Log    bool    // the axis of amounts is logarithmic

	silence float64 // days without a claim that break a line; 0: as the claims have it
}

// Bars shows amounts, one bar per fact, from a zero baseline. Rows of different
// groups that one origin gives of one whole at one date are parts of one bar: see Stacks.
type Bars struct {
	Rows []Row // in the order in which they are shown
	Log  bool  // the axis is logarithmic
}

// An Event is something that happened, or is planned, on a date or over a span.
type Event struct {
	ID          string       // the fact's id
	Date, Until date.Date    // Until is zero where it was no span
	DateText    string       // the date or span as shown
	Text        string       // what happened, in a sentence
	Status      claim.Status // how firmly it is claimed
	StatusText  string       // the status in words
	Grade       string       // "B2"; empty where not graded
	Origin      string       // shown name
	Sources     string       // "Reuters; Yonhap"
}

// Timeline shows events in order.
type Timeline struct {
	Events []Event // by date
}

// A Flow is something that one actor gives another.
type Flow struct {
	ID              string           // the fact's id
	From, To        string           // actor ids
	Item            string           // what is given, in words
	Category        claim.Category   // of what is given
	CategoryText    string           // the category in words
	Value           string           // amount with unit, as shown; empty where unknown
	Low, Best, High *quantity.Number // nil where not given
	Approx          bool             // the amount is approximate
	Unit            string           // plural noun or ISO 4217 code; empty where the amount is unknown
	Date            string           // ISO 8601, as precise as it is known; empty where there is none
	DateText        string           // the date as shown; empty where there is none
	Status          claim.Status     // how firmly it is claimed
	StatusText      string           // the status in words
	Grade           string           // "B2"; empty where not graded
	Origin          string           // shown name
	Sources         string           // "Reuters; Yonhap"
	Superseded      bool             // a later claim of the same origin replaces it
}

// A Party is one actor of an exchange.
type Party struct {
	ID, Name string // the actor's id, and its name as shown
}

// Exchange shows who gives what to whom.
type Exchange struct {
	Parties []Party // those who give or take, in the order of the file
	Flows   []Flow  // in the order in which they are shown
}

// A Table is a chart's rows as cells.
type Table struct {
	Head    []string   // one heading a column
	Numeric []bool     // by column
	Rows    [][]string // cells as shown, one a column
	IDs     []string   // by row: the fact's id
	Values  []*Values  // by row: its numbers, for programs; nil where there are none
	Unit    string     // of the numeric column, as a plural noun; empty where the cells say it themselves
}

// Values are what a row of a table says, as a program reads it.
type Values struct {
	Low, Best, High string // decimals with a point; empty where not given
	Approx          bool   // the amount is approximate
	Unit            string // plural noun; empty where nothing is counted
	Date, Until     string // ISO 8601, as precise as it is known; Until is empty where it was no span
}

// Layout places the chart within the frame. A chart that is higher than the
// frame allows goes on in further scenes, each complete with axis and units.
func (c *Chart) Layout(f Frame) []*Scene { return c.Plot.layout(c, f) }

// Table returns the rows that the chart shows, in its order and language.
func (c *Chart) Table() Table { return c.Plot.table(c) }

// Alt says in the chart's language what it shows, in a sentence or a few, and then the author's words at marks and dates.
// It is worked out when it is first asked for; the chart must not change after that.
func (c *Chart) Alt() string {
	if said := c.alt.Load(); said != nil {
		return *said
	}
	said := c.tell()
	c.alt.Store(&said)
	return said
}

func (c *Chart) tell() string {
	said := c.Plot.alt(c)
	for _, s := range c.Remarks() {
		said += " " + s
		if !strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "!") {
			said += "."
		}
	}
	return c.Language.Voice(said)
}
