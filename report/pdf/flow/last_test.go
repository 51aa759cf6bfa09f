package flow

import (
	"math/rand"
	"testing"
)

// TestLast: the last page of a run of notes is a fifth full or not needed, and
// no page more is.
func TestLast(t *testing.T) {
	const top, bottom = 50, 650
	moved, gone := 0, 0
	for notes := 20; notes < 400; notes++ {
		r := rand.New(rand.NewSource(int64(notes)))
		w := &writer{geo: geometry{top: top, bottom: bottom}}
		for i := range notes {
			lines := 1 + r.Intn(3)
			for k := range lines {
				s := slice{height: 11, block: i, note: k == 0, keep: k < lines-1}
				if k == 0 {
					s.space = noteGap
				}
				w.slices = append(w.slices, s)
			}
		}
		first := place(w.slices, top, bottom)
		p := w.fillLast(first)
		if p.y-top < lastLeast*(bottom-top)-0.01 {
			t.Fatalf("%d notes: the last page of %d ends at %g", notes, len(p.pages), p.y)
		}
		if len(p.pages) < len(first.pages) {
			gone++
		} else if first.lonely() {
			moved++
		}
		if n := len(p.pages); n > len(first.pages) {
			t.Fatalf("%d notes: %d pages, and %d before", notes, n, len(first.pages))
		}
	}
	if moved == 0 || gone == 0 {
		t.Errorf("%d last pages filled, %d not needed", moved, gone)
	}
}
