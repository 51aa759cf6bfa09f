package archive

import (
	"strconv"

	"sitrep/report/pdf/picture"
)

// pictures writes the pictures of the pages and names them among the resources, in the order of their
// first place.
func (w *writer) pictures(resources object) object {
	if len(w.doc.Painting.Pictures) == 0 {
		return resources
	}
	resources = resources.raw("/XObject <<")
	for i, p := range w.doc.Painting.Pictures {
		resources = resources.key("I" + strconv.Itoa(i)).ref(w.picture(p))
	}
	return resources.raw(">> ")
}

// picture writes one picture (ISO 32000-1, 8.9.5), what is transparent of it as a soft mask (11.6.5.3).
func (w *writer) picture(p *picture.Picture) int {
	n := w.file.reserve()
	space, colors := "DeviceRGB", 3
	if p.Gray {
		space, colors = "DeviceGray", 1
	}
	o := samples(p, space)
	if p.Alpha != nil {
		mask := w.file.reserve()
		w.file.setFlate(mask, samples(p, "DeviceGray").raw(predictor(p, 1)), p.Alpha)
		o = o.key("SMask").ref(mask)
	}
	if p.JPEG {
		w.file.setStream(n, o.raw("/Filter /DCTDecode "), p.Data)
	} else {
		w.file.setFlate(n, o.raw(predictor(p, colors)), p.Data)
	}
	return n
}

func samples(p *picture.Picture, space string) object {
	return object("/Type /XObject /Subtype /Image ").key("Width").int(p.Width).key("Height").int(p.Height).
		key("ColorSpace").name(space).key("BitsPerComponent").int(8)
}

// predictor says how the rows of a picture are to be read (7.4.4.4).
func predictor(p *picture.Picture, colors int) string {
	return string(object("/DecodeParms <<").key("Predictor").int(15).key("Colors").int(colors).key("Columns").int(p.Width).raw(">> "))
}
