package report

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"maps"
	"slices"
	"strings"

	"sitrep/report/doc"
	"sitrep/report/facts"
	"sitrep/report/pdf/picture"
)

// imagesOf are the pictures that reports carry, in the order of their paths.
func imagesOf(given map[string][]byte) []doc.File {
	var out []doc.File
	for _, path := range slices.Sorted(maps.Keys(given)) {
		kind := "image/jpeg"
		if bytes.HasPrefix(given[path], []byte("\x89PNG")) {
			kind = "image/png"
		}
		out = append(out, doc.File{Name: path, Type: kind, Data: given[path]})
	}
	return out
}

// shown are the pictures that reports carry: those that the facts name, whatever else is given, and of a release with what is to
// be seen and nothing else.
func shown(f *facts.File, o Options) (map[string][]byte, error) {
	out := make(map[string][]byte, len(o.Images))
	for _, image := range f.Images() {
		data, given := o.Images[image.Path]
		if !given {
			continue
		}
		var err error
		if o.Release != "" {
			data, err = picture.Bare(data)
		}
		if out[image.Path] = data; err != nil {
			return nil, fmt.Errorf("image %s: %w", image.Path, err)
		}
	}
	return out, nil
}

// only is the picture at a path alone, which the first page shows.
func only(given map[string][]byte, path string) map[string][]byte {
	if data, ok := given[path]; ok {
		return map[string][]byte{path: data}
	}
	return nil
}

// hashes lists files by SHA-256 and name, a line each, as a report records them.
func hashes(all []doc.File) string {
	var out []string
	for _, f := range all {
		out = append(out, sum(f.Data)+" "+f.Name)
	}
	return strings.Join(out, "\n")
}

// images finds again the pictures that a report was built with, by their hashes, among
// those that it carries.
func (m making) images(carried []doc.File) map[string][]byte {
	var out map[string][]byte
	for _, line := range strings.Split(m.Images, "\n") {
		hash, path, _ := strings.Cut(line, " ")
		for _, f := range carried {
			if path != "" && sum(f.Data) == hash {
				if out == nil {
					out = map[string][]byte{}
				}
				out[path] = f.Data
			}
		}
	}
	return out
}

// picturesIn reads the pictures that stand in a page.
func picturesIn(page []byte) []doc.File {
	var out []doc.File
	for _, kind := range []string{"image/png", "image/jpeg"} {
		rest := page
		for {
			_, after, ok := bytes.Cut(rest, []byte(`src="data:`+kind+`;base64,`))
			if !ok {
				break
			}
			text, tail, _ := bytes.Cut(after, []byte(`"`))
			if data, err := base64.StdEncoding.DecodeString(string(text)); err == nil {
				out = append(out, doc.File{Type: kind, Data: data})
			}
			rest = tail
		}
	}
	return out
}
