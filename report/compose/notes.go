package compose

import (
	"slices"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
)

// A notebook numbers the endnotes: one a source, in the order of first citation.
type notebook struct {
	c      *composer
	number map[string]int
	order  []*facts.Source

	carries map[string]evidence.Dependence // source id to the judgements that it carries alone
}

func newNotebook(c *composer) *notebook {
	n := &notebook{c: c, number: map[string]int{}, carries: map[string]evidence.Dependence{}}
	for _, d := range c.sources {
		n.carries[d.ID] = d
	}
	return n
}

// readIn lists the facts that were read in a source.
func (n *notebook) readIn(source string) []*facts.Fact {
	var out []*facts.Fact
	for _, i := range n.c.f.References().Read[source] {
		out = append(out, &n.c.f.Facts[i])
	}
	return out
}

// ref cites a source and returns the reference to its note.
func (n *notebook) ref(id, locator string) *doc.NoteRef {
	if n.number[id] == 0 {
		n.order = append(n.order, n.c.f.Source(id))
		n.number[id] = len(n.order)
	}
	return &doc.NoteRef{Number: n.number[id], Locator: locator}
}

// cite cites a source, or all the sources of a fact.
func (c *composer) cite(id, locator string) []doc.Inline {
	if c.f.Source(id) != nil {
		return []doc.Inline{c.notes.ref(id, locator)}
	}
	f := c.f.Fact(id)
	c.used[f.ID] = true
	refs := c.refs(f)
	if locator != "" && len(refs) > 0 {
		refs[len(refs)-1].(*doc.NoteRef).Locator = locator
	}
	return refs
}

// refs cites the sources of the facts, each once.
func (c *composer) refs(all ...*facts.Fact) []doc.Inline {
	var out []doc.Inline
	seen := map[string]bool{}
	for _, f := range all {
		for _, s := range f.Sources {
			if !seen[s.Source+"\n"+s.Locator] {
				out = append(out, c.notes.ref(s.Source, s.Locator))
			}
			seen[s.Source+"\n"+s.Locator] = true
		}
	}
	return out
}

// all writes the endnotes; every source that a note number was given to.
func (n *notebook) all() []doc.Note {
	var out []doc.Note
	for i := 0; i < len(n.order); i++ { // a note on a claim may cite one more
		s := n.order[i]
		note := doc.Note{At: n.c.place("/sources/" + s.ID), Number: i + 1, ID: "note-" + n.c.plain(i+1),
			Title: n.c.w.Name(s.Title), Publisher: n.c.w.Name(s.Publisher),
			URL: address(s.URL), Site: site(s.URL), Archived: address(s.Archived), Archive: site(s.Archived),
			Marking: n.c.own(n.marked(s))}
		if s.Language != n.c.tag {
			note.Language = s.Language
		}
		note.Details = n.details(s)
		out = append(out, note)
	}
	return out
}

// marked is the marking of a note: that of its source, or a higher one of the origins that it names and of the facts whose
// words it tells.
func (n *notebook) marked(s *facts.Source) facts.Marking {
	var told []facts.Marking
	for _, f := range n.readIn(s.ID) {
		told = append(told, evidence.OfNames(n.c.f, n.c.f.Origin(f.Origin).Marking)...)
		if n.c.used[f.ID] && hasWords(f) {
			told = append(told, evidence.Marked(n.c.f, f))
		}
	}
	return evidence.Raised(s.Marking, told...)
}

// details says when the source was published and read, and whose knowledge it carries.
func (n *notebook) details(s *facts.Source) []doc.Entry {
	c := n.c
	var out []doc.Entry
	add := func(key, value string) {
		if value != "" {
			out = append(out, doc.Entry{Label: c.l.Say(key), Value: c.text(value)})
		}
	}
	if by := strings.Join(c.w.Names(s.Authors), "; "); by != c.w.Name(s.Publisher) {
		add("note.authors", by)
	}
	add("note.container", c.w.Name(s.Container))
	add("note.published", c.l.ShortDate(s.Published))
	add("note.accessed", c.l.ShortDate(s.Accessed))
	var said []string
	for _, o := range n.graded(s.ID) {
		said = append(said, o.name+c.inBrackets(strings.Join(o.grades, ", ")))
	}
	add("note.origins", c.l.List(said))
	out = append(out, n.words(s.ID)...)
	add("note.judgements", c.l.List(n.judgements(s.ID)))
	carried := n.carries[s.ID]
	add("note.falls", c.l.List(c.numbers(carried.Falls)))
	add("note.loses", c.l.List(c.numbers(carried.Loses)))
	return out
}

// words lists what the source itself says of the facts shown, and the notes on them. Values
// in a note stand as bare text: their cards are written by now.
func (n *notebook) words(source string) []doc.Entry {
	c := n.c
	var out []doc.Entry
	for _, f := range n.readIn(source) {
		if !c.used[f.ID] {
			continue
		}
		for _, s := range f.Sources {
			if s.Source != source || s.Quote == "" {
				continue
			}
			value := []doc.Inline{c.quoted(s)}
			if s.Locator != "" {
				value = append(value, c.text(c.inBrackets(s.Locator))...)
			}
			out = append(out, doc.Entry{Label: c.l.Say("note.quote"), Value: value})
		}
		for _, r := range f.Remarks() {
			if remark := withoutCards(c.marked(*r.Text)); remark != nil {
				out = append(out, doc.Entry{Label: c.l.Say("note.note", n.head(f, source)), Value: remark})
			}
		}
	}
	return out
}

// head names a fact over a note on it; with what it counts, where another fact of the source would be named alike.
func (n *notebook) head(f *facts.Fact, source string) string {
	c := n.c
	said := c.w.Attributed(f)
	for _, o := range n.readIn(source) {
		if o.ID != f.ID && c.used[o.ID] && f.Type == claim.Estimate && c.w.Attributed(o) == said {
			return said + c.inBrackets(strings.Join(withoutEmpty(c.w.Line(c.f.Measure(f.Measure).Name), c.w.Apart(f)), ", "))
		}
	}
	return said
}

// withoutCards leaves of values their bare text.
func withoutCards(in []doc.Inline) []doc.Inline {
	for i, n := range in {
		if v, ok := n.(*doc.Value); ok {
			in[i] = doc.Text(v.Text)
		}
	}
	return in
}

// named writes a text that stands in a figure, where no note is: a citation names the publisher.
func (c *composer) named(in []doc.Inline) string {
	var out []doc.Inline
	for _, n := range in {
		ref, ok := n.(*doc.NoteRef)
		if !ok {
			out = append(out, n)
			continue
		}
		for i := ref.Number; i <= max(ref.Number, ref.Through); i++ {
			by := c.w.Name(c.notes.order[i-1].Publisher)
			out = append(out, doc.Text(c.inBrackets(strings.Join(withoutEmpty(by, ref.Locator), ", "))))
		}
	}
	return doc.Plain(out)
}

// numbers writes the numbers of the judgements at those positions.
func (c *composer) numbers(positions []int) []string {
	var out []string
	for _, i := range positions {
		out = append(out, c.plain(i+1))
	}
	return out
}

// judgements lists the numbers of the judgements that rest on what was read in
// a source: what a reader must look at again when the source falls (ICD 206).
func (n *notebook) judgements(source string) []string {
	var positions []int
	for _, f := range n.readIn(source) {
		positions = append(positions, n.c.rests[f.ID]...)
	}
	slices.Sort(positions)
	return n.c.numbers(slices.Compact(positions))
}

// A gradedOrigin is an origin with the grades of what was read from it.
type gradedOrigin struct {
	name   string
	grades []string
}

// graded lists the origins whose information stands in a source, in file order.
func (n *notebook) graded(source string) []gradedOrigin {
	var out []gradedOrigin
	at := map[string]int{}
	for _, f := range n.readIn(source) {
		i, ok := at[f.Origin]
		if !ok {
			i = len(out)
			at[f.Origin] = i
			out = append(out, gradedOrigin{name: n.c.w.Origin(f.Origin)})
		}
		if g := n.c.w.Grade(f); g != "" && !strings.Contains(g, "–") && !slices.Contains(out[i].grades, g) {
			out[i].grades = append(out[i].grades, g)
		}
	}
	for i := range out {
		slices.Sort(out[i].grades)
	}
	return out
}

// complete gives numbers to the sources that stand only behind values, after the cited ones.
func (n *notebook) complete() {
	for _, id := range n.c.shown {
		n.c.refs(n.c.f.Fact(id))
	}
}

// endnotes is the section that shows the notes.
func (c *composer) endnotes() []doc.Block {
	if len(c.notes.order) == 0 {
		return nil
	}
	return []doc.Block{&doc.Section{ID: c.anchor("notes"), Title: c.l.Say("doc.notes"),
		Blocks: []doc.Block{&doc.Endnotes{}}}}
}
