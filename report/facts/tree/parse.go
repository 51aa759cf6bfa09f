package tree

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxDepth is how deep arrays and objects may be nested.
const MaxDepth = 100

// Parse reads src. The tree holds what could be read; its root is nil only where
// there is nothing. With no faults, src is valid JSON. Faults are in the order
// of the source. Time and memory are in proportion to the length of src.
func Parse(src string) (*Node, []Fault) {
	p := &parser{src: src}
	if p.encoding() {
		return nil, p.faults
	}
	p.space()
	if p.pos == len(src) {
		if !p.stop {
			p.fault(Empty, 0, "the file is empty", "a facts file begins with { and \"format\": 1")
		}
		return nil, p.faults
	}
	root := &Node{KeyOff: -1}
	p.value(root)
	if p.space(); p.pos < len(src) && !p.stop {
		p.fault(Trailing, p.pos, "there is something after the end of the document: "+p.found(),
			"a file holds one object; check the braces before this place")
	}
	return root, p.faults
}

// A parser reads one source. After a fault that it cannot pass, stop is set and
// every open array and object closes as cut.
type parser struct {
	src    string
	pos    int
	depth  int
	stop   bool
	torn   bool // a string ran over a line end: what follows may be misread
	faults []Fault
	stack  []Node // kids of the open arrays and objects
}

func (p *parser) fault(k FaultKind, off int, message, hint string) {
	p.report(Fault{Off: off, Kind: k, Message: message, Hint: hint})
}

// report keeps the faults in the order of the source: a comma too many is known
// only after the comments that follow it. After a torn string nothing but other
// torn strings is believed.
func (p *parser) report(f Fault) {
	if p.torn && f.Kind != Control {
		p.stop = true
		return
	}
	p.faults = append(p.faults, f)
	for i := len(p.faults) - 1; i > 0 && p.faults[i-1].Off > f.Off; i-- {
		p.faults[i-1], p.faults[i] = p.faults[i], p.faults[i-1]
	}
}

// end reports a fault that nothing can be read after.
func (p *parser) end(k FaultKind, message, hint string) {
	if !p.stop {
		p.fault(k, p.pos, message, hint)
	}
	p.stop = true
}

// encoding reports a byte order mark, and whether the source is not UTF-8 at all.
func (p *parser) encoding() bool {
	s := p.src
	if strings.HasPrefix(s, "\xef\xbb\xbf") {
		p.fault(Mark, 0, "the file begins with a byte order mark", "save it as UTF-8 without a mark (RFC 8259, section 8.1)")
		p.pos = 3
		return false
	}
	name := ""
	switch {
	case strings.HasPrefix(s, "\xff\xfe\x00\x00") || strings.HasPrefix(s, "\x00\x00\xfe\xff"),
		len(s) >= 4 && s[:3] == "\x00\x00\x00", len(s) >= 4 && s[0] != 0 && s[1:4] == "\x00\x00\x00":
		name = "UTF-32"
	case strings.HasPrefix(s, "\xff\xfe") || strings.HasPrefix(s, "\xfe\xff"),
		len(s) >= 2 && (s[0] == 0) != (s[1] == 0):
		name = "UTF-16"
	default:
		return false
	}
	p.fault(Encoding, 0, "the file is "+name+", not UTF-8", "save it as UTF-8 without a byte order mark")
	return true
}

// space passes white space and reports comments.
func (p *parser) space() {
	for p.pos < len(p.src) {
		switch p.src[p.pos] {
		case ' ', '\t', '\n', '\r':
			p.pos++
		case '/', '#':
			if !p.comment() {
				return
			}
		default:
			return
		}
	}
}

func (p *parser) comment() bool {
	rest := p.src[p.pos:]
	var length int
	switch {
	case p.stop || p.torn:
		return false
	case rest[0] == '#', strings.HasPrefix(rest, "//"):
		if length = strings.IndexByte(rest, '\n'); length < 0 {
			length = len(rest)
		}
	case strings.HasPrefix(rest, "/*"):
		if length = strings.Index(rest[2:], "*/") + 4; length < 4 {
			length = len(rest)
		}
	default:
		return false
	}
	p.fault(Comment, p.pos, "JSON has no comments", `take it out; a fact may bear a "note"`)
	p.pos += length
	return true
}

// value reads one value into n, whose Key and KeyOff the caller sets.
func (p *parser) value(n *Node) {
	n.Off, n.End = p.pos, p.pos
	if p.pos == len(p.src) {
		p.truncated(n.Off)
		return
	}
	p.any(n)
	n.End = p.pos
}

func (p *parser) any(n *Node) {
	switch c := p.src[p.pos]; {
	case c == '{' || c == '[':
		p.container(n, c)
	case c == '"':
		n.Kind = String
		if n.Text = p.text('"'); p.stop {
			n.Kind = Invalid
		}
	case c == '-' || c >= '0' && c <= '9' || c == '+' || c == '.':
		p.number(n)
	case c == '_' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		p.word(n)
	case c == '\'':
		p.fault(Quoting, p.pos, "a string stands in single quotes", "write it in double quotes")
		p.text('\'')
	case c == '}' || c == ']' || c == ',' || c == ':':
		p.end(Unexpected, "a value is missing before "+p.found(), "")
	default:
		p.strange("a value")
	}
}

// strange reports something that begins no token.
func (p *parser) strange(expected string) {
	for _, q := range []string{"“", "”", "„", "«", "‘", "’", "`"} {
		if strings.HasPrefix(p.src[p.pos:], q) {
			p.end(Quoting, "a string stands in "+q+" instead of plain double quotes", `write "…" with the straight quotes of the keyboard`)
			return
		}
	}
	if r, n := utf8.DecodeRuneInString(p.src[p.pos:]); r == utf8.RuneError && n < 2 {
		p.end(UTF8, "these bytes are not UTF-8", "save the file as UTF-8")
		return
	}
	p.end(Unexpected, "expected "+expected+", found "+p.found(), "")
}

// found names what stands at the place, for messages.
func (p *parser) found() string {
	if p.pos >= len(p.src) {
		return "the end of the file"
	}
	r, n := utf8.DecodeRuneInString(p.src[p.pos:])
	switch {
	case r == utf8.RuneError && n < 2:
		return fmt.Sprintf("the byte 0x%02X", p.src[p.pos])
	case r == '"':
		return "a string"
	case r < ' ' || r == 0x7f || r == 0xa0 || r == 0xfeff || r >= 0x2000 && r < 0x2010 || r == 0x2028 || r == 0x2029:
		return fmt.Sprintf("the character U+%04X", r)
	}
	return "“" + string(r) + "”"
}

func (p *parser) truncated(open int) {
	line := 1 + strings.Count(p.src[:open], "\n")
	p.end(Truncated, fmt.Sprintf("the file ends too early: what begins in line %d is not closed", line),
		"the file may have been cut off while it was written or copied")
}
