package integrity

// wordingTable has what the wording of likelihood and confidence is warned of.
var wordingTable = []check{
	{
		code: "W401", title: "a term of another scale", words: true,
		text: "The briefing uses one scale of likelihood, and the text uses an expression of another. ICD 203 and PHIA do not line up: " +
			"unlikely is 20 to 45 % in one and 25 to 35 % in the other.",
		in:   "judgement",
		bad:  `{"id": "j", "text": "It is a realistic possibility that the force stays.", "because": ["count"]}`,
		good: `{"id": "j", "text": "It is very likely that the force stays.", "because": ["count"]}`,
		each: []rule{(*pass).scaled},
	},
	{
		code: "W402", title: "terms of two rows",
		text: "ICD 203 has two rows of terms, and a product keeps to one of them (D.6.e(2)(a)).",
		in:   "judgement",
		bad: `{"id": "j", "text": "The force stays.", "likelihood": "likely", "because": ["count"]}, {"id": "k", "text": "The force grows.", ` +
			`"likelihood": "highly improbable", "because": ["count"]}`,
		good: `{"id": "j", "text": "The force stays.", "likelihood": "likely", "because": ["count"]}, {"id": "k", "text": "The force grows.", ` +
			`"likelihood": "very unlikely", "because": ["count"]}`,
		file: []fileRule{(*pass).rows},
	},
	{
		code: "W403", title: "likelihood and confidence in one sentence", words: true,
		text: "How likely something is and how sure the analysts are of their ground are two things. In one sentence readers take one for the " +
			"other (ICD 203, D.6.e(2)(b)).",
		in:   "judgement",
		bad:  `{"id": "j", "text": "We judge with high confidence that it is likely that the force stays.", "because": ["count"]}`,
		good: `{"id": "j", "text": "It is likely that the force stays.", "because": ["count"]}`,
		each: []rule{(*pass).mixed203},
	},
	{
		code: "W404", title: "a hedge that is on no scale", words: true,
		text: "Words such as may, could and perhaps say that something is not certain, and not how likely it is. A judgement has a likelihood " +
			"for that. Only judgements are held to it: the prose of a section, a callout or the summary may say that something may happen; what " +
			"the briefing itself expects belongs in a judgement.",
		in:   "judgement",
		bad:  `{"id": "j", "text": "The force may stay.", "because": ["count"]}`,
		good: `{"id": "j", "text": "The force stays.", "likelihood": "likely", "because": ["count"]}`,
		each: []rule{(*pass).hedged},
	},
	{
		code: "W405", title: "a percentage that does not fit its word", words: true,
		text: "The scale gives the term a range of percentages, and the number beside it is outside.",
		in:   "judgement",
		bad:  `{"id": "j", "text": "It is likely (40 %) that the force stays.", "because": ["count"]}`,
		good: `{"id": "j", "text": "It is likely (70 %) that the force stays.", "because": ["count"]}`,
		each: []rule{(*pass).fits},
	},
	{
		code: "W406", title: "text and likelihood disagree", words: true,
		text: "The text of the judgement uses one term of the scale, and its likelihood is another.",
		in:   "judgement",
		bad:  `{"id": "j", "text": "It is unlikely that the force stays.", "likelihood": "very likely", "because": ["count"]}`,
		good: `{"id": "j", "text": "The force stays.", "likelihood": "very likely", "because": ["count"]}`,
		each: []rule{(*pass).agrees},
	},
	{
		code: "W407", title: "more precise than the range",
		text: "The number lies inside the range of the fact cited, is given to more digits than the range, and nobody said it.",
		in:   "prose",
		bad:  `The Ministry speaks of 7,350 soldiers [@count].`,
		good: `The Ministry speaks of {{count}} [@count].`,
		with: "W301",
	},
	{
		code: "W408", title: "a judgement without doubt", words: true,
		text: "The scales leave out 0 and 100 %: what is certain is a fact and no judgement.",
		in:   "judgement",
		bad:  `{"id": "j", "text": "The force will undoubtedly stay.", "because": ["count"]}`,
		good: `{"id": "j", "text": "The force will stay.", "likelihood": "almost certain", "because": ["count"]}`,
		each: []rule{(*pass).certain},
	},
	{
		code: "W409", title: "F or 6 taken for the worst grade", words: true,
		text: "In the Admiralty code F and 6 say that reliability and truth cannot be judged. The worst grades are E and 5.",
		in:   "prose",
		bad:  `Its reliability is F, the lowest grade.`,
		good: `Its reliability is F, which says that it cannot be judged.`,
		each: []rule{(*pass).worst},
	},
	{
		code: "W410", title: "a likelihood against the matrix",
		text: "The judgement names a hypothesis and calls it likely, and the matrix of claims contradicts another less; or it calls the one " +
			"unlikely that the matrix contradicts least. Inconsistency counts 1 for \"-\" and 2 for \"--\", times what the claim counts for by " +
			"its grades (R. J. Heuer, Psychology of Intelligence Analysis, chapter 8).",
		in:   "hypotheses",
		bad:  `{"id": "j", "text": "The force leaves.", "hypothesis": "leaves", "likelihood": "likely", "because": ["count"]}`,
		good: `{"id": "j", "text": "The force stays.", "hypothesis": "stays", "likelihood": "likely", "because": ["count"]}`,
		file: []fileRule{(*pass).againstMatrix},
	},
	{
		code: "W411", title: "a hypothesis that nothing was held against",
		text: "No claim speaks against the hypothesis, and fewer than half of the claims are weighed on it. A hypothesis that is contradicted " +
			"least because nobody looked is not the best one.",
		in:   "weighed",
		bad:  `"weighs": {"stays": "+", "leaves": "--"}`,
		good: `"weighs": {"stays": "+", "leaves": "--", "grows": "-"}`,
		file: []fileRule{(*pass).notWeighed},
	},
	{
		code: "W412", title: "one origin decides between the hypotheses",
		text: "Without the claims whose information begins with one origin, another hypothesis would be the one that the evidence " +
			"contradicts least.",
		in:   "decided",
		bad:  `"weighs": {"stays": "+", "leaves": "--"}`,
		good: `"weighs": {"stays": "+", "leaves": "+"}`,
		file: []fileRule{(*pass).decided},
	},
	{
		code: "W413", title: "a forecast whose day has passed",
		text: "The judgement rests on a forecast, its date lies before the cut-off (or --now), and no outcome is written. The record of how " +
			"good the likelihoods were lacks it.",
		in:  "foreseen",
		bad: `{"id": "j", "text": "It grows.", "likelihood": "likely", "because": ["foreseen"]}`,
		good: `{"id": "j", "text": "It grows.", "likelihood": "likely", "because": ["foreseen"], "outcome": {"value": "true", "date": ` +
			`"2024-12-20", "text": "It grew."}}`,
		file: []fileRule{(*pass).overdue},
	},
}
