package bibtex

import (
	"cmp"
	"encoding/base64"
	"strings"
	"unicode"

	"sitrep/report/exchange/reference"
)

// Read reads the entries of a file.
func Read(src string) reference.Library {
	p := parse(src)
	p.inherit()
	l := &reference.Library{Faults: p.faults}
	for i := range p.entries {
		l.References = append(l.References, p.entries[i].reference(l))
	}
	return *l
}

// inherited are the fields that a part has from the whole.
const inherited = "publisher institution organization editor isbn series volume volumes edition location address year month date"

// inherit gives entries what the one has that "crossref" names and they lack (the manual of biblatex, appendix B); the
// title of the whole is where they stand in.
func (p *parser) inherit() {
	byKey := map[string]int{}
	for i := range p.entries {
		if _, known := byKey[p.entries[i].key]; !known {
			byKey[p.entries[i].key] = i
		}
	}
	for i := range p.entries {
		e := &p.entries[i]
		at, known := byKey[e.fields["crossref"]]
		if !known || at == i || e.fields["crossref"] == "" {
			continue
		}
		whole := &p.entries[at]
		give := func(name, text string) {
			if e.fields[name] == "" && text != "" {
				e.fields[name] = text
				e.names = append(e.names, name)
			}
		}
		give("booktitle", cmp.Or(whole.fields["booktitle"], whole.fields["title"]))
		for _, name := range strings.Fields(inherited) {
			give(name, whole.fields[name])
		}
	}
}

// reference is the record that an entry holds; what cannot be read of it is told in l.
func (e *entry) reference(l *reference.Library) reference.Reference {
	r := reference.Reference{ID: e.key, Title: e.plain("title"), Marking: e.fields[marking], Line: e.line, Col: e.col,
		URL: strings.ReplaceAll(e.fields["url"], `\`, ""), Archived: e.fields["archiveurl"],
		Accessed: l.Day(e.fields["urldate"], e.line, e.col), Published: l.Day(e.date(l), e.line, e.col)}
	if sub := e.plain("subtitle"); sub != "" {
		r.Title += ": " + sub
	}
	used := map[string]bool{}
	first := func(to *string, names ...string) {
		for _, name := range names {
			if text := e.plain(name); *to == "" && text != "" && !used[name] {
				*to, used[name] = text, true
			}
		}
	}
	if how := e.plain("howpublished"); r.URL == "" && (strings.HasPrefix(how, "https://") || strings.HasPrefix(how, "http://")) {
		r.URL, used["howpublished"] = how, true
	}
	first(&r.Publisher, "publisher", "institution", "organization", "school", "howpublished")
	first(&r.Container, "journaltitle", "journal", "booktitle")
	if r.Publisher == "" {
		r.Publisher, r.Container = r.Container, ""
	}
	r.Resolved(e.plain("doi"))
	e.language(&r, used)
	e.authors(&r, l)
	e.further(&r, used, l)
	e.carried(&r, l)
	for _, name := range e.tex.strange {
		l.Tell(e.line, e.col, "the command "+name+" of TeX is not known here: it stands in the text as written")
	}
	return r
}

// plain is the text of a field.
func (e *entry) plain(name string) string { return e.tex.plain(e.fields[name]) }

// language reads the field "langid", else "language", as far as they name a language.
func (e *entry) language(r *reference.Reference, used map[string]bool) {
	for _, name := range []string{"langid", "language"} {
		if tag, ok := reference.Language(e.plain(name)); ok && r.Language == "" {
			r.Language, used[name] = tag, true
		}
	}
	if exact := e.fields[language]; exact != "" && (r.Language == "" || reference.TeX(exact) == reference.TeX(r.Language)) {
		r.Language = exact
	}
}

// carried takes what a record carries along for programs.
func (e *entry) carried(r *reference.Reference, l *reference.Library) {
	for _, name := range []string{source, rest} {
		if text := e.fields[name]; text != "" {
			data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(text), ""))
			if err != nil {
				l.Faults = append(l.Faults, reference.Fault{Line: e.line, Col: e.col, Message: "the field “" + name + "” of this entry is damaged",
					Hint: "take it out; what it carried is then lost"})
			}
			r.Carried, r.Whole = string(data), name == rest
		}
	}
}

// kept are the fields that a source has a key for.
const kept = " title subtitle author year month day date url urldate archiveurl " + marking + " " + language + " " + source + " " + rest +
	" "

// private are fields that name files of somebody's machine.
const private = " file local-url bdsk-file-1 bdsk-file-2 "

// further keeps the fields that a source has no key for.
func (e *entry) further(r *reference.Reference, used map[string]bool, l *reference.Library) {
	r.SetKind(reference.BibTeX, e.kind)
	for _, name := range e.names {
		switch {
		case used[name] || strings.Contains(kept, " "+name+" "):
			continue
		case strings.Contains(private, " "+name+" "):
			l.Lose(name)
			continue
		case name == editor:
			e.people(name, func(who string, _ bool) { r.AddPerson(editor, who) })
			continue
		}
		r.Add(e.variable(name, r), e.plain(name))
	}
}

// variable is the name under which a field is kept: that of CSL where it has one. The number of what appears again and
// again is an issue.
func (e *entry) variable(name string, r *reference.Reference) string {
	out := "bibtex." + name
	for _, v := range variables {
		if v[0] == name && r.Field(v[1]) == "" && (v[1] != "issue" || r.Periodic()) && (v[1] != "number" || !r.Periodic()) {
			out = v[1]
		}
	}
	return out
}

// authors reads the authors. "others" stands for names that the record does not give.
func (e *entry) authors(r *reference.Reference, l *reference.Library) {
	e.people("author", func(name string, literal bool) {
		switch {
		case name == "others":
			r.Add(others, "and others")
			l.Tell(e.line, e.col, "the record "+e.key+" names some of its authors only as “others”: they are not printed")
		case literal:
			r.Literal(name)
		default:
			r.Authors = append(r.Authors, name)
		}
	})
}

// people reads names divided by "and", which does not divide within braces.
func (e *entry) people(name string, add func(who string, literal bool)) {
	text := e.fields[name]
	depth, from := 0, 0
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 && i >= from && strings.HasPrefix(text[i:], " and ") {
			add(e.name(strings.TrimSpace(text[from:i])))
			from = i + len(" and ")
		}
	}
	add(e.name(strings.TrimSpace(text[min(from, len(text)):])))
}

// name reads one name, the family name first; literal where it has no parts.
func (e *entry) name(part string) (name string, literal bool) {
	if family, given := e.parted(part); family != "" {
		return reference.Name(family, given), false
	}
	name = e.tex.plain(part)
	if family, given, ok := strings.Cut(name, ","); ok && closing(part) != len(part)-1 {
		return reference.Name(family, given), false
	}
	return name, true
}

// parted reads a name in the extended form of biblatex (its manual, 3.7): "family=Meij, given=Vincent, prefix=van der".
func (e *entry) parted(name string) (family, given string) {
	parts, from, depth := map[string]string{}, 0, 0
	for i := range len(name) + 1 {
		if i < len(name) && name[i] == '{' {
			depth++
		}
		if i < len(name) && name[i] == '}' {
			depth--
		}
		if i < len(name) && (name[i] != ',' || depth > 0) {
			continue
		}
		key, text, ok := strings.Cut(name[from:i], "=")
		if key = strings.Trim(key, ` "`); !ok || !strings.Contains(nameParts, " "+key+" ") {
			return "", ""
		}
		parts[key] = strings.Trim(e.tex.plain(text), `"`)
		from = i + 1
	}
	return parts["prefix"] + " " + parts["family"] + " " + parts["suffix"], parts["given"]
}

// nameParts are the parts of a name in the extended form.
const nameParts = " family given prefix suffix given-i family-i prefix-i suffix-i useprefix "

// date is the field "date", else year, month and day.
func (e *entry) date(l *reference.Library) string {
	if d := e.fields["date"]; d != "" {
		return d
	}
	year := e.plain("year")
	month, day := e.month(l)
	if day == "" {
		day = e.plain("day")
	}
	out := year
	for _, part := range []string{month, day} {
		if out == "" || part == "" || strings.Trim(part, "0123456789") != "" {
			break
		}
		out += "-" + strings.Repeat("0", max(0, 2-len(part))) + part
	}
	return out
}

// month reads the field "month", which people fill with a day as well ("3 May") or with a stretch ("jan/feb"); what it
// does not read is told.
func (e *entry) month(l *reference.Library) (month, day string) {
	text := strings.ToLower(e.plain("month"))
	var names, numbers []string
	parts := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	for _, part := range parts {
		switch n := months()[string([]rune(part)[:min(3, len([]rune(part)))])]; {
		case n != "":
			names = append(names, n)
		case strings.Trim(part, "0123456789") == "":
			numbers = append(numbers, part)
		}
	}
	switch all := len(names)+len(numbers) == len(parts); {
	case len(parts) == 0:
	case all && len(parts) == 1 && len(numbers) == 1:
		month = numbers[0]
	case all && len(names) == 1 && len(numbers) < 2:
		month, day = names[0], strings.Join(numbers, "")
	case all && len(names) == 2 && len(numbers) == 0:
		month = names[0]
		l.Tell(e.line, e.col, "the record is dated by a stretch of time, "+text+": its beginning is taken")
	default:
		l.Tell(e.line, e.col, "the month “"+text+"” is not read: the year alone is taken")
	}
	return month, day
}
