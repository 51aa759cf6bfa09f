package chart

import (
	"math"

	"sitrep/report/theme"
)

// The measures of a board, in points.
const (
	narrowest = 160.0 // frames narrower than this are laid out as if they were this wide
	wideFrom  = 400.0 // from here on, labels stand beside the plot rather than above each row
	rowPad    = 7.0   // between the texts of two rows
	barHeight = 6.5
	valueGap  = 5.0  // between a mark and its value
	overhang  = 6.0  // how far a mark at an end of the axis may reach beyond it
	markStrip = 14.0 // the height of a mark's line where labels stand above it
)

// A board is the ground that ranges and bars share: rows under one value axis,
// with the label to the left of the mark and the date to the right, or both above it.
type board struct {
	pen
	chart  *Chart
	frame  Frame
	rows   []Row
	narrow bool
	width  float64

	labelWidth, endWidth float64
	x0, x1               float64 // the plot; marks and values stay inside
	data                 float64 // the length of the axis, from x0
	scale                scale
	ticks                []string
	items                []item

	reach func(b *board, r *Row) (left, right float64)         // what a row's mark covers, on the page
	mark  func(b *board, r *Row, y float64)                    // draws it
	state func(b *board, rows []Row) (text string, band *band) // what to say of a group; may be nil
}

// An item is one line of a board: a row, the heading of a group, or what is said of it.
type item struct {
	row       *Row
	heading   string
	statement string
	band      *band
	label     []string
	detail    []string
	end       []string
	value     string
	right     bool // the value stands to the right of the mark
	height    float64
	y         float64 // top, once it is placed
}

// A band is what all ranges of a group have in common. High may be infinite.
type band struct{ low, high float64 }

// lay places the rows and returns the pages.
func (b *board) lay(log bool) []*Scene {
	b.width = max(b.frame.Width, narrowest)
	b.narrow = b.width < wideFrom
	b.columns()
	b.group()
	b.scale, b.ticks = fit(&b.pen, b.chart.Language, numbers(b.rows), log, (b.x1-b.x0)*0.8, 8)
	b.shrink()
	return b.paginate()
}

// columns divides the width.
func (b *board) columns() {
	label, end := 40.0, 0.0
	for i := range b.rows {
		r := &b.rows[i]
		label = max(label, b.measure(bodyFace, clean(r.Label)), b.measure(smallFace, clean(r.Detail)))
		end = max(end, b.widest(smallFace, b.ends(r)))
	}
	if b.narrow {
		b.endWidth = min(end, b.width*0.4)
		b.labelWidth = b.width - b.endWidth - 8
		b.x0, b.x1 = overhang, b.width-overhang
		return
	}
	b.endWidth = min(end, b.width*0.2)
	b.labelWidth = min(label, b.width*0.32) + 1
	b.x0, b.x1 = b.labelWidth+14, b.width-b.endWidth-10
}

// ends is what stands at a row's end: date and grade.
func (b *board) ends(r *Row) []string {
	date, grade := clean(r.DateText), clean(r.Grade)
	switch {
	case date == "" && grade == "":
		return nil
	case grade == "":
		return []string{date}
	case date == "":
		return []string{grade}
	}
	return []string{date + " · " + grade}
}

// group makes the items: rows, and before each group its heading and what is said of it.
func (b *board) group() {
	for i := 0; i < len(b.rows); {
		j := i
		for j < len(b.rows) && b.rows[j].Group == b.rows[i].Group {
			j++
		}
		if g := clean(b.rows[i].Group); g != "" {
			b.items = append(b.items, item{heading: b.cut(boldFace, g, b.width), height: bodyLead + rowPad})
		}
		if b.state != nil {
			if text, band := b.state(b, b.rows[i:j]); text != "" {
				b.items = append(b.items, item{statement: b.cut(smallBold, text, b.x1), band: band, height: smallLead + 3})
			}
		}
		for ; i < j; i++ {
			b.items = append(b.items, b.item(&b.rows[i]))
		}
	}
}

// item breaks a row's texts into lines.
func (b *board) item(r *Row) item {
	it := item{row: r, value: clean(r.Value)}
	it.label = b.wrap(bodyFace, r.Label, b.labelWidth, 3)
	it.detail = b.wrap(smallFace, r.Detail, b.labelWidth, 2)
	for _, s := range b.ends(r) {
		it.end = append(it.end, b.cut(smallFace, s, b.endWidth))
	}
	texts := float64(len(it.label))*bodyLead + float64(len(it.detail))*smallLead
	if b.narrow {
		it.height = max(texts, smallLead) + markStrip + rowPad
	} else {
		it.height = max(texts, 12) + rowPad
	}
	return it
}

// shrink shortens the axis until every value fits beside its mark. The rule: a
// value stands to the right of its mark, else to the left; the axis keeps at
// least two fifths of the room, and a value that even then fits on neither side is cut.
func (b *board) shrink() {
	room := b.x1 - b.x0
	for part := 1.0; ; part -= 0.05 {
		b.data = room * part
		if b.place(false) {
			return
		}
		if part < 0.45 {
			b.place(true)
			return
		}
	}
}

// place chooses the side of every value; it reports whether all fit.
func (b *board) place(cut bool) bool {
	for i := range b.items {
		it := &b.items[i]
		if it.row == nil {
			continue
		}
		left, right := b.reach(b, it.row)
		w := b.measure(boldFace, it.value)
		it.right = right+valueGap+w <= b.x1
		if (it.right || left-valueGap-w >= b.x0) && right <= b.x1+overhang {
			continue
		}
		if !cut {
			return false
		}
		it.right = b.x1-right >= left-b.x0
		it.value = b.cut(boldFace, it.value, max(b.x1-right, left-b.x0)-valueGap)
	}
	return true
}

// x returns where a value stands on the page.
func (b *board) x(v float64) float64 {
	if math.IsInf(v, 1) {
		return b.x1
	}
	return b.x0 + b.scale.at(v)*b.data
}

// paginate fills page after page. A heading and what is said of its group never
// end a page; where a group goes on, both are repeated. A page holds at least one row.
func (b *board) paginate() []*Scene {
	head := b.head(&pen{fonts: b.fonts})
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
			if rows > 0 && b.frame.MaxHeight > 0 && y+b.needs(i) > b.frame.MaxHeight {
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
		scenes = []*Scene{b.page(nil, head+rowPad)}
	}
	return scenes
}

// needs returns the height of an item together with what must stay with it, and the page's foot.
func (b *board) needs(i int) float64 {
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

func (b *board) continued(lead []item, y float64) ([]item, float64) {
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

// head draws the key, the unit and the axis numbers, and returns where the rows begin.
func (b *board) head(p *pen) float64 {
	y := p.key(rowKey(b.chart, b.rows), b.width, 0)
	if unit := axisUnit(b.chart, b.scale.log); unit != "" {
		p.text("unit", smallFace, Start, b.x0-4, y+smallFace.base(), p.cut(smallFace, unit, b.width-b.x0))
		y += smallLead
	}
	b.axisNumbers(p, y+smallFace.base())
	return y + smallLead + 3
}

// axisNumbers writes the numbers of the axis. Of numbers that would touch, the
// last of all stays, and of the others the first.
func (b *board) axisNumbers(p *pen, y float64) {
	last := len(b.ticks) - 1
	place := func(i int) (x, left, right float64) {
		w := p.measure(smallFace, b.ticks[i])
		x = clamp(b.x(b.scale.ticks[i]), w/2, b.width-w/2)
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

// axisUnit names the unit, once, and says if the scale is logarithmic.
func axisUnit(c *Chart, log bool) string {
	unit := c.Language.Cap(clean(c.Unit))
	if !log {
		return unit
	}
	if unit == "" {
		return c.Language.Cap(c.Language.Say("chart.log"))
	}
	return unit + ", " + c.Language.Say("chart.log")
}

// page draws one page: bands, grid, then rows.
func (b *board) page(items []item, bottom float64) *Scene {
	p := &pen{fonts: b.fonts}
	top := b.head(p)
	b.pen = *p
	b.bands(items)
	b.grid(items, top, bottom)
	for i := range items {
		b.owner = ""
		b.item0(&items[i], i > 0 && items[i-1].row != nil)
	}
	b.owner = ""
	s := b.scene(b.width, bottom)
	b.shapes = nil
	return s
}

// grid draws the lines of the ticks: from the numbers to the bottom, or, where
// labels stand above the marks, behind the marks alone.
func (b *board) grid(items []item, top, bottom float64) {
	for i, t := range b.scale.ticks {
		x := b.x(t)
		segs := polyline([]float64{x, top - 2, x, bottom}, false)
		if b.narrow {
			segs = polyline([]float64{x, top - 2, x, top + 1}, false)
			for _, it := range items {
				if end := it.y + it.height; it.row != nil {
					segs = append(segs, polyline([]float64{x, end - markStrip - rowPad/2, x, end - rowPad/2 + 1}, false)...)
				}
			}
		}
		l, role := look{stroke: theme.Grid, width: 0.6}, "grid"
		if t == 0 || i == 0 {
			l.stroke, role = theme.Axis, "axis"
		}
		b.path(role, l, segs)
	}
	if b.scale.zero > 0 {
		b.axisBreak(top - 0.6)
	}
}

// axisBreak marks that a logarithmic axis has no way from zero to its first decade.
func (b *board) axisBreak(y float64) {
	x := (b.x(0) + b.x(b.scale.lo)) / 2
	for _, d := range []float64{-1.5, 1.5} {
		b.line("axis-break", look{stroke: theme.Axis, width: 0.7}, x+d-1, y+2, x+d+1, y-2)
	}
}

// bands shades, behind each group's rows, what all its ranges share.
func (b *board) bands(items []item) {
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

// item0 draws one placed item.
func (b *board) item0(it *item, ruled bool) {
	switch {
	case it.heading != "":
		b.text("group", boldFace, Start, 0, it.y+rowPad-2+boldFace.base(), it.heading)
	case it.statement != "":
		b.statement(it)
	case it.row != nil:
		if ruled {
			b.line("rule", look{stroke: theme.Grid, width: 0.4}, 0, it.y, b.width, it.y)
		}
		b.owner = it.row.ID
		if b.narrow {
			b.tall(it)
		} else {
			b.flat(it)
		}
	}
}

// statement writes what is said of a group, over its band if it has one.
func (b *board) statement(it *item) {
	f := smallBold
	x, w := b.x0, b.measure(f, it.statement)
	if it.band != nil {
		x = (b.x(it.band.low)+b.x(it.band.high))/2 - w/2
	}
	x = clamp(x, 0, max(0, b.x1-w))
	b.text("statement", f, Start, x, it.y+1+f.base(), it.statement)
}

// flat draws a row on one line: label, mark, date.
func (b *board) flat(it *item) {
	mid := it.y + it.height/2
	b.texts(it, mid-(float64(len(it.label))*bodyLead+float64(len(it.detail))*smallLead)/2, 0)
	b.lines("end", smallFace, End, b.width, mid-float64(len(it.end))*smallLead/2, it.end)
	b.marked(it, mid)
}

// tall draws a row with its label and date above the mark.
func (b *board) tall(it *item) {
	top := it.y + rowPad/2
	b.texts(it, top, 0)
	b.lines("end", smallFace, End, b.width, top+(bodyLead-smallLead)/2, it.end)
	b.marked(it, it.y+it.height-rowPad/2-markStrip/2)
}

func (b *board) texts(it *item, y, x float64) {
	f := bodyFace
	if it.row.Superseded {
		f.color = theme.Muted
	}
	b.lines("label", f, Start, x, y, it.label)
	b.lines("detail", smallFace, Start, x, y+float64(len(it.label))*bodyLead, it.detail)
}

// marked draws the mark and the value at it.
func (b *board) marked(it *item, y float64) {
	b.mark(b, it.row, y)
	left, right := b.reach(b, it.row)
	f := boldFace
	if it.row.Superseded {
		f.color, f.bold = theme.Muted, false
	}
	if it.right {
		b.text("value", f, Start, right+valueGap, y+f.size*0.36, it.value)
	} else {
		b.text("value", f, End, left-valueGap, y+f.size*0.36, it.value)
	}
}
