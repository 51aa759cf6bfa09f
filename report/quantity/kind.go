package quantity

import "slices"

// A Kind says what sort of number a measure counts in. The empty Kind is [Count].
type Kind string

// The kinds of quantities.
const (
	Count   Kind = "count"   // things: 12,000 soldiers
	Amount  Kind = "amount"  // a measured quantity: 3.4 t
	Percent Kind = "percent" // a share in percent; the difference of two is in percentage points
	Money   Kind = "money"   // a sum in a currency (ISO 4217)
	Rate    Kind = "rate"    // so many for so many: 12 per 100,000 people
	Level   Kind = "level"   // a temperature, an index, a balance
	Change  Kind = "change"  // a difference from before, always with its sign
)

// Kinds lists the kinds of quantities.
func Kinds() []Kind { return []Kind{Count, Amount, Percent, Money, Rate, Level, Change} }

// Known reports whether the kind is one of [Kinds].
func (k Kind) Known() bool { return slices.Contains(Kinds(), k) }

// Signed reports whether numbers of the kind may be negative.
func (k Kind) Signed() bool {
	switch k {
	case Percent, Money, Level, Change:
		return true
	}
	return false
}

// Adds reports whether numbers of the kind for parts of a stretch of time add up to that of the whole, none of them below
// zero: a part is never more than its whole.
func (k Kind) Adds() bool { return k == Count || k == Amount || k == "" }

// FromZero reports whether an axis of the kind begins at zero: the length of a bar
// is then in proportion to the number.
func (k Kind) FromZero() bool { return k != Level }
