// Package compose turns facts into the document: what the report says, in which words and order. It has no look yet.
//
// The straight way through is [Document]: the masthead, the summary, the
// author's sections or, without them, sections from the facts alone, and at the
// end what every briefing has: method, scales, sources. Each kind of section is
// in a file of its own.
package compose

import (
	"maps"

	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/evidence"
	"sitrep/report/facts"
	"sitrep/report/integrity"
	"sitrep/report/lang"
	"sitrep/report/marking"
	"sitrep/report/wording"
)

// Options are what a document depends on beside the facts.
type Options struct {
	Images map[string][]byte // the pictures of the facts file by path, PNG or JPEG
	// OnePage leaves out all but the first page and its figure.
	OnePage bool

	Lang     string        // one of the briefing's languages; empty: its first
	Now      date.Date     // the clock; zero: the briefing's as_of
	Base     string        // file name of the document without its ending
	Editions []doc.Edition // the same briefing in other languages, in files beside this one
	// Trials asks for what a reader may try, which a live page alone shows, see [doc.Document].
	Trials bool

	// Judged waits for what the checks find of f as of Now, which may be under way meanwhile.
	// Nil: they are made when they are wanted.
	Judged func() integrity.Verdict
	Since  []*facts.File // editions before this one, in any order: what changed since the last is told
}

// Document composes the briefing f in one language. It fails only where the
// language has no word list or is not one of the briefing's.
func Document(f *facts.File, o Options) (*doc.Document, error) {
	c, err := newComposer(f, o)
	if err != nil {
		return nil, err
	}
	d := c.head()
	d.Base, d.Editions = o.Base, o.Editions
	bottom := c.bottomLine(f.Briefing.BottomLine)
	seen := maps.Clone(c.abbr) // what the first page has written out
	d.Summary = c.portion(c.prose(f.Briefing.Summary), c.part("/briefing/summary", f.Briefing.Marking))
	if f.Sections != nil {
		d.Body = c.sections(f.Sections)
		d.Body = append(d.Body, c.untold()...)
	} else {
		d.Body = c.fromFactsAlone()
	}
	d.Body = c.withChanges(d.Body)
	d.Front = c.front(bottom, d.Body, seen)
	d.Body = append(d.Body, c.method()...)
	d.Body = append(d.Body, c.endnotes()...)
	d.Cards = c.cards()
	d.Notes = c.notes.all()
	d.Source = doc.Payload{Name: f.Briefing.ID + ".json", Data: f.Canonical()}
	if o.Trials {
		d.Trials = c.trials()
	}
	if o.OnePage {
		c.alone(d)
	}
	return d, nil
}

// A composer holds what is counted while the document is written, in reading order.
type composer struct {
	f           *facts.File
	l           *lang.Language
	tag         string
	w           wording.Words
	script      string // tag of the language's own script; empty for Latin
	now         date.Date
	judged      func() integrity.Verdict
	marking     facts.Marking // of the whole
	notes       *notebook
	lines       *evidence.Lines     // which facts share a line of information
	contradicts map[string][]string // by fact, those that it contradicts or that contradict it
	rests       map[string][]int    // by fact, the positions of the judgements that rest on it
	chosenLead  *doc.Figure         // the figure that the author wants on the first page; nil for none
	figures     int
	tables      int
	anchors     map[string]int  // how often an anchor was wanted
	shown       []string        // facts that stand behind a value, in order of first use
	behind      map[string]bool // the same facts
	used        map[string]bool // facts that are shown, or cited in the text
	settled     map[string]bool // judgements whose outcome a table tells
	scales      scalesUsed
	images      map[string][]byte
	abbr        map[string]bool                 // abbreviations that have been written out
	short       map[string][]facts.Abbreviation // those of the briefing by their beginning; made when first asked for
	labels      map[string]string               // of the parts that the author's ids name
	before      *changes                        // what is said otherwise than in the edition before; nil: none is given

	around    *facts.Marking             // of the section that is written; nil outside of sections
	portioned bool                       // parts say how they are marked
	portions  map[string][]facts.Marking // by pointer of a part, what its texts name
	spread    map[string]bool            // measures that the file counts in several places

	origins, sources []evidence.Dependence // which judgements each carries alone
}

func newComposer(f *facts.File, o Options) (*composer, error) {
	tag := o.Lang
	if tag == "" {
		tag = f.Briefing.Languages[0]
	}
	l, err := lang.For(tag)
	if err != nil {
		return nil, err
	}
	now := o.Now
	if now.IsZero() {
		now = f.Briefing.AsOf
	}
	c := &composer{f: f, l: l, tag: tag, w: wording.Words{File: f, Language: l, Tag: tag, Isolate: true}, script: scriptTag(l.Name), now: now,
		marking: f.Highest(), spread: spreads(f),
		lines: evidence.Independent(f), images: o.Images, abbr: map[string]bool{}, anchors: map[string]int{}, behind: map[string]bool{},
		used: map[string]bool{}, settled: map[string]bool{}}
	if c.judged = o.Judged; c.judged == nil {
		c.judged = func() integrity.Verdict { return integrity.Judge(f, now, nil) }
	}
	if c.before, err = c.since(o.Since); err != nil {
		return nil, err
	}
	for _, before := range o.Since { // what was withdrawn is told too
		c.marking = marking.Highest(c.marking, before.Highest())
	}
	c.portioned, c.portions = c.mixed(), evidence.Portions(f)
	c.contradicts = contradictions(f)
	c.rests = c.restingOn()
	c.origins, c.sources = evidence.Carries(f, c.lines)
	c.notes = newNotebook(c)
	c.label()
	return c, nil
}

// anchor makes an anchor that no other place has. What the author named has its own id.
func (c *composer) anchor(want string) string {
	c.anchors[want]++
	if n := c.anchors[want]; n > 1 {
		return c.anchor(want + "-" + c.plain(n))
	}
	return want
}

// letters writes a text in the document's own script.
func letters(s string) []doc.Inline {
	if s == "" {
		return nil
	}
	return []doc.Inline{doc.Text(s)}
}
