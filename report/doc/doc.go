// Package doc is the document: one tree of plain data that every output walks.
//
// A document is in one language and holds only text that is ready to be shown.
// It knows nothing of facts files, pages, HTML or PDF.
package doc

import (
	"cmp"
	"strings"

	"sitrep/report/chart"
	"sitrep/report/lang"
	"sitrep/report/theme"
)

// A Document is one briefing in one language.
type Document struct {
	ID       string         // the briefing's id: file names begin with it
	Language *lang.Language // of every word that is not marked as foreign
	Title    string         // plain text
	Subtitle string         // may be empty
	// Heading and Subheading are title and subtitle with the values and notes that stand in them; nil where none does.
	Heading, Subheading []Inline
	Authors             []string // as they are to be shown; may be empty
	// Publisher and Edition may be empty.
	Publisher, Edition string
	Marking            Marking   // of the whole; the highest of its parts
	Labels             []Label   // of the markings, where they are not those of FIRST TLP 2.0
	Date               string    // ISO 8601, for metadata; the information cut-off
	Logo               *Image    // beside the title; nil where there is none
	Masthead           []Entry   // label and value, as shown under the title
	Front              *Front    // what a reader of thirty seconds takes away; nil where there is nothing to take
	Summary            []Block   // before the sections; may be empty
	Body               []Block   // sections, in order
	Notes              []Note    // endnotes, in the order of their numbers
	Cards              []Card    // what stands behind each value, in the order of first use
	Base               string    // file name without its ending, as that of an [Edition]; empty: unknown
	Editions           []Edition // the same briefing in other languages, in files beside this one
	Online             Location  // where its page will stand; the zero value where that is not known
	Trials             *Trials   // what a reader may try on a live page; nil where there is nothing to try, or where none was asked for
	Source             Payload   // the facts file that the report carries
}

// A Marking is a label of FIRST TLP 2.0, such as "TLP:AMBER"; empty means the
// marking of what encloses it.
type Marking string

// A Label is a level of a scheme of markings.
type Label struct {
	Name        string      // as it is shown: "TLP:AMBER"
	Ink, Ground theme.Color // of its letters and of what they stand on
}

// Colours returns the tokens of the letters and the ground of a marking. Those of FIRST TLP 2.0
// have their own; what no scheme names is white on black.
func (d *Document) Colours(m Marking) (ink, ground theme.Token) {
	name, _, _ := strings.Cut(string(m), " // ")
	for _, l := range d.Labels {
		if l.Name == name {
			return theme.Literal(l.Ink), theme.Literal(l.Ground)
		}
	}
	if _, ok := theme.LabelColor(theme.Token(name)); ok {
		return theme.Token(name), theme.LabelGround
	}
	return theme.TLPClear, theme.LabelGround
}

// An Entry is a label and its value.
type Entry struct {
	Label string   // one line
	Value []Inline // never empty
}

// An Edition is the same briefing in another language.
type Edition struct {
	Tag, Name string // "en", "English": the name in that language
	Base      string // file name without its ending: "pacto-rusia-rpdc.en"
}

// A Location is where a page will stand.
type Location struct {
	Page    string // absolute URL (RFC 3986)
	Picture string // of the picture that stands for the page where others link to it; empty: there is none
	Alt     string // what the picture shows
}

// A Payload is the data that a report carries inside.
type Payload struct {
	Name   string // file name
	Data   []byte // canonical JSON
	Making []byte // how the report was made, as JSON that holds no "<"; may be empty
	Images []File // the pictures that the facts file names, in the order of their paths
}

// A File is one that a report carries beside the facts.
type File struct {
	Name string // path relative to the facts file
	Type string // media type: "image/png"
	Data []byte // as it was read
}

// A Block is one piece of the document. The set is closed: see [Visitor].
type Block interface{ accept(Visitor) }

// A Visitor has one method for each kind of block, so that the compiler names
// every output that lacks one.
type Visitor interface {
	Section(*Section)
	Paragraph(*Paragraph)
	List(*List)
	Quote(*Quote)
	Callout(*Callout)
	Judgements(*Judgements)
	KeyFigures(*KeyFigures)
	Table(*Table)
	Figure(*Figure)
	Image(*Image)
	Endnotes(*Endnotes)
}

// Visit calls v once for each block, in order; it does not descend.
func Visit(v Visitor, blocks []Block) {
	for _, b := range blocks {
		b.accept(v)
	}
}

// Each calls do for every block and, after a section, for those in it, in order, with the marking of what encloses the
// block: around, or that of a section.
func Each(blocks []Block, around Marking, do func(b Block, around Marking)) {
	for _, b := range blocks {
		do(b, around)
		if s, ok := b.(*Section); ok {
			Each(s.Blocks, cmp.Or(s.Marking, around), do)
		}
	}
}

// A Section is a titled run of blocks; its level is its depth.
type Section struct {
	At      Place    // of the section
	ID      string   // unique in the document; an anchor
	Title   string   // plain text
	Heading []Inline // the title with the values and notes in it; nil where there are none
	Marking Marking  // empty: that of what encloses it
	Blocks  []Block  // may be empty
}

// Titled returns the inlines of a title: the heading, or where there is none the title.
func Titled(title string, heading []Inline) []Inline {
	if heading != nil || title == "" {
		return heading
	}
	return []Inline{Text(title)}
}

// A Paragraph is a run of text.
type Paragraph struct {
	At      Place    // of the block that it is of
	Inlines []Inline // in the order of reading
	Marking Marking  // empty: that of what encloses it
}

// A List has items, each a run of blocks.
type List struct {
	Numbers []int     // of the items, as the author wrote them; nil for a list of bullets
	Items   [][]Block // one run of blocks an item
}

// A Quote is quoted text.
type Quote struct {
	Blocks []Block // what is quoted
}

// A Callout is a note set apart.
type Callout struct {
	Caution bool    // a warning, not a mere note
	Label   string  // "Note", "Caution"
	Blocks  []Block // what it says
	Marking Marking // empty: that of what encloses it
}

// Judgements are the conclusions, each with its likelihood, confidence and evidence.
type Judgements struct {
	Items []Judgement // by their numbers
}

// A Judgement is one conclusion. Likelihood and confidence are never in one sentence.
type Judgement struct {
	At         Place    // of the judgement
	ID         string   // anchor; the judgement's id
	Number     int      // from 1
	Blocks     []Block  // the conclusion in words
	Likelihood []Inline // "Likelihood: very likely (80–95 %)"; may be empty
	Confidence []Inline // "Confidence: moderate"; may be empty
	Basis      []Inline // "Rests on: …"; may be empty
	Marking    Marking  // empty: that of what encloses it
}

// KeyFigures are the claims that a reader in a hurry needs: of each thing that is counted,
// every current claim.
type KeyFigures struct {
	Items []KeyFigure // in the order of the measures
}

// A KeyFigure is one thing that is counted, in one place and of one kind, with the rival
// claims of it. None of them stands out: which is right is not known.
type KeyFigure struct {
	What    string     // what is counted, with the place or part that tells it from others: "People displaced, Kursk"
	Unit    string     // "people"; empty where the values say it themselves
	Counted lang.Unit  // of the claims' rows
	Finding string     // how the claims stand to each other: "Two counts do not overlap"; may be empty
	Claims  []KeyClaim // in the order of the file; none stands out
	Marking Marking    // empty: that of what encloses it

	// Beside are the rows of the other things of its measure that stand with it: all are drawn over one axis, so that who
	// compares by place compares rightly.
	Beside []chart.Row
}

// Strips draws the claims, each by itself, over the axis of its measure, which comes last: see [chart.Strips].
func (k *KeyFigure) Strips(l *lang.Language, f chart.Frame) []*chart.Scene {
	rows := make([]chart.Row, len(k.Claims))
	for i := range k.Claims {
		rows[i] = k.Claims[i].Row
	}
	return chart.Strips(l, k.Counted, rows, k.Beside, f)
}

// A KeyClaim is one of rival claims.
type KeyClaim struct {
	Value    []Inline  // "3,000–12,000"
	Who      []Inline  // "NIS (South Korea), Nov 2024", and its notes
	Standing string    // status and grade: "assessed, B2"
	Row      chart.Row // the claim as a figure draws it
	Marking  Marking   // empty: that of what encloses it
}

// An Image is a picture, with its caption.
type Image struct {
	At            Place    // of the block
	ID            string   // anchor
	Label         string   // "Figure 4"
	Title         string   // may be empty
	Heading       []Inline // the title with the values and notes in it; nil where there are none
	Alt           string   // what is to be seen, for who does not see it
	Type          string   // "image/png" or "image/jpeg"
	Data          []byte   // the file as it was read
	Width, Height int      // pixels
	Credit        string   // may be empty
	Source        []Inline // the source line, with its notes; may be empty
	Marking       Marking  // empty: that of what encloses it
}

// A Table has a head and rows of cells.
type Table struct {
	At      Place    // of the block
	ID      string   // anchor
	Label   string   // "Table 2"; empty for an unnumbered table
	Title   string   // plain text; may be empty
	Heading []Inline // the title with the values and notes in it; nil where there are none
	Columns []Column // one at least
	Rows    []Row    // as many cells each as there are columns
	Note    []Inline // under the table; may be empty
	Marking Marking  // empty: that of what encloses it
}

// A Column is a head and how its cells are set.
type Column struct {
	Title   string   // plain text
	Heading []Inline // the title with the values and notes in it; nil where there are none
	Numeric bool     // right-aligned, tabular figures
	Weight  float64  // wished share of the width; 0 means 1
	Names   bool     // its cells name their rows: heads to readers that cannot see
}

// A Row is a run of cells, one a column.
type Row struct {
	ID      string        // anchor; may be empty
	Cells   [][]Inline    // one a column
	Values  *chart.Values // its numbers and date, for programs; nil where there are none
	Marking Marking       // empty: that of what encloses it
}

// A Figure is a chart with its caption.
type Figure struct {
	At      Place        // of the block
	ID      string       // anchor
	Label   string       // "Figure 3"
	Heading []Inline     // the chart's title with the values and notes in it; nil where there are none
	Chart   *chart.Chart // what is shown, with its title
	Source  []Inline     // the source line, with its notes
	Note    []Inline     // may be empty
	Marking Marking      // empty: that of what encloses it
}

// Endnotes shows Document.Notes here.
type Endnotes struct{}

// A Note is one endnote: one source.
type Note struct {
	At        Place   // of the source
	Number    int     // from 1
	ID        string  // anchor
	Title     string  // of the source, in its own language
	Language  string  // BCP 47 of the title; empty: unknown
	Publisher string  // as the facts file has it
	URL       string  // RFC 3986, ASCII alone; empty: the source has no address
	Site      string  // the host of URL in its own letters: "example.org"
	Archived  string  // address of the archived copy; may be empty
	Archive   string  // the host of Archived in its own letters: "web.archive.org"
	Details   []Entry // published, accessed, origin, grade …, in words
	Marking   Marking // empty: that of what encloses it
}

// A Card is what stands behind a value: the claim in words and its provenance.
type Card struct {
	ID      string  // anchor: the fact's id
	Claim   string  // "National Intelligence Service: about 10,900 soldiers"
	Entries []Entry // in the order in which they are shown
	Note    int     // number of the first endnote; 0 where there is none
}

func (b *Section) accept(v Visitor)    { v.Section(b) }
func (b *Paragraph) accept(v Visitor)  { v.Paragraph(b) }
func (b *List) accept(v Visitor)       { v.List(b) }
func (b *Quote) accept(v Visitor)      { v.Quote(b) }
func (b *Callout) accept(v Visitor)    { v.Callout(b) }
func (b *Judgements) accept(v Visitor) { v.Judgements(b) }
func (b *KeyFigures) accept(v Visitor) { v.KeyFigures(b) }
func (b *Table) accept(v Visitor)      { v.Table(b) }
func (b *Figure) accept(v Visitor)     { v.Figure(b) }
func (b *Image) accept(v Visitor)      { v.Image(b) }
func (b *Endnotes) accept(v Visitor)   { v.Endnotes(b) }
