package integrity

import (
	"strconv"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/prose"
	"sitrep/report/quantity"
)

// eachSource gives the sources, with where they stand.
func (c *pass) eachSource(judge func(s *facts.Source, at string)) {
	for i := range c.f.Sources {
		s := &c.f.Sources[i]
		judge(s, "/sources/"+s.ID)
	}
}

// undated judges sources of which nobody can say what they could know.
func (c *pass) undated() {
	c.eachSource(func(s *facts.Source, at string) {
		if s.Published.IsZero() && s.Accessed.IsZero() {
			c.warn("W501", at, []string{s.ID}, "the source has no date", `write "published", or, where the page names none, "accessed"`)
		}
	})
}

// unaddressed judges whether a reader can find what was read. Where no source has an
// address, it is not the custom of the briefing, and none is missed. A marked source
// need not be public.
func (c *pass) unaddressed() {
	addressed, _ := c.addresses()
	c.eachSource(func(s *facts.Source, at string) {
		if s.URL == "" && s.Archived == "" && addressed > 0 && s.Marking.Open() {
			c.warn("W502", at, []string{s.ID}, "the source has no address", `write "url"; what is not public bears a marking`)
		}
	})
}

// addresses counts the sources that have an address, and those with a copy in an archive.
func (c *pass) addresses() (addressed, archived int) {
	c.eachSource(func(s *facts.Source, at string) {
		if s.URL != "" {
			addressed++
		}
		if s.Archived != "" {
			archived++
		}
	})
	return addressed, archived
}

// unarchived judges sources without a copy in an archive. Where fewer than half of those
// with an address have one, it is not the custom of the briefing, and none is missed one
// by one; a briefing of many sources is told once.
func (c *pass) unarchived() {
	addressed, archived := c.addresses()
	if archived*2 < addressed {
		if addressed >= many {
			c.warn("W503", "/sources", nil, plural(archived, "source has", "sources have")+" an archived copy, of "+strconv.Itoa(addressed)+
				" with an address",
				`pages vanish: write "archived", or say in allow why there are none`)
		}
		return
	}
	c.eachSource(func(s *facts.Source, at string) {
		if s.URL != "" && s.Archived == "" {
			c.warn("W503", at, []string{s.ID}, "the source has no archived copy", `pages vanish: write "archived"`)
		}
	})
}

// readBefore judges sources that were read before they were published.
func (c *pass) readBefore() {
	c.eachSource(func(s *facts.Source, at string) {
		if !s.Published.IsZero() && !s.Accessed.IsZero() && s.Accessed.Last() < s.Published.First() {
			c.warn("W511", at+"/accessed", []string{s.ID}, "it was read on "+s.Accessed.String()+", before it was published ("+s.Published.String()+
				")", "")
		}
	})
}

// oneDocument judges sources that are one document.
func (c *pass) oneDocument() {
	first := map[string]string{}
	c.eachSource(func(s *facts.Source, at string) {
		version := s.URL + " " + s.Published.String() + " " + s.Accessed.String() // a page may be read again when it has changed
		if other := first[version]; other != "" && s.URL != "" {
			c.warn("W510", at+"/url", []string{s.ID, other}, "the source "+quote(other)+" has the same address", "make one source of them, with "+
				"locators in the citations")
			return
		}
		first[version] = s.ID
	})
}

// many is from how many sources with an address on a briefing is told that they
// are not archived: who reads a few pages can read them again.
const many = 20

// graded judges origins without a grade in a briefing that grades.
func (c *pass) graded() {
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
			c.warn("W509", "/origins/"+o.ID, []string{o.ID}, "the origin has no reliability", "F says that it cannot be judged; it is not the "+
				"worst grade")
		}
	}
}

// unused judges what is defined in a table and never used.
func (c *pass) unused(code, table, noun string, ids []string, hint string) {
	used := c.used()
	for _, id := range ids {
		if !used[use{table, id}] {
			user := "no fact uses"
			if table == "sources" {
				user = "nothing cites"
			}
			c.warn(code, "/"+table+"/"+id, []string{id}, user+" the "+noun+" "+quote(id), hint)
		}
	}
}

func (c *pass) unusedSources() {
	c.unused("W504", "sources", "source", ids(c.f.Sources, func(s *facts.Source) string { return s.ID }), "cite it, or take it out")
}

func (c *pass) unusedMeasures() {
	c.unused("W505", "measures", "measure", ids(c.f.Measures, func(m *facts.Measure) string { return m.ID }), "take it out")
}

func (c *pass) unusedPlaces() {
	c.unused("W506", "places", "place", ids(c.f.Places, func(p *facts.Place) string { return p.ID }), "take it out")
}

func (c *pass) unusedActors() {
	c.unused("W507", "actors", "actor", ids(c.f.Actors, func(a *facts.Actor) string { return a.ID }), "take it out")
}

func (c *pass) unusedOrigins() {
	c.unused("W508", "origins", "origin", ids(c.f.Origins, func(o *facts.Origin) string { return o.ID }), "take it out")
}

// intervals judges what is said of the bounds of estimates that have none. What a run says is for those of its facts that have them.
func (c *pass) intervals() {
	for i := range c.f.Facts {
		f, key := &c.f.Facts[i], c.f.FactKey(i, "interval")
		if !f.Interval.IsZero() && f.Low == nil && f.High == nil && !strings.HasSuffix(key, "/with/interval") {
			c.warn("W526", key, []string{f.ID}, "the interval says what low and high are, and the estimate has neither",
				"give low and high, or take the interval out")
		}
	}
}

// sourceless judges claims that name no source.
func (c *pass) sourceless() {
	c.eachFact(func(f *facts.Fact, i int) {
		if len(f.Sources) == 0 {
			c.warn("W527", c.f.FactKey(i, "sources"), []string{f.ID}, "the claim names no source, and counts as a line of information all the same",
				"say where it was read, or take it out")
		}
	})
}

// unlikeSuccessors judges facts that say they supersede what they cannot replace.
func (c *pass) unlikeSuccessors() {
	for i := range c.f.Facts {
		x := &c.f.Facts[i]
		if old := c.f.Fact(x.Supersedes); old != nil && !x.Replaces(old) {
			c.warn("W218", c.f.FactKey(i, "supersedes"), []string{x.ID, old.ID}, "this does not replace "+quote(old.ID)+": "+unlike(x, old),
				`take "supersedes" out; what cannot be right together is said by "contradicts"`)
		}
	}
}

// unlike says in what two facts differ, of which one cannot replace the other.
func unlike(a, b *facts.Fact) string {
	switch {
	case a.Type != b.Type:
		return "the types differ"
	case a.Measure != b.Measure:
		return "the measures differ"
	case a.Place != b.Place:
		return "the places differ"
	case a.Series() != b.Series():
		return "the values of dimensions differ"
	}
	return "the periods do not overlap"
}

// ids lists the ids of a table.
func ids[T any](table []T, id func(*T) string) []string {
	out := make([]string, len(table))
	for i := range table {
		out[i] = id(&table[i])
	}
	return out
}

// A use is that something of a table is referred to.
type use struct{ table, id string }

// used returns what facts and texts refer to.
func (c *pass) used() map[use]bool {
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
	c.citations(func(id string) { add("sources", id) })
	return used
}

// citations calls add with every source that a text, a table, a picture or an outcome names.
func (c *pass) citations(add func(id string)) {
	each := func(ids []string) {
		for _, id := range ids {
			add(id)
		}
	}
	for p := range c.f.Texts() {
		prose.Walk(p.Blocks, func(in prose.Inline) {
			if cite, ok := in.(*prose.Cite); ok {
				add(cite.ID)
			}
		})
	}
	facts.EachBlock(c.f.Sections, func(b *facts.Block) {
		if b.Cells != nil {
			each(b.Cells.Sources)
		}
		if b.Image != nil {
			each(b.Image.Sources)
		}
	})
	for i := range c.f.Judgements {
		if o := c.f.Judgements[i].Outcome; o != nil {
			each(o.Sources)
		}
	}
}

// sameName judges measures that bear one name and differ in their unit.
func (c *pass) sameName() {
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
}

// otherUnits judges facts that say their amount in another unit than their measure's.
func (c *pass) otherUnits() {
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
func (c *pass) unitIn(f *facts.Fact, tag string, text []string, at func() string) {
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
func (c *pass) countedIn(measure, tag string) string {
	key := measure + " " + tag
	u, ok := c.measured.counted[key]
	if !ok {
		own := c.reader.Skim(c.f.Measure(measure).Unit.Line(c.near(tag)), tag)
		if u = own.UnitOf(0); u == "" && len(own.Sentences) > 0 {
			u = symbolOf(own.Sentences[0].Tokens)
		}
		if c.measured.counted == nil {
			c.measured.counted = map[string]string{}
		}
		c.measured.counted[key] = u
	}
	return u
}

// near returns the declared language that a tag belongs to, or the tag.
func (c *pass) near(tag string) string {
	base, _, _ := strings.Cut(tag, "-")
	for _, l := range c.f.Briefing.Languages {
		if b, _, _ := strings.Cut(l, "-"); b == base {
			return l
		}
	}
	return tag
}

// has reports whether v is one of the fact's numbers, or the size of one below zero.
func has(f *facts.Fact, v float64) bool {
	for _, p := range []*float64{quantity.FloatOf(f.Low), quantity.FloatOf(f.Best), quantity.FloatOf(f.High)} {
		if p != nil && (*p == v || *p == -v) {
			return true
		}
	}
	return false
}
