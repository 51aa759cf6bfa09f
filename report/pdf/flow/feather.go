package flow

import "sort"

// mostFeather is what the room between two blocks grows by at the most, so that a page is full.
const mostFeather = 18

// feather spreads what a page leaves empty over the room between its blocks, but for the last page.
func (p *placer) feather() {
	joints := make([][]float64, len(p.pages))
	for i := range p.slices {
		if at := p.spots[i]; p.joint(i) && at.Page < len(p.pages)-1 {
			joints[at.Page] = append(joints[at.Page], at.Y-p.slices[i].frame.heads()-0.01)
		}
	}
	for n := range p.pages[:len(p.pages)-1] {
		if left := p.bottom - p.ends[n]; len(joints[n]) > 0 && left > 0 {
			p.spread(n, joints[n], min(left/float64(len(joints[n])), mostFeather))
		}
	}
}

// joint reports whether slice i begins a block that stands below another, outside frames and columns.
func (p *placer) joint(i int) bool {
	s := &p.slices[i]
	if i == 0 || s.column || s.space == 0 || p.spots[i].Y-s.frame.heads() <= p.top+1 {
		return false
	}
	before := &p.slices[i-1]
	return before.block != s.block && !before.keep && before.frame == nil && (s.frame == nil || s.frame.parent == nil)
}

// spread moves what stands below each joint of a page down by so much.
func (p *placer) spread(n int, joints []float64, by float64) {
	sort.Float64s(joints)
	down := func(y float64) float64 { return y + by*float64(sort.SearchFloat64s(joints, y)) }
	pg := p.pages[n]
	for i := range pg.items {
		pg.items[i].Y = down(pg.items[i].Y)
	}
	for i := range pg.boxes {
		b := &pg.boxes[i]
		end := down(b.Y + b.H - 0.02)
		b.Y = down(b.Y)
		b.H = end + 0.02 - b.Y
	}
	for i := range p.spots {
		if p.spots[i].Page == n {
			p.spots[i].Y = down(p.spots[i].Y)
		}
	}
}

// heads is the padding above everything that stands in f.
func (f *frame) heads() float64 {
	sum := 0.0
	for ; f != nil; f = f.parent {
		sum += f.top
	}
	return sum
}
