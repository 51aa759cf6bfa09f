package integrity

import (
	"encoding/json"
	"fmt"
	"strings"
)

// must returns what is marshalled: strings always can be.
func must(data []byte, _ error) []byte { return data }

// framed makes the briefing of a frame with the phrase in its place.
func framed(tag string, f frame, phrase string) string {
	words := map[string][9]string{"en": {"Ministry", "Institute", "soldiers", "killed or wounded", "running total", "soldiers a day",
		"soldiers a week", "Income in the year", "tonnes per hectare"},
		"es": {"Ministerio", "Instituto", "soldados", "muertos o heridos", "total acumulado", "soldados al día", "soldados a la semana",
			"Ingreso en el año", "toneladas por hectárea"}}[tag]
	text := f.en
	if tag == "es" && f.in != "bilingual" {
		text = f.es
	}
	text = strings.Replace(strings.Replace(strings.ReplaceAll(text, "%%", "\x00"), "%", phrase, 1), "\x00", "%", 1)
	if f.in == "running" {
		words[4] = phrase
	}
	likelihood := "likely"
	if f.code == "W406" {
		likelihood = "very likely"
	}
	statement := "Qq."
	if f.in == "statement" {
		statement = "Wwall " + phrase + " zzebra kkoala ttiger."
	}
	part := `"sections": [{"id": "x", "title": "X", "body": [@]}]`
	if title, ok := strings.CutPrefix(text, "TITLE "); ok {
		part, text = `"sections": [{"id": "x", "title": "X", "body": [{"chart": "trend", "id": "fig", "title": @, "select": {"ids": `+
			`["second", "third"]}}]}]`, title
	}
	if f.in == "denial" {
		part = `"judgements": [{"id": "j", "text": @, "because": ["denial"]}]`
	}
	if f.in == "judgement" {
		part = `"judgements": [{"id": "j", "text": @, "likelihood": "` + likelihood + `", "because": ["count", "second"]}]`
	}
	tags, quoted := fmt.Sprintf("%q", tag), must(json.Marshal(text))
	if f.in == "bilingual" {
		other := map[string]string{"en": "es", "es": "en"}[tag]
		tags += fmt.Sprintf(", %q", other)
		doubt := map[string]string{"en": "possibly", "es": "posiblemente"}[other]
		quoted = must(json.Marshal(map[string]string{tag: text, other: strings.Replace(f.es, "DOUBT", doubt, 1)}))
		part = `"sections": [{"id": "x", "title": "X", "body": [{"text": @}]}]`
	}
	return fmt.Sprintf(`{"format": 1, "briefing": {"id": "b", "title": "T", "languages": [%s], "as_of": "2024-12-31", "likelihood_scale": "icd203"},
"measures": {"m": {"name": "N", "unit": %q}, "l": {"name": %q, "unit": %q}, "t": {"name": "N, %s", "unit": %q}, "d": {"name": "D", "unit": %q}, "w": {"name": "W", "unit": %q}, "y": {"name": %q, "unit": "qq"}, "h": {"name": "H", "unit": %q}},
"origins": {"o": {"name": %q, "kind": "government", "reliability": "B"}, "p": {"name": %q, "kind": "research", "reliability": "B"}},
"sources": {"s": {"title": "B", "publisher": "P", "url": "https://example.org/s", "published": "2024-11-30"}},
"facts": [%s], %s}`, tags, words[2], words[3], words[2], words[4], words[2], words[5], words[6], words[7], words[8], words[0], words[1],
		strings.Join(framedFacts(tag, statement), ", "),
		strings.Replace(part, "@", string(quoted), 1))
}

// framedFacts are the facts of the briefing of a frame.
func framedFacts(tag, statement string) []string {
	without := map[string]string{"en": "without", "es": "sin"}[tag]
	estimate := func(id, measure, origin, day, status, value string) string {
		return fmt.Sprintf(`{"id": %q, "type": "estimate", "measure": %q, "origin": %q, "as_of": %q, "status": %q, "credibility": 3, `+
			`"sources": ["s"], %s}`, id, measure, origin, day, status, value)
	}
	return []string{
		estimate("count", "m", "o", "2024-11-05", "claimed", `"low": 3131, "high": 12121`), estimate("second", "m", "p", "2024-10-20",
			"assessed", `"best": 5151`),
		estimate("third", "m", "p", "2024-10-28", "assessed", `"best": 6161`), estimate("rep", "m", "o", "2024-10-28", "reported",
			`"best": 7171`),
		estimate("toll", "l", "p", "2024-10-20", "assessed", `"best": 808`), estimate("sent", "t", "o", "2024-10-10", "claimed", `"best": 919`),
		estimate("floor", "m", "o", "2024-11-20", "claimed", `"low": 4141`), estimate("cap", "m", "o", "2024-11-22", "claimed", `"high": 9191`),
		estimate("nought", "m", "o", "2024-11-24", "claimed", `"low": 0, "high": 8181`), estimate("late", "m", "p", "2024-11-28", "assessed",
			`"best": 4646`),
		estimate("big", "m", "o", "2024-11-30", "claimed", `"best": 99991`), estimate("little", "m", "p", "2024-11-30", "assessed",
			`"best": 1111`),
		estimate("daily", "d", "o", "2024-11-20", "claimed", `"best": 313`), estimate("weekly", "w", "o", "2024-11-20", "claimed",
			`"best": 414`),
		estimate("yearly", "y", "o", "2024-11-20", "claimed", `"best": 515`), estimate("spread", "h", "o", "2024-11-20", "claimed",
			`"best": 616`),
		estimate("intent", "m", "o", "2024-12-01", "planned", `"best": 2323`),
		estimate("coming", "m", "o", "2025-02-17", "planned", `"best": 10101`),
		`{"id": "denial", "type": "statement", "origin": "o", "status": "denied", "credibility": 3, "sources": ["s"], "statement": "Qq."}`,
		`{"id": "refuted", "type": "statement", "origin": "o", "status": "denied", "credibility": 3, "sources": ["s"], "statement": "Wwall zzebra kkoala."}`,
		`{"id": "told", "type": "statement", "origin": "o", "status": "reported", "credibility": 3, "sources": ["s"], "statement": "` + statement + `"}`,
		`{"id": "shunned", "type": "statement", "origin": "o", "status": "reported", "credibility": 3, "sources": ["s"], "statement": "Wwall zzebra ` +
			without + ` kkoala ttiger."}`,
		`{"id": "plea", "type": "statement", "origin": "o", "status": "claimed", "credibility": 3, "sources": ["s"], "statement": "Wwall zzebra kkoala."}`,
		`{"id": "clock", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "sources": ["s"], ` +
			`"statement": "Qq at 19:00."}`,
		`{"id": "stay", "type": "event", "date": "2024-10-20", "until": "2024-10-25", "origin": "o", "status": "claimed", ` +
			`"credibility": 3, "sources": ["s"], "statement": "Qq."}`,
		`{"id": "exit", "type": "event", "date": "2024-10-20", "origin": "o", "status": "claimed", "credibility": 3, "sources": ["s"], ` +
			`"statement": "Qq."}`}
}
