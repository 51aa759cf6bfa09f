package flow

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sitrep/report/doc"
	"sitrep/report/pdf/tag"
)

// A spoken is a stretch of text, and what a voice should say for it where the
// signs would be read wrongly or not at all (ISO 32000-1, 14.9.5).
type spoken struct {
	text string
	say  string // empty: as written
}

// speak cuts text at ranges and signs: "3,000–12,000", "≥", "≈", "→".
func (w *writer) speak(s string) []spoken {
	if !strings.ContainsAny(s, "–≥≤≈→") {
		return []spoken{{s, ""}}
	}
	var out []spoken
	from := 0
	cut := func(start, end int, say string) {
		if start > from {
			out = append(out, spoken{s[from:start], ""})
		}
		out = append(out, spoken{s[start:end], say})
		from = end
	}
	for i, r := range s {
		switch {
		case i < from:
		case r == '–':
			if start, end := numberBefore(s[from:i])+from, i+len("–"); start < i {
				if n := numberAfter(s[end:]); n > 0 {
					cut(start, end+n, w.doc.Language.Say("pdf.range", s[start:i], s[end:end+n]))
				}
			}
		default:
			if key := signKey(r); key != "" {
				cut(i, i+utf8.RuneLen(r), w.doc.Language.Say(key))
			}
		}
	}
	if from < len(s) {
		out = append(out, spoken{s[from:], ""})
	}
	return out
}

func signKey(r rune) string {
	switch r {
	case '≥':
		return "pdf.least"
	case '≤':
		return "pdf.most"
	case '≈':
		return "pdf.about"
	case '→':
		return "pdf.arrow"
	}
	return ""
}

// numberBefore returns where the number at the end of s begins.
func numberBefore(s string) int {
	i := len(s)
	for i > 0 && inNumber(s[i-1]) {
		i--
	}
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
	for n > 0 && !isDigit(s[n-1]) {
		n--
	}
	if r, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsLetter(r) {
		return 0 // "F–16a" is no range
	}
	return n
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func inNumber(c byte) bool { return isDigit(c) || c == '.' || c == ',' }

// labelElem makes the element of a marking: its letters stand for words (FIRST TLP 2.0).
func (w *writer) labelElem(m doc.Marking, e *tag.Element) *tag.Element {
	out := tag.New(e, tag.Span)
	out.Expansion = w.doc.Language.Say("pdf.tlp", strings.TrimPrefix(string(m), "TLP:"))
	return out
}
