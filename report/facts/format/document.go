package format

import "sitrep/report/claim"

// document has sections, texts and charts.
func document() []Object {
	marking := may("marking", label, "How far it may be passed on; without it, that of the section.")
	return []Object{
		{Name: "section", What: "a section", Text: "A titled run of blocks.", Keys: []Key{
			must("id", id, "Id of the section, its anchor.").as(`"count"`),
			must("title", says, "Title.").as(`"How many?"`),
			must("body", many(block), "The blocks, in order."),
			may("sections", many(is("section", "section")), "Sections inside this one."),
			may("marking", label, "How far it may be passed on; without it, that of the section that it is in, or of the briefing."),
		}},
		{Name: "textBlock", What: "a text block", Text: "A text. A bare string or array of strings is short for it.",
			Keys: []Key{must("text", tells, "The text."), marking}},
		{Name: "chart", What: "a chart", Text: "A figure drawn from the facts.", Keys: []Key{
			must("chart", oneOf(claim.Words(claim.ChartKinds())), "Kind: ranges (one row per estimate), trend (estimates over time), bars "+
				"(amounts), timeline (events), exchange (who gives what to whom), map (places with their values), matrix (hypotheses against the "+
				"claims that weigh on them), lineage (whose information whose repeats)."),
			must("id", id, "Id of the chart, its anchor.").as(`"fig-count"`),
			may("title", text, "What the figure shows, best as a finding.").as(`"The two counts do not overlap"`),
			may("note", text, "A note under the figure.").as(`"Without the northern district."`),
			may("notes", many(is("chartNote", "note at a mark")), "The author's words at marks of the figure."),
			may("select", is("selection", "selection"), "Which facts it shows.").as(`{"measure": "displaced", "from": "2025-05"}`),
			may("sort", oneOf(claim.Words(claim.Orders())), "Order of the rows."),
			may("latest", either, "Only the latest estimate of each origin."),
			may("group", grouping, "What the rows are grouped by."),
			may("scale", oneOf(claim.Words(claim.AxisScales())),
				"Scale of the values; linear without it. A logarithmic one takes no number below 0."),
			may("events", either, "Mark the events of the briefing on the time axis."),
			may("lead", either, "The figure of the first page. Without it, the first that shows what the first judgement rests on."),
			marking,
		}},
		{Name: "chartNote", What: "a note at a mark", Text: "The author's words at a mark of a figure.", Keys: []Key{
			must("at", line, "Id of a fact that the figure shows or, in a trend, a date.").as(`"gov-may"`),
			must("text", says, "The words.").as(`"Counted before the second wave."`),
		}},
	}
}

// blocks has the kinds of blocks beside texts and charts, and selections.
func blocks() []Object {
	marking := may("marking", label, "How far it may be passed on; without it, that of the section.")
	return []Object{
		{Name: "table", What: "a table", Text: "A table of facts.", Keys: []Key{
			must("table", constant(`"facts"`), "What the table lists."),
			may("id", id, "Id of the table, its anchor.").as(`"tab-all"`),
			may("select", is("selection", "selection"), "Which facts it lists.").as(`{"origin": ["gov", "uni"]}`),
			may("columns", many(oneOf(claim.Words(claim.Columns()))),
				"The columns, in order; without it, all that hold something.").as(`["origin", "value", "sources"]`),
			may("title", text, "Title.").as(`"All counts"`),
			marking,
		}},
		{Name: "cells", What: "a table of cells", Text: "A table whose cells the author wrote. A cell is one line of Markdown.", Keys: []Key{
			must("table", constant(`"cells"`), "That it is a table of cells."),
			may("id", id, "Id of the table, its anchor.").as(`"tab-camps"`),
			may("title", text, "Title.").as(`"Camps"`),
			must("head", many(markdown), "The heads of the columns.").as(`["Camp", "People"]`),
			must("rows", many(many(markdown)), "The rows, each with as many cells as the head.").as(`[["North", "300"]]`),
			may("numeric", many(whole("1", "1000", "2")), "Columns of numbers, counted from 1."),
			may("note", text, "A note under the table.").as(`"As told by the camps."`),
			may("sources", many(ref("source")), "Where it was read."),
			marking,
		}, also: `"allOf": [{"properties": {"head": {"minItems": 1}}}]`},
		{Name: "judgementsBlock", What: "a block of judgements", Text: "Judgements, in the order of the file.", Keys: []Key{
			must("judgements", many(ref("judgement")), "The judgements; all, where the array is empty."), marking,
		}},
		{Name: "outcomesBlock", What: "a block of outcomes", Text: "Past judgements and what became of them.", Keys: []Key{
			must("outcomes", many(ref("judgement")), "The judgements; all that have an outcome, where the array is empty."), marking,
		}},
		{Name: "callout", What: "a callout", Text: "A note set apart.", Keys: []Key{
			must("callout", tells, "The note."), may("tone", oneOf(claim.Words(claim.Tones())), "How it is set; note without it."), marking,
		}},
		{Name: "imageBlock", What: "an image", Text: "A picture beside the facts file.", Keys: []Key{
			must("image", picture, "Its path."),
			may("id", id, "Id of the picture, its anchor.").as(`"pic-bridge"`),
			must("alt", says, "What is to be seen, for who does not see it.").as(`"Water up to the eaves of a row of houses"`),
			may("title", text, "Title.").as(`"The bridge on 30 May"`),
			may("credit", text, "Whose picture it is.").as(`"A. Kim"`),
			may("sources", many(ref("source")), "Where it was found."),
			marking,
		}},
		{Name: "selection", What: "a selection", Text: "Which facts are shown: those that match every key. Left out: all that the kind can " +
			"show, of one measure.", Keys: []Key{
			may("type", oneOrMany(oneOf(claim.Words(claim.FactTypes()))), "Types of facts."),
			may("measure", oneOrMany(ref("measure")), "Measures."),
			may("origin", oneOrMany(ref("origin")), "Origins."),
			may("place", oneOrMany(ref("place")), "Places."),
			may("actor", oneOrMany(ref("actor")), "Actors: of those concerned, or who give or get."),
			may("status", oneOrMany(oneOf(claim.Words(claim.Statuses()))), "Statuses."),
			may("category", oneOrMany(oneOf(claim.Words(claim.Categories()))), "Categories of transfers."),
			may("by", chosenBy, "For each dimension, a value or an array of values."),
			may("from", day, "Facts whose time reaches to this date or later."),
			may("to", day, "Facts whose time begins on this date or earlier."),
			may("ids", oneOrMany(ref("fact")), "Facts by id."),
		}},
	}
}
