package diff

import (
	"slices"
	"strconv"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/facts"
)

func (p *pair) measure(was, is *facts.Measure) Item {
	m, s := present(p, was, is)
	it := Item{Summary: s.line(m.Name)}
	if was != nil && is != nil {
		var c changes
		c.text(p.words, "name", was.Name, is.Name)
		c.text(p.words, "unit", was.Unit, is.Unit)
		c.term("unit_forms", p.was.forms(was), p.is.forms(is))
		c.term("kind", string(was.Kind), string(is.Kind))
		c.text(p.words, "symbol", was.Symbol, is.Symbol)
		c.term("currency", was.Currency, is.Currency)
		c.text(p.words, "interval", was.Interval, is.Interval)
		c.term("stale_after_days", given(was.StaleAfter), given(is.StaleAfter))
		c.text(p.words, "definition", was.Definition, is.Definition)
		c.portion(was.Marking, was.Marked, is.Marking, is.Marked)
		it.Changes = c
	}
	it.Kind = changeOf(was, is, it.Changes)
	p.carries(&it, p.wasBasis.measure(m.ID), p.isBasis.measure(m.ID))
	return it
}

func (p *pair) actor(was, is *facts.Actor) Item {
	a, s := present(p, was, is)
	it := Item{Summary: s.line(a.Name)}
	if was != nil && is != nil {
		var c changes
		c.text(p.words, "name", was.Name, is.Name)
		c.name("native", was.Native, is.Native)
		c.portion(was.Marking, was.Marked, is.Marking, is.Marked)
		it.Changes = c
	}
	it.Kind = changeOf(was, is, it.Changes)
	p.carries(&it, p.wasBasis.actor(a.ID), p.isBasis.actor(a.ID))
	return it
}

func (p *pair) place(was, is *facts.Place) Item {
	l, s := present(p, was, is)
	it := Item{Summary: s.line(l.Name)}
	if was != nil && is != nil {
		var c changes
		c.text(p.words, "name", was.Name, is.Name)
		c.term("lat", degrees(was.Lat), degrees(is.Lat))
		c.term("lon", degrees(was.Lon), degrees(is.Lon))
		c.portion(was.Marking, was.Marked, is.Marking, is.Marked)
		it.Changes = c
	}
	it.Kind = changeOf(was, is, it.Changes)
	p.carries(&it, p.wasBasis.place(l.ID), p.isBasis.place(l.ID))
	return it
}

// forms writes the forms of a unit in the plural categories of CLDR.
func (s *side) forms(m *facts.Measure) string {
	var out []string
	for _, tag := range slices.Sorted(slices.Values(s.f.Briefing.Languages)) {
		for _, category := range []string{"zero", "one", "two", "few", "many"} {
			if form := m.UnitForm(tag, category); form != m.UnitForm(tag, "other") {
				out = append(out, tag+" "+category+" "+form)
			}
		}
	}
	return strings.Join(out, ", ")
}

func given(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

// dimension compares a dimension with its values.
func (p *pair) dimension(was, is *facts.Dimension) Item {
	d, s := present(p, was, is)
	it := Item{Summary: s.line(d.Name)}
	if was != nil && is != nil {
		var c changes
		c.text(p.words, "name", was.Name, is.Name)
		values := func(d *facts.Dimension) (out []string) {
			for i := range d.Values {
				out = append(out, d.Values[i].ID)
			}
			return out
		}
		c.ids("values", values(was), values(is))
		for i := range is.Values {
			from := len(c)
			if old := was.Value(is.Values[i].ID); old != nil {
				c.text(p.words, "value_name", old.Name, is.Values[i].Name)
			}
			for k := range c[from:] {
				c[from+k].IDs = []string{is.Values[i].ID}
				it.Facts = append(it.Facts, p.isBasis.ids(p.isBasis.named["value "+is.ID+" "+is.Values[i].ID])...)
			}
		}
		it.Changes = c
		it.Judgements = p.isBasis.on(it.Facts...)
	}
	it.Kind = changeOf(was, is, it.Changes)
	return it
}

// hypothesis compares what a hypothesis is called.
func (p *pair) hypothesis(was, is *facts.Hypothesis) Item {
	h, s := present(p, was, is)
	it := Item{Summary: s.line(h.Name)}
	if was != nil && is != nil {
		var c changes
		c.text(p.words, "name", was.Name, is.Name)
		it.Changes = c
	}
	it.Kind = changeOf(was, is, it.Changes)
	return it
}

func degrees(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}

// flat lists sections with those that are nested in them.
func flat(sections []facts.Section) (out []facts.Section) {
	facts.EachSection(sections, func(s *facts.Section) { out = append(out, *s) })
	return out
}

// section compares what a section itself holds; those nested in it are items of
// their own.
func (p *pair) section(was, is *facts.Section) Item {
	sec, s := present(p, was, is)
	it := Item{Summary: s.line(sec.Title)}
	if was != nil && is != nil {
		it.Changes = p.sectionChanges(was, is)
	}
	it.Kind = changeOf(was, is, it.Changes)
	return it
}

func (p *pair) sectionChanges(was, is *facts.Section) []Change {
	var c changes
	c.text(p.words, "title", was.Title, is.Title)
	c.markdown(p.words, "body", texts(was), texts(is))
	c.ids("blocks", p.moved.blocks(was), new(movings).blocks(is))
	for _, b := range is.Body {
		if b.Image != nil && slices.ContainsFunc(was.Body, func(a facts.Block) bool { return a.Image != nil && a.Image.Path == b.Image.Path }) {
			p.picture(&c, "image", b.Image.Path)
		}
	}
	for _, b := range is.Body {
		old := chartOf(was, b.Chart)
		if old == nil {
			continue
		}
		from := len(c)
		c.text(p.words, "chart_title", old.Title, b.Chart.Title)
		c.text(p.words, "chart_note", old.Note, b.Chart.Note)
		for i := range c[from:] {
			c[from+i].IDs = []string{old.ID}
		}
	}
	c.portion(was.Marking, was.Marked, is.Marking, is.Marked)
	return c
}

// chartOf finds the chart of a section that has the id of another.
func chartOf(s *facts.Section, like *facts.Chart) *facts.Chart {
	for _, b := range s.Body {
		if like != nil && b.Chart != nil && b.Chart.ID == like.ID {
			return b.Chart
		}
	}
	return nil
}

// texts are the prose of a section, that of its callouts and the titles of its
// tables too.
func texts(s *facts.Section) (out []facts.Text) {
	for _, b := range s.Body {
		switch {
		case b.Text != nil:
			out = append(out, *b.Text)
		case b.Callout != nil:
			out = append(out, b.Callout.Text)
		case b.Table != nil:
			out = append(out, b.Table.Title)
		case b.Chart != nil:
			for _, n := range b.Chart.Notes {
				out = append(out, n.Text)
			}
		case b.Image != nil:
			out = append(out, b.Image.Title, b.Image.Alt, b.Image.Credit)
		case b.Cells != nil:
			out = append(append(append(out, b.Cells.Title), b.Cells.Head...), b.Cells.Note)
			for _, row := range b.Cells.Rows {
				out = append(out, row...)
			}
		}
	}
	return out
}

// blocks says of each block of a section what it is, as the facts file has it, with the ids of the new edition;
// plain texts are left out.
func (m *movings) blocks(s *facts.Section) (out []string) {
	for _, b := range s.Body {
		var says []string
		add := func(key string, values ...string) {
			if v := strings.Join(values, ","); v != "" {
				says = append(says, key+" "+v)
			}
		}
		switch {
		case b.Chart != nil:
			add("chart", string(b.Chart.Kind)+" "+b.Chart.ID)
			add("sort", string(b.Chart.Sort))
			add("latest", yes(b.Chart.Latest))
			add("group", string(b.Chart.Group))
			add("scale", string(b.Chart.Scale))
			add("events", yes(b.Chart.Events))
			add("lead", yes(b.Chart.Lead))
			for _, n := range b.Chart.Notes {
				add("note at", m.facts.now(n.Fact)+n.Date.String())
			}
			m.selection(&b.Chart.Select, add)
		case b.Table != nil:
			add("table", strings.TrimSpace("facts "+b.Table.ID))
			add("columns", claim.Words(b.Table.Columns)...)
			m.selection(&b.Table.Select, add)
		case b.Judgements != nil:
			add("judgements", strings.Join(*b.Judgements, ",")+" ")
		case b.Callout != nil:
			add("callout", string(b.Callout.Tone)+" ")
		case b.Outcomes != nil:
			add("outcomes", strings.Join(*b.Outcomes, ",")+" ")
		case b.Image != nil:
			add("image", b.Image.Path+" "+b.Image.ID)
			add("sources", m.sources.all(b.Image.Sources)...)
		case b.Cells != nil:
			add("table", strings.TrimSpace("cells "+b.Cells.ID))
			for i, numeric := range b.Cells.Numeric {
				if numeric {
					add("numeric", strconv.Itoa(i+1))
				}
			}
			add("sources", m.sources.all(b.Cells.Sources)...)
		}
		if b.Marked {
			if b.Text != nil {
				says = []string{"text"}
			}
			add("marked", b.Marking.String())
		}
		if says != nil {
			out = append(out, strings.TrimSpace(strings.Join(says, " ")))
		}
	}
	return out
}

func yes(is bool) string {
	if is {
		return "true"
	}
	return ""
}

// selection adds what a chart or table selects.
func (m *movings) selection(s *facts.Selection, add func(key string, values ...string)) {
	sorted := func(key string, values []string) { add(key, slices.Sorted(slices.Values(values))...) }
	sorted("type", claim.Words(s.Type))
	sorted("measure", m.measures.all(s.Measure))
	sorted("origin", m.origins.all(s.Origin))
	sorted("place", m.places.all(s.Place))
	sorted("actor", m.actors.all(s.Actor))
	sorted("status", claim.Words(s.Status))
	sorted("category", claim.Words(s.Category))
	add("ids", m.facts.all(s.IDs)...)
	add("by", coordinates(s.By)...)
	add("from", s.From.String())
	add("to", s.To.String())
}
