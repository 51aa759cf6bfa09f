package quantity

import "testing"

func TestUnit(t *testing.T) {
	for symbol, want := range map[string]struct {
		of    string
		power int
	}{"mm": {"m", -3}, "cm": {"m", -2}, "m": {"m", 0}, "km": {"m", 3}, "kg": {"g", 3}, "t": {"g", 6}, "Mt": {"g", 12}, "MW": {"W", 6}, "mW": {"W", -3}, "GWh": {"Wh", 9},
		"ha": {"m²", 4}, "km²": {"m²", 6}, "cm³": {"m³", -6}, "l": {"m³", -3}, "hl": {"m³", -1}, "min": {}, "°C": {}, "ft": {}, "d": {}, "t/ha": {}, "": {}, "²": {}, "kt²": {},
		"mbar": {"Pa", 2}, "hPa": {"Pa", 2}, "h": {}, "K": {"K", 0}, "mSv": {"Sv", -3}, "M": {}, "mt": {}, "kt": {"g", 9}, "pt": {}} {
		if of, power, ok := Unit(symbol); of != want.of || power != want.power || ok != (want.of != "") {
			t.Errorf("%q: %q, 10^%d, %t", symbol, of, power, ok)
		}
	}
}
