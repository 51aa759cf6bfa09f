package prose

import (
	"regexp"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// foreignBrackets finds brackets that other programs read as a note or as a citation. As
// literal text they would make a claim look sourced that is not.
type foreignBrackets struct{}

// Trigger implements parser.InlineParser.
func (foreignBrackets) Trigger() []byte { return []byte{'['} }

var (
	taskBox  = regexp.MustCompile(`^\[[ xX]\]\s`)
	footnote = regexp.MustCompile(`^\[\^[^\s\]]+\]`)
	cited    = regexp.MustCompile(`^\[(?:-|[^@\[\]][^\[\]]*[ ;])@([a-z0-9][a-z0-9-]*)[^\[\]]*\](?:[^(]|$)`)
)

const noNotes = "a text has no footnotes of its own: its notes are the sources"

// Parse implements parser.InlineParser.
func (foreignBrackets) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	line = line[:min(len(line), longest)]
	off := at.Start
	switch {
	case block.PrecendingCharacter() == '^':
		block.Advance(1)
		return fault(Unread, off-1, 2, noNotes, `cite with [@source-id], or write the words in brackets`)
	case taskBox.Match(line) && leadsItem(parent):
		block.Advance(3)
		return fault(Unread, off, 3, "a text has no task boxes", `take the box out; plain brackets are written \[ ]`)
	case footnote.Match(line):
		n := len(footnote.Find(line))
		block.Advance(n)
		return fault(Unread, off, n, noNotes, `cite with [@source-id], or write the words in brackets; plain brackets are written \[^`)
	case cited.Match(line):
		m := cited.FindSubmatchIndex(line)
		block.Advance(1)
		return fault(BadCite, off, m[3], "a citation begins with its source", "write [@"+string(line[m[2]:m[3]])+
			"], words before it outside the bracket")
	}
	return nil
}

// leadsItem reports whether nothing has been read yet of the paragraph that an item of a
// list begins with.
func leadsItem(paragraph ast.Node) bool {
	item, ok := paragraph.Parent().(*ast.ListItem)
	return ok && item.FirstChild() == paragraph && !paragraph.HasChildren()
}
