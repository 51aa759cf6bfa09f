package evidence

import "sitrep/report/facts"

// OriginName returns the short name of an origin in a language, or its name where
// it has no short one.
func OriginName(o *facts.Origin, tag string) string {
	if s := o.Short.Line(tag); s != "" {
		return s
	}
	return o.Name.Line(tag)
}
