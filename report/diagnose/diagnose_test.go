package diagnose

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sitrep/report/facts"
	"sitrep/report/sanitize"
)

// hostile are problems whose texts try to be more than text.
var hostile = []facts.Problem{
	{File: "a b/naïve 100%:1.json", Line: 3, Col: 7, Code: "E203", Pointer: "/facts/3/low", Message: "low (12000) is above high (3000)", Hint: "swap them"},
	{File: "x.json", Line: 1, Col: 1, Code: "W301", Pointer: "/sections/0/body/0/text/es-MX/1", Message: "no fact says “47”\x1b[31m\r\n::error::%0A ```"},
	{File: "-", Line: 0, Col: 0, Code: "E105", Message: "the file\u202eends\x00 too early"},
}

var codes = []facts.Code{
	{Code: "E203", Title: "bounds", Text: "Low is above high.", Bad: "```", Good: "{}"},
	{Code: "E999", Title: "unused", Text: "Not fired."},
	{Code: "W301", Title: "number", Text: "No fact."},
}

func written(t *testing.T, format string, problems []facts.Problem) string {
	t.Helper()
	for _, f := range Formats() {
		if f.Name == format {
			out, err := f.Write(problems, Options{Codes: codes, Version: "1.2.3"})
			if err != nil {
				t.Fatal(err)
			}
			return string(out)
		}
	}
	t.Fatal("no format", format)
	return ""
}

func TestText(t *testing.T) {
	got := written(t, "text", hostile)
	want := `a b/naïve 100%:1.json:3:7: error E203 /facts/3/low: low (12000) is above high (3000)
  hint: swap them
x.json:1:1: warning W301 /sections/0/body/0/text/es-MX/1: no fact says “47”<U+001B>[31m  ::error::%0A ` + "```" + `
-:0:0: error E105: the file<U+202E>ends<U+0000> too early
`
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if c := Line(hostile[1], true); !strings.Contains(c, ": \x1b[33mwarning\x1b[0m W301") || strings.Count(c, "\x1b") != 2 {
		t.Errorf("colour: %q", c)
	}
}

func TestGitHub(t *testing.T) {
	got := written(t, "github", hostile)
	want := `::error file=a b/naïve 100%25%3A1.json,line=3,col=7,title=E203 /facts/3/low::low (12000) is above high (3000)%0Ahint: swap them
::warning file=x.json,line=1,col=1,title=W301 /sections/0/body/0/text/es-MX/1::no fact says “47”<U+001B>[31m  ::error::%250A ` + "```" + `
::error file=-,line=0,col=0,title=E105::the file<U+202E>ends<U+0000> too early
`
	if got != want {
		t.Errorf("got\n%q\nwant\n%q", got, want)
	}
}

func TestJSON(t *testing.T) {
	if got := written(t, "json", nil); got != "[]\n" {
		t.Errorf("nothing is written as %q", got)
	}
	var back []map[string]any
	if err := json.Unmarshal([]byte(written(t, "json", hostile)), &back); err != nil || len(back) != 3 {
		t.Fatal(err, back)
	}
	if back[1]["severity"] != "warning" || back[1]["message"] != sanitize.Visible(hostile[1].Message) || back[0]["hint"] != "swap them" || back[2]["hint"] != nil {
		t.Errorf("%v", back)
	}
}

// TestSARIF holds the output against the schema of OASIS, as errata 01 has it.
func TestSARIF(t *testing.T) {
	data, err := os.ReadFile("testdata/sarif-schema-2.1.0.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	const at = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
	if err := c.AddResource(at, doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile(at)
	if err != nil {
		t.Fatal(err)
	}
	for _, problems := range [][]facts.Problem{nil, hostile} {
		out := written(t, "sarif", problems)
		log, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(log); err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
	bad, _ := jsonschema.UnmarshalJSON(strings.NewReader(strings.Replace(written(t, "sarif", hostile), `"startLine": 3`, `"startLine": 0`, 1)))
	if schema.Validate(bad) == nil {
		t.Error("the schema takes a line 0: it judges nothing")
	}
}

// TestSARIFSays holds what a viewer shows.
func TestSARIFSays(t *testing.T) {
	var log sarifLog
	if err := json.Unmarshal([]byte(written(t, "sarif", hostile)), &log); err != nil {
		t.Fatal(err)
	}
	run := log.Runs[0]
	if n := len(run.Tool.Driver.Rules); n != 2 || run.Tool.Driver.Version != "1.2.3" {
		t.Errorf("%d rules: %v", n, run.Tool.Driver)
	}
	if r := run.Results[1]; *r.RuleIndex != 1 || r.Level != "warning" || r.Locations[0].Logical[0].FullyQualifiedName != hostile[1].Pointer {
		t.Errorf("%+v", r)
	}
	if u := run.Results[0].Locations[0].Physical.Artifact.URI; u != "a%20b/na%C3%AFve%20100%25:1.json" {
		t.Errorf("address %q", u)
	}
	if run.Results[2].RuleIndex != nil {
		t.Error("a code without a rule points to one")
	}
}
