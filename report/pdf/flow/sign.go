package flow

import (
	"strconv"

	"sitrep/report/doc"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
)

// A sign is a line that stands where a section ends whose figure stands later:
// it says on which page, and leads there.
type sign struct {
	label, anchor string
	parent        *tag.Element // what the figure is part of
	height        float64
}

// A posted sign has its place: at the end of what precedes slice before.
type posted struct {
	figure, before int // slices
	spot           Spot
}

// signGap is the room above a sign.
const signGap = 9

// sign gives the figure that begins at slice first its sign.
func (w *writer) sign(f *doc.Figure, first int) {
	if first == len(w.slices) || !w.known.all[f.ID] || blank(w.sanitizer.Clean(f.Label)) {
		return
	}
	s := &sign{label: f.Label, anchor: f.ID, parent: w.elem}
	lines := w.signLines(s, tag.New(w.elem, tag.P), 9999)
	s.height = float64(len(lines)) * subStyle().leading
	w.slices[first].sign = s
}

func (w *writer) signLines(s *sign, e *tag.Element, number int) []text.Line {
	in := inliner{w: w, style: subStyle().Style, elem: e}
	words := w.doc.Language.Say("pdf.figureOn", s.label, strconv.Itoa(number))
	in.open(&text.Link{Anchor: s.anchor, Label: w.sanitizer.Clean(words)})
	in.write(words)
	return w.m.Break(in.spans, w.width)
}

// writeSign writes a posted sign on its page, now that the figure's is known.
func (w *writer) writeSign(p *placer, at posted) {
	s := w.slices[at.figure].sign
	e := tag.New(s.parent, tag.P)
	st, order := subStyle(), lastOrder(w.slices[:at.before])
	pg := p.pages[at.spot.Page]
	y := at.spot.Y
	for _, l := range w.signLines(s, e, p.spots[at.figure].Page+1) {
		var line slice
		w.line(&line, &l, w.x, y+st.baseline(), order)
		pg.items = append(pg.items, line.items...)
		y += st.leading
	}
	w.tree.Join(e)
}

// lastOrder is the place of the last item in the order of reading.
func lastOrder(slices []slice) int {
	last := 0
	for i := len(slices) - 1; i >= 0 && last == 0; i-- {
		for _, it := range slices[i].items {
			last = max(last, it.order)
		}
	}
	return last
}

// unsigned returns the figures that wait without a sign when slice i, the title
// of another section, passes them.
func (p *placer) unsigned(i int) []int {
	if !p.slices[i].title {
		return nil
	}
	for k, f := range p.waiting {
		if f >= p.signed {
			return p.waiting[k:]
		}
	}
	return nil
}

// fitsSigned reports whether the slices from i to end fit below the signs they want.
func (p *placer) fitsSigned(i, end int) bool {
	y := p.y
	for k, f := range p.unsigned(i) {
		if s := p.slices[f].sign; s != nil {
			p.y += s.height
			if k == 0 {
				p.y += max(signGap, p.least) + p.frame.feet()
			}
		}
	}
	fits := p.fits(i, end)
	p.y = y
	return fits
}

// post keeps room for the signs of the figures that slice i passes.
func (p *placer) post(i int) {
	for k, f := range p.unsigned(i) {
		s := p.slices[f].sign
		p.signed = f + 1
		if s == nil {
			continue
		}
		if k == 0 {
			p.closeTo(nil)
			p.y += max(signGap, p.least)
			p.least = 0
		}
		p.posted = append(p.posted, posted{f, i, Spot{len(p.pages) - 1, p.y}})
		p.y += s.height
	}
}
