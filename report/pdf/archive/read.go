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

// largest bounds what one stream may unpack to.
const largest = 1 << 30

// Attachments returns the files inside a file that [Write] wrote, in order of
// their names. It reads that shape only: a file that another program has saved
// again is refused.
func Attachments(data []byte) ([]Attachment, error) {
	r, err := open(data)
	if err != nil {
		return nil, err
	}
	names, ok := between(r.object(r.root), "/EmbeddedFiles <</Names [", "]>>")
	if !ok {
		return nil, ErrForeign
	}
	var out []Attachment
	for len(bytes.TrimSpace(names)) > 0 {
		name, rest, ok := literal(names)
		if !ok {
			return nil, ErrForeign
		}
		spec, rest, ok := reference(rest)
		if !ok {
			return nil, ErrForeign
		}
		a, err := r.attachment(name, spec)
		if err != nil {
			return nil, err
		}
		out = append(out, a)
		names = rest
	}
	return out, nil
}

// A reader looks objects up in a finished file.
type reader struct {
	data      []byte
	positions []position
	root      int
	packs     map[int][][]byte // unpacked object streams
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
	r := &reader{data: data, packs: map[int][][]byte{}}
	dict, table, err := r.stream(start)
	if err != nil || !bytes.Contains(dict, []byte("/Type /XRef ")) {
		return nil, ErrForeign
	}
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

// stream unpacks the stream that begins at an offset.
func (r *reader) stream(at int) (dict, data []byte, err error) {
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
	z, err := zlib.NewReader(bytes.NewReader(rest[:n]))
	if err != nil {
		return nil, nil, ErrForeign
	}
	data, err = io.ReadAll(io.LimitReader(z, largest))
	if err != nil {
		return nil, nil, ErrForeign
	}
	return dict, data, nil
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
	dict, data, err := r.stream(r.positions[n].at)
	if err != nil {
		return nil
	}
	first, err := integer(dict, "/First ")
	if err != nil || first < 0 || first > len(data) {
		return nil
	}
	body, head := data[first:], bytes.Fields(data[:first])
	out := make([][]byte, 0, len(head)/2)
	for i := 1; i < len(head); i += 2 {
		from, to := offset(head, i), len(body)
		if i+2 < len(head) {
			to = offset(head, i+2)
		}
		if from < 0 || to > len(body) || from > to {
			return out
		}
		out = append(out, body[from:to])
	}
	return out
}

// offset reads the i-th number of a list; −1 where it is none.
func offset(numbers [][]byte, i int) int {
	n, err := strconv.Atoi(string(numbers[i]))
	if err != nil {
		return -1
	}
	return n
}

func (r *reader) attachment(name string, spec int) (Attachment, error) {
	text := r.object(spec)
	n, err := integer(text, "/EF <</F ")
	if err != nil || n < 0 || n >= len(r.positions) || r.positions[n].kind != 1 {
		return Attachment{}, ErrForeign
	}
	_, data, err := r.stream(r.positions[n].at)
	a := Attachment{Name: name, Data: data}
	if rel, ok := between(text, "/AFRelationship /", " "); ok {
		a.Relationship = string(rel)
	}
	return a, err
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
