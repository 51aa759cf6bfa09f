package flow

import (
	"fmt"
	"slices"

	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
	"sitrep/report/theme"
)

// Distances in tables, points.
const (
	columnGap = 11
	rowTop    = 3.2
	rowFoot   = 3.6
	looseRow  = 5 // that rows may stand further apart, so that a page is full
)

// A tableSetter sets one table.
type tableSetter struct {
	w       *writer
	t       *doc.Table
	elem    *tag.Element
	columns []column
	head    *head
	ids     []string // of the head cells
}

// A column is where the cells of a column stand.
type column struct {
	x, width float64
	numeric  bool
}

// Table writes caption, head and rows. Small tables keep whole, rows of large
// ones up to half a page: higher ones divide between lines. The head is
// repeated on each page.
func (w *writer) Table(t *doc.Table) {
	place := w.reading(t.At, t.ID)
	w.begin()
	w.space(blockGap)
	w.passing(func() { w.table(t) })
	w.space(blockGap + 2)
	w.sanitizer.Place = place
}

func (w *writer) table(t *doc.Table) {
	from := len(w.slices)
	s := &tableSetter{w: w, t: t, elem: tag.New(w.elem, tag.Table)}
	w.caption(t.ID, t.Label, doc.Titled(t.Title, t.Heading), t.Marking, s.elem)
	if len(t.Columns) > 0 {
		s.set()
	}
	if len(t.Note) > 0 {
		w.keepLast()
		w.gap = 5
		e := tag.New(w.elem, tag.P)
		w.lines(w.m.Break(w.spans(t.Note, smallStyle(), e), w.width), smallStyle())
	}
	w.together(from, 0.3)
}

// caption writes label and title above a table or figure, and keeps them with it.
func (w *writer) caption(id, label string, title []doc.Inline, m doc.Marking, parent *tag.Element) {
	if id != "" {
		w.anchors = append(w.anchors, id)
	}
	e := tag.New(parent, tag.Caption)
	st := captionStyle()
	accent := st
	accent.Color = theme.Accent
	var spans []text.Span
	if label != "" {
		spans = append(spans, w.plain(label+" ", accent, e))
	}
	spans = append(spans, w.chip(m, 8, e)...)
	spans = append(spans, w.spans(title, st, e)...)
	from := len(w.slices)
	w.lines(w.m.Balanced(spans, w.width), st)
	for i := from; i < len(w.slices); i++ {
		w.slices[i].keep = true
	}
	w.gap = 4
}

func (s *tableSetter) set() {
	s.w.tables++
	for c := range s.t.Columns {
		s.ids = append(s.ids, fmt.Sprintf("t%d.%d", s.w.tables, c+1))
	}
	cells := s.spans()
	s.columns = s.measure(cells)
	s.headRow()
	starts := make([]int, len(cells))
	for r := range cells {
		starts[r] = len(s.w.slices)
		s.row(r, cells[r])
	}
	s.keepEnds(starts)
}

// A tableCell is the content of a cell, set in its column later.
type tableCell struct {
	elem  *tag.Element
	spans []text.Span
}

// spans writes the cells of all rows.
func (s *tableSetter) spans() [][]tableCell {
	body := tag.New(s.elem, tag.TBody)
	out := make([][]tableCell, len(s.t.Rows))
	for r := range s.t.Rows {
		row := &s.t.Rows[r]
		tr := tag.New(body, tag.TR)
		out[r] = make([]tableCell, len(s.t.Columns))
		name := s.rowNames(r, tr)
		for c := range out[r] {
			td := name
			if name == nil || c != s.names() {
				td = tag.New(tr, tag.TD)
				td.Headers = s.ids[c : c+1 : c+1]
				if name != nil {
					td.Headers = append(td.Headers, name.ID)
				}
			}
			var spans []text.Span
			if c == 0 {
				spans = s.w.chip(row.Marking, 7, td)
			}
			if c < len(row.Cells) {
				spans = append(spans, s.w.cellSpans(row.Cells[c], td)...)
			}
			out[r][c] = tableCell{td, spans}
		}
	}
	return out
}

// names is the column whose cells name their rows; −1 where none does.
func (s *tableSetter) names() int {
	return slices.IndexFunc(s.t.Columns, func(c doc.Column) bool { return c.Names })
}

// rowNames makes the cell that names row r, which is a head of the row (ISO
// 32000-1, table 349); nil where no cell does, or where it is empty.
func (s *tableSetter) rowNames(r int, tr *tag.Element) *tag.Element {
	c, cells := s.names(), s.t.Rows[r].Cells
	if c < 0 || c >= len(cells) || blank(doc.Plain(cells[c])) {
		return nil
	}
	th := tag.New(tr, tag.TH)
	th.Scope, th.Headers, th.ID = "Row", s.ids[c:c+1], fmt.Sprintf("t%d.r%d", s.w.tables, r+1)
	return th
}

// headRow sets the column titles, and keeps a copy of them as artifacts.
func (s *tableSetter) headRow() {
	w := s.w
	tr := tag.New(tag.New(s.elem, tag.THead), tag.TR)
	cells := make([]tableCell, len(s.t.Columns))
	for c, col := range s.t.Columns {
		th := tag.New(tr, tag.TH)
		th.Scope, th.ID = "Column", s.ids[c]
		cells[c] = tableCell{th, w.spans(doc.Titled(col.Title, col.Heading), headStyle(), th)}
	}
	slices := s.slices(cells, headStyle())
	last := &slices[len(slices)-1]
	last.boxes = append(last.boxes, w.rule(last.height-0.8, 0.8, theme.Ink))
	s.head = &head{}
	for i := range slices {
		slices[i].keep = true
		s.head.slices = append(s.head.slices, artifact(slices[i]))
		s.head.height += slices[i].height
		w.emit(slices[i])
	}
	if s.head.height > (w.geo.bottom-w.geo.top)/3 {
		s.head = nil // too high to be repeated
	}
}

// artifact is a slice drawn again, outside the structure.
func artifact(s slice) slice {
	out := slice{height: s.height, boxes: s.boxes}
	for _, it := range s.items {
		if it.Run != nil {
			it.Elem = nil
			out.items = append(out.items, it)
		}
	}
	return out
}

// row sets one row.
func (s *tableSetter) row(r int, cells []tableCell) {
	w := s.w
	if id := s.t.Rows[r].ID; id != "" {
		w.anchors = append(w.anchors, id)
	}
	slices := s.slices(cells, cellStyle())
	height := 0.0
	for i := range slices {
		height += slices[i].height
	}
	last := &slices[len(slices)-1]
	last.boxes = append(last.boxes, w.rule(last.height-0.4, 0.4, theme.Rule))
	whole := height <= (w.geo.bottom-w.geo.top)/2
	for i := range slices {
		slices[i].keep = i < len(slices)-1 && (whole || i == 0 || i == len(slices)-2)
		slices[i].head = s.head
		if i == 0 && r > 0 {
			slices[i].loose = looseRow
		}
		w.emit(slices[i])
	}
}

// slices sets the cells of a row line by line: the first lines of all cells are
// one slice, the second lines the next. Empty cells stand in the first.
func (s *tableSetter) slices(cells []tableCell, st style) []slice {
	out := make([]slice, 1)
	for c := range cells {
		col, order := s.columns[c], s.w.next()
		lines := s.w.m.Break(cells[c].spans, col.width)
		if len(lines) == 0 {
			out[0].items = append(out[0].items, item{page.Item{Elem: cells[c].elem}, order})
		}
		for i := range lines {
			if i == len(out) {
				out = append(out, slice{})
			}
			x := col.x
			if col.numeric {
				x += max(col.width-lines[i].Width-lines[i].Left, 0)
			}
			y := st.baseline()
			if i == 0 {
				y += rowTop
			}
			s.w.line(&out[i], &lines[i], x, y, order)
		}
	}
	for i := range out {
		out[i].height = st.leading
	}
	out[0].height += rowTop
	out[len(out)-1].height += rowFoot
	return out
}

// keepEnds keeps the first two and the last two rows of a table together, where
// they are short: no row stands alone. Starts are the first slices of the rows.
func (s *tableSetter) keepEnds(starts []int) {
	const short = 6 // lines
	all, n := s.w.slices, len(starts)
	if n < 2 {
		return
	}
	if n == 2 || starts[2]-starts[0] <= short {
		all[starts[1]-1].keep = true
	}
	if len(all)-starts[n-2] <= short {
		all[starts[n-1]-1].keep = true
	}
}
