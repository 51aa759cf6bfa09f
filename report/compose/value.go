package compose

import (
	"sitrep/report/doc"
	"sitrep/report/facts"
)

// stands records that a fact stands behind a value of the document.
func (c *composer) stands(f *facts.Fact) {
	c.used[f.ID] = true
	if !c.behind[f.ID] {
		c.behind[f.ID] = true
		c.shown = append(c.shown, f.ID)
	}
}

// valueOf writes s as a value bound to the fact.
func (c *composer) valueOf(f *facts.Fact, s string) doc.Inline {
	c.stands(f)
	return &doc.Value{Text: c.changed(f, s), Card: f.ID}
}
