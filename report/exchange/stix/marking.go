package stix

import (
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

// label is the TLP label of an object's markings, the strictest of them; empty
// where none is known.
func label(n *tree.Node) string {
	out := ""
	refs := value.Texts(n, "object_marking_refs")
	for _, list := range [][]tlp{older, tlps} {
		for _, m := range list {
			for _, ref := range refs {
				if ref == m.id {
					out = m.label
				}
			}
		}
	}
	return strings.TrimPrefix(out, "TLP:CLEAR")
}
