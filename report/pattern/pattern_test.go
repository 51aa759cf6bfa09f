package pattern

import "testing"

func TestOf(t *testing.T) {
	digits := Of(`^\d+$`)
	if first := digits(); !first.MatchString("12") || digits() != first {
		t.Error("not the expression, or not the same one")
	}
	late := Of("(") // nothing happens yet
	defer func() {
		if recover() == nil {
			t.Error("( is no expression")
		}
	}()
	late()
}
