package prose

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Parts are the parts of a fact that {{id.part}} can write.
var parts = []string{"low", "high", "best", "date", "origin", "statement"}

// A bound is a value or a citation in goldmark's tree, or the fault of one.
type bound struct {
	ast.BaseInline
	inline Inline // nil where there is a fault
	fault  Fault
}

var kindBound = ast.NewNodeKind("Bound")

// Kind implements ast.Node.
func (b *bound) Kind() ast.NodeKind { return kindBound }

// Dump implements ast.Node.
func (b *bound) Dump(source []byte, level int) { ast.DumpHelper(b, source, level, nil, nil) }

// values reads {{id}} and {{id.part}}.
type values struct{}

// Trigger implements parser.InlineParser.
func (values) Trigger() []byte { return []byte{'{'} }

// Parse implements parser.InlineParser.
func (values) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("{{")) {
		return nil
	}
	line = line[:min(len(line), longest)]
	closing := bytes.Index(line, []byte("}}"))
	if closing < 0 {
		block.Advance(2)
		return fault(BadValue, at.Start, 2, "{{ is not closed on its line", `a value is written {{fact-id}}; for plain braces write \{{`)
	}
	block.Advance(closing + 2)
	inner := string(line[2:closing])
	id, part, dotted := strings.Cut(inner, ".")
	switch trimmed := strings.Join(strings.Fields(inner), ""); {
	case isID(id) && !dotted:
	case isID(id) && slices.Contains(parts, part):
	case isID(id) && part == strings.TrimSpace(part):
		return fault(BadValue, at.Start, closing+2, "a fact has no part “"+clip(part)+"”", "the parts are "+strings.Join(parts, ", "))
	case trimmed != inner && trimmed != "":
		return fault(BadValue, at.Start, closing+2, "a value has no spaces inside its braces", "write {{"+clip(trimmed)+"}}")
	default:
		return fault(BadValue, at.Start, closing+2, "{{"+clip(inner)+"}} does not name a fact", `write {{fact-id}} or {{fact-id.low}}; for plain braces write \{{`)
	}
	return &bound{inline: &Value{id, part, at.Start, closing + 2}}
}

// longest bounds how far a value or a citation is looked for.
const longest = 1000

// clip shortens what a message repeats.
func clip(s string) string {
	if r := []rune(s); len(r) > 40 {
		return string(r[:40]) + "…"
	}
	return s
}

func fault(k Kind, off, length int, message, hint string) *bound {
	return &bound{fault: Fault{off, length, k, message, hint}}
}

// isID reports whether s is an id of the format.
func isID(s string) bool {
	for i, c := range []byte(s) {
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' && i > 0) {
			return false
		}
	}
	return s != ""
}

// cites reads [@id] and [@id, locator].
type cites struct{}

// Trigger implements parser.InlineParser.
func (cites) Trigger() []byte { return []byte{'['} }

// Parse implements parser.InlineParser.
func (cites) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	if !bytes.HasPrefix(line, []byte("[@")) {
		return nil
	}
	line = line[:min(len(line), longest)]
	closing := bytes.IndexByte(line, ']')
	if closing < 0 {
		block.Advance(2)
		return fault(BadCite, at.Start, 2, "[@ is not closed on its line", `a citation is written [@source-id] or [@source-id, p. 3]; for a plain bracket write \[@`)
	}
	block.Advance(closing + 1)
	inner := string(line[2:closing])
	id, locator, comma := strings.Cut(inner, ",")
	locator = strings.TrimSpace(locator)
	switch {
	case isID(id) && !comma, isID(id) && locator != "":
		return &bound{inline: &Cite{id, locator, at.Start, closing + 1}}
	case isID(id):
		return fault(BadCite, at.Start, closing+1, "the citation has a comma and no locator", "write [@"+clip(id)+"] or [@"+clip(id)+", p. 3]")
	case strings.ContainsAny(inner, ";@"):
		return fault(BadCite, at.Start, closing+1, "one citation names one source", "write them one after the other: [@first][@second]")
	case isID(strings.TrimSpace(id)):
		return fault(BadCite, at.Start, closing+1, "a citation has no spaces round its id", "write [@"+clip(strings.TrimSpace(id))+"]")
	case len(strings.Fields(id)) > 1 && isID(strings.Fields(id)[0]):
		return fault(BadCite, at.Start, closing+1, "a comma is missing after the id", "write [@"+clip(strings.Fields(id)[0])+", p. 3]")
	}
	return fault(BadCite, at.Start, closing+1, "[@"+clip(inner)+"] does not name a source", `write [@source-id] or [@source-id, p. 3]; for a plain bracket write \[@`)
}
