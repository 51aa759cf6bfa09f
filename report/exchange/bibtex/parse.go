package bibtex

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sitrep/report/exchange/reference"
)

// An entry is one "@kind{key, name = value, …}" as it stands in the file.
type entry struct {
	kind, key string
	line, col int
	names     []string
	fields    map[string]string
	tex       text // what was met in its fields
}

// A parser reads the entries of a file. What it cannot read it tells, and goes on
// at the next "@" that begins a line.
type parser struct {
	src     string
	pos     int
	strings map[string]string // @string
	entries []entry
	faults  []reference.Fault
}

func parse(src string) *parser {
	p := &parser{src: strings.TrimPrefix(src, "\uFEFF"), strings: map[string]string{}}
	for name := range months() {
		p.strings[name] = name
	}
	for p.next() {
		p.entry()
	}
	return p
}

// months are the names that BibTeX defines, with their numbers.
func months() map[string]string {
	out := map[string]string{}
	for i, name := range strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec") {
		out[name] = fmt.Sprint(i + 1)
	}
	return out
}

// next goes on to the next entry; text between entries is a comment.
func (p *parser) next() bool {
	i := strings.IndexByte(p.src[p.pos:], '@')
	if i < 0 {
		return false
	}
	p.pos += i
	return true
}

func (p *parser) fault(off int, message, hint string) {
	line, col := place(p.src, off)
	p.faults = append(p.faults, reference.Fault{Line: line, Col: col, Message: message, Hint: hint})
}

func place(src string, off int) (line, col int) {
	before := src[:min(off, len(src))]
	return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])
}

func (p *parser) entry() {
	at := p.pos
	p.pos++
	kind := strings.ToLower(p.word())
	p.space()
	if kind == "" || p.pos >= len(p.src) || p.src[p.pos] != '{' && p.src[p.pos] != '(' {
		return // an address in a comment: not an entry
	}
	closing := map[byte]byte{'{': '}', '(': ')'}[p.src[p.pos]]
	p.pos++
	switch kind {
	case "comment", "preamble":
		p.skip(closing)
		return
	case "string":
		e := entry{fields: map[string]string{}}
		if p.members(&e, closing, at) {
			for name, text := range e.fields {
				p.strings[name] = text
			}
		}
		return
	}
	e := entry{kind: kind, fields: map[string]string{}}
	e.line, e.col = place(p.src, at)
	e.key = strings.TrimSpace(p.until(",\n" + string(closing)))
	if p.pos < len(p.src) && p.src[p.pos] == ',' {
		p.pos++
	}
	if p.members(&e, closing, at) {
		p.entries = append(p.entries, e)
	}
}

// members reads "name = value" up to the closing bracket.
func (p *parser) members(e *entry, closing byte, began int) bool {
	for {
		p.space()
		switch {
		case p.pos >= len(p.src):
			p.fault(began, "the entry that begins here does not end: a brace is missing, or the file was cut off", "")
			return false
		case p.src[p.pos] == closing:
			p.pos++
			return true
		case p.src[p.pos] == ',':
			p.pos++
			continue
		}
		at := p.pos
		name := strings.ToLower(p.word())
		p.space()
		if name == "" || p.pos >= len(p.src) || p.src[p.pos] != '=' {
			p.fault(at, "a field “name = value” was expected here", "a comma may be missing before it, or a brace in the field above")
			p.resume()
			return false
		}
		p.pos++
		text, ok := p.value()
		if !ok {
			p.resume()
			return false
		}
		if _, twice := e.fields[name]; twice {
			p.fault(at, fmt.Sprintf("the field “%s” stands twice in the entry %s", name, e.key), "leave one")
		}
		e.fields[name] = text
		e.names = append(e.names, name)
	}
}

// value reads strings in braces or quotation marks, numbers and names, joined by #.
func (p *parser) value() (string, bool) {
	var b strings.Builder
	for {
		p.space()
		at := p.pos
		switch {
		case p.pos >= len(p.src):
			p.fault(at, "a value is missing", "")
			return "", false
		case p.src[p.pos] == '{', p.src[p.pos] == '"':
			text, ok := p.quoted()
			if !ok {
				return "", false
			}
			b.WriteString(text)
		default:
			word := p.word()
			known, ok := p.strings[strings.ToLower(word)]
			switch {
			case word == "":
				p.fault(at, "a value is missing", "it stands in braces: {text}")
				return "", false
			case ok:
				b.WriteString(known)
			case strings.Trim(word, "0123456789") == "":
				b.WriteString(word)
			default:
				p.fault(at, fmt.Sprintf("nothing is called %q", word), "text stands in braces; a name is defined by @string")
				return "", false
			}
		}
		p.space()
		if p.pos >= len(p.src) || p.src[p.pos] != '#' {
			return b.String(), true
		}
		p.pos++
	}
}

// quoted reads a string and returns what stands inside, braces and all.
func (p *parser) quoted() (string, bool) {
	at := p.pos
	closing := byte('}')
	if p.src[p.pos] == '"' {
		closing = '"'
	}
	p.pos++
	depth := 0
	for ; p.pos < len(p.src); p.pos++ {
		switch c := p.src[p.pos]; {
		case c == '\\':
			p.pos++
		case depth == 0 && c == closing:
			p.pos++
			return p.src[at+1 : p.pos-1], true
		case c == '{':
			depth++
		case c == '}':
			depth--
		}
	}
	p.fault(at, "the text that begins here does not end: a brace is missing", "")
	p.pos = at + 1
	return "", false
}

func (p *parser) skip(closing byte) {
	for depth := 0; p.pos < len(p.src); p.pos++ {
		switch c := p.src[p.pos]; {
		case depth == 0 && c == closing:
			p.pos++
			return
		case c == '{':
			depth++
		case c == '}':
			depth--
		}
	}
}

// resume goes on to the next entry that begins a line.
func (p *parser) resume() {
	from := max(0, p.pos-1) // the fault may be that an entry begins here
	if i := strings.Index(p.src[from:], "\n@"); i >= 0 {
		p.pos = from + i
	} else {
		p.pos = len(p.src)
	}
}

func (p *parser) space() {
	for p.pos < len(p.src) && strings.IndexByte(" \t\r\n", p.src[p.pos]) >= 0 {
		p.pos++
	}
}

func (p *parser) word() string { return p.until(" \t\r\n=,{}()\"#%'@") }

func (p *parser) until(stop string) string {
	rest := p.src[p.pos:]
	n := strings.IndexAny(rest, stop)
	if n < 0 {
		n = len(rest)
	}
	p.pos += n
	return rest[:n]
}
