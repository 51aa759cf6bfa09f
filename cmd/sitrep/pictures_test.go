package main

import (
	"bytes"
	"image"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"testing"
)

// A picture shows one figure of a briefing under data.
type picture struct {
	file  string // the PNG, under data
	facts string // the briefing, under data, without .json
	id    string // the figure
}

// kinds shows each kind of chart of the sample twice: the PDF, and beside it the
// live figure of the page.
var kinds = []picture{
	{"kinds/ranges.png", "pacto-rusia-rpdc", "fig-kursk"},
	{"kinds/trend.png", "pacto-rusia-rpdc", "fig-casualties"},
	{"kinds/bars.png", "pacto-rusia-rpdc", "fig-containers"},
	{"kinds/timeline.png", "pacto-rusia-rpdc", "fig-record"},
	{"kinds/exchange.png", "pacto-rusia-rpdc", "fig-exchange"},
	{"kinds/map.png", "pacto-rusia-rpdc", "fig-where"},
	{"kinds/matrix.png", "pacto-rusia-rpdc", "fig-hypotheses"},
	{"kinds/lineage.png", "pacto-rusia-rpdc", "fig-lineage"},
}

// gallery shows what the kinds do with harder facts, as PDF.
var gallery = []picture{
	{"gallery/shapes.png", "gallery", "g-shapes"},
	{"gallery/status.png", "gallery", "g-status"},
	{"gallery/overlap.png", "gallery", "g-overlap"},
	{"gallery/apart.png", "gallery", "g-apart"},
	{"gallery/log.png", "gallery", "g-log"},
	{"gallery/trend-events.png", "gallery", "g-trend-events"},
	{"gallery/bars-stacked.png", "gallery", "g-bars-stacked"},
	{"gallery/time-precision.png", "gallery", "g-time-precision"},
	{"gallery/exchange-many.png", "gallery", "g-exchange-many"},
	{"gallery/map.png", "gallery", "g-map"},
}

// TestPictures holds the pictures of data/README.md to the list above, and to a
// size that a reader of the repository can bear. With -update it makes them, which
// needs Chromium and Poppler.
func TestPictures(t *testing.T) {
	if *update {
		makePictures(t)
	}
	listed := map[string]int{}
	for _, p := range kinds {
		listed[p.file] = 120 << 10
	}
	for _, p := range gallery {
		listed[p.file] = 60 << 10
	}
	for _, m := range regexp.MustCompile(`src="([^"]+\.png)"`).FindAllSubmatch(contents(t, "data/README.md"), -1) {
		name := string(m[1])
		most, ok := listed[name]
		if !ok {
			t.Errorf("data/README.md shows %s, which nothing makes", name)
			continue
		}
		delete(listed, name)
		data := contents(t, path.Join("data", name))
		if _, err := png.Decode(bytes.NewReader(data)); err != nil || len(data) > most {
			t.Errorf("data/%s has %d bytes, at most %d: %v", name, len(data), most, err)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(listed)) {
		t.Errorf("data/README.md does not show %s", name)
	}
}

// makePictures makes all pictures from what the program writes.
func makePictures(t *testing.T) {
	dir := t.TempDir()
	page := open(t, pageOf(t, dir, "pacto-rusia-rpdc"))
	for _, k := range kinds {
		live := live(t, page, k.id)
		printed := poster(t, dir, k, live.Bounds().Dx())
		save(t, k.file, beside(printed, live))
	}
	for _, g := range gallery {
		save(t, g.file, beside(poster(t, dir, g, 760)))
	}
}

// pageOf writes a briefing as HTML in English, and returns its path.
func pageOf(t *testing.T, dir, name string) string {
	t.Helper()
	file := filepath.Join(root, "data", name+".json")
	if out, err := exec.Command("sitrep", "build", "--lang", "en", "--format", "html", "--out", dir, file).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, name+".en.html")
}

// poster writes a figure as PDF, as wide as the text on a sheet of paper, and
// returns how it looks, so many pixels wide.
func poster(t *testing.T, dir string, p picture, width int) image.Image {
	t.Helper()
	pdf := filepath.Join(dir, p.id+".pdf")
	for _, command := range [][]string{
		{"sitrep", "chart", "--lang", "en", "--width", "480", "--out", pdf, filepath.Join(root, "data", p.facts+".json"), p.id},
		{need(t, "pdftoppm"), "-png", "-singlefile", "-scale-to-x", strconv.Itoa(width), "-scale-to-y", "-1", pdf, filepath.Join(dir, p.id)},
	} {
		if out, err := exec.Command(command[0], command[1:]...).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", p.id, err, out)
		}
	}
	data, err := os.ReadFile(filepath.Join(dir, p.id+".png"))
	if err != nil {
		t.Fatal(err)
	}
	return decoded(t, data)
}
