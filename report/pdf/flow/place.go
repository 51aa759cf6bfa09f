package flow

import (
	"slices"

	"sitrep/report/pdf/page"
)

// A Spot is a place on a page: y from the top, in points; pages count from 0.
type Spot struct {
	Page int     // from 0
	Y    float64 // points from the top
}

// A placer fills pages with slices. Its time is linear in their number.
type placer struct {
	top, bottom float64
	shift       float64 // from the first column to the second
	holds       bool    // pages hold what stands on them; else only places are sought
	slices      []slice
	pages       []*placed
	spots       []Spot    // of each slice
	ends        []float64 // of the pages before the last
	y           float64
	fresh       bool         // nothing stands on the page yet
	least       float64      // room wanted above the next slice, whatever it asks for itself
	early       map[int]int  // the figures that stand before a block which they follow, by the first slice of that
	done        map[int]bool // the figures among them that have their place
	waiting     []int        // first slices of the figures that wait for a place, in their order
	column      int          // 0: none; the first or the second
	columnTop   float64
	columnEnd   float64 // of the longer
	frame       *frame
	open        []opened
	starts      []int     // the first slices of the figures
	widening    []float64 // of each page, by how much the room between its blocks may grow in all; nil: not asked for yet
}

// A placed page keeps its items in the order of reading.
type placed struct {
	boxes []page.Box
	items []item
}

// opened says where on the page the boxes of an open frame are.
type opened struct {
	frame *frame
	box   int // index of the panel, −1 for none
	bar   int
	y     float64
}

// place puts all slices on pages: runs that keep together whole where a page can
// hold them. A figure that does not fit on what is left of a page waits, and what
// may pass it fills the page; it stands where the next block begins that leaves
// room for it, so that it never parts a paragraph or a list. Figures keep their order. Early ones stand before a block that they follow.
// Places alone are sought: what stands on the pages is known of the last placing, see [placer.filled].
func place(slices []slice, geo geometry, early map[int]int) *placer {
	p := &placer{early: early, top: geo.top, bottom: geo.bottom, shift: geo.column() + columnGutter, slices: slices}
	p.work()
	return p
}

// filled is the same places again, on pages that hold what stands on them.
func (p *placer) filled() *placer {
	q := &placer{early: p.early, top: p.top, bottom: p.bottom, shift: p.shift, slices: p.slices, holds: true}
	q.work()
	return q
}

func (p *placer) work() {
	p.done, p.spots = map[int]bool{}, make([]Spot, len(p.slices))
	p.newPage()
	for i := 0; i < len(p.slices); {
		s := &p.slices[i]
		p.enter(s)
		if f, ok := p.early[i]; ok && len(p.waiting) == 0 && !p.done[f] && p.fits(f, p.figure(f)) {
			p.done[f] = true
			p.all(f, p.figure(f))
		}
		if p.done[i] {
			i = p.figure(i)
			continue
		}
		if len(p.waiting) > 0 && (!s.float && !p.passes(i) || p.between(i) && p.ready(i)) {
			p.settle()
			continue
		}
		end := p.run(i)
		switch {
		case s.float && (len(p.waiting) > 0 || !p.fresh && !p.fits(i, end)):
			p.waiting = append(p.waiting, i)
			i = p.figure(i)
		case p.fresh || p.fits(i, end):
			i = p.all(i, end)
		default:
			p.turn()
		}
	}
	for len(p.waiting) > 0 {
		p.settle()
	}
	p.closeTo(nil)
}

// passes reports whether slice i may stand before a figure that waits. The title of another section never does: a
// figure stands in its own. That of a part of the section does where the page would be left emptier than a quarter, and
// no more than three figures wait.
func (p *placer) passes(i int) bool {
	if s := &p.slices[i]; !s.title {
		return s.passes
	}
	return !p.fresh && p.slices[i].heading != nil && p.slices[i].heading.Level > 1 && len(p.waiting) <= 3 &&
		p.bottom-p.y > (p.bottom-p.top)/8 && p.slices[p.run(i)-1].passes
}

// between reports whether a figure may stand before slice i.
func (p *placer) between(i int) bool {
	return i == 0 || p.slices[i].block != p.slices[i-1].block && !p.slices[i-1].keep && p.frame == nil
}

// ready reports whether the figure that has waited longest should stand before
// the block that begins at i: it fits on the page, or would not fit on the next
// below what this page has no room for of the block.
func (p *placer) ready(i int) bool {
	first := p.waiting[0]
	end := p.run(first)
	if p.fits(first, end) {
		return true
	}
	if p.slices[i].float { // it waits too
		return false
	}
	whole := i + 1
	for whole < len(p.slices) && (p.slices[whole-1].keep || p.slices[whole].block == p.slices[whole-1].block) {
		whole++
	}
	if p.fresh || p.fits(i, whole) {
		return false
	}
	height := p.y + afterFigure // where the figure would end, less the page that is filled first
	for k := i; k < whole; k++ {
		height += p.slices[k].space + p.slices[k].height
	}
	for k := first; k < end; k++ {
		height += p.slices[k].space + p.slices[k].height
	}
	return height-p.bottom > p.bottom-p.top
}

// figure returns the end of the figure that begins at i.
func (p *placer) figure(i int) int {
	for block := p.slices[i].block; i < len(p.slices) && p.slices[i].float && p.slices[i].block == block; {
		i++
	}
	return i
}

// settle puts the figure that has waited longest, on a new page where it does not fit.
func (p *placer) settle() {
	i := p.waiting[0]
	p.waiting = p.waiting[1:]
	for end := p.figure(i); i < end; {
		run := p.run(i)
		if !p.fresh && !p.fits(i, run) {
			p.newPage()
		}
		i = p.all(i, run)
	}
}

// all puts the slices from i to end, going to another page only where one does not fit.
func (p *placer) all(i, end int) int {
	for from := i; i < end; i++ {
		if i > from { // columns may begin within a run: a heading keeps together with the first of them
			p.enter(&p.slices[i])
		}
		if !p.fresh && !p.fits(i, i+1) {
			p.turn()
		}
		p.put(i)
	}
	return end
}

// run returns the end of the run that begins at i and keeps together, or of as
// much of it as is sure not to fit on one page.
func (p *placer) run(i int) int {
	height := 0.0
	for ; i < len(p.slices); i++ {
		height += p.slices[i].height
		if !p.slices[i].keep || height > p.bottom-p.top {
			return i + 1
		}
	}
	return i
}

// fits reports whether the slices from i to end fit on what is left of the page.
func (p *placer) fits(i, end int) bool {
	y, at, fresh := p.y, p.frame, p.fresh
	if !fresh {
		y += max(0, p.least-p.slices[i].space)
	}
	for ; i < end; i++ {
		s := &p.slices[i]
		y = advance(y, at, s, fresh)
		at, fresh = s.frame, false
	}
	return y+at.feet() <= p.bottom+0.01
}

// advance returns where the pen is after s, coming from frame at.
func advance(y float64, at *frame, s *slice, fresh bool) float64 {
	shared := common(at, s.frame)
	for ; at != shared; at = at.parent {
		y += at.bottom
	}
	if !fresh {
		y += s.space
	} else if s.head != nil {
		y += s.head.height
	}
	for f := s.frame; f != shared; f = f.parent {
		y += f.top
	}
	return y + s.height
}

func (p *placer) put(i int) {
	s := &p.slices[i]
	if p.fresh && s.head != nil {
		p.repeat(s)
	}
	p.closeTo(common(p.frame, s.frame))
	if !p.fresh {
		p.y += max(s.space, p.least)
	}
	p.least = 0
	if s.float && p.figure(i) == i+1 {
		p.least = afterFigure
	}
	p.openTo(s.frame)
	p.fresh = false
	p.spots[i] = Spot{len(p.pages) - 1, p.y}
	p.draw(s)
}

// repeat draws the head of the table that s goes on with.
func (p *placer) repeat(s *slice) {
	p.openTo(s.frame)
	for i := range s.head.slices {
		p.draw(&s.head.slices[i])
	}
}

func (p *placer) draw(s *slice) {
	y := p.y
	p.y += s.height
	if !p.holds {
		return
	}
	pg := p.pages[len(p.pages)-1]
	shift := 0.0
	if p.column == 2 {
		shift = p.shift
	}
	for _, b := range s.boxes {
		b.X, b.Y = b.X+shift, b.Y+y
		pg.boxes = append(pg.boxes, b)
	}
	for _, it := range s.items {
		it.X, it.Y = it.X+shift, it.Y+y
		pg.items = append(pg.items, it)
	}
}

// enter begins or ends columns, and turns to the second where that is asked for.
func (p *placer) enter(s *slice) {
	switch {
	case s.column && p.column == 0:
		p.column, p.columnTop, p.columnEnd = 1, p.y, 0
		if !p.fresh {
			p.columnTop += max(s.space, p.least)
			p.y, p.least, p.fresh = p.columnTop, 0, true
		}
	case s.column && s.turns && p.column == 1:
		p.turn()
	case !s.column && p.column != 0:
		p.column, p.y, p.fresh = 0, max(p.y, p.columnEnd), false
	}
}

// turn goes to the second column, or to another page.
func (p *placer) turn() {
	switch p.column {
	case 0:
		p.newPage()
	case 1:
		p.column, p.columnEnd, p.y, p.fresh = 2, p.y, p.columnTop, true
	default:
		p.newPage()
		p.column, p.columnTop, p.columnEnd = 1, p.top, 0
	}
}

func (p *placer) newPage() {
	if len(p.pages) > 0 {
		p.closeTo(nil)
		p.ends = append(p.ends, max(p.y, p.columnEnd))
	}
	pg := &placed{}
	if n := len(p.pages); n > 0 && p.holds { // pages are much alike
		pg.items = make([]item, 0, len(p.pages[n-1].items))
	}
	p.pages = append(p.pages, pg)
	p.y, p.fresh, p.frame = p.top, true, nil
}

// closeTo closes the open frames down to f.
func (p *placer) closeTo(f *frame) {
	pg := p.pages[len(p.pages)-1]
	for p.frame != f {
		o := p.open[len(p.open)-1]
		p.open = p.open[:len(p.open)-1]
		p.y += o.frame.bottom
		if o.box >= 0 {
			pg.boxes[o.box].H = p.y - o.y
		}
		if o.bar >= 0 {
			pg.boxes[o.bar].H = p.y - o.y
		}
		p.frame = o.frame.parent
	}
}

// openTo opens the frames from the open one up to f.
func (p *placer) openTo(f *frame) {
	if f == p.frame {
		return
	}
	p.openTo(f.parent)
	pg := p.pages[len(p.pages)-1]
	o := opened{frame: f, box: -1, bar: -1, y: p.y}
	if f.fill != "" && p.holds {
		o.box = len(pg.boxes)
		pg.boxes = append(pg.boxes, page.Box{X: f.x, Y: p.y, W: f.width, Fill: f.fill})
	}
	if f.bar != "" && p.holds {
		o.bar = len(pg.boxes)
		pg.boxes = append(pg.boxes, page.Box{X: f.x, Y: p.y, W: f.barWidth, Fill: f.bar})
	}
	p.open = append(p.open, o)
	p.y += f.top
	p.frame = f
}

// finish returns the placed page with its items in reading order.
func (pg *placed) finish() *page.Page {
	if !slices.IsSortedFunc(pg.items, inOrder) {
		slices.SortStableFunc(pg.items, inOrder)
	}
	out := &page.Page{Boxes: pg.boxes, Items: make([]page.Item, len(pg.items))}
	for i := range pg.items {
		out.Items[i] = pg.items[i].Item
	}
	return out
}
