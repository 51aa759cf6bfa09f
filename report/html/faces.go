package html

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/report/font"
	"sitrep/report/font/woff"
)

// A foreign text has letters beyond Latin, Greek and Cyrillic, for which the page brings faces of its own: no others than these
// letters need.
type foreign struct {
	text, lang string
	bold       bool
}

// beyond reports whether Inter may lack a rune. A few that it has are asked for in vain.
func beyond(r rune) bool { return r >= 0x590 && r < 0x1E00 || r >= 0x2190 && r != 0x2212 }

// A webFace is a family and weight of the page, and the face that its letters come from.
type webFace struct {
	family string
	bold   bool
	face   *font.Face
}

// world is the family of faces for all scripts beyond Inter's. Languages that write Han characters in forms of their own have a
// family each.
const world = "World"

// single is the family of faces that have no bold cut: where a family has a face of the weight, browsers take no other.
const single = "World 1"

// familyOf names the family for a language: that of a land where Han characters have other forms.
func familyOf(lang string) string {
	return single + map[font.Land]string{font.Japan: " ja", font.Korea: " ko", font.Taiwan: " zh-TW"}[font.LandOf(lang, "")]
}

// foreignFaces writes the faces of the texts that were written, and which languages take which family.
func (p *page) foreignFaces(b *strings.Builder) error {
	subsets, families := p.subsets()
	order := func(x, y webFace) int {
		return cmp.Or(cmp.Compare(x.family, y.family), cmp.Compare(x.face.Name, y.face.Name), cmp.Compare(weight(x.bold), weight(y.bold)))
	}
	for _, k := range slices.SortedFunc(maps.Keys(subsets), order) {
		s := subsets[k]
		data, runes, err := s.Font()
		if err != nil {
			return fmt.Errorf("font %s: %w", k.face.Name, err)
		}
		fmt.Fprintf(b, "@font-face{font-family:%q;font-weight:%s;font-display:block;src:url(data:font/woff;base64,%s)"+
			" format(\"woff\");unicode-range:%s}\n",
			k.family, weight(k.bold), base64.StdEncoding.EncodeToString(data), unicodeRange(runes))
	}
	for _, lang := range slices.Sorted(maps.Keys(families)) {
		if f := families[lang]; f != single {
			fmt.Fprintf(b, "[lang=%q]{font-family:Inter,%q,%q,%q,system-ui,sans-serif}\n", lang, f, world, single)
		}
	}
	return nil
}

func weight(bold bool) string {
	if bold {
		return "600"
	}
	return "400"
}

// subsets collects what is shown of each face, and the family of each language.
func (p *page) subsets() (map[webFace]*woff.Subset, map[string]string) {
	fonts := p.options.Fonts
	own := []*font.Face{fonts.Regular, fonts.Bold, fonts.Italic}
	all, families := map[webFace]*woff.Subset{}, map[string]string{}
	texts := slices.SortedFunc(maps.Keys(p.foreign), func(x, y foreign) int {
		return cmp.Or(cmp.Compare(x.text, y.text), cmp.Compare(x.lang, y.lang), cmp.Compare(weight(x.bold), weight(y.bold)))
	})
	for _, t := range texts {
		want := fonts.Regular
		if t.bold {
			want = fonts.Bold
		}
		for _, r := range fonts.Line(want, t.text, 1, t.lang) {
			if r.Missing || slices.Contains(own, r.Face) {
				continue
			}
			k := webFace{world, t.bold && !r.Thicken, r.Face.Origin()}
			if !fonts.HasBold(k.face) {
				k.family = single
			}
			if r.Face.Origin() != r.Face || r.Face.Cubic {
				k.family = familyOf(t.lang)
				families[t.lang] = k.family
			}
			if all[k] == nil {
				all[k] = &woff.Subset{Face: k.face, Runes: map[rune]int{}, Glyphs: map[int]bool{}}
			}
			all[k].Add(&r)
		}
	}
	for _, s := range all {
		maps.DeleteFunc(s.Runes, func(r rune, _ int) bool { return fonts.Regular.Covers(r) })
	}
	return all, families
}

// unicodeRange lists runes as CSS does (CSS Fonts 4, 4.5).
func unicodeRange(all []rune) string {
	var out []string
	for i := 0; i < len(all); {
		k := i
		for k+1 < len(all) && all[k+1] == all[k]+1 {
			k++
		}
		if k > i {
			out = append(out, fmt.Sprintf("U+%X-%X", all[i], all[k]))
		} else {
			out = append(out, fmt.Sprintf("U+%X", all[i]))
		}
		i = k + 1
	}
	return strings.Join(out, ",")
}
