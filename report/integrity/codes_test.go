package integrity

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// parts are the members of a small briefing without a warning. @ in one of them
// is where an example stands.
var parts = map[string]string{
	"briefing": `{"id": "b", "title": "T", "languages": ["en"], "as_of": "2024-12-31", "likelihood_scale": "icd203"}`,
	"measures": `{"m": {"name": "Soldiers present", "unit": "soldiers"}}`,
	"origins": `{"o": {"name": "Ministry", "kind": "government", "reliability": "B"}, "p": {"name": "Institute", "kind": "research", ` +
		`"reliability": "C"}}`,
	"sources": `{"s": {"title": "Bulletin", "publisher": "Ministry", "url": "https://example.org/s", "published": "2024-11-30"},
"t": {"title": "Study", "publisher": "Institute", "url": "https://example.org/t", "published": "2024-11-30"}}`,
	"facts": `[` + count + `, ` + second + `]`,
}

const (
	count = `{"id": "count", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-11-05", "low": 3000, "high": 12000, ` +
		`"status": "claimed", "credibility": 3, "sources": ["s"]}`
	second = `{"id": "second", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-20", "best": 5000, "status": ` +
		`"assessed", "credibility": 3, "sources": ["t"]}`
	third = `{"id": "third", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-28", "best": 6000, "status": "assessed", ` +
		`"credibility": 3, "sources": ["t"]}`
	after = `{"id": "revised", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-10-20", "best": 6000, "status": ` +
		`"assessed", "credibility": 3, "sources": ["t"], "supersedes": "second"}`
	copied = `{"id": "copy", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-11-10", "best": 5000, "status": ` +
		`"assessed", "credibility": 3, "sources": ["t"], "derived_from": ["count"]}`
	lost = `{"id": "toll", "type": "estimate", "measure": "l", "origin": "p", "as_of": "2024-10-20", "best": 800, "status": "assessed", ` +
		`"credibility": 3, "sources": ["t"]}`
)

// claimFacts are a lower bound, a value that is not round, a rate, a quotation and a denial.
const claimFacts = `{"id": "least", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-11-20", "low": 4000, "status": "claimed", "credibility": 3, "sources": ["s"]},
{"id": "exact", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-11-28", "best": 5140, "status": "assessed", "credibility": 3, "sources": ["t"]},
{"id": "rate", "type": "estimate", "measure": "r", "origin": "p", "as_of": "2024-11-28", "best": 400, "status": "assessed", "credibility": 3, "sources": ["t"]},
{"id": "said", "type": "statement", "origin": "o", "status": "reported", "credibility": 2, "statement": "It stays.", "sources": [{"source": "s", "quote": "the force will not leave before the spring"}]},
{"id": "denial", "type": "statement", "origin": "o", "status": "denied", "credibility": 4, "statement": "The force did not cross.", "sources": ["s"]},
{"id": "route", "type": "event", "origin": "o", "date": "2024-11-20", "status": "claimed", "credibility": 3, "statement": "The convoy left the southern base before the spring.", "sources": ["s"]},
{"id": "leaving", "type": "statement", "origin": "o", "status": "planned", "credibility": 3, "statement": "The Ministry is to withdraw the force.", "sources": ["s"]},
{"id": "truce", "type": "statement", "origin": "o", "status": "reported", "credibility": 3, "statement": "The Ministry accepted the truce that the Institute drew up.", "sources": ["s"]},
{"id": "risk", "type": "statement", "origin": "o", "status": "reported", "credibility": 3, "statement": "The southern base could contain the whole northern force.", "sources": ["s"]}`

// hypotheses is the small briefing whose two claims are weighed.
func hypotheses(first, other, judgements, list string) string {
	weigh := func(f, w string) string { return strings.TrimSuffix(f, "}") + ", " + w + "}" }
	data := with("facts", `[`+weigh(count, first)+`, `+weigh(second, other)+`]`)
	return strings.Replace(data, `"format": 1,`, `"format": 1, "hypotheses": {`+list+`}, `+judgements+`,`, 1)
}

// with is the small briefing with some of its members replaced, as key and value.
func with(members ...string) string {
	var out []string
	for _, key := range []string{"briefing", "actors", "places", "measures", "origins", "sources", "facts", "judgements", "allow",
		"sections"} {
		v := parts[key]
		if i := slices.Index(members, key); i >= 0 {
			v = members[i+1]
		}
		if v != "" {
			out = append(out, `"`+key+`": `+v)
		}
	}
	return `{"format": 1, ` + strings.Join(out, ",\n") + "}"
}

const section = `[{"id": "x", "title": "X", "body": [@]}]`

func holes() map[string]string {
	source := strings.TrimSuffix(parts["sources"], "}") + `, "u": @}`
	uses := `[` + count + `, ` + second + `, ` + strings.Replace(third, `["t"]`, `["u"]`, 1) + `]`
	bilingual := strings.Replace(parts["briefing"], `["en"]`, `["en", "es"]`, 1)
	out := map[string]string{"marked": strings.Replace(with("sources", source, "facts", uses), `"title": "T"`,
		`"title": "T", "marking_scheme": "us", "marking": "SECRET // REL TO USA, UKR"`, 1)}
	out["markedBlock"] = with("sources", strings.Replace(source, "@", `{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", `+
		`"marking": "TLP:AMBER"}`, 1), "facts", uses, "sections", section)
	out["revisedFact"] = with("facts", `[`+count+`, `+second+`, `+after+`, @]`)
	maps.Copy(out, moreHoles(source, uses, bilingual))
	return out
}

func moreHoles(source, uses, bilingual string) map[string]string {
	return map[string]string{
		"judgement": with("judgements", "[@]"),
		"doubtful": with("judgements", "[@]", "facts", `[`+strings.Replace(strings.Replace(count, `"credibility": 3`, `"credibility": 5`, 1),
			`"count"`, `"weak"`, 1)+`, `+
			strings.Replace(strings.Replace(second, `"credibility": 3`, `"credibility": 6`, 1), `"second"`, `"rumour"`, 1)+`]`),
		"prose": with("sections", section),
		"divided": strings.Replace(with("facts", `[`+count+`, `+second+`, `+third+`, `+
			strings.Replace(strings.Replace(third, `"third"`, `"men"`, 1), `"best": 6000`, `"by": {"sex": "men"}, "best": 4000`, 1)+`, @]`),
			`"format": 1,`, `"format": 1, "dimensions": {"sex": {"name": "Sex", "values": {"men": {"name": "men"}, "women": {"name": "women"}}}},`, 1),
		"fact":             with("facts", `[`+count+`, `+second+`, `+third+`, @]`),
		"revised":          with("facts", `[`+count+`, `+second+`, `+after+`]`, "sections", section),
		"revisedJudgement": with("facts", `[`+count+`, `+second+`, `+after+`]`, "judgements", "[@]"),
		"revisedProse":     with("facts", `[`+count+`, `+second+`, `+after+`]`, "sections", section),
		"newer":            with("facts", `[`+count+`, `+second+`, `+strings.Replace(third, `"third"`, `"newer"`, 1)+`]`, "sections", section),
		"toll": with("measures", `{"m": {"name": "Soldiers present", "unit": "soldiers"}, "l": {"name": "Killed or wounded", `+
			`"unit": "soldiers"}}`, "facts", `[`+count+`, `+second+`, `+lost+`]`, "sections", section),
		"total": with("measures", `{"m": {"name": "Soldiers present", "unit": "soldiers"}, "total": {"name": "Soldiers sent, running total", `+
			`"unit": "soldiers"}}`,
			"facts", `[`+count+`, `+second+`, {"id": "sent", "type": "estimate", "measure": "total", "origin": "o", "as_of": "2024-10-10", `+
				`"best": 900, "status": "claimed", "credibility": 3, "sources": ["s"]}, @]`),
		"totalProse": with("measures", `{"m": {"name": "Soldiers present", "unit": "soldiers"}, "total": {"name": "Soldiers sent, running `+
			`total", "unit": "soldiers"}}`,
			"facts", `[`+count+`, `+second+`, {"id": "sent", "type": "estimate", "measure": "total", "origin": "o", "as_of": "2024-10-10", `+
				`"best": 900, "status": "claimed", "credibility": 3, "sources": ["s"]}]`, "sections", section),
		"claims": with("measures", `{"m": {"name": "Soldiers present", "unit": "soldiers"}, "r": {"name": "Shells fired per day", "unit": `+
			`"shells a day"}}`, "facts", `[`+count+`, `+second+`, `+third+`, `+claimFacts+`]`, "sections", section),
		"hypotheses": hypotheses(`"weighs": {"stays": "+", "leaves": "--"}`, `"weighs": {"stays": "+", "leaves": "-"}`, `"judgements": [@]`,
			`"stays": {"name": "It stays"}, "leaves": {"name": "It leaves"}`),
		"weighed": hypotheses(`@`, `"weighs": {"stays": "+", "leaves": "-"}, "note": "N."`, `"judgements": []`,
			`"stays": {"name": "It stays"}, "leaves": {"name": "It leaves"}, "grows": {"name": "It grows"}`),
		"decided": hypotheses(`@`, `"weighs": {"stays": "-", "leaves": "+"}`, `"judgements": []`,
			`"stays": {"name": "It stays"}, "leaves": {"name": "It leaves"}`),
		"foreseen": with("judgements", "[@]", "facts", `[`+count+`, `+second+
			`, {"id": "foreseen", "type": "estimate", "measure": "m", "origin": "p", "as_of": "2024-12-15", "best": 9000, "status": "forecast", `+
			`"credibility": 3, "sources": ["t"]}]`),
		"returned": with("facts", `[`+count+`, `+second+`, `+copied+`, @]`),
		"oil": with("measures", `{"m": {"name": "Soldiers present", "unit": "soldiers"}, "oil": {"name": "Oil delivered", "unit": "barrels"}}`,
			"facts", `[`+count+`, `+second+`, @]`),
		"head":   with("briefing", strings.TrimSuffix(parts["briefing"], "}")+`, @}`),
		"source": with("sources", source, "facts", uses),
		"archive": with("sources", strings.ReplaceAll(source, `"published": "2024-11-30"}`,
			`"published": "2024-11-30", "archived": "https://archive.example.org/x"}`), "facts", uses),
		"unused": with("sources", strings.Replace(source, "@",
			`{"title": "Notes", "publisher": "Institute", "published": "2024-11-30", "url": "https://example.org/notes"}`, 1), "facts",
			`[`+count+`, `+second+`, @]`),
		"agency": with("origins", strings.TrimSuffix(parts["origins"], "}")+`, "q": @}`, "facts",
			`[`+count+`, `+second+`, `+strings.Replace(third, `"origin": "p"`, `"origin": "q"`, 1)+`]`),
		"bilingual": with("briefing", bilingual, "sections", `[{"id": "x", "title": "X", "body": [{"text": @}]}]`),
		"allowed":   with("allow", "[@]", "judgements", `[{"id": "j", "text": "The force stayed.", "because": []}]`),
		"unusedMeasure": with("measures", `{"m": {"name": "Soldiers present", "unit": "soldiers"}, "ships": {"name": "Ships", "unit": "ships"}}`,
			"facts", `[`+count+`, `+second+`, @]`),
		"unusedPlace": strings.Replace(with("facts", `[`+count+`, `+second+`, @]`), `"format": 1,`,
			`"format": 1, "places": {"kursk": {"name": "Kursk"}},`, 1),
		"unusedActor": strings.Replace(with("facts", `[`+count+`, `+second+`, @]`), `"format": 1,`,
			`"format": 1, "actors": {"russia": {"name": "Russia"}},`, 1),
		"unusedOrigin": with("origins", strings.TrimSuffix(parts["origins"], "}")+
			`, "agency": {"name": "Agency", "kind": "media", "reliability": "C"}}`, "facts", `[`+count+`, `+second+`, @]`),
	}
}

// takeTag returns the language that an example puts in the place of the briefing's: one that the
// program does not have loads in no other way.
func takeTag(data string) (tag, rest string, ok bool) {
	after, ok := strings.CutPrefix(data, "LANGUAGE ")
	if !ok {
		return "", data, false
	}
	tag, rest, _ = strings.Cut(after, "\n")
	return tag, rest, true
}

// figureHoles are the holes of what figures, news services and languages are warned of.
func figureHoles() map[string]string {
	return map[string]string{
		"unknownLanguage": "LANGUAGE @\n" + with("sections", `[{"id": "x", "title": "X", "body": ["Text."]}]`),
		"rival": with("facts", `[`+count+`, `+second+`, {"id": "rival", "type": "estimate", "measure": "m", "origin": "o", "as_of": "2024-10-20", `+
			`"best": 9000, "status": "claimed", "credibility": 3, "sources": ["s"], "contradicts": ["second"]}]`, "sections", section),
		"news": with("origins", strings.TrimSuffix(parts["origins"], "}")+`, "q": {"name": "Wire", "kind": "media", "reliability": "C"}}`,
			"facts", `[`+count+`, `+strings.ReplaceAll(second, `"best": 5000`, `"best": 5140`)+`, `+
				strings.NewReplacer(`"id": "second"`, `"id": "exact"`, `"best": 5000`, `"best": 5140`, "2024-10-20", "2024-10-21").Replace(second)+`, @]`),
	}
}

func fill(k check, example string) string {
	if strings.Contains(strings.ToLower(k.in), "prose") || k.in == "toll" || k.in == "newer" || k.in == "claims" {
		b, _ := json.Marshal(example)
		example = string(b)
	}
	in, ok := holes()[k.in]
	if !ok {
		in = figureHoles()[k.in]
	}
	return strings.Replace(in, "@", example, 1)
}

// TestCodeExamples holds that each bad example has the warning and no other, and
// each good one none.
func TestCodeExamples(t *testing.T) {
	for i, k := range checks() {
		if i > 0 && checks()[i-1].code >= k.code {
			t.Errorf("%s stands after %s", k.code, checks()[i-1].code)
		}
		if k.title == "" || k.text == "" || strings.HasSuffix(k.title, ".") || !strings.HasSuffix(k.text, ".") {
			t.Errorf("%s: the title or the paragraph is not one", k.code)
		}
		got := checked(t, k.code, fill(k, k.bad))
		if len(got) == 0 || k.good == "" {
			t.Errorf("%s: the bad example gives nothing, or there is no good one", k.code)
		}
		for _, p := range got {
			if p.Code != k.code {
				t.Errorf("%s: the bad example gives %s", k.code, p)
			}
		}
		for _, p := range checked(t, k.code, fill(k, k.good)) {
			t.Errorf("%s: the good example gives %s", k.code, p)
		}
	}
}

// checked loads and checks a briefing; it must load.
func checked(t *testing.T, name, data string) []facts.Problem {
	t.Helper()
	tag, data, own := takeTag(data)
	f, problems := facts.Load(name, []byte(data))
	if own && f != nil {
		f.Briefing.Languages = []string{tag}
	}
	if f == nil {
		t.Errorf("%s does not load: %v\n%s", name, problems, data)
		return nil
	}
	found := Check(f, date.Date{})
	for i, p := range found {
		if !isCode(p.Code) || !p.Warning() || p.Message == "" || p.File != name {
			t.Errorf("%+v is not a warning of this package", p)
		}
		if i > 0 && (p.Line < found[i-1].Line || p.Line == found[i-1].Line && p.Col < found[i-1].Col) {
			t.Errorf("%s stands after %s", p, found[i-1])
		}
	}
	return found
}

// TestCodesInUse holds that the checks use the codes of the table and no others.
func TestCodesInUse(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, name := range files {
		if strings.HasPrefix(name, "codes") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, code := range regexp.MustCompile(`"(W\d\d\d)"`).FindAllStringSubmatch(string(data), -1) {
			used[code[1]] = true
		}
	}
	for _, c := range Codes() {
		if !used[c.Code] {
			t.Errorf("%s is in the table and nowhere used", c.Code)
		}
		delete(used, c.Code)
	}
	for code := range used {
		t.Errorf("%s is used and not in the table", code)
	}
}

// TestWordsNeeded holds which checks find nothing without a list of words: those of prose whose bad
// example has no warning in a language that the program does not have.
func TestWordsNeeded(t *testing.T) {
	for _, k := range checks() {
		if len(k.each) == 0 {
			if k.words {
				t.Errorf("%s reads no sentence", k.code)
			}
			continue
		}
		found := false
		for _, p := range checked(t, k.code, "LANGUAGE qq\n"+fill(k, k.bad)) {
			found = found || p.Code == k.code
		}
		if found == k.words {
			t.Errorf("%s finds its example without words: %v, and the table says that it needs them: %v", k.code, found, k.words)
		}
	}
}
