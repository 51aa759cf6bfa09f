package release

import (
	"strings"
	"testing"
)

// The whole is marked with the label of the release, and the caveats that were written of it: these are never lowered.
func TestLabelOfTheWhole(t *testing.T) {
	const text = `{"format": 1, "briefing": {"id": "c", "title": "@T", "languages": ["en"], "as_of": "2025-01-01", "marking_scheme": "us"@W}, "facts": [],
		"sections": [{"id": "s", "title": "S", "body": [{"text": "Tides are low."}], "marking": "@1"}, {"id": "t", "title": "Q", "body": [{"text": "Gulls cry."}], "marking": "@2"},
		{"id": "u", "title": "R", "body": [{"text": "Closed words."}], "marking": "TOP SECRET // ORCON // NOFORN"}]}`
	for _, c := range []struct{ whole, one, two, label, want string }{
		{"TOP SECRET // NOFORN", "UNCLASSIFIED", "UNCLASSIFIED", "UNCLASSIFIED", "UNCLASSIFIED // NOFORN"},
		{"TOP SECRET // NOFORN", "UNCLASSIFIED", "CUI // SP-PRVCY", "CUI", "CUI // NOFORN // SP-PRVCY"},
		{"TOP SECRET // NOFORN", "UNCLASSIFIED", "CUI // SP-PRVCY", "UNCLASSIFIED", "UNCLASSIFIED // NOFORN"},
		{"SECRET // REL TO USA, UKR", "CUI // REL TO USA, UKR", "CUI // REL TO USA, UKR, POL", "CUI", "CUI // REL TO USA, UKR"},
		{"SECRET // REL TO USA, UKR", "CUI // REL TO USA, UKR", "CUI", "CUI", "CUI"},
		{"TOP SECRET // ORCON // NOFORN", "SECRET // NOFORN", "CUI", "SECRET", "SECRET // ORCON // NOFORN"},
		{"SECRET // NOFORN", "CUI", "CUI", "SECRET", "SECRET // NOFORN"},
		{"CUI // NOFORN", "CUI", "CUI", "SECRET", "SECRET // NOFORN"},
		{"", "CUI // SP-PRVCY", "CUI", "CUI", "CUI // SP-PRVCY"},
	} {
		whole := ""
		if c.whole != "" {
			whole = `, "marking": "` + c.whole + `"`
		}
		f := load(t, []byte(strings.NewReplacer("@T", "T", "@W", whole, "@1", c.one, "@2", c.two).Replace(text)))
		label, _ := f.Briefing.MarkingScheme.Parse(c.label)
		r, problems := Make(f, Options{Label: label})
		if len(problems) > 0 {
			t.Error(c, problems)
		} else if got := r.File.Highest().String(); got != c.want {
			t.Errorf("%s with %s and %s under %s: %s, want %s", c.whole, c.one, c.two, c.label, got, c.want)
		}
	}
}
