package integrity

// proseTable has what texts are warned of when they are held against the facts.
var proseTable = []check{
	{
		code: "W301", title: "a number that no fact gives",
		text: "The number stands in the text, and no fact, and nothing that is written of a fact, has it; nor is it a sum, a difference, a " +
			"ratio or a share of numbers near it. Numbers that name something (Article 4, 152 mm), years and durations are passed over.",
		in:   "prose",
		bad:  `The convoy had 47 lorries.`,
		good: `The Institute counts {{second}}.`,
		each: []rule{(*pass).numbers},
	},
	{
		code: "W302", title: "a number written by hand",
		text: "A fact has this number, and the text repeats it without citing the fact. When the fact changes, the text will not, and nothing " +
			"tells. Bound to the fact, the number follows; beside a citation of the fact, a difference is found (W303). Told once a text.",
		in:   "prose",
		bad:  `There were 5,000 soldiers in October.`,
		good: `There were 5,000 soldiers in October [@second].`,
		with: "W301",
	},
	{
		code: "W303", title: "a number that differs from the fact cited",
		text: "The sentence refers to a fact, counts in the unit of its measure, and gives another number, or the number with another unit, " +
			"scale, currency or separator: kilowatts of what are megawatts, 2.7 thousand of what are 2.7 million. Two " +
			"numbers of one sentence whose " +
			"citations have changed places are told here, and a time in years and months that is not the fact's; so are the value of a " +
			"rival where the " +
			"one fact cited gives another, a count told as a percentage, and how far something changed told as what it came to.",
		in:   "prose",
		bad:  `The Institute counts 5,400 soldiers [@second].`,
		good: `The Institute counts {{second}} [@second].`,
		each: []rule{(*pass).otherUnit, (*pass).otherSign, (*pass).otherSeparator, (*pass).otherNoun, (*pass).exchanged, (*pass).otherMeasure,
			(*pass).otherRange, (*pass).scaleLost, (*pass).otherUnitOfTwo, (*pass).durations, (*pass).citedForEachOther,
			(*pass).paired, (*pass).mistaken, (*pass).boundToOther, (*pass).countAsShare, (*pass).changeAsLevel},
	},
	{
		code: "W304", title: "a date that no fact has", words: true,
		text: "No fact and no source has the date, at the precision at which it is written. A year alone is not held against anything.",
		in:   "prose",
		bad:  `The force left on 3 February 2023.`,
		good: `The force was counted in October 2024.`,
		each: []rule{(*pass).calendarOf},
	},
	{
		code: "W305", title: "a date that differs from the fact cited", words: true,
		text: "The sentence has one date and refers to facts, and it is the date of none of them. Sentences that relate a date to another " +
			"(before, since, a week after) are passed over, unless both facts are cited with the words: then the days between them are counted, " +
			"and which was the later. A span is told where it is that of another value of the series or has one end of the fact's period " +
			"alone, a year that the " +
			"statement does not have, and a month or a year beside a number that the record gives for another one.",
		in:   "prose",
		bad:  `The force was counted on 18 October 2024 [@second].`,
		good: `The force was counted on 20 October 2024 [@second].`,
		each: []rule{(*pass).timeOfDay, (*pass).monthsOf, (*pass).otherSpan, (*pass).later, (*pass).datesApart, (*pass).otherYear,
			(*pass).nearDate, (*pass).otherEnds, (*pass).otherQuarter},
	},
	{
		code: "W306", title: "a word stronger than the status", words: true,
		text: "The text says that something is confirmed, verified or proven, and every fact that it refers to is claimed, assessed, " +
			"planned or denied.",
		in:   "prose",
		bad:  `It has been confirmed that the force is there [@count].`,
		good: `The Ministry claims that the force is there [@count].`,
		each: []rule{(*pass).strong},
	},
	{
		code: "W307", title: "the upper end of a range alone",
		text: "The fact gives a range, and the text tells only its upper end. Say the whole range, or say that it is the upper end.",
		in:   "prose",
		bad:  `The Ministry speaks of {{count.high}} soldiers.`,
		good: `The Ministry speaks of {{count}}.`,
		each: []rule{(*pass).upper},
	},
	{
		code: "W308", title: "killed and wounded told as one of the two", words: true,
		text: "The measure counts killed and wounded together, and the text calls the number killed, or wounded. This is how 4,000 casualties " +
			"become 4,000 dead.",
		in:   "toll",
		bad:  `In one month {{toll.best}} soldiers were killed.`,
		good: `In one month {{toll.best}} soldiers were killed or wounded.`,
		each: []rule{(*pass).toll},
	},
	{
		code: "W309", title: "two measures compared",
		text: "The sentence compares values of two different measures. A total sent is not a number present, and a rate is not a total. Say " +
			"that the two differ, or compare values of one measure.",
		in:   "toll",
		bad:  `The count rose from {{second}} to {{toll}}.`,
		good: `The Institute counts {{second}}; the losses are {{toll}}.`,
		each: []rule{(*pass).compared},
	},
	{
		code: "W310", title: "a value ascribed to another origin", words: true,
		text: "The sentence names one origin as the one who says it, and the value is another's, who does not draw on the one named; or it " +
			"gives the words, the office or the part in the matter to a body or a role that nothing recorded of the fact has. The name " +
			"of another origin that heads the clause counts, whatever its verb.",
		in:   "prose",
		bad:  `According to the Ministry there are {{second}}.`,
		good: `According to the Institute there are {{second}}.`,
		each: []rule{(*pass).ascribed, (*pass).unknownSpeaker, (*pass).office, (*pass).played, (*pass).opened, (*pass).heldByOther,
			(*pass).acting, (*pass).described, (*pass).otherOffice},
	},
	{
		code: "W311", title: "called the latest, and is not", words: true,
		text: "The text calls a value the latest, and the same origin gives a newer one for the same measure and place.",
		in:   "newer",
		bad:  `The latest count of the Institute is {{second}}.`,
		good: `The latest count of the Institute is {{newer}}.`,
		each: []rule{(*pass).newest},
	},
	{
		code: "W312", title: "a running total told as an addition", words: true,
		text: "The name of the measure says that it is a running total, and the text tells its value as if it came on top of others. A total " +
			"of 15,000 is no 15,000 more.",
		in:   "totalProse",
		bad:  `The Ministry expects another {{sent}}.`,
		good: `The Ministry counts {{sent}} in all.`,
		each: []rule{(*pass).added},
	},
	{
		code: "W313", title: "a bound told as a value, or as the other bound", words: true,
		text: "The fact gives one bound alone, or one end of a range, and the text tells its number without a word for it, or with a word for " +
			"the other: at least 30,000 becomes 30,000, or up to 30,000. The number may be written by hand beside the citation of the fact, or " +
			"bound to one end of it.",
		in:   "claims",
		bad:  `At most {{least.low}} soldiers are there [@least].`,
		good: `At least {{least.low}} soldiers are there [@least].`,
		each: []rule{(*pass).boundWords},
	},
	{
		code: "W314", title: "a range told upside down", words: true,
		text: "The text gives the two ends of a range with the higher one first. Either the ends have changed places, or one of them is wrong.",
		in:   "prose",
		bad:  `The Ministry counts between {{count.high}} and {{count.low}} soldiers.`,
		good: `The Ministry counts between {{count.low}} and {{count.high}} soldiers.`,
		each: []rule{(*pass).upsideDown},
	},
	{
		code: "W315", title: "rounded to the wrong side", words: true,
		text: "The words before a rounded number say on which side of it the value lies, and the value of the fact cited lies on the other: " +
			"nearly 5,100 cannot be 5,140, and more than 5,100 cannot be 5,060.",
		in:   "claims",
		bad:  `Nearly 5,100 soldiers were there [@exact].`,
		good: `More than 5,100 soldiers were there [@exact].`,
		each: []rule{(*pass).roundedTo, (*pass).shareSide},
	},
	{
		code: "W316", title: "another period than that of the measure", words: true,
		text: "The measure is a rate: its unit or name says a day, a week, a month or a year. The text tells its number with another period " +
			"or with none, or tells with a period what is none. So is a rate told for another number of people than its unit has, per thousand " +
			"and not per 100,000, and a percentage of another whole than the statement's. So is a length of time that neither the measure " +
			"nor the " +
			"note has, and a part of a year of what is of all of it or of another. 630 arrivals a day are not 630 arrivals.",
		in:   "claims",
		bad:  `They fired {{rate.best}} shells a week [@rate].`,
		good: `They fired {{rate.best}} shells a day [@rate].`,
		each: []rule{(*pass).leadingDenominator, (*pass).otherPartOfYear, (*pass).perThousand, (*pass).otherDenominator,
			(*pass).otherEach, (*pass).perPeriod, (*pass).otherWhole, (*pass).otherShare},
	},
	{
		code: "W317", title: "the direction is not that of the facts", words: true,
		text: "The text, or the title of a figure, says that one value lies above or below another (up from, rose from one to the other, " +
			"fewer than the, exceeds, fell to), that it rose or fell several times in a row, or that one origin counts more than another, " +
			"and the " +
			"facts say the opposite; or it sets a value on the wrong side of a number, range or origin, or tells a number of a note with a " +
			"word for the other way " +
			"than the note. Values that overlap are passed over.",
		in:   "claims",
		bad:  `The count fell from {{second}} to {{third}}.`,
		good: `The count rose from {{second}} to {{third}}.`,
		each: []rule{(*pass).titled, (*pass).namedComparison, (*pass).inARow, (*pass).moreThanCited, (*pass).directed,
			(*pass).endsExchanged, (*pass).changed, (*pass).lastAgainst, (*pass).turnedRound},
	},
	{
		code: "W318", title: "a ratio that the numbers do not have", words: true,
		text: "The text says a ratio in words (twice, nearly three times, a third, seven in ten), and no two numbers that it and the sentence " +
			"before it give have it, and no percentage is it; or says how much is left of a value, how far two are apart, what they are " +
			"together, or " +
			"how many there are for so many, and they do not give it. A part is also held against the whole that is named behind it, and " +
			"the numbers of " +
			"the note. Nearly and over are read as sides; without them an eighth either way " +
			"is allowed.",
		in:   "claims",
		bad:  `The later count, {{third}}, is three times the earlier, {{second}}.`,
		good: `The later count, {{third}}, is a fifth more than the earlier, {{second}}.`,
		each: []rule{(*pass).proportioned, (*pass).addedTogether, (*pass).perBase, (*pass).left, (*pass).apartBy,
			(*pass).afterTwo, (*pass).partsAdd, (*pass).apartInPoints, (*pass).shareOf, (*pass).inAll, (*pass).results, (*pass).comparedTwo,
			(*pass).spaced, (*pass).misspaced, (*pass).againstNumber, (*pass).withinRange, (*pass).twinned,
			(*pass).otherLength, (*pass).gone, (*pass).saidHigher, (*pass).portioned},
	},
	{
		code: "W319", title: "a quotation altered",
		text: "The sentence cites a fact whose source is recorded with a quotation in the same language, and what stands between its " +
			"quotation marks is like it and not the same, word by word; so with quotations within statements and notes, of whatever fact. " +
			"A part " +
			"of the recorded quotation is right; an ellipsis divides two parts.",
		in:   "claims",
		bad:  `The Ministry says “the force will leave before the spring” [@said].`,
		good: `The Ministry says “the force will not leave before the spring” [@said].`,
		each: []rule{(*pass).quotations},
	},
	{
		code: "W320", title: "a weekday that the date does not have", words: true,
		text: "The day of the week beside a date is not that of the date. Where no year is written, the year is that of the facts cited, of " +
			"the record, or of the briefing.",
		in:   "prose",
		bad:  `On Monday 20 October 2024 {{second}} were counted.`,
		good: `On Sunday 20 October 2024 {{second}} were counted.`,
		each: []rule{(*pass).weekdays},
	},
	{
		code: "W321", title: "a denial told as admitted, or a forecast as past",
		text: "The sentence says that somebody admits what the fact cited denies, that somebody confirmed a number that is planned, or tells " +
			"a value of a date after the cut-off without any word that it is expected. So is a denial that is told as if it were asserted " +
			"or were " +
			"denied itself, a number that is denied and told as true, and a negation that is made or dropped.",
		in:   "claims",
		bad:  `The Ministry admits that the force crossed [@denial].`,
		good: `The Ministry denies that the force crossed [@denial].`,
		each: []rule{(*pass).standing, (*pass).forecastConfirmed, (*pass).asserted, (*pass).undenied, (*pass).deniedAsTrue, (*pass).denialDenied,
			(*pass).polarity, (*pass).owned},
	},
	{
		code: "W322", title: "said to agree or to conflict, and does not", words: true,
		text: "The sentence says of rival values that they agree or that they contradict each other. Values conflict where they are of one " +
			"measure, place and date and have none in common, even with a tenth of rounding; where they overlap they do not contradict each " +
			"other. Of dates up to three days apart, values that all have none in common do not agree either. Where all " +
			"are said to agree (everyone " +
			"accepts, nobody disputes), no rival may be left out, and none of those cited may deny what another says.",
		in:   "prose",
		bad:  `The Ministry gives {{count}} and the Institute {{second}}. The two contradict each other.`,
		good: `The Ministry gives {{count}} and the Institute {{second}}. The two do not contradict each other.`,
		each: []rule{(*pass).agreement, (*pass).overlapping, (*pass).unanimous, (*pass).agreeing, (*pass).heralded},
	},
	{
		code: "W323", title: "called the highest or the lowest, and is not", words: true,
		text: "The text calls a value the highest or the lowest, and the same origin gave a higher or a lower one before, for the same " +
			"measure and place.",
		in:   "claims",
		bad:  `The latest, {{exact}}, is the highest count of the Institute [@exact].`,
		good: `The count of October, {{third}}, is the highest of the Institute [@third].`,
		each: []rule{(*pass).extremes, (*pass).namedExtreme},
	},
	{
		code: "W324", title: "the opposite of the fact cited", words: true,
		text: "The sentence has most words of the statement of the fact cited, or of the name of the measure of a number cited, and the " +
			"opposite of one of them: under for over, exports for imports, rejected for approved; or a word that excludes one of the " +
			"statement, note or measure: hours for minutes, 60 fewer for 60 more. A denial in one of the two alone is W321.",
		in:   "claims",
		bad:  `The Ministry says that the convoy left the northern base before the spring [@route].`,
		good: `The Ministry says that the convoy left the southern base before the spring [@route].`,
		each: []rule{(*pass).retold, (*pass).oppositeMeasure, (*pass).contrary, (*pass).inclusion, (*pass).reordered,
			(*pass).conditioned, (*pass).crossed},
	},
	{
		code: "W325", title: "a superlative that nothing bears out", words: true,
		text: "The text calls something a record, the first, or the most of all (ever, on record, in history, of the war), and neither the " +
			"statement, note, quotation, source or measure of a fact cited has a superlative, nor is its value the highest or the lowest " +
			"of three " +
			"of its measure; or it says that something has the most of what the facts cited do not count.",
		in:   "claims",
		bad:  `The force was an unprecedented one: {{exact}} [@exact].`,
		good: `The force was a large one: {{exact}} [@exact].`,
		each: []rule{(*pass).superlatives, (*pass).outranked, (*pass).otherReach},
	},
	{
		code: "W326", title: "a cause that is not recorded", words: true,
		text: "The text gives a cause (because of, for want of, led to) beside a citation, no fact that the paragraph has cited is recorded " +
			"with one, and no word of the cause stands in what is recorded of the facts or in the briefing's title. Causes that are doubted or " +
			"denied, and those of judgements, are passed over.",
		in:   "claims",
		bad:  `Because of the drought {{exact}} were there [@exact].`,
		good: `In the drought {{exact}} were there [@exact].`,
		each: []rule{(*pass).causes, (*pass).otherGround, (*pass).groundless},
	},
}
