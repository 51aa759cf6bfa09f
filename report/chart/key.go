package chart

import (
	"sitrep/report/theme"

	"sitrep/report/claim"
)

// A sample is one entry of a key: a small drawing and what it means.
type sample struct {
	text   string
	draw   func(p *pen, x, y float64) // about the point, at most half the width to either side
	width  float64                    // of the drawing; 0: that of a mark
	status claim.Status               // the status that it explains; may be empty
	approx bool                       // it explains approximate values
}

// rowKey explains the marks that the rows use, and no others.
func rowKey(c *Chart, rows []Row) []sample {
	var key []sample
	has := func(f func(r *Row) bool) bool {
		for i := range rows {
			if f(&rows[i]) {
				return true
			}
		}
		return false
	}
	for _, s := range claim.Statuses() {
		if has(func(r *Row) bool { return r.Status == s }) {
			key = append(key, statusSample(s, c.Language.Say("status."+string(s))))
		}
	}
	if has(func(r *Row) bool { return r.Best != nil && r.Low != nil && r.High != nil }) {
		key = append(key, sample{text: c.Language.Say("chart.key.range"), width: 17, draw: func(p *pen, x, y float64) {
			p.bar("key", theme.Muted, state{}, x-8, x+8, y, 4)
			p.dot("key", disc, theme.Muted, state{}, x, y, 2.6)
		}})
	}
	if has(func(r *Row) bool { return (r.Low == nil) != (r.High == nil) }) {
		key = append(key, sample{text: c.Language.Say("chart.key.open"), width: 16, draw: func(p *pen, x, y float64) {
			p.line("key", look{stroke: theme.Muted, width: 1.5}, x-7, y-3.2, x-7, y+3.2)
			p.arrow(theme.Muted, state{}, x-7, y, x+7, y)
		}})
	}
	if has(func(r *Row) bool { return r.Approx && !r.Superseded }) {
		key = append(key, sample{text: c.Language.Say("chart.key.approx"), approx: true, draw: func(p *pen, x, y float64) {
			p.dot("key", disc, theme.Muted, state{approx: true}, x, y, 2.6)
		}})
	}
	if has(func(r *Row) bool { return r.Superseded }) {
		key = append(key, sample{text: c.Language.Say("chart.key.superseded"), draw: func(p *pen, x, y float64) {
			p.dot("key", disc, theme.Muted, state{superseded: true}, x, y, markRadius)
		}})
	}
	if has(func(r *Row) bool { return r.Old != nil }) {
		key = append(key, earlierSample(c))
	}
	return key
}

// upright returns the key of a chart whose values run upwards: what tells of ranges and bounds stands on end.
func upright(c *Chart, key []sample) []sample {
	for i := range key {
		switch key[i].text {
		case c.Language.Say("chart.key.range"):
			key[i].width, key[i].draw = 0, func(p *pen, x, y float64) {
				l := look{stroke: theme.Muted, width: 1.5}
				p.line("key", l, x, y-5, x, y+5)
				p.line("key", l, x-2.5, y-5, x+2.5, y-5)
				p.line("key", l, x-2.5, y+5, x+2.5, y+5)
				p.dot("key", disc, theme.Muted, state{}, x, y, 2.2)
			}
		case c.Language.Say("chart.key.open"):
			key[i].width, key[i].draw = 0, func(p *pen, x, y float64) {
				p.dot("key", disc, theme.Muted, state{}, x, y+4, 2.2)
				p.arrow(theme.Muted, state{}, x, y+4, x, y-5.5)
			}
		}
	}
	return key
}

func statusSample(status claim.Status, text string) sample {
	return sample{text: text, status: status, draw: func(p *pen, x, y float64) {
		p.dot("key", statusGlyph(status), StatusToken(status), state{status: status}, x, y, 3)
	}}
}

// keyLead is the height of a key's line.
const keyLead = 13.0

// room is the width of a sample's drawing and the gap to its text.
func (s sample) room() float64 { return max(s.width, 2*markRadius+3) + 4 }

// key draws the samples in lines at the top and returns where it ends.
func (p *pen) key(key []sample, width float64) float64 {
	if len(key) == 0 {
		return 0
	}
	x, y := 0.0, 0.0
	texts := make([]string, len(key))
	for i, s := range key {
		texts[i] = s.text
	}
	shown := tellable(texts, func(name string) string { return p.cut(smallFace, name, width-key[0].room()) })
	for _, s := range key {
		text := p.cut(smallFace, clean(shown[s.text]), width-s.room())
		w := s.room() + p.measure(smallFace, text)
		if x > 0 && x+w > width {
			x, y = 0, y+keyLead
		}
		if !p.dry {
			s.draw(p, x+(s.room()-4)/2, y+keyLead/2)
		}
		p.text("key", smallFace, Start, x+s.room(), y+keyLead/2+smallSize*0.36, text)
		x += w + 12
	}
	return y + keyLead + 3
}
