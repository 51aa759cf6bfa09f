package facts

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sitrep/report/claim"
	"sitrep/report/facts/format"
)

// blind are the codes of problems that a schema cannot see, and why. A file of
// any other code must be refused by the schema as well.
var blind = map[string]string{
	"E203": "it does not compare two values", "E210": "it does not know the kind of the measure", "E235": "it does not compare labels",
	"E229": "it does not read a unit",
	"E234": "it does not know the scheme of the briefing when it reads a label",
	"E240": "it does not read caveats",
	"E232": "it does not compare dates", "E236": "likewise", "E239": "it does not count cells", "E506": "it does not select",
	"E507": "likewise",
	"E207": "it does not compare ids across the file",
	"E208": "it does not know leap years",
	"E211": "its numbers have no upper end",
	"E228": "it does not see how a number is written",
	"E213": "it does not compare dates",
	"E215": "it does not know the languages of the briefing when it reads a text",
	"E216": "likewise",
	"E217": "it knows the form of a language tag, not the registry, nor the word lists",
	"E218": "it sees the same string twice, not the same tag in other letters",
	"E219": "it knows the form of an address, not all its rules",
	"E301": "it does not follow references", "E302": "likewise", "E303": "likewise", "E304": "likewise",
	"E401": "it does not read Markdown", "E402": "likewise", "E403": "likewise", "E404": "likewise", "E405": "likewise",
	"E406": "likewise", "E407": "likewise", "E408": "likewise", "E409": "likewise", "E410": "likewise", "E411": "likewise",
	"E412": "likewise", "E413": "likewise", "E414": "likewise", "E415": "likewise", "E416": "likewise",
	"E417": "it does not resolve references",
	"E503": "it does not select", "E504": "likewise", "E505": "it does not compare dates",
}

func schema(t testing.TB) *jsonschema.Schema {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "data", "schema.json"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSchema holds that the schema accepts every file that loads, and refuses
// every file that does not, as far as a schema can say it. Which of the bad files
// it refuses is recorded file by file.
func TestSchema(t *testing.T) {
	s := schema(t)
	for _, c := range append(corpus(t, "good"), samples(t)...) {
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(c.data))
		if err == nil {
			err = s.Validate(doc)
		}
		if err != nil {
			t.Errorf("%s %s loads, and the schema refuses it: %v", c.archive, c.name, err)
		}
	}
	var marks strings.Builder
	for _, c := range corpus(t, "bad") {
		code := strings.TrimSuffix(c.archive, ".txtar")
		if code < "E2" {
			continue // not JSON: no schema is asked
		}
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(c.data))
		if err != nil {
			t.Errorf("%s %s: %v", c.archive, c.name, err)
			continue
		}
		mark := "refused"
		if s.Validate(doc) == nil {
			mark = "accepted"
			if onlySeen(c.data) {
				t.Errorf("%s %s: the schema accepts it, though a code that it sees is among the problems", c.archive, c.name)
			}
		}
		marks.WriteString(code + " " + c.name + " " + mark + "\n")
	}
	golden(t, "schema.txt", marks.String())
}

// TestFormat holds the schema and the reference page to the table of the format.
func TestFormat(t *testing.T) {
	terms := func(scale claim.LikelihoodScale) []string {
		var out []string
		for _, t := range Scale(scale) {
			out = append(out, t.Name)
		}
		return out
	}
	golden(t, filepath.Join("..", "..", "..", "data", "schema.json"), string(format.Schema(terms)))
	golden(t, filepath.Join("..", "..", "..", "data", "FORMAT.md"), string(format.Reference()))
}

// TestExamples holds that every example of the schema is one: the schema accepts it.
func TestExamples(t *testing.T) {
	for _, o := range format.Objects() {
		for _, k := range o.Keys {
			if k.Text == "" || !strings.HasSuffix(k.Text, ".") {
				t.Errorf("%s.%s: its sentence is none: %q", o.Name, k.Name, k.Text)
			}
			if e := k.Sample(); e != "" && !json.Valid([]byte(e)) {
				t.Errorf("%s.%s: the example %s is no JSON", o.Name, k.Name, e)
			}
		}
	}
}

// TestEveryKeyHasAnExample holds that an editor can show one for every key that the schema describes.
func TestEveryKeyHasAnExample(t *testing.T) {
	data, err := os.ReadFile("../../data/schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Defs map[string]struct {
			Properties map[string]map[string]any
		} `json:"$defs"`
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	keys := 0
	for object, o := range all.Defs {
		for key, k := range o.Properties {
			if keys++; k["examples"] == nil && k["enum"] == nil && k["const"] == nil || k["description"] == nil {
				t.Errorf("%s.%s has no example, or no description: %v", object, key, k)
			}
		}
	}
	if keys < 200 {
		t.Errorf("only %d keys", keys)
	}
}

// golden holds got to a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	name = filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil || string(want) != got {
		t.Errorf("%s: %v: it is now\n%s", name, err, got)
	}
}

// onlySeen reports whether a file has a problem of a code that is not blind.
func onlySeen(data []byte) bool {
	_, problems := Load("f.json", data)
	return slices.ContainsFunc(problems, func(p Problem) bool { return p.Code >= "E2" && blind[p.Code] == "" })
}
