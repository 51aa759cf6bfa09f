package chart

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/quantity"
	"sitrep/report/theme"
)

// A part is a segment of a stacked bar.
type part struct {
	row   *Row
	token theme.Token
	glyph glyph // in the middle of the segment, so that colour is not alone; of a status, none
	plain bool
}

// Stacks returns the rows that stand in one bar, as indices in the order of the
// rows; nil where no two do. The rule: amounts that one origin gives of one whole ([Row.Whole]) for one
// date, one in each of several groups, are parts and are stacked. Amounts of
// different origins or dates are rivals and never add up, amounts of different wholes are
// not parts of one; nor is the total ([Row.Total]); nor does what was superseded or denied add up, nor a range without a best value.
func (b *Bars) Stacks() [][]int {
	if b.Log {
		return nil
	}
	var stacks [][]int
	open := map[string]int{} // the stack of an origin, whole and date
	stacked := false
	for i := range b.Rows {
		r := &b.Rows[i]
		k := strings.Join([]string{r.Origin, r.Label, r.Whole, r.Date.String(), r.DateText}, "\x00")
		n, ok := open[k]
		if !ok || !r.adds() || slices.ContainsFunc(stacks[n], func(j int) bool { return b.Rows[j].Group == r.Group }) {
			if r.adds() {
				open[k] = len(stacks)
			}
			stacks = append(stacks, []int{i})
			continue
		}
		stacks[n] = append(stacks[n], i)
		stacked = true
	}
	if !stacked {
		return nil
	}
	return stacks
}

// adds reports whether the row may be part of a stack.
func (r *Row) adds() bool {
	e := r.extent()
	return r.Group != "" && !r.Total && !r.Superseded && r.Status != claim.Denied && !e.none && e.low >= 0 && (e.best != nil || e.point())
}

// middle is the number of a row that may be part of a stack: its best value, else the one bound that it is.
func (r *Row) middle() *quantity.Number {
	if r.Best != nil {
		return r.Best
	}
	return r.Low
}

// stack makes one row of each stack, and a key of the groups.
func (b *Bars) stack(g *rowsLayout, stacks [][]int) {
	looks, key := b.groups()
	g.legend = slices.Concat(key, slices.DeleteFunc(g.legend, func(s sample) bool {
		return s.status != "" && !s.status.Future() &&
			s.status != claim.Denied
	}))
	g.rows = nil
	for _, s := range stacks {
		row := b.Rows[s[0]]
		row.Group = ""
		if len(s) > 1 {
			row.Low, row.High, row.Approx = nil, nil, false
		}
		sum, values := quantity.Whole(0), []string{}
		for _, i := range s {
			p := looks[b.Rows[i].Group]
			p.row = &b.Rows[i]
			row.parts = append(row.parts, p)
			values = append(values, b.Rows[i].Value)
			if b.Rows[i].Grade != row.Grade {
				row.Grade = "" // of a part, not of the bar
			}
			if len(s) > 1 {
				sum = sum.Add(b.Rows[i].middle())
			}
		}
		if len(s) > 1 {
			row.Best, row.Value, row.Detail = sum, strings.Join(values, " + "), row.Whole
		} else if row.Total {
			row.Detail = strings.Trim(b.Rows[s[0]].Group+", "+row.Detail, ", ")
		}
		g.rows = append(g.rows, row)
	}
}

// groups gives each group its colour and mark: those of the status where rows are grouped by it.
func (b *Bars) groups() (map[string]part, []sample) {
	looks := map[string]part{}
	var key []sample
	for i := range b.Rows {
		r := &b.Rows[i]
		if _, ok := looks[r.Group]; ok {
			continue
		}
		p := part{token: theme.Series(len(looks)), glyph: seriesGlyph(len(looks))}
		if r.Group == r.StatusText || r.Group == "" {
			p = part{token: StatusToken(r.Status), plain: true}
		}
		looks[r.Group] = p
		if r.Group == "" {
			continue
		}
		st := r.state()
		if !p.plain {
			st = state{status: claim.Confirmed}
		}
		key = append(key, sample{text: r.Group, width: 17, draw: func(g *pen, x, y float64) {
			g.segment("key", p, st, x-8, x+8, y, 8)
		}})
	}
	return looks, key
}

// stackMark draws the parts of a row one after the other. Their ranges are in
// the value beside the bar: whiskers in the middle of a bar would be read as its end's.
func (b *rowsLayout) stackMark(r *Row, y float64) {
	start, owner := 0.0, b.owner
	for _, p := range r.parts {
		b.owner = p.row.ID
		v := p.row.extent().mid()
		x0, x1 := b.x(start), b.x(start+v)
		if x1-x0 > 0.2 {
			b.segment("bar", p, p.row.state(), x0, x1, y, 9)
		} else {
			b.line("bar", look{stroke: fade(p.token, p.row.state()), width: 1}, x0, y-4.5, x0, y+4.5)
		}
		start += v
	}
	b.owner = owner
}

// segment draws one part: its colour and mark tell the group, its filling the status.
func (p *pen) segment(role string, of part, s state, x0, x1, y, h float64) {
	p.bar(role, of.token, s, x0, x1, y, h)
	if !of.plain && x1-x0 > 9 {
		p.path("segment-mark", look{fill: theme.Paper, stroke: of.token, width: 0.5}, of.glyph.outline((x0+x1)/2, y, 2.2))
	}
}
