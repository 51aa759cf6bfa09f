package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"path/filepath"
	"strings"
	"testing"

	"sitrep/report/doc"
	"sitrep/report/pdf/page"
)

// painted is a picture of stripes in one colour, the right half of it transparent where asked.
func painted(t testing.TB, kind string, w, h int, ink color.NRGBA, clear bool) *doc.Image {
	t.Helper()
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := ink
			if (x/40+y/40)%2 == 0 {
				c.R, c.G, c.B = c.R/2, c.G/2, c.B/2
			}
			if clear && x > w/2 {
				c.A = byte(255 * (w - x) / w)
			}
			m.SetNRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	err := png.Encode(&b, m)
	if kind == "jpeg" {
		b.Reset()
		err = jpeg.Encode(&b, m, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return &doc.Image{Type: "image/" + kind, Data: b.Bytes(), Width: w, Height: h}
}

// illustrated is a document with a logo, two pictures of equal width, one JPEG that is shown twice, one too high for a page and one damaged.
func illustrated(t testing.TB) *doc.Document {
	t.Helper()
	d := rich(t)
	d.Logo = painted(t, "png", 200, 80, color.NRGBA{20, 60, 160, 255}, true)
	d.Logo.Alt = "Ministry of Floods"
	photo := painted(t, "jpeg", 1200, 700, color.NRGBA{90, 160, 80, 255}, false)
	again := *photo
	broken := painted(t, "png", 300, 200, color.NRGBA{255, 0, 0, 255}, false)
	broken.Data = broken.Data[:len(broken.Data)/2]
	all := []*doc.Image{painted(t, "png", 640, 300, color.NRGBA{200, 40, 40, 255}, true), painted(t, "png", 640, 300, color.NRGBA{120, 120, 120, 255}, false),
		photo, &again, painted(t, "png", 300, 2400, color.NRGBA{180, 120, 10, 255}, false), broken}
	s := &doc.Section{ID: "pictures", Title: "Pictures"}
	for i, m := range all {
		m.ID, m.Label, m.Title, m.Alt = fmt.Sprint("image-", i), fmt.Sprintf("Figure %d", 10+i), fmt.Sprint("Picture ", i), fmt.Sprint("What picture number ", i, " shows.")
		m.Credit = fmt.Sprint("Photographer ", i)
		s.Blocks = append(s.Blocks, para(lorem(50)), m)
	}
	all[2].Marking = "TLP:RED"
	d.Body = append([]doc.Block{s}, d.Body...)
	return d
}

// TestIllustrated: every picture is painted within its page, is a figure that says what is to be seen, and keeps its proportions.
func TestIllustrated(t *testing.T) {
	d := illustrated(t)
	text := checked(t, build(t, d).Data).Text
	for i := range 6 {
		want := fmt.Sprintf("Figure\tWhat picture number %d shows.", i)
		if i == 5 { // said in place of what cannot be painted
			want = d.Language.Say("doc.image", "What picture number 5 shows.")
		}
		if !strings.Contains(text, want) {
			t.Errorf("%q is not there:\n%s", want, text)
		}
	}
	if !strings.Contains(text, "Figure\tMinistry of Floods") {
		t.Error("no logo")
	}
	s, size := setting(t, d, "letter")
	inside(t, s, size)
	var shown []page.Item
	for _, pg := range s.Pages {
		for _, it := range pg.Items {
			if it.Picture != nil {
				shown = append(shown, it)
			}
		}
	}
	if len(shown) != 6 {
		t.Fatalf("%d pictures are painted", len(shown))
	}
	for _, it := range shown {
		if a, b := it.W/it.H, float64(it.Picture.Width)/float64(it.Picture.Height); a/b < 0.98 || a/b > 1.02 {
			t.Errorf("%v by %v points for %d by %d samples", it.W, it.H, it.Picture.Width, it.Picture.Height)
		}
	}
}

// TestIllustratedPoppler: another reader finds the pictures, in colours as they are, each once.
func TestIllustratedPoppler(t *testing.T) {
	program := need(t, "pdfimages")
	path := written(t, map[string]*doc.Document{"illustrated": illustrated(t)})["illustrated"]
	out := run(t, program, "-list", path)
	objects := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(out), "\n")[2:] {
		f := strings.Fields(line)
		objects[f[10]+f[2]] = strings.Join([]string{f[2], f[3], f[4], f[5], f[8]}, " ")
	}
	got := map[string]int{}
	for _, o := range objects {
		got[o]++
	}
	for want, n := range map[string]int{"image 640 300 rgb image": 1, "smask 640 300 gray image": 1, "image 640 300 gray image": 1, "image 1200 700 rgb jpeg": 1, "image 200 80 rgb image": 1} {
		if got[want] != n {
			t.Errorf("%q: %d, not %d\n%s", want, got[want], n, out)
		}
	}
	need(t, "pdftoppm")
	png := filepath.Join(t.TempDir(), "page")
	if told := run(t, "pdftoppm", "-r", "20", "-png", path, png); told != "" {
		t.Error(told)
	}
}
