package chart

import (
	"math"
	"strings"

	"sitrep/report/quantity"
)

// The measures of a chart of rows, in points.
const (
	narrowest = 160.0 // frames narrower than this are laid out as if they were this wide
	wideFrom  = 400.0 // from here on, labels stand beside the plot rather than above each row
	rowPad    = 7.0   // between the texts of two rows
	closePad  = 2.5   // in a compact chart
	barHeight = 6.5
	valueGap  = 5.0  // between a mark and its value
	overhang  = 6.0  // how far a mark at an end of the axis may reach beyond it
	markStrip = 14.0 // the height of a mark's line where labels stand above it
)

// A rowsLayout is the ground that ranges and bars share: rows under one value axis,
// with the label to the left of the mark and the date to the right, or both above it.
type rowsLayout struct {
	pen
	chart  *Chart
	frame  Frame
	rows   []Row
	narrow bool
	pad    float64 // between the texts of two rows
	width  float64

	labelWidth, endWidth float64
	x0, x1               float64 // the plot; marks and values stay inside
	data                 float64 // the length of the axis, from x0
	scale                scale
	ticks                []string
	items                []item
	names                map[string]string // what to write of each label
	legend               []sample

	reach func(b *rowsLayout, r *Row) (left, right float64)         // what a row's mark covers, on the page
	mark  func(b *rowsLayout, r *Row, y float64)                    // draws it
	state func(b *rowsLayout, rows []Row) (text string, band *band) // what to say of a group; may be nil
}

// An item is one line of a chart of rows: a row, the heading of a group, or what is said of it.
type item struct {
	row       *Row
	heading   string
	statement []string
	band      *band
	label     []string
	detail    []string
	beside    float64 // where the detail stands on the line of the label; 0: under it
	end       []string
	value     []string // one line, but for the parts of a stack
	note      []string // the author's words, under the mark
	right     bool     // the value stands to the right of the mark
	height    float64
	high      float64 // the height without the note
	y         float64 // top, once it is placed
}

// A band is what all ranges of a group have in common. High may be infinite.
type band struct{ low, high float64 }

// lay places the rows and returns the pages.
func (b *rowsLayout) lay(log bool) []*Scene {
	b.width = max(b.frame.Width, narrowest)
	b.narrow = b.width < wideFrom
	if b.pad = rowPad; b.frame.Compact {
		b.pad = closePad
	}
	b.pad = b.frame.pad(b.pad)
	b.columns()
	b.group()
	b.shrink(log)
	return b.paginate()
}

// columns divides the width.
func (b *rowsLayout) columns() {
	label, end := 40.0, 0.0
	for i := range b.rows {
		r := &b.rows[i]
		name, detail, ends := r.Shown()
		label = max(label, b.measure(bodyFace, clean(name)), b.measure(smallFace, clean(detail)))
		if b.frame.Compact {
			label = max(label, b.besides(clean(name))+b.measure(smallFace, clean(detail)))
		}
		end = max(end, b.measure(smallFace, ends))
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

// Shown returns what stands before a row's mark, under that, and at the row's
// end: the origin, what else tells the row apart, and date and grade. Where rows are
// grouped by origin the heading names it, and the row the rest: what tells it apart, or its date.
func (r *Row) Shown() (label, detail, end string) {
	switch {
	case r.Group == "" || r.Group != r.Label:
		return r.Label, r.Detail, join(" · ", r.DateText, r.Grade)
	case clean(r.Detail) != "":
		return r.Detail, "", join(" · ", r.DateText, r.Grade)
	case clean(r.DateText) != "":
		return r.DateText, "", clean(r.Grade)
	}
	return r.Label, "", clean(r.Grade)
}

// group makes the items: rows, and before each group its heading and what is said of it.
func (b *rowsLayout) group() {
	var labels []string
	for i := range b.rows {
		label, _, _ := b.rows[i].Shown()
		labels = append(labels, label)
	}
	b.names = tellable(labels, func(name string) string { return strings.Join(b.wrap(bodyFace, name, b.labelWidth, 3), " ") })
	for i := 0; i < len(b.rows); {
		j := i
		for j < len(b.rows) && b.rows[j].Group == b.rows[i].Group {
			j++
		}
		if g := clean(b.rows[i].Group); g != "" {
			b.items = append(b.items, item{heading: b.cut(boldFace, g, b.width), height: bodyLead + b.pad})
		}
		if b.state != nil {
			if text, band := b.state(b, b.rows[i:j]); text != "" {
				lines := b.wrap(smallBold, text, b.width-b.x0-valueGap, 4)
				lines = b.balanced(smallBold, text, b.width-b.x0-valueGap, lines)
				b.items = append(b.items, item{statement: lines, band: band, height: float64(len(lines))*smallLead + 3})
			}
		}
		for ; i < j; i++ {
			b.items = append(b.items, b.item(&b.rows[i]))
		}
	}
}

// item breaks a row's texts into lines.
func (b *rowsLayout) item(r *Row) item {
	it := item{row: r}
	if v := clean(r.Value); v != "" {
		it.value = []string{v}
	}
	if len(r.parts) > 1 && !b.narrow { // as many values as parts: beside them, the bar needs room
		it.value = b.wrap(boldFace, r.Value, max((b.x1-b.x0)*0.25, 50), 0)
	}
	label, detail, end := r.Shown()
	it.label = b.wrap(bodyFace, b.names[label], b.labelWidth, 3)
	it.detail = b.wrap(smallFace, detail, b.labelWidth, 2)
	if end != "" {
		it.end = []string{b.cut(smallFace, end, b.endWidth)}
	}
	if b.frame.Compact && len(it.label) == 1 && len(it.detail) == 1 &&
		b.besides(it.label[0])+b.measure(smallFace, it.detail[0]) <= b.labelWidth {
		it.beside = b.besides(it.label[0])
	}
	texts := float64(len(it.label))*bodyLead + float64(len(it.detail))*smallLead
	if it.beside > 0 {
		texts = bodyLead
	}
	if b.narrow {
		it.height = max(texts, smallLead) + markStrip + b.pad
	} else {
		it.height = max(texts, 12, float64(len(it.value))*bodyLead) + b.pad
	}
	if r.Old != nil {
		it.height += earlierDrop
	}
	it.high = it.height
	if note := b.chart.note(r.ID); note != "" {
		it.note = b.wrap(noteFace, note, b.width-b.x0-valueGap, 4)
		it.height += float64(len(it.note)) * smallLead
	}
	return it
}

// besides is where what else tells a row apart begins on the line of its label.
func (b *rowsLayout) besides(label string) float64 { return b.measure(bodyFace, label) + 6 }

// shrink shortens the axis until every value fits beside its mark. The rule: a
// value stands to the right of its mark, else to the left; the axis keeps at
// least two fifths of the room, and a value that even then fits on neither side is cut.
func (b *rowsLayout) shrink(log bool) {
	room, length, values := b.x1-b.x0, 0.0, numbers(b.rows)
	for part := 1.0; ; part -= 0.05 {
		b.data = room * part
		if n := min(b.data, room*0.8); n != length {
			b.scale, b.ticks = fit(&b.pen, b.chart.Language, axis{b.chart.Unit.Kind, log}, values, n, 8)
			length = n
		}
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
func (b *rowsLayout) place(cut bool) bool {
	for i := range b.items {
		it := &b.items[i]
		if it.row == nil {
			continue
		}
		left, right := b.reach(b, it.row)
		w := b.widest(boldFace, it.value)
		it.right = right+valueGap+w <= b.x1 && !(b.backward(it.row) && left-valueGap-w >= b.x0)
		if (it.right || left-valueGap-w >= b.x0) && right <= b.x1+overhang {
			continue
		}
		if !cut {
			return false
		}
		it.right = b.x1-right >= left-b.x0
		for k, s := range it.value {
			it.value[k] = b.cut(boldFace, s, max(b.x1-right, left-b.x0)-valueGap)
		}
	}
	return true
}

// backward reports whether a row's bar runs to the left of zero: its value then stands there.
func (b *rowsLayout) backward(r *Row) bool {
	e := r.extent()
	return !b.scale.bare && !e.none && e.mid() < 0
}

// x returns where a value stands on the page.
func (b *rowsLayout) x(v float64) float64 {
	if math.IsInf(v, 1) {
		return b.x1
	}
	return b.x0 + b.scale.at(v)*b.data
}

// axisUnit names the unit, once, and says if the scale is logarithmic.
func axisUnit(c *Chart, log bool) string {
	unit := clean(c.Language.UnitName(c.Unit))
	if c.Unit.Kind == quantity.Percent { // its sign stands at each number
		unit = ""
	}
	if !log {
		return unit
	}
	if unit == "" {
		return c.Language.Cap(c.Language.Say("chart.log"))
	}
	return unit + ", " + c.Language.Say("chart.log")
}
