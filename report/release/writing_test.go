package release

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"sitrep/report/facts"
)

// A name is found as people write it: in scripts without spaces anywhere in running text, in Hangul with an ending, in
// capitals by the rules of its letters, with and without its marks.
func TestNamesAsTheyAreWritten(t *testing.T) {
	for _, c := range []struct {
		name, text string
		found      bool
	}{
		{"平壤", "我们在平壤发现。", true},
		{"平壤", "我们在平原发现。", false},
		{"国防省", "朝鮮国防省が発表した。", true},
		{"ポートビル", "船はポートビルに着いた。", true},
		{"กรุงเทพมหานคร", "จากกรุงเทพมหานครถึงทะเล", true},
		{"ตาก", "ตากแดด", false},
		{"ตาก", "ที่ ตาก วันนี้", true},
		{"ភ្នំពេញ", "នៅភ្នំពេញមាន", true},
		{"နေပြည်တော်", "နေပြည်တော်တွင်ရှိသည်", true},
		{"ວຽງຈັນ", "ຢູ່ວຽງຈັນມີ", true},
		{"གཞིས་ཀ་རྩེ", "ང་གཞིས་ཀ་རྩེར་འགྲོ", true},
		{"Portburg", "我们在Portburg发现。", true},
		{"평양", "평양에서 발견", true},
		{"평양", norm.NFD.String("평양에서 발견"), true},
		{"평양", "북평양에서", false},
		{"전략 로켓", "전략로켓은 발표", true},
		{"Weißenfels", "At WEISSENFELS camp.", true},
		{"Weißenfels", "At Weissenfels camp.", true},
		{"Weißenfels", "At weissenfels camp.", false}, // in small letters a name may be a common noun
		{"Straße 5", "At STRASSE 5 now.", true},
		{"Łódź", "At Lodz now.", true},
		{"Þórshöfn", "At THORSHOFN now.", true},
		{"Ọ̀yọ́", "At Oyo now.", true},
		{"Huế", "At Hue now.", true},
		{"Huế", "Of another hue.", false},
		{"Malmö", "At Malmø now.", true},
		{"Σίτος", "ΣΙΤΟΣ", true},
		{"कल", "कुल", false}, // vowels are marks
		{"كراتشي", "كَرَاتشي", true},
		{"がか", "かか", false},
	} {
		data := strings.NewReplacer("@B", `"`+c.text+`"`, "@N", "n", "Quay Nine", c.name).Replace(herring)
		_, problems := Make(load(t, []byte(data)), Options{Label: facts.Marking{}})
		if found := len(problems) == 1 && strings.HasSuffix(problems[0].Message, ": the name of the place quay"); found != c.found || !found && len(problems) > 0 {
			t.Errorf("%s in %q: %v", c.name, c.text, problems)
		}
	}
}

// A sentence in a script without spaces is found within another, and so is a long part of it.
func TestSentencesWithoutSpaces(t *testing.T) {
	for text, want := range map[string]string{
		"据说她在酒吧告诉我们货舱从春天起就满了。": "the callout of the block of hold",
		"据说货舱从春天起就满了，到处都是。":    "",
		"在酒吧告诉我们货舱从春天起就不空了。":   "a part of the callout of the block of hold",
	} {
		data := strings.NewReplacer("@B", `"`+text+`"`, "@N", "n", "Do not ask the harbour master about the key to the shed.",
			"她在酒吧告诉我们货舱从春天起就满了。").Replace(herring)
		_, problems := Make(load(t, []byte(data)), Options{Label: facts.Marking{}})
		if want == "" && len(problems) > 0 || want != "" && (len(problems) == 0 || !strings.HasSuffix(problems[0].Message, ": "+want)) {
			t.Errorf("%s: %v, want %q", text, problems, want)
		}
	}
}

// A number is found where words touch it, and not in what letters and digits name.
func TestNumbersThatTouchWords(t *testing.T) {
	for text, found := range map[string]bool{
		"A range of 2175km.": true, "2,175kg of it.": true, "An area of 2175m2.": true, "2175MW.": true, "For 2175USD.": true, "For USD2175.": true,
		"A force of 2175men.": true, "The 2175th.": true, "有2175人。": true, "약2175명": true, "و2175": true, "2175x30 mm.": true, "12x2175 mm.": true,
		"2.175k of it.": true, "2.175K of it.": true, "0.002175m of it.": true, "0.002175M of it.": true, "0.000002175B of it.": true, "0.002175 m of it.": true,
		"43t there.": false, "43crates there.": true, "MH2175 flew.": false, "Hash 2175ab3f.": false, "x2175y.": false, "12175km.": false, "On 14May2025.": false,
		"On 14Oct2025.": true, "On 19-10-25.": true, "On 19.10.25.": true, "On 10-19-25.": true, "On 25-10-19.": true, "On 18-10-25.": false,
		"Of 2175·0.": true, "In the 2170s.": false, "21750km.": false, "CVE-2025-21755.": false,
	} {
		data := strings.NewReplacer("@B", `"`+text+`"`, "@N", "n", `"low": 1250`, `"low": 43`).Replace(herring)
		_, problems := Make(load(t, []byte(data)), Options{Label: facts.Marking{}})
		if got := len(problems) == 1 && problems[0].Code == "E602"; got != found || !got && len(problems) > 0 {
			t.Errorf("%q: %v", text, problems)
		}
	}
}

// What reference managers know of a source that stays travels in the file, and is searched as any text.
func TestRecordsOfSources(t *testing.T) {
	for value, found := range map[string]bool{"Read at Quay Nine.": true, "They saw 2,175.": true, "Read 19 October 2025.": true, "Box 7": false} {
		data := strings.NewReplacer("@B", `"P."`, "@N", "n", `"title": "Log of the port"`,
			`"title": "Log of the port", "record": [{"name": "note", "value": "`+value+`"}]`).Replace(herring)
		_, problems := Make(load(t, []byte(data)), Options{Label: facts.Marking{}})
		if got := len(problems) == 1 && problems[0].Pointer == "/sources/log/record/0/value"; got != found || !got && len(problems) > 0 {
			t.Errorf("%q: %v", value, problems)
		}
	}
}

// A disclaimer that tells a value of what is removed goes with it.
func TestDisclaimer(t *testing.T) {
	for text, goes := range map[string]bool{"Not of {{crates-oct}}.": true, "As of {{calls-oct}}.": false} {
		data := strings.NewReplacer("@B", `"P."`, "@N", "n", `"id": "b",`, `"id": "b", "disclaimer": "`+text+`",`).Replace(herring)
		r, problems := Make(load(t, []byte(data)), Options{Label: facts.Marking{}})
		if len(problems) > 0 || r.File.Briefing.Disclaimer.IsZero() != goes {
			t.Errorf("%s: %v", text, problems)
		}
	}
}
