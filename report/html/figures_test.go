package html

import (
	"testing"

	"sitrep/report/chart"
	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/doc"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// An assertion is a row in short: its bounds are 0 where they were not given.
type assertion struct {
	id, origin, date string
	low, best, high  float64
	approx           bool
	status           string
	superseded       bool
	detail           string
}

var claims = []assertion{
	{"c1", "NIS (South Korea)", "2024-10-23", 0, 3000, 0, true, "claimed", true, "in Russia, in training"},
	{"c2", "White House (USA)", "2024-10-23", 3000, 0, 0, false, "claimed", false, ""},
	{"c3", "HUR (Ukraine)", "2024-10-24", 0, 12000, 0, true, "claimed", false, ""},
	{"c4", "Department of State (USA)", "2024-10-31", 0, 0, 8000, false, "reported", false, "in the Kursk region"},
	{"c5", "Department of Defense (USA)", "2024-11-04", 11000, 0, 12000, false, "confirmed", false, ""},
	{"c6", "Ministry of Defence of Ukraine", "2024-11-05", 0, 0, 15000, false, "planned", false, "total foreseen"},
	{"c7", "NIS (South Korea)", "2024-11-20", 0, 10900, 0, true, "assessed", false, ""},
	{"c8", "NIS (South Korea)", "2025-02-27", 1000, 2000, 3000, false, "assessed", false, "reinforcement"},
	{"c9", "Ministry of Foreign Affairs of the Democratic People’s Republic of Korea", "2025-02", 0, 2600, 0, false, "denied", false, ""},
}

func given0(v float64) *quantity.Number {
	if v == 0 {
		return nil
	}
	return quantity.FromFloat(v)
}

func rows(t testing.TB, l *lang.Language) []chart.Row {
	t.Helper()
	var out []chart.Row
	for _, c := range claims {
		d, err := date.Parse(c.date)
		if err != nil {
			t.Fatal(err)
		}
		a := lang.Amount{Low: given0(c.low), Best: given0(c.best), High: given0(c.high), Approx: c.approx}
		r := chart.Row{ID: c.id, Label: c.origin, Origin: c.origin, Detail: c.detail, Date: d, DateText: l.ShortDate(d), Low: a.Low, Best: a.Best, High: a.High,
			Approx: c.approx, Value: l.Short(a), Status: claim.Status(c.status), StatusText: l.Say("status." + c.status), Grade: "B2", Sources: "Reuters; Yonhap", Superseded: c.superseded}
		a.Unit = lang.Noun("soldiers")
		r.Words = l.Words(a)
		out = append(out, r)
	}
	return out
}

func events() []chart.Event {
	day := func(s string) date.Date { d, _ := date.Parse(s); return d }
	return []chart.Event{
		{ID: "e1", Date: day("2024-06-19"), DateText: "19 Jun 2024", Text: "The treaty on comprehensive strategic partnership is signed in Pyongyang.", Status: "confirmed", StatusText: "confirmed", Grade: "A1", Origin: "Kremlin", Sources: "Kremlin"},
		{ID: "e2", Date: day("2024-10"), Until: day("2024-12"), DateText: "Oct 2024 – Dec 2024", Text: "Soldiers are moved to the Kursk region.", Status: "claimed", StatusText: "claimed", Grade: "B2", Origin: "NIS (South Korea)", Sources: "Yonhap"},
		{ID: "e3", Date: day("2024-10-24"), DateText: "24 Oct 2024", Text: "The lower house ratifies the treaty.", Status: "confirmed", StatusText: "confirmed", Grade: "A1", Origin: "State Duma", Sources: "TASS"},
		{ID: "e4", Date: day("2024-11-09"), DateText: "9 Nov 2024", Text: "The treaty is signed into law.", Status: "confirmed", StatusText: "confirmed", Grade: "A1", Origin: "Kremlin", Sources: "TASS"},
		{ID: "e5", Date: day("2025"), DateText: "2025", Text: "A further contingent is said to be planned.", Status: "planned", StatusText: "planned", Grade: "C3", Origin: "HUR (Ukraine)", Sources: "Reuters"},
	}
}

func exchange() *chart.Exchange {
	n := 1e6
	return &chart.Exchange{Parties: []chart.Party{{ID: "rus", Name: "Russia"}, {ID: "prk", Name: "North Korea"}, {ID: "chn", Name: "China"}}, Flows: []chart.Flow{
		{ID: "f1", From: "prk", To: "rus", Item: "Artillery shells of 122 and 152 mm", Category: "arms", CategoryText: "Arms", Value: "≥ 1 million shells", Low: quantity.FromFloat(n), DateText: "2024", Status: "claimed", StatusText: "claimed", Grade: "B2", Origin: "NIS (South Korea)", Sources: "Yonhap"},
		{ID: "f2", From: "prk", To: "rus", Item: "Soldiers", Category: "troops", CategoryText: "Troops", Value: "≈ 11,000 soldiers", DateText: "Oct 2024", Status: "confirmed", StatusText: "confirmed", Grade: "A2", Origin: "General Staff", Sources: "TASS"},
		{ID: "f3", From: "rus", To: "prk", Item: "Refined petroleum above the limit of the Security Council", Category: "energy", CategoryText: "Energy", Value: "> 1 million barrels", DateText: "2024", Status: "assessed", StatusText: "assessed", Grade: "B2", Origin: "Open Source Centre", Sources: "BBC"},
		{ID: "f4", From: "rus", To: "prk", Item: "Air defence equipment", Category: "technology", CategoryText: "Technology", DateText: "Nov 2024", Status: "claimed", StatusText: "claimed", Grade: "B2", Origin: "South Korea", Sources: "SBS"},
		{ID: "f5", From: "chn", To: "prk", Item: "Food", Category: "goods", CategoryText: "Goods", DateText: "2024", Status: "denied", StatusText: "denied", Grade: "C4", Origin: "China", Sources: "Xinhua"}}}
}

// stacked are amounts that one origin gives in parts.
func stacked(t testing.TB, l *lang.Language) *chart.Bars {
	t.Helper()
	all := rows(t, l)[4:8]
	for i := range all {
		v := float64(1000 * (i + 2))
		all[i].Low, all[i].Best, all[i].High, all[i].Approx, all[i].Status, all[i].StatusText = nil, quantity.FromFloat(v), nil, false, "reported", "reported"
		all[i].Label, all[i].Origin, all[i].Date, all[i].DateText, all[i].Detail = "Observatory", "obs", date.Date{Year: 2024 + i/2}, number(2024+i/2), ""
		all[i].Value, all[i].Group = l.Number(v), []string{"Goods", "Money"}[i%2]
	}
	return &chart.Bars{Rows: all}
}

// places are amounts on a map.
func places(t testing.TB, l *lang.Language) *chart.Map {
	t.Helper()
	all := rows(t, l)
	return &chart.Map{Places: []chart.Place{{ID: "kursk", Name: "Kursk", Lat: 51.7, Lon: 36.2, Rows: all[4:5]}, {ID: "vladivostok", Name: "Vladivostok", Lat: 43.1, Lon: 131.9, Rows: all[1:3]},
		{ID: "omsk", Name: "Omsk", Lat: 55, Lon: 73.4, Rows: all[5:7]}, {ID: "chita", Name: "Chita", Lat: 52, Lon: 113.5, Rows: all[7:8]}}}
}

// figures is a section with a figure of every kind.
func figures(t testing.TB, l *lang.Language) *doc.Section {
	t.Helper()
	s := &doc.Section{ID: "figures", Title: "Figures of every kind"}
	grouped := rows(t, l)[1:6]
	for i := range grouped {
		grouped[i].Group = []string{"Ukraine", "USA"}[i%2]
	}
	for i, p := range []chart.Plot{
		&chart.Ranges{Rows: rows(t, l)}, &chart.Trend{Rows: rows(t, l), Events: events()[2:4]}, &chart.Bars{Rows: rows(t, l)},
		&chart.Timeline{Events: events()}, exchange(), &chart.Ranges{Rows: grouped, Log: true}, stacked(t, l), places(t, l),
	} {
		id := "fig-" + number(i+1)
		c := &chart.Chart{ID: id, Title: "Estimates of soldiers sent differ by a factor of four, and the higher ones count more places", Subtitle: "Soldiers · Oct 2024 – Feb 2025 · 7 origins",
			Unit: lang.Noun("soldiers"), Language: l, Source: "Sources: Reuters; Yonhap.", Plot: p}
		s.Blocks = append(s.Blocks, &doc.Figure{ID: id, Label: l.Say("doc.figure", number(i+1)), Chart: c,
			Source: []doc.Inline{doc.Text("Sources: Reuters"), &doc.NoteRef{Number: 1}, doc.Text("; Yonhap"), &doc.NoteRef{Number: 2}, doc.Text(".")}})
	}
	return s
}
