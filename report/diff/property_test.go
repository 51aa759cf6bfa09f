package diff

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"sitrep/report/facts"
)

func samples(t testing.TB) []string {
	t.Helper()
	names, _ := filepath.Glob("../../data/*.json")
	names = slices.DeleteFunc(names, func(n string) bool { return strings.HasSuffix(n, "schema.json") })
	if len(names) < 4 {
		t.Fatal("the samples are missing")
	}
	return names
}

func sample(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Between a briefing and itself nothing changed, however it is written.
func TestNothingChanged(t *testing.T) {
	for _, name := range samples(t) {
		a := load(t, sample(t, name))
		for _, b := range []*facts.File{a, load(t, a.Canonical()), load(t, shuffled(t, sample(t, name)))} {
			d := of(t, a, b)
			if out := write(t, d, "text") + write(t, d, "markdown"); !d.Empty() || out != "" {
				t.Errorf("%s: %s", name, out)
			}
		}
	}
}

// shuffled writes the same facts in another order, with other words for numbers.
func shuffled(t testing.TB, data []byte) []byte {
	t.Helper()
	b := loose(t, data)
	for _, kind := range []string{"facts", "judgements"} {
		list, _ := b[kind].([]any)
		slices.Reverse(list)
		for _, item := range list {
			m := item.(map[string]any)
			for _, key := range []string{"sources", "because", "actors"} {
				ids, _ := m[key].([]any)
				slices.Reverse(ids)
			}
			for _, key := range []string{"low", "best", "high"} {
				if n, ok := m[key].(json.Number); ok {
					v, _ := n.Float64()
					m[key] = json.Number(fmt.Sprintf("%ge0", v))
					if strings.Contains(fmt.Sprint(v), "e") {
						m[key] = n
					}
				}
			}
		}
	}
	return packed(t, b)
}

func loose(t testing.TB, data []byte) map[string]any {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	out := map[string]any{}
	if err := d.Decode(&out); err != nil {
		t.Fatal(err)
	}
	return out
}

func packed(t testing.TB, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// brief is a briefing in its canonical form, without its sections, which take long to read.
func brief(t testing.TB, data []byte) []byte {
	t.Helper()
	b := loose(t, load(t, data).Canonical())
	delete(b, "sections")
	delete(b, "allow") // what it names may stand in them
	return packed(t, b)
}

// One field of one fact is changed, at random: that is told of that fact and of no
// other.
func TestAnyChangeIsTold(t *testing.T) {
	told := map[string]int{}
	for _, name := range samples(t) {
		data := brief(t, sample(t, name))
		old := load(t, data)
		for seed := range uint64(80) {
			m := &mutator{rand.New(rand.NewPCG(seed, 1)), loose(t, data)}
			f := m.fact()
			before := plain(t, f)
			field := m.field(f)
			new, _ := facts.Load("b.json", packed(t, m.b))
			if new == nil || before == plain(t, f) {
				continue
			}
			told[field]++
			d := of(t, old, new)
			if len(d.Facts) != 1 || d.Facts[0].ID != f["id"] || !slices.ContainsFunc(d.Facts[0].Changes, func(c Change) bool { return c.Field == field }) {
				t.Fatalf("%s: %s of %s changed, and told is\n%s\nwas %s\nis %s", name, field, f["id"], write(t, d, "text"), before, plain(t, f))
			}
			if !strings.Contains(write(t, d, "text"), "fact "+f["id"].(string)) || !strings.Contains(write(t, d, "markdown"), "**"+f["id"].(string)+"**") {
				t.Fatalf("%s is not named", f["id"])
			}
		}
	}
	for _, field := range []string{"value", "as_of", "date", "until", "measure", "origin", "status", "credibility", "marking", "note", "statement", "place",
		"actors", "contradicts", "derived_from", "sources", "supersedes", "from", "to", "item", "category"} {
		if told[field] == 0 {
			t.Errorf("no change of %s was tried", field)
		}
	}
}

// plain writes a loose fact in one form for all ways of writing the same: without
// empty lists and what goes without saying, each list in order and nothing twice.
func plain(t testing.TB, f map[string]any) string {
	t.Helper()
	out := map[string]any{}
	for key, v := range f {
		list, isList := v.([]any)
		switch {
		case key == "marking" && v == "TLP:CLEAR", v == false, isList && len(list) == 0:
			continue
		case isList && key != "note" && key != "statement" && key != "item":
			var items []string
			for _, item := range list {
				if id, bare := item.(string); bare && key == "sources" {
					item = map[string]any{"source": id}
				}
				items = append(items, string(packed(t, item)))
			}
			slices.Sort(items)
			if v = items; key != "sources" {
				v = slices.Compact(items)
			}
		}
		out[key] = v
	}
	return string(packed(t, out))
}

// mirror is the opposite of each way in which something changes.
var mirror = map[Direction]Direction{
	Raised: Lowered, Widened: Narrowed, Moved: Moved, BestRaised: BestLowered, BestGiven: BestGone,
	ApproxGiven: ApproxGone, Later: Earlier, Sharper: Vaguer, Upgraded: Downgraded, Reworded: Reworded, Reads: Reads, Into: OutOf, Given: Gone, Other: Other, Recounted: Recounted,
}

func mirrored(h Direction) Direction {
	for a, b := range mirror {
		if h == a {
			return b
		}
		if h == b {
			return a
		}
	}
	return "?"
}

// From the new edition to the old one, all is told the other way round.
func TestMirror(t *testing.T) {
	fates := map[ChangeKind]int{}
	for _, name := range samples(t) {
		data := brief(t, sample(t, name))
		for seed := range uint64(max(2, 12-len(data)/5000)) {
			a, b := edited(t, data, seed), edited(t, data, seed+1000)
			for fate, n := range mirrors(t, a, b) {
				fates[fate] += n
			}
		}
	}
	for _, f := range []ChangeKind{Added, Removed, Changed, Revised, Affected} {
		if fates[f] == 0 {
			t.Errorf("nothing was %s", f)
		}
	}
}

// mirrors compares two editions there and back, and counts what became of things.
func mirrors(t testing.TB, a, b *facts.File) map[ChangeKind]int {
	t.Helper()
	fates := map[ChangeKind]int{}
	there, back := of(t, a, b), of(t, b, a)
	for i, k := range there.kinds() {
		for _, it := range k.items {
			fates[it.Kind]++
		}
		if x, y := outline(k.items, false), outline(back.kinds()[i].items, true); x != y {
			t.Fatalf("there\n%s\nand back\n%s", x, y)
		}
	}
	if x, y := changed(there.Briefing, false), changed(back.Briefing, true); x != y {
		t.Fatalf("there\n%s\nand back\n%s", x, y)
	}
	text := write(t, there, "text")
	if shown(t, text); there.Empty() != (text == "") {
		t.Fatalf("empty is %v, and the text is %q", there.Empty(), text)
	}
	return fates
}

// FuzzEditions holds the same of any two editions of a sample.
func FuzzEditions(f *testing.F) {
	small := brief(f, sample(f, "../../data/cholera-outbreak.json"))
	f.Add(uint64(1), uint64(2))
	f.Fuzz(func(t *testing.T, a, b uint64) { mirrors(t, edited(t, small, a), edited(t, small, b)) })
}

// outline says in few words what became of items, in an order of its own; turned
// about, as if the editions were exchanged.
func outline(items []Item, about bool) string {
	var lines []string
	for _, it := range items {
		switch fate := it.Kind; {
		case fate == Added && about, fate == Revised && about, fate == Removed && !about:
			lines = append(lines, it.ID+" removed "+it.Revises)
		case fate == Removed, fate == Added, fate == Revised:
			lines = append(lines, it.ID+" added "+it.Revises)
		case fate == Changed:
			lines = append(lines, it.ID+" "+changed(it.Changes, about))
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

func changed(list []Change, about bool) string {
	var out []string
	for _, c := range list {
		old, new, how := c.Old, c.New, slices.Clone(c.Directions)
		if about {
			old, new = new, old
			for i := range how {
				how[i] = mirrored(how[i])
			}
		}
		ids := slices.Sorted(slices.Values(c.IDs))
		out = append(out, fmt.Sprint(c.Field, how, old, "→", new, ids, c.Langs))
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}
