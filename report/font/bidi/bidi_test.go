package bidi

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// suite opens a file of tests that comes with go-text/typesetting.
func suite(t *testing.T, name string) *bufio.Scanner {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Skip("no go command")
	}
	file, err := os.Open(filepath.Join(strings.TrimSpace(string(dir)), "bidi", "test", name))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	scan := bufio.NewScanner(file)
	scan.Buffer(nil, 1<<20)
	return scan
}

// differs reports whether levels are others than a file wants; x is any.
func differs(got []uint8, want []string) bool {
	for i, w := range want {
		if w != "x" && w != strconv.Itoa(int(got[i])) {
			return true
		}
	}
	return len(got) != len(want)
}

// TestCharacters: BidiCharacterTest.txt, every line: levels and the order of the eye.
func TestCharacters(t *testing.T) {
	lines, failed := 0, 0
	for scan := suite(t, "BidiCharacterTest.txt"); scan.Scan(); {
		f := strings.Split(scan.Text(), ";")
		if len(f) != 5 || strings.HasPrefix(f[0], "#") {
			continue
		}
		lines++
		var text []rune
		for _, h := range strings.Fields(f[0]) {
			r, err := strconv.ParseUint(h, 16, 32)
			if err != nil {
				t.Fatal(err)
			}
			text = append(text, rune(r))
		}
		base := map[string]int{"0": 0, "1": 1, "2": Auto}[f[1]]
		if got := Levels(text, base); differs(got, strings.Fields(f[3])) {
			if failed++; failed < 10 {
				t.Errorf("%s: %v", scan.Text(), got)
			}
		}
	}
	if lines < 90000 || failed > 0 {
		t.Errorf("%d lines, %d failed", lines, failed)
	}
	t.Logf("%d lines", lines)
}

// sampleOf has a letter of each class.
var sampleOf = map[string]rune{"L": 'a', "R": 'א', "AL": 'ع', "EN": '1', "ES": '+', "ET": '#', "AN": '\u0661', "CS": ',', "NSM": '\u0300',
	"BN": '\u00ad', "B": '\u2029', "S": '\t', "WS": ' ', "ON": '!', "LRE": 0x202A, "RLE": 0x202B, "PDF": 0x202C, "LRO": 0x202D, "RLO": 0x202E,
	"LRI": 0x2066, "RLI": 0x2067, "FSI": 0x2068, "PDI": 0x2069}

// TestClasses: BidiTest.txt, every line in each of its directions.
func TestClasses(t *testing.T) {
	lines, failed := 0, 0
	var want []string
	for scan := suite(t, "BidiTest.txt"); scan.Scan(); {
		line := scan.Text()
		if levels, ok := strings.CutPrefix(line, "@Levels:"); ok {
			want = strings.Fields(levels)
		}
		input, set, ok := strings.Cut(line, ";")
		if !ok || line[0] == '#' || line[0] == '@' {
			continue
		}
		var text []rune
		for _, c := range strings.Fields(input) {
			text = append(text, sampleOf[c])
		}
		directions, _ := strconv.ParseUint(strings.TrimSpace(set), 16, 8)
		for bit, base := range []int{Auto, 0, 1} {
			if directions>>bit&1 == 0 {
				continue
			}
			lines++
			if got := Levels(text, base); differs(got, want) {
				if failed++; failed < 10 {
					t.Errorf("%s in direction %d: %v, want %v", input, base, got, want)
				}
			}
		}
	}
	if lines < 700000 || failed > 0 {
		t.Errorf("%d cases, %d failed", lines, failed)
	}
	t.Logf("%d cases", lines)
}
