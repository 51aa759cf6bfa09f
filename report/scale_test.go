package report_test

import (
	"fmt"
	"strings"
	"testing"

	"sitrep/report"
	"sitrep/report/date"
)

// crowd is a facts file of n claims by 20 origins, in measures of 50 claims each, or
// more where there would be over 400 figures.
func crowd(n int) []byte {
	var b strings.Builder
	b.WriteString(`{"format": 1, "briefing": {"id": "crowd", "title": "Crowd", "languages": ["en"], "as_of": "2025-12-31"}, "measures": {`)
	measures := min(400, max(1, n/50))
	list := func(n int, item string) {
		for i := range n {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, item, i)
		}
	}
	list(measures, `"m%[1]d": {"name": "Things of kind %[1]d", "unit": "things"}`)
	b.WriteString(`}, "origins": {`)
	list(20, `"o%[1]d": {"name": "Office %[1]d", "kind": "government", "reliability": "B"}`)
	b.WriteString(`}, "sources": {`)
	list(200, `"s%[1]d": {"title": "Bulletin %[1]d", "publisher": "Office %[1]d", "published": "2025-12-01"}`)
	b.WriteString(`}, "facts": [`)
	for i := range n {
		if i > 0 {
			b.WriteString(",")
		}
		fmt.Fprintf(&b, "\n"+`{"id": "f%d", "type": "estimate", "measure": "m%d", "origin": "o%d", "as_of": "2025-%02d-%02d", "best": %d, "low": %d, "high": %d, "status": "reported", "credibility": 2, "sources": ["s%d"]}`,
			i, i%measures, i/measures%20, 1+i%12, 1+i%28, 1000+i%977, 900+i%977, 1200+i%977, i%200)
	}
	b.WriteString("]}\n")
	return []byte(b.String())
}

// BenchmarkScale measures each step on facts files of growing size. Where n claims take
// t, and ten times as many take u, the exponent is log10(u/t): 1 is in proportion.
func BenchmarkScale(b *testing.B) {
	for _, n := range []int{100, 1000, 10_000, 100_000} {
		data := crowd(n)
		step := func(name string, do func()) {
			b.Run(fmt.Sprint(name, "/", n), func(b *testing.B) {
				for b.Loop() {
					do()
				}
			})
		}
		step("load", func() { report.Load("crowd.json", data) })
		f, problems := report.Load("crowd.json", data)
		if f == nil {
			b.Fatal(problems[0])
		}
		step("check", func() { report.Judge(f, date.Date{}) })
		for _, format := range report.Formats() {
			step(format.Name, func() {
				if _, _, err := report.Build(f, report.Options{Formats: []string{format.Name}}); err != nil {
					b.Error(err)
				}
			})
		}
	}
}
