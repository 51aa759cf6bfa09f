package report_test

import (
	"html"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sitrep/report"
	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/integrity"
)

// A fault is one that readers of earlier versions met: a facts file, and what its outputs must and must not say.
type fault struct {
	name  string
	parts string // keys of the facts file beside the head, origins and source
	text  string // of its one section; empty: the briefing is composed
	says  []string
	never []string
	codes string // of what check warns of, of those that the fault is about
}

// faults are of a kind each, in several units, languages of the text and places in the file.
var faults = []fault{
	{name: "years are no list", text: `"1961. The treaty is signed.\n1996. It lapses.", "23. Oktober: Tag der Einheit.", {"callout": "1453. The city falls."}`,
		says: []string{"1961. The treaty", "1996. It lapses", "23. Oktober", "1453. The city"}, never: []string{"1962", "1454"}, codes: ""},
	{name: "numbers of a list", text: `"3. three\n4. four", "7. seven\n9. nine"`, says: []string{"three", "nine"}, codes: "W519"},
	{name: "tiny and long decimals", parts: amounts("4e-7", "9007199254740993", "0.0500", "123456789.123456789"),
		text: `{"table": "facts"}, {"chart": "bars", "id": "fig"}`,
		says: []string{"0.0000004", "9,007,199,254,740,993", "0.0500", "123,456,789.123456789"}, never: []string{"740,992"}},
	{name: "equal zeros are not out of line", parts: amounts("0", "0", "0", "0"), text: `{"table": "facts"}`, says: []string{"Place 3"}, codes: "-W210"},
	{name: "letters of units", parts: amounts("1", "2"), text: `{"chart": "ranges", "id": "fig"}, "{{a0}} and {{a1}}"`,
		says: []string{"1 mW and 2 mW"}, never: []string{"MW"}},
	{name: "markers in titles, notes and cells", parts: amounts("3", "5"),
		text: `{"chart": "ranges", "id": "fig", "title": "From {{a0.best}} [@a0]", "note": "Not {{a1}}"},
			{"table": "cells", "head": ["What", "{{a0}}"], "rows": [["Sum [@s]", "{{a1.best}}"]], "note": "see [#fig]"}`,
		says: []string{"From 3", "Not 5 mW", "see Figure 1"}, never: []string{"{{a", "[@", "[#"}},
	{name: "tables in pipe form", text: `"| Camp | People |\n|---|---:|\n| North | 300 |"`, says: []string{"North", "300"}, never: []string{"|---"}},
	{name: "quotation marks", text: `"'Both,' he said. and/\"or\", anti-\"terror\". At 55°45'21\"N in the '90s."`,
		says: []string{"‘Both,’ he said", "“or”", "anti-“terror”", "’90s"}, never: []string{"”or", "”terror"}},
	{name: "hyphens and locators", text: `{"table": "cells", "head": ["Vehicle", "Source"], "rows": [["armoured-vehicle-of-the-third-type", "[@s, annex IV, paragraphs 12 to 19]"]]}`,
		says: []string{"armoured-vehicle-of-the-third-type", "annex IV, paragraphs 12 to 19"}},
	{name: "percent of a language", parts: `"measures": {"m": {"name": "Share", "kind": "percent"}}, "facts": [` + claimOf("a0", `"best": 85`) + `]`, text: `"{{a0}}"`,
		says: []string{"85%"}, never: []string{"85 %"}},
	{name: "one and many", parts: `"measures": {"m": {"name": "Trucks", "unit": {"one": "truck", "other": "trucks"}}}, "facts": [` +
		claimOf("a0", `"best": 1`) + `,` + claimOf("a1", `"low": 1`) + `,` + claimOf("a2", `"low": 1, "high": 2`) + `]`,
		text: `"{{a0}}, {{a1}}, {{a2}}"`, says: []string{"1 truck, at least 1 truck, between 1 and 2 trucks"}},
	{name: "signs of a change", parts: `"measures": {"m": {"name": "Change", "kind": "change", "unit": "points"}}, "facts": [` +
		claimOf("a0", `"best": 4.1`) + `,` + claimOf("a1", `"best": -12`) + `]`,
		text: `"{{a0}}, {{a1}}", {"chart": "bars", "id": "fig"}`, says: []string{"+4.1 points", "−12 points"}},
	{name: "ranges of which some overlap", parts: amounts3([2]string{"1000", "5000"}, [2]string{"4000", "8000"}, [2]string{"7000", "9000"}),
		text: `{"chart": "ranges", "id": "fig"}`, never: []string{"do not overlap"}},
	{name: "rivals over unequal stretches of time", parts: `"measures": {"m": {"name": "Cost", "kind": "money", "currency": "EUR"}}, "facts": [` +
		claimOf("a0", `"best": 12500000, "period": {"from": "2024-01", "to": "2024-02"}`) + `,` +
		claimOf("a1", `"best": 19000000, "period": "2024-Q1", "origin": "p"`) + `]`,
		says: []string{"Jan 2024 – Feb 2024", "Q1 2024", "€19 million"}, never: []string{"do not overlap"}},
	{name: "a part is not more than its whole", parts: `"measures": {"m": {"name": "Deaths", "unit": "deaths"}}, "facts": [` +
		claimOf("a0", `"best": 3000, "period": "2024-01"`) + `,` +
		claimOf("a1", `"best": 1000, "period": "2024-Q1", "origin": "p"`) + `,` +
		claimOf("a2", `"best": 1100, "period": {"from": "2024-02", "to": "2024-04"}, "origin": "p"`) + `]`,
		says:  []string{"Three counts that cannot all be right, from 1,000 to 3,000"},
		codes: "W206"},
	{name: "a mean of a part may be more than that of the whole", parts: `"measures": {"m": {"name": "T", "kind": "level", "unit": "degrees"}}, "facts": [` +
		claimOf("a0", `"best": 31, "period": "2024-01"`) + `,` + claimOf("a1", `"best": 24, "period": "2024-Q1", "origin": "p"`) + `]`,
		says: []string{"Two estimates, from 24"}, never: []string{"cannot all", "cannot both"}, codes: "-W206"},
	{name: "quarters that do not overlap stand apart", parts: `"measures": {"m": {"name": "Cases", "unit": "cases"}}, "facts": [` +
		claimOf("a0", `"best": 3000, "period": "2024-Q1"`) + `,` + claimOf("a1", `"best": 1000, "period": "2024-Q2", "origin": "p"`) + `]`,
		says: []string{"Q1 2024", "Q2 2024"}, never: []string{"Two counts"}, codes: "-W206"},
	{name: "compatibility characters", text: `"Over 250㎡ and 30㎖ at 5㎑, №7, Ⅳ, ㈱, ￡9, ℃ and ½.", {"table": "cells", "head": ["Area ㎡", "㎖"], "rows": [["5㎏", "Ⅷ"]]}`,
		says: []string{"250㎡ and 30㎖ at 5㎑, №7, Ⅳ", "℃ and ½", "5㎏", "Ⅷ"}, never: []string{"□", "another script"}},
	{name: "addresses in other scripts", text: `"See [the report](https://bücher.example/straße), [отчёт](https://пример.испытание/путь)."`,
		says: []string{"the report", "отчёт"}, never: []string{"%D0%BF%D1%80%D0%B8"}},
	{name: "a quotation in another script", text: `"He said ‘Мы не уйдём’ and “Δεν φεύγουμε”."`, says: []string{"‘Мы не уйдём’ and “Δεν φεύγουμε”"}},
	{name: "notes and quotes", parts: `"measures": {"m": {"name": "M", "unit": "mW"}}, "facts": [` +
		claimOf("a0", `"best": 7, "note": "Without the north.", "sources": [{"source": "s", "quote": "Sieben, nicht mehr."}]`) + `]`,
		text: `"{{a0}} [@a0]"`, says: []string{"Without the north.", "Sieben, nicht mehr."}},
	{name: "denied and planned are no key figure", parts: `"measures": {"m": {"name": "Men", "unit": "men"}}, "facts": [` +
		claimOf("a0", `"best": 5`) + `,` + claimOf("a1", `"best": 70, "origin": "p", "status": "denied"`) + `,` +
		claimOf("a2", `"best": 900, "origin": "p", "status": "planned"`) + `]`,
		says: []string{"denied", "planned", "5"}, codes: ""},
}

// claimOf writes an estimate; a key of more stands over those that all have.
func claimOf(id, more string) string {
	out := `{"id": "` + id + `", "type": "estimate", "measure": "m", "as_of": "2024-05-01"`
	for _, key := range []string{`"origin": "o"`, `"status": "reported"`, `"credibility": 2`, `"sources": ["s"]`} {
		if name, _, _ := strings.Cut(key, ":"); !strings.Contains(more, name+":") {
			out += ", " + key
		}
	}
	return out + ", " + more + "}"
}

// amounts are estimates of one measure, one a place, so that they are no rivals.
func amounts(numbers ...string) string {
	var list, places []string
	for i, n := range numbers {
		id := string(rune('0' + i))
		places = append(places, `"p`+id+`": {"name": "Place `+id+`"}`)
		list = append(list, claimOf("a"+id, `"best": `+n+`, "place": "p`+id+`"`))
	}
	return `"places": {` + strings.Join(places, ",") + `}, "measures": {"m": {"name": "M", "kind": "amount", "unit": "mW", "symbol": "mW"}}, "facts": [` +
		strings.Join(list, ",\n") + `]`
}

// amounts3 are rival ranges.
func amounts3(ranges ...[2]string) string {
	var list []string
	for i, r := range ranges {
		list = append(list, claimOf("a"+string(rune('0'+i)), `"low": `+r[0]+`, "high": `+r[1]+`, "origin": "`+[]string{"o", "p", "q"}[i]+`"`))
	}
	return `"measures": {"m": {"name": "M", "unit": "men"}}, "facts": [` + strings.Join(list, ",\n") + `]`
}

func (f fault) file() string {
	parts := f.parts
	if parts == "" {
		parts = `"facts": []`
	}
	origin := func(id string) string {
		return `"` + id + `": {"name": "Origin ` + id + `", "kind": "media", "reliability": "B"}`
	}
	out := `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2024-05-02"},
"origins": {` + origin("o") + `,` + origin("p") + `,` + origin("q") + `},
"sources": {"s": {"title": "S", "publisher": "P", "published": "2024-05-01", "url": "https://example.org/s"}},
` + parts
	if f.text != "" {
		out += `, "sections": [{"id": "x", "title": "X", "body": [` + f.text + `]}]`
	}
	return out + "}"
}

// spaced is text with every run of spaces made one, as a reader takes it.
var spaced = regexp.MustCompile(`[\s\x{a0}\x{202f}]+`)

// TestFaults holds that no output goes wrong where earlier ones did.
func TestFaults(t *testing.T) {
	for _, c := range faults {
		t.Run(c.name, func(t *testing.T) {
			f, problems := facts.Load("b.json", []byte(c.file()))
			if f == nil {
				t.Fatal(problems)
			}
			files, _, err := report.Build(f, report.Options{Formats: []string{"pdf", "html", "md", "docx"}})
			if err != nil {
				t.Fatal(err)
			}
			for _, file := range files {
				said := readable(t, file)
				for _, s := range c.says {
					if !strings.Contains(said, s) {
						t.Errorf("%s: %q is not there", file.Name, s)
					}
				}
				for _, s := range c.never {
					if strings.Contains(said, s) {
						i := strings.Index(said, s)
						t.Errorf("%s: %q is there: … %s", file.Name, s, said[max(0, i-80):min(len(said), i+80)])
					}
				}
			}
			c.judge(t, f)
		})
	}
}

// readable is the text of a file, without marks of Markdown and HTML.
func readable(t *testing.T, file report.File) string {
	t.Helper()
	said := shown(t, file)
	switch file.Format {
	case "html":
		said = regexp.MustCompile(`(?s)<(script|style)[ >].*?</(script|style)>`).ReplaceAllString(said, " ")
		said = regexp.MustCompile(`<li value="(\d+)">`).ReplaceAllString(said, "$1. ")
		said = html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(said, ""))
	case "docx":
		said = html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(said, ""))
	case "md":
		said = strings.ReplaceAll(regexp.MustCompile(`\\([[:punct:]])`).ReplaceAllString(said, "$1"), "**", "")
		said = regexp.MustCompile(`\[([^\[\]]*)\]\(#[^)]*\)`).ReplaceAllString(said, "$1")
	}
	return spaced.ReplaceAllString(said, " ")
}

// judge holds that the checks warn of the code, or of one behind a minus do not.
func (f fault) judge(t *testing.T, file *facts.File) {
	t.Helper()
	if f.codes == "" {
		return
	}
	code, not := strings.CutPrefix(f.codes, "-")
	d, _ := date.Parse("2024-05-02")
	found := slices.ContainsFunc(integrity.Judge(file, d, nil).Warnings, func(p facts.Problem) bool { return p.Code == code })
	if found == not {
		t.Errorf("%s: found is %t", f.codes, found)
	}
}
