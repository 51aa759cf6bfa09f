package reference

import "strings"

// LiteralNames is the field of the record that lists authors whose comma divides no
// family name from a given one: "Ministry of Defence, UK".
const LiteralNames = "literal-names"

// Name joins the parts of a person's name, the family name first.
func Name(family, given string) string {
	family, given = strings.Join(strings.Fields(family), " "), strings.Join(strings.Fields(given), " ")
	switch {
	case family == "":
		return given
	case given == "":
		return family
	}
	return family + ", " + given
}

// Parts divides an author's name; the given name is empty where the name has no parts.
func (r *Reference) Parts(name string) (family, given string) {
	family, given, ok := strings.Cut(name, ", ")
	if !ok || strings.Contains(given, ", ") || strings.Contains("; "+r.Field(LiteralNames)+"; ", "; "+name+"; ") {
		return name, ""
	}
	return family, given
}

// Literal adds an author whose name has no parts.
func (r *Reference) Literal(name string) {
	if name = strings.Join(strings.Fields(name), " "); name == "" {
		return
	}
	r.Authors = append(r.Authors, name)
	if strings.Contains(name, ", ") {
		r.Add(LiteralNames, name)
	}
}
