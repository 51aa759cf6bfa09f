package csv

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"sitrep/report/exchange/sheet"
	"sitrep/report/facts"
	"sitrep/report/facts/tree"
)

// TestRoundTrip holds that every sample comes back from one file, and from one
// that a spreadsheet of another country saved again.
func TestRoundTrip(t *testing.T) {
	paths, _ := filepath.Glob("../../../data/*.json")
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		f, _ := facts.Load(path, data)
		if f == nil {
			continue
		}
		root, _ := tree.Parse(string(f.Canonical()))
		written := WriteAll(sheet.Of(root))
		for name, file := range map[string][]byte{"as written": written, "saved again": saved(t, written)} {
			grids, _, fault := Read(path, file, Options{})
			if fault != nil {
				t.Fatalf("%s, %s: %+v", path, name, fault)
			}
			var tables []sheet.Table
			for _, g := range grids {
				tables = append(tables, g.Table())
			}
			back, faults := sheet.Read(tables)
			if len(faults) > 0 || back.Canonical()+"\n" != string(f.Canonical()) {
				t.Errorf("%s, %s: %v", path, name, faults)
			}
		}
	}
}

// saved divides by semicolons, fills every line up and ends it as Windows does.
func saved(t *testing.T, file []byte) []byte {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(file), mark)))
	r.FieldsPerRecord = -1
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	for _, row := range rows {
		_ = w.Write(append(row, make([]string, 40-len(row))...))
	}
	w.Flush()
	return []byte(mark + b.String())
}

// FuzzHarmless holds that the guard is taken away whole, and that no cell begins
// a formula however the line is divided.
func FuzzHarmless(f *testing.F) {
	for _, s := range []string{"=1+1", "'=1", "''@x", "a;=cmd|' /C calc'!A0", "-3", "-3-", "\t=1", "＝1", "a\n+b", `"=1`, `;"";'"=1`, "'quoted'", "x'", "12'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		safe := Harmless(s)
		if strings.ToValidUTF8(s, "") == s && Harmed(safe) != s {
			t.Errorf("%q comes back as %q from %q", s, Harmed(safe), safe)
		}
		if sheet.IsNumber(s) {
			return
		}
		for part := range strings.FieldsFuncSeq(safe, func(r rune) bool { return strings.ContainsRune(dividers, r) }) {
			if part = strings.TrimLeft(part, `"`); part != "" && strings.ContainsRune(signs, []rune(part)[0]) {
				t.Errorf("%q is written %q, where %q is a formula", s, safe, part)
			}
		}
	})
}

// TestRead holds what encodings and delimiters are read, and what is refused.
func TestRead(t *testing.T) {
	utf16, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("año;número\n1;2\n")
	ansi, _ := charmap.Windows1252.NewEncoder().String("año;número\n1;2\n")
	for _, c := range []struct {
		data    string
		options Options
		want    string // the cells by "|", or the fault
	}{
		{"a,b\n1,2\n", Options{}, "1:a|b 2:1|2"},
		{mark + "a;b\r\n1;2\r\n", Options{}, "1:a|b 2:1|2"},
		{"a;b\n1,5;2,5\n3,5;4,5\n", Options{}, "1:a|b 2:1,5|2,5 3:3,5|4,5"},
		{"a\tb\n1\t2\n", Options{}, "1:a|b 2:1|2"},
		{"sep=;\na;b\n\n1;2\n", Options{}, "2:a|b 4:1|2"},
		{"a,b;c\n1,2;3\n", Options{}, `1:1: cells may be divided by ',' or by ';'`},
		{"a,b;c\n1,2;3\n", Options{Delimiter: ';'}, "1:a,b|c 2:1,2|3"},
		{"a,\"b\nc\"\n1,\"2\n", Options{Delimiter: ','}, "3:6: a quotation mark is not closed, or something follows the closing one"},
		{utf16, Options{}, "1:año|número 2:1|2"},
		{ansi, Options{}, "1:2: the byte 0xF1 is not UTF-8"},
		{ansi, Options{Encoding: "windows-1252"}, "1:año|número 2:1|2"},
		{ansi, Options{Encoding: "klingon"}, `1:1: there is no encoding "klingon"`},
		{"PK\x03\x04", Options{}, "1:1: this is a workbook, not comma-separated values"},
		{"a\x00b", Options{}, "1:2: the file holds the byte 0: it is UTF-16 without a mark, or no text"},
		{"\n,,\n", Options{}, "1:1: the table is empty"},
	} {
		if got := cells(c.data, c.options); got != c.want {
			t.Errorf("%q: %s, not %s", c.data, got, c.want)
		}
	}
}

func cells(data string, o Options) string {
	grids, _, fault := Read("x", []byte(data), o)
	var out []string
	if fault != nil {
		return strings.Join([]string{itoa(fault.Line), itoa(fault.Col), " " + fault.Message}, ":")
	}
	for _, row := range grids[0].Rows {
		out = append(out, itoa(row.Line)+":"+strings.Join(row.Cells, "|"))
	}
	return strings.Join(out, " ")
}

func itoa(n int) string { return string(rune('0' + n)) }
