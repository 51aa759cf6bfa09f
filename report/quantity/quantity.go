// Package quantity holds numbers as they are written, and what kinds of quantities there are.
//
// A number of a facts file is a decimal: its digits are the digits that are shown
// and compared, whatever a double-precision number would make of them. The decimal
// arithmetic is that of github.com/cockroachdb/apd, which follows the General
// Decimal Arithmetic Specification: trailing zeros are kept, sums are exact.
package quantity

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"github.com/cockroachdb/apd/v3"
)

// MaxDigits is how many significant digits a number may have.
const MaxDigits = 30

// MaxExponent bounds the size of a number: it lies below 10^MaxExponent, and its
// last digit stands no further than MaxExponent places behind the point.
const MaxExponent = 300

// maxLength is how many characters a number may be written in: more than any within the bounds needs, of which
// none costs more than its length to read.
const maxLength = 4 * MaxExponent

// What can be wrong with a number.
var (
	ErrSyntax = errors.New("not a decimal number")
	ErrDigits = errors.New("more than 30 significant digits")
	ErrRange  = errors.New("too large or too small")
)

// A Number is a finite decimal that keeps the digits it was written with. It is
// not changed once made. A nil *Number is one that was not given.
type Number struct {
	d apd.Decimal
	f float64 // the nearest one to d
}

// done works out the nearest double-precision number, when the decimal stands.
func (n *Number) done() *Number {
	n.f, _ = strconv.ParseFloat(n.d.Text('e'), 64)
	return n
}

// exact makes sums and products that are not rounded.
func exact() *apd.Context {
	return apd.BaseContext.WithPrecision(0)
}

// Parse reads a number as JSON writes it (RFC 8259, section 6). The error is
// [ErrSyntax], [ErrDigits] or [ErrRange].
func Parse(s string) (*Number, error) {
	if s == "" || strings.Trim(s, "0123456789.+-eE") != "" {
		return nil, ErrSyntax
	}
	if n := significant(s); n > MaxDigits {
		return nil, ErrDigits
	}
	if len(s) > maxLength {
		return nil, ErrRange
	}
	n := &Number{}
	if _, _, err := n.d.SetString(s); err != nil {
		if strings.ContainsAny(s, "eE") {
			return nil, ErrRange
		}
		return nil, ErrSyntax
	}
	if n.d.IsZero() {
		n.d.Negative = false
		if n.d.Exponent > 0 {
			n.d.Exponent = 0
		}
	}
	if n.d.Exponent < -MaxExponent || int64(n.d.Exponent)+n.d.NumDigits() > MaxExponent {
		return nil, ErrRange
	}
	return n.done(), nil
}

// significant counts the digits of a written number from the first that is not zero.
func significant(s string) int {
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		s = s[:i]
	}
	digits := strings.TrimLeft(strings.Map(func(c rune) rune {
		if c < '0' || c > '9' {
			return -1
		}
		return c
	}, s), "0")
	if !strings.Contains(s, ".") {
		digits = strings.TrimRight(digits, "0")
	}
	return len(digits)
}

// Whole returns a whole number.
func Whole(v int64) *Number {
	n := &Number{}
	n.d.SetInt64(v)
	return n.done()
}

// FromFloat returns the shortest decimal that reads back as v; nil where v is not finite.
func FromFloat(v float64) *Number {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	n := &Number{}
	_, _, _ = n.d.SetString(strconv.FormatFloat(v, 'f', -1, 64))
	return n.done()
}

// Round returns the decimal nearest to v that has at most so many digits behind the
// point, for values that are computed and not claimed; nil where v is not finite.
func Round(v float64, decimals int) *Number {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return nil
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	if _, fraction, _ := strings.Cut(s, "."); len(fraction) > decimals {
		s = strconv.FormatFloat(v, 'f', decimals, 64)
		if strings.Contains(s, ".") {
			s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
		}
	}
	n := &Number{}
	_, _, _ = n.d.SetString(s)
	return n.done()
}

// Text writes the number in digits, without an exponent: "0.0500", "12000", "-4".
func (n *Number) Text() string { return n.d.Text('f') }

// String is Text; of a number that was not given it is empty.
func (n *Number) String() string {
	if n == nil {
		return ""
	}
	return n.Text()
}

// MarshalJSON writes the digits of the number.
func (n *Number) MarshalJSON() ([]byte, error) { return []byte(n.Text()), nil }

// UnmarshalJSON reads a number as [Parse] does.
func (n *Number) UnmarshalJSON(data []byte) error {
	v, err := Parse(string(data))
	if err == nil {
		n.d.Set(&v.d)
		n.f = v.f
	}
	return err
}

// Float returns the nearest double-precision number, for layout. Values are
// compared and shown by their digits.
func (n *Number) Float() float64 { return n.f }

// Decimals returns how many digits stand behind the point.
func (n *Number) Decimals() int { return max(0, -int(n.d.Exponent)) }

// Sign returns -1, 0 or 1.
func (n *Number) Sign() int { return n.d.Sign() }

// Cmp returns -1, 0 or 1 as n is below, equal to or above m: 1.0 equals 1.
func (n *Number) Cmp(m *Number) int { return n.d.Cmp(&m.d) }

// CompareEnds compares two ends of ranges on the same side, where one that was not given lies beyond all numbers: before them
// at the lower side (-1), behind them at the upper (1).
func CompareEnds(n, m *Number, beyond int) int {
	switch {
	case n == nil && m == nil:
		return 0
	case n == nil:
		return beyond
	case m == nil:
		return -beyond
	}
	return n.Cmp(m)
}

// Same reports whether both were given and are equal, or neither was given.
func Same(n, m *Number) bool {
	if n == nil || m == nil {
		return n == m
	}
	return n.Cmp(m) == 0
}

// Add returns n + m, exactly.
func (n *Number) Add(m *Number) *Number {
	out := &Number{}
	_, _ = exact().Add(&out.d, &n.d, &m.d)
	return out.done()
}

// Sub returns n - m, exactly.
func (n *Number) Sub(m *Number) *Number {
	out := &Number{}
	_, _ = exact().Sub(&out.d, &n.d, &m.d)
	return out.done()
}

// Abs returns the number without its sign.
func (n *Number) Abs() *Number {
	out := &Number{}
	out.d.Abs(&n.d)
	out.f = math.Abs(n.f)
	return out
}

// Shift returns n times 10^by: 12300000 shifted by -6 is 12.3. Zeros that this
// would leave at the end behind the point fall away; those that were written there stay.
func (n *Number) Shift(by int) *Number {
	out := &Number{}
	if n.d.Exponent < 0 || n.d.IsZero() {
		out.d.Set(&n.d)
	} else {
		out.d.Reduce(&n.d)
	}
	if !n.d.IsZero() {
		out.d.Exponent += int32(by)
	}
	return out.done()
}

// Given returns those of the numbers that were given.
func Given(all ...*Number) []*Number {
	var out []*Number
	for _, n := range all {
		if n != nil {
			out = append(out, n)
		}
	}
	return out
}

// FloatOf returns the nearest double-precision number, or nil for one that was not given.
func FloatOf(n *Number) *float64 {
	if n == nil {
		return nil
	}
	v := n.Float()
	return &v
}
