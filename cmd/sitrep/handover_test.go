package main

import (
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestNothingLeaks hands over briefings of 200 marked facts, under each label of every scheme, in every
// format and by every command that shows them, and searches what was handed over for
// every secret word, number, caveat and picture. What is open is found in it, or the search
// would prove nothing.
func TestNothingLeaks(t *testing.T) {
	for i, s := range schemes() {
		for rank, l := range s.Labels()[:len(s.Levels)-1] {
			t.Run(l, func(t *testing.T) {
				if one := min(1, len(s.Levels)-2); testing.Short() && (i != 0 || rank != one) || os.Getenv("SITREP_TEST_LONG") == "" && rank != one {
					t.Skip("one label of a scheme is enough here, and of one scheme where it is short; SITREP_TEST_LONG takes all")
				}
				t.Parallel()
				closed := (i+rank)%3 == 1
				m, before := newMarker(uint64(rank), 99, rank).by(s, closed), newMarker(uint64(rank), 11, rank).by(s, closed)
				dir := t.TempDir()
				m.write(t, dir, m.briefing(130, 70), before.edition(130, 40))
				m.handOver(t, dir, l, i+rank)
				m.preview(t, dir, l)
				m.search(t, before, under(t, filepath.Join(dir, "out")))
			})
		}
	}
}

// edition is the one before: it had other secrets, and some of its numbers and judgements were others.
func (m *marker) edition(shown, secrets int) object {
	b := m.briefing(shown, secrets)
	b["briefing"].(object)["title"] = "The edition before"
	for i, f := range b["facts"].([]any) {
		f := f.(object)
		if n, ok := f["best"].(int); ok && i%3 == 0 {
			f["best"] = n + 2000000
		}
	}
	for _, j := range b["judgements"].([]any) {
		j.(object)["confidence"] = "high"
	}
	return b
}

// write puts the briefing, its edition before and its pictures into a folder.
func (m *marker) write(t *testing.T, dir string, b, before object) {
	t.Helper()
	files := maps.Clone(m.images)
	files["marked.json"], files["before.json"] = encoded(t, b), encoded(t, before)
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// handOver runs the commands that show a briefing; chart for every third figure, another third under each turn.
func (m *marker) handOver(t *testing.T, dir, label string, turn int) {
	t.Helper()
	commands := []string{"sitrep build -f pdf,html,md,docx --since before.json --redact-log --json --release \"$L\" -o out marked.json >out/log 2>out/said",
		"sitrep build -f pdf,html --one-page --redact-log --release \"$L\" -o out/one marked.json >>out/log 2>>out/said",
		"sitrep site out/site --marked --redact-log --release \"$L\" marked.json >>out/log 2>>out/said"}
	for _, form := range exportForms() {
		commands = append(commands, "sitrep export "+form+" --redact-log --release \"$L\" -o out/export."+form+" marked.json 2>>out/said")
	}
	figures := regexp.MustCompile(`"id":"(fig-o[0-9-]+)"`).FindAllStringSubmatch(string(contents(t, dir+"/marked.json")), -1)
	for i, f := range figures {
		if (i+turn)%3 != 0 {
			continue
		}
		commands = append(commands, fmt.Sprintf("sitrep chart marked.json %s --redact-log --release \"$L\" -o out/f%d.%s 2>>out/said || true", f[1], i, []string{"svg", "pdf"}[i%2]))
	}
	if said, err := shell(dir, "set -e; mkdir -p out; export L='"+label+"'\n"+strings.Join(commands, "\n")); err != nil {
		t.Fatalf("%v %s\n%s", err, said.stderr, contents(t, dir+"/out/said"))
	}
}

// preview writes the pages that are served of a briefing into out/served, and what browsers are told beside them.
func (m *marker) preview(t *testing.T, dir, label string) {
	t.Helper()
	address, news := served(t, dir, "--release", label, "--redact-log", "marked.json")
	said := <-news
	for said["version"].(float64) < 1 {
		said = <-news
	}
	if err := os.MkdirAll(dir+"/out/served", 0o777); err != nil {
		t.Fatal(err)
	}
	for _, page := range said["pages"].([]any) {
		name := page.(object)["name"].(string)
		resp, err := http.Get(address + "page/" + url.PathEscape(name))
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(resp.Body)
		if _ = resp.Body.Close(); err != nil || resp.StatusCode != http.StatusOK {
			t.Fatalf("%s: %s %v", name, resp.Status, err)
		}
		if err := os.WriteFile(dir+"/out/served/"+name, data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(dir+"/out/served/news.json", encoded(t, said), 0o666); err != nil {
		t.Fatal(err)
	}
}

// search wants no secret in what was found, neither of the briefing nor of the edition before, and most of what is open.
func (m *marker) search(t *testing.T, before *marker, s *searcher) {
	t.Helper()
	secrets, open, found, set := 0, 0, 0, 0
	look := func(of *marker, rank int, needle, what string, has bool) {
		switch {
		case rank > m.label:
			secrets++
			if has {
				t.Errorf("%s %s, marked %s, is in what was released", what, needle, m.at(rank))
			}
		case of == m:
			open++
			if has {
				found++
			}
			if strings.Contains(s.set, needle) {
				set++
			}
		}
	}
	for _, of := range []*marker{m, before} {
		for rank := range m.scheme.Levels {
			for _, w := range of.words[rank] {
				look(of, rank, w, "word", s.has(w))
			}
			for _, n := range of.numbers[rank] {
				look(of, rank, strconv.Itoa(n), "number", s.number(n))
			}
			for _, id := range of.facts[rank] {
				look(of, rank, id, "id", s.has(`"`+id+`"`))
			}
		}
	}
	for _, p := range m.pixels {
		if s.has(string(p)) {
			t.Error("a picture is in what was released")
		}
	}
	t.Logf("%d secrets searched for in %d layers, %d bytes; %d of %d open ones found, %d of them on pages", secrets, len(s.raw), len(s.flat()), found, open, set)
	if secrets < 400 || found*10 < open*9 || set*3 < open {
		t.Error("the search proves nothing: too little was searched for, or found")
	}
}
