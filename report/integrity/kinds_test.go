package integrity

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"sitrep/report/reading"
)

// TestKinds holds the wordings of testdata/kinds: each file has a briefing without sections
// (its first file) and, by language, sentences, each behind the code of the one warning that it
// must have, or behind a dash. A sentence is a paragraph, and two are told apart by a bar.
func TestKinds(t *testing.T) {
	names, err := filepath.Glob("testdata/kinds/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no kinds: %v", err)
	}
	caught, clean := 0, 0
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range a.Files[1:] {
			c, n := kind(t, name, f, string(a.Files[0].Data))
			caught, clean = caught+c, clean+n
		}
	}
	t.Logf("%d wordings with a fault, %d without", caught, clean)
}

// kind tries the sentences of one language, and counts those with a fault and those without.
func kind(t *testing.T, name string, f txtar.File, record string) (seeded, clean int) {
	t.Helper()
	data, want := kindFile(t, name, f, record)
	got := make([]string, len(want))
	for _, p := range checked(t, name, data) {
		var at int
		if _, err := fmt.Sscanf(p.Pointer, "/sections/0/body/%d", &at); err != nil {
			t.Errorf("%s: %s", name, p)
			continue
		}
		got[at] += p.Code + " " + p.Message + "\n"
	}
	texts := slices.Collect(strings.Lines(string(f.Data)))
	for i, code := range want {
		if code == "-" {
			clean++
		} else {
			seeded++
		}
		if code == "-" && got[i] != "" || code != "-" && (!strings.HasPrefix(got[i], code) || strings.Count(got[i], "\n") != 1) {
			t.Errorf("%s %s: %s: want %s, got %s", filepath.Base(name), f.Name, strings.TrimSpace(texts[i]), code, got[i])
		}
	}
	return seeded, clean
}

// kindFile makes the briefing of the sentences of one language, and lists their codes.
func kindFile(t *testing.T, name string, f txtar.File, record string) (data string, want []string) {
	t.Helper()
	var body []string
	for line := range strings.Lines(string(f.Data)) {
		code, text, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok {
			t.Fatalf("%s: %q", name, line)
		}
		block := must(json.Marshal(text))
		if title, ok := strings.CutPrefix(text, "TITLE "); ok {
			chart, title, _ := strings.Cut(title, " ")
			block = fmt.Appendf(nil, `{"chart": "trend", "id": "fig-%d", "title": %s, "select": {"measure": %q}}`, len(want),
				must(json.Marshal(title)), chart)
		}
		want, body = append(want, code), append(body, string(block))
	}
	data = strings.Replace(strings.TrimSuffix(strings.TrimSpace(record), "}"), "LANG", f.Name, 1) +
		`, "sections": [{"id": "x", "title": "X", "body": [` + strings.Join(body, ",\n") + `]}]}`
	return data, want
}

// TestOpposites holds that each word that has an opposite is missed where its opposite stands,
// and not where it stands itself.
func TestOpposites(t *testing.T) {
	for _, tag := range []string{"en", "es"} {
		var list, body []string
		var differ []bool
		for _, pair := range reading.Opposites(tag) {
			for side := range pair {
				for _, word := range pair[side] {
					for _, told := range []string{pair[side][0], pair[1-side][0]} {
						id := fmt.Sprintf("o%d", len(list))
						list = append(list, fmt.Sprintf(`{"id": %q, "type": "statement", "origin": "o", "status": "reported", "sources": ["s"], `+
							`"credibility": 2, "statement": %q}`, id, "Harbour depots "+word+" convoy gates granite."))
						body = append(body, fmt.Sprintf("%q", "Harbour depots "+told+" convoy gates granite [@"+id+"]."))
						differ = append(differ, told != pair[side][0])
					}
				}
			}
		}
		data := strings.Replace(with("facts", "["+strings.Join(list, ", ")+"]", "sections", `[{"id": "x", "title": "X", "body": [`+
			strings.Join(body, ", ")+`]}]`), `["en"]`, `["`+tag+`"]`, 1)
		var found []int
		for _, p := range checked(t, "opposites.json", data) {
			var at int
			if _, err := fmt.Sscanf(p.Pointer, "/sections/0/body/%d", &at); err == nil && p.Code == "W324" {
				found = append(found, at)
			}
		}
		for i, want := range differ {
			if slices.Contains(found, i) != want {
				t.Errorf("%s: %s of %s: W324 is %v", tag, body[i], list[i], !want)
			}
		}
	}
}
