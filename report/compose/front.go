package compose

import (
	"slices"

	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/prose"
)

// front writes the first page: all judgements in short, and the figure that shows what
// the first of them rests on. Body is what the document holds, seen the abbreviations that
// the page has written out.
func (c *composer) front(bottom, body []doc.Block, seen map[string]bool) *doc.Front {
	f := &doc.Front{BottomLine: bottom}
	for i := range c.f.Judgements {
		if c.f.Judgements[i].Past() {
			continue // a block of outcomes tells it
		}
		f.Judgements = append(f.Judgements, c.headlineOf(i, seen))
	}
	if f.Judgements == nil && f.BottomLine == nil {
		return nil
	}
	f.Lead = c.lead(body)
	return f
}

// alone leaves of a document its first page and the figure on it; where there is no figure and nothing else on the page, its
// key figures or, without them, its summary.
func (c *composer) alone(d *doc.Document) {
	f, body, summary := d.Front, d.Body, d.Summary
	d.Summary, d.Body, d.Notes, d.Cards, d.Trials = nil, nil, nil, nil, nil
	if f == nil {
		if f = (&doc.Front{Lead: c.lead(body)}); f.Lead == nil {
			d.Body = leftAlone(body, summary)
			return
		}
		d.Front = f
	}
	noteless(f.BottomLine)
	for i := range f.Judgements {
		f.Judgements[i].Anchor = ""
	}
	if lead := f.Lead; lead != nil {
		f.Lead = unsourced(lead)
		d.Body = []doc.Block{f.Lead}
		if c.chosenLead == nil {
			f.Others = c.otherLeads(body, lead)
		}
	}
}

// unsourced is a figure without references to endnotes.
func unsourced(f *doc.Figure) *doc.Figure {
	out := *f
	out.Source, out.Note, out.Heading = doc.WithoutNotes(f.Source), doc.WithoutNotes(f.Note), nil
	return &out
}

// otherLeads are the figures that show a fact which a judgement rests on, by the order of the judgements.
func (c *composer) otherLeads(body []doc.Block, lead *doc.Figure) (out []*doc.Figure) {
	taken := map[*doc.Figure]bool{lead: true}
	figures := figuresOf(body)
	for i := range c.f.Judgements {
		if c.f.Judgements[i].Past() {
			continue
		}
		rests := evidence.Weigh(c.f, c.f.Judgements[i].Because).For
		for _, f := range figures {
			if !taken[f] && slices.ContainsFunc(f.Chart.Table().IDs, func(id string) bool { return slices.Contains(rests, id) }) {
				taken[f] = true
				out = append(out, unsourced(f))
			}
		}
	}
	return out
}

func figuresOf(body []doc.Block) (figures []*doc.Figure) {
	doc.Each(body, "", func(b doc.Block, _ doc.Marking) {
		if f, ok := b.(*doc.Figure); ok {
			figures = append(figures, f)
		}
	})
	return figures
}

// noteless takes the notes out of paragraphs.
func noteless(blocks []doc.Block) {
	for _, b := range blocks {
		if p, ok := b.(*doc.Paragraph); ok {
			p.Inlines = doc.WithoutNotes(p.Inlines)
		}
	}
}

// leftAlone are the key figures of a body, as text alone, or else the paragraphs of a summary.
func leftAlone(body, summary []doc.Block) (out []doc.Block) {
	doc.Each(body, "", func(b doc.Block, _ doc.Marking) {
		if k, ok := b.(*doc.KeyFigures); ok {
			for i := range k.Items {
				for n := range k.Items[i].Claims {
					claim := &k.Items[i].Claims[n]
					claim.Value, claim.Who = letters(doc.Plain(claim.Value)), doc.WithoutNotes(claim.Who)
				}
			}
			out = append(out, k)
		}
	})
	if out != nil {
		return out
	}
	for _, b := range summary {
		if p, ok := b.(*doc.Paragraph); ok {
			out = append(out, p)
		}
	}
	noteless(out)
	return out
}

// headlineOf tells a judgement in short.
func (c *composer) headlineOf(i int, seen map[string]bool) doc.Headline {
	j := &c.f.Judgements[i]
	h := doc.Headline{Number: i + 1, Marking: c.own(c.judgedMarking(i))}
	if c.anchors[j.ID] > 0 {
		h.Anchor = j.ID
	}
	for run := range prose.Runs(j.Text.Blocks(c.tag)) {
		w := &liner{c: c, before: '\n', after: '\n', abbr: seen}
		h.Text = doc.WithoutNotes(w.inlines(run))
		break
	}
	if j.Likelihood != "" {
		c.scales.likelihood = true
		h.Likelihood.Words = c.likelihood(j.Likelihood)
		for _, t := range facts.Scale(c.f.Briefing.LikelihoodScale) {
			if t.Name == j.Likelihood {
				h.Likelihood.Low, h.Likelihood.High = t.Low, t.High
			}
		}
	}
	if j.Confidence != "" {
		c.scales.confidence = true
		h.Confidence = doc.Confidence{Words: c.l.Say("front.confidence", c.l.Say("confidence."+string(j.Confidence))),
			Level: 1 + slices.Index(claim.Confidences(), j.Confidence)}
	}
	return h
}

// lead returns the figure that the author chose, else the first that shows a fact which the first
// judgement rests on, else the first of all; nil where the document has none.
func (c *composer) lead(body []doc.Block) *doc.Figure {
	if c.chosenLead != nil {
		return c.chosenLead
	}
	figures := figuresOf(body)
	if len(figures) == 0 {
		return nil
	}
	if len(c.f.Judgements) > 0 {
		rests := evidence.Weigh(c.f, c.f.Judgements[0].Because).For
		for _, f := range figures {
			if slices.ContainsFunc(f.Chart.Table().IDs, func(id string) bool { return slices.Contains(rests, id) }) {
				return f
			}
		}
	}
	return figures[0]
}
