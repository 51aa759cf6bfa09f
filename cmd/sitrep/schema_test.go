package main

import (
	"bytes"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sitrep/data"
)

// published compiles a schema as the program prints it, by itself.
func published(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	text, err := exec.Command("sitrep", "schema", name).Output()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("file:///schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("file:///schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestExplain: every code that is listed is explained, in small letters too.
func TestExplain(t *testing.T) {
	for line := range bytes.Lines(listCodes()) {
		code, _, _ := strings.Cut(string(line), "  ")
		var said bytes.Buffer
		if err := explain(&said, strings.ToLower(code)); err != nil || bytes.Count(said.Bytes(), []byte("\n")) < 3 {
			t.Errorf("%s: %v, %q", code, err, said.String())
		}
	}
}

// TestPublishedSchemas holds what the program prints as JSON to the schemas of it.
func TestPublishedSchemas(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	mini, err := filepath.Abs(root + "/data/mini.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(s *jsonschema.Schema, text string) {
		t.Helper()
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err == nil {
			err = s.Validate(v)
		}
		if err != nil {
			t.Errorf("%v\n%s", err, text)
		}
	}
	run := func(stdin string, args ...string) string {
		cmd := exec.Command("sitrep", args...)
		cmd.Dir, cmd.Stdin = dir, strings.NewReader(stdin)
		out, _ := cmd.Output() // that a command fails is what some of these are about
		return string(out)
	}
	check := published(t, "check")
	for _, text := range []string{"", "{", `{"format": 1}`, strings.Replace(string(data.Sample), `"status"`, `"state"`, 1)} {
		valid(check, run(text, "check", "--format", "json", "-"))
	}
	build := published(t, "build")
	statuses := map[string]bool{}
	lines := func(args ...string) {
		t.Helper()
		for line := range strings.Lines(run(strings.Replace(string(data.Starter), `"id": "`, `"id": "x-`, 1),
			append([]string{"build", "--json"}, args...)...)) {
			valid(build, line)
			_, after, _ := strings.Cut(line, `"status":"`)
			s, _, _ := strings.Cut(after, `"`)
			statuses[s] = true
		}
	}
	lines("--check", "-f", "md", mini)
	lines("-f", "md", mini, "absent.json")
	lines("-f", "md", mini, "-")
	lines("-f", "md", mini, "-")
	lines("--check", "-f", "md", "--now", "2030-01-01", mini)
	lines("--prune", "-f", "md", mini)
	for _, s := range []string{"written", "unchanged", "missing", "stale", "surplus", "removed", "failed", "skipped"} {
		if !statuses[s] {
			t.Errorf("no line had the status %s: %v", s, statuses)
		}
	}
}

// codeQuality is what GitLab asks of a report in its documentation ("Code Quality report format") and in the schema that its
// server holds each entry to, and no more: an array of entries.
const codeQuality = `{"type": "array", "items": {"type": "object",
	"required": ["description", "check_name", "fingerprint", "severity", "location"],
	"properties": {
		"description": {"type": "string", "minLength": 1}, "check_name": {"type": "string", "minLength": 1},
		"fingerprint": {"type": "string", "minLength": 1}, "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
		"location": {"type": "object", "required": ["path", "lines"], "properties": {
			"path": {"type": "string", "pattern": "^[^./]"},
			"lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}}}}}}}`

// TestCodeQuality holds check --format gitlab to that, and the fingerprints apart.
func TestCodeQuality(t *testing.T) {
	schema, err := jsonschema.UnmarshalJSON(strings.NewReader(codeQuality))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:gitlab", schema); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:gitlab")
	if err != nil {
		t.Fatal(err)
	}
	w := newWorkplace(t)
	broken := strings.Replace(string(data.Sample), `"status"`, `"state"`, 1)
	w.write("briefings/f.json", strings.ReplaceAll(broken, `"credibility": 2`, `"credibility": 9`))
	w.write("briefings/g.json", "")
	w.write("briefings/h.json", strings.ReplaceAll(string(data.Sample), `"stale_after_days"`, `"stale_days"`))
	out, _ := w.sh("git init -q .; cd briefings; sitrep check --format gitlab . 2>/dev/null") // that there are problems is what it is about
	report, err := jsonschema.UnmarshalJSON(strings.NewReader(out))
	if err == nil {
		err = s.Validate(report)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	seen := map[any]bool{}
	for _, entry := range report.([]any) {
		e := entry.(map[string]any)
		if path := e["location"].(map[string]any)["path"].(string); seen[e["fingerprint"]] || !strings.HasPrefix(path, "briefings/") {
			t.Errorf("%v", e)
		}
		seen[e["fingerprint"]] = true
	}
	if len(seen) < 10 {
		t.Errorf("%d entries say too little of how it holds", len(seen))
	}
}
