package facts

// shapeTable has the problems of keys and values.
var shapeTable = []Code{
	{"E201", "a required key is missing",
		"Every key that the format does not mark as optional must be there. A wrongly spelt key is reported twice: as unknown (E202) and " +
			"as missing.",
		`{"title": "Bulletin 12"}`, `{"title": "Bulletin 12", "publisher": "Ministry"}`, "source"},
	{"E202", "an unknown key",
		"The format does not know this key here. It is not skipped, because a misspelt key would lose what it says. The hint names the " +
			"nearest known one.",
		`{"title": "Bulletin 12", "publisher": "Ministry", "publised": "2025"}`, `{"title": "Bulletin 12", "publisher": "Ministry", ` +
			`"published": "2025"}`, "source"},
	{"E203", "a range that is upside down",
		"low is not above best, and best is not above high. Equal values are allowed.",
		`"low": 12000, "high": 3000`, `"low": 3000, "high": 12000`, "estimate"},
	{"E204", "a value of the wrong kind",
		"A string stands where a number should, an object where an array should, and so on. null is never a value: leave the key out.",
		`"low": "3000"`, `"low": 3000`, "estimate"},
	{"E205", "a key of another type of fact",
		"Each type of fact has keys of its own. The message says which type has this one; perhaps the type is wrong, not the key.",
		`"best": 3000, "until": "2024"`, `"best": 3000`, "estimate"},
	{"E206", "not an id",
		"An id is made of small letters a–z, digits and hyphens and does not begin with a hyphen: [a-z0-9][a-z0-9-]*. It has at most 100 " +
			"characters. Ids become anchors in the page and names of files.",
		`"Min_Of_Interior": {"title": "Bulletin 12", "publisher": "Ministry"}`, `"min-of-interior": {"title": "Bulletin 12", "publisher": ` +
			`"Ministry"}`, "sources"},
	{"E207", "an id twice",
		"Facts, sources, judgements, sections and charts share one namespace, so that {{id}} and [@id] mean one thing. Actors, places, " +
			"measures and origins each have their own.",
		`"fact": {"title": "Bulletin 12", "publisher": "Ministry"}`, `"bulletin": {"title": "Bulletin 12", "publisher": "Ministry"}`, "sources"},
	{"E208", "not a date",
		"A date is written 2024, 2024-10, 2024-10-23, 2024-Q4, 2024-H2 or 2024-W43, in quotes, and exists in the calendar. Write only as much " +
			"as is known: the precision written is the precision shown.",
		`{"title": "Bulletin 12", "publisher": "Ministry", "published": "23/10/2024"}`, `{"title": "Bulletin 12", "publisher": "Ministry", ` +
			`"published": "2024-10-23"}`, "source"},
	{"E209", "not one of the known values",
		"The key takes one of a few words, which the message lists.",
		`{"name": "NIS", "kind": "spies"}`, `{"name": "NIS", "kind": "intelligence"}`, "origin"},
	{"E210", "a number out of range",
		"Counts are not negative, latitudes run from -90 to 90, longitudes from -180 to 180, credibility from 1 to 6, and a number of " +
			"days is whole.",
		`"low": -5`, `"low": 5`, "estimate"},
	{"E211", "too large or too small a number",
		"Numbers lie below 1e300, and their last digit stands no further than 300 places behind the point.",
		`"low": 1e999`, `"low": 1e9`, "estimate"},
	{"E212", "an estimate without a number",
		"An estimate gives best, or low, or high, or several of them. What counts nothing is an event or a statement.",
		`"note": "many"`, `"low": 3000, "note": "many"`, "estimate"},
	{"E213", "until before date",
		"An event that lasts ends when it begins, or later.",
		`"date": "2024-10-23", "until": "2024-09"`, `"date": "2024-10-23", "until": "2024-10"`, "event"},
	{"E214", "an amount without a measure",
		"The numbers of a transfer need a measure that says what is counted.",
		`"low": 9000000`, `"low": 9000000, "measure": "m"`, "transfer"},
	{"E215", "a language is missing",
		"A text that is given per language has every language of the briefing. A plain string is the same in all of them: right for a name, " +
			"wrong for a sentence.",
		`{"text": {"en": "Seoul"}}`, `{"text": {"en": "Seoul", "es": "Seúl"}}`, "bilingual"},
	{"E216", "a language that the briefing does not have",
		"The languages of a text are those that the briefing lists, in the same spelling.",
		`{"text": {"en": "Seoul", "es": "Seúl", "fr": "Séoul"}}`, `{"text": {"en": "Seoul", "es": "Seúl"}}`, "bilingual"},
	{"E217", "a language that is not known",
		"Languages are BCP 47 tags such as es, es-MX or en-GB. A language of the briefing also needs a word list, for dates, numbers and the " +
			"words round them.",
		`{"id": "b", "title": "T", "languages": ["spanish"], "as_of": "2024"}`, `{"id": "b", "title": "T", "languages": ["es"], "as_of": "2024"}`,
		"briefing"},
	{"E218", "a language twice",
		"The briefing lists each language once.",
		`{"id": "b", "title": "T", "languages": ["es-MX", "es-mx"], "as_of": "2024"}`, `{"id": "b", "title": "T", "languages": ["es-MX"], ` +
			`"as_of": "2024"}`, "briefing"},
	{"E219", "not a web address",
		"url and archived are whole addresses that begin with https:// or http://.",
		`{"title": "Bulletin 12", "publisher": "Ministry", "url": "www.example.org"}`, `{"title": "Bulletin 12", "publisher": "Ministry", ` +
			`"url": "https://www.example.org/"}`, "source"},
	{"E220", "a text that says nothing",
		"A required name, title or text is blank, or has no paragraph.",
		`{"title": "", "publisher": "Ministry"}`, `{"title": "Bulletin 12", "publisher": "Ministry"}`, "source"},
	{"E221", "an empty list",
		"A briefing has at least one language, and an array in a selection at least one value. To take all, leave the key out.",
		`{"id": "b", "title": "T", "languages": [], "as_of": "2024"}`, `{"id": "b", "title": "T", "languages": ["en"], "as_of": "2024"}`,
		"briefing"},
	{"E222", "another format",
		"This program reads format 1.",
		`2`, `1`, "format"},
	{"E223", "half a place",
		"Coordinates are a pair: lat and lon, in degrees (WGS 84).",
		`{"name": "Kursk", "lat": 51.7}`, `{"name": "Kursk", "lat": 51.7, "lon": 36.2}`, "place"},
	{"E224", "a likelihood without a scale",
		"Words of likelihood mean something only on a scale. The briefing chooses one with likelihood_scale, and its key is printed in " +
			"the report.",
		`{"id": "j", "text": "More will be sent.", "likelihood": "likely", "because": []}`, `{"id": "j", "text": "More will be sent.", ` +
			`"because": []}`, "judgement"},
	{"E225", "not a term of the scale",
		"likelihood is a term of the briefing's scale, in English as the standard has it. The two rows of ICD 203 are both taken; terms of " +
			"one scale are not terms of the other.",
		`{"id": "j", "text": "More will be sent.", "likelihood": "maybe", "because": []}`, `{"id": "j", "text": "More will be sent.", ` +
			`"likelihood": "likely", "because": []}`, "scaled"},
	{"E226", "not the code of a warning",
		"allow silences warnings, whose codes are W and three digits. Problems cannot be silenced.",
		`{"code": "E203", "why": "known"}`, `{"code": "W101", "why": "known"}`, "allow"},
	{"E228", "too many digits",
		"A number is kept as it is written, digit for digit, and has at most 30 significant digits. No source counts so finely: copy only the " +
			"digits that it gives.",
		`"low": 3.1415926535897932384626433832795`, `"low": 3.14159`, "estimate"},
	{"E229", "a key that the kind of quantity does not take",
		"Percentages and money have no unit, since the sign of percent and the currency are written in every language's own way; a currency " +
			"belongs to money, and a symbol to what is measured and not counted.",
		`{"name": "Turnout", "kind": "percent", "unit": "voters"}`, `{"name": "Turnout", "kind": "percent"}`, "measure"},
	{"E230", "not a currency",
		"A currency is one of the codes of ISO 4217, three capital letters.",
		`{"name": "Aid pledged", "kind": "money", "currency": "DOLLARS"}`, `{"name": "Aid pledged", "kind": "money", "currency": "USD"}`,
		"measure"},
	{"E231", "plural forms that are none",
		"The forms of a unit stand under the plural categories of CLDR: zero, one, two, few, many and other. The form other must be there: it " +
			"stands for every number that has no form of its own.",
		`{"name": "Vehicles lost", "unit": {"one": "vehicle", "some": "vehicles"}}`, `{"name": "Vehicles lost", "unit": {"one": "vehicle", ` +
			`"other": "vehicles"}}`, "measure"},
	{"E232", "a period that ends before it begins",
		"In a period, to is not before from.",
		`"low": 5, "period": {"from": "2024-10", "to": "2024-09"}`, `"low": 5, "period": {"from": "2024-09", "to": "2024-10"}`, "estimate"},
	{"E233", "a time of day where a date stands",
		"Only the date and until of an event have a time of day. An estimate, a source and a briefing are of a day or longer.",
		`{"title": "Bulletin 12", "publisher": "Ministry", "published": "2024-10-23T14:05+03:00"}`, `{"title": "Bulletin 12", "publisher": ` +
			`"Ministry", "published": "2024-10-23"}`, "source"},
	{"E234", "a label that the scheme does not have",
		"Markings are labels of one scheme, written as it writes them: of FIRST TLP 2.0, unless the briefing's marking_scheme names another. " +
			"Caveats stand behind the label and “ // ”.",
		`{"title": "Bulletin 12", "publisher": "Ministry", "marking": "TLP:WHITE"}`, `{"title": "Bulletin 12", "publisher": "Ministry", ` +
			`"marking": "TLP:CLEAR"}`, "source"},
	{"E235", "labels of one's own that cannot be used",
		"A scheme of the briefing's own lists its labels, 100 at most, from the most open to the most closed: " +
			"each once, without “//”, told apart by more than signs that no file name has, " +
			"with colours as #rrggbb whose contrast is 4.5 or more (WCAG 2.2, 1.4.3). " +
			"Ink that is left out is black or white, by the ground.",
		`"title": "T", "marking_scheme": {"levels": [{"label": "Open"}, {"label": "Open"}]}`,
		`"title": "T", "marking_scheme": {"levels": [{"label": "Open"}, {"label": "Closed"}]}`, "head"},
	{"E236", "a run of facts that is none",
		"A run gives its facts keys in common: {\"with\": {…}, \"facts\": […]}. An id is never in common, and runs do not stand in runs.",
		`{"with": {"id": "count", "type": "statement", "origin": "o", "sources": ["s"], "status": "claimed"}, "facts": [{"id": "fact", ` +
			`"type": "statement", "origin": "o", "sources": ["s"], "status": "claimed", "statement": "It was so."}]}`,
		`{"with": {"type": "statement", "origin": "o", "sources": ["s"], "status": "claimed"}, "facts": [{"id": "fact", "statement": "It ` +
			`was so."}]}`, "facts"},
	{"E237", "not a path of an image",
		"An image is a file beside the facts file or in a folder below it. Its path is relative, with slashes, and does not lead out of " +
			"the folder.",
		`{"image": "../flood.png", "alt": "The flood."}`, `{"image": "images/flood.png", "alt": "The flood."}`, "block"},
	{"E238", "an image that cannot be used",
		"Images are PNG or JPEG files of at most 20 megabytes and 100 million pixels. The file is looked for beside the facts file.",
		`{"image": "lost.png", "alt": "The flood."}`, `{"image": "found.png", "alt": "The flood."}`, "block"},
	{"E239", "cells that do not fit",
		"Every row of a table has as many cells as its head, and a cell is one line.",
		`{"table": "cells", "head": ["Camp", "People"], "rows": [["North"]]}`, `{"table": "cells", "head": ["Camp", "People"], "rows": ` +
			`[["North", "300"]]}`, "block"},
	{"E240", "caveats that contradict each other",
		"NOFORN forbids every release, so that nothing beside it releases (REL TO, DISPLAY ONLY). Parts that are kept to different readers " +
			"(UK EYES ONLY, US EYES ONLY) do not stand in one briefing: nobody may read all of it.",
		`"title": "T", "marking_scheme": "us", "marking": "SECRET // NOFORN // REL TO USA, UKR"`,
		`"title": "T", "marking_scheme": "us", "marking": "SECRET // REL TO USA, UKR"`, "head"},
}
