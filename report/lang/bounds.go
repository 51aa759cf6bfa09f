package lang

import "math"

// approxPart is how far an approximate amount may be off, in parts of it.
const approxPart = 0.1

// Bounds returns between what an amount lies: the low and the high that were
// given, infinite on a side where only the other was, and the best value where it
// stands alone. An approximate amount reaches a tenth further on either side. It is
// the one rule by which amounts are said to agree or to contradict each other, in
// figures and in warnings alike.
func (a Amount) Bounds() (low, high float64) {
	low, high = a.Given()
	if a.Approx {
		low, high = low-math.Abs(low)*approxPart, high+math.Abs(high)*approxPart
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
