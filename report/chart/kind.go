package chart

import "sitrep/report/claim"

// A Kind is one kind of chart: how it is made of what was chosen. What a plot must do is in [Plot], which the compiler
// holds it to; which facts it takes is in the table of [claim.ChartKinds].
type Kind struct {
	Name   claim.ChartKind // as the facts file writes it
	Title  string          // word key: what is shown, for a figure without a title of its own or of a measure
	Counts string          // word key: how many of what it shows
	plot   func(Content) Plot
}

// Kinds is the table of the kinds of charts.
func Kinds() []Kind {
	return []Kind{
		{claim.Ranges, "figure.ranges", "figure.facts", func(c Content) Plot { return &Ranges{Rows: c.Rows(), Log: c.Log} }},
		{claim.Trend, "figure.trend", "figure.facts", func(c Content) Plot { return &Trend{Rows: c.Rows(), Events: c.Beside(), Log: c.Log} }},
		{claim.Bars, "figure.bars", "figure.facts", func(c Content) Plot { return &Bars{Rows: c.Rows(), Log: c.Log} }},
		{claim.Timeline, "figure.timeline", "figure.events", func(c Content) Plot { return &Timeline{Events: c.Events()} }},
		{claim.Exchange, "figure.exchange", "figure.transfers", func(c Content) Plot { return c.Exchange() }},
		{claim.Map, "figure.map", "figure.facts", func(c Content) Plot { return &Map{Places: c.Places(), Actors: c.Actors()} }},
		{claim.Matrix, "figure.matrix", "chart.claims", func(c Content) Plot { return c.Matrix() }},
		{claim.Lineage, "figure.lineage", "chart.claims", func(c Content) Plot { return c.Lineage() }},
	}
}

// KindOf returns the row of a kind; of an unknown one, a row without a name.
func KindOf(name claim.ChartKind) Kind {
	for _, k := range Kinds() {
		if k.Name == name {
			return k
		}
	}
	return Kind{}
}

// Content is what charts are made of. A kind asks for what it shows, and for nothing else.
type Content struct {
	Rows     func() []Row     // amounts
	Events   func() []Event   // what happened
	Beside   func() []Event   // what happened meanwhile, for a trend; nil where that is not asked for
	Exchange func() *Exchange // who gives what to whom
	Places   func() []Place   // where
	Actors   func() []string  // names of the briefing's actors
	Matrix   func() *Matrix   // how claims weigh on hypotheses
	Lineage  func() *Lineage  // whose information whose repeats
	Log      bool             // the axis is to be logarithmic
}

// Plot makes the chart of what was chosen.
func (k Kind) Plot(c Content) Plot { return k.plot(c) }
