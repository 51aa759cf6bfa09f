package archive

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strconv"
	"strings"

	"sitrep/report/pdf/page"
)

// toUnicode writes a CMap from codes to the runes that they stand for (ISO
// 32000-1, 9.10.3).
func toUnicode(codes []coded) []byte {
	return cmap("Adobe-Identity-UCS", 2, "bfrange", codes, "<%04X>")
}

// encodingMap writes a CMap from codes to characters of the font (9.7.5), which
// have the same numbers: some readers know no others where codes are of one byte
// and of two.
func encodingMap(codes []coded) []byte {
	same := make([]coded, len(codes))
	for i, c := range codes {
		same[i] = coded{c.first, c.last, rune(c.first)}
	}
	return cmap(cmapName, 1, "cidrange", same, "%d")
}

// glyphMap renumbers the map from characters to glyphs (9.7.4.2), which gofpdf
// writes for runes.
func glyphMap(packed []byte, codes []coded) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, errShape
	}
	old, err := io.ReadAll(z)
	if err != nil || len(old) != 1<<17 {
		return nil, errShape
	}
	out := make([]byte, 2*(codes[len(codes)-1].last+1))
	for _, c := range codes {
		for code := c.first; code <= c.last; code++ {
			r := int(c.rune) + code - c.first
			copy(out[2*code:2*code+2], old[2*r:])
		}
	}
	return out, nil
}

// renumberWidths writes the widths of characters (9.7.4.3) by their new numbers.
func renumberWidths(text []byte, codes []coded) ([]byte, error) {
	head, rest, ok := bytes.Cut(text, []byte("/W ["))
	end := bytes.LastIndex(rest, []byte("]\n/CIDToGIDMap"))
	if !ok || end < 0 {
		return nil, errShape
	}
	widths, err := readWidths(rest[:end])
	if err != nil {
		return nil, err
	}
	out := append(bytes.Clone(head), "/W ["...)
	for _, c := range codes {
		out = fmt.Appendf(out, "%d [", c.first)
		for r := int(c.rune); r <= int(c.rune)+c.last-c.first; r++ {
			out = fmt.Appendf(out, "%d ", widths[r])
		}
		out = append(out, ']')
	}
	return append(out, rest[end:]...), nil
}

// readWidths reads "1 [ 500 600 ] 7 9 550": the widths of 1 and 2, and of 7 to 9.
func readWidths(list []byte) (map[int]int, error) {
	words := strings.Fields(strings.NewReplacer("[", " [ ", "]", " ] ").Replace(string(list)))
	out := map[int]int{}
	for i := 0; i+2 < len(words); {
		from, err := strconv.Atoi(words[i])
		if err != nil {
			return nil, errShape
		}
		if words[i+1] != "[" {
			to, err1 := strconv.Atoi(words[i+1])
			width, err2 := strconv.Atoi(words[i+2])
			if err1 != nil || err2 != nil || to > 0xffff {
				return nil, errShape
			}
			for ; from <= to; from++ {
				out[from] = width
			}
			i += 3
			continue
		}
		for i += 2; i < len(words) && words[i] != "]"; i++ {
			if out[from], err = strconv.Atoi(words[i]); err != nil {
				return nil, errShape
			}
			from++
		}
		i++
	}
	return out, nil
}

// The name of the encoding, and the characters that it leads to: those of the
// fonts (ISO 19005-3, 6.2.11.3.1).
const (
	cmapName   = "sitrep"
	cmapSystem = "<</Registry (Adobe) /Ordering (UCS) /Supplement 0>>"
)

// cmap writes a CMap of the codes that [page] writes, no more than 100 in one
// operator; verb is how a rune is written.
func cmap(name string, kind int, operator string, codes []coded, verb string) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo %s def\n/CMapName /%s def\n/CMapType %d def\n",
		cmapSystem, name, kind)
	fmt.Fprintf(&b, "3 begincodespacerange\n<20> <7E>\n<A0> <FF>\n<%04X> <9FFF>\nendcodespacerange\n", page.FirstWide)
	for len(codes) > 0 {
		n := min(len(codes), 100)
		fmt.Fprintf(&b, "%d begin%s\n", n, operator)
		for _, c := range codes[:n] {
			digits := 2
			if c.first >= page.FirstWide {
				digits = 4
			}
			fmt.Fprintf(&b, "<%0*X> <%0*X> "+verb+"\n", digits, c.first, digits, c.last, c.rune)
		}
		fmt.Fprintf(&b, "end%s\n", operator)
		codes = codes[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}

// A coded is a range of codes, and the rune of the first.
type coded struct {
	first, last int
	rune        rune
}

// codes returns the codes of a font: letters whose codes are their numbers, and
// wide runes in the order of theirs. A range never crosses the high byte (Adobe
// Technical Note 5411, 1.4.1).
func codes(used, wide []rune) []coded {
	var out []coded
	add := func(code int, r rune) {
		if n := len(out) - 1; n >= 0 && out[n].last+1 == code && code&0xff != 0 && out[n].rune+rune(code-out[n].first) == r && r&0xff != 0 {
			out[n].last = code
			return
		}
		out = append(out, coded{code, code, r})
	}
	for _, r := range used {
		if r <= 0xff {
			add(int(r), r)
		}
	}
	for i, r := range wide {
		add(page.FirstWide+i, r)
	}
	return out
}
