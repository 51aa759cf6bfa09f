package reference

import (
	"strings"
	"sync"

	"golang.org/x/text/language"

	"sitrep/assets"
)

// babel are the names of languages for TeX (the packages babel and biblatex) that are
// not their English names, with the tags of BCP 47. Of several for one tag the first is written.
const babel = `american en-US usenglish en-US british en-GB ukenglish en-GB australian en-AU canadian en-CA newzealand en-NZ
ngerman de german de austrian de-AT naustrian de-AT swissgerman de-CH nswissgerman de-CH brazilian pt-BR brazil pt-BR portuges pt
francais fr frenchb fr acadian fr-CA canadien fr-CA magyar hu bahasa id bahasai id farsi fa norsk nb nynorsk nn greek el polutonikogreek el
mexican es-MX spanishmx es-MX castilian es pinyin zh chinese zh serbianc sr ukrainian uk lowersorbian dsb uppersorbian hsb`

// names are the names of languages in English, in themselves and for TeX, in lower case, to their tags.
var names = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(assets.Languages) {
		if columns := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); len(columns) == 3 {
			for _, name := range columns[1:] {
				if name != "" {
					out[name] = columns[0]
				}
			}
		}
	}
	words := strings.Fields(babel)
	for i := 0; i < len(words); i += 2 {
		out[words[i]] = words[i+1]
	}
	return out
})

// Language reads a language as other programs write it, by a tag ("es-MX", "es_MX") or
// a name ("Spanish", "español", "ngerman"), and returns its tag by BCP 47; false where
// it is neither.
func Language(s string) (tag string, ok bool) {
	s = strings.TrimSpace(s)
	if tag, ok := names()[strings.ToLower(s)]; ok {
		return tag, true
	}
	s = strings.ReplaceAll(s, "_", "-")
	if _, err := language.Parse(s); err != nil {
		return "", false
	}
	return s, true
}

// TeX returns the name that TeX has for a language; empty where it has none.
func TeX(tag string) string {
	words := strings.Fields(babel)
	for i := 0; i < len(words); i += 2 {
		if words[i+1] == tag {
			return words[i]
		}
	}
	parsed, err := language.Parse(tag)
	if err != nil {
		return ""
	}
	base, _ := parsed.Base()
	if base.String() != tag {
		return TeX(base.String())
	}
	for line := range strings.Lines(assets.Languages) {
		if rest, found := strings.CutPrefix(line, tag+"\t"); found {
			english, _, _ := strings.Cut(strings.TrimSuffix(rest, "\n"), "\t")
			return english
		}
	}
	return ""
}
