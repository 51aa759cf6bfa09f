package font

import (
	"bufio"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// A specimen is a text of the corpus, in a language.
type specimen struct{ lang, text string }

func specimens(t testing.TB) []specimen {
	t.Helper()
	file, err := os.Open("testdata/scripts.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var out []specimen
	for lines := bufio.NewScanner(file); lines.Scan(); {
		lang, text, _ := strings.Cut(lines.Text(), "\t")
		out = append(out, specimen{lang, text})
	}
	if len(out) < 30 {
		t.Fatalf("only %d specimens", len(out))
	}
	return out
}

// A placed glyph is one of a line, from its start, in font units.
type placed struct{ glyph, x, y int }

// TestShapesAsHarfBuzz: glyphs and their places are those of hb-shape, for every run of the corpus.
func TestShapesAsHarfBuzz(t *testing.T) {
	tool, err := exec.LookPath("hb-shape")
	if err != nil {
		if os.Getenv("SITREP_TEST_REQUIRE") != "" {
			t.Fatal("hb-shape (libharfbuzz-bin) is not there")
		}
		t.Skip("hb-shape is not there")
	}
	set, runs := load(t), 0
	for _, s := range specimens(t) {
		for _, r := range set.Line(set.Regular, s.text, 10, s.lang) {
			if r.Plain && !r.RTL || r.Missing {
				continue
			}
			runs++
			want, total := shaped(t, tool, &r, s.lang)
			var got []placed
			x := 0
			for _, c := range r.Clusters {
				for _, p := range c.Parts {
					got = append(got, placed{p.Glyph, x + p.X, p.Y})
				}
				x += c.Advance
			}
			if len(got) != len(want) || x != total {
				t.Errorf("%s %q: %d glyphs of %d units, hb-shape has %d of %d", s.lang, r.Text, len(got), x, len(want), total)
				continue
			}
			for i := range got {
				if got[i] != want[i] {
					t.Errorf("%s %q: glyph %d is %v, hb-shape has %v", s.lang, r.Text, i, got[i], want[i])
				}
			}
		}
	}
	if runs < 40 {
		t.Errorf("only %d runs are shaped", runs)
	}
}

// shaped asks hb-shape for a run.
func shaped(t *testing.T, tool string, r *Run, lang string) (out []placed, total int) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "face")
	if err := os.WriteFile(path, []byte(r.Face.Origin().Data()), 0o600); err != nil {
		t.Fatal(err)
	}
	direction := "ltr"
	if r.RTL {
		direction = "rtl"
	}
	script := scriptOf([]rune(r.Text)).String()
	answer, err := exec.Command(tool, "--output-format=json", "--no-glyph-names", "--direction="+direction, "--language="+lang, "--script="+script,
		"--font-file="+path, "--text="+r.Text).Output()
	if err != nil {
		t.Fatalf("hb-shape: %v", err)
	}
	var glyphs []struct{ G, DX, DY, AX int }
	if err := json.Unmarshal(answer, &glyphs); err != nil {
		t.Fatalf("%v: %s", err, answer)
	}
	for _, g := range glyphs {
		out = append(out, placed{g.G, total + g.DX, g.DY})
		total += g.AX
	}
	return out, total
}

// TestPlainAsShaped: Latin, Greek, Cyrillic and Hangul set rune by rune are as wide as shaped, glyph by glyph.
func TestPlainAsShaped(t *testing.T) {
	set := load(t)
	for _, face := range []*Face{set.Regular, set.Bold, set.Italic, set.Hangul} {
		for _, text := range []string{"AVATAR To We, “Yo” Ты ΑΥΤΟ 11,000–12,500 (b)", "The quick brown fox – Київ, Αθήνα.", "국방부 대변인은"} {
			plain, shaped := kerned(face, text), set.Shape(face, text, false, "")
			if len(plain) != len(shaped) {
				t.Fatalf("%s %q: %d glyphs, shaped %d", face.Name, text, len(plain), len(shaped))
			}
			for i := range plain {
				if p, s := plain[i], shaped[i]; p.Advance != s.Advance || p.Parts[0] != s.Parts[0] {
					t.Errorf("%s %q: %q is %v %d, shaped %v %d", face.Name, text, p.Text, p.Parts, p.Advance, s.Parts, s.Advance)
				}
			}
		}
	}
}

// TestCorpusIsCovered: no specimen lacks a face, and each is said whole in the order of reading.
func TestCorpusIsCovered(t *testing.T) {
	set := load(t)
	for _, s := range specimens(t) {
		if m := set.Missing(s.text); m != nil {
			t.Errorf("%s: no face has %q", s.lang, m)
		}
		n := 0
		for _, r := range set.Line(set.Bold, s.text, 10, s.lang) {
			for _, c := range r.Clusters {
				n += len(c.Text)
			}
		}
		if n != len(s.text) {
			t.Errorf("%s %q: %d bytes of %d are set", s.lang, s.text, n, len(s.text))
		}
	}
}

// TestLands: a Han character has the form of the land that is told, or that the text tells.
func TestLands(t *testing.T) {
	set := load(t)
	glyphs := map[int]bool{}
	for _, lang := range []string{"zh-Hans", "ja", "ko", "zh-TW"} {
		for _, r := range set.Line(set.Regular, "骨", 10, lang) {
			glyphs[r.Clusters[0].Parts[0].Glyph] = true
		}
	}
	if len(glyphs) < 3 {
		t.Errorf("%d forms of one character", len(glyphs))
	}
	if LandOf("", "骨です") != Japan || LandOf("", "骨") != Mainland || LandOf("en", "국 骨") != Korea {
		t.Error("the text does not tell its land")
	}
}

// TestMissing: a rune that no face has is a box with its number.
func TestMissing(t *testing.T) {
	set := load(t)
	line := set.Line(set.Regular, "a𒀀", 10, "")
	if len(line) != 2 || !line[1].Missing {
		t.Fatalf("%+v", line)
	}
	if c := line[1].Clusters[0]; len(c.Parts) != 6 || c.Text != "𒀀" { // the frame and 12000
		t.Errorf("%+v", c)
	}
}
