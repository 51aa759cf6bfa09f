package integrity

import (
	"slices"

	"sitrep/report/facts"
)

// An entry is one code of this package, and what its examples are part of: see
// the test.
type entry struct{ code, title, text, bad, good, in string }

// Codes returns the warnings that Check gives, in ascending order of their codes.
// They are stable: one that is given up is not used again.
func Codes() []facts.Code {
	var out []facts.Code
	for _, e := range entries() {
		out = append(out, facts.Code{Code: e.code, Title: e.title, Text: e.text, Bad: e.bad, Good: e.good})
	}
	return out
}

func entries() []entry {
	return slices.Concat(evidenceTable, dataTable, proseTable, wordingTable, recordTable)
}

// isCode reports whether a code is one of a check.
func isCode(code string) bool {
	return slices.ContainsFunc(entries(), func(e entry) bool { return e.code == code })
}

// evidenceTable has what judgements and their evidence are warned of.
var evidenceTable = []entry{
	{"W101", "high confidence on one independent line",
		"Every fact that speaks for the judgement begins with one origin, however many documents repeat it, or was read in one document, however many origins that quotes. A service quoted by an alliance and by ten newspapers is one line of information. High confidence asks for several (ICD 203, D.6.e(2); ICD 206, source descriptors). Facts that are denied, superseded by another that the judgement names, or contradicted by the rest do not count.",
		`{"id": "j", "text": "The force stayed.", "confidence": "high", "because": ["count"]}`,
		`{"id": "j", "text": "The force stayed.", "confidence": "high", "because": ["count", "second"]}`, "judgement"},
	{"W102", "several sources that are one line",
		"The text speaks of several or independent sources, and what it cites begins with one origin. Repetition is not corroboration.",
		`Several sources agree on the range [@count].`, `The Ministry gives the range [@count].`, "prose"},
	{"W103", "a judgement that rests on nothing",
		"A judgement is a conclusion from facts. This one names none, so that no reader can follow it.",
		`{"id": "j", "text": "The force stayed.", "because": []}`,
		`{"id": "j", "text": "The force stayed.", "because": ["count"]}`, "judgement"},
	{"W104", "high confidence on weak evidence",
		"Each fact that speaks for the judgement is graded doubtful (an origin at D or E, or itself 4 or 5), or cannot be judged (6, or an origin at F that no other source bears out). F and 6 are not the worst grades: nothing is known of how good the information is. High confidence asks for information that is known to be good.",
		`{"id": "j", "text": "The force stayed.", "confidence": "high", "because": ["weak", "rumour"]}`,
		`{"id": "j", "text": "The force stayed.", "confidence": "low", "because": ["weak", "rumour"]}`, "doubtful"},
	{"W105", "evidence named twice",
		"The judgement names one fact twice, or a fact names one place of a source twice. Counted by eye, it looks like more than it is.",
		`{"id": "j", "text": "The force stayed.", "because": ["count", "second", "count"]}`,
		`{"id": "j", "text": "The force stayed.", "because": ["count", "second"]}`, "judgement"},
}

// dataTable has what facts are warned of, one by one and beside each other.
var dataTable = []entry{
	{"W201", "a fact later than its sources",
		"The fact is said to hold on a day after its sources were published. Either the date of the fact or that of a source is wrong; dates in the metadata of web pages often are. One day is allowed for time zones, and plans may lie ahead.",
		`{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-12-20", "best": 8000, "status": "claimed", "credibility": 3, "sources": ["s"]}`,
		`{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-11-20", "best": 8000, "status": "claimed", "credibility": 3, "sources": ["s"]}`, "fact"},
	{"W202", "later than the cut-off",
		"The briefing says that it holds information up to its as_of. This is later. Move the cut-off, correct the date, or give a fact that is still to come the status planned.",
		`{"id": "more", "type": "event", "date": "2025-03-01", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The force leaves.", "sources": ["s"]}`,
		`{"id": "more", "type": "event", "date": "2025-03-01", "origin": "o", "status": "planned", "credibility": 3, "statement": "The force leaves.", "sources": ["s"]}`, "fact"},
	{"W203", "a superseded fact charted without the newer one",
		"The chart shows a value that its origin has replaced, and not the one that replaces it.",
		`{"chart": "ranges", "id": "fig", "select": {"ids": ["second"]}}`, `{"chart": "ranges", "id": "fig", "select": {"ids": ["second", "revised"]}}`, "revised"},
	{"W204", "a judgement that rests on a superseded fact",
		"The judgement names a fact that another supersedes, and not that other. See whether the judgement still holds.",
		`{"id": "j", "text": "The force stayed.", "because": ["second"]}`, `{"id": "j", "text": "The force stayed.", "because": ["revised"]}`, "revisedJudgement"},
	{"W205", "an outdated value told",
		"The text gives the value of a fact that another supersedes, and no text of the briefing gives the newer value. Old figures live on as background lines.",
		`The Institute counts {{second}}.`, `The Institute counts {{revised}}.`, "revisedProse"},
	{"W206", "a contradiction that is not marked",
		"Two origins give values for the same measure, place and date that cannot both be right. Mark it with contradicts: the briefing then shows the reader that they conflict. Values less than a tenth apart are taken for rounding.",
		`{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-20", "low": 8000, "high": 9000, "status": "claimed", "credibility": 3, "sources": ["s"]}`,
		`{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-20", "low": 8000, "high": 9000, "status": "claimed", "credibility": 3, "sources": ["s"], "contradicts": ["second"]}`, "fact"},
	{"W207", "the same fact twice",
		"Origin, measure, place, date and value are the same as those of another fact. Counted twice, one claim looks like two. Keep one, with the sources of both.",
		`{"id": "more", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-20", "best": 5000, "status": "claimed", "credibility": 3, "sources": ["t"]}`,
		`{"id": "more", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-25", "best": 5000, "status": "claimed", "credibility": 3, "sources": ["t"]}`, "fact"},
	{"W208", "two values from one origin for one day",
		"One origin gives two values for one measure, place and day that cannot both be right. If it corrected itself, the newer fact supersedes the older; if the two count different things, they are different measures.",
		`{"id": "more", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-20", "best": 7000, "status": "claimed", "credibility": 3, "sources": ["t"]}`,
		`{"id": "more", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-20", "best": 7000, "status": "claimed", "credibility": 3, "sources": ["t"], "supersedes": "second"}`, "fact"},
	{"W209", "a running total that falls",
		"The name or definition of the measure says that it is a running total, and one origin gives less on a later date. Totals do not shrink: either a number or a date is wrong, or the origin corrected itself, which supersedes says.",
		`{"id": "more", "type": "estimate", "measure": "total", "origin": "o", "as_of": "2024-11-10", "best": 700, "status": "claimed", "credibility": 3, "sources": ["s"]}`,
		`{"id": "more", "type": "estimate", "measure": "total", "origin": "o", "as_of": "2024-11-10", "best": 970, "status": "claimed", "credibility": 3, "sources": ["s"]}`, "total"},
	{"W210", "a value out of line",
		"The value is ten times every other estimate of its measure and month, or a tenth of them. Usually a digit is missing or one too many.",
		`{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-25", "best": 150000, "status": "claimed", "credibility": 3, "sources": ["s"]}`,
		`{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-25", "best": 15000, "status": "claimed", "credibility": 3, "sources": ["s"]}`, "fact"},
	{"W211", "units that differ",
		"A measure is counted in one unit. Either two measures bear the same name and have different units, or a text of a fact repeats its number with a unit that is not its measure's.",
		`{"id": "more", "type": "estimate", "measure": "oil", "origin": "o", "as_of": "2024-10-25", "best": 56000, "note": "In all 56,000 tonnes.", "status": "claimed", "credibility": 3, "sources": ["s"]}`,
		`{"id": "more", "type": "estimate", "measure": "oil", "origin": "o", "as_of": "2024-10-25", "best": 56000, "note": "In all 56,000 barrels.", "status": "claimed", "credibility": 3, "sources": ["s"]}`, "oil"},
	{"W212", "a stale estimate",
		"The newest estimate of a measure is older than the briefing's stale_after_days, counted to --now or, without it, to the briefing's as_of.",
		`"stale_after_days": 30`, `"stale_after_days": 90`, "head"},
	{"W213", "confirmed, and graded doubtful or not to be judged",
		"The status says that the fact is confirmed, and its credibility says that it is doubtful (4) or improbable (5), or that its truth cannot be judged (6). One of the two is wrong.",
		`{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "confirmed", "credibility": 5, "statement": "The force arrives.", "sources": ["s"]}`,
		`{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 5, "statement": "The force arrives.", "sources": ["s"]}`, "fact"},
}

// recordTable has what sources, origins and other parts of the record are warned of.
var recordTable = []entry{
	{"W501", "a source without a date", "Neither when the document was published nor when it was read is known, so that nobody can say what it could know, or look for the version that was read.",
		`{"title": "Notes", "publisher": "Institute", "url": "https://example.org/notes"}`, `{"title": "Notes", "publisher": "Institute", "url": "https://example.org/notes", "accessed": "2024-11-30"}`, "source"},
	{"W502", "a source without an address", "Other sources of the briefing have an address and this one has none. What is not public bears a marking; then none is missed.",
		`{"title": "Notes", "publisher": "Institute", "published": "2024-11-30"}`, `{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`, "source"},
	{"W503", "a source without an archived copy", "At least half of the briefing's sources have a copy in an archive, and this one has none. Or the briefing has 20 sources with an address or more, and fewer than half of them have a copy; then it is told once, for all sources. Pages vanish and change (ICS 206-01 asks to preserve what may vanish).",
		`{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`,
		`{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes", "archived": "https://archive.example.org/notes"}`, "archive"},
	{"W504", "a source that nothing cites", "It stands in the file, and no fact and no text cites it: a reader who counts sources counts one too many.",
		`{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The force arrives.", "sources": ["s"]}`,
		`{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The force arrives.", "sources": ["u"]}`, "unused"},
	{"W505", "a measure that no fact uses", "It is defined, and nothing is counted by it. Here the measure is ships.",
		`{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": "Three ships arrive.", "sources": ["s"]}`,
		`{"id": "more", "type": "estimate", "measure": "ships", "as_of": "2024-10-20", "best": 3, "origin": "o", "status": "claimed", "credibility": 3, "sources": ["s"]}`, "unusedMeasure"},
	{"W506", "a place that no fact uses", "It is defined, and nothing happens there. Here the place is kursk.",
		`{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The force arrives.", "sources": ["s"]}`,
		`{"id": "more", "type": "event", "date": "2024-10-20", "place": "kursk", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The force arrives.", "sources": ["s"]}`, "unusedPlace"},
	{"W507", "an actor that no fact uses", "It is defined, and takes no part in any fact. Here the actor is russia.",
		`{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The force arrives.", "sources": ["s"]}`,
		`{"id": "more", "type": "event", "date": "2024-10-20", "actors": ["russia"], "origin": "o", "status": "claimed", "credibility": 3, "statement": "The force arrives.", "sources": ["s"]}`, "unusedActor"},
	{"W508", "an origin that no fact uses", "It is defined, and says nothing, nor does anything draw on it. Here the origin is agency.",
		`{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The force arrives.", "sources": ["s"]}`,
		`{"id": "more", "type": "event", "date": "2024-10-20", "origin": "agency", "status": "claimed", "credibility": 3, "statement": "The force arrives.", "sources": ["s"]}`, "unusedOrigin"},
	{"W509", "an origin without a grade", "The briefing grades its evidence, and this origin has no reliability. Where it cannot be judged, that is F.",
		`{"name": "Agency", "kind": "media"}`, `{"name": "Agency", "kind": "media", "reliability": "F"}`, "agency"},
	{"W510", "one document twice", "Two sources have one address and one date. Make one of them, with locators in the citations, so that a document is not counted twice.",
		`{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/s"}`,
		`{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`, "source"},
	{"W511", "read before it was published", "The date of reading lies before that of publication. One of the two is wrong, or an earlier version was read.",
		`{"title": "Notes", "publisher": "Institute", "url": "https://example.org/notes", "published": "2024-11-30", "accessed": "2024-11-02"}`,
		`{"title": "Notes", "publisher": "Institute", "url": "https://example.org/notes", "published": "2024-11-30", "accessed": "2024-12-02"}`, "source"},
	{"W512", "a text in one language only", "The briefing is in several languages, and this text is a plain string, shown alike in all of them. That is right for names, not for sentences.",
		`"The force is there for the winter."`, `{"en": "The force is there for the winter.", "es": "La fuerza está allí para el invierno."}`, "bilingual"},
	{"W513", "a text under the wrong language", "The words under one language read as another language of the briefing: usually a copy that was not translated.",
		`{"en": "The force is there for the winter.", "es": "The force is there for the winter."}`, `{"en": "The force is there for the winter.", "es": "La fuerza está allí para el invierno."}`, "bilingual"},
	{"W514", "languages that refer to different facts", "The text binds or cites something in one language and not in another: the readers of the two are told different things.",
		`{"en": "The Institute counts {{second}} [@count].", "es": "El Instituto cuenta {{second}}."}`,
		`{"en": "The Institute counts {{second}} [@count].", "es": "El Instituto cuenta {{second}} [@count]."}`, "bilingual"},
	{"W515", "a number or a date that differs between languages", "A paragraph has a number or a date in one language, and another in its place in the other. Numbers in words count as those in digits.",
		`{"en": "Counted on 20 October 2024.", "es": "Contada el 5 de noviembre de 2024."}`, `{"en": "Counted on 20 October 2024.", "es": "Contada el 20 de octubre de 2024."}`, "bilingual"},
	{"W516", "denied in one language only", "Two sentences refer to the same facts in two languages. One has a word of negation (not, never, nobody), and the other neither such a word nor a verb that denies.",
		`{"en": "The force did not leave [@second].", "es": "La fuerza se marchó [@second]."}`, `{"en": "The force did not leave [@second].", "es": "La fuerza no se marchó [@second]."}`, "bilingual"},
	{"W517", "uncertain in one language only", "Two sentences refer to the same facts in two languages. One says that something is probable or possible, and the other nothing of the kind; or one names who says it, and the other nobody.",
		`{"en": "The force probably stays [@second].", "es": "La fuerza se queda [@second]."}`, `{"en": "The force probably stays [@second].", "es": "La fuerza probablemente se queda [@second]."}`, "bilingual"},
	{"W518", "two origins with one name", "Two origins bear one name, or one short name, in some language of the briefing. Figures and tables name origins: their readers cannot tell the two apart.",
		`{"name": "Institute", "kind": "media", "reliability": "C"}`, `{"name": "Agency", "kind": "media", "reliability": "C"}`, "agency"},
	{"W601", "a character that no font has", "The character is in none of the fonts that reports carry: they cover the scripts of most languages in use, the common characters of Chinese, Japanese and Korean, symbols and emoji. The PDF shows its code point in a box, so that nothing is lost in silence; HTML and Markdown leave it to the reader's own fonts. Give a font that has it (--fonts), or write it otherwise.",
		`{"title": "The tablet reads 𒀀𒈾", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`,
		`{"title": "The tablet reads a-na", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`, "source"},
	{"W901", "an allowance that silences nothing", "The warning that it allows is not there, or no longer. Its reason is printed in the briefing, so take it out.",
		`{"code": "W103", "why": "What it rests on is not public."}, {"code": "W101", "why": "One line is all there is."}`,
		`{"code": "W103", "why": "What it rests on is not public."}`, "allowed"},
}
