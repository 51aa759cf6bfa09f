package bibtex

import (
	"encoding/base64"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sitrep/report/exchange/reference"
)

// Read reads the entries of a file.
func Read(src string) reference.Library {
	p := parse(src)
	l := &reference.Library{Faults: p.faults}
	for i := range p.entries {
		l.References = append(l.References, p.entries[i].reference(l))
	}
	return *l
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
	if !strings.Contains(" misc report online article ", " "+e.kind+" ") {
		r.Add(kindField, e.kind)
	}
	for _, name := range e.names {
		switch {
		case used[name] || strings.Contains(kept, " "+name+" "):
			continue
		case strings.Contains(private, " "+name+" "):
			l.Lose(name)
			continue
		}
		variable := "bibtex." + name
		for _, v := range variables {
			if v[0] == name && r.Field(v[1]) == "" {
				variable = v[1]
			}
		}
		r.Add(variable, e.plain(name))
	}
}

// authors reads names divided by "and", which does not divide within braces. "others"
// stands for names that the record does not give.
func (e *entry) authors(r *reference.Reference, l *reference.Library) {
	text := e.fields["author"]
	depth, from := 0, 0
	add := func(part string) {
		part = strings.TrimSpace(part)
		name := e.tex.plain(part)
		if family, given := e.parted(part); family != "" {
			r.Authors = append(r.Authors, reference.Name(family, given))
			return
		}
		if part == "others" {
			r.Add(others, "and others")
			l.Tell(e.line, e.col, "the record "+e.key+" names some of its authors only as “others”: they are not printed")
			return
		}
		if family, given, ok := strings.Cut(name, ","); ok && closing(part) != len(part)-1 {
			r.Authors = append(r.Authors, reference.Name(family, given))
		} else {
			r.Literal(name)
		}
	}
	for i := range len(text) {
		switch text[i] {
		case '{':
			depth++
		case '}':
			depth--
		}
		if depth == 0 && i >= from && strings.HasPrefix(text[i:], " and ") {
			add(text[from:i])
			from = i + len(" and ")
		}
	}
	add(text[min(from, len(text)):])
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

// accents are the combining characters of the accents of TeX.
var accents = map[byte]rune{'`': 0x300, '\'': 0x301, '^': 0x302, '~': 0x303, '=': 0x304, 'u': 0x306, '.': 0x307, '"': 0x308, 'r': 0x30a,
	'H': 0x30b, 'v': 0x30c, 'c': 0x327, 'k': 0x328, 'd': 0x323, 'b': 0x331}

// A text is what is read of the source of TeX.
type text struct {
	strange []string // commands that are not known, each once
}

// plain returns what TeX would set: accents as letters, without braces and
// commands.
func (t *text) plain(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '\\' && i+1 < len(s):
			text, n := t.command(s[i+1:])
			b.WriteString(text)
			i += 1 + n
			continue
		case c == '$' && formula(s[i:]) > 0:
			n := formula(s[i:])
			b.WriteString(t.math(s[i+1 : i+n-1]))
			i += n
			continue
		case c == '{' || c == '}':
		case c == '~':
			b.WriteRune('\u00a0')
		case strings.HasPrefix(s[i:], "---"):
			b.WriteString("—")
			i += 2
		case strings.HasPrefix(s[i:], "--"):
			b.WriteString("–")
			i++
		case strings.HasPrefix(s[i:], "``"):
			b.WriteString("“")
			i++
		case strings.HasPrefix(s[i:], "''"):
			b.WriteString("”")
			i++
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			b.WriteRune(r)
			i += n
			continue
		}
		i++
	}
	return norm.NFC.String(strings.Join(strings.FieldsFunc(b.String(), func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) }), " "))
}

// command reads what follows a backslash: the text it stands for, and its length.
func (t *text) command(s string) (text string, n int) {
	n = 1
	for letter(s[0]) && n < len(s) && letter(s[n]) {
		n++
	}
	name := s[:n]
	if mark, ok := accents[s[0]]; ok && (n == 1) && (!letter(s[0]) || n < len(s) && (s[n] == '{' || s[n] == ' ')) {
		base, m := t.argument(s[n:])
		return base + string(mark), n + m
	}
	if c, ok := letters[name]; ok {
		switch {
		case strings.HasPrefix(s[n:], "{}"):
			n += 2
		case n < len(s) && s[n] == ' ':
			n++
		}
		return c, n
	}
	switch {
	case name == "textsuperscript" || name == "textsubscript":
		inner, m := t.argument(s[n:])
		script, _ := reference.Script(inner, name == "textsuperscript")
		return script, n + m
	case name == "href":
		address, m := t.argument(s[n:])
		inner, k := t.argument(s[n+m:])
		return inner + " (" + address + ")", n + m + k
	case letter(s[0]) && slices.Contains(silent, name): // the text in their braces stays
		for n < len(s) && s[n] == ' ' {
			n++
		}
		return "", n
	case letter(s[0]):
		t.unknown(name)
		return `\` + name, n
	case strings.IndexByte(",;:!/ ()[]", s[0]) >= 0: // spaces, and the signs around a formula
		return map[bool]string{true: " "}[s[0] == ' ' || s[0] == ',' || s[0] == ';' || s[0] == ':'], 1
	}
	r, size := utf8.DecodeRuneInString(s)
	return string(r), size
}

// argument reads the letter that an accent stands on, "e", "{e}" or "{\i}".
func (t *text) argument(s string) (base string, n int) {
	for n < len(s) && s[n] == ' ' {
		n++
	}
	if n < len(s) && s[n] == '{' {
		if end := closing(s[n:]); end > 0 {
			return t.plain(s[n+1 : n+end]), n + end + 1
		}
	}
	if n < len(s) && s[n] == '\\' && n+1 < len(s) {
		text, m := t.command(s[n+1:])
		return text, n + 1 + m
	}
	if n == len(s) {
		return "", n
	}
	_, size := utf8.DecodeRuneInString(s[n:])
	return s[n : n+size], n + size
}

// closing is where the brace closes that s begins with; -1 where it does not.
func closing(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }
