package chart

import (
	"slices"
	"strings"

	"sitrep/report/theme"
)

// An OriginNode is an origin in a lineage, with the documents in which its claims were read.
type OriginNode struct {
	ID, Name  string
	Meta      string   // kind and reliability, as shown under it
	Grade     string   // reliability; empty where it is not graded
	From      []string // ids of the origins that it repeats
	Some      []string // ids of the origins from which some of its claims derive
	Documents []DocumentNode
}

// A DocumentNode is a source in which claims of an origin were read.
type DocumentNode struct {
	ID, Name string
	Also     []string // shown names of other origins that were read in it: one document is one line
	Weighs   []Weighs // by judgement
}

// Weighs says on which side of a judgement claims stand.
type Weighs int

// The sides.
const (
	Unrelated Weighs = iota
	Supports
	Opposes
)

// A JudgementNode is a judgement at the end of a lineage.
type JudgementNode struct {
	ID     string
	Number string // as the briefing counts it
	Lines  int    // independent lines of information that speak for it
	Cited  int    // sources that speak for it
}

// Lineage shows whose information whose repeats, where it was read, and which judgements rest on it. An origin in
// which information begins has a band of its own with all that repeat it under it; arrows lead from an origin to
// those that repeat it. A column is a judgement: a filled mark supports it, a hollow one repeats what began
// elsewhere and adds no line, a cross stands against it. A judgement that rests on one line is framed.
//
// Why the layout is our own: what lays out graphs in layers sets nodes on a plane as wide as it needs and knows no
// telephone, on which names must be read; rows have room for them at any width, and sixty origins are a page.
type Lineage struct {
	Origins    []OriginNode // in file order
	Judgements []JudgementNode
	Lines      int // independent lines of all that is shown
}

// The measures of a lineage, in points.
const (
	indentStep   = 11.0 // of an origin that repeats, from the one that it repeats
	deepest      = 4    // steps; what repeats further stands no further in
	nodeRadius   = 3.2
	judgeMost    = 17.0 // the width of a judgement's column
	judgeLeast   = 11.0
	documentsTop = 10 // as many documents as an origin shows
)

// A strand is an origin in its place: how far in, and what the row says.
type strand struct {
	node         *OriginNode
	depth        int
	band         int // counts the origins in which information begins
	name, meta   []string
	documents    []documentLines
	height       float64
	y            float64 // of its node, once it is drawn on the page
	onThis       bool    // page
	originHeight float64
}

// A documentLines is a document in lines.
type documentLines struct {
	node   *DocumentNode
	text   []string
	weighs []Weighs
}

// A lineageLayout is a lineage being laid out.
type lineageLayout struct {
	pen
	chart     *Chart
	lineage   *Lineage
	frame     Frame
	narrow    bool
	width     float64
	judge     float64 // the width of a judgement's column
	shown     int     // judgements with a column
	gutter    float64 // for arrows from further origins
	documents float64 // where their nodes stand; in a narrow figure, from the origin's own
	end       float64 // where texts end
	legend    []sample
	strands   []*strand
	about     []string // what the columns are
	foot      []string // what is left out
}

func (n *Lineage) layout(c *Chart, f Frame) []*Scene {
	g := &lineageLayout{pen: pen{fonts: f.Fonts}, chart: c, lineage: n, frame: f, width: max(f.Width, narrowest)}
	g.narrow = g.width < wideFrom
	order := n.order()
	g.columns(order)
	for _, s := range order {
		g.strands = append(g.strands, g.enter(s))
	}
	g.legend = n.samples(c)
	if len(n.Judgements) > 0 {
		g.about = g.wrap(smallFace, c.Language.Say("chart.lineage.columns"), g.end, 3)
	}
	if left := len(n.Judgements) - g.shown; left > 0 {
		g.foot = g.wrap(smallFace, c.Language.Count("chart.more.judgements", left), g.width, 2)
	}
	return g.paginate()
}

// order puts each origin under the first that it repeats, and that one's in file order; what repeats in a circle
// stands for itself.
func (n *Lineage) order() []*strand {
	at, under := map[string]int{}, map[string][]int{}
	for i := range n.Origins {
		at[n.Origins[i].ID] = i
	}
	var roots []int
	for i := range n.Origins {
		if from := n.Origins[i].From; len(from) > 0 {
			if _, ok := at[from[0]]; ok {
				under[from[0]] = append(under[from[0]], i)
				continue
			}
		}
		roots = append(roots, i)
	}
	var out []*strand
	placed := make([]bool, len(n.Origins))
	band := -1
	var place func(i, depth int)
	place = func(i, depth int) {
		if placed[i] {
			return
		}
		placed[i] = true
		if depth == 0 {
			band++
		}
		out = append(out, &strand{node: &n.Origins[i], depth: min(depth, deepest), band: band})
		for _, k := range under[n.Origins[i].ID] {
			place(k, depth+1)
		}
	}
	for _, i := range roots {
		place(i, 0)
	}
	for i := range n.Origins {
		place(i, 0)
	}
	return out
}

// columns divides the width.
func (g *lineageLayout) columns(order []*strand) {
	most, share := judgeMost, 0.34
	if n := float64(len(g.lineage.Judgements)); n > 0 {
		g.judge = clamp(g.width*share/n, judgeLeast, most)
		g.shown = min(len(g.lineage.Judgements), int(g.width*share/g.judge+1e-9))
	}
	if slices.ContainsFunc(order, func(s *strand) bool { return len(s.node.further()) > 0 }) {
		g.gutter = 9
	}
	g.end = g.width - float64(g.shown)*g.judge - 6
	g.documents = g.gutter + (g.end-g.gutter)*0.5
}

// further returns the origins beside the first that a node draws on.
func (o *OriginNode) further() []string {
	var out []string
	if len(o.From) > 1 {
		out = append(out, o.From[1:]...)
	}
	for _, id := range o.Some {
		if !slices.Contains(o.From, id) {
			out = append(out, id)
		}
	}
	return out
}

// x is where a strand's node stands.
func (g *lineageLayout) x(s *strand) float64 {
	return g.gutter + nodeRadius + 1 + float64(s.depth)*indentStep
}

// enter breaks the texts of a strand into lines.
func (g *lineageLayout) enter(s *strand) *strand {
	left := g.x(s) + 8
	right := g.documents - 12
	if g.narrow {
		right = g.end
	}
	face := bodyFace
	if s.depth == 0 {
		face = boldFace
	}
	s.name = g.wrap(face, s.node.Name, right-left, 3)
	s.meta = g.wrap(smallFace, join(" · ", s.node.Meta, g.repeats(s.node)), right-left, 3)
	s.originHeight = float64(len(s.name))*bodyLead + float64(len(s.meta))*smallLead
	from := g.documents + 7
	if g.narrow {
		from = left + 7
	}
	documents := 0.0
	for _, d := range g.merged(s.node.Documents) {
		l := documentLines{node: d, text: g.wrap(smallFace, g.told(d), g.end-from, 2), weighs: d.Weighs}
		s.documents = append(s.documents, l)
		documents += float64(max(len(l.text), 1)) * smallLead
	}
	if s.height = max(s.originHeight, documents) + entryPad; g.narrow {
		s.height = s.originHeight + documents + entryPad
	}
	return s
}

// repeats names the origins that a node draws on, beside that under which it stands.
func (g *lineageLayout) repeats(o *OriginNode) string {
	l := g.chart.Language
	names := func(ids []string) string {
		var all []string
		for _, id := range ids {
			all = append(all, g.lineage.name(id))
		}
		return l.List(all)
	}
	more := ""
	if len(o.From) > 1 {
		more = l.Say("chart.lineage.repeats", names(o.From))
	}
	var some []string
	for _, id := range o.Some {
		if !slices.Contains(o.From, id) {
			some = append(some, id)
		}
	}
	if len(some) == 0 {
		return more
	}
	return join(" · ", more, l.Say("chart.lineage.some", names(some)))
}

// name returns the name of an origin.
func (n *Lineage) name(id string) string {
	for i := range n.Origins {
		if n.Origins[i].ID == id {
			return clean(n.Origins[i].Name)
		}
	}
	return clean(id)
}

// told is a document with what else was read in it.
func (g *lineageLayout) told(d *DocumentNode) string {
	if len(d.Also) == 0 {
		return clean(d.Name)
	}
	return clean(d.Name) + " (" + g.chart.Language.Say("chart.lineage.also", g.chart.Language.List(d.Also)) + ")"
}

// merged keeps the first documents of an origin and makes one of the others.
func (g *lineageLayout) merged(all []DocumentNode) []*DocumentNode {
	var out []*DocumentNode
	for i := range all[:min(len(all), documentsTop)] {
		out = append(out, &all[i])
	}
	if len(all) <= documentsTop {
		return out
	}
	rest := all[documentsTop-1:]
	more := &DocumentNode{Name: g.chart.Language.Count("chart.lineage.more", len(rest)), Weighs: slices.Clone(rest[0].Weighs)}
	for _, d := range rest[1:] {
		for j, w := range d.Weighs {
			more.Weighs[j] = max(more.Weighs[j], w)
		}
	}
	out[documentsTop-1] = more
	return out
}

// samples explains the marks.
func (n *Lineage) samples(c *Chart) []sample {
	l := c.Language
	dot := func(w Weighs, repeated bool) func(p *pen, x, y float64) {
		return func(p *pen, x, y float64) { p.weighs("key", w, repeated, x, y) }
	}
	repeated := func(o OriginNode) bool { return len(o.From) > 0 }
	var legend []sample
	if slices.ContainsFunc(n.Origins, func(o OriginNode) bool { return !repeated(o) }) {
		legend = append(legend, sample{text: l.Say("chart.lineage.begins"), draw: func(p *pen, x, y float64) { p.node("key", false, x, y) }})
	}
	if slices.ContainsFunc(n.Origins, repeated) {
		legend = append(legend, sample{text: l.Say("chart.lineage.repeated"), draw: func(p *pen, x, y float64) { p.node("key", true, x, y) }})
	}
	uses := func(w Weighs, again bool) bool {
		return slices.ContainsFunc(n.Origins, func(o OriginNode) bool {
			return repeated(o) == again && slices.ContainsFunc(o.Documents, func(d DocumentNode) bool { return slices.Contains(d.Weighs, w) })
		})
	}
	if uses(Supports, false) {
		legend = append(legend, sample{text: l.Say("chart.lineage.supports"), draw: dot(Supports, false)})
	}
	if uses(Supports, true) {
		legend = append(legend, sample{text: l.Say("chart.lineage.addsnone"), draw: dot(Supports, true)})
	}
	if uses(Opposes, false) || uses(Opposes, true) {
		legend = append(legend, sample{text: l.Say("chart.lineage.opposes"), draw: dot(Opposes, false)})
	}
	if slices.ContainsFunc(n.Judgements, JudgementNode.single) {
		legend = append(legend, sample{text: l.Say("chart.lineage.single"), width: 11, draw: func(p *pen, x, y float64) {
			p.rect("key", look{fill: theme.Paper, stroke: theme.Caution, width: 1.3}, x-5, y-5, 10, 10)
		}})
	}
	return legend
}

// single reports whether the judgement rests on one line.
func (j JudgementNode) single() bool { return j.Lines == 1 }

// node draws an origin: filled where information begins, hollow where it is repeated.
func (p *pen) node(role string, repeats bool, x, y float64) {
	l := look{fill: theme.Ink, stroke: theme.Ink, width: 1}
	if repeats {
		l.fill = theme.Paper
	}
	p.path(role, l, circle(x, y, nodeRadius))
}

// weighs draws what a document is to a judgement.
func (p *pen) weighs(role string, w Weighs, repeated bool, x, y float64) {
	const r = 2.7
	switch {
	case w == Opposes:
		p.path(role, look{stroke: theme.Ink, width: 1.2}, cross.outline(x, y, r))
	case repeated:
		p.path(role, look{fill: theme.Paper, stroke: theme.Ink, width: 1}, diamond.outline(x, y, r-0.3))
	default:
		p.path(role, look{fill: theme.Ink}, diamond.outline(x, y, r))
	}
}

// top is the height of the legend and the heads of the columns.
func (g *lineageLayout) top() float64 {
	h := (&pen{fonts: g.fonts}).key(g.legend, g.width)
	if g.shown > 0 {
		h += g.headHeight()
	}
	return h + 4
}

func (g *lineageLayout) headHeight() float64 {
	return max(float64(len(g.about))*smallLead, bodyLead+smallLead) + 5
}

// paginate fills page after page; each holds at least one origin.
func (g *lineageLayout) paginate() []*Scene {
	top, below := g.top(), float64(len(g.foot))*smallLead
	var scenes []*Scene
	for i := 0; i < len(g.strands); {
		j, h := i, top
		for j < len(g.strands) && (j == i || g.frame.MaxHeight <= 0 || h+g.strands[j].height+below <= g.frame.MaxHeight) {
			h += g.strands[j].height
			j++
		}
		scenes = append(scenes, g.page(g.strands[i:j], h, below))
		i = j
	}
	if scenes == nil {
		scenes = []*Scene{g.page(nil, top+6, below)}
	}
	return scenes
}

// column is the middle of the j-th judgement's column.
func (g *lineageLayout) column(j int) float64 {
	return g.width - (float64(g.shown-j)-0.5)*g.judge
}

// page draws the heads, the bands, the arrows and the rows.
func (g *lineageLayout) page(strands []*strand, height, below float64) *Scene {
	y := g.key(g.legend, g.width)
	if g.shown > 0 {
		g.heads(y)
		y += g.headHeight()
	}
	y += 2
	g.bands(strands, y)
	for _, s := range g.strands {
		s.onThis = false
	}
	at := y
	for _, s := range strands {
		s.y, s.onThis = at+entryPad/2+bodyLead/2, true
		at += s.height
	}
	g.threads(strands, y)
	g.arrows(strands)
	at = y
	for _, s := range strands {
		g.strand(s, at)
		at += s.height
	}
	g.owner = ""
	g.lines("note", smallFace, Start, 0, height, g.foot)
	scene := g.scene(g.width, height+below)
	g.shapes = nil
	return scene
}

// heads names the judgements over their columns, and the lines that speak for each.
func (g *lineageLayout) heads(y float64) {
	g.lines("head", smallFace, Start, 0, y, g.about)
	for j := range g.shown {
		n := g.lineage.Judgements[j]
		x := g.column(j)
		if n.single() {
			g.rect("backing", look{fill: theme.Paper, stroke: theme.Caution, width: 1.3}, x-g.judge/2+1, y+bodyLead, g.judge-2, smallLead+1)
		}
		g.text("head", smallBold, Middle, x, y+boldFace.base(), g.cut(smallBold, n.Number, g.judge))
		g.text("head", smallFace, Middle, x, y+bodyLead+0.5+smallFace.base(), g.cut(smallFace, g.chart.Language.Number(float64(n.Lines)), g.judge-1))
	}
}

// bands sets the origins that share a beginning on one ground, every other one shaded.
func (g *lineageLayout) bands(strands []*strand, y float64) {
	for i := 0; i < len(strands); {
		j, h := i, 0.0
		for j < len(strands) && strands[j].band == strands[i].band {
			h += strands[j].height
			j++
		}
		if strands[i].band%2 == 0 {
			g.rect("band", look{fill: theme.Panel}, 0, y, g.width, h)
		}
		y, i = y+h, j
	}
}

// threads joins the marks of each judgement.
func (g *lineageLayout) threads(strands []*strand, y float64) {
	for j := range g.shown {
		first, last := -1.0, -1.0
		at := y
		for _, s := range strands {
			g.each(s, at, func(l *documentLines, line float64) {
				if j < len(l.weighs) && l.weighs[j] != Unrelated {
					if first < 0 {
						first = line
					}
					last = line
				}
			})
			at += s.height
		}
		if last > first {
			g.line("rule", look{stroke: theme.Axis, width: 0.7}, g.column(j), first, g.column(j), last)
		}
	}
}

// each calls what with every document of a strand that begins at y, and the middle of its first line.
func (g *lineageLayout) each(s *strand, y float64, what func(l *documentLines, line float64)) {
	at := y + entryPad/2
	if g.narrow {
		at += s.originHeight
	}
	for i := range s.documents {
		l := &s.documents[i]
		what(l, at+smallLead/2)
		at += float64(max(len(l.text), 1)) * smallLead
	}
}

// arrows lead from origins to those that repeat them, where both are on the page.
func (g *lineageLayout) arrows(strands []*strand) {
	by := map[string]*strand{}
	for _, s := range strands {
		by[s.node.ID] = s
	}
	solid := look{stroke: theme.Muted, width: 0.9}
	for _, s := range strands {
		if len(s.node.From) > 0 {
			if p := by[s.node.From[0]]; p != nil && p != s && g.x(p) < g.x(s) {
				g.line("leader", solid, g.x(p), p.y+nodeRadius+0.5, g.x(p), s.y, g.x(s)-nodeRadius-1, s.y)
				g.head(solid, g.x(s)-nodeRadius-1, s.y)
			}
		}
		for _, id := range s.node.further() {
			if p := by[id]; p != nil && p != s {
				dashed := look{stroke: theme.Muted, width: 0.9, dash: []float64{2.4, 1.8}}
				g.line("leader", dashed, g.x(p)-nodeRadius-0.5, p.y, 3, p.y, 3, s.y, g.x(s)-nodeRadius-1, s.y)
				g.head(solid, g.x(s)-nodeRadius-1, s.y)
			}
		}
	}
}

// head draws the tip of an arrow to the right.
func (g *lineageLayout) head(l look, x, y float64) {
	const a = 2.4
	g.line("leader", l, x-a, y-a, x, y, x-a, y+a)
}

// strand draws one origin, its documents, and what they are to the judgements.
func (g *lineageLayout) strand(s *strand, y float64) {
	g.owner = s.node.ID
	x, top := g.x(s), y+entryPad/2
	g.node("dot", len(s.node.From) > 0, x, s.y)
	face := bodyFace
	if s.depth == 0 {
		face = boldFace
	}
	g.lines("label", face, Start, x+8, top, s.name)
	g.lines("meta", smallFace, Start, x+8, top+float64(len(s.name))*bodyLead, s.meta)
	left := g.documents
	if g.narrow {
		left = x + 8
	}
	g.each(s, y, func(l *documentLines, line float64) {
		if len(l.text) > 0 {
			look := look{fill: theme.Muted}
			if len(l.node.Also) > 0 {
				look.fill, look.stroke, look.width = theme.Paper, theme.Muted, 0.9
			}
			g.rect("document", look, left, line-1.6, 3.2, 3.2)
			g.lines("document", smallFace, Start, left+7, line-smallLead/2, l.text)
		}
		for j := range min(g.shown, len(l.weighs)) {
			if l.weighs[j] != Unrelated {
				g.weighs("mark", l.weighs[j], len(s.node.From) > 0, g.column(j), line)
			}
		}
	})
	g.owner = ""
}

func (n *Lineage) table(c *Chart) Table {
	l := c.Language
	out := Table{Head: []string{l.Say("column.origin"), l.Say("column.grade"), l.Say("column.repeats"), l.Say("column.sources"), l.Say("chart.lineage.rest"), l.Say("chart.lineage.against")}}
	out.Numeric = make([]bool, len(out.Head))
	for _, s := range n.order() {
		o := s.node
		var from, documents []string
		for _, id := range slices.Concat(o.From, o.further()[min(len(o.further()), max(len(o.From)-1, 0)):]) {
			from = append(from, n.name(id))
		}
		for i := range o.Documents {
			if d := &o.Documents[i]; clean(d.Name) != "" {
				documents = append(documents, clean(d.Name))
			}
		}
		out.Rows = append(out.Rows, []string{o.Name, o.Grade, strings.Join(from, "; "), strings.Join(documents, "; "), n.sides(o, Supports), n.sides(o, Opposes)})
		out.IDs = append(out.IDs, o.ID)
		out.Values = append(out.Values, nil)
	}
	return out.trim()
}

// sides lists the numbers of the judgements on that side of which claims of an origin stand.
func (n *Lineage) sides(o *OriginNode, side Weighs) string {
	var all []string
	for j := range n.Judgements {
		if slices.ContainsFunc(o.Documents, func(d DocumentNode) bool { return j < len(d.Weighs) && d.Weighs[j] == side }) {
			all = append(all, n.Judgements[j].Number)
		}
	}
	return strings.Join(all, ", ")
}

// alt says how many origins and documents make how many lines, who repeats whom, and what rests on one line.
func (n *Lineage) alt(c *Chart) string {
	l := c.Language
	if len(n.Origins) == 0 {
		return l.Say("chart.alt.empty")
	}
	seen := map[string]bool{}
	for i := range n.Origins {
		for k := range n.Origins[i].Documents {
			seen[n.Origins[i].Documents[k].ID] = true
		}
	}
	head := l.Say("chart.alt.lineage", l.Count("chart.origins", len(n.Origins)), l.Count("lines.citations", len(seen)), l.Count("lines.independent", n.Lines)) + "."
	var said, single []string
	for _, j := range n.Judgements {
		if j.single() {
			single = append(single, j.Number)
		}
	}
	if len(single) > 0 {
		said = append(said, l.Say("chart.alt.single", l.List(single))+".")
	}
	for i := range n.Origins {
		o := &n.Origins[i]
		var from []string
		for _, id := range o.From {
			from = append(from, n.name(id))
		}
		if len(from) > 0 {
			said = append(said, l.Say("chart.alt.repeats", sentence(o.Name), l.List(from))+".")
		}
	}
	return brief(head, said, func(k int) string { return l.Count("chart.more.repeats", k) })
}

func (n *Lineage) marks(*Chart) []Mark {
	var all []Mark
	for _, s := range n.order() {
		all = append(all, Mark{ID: s.node.ID, Name: s.node.Name})
	}
	return all
}
