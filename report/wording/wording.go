// Package wording says in the words of a language what stands in a facts file: a fact, its value, its date,
// its grade, who says it.
//
// It is the one home of that: the document, the rows of its figures and the
// comparison of editions all say a fact in the same words. The words themselves
// are data: see package lang.
package wording

import (
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/quantity"
	"sitrep/report/sanitize"
)

// Words are a facts file in one language.
type Words struct {
	File     *facts.File    // the facts
	Language *lang.Language // of the words
	Tag      string         // of the file's texts; that of the language
	Isolate  bool           // what runs from right to left is set apart in the lines that it is put into
}

// Line writes a text as one line.
func (w Words) Line(t facts.Text) string { return w.Name(t.Line(w.Tag)) }

// Name writes a string of the file that stands in a line of other words.
func (w Words) Name(s string) string {
	if !w.Isolate {
		return s
	}
	return sanitize.Isolate(s)
}

// Names is [Words.Name] of each.
func (w Words) Names(all []string) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = w.Name(s)
	}
	return out
}

// Unit returns what a measure is counted in; zero where there is no such measure.
func (w Words) Unit(measure string) lang.Unit {
	m := w.File.Measure(measure)
	if m == nil {
		return lang.Unit{}
	}
	u := lang.Unit{Kind: m.Kind, Symbol: w.Line(m.Symbol), Currency: m.Currency}
	if m.Kind == quantity.Percent || m.Currency != "" {
		return u
	}
	u.Forms = map[string]string{}
	for _, category := range facts.PluralCategories() {
		u.Forms[category] = m.UnitForm(w.Tag, category)
	}
	if m.Kind == quantity.Count && !m.HasForms() {
		u.Forms["one"] = w.Language.Singular(u.Forms["other"])
	}
	return u
}

// Amount returns the number of a fact with its unit.
func (w Words) Amount(f *facts.Fact) lang.Amount {
	return lang.Amount{Low: f.Low, Best: f.Best, High: f.High, Approx: f.Approx, Unit: w.Unit(f.Measure)}
}

// Short writes the number of a fact without its unit: "3,000–12,000".
func (w Words) Short(f *facts.Fact) string { return w.Language.Short(w.Amount(f)) }

// Value says what a fact says, as {{id}} does: an amount, a date, an item or a statement.
func (w Words) Value(f *facts.Fact) string {
	switch {
	case f.Type == claim.Event:
		return w.When(f)
	case f.HasAmount():
		return w.Language.Words(w.Amount(f))
	case f.Type == claim.Transfer:
		return w.Line(f.Item)
	}
	return w.Line(f.Statement)
}

// Part writes one part of a fact, as {{id.part}} does; of the empty part the whole.
func (w Words) Part(f *facts.Fact, part claim.Part) string {
	switch part {
	case claim.PartLow:
		return w.bound(f, f.Low)
	case claim.PartHigh:
		return w.bound(f, f.High)
	case claim.PartBest:
		return w.bound(f, f.Best)
	case claim.PartDate:
		return w.When(f)
	case claim.PartOrigin:
		return w.Line(w.File.Origin(f.Origin).Name)
	case claim.PartStatement:
		return w.Line(f.Statement)
	}
	return w.Value(f)
}

// bound writes one number of a fact, without a noun; a sum of money with its currency.
func (w Words) bound(f *facts.Fact, n *quantity.Number) string {
	u := w.Unit(f.Measure)
	switch {
	case n == nil:
		return ""
	case u.Currency != "":
		return w.Language.Quantity(n, u)
	}
	return w.Language.Bare(n, u.Kind)
}

// Claim says in a line what a fact claims: of what, how much, and the statement.
func (w Words) Claim(f *facts.Fact) string {
	says, statement := "", w.Line(f.Statement)
	switch f.Type {
	case claim.Estimate:
		says = w.Language.Cap(w.Line(w.File.Measure(f.Measure).Name))
		if s := joined(w.Parts(f), w.Period(f)); s != "" {
			says += " (" + s + ")"
		}
		says += ": " + w.Value(f)
		if s := w.Interval(f); s != "" {
			says += " (" + s + ")"
		}
	case claim.Transfer:
		says = w.Way(f) + ": " + w.Line(f.Item)
		if f.HasAmount() {
			says += " (" + w.Value(f) + ")"
		}
	}
	if says != "" && statement != "" {
		says += ". "
	}
	return says + statement
}

// Way says from whom to whom a transfer goes.
func (w Words) Way(f *facts.Fact) string {
	return w.Language.Say("fact.way", w.Actor(f.From), w.Actor(f.To))
}

// Attributed says who says what, when: "NIS, 20 Nov 2024: about 10,900 soldiers".
func (w Words) Attributed(f *facts.Fact) string {
	who := w.Origin(f.Origin)
	if d := w.Language.ShortDate(f.When()); d != "" {
		who += ", " + d
	}
	if f.Type == claim.Event {
		return who + ": " + w.Line(f.Statement)
	}
	return who + ": " + w.Value(f)
}

// When writes the date that a fact describes, in full.
func (w Words) When(f *facts.Fact) string {
	if f.Type == claim.Event {
		return w.Language.Span(f.Date, f.Until)
	}
	return w.Language.Date(f.AsOf)
}

// ShortWhen writes the date that a fact describes, for tables and charts.
func (w Words) ShortWhen(f *facts.Fact) string {
	if f.Type == claim.Event {
		return w.Language.ShortSpan(f.Date, f.Until)
	}
	return w.Language.ShortDate(f.AsOf)
}

// Origin names an origin, shortly where it has a short name.
func (w Words) Origin(id string) string {
	return w.distinct("/origins/", id, w.File.Origin(id).ShortName(w.Tag))
}

// Actor names an actor.
func (w Words) Actor(id string) string {
	return w.distinct("/actors/", id, w.File.Actor(id).Name.Line(w.Tag))
}

// distinct writes the name of a record, with its id behind it where another of its kind bears the name too: nothing else
// would tell the two apart.
func (w Words) distinct(kind, id, name string) string {
	if w.File.Namesakes().Other[facts.Named{Language: w.Tag, At: kind + id}] != "" {
		name += " (" + id + ")"
	}
	return w.Name(name)
}

// Place names a place; "" where there is no such place.
func (w Words) Place(id string) string {
	if p := w.File.Place(id); p != nil {
		return w.distinct("/places/", id, p.Name.Line(w.Tag))
	}
	return ""
}

// Status names a status.
func (w Words) Status(s claim.Status) string { return w.Language.Say("status." + string(s)) }

// Grade writes the Admiralty grade of a fact, "B2". Where one part was not graded a dash
// stands for it behind or before a stroke, "B/–" and "–/3", lest "–3" be read as a number.
func (w Words) Grade(f *facts.Fact) string {
	letter := string(w.File.Origin(f.Origin).Reliability)
	switch {
	case letter != "" && f.Credibility > 0:
		return letter + strconv.Itoa(f.Credibility)
	case letter != "":
		return letter + "/–"
	case f.Credibility > 0:
		return "–/" + strconv.Itoa(f.Credibility)
	}
	return ""
}

// GradeWords explains the grade of a fact: "B2: usually reliable; probably true".
func (w Words) GradeWords(f *facts.Fact) string {
	grade := w.Grade(f)
	if grade == "" {
		return w.Language.Say("grade.none")
	}
	reliability, credibility := w.Language.Say("grade.noletter"), w.Language.Say("grade.nodigit")
	if r := w.File.Origin(f.Origin).Reliability; r != "" {
		reliability = w.Language.Say("reliability." + string(r))
	}
	if f.Credibility > 0 {
		credibility = w.Language.Say("credibility." + strconv.Itoa(f.Credibility))
	}
	return grade + ": " + reliability + "; " + credibility
}
