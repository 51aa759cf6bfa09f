package integrity

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"sitrep/report/date"
	"sitrep/report/facts"
	"sitrep/report/reading"
)

// TestEachRule holds that no rule can be switched off unnoticed: without it, what is found of the examples of the codes, of the wordings of
// testdata/kinds, phrases and telling or of the briefings of testdata/seeded is not the same. It judges some thousand briefings, and waits for
// SITREP_TEST_LONG.
func TestEachRule(t *testing.T) {
	if os.Getenv("SITREP_TEST_LONG") == "" {
		t.Skip("SITREP_TEST_LONG is not set")
	}
	texts := mutationTexts(t)
	whole := make([]string, len(texts))
	for i, f := range texts {
		whole[i] = foundIn(checks(), f)
	}
	killed, rules := 0, 0
	for at, k := range checks() {
		for n := range len(k.each) + len(k.file) {
			list := checks()
			var name string
			if n < len(k.each) {
				name = ruleName(k.each[n])
				list[at].each = slices.Delete(slices.Clone(k.each), n, n+1)
			} else {
				name = ruleName(k.file[n-len(k.each)])
				list[at].file = slices.Delete(slices.Clone(k.file), n-len(k.each), n-len(k.each)+1)
			}
			if rules++; missed(list, k.code, texts, whole) {
				killed++
			} else {
				t.Errorf("%s: nothing misses the rule %s", k.code, name)
			}
		}
	}
	t.Logf("%d of %d rules are missed by one of %d briefings", killed, rules, len(texts))
}

// missed reports whether a list of checks finds something else in one of some texts than all checks do; those in which a code is found
// are tried first.
func missed(list []check, code string, texts []*facts.File, whole []string) bool {
	for _, first := range []bool{true, false} {
		for i, f := range texts {
			if strings.Contains(whole[i], code) == first && foundIn(list, f) != whole[i] {
				return true
			}
		}
	}
	return false
}

// ruleName names the method of a rule.
func ruleName(rule any) string {
	name := runtime.FuncForPC(reflect.ValueOf(rule).Pointer()).Name()
	return name[strings.LastIndex(name, ".")+1:]
}

// foundIn lists the codes that a list of checks finds in a file, with their places.
func foundIn(list []check, f *facts.File) string {
	var out strings.Builder
	for _, p := range judge(list, f, date.Date{}, nil, 1).Warnings {
		fmt.Fprintf(&out, "%s %s %d:%d\n", p.Code, p.Pointer, p.Line, p.Col)
	}
	return out.String()
}

// mutationTexts loads the bad examples of all codes, and the faults of testdata.
func mutationTexts(t *testing.T) []*facts.File {
	t.Helper()
	var out []*facts.File
	add := func(name, data string) {
		tag, data, own := takeTag(data)
		f, problems := facts.Load(name, []byte(data))
		if f == nil {
			t.Fatalf("%s: %v", name, problems)
		}
		if own {
			f.Briefing.Languages = []string{tag}
		}
		out = append(out, f)
	}
	for _, k := range checks() {
		add(k.code, fill(k, k.bad))
	}
	names, _ := filepath.Glob("testdata/kinds/*.txtar")
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files[1:] {
			data, _ := kindFile(t, name, f, string(a.Files[0].Data))
			add(name, data)
		}
	}
	classes := frames()
	for _, class := range slices.Sorted(maps.Keys(classes)) {
		if held := reading.Listed("en")[class]; len(held) > 0 {
			add(class, framed("en", classes[class], slices.Min(held)))
		}
	}
	for _, d := range twelve {
		add(d.name, twelfth(d, d.wrong))
	}
	clean := cleanBriefings(t)
	for _, f := range bundles(t, "seeded") {
		_, name, _ := strings.Cut(f.Name, " ")
		if spoilt, _, err := spoil(clean[name], string(f.Data)); err == nil {
			add(f.Name, spoilt)
		}
	}
	for _, name := range []string{"en", "es"} {
		ar, err := txtar.ParseFile("testdata/telling/" + name + ".txtar")
		if err != nil {
			t.Fatal(err)
		}
		var texts []string
		for line := range strings.Lines(string(ar.Files[1].Data)) {
			_, text, _ := strings.Cut(strings.TrimSpace(line), " ")
			texts = append(texts, string(must(json.Marshal(text))))
		}
		add(name, strings.Replace(string(ar.Files[0].Data), "@]", strings.Join(texts, ", ")+"]", 1))
	}
	return out
}
