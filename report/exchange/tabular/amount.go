package tabular

import (
	"fmt"
	"regexp"
	"strings"

	"sitrep/report/exchange/value"
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
	ok := true
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
	if yes := strings.ToLower(f.cells["approx"].text); a.approx || yes == "true" || yes == "yes" || yes == "sí" || yes == "1" || yes == "x" {
		value.Set(&f.fact, "approx", value.Bool(true))
	}
}

// bounds reads a cell that may hold a range, one bound or a point.
func (f *record) bounds(key string, a *amount) bool {
	text := f.cells[key].text
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
	if low, high, ok := cutRange(text); ok {
		return f.read(key, low, &a.low, a) && f.read(key, high, &a.high, a)
	}
	return f.read(key, text, &a.best, a)
}

// cutRange divides "3,000–12,000", "3000-12000" or "3000 to 12000".
func cutRange(text string) (low, high string, ok bool) {
	for _, sign := range []string{"–", "—", " - ", " to ", "-"} {
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
	code     = regexp.MustCompile(`^(?:([A-Z]{3})\s*(.*)|(.*?)\s*([A-Z]{3}))$`)
	symbols  = "$€£¥₩₽₴₹₺"
	multiply = regexp.MustCompile(`(?i)[0-9]\s*(k|m|mn|mm|bn|b|tn|thousand|million|billion|mil|millones|tsd|mio|mrd)\.?$`)
	footnote = regexp.MustCompile(`[0-9]\s*(\*+|†|‡|[¹²³⁴⁵⁶⁷⁸⁹]|\[[^\]]*\]|\([a-z0-9]\))$`)
)

// read reads one number, with its percent sign or its currency.
func (f *record) read(key, text string, to *string, a *amount) bool {
	text = strings.TrimSpace(text)
	if footnote.MatchString(text) {
		f.bad(key, "E702", fmt.Sprintf("%q bears the mark of a footnote", text), "take the mark out, and put what the note says into a "+
			"column “note”")
		return false
	}
	if rest, ok := strings.CutSuffix(text, "%"); ok {
		a.percent, text = true, strings.TrimSpace(rest)
	}
	if m := code.FindStringSubmatch(text); m != nil {
		a.currency, text = m[1]+m[4], m[2]+m[3]
	}
	for _, sign := range symbols {
		if rest, ok := strings.CutPrefix(text, string(sign)); ok {
			a.currency, text = string(sign), strings.TrimSpace(rest)
		}
		if rest, ok := strings.CutSuffix(text, string(sign)); ok {
			a.currency, text = string(sign), strings.TrimSpace(rest)
		}
	}
	if multiply.MatchString(text) {
		f.bad(key, "E702", fmt.Sprintf("%q has a word or letter for thousands or millions", text), "write the number out, with its digits alone")
		return false
	}
	digits, message, unsure := f.locale.number(text)
	switch {
	case unsure:
		f.bad(key, "E704", message, "state the locale of the table: --locale en-US, --locale es-MX, --locale de-DE …")
	case message != "":
		f.bad(key, "E702", message, "leave the cell empty where nobody knows; a range may stand as 3000–12000, one bound as ≥ 3000")
	}
	*to = digits
	return message == ""
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
	case len(a.currency) == 3 && a.currency != currency && !strings.ContainsAny(a.currency, symbols):
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
