package flow

import (
	"strconv"
	"strings"

	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/text"
)

// furnish adds header and footer: the marking on both, at the right and in 12
// points on black (FIRST TLP 2.0, section 5), the running title and the page
// number. They are artifacts.
func (w *writer) furnish(pg *page.Page, i, n int) {
	lang := w.doc.Language
	head := joinDot(beginning(w.doc.Title), beginning(w.doc.Edition))
	if i == 0 {
		head = joinDot(beginning(w.doc.Publisher), beginning(w.doc.Edition))
	}
	foot := lang.Say("doc.page", strconv.Itoa(i+1), strconv.Itoa(n))
	header := w.running(pg, head, w.geo.header, page.Header)
	footer := w.running(pg, foot, w.geo.below, page.Footer)
	pg.Items = append(append(header, pg.Items...), footer...)
}

// running sets one line of furniture round a centre line.
func (w *writer) running(pg *page.Page, s string, y float64, kind page.Artifact) []page.Item {
	room := w.geo.width
	var out []page.Item
	put := func(span text.Span, x float64) {
		for _, r := range w.m.Break([]text.Span{span}, 1e4) {
			for k := range r.Runs {
				out = append(out, page.Item{X: x + r.Runs[k].X, Y: y + span.Style.Size*0.363, Run: &r.Runs[k], Kind: kind})
			}
		}
	}
	if m := w.doc.Marking; m != "" {
		span := w.marking(m)
		const pad = 6
		width := w.measure(span)
		x := w.geo.left + w.geo.width - width - 2*pad
		pg.Boxes = append(pg.Boxes, page.Box{X: x, Y: y - 10, W: width + 2*pad, H: 20, Fill: page.Black})
		put(span, x+pad)
		room -= width + 2*pad + 16
	}
	st := runningStyle()
	span := text.Span{Text: w.gate.Clean(s), Style: st.Style}
	span.Text = w.clip(span, room)
	put(span, w.geo.left)
	return out
}

// beginning is more of a text than a line can hold: what is clipped need not be
// measured.
func beginning(s string) string {
	const most = 400
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i]
		}
	}
	return s
}

func (w *writer) marking(m doc.Marking) text.Span {
	return text.Span{Text: w.gate.Clean(string(m)), Style: text.Style{Face: text.Bold, Size: 12, Color: page.LabelColor(string(m))}}
}

// clip cuts a text that is too long, with an ellipsis.
func (w *writer) clip(p text.Span, room float64) string {
	if w.measure(p) <= room {
		return p.Text
	}
	lines := w.m.Break([]text.Span{p}, room-10)
	if len(lines) == 0 || len(lines[0].Runs) == 0 {
		return ""
	}
	s := ""
	for _, r := range lines[0].Runs {
		s += r.Text
	}
	return strings.TrimRight(s, " ") + "…"
}

func joinDot(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "  ·  " + b
}
