package archive

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"sitrep/report/font"
	"sitrep/report/font/subset"
	"sitrep/report/pdf/page"
)

// fonts writes what the pages draw with: their pictures, and their fonts, cut to the glyphs used, and gives each a
// ToUnicode map that holds the texts of its codes and no others.
func (w *writer) fonts() error {
	res := w.pictures(object("<<")).raw("/Font <<")
	for _, f := range w.doc.Painting.Fonts {
		n, err := w.font(f)
		if err != nil {
			return fmt.Errorf("font %s: %w", f.Face.Name, err)
		}
		res = res.key(fmt.Sprintf("F%d", f.Number)).ref(n)
	}
	w.file.set(w.resources, res.raw(">>>>"))
	return nil
}

// A coded is a code of a font, the text that it stands for, and its glyph.
type coded struct {
	code int
	text string
	subset.Glyph
}

// codes returns the codes of a font in their order: letters whose codes are their numbers, then the wide ones.
func codes(f *page.Font) []coded {
	var out []coded
	for r, used := range f.Latin {
		if used {
			g := f.Face.Glyph(rune(r))
			out = append(out, coded{r, string(rune(r)), subset.Glyph{Parts: []subset.Part{{Glyph: g}}, Width: f.Face.Width(g)}})
		}
	}
	for i, c := range f.Wide {
		parts := make([]subset.Part, len(c.Parts))
		for k, p := range c.Parts {
			parts[k] = subset.Part(p)
		}
		out = append(out, coded{page.FirstWide + i, c.Text, subset.Glyph{Parts: parts, Width: c.Width}})
	}
	return out
}

// font writes one font: the composite font, its encoding, ToUnicode, the font of its characters with their widths, and
// its file (ISO 32000-1, 9.7).
func (w *writer) font(p *page.Font) (int, error) {
	f, all := p.Face, codes(p)
	name := subsetTag(all) + "+" + postScriptName(f.Name)
	encoding, unicode, descriptor := w.file.reserve(), w.file.reserve(), w.file.reserve()
	w.file.setFlate(encoding, object("/Type /CMap /CMapName /"+cmapName+" /CIDSystemInfo "+cmapSystem+" "), encodingMap(all))
	w.file.setFlate(unicode, nil, toUnicode(all))
	kind, key, file, err := w.fontFile(p, name, all)
	if err != nil {
		return 0, err
	}
	w.file.set(descriptor, object("<</Type /FontDescriptor ").key("FontName").name(name).raw("/Flags 4 /FontBBox [").
		int(f.Box[0]).int(f.Box[1]).int(f.Box[2]).int(f.Box[3]).raw("] ").key("ItalicAngle").int(f.Slant).key("Ascent").int(f.Ascent).
		key("Descent").int(f.Descent).key("CapHeight").int(f.CapHeight).raw("/StemV 80 ").key(key).ref(file).raw(">>"))
	characters := object("<</Type /Font ").key("Subtype").name(kind).key("BaseFont").name(name).raw("/CIDSystemInfo " + cmapSystem + " ").
		key("FontDescriptor").ref(descriptor)
	if !f.Cubic {
		glyphs := w.file.reserve()
		w.file.setFlate(glyphs, nil, glyphMap(all))
		characters = characters.key("CIDToGIDMap").ref(glyphs)
	}
	base := name
	if f.Cubic {
		base += "-" + cmapName
	}
	return w.file.add(object("<</Type /Font /Subtype /Type0 ").key("BaseFont").name(base).key("Encoding").ref(encoding).
		raw("/DescendantFonts [").ref(w.file.add(widths(characters, f, all).raw(">>"))).raw("] ").key("ToUnicode").ref(unicode).raw(">>")), nil
}

// fontFile embeds the outlines, and returns the kind of font they make, and under which key it stands where.
func (w *writer) fontFile(p *page.Font, name string, all []coded) (kind, key string, n int, err error) {
	n = w.file.reserve()
	if p.Face.Cubic {
		w.file.setFlate(n, object("/Subtype /CIDFontType0C "), subset.CFF(name, p.Face.UnitsPerEm(), drawn(p.Face, all)))
		return "CIDFontType0", "FontFile3", n, nil
	}
	glyphs := make([]subset.Glyph, len(all))
	for i := range all {
		glyphs[i] = all[i].Glyph
	}
	data, err := subset.TrueType(p.Face.Data(), glyphs)
	if err != nil {
		return "", "", 0, err
	}
	w.file.setFlate(n, object("").key("Length1").int(len(data)), data)
	return "CIDFontType2", "FontFile2", n, nil
}

// drawn returns the outlines of codes, in font units.
func drawn(f *font.Face, all []coded) []subset.Drawn {
	out := make([]subset.Drawn, len(all))
	em := float64(f.UnitsPerEm())
	for i, c := range all {
		out[i] = subset.Drawn{Code: c.code, Width: c.Width}
		for _, p := range c.Parts {
			scale, x, y := em, float64(p.X), float64(p.Y)
			if p.Scale != 0 {
				scale = em * float64(p.Scale) / (1 << 14)
			}
			for _, s := range f.GlyphOutline(p.Glyph) {
				if s.Op != 'Z' {
					out[i].Steps = append(out[i].Steps, subset.Step{Op: s.Op, CX: s.CX*scale + x, CY: s.CY*scale + y,
						DX: s.DX*scale + x, DY: s.DY*scale + y, X: s.X*scale + x, Y: s.Y*scale + y})
				}
			}
		}
	}
	return out
}

// widths writes the widths of characters in thousandths of an em (9.7.4.3).
func widths(o object, f *font.Face, all []coded) object {
	o = o.raw("/W [")
	for i := 0; i < len(all); {
		o = o.int(all[i].code).raw("[")
		k := i
		for ; k < len(all) && all[k].code == all[i].code+k-i; k++ {
			o = o.int(f.Thousandths(all[k].Width))
		}
		i = k
		o = o.raw("]")
	}
	return o.raw("] ")
}

// glyphMap maps characters to glyphs (9.7.4.2), which are numbered from 1.
func glyphMap(all []coded) []byte {
	out := make([]byte, 2*(all[len(all)-1].code+1))
	for i, c := range all {
		out[2*c.code], out[2*c.code+1] = byte((i+1)>>8), byte(i+1)
	}
	return out
}

// subsetTag is six capitals made from the texts of the subset (9.6.4).
func subsetTag(all []coded) string {
	h := sha256.New()
	for _, c := range all {
		fmt.Fprintf(h, "%d %q %d", c.code, c.text, c.Parts)
	}
	var b strings.Builder
	for _, v := range h.Sum(nil)[:6] {
		b.WriteByte('A' + v%26)
	}
	return b.String()
}

// postScriptName keeps of a font's name what a PDF name may hold unescaped.
func postScriptName(s string) string {
	return strings.Map(func(r rune) rune {
		if r > 0x20 && r < 0x7f && !strings.ContainsRune("()<>[]{}/%#", r) {
			return r
		}
		return -1
	}, s)
}
