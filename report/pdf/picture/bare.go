package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/png"
)

// Bare returns a PNG or JPEG file with what is to be seen and nothing else: no place, time, owner or
// device, no preview, profile, comment, hidden colour or second picture, nothing behind its end. Bare files stay as they are.
// A PNG file is written anew; of a JPEG file the segments are kept that its samples need (ITU-T T.81, annex B),
// and how its rows lie. Colours are those of sRGB, as [Decode] takes them. The error says that
// the file is damaged.
func Bare(data []byte) ([]byte, error) {
	m, kind, err := image.Decode(bytes.NewReader(data))
	switch {
	case err != nil:
		return nil, err
	case kind == "jpeg":
		return bareJPEG(data)
	}
	var out bytes.Buffer
	if err := png.Encode(&out, seen(m)); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// seen is a picture in which pixels that do not show have no colour.
func seen(m image.Image) image.Image {
	switch m := m.(type) {
	case *image.NRGBA:
		for i := 0; i+3 < len(m.Pix); i += 4 {
			if m.Pix[i+3] == 0 {
				clear(m.Pix[i : i+3])
			}
		}
	case *image.NRGBA64:
		for i := 0; i+7 < len(m.Pix); i += 8 {
			if m.Pix[i+6] == 0 && m.Pix[i+7] == 0 {
				clear(m.Pix[i : i+6])
			}
		}
	case *image.Paletted:
		return used(m)
	}
	return m
}

// used is a picture whose palette has the colours that it shows: the others may be of what was cut away.
func used(m *image.Paletted) *image.Paletted {
	var place [256]int // of a colour in the new palette, and one
	var palette color.Palette
	for i, c := range m.Pix {
		if place[c] == 0 {
			palette = append(palette, m.Palette[c])
			place[c] = len(palette)
		}
		m.Pix[i] = byte(place[c] - 1)
	}
	return &image.Paletted{Pix: m.Pix, Stride: m.Stride, Rect: m.Rect, Palette: palette}
}

// The markers of JPEG (ITU-T T.81, table B.1) that have a meaning here.
const (
	rst0  = 0xd0 // RST0 to RST7: a restart within coded samples
	rst7  = 0xd7
	eoi   = 0xd9 // end of the image
	sos   = 0xda // start of a scan: coded samples follow
	app0  = 0xe0 // APP0 to APP15: what applications keep
	app14 = 0xee
	app15 = 0xef
	com   = 0xfe // a comment
)

// bareJPEG copies the segments of a JPEG file that its samples need. What stands between segments is skipped, as decoders do.
func bareJPEG(data []byte) ([]byte, error) {
	out := append([]byte("\xff\xd8"), colourForm(data)...)
	out = append(out, rowsLie(orientation(data))...)
	for at := nextMarker(data, 2); at+1 < len(data); {
		marker := data[at+1]
		if marker == eoi {
			return append(out, 0xff, eoi), nil
		}
		if at+4 > len(data) {
			break
		}
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if marker == sos {
			end = nextMarker(data, end)
		}
		if end > len(data) {
			break
		}
		if marker != com && (marker < app0 || marker > app15) {
			out = append(out, data[at:end]...)
		}
		at = nextMarker(data, end)
	}
	return nil, errors.New("picture: a JPEG file without an end")
}

// nextMarker is where the next marker stands from a byte on that is none of a restart, no fill and no
// stuffed byte (ITU-T T.81, B.1.1.2 and B.1.1.5).
func nextMarker(data []byte, at int) int {
	for ; at+1 < len(data); at++ {
		if m := data[at+1]; data[at] == 0xff && m != 0 && m != 0xff && (m < rst0 || m > rst7) {
			return at
		}
	}
	return len(data)
}

// colourForm are the segments that say how colours are coded: that of JFIF (ITU-T T.871, 10.1) without its preview, or
// Adobe's (ITU-T T.872, 6.5.3).
func colourForm(data []byte) (out []byte) {
	for at := nextMarker(data, 2); at+4 <= len(data) && data[at+1] != sos; {
		end := at + 2 + int(binary.BigEndian.Uint16(data[at+2:]))
		if end > len(data) {
			break
		}
		switch body := data[at+4 : max(end, at+4)]; {
		case data[at+1] == app0 && bytes.HasPrefix(body, []byte("JFIF\x00")) && len(out) == 0:
			out = append(out, "\xff\xe0\x00\x10JFIF\x00\x01\x02\x00\x00\x01\x00\x01\x00\x00"...)
		case data[at+1] == app14 && bytes.HasPrefix(body, []byte("Adobe")) && len(body) >= 12:
			out = append(append(out, "\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00"...), body[11])
		}
		at = nextMarker(data, end)
	}
	return out
}

// rowsLie is the segment that says how the rows lie (Exif 2.32, 4.7.2), and nothing more; empty where they lie as they are seen.
func rowsLie(orientation int) []byte {
	if orientation == 1 {
		return nil
	}
	head := "\xff\xe1\x00\x22Exif\x00\x00MM\x00\x2a\x00\x00\x00\x08"
	tag := "\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(rune(orientation))
	return []byte(head + tag + "\x00\x00\x00\x00\x00\x00")
}
