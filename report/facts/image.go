package facts

import (
	"bytes"
	"image"
	_ "image/jpeg" // the two forms that images may have
	_ "image/png"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"sitrep/report/facts/tree"
)

// MaxImage is how many bytes an image may have.
const MaxImage = 20 << 20

// image notes a path of an image, and returns it.
func (l *loader) image(n *tree.Node, img Image) string {
	img.Path = l.str(n)
	if n.Kind != tree.String {
		return ""
	}
	if !fs.ValidPath(img.Path) || img.Path == "." || strings.ContainsAny(img.Path, "\\:") {
		l.at(n, "E237", quote(img.Path)+" is not a path of an image beside the facts file", `write it relative to the file, with slashes and `+
			`without "..", as "images/flood.png"`)
		return ""
	}
	img.Pointer = l.f.root.Pointer(n.Off)
	l.f.images = append(l.f.images, img)
	return img.Path
}

// Images returns the images that the file names, in its order, the logo among them;
// one that is named twice comes twice. Who builds the briefing reads them.
func (f *File) Images() []Image { return slices.Clone(f.images) }

// CheckImages reports the images that cannot be used: files has the bytes of each by its
// path. An image is PNG or JPEG, is whole and has at most [MaxImage] bytes.
func (f *File) CheckImages(files map[string][]byte) []Problem {
	var out []Problem
	for _, img := range f.images {
		message, hint := unusable(img.Path, files)
		if message == "" {
			continue
		}
		line, col := f.Locate(img.Pointer)
		out = append(out, Problem{f.Name, line, col, "E238", img.Pointer, message, hint})
	}
	return out
}

// unusable says why an image cannot be used, and what helps; nothing where it can.
func unusable(path string, files map[string][]byte) (message, hint string) {
	data, found := files[path]
	switch {
	case !found:
		return "there is no file " + quote(path) + " in the folder", "the path is relative to the facts file; a link out of its folder is " +
			"not followed"
	case len(data) > MaxImage:
		return "the image " + quote(path) + " has " + strconv.Itoa(len(data)) + " bytes, more than " + strconv.Itoa(MaxImage), "save it smaller"
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return "the file " + quote(path) + " is neither PNG nor JPEG", "save it as one of the two"
	case c.Width < 1 || c.Height < 1 || c.Width > maxPixels/c.Height:
		return "the image " + quote(path) + " has " + strconv.Itoa(c.Width) + " × " + strconv.Itoa(c.Height) + " pixels", "save it smaller"
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return "the image " + quote(path) + " is damaged: " + err.Error(), "save it anew as PNG or JPEG"
	}
	return "", ""
}

// maxPixels is how many pixels an image may have: a small file can claim a huge picture.
const maxPixels = 100 << 20
