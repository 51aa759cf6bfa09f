package lang

import (
	"math"
	"testing"

	"sitrep/report/quantity"
)

// TestBounds holds between what an amount lies, and that an approximate one reaches a tenth further.
func TestBounds(t *testing.T) {
	v := quantity.FromFloat
	inf := math.Inf(1)
	for _, c := range []struct {
		a         Amount
		low, high float64
	}{
		{Amount{}, -inf, inf},
		{Amount{Best: v(10)}, 10, 10},
		{Amount{Best: v(10), Approx: true}, 9, 11},
		{Amount{Best: v(-10), Approx: true}, -11, -9},
		{Amount{Low: v(10)}, 10, inf},
		{Amount{High: v(10), Approx: true}, -inf, 11},
		{Amount{Low: v(10), High: v(20), Best: v(15)}, 10, 20},
		{Amount{Low: v(20), High: v(10)}, 10, 20},
		{Amount{Low: v(10), Best: v(15)}, 10, inf},
	} {
		if low, high := c.a.Bounds(); math.Abs(low-c.low) > 1e-9 || math.Abs(high-c.high) > 1e-9 {
			t.Errorf("%+v: %v to %v, want %v to %v", c.a, low, high, c.low, c.high)
		}
	}
}
