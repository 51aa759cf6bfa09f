package compose

import (
	"strings"

	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/integrity"
)

// scalesUsed remembers which scales the document used, so that their keys are printed.
type scalesUsed struct {
	grades, likelihood, confidence, status bool
}

// method is the section that says how the briefing was sourced and what its
// scales mean (ICD 206, source summary statement; ICD 203, key of terms).
func (c *composer) method() []doc.Block {
	c.notes.complete()
	s := &doc.Section{ID: c.anchor("method"), Title: c.l.Say("doc.method")}
	var used []string // in file order
	for i := range c.f.Facts {
		if id := c.f.Facts[i].ID; c.used[id] {
			used = append(used, id)
		}
	}
	s.Blocks = append(s.Blocks, &doc.Paragraph{Inlines: text(c.sourcing(used))})
	evidence := &doc.List{}
	for _, sentence := range integrity.Summarise(c.f, c.lines, used...).Sentences(c.l) {
		evidence.Items = append(evidence.Items, []doc.Block{&doc.Paragraph{Inlines: text(sentence)}})
	}
	s.Blocks = append(s.Blocks, evidence)
	s.Blocks = append(s.Blocks, c.allowances()...)
	s.Blocks = append(s.Blocks, c.keys()...)
	s.Blocks = append(s.Blocks, c.nativeNames()...)
	return []doc.Block{s}
}

// sourcing says in a few sentences what the document rests on: the facts that it shows or cites.
func (c *composer) sourcing(used []string) string {
	kinds, origins := map[string]int{}, map[string]bool{}
	for _, id := range used {
		o := c.f.Origin(c.f.Fact(id).Origin)
		if !origins[o.ID] {
			origins[o.ID] = true
			kinds[o.Kind]++
		}
	}
	var by []string
	for _, k := range []string{"government", "intelligence", "military", "international", "party", "media", "research", "other"} {
		if kinds[k] > 0 {
			by = append(by, c.l.Count("kind."+k, kinds[k]))
		}
	}
	s := c.l.Say("method.counts", c.l.Count("method.facts", len(used)), c.l.Count("method.origins", len(origins)),
		c.l.Count("method.sources", len(c.notes.order)))
	if len(by) > 0 {
		s += " " + c.l.Count("method.kinds", len(origins), c.l.List(by))
	}
	if p := c.published(); p != "" {
		s += " " + p
	}
	return s + " " + c.l.Say("method.cutoff", c.l.Date(c.f.Briefing.AsOf))
}

// published says between which dates the sources appeared.
func (c *composer) published() string {
	var from, to *facts.Source
	for _, s := range c.notes.order {
		if s.Published.IsZero() {
			continue
		}
		if from == nil || s.Published.Compare(from.Published) < 0 {
			from = s
		}
		if to == nil || s.Published.Last() > to.Published.Last() {
			to = s
		}
	}
	if from == nil || from.Published == to.Published {
		return ""
	}
	return c.l.Say("method.published", c.l.Date(from.Published), c.l.Date(to.Published))
}

// allowances prints every warning that was silenced, and why.
func (c *composer) allowances() []doc.Block {
	if len(c.f.Allow) == 0 {
		return nil
	}
	l := &doc.List{}
	for _, a := range c.f.Allow {
		label := a.Code
		if a.ID != "" {
			label += " (" + a.ID + ")"
		}
		l.Items = append(l.Items, []doc.Block{&doc.Paragraph{Inlines: []doc.Inline{
			&doc.Strong{Inlines: text(label + ":")}, doc.Text(" " + a.Why.Line(c.tag))}}})
	}
	return []doc.Block{&doc.Paragraph{Inlines: text(c.l.Say("method.allowed"))}, l}
}

// keys prints the key of each scale that the document used.
func (c *composer) keys() []doc.Block {
	var out []doc.Block
	if c.scales.likelihood {
		out = append(out, c.likelihoodKey())
	}
	if c.scales.confidence {
		out = append(out, c.key("key.confidence", "confidence.", "confidenceKey.", []string{"high", "moderate", "low"}))
	}
	if c.scales.grades {
		out = append(out, c.key("key.reliability", "", "reliability.", []string{"A", "B", "C", "D", "E", "F"}))
		out = append(out, c.key("key.credibility", "", "credibility.", []string{"1", "2", "3", "4", "5", "6"}))
	}
	if c.scales.status {
		out = append(out, c.key("key.status", "status.", "statusKey.", []string{"confirmed", "reported", "claimed", "assessed", "planned", "denied"}))
	}
	return out
}

// key is a table of two columns: the term and what it means.
func (c *composer) key(title, terms, meanings string, values []string) doc.Block {
	t := c.keyTable(c.l.Say(title), c.l.Say("key.meaning"))
	for _, v := range values {
		term := v
		if terms != "" {
			term = c.l.Cap(c.l.Say(terms + v))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: [][]doc.Inline{text(term), text(c.l.Say(meanings + v))}})
	}
	return t
}

func (c *composer) keyTable(title, second string) *doc.Table {
	c.tables++
	return &doc.Table{ID: c.anchor("table-" + c.plain(c.tables)), Label: c.l.Say("doc.table", c.plain(c.tables)), Title: title,
		Columns: []doc.Column{{Title: c.l.Say("key.term"), Weight: 1, Names: true}, {Title: second, Weight: 3}}}
}

// likelihoodKey lists the terms of the briefing's scale with their percentages;
// terms of one range share a row.
func (c *composer) likelihoodKey() doc.Block {
	name := c.f.Briefing.LikelihoodScale
	t := c.keyTable(c.l.Say("key.likelihood."+name), c.l.Say("key.percent"))
	terms := facts.Scale(name)
	for i := 0; i < len(terms); {
		words, first := []string{}, terms[i]
		for ; i < len(terms) && terms[i].Low == first.Low && terms[i].High == first.High; i++ {
			words = append(words, c.l.Say("likelihood."+terms[i].Name))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: [][]doc.Inline{text(c.l.Cap(strings.Join(words, " / "))), text(c.percent(first))}})
	}
	return t
}

func (c *composer) percent(t facts.Term) string {
	return c.l.Say("percent.range", c.l.Number(t.Low), c.l.Number(t.High))
}
