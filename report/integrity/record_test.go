package integrity

import (
	"slices"
	"strings"
	"testing"

	"sitrep/report/date"
	"sitrep/report/facts"
)

// TestRecords holds what the record of facts alone is warned of: the facts of a small briefing, and the warnings of a code.
func TestRecords(t *testing.T) {
	for _, c := range []struct {
		name, code string
		measure    string // further keys of the measure
		head       string // further keys of the briefing
		want       []string
	}{
		{"stale by the briefing", "W212", ``, `, "stale_after_days": 20`, []string{"the briefing allows 20"}},
		{"the measure allows more", "W212", `, "stale_after_days": 1000`, `, "stale_after_days": 20`, nil},
		{"the measure allows less", "W212", `, "stale_after_days": 5`, `, "stale_after_days": 20`, []string{"the measure allows 5"}},
		{"the measure is never stale", "W212", `, "stale_after_days": 0`, `, "stale_after_days": 20`, nil},
		{"the measure alone", "W212", `, "stale_after_days": 5`, ``, []string{"the measure allows 5"}},
	} {
		data := with("measures", strings.Replace(parts["measures"], `"unit": "soldiers"`, `"unit": "soldiers"`+c.measure, 1),
			"briefing", strings.TrimSuffix(parts["briefing"], "}")+c.head+"}")
		f, problems := facts.Load("f.json", []byte(data))
		if f == nil {
			t.Fatal(c.name, problems)
		}
		var got []string
		for _, p := range Check(f, date.Date{}) {
			if p.Code == c.code {
				got = append(got, p.Message[strings.Index(p.Message, ";")+2:])
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, not %q", c.name, got, c.want)
		}
	}
}
