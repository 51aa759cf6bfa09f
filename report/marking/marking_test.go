package marking

import "testing"

func TestParse(t *testing.T) {
	for _, c := range []struct {
		scheme, text string
		ok           bool
		rank         int
		caveats      string
	}{
		{"tlp", "TLP:AMBER", true, 2, ""}, {"tlp", "tlp:amber", false, 0, ""}, {"tlp", "SECRET", false, 0, ""},
		{"us", "SECRET // REL TO USA, FVEY", true, 3, "REL TO USA, FVEY"}, {"us", "SECRET // ", false, 0, ""}, {"us", "SECRET//NOFORN", false, 0, ""},
		{"nato", "NATO RESTRICTED", true, 1, ""}, {"uk", "OFFICIAL-SENSITIVE // UK EYES ONLY", true, 1, "UK EYES ONLY"},
		{"eu", "RESTREINT UE/EU RESTRICTED", true, 1, ""},
	} {
		m, ok := Named(c.scheme).Parse(c.text)
		if ok != c.ok || ok && (m.Rank() != c.rank || m.Caveats() != c.caveats || m.String() != c.text) {
			t.Errorf("%s %q: %q of rank %d with caveats %q, %t", c.scheme, c.text, m, m.Rank(), m.Caveats(), ok)
		}
	}
	if (Marking{}).String() != "TLP:CLEAR" || !(Marking{}).Open() || Named("x") != nil {
		t.Error("the zero marking is not TLP:CLEAR")
	}
}

func TestHighest(t *testing.T) {
	us := Named("us")
	of := func(text string) Marking {
		m, ok := us.Parse(text)
		if !ok {
			t.Fatal(text)
		}
		return m
	}
	got := Highest(of("CUI // NOFORN"), of("SECRET"), of("CONFIDENTIAL // REL TO USA, GBR // NOFORN"))
	if got.String() != "SECRET // NOFORN // REL TO USA, GBR" {
		t.Errorf("got %q", got)
	}
	if Highest().String() != "TLP:CLEAR" || Highest(us.At(0)).String() != "UNCLASSIFIED" {
		t.Error("the marking of nothing, or of one open part")
	}
}

func TestColours(t *testing.T) {
	for _, c := range []struct {
		level       Level
		ink, ground string
	}{
		{Level{}, "#ffffff", "#000000"}, {Level{Ink: "#33ff00"}, "#33ff00", "#000000"},
		{Level{Ground: "#ffff00"}, "#000000", "#ffff00"}, {Level{Ground: "#aa0000"}, "#ffffff", "#aa0000"},
		{Level{Ink: "#777777", Ground: "#888888"}, "#777777", "#888888"},
	} {
		if ink, ground := c.level.Colours(); ink.String() != c.ink || ground.String() != c.ground {
			t.Errorf("%+v: %s on %s", c.level, ink, ground)
		}
	}
	for _, name := range Names() {
		for _, l := range Named(name).Levels {
			if l.Contrast() < LeastContrast {
				t.Errorf("%s %s has a contrast of %.1f", name, l.Label, l.Contrast())
			}
		}
	}
}
