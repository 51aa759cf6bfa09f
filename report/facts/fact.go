package facts

import (
	"strings"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/quantity"
)

// A Citation points to a source from a fact.
type Citation struct {
	Source  string // id of the source
	Locator string // where in it: "p. 3"; may be empty
	Quote   string // its words, in the source's language; may be empty
}

// A Fact is one claim. Which fields are set depends on its Type.
type Fact struct {
	ID          string         // unique among what can be cited
	Type        claim.FactType // decides which fields are set
	Origin      string         // id of who says it
	Sources     []Citation     // where it was read; one at least
	Status      claim.Status   // how the origin puts it
	Credibility int            // Admiralty 1 to 6; 0 where not graded
	Statement   Text           // what is said or happened, by language
	Place       string         // id; may be empty
	Actors      []string       // ids of those concerned; may be empty
	Marking     Marking        // its own or the briefing's
	Marked      bool           // it bears one of its own
	Supersedes  string         // id of the fact whose place it takes; may be empty
	Contradicts []string       // ids of facts that cannot be true with it
	DerivedFrom []string       // ids of facts that it repeats or was computed from
	Note        Text           // what to know of it; may be empty
	Weighs      []Weighing     // in the order of the hypotheses

	Measure         string           // estimate, transfer
	AsOf            date.Date        // estimate, transfer, statement
	Low, Best, High *quantity.Number // estimate, transfer; nil where not given
	Approx          bool             // estimate
	By              []Coordinate     // estimate, in the order of the dimensions
	Period          date.Span        // estimate: the stretch that the number adds up over; zero where not given
	Interval        Text             // estimate: what low and high are, over the measure's

	Date, Until date.Date // event

	From, To string         // transfer: actor ids
	Item     Text           // transfer
	Category claim.Category // transfer
}

// A Remark is a text that explains a fact. It is read, shown on the card, in tables and notes, and compared between editions by its place
// in [Fact.Remarks] alone.
type Remark struct {
	Key  string // in the format, and behind "remark." its label in the word lists
	Text *Text  // of the fact
}

// Remarks lists the texts that explain a fact, in the order in which its card shows them.
func (f *Fact) Remarks() []Remark { return []Remark{{"note", &f.Note}} }

// A Coordinate is the value of one dimension.
type Coordinate struct {
	Dimension, Value string // ids
}

// A Weighing says how a claim fits a hypothesis.
type Weighing struct {
	Hypothesis string       // its id
	Weight     claim.Weight // how far the claim speaks for or against it
}

// Weight returns how the claim fits the hypothesis of that id; empty where it is not weighed on it.
func (f *Fact) Weight(hypothesis string) claim.Weight {
	for _, w := range f.Weighs {
		if w.Hypothesis == hypothesis {
			return w.Weight
		}
	}
	return ""
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

// Series names what the fact counts and where, and nothing else: measure, place and
// the values of all dimensions. Estimates are rivals, repeat or replace each other only
// within one series.
func (f *Fact) Series() string {
	var b strings.Builder
	b.WriteString(f.Measure + " " + f.Place)
	for _, c := range f.By {
		b.WriteString(" " + c.Dimension + "=" + c.Value)
	}
	return b.String()
}

// Replaces reports whether a fact may stand in place of an older one: of estimates, only where measure, place and
// dimensions are equal and their periods overlap, or neither has one.
func (f *Fact) Replaces(old *Fact) bool {
	if f.Type != claim.Estimate && old.Type != claim.Estimate {
		return true
	}
	alike := f.Type == old.Type && f.Series() == old.Series()
	return alike && (f.Period == old.Period || !f.Period.IsZero() && !old.Period.IsZero() && f.Period.Overlaps(old.Period))
}

// Span returns the time that the number of the fact is about: its period, else the
// date that it describes.
func (f *Fact) Span() date.Span {
	if !f.Period.IsZero() {
		return f.Period
	}
	if f.Type == claim.Event && !f.Until.IsZero() {
		return date.Span{From: f.Date, To: f.Until}
	}
	return date.Span{From: f.When(), To: f.When()}
}

// A Judgement is what the analysts conclude.
type Judgement struct {
	ID         string           // unique among what can be cited
	Text       Text             // Markdown
	Likelihood string           // a term of the briefing's scale; may be empty
	Confidence claim.Confidence // may be empty
	Because    []string         // ids of the facts that it rests on, in the order written
	Hypothesis string           // may be empty
	Outcome    *Outcome         // nil where none was given
	Marking    Marking          // its own or the briefing's
	Marked     bool             // it bears one of its own
}

// Past reports whether it is known what became of the judgement.
func (j *Judgement) Past() bool { return j.Outcome != nil && j.Outcome.Value != claim.StillOpen }

// An Outcome is what became of a judgement.
type Outcome struct {
	Value   claim.OutcomeValue // what became of it
	Date    date.Date          // when that was known
	Text    Text               // Markdown
	Sources []string           // ids of sources that say so
}
