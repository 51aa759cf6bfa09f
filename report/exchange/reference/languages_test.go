package reference

import (
	"flag"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"sitrep/assets"
)

var update = flag.Bool("update", false, "write what is expected anew")

// TestLanguages holds the list of names to those of the Unicode CLDR, as golang.org/x/text has them. The program takes the
// list, because with the library come the names of all languages in all languages, 2.4 megabytes.
func TestLanguages(t *testing.T) {
	var want strings.Builder
	known := map[string]bool{}
	for _, tag := range display.Supported.Tags() {
		if tag != language.Make(tag.String()) || strings.Contains(tag.String(), "-") {
			continue
		}
		known[tag.String()] = true
		want.WriteString(tag.String() + "\t" + strings.ToLower(display.English.Languages().Name(tag)) + "\t" +
			strings.ToLower(display.Self.Name(tag)) + "\n")
	}
	for _, code := range codes() { // of the others the English name alone is written, for TeX
		base, err := language.ParseBase(code)
		if err != nil || base.String() != code || known[code] {
			continue
		}
		if name := display.English.Languages().Name(base); name != "" {
			want.WriteString(code + "\t" + strings.ToLower(name) + "\n")
		}
	}
	if *update {
		if err := os.WriteFile("../../../assets/languages.txt", []byte(want.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if assets.Languages != want.String() {
		t.Error("assets/languages.txt has other names: -update")
	}
}

// codes are all words of two and three small letters.
func codes() []string {
	var two, all []string
	for a := 'a'; a <= 'z'; a++ {
		for b := 'a'; b <= 'z'; b++ {
			two = append(two, string([]rune{a, b}))
		}
	}
	all = append(all, two...)
	for _, s := range two {
		for c := 'a'; c <= 'z'; c++ {
			all = append(all, s+string(c))
		}
	}
	return all
}
