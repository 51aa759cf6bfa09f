// Package marking has the labels that say how far a text may be passed on, scheme by scheme.
//
// A marking is a level of a scheme, with or without caveats behind it ("SECRET // REL
// TO USA, FVEY"). Levels are ordered and are compared within their scheme alone; caveats
// are shown at a part as they are written. What the caveats of parts are worth for the whole is in caveats.go.
package marking

import (
	"slices"
	"strings"
	"unicode"

	"sitrep/report/theme"
)

// A Level is one label of a scheme.
type Level struct {
	Label       string // as it is shown, never translated
	Ink, Ground string // colours of the label, "#rrggbb"; empty where the scheme has none
}

// A Scheme is a set of labels, from the most open to the most closed.
type Scheme struct {
	Name   string  // "tlp", "us", "nato", "eu", "uk"; empty for labels of the briefing's own
	Levels []Level // one at least
}

// LeastContrast is what the letters of a label have against their ground at least (WCAG 2.2, 1.4.3).
const LeastContrast = 4.5

// Colours returns the colours of the label's letters and ground. A ground without ink has
// black or white letters, ink without a ground stands on black; without both it is white on black.
func (l Level) Colours() (ink, ground theme.Color) {
	white := theme.Color{R: 255, G: 255, B: 255}
	if ground.UnmarshalText([]byte(l.Ground)) != nil {
		ground = theme.Color{}
	}
	if ink.UnmarshalText([]byte(l.Ink)) == nil {
		return ink, ground
	}
	if theme.Contrast(white, ground) >= LeastContrast {
		return white, ground
	}
	return theme.Color{}, ground
}

// Contrast is the ratio of the label's colours.
func (l Level) Contrast() float64 { return theme.Contrast(l.Colours()) }

// The schemes that are known by name.
var (
	// TLP is FIRST's Traffic Light Protocol 2.0, with the colours of its section 2.
	tlp = Scheme{"tlp", []Level{
		{"TLP:CLEAR", "#ffffff", "#000000"}, {"TLP:GREEN", "#33ff00", "#000000"}, {"TLP:AMBER", "#ffc000", "#000000"},
		{"TLP:AMBER+STRICT", "#ffc000", "#000000"}, {"TLP:RED", "#ff2b2b", "#000000"}}}
	// US: Executive Order 13526, section 1.2, and 32 CFR 2002 for CUI; colours of the cover sheets (SF 703–705, 901).
	us = Scheme{"us", []Level{
		{"UNCLASSIFIED", "#ffffff", "#007a33"}, {"CUI", "#ffffff", "#502b85"}, {"CONFIDENTIAL", "#ffffff", "#0033a0"},
		{"SECRET", "#ffffff", "#c8102e"}, {"TOP SECRET", "#000000", "#ff8c00"}}}
	// NATO: C-M(2002)49, enclosure E.
	nato = Scheme{"nato", []Level{
		{Label: "NATO UNCLASSIFIED"}, {Label: "NATO RESTRICTED"}, {Label: "NATO CONFIDENTIAL"}, {Label: "NATO SECRET"},
		{Label: "COSMIC TOP SECRET"}}}
	// EU: Council Decision 2013/488/EU, article 2.
	eu = Scheme{"eu", []Level{
		{Label: "UNCLASSIFIED"}, {Label: "RESTREINT UE/EU RESTRICTED"}, {Label: "CONFIDENTIEL UE/EU CONFIDENTIAL"},
		{Label: "SECRET UE/EU SECRET"}, {Label: "TRÈS SECRET UE/EU TOP SECRET"}}}
	// UK: Government Security Classifications Policy.
	uk = Scheme{"uk", []Level{{Label: "OFFICIAL"}, {Label: "OFFICIAL-SENSITIVE"}, {Label: "SECRET"}, {Label: "TOP SECRET"}}}
)

// TLP returns the scheme that holds where a briefing names none.
func TLP() *Scheme { return &tlp }

// Named returns the scheme of that name, or nil.
func Named(name string) *Scheme {
	for _, s := range []*Scheme{&tlp, &us, &nato, &eu, &uk} {
		if s.Name == name {
			return s
		}
	}
	return nil
}

// Names lists the schemes that are known by name.
func Names() []string { return []string{tlp.Name, us.Name, nato.Name, eu.Name, uk.Name} }

// Labels lists the labels of the scheme, from the most open.
func (s *Scheme) Labels() []string {
	out := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		out[i] = l.Label
	}
	return out
}

// separator stands before each caveat.
const separator = " // "

// Parse reads a label of the scheme, with or without caveats behind it; false where it is none.
func (s *Scheme) Parse(text string) (Marking, bool) {
	label, caveats, has := strings.Cut(text, separator)
	i := slices.Index(s.Labels(), label)
	if i < 0 || has && strings.TrimSpace(caveats) == "" {
		return Marking{}, false
	}
	return Marking{s, i, caveats}, true
}

// At returns the marking of so many levels above the most open one.
func (s *Scheme) At(rank int) Marking { return Marking{scheme: s, level: rank} }

// InFileName writes a label as part of the name of a file: letters, digits, spaces and what every
// system takes as part of a name are themselves, all else is "-": what parts folders, above all,
// and what Windows reserves (<>:"/\|?*).
func InFileName(label string) string {
	return strings.Map(func(r rune) rune {
		if unicode.In(r, unicode.L, unicode.M, unicode.N) || strings.ContainsRune(" -_.", r) {
			return r
		}
		return '-'
	}, label)
}

// A Marking is a level of a scheme with its caveats. The zero Marking is TLP:CLEAR.
type Marking struct {
	scheme  *Scheme // nil: TLP
	level   int
	caveats string // as written, without the separator before them
}

// Scheme returns the scheme that the marking is of.
func (m Marking) Scheme() *Scheme {
	if m.scheme == nil {
		return &tlp
	}
	return m.scheme
}

// Level returns the label and its colours.
func (m Marking) Level() Level { return m.Scheme().Levels[m.level] }

// Rank counts the levels below the marking: 0 for the most open.
func (m Marking) Rank() int { return m.level }

// Caveats returns what stands behind the label, as written: "REL TO USA, FVEY".
func (m Marking) Caveats() string { return m.caveats }

// String writes the label and its caveats. Labels are never translated (FIRST TLP 2.0, section 1).
func (m Marking) String() string {
	if m.caveats == "" {
		return m.Level().Label
	}
	return m.Level().Label + separator + m.caveats
}

// With returns the marking with those caveats in place of its own.
func (m Marking) With(caveats string) Marking {
	m.caveats = caveats
	return m
}

// Open reports whether the marking is the most open one and has no caveats: nothing need be said.
func (m Marking) Open() bool { return m.level == 0 && m.caveats == "" }

// Above reports whether the marking is of a more closed level than n. Caveats do not count.
func (m Marking) Above(n Marking) bool { return m.level > n.level }

// Same reports whether two markings say the same.
func (m Marking) Same(n Marking) bool { return m.String() == n.String() }

// Highest returns the marking of a whole with those parts: the most closed of their
// levels, with the caveats that hold for the whole. One that restricts rises from any part; one
// that releases stays only where every part that is not open bears it, with the names that all have. The
// marking of a whole is never below that of a part.
func Highest(parts ...Marking) Marking {
	var out Marking
	for i, p := range parts {
		if i == 0 || p.level > out.level {
			out.scheme, out.level = p.scheme, p.level
		}
	}
	out.caveats = together(parts)
	return out
}
