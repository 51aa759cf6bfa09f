package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/sanitize"
)

// Characters that begin markup anywhere in a line: CommonMark 0.31.2, the
// tables and strikethrough of GitHub's dialect, and its dollar signs round
// mathematics.
const special = "\\`*_[]<>&~|$#"

// nothing parts two characters: a comment with no content, which is never shown.
// GitHub looks for people, tickets, e-mail addresses and emoji names in the
// finished text, where a backslash no longer counts.
const nothing = "<!-- -->"

// escape returns text as Markdown in which none of it is markup. It is one
// line: runs of white space become one space. At the beginning of a line,
// start is true.
func escape(text string, start bool) string {
	var b strings.Builder
	space := false
	rs := []rune(sanitize.Text(text))
	for i, r := range rs {
		if blank(r) {
			space = true
			continue
		}
		if space && !(start && b.Len() == 0) {
			b.WriteByte(' ')
		}
		space = false
		first := start && b.Len() == 0
		if strings.ContainsRune(special, r) || first && opensBlock(r) || start && endsNumber(b.String(), r) || address(rs, i) || joins(rs, i) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
		if parts(rs, i) {
			b.WriteString(nothing)
		}
	}
	if space && !(start && b.Len() == 0) {
		b.WriteByte(' ')
	}
	return b.String()
}

// blank reports whether r is white space that Markdown gives a meaning to; a
// no-break space is not.
func blank(r rune) bool {
	return r == ' ' || r >= '\t' && r <= '\r' || r == 0x85 || r == 0x2028 || r == 0x2029
}

// opensBlock reports whether a line that begins with r could be a list
// item, or the underline of a heading or of a table's head.
func opensBlock(r rune) bool { return strings.ContainsRune("+-=:", r) }

// endsNumber reports whether r, after the line so far, is the mark of an
// ordered list item: a full stop or bracket after at most nine digits.
func endsNumber(line string, r rune) bool {
	return (r == '.' || r == ')') && line != "" && len(line) <= 9 && strings.Trim(line, "0123456789") == ""
}

// joins reports whether rs[i] could make markup with what follows the text: an
// exclamation mark before a link, a colon that an address goes on from.
func joins(rs []rune, i int) bool {
	return i+1 == len(rs) && (rs[i] == '!' || rs[i] == ':')
}

// address reports whether rs[i] begins what GitHub takes for an address: the
// colon of "https://", the point of "www.".
func address(rs []rune, i int) bool {
	switch rs[i] {
	case ':':
		return i+1 < len(rs) && rs[i+1] == '/'
	case '.':
		return i >= 3 && strings.EqualFold(string(rs[i-3:i]), "www")
	}
	return false
}

// parts reports whether a comment must part rs[i] from what follows: a person
// or e-mail address "@name", a ticket "#12" or "GH-12", an emoji ":name:".
func parts(rs []rune, i int) bool {
	last := i+1 == len(rs)
	switch rs[i] {
	case '@':
		return last || !blank(rs[i+1])
	case '-': // GH-12
		return !last && i >= 2 && strings.EqualFold(string(rs[i-2:i]), "gh") && rs[i+1] >= '0' && rs[i+1] <= '9'
	case '#':
		return last || rs[i+1] >= '0' && rs[i+1] <= '9'
	case ':':
		return emoji(rs[i+1:])
	}
	return false
}

// emoji reports whether rs begins with the rest of ":name:".
func emoji(rs []rune) bool {
	for i, r := range rs {
		switch {
		case r == ':':
			return i > 0
		case !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '_' || r == '+' || r == '-'):
			return false
		}
	}
	return false
}

// link writes a link. Addresses other than http, https and mailto are text alone.
func link(url, text string) string {
	if text == "" {
		text = escape(url, false)
	}
	scheme, _, _ := strings.Cut(url, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
		return "[" + text + "](" + destination(url) + ")"
	}
	return text
}

// destination writes an address between angle brackets (CommonMark 6.3), with
// what may not stand there percent-encoded (RFC 3986, 2.1).
func destination(url string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for _, c := range []byte(url) {
		switch {
		case c <= ' ' || c >= 0x7f || strings.IndexByte("<>\\|`\"", c) >= 0:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		case c == '&':
			b.WriteString("&amp;")
		default:
			b.WriteByte(c)
		}
	}
	if s := b.String(); strings.ContainsAny(s, "()&*_~") {
		return "<" + s + ">"
	}
	return b.String()
}

// anchor is a place that links lead to; empty where id holds nothing to name it by.
func anchor(id string) string {
	if id = anchorID(id); id == "" {
		return ""
	}
	return `<a id="` + id + `"></a>`
}

// anchorID keeps of id what may stand in an attribute and an address alike.
func anchorID(id string) string {
	return strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) || r == '-' || r == '_' || r == '.' {
			return r
		}
		return -1
	}, id)
}

// trim takes white space off both ends.
func trim(s string) string { return strings.TrimFunc(s, blank) }
