package font

import (
	"unicode"

	otfont "github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"
	"github.com/go-text/typesetting/language"

	"sitrep/report/sanitize"
)

// A Part is a glyph at a place, in font units from the pen. Scale is in parts of 16384 (OpenType's F2DOT14); 0 is the glyph's own size.
type Part struct {
	Glyph, X, Y, Scale int // number of the glyph in its face, and its place and size
}

// A Cluster is what stands together and cannot be told apart in the text: a letter with its marks, a ligature, a
// syllable. Its text is in the order of reading.
type Cluster struct {
	Text    string // never empty
	Parts   []Part // in painting order; may be empty
	Advance int    // font units, with the kerning that follows
	lead    int    // how far the letter itself stands from the pen: kerning of scripts from right to left
}

// A shaper shapes text. It is for one goroutine.
type shaper struct {
	buffer *harfbuzz.Buffer
	fonts  map[*layout]*shapedFace
	runes  []rune
	starts []int // of each rune in the text, and its end
}

// A shapedFace is a face as HarfBuzz wants it, and what it is made of.
type shapedFace struct {
	font *harfbuzz.Font
	face *otfont.Face
}

// font returns the face as HarfBuzz wants it; nil where it is damaged.
func (s *shaper) font(f *Face) *shapedFace {
	if known, ok := s.fonts[f.layout]; ok {
		return known
	}
	var font *shapedFace
	if read, err := f.layout.font(); err == nil {
		face := otfont.NewFace(read)
		font = &shapedFace{harfbuzz.NewFont(face), face}
	}
	s.fonts[f.layout] = font
	return font
}

// Shape returns the clusters of text in a face from left to right. Lang is a language tag, or empty; rtl says that the
// text runs from right to left.
func (s *Set) Shape(f *Face, text string, rtl bool, lang string) []Cluster {
	sh, _ := s.shapers.Get().(*shaper)
	if sh == nil {
		sh = &shaper{buffer: harfbuzz.NewBuffer(), fonts: map[*layout]*shapedFace{}}
	}
	defer s.shapers.Put(sh)
	font := sh.font(f)
	if font == nil {
		return plainClusters(f, text)
	}
	sh.runes, sh.starts = sh.runes[:0], sh.starts[:0]
	for i, r := range text {
		sh.runes, sh.starts = append(sh.runes, r), append(sh.starts, i)
	}
	sh.starts = append(sh.starts, len(text))
	b := sh.buffer
	b.Clear()
	b.Props = harfbuzz.SegmentProperties{Direction: harfbuzz.LeftToRight, Script: scriptOf(sh.runes), Language: language.NewLanguage(lang)}
	if rtl {
		b.Props.Direction = harfbuzz.RightToLeft
	}
	b.AddRunes(sh.runes, 0, len(sh.runes))
	b.Shape(font.font, nil)
	return sh.clusters(f, font.face, text, rtl)
}

// scriptOf is the script of the first rune that has one of its own.
func scriptOf(text []rune) language.Script {
	for _, r := range text {
		if s := language.LookupScript(r); s.Strong() {
			return s
		}
	}
	return language.Latin
}

// clusters collects glyphs of one cluster. HarfBuzz writes them from left to right, with the numbers of clusters rising or falling.
func (s *shaper) clusters(f *Face, face *otfont.Face, text string, rtl bool) []Cluster {
	var out []Cluster
	info, pos := s.buffer.Info, s.buffer.Pos
	end := len(s.runes) // of the cluster at hand, where numbers fall
	for i := 0; i < len(info); {
		first, k := info[i].Cluster, i
		for k < len(info) && info[k].Cluster == first {
			k++
		}
		last := end
		if !rtl {
			last = len(s.runes)
			if k < len(info) {
				last = info[k].Cluster
			}
		}
		c := Cluster{Text: text[s.starts[first]:s.starts[max(last, first)]]}
		var loose []int
		for ; i < k; i++ {
			if len(c.Parts) > 0 && pos[i].XAdvance == 0 && pos[i].XOffset == 0 && pos[i].YOffset == 0 {
				loose = append(loose, len(c.Parts))
			}
			if pos[i].XAdvance != 0 && c.Advance == 0 {
				c.lead = int(pos[i].XOffset)
			}
			c.Parts = append(c.Parts, Part{Glyph: int(info[i].Glyph), X: c.Advance + int(pos[i].XOffset), Y: int(pos[i].YOffset)})
			c.Advance += int(pos[i].XAdvance)
		}
		end = first
		if len(loose) > 0 && !rtl {
			placeMarks(face, f, &c, loose)
		}
		out = append(out, c)
	}
	settle(out)
	return out
}

// settle takes the place of a cluster's letter into the advance before it, as kerning of pairs is written: then the same letters are the
// same cluster wherever they stand.
func settle(all []Cluster) {
	for i := 1; i < len(all); i++ {
		x := all[i].lead
		all[i-1].Advance += x
		all[i].Advance -= x
		for k := range all[i].Parts {
			all[i].Parts[k].X -= x
		}
	}
}

// plainClusters sets each rune on its own: for faces that cannot be shaped.
func plainClusters(f *Face, text string) []Cluster {
	var out []Cluster
	for _, r := range text {
		g := f.Glyph(r)
		out = append(out, Cluster{Text: string(r), Parts: []Part{{Glyph: g}}, Advance: f.Width(g)})
	}
	return out
}

// firstMark is the first combining mark: nothing below need be looked up.
const firstMark = 0x300

// needsShaping reports whether text cannot be set rune by rune in a plain face: it has marks, joiners, or letters that make one syllable.
func needsShaping(text string) bool {
	for _, r := range text {
		if r >= firstMark && (unicode.Is(unicode.M, r) || sanitize.Invisible(r) || r >= 0x1100 && r <= 0x11FF) {
			return true
		}
	}
	return false
}

// invisible reports whether r has no look of its own and goes with the letters around it: joiners, selectors of a form.
func invisible(r rune) bool { return r >= firstMark && sanitize.Invisible(r) }
