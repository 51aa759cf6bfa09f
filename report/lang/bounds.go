package lang

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"sitrep/report/quantity"
)

// How far an approximate amount may be off, in parts of it: a tenth, and a hundredth where it was written with more than
// three digits, as nobody writes a number that he knows to a tenth.
const (
	approxPart  = 0.1
	precisePart = 0.01
	roundDigits = 3
)

// Bounds returns between what an amount lies: the low and the high that were
// given, infinite on a side where only the other was, and the best value where it
// stands alone. An approximate amount reaches a tenth further on either side, one of more than three digits a hundredth. It is
// the one rule by which amounts are said to agree or to contradict each other, in
// figures and in warnings alike.
func (a Amount) Bounds() (low, high float64) {
	low, high = a.Given()
	if a.Approx {
		part := approxPart
		if slices.ContainsFunc(quantity.Given(a.Low, a.Best, a.High), precise) {
			part = precisePart
		}
		low, high = low-math.Abs(low)*part, high+math.Abs(high)*part
	}
	return low, high
}

// Given returns the bounds of an amount to the letter: an approximate one is
// taken as if it were exact. Bounds in the wrong order are exchanged.
func (a Amount) Given() (low, high float64) {
	low, high = math.Inf(-1), math.Inf(1)
	if a.Low == nil && a.High == nil && a.Best != nil {
		return a.Best.Float(), a.Best.Float()
	}
	if a.Low != nil {
		low = a.Low.Float()
	}
	if a.High != nil {
		high = a.High.Float()
	}
	return min(low, high), max(low, high)
}

// Ends are the bounds of [Amount.Given] by their digits, for numbers that a double does not tell apart; nil where it is
// infinite.
func (a Amount) Ends() (low, high *quantity.Number) {
	switch {
	case a.Low == nil && a.High == nil:
		return a.Best, a.Best
	case a.Low != nil && a.High != nil && a.Low.Cmp(a.High) > 0:
		return a.High, a.Low
	}
	return a.Low, a.High
}

// Meets reports whether two amounts have a value in common: approximate ones by their [Amount.Bounds], others to the digit.
func (a Amount) Meets(b Amount) bool {
	if a.Approx || b.Approx {
		aLow, aHigh := a.Bounds()
		bLow, bHigh := b.Bounds()
		return aLow <= bHigh && bLow <= aHigh
	}
	below := func(low, high *quantity.Number) bool { return low == nil || high == nil || low.Cmp(high) <= 0 }
	aLow, aHigh := a.Ends()
	bLow, bHigh := b.Ends()
	return below(aLow, bHigh) && below(bLow, aHigh)
}

// SomeMeet reports whether two of the amounts have a value in common: see [Amount.Meets].
func SomeMeet(all []Amount) bool {
	exact := slices.DeleteFunc(slices.Clone(all), func(a Amount) bool { return a.Approx })
	return exactMeet(exact) || len(exact) < len(all) && approximateMeet(all)
}

// exactMeet reports whether two of some amounts that are not approximate meet: of those that begin lower, the one that
// reaches highest meets the next if any does.
func exactMeet(all []Amount) bool {
	slices.SortFunc(all, func(a, b Amount) int {
		aLow, _ := a.Ends()
		bLow, _ := b.Ends()
		return quantity.CompareEnds(aLow, bLow, -1)
	})
	for i, top := 1, 0; i < len(all); i++ {
		if all[top].Meets(all[i]) {
			return true
		}
		_, high := all[top].Ends()
		if _, other := all[i].Ends(); quantity.CompareEnds(other, high, 1) > 0 {
			top = i
		}
	}
	return false
}

// approximateMeet reports whether an approximate amount meets another.
func approximateMeet(all []Amount) bool {
	sorted := slices.SortedFunc(slices.Values(all), func(a, b Amount) int {
		aLow, _ := a.Bounds()
		bLow, _ := b.Bounds()
		return cmp.Compare(aLow, bLow)
	})
	any, approximate := math.Inf(-1), math.Inf(-1) // how far those before reach
	for i, a := range sorted {
		low, high := a.Bounds()
		if i > 0 && (low <= approximate || a.Approx && low <= any) {
			return true
		}
		if any = max(any, high); a.Approx {
			approximate = max(approximate, high)
		}
	}
	return false
}

// precise reports whether a number is written with more than three digits, zeros at its ends aside.
func precise(n *quantity.Number) bool {
	digits := strings.Trim(strings.Replace(strings.TrimPrefix(n.Text(), "-"), ".", "", 1), "0")
	return len(digits) > roundDigits
}
