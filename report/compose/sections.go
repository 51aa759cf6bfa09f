package compose

import (
	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/prose"
)

// sections writes the author's sections as written.
func (c *composer) sections(all []facts.Section) []doc.Block {
	var out []doc.Block
	for i := range all {
		s := &all[i]
		m := c.part(s.Pointer, s.Marking)
		section := &doc.Section{At: c.place(s.Pointer), ID: c.anchor(s.ID), Marking: c.own(m)}
		section.Title, section.Heading = c.title(s.Title)
		around := c.around
		c.around = &m
		for j := range s.Body {
			section.Blocks = append(section.Blocks, placed(c.place(s.Body[j].Pointer), c.block(&s.Body[j]))...)
		}
		section.Blocks = append(section.Blocks, c.sections(s.Sections)...)
		c.around = around
		out = append(out, section)
	}
	return out
}

// untold writes in full the judgements that no section shows and the first page tells in part: with what they rest on.
func (c *composer) untold() []doc.Block {
	out := &doc.Judgements{}
	for i := range c.f.Judgements {
		if j := &c.f.Judgements[i]; c.anchors[j.ID] == 0 && !c.settled[j.ID] && !toldInShort(j, c.tag) {
			out.Items = append(out.Items, c.judgement(i))
		}
	}
	if out.Items == nil {
		return nil
	}
	return []doc.Block{&doc.Section{ID: c.anchor("judgements"), Title: c.l.Say("doc.judgements"), Blocks: []doc.Block{out}}}
}

// toldInShort reports whether the first page tells all of a judgement: one paragraph that cites nothing and rests on nothing.
func toldInShort(j *facts.Judgement, tag string) bool {
	runs := 0
	for range prose.Runs(j.Text.Blocks(tag)) {
		runs++
	}
	cites := false
	prose.Walk(j.Text.Blocks(tag), func(n prose.Inline) {
		_, cite := n.(*prose.Cite)
		cites = cites || cite
	})
	past := j.Outcome != nil && j.Outcome.Value != claim.StillOpen
	return runs < 2 && !cites && len(j.Because) == 0 && !past
}

func (c *composer) block(b *facts.Block) []doc.Block {
	m := c.part(b.Pointer, b.Marking)
	switch {
	case b.Text != nil:
		return c.portion(c.prose(*b.Text), m)
	case b.Cells != nil:
		return []doc.Block{c.cells(b.Cells, m)}
	case b.Outcomes != nil:
		return c.outcomes(*b.Outcomes, m)
	case b.Image != nil:
		return []doc.Block{c.image(b.Image, m)}
	case b.Chart != nil:
		return []doc.Block{c.figure(b.Chart, m)}
	case b.Table != nil:
		return []doc.Block{c.table(b.Table, m)}
	case b.Judgements != nil:
		own := facts.Marking{}
		if b.Marked {
			own = b.Marking
		}
		return []doc.Block{c.judgements(*b.Judgements, own)}
	case b.Callout != nil:
		key := "doc.note"
		if b.Callout.Tone == claim.Caution {
			key = "doc.caution"
		}
		return []doc.Block{&doc.Callout{Caution: b.Callout.Tone == claim.Caution, Label: c.l.Say(key),
			Blocks: c.prose(b.Callout.Text), Marking: c.own(m)}}
	}
	return nil
}
