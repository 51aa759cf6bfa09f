package stix

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// foreign reads what a facts file can hold of another program's bundle: reports as
// sources, identities as origins, locations as places, notes as statements. What
// it cannot hold is told, by kinds of objects.
func (r *reader) foreign(list *tree.Node) *tree.Node {
	r.out = value.Object()
	left := map[string]int{}
	for i := range list.Kids {
		n := &list.Kids[i]
		switch kind := value.Text(n, "type"); kind {
		case "location":
			r.location(n)
		case "report":
			r.report(n)
		case "note", "identity": // identities are read where somebody names them
		case "marking-definition", "extension-definition":
		default:
			left[kind]++
		}
	}
	for i := range list.Kids {
		if value.Text(&list.Kids[i], "type") == "note" {
			r.note(&list.Kids[i], list)
		}
	}
	r.tellUnnamed(list)
	r.tellLosses()
	for _, kind := range slices.Sorted(maps.Keys(left)) {
		r.fault("W704", list, fmt.Sprintf("%s left out: a facts file has no place for them", counted(left[kind], kind, " is", " are")), "")
	}
	return &r.out
}

// counted counts objects of a kind, with a word for one and for several behind them.
func counted(n int, kind, one, many string) string {
	if n == 1 {
		return fmt.Sprintf("1 object of the kind %q%s", kind, one)
	}
	return fmt.Sprintf("%d objects of the kind %q%s", n, kind, many)
}

// record gives a new record a place among those of its kind.
func (r *reader) record(kind string, n *tree.Node, name string, record tree.Node) string {
	wish := r.o.Slug(name)
	if wish == "" {
		wish = strings.TrimSuffix(kind, "s")
	}
	id := wish
	for i := 2; r.taken[id]; i++ {
		id = fmt.Sprintf("%s-%d", wish, i)
	}
	r.taken[id], r.ids[value.Text(n, "id")] = true, id
	all := value.Object()
	if old := r.out.Get(kind); old != nil {
		all = *old
	}
	value.Set(&all, id, record)
	value.Set(&r.out, kind, all)
	return id
}

func (r *reader) location(n *tree.Node) {
	name, from := "", ""
	for _, key := range []string{"name", "city", "administrative_area", "country", "region"} {
		if name == "" {
			name, from = value.Text(n, key), key
		}
	}
	r.keep(n, from+" latitude longitude")
	record := value.Object(value.Named("name", value.String(name)))
	if lat, lon := n.Get("latitude"), n.Get("longitude"); lat != nil && lon != nil {
		value.Set(&record, "lat", *lat)
		value.Set(&record, "lon", *lon)
	}
	if name == "" {
		r.fault("E705", n, "the location has no name", "")
	}
	value.SetText(&record, "marking", r.marked(n))
	r.record("places", n, name, record)
}

// report reads a report as a source. Its description, labels and types stand in the record.
func (r *reader) report(n *tree.Node) {
	record := value.Object()
	value.SetText(&record, "title", value.Text(n, "name"))
	publisher, marking := "unknown", r.marked(n)
	if by := r.objects[value.Text(n, "created_by_ref")]; by != nil {
		r.identity(by)
		publisher, marking = value.Text(by, "name"), strictest(marking, r.marked(by))
	} else {
		r.fault("W703", n, fmt.Sprintf("the report %q does not say who made it: its publisher is taken to be “unknown”", value.Text(n, "name")),
			"")
	}
	value.SetText(&record, "publisher", publisher)
	read := "name published object_refs description labels report_types"
	if refs := n.Get("external_references"); refs != nil && len(refs.Kids) > 0 {
		value.SetText(&record, "url", value.Text(&refs.Kids[0], "url"))
		if len(refs.Kids) == 1 && value.Text(&refs.Kids[0], "url") != "" {
			read += " external_references"
		}
	}
	r.keep(n, read)
	value.SetText(&record, "published", day(value.Text(n, "published")))
	value.SetText(&record, "language", value.Text(n, "lang"))
	further := value.List()
	for _, f := range []struct{ name, text string }{{"abstract", value.Text(n, "description")},
		{"keyword", strings.Join(value.Texts(n, "labels"), "; ")}, {"genre", strings.Join(value.Texts(n, "report_types"), "; ")}} {
		if text := strings.Join(strings.Fields(f.text), " "); text != "" {
			further.Kids = append(further.Kids, value.Object(value.Named("name", value.String(f.name)), value.Named("value", value.String(text))))
		}
	}
	if len(further.Kids) > 0 {
		value.Set(&record, "record", further)
	}
	value.SetText(&record, "marking", marking)
	r.record("sources", n, value.Text(n, "name"), record)
}

// day is that of a timestamp.
func day(stamp string) string { return stamp[:min(10, len(stamp))] }

// origin reads who made an object, once.
func (r *reader) origin(n *tree.Node) string {
	ref := value.Text(n, "created_by_ref")
	by := r.objects[ref]
	if by == nil {
		r.fault("E705", n, "the note does not say who made it, and a claim has an origin", "")
		return ""
	}
	if id := r.ids[ref]; id != "" {
		return id
	}
	r.identity(by)
	kind := "other"
	for _, sector := range value.Texts(by, "sectors") {
		if strings.HasPrefix(sector, "government") {
			kind = "government"
		}
	}
	if kind == "other" {
		r.fault("W703", by, fmt.Sprintf("the kind of the origin %q is taken to be “other”", value.Text(by, "name")), "")
	}
	record := value.Object(value.Named("name", value.String(value.Text(by, "name"))), value.Named("kind", value.String(kind)))
	value.SetText(&record, "marking", r.marked(by))
	return r.record("origins", by, value.Text(by, "name"), record)
}

// note reads a note as a statement.
func (r *reader) note(n, list *tree.Node) {
	if r.o.Status == "" {
		r.fault("E705", n, "a note does not say how firm it is, and a claim has a status", "say --set status=reported where all have one")
		return
	}
	fact := value.Object()
	text := value.Text(n, "abstract")
	if text == "" {
		text = value.Text(n, "content")
	}
	id := r.o.Slug(text)
	if id == "" {
		id = "note"
	}
	for wish, i := id, 2; r.taken[id]; i++ {
		id = fmt.Sprintf("%s-%d", wish, i)
	}
	r.taken[id] = true
	value.SetText(&fact, "id", id)
	value.SetText(&fact, "type", "statement")
	value.SetText(&fact, "origin", r.origin(n))
	value.SetText(&fact, "as_of", day(value.Text(n, "created")))
	value.SetText(&fact, "status", r.o.Status)
	if c := credibility(n.Get("confidence")); c != "" {
		value.Set(&fact, "credibility", value.Number(c))
	}
	value.SetText(&fact, "statement", value.Text(n, "content"))
	r.about(n, &fact)
	value.Set(&fact, "sources", value.Strings(r.readIn(n, list)))
	if abstract := value.Text(n, "abstract"); abstract != id {
		value.SetText(&fact, "note", abstract)
	}
	value.SetText(&fact, "marking", r.marked(n))
	all := value.List()
	if old := r.out.Get("facts"); old != nil {
		all = *old
	}
	all.Kids = append(all.Kids, fact)
	value.Set(&r.out, "facts", all)
}

// about reads what a note is about: its place, and identities as actors.
func (r *reader) about(n, fact *tree.Node) {
	var actors []string
	for _, ref := range value.Texts(n, "object_refs") {
		o := r.objects[ref]
		switch {
		case o == nil:
		case value.Text(o, "type") == "location" && fact.Get("place") != nil:
			r.fault("W704", n, fmt.Sprintf("%s is about several places: %s is left out", nameOf(n), nameOf(o)), "")
		case value.Text(o, "type") == "location":
			value.SetText(fact, "place", r.ids[ref])
		case value.Text(o, "type") == "identity" && ref != value.Text(n, "created_by_ref"):
			actors = append(actors, r.actor(o))
		}
	}
	if len(actors) > 0 {
		value.Set(fact, "actors", value.Strings(unique(actors)))
	}
}

// identity notes that an identity was read, and what of it was not.
func (r *reader) identity(n *tree.Node) {
	if ref := value.Text(n, "id"); !r.named[ref] {
		r.named[ref] = true
		r.keep(n, "name identity_class sectors")
	}
}

// actor reads an identity that a note is about, once.
func (r *reader) actor(n *tree.Node) string {
	ref := value.Text(n, "id")
	if id := r.actors[ref]; id != "" {
		return id
	}
	r.identity(n)
	record := value.Object(value.Named("name", value.String(value.Text(n, "name"))))
	value.SetText(&record, "marking", r.marked(n))
	origin := r.ids[ref]
	r.actors[ref] = r.record("actors", n, value.Text(n, "name"), record)
	r.ids[ref] = origin
	return r.actors[ref]
}

// readIn are the sources of a note: the reports that name it or that it names,
// else its external references.
func (r *reader) readIn(n, list *tree.Node) []string {
	var out []string
	own := value.Text(n, "id")
	for i := range list.Kids {
		o := &list.Kids[i]
		if value.Text(o, "type") == "report" && (slices.Contains(value.Texts(o, "object_refs"), own) ||
			slices.Contains(value.Texts(n, "object_refs"), value.Text(o, "id"))) {
			out = append(out, r.ids[value.Text(o, "id")])
		}
	}
	read := "abstract content confidence object_refs"
	if refs := n.Get("external_references"); len(out) == 0 && refs != nil {
		read += " external_references"
		for i := range refs.Kids {
			ref := &refs.Kids[i]
			record := value.Object()
			title := value.Text(ref, "description")
			if title == "" {
				title = value.Text(ref, "source_name")
			}
			value.SetText(&record, "title", title)
			value.SetText(&record, "publisher", value.Text(ref, "source_name"))
			value.SetText(&record, "url", value.Text(ref, "url"))
			value.SetText(&record, "marking", r.marked(n))
			out = append(out, r.record("sources", ref, title, record))
		}
	}
	r.keep(n, read)
	if len(out) == 0 {
		r.fault("E705", n, "no report names this note, and it has no external reference: where was it read?", "")
	}
	return out
}
