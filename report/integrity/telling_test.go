package integrity

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"sitrep/report/facts"
)

// TestTelling holds that each sentence of testdata/telling raises its code and no other, or
// none: the wordings in which newspapers misattribute, tell plans as done, turn round what
// was said, and add causes and superlatives, and their right twins.
func TestTelling(t *testing.T) {
	for _, name := range []string{"en", "es", "apart-en", "apart-es"} {
		ar, err := txtar.ParseFile("testdata/telling/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		briefing, told := string(ar.Files[0].Data), string(ar.Files[1].Data)
		count := map[string]int{}
		for line := range strings.Lines(told) {
			code, text, _ := strings.Cut(strings.TrimSpace(line), " ")
			quoted := string(must(json.Marshal(text)))
			found := checked(t, name, strings.Replace(briefing, "@]", quoted+"]", 1))
			found = slices.DeleteFunc(found, func(p facts.Problem) bool { return !strings.HasPrefix(p.Pointer, "/sections") })
			count[code]++
			if code == "-" && len(found) > 0 || code != "-" && (len(found) != 1 || found[0].Code != code) {
				t.Errorf("%s %s %s: %v", name, code, text, found)
			}
		}
		t.Logf("%s: %v", name, count)
	}
}

// superlativeFrames are frames for phrases that say that nothing is like it, and why it is so.
func superlativeFrames() map[string]frame {
	return map[string]frame{
		"superlative": fires("W325", "Qq % {{second}} [@second].", "Qq % {{second}} [@second]."),
		"kept": {"W325", true, "", "Qq % qq {{second}} [@second].", "Qq % qq {{second}} [@second].",
			[2]string{"a record", "sin precedentes"}},
		"firstTime": {"W325", true, "", "Qq above qq % {{second}} [@second].", "Qq por encima de qq % {{second}} [@second].",
			[2]string{"unprecedented", "sin precedentes"}},
		"extreme":     fires("W325", "Qq % qq ever {{second}} [@second].", "Qq % qq jamás {{second}} [@second]."),
		"reach":       fires("W325", "Qq widest qq % {{second}} [@second].", "Qq la peor qq % {{second}} [@second]."),
		"degree":      fires("W325", "Qq the pain % heavy ever {{second}} [@second].", "Qq la pena % larga jamás {{second}} [@second]."),
		"definite":    fires("W325", "Qq % pain most heavy ever {{second}} [@second].", "Qq % pena más larga jamás {{second}} [@second]."),
		"ranked":      fires("W325", "Qq % tonnes {{toll}} [@toll].", "Qq % toneladas {{toll}} [@toll]."),
		"causeAfter":  fires("W326", "Qq % heavy winds, {{second}} [@second].", "Qq % vientos fuertes, {{second}} [@second]."),
		"causeBefore": fires("W326", "Heavy winds % {{second}} [@second].", "Los vientos % {{second}} [@second]."),
		"laying": {"W326", true, "", "Qq % Qqq, {{second}} [@second].", "Qq % Qqq, {{second}} [@second].",
			[2]string{"because of", "a causa de"}},
		"unanimity": fires("W322 W306", "Qq % {{big}} [@big].", "Qq % {{big}} [@big]."),
	}
}

// tellingFrames are frames for phrases that say whether it has come to pass, and who did it.
func tellingFrames() map[string]frame {
	return map[string]frame{
		"already":          fires("W327", "Qq will qq [@count]. Qq stored % qq {{intent}} [@intent].", "Qq prevé qq [@count]. Qq guardó % qq {{intent}} [@intent]."),
		"inForce":          fires("W327", "Qq % qq {{intent}} [@intent].", "Qq % qq {{intent}} [@intent]."),
		"issued":           fires("W327", "Qq % qq {{intent}} [@intent].", "Qq % qq {{intent}} [@intent]."),
		"perfectAuxiliary": fires("W327 W321", "Qq % written {{intent}} [@intent].", "Qq % guardado {{intent}} [@intent]."),
		"outlook":          silent("W327", "Qq % qq stored {{intent}} [@intent].", "Qq % qq guardó {{intent}} [@intent]."),
		"modal":            silent("W327", "Qq % qq stored {{intent}} [@intent].", "Qq % qq guardó {{intent}} [@intent]."),
		"infinitive":       silent("W327", "Qq tried % send {{intent}} [@intent].", "Qq trató % enviar {{intent}} [@intent]."),
		"denial":           silent("W321", "Wwall % zzebra [@refuted].", "Wwall % zzebra [@refuted]."),
		"disavowal":        {"W321", false, "statement", "Wwall zzebra kkoala ttiger [@told].", "Wwall zzebra kkoala ttiger [@told].", idle()},
		"privation":        {"W321", false, "statement", "Wwall zzebra kkoala ttiger [@told].", "Wwall zzebra kkoala ttiger [@told].", idle()},
		"loss":             silent("W321", "Wwall % zzebra kkoala ttiger [@shunned].", "Wwall % zzebra kkoala ttiger [@shunned]."),
		"officer":          fires("W310", "Qqq Qqqs, % of UNICEF, qq [@exit].", "Qqq Qqqs, % de UNICEF, qq [@exit]."),
		"officeOf":         fires("W310", "Qqq Qqqs, director % UNICEF, qq [@exit].", "Qqq Qqqs, director % UNICEF, qq [@exit]."),
		"acts":             fires("W310", "The jury % qq {{rep}} [@rep].", "El jurado % qq {{rep}} [@rep]."),
	}
}
