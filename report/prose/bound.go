package prose

import (
	"bytes"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"sitrep/report/claim"
)

// A bound is a value, a citation or a reference in goldmark's tree, or the fault of one.
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

// A marker reads one kind of bound where its opening stands.
type marker struct {
	opening string
	read    func(line string, off int) (*bound, int) // what stands there, and its length; nil for literal text
}

// markers are what every text may hold.
var markers = []marker{{"{{", readValue}, {"[@", readCite}, {"[#", readRef}}

// longest bounds how far the end of a marker is looked for, in bytes.
const longest = 1000

// inParagraph reads a marker for goldmark.
type inParagraph struct{ marker }

// Trigger implements parser.InlineParser.
func (m inParagraph) Trigger() []byte { return []byte(m.opening[:1]) }

// Parse implements parser.InlineParser.
func (m inParagraph) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	if !bytes.HasPrefix(line, []byte(m.opening)) {
		return nil
	}
	b, length := m.read(string(line[:min(len(line), longest)]), at.Start)
	if b == nil {
		return nil
	}
	block.Advance(length)
	return b
}

// Line reads a text that is plain but for its markers: a title, a note, a cell. A
// backslash before an opening (\{{) makes it literal. The faults are in the order of
// the source.
func Line(src string) ([]Inline, []Fault) {
	r := &run{}
	var faults []Fault
	from := 0
	for i := 0; i < len(src); {
		m := markerAt(src[i:])
		switch {
		case m != nil && i > from && src[i-1] == '\\':
			r.piece(src[from:i-1], from)
			r.piece(m.opening, i)
			i += len(m.opening)
			from = i
		case m != nil:
			b, length := m.read(src[i:min(len(src), i+longest)], i)
			r.piece(src[from:i], from)
			if b.inline != nil {
				r.push(b.inline)
			} else {
				faults = append(faults, b.fault)
			}
			i += length
			from = i
		default:
			i++
		}
	}
	r.piece(src[from:], from)
	r.push(nil)
	return r.out, faults
}

// HasMarker reports whether s holds the opening of a marker.
func HasMarker(s string) bool {
	for _, m := range markers {
		if strings.Contains(s, m.opening) {
			return true
		}
	}
	return false
}

// markerAt returns the marker that s begins with; nil for none.
func markerAt(s string) *marker {
	if s[0] != '{' && s[0] != '[' {
		return nil
	}
	for i := range markers {
		if strings.HasPrefix(s, markers[i].opening) {
			return &markers[i]
		}
	}
	return nil
}

// readValue reads {{id}} and {{id.part}}.
func readValue(line string, off int) (*bound, int) {
	closing := strings.Index(line, "}}")
	if closing < 0 {
		return fault(BadValue, off, 2, "{{ is not closed on its line", `a value is written {{fact-id}}; for plain braces write \{{`), 2
	}
	length := closing + 2
	inner := line[2:closing]
	id, part, dotted := strings.Cut(inner, ".")
	switch trimmed := strings.Join(strings.Fields(inner), ""); {
	case isID(id) && !dotted:
	case isID(id) && slices.Contains(claim.Parts(), claim.Part(part)):
	case isID(id) && part == strings.TrimSpace(part):
		return fault(BadValue, off, length, "a fact has no part “"+clip(part)+"”", "the parts are "+
			strings.Join(claim.Words(claim.Parts()), ", ")), length
	case trimmed != inner && trimmed != "":
		return fault(BadValue, off, length, "a value has no spaces inside its braces", "write {{"+clip(trimmed)+"}}"), length
	default:
		return fault(BadValue, off, length, "{{"+clip(inner)+"}} does not name a fact",
			`write {{fact-id}} or {{fact-id.low}}; for plain braces write \{{`), length
	}
	return &bound{inline: &Value{id, part, off, length}}, length
}

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

// readCite reads [@id] and [@id, locator].
func readCite(line string, off int) (*bound, int) {
	closing := strings.IndexByte(line, ']')
	if closing < 0 {
		return fault(BadCite, off, 2, "[@ is not closed on its line",
			`a citation is written [@source-id] or [@source-id, p. 3]; for a plain bracket write \[@`), 2
	}
	length := closing + 1
	inner := line[2:closing]
	id, locator, comma := strings.Cut(inner, ",")
	locator = strings.TrimSpace(locator)
	bad := func(message, hint string) (*bound, int) { return fault(BadCite, off, length, message, hint), length }
	switch {
	case isID(id) && namesMore(locator):
		return bad("one citation names one source", "write them one after the other: [@first][@second]")
	case isID(id) && (strings.Contains(locator, "{{") || strings.Contains(locator, "[#")):
		return bad("a locator is plain text: no value and no reference stands in it", "write [@"+clip(id)+", p. 3]")
	case isID(id) && !comma, isID(id) && locator != "":
		return &bound{inline: &Cite{id, locator, off, length}}, length
	case isID(id):
		return bad("the citation has a comma and no locator", "write [@"+clip(id)+"] or [@"+clip(id)+", p. 3]")
	case strings.ContainsAny(inner, ";@"):
		return bad("one citation names one source", "write them one after the other: [@first][@second]")
	case isID(strings.TrimSpace(id)):
		return bad("a citation has no spaces round its id", "write [@"+clip(strings.TrimSpace(id))+"]")
	case len(strings.Fields(id)) > 1 && isID(strings.Fields(id)[0]):
		return bad("a comma is missing after the id", "write [@"+clip(strings.Fields(id)[0])+", p. 3]")
	}
	return bad("[@"+clip(inner)+"] does not name a source", `write [@source-id] or [@source-id, p. 3]; for a plain bracket write \[@`)
}

// namesMore reports whether a locator goes on to another source: "p. 3; @other".
func namesMore(locator string) bool {
	for i := range len(locator) {
		if locator[i] == '@' && (i == 0 || strings.IndexByte(" ,;", locator[i-1]) >= 0) && i+1 < len(locator) && isID(locator[i+1:i+2]) {
			return true
		}
	}
	return false
}

// readRef reads [#id].
func readRef(line string, off int) (*bound, int) {
	closing := strings.IndexByte(line, ']')
	if closing < 0 {
		return fault(BadRef, off, 2, "[# is not closed on its line",
			`a reference is written [#figure-id]; for a plain bracket write \[#`), 2
	}
	length := closing + 1
	id := line[2:closing]
	switch trimmed := strings.TrimSpace(id); {
	case isID(id):
		return &bound{inline: &Ref{id, off, length}}, length
	case isID(trimmed):
		return fault(BadRef, off, length, "a reference has no spaces round its id", "write [#"+clip(trimmed)+"]"), length
	}
	return fault(BadRef, off, length, "[#"+clip(id)+"] does not name a figure, table or section",
		`write [#figure-id]; for a plain bracket write \[#`), length
}
