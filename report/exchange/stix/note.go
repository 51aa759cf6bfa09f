package stix

import (
	"slices"
	"strings"

	"sitrep/report/exchange/value"
	"sitrep/report/facts/tree"
)

// notes writes the records of a kind, facts or judgements.
func (w *writer) notes(kind string) {
	records := w.root.Get(kind)
	if records == nil {
		return
	}
	for i := range records.Kids {
		k := &records.Kids[i]
		n := w.object("note", w.name(kind+"/"+value.Text(k, "id")), value.Text(k, "marking"))
		if kind == "facts" {
			w.fact(&n, k)
		} else {
			w.judgement(&n, k)
		}
		w.extend(&n, recordKey, *k)
		w.objects = append(w.objects, n)
	}
}

func (w *writer) fact(n, fact *tree.Node) {
	value.SetText(n, "abstract", value.Text(fact, "id"))
	value.SetText(n, "content", w.content(fact))
	if origin := w.record("origins", value.Text(fact, "origin")); origin != nil {
		value.Set(n, "authors", value.Strings([]string{w.text(origin, "name")}))
	}
	value.Set(n, "labels", value.Strings(slices.DeleteFunc([]string{value.Text(fact, "type"), value.Text(fact, "status")},
		func(s string) bool { return s == "" })))
	if c := Confidence(fact.Get("credibility")); c >= 0 {
		value.Set(n, "confidence", value.Int(c))
	}
	w.sources(n, fact)
	refs := []string{id("identity", w.name("origins/"+value.Text(fact, "origin")))}
	if place := w.record("places", value.Text(fact, "place")); place != nil && place.Get("lat") != nil && place.Get("lon") != nil {
		refs = append(refs, id("location", w.name("places/"+place.Key)))
	}
	for _, actor := range append(value.Texts(fact, "actors"), value.Text(fact, "from"), value.Text(fact, "to")) {
		if actor != "" {
			refs = append(refs, id("identity", w.name("actors/"+actor)))
		}
	}
	value.Set(n, "object_refs", value.Strings(unique(refs)))
}

func (w *writer) judgement(n, j *tree.Node) {
	value.SetText(n, "abstract", value.Text(j, "id"))
	content := w.text(j, "text")
	if l := value.Text(j, "likelihood"); l != "" {
		content += "\n\nLikelihood: " + l + "."
	}
	value.SetText(n, "content", content)
	value.Set(n, "labels", value.Strings([]string{"judgement"}))
	if c, ok := lowMedHigh[value.Text(j, "confidence")]; ok {
		value.Set(n, "confidence", value.Int(c))
	}
	var refs []string
	for _, fact := range value.Texts(j, "because") {
		refs = append(refs, id("note", w.name("facts/"+fact)))
	}
	if len(refs) == 0 {
		refs = []string{id("report", w.name("report"))}
	}
	value.Set(n, "object_refs", value.Strings(unique(refs)))
}

// lowMedHigh maps the confidence of a judgement (Appendix A, None / Low / Med / High).
var lowMedHigh = map[string]int{"low": 15, "moderate": 50, "high": 85}

// Confidence maps an Admiralty credibility to the scale of STIX (Appendix A,
// Admiralty Credibility); -1 where the truth cannot be judged (6), or none is given.
func Confidence(credibility *tree.Node) int {
	if credibility == nil {
		return -1
	}
	if c, ok := map[string]int{"1": 90, "2": 70, "3": 50, "4": 30, "5": 10}[credibility.Text]; ok {
		return c
	}
	return -1
}

// content is the claim in words and numbers.
func (w *writer) content(fact *tree.Node) string {
	var parts []string
	if s := w.text(fact, "statement"); s != "" {
		parts = append(parts, s)
	}
	if s := w.text(fact, "item"); s != "" {
		parts = append(parts, s)
	}
	if m := w.record("measures", value.Text(fact, "measure")); m != nil {
		var numbers []string
		for _, key := range []string{"low", "best", "high"} {
			if v := fact.Get(key); v != nil {
				numbers = append(numbers, key+" "+v.Text)
			}
		}
		parts = append(parts, w.text(m, "name")+": "+strings.Join(numbers, ", ")+" "+w.text(m, "unit"))
	}
	for _, key := range []string{"as_of", "date"} {
		if d := value.Text(fact, key); d != "" {
			parts = append(parts, "As of "+d)
		}
	}
	if p := w.record("places", value.Text(fact, "place")); p != nil {
		parts = append(parts, w.text(p, "name"))
	}
	return strings.Join(parts, ". ")
}

func (w *writer) record(kind, id string) *tree.Node {
	if records := w.root.Get(kind); records != nil && id != "" {
		return records.Get(id)
	}
	return nil
}

// sources are the external references of a fact (section 2.5).
func (w *writer) sources(n, fact *tree.Node) {
	list := fact.Get("sources")
	if list == nil {
		return
	}
	refs := value.List()
	for i := range list.Kids {
		id := list.Kids[i].Text
		if list.Kids[i].Kind == tree.Object {
			id = value.Text(&list.Kids[i], "source")
		}
		s := w.record("sources", id)
		if s == nil {
			continue
		}
		ref := value.Object()
		value.SetText(&ref, "source_name", value.Text(s, "publisher"))
		value.SetText(&ref, "description", w.text(s, "title"))
		value.SetText(&ref, "url", value.Text(s, "url"))
		value.SetText(&ref, "external_id", id)
		refs.Kids = append(refs.Kids, ref)
	}
	if len(refs.Kids) > 0 {
		value.Set(n, "external_references", refs)
	}
}

func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
