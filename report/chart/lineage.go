package chart

import (
	"slices"
	"strings"

	"sitrep/report/theme"
)

// An OriginNode is an origin in a lineage, with the documents in which its claims were read.
type OriginNode struct {
	ID, Name  string         // the origin's id, and its short name
	Meta      string         // kind and reliability, as shown under it
	Grade     string         // reliability; empty where it is not graded
	From      []string       // ids of the origins that it repeats
	Some      []string       // ids of the origins from which some of its claims derive
	Circle    []string       // ids of those of Some whose information began with this origin: it comes back to it
	Documents []DocumentNode // in file order
}

// A DocumentNode is a source in which claims of an origin were read.
type DocumentNode struct {
	ID, Name string   // the source's id, and its title
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
	ID     string // the judgement's id
	Number string // as the briefing counts it
	Lines  int    // independent lines of information that speak for it
	Cited  int    // sources that speak for it
}

// Lineage shows whose information whose repeats, where it was read, and which judgements rest on it. An origin in
// which information begins has a band of its own with all that repeat it under it; arrows lead from an origin to
// those that repeat it. A column is a judgement: a filled mark supports it, a hollow one repeats what began
// elsewhere and adds no line, a cross stands against it. A judgement that rests on one line is framed, and an arrow by
// which information comes back to the origin with which it began has the colour of a caution.
//
// Why the layout is our own: what lays out graphs in layers sets nodes on a plane as wide as it needs and knows no
// telephone, on which names must be read; rows have room for them at any width, and sixty origins are a page.
type Lineage struct {
	Origins    []OriginNode    // in file order
	Judgements []JudgementNode // in file order
	Lines      int             // independent lines of all that is shown
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
		out = append(out, &strand{node: &n.Origins[i], depth: depth, band: band})
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

// name returns the name of an origin.
func (n *Lineage) name(id string) string {
	for i := range n.Origins {
		if n.Origins[i].ID == id {
			return clean(n.Origins[i].Name)
		}
	}
	return clean(id)
}

// names returns the names of origins.
func (n *Lineage) names(ids []string) []string {
	var all []string
	for _, id := range ids {
		all = append(all, n.name(id))
	}
	return all
}

// alsoMost is how many other origins that were read in a document are named at it.
const alsoMost = 2

// told is a document with what else was read in it.
func (g *lineageLayout) told(d *DocumentNode) string {
	l := g.chart.Language
	switch n := len(d.Also); {
	case n == 0:
		return clean(d.Name)
	case n > alsoMost:
		return clean(d.Name) + " (" + l.Count("chart.lineage.alsomany", n) + ")"
	}
	return clean(d.Name) + " (" + l.Say("chart.lineage.also", l.List(d.Also)) + ")"
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
	if slices.ContainsFunc(n.Origins, func(o OriginNode) bool { return len(o.Circle) > 0 }) {
		legend = append(legend, sample{text: l.Say("chart.lineage.circle"), width: 14, draw: func(p *pen, x, y float64) {
			p.line("key", look{stroke: theme.Caution, width: 1.3, dash: []float64{2.4, 1.8}}, x-7, y, x+7, y)
		}})
	}
	if slices.ContainsFunc(n.Judgements, JudgementNode.single) {
		legend = append(legend, sample{text: l.Say("chart.lineage.single"), width: 11, draw: func(p *pen, x, y float64) {
			p.rect("key", look{fill: theme.Paper, stroke: theme.Caution, width: 1.3}, x-5, y-5, 10, 10)
		}})
	}
	return legend
}

// node draws an origin: filled where information begins, hollow where it is repeated.
func (p *pen) node(role string, repeats bool, x, y float64) {
	l := look{fill: theme.Ink, stroke: theme.Ink, width: 1}
	if repeats {
		l.fill = theme.Paper
	}
	p.path(role, l, circle(x, y, nodeRadius))
}

// weighs draws what documents are to judgements, at those points.
func (p *pen) weighs(role string, w Weighs, repeated bool, places ...float64) {
	const r = 2.7
	outline := func(g glyph, r float64) []Segment {
		var all []Segment
		for i := 0; i+1 < len(places); i += 2 {
			all = append(all, g.outline(places[i], places[i+1], r)...)
		}
		return all
	}
	switch {
	case w == Opposes:
		p.path(role, look{stroke: theme.Ink, width: 1.2}, outline(cross, r))
	case repeated:
		p.path(role, look{fill: theme.Paper, stroke: theme.Ink, width: 1}, outline(diamond, r-0.3))
	default:
		p.path(role, look{fill: theme.Ink}, outline(diamond, r))
	}
}

// single reports whether the judgement rests on one line.
func (j JudgementNode) single() bool { return j.Lines == 1 }

func (n *Lineage) table(c *Chart) Table {
	l := c.Language
	var out Table
	for _, key := range []string{"column.origin", "column.grade", "column.repeats", "column.sources",
		"chart.lineage.rest", "chart.lineage.against"} {
		out.Head = append(out.Head, l.Say(key))
	}
	out.Numeric = make([]bool, len(out.Head))
	for _, s := range n.order() {
		o := s.node
		var from, documents []string
		for _, id := range slices.Concat(o.From, o.further()[min(len(o.further()), max(len(o.From)-1, 0)):]) {
			name := n.name(id)
			if slices.Contains(o.Circle, id) {
				name += " (" + l.Say("chart.lineage.circle") + ")"
			}
			from = append(from, name)
		}
		for i := range o.Documents {
			if d := &o.Documents[i]; clean(d.Name) != "" {
				documents = append(documents, clean(d.Name))
			}
		}
		out.Rows = append(out.Rows, []string{o.Name, o.Grade, strings.Join(from, "; "), strings.Join(documents, "; "),
			n.sides(o, Supports), n.sides(o, Opposes)})
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
	head := l.Say("chart.alt.lineage", l.Count("chart.origins", len(n.Origins)), l.Count("lines.citations", len(seen)),
		l.Count("lines.independent", n.Lines)) + "."
	var said, single []string
	for _, j := range n.Judgements {
		if j.single() {
			single = append(single, j.Number)
		}
	}
	if len(single) > 0 {
		said = append(said, l.Count("chart.alt.single", len(single), l.List(single))+".")
	}
	for i := range n.Origins {
		o := &n.Origins[i]
		if len(o.From) > 0 {
			said = append(said, l.Say("chart.alt.repeats", sentence(o.Name), l.List(n.names(o.From)))+".")
		}
	}
	for i := range n.Origins {
		if o := &n.Origins[i]; len(o.Circle) > 0 {
			said = append(said, l.Say("chart.alt.circle", sentence(o.Name), l.List(n.names(o.Circle)))+".")
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
