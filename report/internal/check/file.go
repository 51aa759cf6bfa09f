package check

import (
	"bytes"
	"compress/zlib"
	"errors"
	"io"
	"unicode/utf16"
)

// A file is a finished report, taken apart.
type file struct {
	objects map[ref]any
	trailer dict
}

var errShape = errors.New("not a PDF with a cross-reference stream")

// parse reads the cross-reference stream and every object.
func parse(data []byte) (*file, error) {
	at := bytes.LastIndex(data, []byte("startxref"))
	if at < 0 {
		return nil, errShape
	}
	l := &lexer{text: data[at+len("startxref"):]}
	start, ok := l.next(0).(float64)
	if !ok {
		return nil, errShape
	}
	f := &file{objects: map[ref]any{}}
	x, ok := f.at(data, int(start)).(stream)
	if !ok || x.dict["Type"] != name("XRef") {
		return nil, errShape
	}
	f.trailer = x.dict
	packs := map[ref]bool{}
	var row [7]byte
	for n, rows := 0, x.data; len(rows) >= 8; n, rows = n+1, rows[8:] {
		if rows[0] != 2 {
			return nil, errShape // the predictor Up
		}
		for k := range row {
			row[k] += rows[k+1]
		}
		place := int(row[1])<<24 | int(row[2])<<16 | int(row[3])<<8 | int(row[4])
		switch row[0] {
		case 1:
			f.objects[ref(n)] = f.at(data, place)
		case 2:
			packs[ref(place)] = true
		}
	}
	for p := range packs {
		f.unpack(p)
	}
	return f, nil
}

// at reads the object that begins at an offset.
func (f *file) at(data []byte, offset int) any {
	if offset < 0 || offset >= len(data) {
		return nil
	}
	l := &lexer{text: data, at: offset}
	l.next(0)
	l.next(0)
	if l.next(0) != word("obj") {
		return nil
	}
	o := l.next(0)
	d, ok := o.(dict)
	if !ok || !l.more() || !bytes.HasPrefix(data[l.at:], []byte("stream\n")) {
		return o
	}
	from := l.at + len("stream\n")
	n, _ := d["Length"].(float64)
	if n < 0 || from+int(n) > len(data) {
		return nil
	}
	body := data[from : from+int(n)]
	if d["Filter"] == name("FlateDecode") {
		z, err := zlib.NewReader(bytes.NewReader(body))
		if err != nil {
			return nil
		}
		if body, err = io.ReadAll(io.LimitReader(z, 1<<30)); err != nil {
			return nil
		}
	}
	return stream{d, body}
}

// unpack reads the objects of an object stream.
func (f *file) unpack(n ref) {
	s, ok := f.objects[n].(stream)
	if !ok {
		return
	}
	first, _ := s.dict["First"].(float64)
	count, _ := s.dict["N"].(float64)
	head := &lexer{text: s.data[:min(max(int(first), 0), len(s.data))]}
	for range int(count) {
		number, ok1 := head.next(0).(float64)
		offset, ok2 := head.next(0).(float64)
		if !ok1 || !ok2 {
			return
		}
		l := &lexer{text: s.data, at: min(int(first+offset), len(s.data))}
		f.objects[ref(number)] = l.next(0)
	}
}

// get follows a reference.
func (f *file) get(v any) any {
	if r, ok := v.(ref); ok {
		return f.objects[r]
	}
	return v
}

// dict, array, text return what v is or leads to, and nothing where it is something else.
func (f *file) dict(v any) dict {
	switch v := f.get(v).(type) {
	case dict:
		return v
	case stream:
		return v.dict
	}
	return nil
}

func (f *file) array(v any) array {
	a, _ := f.get(v).(array)
	return a
}

// text decodes a text string (7.9.2.2).
func (f *file) text(v any) string {
	s, _ := f.get(v).(string)
	if len(s) < 2 || s[:2] != "\xfe\xff" {
		return documentText(s)
	}
	var units []uint16
	for i := 2; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
	}
	return string(utf16.Decode(units))
}

// documentText decodes PDFDocEncoding (annex D.3), of which reports use these.
func documentText(s string) string {
	signs := []rune("•†‡…—–ƒ⁄‹›−‰„“”‘’‚™")
	var out []rune
	for _, c := range []byte(s) {
		r := rune(c)
		if i := int(c) - 0x80; i >= 0 && i < len(signs) {
			r = signs[i]
		}
		out = append(out, r)
	}
	return string(out)
}

// tree returns the entries of a name or number tree that has one node.
func (f *file) tree(v any, key name) map[any]any {
	out := map[any]any{}
	a := f.array(f.dict(v)[key])
	for i := 0; i+1 < len(a); i += 2 {
		out[a[i]] = a[i+1]
	}
	return out
}
