package report

import (
	"fmt"
	"strings"

	"sitrep/report/pdf"
)

// mostLost is how many characters one warning names.
const mostLost = 8

// lost says which characters the PDF's fonts could not set: one warning for
// each text that has any.
func lost(r *pdf.Result) []string {
	var warnings []string
	for i := 0; i < len(r.Lost); {
		first, signs := r.Lost[i], []string(nil)
		for ; i < len(r.Lost) && r.Lost[i].Place == first.Place && r.Lost[i].Text == first.Text; i++ {
			signs = append(signs, fmt.Sprintf("%U", r.Lost[i].Rune))
		}
		if n := len(signs) - mostLost; n > 0 {
			signs = append(signs[:mostLost], fmt.Sprintf("and %d more", n))
		}
		warnings = append(warnings, fmt.Sprintf("%s: the fonts cannot set %s in %q", first.Place, strings.Join(signs, ", "), first.Text))
	}
	return warnings
}
