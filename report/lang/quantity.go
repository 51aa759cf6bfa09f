package lang

import (
	"sitrep/report/quantity"
)

// A Unit is what a number counts in, in the words of one language.
type Unit struct {
	Kind     quantity.Kind     // zero: a count
	Forms    map[string]string // the noun by plural category (CLDR); "other" is the plural, and stands for a missing one
	Symbol   string            // stands behind a number at a no-break space: "t", "°C"; empty: the noun does
	Currency string            // ISO 4217; of money alone
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
	case u.Kind == quantity.Money:
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
	if u.Kind == quantity.Money {
		return l.money(n, l.Large(n), u.Currency)
	}
	return l.Bare(n, u.Kind) + l.behind(n, u)
}

// behind writes what stands behind a number: the unit, parted from it.
func (l *Language) behind(n *quantity.Number, u Unit) string {
	_, of := l.large(n)
	switch noun := u.noun(l.Category(n.Text())); {
	case u.Kind == quantity.Percent:
		return ""
	case u.Kind == quantity.Money:
		return of + l.currencyNoun(n, u.Currency)
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

// money writes a sum: its symbol before the number where the language does that, else the
// name of the currency behind it. n decides the plural.
func (l *Language) money(n *quantity.Number, digits, code string) string {
	_, of := l.large(n)
	if !l.list.SymbolFirst {
		return digits + of + l.currencyNoun(n, code)
	}
	symbol := l.list.Currencies[code].Symbol
	if symbol == "" {
		symbol = code + "\u00a0"
	}
	if n.Sign() < 0 {
		return "−" + symbol + trimMinus(digits)
	}
	return symbol + digits
}

func trimMinus(digits string) string {
	const minus = "−"
	if len(digits) > len(minus) && digits[:len(minus)] == minus {
		return digits[len(minus):]
	}
	return digits
}

func (l *Language) currencyNoun(n *quantity.Number, code string) string {
	c, ok := l.list.Currencies[code]
	if !ok {
		return code
	}
	if s := c.Forms[l.Category(n.Text())]; s != "" {
		return s
	}
	return c.Forms["other"]
}
