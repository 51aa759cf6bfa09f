package integrity

import (
	"fmt"
	"path/filepath"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// TestEachRule holds that no rule can be switched off unnoticed: without it, what is found of the examples of the codes, of the wordings of
// testdata/kinds or of the briefings of testdata/seeded is not the same.
func TestEachRule(t *testing.T) {
	if testing.Short() {
		t.Skip("judges some thousand briefings")
	}
	texts := mutationTexts(t)
	whole := make([]string, len(texts))
	for i, f := range texts {
		whole[i] = foundIn(checks(), f)
	}
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
			killed := false
			for i := range texts {
				if killed = foundIn(list, texts[(i+at)%len(texts)]) != whole[(i+at)%len(texts)]; killed {
					break
				}
			}
			if !killed {
				t.Errorf("%s: nothing misses the rule %s", k.code, name)
			}
		}
	}
}

// ruleName names the method of a rule.
func ruleName(rule any) string {
	name := runtime.FuncForPC(reflect.ValueOf(rule).Pointer()).Name()
	return name[strings.LastIndex(name, ".")+1:]
}

// foundIn lists the codes that a list of checks finds in a file, with their places.
func foundIn(list []check, f *facts.File) string {
	var out strings.Builder
	for _, p := range judge(list, f, date.Date{}, nil).Warnings {
		fmt.Fprintf(&out, "%s %s %d:%d\n", p.Code, p.Pointer, p.Line, p.Col)
	}
	return out.String()
}

// mutationTexts loads the bad examples of all codes, so that the one of the n-th check is the n-th, and the files of testdata.
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
	for _, d := range twelve {
		add(d.name, twelfth(d, d.wrong))
	}
	return out
}
