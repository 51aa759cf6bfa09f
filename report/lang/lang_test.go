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
		{"es-MX", Amount{Low: n(3000), High: n(12000), Unit: Noun("soldados")}, "entre 3,000 y 12,000 soldados", "3,000–12,000"},
		{"en", Amount{Low: n(10000)}, "at least 10,000", "≥\u00a010,000"},
		{"en", Amount{High: n(8000), Unit: Noun("soldiers")}, "up to 8,000 soldiers", "≤\u00a08,000"},
		{"es-MX", Amount{Best: n(11000), Approx: true, Unit: Noun("soldados")}, "alrededor de 11,000 soldados", "≈\u00a011,000"},
		{"es-MX", Amount{Low: n(8e6), High: n(12e6), Unit: Noun("proyectiles")}, "entre 8 y 12 millones de proyectiles", "8–12 millones"},
		{"en", Amount{Low: n(8e6), High: n(12e6), Unit: Noun("shells")}, "between 8 and 12 million shells", "8–12 million"},
		{"es-MX", Amount{Best: n(1e6), Unit: Noun("barriles")}, "1 millón de barriles", "1 millón"},
		{"es-MX", Amount{Low: n(500000), High: n(1e6), Unit: Noun("barriles")}, "entre 500,000 y 1 millón de barriles", "500,000–1 millón"},
		{"en", Amount{Best: n(26200), Low: n(24600), High: n(27900), Unit: Noun("people")}, "26,200 people (24,600–27,900)", "26,200 (24,600–27,900)"},
		{"en", Amount{Low: n(9e8), High: n(1.4e9), Unit: Noun("people")}, "between 900 million and 1.4 billion people", "900 million–1.4 billion"},
		{"es-MX", Amount{Low: n(9e8), High: n(1.4e9), Unit: Noun("pesos")}, "entre 900 y 1,400 millones de pesos", "900–1,400 millones"},
		{"en", Amount{Best: n(4e12), Unit: Noun("pesos")}, "4 trillion pesos", "4 trillion"},
		{"es-MX", Amount{Best: n(4e12), Unit: Noun("pesos")}, "4 billones de pesos", "4 billones"},
		{"en", Amount{Best: n(1.1e6)}, "1.1 million", "1.1 million"},
		{"en", Amount{Best: n(1234567)}, "1,234,567", "1,234,567"},
		{"en", Amount{Low: n(5), High: n(5), Unit: Noun("ships")}, "5 ships", "5"},
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

func parsed(t *testing.T, s string) *quantity.Number {
	t.Helper()
	v, err := quantity.Parse(s)
	if err != nil {
		t.Fatal(s, err)
	}
	return v
}

// TestKinds holds how the kinds of quantities are written.
func TestKinds(t *testing.T) {
	const nb = "\u00a0"
	n := func(s string) *quantity.Number { return parsed(t, s) }
	truck := Unit{Forms: map[string]string{"one": "truck", "other": "trucks"}}
	camion := Unit{Forms: map[string]string{"one": "camión", "other": "camiones"}}
	usd := Unit{Kind: quantity.Money, Currency: "USD"}
	pct := Unit{Kind: quantity.Percent}
	rate := Unit{Kind: quantity.Rate, Forms: map[string]string{"other": "per 100,000 people"}}
	ton := Unit{Kind: quantity.Amount, Forms: map[string]string{"other": "tonnes"}, Symbol: "t"}
	warm := Unit{Kind: quantity.Change, Symbol: "°C"}
	for _, c := range []struct {
		tag                string
		a                  Amount
		words, short, unit string // unit: the short form with its unit
	}{
		{"en", Amount{Best: n("1"), Unit: truck}, "1 truck", "1", "1 truck"},
		{"en", Amount{Low: n("1"), Unit: truck}, "at least 1 truck", "≥" + nb + "1", "≥" + nb + "1 truck"},
		{"en", Amount{Best: n("1.0"), Unit: truck}, "1.0 trucks", "1.0", "1.0 trucks"},
		{"en", Amount{Low: n("0"), High: n("1"), Unit: truck}, "between 0 and 1 trucks", "0–1", "0–1 trucks"},
		{"es-MX", Amount{High: n("1"), Unit: camion}, "hasta 1 camión", "≤" + nb + "1", "≤" + nb + "1 camión"},
		{"es-MX", Amount{Best: n("1000000"), Unit: camion}, "1 millón de camiones", "1 millón", "1 millón de camiones"},
		{"en", Amount{Best: n("1750000000"), Unit: usd}, "$1.75 billion", "1.75 billion", "$1.75 billion"},
		{"es", Amount{Best: n("1750000000"), Unit: usd}, "1750 millones de dólares", "1750 millones", "1750 millones de dólares"},
		{"es-MX", Amount{Best: n("1"), Unit: usd}, "1 dólar", "1", "1 dólar"},
		{"en", Amount{Low: n("8000000"), High: n("12000000"), Unit: usd}, "between $8 million and $12 million", "8–12 million", "$8–12 million"},
		{"es-MX", Amount{Low: n("8000000"), High: n("12000000"), Unit: usd}, "entre 8 y 12 millones de dólares", "8–12 millones", "8–12 millones de dólares"},
		{"en", Amount{Low: n("900000000"), High: n("1400000000"), Unit: usd}, "between $900 million and $1.4 billion", "900 million–1.4 billion", "$900 million–$1.4 billion"},
		{"en", Amount{Best: n("-5.50"), Unit: usd}, "−$5.50", "−5.50", "−$5.50"},
		{"en", Amount{Best: n("5000000"), Low: n("4000000"), High: n("6000000"), Unit: usd}, "$5 million ($4–6 million)", "5 million (4–6 million)", "$5 million ($4–6 million)"},
		{"en", Amount{Best: n("250"), Unit: Unit{Kind: quantity.Money, Currency: "UYU"}}, "UYU" + nb + "250", "250", "UYU" + nb + "250"},
		{"es-MX", Amount{Best: n("250"), Unit: Unit{Kind: quantity.Money, Currency: "UYU"}}, "250 UYU", "250", "250 UYU"},
		{"en", Amount{Best: n("85"), Unit: pct}, "85%", "85%", "85%"},
		{"es-MX", Amount{Best: n("85.0"), Unit: pct}, "85.0" + nb + "%", "85.0" + nb + "%", "85.0" + nb + "%"},
		{"es", Amount{Low: n("80"), High: n("95"), Unit: pct}, "entre 80" + nb + "% y 95" + nb + "%", "80–95" + nb + "%", "80–95" + nb + "%"},
		{"en", Amount{Best: n("-5"), Low: n("-7"), High: n("-3"), Unit: pct}, "−5% (−7% to −3%)", "−5% (−7% to −3%)", "−5% (−7% to −3%)"},
		{"en", Amount{Best: n("12"), Unit: rate}, "12 per 100,000 people", "12", "12 per 100,000 people"},
		{"en", Amount{Low: n("3.40"), Unit: ton}, "at least 3.40" + nb + "t", "≥" + nb + "3.40", "≥" + nb + "3.40" + nb + "t"},
		{"en", Amount{Best: n("4.1"), Unit: warm}, "+4.1" + nb + "°C", "+4.1", "+4.1" + nb + "°C"},
		{"en", Amount{Best: n("4"), Unit: Unit{Kind: quantity.Change, Forms: map[string]string{"other": "%"}}}, "+4%", "+4", "+4%"},
		{"es", Amount{Low: n("2"), High: n("4"), Unit: Unit{Kind: quantity.Level, Symbol: "%"}}, "entre 2 y 4" + nb + "%", "2–4", "2–4" + nb + "%"},
		{"en", Amount{Best: n("-12"), Unit: warm}, "−12" + nb + "°C", "−12", "−12" + nb + "°C"},
		{"en", Amount{Low: n("-2"), High: n("3"), Unit: warm}, "between −2 and +3" + nb + "°C", "−2 to +3", "−2 to +3" + nb + "°C"},
		{"en", Amount{Best: n("4e-7")}, "0.0000004", "0.0000004", "0.0000004"},
		{"en", Amount{Best: n("9007199254740993"), Unit: truck}, "9,007,199,254,740,993 trucks", "9,007,199,254,740,993", "9,007,199,254,740,993 trucks"},
		{"en", Amount{Low: n("120"), High: n("140"), Unit: Unit{Kind: quantity.Rate, Symbol: "/mL"}}, "between 120 and 140/mL", "120–140", "120–140/mL"},
		{"en", Amount{Best: n("0"), Unit: warm}, "0" + nb + "°C", "0", "0" + nb + "°C"},
	} {
		l := open(t, c.tag)
		if got := l.Words(c.a); got != c.words {
			t.Errorf("%s: Words = %q, want %q", c.tag, got, c.words)
		}
		if got := l.Short(c.a); got != c.short {
			t.Errorf("%s: Short = %q, want %q", c.tag, got, c.short)
		}
		if got := l.ShortUnit(c.a); got != c.unit {
			t.Errorf("%s: ShortUnit = %q, want %q", c.tag, got, c.unit)
		}
	}
}

// TestUnitName holds how a unit is named where it stands alone: its letters are kept.
func TestUnitName(t *testing.T) {
	en, es := open(t, "en"), open(t, "es")
	for got, want := range map[string]string{
		en.UnitName(Noun("mSv")): "mSv", en.UnitName(Unit{Forms: map[string]string{"other": "tonnes"}, Symbol: "t"}): "tonnes, t",
		en.UnitName(Unit{Symbol: "mg/L"}): "mg/L", en.UnitName(Unit{Kind: quantity.Percent}): "%", es.UnitName(Unit{Kind: quantity.Money, Currency: "EUR"}): "euros",
		en.UnitName(Unit{Kind: quantity.Money, Currency: "UYU"}): "UYU",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// TestNameAmong holds that languages of one briefing have names of their own.
func TestNameAmong(t *testing.T) {
	for tags, want := range map[string]string{
		"en es-MX":          "English|español",
		"en-GB es-ES es-MX": "English|español (España)|español (México)",
		"es es-419":         "español|español (Latinoamérica)",
		"en-US en-GB":       "English (United States)|English (United Kingdom)",
		"en-US en-Latn-US":  "English (United States)|English (en-Latn-US)",
		"es-AQ es-AR":       "español (es-AQ)|español (Argentina)",
	} {
		var got []string
		for _, tag := range strings.Fields(tags) {
			got = append(got, open(t, tag).NameAmong(strings.Fields(tags)))
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("%s: %s, want %s", tags, s, want)
		}
	}
}

// TestClockSpan holds that a stretch of hours on one day has its day once.
func TestClockSpan(t *testing.T) {
	for span, want := range map[string]string{
		"2025-09-01T05:00Z 2025-09-01T06:30Z":           "1 Sep 2025, 05:00–06:30 (UTC)",
		"2025-09-01T05:00+03:00 2025-09-01T06:30Z":      "1 Sep 2025, 05:00 (UTC+3) – 1 Sep 2025, 06:30 (UTC)",
		"2025-09-01T23:00+03:00 2025-09-02T01:30+03:00": "1 Sep 2025, 23:00 (UTC+3) – 2 Sep 2025, 01:30 (UTC+3)",
	} {
		from, to, _ := strings.Cut(span, " ")
		a, err := date.Parse(from)
		b, err2 := date.Parse(to)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if got := open(t, "en").ShortSpan(a, b); got != want {
			t.Errorf("%s: %s, want %s", span, got, want)
		}
	}
}

// TestCap: letters of a symbol stay as they are written; a plain word begins with a capital.
func TestCap(t *testing.T) {
	l := open(t, "en")
	for in, want := range map[string]string{
		"people displaced": "People displaced", "pH of river water": "pH of river water", "kWe installed": "kWe installed", "eVTOL": "eVTOL",
		"iPhones sold": "iPhones sold", "tTG": "tTG", "mg of lead": "mg of lead", "µg of lead": "µg of lead", "e-mails sent": "E-mails sent",
		"al-Qaeda fighters": "Al-Qaeda fighters", "élus": "Élus", "h5n1 cases": "h5n1 cases", "β-carotene": "β-carotene", "a count": "A count",
		"€ 5": "€ 5", "": "", "5 trucks": "5 trucks", "NATO": "NATO", "l’aide": "L’aide", "t of grain": "t of grain", "х100": "х100", "ǆip": "ǅip",
	} {
		if got := l.Cap(in); got != want {
			t.Errorf("Cap(%q) = %q, want %q", in, got, want)
		}
	}
}
