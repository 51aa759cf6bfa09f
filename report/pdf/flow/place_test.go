package flow

import (
	"math"
	"math/rand"
	"testing"

	"sitrep/report/theme"
)

// pile makes n slices as blocks would: lines that keep together in runs, tables
// with heads, figures, boxes within boxes.
func pile(r *rand.Rand, n int) []slice {
	outer := &frame{depth: 1, top: 9, bottom: 10, fill: theme.Panel}
	inner := &frame{parent: outer, depth: 2, top: 3, bottom: 4, bar: theme.Rule, barWidth: 2}
	heads := &head{slices: []slice{{height: 14}}, height: 14}
	out := make([]slice, 0, n)
	for block := 0; len(out) < n; block++ {
		kind, length := r.Intn(6), 1+r.Intn(9)
		for i := range length {
			s := slice{space: float64(r.Intn(20)), height: 5 + float64(r.Intn(30)), block: block, keep: i < length-1 && r.Intn(3) > 0}
			switch kind {
			case 1:
				s.frame = outer
			case 2:
				s.frame = inner
			case 3:
				s.head = heads
			case 4:
				s.float, s.keep, s.height = true, i < length-1, 40
			case 5:
				s.passes = true
				s.title = i == 0 && r.Intn(3) == 0
			}
			out = append(out, s)
		}
	}
	return out
}

// TestPlace: whatever the slices, each stands once and within its page, what
// keeps together does so where a page can hold it, only what may pass a figure
// stands before it, and no figure stands within a block.
func TestPlace(t *testing.T) {
	const top, bottom = 50, 450
	for seed := range int64(300) {
		r := rand.New(rand.NewSource(seed))
		slices := pile(r, 1+r.Intn(120))
		p := place(slices, geometry{top: top, bottom: bottom}, nil)
		for i := range slices {
			s, at := &slices[i], p.spots[i]
			if at.Y < top-0.01 || at.Y+s.height+s.frame.feet() > bottom+0.01 {
				t.Fatalf("seed %d: slice %d at %.1f, %.1f high, on a page to %d", seed, i, at.Y, s.height, bottom)
			}
			if i > 0 && before(at, p.spots[i-1]) && !(slices[i].passes || passedBy(slices, i)) {
				t.Fatalf("seed %d: slice %d stands before slice %d", seed, i, i-1)
			}
		}
		kept(t, p, seed)
		apart(t, p, seed)
	}
}

func before(a, b Spot) bool { return a.Page < b.Page || a.Page == b.Page && a.Y < b.Y-0.01 }

// passedBy reports whether slice i follows text that passed the figure before it.
func passedBy(slices []slice, i int) bool { return slices[i-1].passes || slices[i-1].float }

// apart holds that nothing of a block stands both before and after a figure that
// is none of it, and that figures keep their order.
func apart(t *testing.T, p *placer, seed int64) {
	t.Helper()
	ends := map[int][2]Spot{}
	var last Spot
	for i := range p.slices {
		at := p.spots[i]
		if e, ok := ends[p.slices[i].block]; ok {
			at = e[0]
		}
		ends[p.slices[i].block] = [2]Spot{at, p.spots[i]}
		if p.slices[i].float {
			if before(p.spots[i], last) {
				t.Fatalf("seed %d: the figure at slice %d stands before the one before it", seed, i)
			}
			last = p.spots[i]
		}
	}
	for i := range p.slices {
		if !p.slices[i].float {
			continue
		}
		for b, e := range ends {
			if b != p.slices[i].block && before(e[0], p.spots[i]) && before(p.spots[i], e[1]) {
				t.Fatalf("seed %d: the figure at slice %d stands within block %d", seed, i, b)
			}
		}
	}
}

// kept holds that runs that fit on a page stand on one.
func kept(t *testing.T, p *placer, seed int64) {
	t.Helper()
	for i := 0; i < len(p.slices); {
		end, height := i, 0.0
		for {
			s := &p.slices[end]
			height += s.space + s.height + 60 // frames and heads, at most
			if end++; !s.keep || end == len(p.slices) {
				break
			}
		}
		for k := i + 1; k < end && height < p.bottom-p.top; k++ {
			if p.spots[k].Page != p.spots[i].Page {
				t.Fatalf("seed %d: slices %d and %d keep together but stand on pages %d and %d", seed, i, k, p.spots[i].Page, p.spots[k].Page)
			}
		}
		i = end
	}
}

// TestBoxes: every box of a page is closed, and boxes stand within their page.
func TestBoxes(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	for range 100 {
		p := place(pile(r, 80), geometry{top: 50, bottom: 450}, nil).filled()
		for n, pg := range p.pages {
			for _, b := range pg.boxes {
				if b.H <= 0 || b.Y < 49.9 || b.Y+b.H > 450.1 {
					t.Fatalf("page %d: a box at %.1f, %.1f high", n, b.Y, b.H)
				}
			}
		}
	}
}

// TestShare: columns never take more than there is, and never less than they
// need where there is enough.
func TestShare(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range 2000 {
		n := 1 + r.Intn(9)
		least, wish, weight := make([]float64, n), make([]float64, n), make([]float64, n)
		for i := range least {
			least[i] = float64(r.Intn(120))
			wish[i] = least[i] + float64(r.Intn(400))
			weight[i] = 0.5 + r.Float64()
		}
		room := 50 + float64(r.Intn(600))
		need := append([]float64(nil), least...)
		got := share(least, wish, weight, room)
		if total := sum(got); total > room+0.1 {
			t.Fatalf("%v of %g", got, room)
		}
		for i := range got {
			if got[i] < -0.01 || sum(need) <= room && got[i] < need[i]-0.01 {
				t.Fatalf("column %d has %g of %g, needs %g", i, got[i], room, need[i])
			}
		}
	}
}

// TestLevel: columns take and give width, never below their need, and rows get lower.
func TestLevel(t *testing.T) {
	widths, least := []float64{60, 200, 40}, []float64{60, 90, 30}
	row := [][]float64{{55, 0}, {40, 3, 40, 3, 40, 0}, {30, 3, 30, 3, 30, 3, 30, 0}}
	words := [][][]float64{row, row, row}
	before := heightOf(widths, words)
	level(widths, least, words)
	if after := heightOf(widths, words); after >= before || math.Abs(sum(widths)-300) > 0.01 || widths[0] < 60 || widths[1] < 90 {
		t.Errorf("%v: %d high, and %d before", widths, after, before)
	}
	level(nil, nil, nil)
}
