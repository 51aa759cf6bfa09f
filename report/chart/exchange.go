package chart

import (
	"slices"
	"strings"

	"sitrep/report/claim"
)

// The measures of an exchange, in points.
const (
	pillar    = 5.0  // the thickness of a party's pillar
	headWidth = 11.0 // of a band's arrow head
	tailWidth = 3.0  // of the stripe at its other end
	bandPad   = 5.0
	bandGap   = 5.0
)

// An exchangeLayout is an exchange being laid out.
type exchangeLayout struct {
	pen
	chart  *Chart
	frame  Frame
	narrow bool
	width  float64
	blocks []block
	legend []sample
}

// A block is what cannot be split: the names of two parties, the heading of a direction, or a band.
type block struct {
	names       bool
	left, right []string // the parties' names
	pair        int
	heading     string
	band        *giving
	height      float64
}

// A giving is what one party gives another of one category.
type giving struct {
	from, to string
	category claim.Category
	title    string
	leftward bool
	flows    []*Flow
	items    []offer
}

// An offer is one item in lines.
type offer struct {
	flow   *Flow
	text   []string
	value  []string
	meta   []string
	note   []string // the author's words
	height float64
}

func (e *Exchange) layout(c *Chart, f Frame) []*Scene {
	t := &exchangeLayout{pen: pen{fonts: f.Fonts}, chart: c, frame: f, width: max(f.Width, narrowest)}
	t.narrow = t.width < wideFrom
	for i, g := range e.pairs() {
		t.pair(e, i, g)
	}
	t.legend = e.samples(c)
	return t.paginate()
}

func (e *Exchange) samples(c *Chart) []sample {
	var key []sample
	for _, st := range claim.Statuses() {
		if slices.ContainsFunc(e.Flows, func(f Flow) bool { return f.Status == st }) {
			key = append(key, statusSample(st, c.Language.Say("status."+string(st))))
		}
	}
	return key
}

// pairs gathers the flows between each two parties, in the order in which they
// first appear: first what the one gives, by category, then what the other gives.
func (e *Exchange) pairs() [][]*giving {
	var pairs [][]*giving
	at := map[[2]string]int{}
	for i := range e.Flows {
		f := &e.Flows[i]
		n, ok := at[[2]string{f.From, f.To}]
		if !ok {
			n = len(pairs)
			at[[2]string{f.From, f.To}], at[[2]string{f.To, f.From}] = n, n
			pairs = append(pairs, nil)
		}
		pairs[n] = addFlow(pairs[n], f)
	}
	for _, p := range pairs {
		left := p[0].from
		slices.SortStableFunc(p, func(a, b *giving) int { return rank(a, left) - rank(b, left) })
		for _, g := range p {
			g.leftward = g.from != left
		}
	}
	return pairs
}

func addFlow(all []*giving, f *Flow) []*giving {
	for _, g := range all {
		if g.from == f.From && g.to == f.To && g.category == f.Category {
			g.flows = append(g.flows, f)
			return all
		}
	}
	return append(all, &giving{from: f.From, to: f.To, category: f.Category, title: f.CategoryText, flows: []*Flow{f}})
}

// rank orders bands by direction and then by category.
func rank(g *giving, left string) int {
	r := slices.Index(claim.Categories(), g.category)
	if r < 0 {
		r = len(claim.Categories())
	}
	if g.from != left {
		r += len(claim.Categories()) + 1
	}
	return r
}

// party returns a party's name, or its id where it has none.
func (e *Exchange) party(id string) string {
	for _, p := range e.Parties {
		if p.ID == id && clean(p.Name) != "" {
			return clean(p.Name)
		}
	}
	return clean(id)
}

// pair makes the blocks of two parties.
func (t *exchangeLayout) pair(e *Exchange, n int, bands []*giving) {
	left, right := e.party(bands[0].from), e.party(bands[0].to)
	names := block{pair: n, names: true, left: t.wrap(boldFace, left, t.width/2-8, 2), right: t.wrap(boldFace, right, t.width/2-8, 2)}
	names.height = float64(max(len(names.left), len(names.right)))*bodyLead + 5
	if n > 0 {
		names.height += 8
	}
	t.blocks = append(t.blocks, names)
	from := ""
	for _, g := range bands {
		if g.from != from {
			from = g.from
			h := t.chart.Language.Say("chart.gives", e.party(g.from), e.party(g.to))
			t.blocks = append(t.blocks, block{pair: n, heading: t.cut(smallFace, h, t.width-2*pillar-16), height: smallLead + 4})
		}
		t.bands(n, g)
	}
}

// bands makes a block of a band; one that is higher than a page goes on in another.
func (t *exchangeLayout) bands(n int, g *giving) {
	for _, f := range g.flows {
		g.items = append(g.items, t.offer(f))
	}
	limit := t.frame.MaxHeight * 0.6
	for len(g.items) > 0 {
		b, h := *g, 2*bandPad+bodyLead
		k := 0
		for k < len(g.items) && (k == 0 || limit <= 0 || h+g.items[k].height <= limit) {
			h += g.items[k].height
			k++
		}
		b.items, g.items = g.items[:k], g.items[k:]
		t.blocks = append(t.blocks, block{pair: n, band: &b, height: h + t.frame.pad(bandGap)})
	}
}

// inner is the room for text within a band.
func (t *exchangeLayout) inner() float64 { return t.width - 2*(pillar+4) - headWidth - 22 }

// offer breaks an item into lines: what, and how much; in a wide frame side by side.
func (t *exchangeLayout) offer(f *Flow) offer {
	o := offer{flow: f}
	room := t.inner() - 12
	if t.narrow {
		o.text = t.wrap(bodyFace, f.Item, room, 3)
		o.value = t.wrap(boldFace, f.Value, room, 2)
		o.meta = t.wrap(smallFace, join(" · ", f.Origin, f.DateText, f.Grade, t.replaced(f)), room, 2)
		o.height = float64(len(o.text)+len(o.value)) * bodyLead
	} else {
		o.text = t.wrap(bodyFace, f.Item, room*0.58, 3)
		o.value = t.wrap(boldFace, f.Value, room*0.42-8, 2)
		o.meta = t.wrap(smallFace, join(" · ", f.Origin, f.DateText, f.Grade, t.replaced(f)), room*0.42-8, 2)
		o.height = float64(len(o.value)) * bodyLead
	}
	o.height += float64(len(o.meta)) * smallLead
	if !t.narrow {
		o.height = max(o.height, float64(len(o.text))*bodyLead)
	}
	o.height = max(o.height, bodyLead) + 4
	if note := t.chart.note(f.ID); note != "" {
		o.note = t.wrap(noteFace, note, room, 3)
		o.height += float64(len(o.note)) * smallLead
	}
	return o
}

// replaced says that another claim stands in place of the flow; empty where none does.
func (t *exchangeLayout) replaced(f *Flow) string {
	if !f.Superseded {
		return ""
	}
	return t.chart.Language.Say("chart.key.superseded")
}

func (e *Exchange) table(c *Chart) Table {
	l := c.Language
	t := Table{Head: []string{l.Say("column.from"), l.Say("column.to"), l.Say("column.category"), l.Say("column.item"), l.Say("column.value"),
		l.Say("column.date"), l.Say("column.origin"), l.Say("column.status"), l.Say("column.grade"), l.Say("column.sources")}}
	t.Numeric = make([]bool, len(t.Head))
	t.Numeric[4] = true
	for _, p := range e.pairs() {
		for _, g := range p {
			for _, f := range g.flows {
				t.Rows = append(t.Rows, []string{e.party(f.From), e.party(f.To), f.CategoryText, f.Item, f.Value, f.DateText, f.Origin, f.StatusText,
					f.Grade, f.Sources})
				if f.Superseded {
					mark(t, t.Rows[len(t.Rows)-1], l.Say("column.status"), l.Say("chart.key.superseded"))
				}
				t.IDs = append(t.IDs, f.ID)
				t.Values = append(t.Values, &Values{Low: f.Low.String(), Best: f.Best.String(), High: f.High.String(), Approx: f.Approx,
					Unit: f.Unit, Date: f.Date})
			}
		}
	}
	return t.trim()
}

// trim leaves out the columns that are empty throughout.
func (t Table) trim() Table {
	out := Table{IDs: t.IDs, Values: t.Values, Rows: make([][]string, len(t.Rows))}
	for k, head := range t.Head {
		if !slices.ContainsFunc(t.Rows, func(r []string) bool { return r[k] != "" }) {
			continue
		}
		out.Head, out.Numeric = append(out.Head, head), append(out.Numeric, t.Numeric[k])
		for i, r := range t.Rows {
			out.Rows[i] = append(out.Rows[i], r[k])
		}
	}
	return out
}

func (e *Exchange) alt(c *Chart) string {
	l := c.Language
	if len(e.Flows) == 0 {
		return l.Say("chart.alt.empty")
	}
	var said, names []string
	for _, p := range e.pairs() {
		for i := 0; i < len(p); {
			from, to := p[i].from, p[i].to
			for ; i < len(p) && p[i].from == from; i++ {
				for _, f := range p[i].flows {
					said = append(said, l.Say("chart.alt.gives", e.party(from), e.party(to), f.told())+".")
				}
			}
			for _, id := range []string{from, to} {
				if n := e.party(id); !slices.Contains(names, n) {
					names = append(names, n)
				}
			}
		}
	}
	head := l.Say("chart.alt.exchange", l.List(names), l.Count("chart.flows", len(e.Flows))) + "."
	return brief(head, said, func(n int) string { return l.Count("chart.more.flows", n) })
}

// told is what flows, with its value, and its status where that is not plain.
func (f *Flow) told() string {
	status := ""
	if !f.Status.Plain() {
		status = f.StatusText
	}
	return strings.TrimRight(join(" ", f.Item, paren(join(", ", f.Value, status))), ".")
}

func paren(s string) string {
	if clean(s) == "" {
		return ""
	}
	return "(" + clean(s) + ")"
}
