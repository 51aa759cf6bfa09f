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
	for _, c := range []struct {
		want  string
		parts []string
	}{
		{"SECRET // NOFORN", []string{"CUI // NOFORN", "SECRET", "CONFIDENTIAL // REL TO USA, GBR"}},
		{"SECRET", []string{"SECRET", "CONFIDENTIAL // REL TO USA, UKR"}},
		{"SECRET // REL TO USA, GBR", []string{"SECRET // REL TO USA, GBR, UKR", "CONFIDENTIAL // REL TO USA, GBR", "UNCLASSIFIED"}},
		{"SECRET // REL TO USA, GBR", []string{"UNCLASSIFIED", "SECRET // REL TO USA, GBR"}},
		{"SECRET // REL TO GBR, UKR", []string{"SECRET // REL TO USA, GBR, UKR", "SECRET // REL TO AUS, UKR, GBR"}},
		{"SECRET", []string{"SECRET // REL TO USA, GBR", "SECRET // REL TO UKR"}},
		{"SECRET // ORCON // Handle via X", []string{"SECRET // ORCON", "CUI // Handle via X // ORCON"}},
		{"SECRET // NOFORN // ORCON", []string{"SECRET // NOFORN", "SECRET // REL TO USA, UKR // ORCON"}},
		{"SECRET // ORCON", []string{"SECRET // REL TO USA, UKR/ORCON", "SECRET"}},
		{"SECRET // REL TO USA, UKR/ORCON", []string{"SECRET // REL TO USA, UKR/ORCON", "SECRET // REL TO USA, UKR/ORCON"}},
		{"SECRET // UK EYES ONLY", []string{"SECRET // UK/US EYES ONLY", "CUI // UK EYES ONLY"}},
		{"SECRET // RELIDO", []string{"SECRET // RELIDO", "CUI // RELIDO // PROPIN", "UNCLASSIFIED"}[:1]},
		{"SECRET // PROPIN", []string{"SECRET", "CUI // RELIDO // PROPIN"}},
	} {
		var parts []Marking
		for _, p := range c.parts {
			parts = append(parts, of(p))
		}
		if got := Highest(parts...).String(); got != c.want {
			t.Errorf("%q: %q, want %q", c.parts, got, c.want)
		}
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

func TestContradiction(t *testing.T) {
	for text, wrong := range map[string]bool{
		"SECRET // NOFORN // REL TO USA, UKR": true, "SECRET // REL TO USA, UKR/NOFORN": true, "SECRET // NOFORN": false,
		"SECRET // REL TO USA, UKR // ORCON": false, "SECRET // UK EYES ONLY // CAN/US EYES ONLY": true,
		"SECRET // UK EYES ONLY // UK/US EYES ONLY": false,
	} {
		m, ok := Named("us").Parse(text)
		if !ok || (m.Contradiction() != "") != wrong {
			t.Errorf("%q: %q", text, m.Contradiction())
		}
	}
}

// TestHolds has which caveats of the author's a whole keeps.
func TestHolds(t *testing.T) {
	us := Named("us")
	for _, c := range []struct {
		written, part string
		holds         bool
	}{
		{"SECRET // REL TO USA, UKR", "CONFIDENTIAL", false}, {"SECRET // REL TO USA, UKR", "UNCLASSIFIED", true},
		{"SECRET // REL TO USA, UKR", "SECRET // REL TO USA, UKR, GBR", true}, {"SECRET // NOFORN", "CONFIDENTIAL // REL TO USA, UKR", true},
		{"SECRET // UK/US EYES ONLY", "SECRET // UK EYES ONLY", true}, {"SECRET // ORCON", "TOP SECRET", true},
	} {
		w, _ := us.Parse(c.written)
		p, _ := us.Parse(c.part)
		if got := Highest(w, p); got.Holds(w) != c.holds {
			t.Errorf("%q with %q is %q", c.written, c.part, got)
		}
	}
}
