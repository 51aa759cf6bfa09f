package prose

import (
	"bytes"
	"sort"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// Parse reads CommonMark with pipe tables, values, citations and references. The blocks hold what the
// format has; the faults, in the order of the source, name everything else. Time
// is in proportion to the length of src.
func Parse(src string) ([]Block, []Fault) { return parse(src, markdown()) }

// Cell reads a cell of a table, which is a line of Markdown: a hyphen, a number or a bound at its beginning makes no list
// and no quotation there, as in pipe tables.
func Cell(src string) ([]Block, []Fault) { return parse(src, inCell()) }

func parse(src string, by parser.Parser) ([]Block, []Fault) {
	if off, length, ok := tangled(src); ok {
		return nil, []Fault{{off, length, Tangled, "nested too deep, or too many marks in one paragraph, to be read", "divide the paragraph"}}
	}
	c := &converter{src: []byte(src)}
	root := by.Parse(text.NewReader(c.src))
	out := c.blocks(root)
	sort.SliceStable(c.faults, func(i, j int) bool { return c.faults[i].Off < c.faults[j].Off })
	return out, c.faults
}

// markdown is goldmark's CommonMark parser with pipe tables and our markers, and without
// link definitions, which would vanish from the text. Text struck through and task boxes
// are read to be refused. It is made once, when first asked for, and keeps nothing of
// what it reads.
var markdown = sync.OnceValue(func() parser.Parser {
	blocks := parser.DefaultBlockParsers()
	for i := range blocks {
		if blocks[i].Value == parser.NewListParser() {
			blocks[i].Value = yearList{parser.NewListParser()}
		}
	}
	return withMarkers(parser.WithBlockParsers(blocks...),
		parser.WithParagraphTransformers(util.Prioritized(extension.NewTableParagraphTransformer(), 200)))
})

// inCell reads paragraphs alone.
var inCell = sync.OnceValue(func() parser.Parser {
	return withMarkers(parser.WithBlockParsers(util.Prioritized(parser.NewParagraphParser(), 1000)))
})

// withMarkers is a parser of some blocks and of all that stands in paragraphs.
func withMarkers(blocks ...parser.Option) parser.Parser {
	inlines := []util.PrioritizedValue{util.Prioritized(foreignBrackets{}, 40),
		util.Prioritized(extension.NewStrikethroughParser(), 500)}
	for i, m := range markers {
		inlines = append(inlines, util.Prioritized(inParagraph{m}, 50+i))
	}
	return parser.NewParser(append(blocks, parser.WithInlineParsers(parser.DefaultInlineParsers()...),
		parser.WithInlineParsers(inlines...))...)
}

// A converter turns goldmark's tree into ours.
type converter struct {
	src    []byte
	faults []Fault
}

func (c *converter) fault(k Kind, off, length int, message, hint string) {
	c.faults = append(c.faults, Fault{off, max(1, length), k, message, hint})
}

func (c *converter) blocks(parent ast.Node) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Paragraph, *ast.TextBlock:
			c.definitions(n)
			c.habits(n)
			out = append(out, &Paragraph{c.inlines(n)})
		case *ast.Blockquote:
			out = append(out, &Quote{c.blocks(n)})
		case *ast.List:
			out = append(out, c.list(n)...)
		case *east.Table:
			out = append(out, c.table(n))
		default:
			c.alien(n)
		}
	}
	return out
}

// alien reports a block that the format does not have.
func (c *converter) alien(n ast.Node) {
	off := max(0, n.Pos())
	length := 1
	if i := bytes.IndexByte(c.src[off:], '\n'); i > 0 {
		length = i
	}
	switch n.(type) {
	case *ast.Heading:
		c.fault(Heading, off, length, "a text has no headings", `titles belong to sections; plain text that begins with # is written \#`)
	case *ast.HTMLBlock:
		c.fault(HTML, off, length, "a text has no raw HTML", `a plain < is written \<`)
	case *ast.CodeBlock:
		c.fault(Code, off, length, "four spaces at the beginning make a block of code, which a text does not have", "take out the spaces")
	case *ast.FencedCodeBlock:
		c.fault(Code, off, length, "a text has no blocks of code", "")
	case *ast.ThematicBreak:
		c.fault(Rule, off, length, "a text has no rules", "begin a section instead, or write \\-\\-\\-")
	default:
		c.fault(Code, off, length, "a text has paragraphs, lists, quotes and tables, not this", "")
	}
}

// definitions reports lines that CommonMark takes for link definitions.
func (c *converter) definitions(n ast.Node) {
	for i := range n.Lines().Len() {
		seg := n.Lines().At(i)
		line := string(bytes.TrimSpace(seg.Value(c.src)))
		label, rest, ok := strings.Cut(line, "]:")
		if !ok || !strings.HasPrefix(label, "[") || strings.HasPrefix(label, "[@") || strings.Contains(label[1:], "[") {
			return // definitions stand at the beginning of a paragraph
		}
		if len(strings.Fields(rest)) != 1 && !strings.ContainsAny(rest, `"'(`) {
			return
		}
		c.fault(Definition, seg.Start, len(line), "a link is not defined away from its place", "write [words](https://…)")
	}
}

// limits of what a paragraph may hold. Why: goldmark takes time in proportion to
// the square of the number of brackets, stars and backquotes in a paragraph, and
// of the depth of lists and quotes; hostile text must not stop a build.
const (
	maxMarks = 600
	maxDepth = 16
)

// tangled finds a paragraph, bounded by blank lines and by items of lists, that is
// beyond the limits.
func tangled(src string) (off, length int, ok bool) {
	marks, start := 0, 0
	for at := 0; at < len(src); {
		end := at + len(src[at:])
		if i := strings.IndexByte(src[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		line := src[at:end]
		if depth(line) > maxDepth {
			return at, len(strings.TrimRight(line, "\n")), true
		}
		switch {
		case strings.TrimSpace(line) == "":
			marks, start = 0, end
		case item(line):
			marks, start = 0, at
		}
		for i := 0; i < len(line); i++ {
			switch line[i] {
			case '*', '_', '[', ']', '`', '<', '!', '(':
				marks++
			}
		}
		if marks > maxMarks {
			return start, max(1, min(end-start, 80)), true
		}
		at = end
	}
	return 0, 0, false
}

// item reports whether a line begins an item of a list, whatever stands before it
// (CommonMark, 5.2: a bullet, or the number 1, and words after it).
func item(line string) bool {
	s := strings.TrimLeft(line, " ")
	if len(line)-len(s) > 3 {
		return false
	}
	for _, mark := range []string{"- ", "* ", "+ ", "1. ", "1) "} {
		if rest, ok := strings.CutPrefix(s, mark); ok && strings.TrimSpace(rest) != "" {
			return true
		}
	}
	return false
}

// depth counts the marks of quotes and lists at the beginning of a line, and the
// indentation that may continue lists.
func depth(line string) int {
	n, spaces := 0, 0
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == ' ':
			spaces++
		case c == '\t':
			spaces += 4
		case c == '>', c == '-', c == '+', c == '*':
			n++
		case c >= '0' && c <= '9', c == '.', c == ')':
		default:
			return n + spaces/4
		}
	}
	return n + spaces/4
}
