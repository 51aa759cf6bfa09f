package pdf_test

import (
	"testing"

	"sitrep/report/pdf/archive"
	"sitrep/report/pdf/flow"
	"sitrep/report/pdf/page"
	"sitrep/report/pdf/tag"
)

// BenchmarkBuild is the whole way, for the real briefing in its first language.
func BenchmarkBuild(b *testing.B) {
	d := samples(b)["pacto-rusia-rpdc.es-MX"]
	for b.Loop() {
		build(b, d)
	}
}

// BenchmarkSteps is how long the way takes up to each step: setting, painting
// without any structure, painting, writing. What lies between "paint untagged"
// and "write" is what tagging and rewriting cost over the closed file of gofpdf.
//
// Measured on two cores: processor time without collection of
// garbage, the least of sixty: 31.2 ms to paint without any structure, 31.2 with it
// (what tagging adds is lost in the noise, 1 ms at the median), 45.5 to write, 48.1
// for the whole with the facts inside. Tagging and rewriting are 30 % of a build.
func BenchmarkSteps(b *testing.B) {
	d, o := samples(b)["pacto-rusia-rpdc.es-MX"], options(b)
	size, _ := page.Paper("a4")
	way := func(b *testing.B, steps int) {
		for b.Loop() {
			s := flow.Set(d, flow.Options{Size: size, Theme: o.Theme, Fonts: o.Fonts})
			if steps == 0 {
				continue
			}
			if steps == 1 {
				s.Tree = untag(s.Pages)
			}
			painting, err := page.Paint(s.Pages, size, o.Fonts, o.Theme, s.Tree)
			if err != nil {
				b.Fatal(err)
			}
			if steps < 3 {
				for _, stream := range painting.Streams { // any writer waits for them
					stream.Out()
				}
				painting.Compressor.Close()
				continue
			}
			if _, err := archive.Write(&archive.Document{Painting: painting, Size: size, Tree: s.Tree}); err != nil {
				b.Fatal(err)
			}
		}
	}
	for i, name := range []string{"set", "paint untagged", "paint", "write"} {
		b.Run(name, func(b *testing.B) { way(b, i) })
	}
}

// untag makes all text artifacts, as if there were no structure; a figure must
// have an element.
func untag(pages []*page.Page) *tag.Tree {
	tree := tag.NewTree("")
	for _, pg := range pages {
		items := pg.Items[:0]
		for _, it := range pg.Items {
			switch {
			case it.Scene != nil:
				it.Elem = tag.New(tree.Root, tag.Figure)
			case it.Run != nil:
				it.Elem = nil
			default:
				continue
			}
			items = append(items, it)
		}
		pg.Items = items
	}
	return tree
}
