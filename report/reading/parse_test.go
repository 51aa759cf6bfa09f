package reading

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"sitrep/report/date"
	"sitrep/report/facts"
)

func reads(tag, s string) Text {
	f := &facts.File{Briefing: facts.Briefing{Languages: []string{tag}, AsOf: date.Date{Year: 2024, Month: 11, Day: 10}}}
	return NewParser(f).Parse(facts.Passage{S: s, Lang: tag})
}

// TestNumbers holds what numbers a text says, as digits and as words.
func TestNumbers(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"en", "12,000 or 1.5 million", "12000 1500000"},
		{"en", "twenty-five men, two hundred and six women, eleven thousand two hundred in all", "25 206 11200"},
		{"en", "between ten and twenty", "10 20"},
		{"en", "one man and a thousand words; one thousand more", "1000"},
		{"en", "one million two hundred thousand", "1200000"},
		{"en", "KN-23, G7, 152mm, the 1990s, the 3rd", "23"},
		{"en", "10\u00a0000 and 3\u202f000\u202f000", "10000 3000000"},
		{"es-MX", "12,000 y 6.5 millones", "12000 6500000"},
		{"es-ES", "12.000 y 6,5 millones", "12000 6500000"},
		{"es", "once mil doscientos, treinta y un mil, mil quinientos y ciento veinte", "11200 31000 1500 120"},
		{"es", "dos millones trescientos mil; diez y veinte; una de dos", "2300000 10 20 2"},
		{"es-MX", "cerca de mil 332 civiles y 151 mil 084 personas en 2 mil 2024", "1332 151084 2000 2024"},
		{"es", "25 mil y 3 mil millones", "25000 3000000000"},
		{"es-MX", "un 4.7 % y el 30 por ciento", "4.7% 30%"},
		{"en", "8–13 October 2024, 2024-06-19, June 19, 2024 and 5 May", ""},
		{"es", "el 1.º de mayo, del 8 al 13 de octubre de 2024 y en junio de 2024", ""},
		{"es", "1 260 personas, 12 300 400 y 55 123 4567", "1260 12300400 55 123 4567"},
		{"en", "block 12 300 people; 1 260 people", "12 300 1260"},
		{"en", "120k, $3.4bn, £15m, 15m of pipe, 6.1m people, 152mm", "120000 3400000000 15000000 15 6100000"},
		{"es", "45 mdp, 4,4 miles y medio millar", "45000000 4400 500"},
		{"en", "two and a half million; half a million; a hundred thousand; a quarter of a million; half the day; one and a half hours", "2500000 500000 100000 250000"},
		{"es", "medio millón, dos millones y medio, millón y medio, un millón y medio, 2 millones y medio, año y medio, cien mil", "500000 2500000 1500000 1500000 2500000 100000"},
		{"en", "", ""},
	} {
		r := reads(c.tag, c.text)
		var got []string
		for _, s := range r.Sentences {
			for _, n := range s.Amounts {
				percent := ""
				if n.Percent {
					percent = "%"
				}
				got = append(got, strconv.FormatFloat(n.Value, 'f', -1, 64)+percent)
			}
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s %q: %s, want %s", c.tag, c.text, g, c.want)
		}
	}
}

// TestDates holds what dates a text says.
func TestDates(t *testing.T) {
	for _, c := range []struct{ tag, text, want string }{
		{"en", "on 19 June 2024, June 19, 2024, 19th of June, 2024-06-19", "2024-06-19 2024-06-19 0-6-19 2024-06-19"},
		{"en", "in June 2024 it may rain; from 8 to 13 October 2024", "2024-06 2024-10-13 2024-10-08"},
		{"en", "in 2024, in May, at 5", ""},
		{"en", "31 February 2024", ""},
		{"es", "el 19 de junio de 2024, en junio del 2024, el 3 de marzo", "2024-06-19 2024-06 0-3-3"},
		{"es", "del 8 al 13 de octubre de 2024", "2024-10-13 2024-10-08"},
		{"es", "el 1.º de mayo, el 1ro de mayo, el dos de abril, el treinta y uno de mayo, el primero de mayo", "0-5-1 0-5-1 0-4-2 0-5-31 0-5-1"},
		{"en", "the first of May, the twenty-first of June 2024, Sept. 20, Sept. 20, 2024", "0-5-1 2024-06-21 0-9-20 2024-09-20"},
		{"en", "in the night of the 8th.", "0-0-8"},
		{"en", "in December last year, last December, this May, last May, next March, 4 April this year", "2023-12 2023-12 2024-05 2024-05 2025-03 2024-04-04"},
		{"en", "it was the last. May it rain, this may do, last march of the day, at 24/7, 3/4 of it, 1/2/3456789", ""},
		{"es", "diciembre del año pasado, el pasado 4 de diciembre, el pasado diciembre, en abril de este año, enero próximo, el pasado mes de marzo", "2023-12 2023-12-04 2023-12 2024-04 2025-01 2024-03"},
		{"es", "el 19/07/2025, 3/4/2025, 19.07.2025, 19-07-25, 31/02/2025, la noche del 8 cayó, el día 9.", "2025-07-19 2025-04-03 2025-07-19 0-0-8 0-0-9"},
		{"en-US", "09/20/2024, 3/4/2025", "2024-09-20 2025-03-04"},
		{"en-GB", "20/09/2024, 3/4/25", "2024-09-20 2025-04-03"},
	} {
		r := reads(c.tag, c.text)
		var got []string
		for _, s := range r.Sentences {
			for _, d := range s.Dates {
				w := d.String()
				if d.Year == 0 {
					w = fmt.Sprintf("0-%d-%d", d.Month, d.Day)
				}
				got = append(got, w)
			}
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s %q: %s, want %s", c.tag, c.text, g, c.want)
		}
	}
}

// TestSentences holds where sentences end.
func TestSentences(t *testing.T) {
	for text, want := range map[string]int{
		"One. Two. Three.":                        3,
		"Gen. Lee and J. Kim met at 6.30 p.m. in": 1,
		"See p. 3 and No. 5. Then stop":           2,
		"What? Nothing! Go on…":                   3,
		"He said “no.” She left.":                 2,
		"":                                        0,
	} {
		if r := reads("en", text); len(r.Sentences) != want {
			t.Errorf("%q: %d sentences, want %d", text, len(r.Sentences), want)
		}
	}
}
