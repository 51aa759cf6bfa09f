package flow

import "sort"

// What the room between two blocks grows by at the most, so that a page is full, in points.
const (
	mostFeather = 22.0
	mostTitle   = 38.0 // above the title of a section
)

// A seam is where the room on a page may grow: at y, by so much at the most.
type seam struct{ y, most float64 }

// feather spreads what a page leaves empty over the room between its blocks and, where that does not do, between the parts
// of its tables and strips, but for the last page.
func (p *placer) feather() {
	blocks, parts, on := make([][]seam, len(p.pages)), make([][]seam, len(p.pages)), make([][]int, len(p.pages))
	for i := range p.slices {
		at := p.spots[i]
		on[at.Page] = append(on[at.Page], i)
		if at.Page == len(p.pages)-1 {
			continue
		}
		if p.joint(i) {
			blocks[at.Page] = append(blocks[at.Page], seam{at.Y - p.slices[i].frame.heads() - 0.01, p.widest(i)})
		} else if most := p.widest(i); most > 0 {
			parts[at.Page] = append(parts[at.Page], seam{at.Y - p.slices[i].space - 0.01, most})
		}
	}
	for n := range p.ends {
		left := p.tail(n)
		blocks := widened(blocks[n], left)
		p.spread(n, on[n], append(blocks, widened(parts[n], left-total(blocks))...))
	}
}

// widest is by how much the room above slice i may grow.
func (p *placer) widest(i int) float64 {
	s := &p.slices[i]
	switch {
	case p.joint(i) && s.title:
		return mostTitle
	case p.joint(i):
		return mostFeather
	case i > 0 && s.frame == p.slices[i-1].frame && p.spots[i].Y > p.top+s.frame.heads()+1:
		return s.loose
	}
	return 0
}

// widened shares room out among seams.
func widened(all []seam, room float64) []seam {
	sum := total(all)
	for i := range all {
		all[i].most *= max(0, min(1, room/sum))
	}
	return all
}

// total is by how much seams grow together.
func total(all []seam) (sum float64) {
	for _, s := range all {
		sum += s.most
	}
	return sum
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

// spread moves what stands below each seam of a page, which slices stand on, down by its share.
func (p *placer) spread(n int, on []int, seams []seam) {
	if len(seams) == 0 || total(seams) <= 0 {
		return
	}
	sort.Slice(seams, func(i, k int) bool { return seams[i].y < seams[k].y })
	sums := make([]float64, len(seams)+1)
	for i, s := range seams {
		sums[i+1] = sums[i] + s.most
	}
	down := func(y float64) float64 {
		return y + sums[sort.Search(len(seams), func(i int) bool { return seams[i].y >= y })]
	}
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
	for _, i := range on {
		p.spots[i].Y = down(p.spots[i].Y)
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
