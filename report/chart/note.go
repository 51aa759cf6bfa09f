package chart

import (
	"slices"
	"strings"

	"sitrep/report/theme"
)

// noteFace is how the author's words at a mark are set.
var noteFace = face{size: smallSize, italic: true, color: theme.Ink}

// note is what the author says at a mark; empty for nothing.
func (c *Chart) note(id string) string {
	var all []string
	for _, n := range c.Notes {
		if n.At == id && id != "" {
			all = append(all, clean(n.Text))
		}
	}
	return strings.Join(all, " ")
}

// Remarks are the author's words at marks, each behind what it is said of: for readers who do
// not see the figure.
func (c *Chart) Remarks() []string {
	if len(c.Notes) == 0 {
		return nil
	}
	t := c.Table()
	var all []string
	for _, n := range c.Notes {
		at := ""
		if n.At == "" {
			at = c.Language.ShortDate(n.Date)
		} else if i := slices.Index(t.IDs, n.At); i >= 0 {
			at = join(", ", t.Rows[i][:min(3, len(t.Rows[i]))]...)
		}
		all = append(all, join(": ", at, clean(n.Text)))
	}
	return all
}

// dated are the notes at dates, as events: a trend draws them like those.
func (c *Chart) dated() []Event {
	var all []Event
	for _, n := range c.Notes {
		if n.At == "" && !n.Date.IsZero() {
			all = append(all, Event{Date: n.Date, DateText: c.Language.ShortDate(n.Date), Text: n.Text})
		}
	}
	return all
}

// A remark is a note at a claim of a trend: a letter at its mark, and the words under the plot.
type remark struct {
	row    int
	letter string
	lines  []string
	box    patch // of the letter, once it is placed
}

// makeRemarks gives the notes at claims their letters.
func (g *trendLayout) makeRemarks() {
	for i := range g.trend.Rows {
		text := g.chart.note(g.trend.Rows[i].ID)
		if text == "" {
			continue
		}
		text = claimant(&g.trend.Rows[i]) + ": " + text
		n := len(g.remarks)
		letter := string(rune('a' + n%26))
		if n >= 26 {
			letter = string(rune('a'+n/26-1)) + letter
		}
		g.remarks = append(g.remarks, remark{row: i, letter: letter, lines: g.wrap(noteFace, text, g.width-18, 3)})
	}
}

// placeRemarks finds, at a corner of each mark, room for its letter; the list names the claim, too.
func (g *trendLayout) placeRemarks() {
	var lines []patch
	for _, l := range g.links {
		lines = appendLine(lines, g.points[l[0]], g.points[l[1]])
	}
	for i := range g.remarks {
		r := &g.remarks[i]
		p := g.points[r.row]
		if !p.drawn {
			continue
		}
		w, h := g.measure(noteFace, r.letter)+1, smallSize*0.75
		at := patch{p.x, p.y, p.x, p.y}
		for _, off := range [][2]float64{{p.r + 2, -p.r - h}, {-p.r - 2 - w, -p.r - h}, {p.r + 2, p.r}, {-p.r - 2 - w, p.r}} {
			b := patch{p.x + off[0], p.y + off[1], p.x + off[0] + w, p.y + off[1] + h}
			crossed := slices.ContainsFunc(lines, func(c patch) bool { return c.meets(b) && !c.meets(at) })
			if !crossed && g.free(b, nil) && !g.meetsMark(b, r.row) &&
				!slices.ContainsFunc(g.remarks[:i], func(o remark) bool { return b.meets(o.box) }) {
				r.box = b
				break
			}
		}
	}
}

// meetsMark reports whether a patch lies on the mark, whisker or arrow of another row.
func (g *trendLayout) meetsMark(b patch, row int) bool {
	for i, p := range g.points {
		if !p.drawn || i == row {
			continue
		}
		r := p.r + 1.5
		taken := patch{p.x - r, p.high - r, p.x + r, p.low + r}
		if p.extent.openHigh {
			taken.y0 -= arrowLength
		}
		if p.extent.openLow {
			taken.y1 += arrowLength
		}
		if x0, x1 := g.known(&g.trend.Rows[i]); b.meets(taken) || g.stretched(&g.trend.Rows[i]) && b.meets(patch{x0, p.y - 1, x1, p.y + 1}) {
			return true
		}
	}
	return false
}

// remarksHeight is the height of their list.
func (g *trendLayout) remarksHeight() float64 {
	h := 0.0
	for _, r := range g.remarks {
		h += float64(len(r.lines))*smallLead + 2
	}
	return h
}

// drawRemarks writes the letters at the marks and the words from y on.
func (g *trendLayout) drawRemarks(y float64) {
	for _, r := range g.remarks {
		p := g.points[r.row]
		g.owner = g.trend.Rows[r.row].ID
		if b := r.box; p.drawn && b != (patch{}) {
			g.rect("backing", look{fill: theme.Paper}, b.x0, b.y0, b.x1-b.x0, b.y1-b.y0)
			g.text("note-mark", noteFace, Start, b.x0+0.5, b.y1-smallSize*0.12, r.letter)
		}
		g.text("note-mark", noteFace, Start, 4, y+noteFace.base(), r.letter)
		g.lines("note", noteFace, Start, 18, y, r.lines)
		y += float64(len(r.lines))*smallLead + 2
	}
	g.owner = ""
}
