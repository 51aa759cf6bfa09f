package integrity

// resultFrames are frames for phrases that say how two values stand to each other, in number or in time.
func resultFrames() map[string]frame {
	return map[string]frame{
		"exceeds":    fires("W317", "Qq {{little}} % {{big}} [@little] [@big].", "Qq {{little}} % {{big}} [@little] [@big]."),
		"fallsShort": fires("W317", "Qq {{big}} % {{little}} [@big] [@little].", "Qq {{big}} % {{little}} [@big] [@little]."),
		"thatOne":    fires("W317", "Qq {{little}} exceeds % qq {{big}} [@little] [@big].", "Qq {{little}} rebasa % qq {{big}} [@little] [@big]."),
		"average":    silent("W317", "Qq {{little}} outnumbers the % {{big}} [@little] [@big].", "Qq {{little}} supera la % {{big}} [@little] [@big]."),
		"summing":    fires("W318", "Qq % 99 soldiers [@big] [@little].", "Qq % 99 soldados [@big] [@little]."),
		"netting":    fires("W318", "Qq % 77 soldiers [@big] [@little].", "Qq % 77 soldados [@big] [@little]."),
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
		"asSaid":      fires("W310", "Qq qq, % the Institute put it, qq [@told].", "Qq qq, % el Instituto dijo, qq [@told]."),
		"by":          fires("W317", "Qq {{big}} [@big]. Qq went over % 98880 [@little].", "Qq {{big}} [@big]. Qq se pasó % 98880 [@little]."),
		"overshoots":  fires("W317", "Qq {{big}} [@big]. Qq % by 98880 [@little].", "Qq {{big}} [@big]. Qq % por 98880 [@little]."),
		"undershoots": fires("W317", "Qq {{little}} [@little]. Qq % by 98880 [@big].", "Qq {{little}} [@little]. Qq % por 98880 [@big]."),
		"sumsUp": fires("W318", "Qq {{big}} [@big] qq {{little}} [@little]! % 77 more.",
			"Qq {{big}} [@big] qq {{little}} [@little]! % 77 más."),
	}
}
