package lang

import (
	"math"
	"math/rand/v2"
	"strconv"
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

// TestSomeMeet holds the search for two amounts that meet to the trial of every pair.
func TestSomeMeet(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	number := func() *quantity.Number {
		if r.IntN(6) == 0 {
			return nil
		}
		n, _ := quantity.Parse(strconv.Itoa(1+r.IntN(60)) + []string{"", ".00000000000000000001"}[r.IntN(2)])
		return n
	}
	both := [2]int{}
	for range 5000 {
		var all []Amount
		for range 2 + r.IntN(4) {
			a := Amount{Best: number(), Approx: r.IntN(3) == 0}
			if r.IntN(2) == 0 {
				a = Amount{Low: number(), High: number(), Approx: a.Approx}
			}
			all = append(all, a)
		}
		want := false
		for i := range all {
			for k := range i {
				want = want || all[i].Meets(all[k])
			}
		}
		if got := SomeMeet(all); got != want {
			t.Fatalf("%v: %v, want %v", all, got, want)
		}
		if want {
			both[0]++
		} else {
			both[1]++
		}
	}
	if both[0] < 300 || both[1] < 300 {
		t.Error("nearly all are alike", both)
	}
}
