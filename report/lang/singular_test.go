package lang

import "testing"

// TestSingular: a plain plural gets its singular; what is none stays as it is written.
func TestSingular(t *testing.T) {
	for _, c := range []struct{ tag, plural, one string }{
		{"en", "trucks", "truck"}, {"en", "people", "person"}, {"en", "deaths per dose", "death per dose"}, {"en", "armoured vehicles", "armoured vehicle"},
		{"en", "rounds of ammunition", "round of ammunition"}, {"en", "batteries", "battery"}, {"en", "houses", "house"}, {"en", "losses", "loss"}, {"en", "aircraft", "aircraft"},
		{"en", "mSv", "mSv"}, {"en", "mg/L", "mg/L"}, {"en", "Mbps", "Mbps"}, {"en", "mbps", "mbps"}, {"en", "€", "€"}, {"en", "US$", "US$"}, {"en", "diagnosis", "diagnosis"}, {"en", "", ""},
		{"en", "knives", "knives"}, {"en", "percent", "percent"}, {"en", "HIMARS", "HIMARS"}, {"en", "km", "km"},
		{"es", "soldados", "soldado"}, {"es", "vehículos blindados", "vehículo blindado"}, {"es", "personas por día", "persona por día"}, {"es", "camiones", "camión"},
		{"es", "defunciones", "defunción"}, {"es", "sistemas antiaéreos", "sistema antiaéreo"}, {"es", "cohetes", "cohetes"}, {"es", "millones de dólares", "millones de dólares"},
	} {
		l, err := For(c.tag)
		if err != nil {
			t.Fatal(err)
		}
		if got := l.Singular(c.plural); got != c.one {
			t.Errorf("%s: %q gives %q, not %q", c.tag, c.plural, got, c.one)
		}
	}
}
