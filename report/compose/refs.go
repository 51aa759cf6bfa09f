package compose

import (
	"sitrep/report/doc"
	"sitrep/report/facts"
)

// label names the parts of the document that [#id] can refer to: figures and tables by
// their number, judgements too, sections by their title. Numbers are those that the
// parts get when they are written, in the same order.
func (c *composer) label() {
	c.labels = map[string]string{}
	figures, tables := 0, 0
	var walk func(all []facts.Section)
	walk = func(all []facts.Section) {
		for i := range all {
			s := &all[i]
			c.labels[s.ID] = c.l.Quote(s.Title.Line(c.tag))
			for j := range s.Body {
				switch b := &s.Body[j]; {
				case b.Chart != nil:
					figures++
					c.labels[b.Chart.ID] = c.l.Say("doc.figure", c.plain(figures))
				case b.Table != nil:
					tables++
				}
			}
			walk(s.Sections)
		}
	}
	walk(c.f.Sections)
	for i := range c.f.Judgements {
		c.labels[c.f.Judgements[i].ID] = c.l.Say("judgement.number", c.plain(i+1))
	}
}

// reference points to a part by its label.
func (c *composer) reference(id string) doc.Inline {
	return &doc.Reference{Anchor: id, Inlines: c.text(c.labels[id])}
}
