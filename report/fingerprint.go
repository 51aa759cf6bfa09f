package report

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"sitrep/report/facts"
	"sitrep/report/theme"
)

// Fingerprint is a hash of all that the files of [Build] depend on beside the
// program: the facts in canonical form and every option but those that only choose
// files. Where it is equal, files of one name have the same bytes.
func Fingerprint(f *facts.File, o Options) string {
	h := sha256.New()
	part := func(name string, value string) { fmt.Fprintf(h, "%s %d %s\n", name, len(value), value) }
	part("facts", string(f.Canonical()))
	part("paper", o.Paper)
	part("now", o.Now.String())
	part("release", o.Release)
	part("since", sums(o.Since))
	part("one-page", strconv.FormatBool(o.OnePage))
	part("site", o.Site)
	for _, path := range slices.Sorted(maps.Keys(o.Images)) {
		part("image", path+" "+sum(o.Images[path]))
	}
	for _, f := range o.Fonts {
		part("font", f.Name+" "+sum([]byte(f.Data)))
	}
	if o.Theme == nil {
		o.Theme, _ = theme.Plain()
	}
	part("theme", o.Theme.Name+" "+o.Theme.SHA256)
	return hex.EncodeToString(h.Sum(nil))
}
