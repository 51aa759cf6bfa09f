package archive

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"sitrep/report/pdf/page"
)

// An object is the text of a PDF object while it is written. Its methods
// append and return it, so that they can be chained.
type object []byte

func (o object) raw(s string) object { return append(o, s...) }

// key appends " /Name ".
func (o object) key(name string) object { return append(append(append(o, '/'), name...), ' ') }

func (o object) name(name string) object { return append(append(append(o, '/'), name...), ' ') }

func (o object) int(n int) object { return append(strconv.AppendInt(o, int64(n), 10), ' ') }

// num appends a number of points with two decimals at most.
func (o object) num(v float64) object {
	n := int64(math.Round(page.Round(v, 100) * 100))
	if n < 0 {
		o = append(o, '-')
		n = -n
	}
	o = strconv.AppendInt(o, n/100, 10)
	if f := n % 100; f != 0 {
		o = append(o, '.', byte('0'+f/10))
		if f%10 != 0 {
			o = append(o, byte('0'+f%10))
		}
	}
	return append(o, ' ')
}

func (o object) ref(n int) object { return append(strconv.AppendInt(o, int64(n), 10), " 0 R "...) }

// refs appends an array of references.
func (o object) refs(all []int) object {
	o = append(o, '[')
	for _, n := range all {
		o = o.ref(n)
	}
	return append(o, "] "...)
}

// text appends a text string (ISO 32000-1, 7.9.2.2): in PDFDocEncoding where that
// has all of it, else as UTF-16.
func (o object) text(s string) object {
	out := make([]byte, 0, len(s))
	for i, r := range s {
		c := docByte(r)
		if c == 0 || i == 0 && c >= 0xef { // or it might be taken for the mark of another encoding
			return o.utf16(s)
		}
		out = append(out, c)
	}
	return o.bytes(string(out))
}

// docByte is the code of r in PDFDocEncoding (annex D.3); 0 where it has none.
func docByte(r rune) byte {
	switch {
	case r >= 0x20 && r <= 0x7e || r >= 0xa1 && r <= 0xff && r != 0xad:
		return byte(r)
	case r >= 0x2013 && r <= 0x2212:
		if i := strings.IndexRune(docSigns, r); i >= 0 {
			return 0x80 + byte(utf8.RuneCountInString(docSigns[:i]))
		}
	}
	return 0
}

// docSigns are the signs that PDFDocEncoding has from 0x80 on.
const docSigns = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™"

// bytes appends a literal string (7.3.4.2).
func (o object) bytes(s string) object {
	o = append(o, '(')
	for i := 0; i < len(s); i++ {
		switch c := s[i]; c {
		case '(', ')', '\\':
			o = append(o, '\\', c)
		case '\r':
			o = append(o, '\\', 'r')
		default:
			o = append(o, c)
		}
	}
	return append(o, ") "...)
}

const hexDigits = "0123456789ABCDEF"

func (o object) utf16(s string) object {
	out := []byte("\xfe\xff")
	for _, u := range utf16.Encode([]rune(strings.ToValidUTF8(s, "\uFFFD"))) {
		out = append(out, byte(u>>8), byte(u))
	}
	return o.bytes(string(out))
}

// uri appends an address as 7-bit bytes (ISO 32000-1, 12.6.4.7): what is not
// printable ASCII is escaped by percent signs (RFC 3986, 2.1).
func (o object) uri(s string) object {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if c := s[i]; c > 0x20 && c < 0x7f {
			b.WriteByte(c)
		} else {
			b.WriteByte('%')
			b.WriteByte(hexDigits[c>>4])
			b.WriteByte(hexDigits[c&15])
		}
	}
	return o.bytes(b.String())
}
