package prose

import (
	"bytes"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// A yearList reads lists as CommonMark does, but for a first number of four digits or
// more: "1961. The treaty" begins like a year and is text.
type yearList struct{ parser.BlockParser }

// Open implements parser.BlockParser.
func (p yearList) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	if line, _ := reader.PeekLine(); year(line) {
		if _, ok := pc.LastOpenedBlock().Node.(*ast.List); !ok {
			return nil, parser.NoChildren
		}
	}
	return p.BlockParser.Open(parent, reader, pc)
}

// year reports whether a line begins with a number of four digits or more, a full stop or
// bracket, and a space.
func year(line []byte) bool {
	line = bytes.TrimLeft(line, " ")
	n := digits(line)
	return n >= 4 && len(line) > n+1 && (line[n] == '.' || line[n] == ')') && line[n+1] == ' '
}

func digits(s []byte) int {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return n
}

// list takes a list with the numbers that its items bear. A single item of another number
// than 1 is a line that begins like a day ("23. October"): text. So are numbers with zeros
// before them ("007. Bond"), which no list has.
func (c *converter) list(n *ast.List) []Block {
	l := &List{Tight: n.IsTight, Off: max(0, n.FirstChild().Pos())}
	text := n.IsOrdered() && n.ChildCount() == 1 && c.number(n.FirstChild()) != 1
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if n.IsOrdered() {
			l.Numbers = append(l.Numbers, c.number(item))
			mark := c.mark(item)
			text = text || mark[0] == '0' && len(mark) > len("0.")
		}
		l.Items = append(l.Items, c.blocks(item))
	}
	if text {
		return c.lines(n, l)
	}
	return []Block{l}
}

// lines writes the items of a list as text, each number as it is written; those of a tight list on lines that follow each other.
func (c *converter) lines(n *ast.List, l *List) []Block {
	var out []Block
	item := n.FirstChild()
	for i := range l.Items {
		mark, blocks := &Text{S: c.mark(item) + " ", Off: max(0, item.Pos())}, l.Items[i]
		p := &Paragraph{[]Inline{mark}}
		if len(blocks) > 0 {
			if first, ok := blocks[0].(*Paragraph); ok {
				p.Inlines, blocks = joined(mark, first.Inlines), blocks[1:]
			}
		}
		if before, ok := last(out).(*Paragraph); ok && l.Tight {
			before.Inlines = append(append(before.Inlines, &Break{}), p.Inlines...)
		} else {
			out = append(out, p)
		}
		out = append(out, blocks...)
		item = item.NextSibling()
	}
	return out
}

func last(blocks []Block) Block {
	if len(blocks) == 0 {
		return nil
	}
	return blocks[len(blocks)-1]
}

// mark is the number before an item, with its full stop or bracket.
func (c *converter) mark(item ast.Node) string {
	s := c.src[max(0, item.Pos()):]
	return string(s[:digits(s)+1])
}

// number reads the number before an item.
func (c *converter) number(item ast.Node) int {
	mark := c.mark(item)
	n, _ := strconv.Atoi(mark[:len(mark)-1]) // at most nine digits (CommonMark, 5.2)
	return n
}

// joined puts a text before inlines, as one text with the first where that is one.
func joined(head *Text, in []Inline) []Inline {
	first, ok := Inline(nil), false
	if len(in) > 0 {
		first = in[0]
	}
	t, ok := first.(*Text)
	if !ok {
		return append([]Inline{head}, in...)
	}
	one := &Text{S: head.S + t.S, Off: head.Off, bend: []bend{{len(head.S), t.Off}}}
	for _, b := range t.bend {
		one.bend = append(one.bend, bend{b.at + len(head.S), b.off})
	}
	return append([]Inline{one}, in[1:]...)
}
