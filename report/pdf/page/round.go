package page

import "math"

// Round rounds v to that many parts of one: 100 for two decimals.
//
// Processors may fuse a product and a sum and so differ in the last bit (The Go
// Programming Language Specification, "Floating-point operators"). Sums of
// lengths with few decimals lie on the middle between two results more often
// than chance has it; the nudge puts all of them on one side.
func Round(v, parts float64) float64 {
	const nudge = 1e-6
	scaled := float64(v * parts)
	return math.Floor(float64(scaled+0.5+nudge)) / parts
}
