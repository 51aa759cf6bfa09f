package flow

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"sitrep/report/doc"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
)

// furnish adds header and footer: the marking on both, at the right and in 12
// points on black (FIRST TLP 2.0, section 5), the running title and the page
// number. They are artifacts, but for the first marking, which tells every
// reader how the document may be shared before anything of it is read.
func (w *writer) furnish(pg *page.Page, i, n int) {
	lang := w.doc.Language
	head, marking := w.doc.Title, (*tag.Element)(nil)
	if i == 0 {
		head, marking = w.doc.Publisher, w.marked
	}
	header := w.running(pg, running{head, w.doc.Edition, w.geo.header, page.Header, marking})
	foot := lang.Say("doc.page", strconv.Itoa(i+1), strconv.Itoa(n))
	footer := w.running(pg, running{foot, "", w.geo.below, page.Footer, nil})
	pg.Items = append(append(header, pg.Items...), footer...)
}

// A running is one line of furniture round a centre line.
type running struct {
	text    string // clipped where it is too long
	behind  string // the text, and never clipped while there is room for it alone
	y       float64
	kind    page.Artifact
	marking *tag.Element // of the marking; nil: an artifact
}

// running sets one line of furniture.
func (w *writer) running(pg *page.Page, r running) []page.Item {
	room := w.geo.width
	var out []page.Item
	put := func(span text.Span, x float64) {
		l := w.m.Line(&span)
		for k := range l.Runs {
			out = append(out, page.Item{X: x + l.Runs[k].X, Y: r.y + span.Style.Size*0.363, Run: &l.Runs[k], Kind: r.kind, Elem: span.Elem})
		}
	}
	if m := w.doc.Marking; m != "" {
		span := w.marking(m)
		_, ground := w.doc.Colours(m)
		span.Elem = r.marking
		const pad = 6
		width := w.measure(span)
		x := w.geo.left + w.geo.width - width - 2*pad
		pg.Boxes = append(pg.Boxes, page.Box{X: x, Y: r.y - 10, W: width + 2*pad, H: 20, Fill: ground})
		put(span, x+pad)
		room -= width + 2*pad + 16
	}
	st := runningStyle()
	tail := text.Span{Text: w.sanitizer.Clean(beginning(r.behind)), Style: st.Style}
	span := text.Span{Text: w.sanitizer.Clean(beginning(r.text)), Style: st.Style}
	if tail.Text != "" && span.Text != "" {
		tail.Text = "  ·  " + tail.Text
	}
	tail.Text = w.clip(tail, room)
	span.Text = w.clip(span, room-w.measure(tail)) + tail.Text
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
	ink, _ := w.doc.Colours(m)
	return text.Span{Text: w.sanitizer.Clean(string(m)), Style: text.Style{Face: text.Bold, Size: 12, Color: ink}}
}

// clip cuts a text that is too long between words, with an ellipsis.
func (w *writer) clip(p text.Span, room float64) string {
	if w.measure(p) <= room {
		return p.Text
	}
	for s := p.Text; s != ""; {
		cut := strings.LastIndexByte(s, ' ')
		if cut <= 0 {
			_, n := utf8.DecodeLastRuneInString(s)
			cut = len(s) - n
		}
		s = strings.TrimRight(s[:cut], " ,;:·")
		if p.Text = s + "…"; w.measure(p) <= room {
			return p.Text
		}
	}
	return ""
}
