package integrity

import (
	"bytes"
	"fmt"
	"os"
	"strings"
	"testing"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// BenchmarkCheckSample judges the real briefing.
func BenchmarkCheckSample(b *testing.B) {
	data, err := os.ReadFile("../../data/pacto-rusia-rpdc.json")
	if err != nil {
		b.Fatal(err)
	}
	f, problems := facts.Load("sample.json", data)
	if f == nil {
		b.Fatal(problems)
	}
	for b.Loop() {
		Check(f, date.Date{})
	}
}

// BenchmarkCheckLarge loads and judges 10,000 facts and 2,000 paragraphs.
func BenchmarkCheckLarge(b *testing.B) {
	data := large(10_000, 2_000)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		f, problems := facts.Load("large.json", data)
		if f == nil {
			b.Fatal(problems[0])
		}
		Check(f, date.Date{})
	}
}

// BenchmarkHostile judges one sentence of many numbers and phrases.
func BenchmarkHostile(b *testing.B) {
	text := strings.Repeat("more than 1,234 killed according to the Ministry on 3 May and it may be likely 40 % ", 3000)
	data := strings.Replace(with("sections", section), "@", `"`+text+`"`, 1)
	for b.Loop() {
		f, problems := facts.Load("hostile.json", []byte(data))
		if f == nil {
			b.Fatal(problems[0])
		}
		Check(f, date.Date{})
	}
}

// large makes a briefing of n facts of 50 measures and paragraphs of some 90 words.
func large(n, paragraphs int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"format": 1, "briefing": {"id": "large", "title": "Large", "languages": ["en"], "as_of": "2024-12-31", ` +
		`"likelihood_scale": "icd203"}, "measures": {`)
	list(&b, 50, `"m%d": {"name": "Soldiers of class %[1]d, running total", "unit": "soldiers", "definition": "Counted since 3 May 2023."}`)
	b.WriteString(`}, "origins": {`)
	list(&b, 30, `"o%d": {"name": "Service of province %[1]d", "kind": "government", "reliability": "B"}`)
	b.WriteString(`}, "sources": {`)
	list(&b, 500, `"s%d": {"title": "Bulletin %[1]d", "publisher": "Province", "url": "https://example.org/%[1]d", "published": "2024-12-20"}`)
	b.WriteString(`}, "facts": [`)
	for i := range n {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, `{"id": "f%d", "type": "estimate", "measure": "m%d", "origin": "o%d", "as_of": "2024-%02d-%02d", "low": %d, "high": %d, "status": "claimed", "credibility": 3,
 "sources": ["s%d"], "statement": "Counted at the gates of 12 camps by the guard."}`, i, i%50, i%30, 1+i/1000, 1+i%28, 1000+i, 1100+i,
			i%500)
	}
	b.WriteString(`], "sections": [{"id": "x", "title": "X", "body": [`)
	for i := range paragraphs {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, `"According to the service of province %d there were {{f%d}} on {{f%[2]d.date}} [@f%[2]d]. %s In May 2024 the count `+
			`was repeated by two teams, who went from camp to camp and spoke to the guard [@f%d]. The province speaks of about %d soldiers."`,
			i%30, i, strings.Repeat("They were counted twice, and the second count was no higher than the first. ", 3), i+1, 10000+i)
	}
	b.WriteString(`]}]}`)
	return b.Bytes()
}

func list(b *bytes.Buffer, n int, format string) {
	for i := range n {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(b, format, i)
	}
}
