package flow

// tries bounds how often the slices are placed again.
const tries = 16

// fill places the slices again where a page is left empty for a figure that does not fit: the figure then stands higher
// up on that page, before a block of its own section, and the text that it was to follow goes on below it.
func (w *writer) fill(p *placer) *placer {
	early, tried := map[int]int{}, map[int]bool{}
	for range tries {
		before, figure := p.room(tried)
		if figure < 0 {
			break
		}
		tried[figure] = true
		if _, taken := early[before]; taken {
			continue
		}
		early[before] = figure
		if q := place(w.slices, w.geo, early); q.waste() < p.waste()-1 {
			p = q
		} else {
			delete(early, before)
		}
	}
	return p
}

// waste is how much of the pages before the last is left empty beyond a tenth, in points; another page weighs as one that is empty.
func (p *placer) waste() float64 {
	return p.wasteTo(len(p.ends)) + float64(len(p.pages))*(p.bottom-p.top)
}

// wasteTo is how much of the first so many pages is left empty beyond a tenth.
func (p *placer) wasteTo(pages int) float64 {
	height, sum := p.bottom-p.top, 0.0
	for _, end := range p.ends[:min(pages, len(p.ends))] {
		sum += max(0, p.bottom-end-height/12)
	}
	return sum
}

// room finds a figure that begins a page and leaves more than a tenth of the one before it empty, and the last block on
// that page, of the same section, above which there is room for it; the figure is −1 where there is none.
func (p *placer) room(tried map[int]bool) (before, figure int) {
	for f := range p.slices {
		at := p.spots[f]
		if s := &p.slices[f]; !s.float || tried[f] || f == 0 || p.slices[f-1].float && p.slices[f-1].block == s.block || at.Page == 0 ||
			at.Y > p.top+1 ||
			p.bottom-p.ends[at.Page-1] < (p.bottom-p.top)/10 {
			continue
		}
		height := float64(afterFigure)
		for i := f; i < p.figure(f); i++ {
			height += p.slices[i].space + p.slices[i].height
		}
		for k := f - 1; k > 0 && !p.opens(k) && p.spots[k].Page >= at.Page-1; k-- {
			s := &p.slices[k]
			if p.spots[k].Page == at.Page-1 && !s.float && !s.title && s.frame == nil && s.block != p.slices[k-1].block && !p.slices[k-1].keep &&
				p.slices[k-1].frame == nil && p.spots[k].Y+height <= p.bottom {
				return k, f
			}
		}
	}
	return -1, -1
}

// opens reports whether slice k is the title of a section of the first level.
func (p *placer) opens(k int) bool {
	h := p.slices[k].heading
	return h != nil && h.Level == 1
}
