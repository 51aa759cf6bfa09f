package archive

import (
	"bytes"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"sitrep/report/pdf/page"
)

// A coded range is codes that follow each other, and what the first stands for.
type codeRange struct {
	first, last int
	value       string // how that is written
}

// toUnicode writes a CMap from codes to the texts that they stand for (ISO
// 32000-1, 9.10.3).
func toUnicode(all []coded) []byte {
	var out []codeRange
	last := rune(-1)
	for _, c := range all {
		r, n := utf8.DecodeRuneInString(c.text)
		single := n == len(c.text) && r < 0xffff && !unicode.Is(unicode.Co, r)
		if k := len(out) - 1; k >= 0 && single && r == last+1 && r&0xff != 0 && c.code == out[k].last+1 && c.code&0xff != 0 {
			out[k].last, last = c.code, r
			continue
		}
		if last = -1; single {
			last = r
		}
		out = append(out, codeRange{c.code, c.code, utf16Hex(c.text)})
	}
	return cmap("Adobe-Identity-UCS", 2, "bfrange", out)
}

// utf16Hex writes text as UTF-16 in hexadecimal figures. A byte that is no text is U+FFFD, and so is a rune of private
// use, which says nothing to others (ISO 19005-3, 6.2.11.7.3).
func utf16Hex(s string) string {
	var b strings.Builder
	b.WriteByte('<')
	runes := []rune(s)
	for i, r := range runes {
		if unicode.Is(unicode.Co, r) {
			runes[i] = utf8.RuneError
		}
	}
	for _, u := range utf16.Encode(runes) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}

// encodingMap writes a CMap from codes to characters of the font (9.7.5), which
// have the same numbers: some readers know no others where codes are of one byte
// and of two.
func encodingMap(all []coded) []byte {
	var out []codeRange
	for _, c := range all {
		if k := len(out) - 1; k >= 0 && c.code == out[k].last+1 && c.code&0xff != 0 {
			out[k].last = c.code
			continue
		}
		out = append(out, codeRange{c.code, c.code, fmt.Sprint(c.code)})
	}
	return cmap(cmapName, 1, "cidrange", out)
}

// The name of the encoding, and the characters that it leads to: those of the
// fonts (ISO 19005-3, 6.2.11.3.1).
const (
	cmapName   = "sitrep"
	cmapSystem = "<</Registry (Adobe) /Ordering (UCS) /Supplement 0>>"
)

// cmap writes a CMap of the codes that [page] writes, no more than 100 ranges in one
// operator. A range never crosses the high byte (Adobe Technical Note 5411, 1.4.1).
func cmap(name string, kind int, operator string, ranges []codeRange) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo %s def\n/CMapName /%s "+
		"def\n/CMapType %d def\n",
		cmapSystem, name, kind)
	fmt.Fprintf(&b, "3 begincodespacerange\n<20> <7E>\n<A0> <FF>\n<%04X> <9FFF>\nendcodespacerange\n", page.FirstWide)
	for len(ranges) > 0 {
		n := min(len(ranges), 100)
		fmt.Fprintf(&b, "%d begin%s\n", n, operator)
		for _, c := range ranges[:n] {
			digits := 2
			if c.first >= page.FirstWide {
				digits = 4
			}
			fmt.Fprintf(&b, "<%0*X> <%0*X> %s\n", digits, c.first, digits, c.last, c.value)
		}
		fmt.Fprintf(&b, "end%s\n", operator)
		ranges = ranges[n:]
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return b.Bytes()
}
