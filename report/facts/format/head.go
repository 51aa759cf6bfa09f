package format

import (
	"sitrep/report/claim"
	"sitrep/report/quantity"
)

// head has the file, its head, and what the head holds.
func head() []Object {
	return []Object{
		{Name: "file", What: "a facts file", Text: "One briefing: what is claimed, by whom, where it was read, and how the briefing tells it.",
			Keys: []Key{
				must("format", constant("1"), "Version of the format."),
				must("briefing", is("briefing", "briefing"), "The head of the document."),
				may("actors", byID(is("actor", "actor")), "States, organisations and people, by id."),
				may("places", byID(is("place", "place")), "Places, by id."),
				may("measures", byID(is("measure", "measure")), "What is counted, by id."),
				may("dimensions", byID(is("dimension", "dimension")), "What else tells estimates of one measure apart, by id: crop, age group, sex."),
				may("origins", byID(is("origin", "origin")), "Who produced the information, by id."),
				may("sources", byID(is("source", "source")), "The documents where it was read, by id."),
				may("hypotheses", byID(is("hypothesis", "hypothesis")), "The explanations that claims are weighed against, by id."),
				must("facts", many(claimed), "The claims, and runs of claims that have keys in common."),
				may("judgements", many(is("judgement", "judgement")), "What the analysts conclude."),
				may("allow", many(is("allowance", "allowance")), "Warnings that are silenced, each with a reason."),
				may("sections", many(is("section", "section")), "How the briefing tells it. Without it the briefing is composed from the facts alone."),
				may("$schema", plain, "Address of the schema, for editors.").as(`"facts.schema.json"`),
			}},
		{Name: "briefing", What: "the briefing", Text: "The head of the document.", Keys: []Key{
			must("id", id, "Id of the briefing: the names of the files that are written begin with it.").as(`"floods"`),
			must("title", says, "Title."),
			may("subtitle", text, "Subtitle.").as(`"Rival counts of May 2025"`),
			may("summary", markdown, "Summary, before everything else."),
			may("bottom_line", text, "One to three sentences: what a reader of thirty seconds takes away.").as(`"Two to three times as many ` +
				`people have left as the ministry says."`),
			must("languages", many(tag), "Languages of the briefing; the first is the default. Each needs a word list."),
			must("as_of", day, "Information cut-off: what was known on this date."),
			may("edition", plain, "Edition, as it is to be shown.").as(`"2"`),
			may("authors", many(plain), "Names of the authors.").as(`["A. Kim"]`),
			may("publisher", plain, "Who publishes the briefing.").as(`"Desk for Northeast Asia"`),
			may("contact", text, "Where questions go.").as(`"desk@example.org"`),
			may("distribution", many(text), "Who gets the briefing.").as(`["Ministers", "Heads of mission"]`),
			may("disclaimer", text, "What the briefing is not.").as(`"Not a statement of policy."`),
			may("logo", picture, "Picture at the head of the first page.").as(`"images/logo.png"`),
			may("history", many(is("revision", "edition")), "Earlier editions and what changed in each."),
			may("abbreviations", Type{object: "abbreviations", example: `{"MSMT": "Multilateral Sanctions Monitoring Team"}`,
				name: "object from abbreviation to text"}, "What abbreviations stand for."),
			may("scales", oneOf(claim.Words(claim.KeyDetails())), "How the scales of grades and likelihood are explained: in full, in a short "+
				"key of those used (the default), or not at all.").as(`"short"`),
			may("marking", label, "Marking of the whole: what bears none of its own has this one. Without it, the most open label of the scheme."),
			may("marking_scheme", scheme, "Which labels the briefing uses: FIRST TLP 2.0 (tlp, the default), us, nato, eu, uk, or "+
				"levels of its own."),
			may("likelihood_scale", oneOf(claim.Words(claim.LikelihoodScales())), "Scale of the words of likelihood: icd203 (US Intelligence "+
				"Community Directive 203) or phia (UK Professional Head of Intelligence Assessment). Judgements with a likelihood need it."),
			may("stale_after_days", whole("0", "1000000", "90"), "After how many days an estimate counts as stale; 0: never."),
		}},
		{Name: "revision", What: "an edition of the history", Text: "One edition of the briefing's history.", Keys: []Key{
			must("edition", plain, "Edition, as it was shown.").as(`"1"`),
			must("date", day, "Date of the edition."),
			must("note", says, "What changed.").as(`"First edition."`),
		}},
	}
}

// schemes has the markings of the briefing's own.
func schemes() []Object {
	return []Object{
		{Name: "ownScheme", What: "a scheme of markings", Text: "Labels of the briefing's own.", Keys: []Key{
			must("levels", many(is("level", "level")), "The labels, from the most open to the most closed."),
		}, also: `"allOf": [{"properties": {"levels": {"minItems": 1}}}]`},
		{Name: "level", What: "a level of a scheme", Text: "One label.", Keys: []Key{
			must("label", line, "The label, as it is shown in every language. It does not hold “//”: behind “ // ” stand caveats.").
				as(`"INTERNAL"`),
			may("name", text, "What the label means.").as(`"For staff alone"`),
			may("ink", colour, "Colour of the letters.").as(`"#ffffff"`),
			may("ground", colour, "Colour behind them."),
		}, also: `"allOf": [{"properties": {"label": {"not": {"pattern": "//"}}}}]`},
	}
}

// records has what facts refer to.
func records() []Object {
	marking := may("marking", label, "How far it may be passed on; without it, that of the briefing.")
	return []Object{
		{Name: "actor", What: "an actor", Text: "A state, organisation or person.", Keys: []Key{
			must("name", says, "Name.").as(`"Russia"`),
			may("native", plain, "Name in its own script.").as(`"Россия"`),
			marking,
		}},
		{Name: "place", What: "a place", Text: "A place, with or without coordinates.", Keys: []Key{
			must("name", says, "Name.").as(`"Kursk"`),
			may("lat", span("-90", "90", "51.73"), "Degrees north (WGS 84)."),
			may("lon", span("-180", "180", "36.19"), "Degrees east (WGS 84)."),
			marking,
		}, also: `"dependentRequired": {"lat": ["lon"], "lon": ["lat"]}`},
		measure(marking),
		{Name: "dimension", What: "a dimension", Text: "What else tells estimates of one measure apart.", Keys: []Key{
			must("name", says, "Name.").as(`"Crop"`),
			must("values", byID(is("value", "value")), "Its values, by id."),
		}, also: `"allOf": [{"properties": {"values": {"minProperties": 1}}}]`},
		{Name: "value", What: "a value of a dimension", Text: "One value of a dimension.",
			Keys: []Key{must("name", says, "Name.").as(`"Wheat"`)}},
		{Name: "origin", What: "an origin", Text: "Who produced the information.", Keys: []Key{
			must("name", says, "Name.").as(`"Ministry of the Interior"`),
			may("short", text, "Short name, for charts and tables.").as(`"Interior"`),
			must("kind", oneOf(claim.Words(claim.OriginKinds())), "Kind of origin."),
			may("reliability", oneOf(claim.Words(claim.Reliabilities())), "Admiralty reliability: A completely reliable, B usually, C fairly, D "+
				"not usually, E unreliable, F cannot be judged (which is not the worst)."),
			may("derived_from", many(ref("origin")), "Origins whose information this one repeats: it is then no independent line."),
			marking,
		}},
		{Name: "source", What: "a source", Text: "The document where it was read.", Keys: []Key{
			must("title", line, "Title, in its own language."),
			must("publisher", line, "Who published it.").as(`"Ministry of the Interior"`),
			may("authors", many(line), "Who wrote it, where that is not the publisher.").as(`["Ana de la Vega"]`),
			may("container", line, "What it stands in: a journal, a newspaper, a series, a site.").as(`"Journal of Peace Research"`),
			may("url", address, "Address of the document."),
			may("published", day, "Date of publication."),
			may("accessed", day, "When it was read."),
			may("archived", address, "Address of an archived copy."),
			may("language", tag, "Language of the document (BCP 47)."),
			may("record", many(is("field", "field")), "What reference managers know besides. It travels in the file and is printed nowhere."),
			marking,
		}},
		{Name: "field", What: "a field of a record", Text: "One field of a bibliographic record.", Keys: []Key{
			must("name", line, "Its name: a variable of the Citation Style Language (CSL 1.0.2) where there is one.").as(`"page"`),
			must("value", line, "What it says.").as(`"201–214"`),
		}},
		{Name: "hypothesis", What: "a hypothesis", Text: "One of several explanations that claims are weighed against.",
			Keys: []Key{must("name", says, "What it holds.").as(`"The force stays"`)}},
	}
}

// measure says what is counted.
func measure(marking Key) Object {
	return Object{Name: "measure", What: "a measure", Text: "What is counted. Estimates of different measures never share an axis.",
		Keys: []Key{
			must("name", says, "Name.").as(`"People displaced"`),
			may("kind", oneOf(claim.Words(quantity.Kinds())), "Kind of quantity: count (the default), amount (measured, with a symbol), percent, "+
				"money (in a currency), "+
				"rate (so many for so many), level (a temperature, an index, a balance), change (a difference, always with its sign). Numbers of "+
				"percent, money, level and change may be negative.").as(`"amount"`),
			may("unit", unit, "Unit, as a plural noun, or its forms by plural category of CLDR. Needed by every kind but percent and money, "+
				"whose unit, if there is one, says “percent” or the currency's code; a level or change in money has a currency in its place. Its "+
				"letters never change case."),
			may("symbol", text, "Symbol of the unit, of an amount, rate, level or change.").as(`"t"`),
			may("currency", currency, "Currency, of money and of a level or change in money."),
			may("interval", text, "What low and high are.").as(`"95% confidence interval"`),
			may("definition", text, "What exactly is counted.").as(`"People who sleep away from home"`),
			may("stale_after_days", whole("0", "1000000", "30"), "After how many days an estimate of it counts as stale, over the "+
				"briefing's; 0: never."),
			marking,
		}, also: `"allOf": [` +
			`{"if": {"required": ["kind"], "properties": {"kind": {"const": "money"}}}, "then": {"required": ["currency"], "properties": ` +
			`{"symbol": false}}},` +
			`{"if": {"required": ["kind"], "properties": {"kind": {"const": "percent"}}}, "then": {"properties": {"symbol": false, ` +
			`"currency": false}}},` +
			`{"if": {"properties": {"kind": {"enum": ["count", "amount", "rate"]}}}, "then": {"required": ["unit"], "properties": ` +
			`{"currency": false}}},` +
			`{"if": {"properties": {"kind": {"const": "count"}}}, "then": {"properties": {"symbol": false}}},` +
			`{"if": {"required": ["kind"], "properties": {"kind": {"enum": ["level", "change"]}}}, "then": {"oneOf": [{"required": ["unit"]}, ` +
			`{"required": ["currency"]}]}}]`}
}
