package chart

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/theme"
)

// A Hypothesis is one of several explanations that exclude each other.
type Hypothesis struct {
	ID, Name string  // the hypothesis's id, and its name as shown
	Score    float64 // how much speaks against it, weighted by grade; 0 at best
	Against  int     // claims that contradict it
	Least    bool    // none is contradicted less
}

// A WeighedClaim is one claim, and how it weighs on each hypothesis.
type WeighedClaim struct {
	ID            string         // the fact's id
	Text          string         // who says what
	Meta          string         // date, status and grade, as shown under it
	Origin        string         // shown name
	Status        claim.Status   // how firmly it is claimed
	StatusText    string         // the status in words
	DateText      string         // the date as shown
	Grade         string         // "B2"; empty where not graded
	Sources       string         // "Reuters; Yonhap"
	Weights       []claim.Weight // by hypothesis; empty where it is not weighed on it
	Diagnosticity float64        // how well it tells the hypotheses apart; 0: it weighs on all alike
}

// Matrix shows claims against hypotheses, as in the analysis of competing hypotheses: the claims that tell them
// apart most come first, those that weigh on all alike stand apart at the end. A square speaks against and a circle
// for; what is strong is dark. The column that is contradicted least is shaded.
type Matrix struct {
	Hypotheses []Hypothesis   // in file order
	Claims     []WeighedClaim // in the order in which they are shown
	Lead       float64        // how much less than the next the least contradicted are; 0: there is no next
}

// The measures of a matrix, in points.
const (
	cellMost   = 86.0 // the width of a column of signs
	cellLeast  = 19.0
	cellNamed  = 40.0 // from here on, a column bears its hypothesis's name; below, a letter
	labelLeast = 64.0 // the width that claims keep
	signRadius = 4.6
)

// A matrixLayout is a matrix being laid out.
type matrixLayout struct {
	pen
	chart   *Chart
	matrix  *Matrix
	frame   Frame
	width   float64
	cell    float64    // the width of a column
	label   float64    // that of the claims
	heads   [][]string // by hypothesis: its name, or its letter
	list    [][]string // what the letters stand for; nil where the heads are names
	scores  [][]string // by hypothesis: how much speaks against it, and how many claims, in one line or below each other
	scored  face       // what they are set in
	against []string   // the words beside the scores
	legend  []sample
	claims  []claimLines
	apart   []string // the heading of the claims that weigh on all alike
}

// A claimLines is one claim with its texts in lines.
type claimLines struct {
	claim            *WeighedClaim
	text, meta, note []string
	first            bool // of those that weigh on all alike
	height           float64
}

func (m *Matrix) layout(c *Chart, f Frame) []*Scene {
	g := &matrixLayout{pen: pen{fonts: f.Fonts}, chart: c, matrix: m, frame: f, width: max(f.Width, narrowest)}
	g.columns()
	g.head()
	g.legend = m.samples(c)
	g.apart = g.wrap(smallBold, c.Language.Say("chart.matrix.alike"), g.width, 2)
	alike, pad := false, f.pad(rowPad)
	for i := range m.Claims {
		w := &m.Claims[i]
		l := claimLines{claim: w, text: g.wrap(bodyFace, w.Text, g.label, 5), meta: g.wrap(smallFace, w.Meta, g.label, 3)}
		if note := c.note(w.ID); note != "" {
			l.note = g.wrap(noteFace, note, g.label, 4)
		}
		l.height = max(float64(len(l.text))*bodyLead+float64(len(l.meta)+len(l.note))*smallLead, 2*signRadius) + pad
		if w.Diagnosticity == 0 && !alike {
			alike, l.first = true, true
			l.height += float64(len(g.apart))*smallLead + pad
		}
		g.claims = append(g.claims, l)
	}
	return g.paginate()
}

// columns divides the width between claims and hypotheses.
func (g *matrixLayout) columns() {
	n := float64(max(len(g.matrix.Hypotheses), 1))
	share := 0.5
	if g.width < wideFrom {
		share = 0.42
	}
	g.cell = min(clamp(g.width*share/n, cellLeast, cellMost), (g.width-labelLeast)/n)
	g.label = g.width - n*g.cell - 8
}

// head breaks the names of the hypotheses, or gives them letters where a column is too narrow for them.
func (g *matrixLayout) head() {
	l := g.chart.Language
	named := g.cell >= cellNamed
	for _, h := range g.matrix.Hypotheses {
		lines := g.wrap(smallBold, h.Name, g.cell-6, 6)
		broken := func(word string) bool { return g.measure(smallBold, word) > g.cell-6 }
		named = named && !slices.ContainsFunc(strings.Fields(clean(h.Name)), broken)
		g.heads = append(g.heads, lines)
	}
	g.score()
	g.against = g.wrap(smallFace, l.Say("chart.matrix.against"), g.label-4, 4)
	if named {
		return
	}
	most := 3
	if len(g.matrix.Hypotheses) > 5 {
		most = 1
	}
	for i, h := range g.matrix.Hypotheses {
		g.heads[i] = []string{letterOf(i)}
		g.list = append(g.list, g.wrap(smallFace, h.Name, g.width-16, most))
	}
}

// score writes what speaks against each hypothesis: smaller, and in two lines, where a column is too narrow for one.
func (g *matrixLayout) score() {
	l := g.chart.Language
	g.scored = boldFace
	for _, h := range g.matrix.Hypotheses {
		weight, claims := l.Number(tenth(h.Score)), paren(l.Number(float64(h.Against)))
		g.scores = append(g.scores, []string{weight + " " + claims})
		if g.measure(boldFace, g.scores[len(g.scores)-1][0]) > g.cell-5 {
			g.scored = smallBold
		}
	}
	if g.scored == boldFace {
		return
	}
	for i, s := range g.scores {
		weight, claims, _ := strings.Cut(s[0], " ")
		g.scores[i] = []string{g.cut(smallBold, weight, g.cell), g.cut(smallBold, claims, g.cell)}
	}
}

// letterOf names the n-th of a list: A to Z, then AA.
func letterOf(n int) string {
	if n >= 26 {
		return letterOf(n/26-1) + letterOf(n%26)
	}
	return string(rune('A' + n))
}

// tenth rounds a computed score for the eye.
func tenth(v float64) float64 { return math.Round(v*10) / 10 }

// Sign is a weight as the method writes it: "−−" to "++"; empty where the claim is not weighed.
func Sign(w claim.Weight) string {
	return strings.ReplaceAll(string(w), "-", "−")
}

// samples explains the signs that are used.
func (m *Matrix) samples(c *Chart) []sample {
	var legend []sample
	for _, w := range claim.Weights() {
		if slices.ContainsFunc(m.Claims, func(k WeighedClaim) bool { return slices.Contains(k.Weights, w) }) {
			legend = append(legend, sample{text: c.Language.Say("weight." + string(w)), width: 11, draw: func(p *pen, x, y float64) {
				p.sign("key", w, y, signRadius, x)
			}})
		}
	}
	if len(m.Claims) > 0 {
		legend = append(legend, sample{text: c.Language.Say("chart.matrix.least"), width: 14, draw: func(p *pen, x, y float64) {
			p.rect("key", look{fill: theme.Band}, x-7, y-5, 14, 10)
		}})
	}
	return legend
}

// sign draws a weight in the middle of each of those places: a square against, a circle for, a dot for neither; what
// is strong is dark.
func (p *pen) sign(role string, w claim.Weight, y, r float64, places ...float64) {
	edge := look{fill: theme.Paper, stroke: theme.Ink, width: 0.9}
	ink := theme.Ink
	favours := w == claim.For || w == claim.StronglyFor
	if w == claim.StronglyAgainst || w == claim.StronglyFor {
		edge.fill, ink = theme.Ink, theme.Paper
	}
	var outline, strokes []Segment
	for _, x := range places {
		switch {
		case w == claim.Neutral:
			outline = append(outline, circle(x, y, r*0.3)...)
			continue
		case favours:
			outline = append(outline, circle(x, y, r*1.08)...)
			strokes = append(strokes, polyline([]float64{x, y - r*0.58, x, y + r*0.58}, false)...)
		default:
			outline = append(outline, rectangle(x-r, y-r, 2*r, 2*r)...)
		}
		strokes = append(strokes, polyline([]float64{x - r*0.58, y, x + r*0.58, y}, false)...)
	}
	if w == claim.Neutral {
		p.path(role, look{fill: theme.Muted}, outline)
		return
	}
	p.path(role, edge, outline)
	p.path(role+"-sign", look{stroke: ink, width: 1.1}, strokes)
}

// top is the height of legend, list and heads.
func (g *matrixLayout) top() float64 {
	h := (&pen{fonts: g.fonts, dry: true}).key(g.legend, g.width)
	for _, lines := range g.list {
		h += float64(len(lines)) * smallLead
	}
	return h + g.headHeight() + g.scoreHeight() + 6
}

func (g *matrixLayout) headHeight() float64 {
	lines := 0
	for _, h := range g.heads {
		lines = max(lines, len(h))
	}
	return float64(lines)*smallLead + 3
}

func (g *matrixLayout) scoreHeight() float64 {
	own := bodyLead
	for _, s := range g.scores {
		own = max(own, float64(len(s))*smallLead)
	}
	return max(float64(len(g.against))*smallLead, own) + 4
}

// paginate fills page after page; each holds at least one claim, and bears the heads.
func (g *matrixLayout) paginate() []*Scene {
	top := g.top()
	var scenes []*Scene
	for i := 0; i < len(g.claims); {
		j, h, limit := i, top, g.frame.limit(len(scenes))
		for j < len(g.claims) && (j == i || limit <= 0 || h+g.claims[j].height <= limit) {
			h += g.claims[j].height
			j++
		}
		scenes = append(scenes, g.page(g.claims[i:j], h))
		i = j
	}
	if scenes == nil {
		scenes = []*Scene{g.page(nil, top)}
	}
	return scenes
}

// column is the middle of the i-th hypothesis's column.
func (g *matrixLayout) column(i int) float64 {
	return g.width - (float64(len(g.matrix.Hypotheses)-i)-0.5)*g.cell
}

// page draws heads, scores and claims.
func (g *matrixLayout) page(claims []claimLines, height float64) *Scene {
	y := g.key(g.legend, g.width)
	for i, lines := range g.list {
		g.text("letter", smallBold, Start, 0, y+smallBold.base(), letterOf(i))
		g.lines("hypothesis", smallFace, Start, 16, y, lines)
		y += float64(len(lines)) * smallLead
	}
	for i, h := range g.matrix.Hypotheses {
		if h.Least && len(g.matrix.Claims) > 0 {
			g.rect("band", look{fill: theme.Band}, g.column(i)-g.cell/2, y, g.cell, height-y)
		}
	}
	foot := y + g.headHeight()
	for i := range g.heads {
		g.lines("head", smallBold, Middle, g.column(i), foot-3-float64(len(g.heads[i]))*smallLead, g.heads[i])
		g.lines("score", g.scored, Middle, g.column(i), foot, g.scores[i])
	}
	g.lines("score", smallFace, Start, 0, foot, g.against)
	y = foot + g.scoreHeight()
	g.line("rule", look{stroke: theme.Axis, width: 0.9}, 0, y, g.width, y)
	y += 3
	var rules []Segment
	for i := range claims {
		y = g.claim(&claims[i], y)
		rules = append(rules, polyline([]float64{0, y, g.width, y}, false)...)
	}
	g.owner = ""
	g.path("rule", look{stroke: theme.Rule, width: 0.6}, rules)
	scene := g.scene(g.width, height)
	g.shapes = nil
	return scene
}

// claim draws one claim from y on and returns where it ends.
func (g *matrixLayout) claim(l *claimLines, y float64) float64 {
	end := y + l.height
	g.owner = ""
	if l.first {
		g.lines("group", smallBold, Start, 0, y+g.frame.pad(rowPad), g.apart)
		y += float64(len(g.apart))*smallLead + g.frame.pad(rowPad)
	}
	g.owner = l.claim.ID
	top := y + g.frame.pad(rowPad)/2
	g.lines("label", bodyFace, Start, 0, top, l.text)
	below := top + float64(len(l.text))*bodyLead
	g.lines("meta", smallFace, Start, 0, below, l.meta)
	g.lines("note", noteFace, Start, 0, below+float64(len(l.meta))*smallLead, l.note)
	for _, w := range claim.Weights() {
		var places []float64
		for i, of := range l.claim.Weights {
			if of == w {
				places = append(places, g.column(i))
			}
		}
		if places != nil {
			g.sign("sign", w, (y+end)/2, min(signRadius, g.cell/2-1), places...)
		}
	}
	return end
}
