package html

import (
	"net/url"
	"slices"
	"strings"

	"sitrep/report/sanitize"
)

// A markup is HTML being written. Elements and attribute names come from this
// package's own code; every text and every attribute value is escaped here, so
// that nothing of a document can become markup.
type markup struct {
	b              []byte
	cyrillic, rare letters          // that were written and the fonts for Latin texts lack
	bold           int              // elements open whose text is bold
	lang           string           // of what is being written, where it is not the document's
	foreign        map[foreign]bool // texts in other scripts than Latin, Greek and Cyrillic
}

// letters says of letters or signs whether they were written, and whether in bold.
type letters struct{ any, bold bool }

// heavy reports whether an element's text is bold, so that it needs the bold
// fonts; where it errs the browser takes a font of the system's.
func heavy(tag string, attributes []string) bool {
	switch tag {
	case "h1", "h2", "h3", "h4", "h5", "h6", "strong", "thead", "figcaption", "caption":
		return true
	case "text":
		return slices.Contains(attributes, "600")
	}
	return false
}

// open writes a start tag; attributes are name and value pairs. A pair whose
// value is empty is left out, unless its name begins with "=".
func (m *markup) open(tag string, attributes ...string) {
	if heavy(tag, attributes) {
		m.bold++
	}
	m.b = append(append(m.b, '<'), tag...)
	for i := 0; i+1 < len(attributes); i += 2 {
		name, value := attributes[i], attributes[i+1]
		if bare := strings.TrimPrefix(name, "="); bare != name {
			name = bare
		} else if value == "" {
			continue
		}
		m.b = append(append(append(m.b, ' '), name...), `="`...)
		m.escape(sanitize.Text(value))
		m.b = append(m.b, '"')
	}
	m.b = append(m.b, '>')
}

func (m *markup) close(tag string) {
	if tag != "text" && heavy(tag, nil) {
		m.bold--
	}
	m.b = append(append(append(m.b, "</"...), tag...), '>')
}

// element writes a whole element that holds one text.
func (m *markup) element(tag, text string, attributes ...string) {
	bold := m.bold
	m.open(tag, attributes...)
	m.text(text)
	m.close(tag)
	m.bold = bold
}

// raw writes markup that this package, or a chart's SVG, has made.
func (m *markup) raw(s string) { m.b = append(m.b, s...) }

// text writes s so that a parser reads back exactly the letters of [sanitize.Text],
// which are none that HTML forbids (HTML, 13.2.3.5 and 13.1.4) or that reorder what
// stands beside them: the page has elements for that (Unicode Technical Report 20).
func (m *markup) text(s string) {
	s = sanitize.Text(s)
	if m.foreign != nil && strings.ContainsFunc(s, beyond) {
		m.foreign[foreign{s, m.lang, m.bold > 0}] = true
	}
	m.escape(s)
}

// escape writes s as text or as the value of an attribute.
func (m *markup) escape(s string) {
	from := 0
	for i, r := range s {
		replacement := ""
		switch {
		case r == '&':
			replacement = "&amp;"
		case r == '<':
			replacement = "&lt;"
		case r == '>':
			replacement = "&gt;"
		case r == '"':
			replacement = "&#34;"
		case r == '\'':
			replacement = "&#39;"
		default:
			if r >= 0x180 {
				m.note(r)
			}
			continue
		}
		m.b = append(append(m.b, s[from:i]...), replacement...)
		from = i + 1
	}
	m.b = append(m.b, s[from:]...)
}

// note remembers which files of the fonts a rune from U+0180 on needs: see the
// recipe of assets/fonts.
func (m *markup) note(r rune) {
	switch {
	case r == 0x192, r >= 0x218 && r <= 0x21b, r == 0x2c6, r == 0x2da, r == 0x2dc, r >= 0x2000 && r <= 0x203a, r == 0x2044,
		r == 0x20ac, r == 0x2116, r == 0x2122, r >= 0x2190 && r <= 0x2193, r == 0x21a9, r == 0x2212, r == 0x2248, r == 0x2260, r == 0x2264,
		r == 0x2265:
	case r == sanitize.FirstStrong || r == sanitize.PopIsolate:
	case r >= 0x400 && r <= 0x4f9:
		m.cyrillic.write(m.bold > 0)
	case r < 0x2800:
		m.rare.write(m.bold > 0)
	}
}

func (l *letters) write(bold bool) {
	l.any = true
	l.bold = l.bold || bold
}

// address returns u where it is an absolute http, https or mailto address, else "".
// Every other scheme could run something or reach into the reader's machine.
func address(u string) string {
	p, err := url.Parse(u)
	if err != nil {
		return ""
	}
	switch strings.ToLower(p.Scheme) {
	case "http", "https":
		if p.Host == "" {
			return ""
		}
	case "mailto":
		if p.Opaque == "" {
			return ""
		}
	default:
		return ""
	}
	return p.String()
}

// anchor makes s fit to be an id and a fragment: letters, digits, '-', '_' and
// '.' stay, everything else becomes '-'.
func anchor(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= '0' && r <= '9', r == '-', r == '_', r == '.':
			return r
		}
		return '-'
	}, s)
}
