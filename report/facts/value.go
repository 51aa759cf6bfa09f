package facts

import (
	"errors"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/claim"
	"sitrep/report/date"
	"sitrep/report/facts/tree"
	"sitrep/report/quantity"
	"sitrep/report/sanitize"
)

// The readers of single values take nil for a key that is not there, and return
// the zero value then and where the value has a problem.

// str reads any string.
func (l *loader) str(n *tree.Node) string {
	if n == nil || !l.is(n, tree.String, "a string") {
		return ""
	}
	return n.Text
}

// name reads a string that must say something.
func (l *loader) name(n *tree.Node) string {
	s := l.str(n)
	if n != nil && n.Kind == tree.String && blank(s) {
		l.at(n, "E220", "the "+n.Key+" says nothing", "")
	}
	return s
}

func blank(s string) bool { return sanitize.Blank(s) }

// maxID bounds ids: they become names of files.
const maxID = 100

// form reports an id that is not one.
func (l *loader) form(id string, off int) {
	ok := id != "" && len(id) <= maxID && id[0] != '-'
	for i := 0; ok && i < len(id); i++ {
		c := id[i]
		ok = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-'
	}
	if ok {
		return
	}
	if len(id) > maxID {
		l.report(off, "E206", quote(strings.ToValidUTF8(id[:20], "")+"…")+" has "+strconv.Itoa(len(id))+" characters: an id has at most "+
			strconv.Itoa(maxID), "")
		return
	}
	hint := ""
	if s := slug(id); s != "" {
		hint = "write " + quote(s)
	}
	l.report(off, "E206", quote(id)+" is not an id: an id is made of a–z, 0–9 and -, and does not begin with -", hint)
}

// slug makes an id of a string of plain letters; "" of any other.
func slug(s string) string {
	var b strings.Builder
	for _, r := range s[:min(len(s), maxID)] {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case r >= 'A' && r <= 'Z':
			b.WriteRune(r - 'A' + 'a')
		case r == '-' || r == '_' || r == ' ' || r == '.' || r == '/':
			b.WriteByte('-')
		default:
			return ""
		}
	}
	return strings.Trim(b.String(), "-")
}

// id reads the id of a thing that shares the one namespace.
func (l *loader) id(n *tree.Node, what string) string {
	id := l.str(n)
	if n != nil && n.Kind == tree.String {
		l.form(id, n.Off)
		l.named = append(l.named, named{id, what, n.Off})
	}
	return id
}

// date reads a date of any precision, without a time of day.
func (l *loader) date(n *tree.Node) date.Date { return l.dateOf(n, false) }

// dateOf reads a date; timed says whether it may have a time of day.
func (l *loader) dateOf(n *tree.Node, timed bool) date.Date {
	if n == nil || !l.is(n, tree.String, `a date in quotes, as "2024-10-23"`) {
		return date.Date{}
	}
	d, err := date.Parse(n.Text)
	switch {
	case err != nil:
		l.at(n, "E208", quote(n.Text)+strings.TrimPrefix(err.Error(), strconv.Quote(n.Text)), "")
	case d.Clock.Given && !timed:
		l.at(n, "E233", "a time of day stands in "+n.Key, "only the date and until of an event have one: write "+quote(n.Text[:10]))
	}
	return d
}

// number reads a finite number within limits.
func (l *loader) number(n *tree.Node, what string, low, high float64) *float64 {
	if n == nil || !l.is(n, tree.Number, "a number") {
		return nil
	}
	v, err := strconv.ParseFloat(n.Text, 64)
	switch {
	case err != nil:
		l.at(n, "E211", n.Key+" is too large a number: "+short(n.Text), "")
		return nil
	case v < low || v > high:
		l.at(n, "E210", n.Key+" ("+short(n.Text)+") must be "+what, "")
		return nil
	}
	v += 0 // no negative zero
	return &v
}

// quantity reads a number that keeps the digits it is written with.
func (l *loader) quantity(n *tree.Node) *quantity.Number {
	if n == nil || !l.is(n, tree.Number, "a number") {
		return nil
	}
	v, err := quantity.Parse(n.Text)
	switch {
	case errors.Is(err, quantity.ErrDigits):
		l.at(n, "E228", n.Key+" has more than "+strconv.Itoa(quantity.MaxDigits)+" significant digits: "+short(n.Text),
			"write only the digits that the source gives")
	case err != nil:
		l.at(n, "E211", n.Key+" is too large or too small a number: "+short(n.Text), "")
	default:
		return v
	}
	return nil
}

// span reads a period: a date, or from one date to another.
func (l *loader) span(n *tree.Node) date.Span {
	switch {
	case n == nil || n.Kind == tree.Invalid:
		return date.Span{}
	case n.Kind == tree.String:
		d := l.date(n)
		return date.Span{From: d, To: d}
	case n.Kind != tree.Object:
		l.wrong(n, `a period: a date, or {"from": date, "to": date}`)
		return date.Span{}
	}
	o := l.open(n, &spanShape)
	s := date.Span{From: l.date(o.get("from")), To: l.date(o.get("to"))}
	if !s.From.IsZero() && !s.To.IsZero() && s.Last() < s.First() {
		l.at(o.get("to"), "E232", "the period ends ("+s.To.String()+") before it begins ("+s.From.String()+")", "")
	}
	return s
}

// short cuts a number of absurd length for a message.
func short(s string) string {
	if len(s) > 30 {
		return s[:30] + "…"
	}
	return s
}

// integer reads a whole number within limits.
func (l *loader) integer(n *tree.Node, what string, low, high float64) int {
	v := l.number(n, what, low, high)
	switch {
	case v == nil:
		return 0
	case *v != float64(int(*v)):
		l.at(n, "E210", n.Key+" ("+short(n.Text)+") must be "+what, "")
		return 0
	}
	return int(*v)
}

// flag reads true or false.
func (l *loader) flag(n *tree.Node) bool {
	return n != nil && l.is(n, tree.Bool, "true or false") && n.Text == "true"
}

// one reads a word of the vocabulary.
func one[T ~string](l *loader, n *tree.Node, what string, of []T) T {
	return T(l.word(n, what, claim.Words(of)))
}

// word reads a string that is one of a few.
func (l *loader) word(n *tree.Node, what string, of []string) string {
	if n == nil || n.Kind != tree.String && !l.is(n, tree.String, what+" ("+strings.Join(of, ", ")+")") {
		return ""
	}
	if !slices.Contains(of, n.Text) {
		l.at(n, "E209", quote(n.Text)+" is not "+what+": "+strings.Join(of, ", "), l.spell.meant(n.Text, of, ""))
		return ""
	}
	return n.Text
}

// marking reads a label of the briefing's scheme; without one, what encloses decides.
func (l *loader) marking(n *tree.Node, enclosing Marking) (m Marking, own bool) {
	scheme := l.f.Briefing.MarkingScheme
	if n == nil || n.Kind != tree.String && !l.is(n, tree.String, "a marking ("+strings.Join(scheme.Labels(), ", ")+")") {
		return enclosing, false
	}
	if m, own = scheme.Parse(n.Text); own {
		l.consistent(n, m)
		return m, true
	}
	label, _, _ := strings.Cut(n.Text, "//")
	hint := l.spell.meant(strings.TrimSpace(label), scheme.Labels(), "")
	if _, ok := scheme.Parse(strings.TrimSpace(label)); ok {
		hint = "caveats stand behind the label and “ // ”, as " + quote(strings.TrimSpace(label)+" // REL TO …")
	}
	l.at(n, "E234", quote(n.Text)+" is not a label of the briefing's scheme: "+strings.Join(scheme.Labels(), ", "), hint)
	return enclosing, false
}

// consistent reports caveats that cannot all hold, in a marking or with those of other parts.
func (l *loader) consistent(n *tree.Node, m Marking) {
	if m.Caveats() == "" {
		return
	}
	why := m.Contradiction()
	if why == "" {
		why = l.readers.Keep(m)
	}
	if why != "" {
		l.at(n, "E240", why, "leave one of the two out, or make two briefings of it")
	}
}

// whole is the marking of the briefing as it is written.
func (l *loader) whole() Marking { return l.f.Briefing.Marking }

// Address reports whether a text is a web address: whole, and with nothing in it that addresses cannot have (RFC 3986).
func Address(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && !strings.ContainsAny(s, " \t\n\r<>\"")
}

// url reads a web address.
func (l *loader) url(n *tree.Node) string {
	s := l.str(n)
	if n == nil || n.Kind != tree.String {
		return s
	}
	if u, _ := url.Parse(s); !Address(s) {
		l.at(n, "E219", quote(s)+" is not a web address", "it begins with https:// or http://")
	} else if u.User != nil {
		l.at(n, "E219", "the address holds a user name or a password before its host", "readers would be shown it, and could take it for the "+
			"host: write the address without")
	}
	return s
}
