package prose

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// TestMayMention: a text that is not searched has nothing to be found, and neither has a line for a foreign form.
func TestMayMention(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	parts := []string{"@", "[", "]", "{", "}", "[[", "a", "b7", "7", "-", " ", "\\", ".", ":", "*", "**", "é", "字", "(", "#", "=", "==", "^", "$", "!", "\n"}
	found, spared := 0, 0
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.IntN(8) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		src := b.String()
		switch hit := mentions().MatchString(src); {
		case hit && !mayMention(src):
			t.Fatalf("%q has a mention", src)
		case hit:
			found++
		case !mayMention(src):
			spared++
		}
		for i := range foreignForms {
			if x := &foreignForms[i]; !x.may([]byte(src)) && x.form().MatchString(src) {
				t.Fatalf("%q holds %s", src, x.message)
			}
		}
	}
	if found < 100 || spared < 500 {
		t.Errorf("%d texts with a mention, %d spared: too few to tell", found, spared)
	}
}
