package flow

// lastLeast is the share of its height to which a last page of endnotes is
// filled, at the least; lastGives is what the page before it may be left emptier.
const lastLeast, lastGives = 0.2, 0.3

// noteGap is the room between endnotes; closeGaps are what it becomes, one after
// the other, where a few notes would stand alone on the last page.
const noteGap = 4.6

func closeGaps() []float64 { return []float64{3.9, 3.3} }

// fillLast places the slices again where the last page holds a few endnotes and
// nothing else: the notes closer together, so that the page is not needed, or
// else more on it of what the page before has.
func (w *writer) fillLast(p *placer) *placer {
	if !p.lonely() {
		return p
	}
	for _, gap := range closeGaps() {
		w.spaceNotes(gap)
		if q := place(w.slices, w.geo.top, w.geo.bottom); len(q.pages) < len(p.pages) && !q.lonely() {
			return q
		}
	}
	w.spaceNotes(noteGap)
	if i := p.share(); i > 0 {
		w.slices[i].breaks = true
		return place(w.slices, w.geo.top, w.geo.bottom)
	}
	return p
}

// share returns the last slice at which the page before the last may end so that
// the last is full enough; 0 where there is none.
func (p *placer) share() int {
	height, page := 0.0, p.bottom-p.top
	for i := len(p.slices) - 1; i > 0; i-- {
		s := &p.slices[i]
		before, end := &p.slices[i-1], p.spots[i-1]
		giver := end.Page == p.spots[i].Page && end.Page == len(p.pages)-2
		if s.float || before.float || end.Page < len(p.pages)-2 || giver && p.bottom-end.Y-before.height > lastGives*page {
			return 0
		}
		if height += s.height; giver && height >= lastLeast*page && s.block != before.block && !before.keep {
			return i
		}
		height += s.space
	}
	return 0
}

// spaceNotes sets the room above each endnote but the first.
func (w *writer) spaceNotes(gap float64) {
	first := true
	for i := range w.slices {
		if w.slices[i].note && !first {
			w.slices[i].space = gap
		}
		first = first && !w.slices[i].note
	}
}

// lonely reports whether the last page of several holds endnotes, with their
// title or without, and is less full than it should be.
func (p *placer) lonely() bool {
	last, notes := len(p.pages)-1, false
	if last == 0 || p.y-p.top >= lastLeast*(p.bottom-p.top) {
		return false
	}
	for i := len(p.slices) - 1; i >= 0 && p.spots[i].Page == last; i-- {
		notes = notes || p.slices[i].note
	}
	return notes
}
