package flow

import (
	"maps"
	"slices"

	"sitrep/report/chart"
)

// How far a figure yields to the page that it would else leave empty.
const (
	yields    = 0.62 // the least share of its height, where it stays whole
	closer    = -4.0 // points: how much closer its rows may stand
	firstPart = 80.0 // points: the least height of what stands on the first page
	lastPart  = 60.0 // and of what goes on on the next
)

// refit lays figures out anew that begin a page and leave more than a tenth of the one before it empty: closer, or lower as
// far as they may yield, or, where that is allowed, parted between the two pages. It goes from the first page on: what fills
// a page is taken, whatever it does to those behind, which come next; what is best in all is kept.
func (w *writer) refit(p *placer, part bool) *placer {
	tried, best := map[*figure]bool{}, p
	for range 4 * tries {
		f := p.late(tried)
		if f < 0 {
			break
		}
		tried[w.slices[f].figure] = true
		page := p.spots[f].Page
		for _, scenes := range w.smaller(p, f, part) {
			before := w.slices
			w.slices = w.withScenes(f, p.figure(f), scenes)
			q := place(w.slices, w.geo, shifted(p.early, f, len(w.slices)-len(before)))
			if q.wasteTo(page) < p.wasteTo(page)-1 && len(q.pages) <= len(p.pages) {
				p = q
				break
			}
			w.slices = before
		}
		if p.waste() < best.waste() {
			best = p
		}
	}
	w.slices = best.slices
	return best
}

// late finds a figure that begins a page, alone or under what it is kept together with, and leaves more than a tenth of the one before it
// empty; −1 where there is none.
func (p *placer) late(tried map[*figure]bool) int {
	for _, i := range p.figures() {
		if tried[p.slices[i].figure] {
			continue
		}
		start := p.kept(i)
		if at := p.spots[start]; at.Page > 0 && at.Y <= p.top+1 && p.bottom-p.ends[at.Page-1] > (p.bottom-p.top)/10 {
			return i
		}
	}
	return -1
}

// kept returns the first of the slices that stand on one page with slice i because a page may not end between them.
func (p *placer) kept(i int) int {
	for i > 0 && p.slices[i-1].keep && p.spots[i-1].Page == p.spots[i].Page {
		i--
	}
	return i
}

// left is the room for the figure at i on the page before: under all that stands there or, where that is more, under what it follows.
func (p *placer) left(i int) float64 {
	start := p.kept(i)
	page := p.spots[start].Page - 1
	end := p.ends[page]
	if start > 0 && p.spots[start-1].Page == page {
		end = min(end, p.spots[start-1].Y+p.slices[start-1].height)
	}
	for k := start; k < i; k++ {
		end += p.slices[k].space + p.slices[k].height
	}
	return p.bottom - end - 1
}

// smaller returns the ways in which the figure at i may be laid out to stand on what is left of the page before.
func (w *writer) smaller(p *placer, i int, part bool) (ways [][]*chart.Scene) {
	end, whole, around := p.figure(i), 0.0, 0.0
	for k := i; k < end; k++ {
		around += p.slices[k].space + p.slices[k].height
		if sc := p.slices[k].scene(); sc != nil {
			whole += sc.Height
			around -= sc.Height
		}
	}
	head := 0.0
	for k := i; k < end && p.slices[k].scene() == nil; k++ {
		head += p.slices[k].space + p.slices[k].height
	}
	left := p.left(i)
	fig := p.slices[i].figure
	f, all := fig.figure, w.whole(fig)
	for _, in := range []chart.Frame{{MaxHeight: all, Compact: true}, {MaxHeight: all, Loose: closer},
		{MaxHeight: all, Compact: true, Loose: closer}, {MaxHeight: left - around - 2, Compact: true, Whole: true}} {
		if left-around < firstPart {
			break
		}
		if scenes := w.layout(f, in); len(scenes) == 1 && scenes[0].Height <= left-around && scenes[0].Height >= yields*whole {
			ways = append(ways, scenes)
		}
	}
	if part && left-head-6 >= firstPart {
		scenes := w.parts(fig, chart.Frame{First: left - head - 6})
		if n := len(scenes); n > 1 && scenes[0].Height >= firstPart && scenes[0].Height <= left-head-5 && scenes[n-1].Height >= lastPart {
			ways = append(ways, scenes)
		}
	}
	return ways
}

// scene is the drawing that a slice of a figure holds; nil for none.
func (s *slice) scene() *chart.Scene {
	if s.figure != nil && len(s.items) == 1 {
		return s.items[0].Scene
	}
	return nil
}

// withScenes returns the slices with other scenes in the figure that stands from i to end.
func (w *writer) withScenes(i, end int, scenes []*chart.Scene) []slice {
	old, first, last := w.slices, i, end-1
	for old[first].figure == nil || old[first].scene() == nil {
		first++
	}
	for old[last].scene() == nil {
		last--
	}
	s := &old[first]
	x := w.x
	w.slices = append(make([]slice, 0, len(old)+2*len(scenes)), old[:first]...)
	w.order, w.x = lastOrder(old[:first]), s.items[0].X
	w.frame, w.block, w.passes, w.float, w.figure = s.frame, s.block, s.passes, true, s.figure
	w.emitScenes(scenes)
	w.gap, w.x, w.float, w.figure = 0, x, false, nil
	out, shift := w.slices, lastOrder(w.slices)-lastOrder(old[:last+1])
	w.slices = old
	if shift == 0 {
		return append(out, old[last+1:]...)
	}
	for _, s := range old[last+1:] {
		s.items = slices.Clone(s.items)
		renumber(&s, shift)
		out = append(out, s)
	}
	return out
}

// lastOrder is the place of the last item in the order of reading.
func lastOrder(all []slice) int {
	for i := len(all) - 1; i >= 0; i-- {
		if n := len(all[i].items); n > 0 {
			return all[i].items[n-1].order
		}
	}
	return 0
}

// shifted returns early with the slices behind i moved by so many.
func shifted(early map[int]int, i, by int) map[int]int {
	if by == 0 {
		return maps.Clone(early)
	}
	move := func(k int) int {
		if k > i {
			return k + by
		}
		return k
	}
	out := map[int]int{}
	for before, f := range early {
		out[move(before)] = move(f)
	}
	return out
}
