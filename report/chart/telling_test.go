package chart

import (
	"strings"
	"testing"

	"sitrep/report/date"
	"sitrep/report/lang"
	"sitrep/report/quantity"
)

// telling is a row of one origin, with what tells it apart.
func telling(id, origin, group, detail, day string, n float64) Row {
	d, _ := date.Parse(day)
	return Row{ID: id, Origin: origin, Label: origin, Group: group, Detail: detail, Thing: detail, Date: d, DateText: day,
		Best: quantity.FromFloat(n), Value: quantity.FromFloat(n).String(), Status: "reported"}
}

// TestAltTellsApart holds that an alternative text joins no numbers of different groups, and names what tells them apart.
func TestAltTellsApart(t *testing.T) {
	north, south := telling("a", "Gov", "North", "", "2025-03-01", 10), telling("b", "Gov", "South", "", "2025-05-01", 90)
	for _, c := range []struct {
		plot      Plot
		want, not string
	}{
		{&Trend{Rows: []Row{north, south}}, "", "Gov rose"},
		{&Trend{Rows: []Row{north, telling("c", "Gov", "North", "", "2025-04-01", 30), south}}, "Gov, North rose from 10 to 30", ""},
		{&Trend{Rows: []Row{north, telling("c", "Gov", "North", "", "2025-04-01", 30), telling("d", "Gov", "North", "", "2025-05-01", 20)}},
			"Gov, North went from 10 to 20, with rises and falls", "rose"},
		{&Ranges{Rows: []Row{telling("a", "Gov", "", "North, Men", "2025-03-01", 10), telling("b", "Hal", "", "South", "2025-05-01", 300)}},
			"10 (Gov, 2025-03-01, North, Men); the highest, 300 (Hal, 2025-05-01, South)", ""},
		{&Ranges{Rows: []Row{{Label: "Gov", Best: quantity.FromFloat(1), High: quantity.FromFloat(50), Value: "1 (up to 50)"},
			{Label: "Hal", Low: quantity.FromFloat(40), Value: "at least 40"}}}, "Gov gives 1 (up to 50); Hal gives at least 40", ""},
	} {
		got := (&Chart{Plot: c.plot, Unit: lang.Noun("people"), Language: language(t, "en")}).Alt()
		if !strings.Contains(got, c.want) || c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("got %s\nwant %s\nnot %s", got, c.want, c.not)
		}
	}
}

// TestTotalIsNoPart holds that a total never stands in one bar with its parts, nor numbers of different stretches of time.
func TestTotalIsNoPart(t *testing.T) {
	men, women, all := telling("a", "Gov", "Men", "", "2025-06-30", 30), telling("b", "Gov", "Women", "", "2025-06-30", 200),
		telling("c", "Gov", "Part not given", "", "2025-06-30", 230)
	all.Total = true
	if got := (&Bars{Rows: []Row{men, women, all}}).Stacks(); len(got) != 2 || len(got[0]) != 2 || len(got[1]) != 1 {
		t.Errorf("stacks %v", got)
	}
	women.Whole, all.Total = "H1 2025", false
	if got := (&Bars{Rows: []Row{men, women}}).Stacks(); got != nil {
		t.Errorf("stacks %v", got)
	}
}

// TestMapOfSeveralThings holds that numbers of different things at a place have no disc of the lowest, and say what they are of.
func TestMapOfSeveralThings(t *testing.T) {
	p := Place{ID: "s", Name: "South", Rows: []Row{telling("b", "Gov", "", "Women", "2025-05-01", 90), telling("c", "Hal", "", "", "2025-05-01", 300)}}
	if p.oneThing() {
		t.Error("women and all are one thing")
	}
	c := &Chart{Plot: &Map{Places: []Place{p}}, Language: language(t, "en")}
	if got := c.Alt(); !strings.Contains(got, "90 · Gov, Women, 2025-05-01") {
		t.Error(got)
	}
}
