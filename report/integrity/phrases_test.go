package integrity

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"sitrep/report/reading"
)

var oneClass = flag.String("class", "", "try the phrases of these classes alone")

var rewrite = flag.Bool("update", false, "write the phrases of the word lists to testdata/phrases")

// A frame is a text in which a phrase of a class decides whether a warning is
// given. In a frame that a phrase silences, silent is true.
type frame struct {
	code   string
	silent bool
	in     string // judgement, running or empty: a paragraph
	en, es string // the text; % is where the phrase stands
	idle   [2]string
}

// frames has a frame for every class.
func frames() map[string]frame {
	out := map[string]frame{}
	for _, more := range []map[string]frame{claimFrames(), voiceFrames(), doubtFrames(), dateFrames(), numberFrames(), boundFrames(),
		directionFrames(), languageFrames(), superlativeFrames(), tellingFrames(), resultFrames(), recordFrames()} {
		maps.Copy(out, more)
	}
	return out
}

func silent(code, en, es string) frame { return frame{code, true, "", en, es, idle()} }

func fires(code, en, es string) frame { return frame{code, false, "", en, es, idle()} }

func judged(code, en, es string) frame { return frame{code, false, "judgement", en, es, idle()} }

// idle returns a word that does nothing, in both languages.
func idle() [2]string { return [2]string{"qq", "qq"} }

// claimFrames are frames for phrases that say what is said of a fact.
func claimFrames() map[string]frame {
	return map[string]frame{
		"strong":        fires("W306", "Qq % {{count}} [@count].", "Qq % {{count}} [@count]."),
		"confirms":      fires("W306", "Qq % {{count}} [@count].", "Qq % {{count}} [@count]."),
		"passiveStrong": fires("W306", "Qq % {{rep}} [@rep].", "Qq % {{rep}} [@rep]."),
		"merely":        {"W306", true, "", "Qq % {{count}} [@count].", "Qq % {{count}} [@count].", [2]string{"confirmed", "confirmado"}},
		"qualified":     silent("W306", "Qq confirmed % {{count}} [@count].", "Qq confirmado % {{count}} [@count]."),
		"only":          silent("W306", "Qq % qq confirmed {{count}} [@count].", "Qq % qq confirmado {{count}} [@count]."),
		"negation":      silent("W306", "Qq % confirmed {{count}} [@count].", "Qq % confirmado {{count}} [@count]."),
		"killed":        fires("W308", "Qq {{toll.best}} % [@toll].", "Qq {{toll.best}} % [@toll]."),
		"wounded":       fires("W308", "Qq {{toll.best}} % [@toll].", "Qq {{toll.best}} % [@toll]."),
		"casualties":    silent("W308", "Qq {{toll.best}} killed % [@toll].", "Qq {{toll.best}} muertos % [@toll]."),
		"losses":        silent("W308", "Qq {{toll.best}} killed % [@toll].", "Qq {{toll.best}} muertos % [@toll]."),
		"takes":         fires("W308", "Qq % {{toll.best}} lives [@toll].", "Qq % {{toll.best}} vidas [@toll]."),
		"auxiliary":     fires("W301", "Eleven qqs % killed.", "Once qqs % muertos."),
		"lives":         fires("W308", "Qq claimed {{toll.best}} % [@toll].", "Qq cobró {{toll.best}} % [@toll]."),
		"upper":         silent("W307", "Qq % {{count.high}} [@count].", "Qq % {{count.high}} [@count]."),
		"comparison":    fires("W309", "Qq {{second}} % {{toll}}.", "Qq {{second}} % {{toll}}."),
		"against":       fires("W309", "Qq {{second}} % {{toll}}.", "Qq {{second}} % {{toll}}."),
		"thanThe":       fires("W309", "Qq {{second}} as many % {{toll}}.", "Qq {{second}} más qq % {{toll}}."),
		"forEvery":      fires("W309", "Qq % {{second}} qq {{toll}}.", "Qq % {{second}} qq {{toll}}."),
		"caveat":        silent("W309", "Qq {{second}} exceeds {{toll}}, %.", "Qq {{second}} supera {{toll}}, %."),
		"running":       {"W312", false, "running", "Qq another {{sent}}.", "Qq otros {{sent}}.", idle()},
		"additional":    fires("W312", "Qq {{sent.best}} qq % [@sent].", "Qq {{sent.best}} qq % [@sent]."),
		"plus":          {"W312", true, "", "Qq {{sent}} %.", "Qq {{sent}} %.", [2]string{"more", "más"}},
		"another":       fires("W312", "Qq % {{sent}}.", "Qq % {{sent}}."),
	}
}

// voiceFrames are frames for phrases that say who says it.
func voiceFrames() map[string]frame {
	return map[string]frame{
		"accordingTo": fires("W310", "Qq % the Ministry {{second}} [@second].", "Qq % el Ministerio {{second}} [@second]."),
		"dataOf":      fires("W310", "Qq % the Ministry {{second}} [@second].", "Qq % el Ministerio {{second}} [@second]."),
		"gives":       fires("W310", "The Ministry % {{second}} [@second].", "El Ministerio % {{second}} [@second]."),
		"tells":       fires("W310", "The Ministry % {{second}} [@second].", "El Ministerio % {{second}} [@second]."),
		"hands": {"W310", true, "", "The Ministry % {{second}} food [@second].", "El Ministerio % {{second}} comida [@second].",
			[2]string{"said", "dijo"}},
		"puts":       fires("W310", "The Ministry % the number at {{second}} [@second].", "El Ministerio % el número en {{second}} [@second]."),
		"figureOf":   fires("W310", "The Ministry, a % {{second}} [@second].", "El Ministerio, un % {{second}} [@second]."),
		"article":    fires("W310", "The Ministry, % {{second}} [@second].", "El Ministerio, % {{second}} [@second]."),
		"approx":     fires("W310", "The Ministry, % {{second}} [@second].", "El Ministerio, % {{second}} [@second]."),
		"said":       fires("W310", "Qq {{second}}, % the Ministry [@second].", "Qq {{second}}, % el Ministerio [@second]."),
		"eyes":       fires("W310", "% the Ministry {{second}} qq [@second].", "% el Ministerio {{second}} qq [@second]."),
		"figureNoun": fires("W310", "The Ministry’s % {{second}} qq [@second].", "La % del Ministerio qq {{second}} qq [@second]."),
		"several":    fires("W102", "Qq % qq {{count}} [@count].", "Qq % qq {{count}} [@count]."),
		"sourceNoun": fires("W102", "Two % agree {{count}} [@count].", "Dos % coinciden {{count}} [@count]."),
		"agreeing":   fires("W102", "Two sources % qq {{count}} [@count].", "Dos fuentes % qq {{count}} [@count]."),
		"both":       fires("W102", "% sources agree {{second}} [@second] [@third].", "% fuentes coinciden {{second}} [@second] [@third]."),
		"latest":     fires("W311", "Qq % {{second}} [@second].", "Qq % {{second}} [@second]."),
	}
}

// doubtFrames are frames for phrases that say how sure it is.
func doubtFrames() map[string]frame {
	return map[string]frame{
		"hedge":       judged("W404", "Qq % qq.", "Qq % qq."),
		"certainty":   judged("W408", "Qq % qq.", "Qq % qq."),
		"unsaid":      {"W408", true, "judgement", "Qq is impossible %.", "Qq es imposible %.", idle()},
		"able":        {"W404 W408", true, "judgement", "Qq % qq.", "Qq % qq.", [2]string{"could", "podría"}},
		"confidence":  judged("W403", "Qq % qq, it is likely.", "Qq % qq, es probable."),
		"trust":       judged("W403", "We have % qq, it is likely.", "Tenemos % qq, es probable."),
		"ours":        judged("W403", "% qq little confidence, it is likely.", "% qq poca confianza, es probable."),
		"trusted":     {"W403", true, "judgement", "High confidence % qq, it is likely.", "Confianza alta % qq, es probable.", idle()},
		"with":        judged("W405", "It is likely, % 95 %%, qq.", "Es probable, % 95 %%, qq."),
		"worst":       fires("W409", "Its grade F is the %.", "Su grado F es %."),
		"grading":     fires("W409", "Its % F is worst.", "Su % F es peor."),
		"denies":      {"W107", true, "denial", "Qq % qq.", "Qq % qq.", idle()},
		"comparative": {"W406", true, "judgement", "Qq is % likely.", "Qq es % probable.", idle()},
	}
}

// dateFrames are frames for phrases that say when it was.
func dateFrames() map[string]frame {
	return map[string]frame{
		"relation":   silent("W305", "Qq % 3 March 2023 qq [@exit].", "Qq % 3 de marzo de 2023 qq [@exit]."),
		"document":   silent("W305", "Qq % of 30 November 2024 qq [@exit].", "Qq % del 30 de noviembre de 2024 qq [@exit]."),
		"since":      silent("W304 W305", "Qq % 1 January 2024 qq {{count}}.", "Qq % 1 de enero de 2024 qq {{count}}."),
		"lastYear":   fires("W305", "Qq in December % qq [@exit].", "Qq en diciembre del % qq [@exit]."),
		"thisYear":   fires("W305", "Qq in November % qq [@exit].", "Qq en noviembre de % qq [@exit]."),
		"nextYear":   fires("W305", "Qq in December % qq [@exit].", "Qq en diciembre del % qq [@exit]."),
		"lastMonth":  fires("W305", "Qq % November qq [@exit].", "Qq % noviembre qq [@exit]."),
		"thisMonth":  fires("W305", "Qq % November qq [@exit].", "Qq % noviembre qq [@exit]."),
		"nextMonth":  fires("W305", "Qq % May qq [@exit].", "Qq % mayo qq [@exit]."),
		"lastAfter":  fires("W305", "Qq November % qq [@exit].", "Qq noviembre % qq [@exit]."),
		"nextAfter":  fires("W305", "Qq May % qq [@exit].", "Qq mayo % qq [@exit]."),
		"dayOf":      fires("W305", "Qq night % 8th [@exit].", "Qq % 8 [@exit]."),
		"month":      fires("W305", "Qq 3 % 2023 qq [@exit].", "Qq 3 de % de 2023 qq [@exit]."),
		"beforeNoon": fires("W305", "Qq 7 % qq [@clock].", "Qq 7 % qq [@clock]."),
		"afterNoon":  {"W305", true, "", "Qq 7 % qq [@clock].", "Qq 7 % qq [@clock].", [2]string{"am", "am"}},
		"lasting":    fires("W305", "Qq % nine days qq [@stay].", "Qq % nueve días qq [@stay]."),
		"past":       fires("W317", "TITLE Less than % qq", "TITLE Menos que % qq"),
		"halfOf":     fires("W316", "Qq % hectare qq {{spread.best}} qq [@spread].", "Qq % hectárea qq {{spread.best}} qq [@spread]."),
		"yearPart":   fires("W316", "Qq % 2023 qq {{yearly.best}} qq [@yearly].", "Qq % 2023 qq {{yearly.best}} qq [@yearly]."),
		"saidThat":   fires("W310", "The Ministry qqqq % {{second}} [@second].", "El Ministerio qqqq % {{second}} [@second]."),
		"monthOf": fires("W305", "Qq 28 October 2024 {{third.best}} soldiers [@third], qq % December 2024 {{second.best}} soldiers [@second].",
			"Qq 28 de octubre de 2024 {{third.best}} soldados [@third], qq % diciembre de 2024 {{second.best}} soldados [@second]."),
		"setBeside": silent("W305", "Qq {{second.best}} soldiers % in January [@second].", "Qq {{second.best}} soldados % en enero [@second]."),
		"ordinal":   fires("W304", "Qq the % of March.", "Qq el % de marzo."),
	}
}

// numberFrames are frames for phrases that say how many there are.
func numberFrames() map[string]frame {
	return map[string]frame{
		"threshold":  silent("W301", "Qq % 150 lorries.", "Qq % 150 camiones."),
		"period":     silent("W301", "Qq % 47 lorries.", "Qq % 47 camiones."),
		"designator": silent("W301", "Qq % 47 lorries.", "Qq % 47 camiones."),
		"clock":      silent("W301", "Qq % 12 lorries.", "Qq % 12 camiones."),
		"outOf":      silent("W301", "Qq 47 % 90 lorries.", "Qq 47 % 90 camiones."),
		"technical":  {"W301", true, "", "Qq 47 % qq.", "Qq 47 % qq.", [2]string{"lorries", "camiones"}},
		"total":      fires("W301", "Qq 47 %.", "Qq 47 %."),
		"percent":    fires("W301", "Qq 47 % qq.", "Qq 47 % qq."),
		"chance":     silent("W301", "Qq 47 %% % qq.", "Qq 47 %% % qq."),
		"numbering":  fires("W301", "Qq % 47.", "Qq % 47."),
		"currency":   fires("W301", "Qq % 47.", "Qq % 47."),
		"numeral":    fires("W301", "Qq % million lorries.", "Qq % millones de camiones."),
		"hundred":    fires("W301", "Qq nine % lorries.", "Qq 9 % camiones."),
		"scale":      fires("W301", "Qq 9 % qq.", "Qq 9 % qq."),
		"suffix":     fires("W301", "Qq $9%.", "Qq $9%."),
		"half":       fires("W301", "Qq % a million qq.", "Qq % millón qq."),
	}
}

// boundFrames are frames for phrases that say which bound, side or period a number is.
func boundFrames() map[string]frame {
	return map[string]frame{
		"least":      silent("W313", "Qq % 4141 soldiers [@floor].", "Qq % 4141 soldados [@floor]."),
		"leastAfter": silent("W313", "Qq 4141 soldiers % [@floor].", "Qq 4141 soldados % [@floor]."),
		"most":       silent("W313", "Qq % 9191 soldiers [@cap].", "Qq % 9191 soldados [@cap]."),
		"mostAfter":  silent("W313", "Qq 9191 soldiers % [@cap].", "Qq 9191 soldados % [@cap]."),
		"nearly":     fires("W315", "Qq % 5150 soldiers [@second].", "Qq % 5150 soldados [@second]."),
		"justOver":   fires("W315", "Qq % 810 soldiers [@toll].", "Qq % 810 soldados [@toll]."),
		"between":    fires("W314", "Qq % 12121 and 3131 soldiers [@count].", "Qq % 12121 y 3131 soldados [@count]."),
		"rangeFrom":  fires("W314", "Qq % 12121 to 3131 soldiers [@count].", "Qq % 12121 a 3131 soldados [@count]."),
		"leaves":     fires("W318", "Qq {{rep}}, {{second}} [@rep] [@second], % 99 qq.", "Qq {{rep}}, {{second}} [@rep] [@second], % 99 qq."),
		"inARow":     fires("W317", "Qq {{second}}, {{third}}. Qq fell %.", "Qq {{second}}, {{third}}. Qq bajó %."),
		"upBy":       fires("W317", "Qq {{second}}, % 16 %% from {{third}}.", "Qq {{second}}, % 16 %% de {{third}}."),
		"downBy":     fires("W317", "Qq {{third}}, % 16 %% from {{second}}.", "Qq {{third}}, % 16 %% de {{second}}."),
		"asunder":    fires("W318", "Qq {{second}} qq {{third}}, 44 %.", "Qq {{second}} qq {{third}}, 44 %."),
		"ofThem":     fires("W318", "Qq {{toll}}, 600 % qqs and 700 qqs.", "Qq {{toll}}, 600 % qqs y 700 qqs."),
		"per":        fires("W316", "Qq {{spread.best}} % acre [@spread].", "Qq {{spread.best}} % acre [@spread]."),
		"stretching": fires("W316", "Qq {{yearly.best}} % the month [@yearly].", "Qq {{yearly.best}} % el mes [@yearly]."),
		"done":       fires("W321", "Qq % {{intent}} [@intent].", "Qq % {{intent}} [@intent]."),
		"zero":       silent("W307", "Qq % and 8181 soldiers [@nought].", "Qq % y 8181 soldados [@nought]."),
		"perDay":     fires("W316", "Qq {{second.best}} soldiers % [@second].", "Qq {{second.best}} soldados % [@second]."),
		"perWeek":    fires("W316", "Qq {{second.best}} soldiers % [@second].", "Qq {{second.best}} soldados % [@second]."),
		"perMonth":   fires("W316", "Qq {{second.best}} soldiers % [@second].", "Qq {{second.best}} soldados % [@second]."),
		"perYear":    fires("W316", "Qq {{daily.best}} soldiers day % [@daily].", "Qq {{daily.best}} soldados día % [@daily]."),
		"before":     silent("W316", "Qq {{second.best}} soldiers a week % [@second].", "Qq {{second.best}} soldados a la semana % [@second]."),
		"multiplied": fires("W318", "Qq {{second}} % seven {{third}}.", "Qq {{second}} % siete {{third}}."),
		"timesWord":  fires("W318", "Qq {{second}} seven % {{third}}.", "Qq {{second}} siete % {{third}}."),
		"tenths":     fires("W318", "Qq two % ten {{second}} {{third}}.", "Qq dos % diez {{second}} {{third}}."),
		"ratio":      fires("W318", "Qq {{big}} the % {{little}}.", "Qq {{big}} % {{little}}."),
		"howMuch":    fires("W318", "Qq {{second}} qq {{third}}, rose % 90 %% qq.", "Qq {{second}} qq {{third}}, subió % 90 %% qq."),
		"byMuch": fires("W318", "Qq {{second}} qq {{third}}, raised qq qq % 90 %% qq.",
			"Qq {{second}} qq {{third}}, subió qq qq % 90 %% qq."),
		"points":  fires("W318", "Qq {{second}} qq {{third}}, rose 90 % qq.", "Qq {{second}} qq {{third}}, subió 90 % qq."),
		"gap":     fires("W318", "Qq {{second}} qq {{third}}, a % 44.", "Qq {{second}} qq {{third}}, una % 44."),
		"balance": silent("W303", "Ministry % qq 22333 qqs [@rep].", "Ministerio % qq 22333 qqs [@rep]."),
		"aim":     silent("W321", "Qq % qq has created 2323 soldiers [@intent].", "Qq % qq ha creado 2323 soldados [@intent]."),
		"perfect": fires("W321", "Qq will qq [@count]. Qq % created 2323 soldiers [@intent].",
			"Qq prevé qq [@count]. Qq % creado 2323 soldados [@intent]."),
		"inAll":      fires("W318", "Qq {{second}}, {{third}}. Qq 99 %.", "Qq {{second}}, {{third}}. Qq 99 %."),
		"observed":   fires("W321", "Qq % 2323 soldiers [@intent].", "Qq % 2323 soldados [@intent]."),
		"attained":   fires("W321", "Qq % 2323 soldiers [@intent].", "Qq % 2323 soldados [@intent]."),
		"hundredths": silent("W301", "Qq {{second}} qq {{rep}}, qq 202000 % qq.", "Qq {{second}} qq {{rep}}, qq 202000 % qq."),
		"tenthParts": silent("W301", "Qq {{second}} qq {{rep}}, qq 20200 % qq.", "Qq {{second}} qq {{rep}}, qq 20200 % qq."),
		"wholes":     silent("W303", "Ministry % qq 22333 qqs [@rep].", "Ministerio % qq 22333 qqs [@rep]."),
	}
}

// directionFrames are frames for phrases that say which value is the greater.
func directionFrames() map[string]frame {
	return map[string]frame{
		"riseFrom": fires("W317", "Qq {{second}} % {{third}}.", "Qq {{second}} % {{third}}."),
		"fallFrom": fires("W317", "Qq {{third}} % {{second}}.", "Qq {{third}} % {{second}}."),
		"rises":    fires("W317", "Qq % from {{third}} to {{second}}.", "Qq % de {{third}} a {{second}}."),
		"falls":    fires("W317", "Qq % from {{second}} to {{third}}.", "Qq % de {{second}} a {{third}}."),
		"toward":   fires("W317", "Qq rose from {{third}} % {{second}}.", "Qq subió de {{third}} % {{second}}."),
		"greater": fires("W317", "The Institute counts % soldiers than the Ministry [@big] [@little].",
			"El Instituto cuenta % soldados que el Ministerio [@big] [@little]."),
		"smaller": fires("W317", "The Ministry counts % soldiers than the Institute [@big] [@little].",
			"El Ministerio cuenta % soldados que el Instituto [@big] [@little]."),
		"than": fires("W317", "The Institute counts more soldiers % the Ministry [@big] [@little].",
			"El Instituto cuenta más soldados % el Ministerio [@big] [@little]."),
		"topmost":      fires("W323", "Qq {{big}} qq {{little}}. Qq Institute qq %.", "Qq {{big}} qq {{little}}. Qq Instituto qq %."),
		"bottommost":   fires("W323", "Qq {{big}} qq {{little}}. Qq Ministry qq %.", "Qq {{big}} qq {{little}}. Qq Ministerio qq %."),
		"overlaps":     fires("W322", "Qq {{big}} qq {{little}}. Qq %.", "Qq {{big}} qq {{little}}. Qq %."),
		"highest":      fires("W323", "Qq {{late}} % [@late].", "Qq {{late}} % [@late]."),
		"lowest":       fires("W323", "Qq {{third}} % [@third].", "Qq {{third}} % [@third]."),
		"agreement":    fires("W322", "Qq {{big}} qq {{little}}. Qq %.", "Qq {{big}} qq {{little}}. Qq %."),
		"disagreement": fires("W322", "Qq {{count}} qq {{second}}. Qq %.", "Qq {{count}} qq {{second}}. Qq %."),
		"ahead":        silent("W321", "Qq % {{coming}} [@coming].", "Qq % {{coming}} [@coming]."),
		"admits":       fires("W321", "Qq % qq [@denial].", "Qq % qq [@denial]."),
		"dating":       fires("W305", "Qq {{second.best}} soldiers % January [@second].", "Qq {{second.best}} soldados % enero [@second]."),
		"reckons":      fires("W310", "The Ministry % {{second}} [@second].", "El Ministerio % {{second}} [@second]."),
	}
}

// languageFrames are frames for phrases that another language must have, too.
func languageFrames() map[string]frame {
	return map[string]frame{
		"plainNegation": {"W516", false, "bilingual", "Qq % qq [@second].", "Qq qq [@second].", idle()},
		"negative":      {"W516", true, "bilingual", "Qq % qq [@second].", "Qq no qq [@second].", idle()},
		"doubt":         {"W517", false, "bilingual", "Qq % qq [@second].", "Qq qq [@second].", idle()},
		"uncertain":     {"W517", true, "bilingual", "Qq % qq [@second].", "Qq DOUBT qq [@second].", idle()},
	}
}

// gives reports whether the briefing gives one of the codes.
func gives(t *testing.T, data, codes string) bool {
	t.Helper()
	for _, p := range checked(t, "frame.json", data) {
		if strings.Contains(codes, p.Code) {
			return true
		}
	}
	return false
}

// idlePhrases returns the phrases of a class that do not do what it is for. Those whose frame is a paragraph are judged many at once, each in
// a section of its own, and alone where that does nothing.
func idlePhrases(t *testing.T, tag string, f frame, phrases []string) []string {
	t.Helper()
	idle := func(p string) bool { return gives(t, framed(tag, f, p), f.code) == f.silent }
	paragraph := f.in == "" && !strings.HasPrefix(f.en, "TITLE ")
	var out []string
	for chunk := range slices.Chunk(phrases, 60) {
		var found map[string]bool
		if paragraph {
			found = sectionsWith(t, tag, f, chunk)
		}
		for k, p := range chunk {
			if (!paragraph || found[fmt.Sprint(k)] == f.silent) && idle(p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// sectionsWith returns which sections of a briefing with a section for each phrase have one of the codes of a frame.
func sectionsWith(t *testing.T, tag string, f frame, phrases []string) map[string]bool {
	t.Helper()
	var sections []string
	var record string
	for k, p := range phrases {
		before, section, _ := strings.Cut(framed(tag, f, p), `"sections": [`)
		record = before
		sections = append(sections, strings.Replace(strings.TrimSuffix(section, "]}"), `"id": "x"`, fmt.Sprintf(`"id": "x%d"`, k), 1))
	}
	found := map[string]bool{}
	for _, p := range checked(t, "frames.json", record+`"sections": [`+strings.Join(sections, ", ")+"]}") {
		if at := strings.Split(p.Pointer, "/"); len(at) > 2 && at[1] == "sections" && strings.Contains(f.code, p.Code) {
			found[at[2]] = true
		}
	}
	return found
}

// TestPhrases holds that every phrase of testdata/phrases does what its class is
// for, that the frame without it does not, and that every phrase of the word lists
// is among them: one that is taken out of a list, or whose matcher breaks, is
// noticed.
func TestPhrases(t *testing.T) {
	for i, tag := range []string{"en", "es"} {
		listed := reading.Listed(tag)
		file := "testdata/phrases/" + tag + ".txt"
		if *rewrite {
			writePhrases(t, file, listed)
		}
		held := heldPhrases(t, file)
		for _, class := range slices.Sorted(maps.Keys(held)) {
			if *oneClass != "" && !slices.Contains(strings.Split(*oneClass, ","), class) {
				continue
			}
			f, ok := frames()[class]
			if !ok {
				t.Errorf("no frame for the class %s", class)
				continue
			}
			if gives(t, framed(tag, f, f.idle[i]), f.code) != f.silent {
				t.Errorf("%s %s: the frame says nothing of the phrase", tag, class)
			}
			for _, p := range idlePhrases(t, tag, f, held[class]) {
				t.Errorf("%s %s: %q does nothing", tag, class, p)
			}
		}
		for _, class := range slices.Sorted(maps.Keys(listed)) {
			if class == "opposite" { // held by TestOpposites, in pairs
				continue
			}
			for _, p := range listed[class] {
				if !slices.Contains(held[class], p) {
					t.Errorf("%s %s: %q is in no case: run with -update", tag, class, p)
				}
			}
		}
	}
}

// heldPhrases reads the phrases of a file by class.
func heldPhrases(t *testing.T, file string) map[string][]string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	held := map[string][]string{}
	for line := range strings.Lines(string(data)) {
		class, list, _ := strings.Cut(strings.TrimSpace(line), ": ")
		held[class] = strings.Split(list, " | ")
	}
	return held
}

func writePhrases(t *testing.T, file string, list map[string][]string) {
	t.Helper()
	var b strings.Builder
	delete(list, "opposite")
	for _, class := range slices.Sorted(maps.Keys(list)) {
		slices.Sort(list[class])
		fmt.Fprintf(&b, "%s: %s\n", class, strings.Join(list[class], " | "))
	}
	if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
