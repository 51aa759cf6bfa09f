package stix

import (
	"fmt"
	"slices"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// A tlp is one label of the Traffic Light Protocol as OASIS defines it for STIX.
type tlp struct{ label, level, id string }

// tlps are the definitions of TLP 2.0 (OASIS, STIX 2.1 common objects, tlp-2.0).
var tlps = []tlp{
	{"TLP:CLEAR", "clear", "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487"},
	{"TLP:GREEN", "green", "marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"},
	{"TLP:AMBER", "amber", "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421"},
	{"TLP:AMBER+STRICT", "amber+strict", "marking-definition--939a9414-2ddd-4d32-a0cd-375ea402b003"},
	{"TLP:RED", "red", "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1"},
}

// older are the definitions of TLP 1.0 (STIX 2.1, section 7.2.1.4), by the labels
// that took their place.
var older = []tlp{
	{label: "TLP:CLEAR", id: "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"},
	{label: "TLP:GREEN", id: "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"},
	{label: "TLP:AMBER", id: "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"},
	{label: "TLP:RED", id: "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"},
}

// tlpExtension is what a definition of TLP 2.0 bears.
const tlpExtension = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d"

// markingID is the identifier of a label, also of one that is not TLP.
func markingID(label string) string {
	for _, m := range tlps {
		if m.label == label {
			return m.id
		}
	}
	return id("marking-definition", label)
}

// markingDefinition is the object of a label: that of OASIS, or a statement.
func markingDefinition(label string) tree.Node {
	n := value.Object()
	value.SetText(&n, "type", "marking-definition")
	value.SetText(&n, "spec_version", "2.1")
	value.SetText(&n, "id", markingID(label))
	value.SetText(&n, "created", "2022-10-01T00:00:00.000Z")
	for _, m := range tlps {
		if m.label == label {
			value.SetText(&n, "name", label)
			value.Set(&n, "extensions", value.Object(value.Named(tlpExtension, value.Object(
				value.Named("extension_type", value.String("property-extension")), value.Named("tlp_2_0", value.String(m.level))))))
			return n
		}
	}
	value.SetText(&n, "definition_type", "statement")
	value.Set(&n, "definition", value.Object(value.Named("statement", value.String(label))))
	return n
}

// marked is the TLP label of an object, the strictest of its markings and those of
// its parts (section 7.2); empty where it is TLP:CLEAR. What is no label is told.
func (r *reader) marked(n *tree.Node) string {
	labels := r.labels(n, value.Texts(n, "object_marking_refs"))
	whole := strictest(labels...)
	var parts []string
	if granular := n.Get("granular_markings"); granular != nil {
		for i := range granular.Kids {
			parts = append(parts, value.Texts(&granular.Kids[i], "marking_ref")...)
		}
	}
	out := strictest(append(r.labels(n, parts), whole)...)
	if out != whole {
		r.fault("W703", n, fmt.Sprintf("%s is marked %s in a part: the marking is taken for the whole", nameOf(n), out), "")
	}
	if out == "" {
		out = r.o.Marking
	}
	if out == tlps[0].label {
		return ""
	}
	return out
}

// labels are those of the markings that are TLP; others are told, once each.
func (r *reader) labels(n *tree.Node, refs []string) []string {
	var out []string
	for _, ref := range refs {
		label := known(ref)
		def := r.objects[ref]
		if label == "" && def != nil {
			label = defined(def)
		}
		switch {
		case label != "":
			out = append(out, label)
		case def == nil && r.o.Marking == "":
			r.fault("E705", n, fmt.Sprintf("%s bears the marking %q, which is not in the bundle: how far it may be passed on is not known",
				nameOf(n), ref), "say --set marking=TLP:RED, or how far else what has no TLP label may be passed on")
		case def != nil && !r.told[ref]:
			r.told[ref] = true
			r.fault("W704", def, fmt.Sprintf("%s is no label of TLP and is left out", statementOf(def)),
				"where it restricts, say how far what has no TLP label may be passed on: --set marking=TLP:AMBER")
		}
	}
	return out
}

// known is the label of a definition of OASIS; empty where it is none.
func known(ref string) string {
	for _, m := range slices.Concat(older, tlps) {
		if m.id == ref {
			return m.label
		}
	}
	return ""
}

// defined is the label that a definition of somebody's own names: by its name, as
// STIX 2.0 did, as the extension of TLP 2.0 does, or as OpenCTI does.
func defined(def *tree.Node) string {
	names := []string{value.Text(def, "name"), value.Text(def, "x_opencti_definition")}
	if d := def.Get("definition"); d != nil {
		names = append(names, value.Text(d, "statement"), "TLP:"+value.Text(d, "tlp"))
	}
	if ext := def.Get("extensions"); ext != nil {
		names = append(names, "TLP:"+value.Text(ext.Get(tlpExtension), "tlp_2_0"))
	}
	var labels []string
	for _, name := range names {
		name = strings.ToUpper(strings.Join(strings.Fields(name), ""))
		name = strings.Replace(name, "TLP:WHITE", "TLP:CLEAR", 1)
		if slices.ContainsFunc(tlps, func(m tlp) bool { return m.label == name }) {
			labels = append(labels, name)
		}
	}
	return strictest(labels...)
}

// statementOf names a definition that is no TLP label.
func statementOf(def *tree.Node) string {
	if d := def.Get("definition"); d != nil {
		if s := value.Text(d, "statement"); s != "" {
			return fmt.Sprintf("the marking %q", s)
		}
	}
	return nameOf(def)
}

// rank is how strict a label is; -1 where it is none of TLP.
func rank(label string) int {
	return slices.IndexFunc(tlps, func(m tlp) bool { return m.label == label })
}

// strictest is the strictest of the labels; empty where there is none.
func strictest(labels ...string) string {
	out := ""
	for _, l := range labels {
		if rank(l) > rank(out) {
			out = l
		}
	}
	return out
}
