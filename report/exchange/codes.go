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
			Text: "A cell does not hold what its column holds: a number, a date, one of a few words, JSON. The place is named as spreadsheets " +
				"do, with the row and the column of the file.",
			Bad: "best\n12 thousand", Good: "best\n12000"},
		{Code: "E703", Title: "a column that nobody explained",
			Text: "The names of the columns are known in English and Spanish, and by the keys of the format; others are mapped with --map or a " +
				"mapping file. " +
				"A column is never left out in silence: map it to “-” where it should be.",
			Bad: "sitrep import table.csv", Good: "sitrep import table.csv --map 'Zona militar=place' --map 'Folio=-'"},
		{Code: "E704", Title: "a number or date that can be read in two ways",
			Text: "In one country 1.234 is more than a thousand, in another little more than one; 03/04/2024 is in March or in April. The locale " +
				"of the table says which, and is never guessed.",
			Bad: "sitrep import table.csv", Good: "sitrep import table.csv --locale es-ES"},
		{Code: "E705", Title: "something that every claim needs is missing",
			Text: "A claim has an origin, a status and a date, and an estimate a measure. Where a whole table has one and the same, --set says it.",
			Bad:  "sitrep import table.csv", Good: "sitrep import table.csv --set status=reported --set origin='Ministry of Health'"},
		{Code: "E706", Title: "an id that is given twice",
			Text: "Two rows bear one id, and would become one record.",
			Bad:  "id,best\na,1\na,2", Good: "id,best\na,1\nb,2"},
		{Code: "W701", Title: "a row or sheet that was left out",
			Text: "Totals, notes under a table, titles above it and sheets that are not shown are no claims. Each that is left out is told, so " +
				"that none is lost unseen.",
			Bad: "place,best\nNorth,3\nTotal,3", Good: "place,best\nNorth,3"},
		{Code: "W702", Title: "rows that are not shown were read",
			Text: "A filter or a person hid rows of the sheet. They are read like the others.",
			Bad:  "a workbook with a filter", Good: "a workbook without"},
		{Code: "W703", Title: "something was taken for granted",
			Text: "The table does not say what a new record needs: the kind of an origin, the publisher of a source. What was written in its " +
				"place is told, to be mended.",
			Bad: "origin\nMinistry", Good: "origin,origin kind\nMinistry,government"},
		{Code: "W704", Title: "a field that is not kept",
			Text: "A field that names a file of somebody's machine is left out, for a facts file travels " +
				"with the reports. And where a table says of a known " +
				"origin or source what the facts file says otherwise, the facts file stands. Each is told.",
			Bad: "@online{k, title = {T}, publisher = {P}, file = {C:/papers/t.pdf}}", Good: "@online{k, title = {T}, publisher = {P}}"},
	}
}
