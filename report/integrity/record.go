package integrity

import (
	"strconv"
	"strings"

	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/quantity"
	"sitrep/report/reading"
)

// record judges what the facts are made of: sources, origins, measures, places,
// actors, and the texts in each language.
func (c *checker) record() {
	c.sources()
	c.graded()
	c.unused()
	c.languages()
	c.namesakes()
}

// namesakes judges origins that bear one name: no figure can tell them apart.
func (c *checker) namesakes() {
	for _, tag := range c.f.Briefing.Languages {
		first := map[string]string{}
		for i := range c.f.Origins {
			o := &c.f.Origins[i]
			name := strings.ToLower(evidence.OriginName(o, tag))
			if other := first[name]; other != "" {
				c.warn("W518", "/origins/"+o.ID, []string{o.ID, other}, "the origin bears the name of "+quote(other)+", "+quote(evidence.OriginName(o, tag)), "name them so that a reader can tell them apart, or make one of them")
				continue
			}
			first[name] = o.ID
		}
	}
}

// sources judges whether a reader can find what was read. Where no source has an
// address, or fewer than half of those with one have a copy in an archive, it is not
// the custom of the briefing, and none is missed one by one; a briefing of many
// sources is told once. A marked source need not be public.
func (c *checker) sources() {
	addressed, archived := 0, 0
	first := map[string]string{}
	for i := range c.f.Sources {
		s := &c.f.Sources[i]
		if s.URL != "" {
			addressed++
		}
		if s.Archived != "" {
			archived++
		}
	}
	if addressed >= many && archived*2 < addressed {
		c.warn("W503", "/sources", nil, plural(archived, "source has", "sources have")+" an archived copy, of "+strconv.Itoa(addressed)+" with an address",
			`pages vanish: write "archived", or say in allow why there are none`)
	}
	for i := range c.f.Sources {
		s := &c.f.Sources[i]
		at, ids := "/sources/"+s.ID, []string{s.ID}
		if s.Published.IsZero() && s.Accessed.IsZero() {
			c.warn("W501", at, ids, "the source has no date", `write "published", or, where the page names none, "accessed"`)
		}
		if s.URL == "" && s.Archived == "" && addressed > 0 && s.Marking.Open() {
			c.warn("W502", at, ids, "the source has no address", `write "url"; what is not public bears a marking`)
		}
		if s.URL != "" && s.Archived == "" && archived*2 >= addressed {
			c.warn("W503", at, ids, "the source has no archived copy", `pages vanish: write "archived"`)
		}
		if !s.Published.IsZero() && !s.Accessed.IsZero() && s.Accessed.Last() < s.Published.First() {
			c.warn("W511", at+"/accessed", ids, "it was read on "+s.Accessed.String()+", before it was published ("+s.Published.String()+")", "")
		}
		if cut := c.f.Briefing.AsOf; !s.Published.IsZero() && s.Published.First() > cut.Last() {
			c.warn("W202", at+"/published", ids, s.Published.String()+" is after the briefing's cut-off, "+cut.String(), "move the cut-off, or correct the date")
		}
		version := s.URL + " " + s.Published.String() + " " + s.Accessed.String() // a page may be read again when it has changed
		if other := first[version]; other != "" && s.URL != "" {
			c.warn("W510", at+"/url", append(ids, other), "the source "+quote(other)+" has the same address", "make one source of them, with locators in the citations")
		} else {
			first[version] = s.ID
		}
	}
}

// many is from how many sources with an address on a briefing is told that they
// are not archived: who reads a few pages can read them again.
const many = 20

// graded judges origins without a grade in a briefing that grades.
func (c *checker) graded() {
	grades := false
	for i := range c.f.Origins {
		grades = grades || c.f.Origins[i].Reliability != ""
	}
	for i := range c.f.Facts {
		grades = grades || c.f.Facts[i].Credibility != 0
	}
	if !grades {
		return
	}
	for i := range c.f.Origins {
		if o := &c.f.Origins[i]; o.Reliability == "" {
			c.warn("W509", "/origins/"+o.ID, []string{o.ID}, "the origin has no reliability", "F says that it cannot be judged; it is not the worst grade")
		}
	}
}

// unused judges what is defined and never used.
func (c *checker) unused() {
	used := c.used()
	each := func(code, table, noun, hint string, n int, id func(int) string) {
		for i := range n {
			if id := id(i); !used[use{table, id}] {
				c.warn(code, "/"+table+"/"+id, []string{id}, "no fact uses the "+noun+" "+quote(id), hint)
			}
		}
	}
	f := c.f
	each("W504", "sources", "source", "cite it, or take it out", len(f.Sources), func(i int) string { return f.Sources[i].ID })
	each("W505", "measures", "measure", "take it out", len(f.Measures), func(i int) string { return f.Measures[i].ID })
	each("W506", "places", "place", "take it out", len(f.Places), func(i int) string { return f.Places[i].ID })
	each("W507", "actors", "actor", "take it out", len(f.Actors), func(i int) string { return f.Actors[i].ID })
	each("W508", "origins", "origin", "take it out", len(f.Origins), func(i int) string { return f.Origins[i].ID })
}

// A use is that something of a table is referred to.
type use struct{ table, id string }

// used returns what facts and texts refer to.
func (c *checker) used() map[use]bool {
	used := make(map[use]bool, len(c.f.Sources)+len(c.f.Origins)+100)
	add := func(table string, ids ...string) {
		for _, id := range ids {
			used[use{table, id}] = true
		}
	}
	for i := range c.f.Facts {
		f := &c.f.Facts[i]
		for _, s := range f.Sources {
			add("sources", s.Source)
		}
		add("measures", f.Measure)
		add("places", f.Place)
		add("actors", f.From, f.To)
		add("actors", f.Actors...)
	}
	var origin func(id string) // and what it draws on, to the last
	origin = func(id string) {
		if used[use{"origins", id}] {
			return
		}
		add("origins", id)
		for _, from := range c.f.Origin(id).DerivedFrom {
			origin(from)
		}
	}
	for i := range c.f.Facts {
		origin(c.f.Facts[i].Origin)
	}
	for i := range c.told {
		for _, s := range c.told[i].Sentences {
			for _, t := range s.Tokens {
				if t.Kind == reading.Cite {
					add("sources", t.ID)
				}
			}
		}
	}
	return used
}

// units judges measures that bear one name and differ in their unit, and facts
// that say their amount in another unit than their measure's.
func (c *checker) units() {
	named := map[string]*facts.Measure{}
	tag := c.f.Briefing.Languages[0]
	for i := range c.f.Measures {
		m := &c.f.Measures[i]
		name := strings.ToLower(m.Name.Line(tag))
		if other := named[name]; other != nil {
			c.warn("W211", "/measures/"+m.ID, []string{m.ID, other.ID}, "the measure "+quote(other.ID)+" has the same name, and the unit "+
				quote(other.Unit.Line(tag))+" where this has "+quote(m.Unit.Line(tag)), "give each its own name, or count in one unit")
		}
		named[name] = m
	}
	for i := range c.f.Facts {
		f := &c.f.Facts[i]
		if f.Measure == "" || !f.HasAmount() {
			continue
		}
		for _, lang := range c.f.Briefing.Languages {
			c.unitIn(f, lang, f.Statement.In(lang), func() string { return c.f.FactKey(i, "statement") })
			c.unitIn(f, lang, f.Note.In(lang), func() string { return c.f.FactKey(i, "note") })
		}
		for n, s := range f.Sources {
			if s.Quote != "" {
				tag := c.f.Source(s.Source).Language
				if tag == "" {
					tag = c.f.Briefing.Languages[0]
				}
				c.unitIn(f, tag, []string{s.Quote}, func() string { return c.f.FactKey(i, "sources") + "/" + strconv.Itoa(n) + "/quote" })
			}
		}
	}
}

// unitIn judges a text of a fact that repeats its number with a unit.
func (c *checker) unitIn(f *facts.Fact, tag string, text []string, at func() string) {
	if len(text) == 0 {
		return
	}
	counted := c.countedIn(f.Measure, tag)
	if counted == "" {
		return
	}
	m := c.f.Measure(f.Measure)
	for _, s := range text {
		if !strings.ContainsAny(s, "0123456789") {
			continue
		}
		in := c.reader.Skim(s, tag)
		for i := range in.Sentences {
			for _, n := range in.Sentences[i].Amounts {
				if other := in.UnitAt(i, n.To); other != "" && other != counted && has(f, n.Value) {
					c.warn("W211", at(), []string{f.ID, m.ID}, "the text counts "+show(n.Value)+" in another unit than its measure, which counts in "+
						quote(m.Unit.Line(c.f.Briefing.Languages[0])), "convert the value, or make it a measure of its own")
					return
				}
			}
		}
	}
}

// countedIn names the unit of a measure, if it is one that excludes others.
func (c *checker) countedIn(measure, tag string) string {
	key := measure + " " + tag
	u, ok := c.counts[key]
	if !ok {
		own := c.reader.Skim(c.f.Measure(measure).Unit.Line(c.near(tag)), tag)
		u = own.UnitOf(0)
		if c.counts == nil {
			c.counts = map[string]string{}
		}
		c.counts[key] = u
	}
	return u
}

// near returns the declared language that a tag belongs to, or the tag.
func (c *checker) near(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	for _, l := range c.f.Briefing.Languages {
		if b, _, _ := strings.Cut(l, "-"); b == base {
			return l
		}
	}
	return tag
}

// has reports whether v is one of the fact's numbers.
func has(f *facts.Fact, v float64) bool {
	for _, p := range []*float64{quantity.FloatOf(f.Low), quantity.FloatOf(f.Best), quantity.FloatOf(f.High)} {
		if p != nil && *p == v {
			return true
		}
	}
	return false
}
