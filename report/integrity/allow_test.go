package integrity

import (
	"strings"
	"testing"
)

// TestAllow holds what an allowance silences: its code, and with an id only what
// concerns the thing of that id.
func TestAllow(t *testing.T) {
	two := `{"id": "j", "text": "It stays.", "confidence": "high", "because": ["count"]}, {"id": "k", "text": "It may grow.", "because": ["second"]}`
	body := strings.Replace(section, "@", `"The convoy had 47 lorries."`, 1)
	for _, c := range []struct{ allow, want string }{
		{``, "W101 W404 W301"},
		{`{"code": "W101", "why": "w"}`, "W404 W301"},
		{`{"code": "W101", "id": "j", "why": "w"}`, "W404 W301"},
		{`{"code": "W101", "id": "count", "why": "w"}`, "W404 W301"},
		{`{"code": "W101", "id": "k", "why": "w"}`, "W101 W404 W901 W301"},
		{`{"code": "W404", "id": "k", "why": "w"}, {"code": "W301", "id": "x", "why": "w"}`, "W101"},
		{`{"code": "W301", "why": "w"}, {"code": "W301", "why": "again"}`, "W101 W404 W901"},
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
