package report_test

import (
	"bytes"
	"strings"
	"testing"

	"sitrep/data"
	"sitrep/report"
	"sitrep/report/facts"
)

func sample(t testing.TB) *facts.File {
	t.Helper()
	f, problems := report.Load(data.SampleName, data.Sample)
	for _, p := range problems {
		t.Error(p)
	}
	if f == nil {
		t.FailNow()
	}
	return f
}

func TestPlan(t *testing.T) {
	f := sample(t)
	for _, c := range []struct {
		formats, languages []string
		want               string // file names, or what the error says
	}{
		{nil, nil, "pacto-rusia-rpdc.es-MX.pdf pacto-rusia-rpdc.es-MX.html"},
		{[]string{"md", "pdf", "md"}, []string{"EN", "en"}, "pacto-rusia-rpdc.en.pdf pacto-rusia-rpdc.en.md"},
		{[]string{"md"}, []string{"en", "all"}, "pacto-rusia-rpdc.es-MX.md pacto-rusia-rpdc.en.md"},
		{[]string{"md"}, []string{"en", "es-MX"}, "pacto-rusia-rpdc.en.md pacto-rusia-rpdc.es-MX.md"},
		{[]string{"doc"}, nil, `there is no format "doc"; there are pdf, html, md, docx`},
		{nil, []string{"es"}, `the briefing is not in "es"; it is in es-MX, en`},
	} {
		files, err := report.Plan(f, report.Options{Formats: c.formats, Languages: c.languages})
		var names []string
		for _, file := range files {
			names = append(names, file.Name)
		}
		got := strings.Join(names, " ")
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("Plan(%q, %q) = %s, want %s", c.formats, c.languages, got, c.want)
		}
	}
}

// TestBuildIsTheSame builds on one goroutine and on many.
func TestBuildIsTheSame(t *testing.T) {
	f := sample(t)
	o := report.Options{Formats: []string{"pdf", "html", "md"}, Languages: []string{report.All}}
	one, _, err := report.Build(f, o)
	if err != nil {
		t.Fatal(err)
	}
	o.Jobs = 8
	many, _, err := report.Build(f, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(one) != 6 || len(many) != 6 {
		t.Fatalf("%d and %d files, want 6", len(one), len(many))
	}
	for i := range one {
		if one[i].Name != many[i].Name || !bytes.Equal(one[i].Data, many[i].Data) || one[i].Pages != many[i].Pages {
			t.Errorf("%s and %s differ", one[i].Name, many[i].Name)
		}
		if len(one[i].Warnings) > 0 {
			t.Errorf("%s: %q", one[i].Name, one[i].Warnings)
		}
		if isPDF := one[i].Format == "pdf"; isPDF != (one[i].Pages > 0) {
			t.Errorf("%s has %d pages", one[i].Name, one[i].Pages)
		}
	}
}

// TestEditions holds that a report points to the briefing in its other languages, the
// same way whatever is built beside it.
func TestEditions(t *testing.T) {
	f := sample(t)
	for _, languages := range [][]string{{"en"}, {"en", "es-MX"}} {
		files, _, err := report.Build(f, report.Options{Formats: []string{"md"}, Languages: languages})
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(files[0].Data, []byte("(pacto-rusia-rpdc.es-MX.md)")) {
			t.Errorf("built %v: no link to the Spanish edition", languages)
		}
	}
}

// BenchmarkBuild measures what a report costs without the start of a process.
func BenchmarkBuild(b *testing.B) {
	for _, format := range []string{"pdf", "html", "md"} {
		b.Run(format, func(b *testing.B) {
			for b.Loop() {
				f := sample(b)
				if _, _, err := report.Build(f, report.Options{Formats: []string{format}}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestCodesAreOnce holds that no code stands for two kinds of problems.
func TestCodesAreOnce(t *testing.T) {
	seen := map[string]string{}
	for _, c := range report.Codes() {
		if other, ok := seen[c.Code]; ok {
			t.Errorf("%s is %q and %q", c.Code, other, c.Title)
		}
		seen[c.Code] = c.Title
	}
}
