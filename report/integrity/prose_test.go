package integrity

import (
	"flag"
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

var proseDir = flag.String("prose", "", "a folder of clean briefings, briefings with one seeded fault each, and seeds.tsv: measure the "+
	"checks on it")

// TestProse measures the checks on briefings that others wrote:
//
//	go test ./report/integrity -run TestProse -v -prose DIR
//
// The folder holds clean briefings (clean-*.json, or whatever seeds.tsv names as a
// base), copies of them with one fault each, and seeds.tsv, whose first line names its
// columns: file, base, lang, fault, place (a JSON pointer) in any order. A fault is caught where a warning that
// the clean briefing does not have stands at the place. A warning on a clean
// briefing is a false alarm, but for W302, which is counted apart.
func TestProse(t *testing.T) {
	if *proseDir == "" {
		t.Skip("no -prose DIR")
	}
	seeds := proseSeeds(t, *proseDir)
	clean := map[string][]facts.Problem{}
	score := map[string]*[2]int{} // by language and kind: caught, seeded
	tally := func(key string, caught bool) {
		if score[key] == nil {
			score[key] = &[2]int{}
		}
		score[key][1]++
		if caught {
			score[key][0]++
		}
	}
	for _, s := range seeds {
		if _, done := clean[s.base]; !done {
			clean[s.base] = proseFound(t, s.base)
		}
		hit := s.caught(proseFound(t, s.file), clean[s.base])
		tally(s.lang, hit != "")
		tally("all", hit != "")
		tally("kind "+s.fault+", "+s.lang, hit != "")
		t.Logf("%-6s %s %s: %s: %s", map[bool]string{true: "caught", false: "MISSED"}[hit != ""], s.lang, filepath.Base(s.file), s.fault, hit)
	}
	for _, name := range proseClean(t, *proseDir) {
		if _, done := clean[name]; !done {
			clean[name] = proseFound(t, name)
		}
	}
	words, alarms, byHand := 0, 0, 0
	for _, name := range slices.Sorted(maps.Keys(clean)) {
		words += proseWords(t, name)
		for _, p := range clean[name] {
			if p.Code == "W302" {
				byHand++
				continue
			}
			alarms++
			t.Logf("alarm %s: %s", filepath.Base(name), p)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(score)) {
		t.Logf("%-50s %3d of %3d  %3d %%", key, score[key][0], score[key][1], 100*score[key][0]/score[key][1])
	}
	t.Logf("%d clean briefings of %d words: %d false alarms (%.2f a thousand words), %d W302", len(clean), words, alarms,
		1000*float64(alarms)/float64(max(1, words)), byHand)
}

// A proseSeed is one line of seeds.tsv.
type proseSeed struct{ file, base, lang, fault, place string }

func proseSeeds(t *testing.T, dir string) []proseSeed {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, "seeds.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	var out []proseSeed
	var head []string
	for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
		f := strings.Split(strings.TrimSuffix(line, "\r"), "\t")
		if i == 0 {
			head = f
			continue
		}
		of := func(name string) string {
			at := slices.Index(head, name)
			if at < 0 || at >= len(f) {
				t.Fatalf("seeds.tsv:%d: no column %s", i+1, name)
			}
			return f[at]
		}
		kind, _, _ := strings.Cut(of("fault"), " (")
		out = append(out, proseSeed{filepath.Join(dir, of("file")), filepath.Join(dir, of("base")), of("lang"), kind, of("place")})
	}
	return out
}

// caught returns the warning that names the fault, or an empty string.
func (s proseSeed) caught(found, before []facts.Problem) string {
	for _, p := range found {
		same := func(q facts.Problem) bool {
			return q.Code == p.Code && q.Pointer == p.Pointer && q.Message == p.Message
		}
		at := p.Pointer == s.place || strings.HasPrefix(p.Pointer, s.place+"/")
		if at && p.Code != "W302" && !slices.ContainsFunc(before, same) {
			return p.Code + " " + p.Message
		}
	}
	return ""
}

// proseFound returns the warnings about a briefing.
func proseFound(t *testing.T, name string) []facts.Problem {
	t.Helper()
	f := proseLoad(t, name)
	if f == nil {
		return nil
	}
	return Check(f, date.Date{})
}

func proseLoad(t *testing.T, name string) *facts.File {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	f, problems := facts.Load(filepath.Base(name), data)
	if f == nil {
		t.Errorf("%s: %v", name, problems[0])
	}
	return f
}

// proseClean lists the clean briefings of a folder.
func proseClean(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "clean-*.json"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// proseWords counts the words of the texts that tell a briefing.
func proseWords(t *testing.T, name string) int {
	t.Helper()
	f := proseLoad(t, name)
	if f == nil {
		return 0
	}
	n := 0
	for p := range f.Texts() {
		if p.Markdown || p.Key == "title" || p.Key == "note" {
			n += len(strings.Fields(fmt.Sprint(p.S)))
		}
	}
	return n
}
