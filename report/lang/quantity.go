package lang

import (
	"strings"

	"sitrep/report/quantity"
)

// A Unit is what a number counts in, in the words of one language.
type Unit struct {
	Kind     quantity.Kind     // zero: a count
	Forms    map[string]string // the noun by plural category (CLDR); "other" is the plural, and stands for a missing one
	Symbol   string            // stands behind a number at a no-break space: "t", "°C"; empty: the noun does
	Currency string            // ISO 4217; of money, and of a level or change in money
}

// Noun is the unit of things that are counted, by the plural noun: "soldiers".
func Noun(plural string) Unit {
	if plural == "" {
		return Unit{}
	}
	return Unit{Forms: map[string]string{"other": plural}}
}

// noun returns the unit's noun in a plural category.
func (u Unit) noun(category string) string {
	if s := u.Forms[category]; s != "" {
		return s
	}
	return u.Forms["other"]
}

// A currency is how a language writes the sums of one currency.
type currency struct {
	Symbol string            `json:"symbol"` // empty: the code of ISO 4217
	Forms  map[string]string `json:"forms"`  // its name by plural category
}

// UnitName names a unit where it stands alone: in a caption, at an axis, over a column.
// Its letters are as they were written.
func (l *Language) UnitName(u Unit) string {
	switch {
	case u.Kind == quantity.Percent:
		return "%"
	case u.Currency != "":
		if c, ok := l.list.Currencies[u.Currency]; ok {
			return c.Forms["other"]
		}
		return u.Currency
	case u.Symbol != "" && u.noun("other") != "" && u.noun("other") != u.Symbol:
		return u.noun("other") + ", " + u.Symbol
	case u.Symbol != "":
		return u.Symbol
	}
	return u.noun("other")
}

// Bare writes one number without a noun or symbol of measurement: "3,000", "12 million";
// what is part of the number stays: "85%", "+4.1".
func (l *Language) Bare(n *quantity.Number, k quantity.Kind) string {
	switch k {
	case quantity.Percent:
		return fill(l.list.Percent, []string{l.Decimal(n)})
	case quantity.Change:
		if n.Sign() > 0 {
			return "+" + l.Large(n)
		}
	}
	return l.Large(n)
}

// Quantity writes one number with its unit: "1 truck", "3.4 t", "85%", "$1.75 billion",
// "12 per 100,000 people", "+4.1 °C".
func (l *Language) Quantity(n *quantity.Number, u Unit) string {
	return l.counted(n, u, l.Category(n.Text()))
}

// counted writes one number with its unit, whose noun is of that plural category.
func (l *Language) counted(n *quantity.Number, u Unit, category string) string {
	if u.Currency != "" && l.list.SymbolFirst {
		return l.symbolFirst(l.Bare(n, u.Kind), u.Currency)
	}
	return l.Bare(n, u.Kind) + l.behind(n, u, category)
}

// rangeCategory is the plural category of a range of two ends: that of its upper end, but for "0–1 people": what begins
// outside of "one" is "other" (CLDR, plural ranges, of English and Spanish alike).
func (l *Language) rangeCategory(low, high *quantity.Number) string {
	end := l.Category(high.Text())
	if end == "one" && low != nil && l.Category(low.Text()) != end {
		return "other"
	}
	return end
}

// behind writes what stands behind a number: the unit, parted from it.
func (l *Language) behind(n *quantity.Number, u Unit, category string) string {
	_, of := l.large(n)
	switch noun := u.noun(category); {
	case u.Kind == quantity.Percent:
		return ""
	case u.Currency != "":
		return of + l.currencyNoun(category, u.Currency)
	case u.Symbol == "%" || u.Symbol == "" && noun == "%": // a change or level in percent
		_, sign, _ := strings.Cut(l.list.Percent, "{1}")
		return sign
	case strings.HasPrefix(u.Symbol, "/") && of == " ": // 120/mL
		return u.Symbol
	case u.Symbol != "" && of == " ":
		return "\u00a0" + u.Symbol
	case u.Symbol != "":
		return of + u.Symbol
	case noun == "":
		return ""
	case u.Kind == quantity.Rate:
		return " " + noun
	default:
		return of + noun
	}
}

// symbolFirst writes a sum with its symbol before the digits, and behind their sign: "−$5".
func (l *Language) symbolFirst(digits, code string) string {
	symbol := l.list.Currencies[code].Symbol
	if symbol == "" {
		symbol = code + "\u00a0"
	}
	for _, sign := range []string{"−", "+"} {
		if rest, signed := strings.CutPrefix(digits, sign); signed {
			return sign + symbol + rest
		}
	}
	return symbol + digits
}

func (l *Language) currencyNoun(category, code string) string {
	c, ok := l.list.Currencies[code]
	if !ok {
		return code
	}
	if s := c.Forms[category]; s != "" {
		return s
	}
	return c.Forms["other"]
}
