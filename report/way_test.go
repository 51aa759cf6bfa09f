package report_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"golang.org/x/net/html"

	"sitrep/report"
	"sitrep/report/marking"
	"sitrep/report/release"
)

type object = map[string]any

// A writer writes random facts files by the grammar of the format.
type writer struct{ r *rand.Rand }

// scraps are what texts are made of: words, markup, numbers, signs of many scripts, and what does not show.
var scraps = []string{"soldiers", "the", "12,000", "1961.", "*", "**", "|", "<b>", "&amp;", "]", "=1+1", "\u202e", "\u200b", "\u00ad", "e\u0301", "한국", "日本", "Ж", "ﬁ", "½", "²",
	"—", "“x”", "'90s", "#1", "@you", "GH-2", "https://a.example/x", "😀", "\t", "\n\n", "on 3 May 2024", "likely", "%", "\\", "{", "very-long-hyphenated-word-without-any-end-at-all", "\x01", "مرحبا"}

func pick[T any](r *rand.Rand, list []T) T { return list[r.IntN(len(list))] }

func (w *writer) text() string {
	s := "T"
	for range w.r.IntN(6) {
		s += pick(w.r, []string{"", " "}) + pick(w.r, scraps)
	}
	return s
}

func (w *writer) number() any {
	return pick(w.r, []any{0, 1, 12, 4e-7, 0.05, 12000, json.Number("9007199254740993"), 1e12, 3.25})
}

func (w *writer) date() string {
	return pick(w.r, []string{"1900", "2024", "2024-10", "2024-10-23", "2025-Q2", "2025-H1", "2024-W43"})
}

func (w *writer) fact(i int, ids []string) object {
	f := object{"id": fmt.Sprint("f", i), "origin": pick(w.r, []string{"o1", "o2"}), "sources": []any{object{"source": "s1", "locator": w.text(), "quote": w.text()}, "s2"},
		"status": pick(w.r, []string{"confirmed", "reported", "claimed", "assessed", "planned", "denied", "forecast"}), "credibility": 1 + w.r.IntN(6), "note": w.text()}
	if len(ids) > 0 && w.r.IntN(3) == 0 {
		f[pick(w.r, []string{"derived_from", "contradicts"})] = []string{pick(w.r, ids)}
	}
	if w.r.IntN(4) == 0 {
		f["marking"] = pick(w.r, []string{"TLP:RED", "TLP:GREEN"})
	}
	switch w.r.IntN(4) {
	case 0:
		f["type"], f["date"], f["statement"] = "event", w.date(), w.text()
	case 1:
		f["type"], f["from"], f["to"], f["item"], f["category"] = "transfer", "a1", "a2", w.text(), pick(w.r, []string{"troops", "arms", "other"})
		if w.r.IntN(2) == 0 {
			f["measure"], f["best"] = "m1", w.number()
		}
	case 2:
		f["type"], f["statement"] = "statement", w.text()
	default:
		f["type"], f["measure"], f["as_of"], f["place"] = "estimate", pick(w.r, []string{"m1", "m2"}), w.date(), "p1"
		f[pick(w.r, []string{"best", "low", "high"})] = w.number()
		if w.r.IntN(2) == 0 {
			f["by"] = object{"d1": "v1"}
		}
	}
	return f
}

func (w *writer) briefing() object {
	b := object{"format": 1, "briefing": object{"id": "b", "title": w.text(), "subtitle": w.text(), "languages": []string{"en", "es-MX"}, "as_of": w.date(), "likelihood_scale": "icd203", "bottom_line": w.text()},
		"actors": object{"a1": object{"name": w.text()}, "a2": object{"name": w.text(), "native": w.text()}}, "places": object{"p1": object{"name": w.text(), "lat": 51.2, "lon": 33.4}},
		"measures":   object{"m1": object{"name": w.text(), "unit": w.text()}, "m2": object{"name": w.text(), "kind": "percent"}},
		"dimensions": object{"d1": object{"name": w.text(), "values": object{"v1": object{"name": w.text()}}}},
		"origins":    object{"o1": object{"name": w.text(), "kind": "government", "reliability": "B"}, "o2": object{"name": w.text(), "short": w.text(), "kind": "media"}},
		"sources":    object{"s1": object{"title": w.text(), "publisher": w.text()}, "s2": object{"title": w.text(), "publisher": w.text(), "url": "https://a.example/?q=<>", "language": "ru"}}}
	b["sources"].(object)["s2"].(object)["url"] = "https://a.example/?q=1"
	var all []any
	var ids []string
	for i := range 1 + w.r.IntN(9) {
		all = append(all, w.fact(i, ids))
		ids = append(ids, fmt.Sprint("f", i))
	}
	b["facts"] = all
	b["judgements"] = []any{object{"id": "j1", "text": w.text(), "because": []string{pick(w.r, ids)}, "likelihood": "likely", "confidence": "low"}}
	if w.r.IntN(2) == 0 {
		return b
	}
	body := []any{w.text(), object{"callout": w.text()}, object{"judgements": []string{}}, object{"table": "facts"}, "It is {{" + pick(w.r, ids) + "}} [@" + pick(w.r, ids) + ", p. 2].",
		object{"table": "cells", "head": []string{"A", "B"}, "rows": [][]string{{w.text(), "1"}}}}
	for i, kind := range []string{"ranges", "trend", "bars", "timeline", "exchange", "map", "lineage"} {
		chart := object{"chart": kind, "id": fmt.Sprint("c", i), "note": w.text()}
		if i < 3 {
			chart["select"] = object{"measure": "m1"}
		}
		body = append(body, chart)
	}
	w.r.Shuffle(len(body), func(i, j int) { body[i], body[j] = body[j], body[i] })
	b["sections"] = []any{object{"id": "x1", "title": w.text(), "body": body[:1+w.r.IntN(len(body))]}}
	return b
}

// FuzzWay goes the whole way with random facts files: what loads is built in every
// format, the same twice, carries its facts and is verified; its release is built, too.
func FuzzWay(f *testing.F) {
	seeds := uint64(12)
	if testing.Short() {
		seeds = 4
	}
	for seed := range seeds {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, seed uint64) {
		w := &writer{rand.New(rand.NewPCG(seed, 7))}
		data, err := json.Marshal(w.briefing())
		if err != nil {
			t.Fatal(err)
		}
		file, problems := report.Load("b.json", data)
		if file == nil {
			if len(problems) == 0 {
				t.Fatal("no file and no problem")
			}
			return
		}
		whole(t, data, report.Options{})
		r, err := report.Release(file, release.Options{Label: marking.TLP().At(1)})
		if err == nil {
			whole(t, r.File.Canonical(), report.Options{Release: "TLP:GREEN"})
		} else if !errors.As(err, new(*report.Refusal)) {
			t.Error(err)
		}
	})
}

// whole builds what loads, and holds the outputs to what they promise.
func whole(t *testing.T, data []byte, o report.Options) {
	t.Helper()
	file, problems := report.Load("b.json", data)
	if file == nil {
		t.Fatalf("%v\n%s", problems, data)
	}
	o.Formats, o.Languages = []string{"pdf", "html", "md"}, []string{report.All}
	files, _, err := report.Build(file, o)
	if errors.As(err, new(*report.Refusal)) {
		o.Formats = []string{"html", "md"}
		files, _, err = report.Build(file, o)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	for _, out := range files {
		if bytes.ContainsAny(out.Data, "\u202e\u200b\u2066") && out.Format != "pdf" {
			t.Errorf("%s holds what is hidden\n%s", out.Name, data)
		}
		if out.Format == "html" {
			if _, err := html.Parse(bytes.NewReader(out.Data)); err != nil {
				t.Error(err)
			}
		}
		if out.Format == "md" {
			continue
		}
		s, err := report.Extract(out.Data)
		if err != nil || !bytes.Equal(s.Data, file.Canonical()) {
			t.Errorf("%s does not carry its facts: %v\n%s", out.Name, err, data)
		}
		if out.Lang != "en" {
			continue // rebuilding one rebuilds both
		}
		if difference, err := report.Verify(out.Data, report.Check{}); err != nil || difference != "" && !(len(o.Formats) == 2 && out.Format == "html") {
			t.Errorf("%s differs in %s: %v\n%s", out.Name, difference, err, data)
		}
	}
}
