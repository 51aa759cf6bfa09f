package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"sitrep/report/doc"
)

// Where the package keeps what the document was made from: the facts file under its
// name, and beside it how the document was made and the pictures that no page shows.
const (
	factsFolder = "facts/"
	makingName  = "facts/record/making.json"
	picturesIn  = "facts/pictures/"
)

// carried are the parts that hold what the document was made from.
func (w *writer) carried() []part {
	s := &w.doc.Source
	parts := []part{{factsFolder + partName(s.Name), s.Data}, {makingName, s.Making}}
	for i, img := range s.Images {
		shown := false
		for _, m := range w.media {
			shown = shown || bytes.Equal(m.data, img.Data)
		}
		if !shown {
			parts = append(parts, part{fmt.Sprintf("%s%d%s", picturesIn, i+1, map[bool]string{true: ".png", false: ".jpg"}[img.Type == "image/png"]),
				img.Data})
		}
	}
	return parts
}

// Is reports whether a file begins as a package does (ECMA-376, part 2).
func Is(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// largest is how many bytes a part may have unpacked.
const largest = 256 << 20

// Extract returns what a document was made from. It is an error where it carries no
// facts, or where they are damaged.
func Extract(data []byte) (s doc.Payload, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return s, errors.New("docx: the package is damaged")
	}
	for _, f := range z.File {
		folder, name := path.Split(f.Name)
		own := folder == factsFolder && strings.HasSuffix(name, ".json")
		kind := map[string]string{".png": "image/png", ".jpg": "image/jpeg"}[path.Ext(name)]
		if !own && f.Name != makingName && kind == "" {
			continue
		}
		text, err := unpacked(f)
		switch {
		case err != nil:
			return s, err
		case own:
			s.Name, s.Data = name, text
		case f.Name == makingName:
			s.Making = text
		default:
			s.Images = append(s.Images, doc.File{Name: f.Name, Type: kind, Data: text})
		}
	}
	if s.Data == nil {
		return s, dropped(z)
	}
	return s, nil
}

// Difference names the first part in which two packages differ; empty where none does.
func Difference(is, should []byte) string {
	a, errA := zip.NewReader(bytes.NewReader(is), int64(len(is)))
	b, errB := zip.NewReader(bytes.NewReader(should), int64(len(should)))
	if errA != nil || errB != nil {
		return ""
	}
	for i, f := range b.File {
		if i >= len(a.File) || a.File[i].Name != f.Name {
			return f.Name
		}
		x, errX := unpacked(a.File[i])
		y, errY := unpacked(f)
		if errX != nil || errY != nil || !bytes.Equal(x, y) {
			return f.Name
		}
	}
	return ""
}

func unpacked(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("docx: %s is damaged", f.Name)
	}
	defer func() { _ = r.Close() }() // it was only read
	text, err := io.ReadAll(io.LimitReader(r, largest+1))
	if err != nil || len(text) > largest {
		return nil, fmt.Errorf("docx: %s is damaged", f.Name)
	}
	return text, nil
}
