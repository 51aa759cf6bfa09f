package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/doc"
)

// An inline writes running text on one line.
type inline struct {
	strings.Builder
	inner bool // something stands on the line before the first byte
	cell  bool // in a table, where a line cannot end
	next  rune // what follows the inline at hand; a space where nothing does
}

var _ doc.InlineVisitor = (*inline)(nil)

// inlines returns running text as Markdown, ready for the beginning of a line.
func (w *writer) inlines(list []doc.Inline) string {
	p := &inline{next: ' '}
	p.visit(list)
	return trim(strings.TrimSuffix(p.String(), "\\\n"))
}

// cell returns running text as Markdown for a cell of a table.
func (w *writer) cell(list []doc.Inline) string {
	p := &inline{cell: true, next: ' '}
	p.visit(list)
	return trim(p.String())
}

// line returns text as Markdown, ready for the beginning of a line.
func line(s string) string { return trim(escape(s, true)) }

// visit writes the list; each member knows what follows it.
func (p *inline) visit(list []doc.Inline) {
	after := p.next
	next := make([]rune, len(list)) // what follows each: the first letter of the nearest member behind it that says something
	for i, follows := len(list)-1, after; i >= 0; i-- {
		next[i] = follows
		if text := doc.Plain(list[i : i+1]); text != "" {
			follows, _ = utf8.DecodeRuneInString(text)
		}
	}
	for i := range list {
		p.next = next[i]
		doc.VisitInlines(p, list[i:i+1])
	}
	p.next = after
}

func (p *inline) Text(n doc.Text) {
	s := escape(string(n), p.starts())
	if before := p.String(); strings.HasPrefix(s, ".") && strings.EqualFold(before[max(0, len(before)-3):], "www") {
		p.WriteByte('\\') // an address would go on here
	}
	p.WriteString(s)
}

// starts reports whether the next byte begins a line.
func (p *inline) starts() bool {
	return p.Len() == 0 && !p.inner || strings.HasSuffix(p.String(), "\n")
}

func (p *inline) Emphasis(n *doc.Emphasis) { p.wrap("*", "em", n.Inlines) }
func (p *inline) Strong(n *doc.Strong)     { p.wrap("**", "strong", n.Inlines) }

// Foreign has no mark of its own in Markdown.
func (p *inline) Foreign(n *doc.Foreign) { p.visit(n.Inlines) }

// Value is text: what stands behind it is said by the notes that follow it.
func (p *inline) Value(n *doc.Value) { p.Text(doc.Text(n.Text)) }

func (p *inline) Link(n *doc.Link) { p.WriteString(link(n.URL, p.inside(n.Inlines))) }

func (p *inline) NoteRef(n *doc.NoteRef) {
	label := n.Numbers()
	if n.Locator != "" {
		label += ", " + line(n.Locator)
	}
	p.WriteString(`[\[` + label + `\]](#` + noteAnchor(n.Number) + ")")
}

func (p *inline) Abbreviation(n *doc.Abbreviation) {
	s := n.Short
	if n.First {
		s = n.Meaning + " (" + n.Short + ")"
	}
	p.Text(doc.Text(s))
}

func (p *inline) Reference(n *doc.Reference) {
	if id := anchorID(n.Anchor); id != "" {
		p.WriteString("[" + p.inside(n.Inlines) + "](#" + id + ")")
		return
	}
	p.visit(n.Inlines)
}

// Break ends the line with a backslash (CommonMark 6.7), or with a tag where
// readers would take that for one more backslash of the text. At either end of
// a block it would be read, so it is left out there.
func (p *inline) Break(doc.Break) {
	switch {
	case p.starts():
	case p.cell || strings.HasSuffix(p.String(), "\\"):
		p.WriteString("<br>")
	default:
		p.WriteString("\\\n")
	}
}

// inside writes what stands in the brackets of a link. A link holds no link
// (CommonMark 6.3), so notes and references in it lose their target.
func (p *inline) inside(list []doc.Inline) string {
	in := &inline{inner: true, next: ']'}
	in.Text(doc.Text(doc.Plain(list)))
	return trim(in.String())
}

// wrap stresses the list, with asterisks where they count as delimiters and
// with tags where they would not (CommonMark 6.2, flanking runs).
func (p *inline) wrap(mark, tag string, list []doc.Inline) {
	before := p.String()
	if before == "" && p.inner {
		before = "("
	}
	in := &inline{inner: true, cell: p.cell, next: ')'} // a mark or tag will follow
	in.visit(list)
	s := in.String()
	switch {
	case trim(s) == "":
		p.WriteString(s)
	case opens(before, s) && closes(s, p.next):
		p.WriteString(mark + s + mark)
	default:
		p.WriteString("<" + tag + ">" + s + "</" + tag + ">")
	}
}

// strong stresses escaped text that stands between spaces.
func strong(s string) string {
	switch {
	case s == "":
		return ""
	case opens("", s) && closes(s, ' '):
		return "**" + s + "**"
	}
	return "<strong>" + s + "</strong>"
}

// opens reports whether asterisks between before and s open and cannot close:
// a run that is left-flanking, not right-flanking, and touched by no asterisk.
func opens(before, s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeLastRuneInString(before)
	if first == '*' || unicode.IsSpace(first) {
		return false
	}
	return before == "" || unicode.IsSpace(last) || last != '*' && unicode.IsPunct(last) && word(first)
}

// closes reports whether asterisks between s and next close and cannot open.
func closes(s string, next rune) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	if last == '*' || unicode.IsSpace(last) {
		return false
	}
	return unicode.IsSpace(next) || unicode.IsPunct(next) && word(last)
}

// word reports whether r is neither space nor punctuation, nor a symbol or
// mark, on which the editions of CommonMark differ.
func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
