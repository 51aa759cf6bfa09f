package chart

import (
	"math"
	"slices"

	"sitrep/report/theme"
)

// paginate fills page after page. A heading and what is said of its group never
// end a page; where a group goes on, both are repeated. A page holds at least one row.
func (b *rowsLayout) paginate() []*Scene {
	head := b.head(&pen{fonts: b.fonts, dry: true}, nil)
	var scenes []*Scene
	var lead []item // heading and statement of the group that is being laid
	for i := 0; i < len(b.items); {
		var page []item
		y, rows := head, 0
		if b.items[i].row != nil {
			page, y = b.continued(lead, y)
		}
		for ; i < len(b.items); i++ {
			it := b.items[i]
			if limit := b.frame.limit(len(scenes)); rows > 0 && limit > 0 && y+b.needs(i) > limit {
				break
			}
			lead = remember(lead, b.items, i)
			it.y = y
			y += it.height
			page = append(page, it)
			if it.row != nil {
				rows++
			}
		}
		scenes = append(scenes, b.page(page, y+2))
	}
	if scenes == nil {
		scenes = []*Scene{b.page(nil, head+b.pad)}
	}
	return scenes
}

// needs returns the height of an item together with what must stay with it, and the page's foot.
func (b *rowsLayout) needs(i int) float64 {
	h := 2.0
	for ; i < len(b.items); i++ {
		h += b.items[i].height
		if b.items[i].row != nil {
			break
		}
	}
	return h
}

func remember(lead, items []item, i int) []item {
	if items[i].row != nil {
		return lead
	}
	if i > 0 && items[i-1].row == nil && items[i].heading == "" {
		return append(lead, items[i])
	}
	return []item{items[i]}
}

func (b *rowsLayout) continued(lead []item, y float64) ([]item, float64) {
	var page []item
	for _, it := range lead {
		if it.heading != "" {
			it.heading = b.cut(boldFace, it.heading+" ("+b.chart.Language.Say("doc.continued")+")", b.width)
		}
		it.y = y
		y += it.height
		page = append(page, it)
	}
	return page, y
}

// head draws the key, the unit and the axis numbers, and returns where the rows begin: on all pages at one height. Of the key it draws what
// is explained, without what the page does not show.
func (b *rowsLayout) head(p *pen, explained []sample) float64 {
	y := (&pen{fonts: p.fonts, dry: true}).key(b.legend, b.width)
	p.key(explained, b.width)
	if unit := axisUnit(b.chart, b.scale.log); unit != "" {
		p.text("unit", smallFace, Start, b.x0-4, y+smallFace.base(), p.cut(smallFace, unit, b.width-b.x0))
		y += smallLead
	}
	b.axisNumbers(p, y+smallFace.base())
	return y + smallLead + 3
}

// axisNumbers writes the numbers of the axis. Of numbers that would touch, the
// last of all stays, and of the others the first.
func (b *rowsLayout) axisNumbers(p *pen, y float64) {
	last := len(b.ticks) - 1
	place := func(i int) (x, left, right float64) {
		w := p.measure(smallFace, b.ticks[i])
		x = clamp(b.x(b.scale.ticks[i].at), w/2, b.width-w/2)
		return x, x - w/2, x + w/2
	}
	_, limit, _ := place(last)
	end := math.Inf(-1)
	for i := range b.ticks {
		x, left, right := place(i)
		if i < last && (left < end+4 || right > limit-4) {
			continue
		}
		p.text("tick", smallFace, Middle, x, y, b.ticks[i])
		end = right
	}
}

// page draws one page: bands, grid, then rows.
func (b *rowsLayout) page(items []item, bottom float64) *Scene {
	p := &pen{fonts: b.fonts}
	top := b.head(p, b.explained(items))
	b.pen = *p
	b.bands(items)
	b.grid(items, top, bottom)
	for i := range items {
		b.owner = ""
		b.drawItem(&items[i], i > 0 && items[i-1].row != nil)
	}
	b.owner = ""
	s := b.scene(b.width, bottom)
	b.shapes = nil
	return s
}

// explained is the part of the key that a page needs: marks of rows that stand on others are not explained on it.
func (b *rowsLayout) explained(items []item) []sample {
	var rows []Row
	for _, it := range items {
		if it.row != nil {
			rows = append(rows, *it.row)
		}
	}
	if len(rows) == len(b.rows) {
		return b.legend
	}
	has := func(key []sample, s sample) bool {
		return slices.ContainsFunc(key, func(k sample) bool { return k.text == s.text })
	}
	all, here := rowKey(b.chart, b.rows), rowKey(b.chart, rows)
	return slices.DeleteFunc(slices.Clone(b.legend), func(s sample) bool { return has(all, s) && !has(here, s) })
}

// grid draws the lines of the ticks: from the numbers to the bottom, or, where
// labels stand above the marks, behind the marks alone.
func (b *rowsLayout) grid(items []item, top, bottom float64) {
	for _, t := range b.scale.ticks {
		x := b.x(t.at)
		segs := b.gridLine(items, x, top-2, bottom)
		if b.narrow {
			segs = polyline([]float64{x, top - 2, x, top + 1}, false)
			for _, it := range items {
				if end := it.y + it.high; it.row != nil {
					segs = append(segs, polyline([]float64{x, end - markStrip - b.pad/2, x, end - b.pad/2 + 1}, false)...)
				}
			}
		}
		l, role := look{stroke: theme.Grid, width: 0.6}, "grid"
		if t.at == 0 && !b.scale.log {
			l.stroke, role = theme.Axis, "axis"
		}
		b.path(role, l, segs)
	}
	if b.scale.zero > 0 {
		b.axisBreak(top - 1.3)
	}
}

// gridLine runs down at x and leaves out the headings that reach beyond it.
func (b *rowsLayout) gridLine(items []item, x, top, bottom float64) (segs []Segment) {
	from := top
	for _, it := range items {
		if it.heading != "" && b.measure(boldFace, it.heading)+3 > x {
			segs = append(segs, polyline([]float64{x, from, x, it.y + 1}, false)...)
			from = it.y + it.height - b.pad/2
		}
	}
	return append(segs, polyline([]float64{x, from, x, bottom}, false)...)
}

// axisBreak marks that a logarithmic axis has no way from zero to its first decade.
func (b *rowsLayout) axisBreak(y float64) {
	x := (b.x(0) + b.x(b.scale.lo)) / 2
	for _, d := range []float64{-1.5, 1.5} {
		b.line("axis-break", look{stroke: theme.Axis, width: 0.7}, x+d-0.8, y+1.5, x+d+0.8, y-1.5)
	}
}

// bands shades, behind each group's rows, what all its ranges share.
func (b *rowsLayout) bands(items []item) {
	for i, it := range items {
		if it.band == nil {
			continue
		}
		j := i + 1
		for j < len(items) && items[j].row != nil {
			j++
		}
		end := items[j-1].y + items[j-1].height
		x0, x1 := b.x(it.band.low), b.x(it.band.high)
		x0 -= max(0, 1.6-(x1-x0)) / 2
		x1 += max(0, 1.6-(x1-x0)) / 2
		b.rect("band", look{fill: theme.Band}, x0, it.y, x1-x0, end-it.y)
	}
}

// drawItem draws one placed item.
func (b *rowsLayout) drawItem(it *item, ruled bool) {
	switch {
	case it.heading != "":
		y := it.y + b.pad - 2 + boldFace.base()
		b.paper(0, b.measure(boldFace, it.heading), y, boldFace)
		b.text("group", boldFace, Start, 0, y, it.heading)
	case it.statement != nil:
		b.statement(it)
	case it.row != nil:
		if ruled {
			b.line("rule", look{stroke: theme.Grid, width: 0.4}, 0, it.y, b.width, it.y)
		}
		b.owner = it.row.ID
		if b.narrow {
			b.drawNarrow(it)
		} else {
			b.drawWide(it)
		}
		for i, line := range it.note {
			y := it.y + it.high - b.pad/2 + float64(i)*smallLead + noteFace.base()
			b.back(b.x0+valueGap, b.measure(noteFace, line), y, noteFace)
			b.text("note", noteFace, Start, b.x0+valueGap, y, line)
		}
	}
}

// statement writes what is said of a group, over its band if it has one, and
// never left of the plot: it has its line to itself, also over the dates.
func (b *rowsLayout) statement(it *item) {
	f := smallBold
	x, w := b.x0+valueGap, b.widest(f, it.statement)
	if it.band != nil {
		x = (b.x(it.band.low)+b.x(it.band.high))/2 - w/2
	}
	x = clamp(x, b.x0+4, max(b.x0+4, b.width-w))
	for i, line := range it.statement {
		y := it.y + 1 + float64(i)*smallLead + f.base()
		b.back(x, b.measure(f, line), y, f)
		b.text("statement", f, Start, x, y, line)
	}
}

// drawWide draws a row on one line: label, mark, date.
func (b *rowsLayout) drawWide(it *item) {
	mid, under := it.y+it.high/2, len(it.detail)
	if it.beside > 0 {
		under = 0
	}
	b.texts(it, mid-(float64(len(it.label))*bodyLead+float64(under)*smallLead)/2, 0)
	b.lines("end", smallFace, End, b.width, mid-float64(len(it.end))*smallLead/2, it.end)
	b.marked(it, mid)
}

// drawNarrow draws a row with its label and date above the mark.
func (b *rowsLayout) drawNarrow(it *item) {
	top := it.y + b.pad/2
	b.texts(it, top, 0)
	b.lines("end", smallFace, End, b.width, top+(bodyLead-smallLead)/2, it.end)
	b.marked(it, it.y+it.high-b.pad/2-markStrip/2)
}

func (b *rowsLayout) texts(it *item, y, x float64) {
	f := bodyFace
	if it.row.Superseded {
		f.color = theme.Muted
	}
	b.lines("label", f, Start, x, y, it.label)
	if it.beside > 0 {
		b.lines("detail", smallFace, Start, x+it.beside, y+(bodyLead-smallLead)/2+0.3, it.detail)
		return
	}
	b.lines("detail", smallFace, Start, x, y+float64(len(it.label))*bodyLead, it.detail)
}

// marked draws the mark and the value at it.
func (b *rowsLayout) marked(it *item, y float64) {
	if it.row.Old != nil {
		y -= earlierDrop / 2
	}
	b.mark(b, it.row, y)
	b.ghost(it.row, y)
	left, right := b.reach(b, it.row)
	f := boldFace
	if it.row.Superseded {
		f.color, f.bold = theme.Muted, false
	}
	top := y - float64(len(it.value)-1)*bodyLead/2 + f.size*0.36
	for i, s := range it.value {
		y, w := top+float64(i)*bodyLead, b.measure(f, s)
		if it.right {
			b.back(right+valueGap, w, y, f)
			b.text("value", f, Start, right+valueGap, y, s)
		} else {
			b.back(left-valueGap-w, w, y, f)
			b.text("value", f, End, left-valueGap, y, s)
		}
	}
}

// back lays paper behind a text, so that grid lines do not run through it. A
// band is not interrupted: there the text stands on the band.
func (b *rowsLayout) back(x, width, baseline float64, f face) {
	crossed := slices.ContainsFunc(b.scale.ticks, func(t tick) bool { at := b.x(t.at); return at > x-1 && at < x+width+1 })
	banded := slices.ContainsFunc(b.items, func(it item) bool {
		return it.band != nil && b.x(it.band.low) < x+width+1 && b.x(it.band.high) > x-1
	})
	if crossed && !banded {
		b.paper(x, width, baseline, f)
	}
}

// paper lays paper behind a text.
func (b *rowsLayout) paper(x, width, baseline float64, f face) {
	if width > 0 {
		left, right := max(x-1.5, 0), min(x+width+1.5, b.width)
		b.rect("backing", look{fill: theme.Paper}, left, baseline-ascent*f.size, right-left, (ascent+descent)*f.size)
	}
}
