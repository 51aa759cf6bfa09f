package compose

import (
	"sitrep/report/doc"
	"sitrep/report/facts"
)

// gradeWords explains the grade of a fact, and has the key of grades printed.
func (c *composer) gradeWords(f *facts.Fact) string {
	c.grade(f)
	return c.w.GradeWords(f)
}

// grade writes the grade of a fact, and has the key of grades printed.
func (c *composer) grade(f *facts.Fact) string {
	s := c.w.Grade(f)
	c.scales.grades = c.scales.grades || s != ""
	return s
}

// status writes the status of a fact, and has the key of statuses printed.
func (c *composer) status(f *facts.Fact) string {
	c.scales.status = true
	return c.w.Status(f.Status)
}

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
