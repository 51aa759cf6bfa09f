package diff

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/tools/txtar"

	"sitrep/report/facts"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

var update = flag.Bool("update", false, "write what is printed into the cases")

func load(t testing.TB, data []byte) *facts.File {
	t.Helper()
	f, problems := facts.Load("b.json", data)
	if f == nil {
		t.Fatal(problems)
	}
	return f
}

func of(t testing.TB, old, new *facts.File) *Diff {
	t.Helper()
	d, err := Of(old, new)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func write(t testing.TB, d *Diff, format string) string {
	t.Helper()
	for _, f := range Formats() {
		if f.Name == format {
			out, err := f.Write(d)
			if err != nil {
				t.Fatal(err)
			}
			return string(out)
		}
	}
	t.Fatalf("no format %s", format)
	return ""
}

// Each case of testdata is two editions and what is printed of them.
func TestCases(t *testing.T) {
	for name, a := range cases(t) {
		t.Run(filepath.Base(name), func(t *testing.T) {
			d := of(t, load(t, file(a, "old.json")), load(t, file(a, "new.json")))
			for _, format := range []string{"text", "markdown", "json"} {
				got := write(t, d, format)
				if format == "json" {
					got = itemised(got)
				}
				if want := string(file(a, format)); got != want && !*update {
					t.Errorf("%s: %s", format, parting(got, want))
				}
				set(a, format, got)
			}
			if *update {
				os.WriteFile(name, txtar.Format(a), 0o666)
			}
		})
	}
}

// itemised writes JSON with one line for each item of a list, for people to read: what is deeper than that is joined.
func itemised(s string) string {
	deep := regexp.MustCompile(`\n {5,}|\n {4}([]}])`)
	return deep.ReplaceAllStringFunc(s, func(gap string) string {
		if end := gap[len(gap)-1]; end == ']' || end == '}' {
			return string(end)
		}
		return " "
	})
}

// parting says where two texts part.
func parting(got, want string) string {
	is, should := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(is), len(should)) {
		if is[i] != should[i] {
			return fmt.Sprintf("line %d is\n%s\nand should be\n%s", i+1, is[i], should[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(is), len(should))
}

// cases reads the cases of testdata.
func cases(t testing.TB) map[string]*txtar.Archive {
	t.Helper()
	names, _ := filepath.Glob("testdata/*.txtar")
	if len(names) < 3 {
		t.Fatal("the cases are missing")
	}
	all := map[string]*txtar.Archive{}
	for _, name := range names {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[name] = a
	}
	return all
}

func file(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

func set(a *txtar.Archive, name, data string) {
	for i := range a.Files {
		if a.Files[i].Name == name {
			a.Files[i].Data = []byte(data)
			return
		}
	}
	a.Files = append(a.Files, txtar.File{Name: name, Data: []byte(data)})
}

// No line of text begins as the author of a facts file chooses, and no character
// steers the terminal.
func TestTextStaysInItsLine(t *testing.T) {
	a := cases(t)["testdata/hostile.txtar"]
	shown(t, write(t, of(t, load(t, file(a, "old.json")), load(t, file(a, "new.json"))), "text"))
}

func shown(t testing.TB, text string) {
	t.Helper()
	for line := range strings.Lines(text) {
		kind, _, _ := strings.Cut(line, " ")
		if !strings.Contains(" briefing judgement fact source origin measure actor place section ", " "+kind+" ") || !strings.Contains(line, ": ") {
			t.Errorf("a line that names nothing: %q", line)
		}
		for _, r := range strings.TrimSuffix(line, "\n") {
			if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && !strings.ContainsRune("\u200c\u200d", r) || r == '\u2028' || r == '\u2029' {
				t.Errorf("%q in %q", r, line)
			}
		}
	}
}

// The JSON reads back as what it was written from.
func TestJSONReadsBack(t *testing.T) {
	a := cases(t)["testdata/editions.txtar"]
	d := of(t, load(t, file(a, "old.json")), load(t, file(a, "new.json")))
	var back Diff
	if err := json.Unmarshal([]byte(write(t, d, "json")), &back); err != nil {
		t.Fatal(err)
	}
	if again := write(t, &back, "json"); again != write(t, d, "json") {
		t.Errorf("read back and written again:\n%s", again)
	}
}

// The JSON says all that the files do, and shows the terminal nothing but letters.
func TestJSONStaysInItsLine(t *testing.T) {
	a := cases(t)["testdata/hostile.txtar"]
	d := of(t, load(t, file(a, "old.json")), load(t, file(a, "new.json")))
	d.New.Title += "\u007f\u009b31m\u202e\u2066\U000e0041می\u200cخواهم"
	out := write(t, d, "json")
	for _, r := range out {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && r != '\u200c') {
			t.Errorf("%q in the JSON", r)
		}
	}
	var back Diff
	if err := json.Unmarshal([]byte(out), &back); err != nil || back.New.Title != d.New.Title {
		t.Errorf("read back: %q, %v; want %q", back.New.Title, err, d.New.Title)
	}
}

// amounts of the table: "10" is a best value, "5..9" a range, "5.." at least,
// "..9" at most, "7 in 5..9" both, "~" approximate, "" none.
func parseAmount(t *testing.T, s string) lang.Amount {
	var a lang.Amount
	number := func(s string) *quantity.Number {
		if s == "" {
			return nil
		}
		v, err := quantity.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	s, a.Approx = strings.CutPrefix(s, "~")
	best, span, both := strings.Cut(s, " in ")
	if !both && strings.Contains(s, "..") {
		best, span = "", s
	}
	low, high, _ := strings.Cut(span, "..")
	a.Best, a.Low, a.High = number(best), number(low), number(high)
	return a
}

func TestAmounts(t *testing.T) {
	for _, c := range []struct{ old, new, how, back string }{
		{"", "", "", ""},
		{"3000", "3e3", "", ""},
		{"10", "12", "raised", "lowered"},
		{"5..9", "6..10", "raised", "lowered"},
		{"5..9", "5..10", "widened", "narrowed"},
		{"5..9", "4..9", "widened", "narrowed"},
		{"5..9", "4..10", "widened", "narrowed"},
		{"5..9", "..9", "widened", "narrowed"},
		{"5..9", "5..", "widened", "narrowed"},
		{"5..9", "7..", "moved", "moved"},
		{"5..9", "12..", "raised", "lowered"},
		{"5..", "6..", "raised", "lowered"},
		{"..9", "..8", "lowered", "raised"},
		{"5..", "..5", "lowered", "raised"},
		{"..10000", "12000..", "raised", "lowered"},
		{"100", "120..", "raised best-gone", "lowered best-given"},
		{"..100", "150", "raised best-given", "lowered best-gone"},
		{"5..9", "9..12", "raised", "lowered"},
		{"10", "10..", "widened best-gone", "narrowed best-given"},
		{"10", "8..12", "widened best-gone", "narrowed best-given"},
		{"10", "12..15", "raised best-gone", "lowered best-given"},
		{"10", "11 in 8..12", "widened best-raised", "narrowed best-lowered"},
		{"7 in 5..9", "8 in 5..9", "raised", "lowered"},
		{"7 in 5..9", "8 in 6..10", "raised", "lowered"},
		{"7 in 5..9", "6.5 in 6..10", "raised best-lowered", "lowered best-raised"},
		{"5..9", "7 in 5..9", "best-given", "best-gone"},
		{"5..5", "5", "best-given", "best-gone"},
		{"10", "~10", "approx-given", "approx-gone"},
		{"10", "~12", "raised approx-given", "lowered approx-gone"},
		{"", "5..", "given", "gone"},
		{"0..5", "..5", "widened", "narrowed"},
	} {
		a, b := parseAmount(t, c.old), parseAmount(t, c.new)
		said := func(how []Direction) string { return strings.Trim(strings.Join(strings.Fields(join(how)), " "), " ") }
		if got := said(amountHow(a, b)); got != c.how {
			t.Errorf("%q to %q is %q, want %q", c.old, c.new, got, c.how)
		}
		if got := said(amountHow(b, a)); got != c.back {
			t.Errorf("%q back to %q is %q, want %q", c.new, c.old, got, c.back)
		}
	}
}

func join(how []Direction) string {
	var b strings.Builder
	for _, h := range how {
		b.WriteString(string(h) + " ")
	}
	return b.String()
}

func TestExcerpts(t *testing.T) {
	long := strings.Repeat("word ", 200)
	a, b := excerpts(long+"old "+long, long+"new "+long)
	if a != "… word word word word word old word word word word word …" || b != "… word word word word word new word word word word word …" {
		t.Errorf("%q, %q", a, b)
	}
	if a, _ := excerpts(long, "x"); !strings.HasSuffix(a, " … (120 more)") {
		t.Errorf("%q", a)
	}
	han := strings.Repeat("汉字", 200)
	if a, b := excerpts(han+"旧"+han, han+"新 "+han); a != "… 字汉字汉字旧汉字汉字汉 …" || b != "… 字汉字汉字新 汉字汉字汉 …" {
		t.Errorf("%q, %q", a, b)
	}
	if a, b := excerpts(long, long+"x"); strings.Contains(a, "more") || !strings.HasSuffix(b, " x") {
		t.Errorf("%q, %q", a, b)
	}
}
