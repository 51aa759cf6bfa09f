// Package facts reads the facts file and says what is wrong with it.
//
// [Load] is the only door: it returns a *File in which every rule of the format
// holds, or the problems that forbid it, all of them, in file order, each with a
// code of [Codes]. The values are read by hand from a tree that knows its places
// (package tree), not by reflection: a misspelt key, a number in quotes and a
// missing language each deserve a sentence of their own, and a short run has no
// time to learn types.
//
// Three things are left open on purpose. The key that names the kind of a block
// may stand anywhere in it, since members of a JSON object have no order (RFC
// 8259, section 4). A chart takes every option of charts, whatever its kind. An
// empty array of sections counts as none.
package facts

import (
	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts/tree"
	"sitrep/report/marking"
	"sitrep/report/quantity"
)

// A File is one facts file, checked: every reference in it resolves, every
// number is finite, every text has the languages that the briefing declares.
// Slices keep the order of the file; runs of facts are written out.
type File struct {
	Name       string       // as given to Load; for messages
	Briefing   Briefing     // the head
	Actors     []Actor      // by the order of the file, as all lists below
	Places     []Place      // where claims are placed
	Measures   []Measure    // what is counted
	Dimensions []Dimension  // what else tells estimates apart
	Origins    []Origin     // who produced the information
	Sources    []Source     // the documents where it was read
	Hypotheses []Hypothesis // what claims are weighed against
	Facts      []Fact       // the claims, runs written out
	Judgements []Judgement  // what the analysts conclude
	Allow      []Allowance  // warnings that are silenced
	Sections   []Section    // nil where the briefing is to be composed from the facts alone: none were given

	index    index        // id to position in the slices above
	source   string       // the bytes as read
	root     *tree.Node   // the JSON as it was read
	nodes    []*tree.Node // of Facts, each whole
	images   []Image
	passages []passage // every text, in file order
	places   func() *lineIndex

	references func() *References
	namesakes  func() *Namesakes
	canonical  func() []byte
}

// A Briefing is the head of the document.
type Briefing struct {
	ID              string                // file names of reports begin with it
	Title           Text                  // never blank
	Subtitle        Text                  // may be empty
	Summary         Text                  // Markdown
	BottomLine      Text                  // what a reader of thirty seconds takes away
	Languages       []string              // BCP 47; the first is the default
	AsOf            date.Date             // the information cut-off
	Edition         string                // as it is to be shown; may be empty
	Authors         []string              // names; may be empty
	Publisher       string                // may be empty
	Contact         Text                  // where questions go; may be empty
	Distribution    []Text                // who receives it, one entry a line; may be empty
	Disclaimer      Text                  // may be empty
	Logo            string                // path of an image; empty where there is none
	History         []Revision            // earlier editions, in file order; may be empty
	Abbreviations   []Abbreviation        // in file order; may be empty
	Scales          claim.KeyDetail       // empty: [claim.ShortKeys]
	Marking         Marking               // without one, the most open of the scheme
	MarkingScheme   *marking.Scheme       // never nil
	LevelNames      []Text                // of a scheme of the briefing's own: what its labels mean, level by level; else nil
	LikelihoodScale claim.LikelihoodScale // empty where none is chosen
	StaleAfterDays  int                   // 0: no limit
}

// A Revision is one edition of the briefing's history.
type Revision struct {
	Edition string    // as it was shown
	Date    date.Date // of the edition
	Note    Text      // what changed
}

// An Abbreviation is explained for readers.
type Abbreviation struct {
	Short   string // as it is written in texts
	Meaning Text   // what it stands for, by language
}

// An Actor is a state, organisation or person.
type Actor struct {
	ID      string  // unique among actors
	Name    Text    // by language
	Native  string  // the name in its own script; may be empty
	Marking Marking // its own or the briefing's
	Marked  bool    // it bears one of its own
}

// A Place may have coordinates in degrees (WGS 84), north and east positive.
type Place struct {
	ID       string   // unique among places
	Name     Text     // by language
	Lat, Lon *float64 // nil where not given
	Marking  Marking  // its own or the briefing's
	Marked   bool     // it bears one of its own
}

// A Measure is what is counted. Estimates of different measures are never
// merged and never share an axis.
type Measure struct {
	ID         string        // unique among measures
	Name       Text          // by language
	Kind       quantity.Kind // [quantity.Count] where none was given
	Unit       Text          // the form "other" of the unit, a plural noun: "soldiers"; of money its currency, of percent "%"
	Symbol     Text          // of an amount, level, rate or change: "t", "°C"; may be empty
	Currency   string        // ISO 4217, of money and of a level or change in money; else empty
	Interval   Text          // what low and high are: "95% confidence interval"; may be empty
	Definition Text          // what exactly is counted; may be empty
	StaleAfter *int          // days, over the briefing's; 0: never stale; nil where not given
	Marking    Marking       // its own or the briefing's
	Marked     bool          // it bears one of its own

	forms []unitForm
}

// A unitForm is the unit in one CLDR plural category.
type unitForm struct{ tag, category, form string }

// UnitForm returns the unit in a language and a plural category of CLDR ("zero", "one",
// "two", "few", "many", "other"); the form "other" where the category has none of its own.
func (m *Measure) UnitForm(tag, category string) string {
	for _, f := range m.forms {
		if f.category == category && (f.tag == tag || f.tag == "") {
			return f.form
		}
	}
	return m.Unit.Line(tag)
}

// HasForms reports whether the unit is written in plural forms, not as one noun.
func (m *Measure) HasForms() bool { return len(m.forms) > 0 }

// A Dimension is what else tells estimates of one measure apart: crop, age group, sex.
type Dimension struct {
	ID     string           // unique among dimensions
	Name   Text             // by language
	Values []DimensionValue // in file order
}

// A DimensionValue is one value of a dimension: wheat, of crop.
type DimensionValue struct {
	ID   string // unique in its dimension
	Name Text   // by language
}

// Value returns the value of that id, or nil.
func (d *Dimension) Value(id string) *DimensionValue {
	for i := range d.Values {
		if d.Values[i].ID == id {
			return &d.Values[i]
		}
	}
	return nil
}

// An Origin is who produced the information.
type Origin struct {
	ID          string            // unique among origins
	Name        Text              // by language
	Short       Text              // for charts and tables; Name where it is empty
	Kind        claim.OriginKind  // government, media, research, …
	Reliability claim.Reliability // empty where not graded
	DerivedFrom []string          // ids of origins whose information it repeats
	Marking     Marking           // its own or the briefing's
	Marked      bool              // it bears one of its own
}

// ShortName returns the short name of the origin in a language, or its name where it has no short one.
func (o *Origin) ShortName(tag string) string {
	if s := o.Short.Line(tag); s != "" {
		return s
	}
	return o.Name.Line(tag)
}

// A Source is the document where the information was read.
type Source struct {
	ID, Title, Publisher, URL string    // the title is in its own language; the address may be empty
	Published, Accessed       date.Date // zero where not known
	Archived, Language        string    // address of a copy, and the BCP 47 tag of the document; both may be empty
	Authors                   []string  // as they are written; empty: the publisher
	Container                 string    // what it stands in: a journal, a site; may be empty
	Record                    []Field   // what reference managers know besides; printed nowhere
	Marking                   Marking   // its own or the briefing's
	Marked                    bool      // it bears one of its own
}

// A Field is one field of a bibliographic record, named by a variable of the Citation
// Style Language (CSL 1.0.2) where there is one.
type Field struct {
	Name, Value string // the variable, and what it says
}

// A Hypothesis is one of several explanations that claims are weighed against.
type Hypothesis struct {
	ID   string // unique among hypotheses
	Name Text   // what it holds, by language
}

// An Allowance silences one warning, for a reason that is printed.
type Allowance struct {
	Code, ID string // ID may be empty: every finding of that code
	Words    string // of a text, as they stand there: only what is found at them; may be empty
	Why      Text   // the reason that is printed
}

// A Marking is a label of the briefing's scheme, with its caveats. The zero value is TLP:CLEAR.
type Marking = marking.Marking

// Highest returns the marking of the whole: the strictest of anything in the file, with
// the caveats that hold for all of it ([marking.Highest]). The marking of a whole is never below that of a part (FIRST TLP
// 2.0, section 2).
func (f *File) Highest() Marking {
	all := []Marking{f.Briefing.Marking, f.Briefing.MarkingScheme.At(0)}
	f.EachMarking(func(_, _ string, m Marking) { all = append(all, m) })
	return marking.Highest(all...)
}

// EachMarking gives the marking of each record, section and block: what it is ("source"), its id, of a block its
// JSON pointer, and its own marking or the one that it has from what encloses it.
func (f *File) EachMarking(do func(what, id string, m Marking)) {
	for i := range f.Actors {
		do("actor", f.Actors[i].ID, f.Actors[i].Marking)
	}
	for i := range f.Places {
		do("place", f.Places[i].ID, f.Places[i].Marking)
	}
	for i := range f.Measures {
		do("measure", f.Measures[i].ID, f.Measures[i].Marking)
	}
	for i := range f.Origins {
		do("origin", f.Origins[i].ID, f.Origins[i].Marking)
	}
	for i := range f.Sources {
		do("source", f.Sources[i].ID, f.Sources[i].Marking)
	}
	for i := range f.Facts {
		do("fact", f.Facts[i].ID, f.Facts[i].Marking)
	}
	for i := range f.Judgements {
		do("judgement", f.Judgements[i].ID, f.Judgements[i].Marking)
	}
	EachSection(f.Sections, func(s *Section) { do("section", s.ID, s.Marking) })
	EachBlock(f.Sections, func(b *Block) { do("block", b.Pointer, b.Marking) })
}
