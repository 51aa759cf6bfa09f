// Package stix writes a facts file as a bundle of STIX 2.1 (OASIS standard, 10 June 2021), and reads bundles.
//
// The briefing is a report, origins and actors are identities, places with
// coordinates are locations, and every fact and judgement is a note about them.
// Estimates have no object in STIX: a note bears the fact as the facts file has it
// in a property extension (section 7.3), and the report the rest of the file.
// Identifiers are UUIDv5 and times are the briefing's cut-off, so that one file
// gives one bundle. For OpenCTI: it reads report, identity, location, note,
// external_references, confidence, labels and object_marking_refs; the extension
// passes through.
package stix

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"sitrep/report/exchange/reference"
	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// The members of the extension.
const (
	recordKey = "record" // of a note: a fact or a judgement
	fileKey   = "file"   // of the report: the facts file, its facts and judgements by their ids alone
)

// id makes an identifier of a kind that is the same for the same name (section
// 2.9: an UUIDv5 of a namespace that is not that of the cyber observables).
func id(kind, name string) string {
	return kind + "--" + uuid.NewSHA1(uuid.NewSHA1(uuid.NameSpaceURL, []byte("sitrep")), []byte(kind+"/"+name)).String()
}

// extension is the identifier of the extension, for good.
func extension() string { return id("extension-definition", "facts") }

// Write writes a bundle. Bare, notes and report bear no extension.
func Write(root *tree.Node, bare bool) []byte {
	w := &writer{root: root, head: root.Get("briefing"), bare: bare}
	w.languages = value.Texts(w.head, "languages")
	w.stamp = stamp(value.Text(w.head, "as_of"))
	w.author()
	w.identities("origins", "organization")
	w.identities("actors", "unknown")
	w.locations()
	w.notes("facts")
	w.notes("judgements")
	w.report()
	bundle := value.Object(value.Named("type", value.String("bundle")), value.Named("id", value.String(id("bundle", w.name("")))),
		value.Named("objects", value.List(append(w.definitions(), w.objects...)...)))
	return []byte(bundle.Canonical() + "\n")
}

type writer struct {
	root, head *tree.Node
	bare       bool
	languages  []string
	stamp      string // RFC 3339, of every object
	by         string // identifier of who made the briefing
	markings   []string
	objects    []tree.Node
}

// name is what an identifier is made of: the briefing and what is in it.
func (w *writer) name(part string) string { return value.Text(w.head, "id") + "/" + part }

// stamp is the beginning of a date as a timestamp (section 2.16).
func stamp(iso string) string {
	day := iso
	if len(iso) < 10 || strings.Trim(iso[:10], "0123456789-") != "" {
		month := "01"
		if len(iso) >= 7 && strings.Trim(iso[5:7], "0123456789") == "" {
			month = iso[5:7]
		} else if len(iso) == 7 && iso[5] == 'Q' {
			month = map[byte]string{'1': "01", '2': "04", '3': "07", '4': "10"}[iso[6]]
		} else if iso == "" || len(iso) < 4 {
			iso = "1970"
		}
		day = iso[:4] + "-" + month + "-01"
	}
	return day[:10] + "T00:00:00.000Z"
}

// object begins an object with what all have in common (section 3.2).
func (w *writer) object(kind, name, marking string) tree.Node {
	n := value.Object()
	value.SetText(&n, "type", kind)
	value.SetText(&n, "spec_version", "2.1")
	value.SetText(&n, "id", id(kind, name))
	value.SetText(&n, "created_by_ref", w.by)
	value.SetText(&n, "created", w.stamp)
	value.SetText(&n, "modified", w.stamp)
	if marking == "" {
		marking = value.Text(w.head, "marking")
	}
	if marking == "" {
		marking = "TLP:CLEAR"
	}
	if !slices.Contains(w.markings, marking) {
		w.markings = append(w.markings, marking)
	}
	value.Set(&n, "object_marking_refs", value.Strings([]string{markingID(marking)}))
	if len(w.languages) > 0 {
		value.SetText(&n, "lang", w.languages[0])
	}
	return n
}

func (w *writer) text(n *tree.Node, key string) string {
	return reference.Default(n.Get(key), w.languages)
}

// author is who made the briefing; it makes all objects, itself included.
func (w *writer) author() {
	name, class := value.Text(w.head, "publisher"), "organization"
	if name == "" {
		name, class = strings.Join(value.Texts(w.head, "authors"), ", "), "group"
	}
	if name == "" {
		name, class = "unknown", "unknown"
	}
	w.by = id("identity", "author/"+name)
	n := w.object("identity", "author/"+name, "")
	value.SetText(&n, "name", name)
	value.SetText(&n, "identity_class", class)
	w.objects = append(w.objects, n)
}

func (w *writer) identities(kind, class string) {
	records := w.root.Get(kind)
	if records == nil {
		return
	}
	for i := range records.Kids {
		k := &records.Kids[i]
		n := w.object("identity", w.name(kind+"/"+k.Key), value.Text(k, "marking"))
		value.SetText(&n, "name", w.text(k, "name"))
		value.SetText(&n, "identity_class", class)
		if role := value.Text(k, "kind"); role != "" {
			value.Set(&n, "roles", value.Strings([]string{role}))
		}
		value.SetText(&n, "description", reliability(value.Text(k, "reliability")))
		w.objects = append(w.objects, n)
	}
}

func reliability(grade string) string {
	if grade == "" {
		return ""
	}
	return "Source reliability: " + grade + " (Admiralty)"
}

// locations are the places that have coordinates: a location needs them, a region
// or a country (section 4.12).
func (w *writer) locations() {
	records := w.root.Get("places")
	if records == nil {
		return
	}
	for i := range records.Kids {
		k := &records.Kids[i]
		if k.Get("lat") == nil || k.Get("lon") == nil {
			continue
		}
		n := w.object("location", w.name("places/"+k.Key), value.Text(k, "marking"))
		value.SetText(&n, "name", w.text(k, "name"))
		value.Set(&n, "latitude", *k.Get("lat"))
		value.Set(&n, "longitude", *k.Get("lon"))
		w.objects = append(w.objects, n)
	}
}

// report is the briefing, which names all objects.
func (w *writer) report() {
	n := w.object("report", w.name("report"), "")
	value.SetText(&n, "name", w.text(w.head, "title"))
	value.SetText(&n, "description", w.text(w.head, "summary"))
	value.SetText(&n, "published", w.stamp)
	value.Set(&n, "report_types", value.Strings([]string{"threat-report"}))
	refs := value.List()
	for i := range w.objects {
		refs.Kids = append(refs.Kids, value.String(value.Text(&w.objects[i], "id")))
	}
	value.Set(&n, "object_refs", refs)
	if !w.bare {
		rest := value.Object(w.root.Kids...)
		for _, kind := range []string{"facts", "judgements"} {
			if records := w.root.Get(kind); records != nil {
				ids := value.List()
				for i := range records.Kids {
					ids.Kids = append(ids.Kids, value.String(value.Text(&records.Kids[i], "id")))
				}
				value.Set(&rest, kind, ids)
			}
		}
		w.extend(&n, fileKey, rest)
	}
	w.objects = append(w.objects, n)
}

// extend gives an object the extension with one member.
func (w *writer) extend(n *tree.Node, key string, v tree.Node) {
	if w.bare {
		return
	}
	ext := value.Object(value.Named("extension_type", value.String("property-extension")), value.Named(key, v))
	value.Set(n, "extensions", value.Object(value.Named(extension(), ext)))
}

// definitions are what stands before all objects: the extension, who defines it,
// and the markings that are used.
func (w *writer) definitions() []tree.Node {
	var out []tree.Node
	slices.Sort(w.markings)
	for _, m := range w.markings {
		out = append(out, markingDefinition(m))
	}
	if w.bare {
		return out
	}
	const since = "2026-01-01T00:00:00.000Z"
	own := id("identity", "sitrep")
	members := func(pairs ...string) tree.Node {
		n := value.Object()
		for i := 0; i < len(pairs); i += 2 {
			value.SetText(&n, pairs[i], pairs[i+1])
		}
		return n
	}
	tool := members("type", "identity", "spec_version", "2.1", "id", own, "created", since, "modified", since, "name", "sitrep",
		"identity_class", "system")
	def := members("type", "extension-definition", "spec_version", "2.1", "id", extension(), "created_by_ref", own, "created", since,
		"modified", since,
		"name", "facts of a sitrep briefing", "description", fmt.Sprintf("A note bears a fact or judgement as %q, a report the rest of the "+
			"facts file as %q.", recordKey, fileKey),
		"schema", "the JSON Schema that 'sitrep schema' prints", "version", "1.0.0")
	value.Set(&def, "extension_types", value.Strings([]string{"property-extension"}))
	return append(out, tool, def)
}
