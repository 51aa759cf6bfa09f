package integrity

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

// The ledger of truth: small briefings on many subjects, in English, in Spanish
// and in both, in which nothing is wrong (testdata/clean), and the same with one
// defect each (testdata/seeded).
//
// A seeded case is named by the code that must fire and by the clean briefing that
// it spoils; "none" is the code of a change after which nothing must fire. Its lines replace one piece of the briefing by another:
//
//	- what stands there, exactly once
//	+ what stands there instead
//	@ a piece of the line that the warning must name; without it, the new piece

// bundles reads the txtar files of a folder.
func bundles(t *testing.T, folder string) []txtar.File {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", folder, "*.txtar"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no bundles in %s: %v", folder, err)
	}
	var out []txtar.File
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, txtar.Parse(data).Files...)
	}
	return out
}

// cleanBriefings returns the clean briefings by name.
func cleanBriefings(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, f := range bundles(t, "clean") {
		name := strings.TrimSuffix(f.Name, ".json")
		if out[name] != "" {
			t.Errorf("%s is there twice", name)
		}
		out[name] = string(f.Data)
	}
	return out
}

// spoil makes the seeded briefing, and says at which line the warning must stand.
func spoil(clean, edits string) (spoilt string, line int, err error) {
	var old, mark string
	spoilt = clean
	for l := range strings.Lines(edits) {
		kind, piece := l[:1], strings.TrimSuffix(strings.TrimPrefix(l[1:], " "), "\n")
		switch kind {
		case "-":
			old = piece
			if n := strings.Count(spoilt, old); n != 1 {
				return "", 0, fmt.Errorf("%q stands there %d times", old, n)
			}
		case "+":
			spoilt = strings.Replace(spoilt, old, piece, 1)
			if mark == "" {
				mark = piece
			}
		case "@":
			mark = piece
		default:
			return "", 0, fmt.Errorf("what is %q?", l)
		}
	}
	i := strings.Index(spoilt, mark)
	if mark == "" || i < 0 {
		return "", 0, fmt.Errorf("no line has %q", mark)
	}
	return spoilt, 1 + strings.Count(spoilt[:i], "\n"), nil
}

// TestLedger holds that every defect is found at its line, and that nothing else
// is raised, there or in the clean briefings.
func TestLedger(t *testing.T) {
	clean := cleanBriefings(t)
	names := slices.Sorted(maps.Keys(clean))
	alarms := 0
	for _, name := range names {
		for _, p := range checked(t, name+".json", clean[name]) {
			alarms++
			t.Errorf("false alarm: %s\n  hint: %s", p, p.Hint)
		}
	}
	seeded, caught, used := 0, 0, map[string]bool{}
	for _, f := range bundles(t, "seeded") {
		code, name, _ := strings.Cut(f.Name, " ")
		seeded++
		used[code] = true
		spoilt, line, err := spoil(clean[name], string(f.Data))
		if err != nil {
			t.Errorf("%s: %v", f.Name, err)
			continue
		}
		found := false
		for _, p := range checked(t, name+".json", spoilt) {
			if p.Code == code && p.Line == line && !found {
				found = true
				continue
			}
			alarms++
			t.Errorf("%s (line %d): false alarm: %s\n  hint: %s", f.Name, line, p, p.Hint)
		}
		if found || code == "none" {
			caught++
		} else {
			t.Errorf("%s (line %d): not caught", f.Name, line)
		}
	}
	for _, c := range Codes() {
		if !used[c.Code] && c.Code != "W521" { // every language that loads has its words
			t.Errorf("no defect is seeded for %s", c.Code)
		}
	}
	t.Logf("%d defects seeded, %d caught, %d false alarms; %d clean briefings", seeded, caught, alarms, len(clean))
	if seeded < 150 || len(clean) < 100 || !slices.IsSorted(names) {
		t.Errorf("the ledger is too small")
	}
}
