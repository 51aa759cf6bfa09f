package diff

import "slices"

// printed are the fields of records that a report prints with each fact that names one.
var printed = map[string][]string{"origin": {"name", "short", "reliability"}, "measure": {"name"}, "place": {"name"},
	"actor": {"name"}, "dimension": {"value_name"}}

// Restated lists the ids of the facts of the new edition that say what they said, but show another name or grade in a language
// of it: that of what they name has changed.
func (d *Diff) Restated(tag string) []string {
	told := map[string]bool{}
	for _, it := range d.Facts {
		told[it.ID] = it.Kind != Renamed
	}
	var out []string
	for _, k := range d.kinds() {
		for _, it := range k.items {
			if it.Kind != Changed || !slices.ContainsFunc(it.Changes, func(c Change) bool {
				return slices.Contains(printed[k.name], c.Field) && (c.Langs == nil || slices.Contains(c.Langs, tag))
			}) {
				continue
			}
			for _, id := range it.Facts {
				if !told[id] {
					told[id] = true
					out = append(out, id)
				}
			}
		}
	}
	return out
}
