package pattern

import "testing"

func TestOf(t *testing.T) {
	digits := Of(`^\d+$`)
	if !digits().MatchString("12") || digits() != digits() {
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
