package diff

import (
	"bytes"
	"fmt"
	"os"
	"sitrep/report/date"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"sitrep/report/facts"
)

// edition is a briefing of estimates, one for each given as ID VALUE, under one judgement.
func edition(t *testing.T, judgement string, estimates ...string) *facts.File {
	t.Helper()
	var list, because []string
	for _, e := range estimates {
		id, value, _ := strings.Cut(e, " ")
		list = append(list, fmt.Sprintf(`{"id": %q, "type": "estimate", "measure": "m", "as_of": "2025-08", %s, "origin": "o-%s", "status": "reported", "sources": ["s-%[3]s"]}`, id, value, strings.TrimPrefix(id, "new-")))
		because = append(because, fmt.Sprintf("%q", id))
	}
	var origins, sources []string
	for _, e := range estimates {
		id, _, _ := strings.Cut(e, " ")
		origins = append(origins, fmt.Sprintf(`"o-%s": {"name": "O", "kind": "other"}`, strings.TrimPrefix(id, "new-")))
		sources = append(sources, fmt.Sprintf(`"s-%s": {"title": "S", "publisher": "P"}`, strings.TrimPrefix(id, "new-")))
	}
	data := `{"format": 1, "briefing": {"id": "b", "title": "T", "languages": ["en"], "as_of": "2025-09"}, "measures": {"m": {"name": "Cases", "unit": "cases"}},
"origins": {` + strings.Join(origins, ", ") + `}, "sources": {` + strings.Join(sources, ", ") + `}, "facts": [` + strings.Join(list, ",\n") + `],
"judgements": [{"id": "j", "text": "` + judgement + `", "because": [` + strings.Join(because, ", ") + `]}]}`
	f, problems := facts.Load("b.json", []byte(data))
	if f == nil {
		t.Fatal(problems, data)
	}
	return f
}

func compared(t *testing.T, old, new *facts.File) *Diff {
	t.Helper()
	d, err := Of(old, new)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func lines(t *testing.T, d *Diff) string {
	t.Helper()
	out, err := text(d)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// Numbers are compared as the decimals that are written, not as what a computer makes of them.
func TestExact(t *testing.T) {
	d := compared(t, edition(t, "J.", `a "best": 9007199254740992`), edition(t, "J.", `a "best": 9007199254740993`))
	if s := lines(t, d); !strings.Contains(s, "value raised") {
		t.Errorf("%s", s)
	}
	if d := compared(t, edition(t, "J.", `a "best": 0.3`), edition(t, "J.", `a "best": 3e-1`)); !d.Empty() {
		t.Errorf("%s", lines(t, d))
	}
	if s := lines(t, compared(t, edition(t, "J.", `a "best": 0.3`), edition(t, "J.", `a "best": 0.30`))); !strings.Contains(s, "value more precise: 0.3 cases → 0.30 cases") {
		t.Errorf("%s", s)
	}
}

// A fact under another id is renamed, not removed and added, and what rests on it rests
// on the same; one that two new ones repeat is not.
func TestRenamed(t *testing.T) {
	d := compared(t, edition(t, "J.", `a "best": 5`, `b "best": 7`), edition(t, "J.", `new-a "best": 5`, `b "best": 7`))
	if s := lines(t, d); s != "fact new-a: renamed, was a: Cases: 5 cases — O (o-a), August 2025, reported\nfact new-a: judgements that rest on it: j\n" {
		t.Errorf("%s", s)
	}
}

// Changes below a share of what a value was are left out, with what is told for their sake.
func TestMaterial(t *testing.T) {
	old, new := edition(t, "J.", `a "best": 1000`, `b "best": 1000`), edition(t, "J.", `a "best": 1099`, `b "best": 1100`)
	d := compared(t, old, new)
	d.Material(0.1)
	if s := lines(t, d); strings.Contains(s, "fact a") || !strings.Contains(s, "fact b: value raised") || !strings.Contains(s, "judgement j: changed facts that it rests on: b") {
		t.Errorf("%s", s)
	}
	d = compared(t, old, edition(t, "J.", `a "best": 1001`, `b "best": 999`))
	if d.Material(0.1); !d.Empty() || d.Status != "same" {
		t.Errorf("%s", lines(t, d))
	}
	d = compared(t, old, edition(t, "J.", `a "best": 1001, "low": 900`, `b "best": 1000`))
	if d.Material(0.1); d.Empty() {
		t.Error("a bound that is new is left out")
	}
	d = compared(t, edition(t, "{{a}}, {{b}}.", `a "best": 1000`, `b "best": 1000`), edition(t, "{{a}}, {{b}}.", `a "best": 1099`, `b "best": 1100`))
	if d.Material(0.1); !strings.Contains(lines(t, d), "judgement j: text reads otherwise, by b\n") {
		t.Errorf("a text reads otherwise by what is left out: %s", lines(t, d))
	}
	for s, want := range map[string]float64{"10%": 0.1, "0.25": 0.25, "0": 0, "x": -1, "-1%": -1, "": -1} {
		if v, ok := ParseShare(s); ok != (want >= 0) || ok && v != want {
			t.Errorf("%q is %v, %v", s, v, ok)
		}
	}
}

// A judgement that lost a line says so.
func TestIndependence(t *testing.T) {
	d := compared(t, edition(t, "J.", `a "best": 5`, `b "best": 5`), edition(t, "J.", `a "best": 5`))
	if s := lines(t, d); !strings.Contains(s, "judgement j: independent lines lowered: 2 → 1\n") {
		t.Errorf("%s", s)
	}
}

// A briefing without an edition before is new as a whole, and one without an edition after gone.
func TestAlone(t *testing.T) {
	f := edition(t, "J.", `a "best": 5`)
	d, err := New(f)
	if err != nil || d.Status != "new" || d.Old.ID != "" || len(d.Facts) != 1 || d.Facts[0].Kind != Added || len(d.Briefing) > 0 || !strings.HasPrefix(lines(t, d), "briefing b: new: T\n") {
		t.Errorf("%v %v %s", err, d, lines(t, d))
	}
	if d, err = Ended(f); err != nil || d.Status != "gone" || d.New.ID != "" || d.Facts[0].Kind != Removed {
		t.Errorf("%v %v", err, d)
	}
}

// Markdown fits into a comment on GitHub, and says what is left out.
func TestComment(t *testing.T) {
	var was, is []string
	for i := range 2000 {
		was, is = append(was, fmt.Sprintf(`f%d "best": %d`, i, i+1)), append(is, fmt.Sprintf(`f%d "best": %d`, i, i+2))
	}
	out, err := asMarkdown(compared(t, edition(t, "J.", was...), edition(t, "J.", is...)))
	if n := utf8.RuneCount(out); err != nil || n > MostCharacters || n < MostCharacters*9/10 || !bytes.Contains(out, []byte("more changes are not shown")) {
		t.Errorf("%v, %d characters: %s", err, n, out[max(0, len(out)-200):])
	}
}

// What programs read is as the schema has it.
func TestSchema(t *testing.T) {
	data, err := os.ReadFile("../../data/diff.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("diff.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("diff.json")
	if err != nil {
		t.Fatal(err)
	}
	a, b := edition(t, "J.", `a "best": 5`, `b "low": 3`), edition(t, "K.", `new-a "best": 5`, `b "low": 3, "best": 4`, `c "high": 9`)
	whole, err := New(a)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range []*Diff{compared(t, a, b), compared(t, b, a), compared(t, a, a), whole} {
		out, err := asJSON(d)
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(out))
		if err == nil {
			err = schema.Validate(v)
		}
		if err != nil {
			t.Errorf("%v\n%s", err, out)
		}
	}
}

// TestMoments holds that a time of day that moved is later or earlier, and no more precise than before.
func TestMoments(t *testing.T) {
	for _, c := range []struct {
		was, is string
		want    Direction
	}{
		{"2025-06-19T12:05+02:00", "2025-06-19T13:05+02:00", Later},
		{"2025-06-19T13:05+02:00", "2025-06-19T12:05+02:00", Earlier},
		{"2025-06-19T12:05+02:00", "2025-06-19T11:05+00:00", Later},
		{"2025-06-19T12:05+02:00", "2025-06-19T10:05Z", Other},
		{"2025-06-19", "2025-06-19T12:05Z", Sharper},
		{"2025-06-19T12:05Z", "2025-06-19", Vaguer},
		{"2025-W25", "2025-W26", Later},
		{"2025-06", "2025-06-19", Sharper},
	} {
		was, err := date.Parse(c.was)
		if err != nil {
			t.Fatal(err)
		}
		is, err := date.Parse(c.is)
		if err != nil {
			t.Fatal(err)
		}
		if got := dateHow(was, is); got != c.want {
			t.Errorf("%s to %s: %s, want %s", c.was, c.is, got, c.want)
		}
	}
}
