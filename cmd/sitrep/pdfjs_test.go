package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A reading is what testdata/pdfjs.mjs prints of a file.
type reading struct {
	File, Title, Language, Text string
	Pages, Labels, Outline      int // labels: those that are the number of their page
	Bare, Unclaimed             int // figures without words; marked content that no element has
	Roles                       map[string]int
	Attachments, Warnings       []string
}

// byPDFJS holds that the reader of Firefox finds nothing to warn of in any
// page of the samples, and gives structure, text, bookmarks, page labels and
// files. SITREP_PDFJS names pdf.mjs of the package pdfjs-dist, legacy build.
func byPDFJS(t *testing.T, files []string) {
	library := os.Getenv("SITREP_PDFJS")
	if library == "" && os.Getenv("SITREP_TEST_REQUIRE") == "all" {
		t.Fatal("SITREP_PDFJS names no pdf.mjs")
	} else if library == "" {
		t.Skip("SITREP_PDFJS names no pdf.mjs")
	}
	node := need(t, "node")
	briefings, err := filepath.Glob(root + "/data/*.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range briefings {
		if base := filepath.Base(path); !strings.HasSuffix(base, "schema.json") && !strings.HasPrefix(base, "pacto") {
			files = append(files, strings.Fields(output(t, "sitrep", "build", "--lang", "all", "--format", "pdf", "--out", t.TempDir(), path))...)
		}
	}
	files = slices.DeleteFunc(files, func(s string) bool { return !strings.HasSuffix(s, ".pdf") })
	out, err := exec.Command(node, append([]string{"testdata/pdfjs.mjs", library}, files...)...).Output()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	read := 0
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); read++ {
		var r reading
		if err := d.Decode(&r); err != nil {
			t.Fatal(err)
		}
		readClean(t, r)
	}
	if read != len(files) || read < 4 {
		t.Errorf("%d files of %d are read", read, len(files))
	}
}

func readClean(t *testing.T, r reading) {
	t.Helper()
	for _, w := range r.Warnings {
		t.Errorf("%s: %s", r.File, w)
	}
	roles := []string{"H1", "H2", "P", "Caption", "Figure", "Note", "Reference", "Link"}
	if !strings.HasPrefix(filepath.Base(r.File), "gallery") { // which is figures alone
		roles = append(roles, "Table", "TR", "TH", "TD")
	}
	for _, role := range roles {
		if r.Roles[role] == 0 {
			t.Errorf("%s: no %s is read", r.File, role)
		}
	}
	if r.Pages == 0 || r.Labels != r.Pages || r.Bare != 0 || r.Unclaimed != 0 || r.Outline == 0 || r.Title == "" || r.Language == "" ||
		len(r.Attachments) != 2 {
		t.Errorf("%s: %d pages, %d called by their number; %d figures without words; %d pieces of no element; %d bookmarks; title %q, "+
			"language %q, files %q",
			r.File, r.Pages, r.Labels, r.Bare, r.Unclaimed, r.Outline, r.Title, r.Language, r.Attachments)
	}
	if !strings.Contains(strings.Join(strings.Fields(r.Text), " "), r.Title) {
		t.Errorf("%s: its title is not in its text", r.File)
	}
}
