package tabular

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/message"
	"golang.org/x/text/number"
)

// A locale is how numbers and dates of a table are written. The zero locale is
// not known: what reads in two ways is then refused.
type locale struct {
	tag            string
	group, decimal string
	monthFirst     bool
	dayOrder       bool   // it is known whether the day or the month stands first
	century        string // of years of two digits at the end of a date, "20"; empty where it is not known
}

// keyCentury is the setting that says of which century years of two digits are.
const keyCentury = "century"

// newLocale asks CLDR, by way of golang.org/x/text, how a locale writes numbers.
func newLocale(tag string) (locale, error) {
	if tag == "" {
		return locale{}, nil
	}
	t, err := language.Parse(tag)
	if err != nil {
		return locale{}, fmt.Errorf("%q is not a locale", tag)
	}
	base, _ := t.Base()
	region, sure := t.Region()
	if base.String() == "en" && sure != language.Exact {
		return locale{}, fmt.Errorf("the locale %q leaves open whether the month or the day stands first: say en-US or en-GB", tag)
	}
	l := locale{tag: tag, dayOrder: true, monthFirst: region.String() == "US" && sure == language.Exact || region.String() == "PH"}
	p := message.NewPrinter(t)
	sample := p.Sprint(number.Decimal(1234567.5))
	whole, decimal := sample[:strings.LastIndex(sample, "567")], sample[strings.LastIndex(sample, "567")+3:]
	l.decimal = strings.TrimSuffix(decimal, "5")
	if r, n := utf8.DecodeLastRuneInString(whole); r < '0' || r > '9' {
		l.group = whole[len(whole)-n:]
	}
	if l.decimal == "" || l.group == "" || l.decimal == l.group {
		return locale{}, fmt.Errorf("the number forms of %q are not known", tag)
	}
	return l, nil
}

// spaces are the spaces that stand between thousands.
const spaces = " \u00a0\u2009\u202f"

// apostrophes are the signs that stand between thousands in Switzerland.
const apostrophes = "'\u2019"

// digitOf is the digit of ASCII for one of another script.
func digitOf(r rune) rune {
	n := '0'
	for n < '9' && unicode.Is(unicode.Nd, r-(n-'0')-1) {
		n++
	}
	return n
}

// plainDigits writes the digits of all scripts, and Arabic and full-width signs, as ASCII.
func plainDigits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r > '9' && r < 0x10000 && unicode.Is(unicode.Nd, r): // each script has its ten in a row (The Unicode Standard, 4.6)
			return digitOf(r)
		case r == '٫', r == '．':
			return '.'
		case r == '٬', r == '，':
			return ','
		case r == '−', r == '﹣', r == '－':
			return '-'
		case strings.ContainsRune(spaces, r):
			return ' '
		case strings.ContainsRune(apostrophes, r):
			return '\''
		}
		return r
	}, s)
}

// number reads a number and returns its digits as JSON writes them. The message
// is empty where it can be read; unsure tells that only the locale is missing.
func (l locale) number(s string) (digits, message string, unsure bool) {
	t := plainDigits(strings.TrimSpace(s))
	sign := ""
	if rest, ok := strings.CutPrefix(t, "-"); ok {
		sign, t = "-", rest
	}
	if rest, ok := strings.CutPrefix(t, "."); ok && (l.tag == "" || l.decimal == ".") && strings.Trim(rest, "0123456789") == "" {
		t = "0." + rest
	}
	if t == "" || strings.Trim(t, "0123456789.,' ") != "" || t[0] < '0' || t[0] > '9' || t[len(t)-1] < '0' || t[len(t)-1] > '9' {
		return "", fmt.Sprintf("%q is not a number", s), false
	}
	group, decimal := plainDigits(l.group), plainDigits(l.decimal)
	switch {
	case strings.ContainsAny(s, "٬٫"): // the Arabic signs of thousands and of decimals say it themselves
		group, decimal = ",", "."
	case l.tag == "":
		group, decimal = signsOf(t)
		if group == "?" {
			return "", fmt.Sprintf("%q can be read as a whole number or as one with decimals", s), true
		}
	}
	whole, fraction, has := strings.Cut(t, decimal)
	if decimal == "" {
		whole, fraction, has = t, "", false
	}
	whole, ok := ungrouped(whole, group)
	if !ok || has && (fraction == "" || strings.Trim(fraction, "0123456789") != "") {
		return "", l.refusal(s), false
	}
	if len(whole) > 1 && whole[0] == '0' {
		return "", fmt.Sprintf("%q begins with a zero: it is no number", s), false
	}
	if has {
		whole += "." + fraction
	}
	return sign + whole, "", false
}

func (l locale) refusal(s string) string {
	if l.tag == "" {
		return fmt.Sprintf("%q is not a number", s)
	}
	return fmt.Sprintf("%q is not a number as %s writes it: %s between thousands, %s before decimals", s, l.tag, named(l.group),
		named(l.decimal))
}

func named(sign string) string {
	if plainDigits(sign) == " " {
		return "a space"
	}
	return "“" + sign + "”"
}

// signsOf finds which sign divides thousands and which stands before decimals,
// where only one reading is possible; "?" where two are.
func signsOf(t string) (group, decimal string) {
	if strings.Contains(t, " ") {
		group = " "
	} else if strings.Contains(t, "'") {
		group = "'"
	}
	dot, comma := strings.Count(t, "."), strings.Count(t, ",")
	last := "."
	if strings.LastIndex(t, ",") > strings.LastIndex(t, ".") {
		last = ","
	}
	switch {
	case dot+comma == 0:
		return group, ""
	case dot > 0 && comma > 0:
		return map[string]string{".": ",", ",": "."}[last], last
	case dot+comma > 1:
		return last, ""
	case group != "":
		return group, last
	}
	before, after, _ := strings.Cut(t, last)
	if len(after) == 3 && len(before) <= 3 && before != "0" {
		return "?", "?"
	}
	return "", last
}

// ungrouped takes the signs between thousands out; false where they stand elsewhere.
// Groups of two before the last three are those of India.
func ungrouped(s, group string) (string, bool) {
	if group == "" || !strings.Contains(s, group) {
		return s, strings.Trim(s, "0123456789") == ""
	}
	parts := strings.Split(s, group)
	for i, p := range parts {
		if strings.Trim(p, "0123456789") != "" || p == "" {
			return "", false
		}
		last := i == len(parts)-1
		if i == 0 && len(p) > 3 || last && len(p) != 3 || i > 0 && !last && len(p) != 3 && !(len(p) == 2 && len(parts[0]) <= 2) {
			return "", false
		}
	}
	return strings.Join(parts, ""), true
}
