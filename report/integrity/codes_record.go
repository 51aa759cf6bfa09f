package integrity

// recordTable has what sources, origins and other parts of the record are warned of.
var recordTable = []check{
	{
		code: "W501", title: "a source without a date",
		text: "Neither when the document was published nor when it was read is known, so that nobody can say what it could know, or look for " +
			"the version that was read.",
		in:   "source",
		bad:  `{"title": "Notes", "publisher": "Institute", "url": "https://example.org/notes"}`,
		good: `{"title": "Notes", "publisher": "Institute", "url": "https://example.org/notes", "accessed": "2024-11-30"}`,
		file: []fileRule{(*pass).undated},
	},
	{
		code: "W502", title: "a source without an address",
		text: "Other sources of the briefing have an address and this one has none. What is not public bears a marking; then none is missed.",
		in:   "source",
		bad:  `{"title": "Notes", "publisher": "Institute", "published": "2024-11-30"}`,
		good: `{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`,
		file: []fileRule{(*pass).unaddressed},
	},
	{
		code: "W503", title: "a source without an archived copy",
		text: "At least half of the briefing's sources have a copy in an archive, and this one has none. Or the briefing has 20 sources with " +
			"an address or more, and fewer than half of them have a copy; then it is told once, for all sources. Pages vanish and change (ICS " +
			"206-01 asks to preserve what may vanish).",
		in:  "archive",
		bad: `{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`,
		good: `{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes", "archived": ` +
			`"https://archive.example.org/notes"}`,
		file: []fileRule{(*pass).unarchived},
	},
	{
		code: "W504", title: "a source that nothing cites",
		text: "It stands in the file, and no fact and no text cites it: a reader who counts sources counts one too many.",
		in:   "unused",
		bad: `{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The ` +
			`force arrives.", "sources": ["s"]}`,
		good: `{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The ` +
			`force arrives.", "sources": ["u"]}`,
		file: []fileRule{(*pass).unusedSources},
	},
	{
		code: "W505", title: "a measure that no fact uses",
		text: "It is defined, and nothing is counted by it. Here the measure is ships.",
		in:   "unusedMeasure",
		bad: `{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": ` +
			`"Three ships arrive.", "sources": ["s"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "ships", "as_of": "2024-10-20", "best": 3, "origin": "o", "status": "claimed", ` +
			`"credibility": 3, "sources": ["s"]}`,
		file: []fileRule{(*pass).unusedMeasures},
	},
	{
		code: "W506", title: "a place that no fact uses",
		text: "It is defined, and nothing happens there. Here the place is kursk.",
		in:   "unusedPlace",
		bad: `{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The ` +
			`force arrives.", "sources": ["s"]}`,
		good: `{"id": "more", "type": "event", "date": "2024-10-20", "place": "kursk", "origin": "o", "status": "claimed", "credibility": 3, ` +
			`"statement": "The force arrives.", "sources": ["s"]}`,
		file: []fileRule{(*pass).unusedPlaces},
	},
	{
		code: "W507", title: "an actor that no fact uses",
		text: "It is defined, and takes no part in any fact. Here the actor is russia.",
		in:   "unusedActor",
		bad: `{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The ` +
			`force arrives.", "sources": ["s"]}`,
		good: `{"id": "more", "type": "event", "date": "2024-10-20", "actors": ["russia"], "origin": "o", "status": "claimed", "credibility": ` +
			`3, "statement": "The force arrives.", "sources": ["s"]}`,
		file: []fileRule{(*pass).unusedActors},
	},
	{
		code: "W508", title: "an origin that no fact uses",
		text: "It is defined, and says nothing, nor does anything draw on it. Here the origin is agency.",
		in:   "unusedOrigin",
		bad: `{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The ` +
			`force arrives.", "sources": ["s"]}`,
		good: `{"id": "more", "type": "event", "date": "2024-10-20", "origin": "agency", "status": "claimed", "credibility": 3, "statement": ` +
			`"The force arrives.", "sources": ["s"]}`,
		file: []fileRule{(*pass).unusedOrigins},
	},
	{
		code: "W509", title: "an origin without a grade",
		text: "The briefing grades its evidence, and this origin has no reliability. Where it cannot be judged, that is F.",
		in:   "agency",
		bad:  `{"name": "Agency", "kind": "media"}`,
		good: `{"name": "Agency", "kind": "media", "reliability": "F"}`,
		file: []fileRule{(*pass).graded},
	},
	{
		code: "W510", title: "one document twice",
		text: "Two sources have one address and one date. Make one of them, with locators in the citations, so that a document is not " +
			"counted twice.",
		in:   "source",
		bad:  `{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/s"}`,
		good: `{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`,
		file: []fileRule{(*pass).oneDocument},
	},
	{
		code: "W511", title: "read before it was published",
		text: "The date of reading lies before that of publication. One of the two is wrong, or an earlier version was read.",
		in:   "source",
		bad: `{"title": "Notes", "publisher": "Institute", "url": "https://example.org/notes", "published": "2024-11-30", "accessed": ` +
			`"2024-11-02"}`,
		good: `{"title": "Notes", "publisher": "Institute", "url": "https://example.org/notes", "published": "2024-11-30", "accessed": ` +
			`"2024-12-02"}`,
		file: []fileRule{(*pass).readBefore},
	},
	{
		code: "W512", title: "a text in one language only",
		text: "The briefing is in several languages, and this text is a plain string, shown alike in all of them. That is right for names, " +
			"not for sentences.",
		in:   "bilingual",
		bad:  `"The force is there for the winter."`,
		good: `{"en": "The force is there for the winter.", "es": "La fuerza está allí para el invierno."}`,
		file: []fileRule{(*pass).untranslated},
	},
	{
		code: "W513", title: "a text under the wrong language",
		text: "The words under one language read as another language of the briefing: usually a copy that was not translated.",
		in:   "bilingual",
		bad:  `{"en": "The force is there for the winter.", "es": "The force is there for the winter."}`,
		good: `{"en": "The force is there for the winter.", "es": "La fuerza está allí para el invierno."}`,
		file: []fileRule{(*pass).misplaced},
	},
	{
		code: "W514", title: "languages that refer to different facts",
		text: "The text binds or cites something in one language and not in another: the readers of the two are told different things.",
		in:   "bilingual",
		bad:  `{"en": "The Institute counts {{second}} [@second] [@count].", "es": "El Instituto cuenta {{second}} [@second]."}`,
		good: `{"en": "The Institute counts {{second}} [@second].", "es": "El Instituto cuenta {{second}} [@second]."}`,
		file: []fileRule{(*pass).sameEvidence},
	},
	{
		code: "W515", title: "a number or a date that differs between languages",
		text: "A paragraph has a number or a date in one language, and another in its place in the other. Numbers in words count as " +
			"those in digits.",
		in:   "bilingual",
		bad:  `{"en": "Counted on 20 October 2024.", "es": "Contada el 5 de noviembre de 2024."}`,
		good: `{"en": "Counted on 20 October 2024.", "es": "Contada el 20 de octubre de 2024."}`,
		file: []fileRule{(*pass).translations},
	},
	{
		code: "W516", title: "denied in one language only",
		text: "Two sentences refer to the same facts in two languages. One has a word of negation (not, never, nobody), and the other neither " +
			"such a word nor a verb that denies.",
		in:   "bilingual",
		bad:  `{"en": "The force did not leave [@second].", "es": "La fuerza se marchó [@second]."}`,
		good: `{"en": "The force did not leave [@second].", "es": "La fuerza no se marchó [@second]."}`,
		with: "W515",
	},
	{
		code: "W517", title: "uncertain in one language only",
		text: "Two sentences refer to the same facts in two languages. One says that something is probable or possible, and the other nothing " +
			"of the kind; or one names who says it, and the other nobody.",
		in:   "bilingual",
		bad:  `{"en": "The force probably stays [@second].", "es": "La fuerza se queda [@second]."}`,
		good: `{"en": "The force probably stays [@second].", "es": "La fuerza probablemente se queda [@second]."}`,
		with: "W515",
	},
	{
		code: "W518", title: "two records with one name",
		text: "Two origins, actors, places, measures or values of a dimension bear one name in some language of the briefing (of an origin its " +
			"short name, of a measure its name and unit), also where only case, spaces, hidden characters or letters of another script that look " +
			"alike part them. Figures and tables name them: their readers cannot tell the two apart, but by the ids that stand behind the names.",
		in:   "agency",
		bad:  `{"name": "Institute", "kind": "media", "reliability": "C"}`,
		good: `{"name": "Agency", "kind": "media", "reliability": "C"}`,
		file: []fileRule{(*pass).namesakes},
	},
	{
		code: "W519", title: "a list whose numbers do not rise by one",
		text: "The numbers of a list are printed as they are written. Where they do not rise by one, an item is missing, " +
			"two stand in each other's place, or lines that begin like a year or a day are meant as text.",
		in:   "prose",
		bad:  "1. The Institute counts {{second}}.\n3. The Ministry says otherwise.",
		good: "1. The Institute counts {{second}}.\n2. The Ministry says otherwise.",
		file: []fileRule{(*pass).listNumbers},
	},
	{
		code: "W520", title: "a caveat that does not hold for the whole",
		text: "The briefing's marking releases it, and a part is not released so. No page of a whole says what a part forbids: its caveat " +
			"is left out of the banner, or names only those whom all parts name. Give the part the caveat, or build with --release what may go.",
		in: "marked",
		bad: `{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes", ` +
			`"marking": "SECRET"}`,
		good: `{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes", ` +
			`"marking": "SECRET // REL TO USA, UKR"}`,
		file: []fileRule{(*pass).caveats},
	},
	{
		code: "W521", title: "a language whose words are not known",
		text: "There is no list of words for a language of the briefing. Checks that read sentences find nothing in it, and are named here; " +
			"those of facts, sources, dates and figures, and of numbers in digits, ran. A list is a file, assets/lint/TAG.json.",
		in:   "unknownLanguage",
		bad:  `qq`,
		good: `en`,
		file: []fileRule{(*pass).withoutWords},
	},
	{
		code: "W522", title: "a unit that is printed twice",
		text: "A bound value is printed with the unit of its measure, and the word behind it is one of that unit: {{toll}} killed, of what " +
			"counts people killed, reads 143 people killed killed.",
		in:   "prose",
		bad:  `The Institute counts {{second}} soldiers [@second].`,
		good: `The Institute counts {{second}} [@second].`,
		each: []rule{(*pass).doubledUnit},
	},
	{
		code: "W523", title: "a part marked below what it tells",
		text: "A section, block, judgement or fact bears a marking of its own, and something that it tells is marked higher: a fact or a " +
			"source that its text names, a fact that it shows or rests on, or the origin, measure, place, actors or sources of a fact. " +
			"What is printed bears the higher mark, and --release removes the part with what it tells.",
		in:   "markedBlock",
		bad:  `{"text": "Taken from the notes [@u].", "marking": "TLP:CLEAR"}`,
		good: `{"text": "Taken from the notes [@u].", "marking": "TLP:AMBER"}`,
		file: []fileRule{(*pass).portions},
	},
	{
		code: "W524", title: "a key that the figure does not follow",
		text: "Kinds of figures follow different keys: an order needs rows, a scale an axis of numbers, events an axis of time; estimates have " +
			"no category to be grouped by. The figure is drawn as if the key were not there.",
		in:   "markedBlock",
		bad:  `{"chart": "trend", "id": "fig", "sort": "value"}`,
		good: `{"chart": "ranges", "id": "fig", "sort": "value"}`,
		file: []fileRule{(*pass).ignoredKeys},
	},
	{
		code: "W525", title: "a table without rows",
		text: "A table of cells has no row, or a block of outcomes names no judgement that has one: readers see a head, or a sentence that " +
			"there is nothing to tell.",
		in:   "markedBlock",
		bad:  `{"table": "cells", "head": ["Day"], "rows": []}`,
		good: `{"table": "cells", "head": ["Day"], "rows": [["Monday"]]}`,
		file: []fileRule{(*pass).withoutRows},
	},
	{
		code: "W526", title: "an interval of a single number",
		text: "An interval names what low and high are, and this estimate has neither: it would be printed beside a number that it is not " +
			"about. No output prints it there.",
		in: "fact",
		bad: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-28", "best": 6000, "interval": ` +
			`"95% confidence interval", "status": "claimed", "credibility": 3, "sources": ["s"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-28", "low": 5500, "best": 6000, ` +
			`"high": 6400, "interval": "95% confidence interval", "status": "claimed", "credibility": 3, "sources": ["s"]}`,
		file: []fileRule{(*pass).intervals},
	},
	{
		code: "W527", title: "a claim without a source",
		text: "The list of sources is empty: no reader can look up where the claim was read, and what rests on it says \"0 sources cited\".",
		in:   "fact",
		bad:  `{"id": "said", "type": "statement", "statement": "The bridge is shut.", "origin": "o", "status": "claimed", "sources": []}`,
		good: `{"id": "said", "type": "statement", "statement": "The bridge is shut.", "origin": "o", "status": "claimed", "sources": ["s"]}`,
		file: []fileRule{(*pass).sourceless},
	},
	{
		code: "W528", title: "a marker that is printed as it is written",
		text: "Values, citations and references are read in texts, titles, notes and cells. A statement, a name, an address of the head and " +
			"what is quoted stand letter for letter, and readers see {{id}} and [@id] themselves.",
		in:   "fact",
		bad:  `{"id": "said", "type": "statement", "statement": "Shut to {{count}}.", "origin": "o", "status": "claimed", "sources": ["s"]}`,
		good: `{"id": "said", "type": "statement", "statement": "The bridge is shut.", "origin": "o", "status": "claimed", "sources": ["s"]}`,
		file: []fileRule{(*pass).rawMarkers},
	},
	{
		code: "W601", title: "a character that no font has",
		text: "The character is in none of the fonts that reports carry: they cover the scripts of most languages in use, the common " +
			"characters of Chinese, Japanese and Korean, symbols and emoji. The PDF shows its code point in a box, so that nothing is lost in " +
			"silence; HTML and Markdown leave it to the reader's own fonts. Give a font that has it (--fonts), or write it otherwise. A " +
			"syllable of Hangul whose letters are out of use, which no font joins, is told too: the PDF sets its letters side by side.",
		in:   "source",
		bad:  `{"title": "The tablet reads 𒀀𒈾", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`,
		good: `{"title": "The tablet reads a-na", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`,
		file: []fileRule{(*pass).unprintable},
	},
	{
		code: "W602", title: "characters that no output shows",
		text: "The text holds characters that nobody sees: marks that turn the direction of writing, spaces of no width, joiners and soft " +
			"hyphens where no script needs them. They come along when text is copied, and can hide or disguise words. Every output leaves them " +
			"out, control characters show as a replacement character; the facts inside a report keep them. Delete them.",
		in: "source",
		bad: `{"title": "Notes on the \u202edam\u200b", "publisher": "Institute", "published": "2024-11-30", ` +
			`"url": "https://example.org/notes"}`,
		good: `{"title": "Notes on the dam", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`,
		file: []fileRule{(*pass).hidden},
	},
	{
		code: "W901", title: "an allowance that silences nothing",
		text: "The warning that it allows is not there, or no longer. Its reason is printed in the briefing, so take it out.",
		in:   "allowed",
		bad:  `{"code": "W103", "why": "What it rests on is not public."}, {"code": "W101", "why": "One line is all there is."}`,
		good: `{"code": "W103", "why": "What it rests on is not public."}`,
	},
}
