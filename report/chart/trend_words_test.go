package chart

import (
	"testing"

	"sitrep/report/claim"
	"sitrep/report/date"
)

// over is a stretch of time from one date to another.
func over(t *testing.T, from, to string) date.Span {
	t.Helper()
	a, err := date.Parse(from)
	b, err2 := date.Parse(to)
	if err != nil || err2 != nil {
		t.Fatal(err, err2)
	}
	return date.Span{From: a, To: b}
}

// TestHeadline holds when a trend's title says which way a number went: not of rivals, claims, revisions and unequal stretches of time.
func TestHeadline(t *testing.T) {
	l := language(t, "en")
	three := func(numbers ...float64) []Row {
		var all []said
		for i, n := range numbers {
			all = append(all, said{id: string(rune('a' + i)), origin: "x", date: []string{"2024-01-31", "2024-02-29", "2024-03-31"}[i], best: n, status: "reported"})
		}
		return rowsOf(l, "", all)
	}
	with := func(rows []Row, change func([]Row)) []Row {
		change(rows)
		return rows
	}
	spans := func(all ...[2]string) func([]Row) {
		return func(rows []Row) {
			for i, s := range all {
				rows[i].Period, rows[i].Thing = over(t, s[0], s[1]), "all"
				rows[i].Detail = s[0] + s[1]
			}
		}
	}
	for _, c := range []struct {
		name, want string
		rows       []Row
	}{
		{"up", "Deaths: up from 10 to 30", three(10, 20, 30)},
		{"down", "Deaths: down from 30 to 10", three(30, 20, 10)},
		{"level", "Deaths: unchanged at 10", three(10, 10, 10)},
		{"both", "Deaths: from 10 to 15, with rises and falls", three(10, 20, 15)},
		{"one", "", three(10)},
		{"claimed", "", with(three(10, 20), func(r []Row) { r[1].Status = claim.Claimed })},
		{"rivals", "", with(three(10, 20, 30), func(r []Row) { r[2].Origin, r[2].Label = "y", "y" })},
		{"another place", "", with(three(10, 20, 30), func(r []Row) { r[2].Detail, r[2].Thing = "elsewhere", "elsewhere" })},
		{"a total that runs on", "Deaths: up from 10 to 20", with(three(10, 20), spans([2]string{"2024-01-01", "2024-01-31"}, [2]string{"2024-01-01", "2024-02-29"}))},
		{"months", "Deaths: up from 10 to 20", with(three(10, 20), spans([2]string{"2024-01-01", "2024-01-31"}, [2]string{"2024-02-01", "2024-02-29"}))},
		{"a revision", "", with(three(10, 20), spans([2]string{"2024-01-01", "2024-01-31"}, [2]string{"2024-01-01", "2024-01-31"}))},
		{"a part of the year", "", with(three(10, 20), spans([2]string{"2023-01-01", "2023-12-31"}, [2]string{"2024-01-01", "2024-10-27"}))},
	} {
		if got := (&Trend{Rows: c.rows}).Headline(l, "Deaths"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestRunsOn holds that a line joins what a total came to, and what was counted over halves of years though a year stands between them; and
// that silence that breaks a line in one panel breaks it in all.
func TestRunsOn(t *testing.T) {
	l := language(t, "en")
	rows := rowsOf(l, "", []said{{id: "a", origin: "x", date: "2019-06-30", best: 28, status: "reported"}, {id: "b", origin: "x", date: "2019-12-31", best: 82, status: "reported"},
		{id: "c", origin: "x", date: "2020-06-30", best: 51, status: "reported"}})
	for i, s := range [][2]string{{"2019-01-01", "2019-06-30"}, {"2019-01-01", "2019-12-31"}, {"2020-01-01", "2020-06-30"}} {
		rows[i].Period, rows[i].Detail = over(t, s[0], s[1]), s[0]+s[1]
	}
	rows[1].Period = date.Span{From: date.Date{Year: 2019}, To: date.Date{Year: 2019}} // written as a year, no total that runs on
	if got := (&Trend{Rows: rows}).Links(); len(got) != 1 || got[0] != [2]int{0, 2} {
		t.Errorf("halves of years: %v", got)
	}
	var all []said
	for _, d := range []string{"2023-01-01", "2023-02-01", "2023-03-01", "2023-04-01", "2023-05-01"} {
		all = append(all, said{id: d, origin: "x", date: d, best: 1, status: "reported"})
	}
	all = append(all, said{id: "p", origin: "x", date: "2023-01-01", best: 1, status: "reported"}, said{id: "q", origin: "x", date: "2024-01-01", best: 2, status: "reported"})
	two := &Trend{Rows: rowsOf(l, "", all)}
	for i := range two.Rows {
		two.Rows[i].Group = map[bool]string{true: "one", false: "other"}[i < 5]
	}
	if got := two.together(two.groups()).group("other").Links(); len(got) != 0 {
		t.Errorf("a year of silence is joined in the panel that has no other claims: %v", got)
	}
}
