package report

import (
	"slices"

	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/html"
	"sitrep/report/raster"
)

// previewWidths are the widths, in points, that the picture of a page is laid out at: the first at which its figure is whole. Each
// divides [html.PreviewWidth] into a number that is exact in binary.
var previewWidths = []float64{480, 640, 800}

// allPreviewed are the pictures of the pages among the files.
func allPreviewed(files []File, documents map[string]*doc.Document, o Options, l *look) (all []File, err error) {
	for _, f := range files {
		if f.Format != "html" {
			continue
		}
		preview, ok, err := previewed(documents[f.Lang], o, l)
		if err != nil {
			return nil, err
		}
		if ok {
			all = append(all, preview)
		}
	}
	return all, nil
}

// previewed says in the document where its page will stand, and paints the figure of its first page (else its first figure) as the picture
// that stands for the page where others link to it: a PNG beside it. The second result is false where there is no figure, or none that
// has room.
func previewed(d *doc.Document, o Options, l *look) (File, bool, error) {
	d.Online = doc.Location{Page: o.Site + d.Base + ".html"}
	all := figures(d)
	if d.Front != nil && d.Front.Lead != nil {
		i := slices.IndexFunc(all, func(m markedFigure) bool { return m.figure.ID == d.Front.Lead.ID })
		all = all[max(i, 0):]
	}
	if len(all) == 0 || all[0].figure.Chart == nil || all[0].figure.Chart.Plot == nil {
		return File{}, false, nil
	}
	s := all[0].card(d, l)
	if s == nil {
		return File{}, false, nil
	}
	data, err := raster.PNG(s, html.PreviewWidth/s.Width, l.theme, l.fonts)
	d.Online.Picture, d.Online.Alt = o.Site+d.Base+".png", all[0].figure.Chart.Alt()
	return File{Name: d.Base + ".png", Format: "png", Lang: d.Language.Tag, Data: data}, true, err
}

// card lays a figure out in the shape of the picture of a page: whole where that can be read, else its first part; nil where
// even that is too high.
func (m *markedFigure) card(d *doc.Document, l *look) *chart.Scene {
	ink, ground := d.Colours(m.marking)
	f := chart.Frame{Theme: l.theme, Fonts: l.fonts, Marking: string(m.marking), Ink: ink, Ground: ground}
	for _, part := range []bool{false, true} {
		for _, f.Width = range previewWidths {
			height := f.Width * html.PreviewHeight / html.PreviewWidth
			if f.MaxHeight = 0; part {
				f.MaxHeight = height
			}
			if s := m.figure.Chart.Poster(f); s.Height <= height {
				s.Height = height
				return s
			}
		}
	}
	return nil
}
