// Package picture makes of PNG and JPEG files the samples that a PDF paints.
//
// Files are decoded and encoded anew, so that nothing but what is to be seen gets from a file into the page: no damage,
// no metadata. Colours are taken as sRGB; what a file says of CMYK is converted, a profile in it is not read. Why our
// own: gofpdf's reader of PNG panics on damaged files, and its order of pictures is that of a map.
package picture

import (
	"bytes"
	"errors"
	"image"
	"image/draw"
	"image/jpeg"
	_ "image/png" // the other form that pictures have
)

// Finest is how many samples an inch of paper holds at most; more are averaged.
const Finest = 300

// most is how many samples a file may have: a small file can claim a huge picture.
const most = 100 << 20

// quality is that of JPEG encoded anew.
const quality = 92

// A File is a decoded file.
type File struct {
	Width, Height int // samples, as the picture is to be seen
	image         image.Image
	photo         bool // was a JPEG
	turn          int  // orientation (Exif 2.32, 4.6.4): 1 to 8
}

// A Picture is what an image XObject holds (ISO 32000-1, 8.9.5), eight bits a sample.
type Picture struct {
	Width, Height int    // pixels
	Gray          bool   // one sample a pixel, else three: red, green, blue
	JPEG          bool   // Data is a JPEG file, for the filter DCTDecode
	Data          []byte // else rows, each behind its PNG predictor (ISO 32000-1, 7.4.4.4), not compressed
	Alpha         []byte // rows of opacity in the same form; nil where all is opaque
}

// Decode reads a PNG or JPEG file to its end.
func Decode(data []byte) (*File, error) {
	size, kind, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if size.Width < 1 || size.Height < 1 || size.Width > most/size.Height {
		return nil, errors.New("picture: too many pixels, or none")
	}
	m, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	f := &File{Width: m.Bounds().Dx(), Height: m.Bounds().Dy(), image: m, photo: kind == "jpeg", turn: 1}
	if f.photo {
		if f.turn = orientation(data); f.turn >= 5 {
			f.Width, f.Height = f.Height, f.Width
		}
	}
	return f, nil
}

// Picture returns the picture for a place of that width in points.
func (f *File) Picture(width float64) (*Picture, error) {
	wanted := max(int(width*Finest/72), 1)
	m := turned(reduced(f.image, max(f.Width/wanted, 1)), f.turn)
	p := &Picture{Width: m.Rect.Dx(), Height: m.Rect.Dy()}
	var opaque bool
	p.Gray, opaque = traits(m)
	if f.photo {
		return p, p.encode(m)
	}
	channels := []int{0, 1, 2}
	if p.Gray {
		channels = channels[:1]
	}
	p.Data = rows(m, channels)
	if !opaque {
		p.Alpha = rows(m, []int{3})
	}
	return p, nil
}

// encode writes a photograph as JPEG.
func (p *Picture) encode(m *image.NRGBA) error {
	var out bytes.Buffer
	var src image.Image = &image.RGBA{Pix: m.Pix, Stride: m.Stride, Rect: m.Rect} // opaque: the two are one
	if p.Gray {
		g := image.NewGray(m.Rect)
		draw.Draw(g, g.Rect, src, image.Point{}, draw.Src)
		src = g
	}
	if err := jpeg.Encode(&out, src, &jpeg.Options{Quality: quality}); err != nil {
		return err
	}
	p.JPEG, p.Data = true, out.Bytes()
	return nil
}

// traits says whether all samples are grey, and whether all are opaque.
func traits(m *image.NRGBA) (gray, opaque bool) {
	gray, opaque = true, true
	for i := 0; i < len(m.Pix); i += 4 {
		r, g, b, a := m.Pix[i], m.Pix[i+1], m.Pix[i+2], m.Pix[i+3]
		gray = gray && r == g && g == b
		opaque = opaque && a == 0xff
	}
	return gray, opaque
}
