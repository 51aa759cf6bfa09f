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
	{Code: "E604", Title: "two files of one edition",
		Text: "Two of the files that are checked together have one id and are one edition: they would be written to one place, by build and by " +
			"site alike.",
		Bad: `"briefing": {"id": "floods"}, in two files`, Good: `"briefing": {"id": "floods-north"}`},
	{Code: "W604", Title: "two editions of one briefing",
		Text: "Two of the files that are checked together have one id, and differ in edition or in as_of. site publishes both, and says what " +
			"changed between them; build would write them to one place, and refuses to.",
		Bad: `"briefing": {"id": "floods", "edition": "2"}, beside an edition 1`, Good: `"briefing": {"id": "floods", "edition": "2"}`},
}

// themeTable has the rules that a theme may break.
var themeTable = []facts.Code{
	{Code: "E901", Title: "a theme with too little contrast",
		Text: "Text has a contrast of 4.5 at least to all that it may stand on (paper, panel, band, and grid, which is the land of maps), " +
			"marks and axes one of 3 (WCAG 2.2, 1.4.3 and 1.4.11). What a theme leaves out is the plain one's, and is judged together with " +
			"what it sets.",
		Bad: `"light": {"ink": "#bbbbbb"}`, Good: `"light": {"ink": "#333333"}`},
	{Code: "E902", Title: "a theme in which one colour means two things",
		Text: "Statuses have colours that are told apart from each other, from links, titles and text, and from the tints of origins: at least " +
			"10 and 6 in Oklab (times 100), and marks half of that to readers with one of the three colour vision deficiencies. The series " +
			"are at least 5 apart.",
		Bad: `"light": {"confirmed": "#4781b1"}`, Good: `"light": {"confirmed": "#144e26"}`},
	{Code: "E903", Title: "a theme whose grid is stronger than its axis",
		Text: "Grid, rules and the band of agreement stay behind what they lie behind, also in grey print: fainter than the axis.",
		Bad:  `"light": {"rule": "#333333"}`, Good: `"light": {"rule": "#d3d6da"}`},
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
