package compose

import (
	"slices"
	"testing"

	"sitrep/report/chart"
	"sitrep/report/doc"
)

// stackedCounts are men and women, of two places and two stretches, in no order.
const stackedCounts = `{"format": 1, "briefing": {"id": "b", "title": "Toll", "languages": ["en"], "as_of": "2025-09-22"},
"places": {"n": {"name": "North"}, "s": {"name": "South"}},
"dimensions": {"who": {"name": "Who", "values": {"men": {"name": "Men"}, "women": {"name": "Women"}}}},
"measures": {"m": {"name": "People killed", "unit": "people"}}, "origins": {"o": {"name": "Office", "kind": "government"}},
"sources": {"r": {"title": "Report", "publisher": "P", "published": "2025-09-22"}},
"facts": [{"with": {"type": "estimate", "measure": "m", "origin": "o", "as_of": "2025-09-21", "status": "reported", "sources": ["r"]}, "facts": [
{"id": "sm", "best": 143, "place": "s", "by": {"who": "men"}}, {"id": "nm", "best": 338, "place": "n", "by": {"who": "men"}},
{"id": "nw", "best": 76, "place": "n", "by": {"who": "women"}}, {"id": "sw", "best": 51, "place": "s", "by": {"who": "women"}},
{"id": "sm8", "best": 40, "place": "s", "by": {"who": "men"}, "period": {"from": "2025-08-01", "to": "2025-08-31"}},
{"id": "sw8", "best": 20, "place": "s", "by": {"who": "women"}, "period": {"from": "2025-08-01", "to": "2025-08-31"}}]}],
"sections": [{"id": "x", "title": "Toll", "body": [{"chart": "bars", "id": "f", "group": "who"}]}]}`

// TestStackWhole holds that parts of one bar are of one place and one stretch of time.
func TestStackWhole(t *testing.T) {
	d, err := Document(load(t, []byte(stackedCounts)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	bars := d.Body[0].(*doc.Section).Blocks[0].(*doc.Figure).Chart.Plot.(*chart.Bars)
	var got []string
	for _, s := range bars.Stacks() {
		bar := ""
		for _, i := range s {
			bar += bars.Rows[i].ID + " "
		}
		got = append(got, bar+bars.Rows[s[0]].Whole)
	}
	want := []string{"sm sw South", "nm nw North", "sm8 sw8 South, 1–31 Aug 2025"}
	if !slices.Equal(got, want) {
		t.Errorf("bars %q, want %q", got, want)
	}
}
