package integrity

import (
	"slices"
	"strings"
	"testing"

	"sitrep/report/date"
)

// TestAllow holds what an allowance silences: its code, and with an id only what
// concerns the thing of that id.
func TestAllow(t *testing.T) {
	two := `{"id": "j", "text": "It stays.", "confidence": "high", "because": ["count"]}, {"id": "k", "text": "It may grow.", "because": ` +
		`["second"]}`
	body := strings.Replace(section, "@", `"The convoy had 47 lorries."`, 1)
	for _, c := range []struct{ allow, want string }{
		{``, "W101 W404 W301"},
		{`{"code": "W101", "why": "w"}`, "W404 W301"},
		{`{"code": "W101", "id": "j", "why": "w"}`, "W404 W301"},
		{`{"code": "W101", "id": "count", "why": "w"}`, "W404 W301"},
		{`{"code": "W101", "id": "k", "why": "w"}`, "W101 W404 W901 W301"},
		{`{"code": "W404", "id": "k", "why": "w"}, {"code": "W301", "id": "x", "why": "w"}`, "W101"},
		{`{"code": "W301", "why": "w"}, {"code": "W301", "why": "again"}`, "W101 W404 W901"},
		{`{"code": "W301", "words": "47 lorries", "why": "w"}`, "W101 W404"},
		{`{"code": "W301", "id": "x", "words": "had 47", "why": "w"}`, "W101 W404"},
		{`{"code": "W301", "words": "48 lorries", "why": "w"}`, "W101 W404 W901 W301"},
		{`{"code": "W301", "words": "lorries", "why": "w"}`, "W101 W404 W901 W301"},
		{`{"code": "W101", "words": "It stays", "why": "w"}`, "W101 W404 W901 W301"},
		{`{"code": "W999", "why": "w"}`, "W101 W404 W901 W301"},
	} {
		data := with("judgements", "["+two+"]", "sections", body)
		if c.allow != "" {
			data = with("judgements", "["+two+"]", "allow", "["+c.allow+"]", "sections", body)
		}
		var got []string
		for _, p := range checked(t, "allow.json", data) {
			got = append(got, p.Code)
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("allow %s: %s, want %s", c.allow, g, c.want)
		}
	}
}

// TestSilenced holds that each allowance says how many findings it takes out.
func TestSilenced(t *testing.T) {
	body := strings.Replace(section, "@", `"The convoy had 47 lorries and 52 cars."`, 1)
	f := loaded(t, with("allow", `[{"code": "W301", "why": "w"}, {"code": "W101", "id": "j", "why": "w"}, {"code": "W404", "why": "w"}]`,
		"judgements", `[{"id": "j", "text": "It stays.", "confidence": "high", "because": ["count"]}]`, "sections", body))
	if got := Judge(f, date.Date{}, nil).Silenced; !slices.Equal(got, []int{2, 1, 0}) {
		t.Errorf("silenced %v", got)
	}
	if got := Judge(loaded(t, with()), date.Date{}, nil).Silenced; got != nil {
		t.Errorf("silenced %v of nothing", got)
	}
}
