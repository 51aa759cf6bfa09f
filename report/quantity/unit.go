package quantity

import (
	"slices"
	"strings"
)

// prefixes are the prefixes of the SI with their powers of ten (SI Brochure, 9th edition, table 7).
var prefixes = map[string]int{"": 0, "T": 12, "G": 9, "M": 6, "k": 3, "h": 2, "da": 1, "d": -1, "c": -2, "m": -3, "µ": -6, "μ": -6, "n": -9}

// units are the symbols that take prefixes, and those that are multiples of others (tables 2, 4 and 8).
var (
	bases     = []string{"m", "g", "s", "A", "K", "W", "Wh", "J", "V", "Hz", "N", "Pa", "Bq", "Sv", "Gy", "mol"}
	multiples = map[string]struct {
		of    string
		power int
	}{"t": {"g", 6}, "bar": {"Pa", 5}, "l": {"m³", -3}, "L": {"m³", -3}}
)

// Unit reads the symbol of a unit of the SI or used with it: "km" is 10^3 of "m". False where it is none that is a power of
// ten of another.
func Unit(symbol string) (of string, power int, ok bool) {
	if symbol == "ha" {
		return "m²", 4, true
	}
	length, times := symbol, 1
	if s, square := strings.CutSuffix(symbol, "²"); square {
		length, times = s, 2
	} else if s, cubic := strings.CutSuffix(symbol, "³"); cubic {
		length, times = s, 3
	}
	for cut := range len(length) { // of "m" alone: metre, for a prefix needs a unit
		p, isPrefix := prefixes[length[:cut]]
		unit, base := multiples[length[cut:]], slices.Contains(bases, length[cut:])
		if base {
			unit.of = length[cut:]
		}
		switch {
		case unit.of == "" || !isPrefix, !base && unit.of == "g" && p < 0: // "mt" is no thousandth of a tonne where people write it
		case times == 1:
			return unit.of, unit.power + p, true
		case unit.of == "m":
			return "m" + symbol[len(length):], times * p, true
		}
	}
	return "", 0, false
}
