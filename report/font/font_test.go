package font

import (
	"bufio"
	"cmp"
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"sitrep/assets"
)

func load(t testing.TB) *Set {
	t.Helper()
	set, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return set
}

func faces(s *Set) []*Face { return []*Face{s.Regular, s.Bold, s.Italic, s.Hangul} }

// measured reads a file written by assets/fonts/measure.py: face, texts, thousandths of an em of each.
func measured(t *testing.T, path string, check func(face *Face, text string, want int)) {
	t.Helper()
	set := load(t)
	byFile := map[string]*Face{"inter-regular": set.Regular, "inter-semibold": set.Bold, "inter-italic": set.Italic, "noto-sans-kr": set.Hangul}
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	texts := 0
	for scanner := bufio.NewScanner(file); scanner.Scan(); {
		parts := strings.Split(scanner.Text(), "\t")
		var measured []string
		if len(parts) != 3 || json.Unmarshal([]byte(parts[1]), &measured) != nil {
			t.Fatalf("%s: cannot read %q", path, scanner.Text())
		}
		want, err := strconv.Atoi(parts[2])
		if err != nil {
			t.Fatal(err)
		}
		for _, text := range measured {
			texts++
			check(byFile[parts[0]], text, want)
		}
	}
	if texts < 400 {
		t.Fatalf("%s: only %d texts", path, texts)
	}
}

func TestWidthsAgreeWithFontTools(t *testing.T) {
	measured(t, "testdata/widths.txt", func(face *Face, text string, want int) {
		if got := face.Natural(text, 1000); got != float64(want) {
			t.Errorf("%s: width of %q is %v, want %d", face.Name, text, got, want)
		}
	})
}

func TestKerningAgreesWithHarfBuzz(t *testing.T) {
	measured(t, "testdata/pairs.txt", func(face *Face, text string, want int) {
		r := []rune(text)
		if got := face.Kern(r[0], r[1]); got != want {
			t.Errorf("%s: kerning of %q is %d, want %d", face.Name, text, got, want)
		}
		if got := face.Kerned(text, 1000) - face.Natural(text, 1000); got != float64(want) {
			t.Errorf("%s: %q is kerned by %v, want %d", face.Name, text, got, want)
		}
	})
}

func TestMetrics(t *testing.T) {
	set := load(t)
	for _, f := range faces(set) {
		ordered := f.Descent < 0 && 0 < f.XHeight && f.XHeight < f.CapHeight && f.CapHeight < f.Ascent && f.Ascent < 1300
		if !ordered || f.Underline >= 0 || f.Stroke <= 0 || f.Box[0] >= f.Box[2] || f.Box[1] >= f.Box[3] {
			t.Errorf("%s: %+v", f.Name, *f)
		}
		if got := len(f.Data()); got != len(f.data) || got < 100_000 {
			t.Errorf("%s: a file of %d bytes", f.Name, got)
		}
	}
	if f := set.Regular; f.CapHeight != 728 || f.XHeight != 546 || f.Ascent != 969 || f.Descent != -241 {
		t.Errorf("Inter's heights are %d %d %d %d", f.CapHeight, f.XHeight, f.Ascent, f.Descent)
	}
}

// What reports in the languages we promise are written with must be there, in all three faces alike.
func TestCoverage(t *testing.T) {
	set := load(t)
	need := []string{
		"ABCXYZabcxyz0123456789 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
		"áéíóúüñ¿¡ç àèìòùâêîôûëïœæ äöüß ąćęłńóśźż čďěňřšťůž őű ğışİ șțăâî åäö øæþð ŵŷ ħċġż āēģķļņ ėįų ə ơư ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
		"ΑΒΓΔΩάέήίόύώϊΐϋΰςσ ἀρχή ᾧ",
		"АБВЯабвя ёЁ ҐґЄєІіЇї ЎўЈјЉљЊњЋћЏџЂђЃѓЌќЅѕ ӘәҒғҚқҢңӨөҰұҮүҺһ",
		"‐‑–—… ‘’‚“”„‹›«» ·•†‡§¶©®™ °′″ ‰ № ½¼¾⅓⅔ ⁰¹²³⁴⁵⁶⁷⁸⁹ ₀₁₂₃₄₅₆₇₈₉ ʼʻʿʾ €£¥₩₽₴₸₹₺¢",
		"→←↑↓↔ −×±≈≤≥≠ ●○■□▲△▼◆◇✓✗ ①⑨ ⚠ \u00a0\u2007\u2009\u202f",
	}
	for _, f := range []*Face{set.Regular, set.Bold, set.Italic} {
		for _, text := range need {
			for _, r := range text {
				if !f.Covers(r) {
					t.Errorf("%s lacks %q U+%04X", f.Name, r, r)
				}
			}
		}
		for r := range rune(unicode.MaxRune + 2) {
			if f.Covers(r) != set.Regular.Covers(r) {
				t.Errorf("%s and %s differ in U+%04X", f.Name, set.Regular.Name, r)
			}
			if f.Covers(r) && (unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Co)) {
				t.Errorf("%s covers U+%04X, which has no look", f.Name, r)
			}
		}
	}
	if missing := set.Missing("조선인민군 국방성 김정은 『로동신문』 ㄱㅎ"); missing != nil {
		t.Errorf("Hangul lacks %q", missing)
	}
}

func TestFiguresHaveOneWidth(t *testing.T) {
	for _, f := range faces(load(t))[:3] {
		for _, r := range "0123456789" {
			if f.Advance(r) != f.Advance('0') {
				t.Errorf("%s: %q is %d wide, 0 is %d", f.Name, r, f.Advance(r), f.Advance('0'))
			}
			for _, next := range ".,:-–0123456789%AaТу" {
				if f.Kern(r, next) != 0 || f.Kern(next, r) != 0 {
					t.Errorf("%s: %q and %q are kerned", f.Name, r, next)
				}
			}
		}
	}
}

func TestUncovered(t *testing.T) {
	set := load(t)
	for _, r := range []rune{-1, 0, 0xFFFF, 0x10000, 0x12000, 0x00AD, 0xE000, unicode.MaxRune + 1} {
		if set.Covers(r) || set.Regular.Glyph(r) != 0 {
			t.Errorf("U+%04X is covered", r)
		}
		if got, box := set.Regular.Advance(r), set.Regular.Advance(0xFFFF); got != box || got <= 0 {
			t.Errorf("U+%04X is %d wide, the box %d", r, got, box)
		}
	}
	if got := string(set.Missing("a𒀀b漢𒀁𒀀\xff☂")); got != "𒀀𒀁�" { // a damaged byte reads as U+FFFD
		t.Errorf("missing: %q", got)
	}
}

func TestRuns(t *testing.T) {
	set := load(t)
	names := map[*Face]string{set.Bold: "B", set.Hangul: "H"}
	for text, want := range map[string]string{
		"":              "",
		"Kim":           "B:Kim",
		"김정은":           "H:김정은",
		"Kim 김 정은, b 北": "B:Kim |H:김 정은|B:, b |NotoSansCJKsc-Regular:北",
		" 국":            "B: |H:국",
	} {
		var got []string
		for _, run := range set.Line(set.Bold, text, 10, "") {
			got = append(got, cmp.Or(names[run.Face], run.Face.Name)+":"+run.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("runs of %q: %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
	if got, want := set.Kerned(set.Regular, "To 국", 10), set.Regular.Kerned("To ", 10)+set.Hangul.Natural("국", 10); got != want {
		t.Errorf("width over two faces: %v, want %v", got, want)
	}
}

func TestOpenRefuses(t *testing.T) {
	good := assets.InterItalic
	for name, data := range map[string]string{
		"empty":       "",
		"text":        "not a font at all, but long enough to be taken for one",
		"no outlines": strings.Replace(good, "glyf", "GLYF", 1),
		"no cmap":     strings.Replace(good, "cmap", "xxxx", 1),
		"no widths":   strings.Replace(good, "hmtx", "xxxx", 1),
		"cut":         good[:len(good)/2],
	} {
		if _, err := Open("x", data); err == nil {
			t.Errorf("%s: opened", name)
		}
	}
	var zero Face
	if zero.Covers('a') || zero.Natural("abc", 10) != 0 || zero.Kern('A', 'V') != 0 {
		t.Error("the zero face measures something")
	}
}

// Whatever the bytes, nothing panics: damaged offsets measure nothing.
func FuzzOpen(f *testing.F) {
	for _, data := range []string{assets.InterRegular, assets.NotoSansKR[:2000], ""} {
		f.Add(data, 40, byte(0xFF))
	}
	f.Fuzz(func(t *testing.T, data string, at int, b byte) {
		if at >= 0 && at < len(data) {
			data = data[:at] + string([]byte{b}) + data[at+1:]
		}
		face, err := Open("fuzzed", data)
		if err != nil {
			return
		}
		for r := range rune(0x600) {
			face.Kern(r, r+1)
			face.Advance(r)
		}
		face.Kerned("AVATAR Ταυ Тау \xff\U0001F600", 10)
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		load(b)
	}
}

// BenchmarkLine sets a thousand letters by each of the two ways: one glyph a letter with the kerning of pairs, as in Latin,
// and by the rules of the face, as in Arabic and Devanagari.
func BenchmarkLine(b *testing.B) {
	set := load(b)
	for _, c := range []struct{ name, lang, text string }{
		{"plain", "en", "Between 3,000 and 12,000 soldiers, says the ministry. "},
		{"shaped-arabic", "ar", "قالت الوزارة إن عدد الجنود بين ثلاثة آلاف واثني عشر ألفا "},
		{"shaped-devanagari", "hi", "मंत्रालय के अनुसार तीन हज़ार से बारह हज़ार सैनिक "},
	} {
		letters := []rune(strings.Repeat(c.text, 20))[:1000]
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				set.Line(set.Regular, string(letters), 10, c.lang)
			}
		})
	}
}

func BenchmarkKerned(b *testing.B) {
	face, text := load(b).Regular, strings.Repeat("Between 3,000 and 12,000 soldiers — Київ. ", 25)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		face.Kerned(text, 10)
	}
}

// TestIsolates: a name from right to left that is set apart leaves the number behind it where it is.
func TestIsolates(t *testing.T) {
	for text, want := range map[string]string{
		"\u2068مصر\u2069 · 3 Sep": "مصر| · 3 Sep", "24 · \u2068مصر\u2069, 3 Sep": "24 · |مصر|, 3 Sep", "\u2068مصر\u2069": "مصر",
		"\u2068مصر\u2069 · 2025": "مصر| · 2025",
	} {
		var got []string
		for _, s := range Directions(text, AutoDirection) {
			got = append(got, s.Text)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q stands as %q, want %q", text, strings.Join(got, "|"), want)
		}
	}
}
