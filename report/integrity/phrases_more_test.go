package integrity

// resultFrames are frames for phrases that say how two values stand to each other, in number or in time.
func resultFrames() map[string]frame {
	return map[string]frame{
		"exceeds":    fires("W317", "Qq {{little}} % {{big}} [@little] [@big].", "Qq {{little}} % {{big}} [@little] [@big]."),
		"fallsShort": fires("W317", "Qq {{big}} % {{little}} [@big] [@little].", "Qq {{big}} % {{little}} [@big] [@little]."),
		"thatOne":    fires("W317", "Qq {{little}} exceeds % qq {{big}} [@little] [@big].", "Qq {{little}} rebasa % qq {{big}} [@little] [@big]."),
		"average":    silent("W317", "Qq {{little}} outnumbers the % {{big}} [@little] [@big].", "Qq {{little}} supera la % {{big}} [@little] [@big]."),
		"figureWord": fires("W317", "Qq {{second}} [@second]. Qq lowered the % to {{rep}} [@rep].",
			"Qq {{second}} [@second]. Qq rebajó la % a {{rep}} [@rep]."),
		"summing": fires("W318", "Qq % 99 soldiers [@big] [@little].", "Qq % 99 soldados [@big] [@little]."),
		"netting": fires("W318", "Qq % 77 soldiers [@big] [@little].", "Qq % 77 soldados [@big] [@little]."),
		"afterThat": fires("W305", "Qq {{second}} qq eight days % {{third}} [@second] [@third].",
			"Qq {{second}} qq ocho días % {{third}} [@second] [@third]."),
		"beforeThat": fires("W305", "Qq {{third}} qq eight days % {{second}} [@third] [@second].",
			"Qq {{third}} qq ocho días % {{second}} [@third] [@second]."),
		"dayAfter":    fires("W305", "Qq {{second}} qq % {{third}} [@second] [@third].", "Qq {{second}} qq % {{third}} [@second] [@third]."),
		"dayBefore":   fires("W305", "Qq {{second}} qq % {{third}} [@second] [@third].", "Qq {{second}} qq % {{third}} [@second] [@third]."),
		"probably":    judged("W406", "Qq % qq.", "Qq % qq."),
		"claimNoun":   silent("W328", "Qq % qq wwall zzebra kkoala [@plea].", "Qq % qq wwall zzebra kkoala [@plea]."),
		"voices":      silent("W328", "Qq % qq wwall zzebra kkoala [@plea].", "Qq % qq wwall zzebra kkoala [@plea]."),
		"otherMatter": silent("W322", "Qq all concur % {{big}} [@big] [@little].", "Qq todos cuadran % {{big}} [@big] [@little]."),
		"everyone":    fires("W322", "Qq % qq tell the same story {{big}} [@big] [@little].", "Qq % qq cuadran {{big}} [@big] [@little]."),
		"atOne":       fires("W322", "Qq all qq % {{big}} [@big] [@little].", "Qq todos qq % {{big}} [@big] [@little]."),
		"noOne":       fires("W306 W322", "Qq % qq disputes {{big}} [@big] [@little].", "Qq % qq discute {{big}} [@big] [@little]."),
		"objects":     fires("W306 W322", "Qq nobody % {{big}} [@big] [@little].", "Qq nadie % {{big}} [@big] [@little]."),
		"sameValue":   fires("W322", "Qq {{big}} % {{little}} [@big] [@little].", "Qq {{big}} % {{little}} [@big] [@little]."),
		"notOfValues": silent("W322", "Qq {{big}} coincides % {{little}} [@big] [@little].", "Qq {{big}} coincide % {{little}} [@big] [@little]."),
		"copula":      silent("W310", "The Ministry % halted qq {{second}} [@second].", "El Ministerio % redujo qq {{second}} [@second]."),
		"oneNumber":   fires("W322", "Qq %. Qq {{count}} [@count]. Qq {{second}} [@second].", "Qq %. Qq {{count}} [@count]. Qq {{second}} [@second]."),
		"relative":    fires("W327", "Qq reform % would qq qq qq went qq [@intent].", "Qq reforma % podría qq qq qq cayó qq [@intent]."),
		"heads":       fires("W310", "Qq qq, said Bbo Ccu, who % Ddarmy [@told].", "Qq qq, dijo Bbo Ccu, quien % Ddarmy [@told]."),
		"asSaid":      fires("W310", "Qq qq, % the Institute put it, qq [@told].", "Qq qq, % el Instituto dijo, qq [@told]."),
		"by":          fires("W317", "Qq {{big}} [@big]. Qq went over % 98880 [@little].", "Qq {{big}} [@big]. Qq se pasó % 98880 [@little]."),
		"overshoots":  fires("W317", "Qq {{big}} [@big]. Qq % by 98880 [@little].", "Qq {{big}} [@big]. Qq % por 98880 [@little]."),
		"undershoots": fires("W317", "Qq {{little}} [@little]. Qq % by 98880 [@big].", "Qq {{little}} [@little]. Qq % por 98880 [@big]."),
		"sumsUp": fires("W318", "Qq {{big}} [@big] qq {{little}} [@little]! % 77 more.",
			"Qq {{big}} [@big] qq {{little}} [@little]! % 77 más."),
		"moreThanWhat": fires("W317", "Qq {{little}} % qq 5151 [@little].", "Qq {{little}} % qq 5151 [@little]."),
		"lessThanWhat": fires("W317", "Qq {{big}} % the Institute qq [@big].", "Qq {{big}} % el Instituto qq [@big]."),
		"insideRange":  fires("W317", "Qq {{count}} [@count]. Qq % qq {{big}} [@big].", "Qq {{count}} [@count]. Qq % qq {{big}} [@big]."),
		"outsideRange": fires("W317", "Qq {{count}} [@count]. Qq % qq {{second}} [@second].", "Qq {{count}} [@count]. Qq % qq {{second}} [@second]."),
	}
}

// recordFrames are frames for phrases of which a sentence and a record have different ones.
func recordFrames() map[string]frame {
	recorded := func(code, en, es string) frame { return frame{code, false, "statement", en, es, idle()} }
	return map[string]frame{
		"takingIn":     fires("W324", "Qq % kkoala [@shunned].", "Qq % kkoala [@shunned]."),
		"leavingOut":   recorded("W324", "Qq including zzebra [@told].", "Qq incluyendo zzebra [@told]."),
		"evenIf":       recorded("W324", "Qq if zzebra kkoala [@told].", "Qq si zzebra kkoala [@told]."),
		"onlyIf":       recorded("W324", "Qq even if zzebra kkoala [@told].", "Qq aunque zzebra kkoala [@told]."),
		"insteadOf":    recorded("W324", "Qq zzebra instead of wwall [@told].", "Qq zzebra en lugar de wwall [@told]."),
		"mayBe":        recorded("W329", "Wwall zzebra kkoala [@told].", "Wwall zzebra kkoala [@told]."),
		"groundAfter":  recorded("W326", "Qq rooted in aalpha bbravo [@told].", "Qq obedece a aalpha bbravo [@told]."),
		"groundBefore": recorded("W326", "Qq rooted in aalpha bbravo [@told].", "Qq obedece a aalpha bbravo [@told]."),
		"plainlyCause": fires("W326", "Qq % aalpha bbravo. Qq {{second}} [@second].", "Qq % aalpha bbravo. Qq {{second}} [@second]."),
		"aimedAt":      silent("W321", "Qq built % qq [@intent].", "Qq construyó % qq [@intent]."),
		"standsBy":     fires("W321", "Qq % wwall zzebra. Qq [@refuted].", "Qq % wwall zzebra. Qq [@refuted]."),
		"ownSummit":    fires("W325", "Qq was % qq [@second].", "Qq fue % qq [@second]."),
		"wasBeing":     fires("W325", "Qq % its longest qq [@second].", "Qq % su mayor qq [@second]."),
	}
}
