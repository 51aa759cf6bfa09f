package format

import "sitrep/report/claim"

// claims has the types of facts.
func claims() []Object {
	amounts := []Key{
		may("best", decimal, "The point that the origin names. Alone it is a plain number."),
		may("low", decimal, "Lower end of the range; not above best or high. Alone it says “at least”.").as("24600"),
		may("high", decimal, "Upper end of the range; not below best or low. Alone it says “up to”.").as("27900"),
	}
	return []Object{
		{Name: "fact", What: "a fact", Text: "One claim: what is said, by whom, and where it was read. These keys are common to all facts.",
			Keys: []Key{
				must("id", id, "Id of the fact. Texts write its value with {{id}} and cite its sources with [@id]."),
				must("type", oneOf(claim.Words(claim.FactTypes())), "Type of the fact; it decides which further keys it takes."),
				must("origin", ref("origin"), "Who says it."),
				must("sources", many(citation), "Where it was read."),
				must("status", oneOf(claim.Words(claim.Statuses())), "How the origin puts it: confirmed (it was established), reported (as news), "+
					"claimed (as an assertion), assessed (as a conclusion of its own), planned, denied, forecast "+
					"(expected, of a time that has not come)."),
				may("credibility", whole("1", "6", "2"), "Admiralty credibility of the information: 1 confirmed by other sources, 2 probably true, "+
					"3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged (which is not the worst)."),
				may("statement", text, "What is said, as a sentence.").as(`"The bridge is closed."`),
				may("place", ref("place"), "The place that it is about."),
				may("actors", many(ref("actor")), "The actors concerned."),
				may("marking", label, "How far it may be passed on; without it, that of the briefing."),
				may("supersedes", ref("fact"), "The fact that this one replaces: a later estimate of the same origin, a correction."),
				may("contradicts", many(ref("fact")), "Facts that cannot hold together with this one."),
				may("derived_from", many(ref("fact")), "Facts that this one repeats or is computed from: derived facts are no independent evidence."),
				may("note", text, "A remark for readers: what is counted, what is uncertain.").as(`"Without the northern district."`),
				may("weighs", Type{object: "weighs", example: `{"stays": "++", "leaves": "-"}`, name: "object from hypothesis id to weight"},
					"How the claim fits each hypothesis: -- and - speak against it, 0 for neither, + and ++ for it."),
			}},
		{Name: "estimate", What: "an estimate", Text: "A number, or a range, of one measure: best, low or high, or several of them.",
			about: "fact", Keys: append([]Key{
				must("measure", ref("measure"), "What is counted."),
				must("as_of", day, "When the number was known."),
			}, append(amounts,
				may("approx", either, "The origin says “about”."),
				may("by", Type{object: "by", example: `{"crop": "wheat", "sex": "women"}`, name: "object from dimension id to value id"},
					"What else tells it apart."),
				may("period", period, "The stretch that the number adds up over."),
				may("interval", text, "What low and high are, over the measure's.").as(`"min–max of three models"`))...),
			also: `"anyOf": [{"required": ["best"]}, {"required": ["low"]}, {"required": ["high"]}]`},
		{Name: "event", What: "an event", Text: "Something that happened, or will.", about: "fact", Keys: []Key{
			must("date", moment, "When it happened or began."),
			must("statement", says, "What happened, as a sentence.").as(`"The treaty is signed."`),
			may("until", moment, "When it ended; not before date."),
		}},
		{Name: "transfer", What: "a transfer", Text: "Who gives what to whom.", about: "fact", Keys: append([]Key{
			must("from", ref("actor"), "Who gives."),
			must("to", ref("actor"), "Who gets."),
			must("item", says, "What is given.").as(`"Artillery shells"`),
			must("category", oneOf(claim.Words(claim.Categories())), "What kind of thing is given."),
			may("measure", ref("measure"), "What the amount counts; needed where there is one."),
			may("as_of", day, "The time that it is about."),
		}, amounts...), also: `"dependentRequired": {"low": ["measure"], "best": ["measure"], "high": ["measure"]}`},
		{Name: "statement", What: "a statement", Text: "Something said that is neither a number, an event nor a transfer.", about: "fact",
			Keys: []Key{
				must("statement", says, "What is said, as a sentence.").as(`"No soldiers were sent."`),
				may("as_of", day, "The time that it is about."),
			}},
	}
}

// conclusions has what facts are made of and what rests on them.
func conclusions() []Object {
	return []Object{
		{Name: "citationObject", What: "a citation", Text: "A source and the place in it.", Keys: []Key{
			must("source", ref("source"), "The source."),
			may("locator", plain, "Where in it.").as(`"p. 3"`),
			may("quote", plain, "Its words, in the language of the source; printed with the claim.").as(`"Some 26,200 people have left."`),
		}},
		{Name: "periodObject", What: "a period", Text: "From the first day of one date to the last day of another. " +
			"Stretches of the same days are one, however they are written: January to March is the first quarter. Of what one origin counts " +
			"from one date to another, stretches that begin on one day are a total that runs on, and the newer number takes the place of the " +
			"older; a quarter, a half or a year stands for itself.", Keys: []Key{
			must("from", day, "Where it begins."), must("to", day, "Where it ends; not before from."),
		}},
		{Name: "run", What: "a run of facts", Text: "Facts with keys in common. A key of a fact stands over the run's; the canonical form " +
			"writes every fact whole.", Keys: []Key{
			must("with", Type{object: "common", example: `{"origin": "gov", "status": "reported", "sources": ["bulletin"]}`, name: "keys of facts"},
				"The keys in common; never an id."),
			must("facts", Type{object: "factsOfRun", name: "array of facts"},
				"The facts, each without the keys in common.").as(`[{"id": "gov-may", "type": "estimate", "measure": "displaced", "as_of": ` +
				`"2025-05-30", "best": 26200}]`),
		}},
		{Name: "judgement", What: "a judgement", Text: "What the analysts conclude. Likelihood and confidence are never put in one sentence.",
			Keys: []Key{
				must("id", id, "Id of the judgement.").as(`"force-stays"`),
				must("text", tells, "The judgement."),
				may("likelihood", Type{object: "likelihood", example: `"very likely"`, name: "term of the briefing's scale"},
					"How likely: a term of the briefing's scale, in English as the standard has it."),
				may("confidence", oneOf(claim.Words(claim.Confidences())), "How well founded the judgement is."),
				must("because", many(ref("fact")), "The facts that it rests on."),
				may("hypothesis", ref("hypothesis"), "The hypothesis that it chooses."),
				may("outcome", is("outcome", "outcome"), "What became of it, for the record of how good the likelihoods were."),
				may("marking", label, "How far it may be passed on; without it, that of the briefing."),
			}},
		{Name: "outcome", What: "an outcome", Text: "What became of a judgement.", Keys: []Key{
			must("value", oneOf(claim.Words(claim.OutcomeValues())), "Whether it came true."),
			must("date", day, "When that was known."),
			must("text", tells, "What happened.").as(`"The force left in March."`),
			may("sources", many(ref("source")), "Where it was read."),
		}},
		{Name: "allowance", What: "an allowance", Text: "One warning silenced, with the reason printed in the method note.", Keys: []Key{
			must("code", code, "Code of the warning."),
			must("why", says, "The reason.").as(`"No later count was made."`),
			may("id", id, "Id of what it is silenced for; without it: everywhere."),
			may("words", plain, "Words that the warning stands at, as the text has them; when they change, it is told again.").as(`"47 lorries"`),
		}},
	}
}
