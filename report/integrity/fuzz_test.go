package integrity

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// FuzzCheck holds that no text makes a check fail, and that the same text is
// judged alike twice.
func FuzzCheck(f *testing.F) {
	for _, s := range []string{"In 2024, 12,000.5 % of {{count}} [@count] — “killed”.", "twenty- six hundred and",
		"El 31 de 2024-02-30 mil mil y y un", "{{count.high}} than {{second}}",
		"8–13 May 2024–", "1,,2 1.2.3,4 5:6/7 -8 §9 1º 0 00 999999999999999999999999999", "it is likely (0 %) with high confidence. may",
		"\\{\\{ \\* é́ \u202e 12 000",
		"half a quarter of a million and a half, 1 260 000 12 $3.4bn 15m 120k 1/2/2024 31.12.2024 on the 8th",
		"dos millones y medio y medio, el pasado 31 de febrero de este año, el treinta y uno de mayo",
		"The Ministry puts at at {{count}} another {{second}} more than that, likely, about 40 %"} {
		f.Add(s, s)
	}
	parts := with("briefing", `{"id": "b", "title": "T", "languages": ["en", "es"], "as_of": "2024-12-31", "likelihood_scale": "icd203"}`,
		"judgements", `[{"id": "j", "text": %s, "because": ["count"]}]`,
		"sections", `[{"id": "x", "title": %s, "body": [{"text": {"en": %s, "es": %s}}]}]`)
	f.Fuzz(func(t *testing.T, en, es string) {
		english, _ := json.Marshal(en)
		spanish, _ := json.Marshal(es)
		file, _ := facts.Load("fuzz.json", []byte(fmt.Sprintf(parts, english, spanish, english, spanish)))
		if file == nil {
			return
		}
		a, b := Check(file, date.Date{}), Check(file, date.Date{})
		if fmt.Sprint(a) != fmt.Sprint(b) {
			t.Error("judged twice, and differently")
		}
		for _, p := range a {
			if p.Line < 1 || p.Col < 1 || p.Pointer == "" || strings.Contains(p.Message, "%!") {
				t.Errorf("%+v", p)
			}
		}
	})
}
