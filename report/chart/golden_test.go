package chart

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"sitrep/report/date"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

var update = flag.Bool("update", false, "write the golden files anew")

// gallery is the charts whose scenes are kept.
func gallery(l *lang.Language) map[string]*Chart {
	soldiers := map[string]string{"en": "soldiers", "es-MX": "soldados"}[l.Tag]
	chart := func(p Plot) *Chart {
		return &Chart{Title: "3,000–12,000", Subtitle: "Kursk · 2024–2026", Source: "Reuters; Yonhap", Note: "ISO 8601.", Unit: lang.Noun(soldiers), Language: l, Plot: p}
	}
	rows, over := rowsOf(l, soldiers, kursk), rowsOf(l, soldiers, losses)
	grouped := rowsOf(l, soldiers, kursk)
	for i := range grouped {
		grouped[i].Group = []string{"Rusia", "Kursk"}[i*2/len(grouped)]
		grouped[i].Superseded = i == 2 || i == 7
	}
	agreed := rowsOf(l, soldiers, []said{
		{"a", "NIS", "2024-11-20", 10000, 10900, 12000, true, "claimed", "B2", ""},
		{"b", "HUR", "2024-11-21", 9000, 0, 0, false, "claimed", "C2", ""},
		{"c", "BBC", "2024-11", 0, 0, 11500, false, "reported", "C2", ""},
		{"d", "TASS", "2024", 2000, 0, 3000, false, "denied", "D5", ""},
	})
	noted := chart(&Ranges{Rows: slices.Clone(rows[:4])})
	noted.Notes = []Note{{At: rows[1].ID, Text: "Se cuenta dos veces a quienes volvieron: 1,200."}}
	noted.Plot.(*Ranges).Rows[0].Old = &Earlier{Low: quantity.Whole(1000), Best: quantity.Whole(2000), High: quantity.Whole(2500)}
	noted.Plot.(*Ranges).Rows[2].Old = &Earlier{Low: quantity.Whole(5000)}
	changes := chart(&Bars{Rows: rowsOf(l, "", []said{{"a", "NIS", "2024-11-20", 0, 4.1, 0, false, "claimed", "B2", ""}, {"b", "HUR", "2024-11-21", -14, -12, -9.5, false, "reported", "C2", ""}, {"c", "BBC", "2024-12", 0, -3, 0, true, "reported", "C2", ""}})})
	changes.Unit = lang.Unit{Kind: quantity.Change, Symbol: "mSv"}
	levels := chart(&Trend{Rows: rowsOf(l, "", []said{{"a", "NIS", "2024-11-20", 0, 36.6, 0, false, "claimed", "B2", ""}, {"b", "HUR", "2024-11-26", 37, 37.2, 38.1, false, "reported", "C2", ""}, {"c", "NIS", "2024-12-09", 0, 37.9, 0, false, "reported", "C2", ""}})})
	levels.Unit = lang.Unit{Kind: quantity.Level, Symbol: "°C"}
	levels.Notes = []Note{{At: "b", Text: "Otro termómetro."}, {Date: date.Date{Year: 2024, Month: 12, Day: 1}, Text: "Cambio de aparato."}}
	return map[string]*Chart{
		"ranges-notes": noted, "bars-change": changes, "trend-level": levels,
		"ranges": chart(&Ranges{Rows: rows}), "ranges-grouped": chart(&Ranges{Rows: grouped}), "ranges-log": chart(&Ranges{Rows: rows, Log: true}),
		"ranges-agreed": chart(&Ranges{Rows: agreed}), "trend": chart(&Trend{Rows: over, Events: eventsOf(l)}), "bars": chart(&Bars{Rows: rows}),
		"bars-stacked": chart(&Bars{Rows: strength(l)}), "timeline": chart(&Timeline{Events: eventsOf(l)}), "exchange": chart(exchangeOf(l)), "map": chart(placesOf(l)),
		"matrix": chart(matrixOf()), "lineage": chart(lineageOf()),
	}
}

// TestGolden compares figures that stand alone with those kept in testdata: wide
// in Mexican Spanish, narrow and dark in English.
func TestGolden(t *testing.T) {
	th, f := plain(t), fonts(t)
	for _, v := range []struct {
		tag   string
		width float64
		dark  bool
	}{{"es-MX", 490, false}, {"en", 280, true}} {
		l := language(t, v.tag)
		for name, c := range gallery(l) {
			s := c.Poster(Frame{Width: v.width, Theme: th, Fonts: f})
			golden(t, name+"."+v.tag+".svg", s.SVG(SVGOptions{Theme: th, Dark: v.dark, Title: c.Title, Desc: c.Alt()}))
			if bad := flaws(s, f); bad != nil {
				t.Errorf("%s %s: %s", name, v.tag, summary(bad))
			}
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s is not as it was; look at the figure and, if it is right, run with -update", name)
	}
}
