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
		m := numbers[n+i]
		if o.stream == nil {
			text := bytes.ReplaceAll(o.text, []byte(old), []byte(name))
			w.file.set(m, renumber(text, numbers))
			continue
		}
		if i == 2 {
			w.file.setFlate(m, nil, toUnicode(used))
			continue
		}
		w.file.setStream(m, streamEntries(o.text), o.stream)
	}
	return numbers[n], nil
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

// toUnicode writes a CMap from codes, which are UTF-16 units, to themselves
// (ISO 32000-1, 9.10.3). A range never crosses the high byte (Adobe Technical
// Note 5411, 1.4.1), and there are no more than 100 in one operator.
func toUnicode(used []rune) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	ranges := runs(used)
	for len(ranges) > 0 {
		n := min(len(ranges), 100)
		fmt.Fprintf(&b, "%d beginbfrange\n", n)
		for _, r := range ranges[:n] {
			fmt.Fprintf(&b, "<%04X> <%04X> <%04X>\n", r[0], r[1], r[0])
		}
		b.WriteString("endbfrange\n")
		ranges = ranges[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}

// runs joins sorted runes that follow each other within one high byte.
func runs(used []rune) [][2]rune {
	var out [][2]rune
	for _, r := range used {
		if n := len(out); n > 0 && out[n-1][1]+1 == r && r&0xff != 0 {
			out[n-1][1] = r
			continue
		}
		out = append(out, [2]rune{r, r})
	}
	return out
}
