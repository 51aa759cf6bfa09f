package claim

import "slices"

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
	Matrix   ChartKind = "matrix"   // hypotheses against the claims that weigh on them
	Lineage  ChartKind = "lineage"  // whose information whose repeats, and which judgements rest on it
)

// A chartRow is what one kind of chart takes and how it stands towards the rest of the format.
type chartRow struct {
	kind       ChartKind
	shows      string // what it takes, for a hint
	takes      []FactType
	amounts    bool // of transfers, only those with an amount
	weighed    bool // only facts that weigh a hypothesis
	placed     bool // only facts with a place that has coordinates
	oneMeasure bool // it has an axis or scale of numbers, on which different measures never stand together
	fileOrder  bool // its rows stand in the order of the file where no other is asked for; else by date
	keys       []ChartKey
}

// A ChartKey is a key of a chart block that some kinds of charts alone can follow.
type ChartKey string

// The keys that some kinds alone can follow.
const (
	KeySort   ChartKey = "sort"
	KeyLatest ChartKey = "latest"
	KeyGroup  ChartKey = "group"
	KeyScale  ChartKey = "scale"
	KeyEvents ChartKey = "events"
)

// charts is the table of the kinds of charts. How one is drawn is a row of the table in report/chart.
var charts = []chartRow{
	{kind: Ranges, shows: "estimates", takes: []FactType{Estimate}, oneMeasure: true,
		keys: []ChartKey{KeySort, KeyLatest, KeyGroup, KeyScale}},
	{kind: Trend, shows: "estimates", takes: []FactType{Estimate}, oneMeasure: true,
		keys: []ChartKey{KeyLatest, KeyGroup, KeyScale, KeyEvents}},
	{kind: Bars, shows: "estimates and transfers with an amount", takes: []FactType{Estimate, Transfer}, amounts: true, oneMeasure: true,
		fileOrder: true, keys: []ChartKey{KeySort, KeyLatest, KeyGroup, KeyScale}},
	{kind: Timeline, shows: "events", takes: []FactType{Event}},
	{kind: Exchange, shows: "transfers", takes: []FactType{Transfer}, fileOrder: true},
	{kind: Map, shows: "facts with a place that has lat and lon", takes: FactTypes(), placed: true, oneMeasure: true,
		keys: []ChartKey{KeySort, KeyLatest}},
	{kind: Matrix, shows: "facts that weigh a hypothesis", takes: FactTypes(), weighed: true},
	{kind: Lineage, shows: "facts", takes: FactTypes()},
}

// row is the kind's own; that of an unknown one takes nothing.
func (k ChartKind) row() chartRow {
	for _, r := range charts {
		if r.kind == k {
			return r
		}
	}
	return chartRow{}
}

// ChartKinds lists the kinds of charts.
func ChartKinds() []ChartKind {
	var all []ChartKind
	for _, r := range charts {
		all = append(all, r.kind)
	}
	return all
}

// Shows says what the kind takes, for a hint.
func (k ChartKind) Shows() string { return k.row().shows }

// A Nature is what decides whether a kind of chart can show a fact.
type Nature struct {
	Type    FactType // of the fact
	Amount  bool     // it gives a number
	Placed  bool     // its place has coordinates
	Weighed bool     // it weighs a hypothesis
}

// Takes reports whether the kind can show a fact of that nature.
func (k ChartKind) Takes(n Nature) bool {
	r := k.row()
	return slices.Contains(r.takes, n.Type) && (n.Placed || !r.placed) && (n.Amount || !r.amounts || n.Type != Transfer) &&
		(n.Weighed || !r.weighed)
}

// OneMeasure reports whether the kind has an axis of numbers, on which different measures never stand together.
func (k ChartKind) OneMeasure() bool { return k.row().oneMeasure }

// Follows reports whether the kind can follow a key that some kinds alone can.
func (k ChartKind) Follows(key ChartKey) bool { return slices.Contains(k.row().keys, key) }

// FileOrder reports whether the kind's rows stand in the order of the file where no other is asked for.
func (k ChartKind) FileOrder() bool { return k.row().fileOrder }

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

// A KeyDetail says how much of the scales of grades and likelihood a briefing prints. The empty one is [ShortKeys].
type KeyDetail string

// The details of keys.
const (
	FullKeys  KeyDetail = "full"  // every scale, in tables
	ShortKeys KeyDetail = "short" // one key of half a page, of the scales that are used
	NoKeys    KeyDetail = "none"
)

// KeyDetails lists the details of keys.
func KeyDetails() []KeyDetail { return []KeyDetail{FullKeys, ShortKeys, NoKeys} }
