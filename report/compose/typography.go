package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// typographic replaces straight quotation marks and apostrophes by those of the language,
// and marks of feet, inches, minutes and seconds behind figures by primes. What follows s
// is after.
func (w *liner) typographic(s string, after rune) string {
	if w.literal || !strings.ContainsAny(s, `"'`) {
		for _, r := range tail(s) {
			w.saw(r)
		}
		w.prime = w.prime && !strings.ContainsAny(s, " \n")
		return s
	}
	var b strings.Builder
	for i, r := range s {
		next := after
		if i+utf8.RuneLen(r) < len(s) {
			next, _ = utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		}
		if strings.HasPrefix(s[i+1:], "...") { // "...so": what opens with an ellipsis
			next = '…'
		}
		written := string(r)
		switch r {
		case '"':
			written = w.doubleMark(next)
		case '\'':
			written = w.singleMark(s[i+1:], next)
		}
		b.WriteString(written)
		for _, r := range written {
			w.saw(r)
		}
		w.prime = r == '\'' && written == prime || w.prime && !unicode.IsSpace(r)
	}
	return b.String()
}

const prime, doublePrime = "′", "″"

// doubleMark writes a straight double mark. Between Hebrew letters, where it makes an abbreviation or opens a quotation
// behind a prefix, it stays as it is written, and so does one behind it that nothing else opened.
func (w *liner) doubleMark(next rune) string {
	outer, _ := w.c.l.Quotes()
	switch {
	case w.opens(next):
		w.double++
		return outer.Open
	case unicode.Is(unicode.Hebrew, w.before) && unicode.Is(unicode.Hebrew, next):
		w.amid = true
		return `"`
	case w.amid && w.double == 0:
		return `"`
	case digit(w.before) && (w.prime || w.double == 0):
		return doublePrime
	}
	w.double = max(0, w.double-1)
	return outer.Close
}

// singleMark writes a straight single mark: an apostrophe, a quotation mark or a prime.
func (w *liner) singleMark(rest string, next rune) string {
	_, inner := w.c.l.Quotes()
	switch {
	case w.opens(next) && w.elided(rest):
		return apostrophe
	case w.opens(next):
		w.single++
		return inner.Open
	case digit(w.before) && (digit(next) || w.single == 0 && !unicode.IsLower(next)):
		return prime
	case unicode.IsLetter(w.before) && unicode.IsLetter(next) || w.single == 0:
		return apostrophe
	}
	w.single--
	return inner.Close
}

const apostrophe = "’"

// opens reports whether a mark stands at the beginning of something: nothing that is said
// stands right before it, and something right after.
func (w *liner) opens(next rune) bool {
	return !unicode.IsLetter(w.before) && !unicode.IsDigit(w.before) && !strings.ContainsRune(".,;:!?)]}%’”»″′", w.before) &&
		!unicode.IsSpace(next) && !strings.ContainsRune(".,;:!?)]}’”»", next)
}

// elided reports whether rest begins with what an apostrophe stands before: the last two
// figures of a year ("'90s") or a word that has lost its beginning ("'twas").
func (w *liner) elided(rest string) bool {
	word := rest
	if end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); end >= 0 {
		word = rest[:end]
	}
	word = strings.ToLower(word)
	if year := strings.TrimSuffix(word, "s"); len(year) == 2 && digit(rune(year[0])) && digit(rune(year[1])) {
		return word != year || !strings.HasPrefix(rest[2:], "'")
	}
	return w.c.l.Elided(word)
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// tail returns the last few characters: all that decides what comes next.
func tail(s string) string {
	i := len(s)
	for n := 0; n < 4 && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}
