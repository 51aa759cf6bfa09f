package limits

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"sitrep/report/facts"
)

type object = map[string]any

func load(t testing.TB, name string, data []byte) *facts.File {
	t.Helper()
	f, problems := facts.Load(name, data)
	if f == nil {
		t.Fatal(name, problems[0])
	}
	return f
}

// many is a briefing of n estimates, with what is added.
func many(n int, add object) []byte {
	var list []object
	for i := range n {
		f := object{"id": fmt.Sprint("f", i), "type": "estimate", "measure": "m", "as_of": "2025-08", "best": i + 1, "origin": "o", "status": "reported", "sources": []string{"s"}, "statement": "said"}
		if i > 0 && add["chain"] != nil {
			f["derived_from"] = []string{fmt.Sprint("f", i-1)}
		}
		list = append(list, f)
	}
	b := object{"format": 1, "briefing": object{"id": "b", "title": "T", "languages": []string{"en"}, "as_of": "2025-09"},
		"measures": object{"m": object{"name": "C", "unit": "c"}}, "origins": object{"o": object{"name": "O", "kind": "other"}},
		"sources": object{"s": object{"title": "S", "publisher": "P"}}, "facts": list}
	for k, v := range add {
		if k != "chain" {
			b[k] = v
		}
	}
	data, _ := json.Marshal(b)
	return data
}

func section(blocks ...any) []object {
	return []object{{"id": "z", "title": "Z", "body": blocks}}
}

func repeat(n int, block func(i int) any) []any {
	var out []any
	for i := range n {
		out = append(out, block(i))
	}
	return out
}

// A passing is a file, the limit that it passes, if any, and where ("?": anywhere).
type passing struct {
	data  []byte
	limit Limit
	at    string
}

// Each limit is passed just above it, where the file passes it, and not at it; raised,
// there is room again.
func TestEachLimit(t *testing.T) {
	chart := func(i int) any { return object{"chart": "ranges", "id": fmt.Sprint("c", i)} }
	table := func(int) any { return object{"table": "facts"} }
	judgements := func(n int, because string) []object {
		var out []object
		for i := range n {
			out = append(out, object{"id": fmt.Sprint("j", i), "text": "t", "because": []string{because}})
		}
		return out
	}
	long := strings.Repeat("x", 40_000)
	statement := object{"facts": []object{{"id": "f0", "type": "statement", "statement": long, "origin": "o", "status": "reported", "sources": []string{"s"}}}}
	written := func(n int) object {
		statement["sections"] = section(strings.Repeat("{{f0.statement}}\n\n", n))
		return statement
	}
	for name, c := range map[string]passing{
		"500 figures":           {many(1, object{"sections": section(repeat(500, chart)...)}), Limit{}, ""},
		"501 figures":           {many(1, object{"sections": section(repeat(501, chart)...)}), Figures, "/sections/0/body/500"},
		"29,600 rows in charts": {many(1000, object{"sections": section(repeat(29, chart)...)}), Limit{}, ""},
		"31,000 rows in charts": {many(1000, object{"sections": section(repeat(31, chart)...)}), Rows, "/sections/0/body/30"},
		"rows in tables":        {many(1000, object{"sections": section(repeat(31, table)...)}), Rows, "/sections/0/body/29"},
		"rows of judgements": {many(1, object{"judgements": judgements(100, "f0"), "sections": section(repeat(101, func(int) any { return object{"judgements": []string{}} })...)}),
			Rows, "/sections/0/body/100"},
		"statements written out 100 times":  {many(0, written(100)), Limit{}, ""},
		"two statements in a paragraph":     {many(0, object{"facts": statement["facts"], "sections": section("{{f0.statement}} {{f0.statement}}")}), Length, "/sections/0/body/0"},
		"statements written out 4000 times": {many(0, written(4000)), Written, "/sections/0/body/0"},
		"chains under judgements":           {many(900, object{"chain": true, "judgements": judgements(600, "f899")}), Links, "/judgements/565/because"},
	} {
		c.holds(t, name)
	}
}

// So it is of what rests on records, of allowances and of letters.
func TestEachLimitOfOne(t *testing.T) {
	repeating := func(n int) object { // each origin repeats the one before
		origins := object{"o": object{"name": "O", "kind": "other"}}
		for i := range n {
			origins[fmt.Sprint("o", i)] = object{"name": fmt.Sprint("O", i), "kind": "other", "derived_from": []string{strings.TrimSuffix(fmt.Sprint("o", i-1), "-1")}}
		}
		return object{"origins": origins}
	}
	allow := func(n int) object {
		return object{"allow": repeat(n, func(int) any { return object{"code": "W201", "why": "so it is"} })}
	}
	for name, c := range map[string]passing{
		"a paragraph of 65,536 bytes": {many(1, object{"sections": section(strings.Repeat("x", 65_536))}), Limit{}, ""},
		"a paragraph of 65,537 bytes": {many(1, object{"sections": section("a", strings.Repeat("x", 65_537), strings.Repeat("x", 70_000))}), Length, "/sections/0/body/1"},
		"30 marks on a letter":        {many(1, object{"sections": section("a" + strings.Repeat("\u0301", 30))}), Limit{}, ""},
		"31 marks on a letter":        {many(1, object{"sections": section("a" + strings.Repeat("\u0301", 31))}), Marks, "/sections/0/body/0"},
		"900 origins in a chain":      {many(1, repeating(900)), Limit{}, ""},
		"1,500 origins in a chain":    {many(1, repeating(1500)), Resting, "?"},
		"1,001 allowances":            {many(1, allow(1001)), Limit{}, ""},
		"1,002 allowances":            {many(1, allow(1002)), Allowed, "/allow"},
	} {
		c.holds(t, name)
	}
}

// holds wants one problem of the limit at its place, or none, and none where the limit is raised.
func (c passing) holds(t *testing.T, name string) {
	t.Helper()
	f := load(t, name, c.data)
	problems := Check(f, 1)
	if c.limit.Code == "" && len(problems) > 0 {
		t.Errorf("%s: %v", name, problems)
	}
	if c.limit.Code != "" && (len(problems) != 1 || problems[0].Code != c.limit.Code || c.at != "?" && problems[0].Pointer != c.at ||
		problems[0].Line < 1) {
		t.Errorf("%s: %v, want %s at %s", name, problems, c.limit.Code, c.at)
	}
	if raised := Check(f, 50); len(raised) > 0 {
		t.Errorf("%s, raised: %v", name, raised)
	}
}

// No sample, nor a briefing of 10,000 claims in charts and tables, is near a limit.
func TestNoSampleIsNear(t *testing.T) {
	names, err := filepath.Glob("../../data/*.json")
	if err != nil || len(names) < 4 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, _ := facts.Load(name, data)
		if f == nil { // the schema
			continue
		}
		c := &counter{f: f, times: 1, bytes: f.Size(), seen: map[string]int{}}
		c.all()
		for _, l := range Table() {
			if most := l.Of(len(f.Facts), c.bytes, 1); c.seen[l.Code]*5 > most {
				t.Errorf("%s: %d %s, of %d", name, c.seen[l.Code], l.What, most)
			}
		}
	}
	body := repeat(4, func(i int) any { return object{"chart": "ranges", "id": fmt.Sprint("c", i)} })
	body = append(body, object{"table": "facts"}, object{"judgements": []string{}}, strings.Repeat("{{f1}} [@f2] ", 290))
	f := load(t, "10,000", many(10_000, object{"sections": section(body...)}))
	if problems := Check(f, 1); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestOutput(t *testing.T) {
	if s := Output(20_000, 512<<20, 1); s != "" {
		t.Error(s)
	}
	if s := Output(20_001, 0, 1); s != "it has 20001 pages of a PDF, more than 20000" {
		t.Error(s)
	}
	if s := Output(0, 512<<20+1, 1); s == "" {
		t.Error("any length will do")
	}
	if s := Output(20_001, 0, 2); s != "" {
		t.Error(s)
	}
}

// The table of the reference has every limit as it is.
func TestTable(t *testing.T) {
	data, err := os.ReadFile("../../data/LIMITS.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range Table() {
		if row := fmt.Sprintf("| %s | %s | %d | %d | %d |\n", l.Code, l.What, l.Base, l.PerFact, l.PerByte); !strings.Contains(string(data), row) {
			t.Errorf("the table lacks %s", row)
		}
	}
}

// Counting works through lists of the index of the file, which notes, figures and comparisons read afterwards.
func TestCheckLeavesTheFile(t *testing.T) {
	data := many(7, object{"chain": true, "judgements": []object{{"id": "j", "text": "J", "because": []string{"f1", "f3", "f5"}}}})
	f, as := load(t, "b.json", data), load(t, "b.json", data)
	if problems := Check(f, 1); problems != nil {
		t.Fatal(problems)
	}
	if got, want := f.References(), as.References(); !reflect.DeepEqual(got, want) {
		t.Errorf("the index was changed:\n%v\nwant\n%v", got, want)
	}
	if got, want := f.Judgements, as.Judgements; !reflect.DeepEqual(got, want) {
		t.Errorf("the judgements were changed:\n%v\nwant\n%v", got, want)
	}
}
