package report

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/report/integrity"
	"sitrep/report/pdf"
)

// mostLost is how many characters one warning names.
const mostLost = 8

// lost says which characters the PDF's fonts could not set: one warning for each
// string of the facts file that has any, at its place. What stands in no string,
// as a part of a word that the program put together, is told by what it stands in.
func lost(l *look, tag string, r *pdf.Result) []string {
	if len(r.Lost) == 0 {
		return nil
	}
	var warnings []string
	in, told := map[rune]bool{}, map[rune]bool{}
	for _, x := range r.Lost {
		in[x.Rune] = true
	}
	for _, u := range integrity.Unprintables(l.facts, l.fonts) {
		u.Missing = slices.DeleteFunc(u.Missing, func(c rune) bool { return !in[c] })
		if len(u.Missing) == 0 || u.Lang != "" && u.Lang != tag {
			continue
		}
		for _, c := range u.Missing {
			told[c] = true
		}
		line, col := l.facts.LocateIn(u.Pointer, u.At)
		warnings = append(warnings, fmt.Sprintf("%s:%d:%d: %s: the fonts cannot set %s", l.facts.Name, line, col, u.Pointer,
			codePoints(u.Missing)))
	}
	for _, x := range r.Lost {
		if !told[x.Rune] {
			told[x.Rune] = true
			warnings = append(warnings, fmt.Sprintf("%s: the fonts cannot set %s in %q", x.Place, codePoints([]rune{x.Rune}), x.Text))
		}
	}
	return warnings
}

// codePoints names characters by their numbers.
func codePoints(runes []rune) string {
	var out []string
	for _, c := range runes[:min(len(runes), mostLost)] {
		out = append(out, fmt.Sprintf("%U", c))
	}
	if n := len(runes) - mostLost; n > 0 {
		out = append(out, fmt.Sprintf("and %d more", n))
	}
	return strings.Join(out, ", ")
}
