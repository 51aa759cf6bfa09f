package reference

import (
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

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

// Person is a name of CSL (1.0.2, name variables), the family name first with what stands before it; literal where it has
// no parts.
func Person(n *tree.Node) (name string, literal bool) {
	if name := value.Text(n, "literal"); name != "" {
		return name, true
	}
	family := value.Text(n, "non-dropping-particle") + " " + value.Text(n, "family") + " " + value.Text(n, "suffix")
	return Name(family, value.Text(n, "given")+" "+value.Text(n, "dropping-particle")), false
}

// People are the names that a field of the record holds as CSL does; a text that is no such list is one name.
func People(field string) []string {
	list, ok := value.Parse(field)
	if !ok || list.Kind != tree.Array {
		return []string{field}
	}
	var out []string
	for i := range list.Kids {
		name, _ := Person(&list.Kids[i])
		out = append(out, name)
	}
	return out
}

// AddPerson adds a name, "Vega, Ana de la", to a field of the record that holds names as CSL does.
func (r *Reference) AddPerson(field, name string) {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		return
	}
	list, ok := value.Parse(r.Field(field))
	if !ok || list.Kind != tree.Array {
		list = value.List()
	}
	list.Kids = append(list.Kids, NameNode(r.Parts(name)))
	for i := range r.Record {
		if r.Record[i].Name == field {
			r.Record[i].Value = list.Compact()
			return
		}
	}
	r.Add(field, list.Compact())
}

// NameNode is a name as CSL writes it; without a given name it has no parts.
func NameNode(family, given string) tree.Node {
	if given == "" {
		return value.Object(value.Named("literal", value.String(family)))
	}
	return value.Object(value.Named("family", value.String(family)), value.Named("given", value.String(given)))
}
