package report_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"sitrep/report"
	"sitrep/report/date"
)

// stringValue finds the strings of a JSON text; what a colon follows is a key.
var stringValue = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"(\s*:)?`)

// endsOfStrings are the offsets at which the strings of a JSON text end.
func endsOfStrings(src string) (out []int) {
	for _, m := range stringValue.FindAllStringSubmatchIndex(src, -1) {
		if m[4] < 0 {
			out = append(out, m[3])
		}
	}
	return out
}

// TestLostPlaces: whatever string of a facts file a PDF shows, a character in it that no font has is told at the place
// where it was read, by the build as by the check.
func TestLostPlaces(t *testing.T) {
	src := readFile(t, "facts/testdata/full.json")
	var at []int // ends of strings that take any character
	for _, end := range endsOfStrings(src) {
		if f, _ := report.Load("b.json", []byte(src[:end]+"𒀀"+src[end:])); f != nil {
			at = append(at, end)
		}
	}
	marked := src
	for i, end := range slices.Backward(at) {
		marked = marked[:end] + string(rune(0x12000+i)) + marked[end:]
	}
	f, problems := report.Load("b.json", []byte(marked))
	var checked []string // places
	if f == nil {
		t.Fatal(problems)
	}
	for _, p := range report.Judge(f, date.Date{}) {
		if p.Code == "W601" {
			checked = append(checked, fmt.Sprintf("%s:%d:%d:", p.File, p.Line, p.Col))
		}
	}
	files, _, err := report.Build(f, report.Options{Formats: []string{"pdf"}, Languages: []string{report.All}})
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, file := range files {
		for _, w := range file.Warnings {
			place, _, _ := strings.Cut(w, " ")
			if told++; !slices.Contains(checked, place) {
				t.Errorf("%s: not told by the check at that place: %s", file.Name, w)
			}
			var line, col int
			var number rune
			_, code, _ := strings.Cut(w, "U+")
			fmt.Sscanf(place, "b.json:%d:%d:", &line, &col)
			fmt.Sscanf(code, "%X", &number)
			if shown := []rune(strings.Split(marked, "\n")[line-1]); shown[col-1] != number {
				t.Errorf("%s: %c stands there: %s", file.Name, shown[col-1], w)
			}
		}
	}
	if len(at) < 40 || told < len(at) || len(checked) < 40 {
		t.Errorf("%d strings marked, %d told by the check, %d by builds", len(at), len(checked), told)
	}
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
