package doc

import (
	"strconv"
	"strings"
)

// An Inline is one piece of running text. The set is closed: see [InlineVisitor].
type Inline interface{ acceptInline(InlineVisitor) }

// An InlineVisitor has one method for each kind of inline.
type InlineVisitor interface {
	Text(Text)
	Emphasis(*Emphasis)
	Strong(*Strong)
	Foreign(*Foreign)
	Abbreviation(*Abbreviation)
	Link(*Link)
	Value(*Value)
	NoteRef(*NoteRef)
	Reference(*Reference)
	Break(Break)
}

// VisitInlines calls v once for each inline, in order; it does not descend.
func VisitInlines(v InlineVisitor, inlines []Inline) {
	for _, n := range inlines {
		n.acceptInline(v)
	}
}

// Text is literal text.
type Text string

// Emphasis is stressed text.
type Emphasis struct {
	Inlines []Inline // what is stressed
}

// Strong is strongly stressed text.
type Strong struct {
	Inlines []Inline // what is stressed
}

// Foreign is text in another language than the document's.
type Foreign struct {
	Tag     string   // BCP 47
	Inlines []Inline // what is in the other language
}

// An Abbreviation is a short form that the briefing explains. Where it is used first it
// is written out.
type Abbreviation struct {
	Short, Meaning string // the short form, and what it stands for
	First          bool   // it is written out here
}

// A Link points outside, to an http, https or mailto address.
type Link struct {
	URL     string   // RFC 3986, ASCII alone
	Inlines []Inline // what stands for the address
}

// A Value is words or digits written from a fact; Card is the id of its [Card].
type Value struct {
	Text string // as shown
	Card string // id of its card; empty where it has none
}

// A NoteRef points to an endnote: "3", or "3, p. 4" with a locator; or to the notes from one
// number through another: "3–5".
type NoteRef struct {
	Number  int    // from 1
	Through int    // the last of several notes; 0 for one
	Locator string // where in the source: "p. 4"; may be empty
}

// Numbers writes the number, or the numbers, without the locator.
func (n *NoteRef) Numbers() string {
	if n.Through == 0 {
		return strconv.Itoa(n.Number)
	}
	return strconv.Itoa(n.Number) + "–" + strconv.Itoa(n.Through)
}

// A Reference points to a place in the document by its anchor.
type Reference struct {
	Anchor  string   // of what it points to
	Inlines []Inline // what stands for the place: "Figure 3"
}

// A Break is a hard line break.
type Break struct{}

// A Later is inlines that are being worked out while outputs already walk the document. Visitors do not see it, but what it
// stands for, and wait for that.
type Later struct {
	Inlines func() []Inline // may be called by several goroutines, and more than once
}

func (n Text) acceptInline(v InlineVisitor)          { v.Text(n) }
func (n *Emphasis) acceptInline(v InlineVisitor)     { v.Emphasis(n) }
func (n *Strong) acceptInline(v InlineVisitor)       { v.Strong(n) }
func (n *Foreign) acceptInline(v InlineVisitor)      { v.Foreign(n) }
func (n *Abbreviation) acceptInline(v InlineVisitor) { v.Abbreviation(n) }
func (n *Link) acceptInline(v InlineVisitor)         { v.Link(n) }
func (n *Value) acceptInline(v InlineVisitor)        { v.Value(n) }
func (n *NoteRef) acceptInline(v InlineVisitor)      { v.NoteRef(n) }
func (n *Reference) acceptInline(v InlineVisitor)    { v.Reference(n) }
func (n Break) acceptInline(v InlineVisitor)         { v.Break(n) }
func (n *Later) acceptInline(v InlineVisitor)        { VisitInlines(v, n.Inlines()) }

// Plain returns the inlines as bare text, without note numbers.
func Plain(inlines []Inline) string {
	var p plain
	VisitInlines(&p, inlines)
	return p.String()
}

// Own returns the inlines as bare text without the values and the numbers of notes in them: what tells how a text runs.
func Own(inlines []Inline) string {
	p := plain{own: true}
	VisitInlines(&p, inlines)
	return p.String()
}

type plain struct {
	strings.Builder
	own bool // without values
}

func (p *plain) Text(n Text)          { p.WriteString(string(n)) }
func (p *plain) Emphasis(n *Emphasis) { VisitInlines(p, n.Inlines) }
func (p *plain) Strong(n *Strong)     { VisitInlines(p, n.Inlines) }
func (p *plain) Foreign(n *Foreign)   { VisitInlines(p, n.Inlines) }
func (p *plain) Abbreviation(n *Abbreviation) {
	if n.First {
		p.WriteString(n.Meaning + " (" + n.Short + ")")
		return
	}
	p.WriteString(n.Short)
}
func (p *plain) Link(n *Link) { VisitInlines(p, n.Inlines) }
func (p *plain) Value(n *Value) {
	if !p.own {
		p.WriteString(n.Text)
	}
}
func (p *plain) NoteRef(*NoteRef)       {}
func (p *plain) Reference(n *Reference) { VisitInlines(p, n.Inlines) }
func (p *plain) Break(Break)            { p.WriteString(" ") }

// WithoutNotes returns the inlines without the references to endnotes in them.
func WithoutNotes(inlines []Inline) []Inline {
	var out []Inline
	for _, n := range inlines {
		switch n := n.(type) {
		case *NoteRef:
		case *Emphasis:
			out = append(out, &Emphasis{WithoutNotes(n.Inlines)})
		case *Strong:
			out = append(out, &Strong{WithoutNotes(n.Inlines)})
		case *Foreign:
			out = append(out, &Foreign{n.Tag, WithoutNotes(n.Inlines)})
		case *Link:
			out = append(out, &Link{n.URL, WithoutNotes(n.Inlines)})
		case *Reference:
			out = append(out, &Reference{n.Anchor, WithoutNotes(n.Inlines)})
		case *Later:
			out = append(out, WithoutNotes(n.Inlines())...)
		default:
			out = append(out, n)
		}
	}
	return out
}
