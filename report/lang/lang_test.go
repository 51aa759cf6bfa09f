package lang

import (
	"strings"
	"testing"

	"sitrep/report/date"
	"sitrep/report/quantity"
)

func open(t *testing.T, tag string) *Language {
	t.Helper()
	l, err := For(tag)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		tag  string
		v    float64
		want string
	}{
		{"en", 3000, "3,000"}, {"es-MX", 3000, "3,000"}, {"es-ES", 3000, "3000"}, {"es-ES", 12000, "12.000"},
		{"es", 12000.5, "12.000,5"}, {"es-MX", 12000.5, "12,000.5"}, {"en", 0, "0"}, {"en", -1, "−1"},
		{"en", 1e12, "1,000,000,000,000"}, {"en", 0.1234567, "0.123457"}, {"en", 1e-9, "0"}, {"en", 999, "999"},
	} {
		if got := open(t, c.tag).Number(c.v); got != c.want {
			t.Errorf("%s: Number(%v) = %q, want %q", c.tag, c.v, got, c.want)
		}
	}
}

func TestAmount(t *testing.T) {
	n := quantity.FromFloat
	for _, c := range []struct {
		tag          string
		a            Amount
		words, short string
	}{
		{"es-MX", Amount{Low: n(3000), High: n(12000), Unit: "soldados"}, "entre 3,000 y 12,000 soldados", "3,000–12,000"},
		{"en", Amount{Low: n(10000)}, "at least 10,000", "≥\u00a010,000"},
		{"en", Amount{High: n(8000), Unit: "soldiers"}, "up to 8,000 soldiers", "≤\u00a08,000"},
		{"es-MX", Amount{Best: n(11000), Approx: true, Unit: "soldados"}, "alrededor de 11,000 soldados", "≈\u00a011,000"},
		{"es-MX", Amount{Low: n(8e6), High: n(12e6), Unit: "proyectiles"}, "entre 8 y 12 millones de proyectiles", "8–12 millones"},
		{"en", Amount{Low: n(8e6), High: n(12e6), Unit: "shells"}, "between 8 and 12 million shells", "8–12 million"},
		{"es-MX", Amount{Best: n(1e6), Unit: "barriles"}, "1 millón de barriles", "1 millón"},
		{"es-MX", Amount{Low: n(500000), High: n(1e6), Unit: "barriles"}, "entre 500,000 y 1 millón de barriles", "500,000–1 millón"},
		{"en", Amount{Best: n(26200), Low: n(24600), High: n(27900), Unit: "people"}, "26,200 people (24,600–27,900)", "26,200 (24,600–27,900)"},
		{"en", Amount{Low: n(9e8), High: n(1.4e9), Unit: "people"}, "between 900 million and 1.4 billion people", "900 million–1.4 billion"},
		{"es-MX", Amount{Low: n(9e8), High: n(1.4e9), Unit: "pesos"}, "entre 900 y 1,400 millones de pesos", "900–1,400 millones"},
		{"en", Amount{Best: n(4e12), Unit: "pesos"}, "4 trillion pesos", "4 trillion"},
		{"es-MX", Amount{Best: n(4e12), Unit: "pesos"}, "4 billones de pesos", "4 billones"},
		{"en", Amount{Best: n(1.1e6)}, "1.1 million", "1.1 million"},
		{"en", Amount{Best: n(1234567)}, "1,234,567", "1,234,567"},
		{"en", Amount{Low: n(5), High: n(5), Unit: "ships"}, "5 ships", "5"},
		{"en", Amount{}, "", ""},
	} {
		l := open(t, c.tag)
		if got := l.Words(c.a); got != c.words {
			t.Errorf("%s: Words = %q, want %q", c.tag, got, c.words)
		}
		if got := l.Short(c.a); got != c.short {
			t.Errorf("%s: Short = %q, want %q", c.tag, got, c.short)
		}
	}
}

func TestDate(t *testing.T) {
	for _, c := range []struct{ tag, d, want string }{
		{"es-MX", "2024-10", "octubre de 2024"}, {"es-MX", "2024-10-23", "23 de octubre de 2024"},
		{"en", "2024-10-23", "23 October 2024"}, {"en", "2024", "2024"},
	} {
		d, _ := date.Parse(c.d)
		if got := open(t, c.tag).Date(d); got != c.want {
			t.Errorf("%s: Date(%s) = %q, want %q", c.tag, c.d, got, c.want)
		}
	}
}

func TestList(t *testing.T) {
	es, en := open(t, "es-MX"), open(t, "en")
	for _, c := range []struct {
		l     *Language
		items []string
		want  string
	}{
		{en, nil, ""}, {en, []string{"a"}, "a"}, {en, []string{"a", "b", "c"}, "a, b and c"},
		{es, []string{"Corea", "Irán"}, "Corea e Irán"}, {es, []string{"acero", "hierro"}, "acero y hierro"},
	} {
		if got := c.l.List(c.items); got != c.want {
			t.Errorf("List(%q) = %q, want %q", c.items, got, c.want)
		}
	}
}

// TestSameWords holds that every word list says the same things as the English one, bears
// the tag of its file, and has a word for each plural category of its language.
func TestSameWords(t *testing.T) {
	en := open(t, "en")
	for _, tag := range Tags() {
		l := open(t, tag)
		if l.list.Tag != tag {
			t.Errorf("the word list %s.json calls itself %q", tag, l.list.Tag)
		}
		counted := map[string]bool{}
		for k := range en.list.Words {
			if base, ok := strings.CutSuffix(k, ".other"); ok && en.Has(base+".one") {
				counted[base] = true
			}
		}
		for base := range counted {
			for _, category := range l.Categories() {
				if !l.Has(base + "." + category) {
					t.Errorf("%s lacks %s.%s", tag, base, category)
				}
			}
		}
		for k := range en.list.Words {
			if base, form := cutLast(k); !l.Has(k) && !(counted[base] && form == "one") {
				t.Errorf("%s lacks %s", tag, k)
			}
		}
		for k := range l.list.Words {
			if base, _ := cutLast(k); !en.Has(k) && !counted[base] {
				t.Errorf("%s has %s, which en lacks", tag, k)
			}
		}
		if len(l.list.Dates.Months) != 12 || len(l.list.Dates.Short) != 12 || len(l.list.Quotes) != 2 {
			t.Errorf("%s: months or quotation marks", tag)
		}
	}
}

func cutLast(key string) (base, last string) {
	i := strings.LastIndexByte(key, '.')
	return key[:max(0, i)], key[i+1:]
}

// TestCategories holds the plural categories of some languages (CLDR, language plural rules).
func TestCategories(t *testing.T) {
	for tag, want := range map[string]string{"en": "one other", "es": "one other"} {
		if got := strings.Join(open(t, tag).Categories(), " "); got != want {
			t.Errorf("%s: %s, want %s", tag, got, want)
		}
	}
}
