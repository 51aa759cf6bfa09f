package font

import (
	"slices"

	"sitrep/assets"
)

// Set is the fonts of a report. Regular, Bold (the semi-bold cut) and Italic cover the same runes; Hangul covers Korean only and no Latin.
type Set struct {
	Regular, Bold, Italic, Hangul *Face
}

// Load opens the embedded fonts. It copies nothing and fails only if the embedded files are damaged.
func Load() (*Set, error) {
	s := &Set{}
	for _, f := range []struct {
		face **Face
		name string
		data string
	}{
		{&s.Regular, "Inter-Regular", assets.InterRegular},
		{&s.Bold, "Inter-SemiBold", assets.InterSemiBold},
		{&s.Italic, "Inter-Italic", assets.InterItalic},
		{&s.Hangul, "NotoSansKR-Regular", assets.NotoSansKR},
	} {
		face, err := Open(f.name, f.data)
		if err != nil {
			return nil, err
		}
		*f.face = face
	}
	return s, nil
}

// For returns the face that draws r in text set in want: want itself, else the Hangul face, else nil.
func (s *Set) For(want *Face, r rune) *Face {
	switch {
	case want.Covers(r):
		return want
	case s.Hangul.Covers(r):
		return s.Hangul
	}
	return nil
}

// Covers reports whether some face of the set can draw r.
func (s *Set) Covers(r rune) bool { return s.For(s.Regular, r) != nil }

// Missing lists the runes of text that no face can draw, each once, in order of appearance; nil if there are none.
func (s *Set) Missing(text string) []rune {
	var missing []rune
	for _, r := range text {
		if !s.Covers(r) && !slices.Contains(missing, r) {
			missing = append(missing, r)
		}
	}
	return missing
}

// Run is a stretch of text drawn in one face.
type Run struct {
	Face *Face
	Text string
}

// Runs splits text set in want where the face must change. A space stays with what precedes it. What no face can draw stays in want,
// as a box; whoever draws has asked Missing before. Empty text has no runs.
func (s *Set) Runs(want *Face, text string) []Run {
	var runs []Run
	start, current := 0, (*Face)(nil)
	for i, r := range text {
		face := s.For(want, r)
		if face == nil {
			face = want
		}
		if current == nil {
			current = face
		}
		if face == current || r == ' ' && current.Covers(r) {
			continue
		}
		runs = append(runs, Run{current, text[start:i]})
		start, current = i, face
	}
	if current != nil {
		runs = append(runs, Run{current, text[start:]})
	}
	return runs
}

// Kerned is the length of text set in want, with kerning and changes of face, in the unit of size.
func (s *Set) Kerned(want *Face, text string, size float64) float64 {
	total := 0.0
	for _, run := range s.Runs(want, text) {
		total += run.Face.Kerned(run.Text, size)
	}
	return total
}
