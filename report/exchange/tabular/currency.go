package tabular

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/report/pattern"
)

// symbols are the signs of currencies; the last is any.
const symbols = "$€£¥₩₽₴₹₺¤"

// currencies that bear a sign which several bear (ISO 4217).
var shared = map[string][]string{
	"$": {"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "MXN", "CLP", "COP", "ARS", "UYU", "BRL", "JMD", "TTD", "FJD", "NAD", "LRD",
		"XCD", "BBD", "BZD", "DOP", "NIO"},
	"€": {"EUR"}, "£": {"GBP", "EGP", "LBP", "SYP", "SDG", "SSP", "FKP", "GIP"}, "¥": {"JPY", "CNY"}, "₩": {"KRW", "KPW"},
	"₽": {"RUB"}, "₴": {"UAH"},
	"₹": {"INR"}, "₺": {"TRY"},
}

// pays reports whether a sign or code of a currency stands for it.
func pays(sign, currency string) bool {
	return sign == currency || sign == "¤" || slices.Contains(shared[sign], currency)
}

var headCode = pattern.Of(`\b(USD|EUR|GBP|JPY|CNY|RUB|UAH|CHF|CAD|AUD|MXN|KRW|KPW|INR|TRY|BRL|ARS|COP|CLP|PLN|SEK|NOK|DKK)\b`)

// headCurrency is the currency that the name of a column states; empty: none.
func headCurrency(name string) string {
	if m := headCode().FindString(name); m != "" {
		return m
	}
	if i := strings.IndexAny(name, symbols); i >= 0 {
		return string([]rune(name[i:])[0])
	}
	return ""
}

var headShare = pattern.Of(`(?i)%|\b(percent|per cent|pct|prozent|por ciento|porcentaje)\b`)

// percents is whether cells of a column bear a percent sign, and in which row one
// first does or does not; 0: none so far.
type percents struct{ with, without int }

// fromHead takes over what the name of the column says of all its numbers.
func (f *record) fromHead(key string, a *amount, percent bool) {
	col := f.cells[key].col
	if col == 0 || col > len(f.columns) || f.columns[col-1].key != key {
		return
	}
	name := f.columns[col-1].name
	if a.currency == "" {
		a.currency = headCurrency(name)
	}
	if headShare().MatchString(name) {
		a.percent = true
		return
	}
	seen := f.percents[col]
	if percent && seen.with == 0 {
		seen.with = f.line
	}
	if !percent && seen.without == 0 {
		seen.without = f.line
	}
	f.percents[col] = seen
	if seen.with > 0 && seen.without > 0 {
		other := max(seen.with, seen.without)
		if other == f.line {
			f.bad(key, "E704",
				fmt.Sprintf("some cells of this column bear a percent sign (row %d) and some do not (row %d): 0.85 may be 85%%", seen.with,
					seen.without), "give all of them one form")
		}
	}
}
