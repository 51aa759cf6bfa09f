package sheet

// A Grid is a sheet as it was read: nothing is known yet of what its rows and
// columns are.
type Grid struct {
	Name   string // of the sheet; empty where the form has none
	Rows   []Row  // from the top, empty ones too
	Merged []Area // cells that are joined; the first of them holds the text
	Hidden bool   // the sheet is not shown to who opens the file
	Unseen []int  // lines of rows that are not shown
	Veiled []int  // columns that are not shown, from 1
	More   []int  // lines of a text file, each once for every line that cells of the row before go on over

	Broken   []Remark // cells without a value: formulas that failed or were never worked out
	Comments []Remark // what people wrote beside cells
}

// A Remark is something about one cell, by its column and line from 1.
type Remark struct {
	Column, Line int    // from 1
	Text         string // what was written
}

// An Area is a rectangle of cells, counted from 1, both ends inside.
type Area struct {
	Column, Line, LastColumn, LastLine int // the first and last column and line
}

// Beyond is how many lines of a text file before a line are no rows of a spreadsheet.
func (g Grid) Beyond(line int) int {
	n := 0
	for _, l := range g.More {
		if l <= line {
			n++
		}
	}
	return n
}

// Table takes the first row for the names of the columns.
func (g Grid) Table() Table {
	t := Table{Name: g.Name}
	if len(g.Rows) > 0 {
		t.Columns, t.Rows = g.Rows[0].Cells, g.Rows[1:]
	}
	return t
}

// Choices returns what a cell of the column may hold, where only a few things may.
func Choices(table, column string) []string {
	if column == "kind" && table == "measures" {
		return []string{"count", "amount", "percent", "money", "rate", "level", "change"}
	}
	return choices[column]
}

var choices = map[string][]string{
	"type":        {"estimate", "event", "transfer", "statement"},
	"status":      {"confirmed", "reported", "claimed", "assessed", "planned", "denied", "forecast"},
	"category":    {"troops", "arms", "technology", "energy", "money", "diplomacy", "goods", "other"},
	"credibility": {"1", "2", "3", "4", "5", "6"},
	"approx":      {"true", "false"},
	"kind":        {"government", "intelligence", "military", "international", "party", "media", "research", "other"},
	"reliability": {"A", "B", "C", "D", "E", "F"},
	"confidence":  {"low", "moderate", "high"},
}
