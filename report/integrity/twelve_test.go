package integrity

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// A distortion is a text beside the same text with one fault, and the code that tells it.
type distortion struct {
	name, lang, code string
	right, wrong     string // paragraphs, or of a title the titles
}

// twelve are twelve faults that editors put into published texts, each in small.
var twelve = []distortion{
	{"a rate told as a total", "en", "W316", "The Agency counts an average of 630 arrivals a day at the ford [@daily].",
		"The Agency has counted 630 arrivals at the ford [@daily]."},
	{"an estimate ascribed to another", "en", "W310", "The Ministry speaks of about 750,000 people [@gov].",
		"The Agency speaks of about 750,000 people [@gov]."},
	{"a quotation altered", "en", "W319", "The Panel finds that “the evidence at hand does not show that the wells are dry” [@panel].",
		"The Panel finds that “the evidence at hand shows that the wells are not dry” [@panel]."},
	{"a sum that does not add up", "en", "W318", "The Ministry has 2,946 dead and 5,674 injured [@dead][@hurt]. Dead and injured together number 8,620.",
		"The Ministry has 2,946 dead and 5,674 injured [@dead][@hurt]. Dead and injured together number 8,720."},
	{"a trend turned round", "en", "W317", "The Ministry reported 318 new cases, down from 402 the week before [@w40] [@w39].",
		"The Ministry reported 318 new cases, up from 402 the week before [@w40] [@w39]."},
	{"a title against its figure", "en", "W317", "TITLE The Ministry counts more people than the Agency",
		"TITLE The Agency counts more people than the Ministry"},
	{"nearly, of what is less", "en", "W303", "Reporters had confirmed {{named}} by name [@named].",
		"Reporters had confirmed nearly 7,500 deaths by name [@named]."},
	{"the upper end alone", "es", "W307", "El Comité cree que el recaudo estará entre cero y 5 billones [@recaudo].",
		"El Comité cree que el recaudo será de 5 billones [@recaudo]."},
	{"two origins exchanged", "es", "W310", "Siguió la huelga el 45 % según el Municipio [@muni] y más del 85 % según el sindicato Amparo [@amparo].",
		"Siguió la huelga el 45 % según el sindicato Amparo [@muni] y más del 85 % según el Municipio [@amparo]."},
	{"a negation lost in translation", "es+en", "W321", "El Ministerio no admitió su presencia: habló de bulo [@deny].",
		"El Ministerio admitió su presencia: habló de bulo [@deny]."},
	{"a difference that does not add up", "es", "W303", "Se confirmaron 41 340 casos [@c34]. En una semana se sumaron 4583 casos [@c33].",
		"Se confirmaron 41 340 casos [@c34]. En una semana se sumaron 4853 casos [@c33]."},
	{"a range upside down", "es", "W314", "El sondeo atribuye a la lista entre 38 y 40 escaños [@lista].",
		"El sondeo atribuye a la lista entre 40 y 38 escaños [@lista]."},
}

// TestTwelve holds that each of the twelve is caught where it stands, and that its right twin has no warning.
func TestTwelve(t *testing.T) {
	for _, d := range twelve {
		for _, text := range []string{d.right, d.wrong} {
			var got []string
			for _, p := range checked(t, d.name, twelfth(d, text)) {
				if strings.HasPrefix(p.Pointer, "/sections/0/body/0") {
					got = append(got, p.Code)
				} else {
					t.Errorf("%s: %s", d.name, p)
				}
			}
			if text == d.right && got != nil || text == d.wrong && (len(got) != 1 || got[0] != d.code) {
				t.Errorf("%s: %q: got %v, want %s of the wrong one alone", d.name, text, got, d.code)
			}
		}
	}
}

// twelfth is the briefing of one of the twelve, with a text.
func twelfth(d distortion, text string) string {
	block := string(must(json.Marshal(text)))
	if title, ok := strings.CutPrefix(text, "TITLE "); ok {
		block = fmt.Sprintf(`{"chart": "ranges", "id": "fig", "title": %s, "select": {"ids": ["gov", "reg"]}}`, must(json.Marshal(title)))
	}
	langs := `"` + strings.ReplaceAll(d.lang, "+", `", "`) + `"`
	if strings.Contains(d.lang, "+") {
		block = fmt.Sprintf(`{"text": {"es": %s, "en": "The Ministry did not admit their presence: it spoke of a hoax [@deny]."}}`, block)
	}
	named := func(en, es string) string { return map[bool]string{true: en, false: es}[d.lang == "en"] }
	estimate := func(id, measure, origin, day, value string) string {
		return fmt.Sprintf(`{"id": %q, "type": "estimate", "measure": %q, "origin": %q, "as_of": %q, "status": "reported", "credibility": 2, `+
			`"sources": ["s"], %s}`, id, measure, origin, day, value)
	}
	measure := func(id, name, unit string) string { return fmt.Sprintf(`%q: {"name": %q, "unit": %q}`, id, name, unit) }
	people := named("people", "personas")
	measures := []string{measure("day", named("Arrivals at the ford", "Llegadas al vado"), named("arrivals a day", "llegadas al día")),
		measure("pop", named("People in the camps", "Personas en los campos"), people),
		measure("dead", named("Dead of the quake", "Muertos del sismo"), people),
		measure("hurt", named("Injured in the quake", "Heridos en el sismo"), people),
		measure("new", named("New cases in the week", "Casos nuevos en la semana"), named("cases", "casos")),
		measure("named", named("Deaths confirmed by name", "Muertes confirmadas por su nombre"), named("deaths", "muertes")),
		measure("tax", "Recaudo", "billones de pesos"), measure("strike", "Seguimiento de la huelga", "por ciento"),
		measure("total", "Casos confirmados", "casos"), measure("seats", "Escaños de la lista", "escaños")}
	list := []string{estimate("daily", "day", "un", "2024-10-01", `"best": 630`), estimate("gov", "pop", "gov", "2024-10-01", `"best": 750000`),
		estimate("reg", "pop", "un", "2024-10-03", `"best": 610000`), estimate("dead", "dead", "gov", "2024-10-02", `"best": 2946`),
		estimate("hurt", "hurt", "gov", "2024-10-02", `"best": 5674`), estimate("w40", "new", "gov", "2024-10-06", `"best": 318`),
		estimate("w39", "new", "gov", "2024-09-29", `"best": 402`), estimate("named", "named", "press", "2024-09-23", `"best": 6756`),
		estimate("recaudo", "tax", "panel", "2024-09-23", `"low": 0, "high": 5`), estimate("muni", "strike", "muni", "2024-09-23", `"best": 45`),
		estimate("amparo", "strike", "union", "2024-09-23", `"low": 85, "contradicts": ["muni"]`), estimate("c34", "total", "gov", "2024-08-26", `"best": 41340`),
		estimate("c33", "total", "gov", "2024-08-19", `"best": 36757`), estimate("lista", "seats", "poll", "2024-08-19", `"low": 38, "high": 40`),
		`{"id": "panel", "type": "statement", "origin": "panel", "as_of": "2024-09-01", "status": "reported", "credibility": 2, "statement": ` +
			`"The wells.", "sources": [{"source": "s", "quote": "the evidence at hand does not show that the wells are dry"}]}`,
		`{"id": "deny", "type": "statement", "origin": "gov", "as_of": "2024-10-01", "status": "denied", "credibility": 4, "statement": ` +
			`"Qq.", "sources": ["s"]}`}
	return fmt.Sprintf(`{"format": 1, "briefing": {"id": "b", "title": "T", "languages": [%s], "as_of": "2024-12-31"}, "measures": {%s},
"origins": {"gov": {"name": %q, "kind": "government", "reliability": "B"}, "un": {"name": %q, "kind": "international", "reliability": "A"},
"press": {"name": "Gaceta", "kind": "media", "reliability": "C"}, "panel": {"name": %q, "kind": "research", "reliability": "B"},
"muni": {"name": "Municipio", "kind": "government", "reliability": "B"}, "union": {"name": "Amparo", "kind": "other", "reliability": "C"},
"poll": {"name": "Sondeo Norte", "kind": "research", "reliability": "B"}},
"sources": {"s": {"title": "Gazette", "publisher": "Gazette", "url": "https://example.org/s", "published": "2024-12-20"}},
"facts": [%s], "sections": [{"id": "x", "title": "X", "body": [%s]}]}`, langs,
		strings.Join(measures, ", "), named("Ministry", "Ministerio"), named("Agency", "Agencia"), named("Panel", "Comité"),
		strings.Join(list, ",\n"), block)
}
