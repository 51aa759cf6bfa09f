package xlsx

import (
	"strconv"
	"testing"
)

// TestDigits holds that no digit of a number is lost but those that binary arithmetic has put there.
func TestDigits(t *testing.T) {
	for raw, want := range map[string]string{
		"1234567890123456": "1234567890123456", "9007199254740993": "9007199254740993", "123456789012345678": "123456789012345678",
		"1234567.8901234567": "1234567.8901234567", "0.30000000000000004": "0.3", "5.0000000000000001E-3": "0.005", "1E+21": "1000000000000000000000",
		"0.28999999999999998": "0.29", "12.50": "12.5", "-3": "-3", "0": "0", "1.5E3": "1500", "0.7999999999999999": "0.8", "123456.78": "123456.78",
		"1.234567890123456E+15": "1234567890123456", "12345678.901234": "12345678.901234",
	} {
		v, err := strconv.ParseFloat(raw, 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := digits(raw, v); got != want {
			t.Errorf("%s is read as %s, not %s", raw, got, want)
		}
	}
	for number, want := range map[string]string{"0.85": "85", "0.29": "29", "1.047": "104.7", "0.857142857142857": "85.7142857142857", "-0.5": "-50"} {
		if got := shift(number, 2); got != want {
			t.Errorf("%s in percent is %s, not %s", number, got, want)
		}
	}
}
