package report

import (
	"strings"

	"sitrep/report/facts"
)

// buildTable has the problems that only building finds.
var buildTable = []facts.Code{
	{Code: "E602", Title: "words that tell of what is removed",
		Text: "With --release, what is marked above the label is removed, and so is every text that writes its value as {{id}} or cites it. " +
			"These words may be shown by their marking, and still tell of it: a number or day that nothing else of the same measure or kind " +
			"gives; a statement, sentence, title, quote, definition or address of it, or six words in a row; the name of an origin, actor or " +
			"place that is gone. Nothing is built. Mark the words as high as what they tell of, or write them without. The search finds slips, " +
			"not every way of telling: rounded numbers, shares and paraphrases are for the author to mark.",
		Bad:  `"text": "Clinics count 84 more."`,
		Good: `"text": "Clinics count 84 more.", "marking": "TLP:AMBER"`},
	{Code: "E603", Title: "nothing may be shown",
		Text: "With --release, a part that bears no marking has that of what encloses it: a block that of its section, sections and records " +
			"that of the briefing. Under this label nothing is left of the briefing. Where the whole is marked above the label, every part that " +
			"may be shown must say so, together with the origin, measure, sources, actors and places that it names; or mark the parts that are " +
			"secret, and the whole no higher than the rest.",
		Bad:  `"briefing": {"id": "b", "marking": "TLP:RED"}, "facts": [{"id": "rain"}]`,
		Good: `"briefing": {"id": "b"}, "facts": [{"id": "rain"}, {"id": "raid", "marking": "TLP:RED"}]`},
}

// A Refusal says why a briefing is not built: one problem for each string that
// a release would give away, in file order.
type Refusal struct {
	Problems []facts.Problem // in file order
}

// Error tells the problems, one a line.
func (r *Refusal) Error() string {
	lines := make([]string, len(r.Problems))
	for i, p := range r.Problems {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}
