package lang

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

var placeholder = regexp.MustCompile(`\{\w+\}`)

// TestPlaceholders holds that every sentence of a word list has the values in it that the English one has.
func TestPlaceholders(t *testing.T) {
	en := open(t, "en").list.Words
	values := func(s string) string {
		found := placeholder.FindAllString(s, -1)
		slices.Sort(found)
		return strings.Join(slices.Compact(found), " ")
	}
	for _, tag := range Tags() {
		for key, said := range open(t, tag).list.Words {
			want, ok := en[key]
			if base, form := cutLast(key); !ok {
				want = en[base+".other"]
			} else if form == "one" && !strings.Contains(said, "{n}") {
				continue // "a fact"
			}
			if values(said) != values(want) {
				t.Errorf("%s %s: %q has the values %s; the English words, %q, have %s", tag, key, said, values(said), want, values(want))
			}
		}
	}
}

// TestOwnWords holds that a word list is of the language that it is called after: by its name for itself and its numbers,
// as CLDR has them, and because no other language says the same in most of its words.
func TestOwnWords(t *testing.T) {
	for _, tag := range Tags() {
		l, is := open(t, tag), language.Make(tag)
		if want := display.Self.Name(is); !strings.EqualFold(l.Name, want) {
			t.Errorf("%s calls itself %q, and CLDR has %q", tag, l.Name, want)
		}
		for region, name := range l.list.Regions {
			if want := display.Regions(is).Name(language.MustParseRegion(region)); name != want {
				t.Errorf("%s calls the region %s %q, and CLDR has %q", tag, region, name, want)
			}
		}
		if got, want := l.Number(1234567.5), message.NewPrinter(is).Sprint(number.Decimal(1234567.5)); got != want {
			t.Errorf("%s writes %s, and CLDR %s", tag, got, want)
		}
		for _, other := range Tags() {
			if other >= tag {
				continue
			}
			if n, all := alike(l.list.Words, open(t, other).list.Words); n*4 > all {
				t.Errorf("%d of %d entries of %s are those of %s: they are not translated", n, all, tag, other)
			}
		}
	}
}

// alike counts the entries of two or more words that two lists say with the same letters.
func alike(a, b map[string]string) (n, all int) {
	for key, said := range a {
		if strings.Count(placeholder.ReplaceAllString(said, ""), " ") == 0 {
			continue
		}
		all++
		if b[key] == said {
			n++
		}
	}
	return n, all
}
