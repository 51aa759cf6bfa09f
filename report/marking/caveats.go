package marking

import (
	"slices"
	"strings"

	"sitrep/report/pattern"
)

// A caveat is what stands behind a label, taken apart as far as a whole must know it.
//
// A caveat that restricts (NOFORN, ORCON, a handling channel, whatever is not known here)
// holds for a whole as soon as one part bears it. One that releases (REL TO, DISPLAY ONLY)
// holds only where every part is released so, and then to those whom all of them name. This
// is the rule of the US register (ISOO, Marking Classified National Security Information,
// 2018; 32 CFR 2001.24), and what the security rules of NATO (C-M(2002)49) and of the EU
// (Council Decision 2013/488/EU) ask of what leaves the circle of the markings: a release
// is granted for a document, never inferred from a part.
type caveat struct {
	text     string   // as written
	releases bool     // it opens, and does not close
	form     string   // what stands before the names, in capitals; empty where there are none
	names    []string // those to whom it releases, or to whom it keeps ("UK EYES ONLY")
}

// eyes is the form of caveats that keep a text to some.
const eyes = "EYES ONLY"

var (
	releasing = pattern.Of(`(?i)^(REL TO|REL|RELEAS(?:E|ED|ABLE) TO|AUTHORI[SZ]ED FOR RELEASE TO|DISPLAY ONLY|` +
		`(?:MAY BE |CAN BE )?SHARED? WITH|COMMUNICABLE À|COMUNICABLE A|FREIGEGEBEN FÜR)\s+(.+)$`)
	eyesOnly = pattern.Of(`(?i)^(.+?)[\s-]+EYES[\s-]+ONLY$`)
	commas   = pattern.Of(`\s*[,;]\s*|\s+(?:and|AND|&)\s+`)
	slashes  = pattern.Of(`\s*[/,;]\s*|\s+(?:and|AND|&)\s+`)
)

// caveatsOf takes apart what stands behind a label. What releases is told apart also
// where it stands with others, divided by a single slash ("NOFORN/ORCON").
func caveatsOf(text string) (out []caveat) {
	for c := range strings.SplitSeq(text, separator) {
		pieces := strings.Split(c, "/")
		if !slices.ContainsFunc(pieces, opens) {
			pieces = []string{c}
		}
		for _, p := range pieces {
			if p = strings.TrimSpace(p); p != "" {
				out = append(out, caveatOf(p))
			}
		}
	}
	return out
}

func opens(piece string) bool { return caveatOf(strings.TrimSpace(piece)).releases }

func caveatOf(text string) caveat {
	c := caveat{text: text}
	if m := releasing().FindStringSubmatch(text); m != nil {
		c.releases, c.form, c.names = true, strings.ToUpper(m[1]), commas().Split(m[2], -1)
	} else if m := eyesOnly().FindStringSubmatch(text); m != nil {
		c.form, c.names = eyes, slashes().Split(m[1], -1)
	} else if strings.EqualFold(text, "RELIDO") {
		c.releases = true
	}
	return c
}

// noForeign reports whether the caveat forbids every release.
func (c caveat) noForeign() bool {
	return slices.Contains([]string{"NOFORN", "NF", "NOT RELEASABLE TO FOREIGN NATIONALS"}, strings.ToUpper(c.text)) ||
		slices.Contains(strings.Split(strings.ToUpper(c.text), "/"), "NOFORN")
}

// Contradiction says why the caveats of a marking cannot all hold; nothing where they can.
func (m Marking) Contradiction() string {
	all := caveatsOf(m.caveats)
	for _, c := range all {
		i := slices.IndexFunc(all, func(r caveat) bool { return r.releases })
		if c.noForeign() && i >= 0 {
			return "“" + c.text + "” forbids what “" + all[i].text + "” allows"
		}
	}
	var r Readers
	return r.Keep(m)
}

// Readers are those who may read all parts of a whole, as far as caveats such as "UK EYES ONLY"
// keep the parts to some. The zero value is everybody.
type Readers struct {
	first string   // the caveat that kept a part to some first; empty: none did
	names []string // those whom all such caveats name
}

// Keep adds a part, and says why nobody may read it and all before; nothing where somebody may.
func (r *Readers) Keep(part Marking) string {
	for _, c := range caveatsOf(part.caveats) {
		switch {
		case c.form != eyes:
			continue
		case r.first == "":
			r.first, r.names = c.text, c.names
			continue
		}
		common := shared(r.names, c.names)
		if len(common) == 0 {
			return "“" + r.first + "” and “" + c.text + "” leave nobody who may read both"
		}
		r.names = common
	}
	return ""
}

// shared are the names of a that b has too, in any case of letters.
func shared(a, b []string) []string {
	return slices.DeleteFunc(slices.Clone(a), func(n string) bool {
		return !slices.ContainsFunc(b, func(o string) bool { return strings.EqualFold(n, o) })
	})
}

// Holds reports whether the marking of a whole has every caveat of one of its parts, as written or in one that names fewer readers.
func (m Marking) Holds(part Marking) bool {
	whole := caveatsOf(m.caveats)
	for _, c := range caveatsOf(part.caveats) {
		if !slices.ContainsFunc(whole, func(o caveat) bool { return o.text == c.text || o.form == eyes && c.form == eyes }) {
			return false
		}
	}
	return true
}

// together are the caveats of a whole with those parts.
func together(parts []Marking) string {
	parts = slices.DeleteFunc(slices.Clone(parts), Marking.Open) // what is open to all narrows nothing
	if len(parts) == 0 {
		return ""
	}
	if !slices.ContainsFunc(parts, func(p Marking) bool { return p.caveats != parts[0].caveats }) {
		return parts[0].caveats
	}
	var out, forms []string
	for _, p := range parts {
		for _, c := range caveatsOf(p.caveats) {
			text := c.within(parts)
			if text == "" || slices.Contains(out, text) || c.form != "" && slices.Contains(forms, c.form) {
				continue
			}
			out, forms = append(out, text), append(forms, c.form)
		}
	}
	return strings.Join(out, separator)
}

// within is what a caveat of one part becomes for the whole; empty where it does not hold for it.
func (c caveat) within(parts []Marking) string {
	names := c.names
	for _, p := range parts {
		same := func(o caveat) bool { return o.form == c.form && (c.form != "" || o.text == c.text) }
		all := caveatsOf(p.caveats)
		i := slices.IndexFunc(all, same)
		switch {
		case i >= 0 && c.names != nil:
			if common := shared(names, all[i].names); len(common) > 0 || c.releases {
				names = common
			}
		case i < 0 && c.releases:
			return ""
		}
	}
	switch {
	case len(names) == len(c.names):
		return c.text
	case len(names) == 0:
		return ""
	case c.releases:
		return c.form + " " + strings.Join(names, ", ")
	}
	return strings.Join(names, "/") + " " + eyes
}
