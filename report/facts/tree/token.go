package tree

import (
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

func letter(c byte) bool {
	return c == '_' || c == '$' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

// letters passes a run of letters, digits, _ and -.
func (p *parser) letters() string {
	start := p.pos
	for p.pos < len(p.src) && (letter(p.src[p.pos]) || digit(p.src[p.pos]) || p.src[p.pos] == '-') {
		p.pos++
	}
	return p.src[start:p.pos]
}

// short cuts a name for a message to what is useful.
func short(s string) string {
	const most = 40
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}

// word reads true, false, null, or what people write for them.
func (p *parser) word(n *Node) {
	start := p.pos
	w := p.letters()
	switch w {
	case "true", "false":
		n.Kind, n.Text = Bool, w
		return
	case "null":
		n.Kind = Null
		return
	}
	if p.pos == len(p.src) && (strings.HasPrefix("true", w) || strings.HasPrefix("false", w) || strings.HasPrefix("null", w)) {
		p.truncated(start)
		return
	}
	switch strings.ToLower(w) {
	case "nan", "infinity", "inf":
		p.fault(Word, start, short(w)+" is not a number that JSON can write", "leave the key out where there is no number")
	case "none", "nil", "undefined", "na", "null":
		p.fault(Word, start, short(w)+" is not a value of JSON", "leave the key out where there is nothing to say")
	case "true", "false":
		p.fault(Word, start, short(w)+" is not a value of JSON", "write "+strings.ToLower(w))
	default:
		p.fault(Quoting, start, "a string without quotes begins with "+short(w), "write strings in double quotes")
		p.stop = true
	}
}

// number reads a number (RFC 8259, section 6) as it is written.
func (p *parser) number(n *Node) {
	start := p.pos
	for p.pos < len(p.src) && (letter(p.src[p.pos]) || digit(p.src[p.pos]) || strings.IndexByte("+-.", p.src[p.pos]) >= 0) {
		p.pos++
	}
	s := p.src[start:p.pos]
	if p.pos == len(p.src) && p.depth > 0 && valid(s) {
		return // it may be cut off: who knows what number it was
	}
	if valid(s) {
		n.Kind, n.Text = Number, s
		return
	}
	switch w := strings.ToLower(strings.TrimLeft(s, "+-")); {
	case p.pos == len(p.src) && valid(s+"0"):
		p.pos = start
		p.truncated(start)
	case w == "infinity" || w == "inf" || w == "nan":
		p.fault(Word, start, short(s)+" is not a number that JSON can write", "leave the key out where there is no number")
	case strings.Count(s, ".") > 1:
		p.fault(BadNumber, start, short(s)+" is not a number", "a date stands in quotes; numbers are written without separators")
	case strings.Count(s, "-") > 1:
		p.fault(BadNumber, start, short(s)+" is not a number", "a date stands in quotes")
	default:
		p.fault(BadNumber, start, short(s)+" is not how JSON writes a number", "write 5, -5, 0.5 or 5e3: no sign +, no leading zero, digits "+
			"on both sides of the point")
	}
}

// valid reports whether s is a number of JSON.
func valid(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole := digits(s)
	if whole == 0 || whole > 1 && s[0] == '0' {
		return false
	}
	s = s[whole:]
	if strings.HasPrefix(s, ".") {
		n := digits(s[1:])
		if n == 0 {
			return false
		}
		s = s[1+n:]
	}
	if s != "" && (s[0] == 'e' || s[0] == 'E') {
		s = s[1:]
		if s != "" && (s[0] == '+' || s[0] == '-') {
			s = s[1:]
		}
		return s != "" && digits(s) == len(s)
	}
	return s == ""
}

func digits(s string) int {
	n := 0
	for n < len(s) && digit(s[n]) {
		n++
	}
	return n
}

// text reads a string up to the closing quote and returns what it says.
func (p *parser) text(quote byte) string {
	start := p.pos
	p.pos++
	plain, ascii := p.pos, true
	for p.pos < len(p.src) {
		c := p.src[p.pos]
		if c == quote {
			s := p.src[plain:p.pos]
			if ascii || utf8.ValidString(s) {
				p.pos++
				return s
			}
			break
		}
		if c < ' ' || c == '\\' {
			break
		}
		ascii = ascii && c < utf8.RuneSelf
		p.pos++
	}
	p.pos = plain
	return p.decode(start, quote)
}

// decode is text for strings that have escapes or faults.
func (p *parser) decode(start int, quote byte) string {
	var b strings.Builder
	told := false
	for p.pos < len(p.src) && !p.stop {
		c := p.src[p.pos]
		switch {
		case c == quote:
			p.pos++
			return b.String()
		case c == '\\':
			r, n := p.escaped(true)
			b.WriteRune(r)
			p.pos += n
		case c < ' ':
			p.control(start)
			b.WriteByte(c)
			p.pos++
		case c < utf8.RuneSelf:
			b.WriteByte(c)
			p.pos++
		default:
			r, n := utf8.DecodeRuneInString(p.src[p.pos:])
			if r == utf8.RuneError && n < 2 && cutRune(p.src[p.pos:]) {
				n = len(p.src) - p.pos
			} else if r == utf8.RuneError && n < 2 && !told {
				told = true
				p.fault(UTF8, p.pos, fmt.Sprintf("the byte 0x%02X is not UTF-8", c), "save the file as UTF-8 (it may be Latin-1 or Windows-1252)")
			}
			b.WriteRune(r)
			p.pos += n
		}
	}
	if !p.stop {
		p.truncated(start)
	}
	return b.String()
}

// cutRune reports whether s is the beginning of a character and no more.
func cutRune(s string) bool { return len(s) < utf8.UTFMax && !utf8.FullRuneInString(s) }

// control reports a control character; of line ends only the first in a string.
func (p *parser) control(start int) {
	c := p.src[p.pos]
	line := c == '\n' || c == '\r'
	switch {
	case line && strings.ContainsAny(p.src[start:p.pos], "\n\r"):
	case line:
		p.fault(Control, p.pos, "the line ends inside a string", `close the string before the line ends, or write \n; paragraphs may stand in `+
			`an array of strings`)
		p.torn = true
	case c == '\t':
		p.fault(Control, p.pos, "a tab stands inside a string", `write \t or a space`)
	default:
		p.fault(Control, p.pos, fmt.Sprintf("the control character U+%04X stands inside a string", c),
			fmt.Sprintf(`take it out, or write \u%04x`, c))
	}
}

// escaped decodes the escape at the place: the rune and its length in the source.
// With report it says what is wrong with it, but not of one that the end of the
// source may have cut off.
func (p *parser) escaped(report bool) (rune, int) {
	s := p.src[p.pos:]
	report = report && (len(s) >= 12 || strings.Contains(s, `"`))
	if len(s) < 2 {
		return utf8.RuneError, len(s)
	}
	if i := strings.IndexByte(`"\/bfnrt`, s[1]); i >= 0 {
		return rune("\"\\/\b\f\n\r\t"[i]), 2
	}
	r, ok := hex4(s)
	switch {
	case s[1] != 'u' && report:
		_, n := utf8.DecodeRuneInString(s[1:])
		p.fault(Escaping, p.pos, "“"+strings.ToValidUTF8(s[:1+n], "?")+"” is not an escape of JSON", `a backslash itself is written \\`)
		return utf8.RuneError, 1
	case s[1] != 'u':
		return utf8.RuneError, 1
	case !ok:
		if report {
			p.fault(Escaping, p.pos, `after \u stand four hexadecimal digits`, "")
		}
		return utf8.RuneError, 2
	case !utf16.IsSurrogate(r):
		return r, 6
	}
	if low, ok := hex4(s[6:]); ok {
		if both := utf16.DecodeRune(r, low); both != utf8.RuneError {
			return both, 12
		}
	}
	if report {
		p.fault(Surrogate, p.pos, fmt.Sprintf(`\u%04x is half of a character`, r), "write both halves, or the character itself")
	}
	return utf8.RuneError, 6
}

// hex4 reads \uXXXX.
func hex4(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	var r rune
	for _, c := range []byte(s[2:6]) {
		d := strings.IndexByte("0123456789abcdef", c|0x20)
		if d < 0 || c < '0' {
			return 0, false
		}
		r = r<<4 | rune(d)
	}
	return r, true
}
