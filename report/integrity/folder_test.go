package integrity

import (
	"encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// TestFolders measures the checks on folders of briefings that others have written, and prints for each a
// table of how many seeded faults are found, by kind and language, and how many findings the clean texts
// have in a thousand words. The folders stand in SITREP_SEEDED, divided by colons; a folder has clean-*.json,
// copies of them with one fault each, and seeds.tsv with the columns file, base (the clean one), lang, fault
// (its kind), place (a JSON pointer) and seeded text. With -v what is missed and what is false is printed.
func TestFolders(t *testing.T) {
	list := os.Getenv("SITREP_SEEDED")
	if list == "" {
		t.Skip("SITREP_SEEDED names no folder")
	}
	for _, dir := range filepath.SplitList(list) {
		t.Log("\n" + inFolder(t, dir))
	}
}

// A seed is a row of seeds.tsv.
type seed struct{ file, base, lang, fault, place, text string }

// A tallied counts the seeds of a kind, and those that are found at their place.
type tallied struct{ found, all int }

// inFolder measures one folder.
func inFolder(t *testing.T, dir string) string {
	t.Helper()
	seeds := seedsOf(t, dir)
	bases, words, alarms := map[string][]facts.Problem{}, 0, 0
	names, err := filepath.Glob(filepath.Join(dir, "clean-*.json"))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, name := range names {
		found, n := judgedFile(t, name)
		bases[filepath.Base(name)] = found
		words += n
		for _, p := range found {
			if p.Code != "W302" {
				alarms++
				fmt.Fprintf(&out, "false  %s\n", p)
			}
		}
	}
	by := map[string]map[string]*tallied{"all": {}}
	for _, s := range seeds {
		found, _ := judgedFile(t, filepath.Join(dir, s.file))
		hit := caught(s, bases[s.base], found)
		if !hit {
			fmt.Fprintf(&out, "missed %s %s: %s\n", s.file, s.fault, s.text)
		}
		for _, kind := range []string{s.fault, "all"} {
			if by[kind] == nil {
				by[kind] = map[string]*tallied{}
			}
			if by[kind][s.lang] == nil {
				by[kind][s.lang] = &tallied{}
			}
			by[kind][s.lang].all++
			if hit {
				by[kind][s.lang].found++
			}
		}
	}
	if !testing.Verbose() {
		out.Reset()
	}
	fmt.Fprintf(&out, "%s\n%s%d findings in %d words of clean text: %.2f in a thousand", dir, table(by), alarms, words,
		float64(alarms)*1000/float64(max(words, 1)))
	return out.String()
}

// seedsOf reads the seeds of a folder.
func seedsOf(t *testing.T, dir string) []seed {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, "seeds.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.LazyQuotes = '\t', true
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatalf("%s: no seeds: %v", dir, err)
	}
	var out []seed
	for _, row := range rows[1:] {
		of := func(name string) string {
			if i := slices.Index(rows[0], name); i >= 0 && i < len(row) {
				return row[i]
			}
			return ""
		}
		out = append(out, seed{of("file"), of("base"), of("lang"), of("fault"), of("place"), of("seeded text")})
	}
	return out
}

// judgedFile returns the findings of a file, and how many words tell it.
func judgedFile(t *testing.T, name string) (found []facts.Problem, words int) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, problems := facts.Load(filepath.Base(name), data)
	if f == nil {
		t.Fatalf("%s: %v", name, problems)
	}
	for p := range f.Texts() {
		if p.Markdown {
			words += len(strings.Fields(p.S))
		}
	}
	return Check(f, date.Date{}), words
}

// caught reports whether a finding that the clean text does not have stands at the place of a seed.
func caught(s seed, clean, found []facts.Problem) bool {
	return slices.ContainsFunc(found, func(p facts.Problem) bool {
		old := slices.ContainsFunc(clean, func(q facts.Problem) bool {
			return p.Code == q.Code && p.Pointer == q.Pointer && p.Message == q.Message
		})
		return !old && p.Pointer != "" && (strings.HasPrefix(p.Pointer, s.place) || strings.HasPrefix(s.place, p.Pointer+"/") && len(p.Pointer) > 10)
	})
}

// table prints tallies by kind and language.
func table(by map[string]map[string]*tallied) string {
	var out strings.Builder
	langs := slices.Sorted(maps.Keys(by["all"]))
	for _, kind := range append(slices.DeleteFunc(slices.Sorted(maps.Keys(by)), func(k string) bool { return k == "all" }), "all") {
		fmt.Fprintf(&out, "%-32s", kind)
		for _, tag := range langs {
			if n := by[kind][tag]; n != nil {
				fmt.Fprintf(&out, "  %s %3d of %3d", tag, n.found, n.all)
			} else {
				fmt.Fprintf(&out, "  %s           ", tag)
			}
		}
		out.WriteString("\n")
	}
	return out.String()
}
