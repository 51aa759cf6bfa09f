// Package lang holds the words and number forms of a language, read from one word list each. Values, no switches.
//
// Adding a language is adding assets/lang/TAG.json.
package lang

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"

	"sitrep/assets"
)

// A Language is one word list, with the number forms of one region.
type Language struct {
	Tag     string  // as asked for: "es-MX"
	Name    string  // in the language itself: "español"
	Numbers Numbers // how digits are grouped and named
	list    *list
	tag     language.Tag
}

// Numbers is how a region writes numbers.
type Numbers struct {
	Group       string `json:"group"`       // between thousands
	Decimal     string `json:"decimal"`     // before fractions
	MinGrouping int    `json:"minGrouping"` // digits that the first group must have (CLDR minimumGroupingDigits)
}

// A list is a word list as it stands in its file.
type list struct {
	Tag      string             `json:"tag"`
	Name     string             `json:"name"`
	Regions  map[string]string  `json:"regions"`  // names of where it is written, by ISO 3166 or UN M.49
	Numbers  map[string]Numbers `json:"numbers"`  // by region (ISO 3166 or UN M.49); "" is the default
	Scales   []scale            `json:"scales"`   // from the largest
	Percent  string             `json:"percent"`  // "{1}%"
	Numerals []string           `json:"numerals"` // from zero on
	Dates    dates              `json:"dates"`
	And      []joiner           `json:"and"`    // the last joiner is the default
	Quotes   []Marks            `json:"quotes"` // from the outermost
	Elided   []string           `json:"elided"` // words that an apostrophe stands before, lower case
	Words    map[string]string  `json:"words"`
	Singular singulars          `json:"singular"`

	SymbolFirst bool                `json:"symbolFirst"` // the symbol of a currency stands before the number, else its name behind
	Currencies  map[string]currency `json:"currencies"`  // by ISO 4217; one that is not here is written by its code
}

// A scale is a number word: from From on, a number is written in units of By.
type scale struct {
	From, By float64
	One      string // "{n} million"
	Other    string
	Of       string // between the number word and a noun: " de "
}

type dates struct {
	Months         []string `json:"months"`
	Short          []string `json:"short"`
	Day            string   `json:"day"`   // "{d} de {month} de {y}"
	Month          string   `json:"month"` // "{month} de {y}"
	ShortDay       string   `json:"shortDay"`
	ShortMonth     string   `json:"shortMonth"`
	Halves         []string `json:"halves"`   // "first half of {y}"
	Quarters       []string `json:"quarters"` // "first quarter of {y}"
	Week           string   `json:"week"`     // "week {n} of {y}"
	ShortHalf      string   `json:"shortHalf"`
	ShortQuarter   string   `json:"shortQuarter"`
	ShortWeek      string   `json:"shortWeek"`
	Minute         string   `json:"minute"`         // "{1}, {2} (UTC{3})"
	Span           string   `json:"span"`           // "{1} – {2}"
	SameMonth      string   `json:"sameMonth"`      // "{d1}–{d2} de {month} de {y}"
	ShortSameMonth string   `json:"shortSameMonth"` // "{d1}–{d2} {month} {y}"
}

// A joiner is the word before the last of a list, used before certain beginnings.
type joiner struct {
	Word   string
	Before []string // beginnings of the next word, lower case; empty: any
	Except []string
}

// For returns the language for a BCP 47 tag: its own word list, or that of its
// base language with the number forms of its region.
func For(tag string) (*Language, error) {
	t, err := language.Parse(tag)
	if err != nil {
		return nil, fmt.Errorf("%q is not a language tag", tag)
	}
	base, _ := t.Base()
	read := lists()[base.String()]
	if read == nil {
		return nil, fmt.Errorf("no word list for %q; there are %s", tag, strings.Join(Tags(), ", "))
	}
	l, err := read()
	if err != nil {
		return nil, fmt.Errorf("word list %s: %w", base, err)
	}
	return &Language{Tag: tag, Name: l.Name, Numbers: l.numbers(t), list: l, tag: t}, nil
}

// lists reads each word list once, when it is first asked for.
var lists = sync.OnceValue(func() map[string]func() (*list, error) {
	out := map[string]func() (*list, error){}
	for _, tag := range Tags() {
		out[tag] = sync.OnceValues(func() (*list, error) {
			data, err := assets.Lang.ReadFile("lang/" + tag + ".json")
			if err != nil {
				return nil, err
			}
			l := &list{}
			return l, json.Unmarshal(data, l)
		})
	}
	return out
})

// numbers returns the number forms of a tag's region, else those of its nearest parent
// that has some (CLDR, parentLocales: es-MX has those of es-419).
func (l *list) numbers(t language.Tag) Numbers {
	for ; t != language.Und; t = t.Parent() {
		if r, c := t.Region(); c == language.Exact {
			if n, ok := l.Numbers[r.String()]; ok {
				return n
			}
		}
	}
	return l.Numbers[""]
}

// Divided reports whether a BCP 47 tag names no region, and the regions of its language write the decimal mark in two ways: 424,495 may be
// either in "es".
func Divided(tag string) bool {
	t, err := language.Parse(tag)
	if err != nil {
		return false
	}
	base, _, region := t.Raw()
	read := lists()[base.String()]
	if read == nil || region.String() != "ZZ" {
		return false
	}
	l, err := read()
	if err != nil {
		return false
	}
	for _, n := range l.Numbers {
		if n.Decimal != l.Numbers[""].Decimal {
			return true
		}
	}
	return false
}

// Tags returns the base languages that have a word list, sorted.
func Tags() []string {
	files, _ := assets.Lang.ReadDir("lang") // embedded: cannot fail
	var tags []string
	for _, f := range files {
		tags = append(tags, strings.TrimSuffix(f.Name(), ".json"))
	}
	return tags
}

// NameAmong returns the name of the language in itself; where others of these tags are of the same language, with the
// region behind it, or else with the tag: "español (México)".
func (l *Language) NameAmong(tags []string) string {
	several := slices.ContainsFunc(tags, func(tag string) bool {
		other, err := For(tag)
		return err == nil && tag != l.Tag && other.Base() == l.Base()
	})
	if !several {
		return l.Name
	}
	region, sure := l.tag.Region()
	plain := language.Make(l.Base())
	switch name := l.list.Regions[region.String()]; {
	case l.tag == plain:
		return l.Name
	case sure == language.Exact && name != "" && l.tag == language.Make(l.Base()+"-"+region.String()):
		return l.Name + " (" + name + ")"
	}
	return l.Name + " (" + l.Tag + ")"
}

// Base is the tag of the word list: "es" for "es-MX".
func (l *Language) Base() string { return l.list.Tag }

// Say returns the phrase of that key with {1}, {2} … replaced by args. A key
// that the list lacks comes back as it is; a test keeps that from happening.
func (l *Language) Say(key string, args ...string) string {
	s, ok := l.list.Words[key]
	if !ok {
		return key
	}
	return fill(s, args)
}

// Has reports whether the word list has the key.
func (l *Language) Has(key string) bool { _, ok := l.list.Words[key]; return ok }

// Count returns the phrase of key in the plural form for n (CLDR plural rules:
// key.one, key.few, key.many, key.other …) with {n} replaced by the number.
func (l *Language) Count(key string, n int, args ...string) string {
	form := l.Category(strconv.Itoa(n))
	if !l.Has(key + "." + form) {
		form = "other"
	}
	return strings.ReplaceAll(l.Say(key+"."+form, args...), "{n}", l.Number(float64(n)))
}

// fill replaces {1}, {2} … by args, in one pass, so that an argument's own braces stay.
func fill(s string, args []string) string {
	return template(s, func(name string) (string, bool) {
		if len(name) != 1 || name[0] < '1' || name[0] > '9' {
			return "", false
		}
		n := int(name[0] - '0')
		if n > len(args) {
			return "", false
		}
		return args[n-1], true
	})
}

// template replaces each {name} that value knows.
func template(s string, value func(name string) (string, bool)) string {
	if strings.IndexByte(s, '{') < 0 {
		return s
	}
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		name, after, closed := strings.Cut(rest, "}")
		if v, ok := value(name); closed && ok {
			b.WriteString(v)
			s = after
			continue
		}
		b.WriteByte('{')
		s = rest
	}
}

// List joins items as the language enumerates: "a, b and c".
func (l *Language) List(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	last := items[len(items)-1]
	return strings.Join(items[:len(items)-1], ", ") + " " + l.and(last) + " " + last
}

func (l *Language) and(next string) string {
	next = strings.ToLower(next)
	begins := func(list []string) bool {
		for _, b := range list {
			if strings.HasPrefix(next, b) {
				return true
			}
		}
		return false
	}
	for _, j := range l.list.And {
		if len(j.Before) == 0 || begins(j.Before) && !begins(j.Except) {
			return j.Word
		}
	}
	return ","
}

// Marks are a pair of quotation marks.
type Marks struct {
	Open, Close string // one character each, or two with a space
}

// Quotes returns the language's quotation marks, and those inside of others.
func (l *Language) Quotes() (outer, inner Marks) { return l.list.Quotes[0], l.list.Quotes[1] }

// Quote puts s in the language's quotation marks.
func (l *Language) Quote(s string) string { return l.list.Quotes[0].Open + s + l.list.Quotes[0].Close }

// Elided reports whether word has lost its beginning, so that an apostrophe stands before it: "twas".
func (l *Language) Elided(word string) bool { return slices.Contains(l.list.Elided, word) }

// Cap makes the first letter of s a capital where its first word is a plain one: "pH", "iPhones", "kg" and "µg" stay as they are written.
func (l *Language) Cap(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	word := s
	if end := strings.IndexFunc(s, func(r rune) bool { return !unicode.In(r, unicode.L, unicode.M, unicode.N) }); end >= 0 {
		word = s[:end]
	}
	if word == "" || strings.ContainsFunc(word[size:], func(r rune) bool { return unicode.IsUpper(r) || unicode.IsDigit(r) }) ||
		unitSymbol(word) && !strings.HasPrefix(s[len(word):], "-") && !strings.HasPrefix(s[len(word):], "’") &&
			!strings.HasPrefix(s[len(word):], "'") || first == 'µ' || unicode.Is(unicode.Greek, first) && len(word) == size {
		return s
	}
	return string(unicode.ToTitle(first)) + s[size:]
}

// unitSymbol reports whether a word is the symbol of a unit that is written without capitals (SI Brochure, 9th edition, tables 2 to 8, and
// the units that people count goods in). Those that are words too ("bar", "a") are none.
func unitSymbol(word string) bool {
	switch word {
	case "m", "mm", "cm", "dm", "km", "nm", "g", "kg", "mg", "ng", "t", "kt", "s", "ms", "ns", "min", "h", "d", "l", "ml", "cl", "dl", "hl",
		"ha", "mol", "mmol", "cd", "lm", "lx", "mbar", "kn", "nmi", "ft", "lb", "oz", "bbl", "kb", "ppm", "ppb", "rpm":
		return true
	}
	return false
}
