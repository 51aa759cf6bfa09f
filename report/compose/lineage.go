package compose

import (
	"slices"

	"sitrep/report/chart"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// lineage traces the chosen claims: to the origins that make them and those that these repeat, to the documents in
// which they were read, and to the judgements that rest on them.
func (c *composer) lineage(chosen []*facts.Fact) *chart.Lineage {
	out := &chart.Lineage{}
	of := map[string][]*facts.Fact{}
	var ids []string
	for _, f := range chosen {
		of[f.Origin] = append(of[f.Origin], f)
		ids = append(ids, f.ID)
	}
	_, out.Lines = c.lines.Of(ids...)
	sides := c.judgementNodes(out, set(ids))
	also := c.carriers(chosen)
	for _, i := range c.reached(of) {
		o := &c.f.Origins[i]
		node := chart.OriginNode{ID: o.ID, Name: c.w.Origin(o.ID), Grade: string(o.Reliability), From: o.DerivedFrom}
		if o.Reliability != "" {
			c.scales.grades = true
			node.Meta = c.l.Say("chart.lineage.grade", string(o.Reliability))
		}
		for _, f := range of[o.ID] {
			c.draws(&node, f)
		}
		node.Documents = c.documents(of[o.ID], sides, also)
		out.Origins = append(out.Origins, node)
	}
	return out
}

// draws adds to an origin those from which one of its claims derives, and those of them that had it from this origin.
func (c *composer) draws(node *chart.OriginNode, f *facts.Fact) {
	add := func(list []string, id string) []string {
		if id == node.ID || slices.Contains(list, id) {
			return list
		}
		return append(list, id)
	}
	for _, from := range f.DerivedFrom {
		if by := c.f.Fact(from).Origin; !slices.Contains(node.From, by) {
			node.Some = add(node.Some, by)
		}
	}
	for _, from := range c.lines.Returning(f) {
		node.Circle = add(node.Circle, c.f.Fact(from).Origin)
	}
}

// judgementNodes adds the judgements that rest on the shown facts, and returns for each fact on which side of which
// of them it stands.
func (c *composer) judgementNodes(out *chart.Lineage, shown map[string]bool) map[string][]chart.Weighs {
	sides := map[string][]chart.Weighs{}
	for i := range c.f.Judgements {
		j := &c.f.Judgements[i]
		if !slices.ContainsFunc(j.Because, func(id string) bool { return shown[id] }) {
			continue
		}
		e := evidence.Weigh(c.f, j.Because)
		cited, lines := c.lines.Of(e.For...)
		n := len(out.Judgements)
		out.Judgements = append(out.Judgements, chart.JudgementNode{ID: j.ID, Number: c.plain(i + 1), Lines: lines, Cited: cited})
		put := func(ids []string, side chart.Weighs) {
			for _, id := range ids {
				for len(sides[id]) <= n {
					sides[id] = append(sides[id], chart.Unrelated)
				}
				sides[id][n] = side
			}
		}
		put(e.For, chart.Supports)
		put(e.Against, chart.Opposes)
	}
	return sides
}

// carriers lists, by source, the origins of which chosen claims were read in it.
func (c *composer) carriers(chosen []*facts.Fact) map[string][]string {
	out := map[string][]string{}
	for _, f := range chosen {
		for _, s := range f.Sources {
			if !slices.Contains(out[s.Source], f.Origin) {
				out[s.Source] = append(out[s.Source], f.Origin)
			}
		}
	}
	return out
}

// reached lists, in file order, the origins of those facts and all that they draw on.
func (c *composer) reached(of map[string][]*facts.Fact) []int {
	seen := map[string]bool{}
	var reach func(id string)
	reach = func(id string) {
		if seen[id] {
			return
		}
		seen[id] = true
		for _, from := range c.f.Origin(id).DerivedFrom {
			reach(from)
		}
		for _, f := range of[id] {
			for _, from := range f.DerivedFrom {
				reach(c.f.Fact(from).Origin)
			}
		}
	}
	for id := range of {
		reach(id)
	}
	var out []int
	for i := range c.f.Origins {
		if seen[c.f.Origins[i].ID] {
			out = append(out, i)
		}
	}
	return out
}

// documents lists the sources in which facts of one origin were read, and on which side of which judgement these stand.
func (c *composer) documents(list []*facts.Fact, sides map[string][]chart.Weighs, also map[string][]string) []chart.DocumentNode {
	var out []chart.DocumentNode
	at := map[string]int{}
	add := func(f *facts.Fact, id string) {
		n, ok := at[id]
		if !ok {
			n = len(out)
			at[id] = n
			out = append(out, c.document(f, id, also))
		}
		d := &out[n]
		for j, side := range sides[f.ID] {
			for len(d.Weighs) <= j {
				d.Weighs = append(d.Weighs, chart.Unrelated)
			}
			if d.Weighs[j] != chart.Supports && side != chart.Unrelated {
				d.Weighs[j] = side
			}
		}
	}
	for _, f := range list {
		for _, s := range f.Sources {
			add(f, s.Source)
		}
		if len(f.Sources) == 0 {
			add(f, "")
		}
		c.stands(f)
	}
	return out
}

// document names a source shortly: its publisher and date, and whose other claims were read in it.
func (c *composer) document(f *facts.Fact, id string, also map[string][]string) chart.DocumentNode {
	if id == "" {
		return chart.DocumentNode{}
	}
	s := c.f.Source(id)
	d := chart.DocumentNode{ID: id, Name: dotted(c.w.Name(s.Publisher), c.l.ShortDate(s.Published))}
	for _, other := range also[id] {
		if other != f.Origin {
			d.Also = append(d.Also, c.w.Origin(other))
		}
	}
	return d
}
