package main

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"sitrep/report"
	"sitrep/report/facts"
	"sitrep/report/marking"
	"sitrep/report/release"
)

// released is a marked briefing as it may be shown under the label of a rank.
func released(t *testing.T, m *marker, data []byte, redact bool) *release.Release {
	t.Helper()
	f, problems := report.Load("marked.json", data)
	if f == nil {
		t.Fatalf("%v\n%s", problems, data)
	}
	r, err := report.Release(f, release.Options{Label: f.Briefing.MarkingScheme.At(m.label), Redact: redact})
	if err != nil {
		t.Fatalf("%v\n%s", refused(err), data)
	}
	return r
}

// another is a marker whose open parts are those of a seed, under a scheme and a label
// that the seed chooses.
func another(seed, secret uint64) *marker {
	all := schemes()
	return newMarker(seed, secret, int(seed%4)).by(all[seed/4%uint64(len(all))], seed/24%3 == 2)
}

// Two briefings whose secrets alone differ, in number, in words and in what they hang
// on, are one under the label: the same facts file, and the same bytes of every output.
// SITREP_TEST_LONG takes 500 files.
func TestNonInterference(t *testing.T) {
	t.Parallel()
	files := 60
	if os.Getenv("SITREP_TEST_LONG") != "" {
		files = 500
	}
	removed := 0
	for seed := range uint64(files / 2) {
		var is [2]*release.Release
		var makers [2]*marker
		for i := range is {
			m := another(seed, seed*2+uint64(i)+1)
			b := m.briefing(8+int(seed%13), 2+int(seed%7)*(i+1))
			is[i], makers[i] = released(t, m, encoded(t, b), false), m
			removed += len(is[i].Removed)
		}
		if a, b := is[0].File.Canonical(), is[1].File.Canonical(); !bytes.Equal(a, b) {
			t.Fatalf("seed %d: they differ under %s:\n%s\n\n%s", seed, makers[0].at(makers[0].label), a, b)
		}
		if seed%50 == 0 {
			sameOutputs(t, seed, is, makers)
		}
	}
	t.Logf("%d files, %d parts removed", files, removed)
}

// sameOutputs builds both in every format.
func sameOutputs(t *testing.T, seed uint64, is [2]*release.Release, makers [2]*marker) {
	t.Helper()
	var built [2][]report.File
	for i, r := range is {
		o := report.Options{Formats: formatNames(), Release: makers[i].at(makers[i].label), Since: []*facts.File{is[1-i].File}, Images: map[string][]byte{}}
		for _, image := range r.File.Images() {
			o.Images[image.Path] = makers[i].images[image.Path]
		}
		var err error
		if built[i], _, err = report.Build(r.File, o); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
	}
	for k := range built[0] {
		if !bytes.Equal(built[0][k].Data, built[1][k].Data) {
			t.Errorf("seed %d: %s differs", seed, built[0][k].Name)
		}
	}
}

// A plant is a secret that an author repeats in a text that is open.
type plant struct {
	what    string
	text    func(s object) string
	refused bool
	why     string // it passes
}

var plants = []plant{
	{"name of a place", func(s object) string { return "It was in " + name(s, "places") + "." }, true, ""},
	{"name of an origin, in capitals", func(s object) string { return strings.ToUpper(name(s, "origins")) + " SAYS SO." }, true, ""},
	{"name of an actor, in italics", func(s object) string { return "It was *" + name(s, "actors") + "*." }, true, ""},
	{"name of a measure", func(s object) string { return "What counts is " + name(s, "measures") + "." }, true, ""},
	{"title of a source", func(s object) string { return "See " + first(s, "sources")["title"].(string) + "." }, true, ""},
	{"publisher of a source", func(s object) string { return "See " + first(s, "sources")["publisher"].(string) + "." }, true, ""},
	{"address of a source", func(s object) string { return "See [this](" + first(s, "sources")["url"].(string) + ")." }, true, ""},
	{"statement of a fact", func(s object) string { return first(s, "event")["statement"].(string) + "." }, true, ""},
	{"note of a fact, in a sentence", func(s object) string { return "They wrote: " + first(s, "estimate")["note"].(string) + "." }, true, ""},
	{"note of a fact", func(s object) string { return first(s, "estimate")["note"].(string) }, true, ""},
	{"quote from a source", func(s object) string { return first(s, "estimate")["sources"].([]any)[0].(object)["quote"].(string) }, true, ""},
	{"id of a fact", func(s object) string { return "See " + first(s, "estimate")["id"].(string) + "." }, true, ""},
	{"judgement", func(s object) string { return first(s, "judgements")["text"].(string) + "." }, true, ""},
	{"title of a section", func(s object) string { return first(s, "sections")["title"].(string) }, true, ""},
	{"number", func(s object) string { return fmt.Sprintf("There were %v.", first(s, "estimate")["best"]) }, true, ""},
	{"number with commas", func(s object) string { return "There were " + grouped(s, ",") + "." }, true, ""},
	{"number with spaces", func(s object) string { return "There were " + grouped(s, "\u202f") + "." }, true, ""},
	{"number with emphasis inside", func(s object) string { return "There were " + strings.Replace(grouped(s, ","), ",", ",**", 1) + "**." }, true, ""},
	{"number with spaces of no width", func(s object) string { return "There were " + grouped(s, ",\u200b") + "." }, true, ""},
	{"day", func(s object) string { return "It was on " + first(s, "event")["date"].(string) + "." }, true, ""},
	{"name in an address", func(s object) string {
		return "See [this](https://example.org/" + strings.ReplaceAll(name(s, "origins"), " ", "%20") + ")."
	}, true, ""},
	{"name as one word", func(s object) string { return "See #" + strings.ReplaceAll(name(s, "origins"), " ", "") + "." }, true, ""},
	{"number with apostrophes", func(s object) string { return "There were " + grouped(s, "’") + "." }, true, ""},
	{"number with its unit behind it, without a space", func(s object) string { return "There were " + grouped(s, ",") + "km." }, true, ""},
	{"number with a currency before it, without a space", func(s object) string { return "It cost USD" + grouped(s, ",") + "." }, true, ""},
	{"name in a text that writes no spaces", func(s object) string { return "我们在" + name(s, "places") + "发现。" }, true, ""},
	{"day without its year", func(s object) string {
		d := first(s, "event")["date"].(string)
		return "It was on " + strings.TrimLeft(d[8:], "0") + " " + []string{"June", "July", "August", "September"}[d[6]-'6'] + "."
	}, true, ""},
	{"a part of a name", func(s object) string { return "It was " + strings.Fields(name(s, "origins"))[1][:3] + "ers." }, false, "an ending or a part makes it another word"},
	{"rounded number", func(s object) string {
		return fmt.Sprintf("There were %.1f million.", float64(first(s, "estimate")["best"].(int))/1e6)
	}, false, "a rounded form is another number"},
	{"month", func(s object) string { return "It was in " + first(s, "event")["date"].(string)[:7] + "." }, false, "months and years are no days"},
	{"other words", func(s object) string { return "Rather more lies there than anyone says." }, false, "what is paraphrased is for its author to mark"},
}

// first is the first secret part of a kind.
func first(s object, kind string) object { return s[kind].(object) }

func name(s object, kind string) string { return first(s, kind)["name"].(string) }

func grouped(s object, by string) string {
	d := fmt.Sprint(first(s, "estimate")["best"])
	return d[:1] + by + d[1:4] + by + d[4:]
}

func hasPrefix(marking any, label string) bool {
	s, _ := marking.(string)
	return s == label || strings.HasPrefix(s, label+" //")
}

// secretsOf finds a secret part of each kind.
func (m *marker) secretsOf(b object) object {
	out := object{}
	keep := func(kind string, part any) {
		p, ok := part.(object)
		for rank := m.label + 1; ok && rank <= m.top(); rank++ {
			if hasPrefix(p["marking"], m.at(rank)) && out[kind] == nil {
				out[kind] = p
			}
		}
	}
	for _, table := range []string{"places", "origins", "actors", "measures", "sources"} {
		for _, id := range slices.Sorted(maps.Keys(b[table].(object))) {
			keep(table, b[table].(object)[id])
		}
	}
	for _, f := range b["facts"].([]any) {
		keep(f.(object)["type"].(string), f)
	}
	for _, list := range []string{"judgements", "sections"} {
		for _, part := range b[list].([]any) {
			keep(list, part)
		}
	}
	return out
}

// TestPlantedSecrets repeats secrets in an open text: what is refused, and what passes and why.
func TestPlantedSecrets(t *testing.T) {
	t.Parallel()
	for rank := range 4 {
		for _, p := range plants {
			m := newMarker(uint64(rank)+50, 7, rank)
			b := m.briefing(20, 30)
			text := b["sections"].([]any)[0].(object)["body"].([]any)[0].(object)
			text["text"] = p.text(m.secretsOf(b))
			f, problems := report.Load("marked.json", encoded(t, b))
			if f == nil {
				t.Fatal(problems)
			}
			_, err := report.Release(f, release.Options{Label: marking.TLP().At(rank)})
			if got := err != nil && strings.Contains(refused(err).Error(), "E602"); got != p.refused {
				t.Errorf("%s under %s (%q): refused %v: %v", p.what, m.at(rank), text["text"], got, err)
			}
		}
	}
}

// TestPlantsAreTold: the reference says of every form of a planted secret what comes, and of no other.
func TestPlantsAreTold(t *testing.T) {
	table := string(contents(t, "data/RELEASE.md"))
	for _, p := range plants {
		row := "| " + p.what + " | refused |\n"
		if !p.refused {
			row = "| " + p.what + " | passes: " + p.why + " |\n"
		}
		if !strings.Contains(table, row) {
			t.Errorf("data/RELEASE.md lacks %q", row)
		}
	}
	if rows := strings.Count(table, " | refused |\n") + strings.Count(table, " | passes: "); rows != len(plants) {
		t.Errorf("data/RELEASE.md has %d rows for %d forms", rows, len(plants))
	}
}
