package compose

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/facts"
)

// A scale is the key of one scale: what each of its terms means.
type scale struct {
	title, second string // second is the head over the meanings
	terms         [][2]string
}

// keys prints the key of the scales that the document used: in short in one table, or each
// in its own, as the briefing asks.
func (c *composer) keys() []doc.Block {
	all := c.scalesShown()
	switch c.f.Briefing.Scales {
	case claim.NoKeys:
		return nil
	case claim.FullKeys:
		var out []doc.Block
		for _, s := range all {
			t := c.keyTable(s.title, s.second)
			for _, term := range s.terms {
				t.Rows = append(t.Rows, doc.Row{Cells: [][]doc.Inline{c.text(term[0]), c.text(term[1])}})
			}
			out = append(out, t)
		}
		return out
	}
	if len(all) == 0 {
		return nil
	}
	t := c.keyTable(c.l.Say("key.short"), c.l.Say("key.meaning"))
	t.Columns[0].Title, t.Columns[1].Weight = c.l.Say("key.scale"), 5
	for _, s := range all {
		var in []doc.Inline
		for i, term := range s.terms {
			if i > 0 {
				in = append(in, doc.Text("; "))
			}
			in = append(in, &doc.Strong{Inlines: c.text(term[0])}, doc.Text(": "+strings.TrimSuffix(term[1], ".")))
		}
		t.Rows = append(t.Rows, doc.Row{Cells: [][]doc.Inline{c.text(s.title), in}})
	}
	return []doc.Block{t}
}

// scalesShown are the scales that the document used.
func (c *composer) scalesShown() []scale {
	var out []scale
	if c.scales.likelihood {
		out = append(out, c.likelihoodScale())
	}
	if c.scales.confidence {
		out = append(out, c.scale("key.confidence", "confidence.", "confidenceKey.", backwards(claim.Words(claim.Confidences()))))
	}
	if c.scales.grades {
		out = append(out, c.scale("key.reliability", "", "reliability.", claim.Words(claim.Reliabilities())))
		out = append(out, c.scale("key.credibility", "", "credibility.", []string{"1", "2", "3", "4", "5", "6"}))
	}
	if c.scales.status {
		out = append(out, c.scale("key.status", "status.", "statusKey.", c.statuses()))
	}
	return out
}

// statuses lists the statuses that the key explains: a forecast only where there is one.
func (c *composer) statuses() []string {
	list := claim.Statuses()
	if !slices.ContainsFunc(c.f.Facts, func(f facts.Fact) bool { return f.Status == claim.Forecast }) {
		list = slices.DeleteFunc(list, func(s claim.Status) bool { return s == claim.Forecast })
	}
	return claim.Words(list)
}

func backwards(list []string) []string {
	slices.Reverse(list)
	return list
}

// scale collects the terms of a scale and what they mean.
func (c *composer) scale(title, terms, meanings string, values []string) scale {
	s := scale{title: c.l.Say(title), second: c.l.Say("key.meaning")}
	for _, v := range values {
		term := v
		if terms != "" {
			term = c.l.Cap(c.l.Say(terms + v))
		}
		s.terms = append(s.terms, [2]string{term, c.l.Say(meanings + v)})
	}
	return s
}

// likelihoodScale collects the terms of the briefing's scale with their percentages;
// terms of one range stand together.
func (c *composer) likelihoodScale() scale {
	name := c.f.Briefing.LikelihoodScale
	s := scale{title: c.l.Say("key.likelihood." + string(name)), second: c.l.Say("key.percent")}
	terms := facts.Scale(name)
	for i := 0; i < len(terms); {
		words, first := []string{}, terms[i]
		for ; i < len(terms) && terms[i].Low == first.Low && terms[i].High == first.High; i++ {
			words = append(words, c.l.Say("likelihood."+terms[i].Name))
		}
		s.terms = append(s.terms, [2]string{c.l.Cap(strings.Join(words, " / ")), c.percent(first)})
	}
	return s
}

func (c *composer) keyTable(title, second string) *doc.Table {
	c.tables++
	return &doc.Table{ID: c.anchor("table-" + c.plain(c.tables)), Label: c.l.Say("doc.table", c.plain(c.tables)), Title: title,
		Columns: []doc.Column{{Title: c.l.Say("key.term"), Weight: 1, Names: true}, {Title: second, Weight: 3}}}
}
