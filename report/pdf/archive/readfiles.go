package archive

import (
	"bytes"
	"slices"
)

// mostFiles bounds how many files are looked for inside one.
const mostFiles = 64

// Attachments returns the files inside a file that [Write] wrote, in order of
// their names. It reads that shape only: for a file that another program has
// saved again there is [Embedded].
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
	for len(bytes.TrimSpace(names)) > 0 && len(out) < mostFiles {
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

func (r *reader) attachment(name string, spec int) (Attachment, error) {
	text := r.object(spec)
	n, err := integer(text, "/EF <</F ")
	if err != nil || n < 0 || n >= len(r.positions) || r.positions[n].kind != 1 {
		return Attachment{}, ErrForeign
	}
	_, data, err := r.stream(r.positions[n].at, largest)
	a := Attachment{Name: name, Data: data}
	if rel, ok := between(text, "/AFRelationship /", " "); ok {
		a.Relationship = string(rel)
	}
	return a, err
}

// Embedded returns the contents of the files inside any PDF that is not
// encrypted, in the order of the file, by the look of their streams alone: a
// stream is never within an object stream, so that its dictionary stands in
// plain text (ISO 32000-1, 7.5.7). What cannot be unpacked is left out.
func Embedded(data []byte) [][]byte {
	const mark, reach = "/EmbeddedFile", 4096 // no dictionary of such a stream is longer
	var out [][]byte
	left := budget
	for range mostFiles {
		at := bytes.Index(data, []byte(mark))
		if at < 0 {
			break
		}
		before := data[max(0, at-reach):at]
		before = before[max(0, bytes.LastIndex(before, []byte(" obj"))):]
		data = data[at+len(mark):]
		after, body, ok := bytes.Cut(data, []byte("stream"))
		if !ok || len(after) > reach || bytes.Contains(after, []byte("endobj")) {
			continue
		}
		file, ok := plainStream(slices.Concat(before, after), body, min(largest, left))
		left -= len(file)
		if ok {
			out = append(out, file)
		}
	}
	return out
}

// plainStream returns what a stream holds that begins with body, its keyword
// taken off. An indirect length is not looked up: compressed data know where
// they end, and of a file inside its size is told too (table 46).
func plainStream(dict, body []byte, most int) ([]byte, bool) {
	body = bytes.TrimPrefix(bytes.TrimPrefix(body, []byte("\r")), []byte("\n"))
	if bytes.Contains(dict, []byte("/FlateDecode")) {
		file, err := inflate(body, most)
		return file, err == nil
	}
	for _, key := range []string{"/Length ", "/Size "} {
		if n, err := integer(dict, key); err == nil && n <= len(body) && bytes.HasPrefix(bytes.TrimLeft(body[n:], "\r\n"), []byte("endstream")) {
			return body[:n], true
		}
	}
	return nil, false
}
