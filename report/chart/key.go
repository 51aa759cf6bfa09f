package chart

import "sitrep/report/theme"

// A sample is one entry of a key: a small drawing and what it means.
type sample struct {
	text   string
	draw   func(p *pen, x, y float64) // about the point, at most 8 points to either side
	origin bool                       // says what a trend says by the colours of origins
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
	for _, s := range statuses {
		if has(func(r *Row) bool { return r.Status == s }) {
			key = append(key, statusSample(s, c.Language.Say("status."+s)))
		}
	}
	if has(func(r *Row) bool { return r.Best != nil && r.Low != nil && r.High != nil }) {
		key = append(key, sample{text: c.Language.Say("chart.key.range"), draw: func(p *pen, x, y float64) {
			p.bar("key", theme.Muted, state{}, x-8, x+8, y, 4)
			p.dot("key", disc, theme.Muted, state{}, x, y, 2.6)
		}})
	}
	if has(func(r *Row) bool { return (r.Low == nil) != (r.High == nil) }) {
		key = append(key, sample{text: c.Language.Say("chart.key.open"), draw: func(p *pen, x, y float64) {
			p.line("key", look{stroke: theme.Muted, width: 1.5}, x-7, y-3.2, x-7, y+3.2)
			p.arrow(theme.Muted, state{}, x-7, y, x+7, y)
		}})
	}
	if has(func(r *Row) bool { return r.Approx && !r.Superseded }) {
		key = append(key, sample{text: c.Language.Say("chart.key.approx"), draw: func(p *pen, x, y float64) {
			p.dot("key", disc, theme.Muted, state{approx: true}, x, y, 2.6)
		}})
	}
	if has(func(r *Row) bool { return r.Superseded }) {
		key = append(key, sample{text: c.Language.Say("chart.key.superseded"), draw: func(p *pen, x, y float64) {
			p.dot("key", disc, theme.Muted, state{superseded: true}, x, y, markRadius)
		}})
	}
	return key
}

func statusSample(status, text string) sample {
	return sample{text: text, origin: status != "planned" && status != "denied", draw: func(p *pen, x, y float64) {
		p.dot("key", statusGlyph(status), StatusToken(status), state{status: status}, x, y, 3)
	}}
}

// The room of a key's line, and of a sample beside its text.
const (
	keyLead    = 13.0
	sampleRoom = 20.0
)

// key draws the samples in lines from y down and returns where it ends.
func (p *pen) key(key []sample, width, y float64) float64 {
	if len(key) == 0 {
		return y
	}
	x := 0.0
	for _, s := range key {
		text := p.cut(smallFace, s.text, width-sampleRoom)
		w := sampleRoom + p.measure(smallFace, text)
		if x > 0 && x+w > width {
			x, y = 0, y+keyLead
		}
		s.draw(p, x+8, y+keyLead/2)
		p.text("key", smallFace, Start, x+sampleRoom-2, y+keyLead/2+smallSize*0.36, text)
		x += w + 10
	}
	return y + keyLead + 3
}
