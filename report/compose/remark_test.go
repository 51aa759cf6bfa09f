package compose

import (
	"testing"

	"sitrep/report/facts"
	"sitrep/report/lang"
)

// TestRemarks holds that every language has a label for each text that explains a fact.
func TestRemarks(t *testing.T) {
	for _, tag := range lang.Tags() {
		l, err := lang.For(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range new(facts.Fact).Remarks() {
			if !l.Has("remark." + r.Key) {
				t.Errorf("assets/lang/%s.json lacks remark.%s", tag, r.Key)
			}
		}
	}
}
