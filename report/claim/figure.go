package claim

// A ChartKind says what sort of figure a chart block asks for.
type ChartKind string

// The kinds of charts.
const (
	Ranges   ChartKind = "ranges"   // one row per estimate
	Trend    ChartKind = "trend"    // estimates over time
	Bars     ChartKind = "bars"     // amounts
	Timeline ChartKind = "timeline" // events
	Exchange ChartKind = "exchange" // who gives what to whom
	Map      ChartKind = "map"      // places with their values
)

// ChartKinds lists the kinds of charts.
func ChartKinds() []ChartKind { return []ChartKind{Ranges, Trend, Bars, Timeline, Exchange, Map} }

// OneMeasure reports whether the kind has an axis of numbers, on which different measures never stand together.
func (k ChartKind) OneMeasure() bool { return k == Ranges || k == Trend || k == Bars || k == Map }

// An Order says in what order a chart shows its rows. The empty Order is file order
// for bars and exchange, and by date otherwise.
type Order string

// The orders of rows.
const (
	ByDate   Order = "date"
	ByValue  Order = "value"
	ByOrigin Order = "origin"
)

// Orders lists the orders of rows.
func Orders() []Order { return []Order{ByDate, ByValue, ByOrigin} }

// A Grouping says by what a chart groups its rows. The empty Grouping does not.
type Grouping string

// The groupings of rows.
const (
	GroupOrigin   Grouping = "origin"
	GroupStatus   Grouping = "status"
	GroupPlace    Grouping = "place"
	GroupCategory Grouping = "category"
)

// Groupings lists the groupings of rows.
func Groupings() []Grouping { return []Grouping{GroupOrigin, GroupStatus, GroupPlace, GroupCategory} }

// An AxisScale says how numbers run along an axis. The empty one is [Linear].
type AxisScale string

// The scales of axes.
const (
	Linear      AxisScale = "linear"
	Logarithmic AxisScale = "log"
)

// AxisScales lists the scales of axes.
func AxisScales() []AxisScale { return []AxisScale{Linear, Logarithmic} }

// A Tone says how a callout is meant. The empty Tone is [Note].
type Tone string

// The tones of callouts.
const (
	Note    Tone = "note"
	Caution Tone = "caution"
)

// Tones lists the tones of callouts.
func Tones() []Tone { return []Tone{Note, Caution} }

// A Column is one column of a table of facts.
type Column string

// The columns of a table of facts.
const (
	ColumnAsOf    Column = "as_of"
	ColumnOrigin  Column = "origin"
	ColumnValue   Column = "value"
	ColumnPlace   Column = "place"
	ColumnStatus  Column = "status"
	ColumnGrade   Column = "grade"
	ColumnSources Column = "sources"
)

// Columns lists the columns of a table of facts, in the order in which they stand.
func Columns() []Column {
	return []Column{ColumnAsOf, ColumnOrigin, ColumnValue, ColumnPlace, ColumnStatus, ColumnGrade, ColumnSources}
}

// A Part is what {{id.part}} asks of a fact. The empty Part is the whole in words.
type Part string

// The parts of a fact.
const (
	PartLow       Part = "low"
	PartBest      Part = "best"
	PartHigh      Part = "high"
	PartDate      Part = "date"
	PartOrigin    Part = "origin"
	PartStatement Part = "statement"
)

// Parts lists the parts of a fact.
func Parts() []Part {
	return []Part{PartLow, PartBest, PartHigh, PartDate, PartOrigin, PartStatement}
}
