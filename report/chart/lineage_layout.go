package chart

import (
	"slices"

	"sitrep/report/theme"
)

// The measures of a lineage, in points.
const (
	indentMost   = 11.0 // of an origin that repeats, from the one that it repeats
	indentLeast  = 7.5  // so that nodes and arrows stay apart
	indentShare  = 0.36 // of the width of the names, for all steps; what repeats further stands no further in
	nodeRadius   = 3.2
	judgeMost    = 17.0 // the width of a judgement's column
	judgeLeast   = 11.0
	documentsTop = 10  // as many documents as an origin shows
	fullEnough   = 0.9 // of a page that ends where a band ends, rather than inside the next
)

// A strand is an origin in its place: how far in, and what the row says.
type strand struct {
	node         *OriginNode
	depth        int // steps from the origin with which it begins
	band         int // counts the origins in which information begins
	name, meta   []string
	beside       float64 // where the meta line stands beside the name, from its beginning; 0: it stands under it
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
	indent    float64 // a step in
	deepest   int     // steps that are drawn
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
	room := (g.documents - g.gutter) * indentShare
	if g.narrow {
		room = (g.end - g.gutter) * indentShare
	}
	deepest := 1
	for _, s := range order {
		deepest = max(deepest, s.depth)
	}
	g.indent = clamp(room/float64(deepest), indentLeast, indentMost)
	g.deepest = int(room / g.indent)
}

// x is where a strand's node stands.
func (g *lineageLayout) x(s *strand) float64 {
	return g.gutter + nodeRadius + 1 + float64(min(s.depth, g.deepest))*g.indent
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
	s.meta = g.wrap(smallFace, join(" · ", s.node.Meta, g.repeats(s)), right-left, 3)
	if at := g.measure(face, s.name[0]) + 5; len(s.name) == 1 && len(s.meta) == 1 && at+g.measure(smallFace, s.meta[0]) <= right-left {
		s.beside, s.originHeight = at, bodyLead
	} else {
		s.originHeight = float64(len(s.name))*bodyLead + float64(len(s.meta))*smallLead
	}
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
	if s.height = max(s.originHeight, documents) + g.frame.pad(entryPad); g.narrow {
		s.height = s.originHeight + documents + g.frame.pad(entryPad)
	}
	return s
}

// repeats names the origins that a node draws on, beside that under which it stands and from which an arrow leads.
func (g *lineageLayout) repeats(s *strand) string {
	l, o := g.chart.Language, s.node
	say := func(key string, ids []string) string {
		if len(ids) == 0 {
			return ""
		}
		return l.Say(key, l.List(g.lineage.names(ids)))
	}
	var more, some []string
	if len(o.From) > 1 || s.depth > g.deepest {
		more = o.From
	}
	for _, id := range o.Some {
		if !slices.Contains(o.From, id) && !slices.Contains(o.Circle, id) {
			some = append(some, id)
		}
	}
	return join(" · ", say("chart.lineage.repeats", more), say("chart.lineage.some", some), say("chart.lineage.returns", o.Circle))
}

// top is the height of the legend and the heads of the columns.
func (g *lineageLayout) top() float64 {
	h := (&pen{fonts: g.fonts, dry: true}).key(g.legend, g.width)
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
		j, h, limit := i, top, g.frame.limit(len(scenes))
		for j < len(g.strands) && (j == i || limit <= 0 || h+g.strands[j].height+below <= limit) {
			h += g.strands[j].height
			j++
		}
		if k, less := g.begins(j); k > i && h-less > limit*fullEnough {
			j, h = k, h-less
		}
		scenes = append(scenes, g.page(g.strands[i:j], h, below))
		i = j
	}
	if scenes == nil {
		scenes = []*Scene{g.page(nil, top+6, below)}
	}
	return scenes
}

// begins returns where the band begins that a break before the j-th strand would part, and how high what stands before the
// break is of it; j and zero where the break parts none.
func (g *lineageLayout) begins(j int) (k int, less float64) {
	if j == len(g.strands) {
		return j, 0
	}
	for k = j; k > 0 && g.strands[k-1].band == g.strands[j].band; k-- {
		less += g.strands[k-1].height
	}
	return k, less
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
		s.y, s.onThis = at+g.frame.pad(entryPad)/2+bodyLead/2, true
		at += s.height
	}
	g.threads(strands, y)
	g.arrows(strands, y, at)
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
		lines := g.cut(smallFace, g.chart.Language.Number(float64(n.Lines)), g.judge-1)
		g.text("head", smallFace, Middle, x, y+bodyLead+0.5+smallFace.base(), lines)
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
	at := y + g.frame.pad(entryPad)/2
	if g.narrow {
		at += s.originHeight
	}
	for i := range s.documents {
		l := &s.documents[i]
		what(l, at+smallLead/2)
		at += float64(max(len(l.text), 1)) * smallLead
	}
}

// strand draws one origin, its documents, and what they are to the judgements.
func (g *lineageLayout) strand(s *strand, y float64) {
	g.owner = s.node.ID
	x, top := g.x(s), y+g.frame.pad(entryPad)/2
	g.node("dot", len(s.node.From) > 0, x, s.y)
	face := bodyFace
	if s.depth == 0 {
		face = boldFace
	}
	g.lines("label", face, Start, x+8, top, s.name)
	if s.beside > 0 {
		g.text("meta", smallFace, Start, x+8+s.beside, top+face.base(), s.meta[0])
	} else {
		g.lines("meta", smallFace, Start, x+8, top+float64(len(s.name))*bodyLead, s.meta)
	}
	left := g.documents
	if g.narrow {
		left = x + 8
	}
	var alone, shared []Segment
	at := map[Weighs][]float64{}
	g.each(s, y, func(l *documentLines, line float64) {
		if len(l.text) > 0 {
			square := rectangle(left, line-1.6, 3.2, 3.2)
			if len(l.node.Also) > 0 {
				shared = append(shared, square...)
			} else {
				alone = append(alone, square...)
			}
			g.lines("document", smallFace, Start, left+7, line-smallLead/2, l.text)
		}
		for j := range min(g.shown, len(l.weighs)) {
			at[l.weighs[j]] = append(at[l.weighs[j]], g.column(j), line)
		}
	})
	if alone != nil {
		g.path("document", look{fill: theme.Muted}, alone)
	}
	if shared != nil {
		g.path("document", look{fill: theme.Paper, stroke: theme.Muted, width: 0.9}, shared)
	}
	for _, w := range []Weighs{Supports, Opposes} {
		if at[w] != nil {
			g.weighs("mark", w, len(s.node.From) > 0, at[w]...)
		}
	}
	g.owner = ""
}
