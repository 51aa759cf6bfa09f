package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sitrep/data"
)

// published compiles a schema that the program prints.
func published(t *testing.T, id string) *jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	for _, text := range [][]byte{data.CheckSchema, data.BuildSchema} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(text)))
		if err != nil {
			t.Fatal(err)
		}
		if err := c.AddResource(doc.(map[string]any)["$id"].(string), doc); err != nil {
			t.Fatal(err)
		}
	}
	s, err := c.Compile(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestPublishedSchemas holds what the program prints as JSON to the schemas of it.
func TestPublishedSchemas(t *testing.T) {
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
	check := published(t, "urn:sitrep:check:1")
	for _, text := range []string{"", "{", `{"format": 1}`, strings.Replace(string(data.Sample), `"status"`, `"state"`, 1)} {
		valid(check, run(text, "check", "--format", "json", "-"))
	}
	build := published(t, "urn:sitrep:build:1")
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
