package report

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"sitrep/report/facts"
	"sitrep/report/integrity"
	"sitrep/report/pdf"
)

// buildTable has the problems that only building finds.
var buildTable = []facts.Code{
	{Code: "E601", Title: "a script that the PDF cannot set",
		Text: "The word is written from right to left, or in letters that join, stack or change places. The PDF's fonts and line breaker do not know the rules of such scripts, and would misquote it, so that no PDF is written, nor anything else of the briefing that was to be built with it. HTML and Markdown leave the setting to the reader's program, which knows them: build these alone, or write the words in Latin letters. Before a build, sitrep check warns of it with W601.",
		Bad:  `"title": "بيان الوزارة", "publisher": "Institute"`,
		Good: `"title": "Bayan al-wizara", "publisher": "Institute"`},
	{Code: "E602", Title: "words that tell of what is removed",
		Text: "With --release, what is marked above the label is removed, and so is every text that writes its value as {{id}} or cites it. These words may be shown by their marking, and still tell of it: a number or day that nothing else of the same measure or kind gives; a statement, sentence, title, quote, definition or address of it, or six words in a row; the name of an origin, actor or place that is gone. Nothing is built. Mark the words as high as what they tell of, or write them without. The search finds slips, not every way of telling: rounded numbers, shares and paraphrases are for the author to mark.",
		Bad:  `"text": "Clinics count 84 more."`,
		Good: `"text": "Clinics count 84 more.", "marking": "TLP:AMBER"`},
	{Code: "E603", Title: "nothing may be shown",
		Text: "With --release, a part that bears no marking has that of what encloses it: a block that of its section, sections and records that of the briefing. Under this label nothing is left of the briefing. Where the whole is marked above the label, every part that may be shown must say so, together with the origin, measure, sources, actors and places that it names; or mark the parts that are secret, and the whole no higher than the rest.",
		Bad:  `"briefing": {"id": "b", "marking": "TLP:RED"}, "facts": [{"id": "rain"}]`,
		Good: `"briefing": {"id": "b"}, "facts": [{"id": "rain"}, {"id": "raid", "marking": "TLP:RED"}]`},
}

// A Refusal says why a briefing is not built: one problem for each string that
// the PDF would set wrongly, or that a release would give away, in file order.
type Refusal struct{ Problems []facts.Problem }

// Error tells the problems, one a line.
func (r *Refusal) Error() string {
	lines := make([]string, len(r.Problems))
	for i, p := range r.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// located turns what the PDF refused into problems at their places in the facts
// file; any other error stays as it is.
func located(f *facts.File, err error) error {
	refused := refusedWords(err)
	if len(refused) == 0 {
		return err
	}
	r := &Refusal{}
	for w := range integrity.ShapedWords(f) {
		n := len(r.Problems)
		if n > 0 && r.Problems[n-1].Pointer == w.Pointer || !slices.Contains(refused, norm.NFC.String(w.Word)) {
			continue
		}
		r.Problems = append(r.Problems, refuse(f, w))
	}
	if len(r.Problems) == 0 { // it stands in no string of the file: it is told all the same
		r.Problems = append(r.Problems, refuse(f, integrity.ShapedWord{Word: refused[0], Script: "it", Pointer: "/briefing", Line: 1, Col: 1}))
	}
	slices.SortStableFunc(r.Problems, func(a, b facts.Problem) int { return cmp.Or(a.Line-b.Line, a.Col-b.Col) })
	return r
}

func refuse(f *facts.File, w integrity.ShapedWord) facts.Problem {
	return facts.Problem{File: f.Name, Line: w.Line, Col: w.Col, Code: "E601", Pointer: w.Pointer,
		Message: "the PDF cannot set " + w.Script + " (" + w.Word + ")", Hint: integrity.ScriptHint}
}

// refusedWords collects the words of every refusal in a tree of errors.
func refusedWords(err error) []string {
	switch e := err.(type) { //nolint:errorlint // it walks the whole tree, every branch of it
	case *pdf.Refusal:
		return e.Words
	case interface{ Unwrap() error }:
		return refusedWords(e.Unwrap())
	case interface{ Unwrap() []error }:
		var all []string
		for _, inner := range e.Unwrap() {
			all = append(all, refusedWords(inner)...)
		}
		return all
	}
	return nil
}
