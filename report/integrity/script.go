package integrity

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sitrep/report/facts"
	"sitrep/report/font"
	"sitrep/report/prose"
	"sitrep/report/sanitize"
)

// An Unprintable is a string of a facts file in which characters stand that fonts lack.
type Unprintable struct {
	facts.Passage
	Line, Col int    // where the first of them stands, from 1
	Missing   []rune // each once, in the order of the string
	Allowed   bool   // the briefing allows it: no warning tells it

	at   int    // where the first of them stands: a byte of the string
	torn string // the syllable that no font joins, where none is missing
}

// unprintables finds what fonts cannot set of the strings that reports print. In web addresses letters that no font
// has are written as bytes, and lack nothing.
func unprintables(f *facts.File, fonts *font.Set) []Unprintable {
	var out []Unprintable
	for p := range f.Printed() {
		u, addresses, known := Unprintable{Passage: p}, prose.Addresses{Line: p.S}, map[rune]bool{}
		for i, r := range p.S {
			if r > 0x2ff && !known[r] && !fonts.Covers(r) && sanitize.Text(string(r)) == string(r) && !addresses.Hold(i) {
				if known[r] = true; u.Missing == nil {
					u.at = i
				}
				u.Missing = append(u.Missing, r)
			}
		}
		if u.torn = fonts.Torn(p.S); u.torn != "" && u.Missing == nil {
			u.Missing = []rune(u.torn)
			u.at = max(0, strings.IndexFunc(p.S, func(r rune) bool { return r == u.Missing[len(u.Missing)-1] }))
		} else {
			u.torn = ""
		}
		if u.Missing != nil {
			u.Line, u.Col = f.LocateIn(u.Pointer, u.at)
			out = append(out, u)
		}
	}
	return out
}

// message says which characters are missing, and where the first stands.
func (u *Unprintable) message() string {
	if u.torn != "" {
		return fmt.Sprintf("no font joins %s into one syllable (%U)", u.torn, u.Missing)
	}
	first, size := utf8.DecodeRuneInString(u.S[u.at:])
	return fmt.Sprintf("no font has %s (%U, in %q)", string(u.Missing), first, around(u.S, u.at, u.at+size))
}

// unprintable warns of characters that no font of a report has, once a string: the PDF shows their numbers.
func (c *pass) unprintable() {
	fonts := c.fonts
	if fonts == nil {
		var err error
		if fonts, err = font.Load(); err != nil { // the embedded fonts are damaged: every report says so
			return
		}
	}
	c.missing = unprintables(c.f, fonts)
	for _, u := range c.missing {
		hint := "the PDF shows its number in a box: give a font that has it with --fonts, or write it otherwise"
		if u.torn != "" {
			hint = "the PDF sets its letters side by side: give a font of old Hangul with --fonts"
		}
		c.add(u.Line, u.Col, "W601", u.Pointer, []string{u.Owner}, u.message(), hint)
	}
}

// hidden warns of characters that outputs leave out or replace, once a string, and names them by code point.
func (c *pass) hidden() {
	for p := range c.f.Printed() {
		gone := sanitize.Hidden(p.S)
		if len(gone) == 0 {
			continue
		}
		names := make([]string, len(gone))
		for i, r := range gone {
			names[i] = fmt.Sprintf("%U", r)
		}
		line, col := c.f.LocateIn(p.Pointer, max(0, strings.IndexRune(p.S, gone[0])))
		c.add(line, col, "W602", p.Pointer, []string{p.Owner}, "no output shows "+strings.Join(names, ", ")+", which the text holds",
			"delete it, if nothing is to be hidden")
	}
}

// around is the word that stands from one byte to another of s.
func around(s string, from, to int) string {
	from = strings.LastIndexAny(s[:from], " \t\n") + 1
	if n := strings.IndexAny(s[to:], " \t\n"); n >= 0 {
		return s[from : to+n]
	}
	return s[from:]
}
