package pdf_test

import (
	"testing"

	"sitrep/report/pdf/archive"
	"sitrep/report/pdf/flow"
	"sitrep/report/pdf/page"
)

// BenchmarkBuild is the whole way, for the real briefing in its first language.
func BenchmarkBuild(b *testing.B) {
	d := samples(b)["pacto-rusia-rpdc.es-MX"]
	for b.Loop() {
		build(b, d)
	}
}

// BenchmarkSteps is what setting, painting and writing cost apart.
func BenchmarkSteps(b *testing.B) {
	d, o := samples(b)["pacto-rusia-rpdc.es-MX"], options(b)
	size, _ := page.Paper("a4")
	set := func() *flow.Setting { return flow.Set(d, flow.Options{Size: size, Theme: o.Theme, Fonts: o.Fonts}) }
	b.Run("set", func(b *testing.B) {
		for b.Loop() {
			set()
		}
	})
	b.Run("set+paint", func(b *testing.B) {
		for b.Loop() {
			s := set()
			if _, err := page.Start(size, o.Fonts).Paint(s.Pages, o.Theme, s.Tree); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("write", func(b *testing.B) {
		s := set()
		painting, err := page.Start(size, o.Fonts).Paint(s.Pages, o.Theme, s.Tree)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := archive.Write(&archive.Document{Painting: painting, Size: size, Tree: s.Tree, Fonts: []string{"A", "B", "C", "D"}}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
