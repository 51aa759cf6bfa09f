package compose

import (
	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// amount returns the number of a fact with the unit of its measure.
func (c *composer) amount(f *facts.Fact) lang.Amount {
	a := lang.Amount{Low: f.Low, Best: f.Best, High: f.High, Approx: f.Approx}
	if m := c.f.Measure(f.Measure); m != nil {
		a.Unit = m.Unit.Line(c.tag)
	}
	return a
}

// short writes the number of a fact without its unit: "3,000–12,000".
func (c *composer) short(f *facts.Fact) string { return c.l.Short(c.amount(f)) }

// words says what a fact says: an amount, a date, an item or a statement.
func (c *composer) words(f *facts.Fact) string {
	switch {
	case f.Type == claim.Event:
		return c.l.Span(f.Date, f.Until)
	case f.HasAmount():
		return c.l.Words(c.amount(f))
	case f.Type == claim.Transfer:
		return f.Item.Line(c.tag)
	}
	return f.Statement.Line(c.tag)
}

// claim says in a line what a fact claims, for tables, notes and cards.
func (c *composer) claim(f *facts.Fact) string {
	statement := f.Statement.Line(c.tag)
	switch f.Type {
	case claim.Estimate:
		s := c.l.Cap(c.f.Measure(f.Measure).Name.Line(c.tag)) + ": " + c.words(f)
		if statement != "" {
			s += ". " + statement
		}
		return s
	case claim.Transfer:
		s := c.f.Actor(f.From).Name.Line(c.tag) + " → " + c.f.Actor(f.To).Name.Line(c.tag) + ": " + f.Item.Line(c.tag)
		if f.HasAmount() {
			s += " (" + c.words(f) + ")"
		}
		if statement != "" {
			s += ". " + statement
		}
		return s
	}
	return statement
}

// part writes one part of a fact, as {{id.part}} asks; empty: the whole in words.
func (c *composer) part(f *facts.Fact, part claim.Part) string {
	number := func(v *quantity.Number) string {
		if v == nil {
			return ""
		}
		return c.l.Large(v)
	}
	switch part {
	case claim.PartLow:
		return number(f.Low)
	case claim.PartHigh:
		return number(f.High)
	case claim.PartBest:
		return number(f.Best)
	case claim.PartDate:
		if f.Type == claim.Event {
			return c.l.Span(f.Date, f.Until)
		}
		return c.l.Date(f.AsOf)
	case claim.PartOrigin:
		return c.f.Origin(f.Origin).Name.Line(c.tag)
	case claim.PartStatement:
		return f.Statement.Line(c.tag)
	}
	return c.words(f)
}

// origin names the origin of a fact, shortly.
func (c *composer) origin(id string) string {
	o := c.f.Origin(id)
	if s := o.Short.Line(c.tag); s != "" {
		return s
	}
	return o.Name.Line(c.tag)
}

// grade writes the Admiralty grade, "B2". Where one part was not graded a dash
// stands for it behind or before a stroke, "B/–" and "–/3", lest "–3" be read as a number.
func (c *composer) grade(f *facts.Fact) string {
	letter := string(c.f.Origin(f.Origin).Reliability)
	switch {
	case letter != "" && f.Credibility > 0:
		return letter + c.plain(f.Credibility)
	case letter != "":
		return letter + "/–"
	case f.Credibility > 0:
		return "–/" + c.plain(f.Credibility)
	}
	return ""
}

// gradeWords explains the grade: "B2: usually reliable; probably true".
func (c *composer) gradeWords(f *facts.Fact) string {
	grade := c.grade(f)
	if grade == "" {
		return c.l.Say("grade.none")
	}
	c.scales.grades = true
	reliability, credibility := c.l.Say("grade.noletter"), c.l.Say("grade.nodigit")
	if r := c.f.Origin(f.Origin).Reliability; r != "" {
		reliability = c.l.Say("reliability." + string(r))
	}
	if f.Credibility > 0 {
		credibility = c.l.Say("credibility." + c.plain(f.Credibility))
	}
	return grade + ": " + reliability + "; " + credibility
}

func (c *composer) status(s claim.Status) string { return c.l.Say("status." + string(s)) }

func (c *composer) place(id string) string {
	if p := c.f.Place(id); p != nil {
		return p.Name.Line(c.tag)
	}
	return ""
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
	return &doc.Value{Text: s, Card: f.ID}
}
