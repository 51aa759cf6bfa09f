package font

import (
	"slices"
	"strings"
	"sync"

	"sitrep/assets"
)

// Set is the fonts of a report. Regular, Bold (the semi-bold cut) and Italic cover the same runes: Latin, Greek, Cyrillic and signs. Hangul
// covers the common syllables of Korean and no Latin. All other scripts are in faces that are unpacked when a text needs them.
// Any number of goroutines may use a Set.
type Set struct {
	Regular, Bold, Italic, Hangul *Face // never nil

	own     []*Face // of the user, asked before the embedded ones
	world   func() ([]*stored, error)
	lands   sync.Map // key land: the pool of Han characters in its forms
	shapers sync.Pool
}

// A File is a font file of the user's.
type File struct {
	Name, Data string // base name of the file, and its bytes
}

// Load returns the embedded fonts, and the user's, which are asked for runes that Regular lacks before any other. The
// embedded ones are opened once in the life of the program. It fails only where a file is no font.
func Load(own ...File) (*Set, error) {
	if len(own) == 0 {
		return embedded()
	}
	return open(own)
}

var embedded = sync.OnceValues(func() (*Set, error) { return open(nil) })

func open(own []File) (*Set, error) {
	s := &Set{world: sync.OnceValues(world)}
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
		face.plain, face.latin = true, &latin{}
		*f.face = face
	}
	s.Bold.bold = true
	for _, f := range own {
		face, err := Open(f.Name, f.Data)
		if err != nil {
			return nil, err
		}
		s.own = append(s.own, face)
	}
	return s, nil
}

// Own lists the user's faces, in the order in which they are asked.
func (s *Set) Own() []*Face { return s.own }

// For returns the face that draws r in text set in want: want itself, else the first that covers it of Hangul, the
// user's and the embedded ones (a bold one where want is bold and there is one), else nil.
func (s *Set) For(want *Face, r rune) *Face {
	switch {
	case want.Covers(r):
		return want
	case s.Hangul.Covers(r):
		return s.Hangul
	}
	for _, f := range s.own {
		if f.Covers(r) {
			return f
		}
	}
	return s.stored(want == s.Bold, r)
}

// HasBold reports whether an embedded face has a bold cut, or is one.
func (s *Set) HasBold(f *Face) bool {
	all, err := s.world()
	return err == nil && slices.ContainsFunc(all, func(w *stored) bool {
		return w.bold && (w.name == f.Name || strings.TrimSuffix(w.name, "-SemiBold") == strings.TrimSuffix(f.Name, "-Regular"))
	})
}

// stored returns the embedded face for r.
func (s *Set) stored(bold bool, r rune) *Face {
	found := s.find(bold, r)
	if found == nil {
		return nil
	}
	face, err := found.face()
	if err != nil {
		return nil
	}
	return face
}

// find returns the first embedded face that covers r, and of the same script a bold one where that is wanted.
func (s *Set) find(bold bool, r rune) *stored {
	if r < firstMark || s.world == nil {
		return nil
	}
	all, err := s.world()
	if err != nil {
		return nil
	}
	var found *stored
	for _, w := range all {
		switch {
		case w.bold && !bold || found != nil && !w.bold || !w.covers(r):
		case w.bold == bold:
			return w
		default:
			found = w
		}
	}
	return found
}

// A local is the form of a face in a land.
type local struct {
	face *Face
	land Land
}

// in returns the face in the forms of a land, the same one every time.
func (s *Set) in(f *Face, l Land) *Face {
	if !f.Cubic || l == Mainland {
		return f
	}
	if known, ok := s.lands.Load(local{f, l}); ok {
		return known.(*Face)
	}
	known, _ := s.lands.LoadOrStore(local{f, l}, f.in(l))
	return known.(*Face)
}

// Covers reports whether some face of the set can draw r or the letters of the ligature that it is, or r has no look of its own. It
// unpacks nothing.
func (s *Set) Covers(r rune) bool {
	if s.Regular.Covers(r) || s.Hangul.Covers(r) || invisible(r) || s.find(false, r) != nil || s.Regular.spells(r) {
		return true
	}
	return slices.ContainsFunc(s.own, func(f *Face) bool { return f.Covers(r) })
}

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
