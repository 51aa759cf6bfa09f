// Package claim is the vocabulary of a facts file: every word that one of its keys takes from a fixed list.
//
// Each list stands here once, as a type with its constants, the function that lists
// them in the order of the format, and the questions that are asked of them. Nothing
// else compares such a word with a literal.
package claim

import "slices"

// A Status says how a claim stands: who vouches for it, and whether it is of the past or the future.
type Status string

// The statuses, from the firmest.
const (
	Confirmed Status = "confirmed" // borne out by independent evidence
	Reported  Status = "reported"  // told as fact by its origin
	Claimed   Status = "claimed"   // asserted by its origin, not borne out
	Assessed  Status = "assessed"  // an analyst's conclusion
	Planned   Status = "planned"   // intended, not done
	Denied    Status = "denied"    // its origin says that it is not so
	Forecast  Status = "forecast"  // expected, of a time that has not come
)

// Statuses lists the statuses, from the firmest.
func Statuses() []Status {
	return []Status{Confirmed, Reported, Claimed, Assessed, Planned, Denied, Forecast}
}

// Standing reports whether the claim says that something is or was so: it is neither
// denied nor planned nor a forecast. Only standing claims are compared and counted.
func (s Status) Standing() bool { return s != Denied && s != Planned && s != Forecast }

// Future reports whether the claim is of what has not come about.
func (s Status) Future() bool { return s == Planned || s == Forecast }

// Plain reports whether a sentence may tell the claim as it is, without naming who says it.
func (s Status) Plain() bool { return s == Confirmed || s == Reported }

// A FactType says what sort of claim a fact is.
type FactType string

// The types of facts.
const (
	Estimate  FactType = "estimate"  // how many or how much
	Event     FactType = "event"     // what happened, or is to happen
	Transfer  FactType = "transfer"  // who gives what to whom
	Statement FactType = "statement" // anything else that is claimed
)

// FactTypes lists the types of facts.
func FactTypes() []FactType { return []FactType{Estimate, Event, Transfer, Statement} }

// A Category says what is transferred.
type Category string

// The categories of transfers.
const (
	Troops        Category = "troops"
	Arms          Category = "arms"
	Technology    Category = "technology"
	Energy        Category = "energy"
	Money         Category = "money"
	Diplomacy     Category = "diplomacy"
	Goods         Category = "goods"
	OtherCategory Category = "other"
)

// Categories lists the categories of transfers.
func Categories() []Category {
	return []Category{Troops, Arms, Technology, Energy, Money, Diplomacy, Goods, OtherCategory}
}

// An OriginKind says what sort of body an origin is.
type OriginKind string

// The kinds of origins.
const (
	Government    OriginKind = "government"
	Intelligence  OriginKind = "intelligence"
	Military      OriginKind = "military"
	International OriginKind = "international"
	Party         OriginKind = "party"
	Media         OriginKind = "media"
	Research      OriginKind = "research"
	OtherOrigin   OriginKind = "other"
)

// OriginKinds lists the kinds of origins.
func OriginKinds() []OriginKind {
	return []OriginKind{Government, Intelligence, Military, International, Party, Media, Research, OtherOrigin}
}

// A Reliability is the Admiralty grade of an origin (NATO AJP-2.1, annex on the
// evaluation of sources). The empty Reliability is one that was not graded.
type Reliability string

// The grades of reliability.
const (
	ReliabilityA Reliability = "A" // completely reliable
	ReliabilityB Reliability = "B" // usually reliable
	ReliabilityC Reliability = "C" // fairly reliable
	ReliabilityD Reliability = "D" // not usually reliable
	ReliabilityE Reliability = "E" // unreliable
	ReliabilityF Reliability = "F" // cannot be judged
)

// Reliabilities lists the grades of reliability, from the best; F, which says that none can be given, is last.
func Reliabilities() []Reliability {
	return []Reliability{ReliabilityA, ReliabilityB, ReliabilityC, ReliabilityD, ReliabilityE, ReliabilityF}
}

// Doubtful reports whether the origin was judged not to be relied on.
func (r Reliability) Doubtful() bool { return r == ReliabilityD || r == ReliabilityE }

// Judged reports whether the grade says how reliable the origin is.
func (r Reliability) Judged() bool { return r != "" && r != ReliabilityF }

// A Confidence says how well a judgement is founded. The empty Confidence is one that was not given.
type Confidence string

// The confidences.
const (
	LowConfidence      Confidence = "low"
	ModerateConfidence Confidence = "moderate"
	HighConfidence     Confidence = "high"
)

// Confidences lists the confidences, from the lowest.
func Confidences() []Confidence {
	return []Confidence{LowConfidence, ModerateConfidence, HighConfidence}
}

// A LikelihoodScale names a standard's scale of likelihood. The empty one is no scale.
type LikelihoodScale string

// The scales of likelihood.
const (
	ICD203 LikelihoodScale = "icd203" // US Intelligence Community Directive 203
	PHIA   LikelihoodScale = "phia"   // UK probability yardstick
)

// LikelihoodScales lists the scales of likelihood.
func LikelihoodScales() []LikelihoodScale { return []LikelihoodScale{ICD203, PHIA} }

// A Weight says how a claim fits a hypothesis (Heuer, Psychology of Intelligence
// Analysis, chapter 8: analysis of competing hypotheses).
type Weight string

// The weights.
const (
	StronglyAgainst Weight = "--"
	Against         Weight = "-"
	Neutral         Weight = "0"
	For             Weight = "+"
	StronglyFor     Weight = "++"
)

// Weights lists the weights, from what contradicts most.
func Weights() []Weight { return []Weight{StronglyAgainst, Against, Neutral, For, StronglyFor} }

// Contradicts reports whether the claim speaks against the hypothesis.
func (w Weight) Contradicts() bool { return w == StronglyAgainst || w == Against }

// An OutcomeValue says what became of a judgement.
type OutcomeValue string

// The outcomes.
const (
	CameTrue  OutcomeValue = "true"
	CameFalse OutcomeValue = "false"
	StillOpen OutcomeValue = "open"
)

// OutcomeValues lists the outcomes.
func OutcomeValues() []OutcomeValue { return []OutcomeValue{CameTrue, CameFalse, StillOpen} }

// Known reports whether v is one of the list.
func Known[T ~string](v T, list []T) bool { return slices.Contains(list, v) }

// Words returns the list as plain strings.
func Words[T ~string](list []T) []string {
	out := make([]string, len(list))
	for i, v := range list {
		out[i] = string(v)
	}
	return out
}
