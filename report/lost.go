package report

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/report/doc"
	"sitrep/report/pdf"
)

// mostLost is how many characters one warning names.
const mostLost = 8

// lost says which characters the PDF's fonts could not set, by what the checks found of the facts file: one warning for
// each string that has any, at its place. What they did not find is told where the document says that it was read.
func lost(l *look, tag string, r *pdf.Result) []string {
	if len(r.Lost) == 0 {
		return nil
	}
	var warnings []string
	in, told := map[rune]bool{}, map[rune]bool{}
	for _, x := range r.Lost {
		in[x.Rune] = true
	}
	for _, u := range l.judged().Missing {
		gone := slices.DeleteFunc(slices.Clone(u.Missing), func(c rune) bool { return !in[c] })
		if len(gone) == 0 || u.Lang != "" && u.Lang != tag {
			continue
		}
		for _, c := range gone {
			told[c] = true
		}
		if !u.Allowed {
			at := doc.Place{File: l.facts.Name, Line: u.Line, Col: u.Col, Pointer: u.Pointer}
			warnings = append(warnings, fmt.Sprintf("%s: the fonts cannot set %s", at, codePoints(gone)))
		}
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
