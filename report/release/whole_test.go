package release

import (
	"strings"
	"testing"
)

// What the whole is marked when something is left of it: the label of the release with the caveats that what is left
// bears; those of the whole stay where its own label does, for parts may have them from it.
func TestLabelOfTheWhole(t *testing.T) {
	const text = `{"format": 1, "briefing": {"id": "c", "title": "@T", "languages": ["en"], "as_of": "2025-01-01", "marking_scheme": "us"@W}, "facts": [],
		"sections": [{"id": "s", "title": "S", "body": [{"text": "Tides are low."}], "marking": "@1"}, {"id": "t", "title": "Q", "body": [{"text": "Gulls cry."}], "marking": "@2"},
		{"id": "u", "title": "R", "body": [{"text": "Closed words."}], "marking": "TOP SECRET // ORCON // NOFORN"}]}`
	for _, c := range []struct{ whole, one, two, label, want string }{
		{"TOP SECRET // NOFORN", "UNCLASSIFIED", "UNCLASSIFIED", "UNCLASSIFIED", "UNCLASSIFIED"},
		{"TOP SECRET // NOFORN", "UNCLASSIFIED", "CUI // SP-PRVCY", "CUI", "CUI // SP-PRVCY"},
		{"TOP SECRET // NOFORN", "UNCLASSIFIED", "CUI // SP-PRVCY", "UNCLASSIFIED", "UNCLASSIFIED"},
		{"SECRET // REL TO USA, UKR", "CUI // REL TO USA, UKR", "CUI // REL TO USA, UKR, POL", "CUI", "CUI // REL TO USA, UKR"},
		{"SECRET // REL TO USA, UKR", "CUI // REL TO USA, UKR", "CUI", "CUI", "CUI"},
		{"TOP SECRET // ORCON // NOFORN", "SECRET // NOFORN", "CUI", "SECRET", "SECRET // NOFORN"},
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
	// What the whole alone bore is looked for where it goes.
	f := load(t, []byte(strings.NewReplacer("@T", "Not for Eyes of Ravens", "@W", `, "marking": "SECRET // EYES OF RAVENS"`, "@1", "CUI", "@2", "CUI").Replace(text)))
	label, _ := f.Briefing.MarkingScheme.Parse("CUI")
	if _, problems := Make(f, Options{Label: label}); len(problems) != 1 || !strings.HasSuffix(problems[0].Message, "the caveat of the briefing") {
		t.Errorf("a title that tells of the caveat of the whole: %v", problems)
	}
}
