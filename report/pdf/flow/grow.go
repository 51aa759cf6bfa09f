package flow

import (
	"cmp"
	"slices"

	"sitrep/report/chart"
)

// How much further apart than usual the rows of a figure may stand so that a page is full, in points.
const (
	mostLoose = 12.0
	lastLoose = 28.0 // where nothing else fills it
)

// grow fills pages before the last that would be left emptier than a tenth, though the room between their blocks is widened:
// figures are drawn more loosely, which leaves what stands on which page as it is, and of one that goes on on the next page
// more is drawn on the first.
func (w *writer) grow(p *placer, most float64) *placer {
	p = w.growLead(p)
	best, kept := p, w.slices
	for n := 0; n < len(p.ends); n++ {
		for k := 0; k < len(p.figures()) && p.tail(n)-p.widens(n) >= (p.bottom-p.top)/12; k++ {
			i := p.figures()[k]
			ways := w.fuller
			switch {
			case p.spots[i].Page == n:
			case p.lastPage(i) == n:
				ways = w.fullerEnd
			default:
				continue
			}
			before := w.slices
			for _, scenes := range ways(p, i, p.drawn(i), most) {
				w.slices = w.withScenes(i, p.figure(i), scenes)
				early := shifted(p.early, i, len(w.slices)-len(before))
				if q := place(w.slices, w.geo, early); len(q.pages) <= len(p.pages) && q.wasteTo(n+1) < p.wasteTo(n+1)-1 {
					p = q
					break
				}
				w.slices = before
			}
			if p.waste() < best.waste() {
				best, kept = p, w.slices
			}
		}
	}
	w.slices = kept
	return best
}

// fuller returns the ways in which the figure at i, whose drawings are so high, may be laid out so that its page is full.
func (w *writer) fuller(p *placer, i int, heights []float64, most float64) (ways [][]*chart.Scene) {
	f, tail, part := w.slices[i].figure, p.tail(p.spots[i].Page), (p.bottom-p.top)/30
	if len(heights) == 1 {
		if scenes := w.looser(f, heights[0]+tail-part, most); len(scenes) == 1 && scenes[0].Height > heights[0] {
			ways = append(ways, scenes)
		}
		return ways
	}
	for loose := 0.0; len(heights) > 1 && loose <= most; loose += 2 {
		scenes := w.parts(f, chart.Frame{First: heights[0] + tail, Loose: loose})
		if len(scenes) > 0 && len(scenes) <= len(heights) && scenes[0].Height > heights[0]+part {
			ways = append(ways, scenes)
		}
	}
	return ways
}

// fullerEnd returns the ways in which the figure at i, which ends on another page than it begins on, may be laid out so that more of it
// stands on that: more loosely, which moves what has no room any more on.
func (w *writer) fullerEnd(p *placer, i int, heights []float64, most float64) (ways [][]*chart.Scene) {
	last := len(heights) - 1
	first := heights[0] + max(0, p.tail(p.spots[i].Page))
	for loose := 2.0; loose <= most; loose += 2 {
		scenes := w.parts(w.slices[i].figure, chart.Frame{First: first, Loose: loose})
		if len(scenes) == len(heights) && scenes[last].Height > heights[last] {
			ways = append(ways, scenes)
		}
	}
	slices.SortStableFunc(ways, func(a, b []*chart.Scene) int { return cmp.Compare(b[last].Height, a[last].Height) })
	return ways
}

// lastPage is the page of the last drawing of the figure at i.
func (p *placer) lastPage(i int) int {
	page := p.spots[i].Page
	for k := i; k < p.figure(i); k++ {
		if p.slices[k].scene() != nil {
			page = p.spots[k].Page
		}
	}
	return page
}

// growLead draws the figure of the first page more loosely, where that page would be left emptier than a tenth.
func (w *writer) growLead(p *placer) *placer {
	if w.leadAt == 0 || len(p.ends) == 0 || p.tail(0)-p.widens(0) < (p.bottom-p.top)/12 {
		return p
	}
	was := w.slices[w.leadAt].height
	scenes := w.looser(&figure{figure: w.doc.Front.Lead}, was+p.tail(0)-(p.bottom-p.top)/30, mostLoose)
	if len(scenes) != 1 || scenes[0].Height <= was {
		return p
	}
	before := w.slices
	w.slices = slices.Clone(before)
	s := &w.slices[w.leadAt]
	s.height, s.items = scenes[0].Height, slices.Clone(s.items)
	s.items[0].Scene = Sanitized(w.sanitizer, scenes[0])
	if q := place(w.slices, w.geo, p.early); len(q.pages) <= len(p.pages) && q.waste() < p.waste() {
		return q
	}
	w.slices = before
	return p
}

// looser lays a figure out as loosely as fits a height; nil where it is higher even as it usually is, or would be parted.
func (w *writer) looser(f *figure, height, most float64) []*chart.Scene {
	for loose := most; loose > 0; loose-- {
		if scenes := w.layout(f.figure, chart.Frame{MaxHeight: w.whole(f), Loose: loose}); len(scenes) == 1 && scenes[0].Height <= height {
			return scenes
		}
	}
	return nil
}

// tail is what page n, before the last, is left empty by.
func (p *placer) tail(n int) float64 { return p.bottom - p.ends[n] }

// widens is by how much the room between the blocks of page n may grow in all.
func (p *placer) widens(n int) float64 {
	if p.widening == nil {
		p.widening = make([]float64, len(p.pages))
		for i := range p.slices {
			p.widening[p.spots[i].Page] += p.widest(i)
		}
	}
	return p.widening[n]
}

// figures are the first slices of the figures of blocks, in their order.
func (p *placer) figures() []int {
	if p.starts == nil {
		p.starts = []int{}
		for i := range p.slices {
			if f := p.slices[i].figure; f != nil && (i == 0 || p.slices[i-1].figure != f) {
				p.starts = append(p.starts, i)
			}
		}
	}
	return p.starts
}

// drawn are the heights of the drawings of the figure that begins at i.
func (p *placer) drawn(i int) (heights []float64) {
	for k := i; k < p.figure(i); k++ {
		if sc := p.slices[k].scene(); sc != nil {
			heights = append(heights, sc.Height)
		}
	}
	return heights
}

// joined draws as one what came to stand on one page of a figure that was to go on on the next: nothing goes on "continued"
// below itself.
func (w *writer) joined(p *placer) *placer {
	for k := 0; k < len(p.figures()); k++ {
		i := p.figures()[k]
		s := &w.slices[i]
		parts, room := p.onOnePage(i)
		if parts < 2 {
			continue
		}
		before := w.slices
		for loose := mostLoose; loose >= 0; loose -= 2 {
			scenes := w.parts(s.figure, chart.Frame{First: room, Loose: loose})
			if len(scenes) >= len(p.drawn(i)) {
				continue
			}
			w.slices = w.withScenes(i, p.figure(i), scenes)
			q := place(w.slices, w.geo, shifted(p.early, i, len(w.slices)-len(before)))
			if len(q.pages) <= len(p.pages) && q.waste() <= p.waste()+1 {
				p = q
				break
			}
			w.slices = before
		}
	}
	return p
}

// onOnePage counts the drawings of the figure at i that stand on its first page, and says how high one in their place may be
// with source line and note.
func (p *placer) onOnePage(i int) (parts int, height float64) {
	top := 0.0
	for k := i; k < p.figure(i); k++ {
		sc := p.slices[k].scene()
		switch {
		case sc == nil || p.spots[k].Page != p.spots[i].Page:
			continue
		case parts == 0:
			top = p.spots[k].Y
		}
		parts, height = parts+1, p.spots[k].Y+sc.Height-top
	}
	if parts > 1 {
		height = min(height+p.slices[i].figure.foot+captionGap, p.bottom-top)
	}
	return parts, height
}
