package check

import (
	"bytes"
	"strconv"
)

// The kinds of objects (ISO 32000-1, 7.3). Numbers are float64, strings are
// string, booleans bool, null is nil.
type (
	name   string
	ref    int
	array  []any
	dict   map[name]any
	stream struct {
		dict dict
		data []byte // unpacked
	}
	word string // an operator or keyword
)

// A lexer reads objects from text. What it cannot read ends the text.
type lexer struct {
	text []byte
	at   int
}

func (l *lexer) more() bool {
	for l.at < len(l.text) {
		switch c := l.text[l.at]; {
		case c == '%':
			if i := bytes.IndexAny(l.text[l.at:], "\r\n"); i >= 0 {
				l.at += i
			} else {
				l.at = len(l.text)
			}
		case space(c):
			l.at++
		default:
			return true
		}
	}
	return false
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == 0 || c == '\f'
}

func delimiter(c byte) bool { return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0 }

// next reads one object, or a word. Depth is bounded: nothing here nests deep.
func (l *lexer) next(depth int) any {
	if depth > 50 || !l.more() {
		l.at = len(l.text)
		return nil
	}
	switch c := l.text[l.at]; {
	case c == '/':
		l.at++
		return name(l.regular())
	case c == '(':
		return l.literal()
	case c == '[':
		l.at++
		return l.array(depth)
	case bytes.HasPrefix(l.text[l.at:], []byte("<<")):
		l.at += 2
		return l.dict(depth)
	case c == '<':
		return l.hex()
	case delimiter(c):
		l.at++
		return word(c)
	}
	return l.plain()
}

// regular reads up to the next space or delimiter.
func (l *lexer) regular() string {
	from := l.at
	for l.at < len(l.text) && !space(l.text[l.at]) && !delimiter(l.text[l.at]) {
		l.at++
	}
	return string(l.text[from:l.at])
}

// plain reads a number, a reference or a word.
func (l *lexer) plain() any {
	s := l.regular()
	switch s {
	case "true":
		return true
	case "false":
		return false
	case "null":
		return nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return word(s)
	}
	if n, err := strconv.Atoi(s); err == nil && bytes.HasPrefix(l.text[l.at:], []byte(" 0 R")) {
		l.at += len(" 0 R")
		return ref(n)
	}
	return v
}

func (l *lexer) array(depth int) any {
	out := array{}
	for l.more() {
		if l.text[l.at] == ']' {
			l.at++
			break
		}
		out = append(out, l.next(depth+1))
	}
	return out
}

func (l *lexer) dict(depth int) any {
	out := dict{}
	for l.more() {
		if bytes.HasPrefix(l.text[l.at:], []byte(">>")) {
			l.at += 2
			break
		}
		k, ok := l.next(depth + 1).(name)
		if !ok {
			l.at = len(l.text)
			break
		}
		out[k] = l.next(depth + 1)
	}
	return out
}

func (l *lexer) literal() any {
	var out []byte
	open := 0
	for ; l.at < len(l.text); l.at++ {
		switch c := l.text[l.at]; c {
		case '\\':
			if l.at++; l.at < len(l.text) {
				if c = l.text[l.at]; c == 'r' {
					c = '\r'
				}
				out = append(out, c)
			}
			continue
		case '(':
			if open++; open == 1 {
				continue
			}
		case ')':
			if open--; open == 0 {
				l.at++
				return string(out)
			}
		}
		out = append(out, l.text[l.at])
	}
	return string(out)
}

func (l *lexer) hex() any {
	l.at++
	var out []byte
	half, odd := byte(0), false
	for ; l.at < len(l.text) && l.text[l.at] != '>'; l.at++ {
		v := bytes.IndexByte([]byte("0123456789ABCDEF"), l.text[l.at])
		if v < 0 {
			v = bytes.IndexByte([]byte("0123456789abcdef"), l.text[l.at])
		}
		if v < 0 {
			continue
		}
		if odd = !odd; odd {
			half = byte(v) << 4
		} else {
			out = append(out, half|byte(v))
		}
	}
	l.at++
	return string(out)
}
