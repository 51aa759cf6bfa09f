package chart

import (
	"math"
	"slices"

	"sitrep/report/lang"
	"sitrep/report/theme"
)

// The measures of a strip, in points.
const (
	stripHeight = 13.0
	stripAxis   = 11.0 // of the axis under it
	stripEnd    = 9.0  // between an end of the axis and the edge: marks reach beyond their values
)

// Strips draws the mark of each row by itself, all over one axis, and that axis last: key figures put them beside
// the values. The axis has room for the rows beside them too, which other strips show. Their width is the frame's; of a frame
// too narrow for an axis there are none.
func Strips(l *lang.Language, unit lang.Unit, rows, beside []Row, f Frame) []*Scene {
	if f.Width < 40 || len(rows) == 0 {
		return nil
	}
	b := &rowsLayout{pen: pen{fonts: f.Fonts}, chart: &Chart{Language: l, Unit: unit}, frame: f, rows: rows}
	b.width, b.x0, b.x1 = f.Width, stripEnd, f.Width-stripEnd
	b.data = b.x1 - b.x0
	all := slices.Concat(rows, beside)
	b.scale = axis{kind: unit.Kind}.scale(numbers(all), 4)
	for i := range all {
		if all[i].extent().openHigh { // its arrow
			b.data = min(b.data, (b.x1-b.x0-openLength/2)*0.9)
		}
	}
	scenes := make([]*Scene, 0, len(rows)+1)
	for i := range rows {
		b.shapes = nil
		b.line("axis", look{stroke: theme.Grid, width: 0.6}, b.x0, stripHeight/2, b.x0+b.data, stripHeight/2)
		b.owner = rows[i].ID
		rangeMark(b, &rows[i], stripHeight/2)
		b.owner = ""
		scenes = append(scenes, b.scene(f.Width, stripHeight))
	}
	b.shapes = nil
	b.stripAxis()
	return append(scenes, b.scene(f.Width, stripAxis))
}

// stripAxis writes the ends of the axis, and zero.
func (b *rowsLayout) stripAxis() {
	b.line("axis", look{stroke: theme.Axis, width: 0.6}, b.x0, 1, b.x0+b.data, 1)
	end := math.Inf(-1)
	for i, t := range b.scale.ticks {
		if t.at != 0 && i > 0 && i < len(b.scale.ticks)-1 {
			continue
		}
		x, s := b.x(t.at), tickLabel(b.chart.Language, b.chart.Unit.Kind, t)
		b.line("axis", look{stroke: theme.Axis, width: 0.6}, x, 1, x, 3)
		w := b.measure(flagFace, s)
		left := clamp(x-w/2, 0, b.width-w)
		if left > end+3 {
			b.text("tick", face{size: 6.5, color: theme.Muted}, Start, left, 9.4, s)
			end = left + w
		}
	}
}
