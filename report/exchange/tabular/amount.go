package tabular

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"sitrep/report/exchange/sheet"
	"sitrep/report/exchange/value"
	"sitrep/report/pattern"
)

// An amount is what the cells of a number say.
type amount struct {
	low, best, high string // digits
	approx          bool
	percent         bool
	currency        string // as written: "USD", "$"
}

// amount sets the numbers of the fact.
func (f *record) amount() {
	var a amount
	ok := f.onePoint()
	if f.has("value") {
		ok = f.bounds("value", &a)
	}
	for _, part := range []struct {
		key string
		to  *string
	}{{"low", &a.low}, {"best", &a.best}, {"high", &a.high}} {
		if f.has(part.key) {
			ok = f.single(part.key, part.to, &a) && ok
		}
	}
	if ok {
		f.unit(a)
	}
	for _, part := range [][2]string{{"low", a.low}, {"best", a.best}, {"high", a.high}} {
		if part[1] != "" {
			value.Set(&f.fact, part[0], value.Number(part[1]))
		}
	}
	f.inOrder(a)
	if f.approx() || a.approx {
		value.Set(&f.fact, "approx", value.Bool(true))
	}
}

// onePoint holds that no two cells of the row say the same part of the number.
func (f *record) onePoint() bool {
	if !f.has("value") {
		return true
	}
	var v amount
	quiet := *f
	quiet.reader = &reader{names: f.names, base: f.base, locale: f.locale, columns: f.columns, mapping: f.mapping, above: f.above,
		percents: map[int]percents{},
		told:     map[string]bool{}}
	quiet.bounds("value", &v)
	for _, part := range [][2]string{{"best", v.best}, {"low", v.low}, {"high", v.high}} {
		if part[1] != "" && f.has(part[0]) {
			f.bad(part[0], "E702", fmt.Sprintf("the row says %q and, in another column, %q", f.cells["value"].text, f.cells[part[0]].text),
				"leave one of the columns out: --map 'NAME=-'")
			return false
		}
	}
	return true
}

// inOrder holds the bounds to their order.
func (f *record) inOrder(a amount) {
	list := []struct{ key, digits string }{{"low", a.low}, {"best", a.best}, {"high", a.high}}
	for i, x := range list {
		for _, y := range list[i+1:] {
			if p, q, ok := floats(x.digits, y.digits); ok && p > q {
				f.bad(cmp.Or(f.keyOf(y.key), "value"), "E702", fmt.Sprintf("%s (%s) is above %s (%s)", x.key, x.digits, y.key, y.digits),
					"the columns may be the wrong way round")
			}
		}
	}
}

func (f *record) keyOf(key string) string {
	if f.has(key) {
		return key
	}
	return ""
}

func floats(x, y string) (p, q float64, ok bool) {
	p, err := strconv.ParseFloat(x, 64)
	q, other := strconv.ParseFloat(y, 64)
	return p, q, err == nil && other == nil
}

// approx reads the column of yes and no.
func (f *record) approx() bool {
	switch text := strings.ToLower(f.cells["approx"].text); text {
	case "", "false", "no", "0":
	case "true", "yes", "sí", "si", "1", "x", "y", "s":
		return true
	default:
		f.bad("approx", "E702", fmt.Sprintf("%q is neither yes nor no", text), "write yes, or leave the cell empty")
	}
	return false
}

// bounds reads a cell that may hold a range, one bound or a point.
func (f *record) bounds(key string, a *amount) bool {
	text := f.cells[key].text
	if f.cells[key].typed {
		return f.read(key, text, &a.best, a)
	}
	for _, sign := range []string{"≥", ">=", "≤", "<="} {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			to := &a.low
			if sign == "≤" || sign == "<=" {
				to = &a.high
			}
			return f.read(key, rest, to, a)
		}
	}
	for _, sign := range []string{"~", "≈", "c. ", "ca. "} {
		if rest, ok := strings.CutPrefix(text, sign); ok {
			a.approx, text = true, rest
		}
	}
	if m := within().FindStringSubmatch(text); m != nil { // "12.3 [10.1–15.2]"
		if low, high, ok := cutRange(m[2]); ok {
			return f.read(key, m[1], &a.best, a) && f.read(key, low, &a.low, a) && f.read(key, high, &a.high, a)
		}
	}
	if low, high, ok := cutRange(text); ok {
		return f.read(key, low, &a.low, a) && f.read(key, high, &a.high, a)
	}
	return f.read(key, text, &a.best, a)
}

// cutRange divides "3,000–12,000", "3000-12000" or "3000 to 12000", and not "1.0E-7".
func cutRange(text string) (low, high string, ok bool) {
	if notation().MatchString(text) {
		return "", "", false
	}
	for _, sign := range []string{"–", "—", " - ", " to ", " a ", " bis ", "-"} {
		low, high, ok = strings.Cut(text, sign)
		if low, high = strings.TrimSpace(low), strings.TrimSpace(high); ok && low != "" && strings.ContainsAny(low, "0123456789٠١٢٣٤٥٦٧٨٩") &&
			high != "" {
			return low, high, true
		}
	}
	return "", "", false
}

func (f *record) single(key string, to *string, a *amount) bool {
	return f.read(key, f.cells[key].text, to, a)
}

var (
	code     = pattern.Of(`^(?:([A-Z]{3})(?:\s+(.*)|([^A-Za-z].*))|(.*[^A-Za-z\s])\s*([A-Z]{3}))$`)
	within   = pattern.Of(`^(\S.*?)\s*[\[(]\s*([^\[\]()]+?)\s*[\])]$`)
	multiply = pattern.Of(`(?i)[0-9]\s*(k|m|mn|mm|bn|b|tn|thousand|million|billion|mil|millones|tsd|mio|mrd)\.?$`)
	about    = pattern.Of(`(?i)^(?:approx\.?|approximately|about|around|circa|ca?\.|some|nearly|unos|unas|cerca de|aprox\.?|` +
		`aproximadamente|environ|etwa|rund)\s*[0-9]`)
	notation = pattern.Of(`^[0-9.,]+[eE][+-]?[0-9]+$`)
	footnote = pattern.Of(`[0-9]\s*(\*+|†|‡|[¹²³⁴⁵⁶⁷⁸⁹]|\[[^\]]*\]|\([a-z0-9]\))$`)
)

// read reads one number, with its percent sign or its currency.
func (f *record) read(key, text string, to *string, a *amount) bool {
	text = strings.TrimSpace(text)
	if footnote().MatchString(text) {
		f.bad(key, "E702", fmt.Sprintf("%q bears the mark of a footnote", text), "take the mark out, and put what the note says into a "+
			"column “note”")
		return false
	}
	text, percent := bare(text, a)
	if kind, _ := f.counted(); kind == "change" {
		text = strings.TrimPrefix(text, "+") // as changes are printed
	}
	if multiply().MatchString(text) {
		f.bad(key, "E702", fmt.Sprintf("%q has a word or letter for thousands or millions", text), "write the number out, with its digits alone")
		return false
	}
	text = written(text)
	digits, message, unsure := f.locale.number(text)
	if f.cells[key].typed && sheet.IsNumber(text) {
		digits, message, unsure = text, "", false
	}
	switch {
	case unsure:
		f.bad(key, "E704", message, "state the locale of the table: --locale en-US, --locale es-MX, --locale de-DE …")
	case message != "":
		f.bad(key, "E702", message, hint(text))
	}
	if message != "" {
		return false
	}
	f.fromHead(key, a, percent)
	digits, ok := f.scaled(key, digits)
	*to = digits
	return ok
}

var exponent = pattern.Of(`^([0-9])e[+]([0-9]{2})$`)

// written writes out a round number as statistical programs shorten it, "4e+05": they
// do so only where no digit is lost. What a spreadsheet has shortened, "1.23E+11", stays.
func written(text string) string {
	if m := exponent().FindStringSubmatch(text); m != nil {
		if n, err := strconv.Atoi(m[2]); err == nil && n <= 15 {
			return m[1] + strings.Repeat("0", n)
		}
	}
	return text
}

// bare takes the percent sign and the currency from a number.
func bare(text string, a *amount) (number string, percent bool) {
	if rest, ok := strings.CutSuffix(text, "%"); ok {
		percent, a.percent, text = true, true, strings.TrimSpace(rest)
	}
	if m := code().FindStringSubmatch(text); m != nil {
		a.currency, text = m[1]+m[5], m[2]+m[3]+m[4]
	}
	for _, sign := range symbols {
		for _, cut := range []func(string, string) (string, bool){strings.CutPrefix, strings.CutSuffix} {
			if rest, ok := cut(text, string(sign)); ok {
				a.currency, text = string(sign), strings.TrimSpace(rest)
			}
		}
	}
	return text, percent
}

// hint says what to do about a cell that is no number.
func hint(text string) string {
	switch {
	case strings.Trim(text, "-–—. ") == "":
		return "it may mean none or not known: write 0, or say --set missing='" + text + "' where it means not known"
	case notation().MatchString(text):
		return "a spreadsheet has cut the digits of a long number: take the workbook itself, not its CSV"
	case strings.HasPrefix(text, "("):
		return "numbers in parentheses are below zero in accounts and uncertain elsewhere: write -5, or ~5"
	case strings.ContainsAny(text, "<>+"):
		return "write ≥ 3000 for at least, ≤ 3000 for up to"
	case about().MatchString(text):
		return "write ~ 300 for about"
	case strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.No, r) }):
		return "write fractions as decimals: 1.5"
	case strings.ContainsFunc(text, unicode.IsLetter):
		return "leave words out of the cell, or put them into a column “note”; n/a says that nobody knows"
	}
	return "leave the cell empty where nobody knows; a range may stand as 3000–12000, one bound as ≥ 3000"
}

// unit holds percent signs and currencies to what the measure counts.
func (f *record) unit(a amount) {
	kind, currency := f.counted()
	switch {
	case a.percent && kind != "percent" && kind != "change":
		f.bad(f.amountKey(), "E702", "the number is in percent, and the measure is not", "say --set measure.kind=percent where it is")
	case a.currency != "" && currency == "":
		f.bad(f.amountKey(), "E702", fmt.Sprintf("the number bears the currency %q, and the measure has none", a.currency),
			"say --set measure.kind=money and --set measure.currency=USD, by ISO 4217")
	case a.currency != "" && !pays(a.currency, currency):
		f.bad(f.amountKey(), "E702", fmt.Sprintf("the number is in %s, and the measure in %s", a.currency, currency), "make two measures of them")
	}
}

func (f *record) amountKey() string {
	for _, key := range []string{"value", "best", "low", "high"} {
		if f.has(key) {
			return key
		}
	}
	return "value"
}
