package exchange

import "sitrep/report/facts"

// Codes lists the problems of files that are imported, in the order of their codes.
func Codes() []facts.Code {
	return []facts.Code{
		{Code: "E701", Title: "a file that cannot be imported",
			Text: "The file is not what its name says, is cut short, is in an encoding that is not stated, or has no reader. " +
				"Bytes that are not UTF-8 are not guessed: Windows-1252 and Windows-1251 look alike to a program, and mean other letters.",
			Bad: "sitrep import report.docx", Good: "sitrep import table.csv --encoding windows-1252"},
		{Code: "E702", Title: "a cell that cannot be read",
			Text: "A cell does not hold what its column holds: a number, a date, one of a few words, JSON. The place is named as spreadsheets do, with the row and the column of the file.",
			Bad:  "best\n12 thousand", Good: "best\n12000"},
	}
}
