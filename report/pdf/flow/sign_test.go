package flow

import (
	"math/rand"
	"testing"
)

// TestSigns: a figure that the title of another section passes has a sign on the
// page of that title, above it and below what precedes, and it stands later; no
// other figure has one.
func TestSigns(t *testing.T) {
	const top, bottom = 50, 450
	seen := 0
	for seed := range int64(3000) {
		r := rand.New(rand.NewSource(seed))
		slices := pile(r, 1+r.Intn(120))
		figures := map[int]bool{}
		for i := range slices {
			if s := &slices[i]; s.float && (i == 0 || slices[i-1].block != s.block) {
				s.sign, figures[i] = &sign{height: float64(8 + r.Intn(30))}, true
			}
		}
		p := place(slices, top, bottom)
		for _, at := range p.posted {
			seen++
			s, to := p.slices[at.figure].sign, p.spots[at.before]
			if !p.slices[at.before].title || at.spot.Page != to.Page || at.spot.Y < top || at.spot.Y+s.height > to.Y+0.01 {
				t.Fatalf("seed %d: the sign of figure %d at %v, the title at %v", seed, at.figure, at.spot, to)
			}
			if !before(at.spot, p.spots[at.figure]) {
				t.Fatalf("seed %d: the sign of figure %d stands after it", seed, at.figure)
			}
			for i := range at.before { // nothing written earlier reaches below the sign on its page
				if e := p.spots[i]; e.Page == at.spot.Page && !slices[i].float && e.Y+slices[i].height > at.spot.Y {
					t.Fatalf("seed %d: slice %d covers the sign of figure %d", seed, i, at.figure)
				}
			}
			if !figures[at.figure] {
				t.Fatalf("seed %d: two signs of figure %d, or one of none", seed, at.figure)
			}
			delete(figures, at.figure)
		}
		for f := range figures {
			for i := f + 1; i < len(slices); i++ {
				if slices[i].title && before(p.spots[i], p.spots[f]) {
					t.Fatalf("seed %d: title %d passes figure %d, which has no sign", seed, i, f)
				}
			}
		}
	}
	if seen < 50 {
		t.Fatalf("only %d signs", seen)
	}
}
