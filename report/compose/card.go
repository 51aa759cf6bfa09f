package compose

import (
	"slices"

	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// cards writes what stands behind each value.
func (c *composer) cards() []doc.Card {
	var out []doc.Card
	for _, id := range c.shown {
		out = append(out, c.card(c.f.Fact(id)))
	}
	return out
}

// contradictions lists, by fact, those that it contradicts or that contradict it, each once.
func contradictions(f *facts.File) map[string][]string {
	out, known := map[string][]string{}, map[[2]string]bool{}
	contradict := func(a, b string) {
		if pair := [2]string{a, b}; !known[pair] {
			known[pair] = true
			out[a] = append(out[a], b)
		}
	}
	for i := range f.Facts {
		a := &f.Facts[i]
		for _, b := range a.Contradicts {
			contradict(a.ID, b)
			contradict(b, a.ID)
		}
	}
	return out
}

// restingOn lists, by fact, the positions of the judgements that it speaks for.
func (c *composer) restingOn() map[string][]int {
	rests := map[string][]int{}
	for i := range c.f.Judgements {
		for _, id := range evidence.Weigh(c.f, c.f.Judgements[i].Because).For {
			rests[id] = append(rests[id], i)
		}
	}
	return rests
}

func (c *composer) card(f *facts.Fact) doc.Card {
	card := doc.Card{ID: f.ID, Claim: c.w.Claim(f)}
	add := func(key string, value []doc.Inline) {
		if len(value) > 0 {
			card.Entries = append(card.Entries, doc.Entry{Label: c.l.Say(key), Value: value})
		}
	}
	dated := "card.date"
	if f.HasAmount() {
		add("column.value", c.text(c.w.Value(f)))
		dated = "card.asof"
	}
	if c.before != nil && c.before.values[f.ID] != nil {
		add("card.before", c.text(c.before.old.Value(c.before.values[f.ID])))
	}
	add("card.superseded", c.others(evidence.Successors(c.f, f.ID)))
	add(dated, c.text(c.w.When(f)))
	add("column.origin", c.text(c.w.Line(c.f.Origin(f.Origin).Name)))
	add("column.status", c.text(c.w.Status(f.Status)))
	add("column.grade", c.text(c.w.GradeWords(f)))
	add("column.place", c.text(c.w.Place(f.Place)))
	for _, by := range f.By {
		if s := c.w.By(f, by.Dimension); s != "" {
			card.Entries = append(card.Entries, doc.Entry{Label: c.l.Cap(c.w.Line(c.f.Dimension(by.Dimension).Name)), Value: c.text(s)})
		}
	}
	add("card.period", c.text(c.w.Period(f)))
	add("card.interval", c.text(c.w.Interval(f)))
	add("column.sources", c.sourceLines(f))
	if slices.Contains(evidence.Successors(c.f, f.Supersedes), f.ID) {
		add("card.supersedes", c.others([]string{f.Supersedes}))
	}
	add("card.contradicts", c.others(c.contradicts[f.ID]))
	add("card.derived", c.others(f.DerivedFrom))
	add("card.judgements", c.judgementLinks(c.rests[f.ID]))
	for _, r := range f.Remarks() {
		add("remark."+r.Key, c.marked(*r.Text))
	}
	if refs := c.refs(f); len(refs) > 0 {
		card.Note = refs[0].(*doc.NoteRef).Number
	}
	return card
}

// sourceLines lists the sources of a fact: publisher, title and note number.
func (c *composer) sourceLines(f *facts.Fact) []doc.Inline {
	var out []doc.Inline
	for i, s := range f.Sources {
		if i > 0 {
			out = append(out, doc.Text("; "))
		}
		src := c.f.Source(s.Source)
		name := c.w.Name(src.Title)
		title := doc.Inline(doc.Text(name))
		if src.URL != "" {
			title = &doc.Link{URL: address(src.URL), Inlines: c.text(name)}
		}
		out = append(out, doc.Text(c.w.Name(src.Publisher)+": "), c.foreign(src.Language, title))
		if src.Archived != "" {
			out = append(out, doc.Text(" ("), &doc.Link{URL: address(src.Archived), Inlines: c.text(c.l.Say("note.archived"))}, doc.Text(")"))
		}
		if s.Quote != "" {
			out = append(out, doc.Text(" "), c.quoted(s))
		}
		out = append(out, c.notes.ref(s.Source, s.Locator))
	}
	return out
}

// foreign marks text of another language than the document's; "" is unknown.
func (c *composer) foreign(tag string, in doc.Inline) doc.Inline {
	if tag == "" || tag == c.tag {
		return in
	}
	return &doc.Foreign{Tag: tag, Inlines: []doc.Inline{in}}
}

// others names other facts, each a way to its own card where it has one.
func (c *composer) others(ids []string) []doc.Inline {
	var out []doc.Inline
	for _, id := range ids {
		if f := c.f.Fact(id); f != nil {
			if out != nil {
				out = append(out, doc.Text("; "))
			}
			if c.behind[id] {
				out = append(out, &doc.Value{Text: c.w.Attributed(f), Card: id})
			} else {
				out = append(out, doc.Text(c.w.Attributed(f)))
			}
		}
	}
	return out
}
