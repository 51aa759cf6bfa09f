package lang

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Spoken is a stretch of text, and what a voice should say for it where the
// signs would be read wrongly or not at all, or its language where the script tells it.
type Spoken struct {
	Text string // as it stands in the document
	Say  string // empty: as written
	Lang string // BCP 47; empty: that of the text around
}

// Speak cuts text at ranges and signs, "3,000–12,000", "≥", "≈", "→", and at words
// in Hangul. The texts of the stretches are the text.
func (l *Language) Speak(s string) []Spoken {
	if ascii(s) {
		return []Spoken{{Text: s}}
	}
	c := cutter{s: s, language: l}
	for i, r := range s {
		switch key := signKey(r); {
		case i < c.from:
		case r == '–':
			c.span(i)
		case r >= firstHangul && unicode.Is(unicode.Hangul, r):
			c.cut(i, i+hangul(s[i:]), Spoken{Lang: "ko"})
		case key != "":
			c.cut(i, i+utf8.RuneLen(r), Spoken{Say: l.Say(key)})
		}
	}
	c.cut(len(s), len(s), Spoken{})
	return c.out
}

// Voice writes text as it is to be said, for what is heard and never seen, such as
// the alternative text of a figure: "between 3 and 5", "at least 100".
func (l *Language) Voice(s string) string {
	var b strings.Builder
	for _, p := range l.Speak(s) {
		if p.Say != "" {
			b.WriteString(p.Say)
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

// endsDate reports whether a figure or the name of a month ends s; beginsDate,
// whether one begins it.
func (l *Language) endsDate(s string) bool {
	return s != "" && isDigit(s[len(s)-1]) ||
		slices.ContainsFunc(l.list.Dates.Short, func(m string) bool { return strings.HasSuffix(s, m) }) ||
		slices.ContainsFunc(l.list.Dates.Months, func(m string) bool { return strings.HasSuffix(s, m) })
}

func (l *Language) beginsDate(s string) bool {
	return s != "" && isDigit(s[0]) || slices.ContainsFunc(l.list.Dates.Short, func(m string) bool { return strings.HasPrefix(s, m) })
}

func ascii(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// firstHangul is the first rune of the script: nothing below need be looked up.
const firstHangul = 0x1100

// hangul returns how long the words in Hangul at the beginning of s are.
func hangul(s string) int {
	end := 0
	for i, r := range s {
		if unicode.Is(unicode.Hangul, r) {
			end = i + utf8.RuneLen(r)
		} else if r != ' ' {
			break
		}
	}
	return end
}

// A cutter cuts a text into what is said as written and what is not.
type cutter struct {
	s        string
	language *Language
	from     int
	out      []Spoken
}

// cut makes a stretch of what stands between start and end.
func (c *cutter) cut(start, end int, p Spoken) {
	if start > c.from {
		c.out = append(c.out, Spoken{Text: c.s[c.from:start]})
	}
	if end > start {
		p.Text = c.s[start:end]
		c.out = append(c.out, p)
	}
	c.from = end
}

// span cuts the range whose dash stands at i, if there is a number on either side.
// Between two dates the dash stands between spaces, and is said alone.
func (c *cutter) span(i int) {
	start, end := numberBefore(c.s[c.from:i])+c.from, i+len("–")
	n := numberAfter(c.s[end:])
	if strings.HasSuffix(c.s[:i], " ") && strings.HasPrefix(c.s[end:], " ") {
		if i >= c.from+2 && c.language.endsDate(c.s[:i-1]) && c.language.beginsDate(c.s[end+1:]) {
			c.cut(i, end, Spoken{Say: c.language.Say("voice.arrow")})
		}
		return
	}
	if start < i && n > 0 {
		c.cut(start, end+n, Spoken{Say: c.language.Say("voice.range", c.s[start:i], c.s[end:end+n])})
	}
}

func signKey(r rune) string {
	switch r {
	case '≥':
		return "voice.least"
	case '≤':
		return "voice.most"
	case '≈':
		return "voice.about"
	case '→':
		return "voice.arrow"
	}
	return ""
}

// numberBefore returns where the number at the end of s begins.
func numberBefore(s string) int {
	i := len(s)
	for i > 0 && inNumber(s[i-1]) {
		i--
	}
	i -= groupsBefore(s[:i], s[i:])
	for i < len(s) && !isDigit(s[i]) {
		i++
	}
	return i
}

// numberAfter returns how long the number at the beginning of s is.
func numberAfter(s string) int {
	n := 0
	for n < len(s) && inNumber(s[n]) {
		n++
	}
	if n <= 3 {
		n += groupsAfter(s[n:])
	}
	for n > 0 && !isDigit(s[n-1]) {
		n--
	}
	if r, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsLetter(r) {
		return 0 // "F–16a" is no range
	}
	return n
}

// digits is how many figures s begins with.
func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}

// groupsAfter returns how long the groups of three figures are that s begins
// with, each after a space: " 000 000".
func groupsAfter(s string) int {
	total := 0
	for {
		rest, ok := strings.CutPrefix(s[total:], "\u00a0")
		if !ok {
			rest, ok = strings.CutPrefix(s[total:], " ")
		}
		if !ok || digits(rest) != 3 {
			return total
		}
		total = len(s) - len(rest) + 3
	}
}

// groupsBefore returns how long the groups are that end s and lead up to the
// figures last: "3 000 " leads up to "000".
func groupsBefore(s, last string) int {
	total := 0
	for len(last) == 3 && digits(last) == 3 {
		head, ok := strings.CutSuffix(s, "\u00a0")
		if !ok {
			head, ok = strings.CutSuffix(s, " ")
		}
		n := 0
		for n < len(head) && isDigit(head[len(head)-1-n]) {
			n++
		}
		if !ok || n == 0 || n > 3 {
			break
		}
		last = head[len(head)-n:]
		total += len(s) - len(head) + n
		s = head[:len(head)-n]
	}
	return total
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func inNumber(c byte) bool { return isDigit(c) || c == '.' || c == ',' }
