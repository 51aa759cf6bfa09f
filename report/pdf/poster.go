package pdf

import (
	"strings"

	"sitrep/report/chart"
	"sitrep/report/doc"
	"sitrep/report/pdf/archive"
	"sitrep/report/pdf/flow"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
	"sitrep/report/pdf/text"
)

// Poster returns one figure of d as a PDF file of one page, cut to the figure,
// for slides: as wide as asked, in points, and as high as it needs. It bears the
// marking. The paper of o is not read, and no facts are attached.
func Poster(d *doc.Document, f *doc.Figure, width float64, marking doc.Marking, o Options) (*Result, error) {
	sanitizer := &text.Sanitizer{Fonts: o.Fonts, Place: f.ID}
	ink, ground := d.Colours(marking)
	scene := f.Chart.Poster(chart.Frame{Width: width, Theme: o.Theme, Fonts: o.Fonts, Marking: string(marking), Ink: ink, Ground: ground})
	size := page.Size{Width: scene.Width, Height: scene.Height}
	tree := tag.NewTree(d.Language.Tag)
	figure := tag.New(tree.Root, tag.Figure)
	label := ""
	if marking != "" {
		label = d.Language.Say("pdf.tlp", strings.TrimPrefix(string(marking), "TLP:"))
	}
	figure.Alt = sanitizer.Clean(d.Language.Voice(spoken(label, f.Chart.Title, f.Chart.Subtitle, f.Chart.Alt(), f.Chart.Note, f.Chart.Source)))
	scene = flow.Sanitized(sanitizer, scene)
	content := &page.Page{Items: []page.Item{{Scene: scene, Elem: figure}}}
	painting, err := page.Paint([]*page.Page{content}, size, o.Fonts, o.Theme, tree)
	if err != nil {
		return nil, err
	}
	meta := metadata(d, o)
	meta.Title, meta.Subject = sanitizer.Clean(f.Chart.Title), sanitizer.Clean(f.Chart.Subtitle)
	data, err := archive.Write(&archive.Document{Painting: painting, Size: size, Tree: tree, Metadata: meta})
	if err != nil {
		return nil, err
	}
	return &Result{data, 1, sanitizer.Losses}, nil
}

// spoken joins texts as sentences.
func spoken(texts ...string) string {
	var said []string
	for _, s := range texts {
		if s = strings.TrimRight(strings.TrimSpace(s), "."); s != "" {
			said = append(said, s+".")
		}
	}
	return strings.Join(said, " ")
}
