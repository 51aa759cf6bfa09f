package chart

import (
	"sitrep/report/theme"
)

// A CalibrationGroup is the forecasts of one likelihood, and how many came true.
type CalibrationGroup struct {
	ID        string  // of its mark
	Term      string  // the likelihood as it was said
	Low, High float64 // the range that the term stands for, in percent
	N, True   int     // forecasts, and those of them that came true
	From, To  float64 // 95 % interval of the share that comes true, in percent
}

// Share is how many came true, in percent.
func (g CalibrationGroup) Share() float64 { return 100 * float64(g.True) / float64(g.N) }

// Calibration shows what was said of forecasts against how often they came true: a bar of ground for the range that
// a term stands for, a mark for the share that came true, with its interval, and the counts.
type Calibration struct {
	Groups []CalibrationGroup // by likelihood, ascending
}

// A calibrationLayout is a calibration being laid out.
type calibrationLayout struct {
	pen
	chart  *Chart
	frame  Frame
	width  float64
	narrow bool
	x0, x1 float64
	counts []string
	terms  [][]string
}

func (k *Calibration) layout(c *Chart, f Frame) []*Scene {
	g := &calibrationLayout{pen: pen{fonts: f.Fonts}, chart: c, frame: f, width: max(f.Width, narrowest)}
	g.narrow = g.width < wideFrom
	end := 0.0
	for _, r := range k.Groups {
		text := c.Language.Say("chart.calibration.count", c.Language.Number(float64(r.True)), c.Language.Number(float64(r.N)))
		g.counts = append(g.counts, text)
		end = max(end, g.measure(smallFace, text))
	}
	label := g.width * 0.34
	g.x0, g.x1 = label+10, g.width-end-16
	if g.narrow {
		g.x0, g.x1, label = 10, g.width-10, g.width-end-8
	}
	for _, r := range k.Groups {
		g.terms = append(g.terms, g.wrap(bodyFace, r.Term, label, 3))
	}
	y := g.key(k.samples(c), g.width)
	top := g.axis(y)
	y = top
	for i := range k.Groups {
		y = g.row(&k.Groups[i], i, y)
	}
	g.owner = ""
	var grid []Segment
	for _, v := range []float64{0, 25, 50, 75, 100} {
		grid = append(grid, polyline([]float64{g.x(v), top, g.x(v), y}, false)...)
	}
	g.shapes = append([]Shape{&Path{Segments: grid, Stroke: theme.Grid, Width: 0.6, Role: "grid"}}, g.shapes...)
	return []*Scene{g.scene(g.width, y+2)}
}

func (k *Calibration) samples(c *Chart) []sample {
	if len(k.Groups) == 0 {
		return nil
	}
	return []sample{{text: c.Language.Say("chart.calibration.said"), width: 16, draw: func(p *pen, x, y float64) {
		p.rect("key", look{fill: theme.Band}, x-8, y-5, 16, 10)
	}}, {text: c.Language.Say("chart.calibration.came"), width: 16, draw: func(p *pen, x, y float64) {
		p.line("key", look{stroke: theme.Ink, width: 1.2}, x-8, y, x+8, y)
		p.path("key", look{fill: theme.Ink}, circle(x, y, 2.6))
	}}}
}

// x is where a share stands.
func (g *calibrationLayout) x(percent float64) float64 { return g.x0 + percent/100*(g.x1-g.x0) }

// axis writes the shares over the plot and returns where that begins.
func (g *calibrationLayout) axis(y float64) float64 {
	for _, v := range []float64{0, 50, 100} {
		g.text("tick", smallFace, Middle, g.x(v), y+smallFace.base(), g.chart.Language.Say("percent.one", g.chart.Language.Number(v)))
	}
	return y + smallLead + 4
}

// row draws one group from y on and returns where it ends.
func (g *calibrationLayout) row(r *CalibrationGroup, i int, y float64) float64 {
	g.owner = r.ID
	texts := float64(len(g.terms[i])) * bodyLead
	pad := g.frame.pad(rowPad)
	height, mid := max(texts, 14)+pad, y+(max(texts, 14)+pad)/2
	if g.narrow {
		height, mid = texts+14+pad, y+texts+7+pad/2
	}
	g.rect("band", look{fill: theme.Band}, g.x(r.Low), mid-6, g.x(r.High)-g.x(r.Low), 12)
	g.line("range", look{stroke: theme.Ink, width: 1.2}, g.x(r.From), mid, g.x(r.To), mid)
	g.path("dot", look{fill: theme.Ink}, circle(g.x(r.Share()), mid, 2.8))
	top := mid - texts/2
	if g.narrow {
		top = y + pad/2
	}
	g.lines("label", bodyFace, Start, 0, top, g.terms[i])
	at := mid
	if g.narrow {
		at = top + bodyLead/2
	}
	g.text("count", smallFace, End, g.width, at+smallSize*0.36, g.counts[i])
	return y + height
}

func (k *Calibration) table(c *Chart) Table {
	l := c.Language
	out := Table{Head: []string{l.Say("column.likelihood"), l.Say("chart.calibration.true"), l.Say("chart.calibration.of"),
		l.Say("chart.calibration.share"), l.Say("chart.calibration.interval")}, Numeric: []bool{false, true, true, true, true}}
	percent := func(v float64) string { return l.Say("percent.one", l.Number(tenth(v))) }
	for _, g := range k.Groups {
		out.Rows = append(out.Rows, []string{g.Term, l.Number(float64(g.True)), l.Number(float64(g.N)), percent(g.Share()),
			percent(g.From) + "–" + percent(g.To)})
		out.IDs, out.Values = append(out.IDs, g.ID), append(out.Values, nil)
	}
	return out
}

// alt says of each likelihood how many came true.
func (k *Calibration) alt(c *Chart) string {
	l := c.Language
	if len(k.Groups) == 0 {
		return l.Say("chart.alt.empty")
	}
	var said []string
	n := 0
	for _, g := range k.Groups {
		n += g.N
		count := l.Say("chart.calibration.count", l.Number(float64(g.True)), l.Number(float64(g.N)))
		said = append(said, sentence(g.Term)+": "+count+".")
	}
	return brief(l.Count("chart.alt.calibration", n)+".", said, func(m int) string { return l.Count("chart.more.hypotheses", m) })
}

func (k *Calibration) marks(*Chart) []Mark {
	var all []Mark
	for _, g := range k.Groups {
		all = append(all, Mark{ID: g.ID, Name: g.Term})
	}
	return all
}
