package archive

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
)

// fonts takes over the fonts that gofpdf embedded, five objects each, names
// them as subsets of what they are (ISO 32000-1, 9.6.4) and gives them a
// ToUnicode map that holds the runes used and no others.
func (w *writer) fonts() error {
	res := object("<</Font <<")
	for _, n := range w.raw.fonts {
		face, err := faceOf(w.raw.objects[n].text)
		if err != nil || face >= len(w.doc.Fonts) || face >= len(w.doc.Painting.Used) {
			return errShape
		}
		m, err := w.font(n, face)
		if err != nil {
			return err
		}
		res = res.key(fmt.Sprintf("F%d", face)).ref(m)
	}
	w.file.set(w.resources, res.raw(">>>>"))
	return nil
}

// faceOf reads the number out of /BaseFont /utf8f0.
func faceOf(text []byte) (int, error) { return integer(text, "/BaseFont /utf8f") }

// font copies the objects of one font: the composite font is n; the font of
// its characters, ToUnicode, system info, descriptor, glyph map and file follow.
func (w *writer) font(n, face int) (int, error) {
	used := w.doc.Painting.Used[face]
	all := codes(used, w.doc.Painting.Wide[face])
	old := fmt.Sprintf("/utf8f%d", face)
	name := "/" + subsetTag(used) + "+" + w.doc.Fonts[face]
	numbers := map[int]int{}
	for i := range 7 {
		numbers[n+i] = w.file.reserve()
	}
	for i := range 7 {
		o, ok := w.raw.objects[n+i]
		if !ok {
			return 0, errShape
		}
		o.text = bytes.ReplaceAll(o.text, []byte(old), []byte(name))
		if err := w.fontObject(i, o, numbers, n, all); err != nil {
			return 0, err
		}
	}
	return numbers[n], nil
}

// fontObject copies the i-th object of the font whose first is n.
func (w *writer) fontObject(i int, o rawObject, numbers map[int]int, n int, all []coded) error {
	m := numbers[n+i]
	switch {
	case i == 0:
		encoding := w.file.reserve()
		w.file.setFlate(encoding, object("/Type /CMap /CMapName /"+cmapName+" /CIDSystemInfo "+cmapSystem+" "), encodingMap(all))
		text := renumber(o.text, numbers)
		w.file.set(m, bytes.Replace(text, []byte("/Encoding /Identity-H"), object("/Encoding ").ref(encoding), 1))
	case i == 1:
		text, err := renumberWidths(o.text, all)
		if err != nil {
			return err
		}
		w.file.set(m, renumber(text, numbers))
	case i == 2:
		w.file.setFlate(m, nil, toUnicode(all))
	case i == 5:
		glyphs, err := glyphMap(o.stream, all)
		if err != nil {
			return err
		}
		w.file.setFlate(m, nil, glyphs)
	case o.stream != nil:
		w.file.setStream(m, streamEntries(o.text), o.stream)
	default:
		w.file.set(m, renumber(o.text, numbers))
	}
	return nil
}

// streamEntries keeps of a stream's dictionary what is not its length.
func streamEntries(text []byte) object {
	var o object
	if bytes.Contains(text, []byte("/Filter /FlateDecode")) {
		o = o.raw("/Filter /FlateDecode ")
	}
	if n, err := integer(text, "/Length1 "); err == nil {
		o = o.key("Length1").int(n)
	}
	return o
}

// renumber rewrites the references of an object's text: numbers before " 0 R".
func renumber(text []byte, numbers map[int]int) object {
	var out object
	for {
		i := bytes.Index(text, []byte(" 0 R"))
		if i < 0 {
			return append(out, text...)
		}
		from, n, digit := i, 0, 1
		for from > 0 && text[from-1] >= '0' && text[from-1] <= '9' {
			from--
			n += int(text[from]-'0') * digit
			digit *= 10
		}
		out = append(out, text[:from]...)
		out = out.ref(numbers[n])
		text = text[i+len(" 0 R"):]
	}
}

// subsetTag is six capitals made from the runes of the subset.
func subsetTag(used []rune) string {
	sum := sha256.Sum256([]byte(string(used)))
	var b strings.Builder
	for _, v := range sum[:6] {
		b.WriteByte('A' + v%26)
	}
	return b.String()
}
