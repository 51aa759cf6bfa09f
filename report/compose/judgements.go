package compose

import (
	"strconv"

	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/reasoning"
)

// judgements writes the judgements of those ids; all where there are none. Those of a block that bears a marking above
// their own show the block's.
func (c *composer) judgements(ids []string, block facts.Marking) *doc.Judgements {
	out := &doc.Judgements{}
	add := func(i int) {
		j := c.judgement(i)
		if block.Above(c.judgedMarking(i)) {
			j.Marking = c.own(block)
		}
		out.Items = append(out.Items, j)
	}
	if len(ids) == 0 {
		for i := range c.f.Judgements {
			add(i)
		}
		return out
	}
	for i := range c.f.Judgements {
		for _, id := range ids {
			if c.f.Judgements[i].ID == id {
				add(i)
			}
		}
	}
	return out
}

func (c *composer) judgement(i int) doc.Judgement {
	j := &c.f.Judgements[i]
	out := doc.Judgement{At: c.place(judgementAt(i)), ID: c.anchor(j.ID), Number: i + 1, Blocks: c.prose(j.Text),
		Marking: c.own(c.judgedMarking(i))}
	if j.Likelihood != "" {
		c.scales.likelihood = true
		out.Likelihood = c.text(c.l.Say("judgement.likelihood", c.likelihood(j.Likelihood)))
	}
	if j.Confidence != "" {
		c.scales.confidence = true
		out.Confidence = c.text(c.l.Say("judgement.confidence", c.l.Say("confidence."+string(j.Confidence))))
	}
	out.Basis = c.basis(j)
	if j.Past() {
		out.Blocks = append(out.Blocks, &doc.Paragraph{Inlines: c.became(j)})
	}
	return out
}

// judgementAt is the JSON pointer of a judgement.
func judgementAt(i int) string { return "/judgements/" + strconv.Itoa(i) }

// judgedMarking is the marking of a judgement wherever it is told: its own, or a higher one of what its texts name and of what
// it rests on.
func (c *composer) judgedMarking(i int) facts.Marking {
	j := &c.f.Judgements[i]
	var rests []*facts.Fact
	for _, id := range j.Because {
		rests = append(rests, c.f.Fact(id))
	}
	return c.part(judgementAt(i), j.Marking, rests...)
}

// became says what became of a past judgement, and when that was known: "Did not come true (1 Dec 2025). It stood at 71."
func (c *composer) became(j *facts.Judgement) []doc.Inline {
	said := c.l.Cap(c.l.Say("outcome."+string(j.Outcome.Value))) + c.inBrackets(c.l.ShortDate(j.Outcome.Date)) + "."
	out := []doc.Inline{&doc.Strong{Inlines: c.text(said)}}
	if cell := c.cell(j.Outcome.Text); len(cell) > 0 {
		out = append(append(out, doc.Text(" ")), cell...)
	}
	for _, id := range j.Outcome.Sources {
		out = append(out, c.cite(id, "")...)
	}
	return out
}

// likelihood names a term of the briefing's scale with its percentages.
func (c *composer) likelihood(term string) string { return c.term(term, c.f.Briefing.LikelihoodScale) }

// term names a term of a scale with its percentages.
func (c *composer) term(term string, scale claim.LikelihoodScale) string {
	s := c.l.Say("likelihood." + term)
	for _, t := range facts.Scale(scale) {
		if t.Name == term {
			return s + " (" + c.percent(t) + ")"
		}
	}
	return s
}

// basis lists the evidence: who says what, with the notes; what speaks for the
// judgement first and with its independence, then what stands against it, and what
// counts for neither.
func (c *composer) basis(j *facts.Judgement) []doc.Inline {
	if len(j.Because) == 0 {
		return nil
	}
	e := evidence.Weigh(c.f, j.Because)
	t := c.telling(j.Because)
	out := c.side("judgement.because", e.For, t)
	out = append(out, doc.Text(" "+c.l.Cap(c.independence(e.For))+"."))
	if hangs := c.hangs(reasoning.Hangs(c.f, c.lines, j.Because)); hangs != "" {
		out = append(out, doc.Text(" "+hangs))
	}
	for _, other := range []struct {
		key string
		ids []string
	}{{"judgement.against", e.Against}, {"judgement.aside", e.Aside}} {
		if len(other.ids) > 0 {
			out = append(append(out, doc.Text(" ")), c.side(other.key, other.ids, t)...)
		}
	}
	return out
}

// hangs says without which origins one independent line would be left: those of the one least set, any so many of the
// origins of all of them, or else those of the first, and how many other sets do the same.
func (c *composer) hangs(sets [][]string) string {
	if len(sets) == 0 {
		return ""
	}
	names := func(ids []string) string {
		var out []string
		for _, id := range ids {
			out = append(out, c.w.Origin(id))
		}
		return c.l.List(out)
	}
	if any := reasoning.AnyOf(sets); len(any) == 2 {
		return c.l.Say("judgement.hangs.either", c.w.Origin(any[0]), c.w.Origin(any[1]))
	} else if any != nil {
		return c.l.Count("judgement.hangs.any", len(sets[0]), names(any), c.l.Numeral(len(sets[0])))
	}
	said := c.l.Say("judgement.hangs", names(sets[0]))
	if len(sets) > 1 {
		said += " " + c.l.Count("judgement.hangs.more", len(sets)-1)
	}
	return said
}

// side lists facts behind the words of the key.
func (c *composer) side(key string, ids []string, t telling) []doc.Inline {
	out := []doc.Inline{doc.Text(c.l.Say(key) + " ")}
	for i, id := range ids {
		f := c.f.Fact(id)
		if i > 0 {
			out = append(out, doc.Text("; "))
		}
		out = append(out, c.evidence(f, t)...)
		out = append(out, sorted(c.refs(f))...)
	}
	return append(out, doc.Text("."))
}

// independence counts what facts rest on: "6 sources cited, 2 independent lines".
// A count of citations alone would pass for corroboration; one source is one line.
func (c *composer) independence(ids []string) string {
	citations, lines := c.lines.Of(ids...)
	cited := c.l.Count("lines.citations", citations)
	if citations == 1 {
		return cited
	}
	return c.l.Say("lines.both", cited, c.l.Count("lines.independent", lines))
}

func (c *composer) inBrackets(s string) string {
	if s == "" {
		return ""
	}
	return " (" + s + ")"
}

// judgementLinks points to the judgements of those positions.
func (c *composer) judgementLinks(positions []int) []doc.Inline {
	var out []doc.Inline
	for n, i := range positions {
		if n > 0 {
			out = append(out, doc.Text(", "))
		}
		label := c.text(c.l.Say("judgement.number", c.plain(i+1)))
		if c.anchors[c.f.Judgements[i].ID] == 0 { // not shown in this document
			out = append(out, label...)
			continue
		}
		out = append(out, &doc.Reference{Anchor: c.f.Judgements[i].ID, Inlines: label})
	}
	return out
}
