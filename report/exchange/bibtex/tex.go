package bibtex

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sitrep/report/exchange/reference"
)

// accents are the combining characters of the accents of TeX.
var accents = map[byte]rune{'`': 0x300, '\'': 0x301, '^': 0x302, '~': 0x303, '=': 0x304, 'u': 0x306, '.': 0x307, '"': 0x308, 'r': 0x30a,
	'H': 0x30b, 'v': 0x30c, 'c': 0x327, 'k': 0x328, 'd': 0x323, 'b': 0x331}

// A text is what is read of the source of TeX.
type text struct {
	strange []string // commands that are not known, each once
}

// plain returns what TeX would set: accents as letters, without braces and
// commands.
func (t *text) plain(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s):
			text, n := t.command(s[i+1:])
			b.WriteString(text)
			i += 1 + n
			continue
		case c == '$' && formula(s[i:]) > 0:
			n := formula(s[i:])
			b.WriteString(t.math(s[i+1 : i+n-1]))
			i += n
			continue
		case c == '{' || c == '}':
		case c == '~':
			b.WriteRune('\u00a0')
		case strings.HasPrefix(s[i:], "---"):
			b.WriteString("—")
			i += 2
		case strings.HasPrefix(s[i:], "--"):
			b.WriteString("–")
			i++
		case strings.HasPrefix(s[i:], "``"):
			b.WriteString("“")
			i++
		case strings.HasPrefix(s[i:], "''"):
			b.WriteString("”")
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			b.WriteRune(r)
			i += n
			continue
		}
		i++
	}
	return norm.NFC.String(strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) }), " "))
}

// command reads what follows a backslash: the text it stands for, and its length.
func (t *text) command(s string) (text string, n int) {
	n = 1
	for letter(s[0]) && n < len(s) && letter(s[n]) {
		n++
	}
	name := s[:n]
	if mark, ok := accents[s[0]]; ok && (n == 1) && (!letter(s[0]) || n < len(s) && (s[n] == '{' || s[n] == ' ')) {
		base, m := t.argument(s[n:])
		return base + string(mark), n + m
	}
	if c, ok := letters[name]; ok {
		switch {
		case strings.HasPrefix(s[n:], "{}"):
			n += 2
		case n < len(s) && s[n] == ' ':
			n++
		}
		return c, n
	}
	switch {
	case name == "textsuperscript" || name == "textsubscript":
		inner, m := t.argument(s[n:])
		script, _ := reference.Script(inner, name == "textsuperscript")
		return script, n + m
	case name == "href":
		address, m := t.argument(s[n:])
		inner, k := t.argument(s[n+m:])
		return inner + " (" + address + ")", n + m + k
	case letter(s[0]) && slices.Contains(silent, name): // the text in their braces stays
		for n < len(s) && s[n] == ' ' {
			n++
		}
		return "", n
	case letter(s[0]):
		t.unknown(name)
		return `\` + name, n
	case strings.IndexByte(",;:!/ ()[]", s[0]) >= 0: // spaces, and the signs around a formula
		return map[bool]string{true: " "}[s[0] == ' ' || s[0] == ',' || s[0] == ';' || s[0] == ':'], 1
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(r), size
}

// argument reads the letter that an accent stands on, "e", "{e}" or "{\i}".
func (t *text) argument(s string) (base string, n int) {
	for n < len(s) && s[n] == ' ' {
		n++
	}
	if n < len(s) && s[n] == '{' {
		if end := closing(s[n:]); end > 0 {
			return t.plain(s[n+1 : n+end]), n + end + 1
		}
	}
	if n < len(s) && s[n] == '\\' && n+1 < len(s) {
		text, m := t.command(s[n+1:])
		return text, n + 1 + m
	}
	if n == len(s) {
		return "", n
	}
	_, size := utf8.DecodeRuneInString(s[n:])
	return s[n : n+size], n + size
}

// closing is where the brace closes that s begins with; -1 where it does not.
func closing(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
