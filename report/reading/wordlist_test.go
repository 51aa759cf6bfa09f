package reading

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"sitrep/assets"
	"sitrep/report/lang"
)

// TestSameLists holds that every language has a list, that all have the same keys
// and classes, and that every word is one that a text can have.
func TestSameLists(t *testing.T) {
	var first []string
	for _, tag := range lang.Tags() {
		data, err := assets.Lint.ReadFile("lint/" + tag + ".json")
		if err != nil {
			t.Fatalf("%s: %v", tag, err)
		}
		var list map[string]any
		if err := json.Unmarshal(data, &list); err != nil {
			t.Fatalf("%s: %v", tag, err)
		}
		keys := slices.Sorted(maps.Keys(list))
		for class, words := range list["phrases"].(map[string]any) {
			keys = append(keys, "phrases/"+class)
			for _, w := range words.([]any) {
				if s := w.(string); s != strings.ToLower(s) || strings.TrimSpace(s) != s || s == "" {
					t.Errorf("%s: %s: %q is not in small letters", tag, class, s)
					continue
				}
				spread(nil, w.(string), func(s string) {
					if !phraseReads(tag, s, strings.Count(s, " ")+1) {
						t.Errorf("%s: %s: no text can have %q", tag, class, s)
					}
				})
			}
		}
		for unit := range list["units"].(map[string]any) {
			keys = append(keys, "units/"+unit)
		}
		slices.Sort(keys)
		if first == nil {
			first = keys
		}
		if !slices.Equal(keys, first) {
			t.Errorf("%s has other keys than the first list:\n%v\n%v", tag, keys, first)
		}
		if n := len(list["months"].([]any)); n != 12 {
			t.Errorf("%s: %d months", tag, n)
		}
	}
}

// phraseReads reports whether a text that is the phrase is read as its words.
func phraseReads(tag, s string, words int) bool {
	r := reads(tag, s)
	return len(r.Sentences) == 1 && len(r.Sentences[0].Tokens) == words && len(r.Sentences[0].Matches) > 0
}
