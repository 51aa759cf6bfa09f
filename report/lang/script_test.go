package lang

import (
	"strings"
	"testing"
	"unicode"
)

func TestShapedScript(t *testing.T) {
	for script, letters := range map[string]string{"Arabic": "قال٣", "Hebrew": "שלום", "Syriac": "ܫ", "Thaana": "ދ", "Nko": "ߒ", "Devanagari": "हि१",
		"Bengali": "ব", "Tamil": "த", "Sinhala": "ස", "Thai": "ก", "Lao": "ກ", "Khmer": "ខ", "Myanmar": "မ", "Tibetan": "བ", "Mongolian": "ᠮ",
		"Adlam": "𞤀", "Tai Tham": "ᨠ", "": "aéñΩЖ국북のホ漢ՀႠአᏣ̈5٬،🌊 –≥"} {
		for _, r := range letters {
			if got := ShapedScript(r); got != script {
				t.Errorf("%c: %q, not %q", r, got, script)
			}
		}
	}
}

// TestShapedScripts: whatever is written from right to left is among them.
func TestShapedScripts(t *testing.T) {
	for _, name := range []string{"Arabic", "Hebrew", "Syriac", "Thaana", "Nko", "Samaritan", "Mandaic", "Adlam", "Hanifi_Rohingya", "Mende_Kikakui",
		"Phoenician", "Avestan", "Imperial_Aramaic", "Old_South_Arabian", "Old_Turkic", "Yezidi", "Sogdian"} {
		for _, r16 := range unicode.Scripts[name].R16 {
			shaped(t, name, rune(r16.Lo))
		}
		for _, r32 := range unicode.Scripts[name].R32 {
			shaped(t, name, rune(r32.Lo))
		}
	}
}

func shaped(t *testing.T, name string, r rune) {
	t.Helper()
	if unicode.In(r, unicode.L, unicode.M, unicode.N) && ShapedScript(r) != strings.ReplaceAll(name, "_", " ") {
		t.Errorf("%U of %s is not shaped", r, name)
	}
}

func TestShapedWords(t *testing.T) {
	var got []string
	for at, word := range ShapedWords("a قال المتحدث, 국가 שלום") {
		if !strings.HasPrefix("a قال المتحدث, 국가 שלום"[at:], word) {
			t.Errorf("%q does not stand at %d", word, at)
		}
		got = append(got, word+" "+ShapedScriptOf(word))
	}
	if want := "قال Arabic|المتحدث Arabic|שלום Hebrew"; strings.Join(got, "|") != want {
		t.Errorf("%q", got)
	}
}
