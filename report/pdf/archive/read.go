package archive

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"io"
	"strconv"
)

// ErrForeign says that a file was not written by this package.
var ErrForeign = errors.New("not a report with facts inside")

// What is unpacked is bounded, for a file of a megabyte may claim to hold a
// thousand: largest is what one stream may come to, budget what all that are
// read may, each counted with a little for itself, so that their number is
// bounded too. A report with larger facts is built, but cannot be read.
const (
	largest = 32 << 20
	budget  = 128 << 20
	apiece  = 1 << 10
)

// A reader looks objects up in a finished file.
type reader struct {
	data      []byte
	positions []position
	root      int
	packs     map[int][][]byte // unpacked object streams
	left      int              // of the budget
}

func open(data []byte) (*reader, error) {
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 || !bytes.HasPrefix(data, []byte("%PDF-1.7\n")) {
		return nil, ErrForeign
	}
	start, err := integer(data[at:], "startxref\n")
	if err != nil {
		return nil, ErrForeign
	}
	r := &reader{data: data, packs: map[int][][]byte{}, left: budget}
	dict, table, err := r.stream(start, (row+1)*len(data)) // an object takes a byte at least
	if err != nil || !bytes.Contains(dict, []byte("/Type /XRef /W [1 4 2] /DecodeParms <</Predictor 12 /Columns 7>> ")) {
		return nil, ErrForeign
	}
	r.positions = make([]position, 0, len(table)/(row+1))
	var now [row]byte
	for ; len(table) > row; table = table[row+1:] {
		for k := range now {
			now[k] += table[k+1]
		}
		r.positions = append(r.positions, position{now[0], int(binary.BigEndian.Uint32(now[1:])), int(binary.BigEndian.Uint16(now[5:]))})
	}
	if r.root, err = integer(dict, "/Root "); err != nil {
		return nil, ErrForeign
	}
	return r, nil
}

// stream unpacks the stream that begins at an offset, and fails where that
// comes to more than most bytes.
func (r *reader) stream(at, most int) (dict, data []byte, err error) {
	if at < 0 || at >= len(r.data) {
		return nil, nil, ErrForeign
	}
	dict, rest, ok := bytes.Cut(r.data[at:], []byte(">>\nstream\n"))
	if !ok {
		return nil, nil, ErrForeign
	}
	n, err := lastInteger(dict, "/Length ")
	if err != nil || n < 0 || n > len(rest) {
		return nil, nil, ErrForeign
	}
	most = min(most, largest, r.left)
	data, err = inflate(rest[:n], most)
	r.left -= apiece + len(data)
	if err != nil || r.left < 0 {
		return nil, nil, ErrForeign
	}
	return dict, data, nil
}

// inflate unpacks what begins with data (RFC 1950), and fails where it is
// damaged or comes to more than most bytes.
func inflate(data []byte, most int) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	out, err := io.ReadAll(io.LimitReader(z, int64(most)+1))
	if err == nil && len(out) > most {
		return out[:most], ErrForeign
	}
	return out, err
}

// object returns the text of an object that stands in an object stream; nothing
// where there is none.
func (r *reader) object(n int) []byte {
	if n < 0 || n >= len(r.positions) || r.positions[n].kind != 2 {
		return nil
	}
	p := r.positions[n]
	pack, ok := r.packs[p.at]
	if !ok {
		pack = r.unpack(p.at)
		r.packs[p.at] = pack
	}
	if p.within >= len(pack) {
		return nil
	}
	return pack[p.within]
}

// unpack returns the objects of an object stream, in its order.
func (r *reader) unpack(n int) [][]byte {
	if n < 0 || n >= len(r.positions) || r.positions[n].kind != 1 {
		return nil
	}
	dict, data, err := r.stream(r.positions[n].at, largest)
	if err != nil {
		return nil
	}
	first, err := integer(dict, "/First ")
	if err != nil || first < 0 || first > len(data) {
		return nil
	}
	body, head := data[first:], data[:first]
	var out [][]byte
	from := 0
	for len(out) < perChunk {
		var ok bool
		if _, head, ok = number(head); !ok { // its object number
			break
		}
		var to int
		if to, head, ok = number(head); !ok || to < from || to > len(body) {
			return out
		}
		if len(out) > 0 {
			out[len(out)-1] = body[from:to]
		}
		out, from = append(out, body[to:]), to
	}
	return out
}

// number reads a number and the space behind it.
func number(text []byte) (int, []byte, bool) {
	digits, rest, _ := bytes.Cut(text, []byte(" "))
	n, err := strconv.Atoi(string(digits))
	return n, rest, err == nil
}

// between returns what stands between two marks.
func between(text []byte, from, to string) ([]byte, bool) {
	_, rest, ok := bytes.Cut(text, []byte(from))
	if !ok {
		return nil, false
	}
	inner, _, ok := bytes.Cut(rest, []byte(to))
	return inner, ok
}

func lastInteger(text []byte, key string) (int, error) {
	return integer(text[max(bytes.LastIndex(text, []byte(key)), 0):], key)
}

// literal reads a literal string as [object.bytes] writes it.
func literal(text []byte) (string, []byte, bool) {
	text = bytes.TrimLeft(text, " ")
	if len(text) == 0 || text[0] != '(' {
		return "", nil, false
	}
	var out []byte
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case c == ')':
			return string(out), text[i+1:], true
		case c == '\\' && i+1 < len(text):
			i++
			if c = text[i]; c == 'r' {
				c = '\r'
			}
			out = append(out, c)
		default:
			out = append(out, c)
		}
	}
	return "", nil, false
}

// reference reads "12 0 R ".
func reference(text []byte) (int, []byte, bool) {
	number, rest, ok := bytes.Cut(bytes.TrimLeft(text, " "), []byte(" 0 R "))
	if !ok {
		return 0, nil, false
	}
	n, err := strconv.Atoi(string(number))
	return n, rest, err == nil
}
