package diff

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// head compares the heads of the briefings. Their ids may differ: then the change
// of id is told as any other.
func (p *pair) head() []Change {
	c := changes{}
	a, b := &p.old.Briefing, &p.new.Briefing
	c.term("id", a.ID, b.ID)
	c.term("edition", a.Edition, b.Edition)
	c.date("as_of", a.AsOf, b.AsOf)
	c.marking(a.Marking, b.Marking)
	c.text(p.words, "title", a.Title, b.Title)
	c.text(p.words, "subtitle", a.Subtitle, b.Subtitle)
	c.text(p.words, "bottom_line", a.BottomLine, b.BottomLine)
	c.text(p.words, "contact", a.Contact, b.Contact)
	c.texts(p.words, "distribution", a.Distribution, b.Distribution)
	c.text(p.words, "disclaimer", a.Disclaimer, b.Disclaimer)
	c.term("logo", a.Logo, b.Logo)
	if a.Logo == b.Logo {
		p.picture(&c, "logo", b.Logo)
	}
	c.texts(p.words, "history", revisions(a), revisions(b))
	c.ids("history", editionsOf(a), editionsOf(b))
	c.texts(p.words, "abbreviations", meanings(a), meanings(b))
	c.ids("abbreviations", shorts(a), shorts(b))
	c.term("scales", string(a.Scales), string(b.Scales))
	c.term("marking_scheme", schemeOf(a), schemeOf(b))
	c.texts(p.words, "level_names", a.LevelNames, b.LevelNames)
	c.markdown(p.words, "summary", []facts.Text{a.Summary}, []facts.Text{b.Summary})
	c.term("languages", strings.Join(a.Languages, ", "), strings.Join(b.Languages, ", "))
	c.name("authors", strings.Join(a.Authors, ", "), strings.Join(b.Authors, ", "))
	c.name("publisher", a.Publisher, b.Publisher)
	c.term("likelihood_scale", string(a.LikelihoodScale), string(b.LikelihoodScale))
	c.term("stale_after_days", days(a.StaleAfterDays), days(b.StaleAfterDays))
	return c
}

func revisions(b *facts.Briefing) (out []facts.Text) {
	for _, r := range b.History {
		out = append(out, r.Note)
	}
	return out
}

func editionsOf(b *facts.Briefing) (out []string) {
	for _, r := range b.History {
		out = append(out, r.Edition+" "+r.Date.String())
	}
	return out
}

func meanings(b *facts.Briefing) (out []facts.Text) {
	for _, a := range b.Abbreviations {
		out = append(out, a.Meaning)
	}
	return out
}

func shorts(b *facts.Briefing) (out []string) {
	for _, a := range b.Abbreviations {
		out = append(out, a.Short)
	}
	return out
}

// schemeOf names a scheme of markings by its labels.
func schemeOf(b *facts.Briefing) string {
	if b.MarkingScheme == nil {
		return ""
	}
	return strings.Join(b.MarkingScheme.Labels(), ", ")
}

func days(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// allowances compares the warnings that are silenced.
func (p *pair) allowances() []Change {
	c := changes{}
	names := func(list []facts.Allowance) (out []string) {
		for _, a := range list {
			name := strings.TrimSpace(a.Code + " " + a.ID)
			if a.Words != "" {
				name += " " + strconv.Quote(a.Words)
			}
			out = append(out, name)
		}
		return out
	}
	was, is := names(p.old.Allow), names(p.new.Allow)
	c.ids("allow", was, is)
	before := map[string]int{} // the first of a name
	for j := len(was) - 1; j >= 0; j-- {
		before[was[j]] = j
	}
	for i, name := range is {
		if j, ok := before[name]; ok {
			delete(before, name)
			from := len(c)
			if c.text(p.words, "allow", p.old.Allow[j].Why, p.new.Allow[i].Why); len(c) > from {
				c[from].IDs = []string{name}
			}
		}
	}
	return c
}

// judgements compares what is concluded, and names the facts that changed under
// what stands as it did.
func (p *pair) judgements(changed []Item) []Item {
	under := map[string][]string{}
	for _, f := range changed {
		if f.Kind == Changed || f.Kind == Revised {
			for _, id := range f.Judgements {
				under[id] = append(under[id], f.ID)
			}
		}
	}
	return match(p.old.Judgements, p.new.Judgements, func(j *facts.Judgement) string { return j.ID },
		func(was, is *facts.Judgement) Item {
			j, s := present(p, was, is)
			it := Item{Summary: s.read(j.Text)}
			if was != nil && is != nil {
				it.Changes = p.judgementChanges(was, is)
				if it.Facts = under[is.ID]; it.Facts != nil || slices.ContainsFunc(it.Changes, func(c Change) bool { return c.Field == "because" }) {
					p.independence((*changes)(&it.Changes), was, is)
				}
			}
			if it.Kind = changeOf(was, is, it.Changes); it.Kind == "" && it.Facts != nil {
				it.Kind = Affected
			}
			return it
		})
}

// independence compares how many independent lines of information a judgement rests on.
func (p *pair) independence(c *changes, was, is *facts.Judgement) {
	_, before := p.wasLines().Of(evidence.Weigh(p.old, was.Because).For...)
	_, now := p.isLines().Of(evidence.Weigh(p.new, is.Because).For...)
	c.either("independent_lines", strconv.Itoa(before), strconv.Itoa(now), choose(now > before, Raised, Lowered), bare)
}

func (p *pair) judgementChanges(was, is *facts.Judgement) []Change {
	var c changes
	c.markdown(p.words, "text", []facts.Text{was.Text}, []facts.Text{is.Text})
	c.either("likelihood", was.Likelihood, is.Likelihood, likelier(was.Likelihood, is.Likelihood, &p.old.Briefing, &p.new.Briefing), bare)
	c.ranked("confidence", string(was.Confidence), string(is.Confidence), claim.Words(claim.Confidences()), Raised, Lowered)
	c.ids("because", p.now(was.Because), is.Because)
	c.term("hypothesis", was.Hypothesis, is.Hypothesis)
	p.outcome(&c, was.Outcome, is.Outcome)
	c.portion(was.Marking, was.Marked, is.Marking, is.Marked)
	return c
}

// outcome compares what became of a judgement.
func (p *pair) outcome(c *changes, was, is *facts.Outcome) {
	none := &facts.Outcome{}
	a, b := cmp.Or(was, none), cmp.Or(is, none)
	c.term("outcome", string(a.Value), string(b.Value))
	c.date("outcome_date", a.Date, b.Date)
	c.markdown(p.words, "outcome_text", []facts.Text{a.Text}, []facts.Text{b.Text})
	c.ids("outcome_sources", p.moved.sources.all(a.Sources), b.Sources)
}

func (p *pair) source(was, is *facts.Source) Item {
	s, _ := present(p, was, is)
	it := Item{Summary: strings.Join(slices.DeleteFunc([]string{s.Title, s.Publisher, p.l.Date(s.Published)}, empty), "; ")}
	if was != nil && is != nil {
		var c changes
		c.name("title", was.Title, is.Title)
		c.name("publisher", was.Publisher, is.Publisher)
		c.term("url", was.URL, is.URL)
		c.date("published", was.Published, is.Published)
		c.date("accessed", was.Accessed, is.Accessed)
		c.term("archived", was.Archived, is.Archived)
		c.name("authors", strings.Join(was.Authors, "; "), strings.Join(is.Authors, "; "))
		c.name("container", was.Container, is.Container)
		c.term("record", recordLine(was.Record), recordLine(is.Record))
		c.term("language", was.Language, is.Language)
		c.portion(was.Marking, was.Marked, is.Marking, is.Marked)
		it.Changes = c
	}
	it.Kind = changeOf(was, is, it.Changes)
	p.carries(&it, p.wasBasis.source(s.ID), p.isBasis.source(s.ID))
	return it
}

// recordLine is a bibliographic record on one line.
func recordLine(list []facts.Field) string {
	var out []string
	for _, f := range list {
		out = append(out, f.Name+": "+f.Value)
	}
	return strings.Join(out, "; ")
}

func (p *pair) origin(was, is *facts.Origin) Item {
	o, s := present(p, was, is)
	it := Item{Summary: s.line(o.Name)}
	if was != nil && is != nil {
		var c changes
		c.ranked("reliability", string(was.Reliability), string(is.Reliability), reliabilities, Upgraded, Downgraded)
		c.text(p.words, "name", was.Name, is.Name)
		c.text(p.words, "short", was.Short, is.Short)
		c.term("kind", string(was.Kind), string(is.Kind))
		c.ids("derived_from", p.moved.origins.all(was.DerivedFrom), is.DerivedFrom)
		c.portion(was.Marking, was.Marked, is.Marking, is.Marked)
		it.Changes = c
	}
	it.Kind = changeOf(was, is, it.Changes)
	p.carries(&it, p.wasBasis.origin(o.ID), p.isBasis.origin(o.ID))
	return it
}

// carries notes which facts have to do with a source, origin or measure, and which
// judgements rest on them: in the old edition, if it was removed.
func (p *pair) carries(it *Item, was, is []string) {
	switch it.Kind {
	case Removed:
		it.Facts, it.Judgements = was, p.wasBasis.on(was...)
	default:
		it.Facts, it.Judgements = is, p.isBasis.on(is...)
	}
}

func empty(s string) bool { return s == "" }
