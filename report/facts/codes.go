package facts

import "slices"

// A Code is one kind of problem. Codes are stable: one that is given up is not
// used again.
type Code struct {
	Code  string // "E203"
	Title string // one line, without a full stop
	Text  string // a paragraph
	Bad   string // an example that has the problem; bytes that cannot be shown stand in brackets
	Good  string // the same without it

	in string // what the examples are part of: see the test
}

// Codes returns the problems that Load reports, in ascending order of their codes.
func Codes() []Code { return slices.Concat(syntaxTable, shapeTable, meaningTable) }

// Explain returns the code's entry, and whether there is one.
func Explain(code string) (Code, bool) {
	for _, c := range Codes() {
		if c.Code == code {
			return c, true
		}
	}
	return Code{}, false
}

// smallest is a facts file with nothing in it.
const smallest = `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2024"}, "facts": []}`

// syntaxTable has the faults of JSON itself.
var syntaxTable = []Code{
	{"E101", "the file is empty",
		"A facts file holds one JSON object. A file of no bytes, or of white space alone, is usually one that was emptied by a failed copy.",
		"(no bytes)", smallest, "file"},
	{"E102", "byte order mark",
		"JSON is UTF-8 without a byte order mark (RFC 8259, section 8.1). Some editors put the three bytes EF BB BF before the text; choose " +
			"“UTF-8”, not “UTF-8 with BOM”, when saving.",
		"(the bytes EF BB BF) " + smallest, smallest, "file"},
	{"E103", "UTF-16 or UTF-32",
		"The file is text in another encoding. Save it as UTF-8. PowerShell writes UTF-16 by default.",
		"(the bytes FF FE 7B 00 7D 00)", smallest, "file"},
	{"E104", "not UTF-8",
		"Some bytes do not form characters in UTF-8. Usually the file is Latin-1 or Windows-1252: open it as such and save it as UTF-8.",
		"\"title\": \"Misi(the byte F3)n\"", `"title": "Misión"`, "head"},
	{"E105", "the file ends too early",
		"A string, array or object is not closed when the file ends. The message names the line in which it begins. Either a bracket is " +
			"missing or the file was cut off.",
		`{"format": 1, "briefing": {"id": "b"`, smallest, "file"},
	{"E106", "something else was expected",
		"The JSON cannot be read on from here. Problems before this place are reported, those after it are not.",
		`"title" "Troops"`, `"title": "Troops"`, "head"},
	{"E107", "a comma is missing",
		"Members of an object and items of an array are divided by commas.",
		`"title": "Troops" "subtitle": "Estimates"`, `"title": "Troops", "subtitle": "Estimates"`, "head"},
	{"E108", "a comma too many",
		"JSON has no comma after the last element, nor two in a row.",
		`"title": "Troops", "authors": ["A. Kim",]`, `"title": "Troops", "authors": ["A. Kim"]`, "head"},
	{"E109", "a comment",
		"JSON has no comments. What readers should know goes into a note; what only editors should know goes into the version history.",
		`"title": "Troops" // to be confirmed`, `"title": "Troops"`, "line"},
	{"E110", "not how JSON writes a number",
		"A number has no sign +, no leading zero, no separators and no unit, and digits on both sides of the decimal point. A date is a string.",
		`"low": +3000`, `"low": 3000`, "estimate"},
	{"E111", "a word that is no value",
		"JSON knows true, false and null. NaN, Infinity, None and undefined are not values; where there is nothing to say, leave the key out.",
		`"low": 3000, "high": NaN`, `"low": 3000`, "estimate"},
	{"E112", "control character in a string",
		`A string ends on the line where it begins. A line end is written \n, a tab \t; paragraphs stand in an array of strings. When the ` +
			`closing quotation mark was forgotten, this is what is found.`,
		"\"title\": \"Troops\nin Kursk\"", `"title": "Troops in Kursk"`, "head"},
	{"E113", "unknown escape",
		`After a backslash stands one of " \ / b f n r t, or u and four hexadecimal digits. A backslash itself is written \\.`,
		`"title": "C:\reports\Kursk"`, `"title": "C:\\reports\\Kursk"`, "head"},
	{"E114", "half a character",
		`Characters beyond U+FFFF are written with two \u escapes, a surrogate pair. One half alone is no character. Write the character itself.`,
		`"title": "\ud83d"`, `"title": "\ud83d\ude00"`, "head"},
	{"E115", "nested too deep",
		"Arrays and objects may be nested 100 deep, far more than the format needs.",
		nested, smallest, "file"},
	{"E116", "a key twice",
		"An object has each key once. Of two, readers would take one or the other, so neither is taken for granted.",
		`"title": "Troops", "title": "Soldiers"`, `"title": "Troops"`, "head"},
	{"E117", "something after the end",
		"A file holds one object. Something follows its closing brace: a second object, or a brace too many.",
		smallest + "}", smallest, "file"},
	{"E118", "quotation marks",
		`Names and strings stand in straight double quotes ("), not in single or typographic ones, and never without.`,
		`'title': 'Troops'`, `"title": "Troops"`, "head"},
}

// nested is an array in an array, 101 deep.
const nested = ten + ten + ten + ten + ten + ten + ten + ten + ten + ten + "["

const ten = "[[[[[[[[[["
