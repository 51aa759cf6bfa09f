package archive

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

// A rawFile is what gofpdf wrote, taken apart.
type rawFile struct {
	objects map[int]rawObject
	pages   []int // objects of the content streams, in order of pages
}

// A rawObject is an object's text, and its stream where it has one.
type rawObject struct {
	text   []byte
	stream []byte
}

var errShape = errors.New("pdf: gofpdf wrote a file of another shape than expected")

// parse reads objects one after the other, as gofpdf writes them; it refuses
// whatever it does not know.
func parse(data []byte) (*rawFile, error) {
	f := &rawFile{objects: map[int]rawObject{}}
	_, data, ok := bytes.Cut(data, []byte("\n"))
	for ok && !bytes.HasPrefix(data, []byte("xref\n")) {
		var head, number []byte
		if head, data, ok = bytes.Cut(data, []byte("\n")); !ok {
			break
		}
		if number, ok = bytes.CutSuffix(head, []byte(" 0 obj")); !ok {
			break
		}
		n, err := strconv.Atoi(string(number))
		if err != nil {
			return nil, errShape
		}
		o, rest, err := cutObject(data)
		if err != nil {
			return nil, err
		}
		f.objects[n] = o
		f.sort(n, o)
		data = rest
	}
	if !ok || len(f.pages) == 0 {
		return nil, errShape
	}
	return f, nil
}

// sort notes what kind of object n is. gofpdf writes a page's content behind the page.
func (f *rawFile) sort(n int, o rawObject) {
	if bytes.HasPrefix(o.text, []byte("<</Type /Page\n")) {
		f.pages = append(f.pages, n+1)
	}
}

// cutObject cuts the next object off data, and its stream by its length.
func cutObject(data []byte) (rawObject, []byte, error) {
	end := bytes.Index(data, []byte("endobj\n"))
	stream := bytes.Index(data, []byte("stream\n"))
	if end < 0 {
		return rawObject{}, nil, errShape
	}
	if stream < 0 || stream > end {
		return rawObject{text: bytes.TrimSpace(data[:end])}, data[end+len("endobj\n"):], nil
	}
	text := bytes.TrimSpace(data[:stream])
	n, err := integer(text, "/Length ")
	from := stream + len("stream\n")
	if err != nil || n < 0 || from+n > len(data) {
		return rawObject{}, nil, errShape
	}
	rest, ok := bytes.CutPrefix(data[from+n:], []byte("\nendstream\nendobj\n"))
	if !ok {
		return rawObject{}, nil, errShape
	}
	return rawObject{text, data[from : from+n]}, rest, nil
}

// integer reads the number behind a key.
func integer(text []byte, key string) (int, error) {
	_, rest, ok := bytes.Cut(text, []byte(key))
	if !ok {
		return 0, fmt.Errorf("%w: no %s", errShape, key)
	}
	n := 0
	for n < len(rest) && rest[n] >= '0' && rest[n] <= '9' {
		n++
	}
	return strconv.Atoi(string(rest[:n]))
}
