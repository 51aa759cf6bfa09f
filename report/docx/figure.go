package docx

import (
	"fmt"

	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/raster"
)

// emu is how many English Metric Units a point has (ECMA-376, part 1, 20.1.2.1).
const emu = 12700

// density is how many pixels a point of the PNG has: 144 to the inch.
const density = 2

// tallest is how high a picture may be, in points, so that its caption shares its page.
const tallest = 560

// Figure writes caption, chart, note and source line.
func (w *writer) Figure(f *doc.Figure) {
	c := f.Chart
	if c == nil || c.Plot == nil {
		return
	}
	w.caption(f.ID, f.Label, doc.Titled(c.Title, f.Heading), f.Marking)
	if c.Subtitle != "" {
		w.paragraph(styleSubcaption, "", run(c.Subtitle, ""))
	}
	scenes := c.Layout(chart.Frame{Width: float64(w.textWidth()) / 20, MaxHeight: tallest, Theme: w.options.Theme, Fonts: w.options.Fonts})
	for i, s := range scenes {
		alt := c.Alt()
		if i > 0 {
			alt = w.doc.Language.Say("doc.continued")
		}
		w.scene(s, f.Label, alt)
	}
	w.paragraph(styleSource, "", w.inlines(f.Source))
	w.paragraph(styleSource, "", w.inlines(f.Note))
}

// scene writes a picture as SVG and, for programs that show none, as PNG
// (MS-ODRAWXML, 2.3.2.8 svgBlip).
func (w *writer) scene(s *chart.Scene, name, alt string) {
	pixels, err := raster.PNG(s, density, w.options.Theme, w.options.Fonts)
	if err != nil {
		w.err = err
		return
	}
	vectors := s.SVG(chart.SVGOptions{Theme: w.options.Theme, Desc: alt, Outline: w.options.Fonts})
	png, svg := w.medium("png", pixels), w.medium("svg", vectors)
	ext := `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip ` +
		`xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="` + svg + `"/></a:ext></a:extLst>`
	w.drawing(png, ext, name, alt, s.Width, s.Height)
}

// medium adds a file of pictures, and returns its relation.
func (w *writer) medium(ending string, data []byte) string {
	name := fmt.Sprintf("media/image%d.%s", len(w.media)+1, ending)
	w.media = append(w.media, part{"word/" + name, data})
	return w.relations.add("image", name, false)
}

// drawing writes a picture in the line, in points.
func (w *writer) drawing(relation, ext, name, alt string, width, height float64) {
	w.pictures++
	cx, cy := int(width*emu), int(height*emu)
	w.paragraph(stylePicture, "", fmt.Sprintf(`<w:r><w:drawing>`+
		`<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="%d" cy="%d"/>`+
		`<wp:docPr id="%d" name="%s" descr="%s"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>`+
		`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>`+
		`<pic:nvPicPr><pic:cNvPr id="%d" name="%s"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip `+
		`r:embed="%s">%s</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>`+
		`<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="%d" cy="%d"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`+
		`</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
		cx, cy, w.pictures, escape(name), escape(alt), w.pictures, escape(name), relation, ext, cx, cy))
}

// Image writes a picture as it was given, no wider than the text and no larger
// than 150 pixels to the inch show it.
func (w *writer) Image(m *doc.Image) {
	if m.Width <= 0 || m.Height <= 0 {
		return
	}
	w.caption(m.ID, m.Label, doc.Titled(m.Title, m.Heading), m.Marking)
	ending := "png"
	if m.Type == "image/jpeg" {
		ending = "jpg"
	}
	width, height := float64(m.Width)*72/150, float64(m.Height)*72/150
	scale := min(1, float64(w.textWidth())/20/width, tallest/height)
	w.drawing(w.medium(ending, m.Data), "", m.Label, m.Alt, width*scale, height*scale)
	w.paragraph(styleSource, "", run(m.Credit, ""))
	w.paragraph(styleSource, "", w.inlines(m.Source))
}
