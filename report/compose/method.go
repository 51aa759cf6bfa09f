package compose

import (
	"strings"
	"sync"

	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
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
		f := &c.f.Facts[i]
		if !c.used[f.ID] {
			continue
		}
		used = append(used, f.ID) // its status is counted here, and its grade stands in the notes
		c.scales.status = true
		c.scales.grades = c.scales.grades || c.w.Grade(f) != ""
	}
	sum := evidence.Summarise(c.f, c.lines, used...)
	s.Blocks = append(s.Blocks, &doc.Paragraph{Inlines: c.text(c.sourcing(sum))})
	s.Blocks = append(s.Blocks, c.list(sum.Sentences(c.l)))
	s.Blocks = append(s.Blocks, c.dependence()...)
	s.Blocks = append(s.Blocks, c.allowances()...)
	s.Blocks = append(s.Blocks, c.definitions()...)
	s.Blocks = append(s.Blocks, c.keys()...)
	s.Blocks = append(s.Blocks, c.abbreviations()...)
	s.Blocks = append(s.Blocks, c.nativeNames()...)
	s.Blocks = append(s.Blocks, c.history()...)
	s.Blocks = append(s.Blocks, c.disclaimer()...)
	return []doc.Block{s}
}

// list is a list of plain sentences.
func (c *composer) list(sentences []string) *doc.List {
	l := &doc.List{}
	for _, s := range sentences {
		l.Items = append(l.Items, []doc.Block{&doc.Paragraph{Inlines: c.text(s)}})
	}
	return l
}

// sourcing says in a few sentences what the document examines: the facts that it
// shows or cites, by what they are and who says them, and where they were read.
func (c *composer) sourcing(sum evidence.Summary) string {
	all := []string{c.l.Say("method.counts", c.l.Count("method.facts", sum.Facts), c.l.Count("method.origins", sum.Origins),
		c.l.Count("method.sources", len(c.notes.order)))}
	counted := func(key, item, name string, of []evidence.Tally) {
		var list []string
		for _, t := range of {
			list = append(list, c.l.Say(item, c.l.Say(name+t.Key), c.l.Number(float64(t.N))))
		}
		if len(list) > 0 {
			all = append(all, c.l.Say(key, c.l.List(list)))
		}
	}
	counted("method.states", "method.state", "status.", sum.Statuses)
	var by []string
	for _, k := range sum.Kinds {
		by = append(by, c.l.Count("kind."+k.Key, k.N))
	}
	if len(by) > 0 {
		all = append(all, c.l.Count("method.kinds", sum.Origins, c.l.List(by)))
	}
	carry, times := "method.carry", 0
	for _, t := range sum.Carry {
		times += t.N
	}
	if times > sum.Sources {
		carry = "method.carry.several"
	}
	counted(carry, "method.carried", "carry.", sum.Carry)
	if p := c.published(); p != "" {
		all = append(all, p)
	}
	return strings.Join(append(all, c.l.Say("method.cutoff", c.l.Date(c.f.Briefing.AsOf))), " ")
}

// dependence says which judgements would fall, or rest on less, without an origin
// (ICD 206: what must be looked at again when a source is discredited). Origins
// that cost one judgement one line are many, and counted only.
func (c *composer) dependence() []doc.Block {
	var lines []string
	rest := 0
	for _, d := range c.origins {
		if len(d.Falls) == 0 && len(d.Loses) == 1 {
			rest++
			continue
		}
		var what []string
		if n := len(d.Falls); n > 0 {
			what = append(what, c.l.Count("method.falls", n, c.l.List(c.numbers(d.Falls))))
		}
		if n := len(d.Loses); n > 0 {
			what = append(what, c.l.Count("method.loses", n, c.l.List(c.numbers(d.Loses))))
		}
		lines = append(lines, c.l.Say("method.without.one", c.w.Origin(d.ID), strings.Join(what, "; ")))
	}
	if rest > 0 {
		lines = append(lines, c.l.Count("method.without.rest", rest))
	}
	if len(lines) == 0 {
		return nil
	}
	return []doc.Block{&doc.Paragraph{Inlines: c.text(c.l.Say("method.without"))}, c.list(lines)}
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

// allowances prints every warning that was silenced: what it is, how many findings
// of it there were, and why.
func (c *composer) allowances() []doc.Block {
	if len(c.f.Allow) == 0 {
		return nil
	}
	l := &doc.List{}
	for i, a := range c.f.Allow {
		label := a.Code
		if a.ID != "" {
			label += " (" + a.ID + ")"
		}
		if key := "warning." + a.Code; c.l.Has(key) {
			label += ", " + c.l.Say(key)
		}
		counted := &doc.Later{Inlines: sync.OnceValue(func() []doc.Inline { // the checks take longer than composing
			return c.text(label + " (" + c.l.Count("method.findings", c.judged().Silenced[i]) + "):")
		})}
		l.Items = append(l.Items, []doc.Block{&doc.Paragraph{Inlines: []doc.Inline{
			&doc.Strong{Inlines: []doc.Inline{counted}}, doc.Text(" " + c.w.Line(a.Why))}}})
	}
	return []doc.Block{&doc.Paragraph{Inlines: c.text(c.l.Say("method.allowed"))}, l}
}

func (c *composer) percent(t facts.Term) string {
	return c.l.Say("percent.range", c.l.Number(t.Low), c.l.Number(t.High))
}
