package integrity

// tellingTable has what texts are warned of that tell a plan as done, a claim as the truth, or a doubt as none.
var tellingTable = []check{
	{
		code: "W327", title: "told as done, and is yet to come", words: true,
		text: "A verb tells as done (has passed, was paid, came out) what the fact cited plans or expects, or what its statement puts in " +
			"the future with the same verb. A word of what is to come, of a decision, of doubt or of denial in the clause passes.",
		in:   "claims",
		bad:  `The Ministry has withdrawn the force [@leaving].`,
		good: `The Ministry will withdraw the force [@leaving].`,
		each: []rule{(*pass).accomplished},
	},
	{
		code: "W328", title: "a claim told as plain truth", words: true,
		text: "The statement or event cited is only claimed, the sentence has three words of it, and neither it nor the sentence before names " +
			"its origin or has " +
			"a word of saying, of claiming or of doubt. Judgements are passed over.",
		in:   "claims",
		bad:  `The convoy left the southern base before the spring [@route].`,
		good: `The Ministry claims that the convoy left the southern base before the spring [@route].`,
		each: []rule{(*pass).plainly},
	},
	{
		code: "W329", title: "a doubt that is recorded and not told", words: true,
		text: "What is recorded of the fact says that something may be, would be, or is only thought or alleged to be so. The sentence tells " +
			"the same verb with two more of its words, and has no word of doubt, of denial or of what is to come.",
		in:   "claims",
		bad:  `The Ministry said that the southern base contains the whole northern force [@risk].`,
		good: `The Ministry said that the southern base could contain the whole northern force [@risk].`,
		each: []rule{(*pass).possible},
	},
}
