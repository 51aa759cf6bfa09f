package font

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
)

// An Item says how a stretch of text is set.
type Item struct {
	Face *Face // what it is set in
	// Plain says that each rune is a glyph of its own, with the kerning of pairs; else the text is shaped.
	Plain bool
	// Missing says that no face has the runes: a box with its number stands for each.
	Missing bool
	// Spelled says that the runes are ligatures which no face has, and that their letters are set in their place.
	Spelled bool
	// Thicken says that bold text is set in a face that has no bold cut.
	Thicken bool
}

const zeroWidthJoiner = 0x200D

// Next returns how the beginning of text is set, which is wanted in a face, and how many bytes of it. Han characters
// take the form of the land. Marks, joiners and spaces stay with what they follow.
func (s *Set) Next(want *Face, text string, land Land) (Item, int) {
	it := Item{}
	script, last := language.Common, rune(0)
	for i, r := range text {
		face := it.Face
		if i == 0 || !s.stays(&it, last, r) {
			if face = s.For(want, r); face == nil && invisible(r) {
				face = want
			}
		}
		spelled := face == nil && want.spells(r)
		if spelled {
			face = want
		}
		next := script
		if r >= firstMark {
			if next = language.LookupScript(r); !next.Strong() {
				next = script
			}
		}
		if i == 0 {
			it.Face, it.Missing, it.Spelled = face, face == nil, spelled
		} else if face != it.Face || spelled != it.Spelled || next != script && script.Strong() && !it.plainFace() {
			return s.finish(it, want, text[:i], land), i
		}
		script, last = next, r
	}
	return s.finish(it, want, text, land), len(text)
}

func (it *Item) plainFace() bool { return it.Face == nil || it.Face.plain }

// stays reports whether r goes with the letters before it whatever other face would draw it.
func (s *Set) stays(it *Item, last, r rune) bool {
	switch {
	case it.Face == nil:
		return false
	case r < firstMark:
		return r == ' ' && it.Face.Covers(r)
	case invisible(r):
		return true
	}
	return (last == zeroWidthJoiner || mark(r)) && it.Face.Covers(r)
}

func (s *Set) finish(it Item, want *Face, text string, land Land) Item {
	if it.Missing {
		it.Face = want
		return it
	}
	it.Thicken = want == s.Bold && !it.Face.bold
	it.Face = s.in(it.Face, land)
	it.Plain = it.Face.plain && !it.Spelled && !needsShaping(text)
	return it
}

// Clusters returns what an item's text is set with, from left to right.
func (s *Set) Clusters(it Item, text string, rtl bool, lang string) []Cluster {
	switch {
	case it.Missing:
		return missing(it.Face, text)
	case it.Spelled:
		return spelled(it.Face, text)
	case it.Plain && !rtl: // brackets are mirrored, and letters turned round, by the shaper
		return kerned(it.Face, text)
	}
	return s.Shape(it.Face, text, rtl, lang)
}

// kerned sets text the plain way.
func kerned(f *Face, text string) []Cluster {
	out, parts := make([]Cluster, 0, len(text)), make([]Part, 0, len(text))
	last := 0
	for i, r := range text {
		g := f.Glyph(r)
		if n := len(out); n > 0 {
			out[n-1].Advance += f.pair(last, g)
		}
		parts = append(parts, Part{Glyph: g})
		out = append(out, Cluster{Text: text[i : i+utf8.RuneLen(r)], Parts: parts[len(parts)-1 : len(parts) : len(parts)], Advance: f.Width(g)})
		last = g
	}
	return out
}

// A Run is a stretch of text in one face and one direction.
type Run struct {
	Item
	Text     string    // in the order of reading
	RTL      bool      // it runs from right to left
	Clusters []Cluster // from left to right
	Width    float64   // in the unit of size
}

// Line sets one line of text, wanted in a face: its runs from left to right. Lang is a language tag, or empty.
func (s *Set) Line(want *Face, text string, size float64, lang string) []Run {
	var out []Run
	land := LandOf(lang, text)
	for _, d := range Directions(text, AutoDirection) {
		var part []Run
		for rest := d.Text; rest != ""; {
			it, n := s.Next(want, rest, land)
			r := Run{Item: it, Text: rest[:n], RTL: d.Level%2 == 1}
			r.Clusters = s.Clusters(it, r.Text, r.RTL, lang)
			r.Width = Length(it.Face, r.Clusters) * size / 1000
			part = append(part, r)
			rest = rest[n:]
		}
		if d.Level%2 == 1 { // faces change from right to left too
			for i, k := 0, len(part)-1; i < k; i, k = i+1, k-1 {
				part[i], part[k] = part[k], part[i]
			}
		}
		out = append(out, part...)
	}
	return out
}

// Length is how far clusters move the pen, in thousandths of an em, each rounded as PDF rounds it.
func Length(f *Face, clusters []Cluster) float64 {
	total := 0
	for i := range clusters {
		total += f.thousandths(clusters[i].Advance)
	}
	return float64(total)
}

// Kerned is the length of text set in want on one line, with kerning and changes of face, in the unit of size.
func (s *Set) Kerned(want *Face, text string, size float64) float64 {
	return s.width(want, text, size, want.Kerned)
}

// Natural is the length without kerning of pairs in Latin, Greek and Cyrillic, which makes text only narrower: lengths of parts add up.
func (s *Set) Natural(want *Face, text string, size float64) float64 {
	return s.width(want, text, size, want.Natural)
}

func (s *Set) width(want *Face, text string, size float64, own func(string, float64) float64) float64 {
	plain := true
	for _, r := range text {
		if r >= firstMark && (!want.Covers(r) || mark(r)) {
			plain = false
			break
		}
	}
	if plain {
		return own(text, size)
	}
	total := 0.0
	for _, r := range s.Line(want, text, size, "") {
		if r.Plain && r.Face == want {
			r.Width = own(r.Text, size)
		}
		total += r.Width
	}
	return total
}
