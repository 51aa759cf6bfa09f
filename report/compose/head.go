package compose

import (
	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/marking"
)

// head fills what stands above the text.
func (c *composer) head() *doc.Document {
	b := &c.f.Briefing
	d := &doc.Document{
		ID: b.ID, Language: c.l,
		Authors: b.Authors, Publisher: b.Publisher, Edition: c.edition(),
		Marking: doc.Marking(c.marking.String()), Date: b.AsOf.String(),
	}
	d.Labels = c.markings()
	d.Title, d.Heading = c.title(b.Title)
	d.Subtitle, d.Subheading = c.title(b.Subtitle)
	entry := func(key, value string) {
		if value != "" {
			d.Masthead = append(d.Masthead, doc.Entry{Label: c.l.Say(key), Value: c.text(value)})
		}
	}
	if m := c.marking; m.Rank() < len(b.LevelNames) {
		if s := c.w.Line(b.LevelNames[m.Rank()]); s != "" {
			entry("doc.marking", m.String()+": "+s)
		}
	}
	entry("head.asof", c.l.Date(b.AsOf))
	if c.now != b.AsOf {
		entry("head.printed", c.l.Date(c.now))
	}
	entry("head.edition", b.Edition)
	entry("head.authors", c.l.List(c.w.Names(b.Authors)))
	entry("head.publisher", c.w.Name(b.Publisher))
	entry("head.contact", c.w.Line(b.Contact))
	var to []string
	for _, t := range b.Distribution {
		to = append(to, c.w.Line(t))
	}
	entry("head.distribution", c.l.List(to))
	if b.Logo != "" {
		d.Logo = c.picture(b.Logo)
		d.Logo.Alt = b.Publisher
	}
	return d
}

// markings are the labels of the briefing's scheme with their colours; none for TLP, whose
// colours every output knows.
func (c *composer) markings() []doc.Label {
	s := c.marking.Scheme()
	if s == marking.TLP() {
		return nil
	}
	var out []doc.Label
	for _, level := range s.Levels {
		ink, ground := level.Colours()
		out = append(out, doc.Label{Name: level.Label, Ink: ink, Ground: ground})
	}
	return out
}

// edition names the edition so that a bare number is not taken for a page's.
func (c *composer) edition() string {
	e := c.f.Briefing.Edition
	if e != "" && e[0] >= '0' && e[0] <= '9' {
		return c.l.Say("doc.edition", e)
	}
	return e
}

// definitions says what exactly the measures count that the document shows, and what their
// intervals are. A briefing without sections says the former where it shows them.
func (c *composer) definitions() []doc.Block {
	shown := map[string]bool{}
	for i := range c.f.Facts {
		shown[c.f.Facts[i].Measure] = shown[c.f.Facts[i].Measure] || c.used[c.f.Facts[i].ID]
	}
	var rows []doc.Row
	for i := range c.f.Measures {
		m := &c.f.Measures[i]
		cell := c.abbreviated(c.w.Line(m.Definition), c.abbr)
		if c.f.Sections == nil || !shown[m.ID] || cell == nil {
			continue
		}
		if s := c.w.Line(m.Interval); s != "" {
			cell = append(cell, c.text(" "+c.l.Say("card.interval")+": "+s)...)
		}
		rows = append(rows, doc.Row{Cells: [][]doc.Inline{c.text(c.l.Cap(c.w.Line(m.Name))), cell}})
	}
	if rows == nil {
		return nil
	}
	t := c.keyTable(c.l.Say("head.definitions"), c.l.Say("key.meaning"))
	t.Columns[0].Title, t.Rows = c.l.Say("head.measure"), rows
	return []doc.Block{t}
}

// history lists the editions of the briefing.
func (c *composer) history() []doc.Block {
	b := &c.f.Briefing
	if len(b.History) == 0 {
		return nil
	}
	t := c.keyTable(c.l.Say("head.history"), c.l.Say("column.date"))
	t.Columns[0].Title = c.l.Say("head.edition")
	t.Columns = append(t.Columns, doc.Column{Title: c.l.Say("doc.note"), Weight: 5})
	t.Columns[1].Weight = 1.4
	for _, r := range b.History {
		t.Rows = append(t.Rows, doc.Row{Cells: [][]doc.Inline{c.text(r.Edition), c.text(c.l.ShortDate(r.Date)), c.marked(r.Note)}})
	}
	return []doc.Block{t}
}

// abbreviations lists those that the briefing explains.
func (c *composer) abbreviations() []doc.Block {
	all := c.f.Briefing.Abbreviations
	if len(all) == 0 {
		return nil
	}
	t := c.keyTable(c.l.Say("head.abbreviations"), c.l.Say("key.meaning"))
	t.Columns[0].Title = c.l.Say("head.abbreviation")
	for _, a := range all {
		t.Rows = append(t.Rows, doc.Row{Cells: [][]doc.Inline{{doc.Text(a.Short)}, c.text(c.w.Line(a.Meaning))}})
	}
	return []doc.Block{t}
}

// disclaimer closes the method.
func (c *composer) disclaimer() []doc.Block {
	if t := c.marked(c.f.Briefing.Disclaimer); t != nil {
		return []doc.Block{&doc.Callout{Label: c.l.Say("head.disclaimer"), Blocks: []doc.Block{&doc.Paragraph{Inlines: t}}}}
	}
	return nil
}

// bottomLine is what a reader of thirty seconds takes away.
func (c *composer) bottomLine(t facts.Text) []doc.Block {
	if t.IsZero() {
		return nil
	}
	w := &liner{c: c, before: '\n', after: '\n', abbr: c.abbr}
	said := []doc.Block{&doc.Paragraph{Inlines: w.inlines(t.Inlines(c.tag))}}
	return c.portion(said, c.part("/briefing/bottom_line", c.f.Briefing.Marking))
}
