package compose

import (
	"math"
	"slices"
	"strings"

	"sitrep/report/chart"
	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/prose"
	"sitrep/report/reasoning"
	"sitrep/report/wording"
)

// outcomes writes what became of past judgements, of this edition and of those before it, and how good their
// likelihoods were: the score, its parts and a figure of calibration where there are enough forecasts.
func (c *composer) outcomes(ids []string, m facts.Marking) []doc.Block {
	pasts := c.pasts(ids)
	if len(pasts) == 0 {
		return []doc.Block{&doc.Paragraph{Inlines: c.text(c.l.Say("outcome.empty")), Marking: c.own(m)}}
	}
	t := c.numbered("", facts.Text{}, m)
	t.Title = c.l.Say("outcome.title")
	for _, key := range []string{"column.judgement", "column.likelihood", "column.outcome", "column.date"} {
		t.Columns = append(t.Columns, doc.Column{Title: c.l.Say(key), Weight: 1})
	}
	t.Columns[0].Weight, t.Columns[2].Weight = 3, 3
	likely := false
	for _, p := range pasts {
		t.Rows = append(t.Rows, c.outcome(p))
		likely = likely || p.Likelihood != ""
	}
	within(t.Rows, m)
	if !likely {
		t.Columns = slices.Delete(t.Columns, 1, 2)
		for i := range t.Rows {
			t.Rows[i].Cells = slices.Delete(t.Rows[i].Cells, 1, 2)
		}
	}
	r := reasoning.RecordOf(reasoning.Forecasts(pasts))
	out := []doc.Block{t, &doc.Paragraph{Inlines: c.text(c.scored(r)), Marking: c.own(m)}}
	if r.Enough {
		out = append(out, c.calibration(r, m))
	}
	return out
}

// pasts are the past judgements of those ids; all, with those of earlier editions, where there are none.
func (c *composer) pasts(ids []string) []reasoning.Past {
	var editions []*facts.File
	if c.before != nil {
		editions = append(editions, c.before.editions...)
	}
	chosen := set(ids)
	var out []reasoning.Past
	for _, p := range reasoning.Pasts(append(editions, c.f)...) {
		if len(ids) == 0 || p.File == c.f && chosen[p.Judgement.ID] {
			out = append(out, p)
		}
	}
	return out
}

// record scores them.
func (c *composer) record(ids []string) reasoning.Record {
	return reasoning.RecordOf(reasoning.Forecasts(c.pasts(ids)))
}

// outcome writes one row. One of this edition has its number, by which notes and figures name it; what an earlier
// edition says has no notes here: its sources are not this edition's.
func (c *composer) outcome(p reasoning.Past) doc.Row {
	j := p.Judgement
	likelihood := ""
	if p.Likelihood != "" {
		likelihood = c.term(p.Likelihood, p.Scale)
		c.scales.likelihood = c.scales.likelihood || p.Scale == c.f.Briefing.LikelihoodScale
	}
	became := c.text(c.l.Cap(c.l.Say("outcome."+string(j.Outcome.Value))) + ". ")
	row := doc.Row{Marking: doc.Marking(j.Marking.String())}
	if p.File != c.f {
		row.Cells = [][]doc.Inline{c.text(c.told(p.File, j.Text)), c.text(likelihood), append(became, c.text(c.told(p.File, j.Outcome.Text))...),
			c.text(c.l.ShortDate(j.Outcome.Date))}
		return row
	}
	became = append(became, c.lined(j.Outcome.Text)...)
	for _, id := range j.Outcome.Sources {
		became = append(became, c.cite(id, "")...)
	}
	c.settled[j.ID] = j.Outcome.Value != claim.StillOpen
	at := c.position(j.ID)
	row.Marking = doc.Marking(c.judgedMarking(at).String())
	said := append([]doc.Inline{doc.Text(c.plain(at+1) + ". ")}, c.lined(j.Text)...)
	row.Cells = [][]doc.Inline{said, c.text(likelihood), became, c.text(c.l.ShortDate(j.Outcome.Date))}
	return row
}

// told writes a text of another edition as it reads, without its notes.
func (c *composer) told(f *facts.File, t facts.Text) string {
	tag := c.tag
	if !slices.Contains(f.Briefing.Languages, tag) {
		tag = f.Briefing.Languages[0]
	}
	w := wording.Words{File: f, Language: c.l, Tag: tag}
	var b strings.Builder
	for _, n := range t.Inlines(tag) {
		switch n := n.(type) {
		case *prose.Text:
			b.WriteString(n.S)
		case *prose.Value:
			b.WriteString(w.Part(f.Fact(n.ID), claim.Part(n.Part)))
		}
	}
	return strings.TrimSpace(b.String())
}

// scored says how good the likelihoods were, as far as it can be said.
func (c *composer) scored(r reasoning.Record) string {
	var said []string
	third := func(v float64) string { return c.l.Number(math.Round(v*1000) / 1000) }
	switch {
	case r.N == 0:
		said = append(said, c.l.Say("outcome.none"))
	case r.Enough:
		said = append(said, c.l.Count("outcome.score", r.N, third(r.Brier), third(0.25)),
			c.l.Say("outcome.parts", third(r.Reliability), third(r.Resolution), third(r.Uncertainty)))
	default:
		said = append(said, c.l.Count("outcome.score", r.N, third(r.Brier), third(0.25)), c.l.Say("outcome.few", c.plain(reasoning.Few)))
	}
	if c.before != nil {
		said = append(said, c.l.Count("outcome.editions", len(c.before.editions)))
	}
	return strings.Join(said, " ")
}

// calibration draws what was said against how often it came true.
func (c *composer) calibration(r reasoning.Record, m facts.Marking) *doc.Figure {
	k := &chart.Calibration{}
	for _, g := range r.Groups {
		row := chart.CalibrationGroup{N: g.N, True: g.True, From: 100 * g.Low, To: 100 * g.High, Low: 100 * g.P, High: 100 * g.P}
		for _, scale := range append([]claim.LikelihoodScale{c.f.Briefing.LikelihoodScale}, claim.LikelihoodScales()...) {
			for _, t := range facts.Scale(scale) {
				if p, _ := reasoning.Probability(scale, t.Name); p == g.P && row.Term == "" {
					row.Term, row.Low, row.High = c.term(t.Name, scale), t.Low, t.High
				}
			}
		}
		row.ID = "calibration-" + c.plain(len(k.Groups)+1)
		k.Groups = append(k.Groups, row)
	}
	c.figures++
	ch := &chart.Chart{ID: c.anchor("calibration"), Title: c.l.Say("outcome.calibration"), Language: c.l, Plot: k}
	return &doc.Figure{ID: ch.ID, Label: c.l.Say("doc.figure", c.plain(c.figures)), Chart: ch, Marking: c.own(m)}
}
