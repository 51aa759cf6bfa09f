package tabular

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"sync"

	"sitrep/report/date"
	"sitrep/report/lang"
	"sitrep/report/pattern"
)

var (
	midnight  = pattern.Of(`^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?(Z|\+00:00)?$`)
	yearFirst = pattern.Of(`^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?$`)
	yearLast  = pattern.Of(`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$`)
	monthYear = pattern.Of(`^(\d{1,2})[-/.](\d{4})$`)
	shortYear = pattern.Of(`^(\d{1,2}[-/. ](\d{1,2}|\p{L}+\.?)|\p{L}+\.?)[-/. ]'?\d{2}$`)
	dayFirst  = pattern.Of(`^(\d{1,2}[-/. ](?:\d{1,2}|\p{L}+\.?)[-/. ])'?(\d{2})$`)
	quarter   = pattern.Of(`^(?i)(?:Q([1-4])[ -/]*(\d{4})|(\d{4})[ -/]*Q([1-4]))$`)
	ordinal   = pattern.Of(`^(\d{1,2})(st|nd|rd|th|er|re|º|\.)?$`)
	basic     = pattern.Of(`^((?:19|20)\d{2})(\d{2})(\d{2})$`) // ISO 8601, basic format
	serial    = pattern.Of(`^\d{5}$`)
)

// date reads a date and returns it by ISO 8601. The message is empty where it can
// be read; unsure tells that only the locale is missing.
func (l locale) date(s string) (iso, message string, unsure bool) {
	t := plainDigits(strings.TrimSpace(s))
	if m := midnight().FindStringSubmatch(t); m != nil {
		t = m[1]
	}
	if m := dayFirst().FindStringSubmatch(t); m != nil && l.century != "" {
		t = m[1] + l.century + m[2]
	}
	if d, err := date.Parse(t); err == nil {
		return d.String(), "", false
	}
	if m := quarter().FindStringSubmatch(t); m != nil {
		return m[2] + m[3] + "-Q" + m[1] + m[4], "", false
	}
	if m := yearFirst().FindStringSubmatch(t); m != nil {
		if m[3] == "" && fiscal(m[1], m[2]) {
			return "", fmt.Sprintf("%q may be a year that runs from %s into the next, or a month", s, m[1]), false
		}
		return whole(s, m[1], m[2], m[3])
	}
	if m := basic().FindStringSubmatch(t); m != nil {
		return whole(s, m[1], m[2], m[3])
	}
	if m := monthYear().FindStringSubmatch(t); m != nil {
		return whole(s, m[2], m[1], "")
	}
	if m := yearLast().FindStringSubmatch(t); m != nil {
		switch {
		case !l.dayOrder && above(m[1], 12) != above(m[2], 12): // one of them can be no month
			if above(m[2], 12) {
				return whole(s, m[3], m[1], m[2])
			}
		case !l.dayOrder:
			return "", fmt.Sprintf("in %q the day or the month may stand first", s), true
		case l.monthFirst:
			return whole(s, m[3], m[1], m[2])
		}
		return whole(s, m[3], m[2], m[1])
	}
	switch {
	case shortYear().MatchString(t):
		return "", fmt.Sprintf("%q has a year of two digits, or none", s), false
	case serial().MatchString(t):
		return "", fmt.Sprintf("%q may be a day as a workbook counts them", s), false
	}
	return worded(s, t)
}

func above(digits string, most int) bool {
	n, err := strconv.Atoi(digits)
	return err == nil && n > most
}

// whole puts a date together, and holds that there is such a day.
func whole(s, year, month, day string) (iso, message string, unsure bool) {
	iso = year + "-" + pad(month)
	if day != "" {
		iso += "-" + pad(day)
	}
	if _, err := date.Parse(iso); err != nil {
		return "", fmt.Sprintf("%q is no day of the calendar", s), false
	}
	return iso, "", false
}

// fiscal reports whether the second number is the year after the first, "2011/12".
func fiscal(year, next string) bool {
	n, err := strconv.Atoi(year)
	return err == nil && fmt.Sprintf("%02d", (n+1)%100) == next
}

func pad(s string) string { return strings.Repeat("0", max(0, 2-len(s))) + s }

// worded reads a date whose month is a word: "23 Oct 2024", "octubre de 2024".
func worded(s, t string) (iso, message string, unsure bool) {
	year, month, day := "", 0, ""
	for word := range strings.FieldsFuncSeq(strings.ToLower(t), func(r rune) bool { return strings.ContainsRune(" ,-/", r) }) {
		m := months()[strings.TrimSuffix(word, ".")]
		switch {
		case m > 0 && month == 0:
			month = m
		case len(word) == 4 && strings.Trim(word, "0123456789") == "" && year == "":
			year = word
		case ordinal().MatchString(word) && day == "":
			day = ordinal().FindStringSubmatch(word)[1]
		case slices.Contains(strings.Fields("de del of the le der den di do da"), word):
		default:
			return "", fmt.Sprintf("%q is not a date", s), false
		}
	}
	if year == "" || month <= 0 {
		return "", fmt.Sprintf("%q is not a date", s), false
	}
	return whole(s, year, strconv.Itoa(month), day)
}

// months are the names of the months in the languages that have a word list and in
// those of columns.json, long and short, in lower case; what means two months means none.
var months = sync.OnceValue(func() map[string]int {
	out := map[string]int{"sept": 9}
	add := func(name string, m int) {
		name = strings.TrimSuffix(strings.ToLower(name), ".")
		if old, ok := out[name]; ok && old != m {
			m = -1
		}
		out[name] = m
	}
	for _, tag := range lang.Tags() {
		l, err := lang.For(tag)
		if err != nil {
			continue
		}
		for m := 1; m <= 12; m++ {
			add(l.MonthShort(m), m)
			for word := range strings.FieldsSeq(l.Date(date.Date{Year: 2000, Month: m})) {
				if !strings.ContainsAny(word, "0123456789") && word != "de" {
					add(word, m)
				}
			}
		}
	}
	for _, tag := range slices.Sorted(maps.Keys(words().Months)) {
		for i, names := range words().Months[tag] {
			for name := range strings.FieldsSeq(names) {
				add(name, i+1)
			}
		}
	}
	return out
})

// monthLanguages are the tags of the languages whose months are known.
func monthLanguages() []string {
	return slices.Compact(slices.Sorted(slices.Values(slices.Concat(lang.Tags(), slices.Collect(maps.Keys(words().Months))))))
}
