// Package sanitize is the one policy for characters that do not show, steer a terminal or turn the direction of writing.
//
// Every output passes its text through [Text] (or [Line], where it stands in one
// line), so that what readers see is all that is there. Gone are the controls of
// the bidirectional algorithm (Unicode Standard Annex 9, 2), whose force goes on
// past their own text, but for first strong isolates that end in it ([Isolate]), and
// other characters of format that nothing shows. What a
// script is spelt with stays where that script stands: joiners between letters of
// Arabic, Indic and related scripts and within emoji, spaces of no width between
// words of Thai, Lao, Khmer and Myanmar, one variation selector behind a sign that
// has variants. Control characters, noncharacters and bytes that are not UTF-8 show
// as U+FFFD.
//
// Messages about a text pass through [Visible], which names what it does not show.
// The policy is our own: the profiles of PRECIS (RFC 8264) are for identifiers, and
// bluemonday and its like know markup, not characters.
package sanitize

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Text returns s as every output shows it: valid UTF-8 without hidden characters.
// Tabs and line ends stay; other vertical white space is a space.
func Text(s string) string { return rewrite(s, nil) }

// Line returns [Text] as one line without spaces at its ends: runs of white space
// are one space, but for spaces that no line breaks at.
func Line(s string) string {
	s = Text(s)
	if tidy(s) {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, breakable), " ")
}

// tidy reports whether the white space of s is single spaces between words.
func tidy(s string) bool {
	before := ' '
	for _, r := range s {
		if r == ' ' && before == ' ' || r != ' ' && breakable(r) {
			return false
		}
		before = r
	}
	return before != ' ' || s == ""
}

// Visible returns s for messages, in one line: what [Text] leaves out stands as
// its code point, "<U+202E>".
func Visible(s string) string {
	s = rewrite(s, func(r rune) string { return fmt.Sprintf("<U+%04X>", r) })
	return strings.Map(func(r rune) rune {
		if breakable(r) {
			return ' '
		}
		return r
	}, s)
}

// JSON escapes what is hidden in JSON that is well formed, so that its strings say
// the same and steer no terminal (RFC 8259, section 7).
func JSON(data []byte) []byte {
	clean := true
	for _, b := range data {
		clean = clean && (b >= ' ' && b < 0x7f || b == '\n')
	}
	if clean {
		return data
	}
	var out []byte
	for _, r := range string(data) {
		if r == '\n' || r < utf8.RuneSelf && r >= ' ' && r != 0x7f || r >= utf8.RuneSelf && kindOf(r) == shown && r != utf8.RuneError {
			out = utf8.AppendRune(out, r)
			continue
		}
		for _, unit := range utf16.AppendRune(nil, r) {
			out = fmt.Appendf(out, `\u%04x`, unit)
		}
	}
	return out
}

// Blank reports whether nothing of s shows.
func Blank(s string) bool {
	for _, r := range Text(s) {
		if !unicode.IsSpace(r) && r != brailleBlank && !unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r) && !unicode.Is(unicode.Cf, r) {
			return false
		}
	}
	return true
}

// Hidden returns the characters of s that [Text] does not show as they are, each
// once, in the order of s.
func Hidden(s string) []rune {
	var out []rune
	rewrite(s, func(r rune) string {
		if !strings.ContainsRune(string(out), r) {
			out = append(out, r)
		}
		return ""
	})
	return out
}

// Invisible reports whether r draws nothing by itself: a character of format or a
// selector that [Text] may leave for the sake of what stands beside it.
func Invisible(r rune) bool { return kindOf(r) == dropped }

// brailleBlank is a pattern without dots.
const brailleBlank = '\u2800'

// breakable reports whether r is white space at which a line may break.
func breakable(r rune) bool {
	return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' && r != '\u2007'
}

// A kind of character.
type kind uint8

const (
	shown   kind = iota // as it is
	spaced              // shown as a space
	dropped             // not shown, but where its script needs it
	damaged             // shown as U+FFFD
)

func kindOf(r rune) kind {
	switch {
	case r >= ' ' && r < 0x7f, r == '\t', r == '\n':
		return shown
	case r == '\v', r == '\f', r == '\r', r == 0x85, r == '\u2028', r == '\u2029':
		return spaced
	case r < 0xa0, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return damaged
	case unicode.In(r, unicode.Prepended_Concatenation_Mark):
		return shown
	case unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point):
		return dropped
	}
	return shown
}

// rewrite writes s by the policy. What is not shown as it is, is what instead says
// of it; where that is nil, it is left out or shows as U+FFFD.
func rewrite(s string, instead func(rune) string) string {
	if plain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	before := rune(0)
	pairs := isolates(s)
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		k := kindOf(r)
		if r == utf8.RuneError && n == 1 {
			k = damaged
		}
		if flag := tagged(s[i:]); flag > 0 {
			b.WriteString(s[i : i+flag])
			i, before = i+flag, 0
			continue
		}
		paired := instead == nil && pairs[i]
		i += n
		switch {
		case paired, k == shown, k == dropped && spelt(before, r, s[i:]):
			b.WriteRune(r)
			before = r
		case k == spaced:
			b.WriteByte(' ')
			before = ' '
		case instead != nil:
			b.WriteString(instead(r))
			before = 0
		case k == damaged:
			b.WriteRune(utf8.RuneError)
			before = 0
		}
	}
	return b.String()
}

// plain reports whether all of s is shown as it is, wherever it stands.
func plain(s string) bool {
	for i, r := range s {
		switch {
		case r >= ' ' && r < 0x7f, r > 0xa0 && r < 0x300 && r != 0xad, r >= 0x2010 && r <= 0x2027: // what nearly all texts are of
		case kindOf(r) != shown, r == utf8.RuneError && !strings.HasPrefix(s[i:], "\ufffd"):
			return false
		}
	}
	return true
}
