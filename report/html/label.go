package html

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"sitrep/report/doc"
	"sitrep/report/theme"
)

// markingClass returns the style of a marking; an unknown label looks like RED.
func (p *page) markingClass(m doc.Marking) string {
	name, _, _ := strings.Cut(string(m), " // ")
	if i := slices.IndexFunc(p.doc.Labels, func(l doc.Label) bool { return l.Name == name }); i >= 0 {
		return "label-" + number(i)
	}
	switch m {
	case "TLP:CLEAR":
		return "clear"
	case "TLP:GREEN":
		return "green"
	case "TLP:AMBER", "TLP:AMBER+STRICT":
		return "amber"
	}
	return "red"
}

// css writes the colour of a label's token.
func css(k theme.Token) string {
	c, _ := theme.LabelColor(k)
	return c.String()
}

// quotedCSS writes a string of CSS (Syntax 3, 4.3.5): all but letters, digits, spaces and a
// few signs by their numbers, so that no text of a facts file ends it.
func quotedCSS(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		if r == ' ' || strings.ContainsRune("-:+/,.", r) || unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, `\%x `, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// labels writes the colours of labels that are not those of FIRST TLP 2.0.
func (p *page) labels() string {
	var b strings.Builder
	for i, l := range p.doc.Labels {
		fmt.Fprintf(&b, ".tlp.label-%d{color:%s;--label:%s}\n", i, l.Ink, l.Ground)
	}
	return b.String()
}
