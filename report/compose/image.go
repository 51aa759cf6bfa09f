package compose

import (
	"bytes"
	"image"
	_ "image/jpeg" // so that pictures of both kinds are known
	_ "image/png"

	"sitrep/report/doc"
	"sitrep/report/facts"
)

// image writes a picture with its caption, numbered among the figures.
func (c *composer) image(b *facts.Image, m facts.Marking) doc.Block {
	c.figures++
	out := c.picture(b.Path)
	out.ID, out.Label, out.Marking = b.ID, c.l.Say("doc.figure", c.plain(c.figures)), c.own(m)
	if out.ID == "" {
		out.ID = "image-" + c.plain(c.figures)
	}
	out.ID = c.anchor(out.ID)
	out.Title, out.Heading = c.title(b.Title)
	out.Alt, out.Credit = c.w.Line(b.Alt), c.w.Line(b.Credit)
	for _, id := range b.Sources {
		out.Source = append(out.Source, doc.Text(c.w.Name(c.f.Source(id).Publisher)))
		out.Source = append(out.Source, c.cite(id, "")...)
	}
	return out
}

// picture holds the bytes of the picture at a path; none where they were not given.
func (c *composer) picture(path string) *doc.Image {
	out := &doc.Image{Data: c.images[path]}
	if size, kind, err := image.DecodeConfig(bytes.NewReader(out.Data)); err == nil {
		out.Type, out.Width, out.Height = "image/"+kind, size.Width, size.Height
	}
	return out
}
