package linebreak

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// parts cuts a text at its opportunities.
func parts(s string) string {
	text := []rune(s)
	var out []string
	from := 0
	for i, may := range Opportunities(text) {
		if may && i > from {
			out = append(out, string(text[from:i]))
			from = i
		}
	}
	return strings.Join(out, "|")
}

// TestWords: lines end between words in scripts without spaces, never inside a syllable, and what no word has stays whole.
func TestWords(t *testing.T) {
	for _, want := range []string{
		"โฆษก|กระทรวง|กล่าว|ว่า|กอง|กำลัง|ไป|ถึง|ชายแดน |น้ำ|ท่วม|ที่|ปทุมธานี",
		"ໂຄສົກ|ກະຊວງ|ກ່າວ|ວ່າ|ກອງ|ກຳລັງ|ໄປ|ເຖິງ|ຊາຍແດນ",
		"អ្នកនាំ|ពាក្យ|ក្រសួង|បាន|ថ្លែង|ថា|កងកម្លាំង|បាន|ទៅដល់|ព្រំដែន",
		"တပ်ဖွဲ့|များ |နယ်စပ်|သို့ |ရောက်|ရှိ|ကြောင်း |ပြောသည်။",
		"แร|พฟ์ผฟ",
		"外|交|部|发|言|人|表|示，|部|队|「已|抵|达」|边|境。",
	} {
		if got := parts(strings.ReplaceAll(want, "|", "")); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}

// TestPieces: Latin breaks at spaces alone, other scripts by their rules, and no space is lost or put in between.
func TestPieces(t *testing.T) {
	for _, want := range []string{
		"Pro-Kremlin |channels, |2024–25 |и |др.",
		"외교부 |대변인",
		"ミ|サ|イ|ル|「火|星」|の|発|射 |(KCNA, |2024)",
		"กระทรวง|กล่าว|ว่า |TASS |ว่า",
		"وزارة |الدفاع",
	} {
		var got []string
		for _, piece := range Pieces(strings.ReplaceAll(want, "|", "")) {
			if piece.Space {
				got[len(got)-1] += " "
			}
			got = append(got, piece.Text)
		}
		if got := strings.Join(got, "|"); got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}

// TestLetters: a letter keeps its marks and modifiers.
func TestLetters(t *testing.T) {
	for _, want := range []string{"k|o|l|e|j|n|y", "e\u0301|x", "กำ|ลั|ง", "👩🏽‍⚕️|!", "🇲🇽|🇰🇵", "क्षि|ति"} {
		text, from := strings.ReplaceAll(want, "|", ""), 0
		var got []string
		for _, end := range Letters(text) {
			got = append(got, text[from:end])
			from = end
		}
		if got := strings.Join(got, "|"); got != want || from != len(text) {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// TestRules: the file of tests of Unicode Standard Annex 14 that comes with the library.
func TestRules(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/go-text/typesetting").Output()
	if err != nil {
		t.Skip("no go command")
	}
	file, err := os.Open(filepath.Join(strings.TrimSpace(string(dir)), "segmenter", "test", "LineBreakTest.txt"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := 0
	for scan := bufio.NewScanner(file); scan.Scan(); {
		line, _, _ := strings.Cut(scan.Text(), "#")
		if strings.TrimSpace(line) == "" {
			continue
		}
		lines++
		var text []rune
		var want []bool
		for _, f := range strings.Fields(line) {
			switch f {
			case "÷", "×":
				want = append(want, f == "÷")
			default:
				r, err := strconv.ParseUint(f, 16, 32)
				if err != nil {
					t.Fatal(err)
				}
				text = append(text, rune(r))
			}
		}
		got := Opportunities(text)
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%s: break before %d: %v", line, i, got[i])
				break
			}
		}
	}
	if lines < 15000 {
		t.Errorf("only %d lines", lines)
	}
	t.Logf("%d lines", lines)
}

// FuzzOpportunities: whatever the text, nothing panics, and a line may end behind it.
func FuzzOpportunities(f *testing.F) {
	f.Add("โฆษก")
	f.Add("က္ကိ\u200d")
	f.Fuzz(func(t *testing.T, s string) {
		text := []rune(s)
		if out := Opportunities(text); len(out) != len(text)+1 || len(text) > 0 && !out[len(text)] {
			t.Errorf("%q: %v", s, out)
		}
	})
}
