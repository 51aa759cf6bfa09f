package reference

import (
	"strings"

	"sitrep/report/pattern"
)

var (
	timed = pattern.Of(`^([0-9]{4}(?:[-/][0-9]{1,2}){0,2})/?[T ][0-9]{1,2}:.*$|^([0-9]{4}/[0-9]{1,2}/[0-9]{1,2})/[0-9]{1,2}:.*$`)
	span  = pattern.Of(`^([0-9]{4}(?:-[0-9]{2}){0,2})/([0-9]{4}(?:-[0-9]{2}){0,2}|\.\.)?$`)
	vague = pattern.Of(`^([0-9]{4}(?:-[0-9]{2}){0,2})[~?%]$`)
)

// Day returns the day of a date that has a time, the first of a stretch and the date
// of one that is not sure (EDTF, ISO 8601-2, levels 0 and 1), and tells in the library
// what it left out. Other text comes back as it is.
func (l *Library) Day(s string, line, col int) string {
	if m := timed().FindStringSubmatch(s); m != nil {
		l.Tell(line, col, "times of day are left out of dates")
		return m[1] + m[2]
	}
	if m := span().FindStringSubmatch(s); m != nil {
		l.Tell(line, col, "the record is dated by a stretch of time, "+s+": its beginning is taken")
		return m[1]
	}
	if m := vague().FindStringSubmatch(s); m != nil {
		l.Tell(line, col, "the date "+s+" is not sure, which a source has no place for: it is taken as it stands")
		return m[1]
	}
	return s
}

// Tell notes what is not kept of a record, each message once.
func (l *Library) Tell(line, col int, message string) {
	for _, t := range l.Told {
		if t.Message == message {
			return
		}
	}
	l.Told = append(l.Told, Fault{Line: line, Col: col, Message: message})
}

// Scripts are the characters that Unicode has raised and lowered.
const (
	base    = "0123456789+-=()n"
	raised  = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ"
	lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ"
)

// Script writes text raised or lowered, as "²" or "₂"; false where Unicode has no
// such characters.
func Script(s string, up bool) (string, bool) {
	to := []rune(lowered)
	if up {
		to = []rune(raised)
	}
	var b strings.Builder
	for _, r := range strings.Replace(s, "−", "-", 1) {
		i := strings.IndexRune(base, r)
		if i < 0 {
			return s, false
		}
		b.WriteRune(to[i])
	}
	return b.String(), true
}
