package integrity

import (
	"slices"

	"sitrep/report/facts"
)

// A check is one warning: what it is called, how it is explained, and the functions
// that raise it.
type check struct {
	code, title string
	text        string     // the explanation, a paragraph
	in          string     // what the examples are part of: see the test
	bad, good   string     // examples
	file        []fileRule // judge the file
	each        []rule     // judge each sentence that tells the briefing
	with        string     // of a check without functions, the one whose functions raise it too
	words       bool       // it finds nothing without the words of the language
}

// A fileRule judges a file.
type fileRule func(*pass)

// A rule judges one sentence.
type rule func(*pass, *assertion)

// checks lists them in ascending order of their codes.
func checks() []check {
	return slices.Concat(evidenceTable, dataTable, proseTable, tellingTable, wordingTable, recordTable)
}

// Codes returns the warnings that Check gives, in ascending order of their codes.
// They are stable: one that is given up is not used again.
func Codes() []facts.Code {
	var out []facts.Code
	for _, k := range checks() {
		out = append(out, facts.Code{Code: k.code, Title: k.title, Text: k.text, Bad: k.bad, Good: k.good})
	}
	return out
}

// isCode reports whether a code is one of a check.
func isCode(code string) bool {
	return slices.ContainsFunc(checks(), func(k check) bool { return k.code == code })
}

// evidenceTable has what judgements and their evidence are warned of.
var evidenceTable = []check{
	{
		code: "W101", title: "high confidence on one independent line",
		text: "Every fact that speaks for the judgement begins with one origin, however many documents repeat it, or was read in one " +
			"document, however many origins that quotes. A service quoted by an alliance and by ten newspapers is one line of information. High " +
			"confidence asks for several (ICD 203, D.6.e(2); ICD 206, source descriptors). Facts that are denied, superseded by another that the " +
			"judgement names, or contradicted by the rest do not count.",
		in:   "judgement",
		bad:  `{"id": "j", "text": "The force stayed.", "confidence": "high", "because": ["count"]}`,
		good: `{"id": "j", "text": "The force stayed.", "confidence": "high", "because": ["count", "second"]}`,
		file: []fileRule{(*pass).alone},
	},
	{
		code: "W102", title: "several sources that are one line", words: true,
		text: "The text speaks of several or independent sources, and what it cites begins with one origin. Repetition is not corroboration.",
		in:   "prose",
		bad:  `Several sources agree on the range [@count].`,
		good: `The Ministry gives the range [@count].`,
		each: []rule{(*pass).corroborated},
	},
	{
		code: "W103", title: "a judgement that rests on nothing",
		text: "A judgement is a conclusion from facts. This one names none, so that no reader can follow it.",
		in:   "judgement",
		bad:  `{"id": "j", "text": "The force stayed.", "because": []}`,
		good: `{"id": "j", "text": "The force stayed.", "because": ["count"]}`,
		file: []fileRule{(*pass).unfounded},
	},
	{
		code: "W104", title: "high confidence on weak evidence",
		text: "Each fact that speaks for the judgement is graded doubtful (an origin at D or E, or itself 4 or 5), or cannot be judged (6, or " +
			"an origin at F that no other source bears out). F and 6 are not the worst grades: nothing is known of how good the information is. " +
			"High confidence asks for information that is known to be good.",
		in:   "doubtful",
		bad:  `{"id": "j", "text": "The force stayed.", "confidence": "high", "because": ["weak", "rumour"]}`,
		good: `{"id": "j", "text": "The force stayed.", "confidence": "low", "because": ["weak", "rumour"]}`,
		file: []fileRule{(*pass).weak},
	},
	{
		code: "W105", title: "evidence named twice",
		text: "The judgement names one fact twice, or a fact names one place of a source twice. Counted by eye, it looks like more than it is.",
		in:   "judgement",
		bad:  `{"id": "j", "text": "The force stayed.", "because": ["count", "second", "count"]}`,
		good: `{"id": "j", "text": "The force stayed.", "because": ["count", "second"]}`,
		file: []fileRule{(*pass).namedTwice, (*pass).readTwice},
	},
	{
		code: "W106", title: "information that comes back to who said it",
		text: "A claim derives from one of another origin, and that one's information began with the origin that makes the claim. What comes " +
			"back as another's word confirms nothing: it is circular reporting, and adds no line. Name the fact in which the information began.",
		in: "returned",
		bad: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-11-20", "best": 5000, "status": "claimed", ` +
			`"credibility": 3, "sources": ["s"], "derived_from": ["copy"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-11-20", "best": 5000, "status": "claimed", ` +
			`"credibility": 3, "sources": ["s"], "derived_from": ["count"]}`,
		file: []fileRule{(*pass).returning},
	},
	{
		code: "W107", title: "a judgement on denials or forecasts alone",
		text: "Every fact that the judgement names is denied, and its text denies nothing; or every one is a plan or a forecast, and the " +
			"judgement has no likelihood and no word that it is expected. What is denied does not speak for what is denied, and a plan is no event.",
		in:  "foreseen",
		bad: `{"id": "j", "text": "The force has grown.", "because": ["foreseen"]}`,
		good: `{"id": "j", "text": "The force grows.", "likelihood": "likely", "because": ["foreseen"], "outcome": {"value": "true", ` +
			`"date": "2024-12-20", "text": "It grew."}}`,
		file: []fileRule{(*pass).foundedOnNone},
	},
}

// dataTable has what facts are warned of, one by one and beside each other.
var dataTable = []check{
	{
		code: "W201", title: "a fact later than its sources",
		text: "The fact is said to hold on a day after its sources were published. Either the date of the fact or that of a source is wrong; " +
			"dates in the metadata of web pages often are. One day is allowed for time zones, and plans may lie ahead.",
		in: "fact",
		bad: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-12-20", "best": 8000, "status": "claimed", ` +
			`"credibility": 3, "sources": ["s"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-11-20", "best": 8000, "status": "claimed", ` +
			`"credibility": 3, "sources": ["s"]}`,
		file: []fileRule{(*pass).afterSources},
	},
	{
		code: "W202", title: "later than the cut-off",
		text: "The briefing says that it holds information up to its as_of. This is later: a fact, a source, the outcome of a " +
			"judgement, or the end of the stretch that a number told as known adds up over. Move the cut-off, correct the date, or give a fact " +
			"that is still to come the status planned or forecast.",
		in: "fact",
		bad: `{"id": "more", "type": "event", "date": "2025-03-01", "origin": "o", "status": "claimed", "credibility": 3, "statement": "The ` +
			`force leaves.", "sources": ["s"]}`,
		good: `{"id": "more", "type": "event", "date": "2025-03-01", "origin": "o", "status": "planned", "credibility": 3, "statement": "The ` +
			`force leaves.", "sources": ["s"]}`,
		file: []fileRule{(*pass).afterCutOff},
	},
	{
		code: "W203", title: "a superseded fact charted without the newer one",
		text: "The chart shows a value that its origin has replaced, and not the one that replaces it.",
		in:   "revised",
		bad:  `{"chart": "ranges", "id": "fig", "select": {"ids": ["second"]}}`,
		good: `{"chart": "ranges", "id": "fig", "select": {"ids": ["second", "revised"]}}`,
		file: []fileRule{(*pass).superseded},
	},
	{
		code: "W204", title: "a judgement that rests on a superseded fact",
		text: "The judgement names a fact that another supersedes, and not that other. See whether the judgement still holds.",
		in:   "revisedJudgement",
		bad:  `{"id": "j", "text": "The force stayed.", "because": ["second"]}`,
		good: `{"id": "j", "text": "The force stayed.", "because": ["revised"]}`,
		file: []fileRule{(*pass).overtaken},
	},
	{
		code: "W205", title: "an outdated value told",
		text: "The text gives the value of a fact that another supersedes, and no text of the briefing gives the newer value. Old figures " +
			"live on as background lines.",
		in:   "revisedProse",
		bad:  `The Institute counts {{second}}.`,
		good: `The Institute counts {{revised}}.`,
		each: []rule{(*pass).outdated},
	},
	{
		code: "W206", title: "a contradiction that is not marked",
		text: "Two origins give values for the same measure, place and date that cannot both be right. Mark it with contradicts: the briefing " +
			"then shows the reader that they conflict. Values less than a tenth apart are taken for rounding. Of counts and amounts over " +
			"periods, one for a part of a period that is more than the one for the whole cannot be right with it; periods that overlap only " +
			"in part let both be right.",
		in: "fact",
		bad: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-20", "low": 8000, "high": 9000, "status": ` +
			`"claimed", "credibility": 3, "sources": ["s"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-20", "low": 8000, "high": 9000, "status": ` +
			`"claimed", "credibility": 3, "sources": ["s"], "contradicts": ["second"]}`,
		file: []fileRule{(*pass).rivals},
	},
	{
		code: "W207", title: "the same fact twice",
		text: "Origin, measure, place, date and value are the same as those of another fact. Counted twice, one claim looks like two. Keep " +
			"one, with the sources of both.",
		in: "fact",
		bad: `{"id": "more", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-20", "best": 5000, "status": "claimed", ` +
			`"credibility": 3, "sources": ["t"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-25", "best": 5000, "status": "claimed", ` +
			`"credibility": 3, "sources": ["t"]}`,
		file: []fileRule{(*pass).repeated},
	},
	{
		code: "W208", title: "two values from one origin for one day",
		text: "One origin gives two values for one measure, place and day that cannot both be right, or more for a part of a period than " +
			"for the whole. If it corrected itself, the newer fact supersedes the older; if the two count different things, they are " +
			"different measures.",
		in: "fact",
		bad: `{"id": "more", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-20", "best": 7000, "status": "claimed", ` +
			`"credibility": 3, "sources": ["t"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-20", "best": 7000, "status": "claimed", ` +
			`"credibility": 3, "sources": ["t"], "supersedes": "second"}`,
		with: "W206",
	},
	{
		code: "W209", title: "a running total that falls",
		text: "The name or definition of the measure says that it is a running total, and one origin gives less on a later date. Totals do " +
			"not shrink: either a number or a date is wrong, or the origin corrected itself, which supersedes says.",
		in: "total",
		bad: `{"id": "more", "type": "estimate", "measure": "total", "origin": "o", "as_of": "2024-11-10", "best": 700, "status": "claimed", ` +
			`"credibility": 3, "sources": ["s"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "total", "origin": "o", "as_of": "2024-11-10", "best": 970, "status": "claimed", ` +
			`"credibility": 3, "sources": ["s"]}`,
		file: []fileRule{(*pass).falling},
	},
	{
		code: "W210", title: "a value out of line",
		text: "The value is ten times every other estimate of its measure and month, or a tenth of them. Usually a digit is missing or " +
			"one too many.",
		in: "fact",
		bad: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-25", "best": 150000, "status": "claimed", ` +
			`"credibility": 3, "sources": ["s"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-25", "best": 15000, "status": "claimed", ` +
			`"credibility": 3, "sources": ["s"]}`,
		file: []fileRule{(*pass).outOfLine},
	},
	{
		code: "W211", title: "units that differ",
		text: "A measure is counted in one unit. Either two measures bear the same name and have different units, or a text of a fact repeats " +
			"its number with a unit that is not its measure's.",
		in: "oil",
		bad: `{"id": "more", "type": "estimate", "measure": "oil", "origin": "o", "as_of": "2024-10-25", "best": 56000, "note": "In all ` +
			`56,000 tonnes.", "status": "claimed", "credibility": 3, "sources": ["s"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "oil", "origin": "o", "as_of": "2024-10-25", "best": 56000, "note": "In all ` +
			`56,000 barrels.", "status": "claimed", "credibility": 3, "sources": ["s"]}`,
		file: []fileRule{(*pass).sameName, (*pass).otherUnits},
	},
	{
		code: "W212", title: "a stale estimate",
		text: "The newest estimate of a measure is older than its stale_after_days or, where it has none, the briefing's, counted to --now " +
			"or, without it, to the briefing's as_of. Of a measure, 0 says that its estimates are never stale.",
		in:   "head",
		bad:  `"stale_after_days": 30`,
		good: `"stale_after_days": 90`,
		file: []fileRule{(*pass).stale},
	},
	{
		code: "W213", title: "confirmed, and graded doubtful or not to be judged",
		text: "The status says that the fact is confirmed, and its credibility says that it is doubtful (4) or improbable (5), or that its " +
			"truth cannot be judged (6). One of the two is wrong.",
		in: "fact",
		bad: `{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "confirmed", "credibility": 5, "statement": ` +
			`"The force arrives.", "sources": ["s"]}`,
		good: `{"id": "more", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 5, "statement": "The ` +
			`force arrives.", "sources": ["s"]}`,
		file: []fileRule{(*pass).doubtful},
	},
	{
		code: "W214", title: "a figure that leaves out a rival",
		text: "The figure shows an estimate, and not one of another origin for the same measure, place and time that cannot be right together " +
			"with it; and neither its title nor its notes name one of the two origins. Its reader takes one claim for the number. Figures " +
			"of three origins or more are passed over.",
		in:   "rival",
		bad:  `{"chart": "ranges", "id": "fig", "title": "Soldiers present", "select": {"ids": ["second"]}}`,
		good: `{"chart": "ranges", "id": "fig", "title": "Soldiers present, by the Institute", "select": {"ids": ["second"]}}`,
		file: []fileRule{(*pass).leftOut},
	},
	{
		code: "W215", title: "a news service that repeats a number",
		text: "A news service gives the number of another origin, with three digits or more, within a week, and is not said to draw on it. " +
			"Counted as a line of its own, one claim looks like two.",
		in: "news",
		bad: `{"id": "more", "type": "estimate", "measure": "m", "origin": "q", "as_of": "2024-10-22", "best": 5140, "status": "reported", ` +
			`"credibility": 3, "sources": ["s"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "m", "origin": "q", "as_of": "2024-10-22", "best": 5140, "status": "reported", ` +
			`"credibility": 3, "sources": ["s"], "derived_from": ["exact"]}`,
		file: []fileRule{(*pass).repeatedByNews},
	},
	{
		code: "W216", title: "a plan or forecast whose day is past",
		text: "What was planned or forecast lies more than a month before the briefing's cut-off, and no fact supersedes it or, of an " +
			"estimate, tells what was counted since. A reader takes it for what is still to come. Say what became of it, or leave it out.",
		in: "fact",
		bad: `{"id": "more", "type": "event", "origin": "o", "date": "2024-10-01", "statement": "The bridge opens.", "status": "planned", ` +
			`"credibility": 3, "sources": ["s"]}`,
		good: `{"id": "more", "type": "event", "origin": "o", "date": "2025-10-01", "statement": "The bridge opens.", "status": "planned", ` +
			`"credibility": 3, "sources": ["s"]}`,
		file: []fileRule{(*pass).pastPlans},
	},
	{
		code: "W217", title: "parts that are more than their whole",
		text: "One origin gives a number for the whole of a measure and, for the same place, date and period, numbers by the values of one " +
			"dimension that together are more than a hundredth above it. A number is wrong, or the values overlap: then say so in a " +
			"note on one of them.",
		in: "divided",
		bad: `{"id": "women", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-28", "by": {"sex": "women"}, "best": 4000, ` +
			`"status": "assessed", "credibility": 3, "sources": ["t"]}`,
		good: `{"id": "women", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-28", "by": {"sex": "women"}, "best": 2000, ` +
			`"status": "assessed", "credibility": 3, "sources": ["t"]}`,
		file: []fileRule{(*pass).overfull},
	},
	{
		code: "W218", title: "an estimate that cannot replace another",
		text: "Estimates replace each other only where measure, place and dimensions are equal and their periods overlap. This one says that " +
			"it supersedes an estimate of something else, or what is no estimate: both count as current.",
		in: "fact",
		bad: `{"id": "more", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-11-20", "period": "2024-11", "best": 6000, ` +
			`"status": "assessed", "credibility": 3, "sources": ["t"], "supersedes": "third"}`,
		good: `{"id": "more", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-11-20", "best": 6000, ` +
			`"status": "assessed", "credibility": 3, "sources": ["t"], "supersedes": "third"}`,
		file: []fileRule{(*pass).unlikeSuccessors},
	},
	{
		code: "W219", title: "a claim that repeats what its origin has replaced",
		text: "The estimate derives from another of the same thing, which a newer one has superseded since, and not from the newer one. " +
			"It stands in figures as a claim of its own, and as a rival of the number that it could not know yet.",
		in: "revisedFact",
		bad: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-11-05", "best": 5000, "status": ` +
			`"reported", "credibility": 3, "sources": ["s"], "derived_from": ["second"]}`,
		good: `{"id": "more", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-11-05", "best": 6000, "status": ` +
			`"reported", "credibility": 3, "sources": ["s"], "derived_from": ["revised"]}`,
		file: []fileRule{(*pass).repeatsReplaced},
	},
}
