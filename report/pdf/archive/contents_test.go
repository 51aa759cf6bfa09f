package archive_test

import (
	"testing"

	"sitrep/report/pdf/archive"
)

// TestContentsOfOthers holds that what Write did not write is refused.
func TestContentsOfOthers(t *testing.T) {
	for _, s := range []string{"", "%PDF-1.7\n", "%PDF-1.7\nstartxref\n99999\n%%EOF", "<!DOCTYPE html>"} {
		if pages, err := archive.Contents([]byte(s)); err == nil {
			t.Errorf("%q has %d pages", s, len(pages))
		}
	}
}
