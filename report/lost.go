package report

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/report/facts"
	"sitrep/report/integrity"
	"sitrep/report/pdf"
)

// mostLost is how many characters one warning names.
const mostLost = 8

// lost says which characters the PDF's fonts could not set: one warning for each
// string of the facts file that has any, at its place. What stands in no string,
// as a part of a word that the program put together, is told by what it stands in.
func lost(f *facts.File, tag string, r *pdf.Result) []string {
	var missing []rune
	for _, l := range r.Lost {
		if !slices.Contains(missing, l.Rune) {
			missing = append(missing, l.Rune)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	var warnings []string
	found := map[rune]bool{}
	for p := range integrity.Printed(f) {
		if p.Lang != "" && p.Lang != tag {
			continue
		}
		at, signs := -1, []rune(nil)
		for i, c := range p.S {
			if slices.Contains(missing, c) && !slices.Contains(signs, c) {
				if found[c], signs = true, append(signs, c); at < 0 {
					at = i
				}
			}
		}
		if at >= 0 {
			line, col := f.LocateIn(p.Pointer, at)
			warnings = append(warnings, fmt.Sprintf("%s:%d:%d: %s: the fonts cannot set %s", f.Name, line, col, p.Pointer, named(signs)))
		}
	}
	for _, l := range r.Lost {
		if !found[l.Rune] {
			found[l.Rune] = true
			warnings = append(warnings, fmt.Sprintf("%s: the fonts cannot set %s in %q", l.Place, named([]rune{l.Rune}), l.Text))
		}
	}
	return warnings
}

// named names characters by their numbers.
func named(signs []rune) string {
	var out []string
	for _, c := range signs[:min(len(signs), mostLost)] {
		out = append(out, fmt.Sprintf("%U", c))
	}
	if n := len(signs) - mostLost; n > 0 {
		out = append(out, fmt.Sprintf("and %d more", n))
	}
	return strings.Join(out, ", ")
}
