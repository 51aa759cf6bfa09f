package report_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"sitrep/report"
	"sitrep/report/internal/check"
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

// mark marks some of what may bear a marking.
func (w *writer) mark(part object) object {
	if w.r.IntN(4) == 0 {
		part["marking"] = pick(w.r, []string{"TLP:RED // EYES ONLY", "TLP:RED", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"})
	}
	return part
}

func (w *writer) fact(i int, ids []string) object {
	f := object{"id": fmt.Sprint("f", i), "origin": pick(w.r, []string{"o1", "o2"}), "sources": []any{object{"source": "s1", "locator": w.text(), "quote": w.text()}, "s2"},
		"status": pick(w.r, []string{"confirmed", "reported", "claimed", "assessed", "planned", "denied", "forecast"}), "credibility": 1 + w.r.IntN(6), "note": w.text()}
	if len(ids) > 0 && w.r.IntN(3) == 0 {
		f[pick(w.r, []string{"derived_from", "contradicts"})] = []string{pick(w.r, ids)}
	}
	if w.r.IntN(4) == 0 {
		f["weighs"] = object{pick(w.r, []string{"h1", "h2"}): pick(w.r, []string{"++", "+", "0", "-", "--"})}
	}
	w.mark(f)
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
		"hypotheses": object{"h1": object{"name": w.text()}, "h2": object{"name": w.text()}},
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
	outcome := object{"value": pick(w.r, []string{"true", "false"}), "date": "2026-01-01", "text": w.text()}
	b["judgements"] = []any{object{"id": "j1", "text": w.text(), "because": []string{pick(w.r, ids)}, "likelihood": "likely", "confidence": "low"},
		w.mark(object{"id": "j2", "text": w.text(), "because": []string{pick(w.r, ids)}, "likelihood": "unlikely", "hypothesis": "h1", "outcome": outcome})}
	if w.r.IntN(2) == 0 {
		return b
	}
	b["sections"] = []any{w.section("x1", ids), w.section("x2", ids)}
	return b
}

// section is one of blocks of every kind, in any order, with some of them in a section of its own.
func (w *writer) section(id string, ids []string) object {
	body := []any{w.text(), object{"callout": w.text()}, object{"judgements": []string{}}, object{"outcomes": []string{}}, object{"table": "facts"},
		"It is {{" + pick(w.r, ids) + "}} [@" + pick(w.r, ids) + ", p. 2].",
		w.mark(object{"text": "By {{" + pick(w.r, ids) + ".origin}}: " + w.text()}),
		object{"table": "cells", "head": []string{"A", "B"}, "rows": [][]string{{w.text(), "1"}}}}
	for i, kind := range []string{"ranges", "trend", "bars", "timeline", "exchange", "map", "lineage", "matrix"} {
		chart := w.mark(object{"chart": kind, "id": fmt.Sprint(id, "-c", i), "note": w.text(), "title": w.text()})
		if i < 3 {
			chart["select"] = object{"measure": "m1"}
		}
		body = append(body, chart)
	}
	w.r.Shuffle(len(body), func(i, j int) { body[i], body[j] = body[j], body[i] })
	n := 1 + w.r.IntN(len(body)-1)
	s := w.mark(object{"id": id, "title": w.text(), "body": body[:n]})
	if w.r.IntN(2) == 0 {
		s["sections"] = []any{w.mark(object{"id": id + "-in", "title": w.text(), "body": body[n:]})}
	}
	return s
}

// FuzzWay goes the whole way with random facts files: what loads is built in every
// format, the same twice, carries its facts and is verified; PDFs pass our own check and
// qpdf's, pages an HTML parser, parts of DOCX an XML parser. Its release is built, too, and
// released again it is the same. SITREP_TEST_SEEDS=1000-2000 takes those seeds.
func FuzzWay(f *testing.F) {
	from, to := seeds(f, 12)
	for seed := from; seed < to; seed++ {
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
		green := release.Options{Label: marking.TLP().At(1)}
		r, err := report.Release(file, green)
		switch {
		case errors.As(err, new(*report.Refusal)):
			return
		case err != nil:
			t.Fatal(err)
		}
		whole(t, r.File.Canonical(), report.Options{Release: "TLP:GREEN"})
		if again, err := report.Release(r.File, green); err != nil || !bytes.Equal(again.File.Canonical(), r.File.Canonical()) {
			t.Errorf("released again it is another: %v\n%s", err, data)
		}
	})
}

// seeds are those that a target takes by itself: so many, a third of them where the
// tests are to be short, or the range that is asked for.
func seeds(f *testing.F, n uint64) (from, to uint64) {
	if a, b, found := strings.Cut(os.Getenv("SITREP_TEST_SEEDS"), "-"); found {
		from, err := strconv.ParseUint(a, 10, 64)
		to, err2 := strconv.ParseUint(b, 10, 64)
		if err != nil || err2 != nil {
			f.Fatal(err, err2)
		}
		return from, to
	}
	if testing.Short() {
		n /= 3
	}
	return 0, n
}

// whole builds what loads, and holds the outputs to what they promise.
func whole(t *testing.T, data []byte, o report.Options) {
	t.Helper()
	file, problems := report.Load("b.json", data)
	if file == nil {
		t.Fatalf("%v\n%s", problems, data)
	}
	o.Formats, o.Languages = []string{"pdf", "html", "md", "docx"}, []string{report.All}
	files, _, err := report.Build(file, o)
	if errors.As(err, new(*report.Refusal)) {
		o.Formats = []string{"html", "md"}
		files, _, err = report.Build(file, o)
	}
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	for _, out := range files {
		if said := wellFormed(t, out); said != "" {
			t.Errorf("%s: %s\n%s", out.Name, said, data)
		}
		if out.Format == "md" {
			continue
		}
		s, err := report.Extract(out.Data)
		if err != nil || !bytes.Equal(s.Data, file.Canonical()) {
			t.Errorf("%s does not carry its facts: %v\n%s", out.Name, err, data)
		}
		if out.Lang != "en" || out.Format == "html" && len(o.Formats) == 2 {
			continue // rebuilding one rebuilds both
		}
		if difference, err := report.Verify(out.Data, report.Check{}); err != nil || difference != "" {
			t.Errorf("%s differs in %s: %v\n%s", out.Name, difference, err, data)
		}
	}
}

const hidden = "\u202e\u200b\u2066"

// wellFormed says what readers of a format find wrong with a file.
func wellFormed(t *testing.T, out report.File) string {
	switch out.Format {
	case "pdf":
		return wellFormedPDF(t, out.Data)
	case "docx":
		return wellFormedDOCX(out.Data)
	}
	if bytes.ContainsAny(out.Data, hidden) {
		return "it holds what is hidden"
	}
	if _, err := html.Parse(bytes.NewReader(out.Data)); out.Format == "html" && err != nil {
		return err.Error()
	}
	return ""
}

func wellFormedPDF(t *testing.T, data []byte) string {
	r, err := check.File(data)
	if err != nil {
		return err.Error()
	}
	if len(r.Problems) > 0 {
		return strings.Join(r.Problems, "; ")
	}
	if _, err := exec.LookPath("qpdf"); err != nil {
		return ""
	}
	path := filepath.Join(t.TempDir(), "b.pdf")
	if err := os.WriteFile(path, data, 0o666); err != nil {
		return err.Error()
	}
	if said, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil || bytes.Contains(said, []byte("WARNING")) {
		return string(said)
	}
	return ""
}

func wellFormedDOCX(data []byte) string {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err.Error()
	}
	for _, part := range z.File {
		if !strings.HasSuffix(part.Name, ".xml") && !strings.HasSuffix(part.Name, ".rels") && !strings.HasSuffix(part.Name, ".svg") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			return err.Error()
		}
		text, err := io.ReadAll(r)
		if err != nil || bytes.ContainsAny(text, hidden) {
			return part.Name + " holds what is hidden"
		}
		for d := xml.NewDecoder(bytes.NewReader(text)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				return part.Name + ": " + err.Error()
			}
		}
	}
	return ""
}
