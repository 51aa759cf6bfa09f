// Package ris writes and reads references in the RIS format, the one that every reference manager knows.
//
// What RIS has no tag for stands in the custom field C8, as JSON in base64.
package ris

import (
	"encoding/base64"
	"slices"
	"strings"

	"sitrep/report/exchange/reference"
	"sitrep/report/pattern"
)

// The beginnings of what C8 holds.
const (
	source = "sitrep-source:"
	rest   = "sitrep-file:"
)

// Write writes one record after another, lines ended as the format asks, by CRLF.
func Write(records []reference.Reference) []byte {
	var b strings.Builder
	for _, r := range records {
		tag(&b, "TY", r.Kind(reference.RIS))
		tag(&b, "ID", r.ID)
		tag(&b, "TI", r.Title)
		for _, a := range r.Authors {
			tag(&b, "AU", a)
		}
		tag(&b, map[bool]string{true: "T2", false: "PB"}[r.Container == "" && r.Periodic() && r.Kind(reference.RIS) != "ELEC"], r.Publisher)
		tag(&b, "T2", r.Container)
		tag(&b, "PY", r.Published[:min(4, len(r.Published))])
		tag(&b, "DA", slashed(r.Published))
		tag(&b, "Y2", slashed(r.Accessed))
		tag(&b, "UR", r.URL)
		tag(&b, "L2", r.Archived)
		tag(&b, "LA", r.Language)
		tag(&b, "C7", r.Marking)
		for _, f := range r.Record {
			name, own := strings.CutPrefix(f.Name, "ris.")
			if !own {
				name = tagOf(f.Name)
			}
			switch {
			case reference.IsKind(f.Name):
			case name == editor:
				for _, who := range reference.People(f.Value) {
					tag(&b, name, who)
				}
			default:
				tag(&b, name, f.Value)
			}
		}
		if r.Carried != "" {
			tag(&b, "C8", map[bool]string{true: rest, false: source}[r.Whole]+base64.StdEncoding.EncodeToString([]byte(r.Carried)))
		}
		b.WriteString("ER  - \r\n\r\n")
	}
	return []byte(b.String())
}

// tag writes one field; a field is one line.
func tag(b *strings.Builder, name, text string) {
	if text = strings.Join(strings.Fields(text), " "); text != "" && name != "" {
		b.WriteString(name + "  - " + text + "\r\n")
	}
}

// slashed writes a date as RIS does, "2024/10/23/"; a quarter or week as it is.
func slashed(iso string) string {
	if iso == "" || strings.Trim(iso, "0123456789-") != "" {
		return iso
	}
	return strings.ReplaceAll(iso, "-", "/") + strings.Repeat("/", 3-strings.Count(iso, "-"))
}

var field = pattern.Of(`^([A-Z][A-Z0-9])  ?-( ?)(.*)$`)

// Read reads the records of a file.
func Read(src string) reference.Library {
	l := &reference.Library{}
	var r *reader
	last := ""
	line := 0
	for text := range strings.Lines(strings.TrimPrefix(src, "\uFEFF")) {
		line++
		text = strings.TrimRight(text, "\r\n")
		m := field().FindStringSubmatch(text)
		switch {
		case strings.TrimSpace(text) == "", m == nil && r == nil: // some programs write lines of their own before and between records
		case m == nil && r != nil && last != "":
			r.fields[last][len(r.fields[last])-1] += " " + strings.TrimSpace(text)
			r.values[len(r.values)-1] += " " + strings.TrimSpace(text)
		case m == nil:
			l.Faults = append(l.Faults, reference.Fault{Line: line, Col: 1, Message: "this line is no field of RIS",
				Hint: "a field is two letters, two spaces, a hyphen and a space: TI  - Title"})
		case m[1] == "TY":
			if r != nil {
				l.Faults = append(l.Faults, reference.Fault{Line: line, Col: 1, Message: "a record begins before the last one ended",
					Hint: "a record ends with ER  - "})
			}
			r, last = &reader{line: line, kind: strings.TrimSpace(m[3]), fields: map[string][]string{}}, ""
		case r == nil:
			l.Faults = append(l.Faults, reference.Fault{Line: line, Col: 1, Message: "a field stands outside of a record",
				Hint: "a record begins with TY  - "})
		case m[1] == "ER":
			l.References = append(l.References, r.reference(l))
			r, last = nil, ""
		default:
			last = m[1]
			for _, text := range several(last, strings.TrimSpace(m[3])) {
				r.fields[last] = append(r.fields[last], text)
				r.order = append(r.order, last)
				r.values = append(r.values, text)
			}
		}
	}
	if r != nil {
		l.Faults = append(l.Faults, reference.Fault{Line: r.line, Col: 1, Message: "the record that begins here does not end: the file may " +
			"have been cut off"})
	}
	return *l
}

var address = pattern.Of(`;\s*(https?://)`)

// several divides a field of addresses; any other holds one value.
func several(tag, text string) []string {
	if tag != "UR" {
		return []string{text}
	}
	return strings.Split(address().ReplaceAllString(text, "\n$1"), "\n")
}

type reader struct {
	line   int
	kind   string
	fields map[string][]string
	order  []string
	values []string // of each field in order
}

// kept are the tags that a source has a key for, which holds all that they say, and once those of which it holds the first.
const (
	kept = " ID AU A1 PY Y1 DA Y2 LA C7 C8 "
	once = " TI T1 UR L2 "
)

// private are tags that name files of somebody's machine.
const private = " L1 L4 "

// editor is the tag of editors; some programs write ED.
const editor = "A2"

// variables are the tags and the variables of CSL that say the same.
var variables = [][2]string{{"VL", "volume"}, {"IS", "issue"}, {"SP", "page"}, {editor, "editor"}, {"M1", "number"},
	{"NV", "number-of-volumes"}, {"SN", "ISBN"}, {"SN", "ISSN"}, {"AB", "abstract"},
	{"N2", "abstract"}, {"KW", "keyword"}, {"N1", "note"},
	{"ET", "edition"}, {"CY", "publisher-place"}, {"T3", "collection-title"}, {"DO", "DOI"}, {"M3", "genre"}, {"AN", "call-number"},
	{"DB", "source"}}

func tagOf(variable string) string {
	for _, v := range variables {
		if v[1] == variable {
			return v[0]
		}
	}
	return ""
}

// further keeps the fields that a source has no key for; the last page joins the first.
func (r *reader) further(ref *reference.Reference, used []string, l *reference.Library) {
	ref.SetKind(reference.RIS, r.kind)
	for i, tag := range r.order {
		text := r.values[i]
		switch {
		case strings.Contains(kept, " "+tag+" "), slices.Contains(used, tag) && text == r.first(tag):
			continue
		case strings.Contains(once, " "+tag+" ") && (text == ref.Title || text == ref.URL || text == ref.Archived):
			continue
		case strings.Contains(private, " "+tag+" "):
			l.Lose(tag)
			continue
		case tag == "EP" && r.first("SP") != "":
			continue
		case tag == "SP" && r.first("EP") != "" && r.first("EP") != text:
			text += "–" + r.first("EP")
		case tag == editor || tag == "ED":
			ref.AddPerson("editor", text)
			continue
		}
		name := "ris." + tag
		for _, v := range variables {
			if v[0] == tag {
				name = v[1]
			}
		}
		if name == "ISSN" && isbn().MatchString(text) {
			name = "ISBN"
		}
		ref.Add(name, text)
	}
}

// isbn is the form of an ISBN (ISO 2108), which stands under the same tag as an ISSN.
var isbn = pattern.Of(`^(?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9Xx]$`)

func (r *reader) reference(l *reference.Library) reference.Reference {
	ref := reference.Reference{ID: r.first("ID"), Title: r.first("TI", "T1", "ST"), Publisher: r.first("PB"),
		Container: r.first("T2", "JO", "JF"), URL: r.first("UR"), Archived: r.first("L2"), Marking: r.first("C7"), Line: r.line, Col: 1}
	for _, name := range append(slices.Clone(r.fields["AU"]), r.fields["A1"]...) {
		if family, given, ok := strings.Cut(name, ","); ok && !strings.Contains(given, ",") {
			ref.Authors = append(ref.Authors, reference.Name(family, given))
		} else {
			ref.Literal(name)
		}
	}
	if tag, ok := reference.Language(r.first("LA")); ok {
		ref.Language = tag
	} else {
		ref.Add("ris.LA", r.first("LA"))
	}
	used := []string{"PB"}
	if r.first("TI", "T1") == "" {
		used = append(used, "ST")
	}
	for _, tag := range []string{"T2", "JO", "JF"} {
		if r.first(tag) != "" {
			used = append(used, tag)
			break
		}
	}
	if ref.Publisher == "" {
		ref.Publisher, ref.Container = ref.Container, ""
	}
	ref.Resolved(r.first("DO"))
	r.further(&ref, used, l)
	ref.Published, ref.Accessed = iso(l.Day(r.first("DA", "PY", "Y1"), r.line, 1)), iso(l.Day(r.first("Y2"), r.line, 1))
	if text, ok := strings.CutPrefix(r.first("C8"), source); ok {
		ref.Carried = r.decode(l, text)
	} else if text, ok := strings.CutPrefix(r.first("C8"), rest); ok {
		ref.Carried, ref.Whole = r.decode(l, text), true
	}
	return ref
}

func (r *reader) decode(l *reference.Library, text string) string {
	data, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(text, " ", ""))
	if err != nil {
		l.Faults = append(l.Faults, reference.Fault{Line: r.line, Col: 1, Message: "the field C8 of this record is damaged",
			Hint: "take it out; what it carried is then lost"})
	}
	return string(data)
}

func (r *reader) first(tags ...string) string {
	for _, tag := range tags {
		if list := r.fields[tag]; len(list) > 0 && list[0] != "" {
			return list[0]
		}
	}
	return ""
}

var dated = pattern.Of(`^(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?[/-]*$`)

// iso reads a date of RIS, "2024/10/23/"; what is none comes back as it is.
func iso(s string) string {
	m := dated().FindStringSubmatch(s)
	if m == nil {
		return s
	}
	out := m[1]
	for _, part := range m[2:] {
		if part != "" {
			out += "-" + strings.Repeat("0", 2-len(part)) + part
		}
	}
	return out
}
