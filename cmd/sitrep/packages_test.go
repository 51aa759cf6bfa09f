package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestPackages holds the table of packages in report/README.md to what each
// package says of itself in its first sentence.
func TestPackages(t *testing.T) {
	first := map[string]string{}
	for _, f := range goFiles(t) {
		if f.test || f.ast.Doc == nil || !strings.HasPrefix(f.pkg, "report") && !strings.HasPrefix(f.pkg, "cmd") {
			continue
		}
		if s := firstSentence(f.ast.Doc.Text()); strings.HasPrefix(s, "Package ") || strings.HasPrefix(s, "Command ") {
			first[f.pkg] = s
		}
	}
	var rows strings.Builder
	rows.WriteString("| package | is |\n|---|---|\n")
	for _, pkg := range slices.Sorted(maps.Keys(first)) {
		_, is, _ := strings.Cut(strings.SplitN(first[pkg], " ", 2)[1], " ")
		fmt.Fprintf(&rows, "| `%s` | %s |\n", pkg, is)
	}
	const name = "report/README.md"
	text := string(contents(t, name))
	between := regexp.MustCompile(`(?s)(<!-- packages: [^\n]*-->\n).*(<!-- end of packages -->)`)
	want := between.ReplaceAllString(text, "${1}"+strings.ReplaceAll(rows.String(), "$", "$$")+"${2}")
	switch {
	case text == want:
	case *update:
		if err := os.WriteFile(filepath.Join(root, name), []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s does not list the packages as they are: run go test ./cmd/sitrep -run TestPackages -update", name)
	}
}

// firstSentence is a doc comment's up to the first full stop before a space.
func firstSentence(doc string) string {
	s, _, _ := strings.Cut(strings.Join(strings.Fields(doc), " ")+" ", ". ")
	return strings.NewReplacer("[", "", "]", "", "|", "\\|").Replace(strings.TrimSpace(strings.TrimSuffix(s, ". ")))
}
